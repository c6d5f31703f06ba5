"""What is booked stays: what says so while other times are offered, and what only looks like it."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from anna.commands import Reading
from anna.conversation.understanding.replies.keeping import (
    arrives,
    forgets,
    keeps_booked,
    moves_own,
    wishes_other_time,
)
from anna.when import TimeKind, When

BOOKED = datetime.fromisoformat("2026-11-27T16:00")
OFFERED = [datetime.fromisoformat(at) for at in ("2026-11-25T16:15", "2026-11-26T11:00", "2026-11-30T09:00")]
FOUR = Reading(when=When(time_kind=TimeKind.AT, time_start=time(16)))
ELEVEN = Reading(when=When(time_kind=TimeKind.AT, time_start=time(11)))
PICKED = Reading(slot_choice=OFFERED[0])


@pytest.mark.parametrize("text", [
    "deixa assim", "deixa como ta", "deixa do jeito que está", "fica como estava", "ta bom deixa assim, ate mais tarde", "deixa o meu mesmo",
    "vou no meu horario mesmo", "é a msm consulta", "ja ta marcado", "já tá marcado, não precisa marcar de novo", "so confirmando", "esquece",
    "deixa, não precisa", "deixa pra la", "era so pra confirmar", "mantém o que eu já tenho", "sexta ué, já tá marcado", "fico com o meu",
    "não quero mudar mais nada", "era só pra conferir mesmo",
])  # fmt: skip
def test_it_stays(text: str) -> None:
    assert keeps_booked(text, Reading(), [BOOKED], OFFERED)


@pytest.mark.parametrize("text", [
    "nao! deixa as 16", "ta bom esquece, vou as 16 tchau", "fica as 16", "vou as 16 mesmo", "deixa sexta as 16", "às 16h mesmo né?", "mantém as 16",
    "a que eu tenho as 16", "confirmado as 16",
])  # fmt: skip
@pytest.mark.parametrize("reading", [FOUR, PICKED], ids=["hour", "taken for a time near it"])
def test_its_hour_stays(text: str, reading: Reading) -> None:
    assert keeps_booked(text, reading, [BOOKED], OFFERED)


@pytest.mark.parametrize("text", [
    "deixa as 11", "vou as 11", "esquece, quinta as 11 então", "fica a das 11", "pode ser as 11", "11 mesmo",
])  # fmt: skip
def test_a_time_that_is_offered_does_not(text: str) -> None:
    assert not keeps_booked(text, ELEVEN, [BOOKED], OFFERED)


@pytest.mark.parametrize("text", [
    "quero mudar", "deixa eu ver", "deixa pra segunda", "fica na quinta", "quero as 16 de quarta", "outro dia", "ja ta marcado mas quero mudar", "pode ser",
    "deixa quarta", "ta marcado?", "ja ta marcada a limpeza, agora quero o botox", "mais um", "sim", "troca", "antes das 16", "esquece as 16, tem as 17?",
])  # fmt: skip
def test_what_only_looks_so(text: str) -> None:
    assert not keeps_booked(text, Reading(), [BOOKED], OFFERED)


def test_nothing_stays_where_nothing_is_booked() -> None:
    assert not keeps_booked("deixa assim", Reading(), [])


def test_an_hour_that_is_offered_too_says_nothing() -> None:
    assert not keeps_booked("deixa as 16", FOUR, [BOOKED], [datetime.fromisoformat("2026-11-30T16:00")])


@pytest.mark.parametrize("text", [
    "tem mais cedo?", "tem como ser mais cedo?", "queria outro horario", "tem outro dia?", "oi, queria um horário mais tarde", "dá pra ser um pouco mais cedo?",
    "consegue outra data?", "posso ir mais tarde?", "da pra ver outro dia por favor",
])  # fmt: skip
def test_another_time_is_wished(text: str) -> None:
    assert wishes_other_time(text)


@pytest.mark.parametrize("text", [
    "tem botox mais cedo?", "posso chegar mais cedo?", "quero botox outro dia", "tem horário?", "mais tarde eu vejo", "outro dia eu fui aí", "tem vaga sexta?",
])  # fmt: skip
def test_no_other_time_is_wished(text: str) -> None:
    assert not wishes_other_time(text)


def test_a_thing_is_forgotten() -> None:
    assert forgets("deixa, esquece o botox")
    assert not forgets("esquece, vou as 16")


@pytest.mark.parametrize("text", [
    "queria trocar de 16 hs pra mais cedo minha limpeza", "eu quero MUDAR ela, ja ta marcada, pra de manhã", "preciso remarcar minha consulta", "quero mudar o horário que eu marquei",
    "dá pra adiantar meu horário?", "passar a minha sessão pra sexta", "queria mudar a que eu tenho quinta",
])  # fmt: skip
def test_her_own_is_moved(text: str) -> None:
    assert moves_own(text)


@pytest.mark.parametrize("text", [
    "quero mudar meu visual", "quero trocar meu telefone", "quero marcar minha limpeza", "se eu precisar mudar minha consulta?", "posso depois mudar meu horário?",
    "quero trocar de clínica", "minha limpeza quinta",
])  # fmt: skip
def test_nothing_of_hers_is_moved(text: str) -> None:
    assert not moves_own(text)


def test_she_says_when_she_arrives() -> None:
    assert arrives("da pra chegar 15:15?")
    assert arrives("chego 15h20 tá?")
    assert not arrives("posso chegar antes?")
    assert not arrives("como chego aí?")
    assert not arrives("quero marcar, chego 15h")
