"""What each of two who come says of her own time."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.each_hour import (
    each_hour,
    hour_of_the_other,
    told_apart,
    two_times,
    with_hours,
)
from anna.conversation.understanding.facts.of_two import books_later
from anna.conversation.understanding.facts.whom import Whom, read_whom


@pytest.mark.parametrize(
    ("text", "hers", "theirs"),
    [
        ("9 pra mim e 9 45 pra ela", "9h pra mim", "e 9:45 pra ela"),
        ("10 pra ela e 9 pra mim", "e 9h pra mim", "10h pra ela"),
        ("eu 9 ela 10", "eu 9h", "ela 10h"),
        ("9 a minha e 10 a dela", "9h a minha", "e 10h a dela"),
        ("quinta a minha 9h a dela 10h", "quinta a minha 9h", "a dela 10h"),
        ("quinta 9h eu 11h minha irmã", "quinta 9h eu", "11h minha irmã"),
        ("eu terça ela quarta", "eu terça", "ela quarta"),
        ("eu posso terça mas ela só quinta", "eu posso terça", "mas ela só quinta"),
        ("eu terça 9h ela quarta 10h", "eu terça 9h", "ela quarta 10h"),
        ("terça 9h eu quarta 10h ela", "terça 9h eu", "quarta 10h ela"),
        ("marca eu terça e minha mãe na quarta", "marca eu terça", "e minha mãe na quarta"),
        ("eu 8:30 e a Cida 9:30", "eu 8:30", "e ela 9:30"),
        ("9h eu, 10h ela", "9h eu", ", 10h ela"),
        ("pra mim dia 26 e pra ela dia 27", "pra mim dia 26", "e pra ela dia 27"),
        ("eu de manha minha irma de tarde", "eu de manha", "minha irma de tarde"),
    ],
)
def test_each_has_a_time_of_her_own(text: str, hers: str, theirs: str) -> None:
    parts = each_hour(text)
    assert parts is not None
    assert tuple(part.strip() for part in parts) == (hers, theirs)


@pytest.mark.parametrize(
    "text",
    [
        "eu e ela 9h",
        "9h pra mim",
        "9h ou 10h pra ela",
        "eu 1 ela 2",
        "o meu marido sai as 18h, eu quero 9h",
        "quero 9h pra mim, minha filha sai da escola 12h",
        "quinta 9h com a Camila pra mim",
        "pra mim 9h é ruim, ela prefere 10h",
        "eu não posso 9h ela 10h",
        "tanto faz, eu 9h ela 10h",
    ],
)
def test_not_each_has_a_time_of_her_own(text: str) -> None:
    assert each_hour(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "eu 1 ela 2",
        "dia 9 pra mim e dia 10 pra ela",
        "opção 9 pra mim",
        "meu número é 11 98765-4510 pra mim",
        "10 anos ela",
        "26/11 pra mim e 27/11 pra ela",
        "2 pra mim",
        "R$ 10 reais pra ela",
        "9h pra mim",
    ],
)
def test_no_bare_number_is_an_hour(text: str) -> None:
    assert with_hours(text) == text


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("ela só pode depois das 16h", True),
        ("minha irmã só consegue de tarde", True),
        ("a Cida prefere sexta", True),
        ("o dela só depois das 17h", True),
        ("minha mãe só de manhã", True),
        ("ela é as 16", True),
        ("nao!! ela é as 16", True),
        ("a dela é 16h", True),
        ("minha mãe vai de tarde", True),
        ("ela quer na sexta às 10h", True),
        ("o da minha mãe é às 16h", True),
        ("ela chega em casa às 16h", False),
        ("ela quer saber se tem às 16h", False),
        ("a dela é às 16h e a minha às 14h", False),
        ("ela só pode depois das 16h, eu de manhã", False),
        ("ela não pode de manhã", False),
        ("só posso depois das 16h", False),
        ("ela pode às 16h?", False),
        ("ela vai logo depois de mim", False),
        ("nós só podemos de tarde", False),
        ("minha mãe só pode me levar de manhã", False),
    ],
)
def test_it_is_the_other_ones_hour_alone(text: str, theirs: bool) -> None:
    assert hour_of_the_other(text) is theirs


@pytest.mark.parametrize(
    ("text", "hers", "theirs"),
    [
        ("9h45 e o do meu filho 10h30", "9h45", "e o do meu filho 10h30"),
        ("10h30 minha e 15h30 da minha irmã", "10h30 o minha", "e 15h30 da minha irma"),
        ("a minha 10h, a da Odila 11h", "a minha 10h", ", a dela 11h"),
        ("de manhã e o da minha irmã de tarde", "de manhã", "e o da minha irmã de tarde"),
        ("quinta que vem e o da Lena sexta que vem", "quinta que vem", "e o dela sexta que vem"),
        ("a Lena 15 30 e eu 10 30", "e eu 10:30", "ela 15:30"),
    ],
)
def test_whose_the_first_is_may_go_without_saying(text: str, hers: str, theirs: str) -> None:
    parts = each_hour(text)
    assert parts is not None
    assert tuple(part.strip() for part in parts) == (hers, theirs)


@pytest.mark.parametrize(
    "text",
    [
        "10h30 e 15h30",
        "nem pensar 10h30 pra ela, ela é 15h30 e eu 10h30",
        "10h30 e 15h30, o primeiro meu e o segundo da minha irmã",
        "quinta e sexta, eu e ela",
        "a zuíla 15 30 eu 10 30",
    ],
)
def test_it_is_not_plain_whose_each_is(text: str) -> None:
    assert two_times(text)
    assert not told_apart(text)


@pytest.mark.parametrize(
    "text",
    [
        "quinta ou sexta pra mim e pra minha irmã",
        "10h30 pra nós duas",
        "das 14h às 16h pra mim e pra ela",
        "eu saio do trabalho às 17h, pode ser 18h?",
        "quinta às 10h30, eu e minha irmã",
        "entre 14h e 16h, eu e ela",
        "eu e minha mãe, quinta de manhã",
    ],
)
def test_one_time_is_for_both(text: str) -> None:
    assert not two_times(text) or told_apart(text)


@pytest.mark.parametrize(
    "text",
    [
        "depois ela marca",
        "depois ela marca o dela",
        "ela marca depois",
        "o dela a gente vê depois",
        "a Lena liga depois",
        "depois vejo o dela",
        "minha irmã mesmo marca depois",
        "o dela fica pra outro dia",
    ],
)
def test_the_other_one_is_booked_another_time(text: str) -> None:
    assert books_later(text)


@pytest.mark.parametrize(
    "text",
    [
        "eu 10h e ela depois",
        "ela vem depois de mim",
        "o dela depois do meu",
        "depois ela vem",
        "ela marca depois?",
        "ela só pode depois das 15h",
        "o dela pra depois do meu",
    ],
)
def test_the_other_one_comes_after_her(text: str) -> None:
    assert not books_later(text)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("quero marcar limpeza pro Pedro e pro João, meus filhos", Whom.MORE),
        ("limpeza pra meus dois filhos", Whom.MORE),
        ("limpeza pras minhas duas filhas", Whom.MORE),
        ("vou mandar pros meus filhos", None),
        ("comprei pros meus filhos", None),
        ("limpeza pra mim e pra Lena", Whom.BOTH),
    ],
)
def test_two_of_hers_are_more_than_one(text: str, whom: Whom | None) -> None:
    assert read_whom(text) is whom
