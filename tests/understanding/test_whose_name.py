"""Whose that is said to be which is booked."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.whose_name import names_whose, orders_a_name


@pytest.mark.parametrize(
    ("text", "nome"),
    [
        ("é da Duda esse, Eduarda Ferraz. troca o nome", "Duda"),
        ("não!! 11h15 é da Tereza, Simone é 9h15. troca o nome", "Tereza"),
        ("o nome dessa é da minha vó Iracema", "Iracema"),
        ("a 11h30 é da minha vó Iracema, vc marcou no nome de quem", "Iracema"),
        ("esse é pra Iracema, minha vó, não pra mim", "Iracema"),
        ("troca o nome desse pra Tereza", "Tereza"),
        ("o segundo é da Tereza", "Tereza"),
        ("quero trocar a segunda pra Tereza", "Tereza"),
        ("errado, esse horario é da minha mãe Ivone", "Ivone"),
        ("a de sexta é da Bruna, tá no meu nome", "Bruna"),
        ("muda o nome pra Fernanda", "Fernanda"),
        ("coloca o nome da Silvana", "Silvana"),
        ("esse horário é da minha mãe?", None),
        ("o das 11 é da Tereza?", None),
        ("essa não é da Duda", None),
        ("esse horário é da tarde", None),
        ("essa é da clínica?", None),
        ("quero trocar a segunda pra quarta", None),
        ("troca o nome", None),
        ("esse número é da Duda", None),
        ("quero marcar pra Duda", None),
        ("a promoção é da Duda", None),
    ],
)
def test_whose_it_is_said_to_be(text: str, nome: str | None) -> None:
    assert names_whose(text) == nome


def test_an_order_for_another_name() -> None:
    assert orders_a_name("troca o nome")
    assert orders_a_name("tá no nome da Simone")
    assert not orders_a_name("troca o horário")
    assert not orders_a_name("esse é da Duda")
