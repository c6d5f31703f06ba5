"""Who says that a consulta was booked elsewhere, and who only speaks of others."""

from __future__ import annotations

import pytest

from anna.turns.handoff.looked_for import booked_elsewhere


@pytest.mark.parametrize(
    "text",
    [
        "acho que foi minha filha que marcou pelo telefone dela",
        "marquei com outro telefone",
        "foi com outro número",
        "tá no celular do meu marido",
        "minha nora que marcou",
        "minha filha que marcou pra mim",
        "quem marcou foi meu marido",
        "marquei por telefone",
        "marquei aí na recepção",
        "agendei pelo instagram",
    ],
)
def test_a_consulta_that_was_booked_elsewhere_is_heard(text: str) -> None:
    assert booked_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "minha filha quer marcar também",
        "posso marcar pra minha filha?",
        "quero marcar por telefone",
        "marquei com outra clínica",
        "qual o telefone de vocês?",
        "foi minha filha que indicou vocês",
        "não foi minha filha que marcou",
        "marquei na quinta",
        "meu marido vai marcar depois",
        "troquei de telefone",
    ],
)
def test_who_only_speaks_of_others_has_booked_nowhere(text: str) -> None:
    assert not booked_elsewhere(text)
