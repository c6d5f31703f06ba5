"""Whose consulta is called off, moved or asked about, where one is booked for her and one for somebody of hers."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.of_two import (
    Whose,
    asks_of_that_one,
    asks_when_it_is,
    asks_whether_stands,
    both_are_meant,
    calls_off_and_moves,
    neither_comes,
    swaps_the_two,
    whose_is_meant,
    whose_is_moved,
    whose_is_off,
)

NAMES = frozenset({"vera"})

THEIRS_IS_OFF = """
oi minha mae nao vai mais poder ir sabado, só eu
minha mãe não vai poder ir, só vou eu
a minha mãe desistiu, vai só eu
minha mae ficou doente e nao vai, eu vou
minha mãe não consegue ir no sábado
tira a da minha mãe, a minha fica
nao, é pra cancelar o horario da minha mae Vera
cancela a da Vera
a Vera não vai mais
o dela eu cancelo
a dela eu vou cancelar
vou só eu agora
vai ser só eu mesmo, minha mãe desistiu
cancela a consulta da minha mãe mas a minha continua
ela não vai mais não
ela n vai mais conseguir ir
desmarca só o da minha mãe
só a minha que fica, a dela pode cancelar
não vai dar pra minha mãe ir
quero desmarcar a da mainha
não vou com a minha mãe mais, ela desistiu
""".strip().splitlines()

HERS_IS_OFF = """
eu não vou poder ir, só minha mãe vai
cancela a minha, a dela fica
desmarca o meu e deixa o da minha mãe
eu desisti, ela vai
não vou mais, mas a minha mãe vai
não consigo ir, a Vera vai sozinha
cancela só a minha
o meu pode cancelar, a dela não
""".strip().splitlines()

NOBODYS_ALONE = """
eu e minha mãe não vamos mais
não vou poder ir
cancela as duas
cancela a minha e a dela
a minha e a da minha mãe pode cancelar
desmarca o horário da Vera e o meu
minha mãe não pode me levar
se minha mãe não puder ir tem problema?
minha mãe não foi ontem
não cancela a da minha mãe
não cancela a da minha mãe, só a minha
a gente não vai mais
minha mãe não vai gostar
minha mãe pode não ir?
minha mãe não vai pagar nada né
minha mãe não vai demorar né
quero marcar pra minha mãe
eu vou e ela também vai
o meu e o dela tão certos?
""".strip().splitlines()


@pytest.mark.parametrize("text", THEIRS_IS_OFF)
def test_the_other_one_does_not_come(text: str) -> None:
    assert whose_is_off(text, NAMES) is Whose.THEIRS


@pytest.mark.parametrize("text", HERS_IS_OFF)
def test_she_does_not_come_herself(text: str) -> None:
    assert whose_is_off(text, NAMES) is Whose.HERS


@pytest.mark.parametrize("text", NOBODYS_ALONE)
def test_it_is_not_plain_whose_is_off(text: str) -> None:
    assert whose_is_off(text, NAMES) is None


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("o meu continua né?", Whose.HERS),
        ("quero mudar a minha pra sexta de manhã, a dela fica", Whose.HERS),
        ("quero mudar a da Vera", Whose.THEIRS),
        ("minha mãe pediu pra mudar o horário dela", Whose.THEIRS),
        ("que horas eu vou?", None),
        ("muda a minha e a dela", None),
    ],
)
def test_whose_is_spoken_of(text: str, whose: Whose | None) -> None:
    assert whose_is_meant(text, NAMES) is whose


@pytest.mark.parametrize(
    "text",
    [
        "o meu continua né?", "nada nao, o meu continua ne?", "e o meu ta de pé?", "a dela continua?", "o da minha mãe ta certo?", "a minha fica né",
        "mas a minha continua marcada né?", "e a da Vera tá de pé?", "o meu ta valendo ainda?", "e os dois tão certos?",
    ],
)  # fmt: skip
def test_it_is_asked_whether_it_stands(text: str) -> None:
    assert asks_whether_stands(text, NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "o meu é que horas?", "o meu fica quanto?", "cancela o meu tá?", "a minha continua doendo?", "o meu ta caro né?", "posso trocar o meu?",
        "continua", "a minha mãe continua com dor", "fica quanto a dela?", "muda a minha, a dela fica né?",
    ],
)  # fmt: skip
def test_something_else_is_asked(text: str) -> None:
    assert not asks_whether_stands(text, NAMES)


def test_no_more_is_asked_than_of_whom() -> None:
    assert asks_of_that_one("e a da minha mãe?")
    assert asks_of_that_one("e o dela?")
    assert asks_of_that_one("mas e o meu?")
    assert not asks_of_that_one("e a minha mãe vai?")
    assert not asks_of_that_one("e o da clínica quanto é?")


def test_it_is_spoken_of_both() -> None:
    assert both_are_meant("cancela a minha e a da minha mãe", NAMES)
    assert both_are_meant("o da Vera e o meu", NAMES)
    assert not both_are_meant("cancela a minha, a da Vera fica", NAMES)
    assert not both_are_meant("cancela a da Vera", NAMES)


def test_neither_comes() -> None:
    assert neither_comes("eu e minha mãe não vamos mais poder ir")
    assert neither_comes("a gente não vai poder ir")
    assert not neither_comes("eu e minha mãe vamos sim")
    assert not neither_comes("se a gente não puder ir?")


@pytest.mark.parametrize(
    "text",
    [
        "troca a minha com a dela", "inverte os nossos horários", "troca o meu horario com o da minha mãe", "troca os dois",
        "ela vai no meu horario e eu no dela", "minha mãe fica com o meu e eu fico com o dela", "eu vou no horario dela e ela no meu",
        "troca meu horário pelo dela", "troca eu e ela", "quero trocar nossos horários",
    ],
)  # fmt: skip
def test_each_is_to_have_the_others_time(text: str) -> None:
    assert swaps_the_two(text)


@pytest.mark.parametrize(
    "text",
    [
        "troca a minha por limpeza", "troca a minha pra sexta", "troca o horario da minha mãe", "troca os dois pra sexta", "minha mãe vai no meu lugar",
        "troca o meu botox pela limpeza", "quero trocar o horario",
    ],
)  # fmt: skip
def test_something_else_is_changed(text: str) -> None:
    assert not swaps_the_two(text)


@pytest.mark.parametrize(
    "text",
    [
        "a Vera pediu p trocar comigo, ela vai de manha e eu de tarde", "minha mãe quer trocar de horário comigo", "quero trocar de horário com a Vera",
        "dá pra eu trocar com a minha mãe?", "posso trocar com ela? ela vem mais cedo",
    ],
)  # fmt: skip
def test_one_would_swap_with_the_other(text: str) -> None:
    assert swaps_the_two(text, NAMES)


@pytest.mark.parametrize(
    "text",
    ["quero trocar com a Helena", "troca com ela o curativo?", "pode trocar uma ideia comigo?", "troca pra quando der, comigo não tem tempo ruim"],
)  # fmt: skip
def test_no_one_swaps(text: str) -> None:
    assert not swaps_the_two(text, NAMES)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("oi minha mae pediu p passar o dela p quarta, o meu fica", Whose.THEIRS),
        ("passa a da minha mãe pra quarta", Whose.THEIRS),
        ("muda a da Vera pra sexta de manhã", Whose.THEIRS),
        ("a minha passa pra 11h, a dela continua", Whose.HERS),
        ("adia o meu pra semana que vem, o da minha mãe fica", Whose.HERS),
        ("passa as duas pra sexta", None),
        ("minha mãe passou mal ontem", None),
        ("passa o pix da minha mãe", None),
        ("muda o nome da minha mãe", None),
        ("cancela a dela e marca pra sexta", None),
    ],
)
def test_whose_is_moved(text: str, whose: Whose | None) -> None:
    assert whose_is_moved(text, NAMES) is whose


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("desmarca a da Vera e a minha passa pra 11h", True),
        ("cancela o meu e muda o da minha mãe pra sexta", True),
        ("a dela pode cancelar, a minha remarca pra quinta", True),
        ("cancela a dela e a minha", False),
        ("cancela a dela, a minha fica", False),
        ("passa a dela e a minha pra sexta", False),
        ("cancela a da Vera e remarca ela pra sexta", False),
    ],
)
def test_one_is_called_off_and_one_is_moved(text: str, so: bool) -> None:
    assert calls_off_and_moves(text, NAMES) is so


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("qual o horário da consulta da minha mãe?", True),
        ("que dia é a da Vera?", True),
        ("esqueci o horário dela", True),
        ("quando é a consulta da minha mãe", True),
        ("qual o horário da minha?", False),
        ("qual o horário de vocês?", False),
        ("que dia posso mudar a da Vera?", False),
        ("minha mãe vai", False),
    ],
)
def test_it_is_asked_when_the_other_one_comes(text: str, asked: bool) -> None:
    assert asks_when_it_is(text, NAMES) is asked
