"""Two who come and change their minds: what is booked in the end is what was last said of each, or a person sees to it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from anna.simulation.house import House
from tests.conversations.test_two_who_come import (
    BOTOX,
    CLEANSING,
    HERSELF,
    OTHER,
    PEELING,
    PHONE,
    QUINTA,
    Talk,
    pay,
    read_new,
    reply_of,
)

LASER = "depilacao_laser"
GOES_ON, TURNS = "(responde)", 16
"""She answers what is asked, as whoever reads little does."""


@dataclass(frozen=True)
class Change:
    """What is said, with what is asked answered in between, and what each is to have in the end; None for nothing."""

    says: tuple[str, ...]
    hers: str | None
    theirs: str | None
    who: tuple[str, str] = (HERSELF, OTHER)

    @property
    def wanted(self) -> list[tuple[str, str]]:
        return sorted(
            (who, what) for who, what in zip(self.who, (self.hers, self.theirs), strict=True) if what
        )


def _change(
    *says: str, hers: str | None, theirs: str | None, who: tuple[str, str] = (HERSELF, OTHER)
) -> Change:
    return Change(says, hers, theirs, who)


LASER_BOTH = (
    "quero marcar depilação a laser pra mim e pra Cida",
    QUINTA,
    "eu Débora Siqueira e ela Cida Lima",
)
APART = ("quero botox pra mim e limpeza pra Cida", QUINTA)
CHANGES = (
    # hers is booked, and the other one's list is open
    _change(*LASER_BOTH, "1", "pera ela disse q nao quer mais laser, quer limpeza", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, "1", "ela mudou de ideia, agora quer limpeza", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, "1", "pra ela é só limpeza! o laser é meu e fica", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, "1", "a Cida prefere limpeza em vez do laser", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, "1", "ela desistiu do laser, vai fazer limpeza", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, "1", "o dela é limpeza, não laser", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, "1", "ela desistiu", hers=LASER, theirs=None),
    _change(*LASER_BOTH, "1", "ela n vai mais, só eu mesmo", hers=LASER, theirs=None),
    _change(*LASER_BOTH, "1", "deixa só o meu então", hers=LASER, theirs=None),
    # times for the first are offered
    _change(*LASER_BOTH, "a Cida quer limpeza em vez de laser", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, "ela desistiu, sou só eu", hers=LASER, theirs=None),
    _change(*LASER_BOTH, "eu desisti, marca só pra ela", hers=None, theirs=LASER),
    _change(*APART, "nao espera, eu limpeza e ela botox", hers=CLEANSING, theirs=BOTOX),
    _change(*APART, "troca, o botox é dela e a limpeza é minha", hers=CLEANSING, theirs=BOTOX),
    _change(*APART, "ela quer peeling e não limpeza", hers=BOTOX, theirs=PEELING),
    _change(*APART, "ela não pode mais, cancela o dela", hers=BOTOX, theirs=None),
    # both are booked
    _change(*LASER_BOTH, GOES_ON, "a Cida não quer mais laser, ela quer limpeza", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, GOES_ON, "o da Cida é limpeza, não laser", hers=LASER, theirs=CLEANSING),
    _change(*LASER_BOTH, GOES_ON, "a Cida desistiu", hers=LASER, theirs=None),
    _change(*LASER_BOTH, GOES_ON, "cancela o da Cida, o meu fica", hers=LASER, theirs=None),
    # who writes for somebody else, and wants something too
    _change("oi sou a Débora secretária do seu Fernando, ele quer botox quinta que vem de manhã", "Fernando Aguiar", "1",
            "eu também quero, limpeza, quinta perto das 11", hers=CLEANSING, theirs=BOTOX, who=(HERSELF, "Fernando")),
    _change("limpeza pra minha mãe quinta que vem de tarde", "sim", "eu também quero, botox", "Cida Lima", hers=BOTOX, theirs=CLEANSING),
    _change("limpeza pra minha mãe quinta que vem de tarde", GOES_ON, "e eu quero botox no mesmo dia de tarde", hers=BOTOX, theirs=CLEANSING),
    _change("limpeza pra minha mãe quinta que vem de tarde", GOES_ON, "a limpeza é minha, o botox que é dela", hers=CLEANSING, theirs=BOTOX),
    _change("limpeza pra minha mãe quinta que vem de tarde", GOES_ON, "a limpeza é minha, não é dela", hers=CLEANSING, theirs=None),
    _change("oi sou a Débora secretária do seu Fernando, ele quer botox quinta que vem de manhã", "Fernando Aguiar", "sim", "1",
            "eu também quero limpeza, quinta que vem de tarde", "(paga)", hers=CLEANSING, theirs=BOTOX, who=(HERSELF, "Fernando")),
    # more of them
    _change("limpeza pra mim e pra minha irmã", "quinta que vem", "minha mãe vai tbm, somos 3", hers=CLEANSING, theirs=CLEANSING),
    _change("limpeza pra mim e pra Cida", QUINTA, "ah e minha prima quer tb", hers=CLEANSING, theirs=CLEANSING),
)  # fmt: skip

_BOOKED = """
  select split_part(p.nome, ' ', 1) as who, string_agg(s.slug, '+' order by s.slug) as what
  from agendamento.consultas a join crm.pacientes p on p.id = a.paciente_id
  join agendamento.consulta_servicos x on x.consulta_id = a.id join agendamento.servicos s on s.id = x.servico_id
  where a.conversa_id is not null and a.status in ('agendado', 'reservado') group by a.id, p.nome order by a.inicio
"""


async def _play(house: House, change: Change) -> tuple[str, list[str]]:
    """Play it to its end; how it ends, and what was said."""
    talk = Talk(change.says, change.hers or LASER, change.theirs or LASER)
    said: list[str] = []
    left, answer = list(change.says), None
    for _ in range(TURNS):
        if left and not (left[0] == GOES_ON and answer):
            text = left.pop(0)
            if text == GOES_ON:
                continue
        elif answer is None:
            break
        else:
            text = answer
        said.append(f"> {text}")
        await (pay(house) if text == "(paga)" else house.say(PHONE, text=text))
        await house.settle()
        texts, templates = await read_new(house)
        said += texts
        if await house.value("select count(*) from whatsapp.transferencias"):
            return "handed", said
        answer = reply_of(talk, templates, " ".join(texts))
    return "ended", said


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.says[-1])
async def test_what_was_last_said_of_each_is_booked(house: House, change: Change) -> None:
    ending, said = await _play(house, change)
    booked = sorted((row["who"], row["what"]) for row in await house.rows(_BOOKED))
    told = "\n".join([ending, str(booked), *said])
    if ending == "handed":
        assert len(booked) == len(set(booked)), told
    else:
        assert booked == change.wanted, told
