"""`anna replay`: past turns before another reader, beside a running house."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anna.commands import Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from tests.cli.conftest import Operator
from tests.models import KEY, pretended

TALK = ("oi, quanto custa o botox?", "quero marcar sexta às 15h", "pode ser esse número", "1")


async def test_what_was_read_by_the_same_rules_is_decided_the_same(operator: Operator) -> None:
    await operator.talk_to(*TALK)
    operator.house.clock.advance(timedelta(minutes=1))
    said = await operator("replay", "--since", "1h")
    assert said.out.strip() == "4 turns, 0 would be decided otherwise"


async def test_a_turn_that_another_reader_decides_otherwise_is_shown_with_both(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    await operator.talk_to(*TALK)
    operator.house.clock.advance(timedelta(minutes=1))
    understand = OfflineUnderstander.understand

    def differently(self: OfflineUnderstander, text: str, context: Context) -> Reading:
        return understand(self, "2" if text == "1" else text, context)

    monkeypatch.setattr(OfflineUnderstander, "understand", differently)
    said = await operator("replay", "--since", "1h")
    assert "4 turns, 1 would be decided otherwise" in said.out
    (line,) = (line for line in said.out.splitlines() if " offline " in line and not line.startswith("at "))
    before, after = line.split("to choose: ")[1:]
    assert "15h" in before
    assert "14h30" in after
    rows = "select count(*) from whatsapp.turnos"
    assert await operator.house.value(rows) == len(TALK)


async def test_a_model_is_asked_of_what_is_in_doubt_and_its_cost_is_told(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    await operator.talk_to("oi, quanto custa o botox?", "estou com falta de ar")
    operator.house.clock.advance(timedelta(minutes=1))
    async with pretended() as there:
        monkeypatch.setenv("ANNA_OPENAI_API_KEY", KEY)
        monkeypatch.setenv("ANNA_OPENAI_URL", f"{there.url}/v1")
        said = await operator("replay", "--since", "1h", "--with", "openai")
        assert len(await there.asked("openai")) == 1  # nobody is asked about an emergency
    assert "2 turns, 0 would be decided otherwise; openai was asked of 1, answered 1, US$ 0.0" in said.out


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("--since", "ontem"), "--since 'ontem' is no length of time"),
        (("--since", "1h", "--until", "2h"), "--since 1h is not before --until 2h"),
    ],
)
async def test_a_time_that_cannot_be_is_told(operator: Operator, given: tuple[str, ...], why: str) -> None:
    assert why in (await operator("replay", *given, code=2)).err
