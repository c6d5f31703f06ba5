"""One more of what was booked just now, for whom it is said and no more."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.one_for import for_me, now_for_herself, one_more_for


@pytest.mark.parametrize(
    "text",
    [
        "agora uma pra mim no mesmo horario", "quero uma pra mim tambem", "uma pra mim", "e uma pra mim", "mais uma pra mim", "agora quero marcar uma pra mim",
        "agora uma pra minha filha", "ok, agora uma igual pra mim", "queria outra pra minha irmã Joana", "tem uma pra mim tambem depois dela?",
        "obrigada! e uma pra mim?", "pode marcar uma pra mim nesse mesmo dia?", "preciso de mais uma pra minha mãe", "uma pro meu marido",
    ],
)  # fmt: skip
def test_one_more_is_wished(text: str) -> None:
    assert one_more_for(text)


@pytest.mark.parametrize(
    "text",
    [
        "uma pergunta pra mim", "uma duvida pra mim", "manda pra mim", "quero uma foto pra mim", "agora nao da pra mim", "me manda uma pra mim ver",
        "quero uma limpeza pra mim", "cancela uma pra mim", "uma pra mim ta bom", "pra minha mãe",
    ],
)  # fmt: skip
def test_something_else_is_wished(text: str) -> None:
    assert not one_more_for(text)


@pytest.mark.parametrize(
    "text",
    [
        "agora a minha", "agora o meu", "falta o meu", "e pra mim?", "agora pra mim", "e eu?", "agora eu", "falta a minha agora", "marca a minha tambem",
        "agora a minha no mesmo horario",
    ],
)  # fmt: skip
def test_now_it_is_her_turn(text: str) -> None:
    assert now_for_herself(text)


@pytest.mark.parametrize(
    "text",
    [
        "o meu", "e o meu?", "eu", "a minha", "agora a minha mãe", "e a minha mãe?", "eu vou agora", "agora meu nome", "cancela a minha", "agora nao",
    ],
)  # fmt: skip
def test_it_is_not_her_turn(text: str) -> None:
    assert not now_for_herself(text)


def test_a_thing_is_for_herself() -> None:
    assert for_me("botox pra mim segunda de tarde", ["botox"])
    assert for_me("agora Botox também para mim", ["Botox"])
    assert not for_me("botox, segunda fica bom pra mim", ["botox"])
    assert not for_me("botox pra minha mãe", ["botox"])
