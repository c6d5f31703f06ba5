from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PHONE, Operator, Said, run_here
from tests.flows.words import ROOT

GOOD = """\
flow: good
version: 1
purpose: atendimento
lane: talk
start: [{command: schedule}]
key: [conversa.id]
steps:
  - ask: {quando: {type: quando, prompt: ask_quando}}
    nudge: {after: 4h, prompt: retomar_perguntas}
    then: [{reply: cancel, goto: over}, {after: 22h, goto: over}]
  - id: over
    end: done
"""


def anna(*arguments: str, typed: str = "", code: int = 0) -> Said:
    said = run_here(arguments, typed)
    assert said.code == code, said
    return said


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_the_flows_that_ship_hold_together() -> None:
    assert "flows hold together" in anna("flows", "check").out


def test_all_mistakes_of_all_files_are_told_at_once_with_their_place(tmp_path: Path) -> None:
    """A file that cannot even be read must not hide what is wrong in the others."""
    folder = write(
        tmp_path,
        good=GOOD,
        unreadable="flow: unreadable\nversion: [",
        wrong=GOOD.replace("good", "wrong")
        .replace("ask_quando", "ask_quanda")
        .replace("goto: over}]", "goto: ovr}]"),
    )
    lines = anna("flows", "check", str(folder), code=2).out.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        f"{folder}/unreadable.yaml:2:11",
        f"{folder}/wrong.yaml:8:42",
        f"{folder}/wrong.yaml:10:60",
    ]
    assert "did you mean 'ask_quando'?" in lines[1]


def test_one_file_is_judged_by_itself_among_those_beside_it(tmp_path: Path) -> None:
    folder = write(tmp_path, good=GOOD, wrong="flow: wrong\n")
    assert anna("flows", "check", str(folder / "good.yaml")).out == "good.yaml holds together\n"
    assert "wrong.yaml:1:1" in anna("flows", "check", str(folder / "wrong.yaml"), code=2).out


def test_a_folder_without_flows_is_a_mistake_and_not_a_success(tmp_path: Path) -> None:
    assert "there is no flow here" in anna("flows", "check", str(tmp_path), code=2).err


def test_a_flow_is_drawn_and_a_wrong_name_is_told_the_right_one() -> None:
    assert anna("flows", "show", "booking").out.startswith("booking v")
    assert anna("flows", "show", "booking", "--mermaid").out.startswith("flowchart TD\n")
    assert "did you mean booking?" in anna("flows", "show", "bookin", code=1).err


def test_a_dry_run_prints_what_a_script_makes_happen(tmp_path: Path) -> None:
    file = str(write(tmp_path, good=GOOD) / "good.yaml")
    script = "- wait: 5h\n- reply: cancel\n"
    out = anna("flows", "run", file, "--dry", "--script", "-", "--at", "2026-12-01T10:00", typed=script).out
    assert [line for line in out.splitlines() if "SendMessage" in line] == [
        "    SendMessage step=ask_quando/nudge template=retomar_perguntas not_after=Wed 02/12 08:00"
    ]
    assert "Tue 01/12 14:00  Tick" in out
    assert "Tue 01/12 15:00  Reply step=ask_quando said=cancel" in out
    assert out.splitlines()[-1] == "encerrada: done"


def test_facts_of_a_dry_run_decide_its_way(tmp_path: Path) -> None:
    late = GOOD.replace("{after: 22h, goto: over}", "{at: consulta.inicio - 2h, goto: over}")
    file = str(write(tmp_path, good=late) / "good.yaml")
    given = ("--at", "2026-12-01T10:00", "--fact", "consulta.inicio=2026-12-01T11:00-03:00")
    assert "encerrada: done" in anna("flows", "run", file, "--dry", *given).out


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ((), "add --dry"),
        (("--dry", "--at", "tomorrow"), "--at tomorrow: write it as"),
        (("--dry", "--fact", "consulta"), "write it as name=value"),
        (("--dry", "--fact", "consulta.begin=1"), "consulta has no 'begin'"),
        (("--dry", "--fact", "consutla.inicio=1"), "there is no fact 'consutla', did you mean consulta?"),
        (("--dry", "--fact", "consulta.inicio=soon"), "write it as 2026-12-01T14:00:00-03:00"),
        (
            ("--dry", "--slot", "quano=1"),
            "booking has no such slot; it has cupom, mantem, nome, nome_da_outra, para, procedimentos, quando, vaga",
        ),
        (("--dry", "--script", "-"), "<stdin>:1:1: expected a list of lines"),
    ],
)
def test_what_is_wrong_with_a_dry_run_is_said(given: tuple[str, ...], says: str) -> None:
    assert says in anna("flows", "run", "booking", *given, typed="reply: x", code=2).err


