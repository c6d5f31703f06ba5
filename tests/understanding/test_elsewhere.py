"""Another number is wanted instead of the one she writes from, or only given when asked for."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.intents.elsewhere import writes_elsewhere
from anna.conversation.understanding.text.line import Line


@pytest.mark.parametrize(
    "text",
    [
        "usa outro número, ele pode ver esse. 11 97777-6655",
        "2. mas vcs vão mandar no outro número né? não nesse",
        "meu marido mexe no meu celular, tem como falar por outro número?",
        "manda só no 11 97777-6655, nesse aqui não",
        "não manda nada nesse número, manda no 11 97777-6655",
        "meu ex olha minhas mensagens, fala comigo no 11 97777-6655",
        "ele nao pode saber, escreve no outro chip por favor",
    ],
)
def test_this_telephone_is_not_to_be_written_to(text: str) -> None:
    assert writes_elsewhere(Line.of(text), phone="97777" in text)


@pytest.mark.parametrize(
    "text",
    [
        "não, nesse não. usa o 11 97777-6655",
        "esse não, usa outro: 11 97777-6655",
        "usa outro número, esse é do trabalho. 11 97777-6655",
        "esse é do meu marido, usa o meu 11 97777-6655",
        "minha mãe pode ver esse horário? usa outro número",
        "não manda áudio aqui, me liga no 11 97777-6655",
        "ela mexe no celular dela, o número é 11 97777-6655",
        "ele vê esse dia no outro salão",
        "não manda nada nesse número",
    ],
)
def test_another_number_is_an_answer_and_no_wish_for_silence(text: str) -> None:
    assert not writes_elsewhere(Line.of(text), phone="97777" in text)
