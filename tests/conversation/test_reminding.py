"""Reminders that are wished for or asked about beside something else, and what only names them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from anna.commands import Reading
from anna.conversation.question import Heard
from anna.conversation.reminding import reminded
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)


def _read(text: str) -> Reading:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW))


@pytest.mark.parametrize(
    ("text", "asks", "rest"),
    [
        ("o lembrete pode eu falei!!", False, None),
        ("VOLTAR so o lembrete", False, None),
        ("pode. mas o lembrete do dia eu quero", False, "pode."),
        ("a primeira. e o lembrete?", True, "a primeira."),
        ("vou receber lembrete sim ou nao", True, None),
        ("pode, e nao esquece do lembrete", False, "pode"),
        ("e me manda o lembrete viu", False, None),
        ("vcs mandam lembrete?", True, None),
    ],
)
def test_what_is_said_of_the_reminders_and_besides(text: str, asks: bool, rest: str | None) -> None:
    found = reminded(Heard(reading=_read(text), text=text), _read)
    assert found is not None
    assert (found.asks, found.rest and found.rest.text) == (asks, rest)


@pytest.mark.parametrize(
    "text",
    [
        "não recebi o lembrete",
        "obrigada pelo lembrete",
        "não quero lembrete",
        "para de mandar lembrete",
        "manda o lembrete pra minha mãe",
        "cancela o lembrete errado",
        "quero marcar limpeza sexta",
        "lembrete: minha consulta é sexta",
    ],
)
def test_what_only_names_them(text: str) -> None:
    assert reminded(Heard(reading=_read(text), text=text), _read) is None
