"""Each house rule catches what breaks it, and nothing that keeps it."""

from __future__ import annotations

import pytest

from anna.clinica.settings import Tom
from anna.conversation.style import breaches, length

KEPT = (
    "Oi, Maria, bom dia! Sou a Anna. Para botox, que dia e horário ficam bons para você?",
    "Botox: R$ 1.200,00. Para reservar há um sinal de R$ 150,00, descontado no dia.",
    "Marcado! Botox com a Dra. Helena: sexta, 27/11, às 10h30.\nRua das Aroeiras, 410.",
    "De sexta, 27/11, a domingo, 29/11, não atendemos. Qual outro dia serve?",
    "Ligue agora para o 192 (SAMU) ou vá ao pronto-socorro mais próximo.",
    "O sinal é por aqui: https://pagar.example/d768/22/11?x=1",
)
BROKEN = (
    ("more than one question", "Tudo bem? Que dia fica bom?"),
    ("price not as R$ 1.234,56", "Botox sai por R$ 1200."),
    ("price not as R$ 1.234,56", "Botox sai por R$1.200,00."),
    ("price not as R$ 1.234,56", "Botox sai por 890 reais."),
    ("date without its weekday", "Marcado para 27/11, às 10h."),
    ("something left out", "Marcado com {{ profissional }}."),
    ("something left out", "Marcado com None."),
    ("something left out", "Nosso endereço é ."),
    ("something left out", "Estamos em  São Paulo."),
    ("shouted", "Responda SIMM para parar."),
    ("emoji", "Marcado! ✅"),
    ("emoji", "Oi 😊"),
    ("too long", "Se quiser, é só chamar. " * 11),
    ("too many options", "Qual?\n" + "\n".join(f"{n}. sexta" for n in range(1, 11))),
)


@pytest.mark.parametrize("text", KEPT)
def test_a_good_text_is_left_alone(text: str) -> None:
    assert breaches(text, Tom.INFORMAL) == []


@pytest.mark.parametrize(("rule", "text"), BROKEN)
def test_a_broken_rule_is_named(rule: str, text: str) -> None:
    assert rule in {breach.rule for breach in breaches(text, Tom.INFORMAL)}


@pytest.mark.parametrize("text", ["Você prefere qual dia?", "Me diz o dia.", "Oi, Maria.", "É pra sexta."])
def test_a_formal_clinic_is_not_familiar(text: str) -> None:
    assert [breach.rule for breach in breaches(text, Tom.FORMAL)] == ["wrong tone"]
    assert not breaches(text, Tom.INFORMAL)


@pytest.mark.parametrize(
    "text", ["A senhora prefere qual dia?", "Olá, Sra. Maria.", "Prezada Maria, bom dia."]
)
def test_nobody_is_called_what_nobody_knows_she_is(text: str) -> None:
    assert [breach.rule for breach in breaches(text, Tom.INFORMAL)] == ["wrong tone"]


def test_an_example_of_a_date_is_no_date() -> None:
    text = "Pode escrever com números, como 15/12."
    assert breaches(text, Tom.INFORMAL, fixed=text) == []
    assert breaches(text, Tom.INFORMAL) != []


def test_one_emoji_is_enough_where_they_are_wanted() -> None:
    assert breaches("Marcado! ✅", Tom.INFORMAL, emoji=True) == []
    assert breaches("Marcado! ✅🎉", Tom.INFORMAL, emoji=True) != []


def test_what_is_tapped_is_not_read_as_a_wall() -> None:
    assert length("Qual?\n1. sexta, 27/11, às 10h\n2. sexta, 27/11, às 11h\nÉ só mandar o número.") == 27
