"""Who says that she confirms the one of a day confirms that she comes."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Intent
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime.fromisoformat("2026-11-25T14:10:00-03:00")


def intents(text: str) -> frozenset[Intent]:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=State.NONE)).intents


@pytest.mark.parametrize(
    "text",
    [
        "é pra confirmar a minha de terça viu",
        "é só pra confirmar minha consulta",
        "to confirmando a minha de terça",
        "venho confirmar a minha de terça",
        "confirmo a minha de terça",
        "quero confirmar a minha do dia 1",
        "confirmo o meu horário de sexta",
        "Deus te abençoe, é pra confirmar a minha de terça viu, e minha filha vai junto, pode?",
    ],
)
def test_hers_is_confirmed(text: str) -> None:
    assert Intent.CONFIRM_ATTENDANCE in intents(text)


@pytest.mark.parametrize(
    "text",
    [
        "pode confirmar a minha de terça?",
        "não confirmo a minha de terça",
        "é pra confirmar a minha de terça?",
        "é pra confirmar o valor",
        "me confirma a de terça?",
        "confirmo com você depois",
    ],
)
def test_what_is_asked_or_refused_confirms_nothing(text: str) -> None:
    assert Intent.CONFIRM_ATTENDANCE not in intents(text)
