from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Operator, run_here


@pytest.fixture
def example() -> str:
    """What `--example` prints."""
    return run_here(("client", "load", "--example"), "").out


@pytest.fixture
def clinic_file(tmp_path: Path, example: str) -> Path:
    """The printed example, saved as somebody would."""
    path = tmp_path / "belavida.yaml"
    path.write_text(example, "utf-8")
    return path


async def clinicas(operator: Operator) -> int:
    count: int = await operator.house.value("select count(*) from clinica.clinicas")
    return count


async def test_the_clients_are_listed_beside_a_running_house(operator: Operator) -> None:
    """Whoever tries `anna up` has no administrator's DSN at hand."""
    assert (await operator("client", "list")).out == "demo\tativo\tDemo\n"


async def test_the_printed_example_loads_and_loads_again(operator: Operator, clinic_file: Path) -> None:
    first = (await operator("client", "load", str(clinic_file), "--client", "demo")).out
    assert first.startswith("+ clinicas: belavida\n")
    assert first.endswith(" changed in demo\n")
    assert await clinicas(operator) == 3
    again = (await operator("client", "load", str(clinic_file), "--client", "demo")).out
    assert again == "nothing changed in demo\n"


async def test_a_dry_run_tells_the_same_and_stores_nothing(
    operator: Operator, clinic_file: Path, example: str
) -> None:
    dry = (await operator("client", "load", str(clinic_file), "--dry-run")).out
    assert await clinicas(operator) == 2
    real = (await operator("client", "load", "-", typed=example)).out
    assert dry.replace("would change", "changed") == real
    assert await clinicas(operator) == 3


async def test_a_file_with_a_mistake_stores_nothing_and_says_where(operator: Operator, example: str) -> None:
    wrong = example.replace('sinal: "150.00"', 'sinal: "950.00"').replace(
        "[limpeza_de_pele]", "[limpesa_de_pele]"
    )
    said = await operator("client", "load", "-", typed=wrong, code=2)
    assert "a deposit that is not above the price, 890.00, found 950.00" in said.err
    assert "did you mean 'limpeza_de_pele'?" in said.err
    assert said.err.count("<stdin>:") == 2
    assert await clinicas(operator) == 2


@pytest.fixture
def latin_file(tmp_path: Path, example: str) -> Path:
    path = tmp_path / "latin.yaml"
    path.write_bytes(example.encode("latin-1"))
    return path


async def test_a_file_in_another_encoding_is_refused(operator: Operator, latin_file: Path) -> None:
    said = await operator("client", "load", str(latin_file), code=2)
    assert f"{latin_file}:1:1: expected a text in UTF-8" in said.err


async def test_a_number_can_be_added_to_the_loaded_clinica(operator: Operator, clinic_file: Path) -> None:
    await operator("client", "load", str(clinic_file))
    where = ("--url", operator.house.standin_url, "--clinica", "belavida")
    await operator("instance", "add", "evolution", "--name", "nova", *where, typed="nova-token\n")
    assert "nova" in (await operator("instance", "list")).out
