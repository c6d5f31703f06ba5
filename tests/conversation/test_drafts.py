"""Answers that a model writes, end to end: a hundred lies of which none may be sent, and honest ones that ought to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from anna.reports import find_lies
from anna.simulation.house import House

DATA = Path(__file__).parent / "data"
openai_only = pytest.mark.parametrize("vendor", ["openai"], indirect=True)
anthropic_only = pytest.mark.parametrize("vendor", ["anthropic"], indirect=True)


def _rows(name: str) -> Any:
    return YAML(typ="safe").load((DATA / name).read_text("utf-8"))


LIES: Sequence[Mapping[str, str]] = [row for rows in _rows("drafted_lies.yaml").values() for row in rows]
HONEST: Sequence[Mapping[str, str]] = _rows("drafted_honest.yaml")


async def write(house: House, vendor: str, *texts: str | None) -> None:
    """What the model writes to the next questions it may answer, and nothing else; None is that it finds no answer in the rows."""
    getattr(house.standin, vendor).accounts["demo"].forget()
    answers = [
        {"asked": "usou", "json": {"responde": text is not None, "texto": text, "usou": ["clinica"] if text else []}}
        for text in texts
    ]  # fmt: skip
    await house.control("POST", f"{vendor}/demo/answers", {"answers": answers})


async def ask(house: House, number: int, text: str) -> tuple[list[str], Mapping[str, Any] | None]:
    """A patient of her own asks; what she hears, and what was kept of the draft."""
    phone = f"5511{957000000 + number}"
    heard = await house.talk(phone, text, name="Débora")
    house.clock.advance(timedelta(seconds=5))
    (turno,) = await house.rows(
        "select t.rascunho from whatsapp.turnos t join whatsapp.conversas c on c.id = t.conversa_id"
        " join whatsapp.identidades d on d.contato_id = c.contato_id where d.endereco like $1",
        f"%{phone}%",
    )
    return heard, turno["rascunho"]


async def nothing_untrue_was_said(house: House) -> None:
    async with house.client.database.transaction() as conn:
        history = await find_lies(conn)
    assert not history.lies
    assert not history.before


def test_there_are_lies_and_honest_answers_enough() -> None:
    assert len(LIES) >= 100
    assert len(HONEST) >= 40
    assert len({row["say"] for row in LIES}) == len(LIES)


@openai_only
async def test_no_lie_is_ever_sent(modelled: House, vendor: str) -> None:
    """Would catch: whatever a model invents reaching a patient, first said or said again."""
    not_wished: list[str] = []
    passed: list[str] = []
    for number, row in enumerate(LIES):
        await write(modelled, vendor, row["say"], row["say"])
        heard, kept = await ask(modelled, number, row["ask"])
        if kept is None:
            not_wished.append(row["ask"])
            continue
        if kept["desfecho"] != "recusado" or any(row["say"] in text for text in heard):
            passed.append(f"{row['ask']} -> {row['say']}: {kept['desfecho']}")
        assert heard or kept["desfecho"] == "escrito", row
    assert not passed, "\n".join(passed)
    assert not not_wished
    free = "select texto from whatsapp.mensagens where autor = 'anna' and modelo is null"
    assert await modelled.rows(free) == []
    await nothing_untrue_was_said(modelled)


@anthropic_only
async def test_honest_answers_are_sent_as_they_were_written(modelled: House, vendor: str) -> None:
    """Would catch: a gate that is safe because it lets nothing through."""
    outcome: Counter[str] = Counter()
    refused: list[str] = []
    for number, row in enumerate(HONEST):
        await write(modelled, vendor, row["say"], None)
        heard, kept = await ask(modelled, number, row["ask"])
        sent = any(row["say"] in text for text in heard)
        verdict = "not wished for" if kept is None else "sent" if sent else "refused"
        outcome[verdict] += 1
        if verdict != "sent":
            refused.append(f"{verdict}: {row['ask']} -> {row['say']} {kept and kept['recusados']}")
    print(f"honest drafts: {dict(outcome)} of {len(HONEST)}", *refused, sep="\n  ")
    assert outcome["sent"] >= 0.9 * len(HONEST)
    await nothing_untrue_was_said(modelled)
