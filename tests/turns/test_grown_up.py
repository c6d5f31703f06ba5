"""Who was taken for a minor, and is of age."""

from __future__ import annotations

import pytest

from anna.turns.handoff.children import is_grown_up, is_responsible

SCHOOL = "oi é a Anna do ensino medio?? kkkk"


@pytest.mark.parametrize(
    "text",
    [
        "kkkkkk tenho 34 anos",
        "EU TENHO 34 ANOS. so quero saber de limpeza",
        "sou maior de idade",
        "sou de maior",
        "tenho 18",
        "ja tenho 19 anos",
        "sou adulta gente",
        "que menor? meu marido tem 61",
        "ninguem aqui é de menor",
        "não tem nenhum menor",
    ],
)
def test_of_age(text: str) -> None:
    assert is_grown_up(text, SCHOOL)


@pytest.mark.parametrize(
    "text",
    [
        "tenho 16",
        "quase 18",
        "vou fazer 18 mes que vem",
        "não sou de maior",
        "tenho 20 anos de casada",
        "tenho 30 reais",
        "minha mae tem 34 anos",
    ],
)
def test_not_of_age(text: str) -> None:
    assert not is_grown_up(text, SCHOOL)


def test_an_age_that_was_told_stays() -> None:
    assert not is_grown_up("tenho 34 anos", "tenho 16 anos, quero botox")
    assert not is_grown_up("tenho 34 anos", "minha filha tem 13 anos")


def test_a_mother_is_responsible() -> None:
    assert is_responsible("eu sou a mãe", SCHOOL)
    assert is_responsible("quanto é?", "minha filha de 13 anos quer laser")
    assert not is_responsible("minha mae deixa", "tenho 14")
