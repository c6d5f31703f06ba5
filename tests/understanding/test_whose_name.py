"""Whose that is said to be which is booked."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.whose_name import (
    comes_instead,
    name_told,
    names_whose,
    orders_a_name,
)


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


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("minha irmã pode ir no meu lugar na limpeza de sexta?", True),
        ("quem vai no meu lugar é a minha irmã", True),
        ("posso mandar uma amiga no meu lugar?", True),
        ("ela no meu lugar mesmo dia mesma hora", True),
        ("se coloca no meu lugar", False),
        ("no meu lugar você faria?", False),
        ("se fosse no meu lugar vc ia gostar?", False),
        ("colocaram outra no meu lugar", False),
        ("ela foi no meu lugar da outra vez", False),
    ],
)
def test_comes_instead(text: str, so: bool) -> None:
    assert comes_instead(text) is so


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paula", "Paula"),
        ("é a Paula", "Paula"),
        ("o nome dela é Paula Dias", "Paula Dias"),
        ("minha irmã Ana da Silva", "Ana da Silva"),
        ("obrigada", None),
        ("a Paula vai ligar amanhã de manhã pra vocês", None),
        ("quinta", None),
        ("não sei ainda", None),
    ],
)
def test_name_told(text: str, name: str | None) -> None:
    assert name_told(text) == name
