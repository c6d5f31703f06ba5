"""`anna understand --with …`: what models are worth on one file."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from anna.cli.main import anna
from tests.models import Models
from tests.understanding.test_labelled import EXAMPLES

ROWS: list[dict[str, Any]] = [json.loads(line) for line in EXAMPLES.read_text("utf-8").splitlines()[:12]]
LINES = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)


async def run(*options: str, text: str = LINES) -> Result:
    """The command in a thread of its own: the pretended vendors live on this one's loop."""
    return await asyncio.to_thread(CliRunner().invoke, anna, ["understand", *options], input=text)


def rows(result: Result) -> dict[str, list[str]]:
    """The table by the name of its rows."""
    lines = result.stderr.splitlines()
    head = next(n for n, line in enumerate(lines) if line.startswith("agrees with"))
    split = [[cell for cell in line.split("  ") if cell.strip()] for line in lines[head:]]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in split}


async def test_models_that_agree_give_the_rules_answers_and_a_table(there: Models) -> None:
    result = await run("--with", "openai", "--with", "anthropic")
    assert result.exit_code == 0, result.output
    assert result.stdout == (await run(text=LINES)).stdout
    told = rows(result)
    assert told["agrees with the labels"] == ["openai", "anthropic", "offline"]
    assert told["intents"][0] == told["intents"][2]
    assert told["unanswered"] == ["0", "0", "0"]
    assert float(told["cost, US$"][0]) > 0
    assert told["cost, US$"][2] == "–"
    assert int(told["tokens"][1]) > 5000


async def test_what_a_model_does_not_answer_is_counted_and_read_by_the_rules(
    there: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNA_MODEL_LIMIT_S", "4")
    there.fault("openai", "hang", count=1)
    there.fault("openai", "truncated", count=2)
    result = await run("--with", "openai")
    told = rows(result)
    assert "2 truncated" in told["unanswered"][0]
    assert "1 time limit" in told["unanswered"][0]
    assert len(result.stdout.splitlines()) == 12


async def test_without_labels_the_rules_are_the_measure(there: Models) -> None:
    bare: list[dict[str, Any]] = [
        {k: v for k, v in row.items() if k in ("id", "text", "reference_time", "context")} for row in ROWS[:3]
    ]
    result = await run("--with", "anthropic", text="".join(json.dumps(row) + "\n" for row in bare))
    assert rows(result)["agrees with the rules"] == ["anthropic", "offline"]
    assert rows(result)["when"] == ["100.0 %", "100.0 %"]


async def test_a_run_ends_asking_when_the_days_money_is_spent(
    there: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNA_MODEL_SPEND_DAY_USD", "0.0015")
    result = await run("--with", "openai")
    assert "spending limit" in rows(result)["unanswered"][0]
    assert len(await there.asked("openai")) < 12


async def test_a_line_that_cannot_be_read_is_named_and_the_others_answered(there: Models) -> None:
    result = await run("--with", "openai", text="nonsense\n" + LINES)
    assert result.exit_code == 2
    assert "line 1: not JSON" in result.stderr
    assert len(result.stdout.splitlines()) == 12


async def test_explaining_names_what_the_model_brought(there: Models) -> None:
    await there.answers("openai", {"change": {"intents": ["cancel"]}})
    result = await run("--with", "openai", "--explain", text=LINES.splitlines()[0] + "\n")
    assert "model.refused.intent" in result.stdout


async def test_without_a_key_it_says_which_to_set(there: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANNA_ANTHROPIC_API_KEY")
    result = await run("--with", "anthropic")
    assert "anthropic needs a key: set ANNA_ANTHROPIC_API_KEY" in str(result.exception)


async def test_a_model_without_a_price_is_not_asked(there: Models, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNA_OPENAI_MODEL", "gpt-9")
    result = await run("--with", "openai")
    assert "the price of gpt-9 is not known" in str(result.exception)
