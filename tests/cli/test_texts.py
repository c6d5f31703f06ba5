"""`anna texts`: every text, filled, keeps the house rules; and the command says so when one does not."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from anna.cli.texts import group, read, read_flows, texts
from anna.clinica.settings import Tom
from anna.conversation.replies import ReplyBook
from anna.errors import InvalidInput
from anna.kit.resources import resource_folder
from anna.provisioning.clinic_file import example
from anna.provisioning.demo import read_demo
from anna.provisioning.sample import make_sample

NOW = datetime(2026, 11, 25, 17, 12, tzinfo=UTC)
BOOK = ReplyBook.load(resource_folder("prompts"))
FLOWS = read_flows(resource_folder("flows"))


@pytest.mark.parametrize("emoji", [False, True], ids=["plain", "emoji"])
@pytest.mark.parametrize("part", read_demo().clinicas, ids=lambda part: part.slug)
def test_every_text_of_the_house_keeps_its_rules(part: object, emoji: bool) -> None:
    sample = make_sample(part, now=NOW)  # type: ignore[arg-type]
    found = list(read(BOOK, FLOWS, sample, sorted(BOOK.names), tuple(Tom), emoji=emoji))
    assert {text.template for text in found} == BOOK.names
    broken = [f"{text.template}: {breach.rule}: {breach.found}" for text in found for breach in text.breaches]
    assert not broken, "\n".join(broken)


def test_no_text_is_left_out_of_the_groups() -> None:
    names = [name for names in group(BOOK, FLOWS).values() for name in names]
    assert sorted(names) == sorted(BOOK.names)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Que dia? Que horas?", "more than one question"),
        ("O botox custa 890 reais.", "price"),
        ("Marcado! 😊", "emoji"),
        ({"formal": "Oi, você!", "informal": "Oi!"}, "wrong tone"),
    ],
)
def test_a_text_that_breaks_a_rule_does_not_pass(text: object, rule: str) -> None:
    book = ReplyBook({"oi": [text]})
    sample = make_sample(read_demo().clinicas[0], now=NOW)
    (found, *_) = [one for one in read(book, [], sample, ["oi"], tuple(Tom)) if one.breaches]
    assert rule in found.breaches[0].rule


def test_a_fact_without_an_example_is_named() -> None:
    sample = make_sample(read_demo().clinicas[0], now=NOW)
    with pytest.raises(InvalidInput, match="oi: no example is known of apelido"):
        list(read(ReplyBook({"oi": ["Oi, {{ apelido }}"]}), [], sample, ["oi"], tuple(Tom)))


def test_the_command_prints_checks_and_draws(tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(texts, arguments)
        return result.exit_code, result.output

    code, said = run("--clinica", "mandacaru", "--tone", "formal")
    assert (code, "Clínica Mandacaru" in said, "você" in said) == (0, True, False)
    assert run("--check") == (0, "every text keeps the house rules\n")
    own = tmp_path / "clinic.yaml"
    own.write_text(example(), "utf-8")
    page = tmp_path / "texts.html"
    assert run(str(own), "--html", str(page))[0] == 0
    drawn = page.read_text("utf-8")
    assert "Clínica Bela Vida" in drawn
    assert drawn.count('<div class="msg anna">') > len(BOOK.names)
    assert CliRunner().invoke(texts, ["--clinica", "nowhere"]).exit_code != 0
