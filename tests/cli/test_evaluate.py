"""`anna eval`: conversations played by a reader, with real servers of its own."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anna.cli.main import anna
from anna.errors import InvalidInput
from tests.models import Models
from tests.processes import eventually

PRICE = """
catches: a price that is not that of the clinic
talk:
  - says: quanto custa o botox?
    hears: ["890,00"]
rows:
  select count(*) from whatsapp.turnos: {turnos}
"""


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    (tmp_path / "price.yaml").write_text(PRICE.format(turnos=1), "utf-8")
    (tmp_path / "wrong.yaml").write_text(PRICE.format(turnos=7), "utf-8")
    return tmp_path


async def run(*options: str | Path) -> Result:
    """The command in a thread of its own: the pretended vendor lives on this one's loop."""
    return await asyncio.to_thread(CliRunner().invoke, anna, ["eval", *map(str, options)])


async def test_a_reader_is_counted_asked_and_billed(there: Models, stories: Path) -> None:
    out = stories / "trials.jsonl"
    result = await run(stories, "--k", "2", "--with", "offline", "--with", "openai", "--out", out)
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.stdout.splitlines()]
    assert ["pass^1", "50.0", "%", "50.0", "%"] in lines
    assert ["pass^2", "50.0", "%", "50.0", "%"] in lines
    asked = len(await there.asked("openai"))
    assert asked >= 4  # what each message means, and how to answer it
    assert ["questions", "to", "the", "model", "0", str(asked)] in lines
    wrong = next(line for line in result.stdout.splitlines() if line.startswith("wrong"))
    assert "0/2" in wrong
    assert "is 1, not 7" in wrong
    trials = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {(t["reader"], t["story"], t["passed"]) for t in trials} == {
        (reader, story, story == "price") for reader in ("offline", "openai") for story in ("price", "wrong")
    }
    assert all((t["cost_usd"] > 0) is (t["reader"] == "openai") for t in trials)


async def test_a_model_is_not_asked_beyond_what_may_be_spent(there: Models, stories: Path) -> None:
    result = await run(stories / "price.yaml", "--with", "openai", "--spend", "0")
    assert result.exit_code == 0, result.output
    assert await there.asked("openai") == []
    assert ["pass^1", "100.0", "%"] in [line.split() for line in result.stdout.splitlines()]


async def test_a_file_that_is_no_conversation_and_a_folder_without_one_are_named(tmp_path: Path) -> None:
    result = await run(tmp_path)
    assert f"no conversation in {tmp_path}" in str(result.exception)
    (tmp_path / "odd.yaml").write_text("talk: []\n", "utf-8")
    result = await run(tmp_path)
    assert "odd.yaml: there is no 'catches'" in str(result.exception)


async def test_a_model_without_a_key_is_not_begun_with(
    stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ANNA_ANTHROPIC_API_KEY", raising=False)
    result = await run(stories, "--with", "anthropic")
    assert "ANNA_ANTHROPIC_API_KEY" in str(result.exception)


@pytest.mark.parametrize("spend", ["nan", "inf"])
async def test_a_sum_that_is_none_is_refused(stories: Path, spend: str) -> None:
    """Compared with it, no cost is ever too high."""
    result = await run(stories / "price.yaml", "--spend", spend)
    assert isinstance(result.exception, InvalidInput)
    assert str(result.exception) == f"--spend {spend} is no sum of money"


@pytest.mark.parametrize("out", ["/dev/full", "no/such/folder/trials.jsonl"], ids=["full", "nowhere"])
async def test_what_was_played_is_told_though_it_cannot_be_kept(stories: Path, out: str) -> None:
    """An hour of a model's time would be lost with the file: told before it begins, or beside the figures."""
    result = await run(stories / "price.yaml", "--out", out if out[0] == "/" else stories / out)
    assert result.exit_code == 1
    assert "Error: Could not open file" in result.stderr
    assert result.stderr.count("\n") < 5, "no traceback"
    assert ("pass^1" in result.stdout) is (out == "/dev/full")


async def test_whoever_loses_patience_is_told_what_was_found(stories: Path, tmp_path: Path) -> None:
    """The figures of an hour would be lost with it, and an error told of every house that was being played."""
    for number in range(300):  # more than a starved test can miss
        (stories / f"price{number}.yaml").write_text(PRICE.format(turnos=1), "utf-8")
    out = tmp_path / "out.jsonl"
    process = await asyncio.create_subprocess_exec(
        "env", "--default-signal=INT",  # ignored by what runs in a shell's background, and so by its children
        sys.executable, "-m", "anna", "eval", str(stories), "--out", str(out), stdout=PIPE, stderr=PIPE,
    )  # fmt: skip
    await eventually(
        lambda: _is(out.exists() and out.read_text("utf-8").count("\n") >= 3), "three were played"
    )
    process.send_signal(signal.SIGINT)
    told, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 1
    assert "Aborted!" in errors.decode()
    assert "Traceback" not in errors.decode()
    assert "exception" not in errors.decode()
    kept = len(out.read_text("utf-8").splitlines())
    assert 3 <= kept < 302
    assert f"of these, {302 - kept} were not played to their end" in told.decode()


async def _is(what: bool) -> bool:
    return what
