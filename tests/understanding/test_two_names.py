"""The names of two who come."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.two_names import others_name, the_other_of, two_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("nilza e neide", ("Nilza", "Neide")),
        ("Nilza, Neide", ("Nilza", "Neide")),
        ("nilza souza e neide de souza", ("Nilza Souza", "Neide de Souza")),
        ("é a Nilza e a Neide", ("Nilza", "Neide")),
        ("Ana / Bia", ("Ana", "Bia")),
        ("Maria e José.", ("Maria", "José")),
        ("Maria do Carmo e Silva", None),
        ("Ana Maria", None),
        ("Nilza, sexta", None),
        ("Rita de Cássia", None),
        ("Nilza e pronto", None),
        ("sim", None),
        ("neide, pode ser?", None),
    ],
)
def test_two_names_or_one(text: str, names: tuple[str, str] | None) -> None:
    assert two_names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("eu sou nilza e ela neide", "Neide"),
        ("meu nome é Nilza e o dela: Neide Souza", "Neide Souza"),
        ("sou a nilza, minha mãe é a Maria do Carmo", "Maria do Carmo"),
        ("minha irmã se chama Neide Lima", "Neide Lima"),
        ("sim, nome da minha mãe é Rosa Lima", "Rosa Lima"),
        ("sim, nome da minha mãe é rosa maria de lima", "Rosa Maria de Lima"),
        ("minha mãe se chama rosa lima e eu sou carla", "Rosa Lima"),
        ("pode ser nesse, ela é Rosa Lima", "Rosa Lima"),
        ("sim, o dela é Rosa Lima", "Rosa Lima"),
        ("minha mãe Vera Lima, sim", "Vera Lima"),
        ("sou a Dirce, queria limpeza pra mim e pra minha irmã Odila", "Odila"),
        ("sou a Ana e minha mãe é odete", "Odete"),
        ("eu e minha filha Yasmin de tarde", "Yasmin"),
        ("eu e minha mãe Odete queremos limpeza", "Odete"),
        ("minha mãe Sexta", None),
        ("minha mãe A partir das 10", None),
        ("minha filha Amanhã", None),
        ("sim, minha mãe é alérgica", None),
        ("sim, minha mãe é idosa", None),
        ("ela é minha mãe", None),
        ("ela vai fazer limpeza", None),
        ("a dela é Limpeza De Pele", None),
        ("ela Botox e eu Limpeza", None),
        ("o nome dela é o mesmo da ficha", None),
        ("Minha Mãe Quer Limpeza", None),
        ("ela quer botox", None),
        ("ela e eu", None),
        ("sou Nilza", None),
    ],
)
def test_the_other_one_is_named(text: str, name: str | None) -> None:
    assert others_name(text) == name


def test_the_other_of_a_pair_is_who_she_is_not() -> None:
    assert the_other_of(("Nilza", "Neide"), "nilza souza") == "Neide"
    assert the_other_of(("Nilza", "Neide"), "Carla") is None
    assert the_other_of(("Nilza", "Neide"), "") is None
