"""What is whose where two come: a table of messages, and of those in which it is not plain."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.catalogue import DEFAULT
from anna.conversation.understanding.facts.each import each_of_two, names_both, of_one, three_come
from anna.conversation.understanding.facts.procedures import NAMED, read_procedures
from anna.conversation.understanding.text.line import Line


def _seen(text: str) -> list[str]:
    return [hit.saw for hit in read_procedures(Line.of(text), DEFAULT)[1] if hit.rule == NAMED]


def _slugs(text: str) -> tuple[str, ...]:
    return read_procedures(Line.of(text), DEFAULT)[0]


@pytest.mark.parametrize(
    "text",
    [
        "botox pra mim e limpeza pra minha mãe",
        "o botox é pra mim, a Cida é a limpeza",
        "o botox e pra mim a cida e a limpeza",
        "mainha limpeza, eu botox",
        "ela limpeza eu botox",
        "eu botox ela limpeza",
        "eu botox e a minha irmã só limpeza",
        "marca eu e a Cida, ela limpeza e eu botox",
        "limpeza na Cida e botox em mim",
        "eu vou de botox e a minha irmã vai de limpeza",
        "minha irmã quer limpeza e eu botox",
        "eu botox às 14h e minha irmã limpeza às 15h",
        "botox 14h eu, limpeza 15h minha irmã",
        "eu - botox\nCida - limpeza",
        "somos duas, eu e minha irmã. botox pra mim. limpeza pra ela",
        "a limpeza é da Cida e o botox é meu",
        "o botox é meu, o da minha irmã é limpeza",
        "limpeza pra minha irmã Cida e aproveitar pra fazer botox também eu",
        "limpeza pra ela, pra mim botox",
        "pra minha mãe limpeza, pra mim botox",
        "pra mim botox limpeza pra minha mãe",
        "a Cida faz limpeza, eu faço botox",
        "eu fico com o botox e ela fica com a limpeza",
        "a minha é botox, a dela é limpeza",
        "o meu é botox e o dela limpeza",
        "minha irmã limpeza, eu botox depois dela",
        "botox não é pra ela, é pra mim; pra ela é limpeza",
        "quero botox e limpeza: botox pra mim, limpeza pra ela",
        "eu e minha irmã, botox pra mim, limpeza pra ela",
        "quero botox e minha irmã limpeza",
        "bora marcar: eu no botox, Cida na limpeza",
        "eu botox/minha mãe limpeza",
        "p/ mim botox, p/ minha mãe limpeza",
        "limpeza pra mainha e pra mim botox",
        "ela quer limpeza, eu quero botox",
        "limpeza quem faz é minha irmã, botox sou eu",
    ],
)
def test_each_wants_what_she_stands_beside(text: str) -> None:
    parts = each_of_two(text, _seen(text))
    assert parts is not None
    assert [set(_slugs(part)) for part in parts] == [{"botox"}, {"limpeza_de_pele"}], parts
    assert names_both(text, _seen(text))


@pytest.mark.parametrize(
    "text",
    [
        "eu e a Cida, botox e limpeza",
        "botox e limpeza pra mim e pra minha mãe",
        "eu e minha mãe queremos botox e limpeza",
        "quero botox e limpeza pra minha irmã",
        "botox e limpeza, minha irmã me leva",
        "quero botox, minha mãe fez limpeza aí e gostou",
        "botox e limpeza com a Camila",
        "quero botox e limpeza, vou com minha irmã",
        "quero botox e limpeza antes do casamento da minha prima",
        "minha mãe limpeza, minha irmã botox",
        "eu quero botox e limpeza",
        "ela quer botox e limpeza",
        "eu botox eu limpeza",
    ],
)
def test_it_is_not_plain_whose_each_is(text: str) -> None:
    assert each_of_two(text, _seen(text)) is None


@pytest.mark.parametrize(
    ("text", "hers", "theirs"),
    [
        ("eu botox às 14h e minha irmã limpeza às 15h", "14h", "15h"),
        ("eu botox 14h ela limpeza 15h", "14h", "15h"),
        ("botox 14h eu, limpeza 15h minha irmã", "14h", "15h"),
        ("às 14h botox pra mim e às 15h limpeza pra ela", "14h", "15h"),
        ("às 15h limpeza pra minha irmã, às 14h botox pra mim", "14h", "15h"),
        ("14h eu botox 15h ela limpeza", "14h", "15h"),
        ("botox pra mim sexta e limpeza pra minha mãe quinta", "sexta", "quinta"),
        ("limpeza pra ela sábado de manhã, botox pra mim na sexta", "sexta", "sábado"),
    ],
)
def test_each_has_her_own_hour(text: str, hers: str, theirs: str) -> None:
    parts = each_of_two(text, _seen(text))
    assert parts is not None
    assert (hers in parts[0], theirs in parts[1], hers in parts[1], theirs in parts[0]) == (
        True,
        True,
        False,
        False,
    )


@pytest.mark.parametrize(
    "text",
    [
        "eu às 9h e minha irmã às 10h, limpeza",
        "limpeza, 9h eu e 10h a Cida",
        "eu sexta e minha irmã sábado",
        "eu de manhã e ela de tarde, limpeza",
        "a Cida 9h, eu 10h",
        "botox terça 14h\nminha amiga quer limpeza\nela só pode quarta",
        "botox sexta, minha mãe quer limpeza",
        "limpeza amanhã e minha irmã quer botox quinta",
        "botox na quinta de tarde. a Cida quer fazer limpeza",
    ],
)
def test_two_come_who_have_an_hour_each(text: str) -> None:
    assert names_both(text, _seen(text))


@pytest.mark.parametrize(
    "text",
    [
        "eu só posso às 9h ou às 10h",
        "minha mãe me leva às 9h, eu saio às 8h",
        "minha irmã tem médico às 9h, eu só posso às 11h",
        "eu queria sexta às 9h com a Camila",
        "quero limpeza sexta, minha irmã trabalha sábado",
        "é pra minha mãe, sexta às 9h",
        "eu chego às 9h, meu marido me busca às 10h",
        "quero botox e limpeza pra ela",
        "eu quero botox, ela fez limpeza ontem",
        "botox? minha mãe quer limpeza",
        "minha irmã quer botox e limpeza",
        "botox, minha irmã quer saber de limpeza",
        "botox pra minha mãe, ela quer limpeza também",
        "botox, minha amiga fez limpeza aí e gostou",
    ],
)
def test_one_comes(text: str) -> None:
    assert not names_both(text, _seen(text))


@pytest.mark.parametrize(
    ("text", "hers"),
    [
        ("eu limpeza", True),
        ("o botox é meu", True),
        ("pra mim botox", True),
        ("eu quero só o botox mesmo", True),
        ("botox sou eu", True),
        ("eu vou de botox na verdade", True),
        ("a Cida limpeza", False),
        ("a limpeza é da minha irmã", False),
        ("minha mãe botox", False),
        ("quem faz limpeza é ela", False),
        ("eu já fiz botox", None),
        ("eu nunca fiz botox", None),
        ("eu faço botox com vocês há anos", None),
        ("botox dói? eu tenho medo", None),
        ("eu quero botox?", None),
        ("limpeza", None),
        ("quero botox", None),
        ("eu botox e ela limpeza", None),
        ("minha mãe fez limpeza", None),
        ("eu e ela botox", None),
    ],
)
def test_one_of_both_is_told_of(text: str, hers: bool | None) -> None:
    assert of_one(text, _seen(text)) is hers


@pytest.mark.parametrize(
    ("text", "three"),
    [
        ("eu botox, minha mãe limpeza e minha irmã peeling", True),
        ("limpeza pra mim, pra Cida e pra Bia", True),
        ("eu, a Cida e a Bia, limpeza", True),
        ("minha mãe limpeza, minha irmã peeling e eu botox", True),
        ("botox pra mim e limpeza pra minha mãe e pra minha irmã", True),
        ("eu botox e minha irmã Cida limpeza", False),
        ("eu botox, minha irmã limpeza, ela prefere de manhã", False),
        ("eu botox e minha mãe limpeza, minha irmã que indicou", False),
        ("eu e minha mãe limpeza, meu pai leva a gente", False),
        ("eu e minha irmã, ela é a Cida, botox", False),
        ("aqui é a Dirce. limpeza pra mim e pra Cida", False),
        ("sou a Bia, limpeza pra mim e pra Cida", False),
        ("eu botox com a Camila e a Cida limpeza com a Helena", False),
        ("minha irmã Bia me indicou, eu quero botox", False),
    ],
)
def test_three_come(text: str, three: bool) -> None:
    assert three_come(text, _seen(text)) is three
