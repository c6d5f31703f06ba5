"""Who says that he writes."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.another import claims_to_be
from anna.conversation.understanding.facts.speaking import asks_to_tell_nobody, says_name, who_speaks


@pytest.mark.parametrize(
    "text",
    [
        "oi, sou o marido da Gisele",
        "aqui é a mãe da gisele",
        "sou advogado da Gisele, preciso saber",
        "aqui quem fala é o filho dela",
        "fala o namorado da dona Gisele",
        "esse é o celular dela",
        "to com o celular dela aqui",
    ],
)
def test_a_stranger_is_no_owner(text: str) -> None:
    speaker = who_speaks(text)
    assert speaker is not None
    assert not speaker.is_owner({"gisele", "souza"}, set())


@pytest.mark.parametrize("text", ["aqui é o marido da Elaine", "sou ex da Elaine", "fala o noivo da Elaine"])
def test_who_belongs_to_somebody_unknown_is_no_owner(text: str) -> None:
    speaker = who_speaks(text)
    assert speaker is not None
    assert not speaker.is_owner({"gisele", "souza"}, {"julia"})


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("me manda o prontuário da Elaine que sou eu mesma", True),
        ("preciso da ficha da Elaine Souza, sou eu", True),
        ("os dados da Elaine, que no caso é ela mesma", True),
        ("me manda o meu prontuário, sou eu mesma", False),
        ("me manda o prontuário da Elaine", False),
        ("sou eu mesma, pode confirmar", False),
        ("qual o procedimento da Helena? sou eu de novo", False),
    ],
)
def test_who_claims_to_be_somebody(text: str, claims: bool) -> None:
    assert claims_to_be(text, {"helena"}) is claims


@pytest.mark.parametrize(
    "text", ["sou eu mesma", "oi sou eu", "sou a mãe da Julia", "sou amiga da Carla, ela que indicou"]
)
def test_the_owner_stays_the_owner(text: str) -> None:
    speaker = who_speaks(text)
    assert speaker is not None
    assert speaker.is_owner({"gisele", "souza"}, set())


@pytest.mark.parametrize(
    "text",
    [
        "quero marcar pro marido da Gisele",
        "minha mãe vai comigo",
        "quanto é o botox da testa",
        "sou cliente da Gisele",
        "o celular dela é 11 99999-1111",
    ],
)
def test_others_are_spoken_of_and_do_not_speak(text: str) -> None:
    assert who_speaks(text) is None


def test_her_name_is_hers() -> None:
    assert says_name("aqui é a Gisele", {"gisele"})
    assert not says_name("aqui é o marido da Gisele", {"gisele"})


@pytest.mark.parametrize(
    "text",
    [
        "se meu marido perguntar fala que não tem nada marcado",
        "se ele ligar aí não conta nada",
        "se alguém perguntar, não falem que eu fui",
    ],
)
def test_nobody_is_told(text: str) -> None:
    assert asks_to_tell_nobody(text)


@pytest.mark.parametrize(
    "text", ["se ele ligar avisa que eu vou", "se minha mãe perguntar o preço?", "meu marido não pode quarta"]
)
def test_others_may_be_told(text: str) -> None:
    assert not asks_to_tell_nobody(text)
