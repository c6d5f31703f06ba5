"""Whether it is asked if a consulta was called off, moved or booked, and what only looks so."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, YesNo
from anna.conversation.understanding.intents.happened import asks_what_happened
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line

NOW = datetime(2026, 11, 24, 15, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))
ASKED = [
    "e a consulta, cancelou?",
    "cancelou?",
    "cancelou mesmo?",
    "foi cancelada?",
    "vc cancelou mesmo?",
    "vcs já desmarcaram?",
    "desmarcou?",
    "remarcou?",
    "remarcou pra quando?",
    "e aí, remarcou ou não",
    "tá cancelado?",
    "tá confirmado ou não",
    "ficou marcado né",
    "marcou?",
    "marcou quinta 10h?",
    "conseguiu remarcar pra mim?",
    "deu certo o cancelamento?",
    "queria saber se cancelou",
    "será que marcou mesmo",
    "a de sexta foi desmarcada?",
    "foi cancelado por quê?",
    "fui remarcada?",
    "eu cancelei?",
    "mudou o meu horário?",
]


@pytest.mark.parametrize("text", ASKED)
@pytest.mark.parametrize("state", [State.NONE, State.ASK_WHEN, State.OFFER_SLOTS, State.REMINDER])
def test_what_has_become_of_it_is_asked(text: str, state: State) -> None:
    reading = OfflineUnderstander().understand(text, Context(reference_time=NOW, state=state))
    assert reading.intents == {Intent.CHECK_APPOINTMENT}
    assert reading.yes_no in {None, YesNo.UNCLEAR}
    assert reading.when is None


@pytest.mark.parametrize(
    "text",
    [
        "cancela",
        "pode cancelar?",
        "dá pra remarcar?",
        "consegue marcar pra quinta?",
        "marca quinta 10h?",
        "alguém cancelou?",
        "alguém desmarcou? tem vaga?",
        "o uber cancelou, tô atrasada",
        "minha mãe cancelou?",
        "ela marcou?",
        "se eu cancelar devolve?",
        "mudou o endereço?",
        "mudaram o telefone?",
        "já cancelei",
        "cancelei ontem",
        "tá marcado",
        "pode ser marcado pra sexta?",
        "vocês cancelam?",
        "foi caro?",
        "tá certo?",
    ],
)
def test_what_only_looks_so(text: str) -> None:
    assert asks_what_happened(Line.of(text)) is None


def test_what_is_wished_behind_it_is_heard() -> None:
    reading = OfflineUnderstander().understand(
        "cancelou? então quero marcar outra pra sexta", Context(reference_time=NOW)
    )
    assert reading.intents == {Intent.CHECK_APPOINTMENT, Intent.SCHEDULE}
    assert reading.when is not None
