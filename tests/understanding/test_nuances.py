"""What a message says besides its commands: a table of messages, and of look-alikes that say nothing of the kind."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Intent, Nuance, YesNo
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime.fromisoformat("2026-11-25T14:12:00-03:00")


def read(text: str, state: State = State.NONE):
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=state))


@pytest.mark.parametrize(
    ("nuance", "text"),
    [
        (Nuance.MISSENT, "foi mal mensagem errada era pro meu ex"),
        (Nuance.MISSENT, "ops, errei de conversa"),
        (Nuance.MISSENT, "desculpa, não era pra vocês"),
        (Nuance.MISSENT, "oi desculpa foi meu filho de 3 anos que pegou o celular"),
        (Nuance.MISSENT, "foi mal, minha neta mexeu no celular"),
        (Nuance.GIVES_UP, "deixa queto"),
        (Nuance.GIVES_UP, "não quero procedimento nenhum"),
        (Nuance.GIVES_UP, "não desejo nenhum procedimento"),
        (Nuance.ANYTHING, "qualquer horário"),
        (Nuance.ANYTHING, "o primeiro que tiver"),
        (Nuance.ANYTHING, "limpeza de pele o mais cedo possível"),
        (Nuance.ANYTHING, "pra mim tanto faz"),
        (Nuance.LATER, "vou ver com meu marido e te falo"),
        (Nuance.LATER, "preciso pensar"),
        (Nuance.LATER, "só um minuto"),
        (Nuance.LATER, "qualquer coisa te aviso"),
        (Nuance.SAYS_PAID, "passei no pix agora"),
        (Nuance.SAYS_PAID, "mandei pelo pix agora"),
        (Nuance.SAYS_PAID, "minha neta pagou aqui pra mim"),
        (Nuance.SAYS_PAID, "minha nora fez o pix"),
        (Nuance.SAYS_PAID, "meu genro já transferiu"),
        (Nuance.HAGGLES, "a vista no dinheiro tem como ser 200"),
        (Nuance.HAGGLES, "e a vista da pra fazer 180?"),
        (Nuance.HAGGLES, "no pix sai por 200?"),
        (Nuance.HAGGLES, "aceita 180 no dinheiro?"),
        (Nuance.HAGGLES, "tem como ser 200 reais"),
        (Nuance.GIVES_UP, "não quero mais"),
        (Nuance.GIVES_UP, "deixa pra lá"),
        (Nuance.GIVES_UP, "n precisa, vlw"),
        (Nuance.GIVES_UP, "não quero marcar nada"),
        (Nuance.GIVES_UP, "não vou marcar nada não, obrigada"),
        (Nuance.GIVES_UP, "não quero agendar nada por enquanto"),
        (Nuance.GIVES_UP, "para"),
        (Nuance.UNLISTED, "quero fazer bioplastia"),
        (Nuance.UNLISTED, "vocês fazem unha?"),
        (Nuance.UNLISTED, "rinoplastia"),
        (Nuance.ASKS_CATALOGUE, "que procedimentos vcs fazem?"),
        (Nuance.ASKS_TO_ASK, "oi, queria tirar uma dúvida"),
        (Nuance.ASKS_TELEPHONE, "qual o telefone da clínica?"),
        (Nuance.ASKS_PURPOSE, "oq vcs querem comigo"),
        (Nuance.ASKS_PURPOSE, "o que vcs querem?"),
        (Nuance.ASKS_PURPOSE, "pq vcs ficam me mandando mensagem?"),
        (Nuance.ASKS_PURPOSE, "quem são vcs?"),
        (Nuance.ASKS_PURPOSE, "nunca falei com vcs"),
        (Nuance.SAYS_PAID, "já fiz o pix"),
        (Nuance.ASKS_PREPARATION, "precisa levar alguma coisa?"),
        (Nuance.ASKS_INSURANCE, "atendem unimed?"),
        (Nuance.OWN_NUMBER, "meu numero é esse msm"),
        (Nuance.OWN_NUMBER, "pode me chamar nesse zap"),
        (Nuance.ALSO, "e também limpeza de pele"),
        (Nuance.ALSO, "aproveitando, quero peeling"),
        (Nuance.ALSO, "e mais uma limpeza de pele"),
        (Nuance.OWN_NUMBER, "sabado 10h botox\nesse numero msm"),
    ],
)
def test_each_nuance_is_heard(nuance: Nuance, text: str) -> None:
    assert nuance in read(text).nuances


@pytest.mark.parametrize(
    ("nuance", "text"),
    [
        (Nuance.ANYTHING, "qualquer coisa te aviso"),
        (Nuance.ANYTHING, "quando tiverem tempo me liguem"),
        (Nuance.LATER, "vou querer sexta"),
        (Nuance.GIVES_UP, "não quero mais botox, quero peeling"),
        (Nuance.GIVES_UP, "não quero de manhã"),
        (Nuance.GIVES_UP, "não quero marcar nada de manhã"),
        (Nuance.GIVES_UP, "não quero marcar na sexta"),
        (Nuance.GIVES_UP, "precisa de jejum? se não precisa, obrigada"),
        (Nuance.GIVES_UP, "não precisa de sinal?"),
        (Nuance.GIVES_UP, "para sexta"),
        (Nuance.UNLISTED, "tenho silicone, posso fazer massagem?"),
        (Nuance.UNLISTED, "quero botox"),
        (Nuance.ASKS_TO_ASK, "queria uma informação sobre botox"),
        (Nuance.ASKS_TELEPHONE, "meu telefone é 11 98765-4321"),
        (Nuance.ASKS_PURPOSE, "o que vcs querem fazer no meu rosto?"),
        (Nuance.ASKS_PURPOSE, "o que vcs fazem?"),
        (Nuance.ASKS_PURPOSE, "pq vcs não me respondem?"),
        (Nuance.ASKS_PURPOSE, "quem são os profissionais?"),
        (Nuance.ASKS_PURPOSE, "nunca fui aí, onde fica?"),
        (Nuance.OWN_NUMBER, "esse número agora é meu"),
        (Nuance.ALSO, "também quero saber o endereço"),
        (Nuance.ALSO, "não quero mais botox, quero peeling"),
        (Nuance.ALSO, "que horas é o botox e o endereço"),
        (Nuance.OWN_NUMBER, "esse numero é da clinica mesmo?"),
        (Nuance.ASKS_OFFER, "vocês têm estacionamento?"),
        (Nuance.SAYS_PAID, "não passei no pix ainda"),
        (Nuance.SAYS_PAID, "posso passar no pix?"),
        (Nuance.SAYS_PAID, "passei no mercado agora"),
        (Nuance.SAYS_PAID, "minha sogra pagou caro na outra clínica"),
        (Nuance.SAYS_PAID, "minha neta vai pagar"),
        (Nuance.HAGGLES, "pode ser as 10?"),
        (Nuance.HAGGLES, "da pra pagar em 6 vezes no cartão?"),
        (Nuance.HAGGLES, "pago a vista no pix, pode?"),
        (Nuance.HAGGLES, "o sinal de 150 da pra pagar no pix"),
        (Nuance.HAGGLES, "no dinheiro, pode ser as 14h?"),
    ],
)
def test_a_look_alike_is_not(nuance: Nuance, text: str) -> None:
    assert nuance not in read(text).nuances


@pytest.mark.parametrize(
    "text",
    [
        "pode sim esse mesmo é o meu zap",
        "é esse",
        "esse aqui",
        "pode usar",
        "sim é meu whats",
        "por aqui mesmo",
    ],
)
def test_a_long_yes_to_the_number_is_a_yes(text: str) -> None:
    reading = read(text, State.ASK_PHONE)
    assert (reading.yes_no, reading.intents) == (YesNo.YES, {Intent.AFFIRM})


@pytest.mark.parametrize(
    "text", ["não, esse não", "esse horário não dá", "é do meu marido", "pode usar ácido antes?"]
)
def test_what_is_no_yes_to_the_number(text: str) -> None:
    assert read(text, State.ASK_PHONE).yes_no is not YesNo.YES


def test_two_letters_that_sound_like_a_procedure_are_none() -> None:
    assert read("the price of botox").procedure == ("botox",)
    assert read("quero hof").procedure == ("harmonizacao_facial",)


@pytest.mark.parametrize("text", ["so queria saber. vlw", "na verdade só queria saber mesmo, obrigada"])
def test_who_only_wished_to_know_asks_nothing_more(text: str) -> None:
    said = read(text, State.ASK_WHEN)
    assert Nuance.ONLY_ASKED in said.nuances
    assert said.intents == {Intent.THANKS}


@pytest.mark.parametrize(("text", "asks"), [
    ("só quero saber o endereço, obrigada", Intent.LOCATION), ("só queria saber o endereço", Intent.LOCATION),
])  # fmt: skip
def test_who_only_wishes_to_know_something_asks_it(text: str, asks: Intent) -> None:
    assert asks in read(text, State.ASK_WHEN).intents
