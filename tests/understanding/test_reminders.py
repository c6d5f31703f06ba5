"""Reminders that are refused, and what only names them."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.intents.intents import holds_none
from anna.conversation.understanding.intents.reminders import find_refused, refuses_reminders
from anna.conversation.understanding.text.line import Line

REFUSED = (
    "não manda lembrete aqui", "nada de lembrete por aqui", "sem lembrete por favor", "não precisa me mandar lembrete", "não quero lembrete",
    "não quero receber nenhum lembrete", "dispenso lembretes", "lembrete não precisa", "lembrete por aqui não", "não precisa mandar os lembretes não",
    "quero sexta 10h mas sem lembrete", "não preciso de lembrete",
)  # fmt: skip
NOT_REFUSED = (
    "vocês não mandam lembrete?", "não manda lembrete?", "sem lembrete eu esqueço", "fiquei sem lembrete", "não recebi lembrete nenhum", "manda lembrete",
    "não esquece de mandar o lembrete", "não precisa mandar lembrete pra minha mãe", "não precisa mandar lembrete hoje", "o lembrete não chegou",
    "quero lembrete sim", "esqueci, vocês ficaram sem mandar lembrete ontem", "não manda lembrete de manhã cedo, manda de tarde",
)  # fmt: skip


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    assert refuses_reminders(text)


@pytest.mark.parametrize("text", NOT_REFUSED)
def test_not_refused(text: str) -> None:
    assert not refuses_reminders(text)


def test_what_refuses_is_found_without_the_wish() -> None:
    text = "marca limpeza amanhã 9h sem lembrete por favor"
    start, end = find_refused(text) or (0, 0)
    assert text[start:end] == "sem lembrete por favor"


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("nem marquei ainda", True),
        ("não tenho nada marcado", True),
        ("ainda não marquei nada", True),
        ("não tenho consulta nenhuma", True),
        ("eu nem tenho consulta", True),
        ("nunca marquei nada com vocês", True),
        ("nem agendei ainda moça", True),
        ("não cheguei a marcar", True),
        ("não tenho horário marcado", True),
        ("não tenho consulta ainda", True),
        ("não marquei com outro telefone", False),
        ("não tenho nada marcado?", False),
        ("não tenho nada marcado na sexta, pode ser", False),
        ("não marquei pra sexta", False),
        ("tenho consulta marcada", False),
        ("não consegui marcar pelo site", False),
        ("quero marcar", False),
        ("não tenho horário de manhã", False),
        ("não agendei por causa da chuva", False),
    ],
)
def test_nothing_is_booked(text: str, none: bool) -> None:
    assert holds_none(Line.of(text)) is none
