"""Two who come, each with a day or an hour of her own, in the words of many: each is booked within what was said of her."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

import pytest

from anna.simulation.house import House
from tests.conversations.test_two_who_come import HERSELF, OTHER, Talk, play_talk

CLEANSING, BOTOX, PEELING = "limpeza_de_pele", "botox", "peeling"
THURSDAY, FRIDAY, MONDAY = 3, 4, 0
ALIKE = "quero limpeza pra mim e pra minha irmã"
APART = "quero botox pra mim e limpeza pra Cida"


@dataclass(frozen=True)
class Span:
    """On one weekday, not before and not after an hour."""

    weekday: int
    first: time
    last: time

    def holds(self, at: datetime) -> bool:
        return at.weekday() == self.weekday and self.first <= at.time() <= self.last


def _at(weekday: int, hour: int, minute: int = 0) -> Span:
    return Span(weekday, time(hour, minute), time(hour, minute))


def _mornings(weekday: int) -> Span:
    return Span(weekday, time(8), time(11, 59))


def _afternoons(weekday: int, first: int = 12) -> Span:
    return Span(weekday, time(first), time(18))


@dataclass(frozen=True)
class Hours:
    """What is said, what each wants, and when each may be booked."""

    says: tuple[str, ...]
    hers: Span
    theirs: Span
    what: tuple[str, str] = (CLEANSING, CLEANSING)


def _of(*says: str, hers: Span, theirs: Span, what: tuple[str, str] = (CLEANSING, CLEANSING)) -> Hours:
    return Hours(says, hers, theirs, what)


HALF_TEN, HALF_THREE = _at(THURSDAY, 10, 30), _at(THURSDAY, 15, 30)
TWO_AND_THEIR_HOURS = (
    _of(
        APART,
        "eu depois das 17 quinta e ela sexta de manhã",
        hers=_afternoons(THURSDAY, 17),
        theirs=_mornings(FRIDAY),
        what=(BOTOX, CLEANSING),
    ),
    _of(
        APART,
        "quinta a minha 14h a dela 15h30",
        hers=_at(THURSDAY, 14),
        theirs=HALF_THREE,
        what=(BOTOX, CLEANSING),
    ),
    _of(ALIKE, "eu quinta ela sexta", "de manhã", hers=_mornings(THURSDAY), theirs=_mornings(FRIDAY)),
    _of(
        ALIKE,
        "eu posso quinta mas ela só sexta",
        "10h30",
        hers=HALF_TEN,
        theirs=_at(FRIDAY, 10, 30),
    ),
    _of(ALIKE, "quinta, o meu 10h30 e o dela 15h30", hers=HALF_TEN, theirs=HALF_THREE),
    _of(ALIKE, "quinta, 10h30 eu 15h30 minha irmã", hers=HALF_TEN, theirs=HALF_THREE),
    _of(ALIKE, "quinta", "10 30 pra mim e 15 30 pra ela", hers=HALF_TEN, theirs=HALF_THREE),
    _of(ALIKE, "quinta", "eu 10:30 ela 15:30", hers=HALF_TEN, theirs=HALF_THREE),
    _of(ALIKE, "quinta", "15h30 pra ela e 10h30 pra mim", hers=HALF_TEN, theirs=HALF_THREE),
    _of(
        ALIKE,
        "quinta",
        "eu de manhã e ela de tarde",
        hers=_mornings(THURSDAY),
        theirs=_afternoons(THURSDAY),
    ),
    _of(
        ALIKE,
        "ela só pode de tarde, eu de manhã",
        "quinta",
        hers=_mornings(THURSDAY),
        theirs=_afternoons(THURSDAY),
    ),
    _of(
        ALIKE,
        "quinta de manhã",
        "ela só pode depois das 15h",
        hers=_mornings(THURSDAY),
        theirs=_afternoons(THURSDAY, 15),
    ),
    _of(
        ALIKE,
        "quinta de manhã",
        "minha irmã só consegue de tarde",
        hers=_mornings(THURSDAY),
        theirs=_afternoons(THURSDAY),
    ),
    _of(
        ALIKE,
        "segunda 8h eu e logo depois minha irmã",
        hers=_at(MONDAY, 8),
        theirs=Span(MONDAY, time(9), time(10)),
    ),
    _of(
        "quero limpeza pra mim quinta de manhã e pra minha irmã sexta 10h30",
        hers=_mornings(THURSDAY),
        theirs=_at(FRIDAY, 10, 30),
    ),
    _of(
        "bom dia, quanto ta a limpeza?",
        "ah sim, e tem horario quinta?",
        "eu e minha filha",
        "a dela é peeling",
        "10 30 pra mim e 15 30 pra ela",
        hers=HALF_TEN,
        theirs=HALF_THREE,
        what=(CLEANSING, PEELING),
    ),
)

_BOOKED = """
  select split_part(p.nome, ' ', 1) as who, s.slug as what, a.inicio at time zone 'America/Sao_Paulo' as at
  from agendamento.consultas a join crm.pacientes p on p.id = a.paciente_id
  join agendamento.consulta_servicos x on x.consulta_id = a.id join agendamento.servicos s on s.id = x.servico_id
  where a.conversa_id is not null and a.status in ('agendado', 'reservado') order by a.inicio
"""


@pytest.mark.parametrize("talk", TWO_AND_THEIR_HOURS, ids=lambda talk: " / ".join(talk.says[-2:]))
async def test_each_of_two_comes_when_it_was_said_of_her(house: House, talk: Hours) -> None:
    ending, said = await play_talk(house, Talk(talk.says, *talk.what))
    booked = {row["who"]: (row["what"], row["at"]) for row in await house.rows(_BOOKED)}
    told = "\n".join([ending, str(booked), *said])
    assert set(booked) == {HERSELF, OTHER}, told
    for who, what, span in zip((HERSELF, OTHER), talk.what, (talk.hers, talk.theirs), strict=True):
        assert booked[who][0] == what, told
        assert span.holds(booked[who][1]), told