def test_a_dry_run_that_misses_what_an_action_brings_says_how_to_give_it() -> None:
    said = anna("flows", "run", "booking", "--dry")
    assert "falhou: choose: 'oferta' is unknown" in said.out
    assert "`- result: done` with `data:" in said.err


def test_a_file_that_would_never_be_loaded_does_not_hold_together(tmp_path: Path) -> None:
    file = tmp_path / "good.yml"
    file.write_text(GOOD, "utf-8")
    assert "ends in .yaml" in anna("flows", "check", str(file), code=2).err
    assert anna("flows", "show", str(file)).out.startswith("good v1")


@pytest.mark.parametrize("command", ["check", "show", "run --dry"])
def test_what_cannot_be_read_is_said_and_no_traceback(tmp_path: Path, command: str) -> None:
    (tmp_path / "latin.yaml").write_bytes("flow: á".encode("latin-1"))
    (tmp_path / "folder.yaml").mkdir()
    verb, *rest = command.split()
    for name in ("latin.yaml", "folder.yaml"):
        said = anna("flows", verb, str(tmp_path / name), *rest, code=2)
        assert "Traceback" not in said.err + said.out
        assert name in said.err + said.out
    if verb == "check":
        assert "a file that can be read" in anna("flows", "check", str(tmp_path), code=2).out


def test_a_schema_that_cannot_be_written_is_said() -> None:
    assert "cannot be written" in anna("flows", "schema", "--write", "/nowhere/at/all.json", code=2).err


def test_the_schema_is_the_committed_one(tmp_path: Path) -> None:
    written = tmp_path / "schema.json"
    anna("flows", "schema", "--write", str(written))
    assert written.read_text("utf-8") == (ROOT / "flows" / "flow.schema.json").read_text("utf-8")
    assert anna("flows", "schema").out == written.read_text("utf-8")


async def test_a_live_run_says_what_it_waits_for_and_what_comes_by_itself(operator: Operator) -> None:
    await operator.talk_to("oi, quero botox")
    out = (await operator("flows", "runs", "--state", "viva", "--phone", PHONE)).out
    (line,) = [line for line in out.splitlines() if "lead_to_booking" in line]
    assert "an answer: quando, telefone" in line
    assert "25/11 18:12 (in 3 h 59): say retomar_perguntas" in line
    assert (
        "nobody has written from" in (await operator("flows", "runs", "--phone", "11955554444", code=1)).err
    )


async def test_a_stopped_run_is_over_and_asks_nothing_any_more(operator: Operator) -> None:
    await operator.talk_to("oi, quero botox")
    id = await operator.house.value("select id from automacao.execucoes where fluxo = 'lead_to_booking'")
    said = await operator("flows", "stop", str(id)[:13], "--reason", "teste")
    assert said.out.endswith("is stopped at questions\n")
    assert (
        "is over already: parada"
        in (await operator("flows", "stop", id.hex[-8:], "--reason", "x", code=1)).err
    )
    (run,) = await operator.house.rows("select estado, motivo from automacao.execucoes where id = $1", id)
    assert dict(run) == {"estado": "parada", "motivo": "teste"}
    assert (
        await operator.house.value("select count(*) from automacao.perguntas where fechada_em is null") == 0
    )


async def test_a_version_is_shown_as_the_database_keeps_it(operator: Operator) -> None:
    assert (await operator("flows", "show", "booking", "--version", "1")).out.startswith("booking v1")
    assert (
        "has no version 9; there are: 1"
        in (await operator("flows", "show", "booking", "--version", "9", code=1)).err
    )


async def test_a_client_that_is_not_there_is_said_with_those_that_are(operator: Operator) -> None:
    assert "there are: demo" in (await operator("flows", "runs", "--client", "demi", code=1)).err


def test_a_folder_without_an_anna_says_what_to_do(tmp_path: Path) -> None:
    assert "start `anna up`" in anna("flows", "runs", "--data-dir", str(tmp_path), code=2).err
