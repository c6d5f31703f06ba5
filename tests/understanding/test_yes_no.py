"""Every way we know to say yes, no and neither, in the states where it is asked; `data/yes_no.txt` lists them under what they mean."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from anna.commands import YesNo
from anna.conversation.understanding.intents.yes_no import read_yes_no
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line

ASKED: dict[State, str] = {
    State.CONFIRM_BOOKING: "Posso confirmar limpeza de pele na quinta 05/03 às 10h?",
    State.REMINDER: "Oi Ana! Sua limpeza de pele é amanhã (04/03) às 15h. Você confirma presença? Responda SIM ou NÃO.",
    State.CAMPAIGN: "Oi! Março com 20% em limpeza de pele. Quer aproveitar? Responda SAIR para não receber.",
    State.OFFER_SLOTS: "Tenho: 1) qui 05/03 9h  2) qui 05/03 14h30  3) sex 06/03 11h. Qual prefere?",
    State.ASK_TIME: "De manhã fica bom para você?",
}
OFFERED = tuple(map(datetime.fromisoformat, ("2026-03-05T09:00", "2026-03-05T14:30", "2026-03-06T11:00")))
OPPOSITE = {YesNo.YES: YesNo.NO, YesNo.NO: YesNo.YES}


def said() -> list[tuple[str, YesNo]]:
    """Each expression with what it means."""
    meant, out = YesNo.YES, []
    whole = Path(__file__).parent / "data" / "yes_no.txt"
    for line in whole.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            meant = YesNo(line[2:])
        else:
            out.append((line, meant))
    return out


def context(state: State) -> Context:
    return Context(
        reference_time=datetime.fromisoformat("2026-03-03T10:00:00-03:00"),
        state=state,
        bot_text=ASKED[state],
        slots=OFFERED if state is State.OFFER_SLOTS else (),
    )


def test_an_expression_that_says_something_else() -> None:
    wrong = [(text, meant) for text, meant in said() if read_yes_no(Line.of(text))[0] is not meant]
    assert wrong == []


@pytest.mark.parametrize("state", [State.CONFIRM_BOOKING, State.REMINDER])
def test_an_answer_misread_where_a_yes_books_or_confirms(state: State) -> None:
    anna, where = OfflineUnderstander(), context(state)
    assert [(t, m) for t, m in said() if anna.understand(t, where).yes_no is not m] == []


ELSEWHERE = (State.CAMPAIGN, State.OFFER_SLOTS, State.ASK_TIME)
"""Where less hangs on it: each expression is tried in one of them."""


@pytest.mark.parametrize("state", ELSEWHERE)
def test_a_yes_read_as_no_or_a_no_as_yes(state: State) -> None:
    anna, where = OfflineUnderstander(), context(state)
    tried = [one for one in said() if one[1] in OPPOSITE][ELSEWHERE.index(state) :: len(ELSEWHERE)]
    wrong = [(t, m) for t, m in tried if anna.understand(t, where).yes_no is OPPOSITE[m]]
    assert wrong == []
