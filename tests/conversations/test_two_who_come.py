"""Two who come together, in the words of many: each is booked for what she came for, asked about, or handed over, and never otherwise.

The patient of these talks reads little: she takes the first time of every list, pays, and says a name where one is asked for. What
she said is what the rows are held against.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from anna.simulation.house import House

PHONE = "5511900010100"
HERSELF, OTHER = "Débora", "Cida"
BOTOX, CLEANSING, PEELING = "botox", "limpeza_de_pele", "peeling"
_CALLED = {BOTOX: "botox", CLEANSING: "limpeza", PEELING: "peeling"}
_TURNS, _ASKED = 14, 2
PAYS = "(paga)"


@dataclass(frozen=True)
class Talk:
    """What is said of two, and what each of them wants."""

    says: tuple[str, ...]
    hers: str = BOTOX
    theirs: str = CLEANSING

    @property
    def told_apart(self) -> str:
        """What whoever is asked answers."""
        return f"{_CALLED[self.hers]} pra mim e {_CALLED[self.theirs]} pra minha irmã"


def _two(*says: str, hers: str = BOTOX, theirs: str = CLEANSING) -> Talk:
    return Talk(says, hers, theirs)


QUINTA = "quinta que vem de tarde"
BOTH = "oi quero marcar pra mim e pra minha irmã"
TWO_WHO_COME = (
    _two("quero botox pra mim e limpeza pra Cida", QUINTA),
    _two(
        "oi quero marcar botox e limpeza pra mim e pra minha irmã",
        "o botox é pra mim, a Cida é a limpeza",
        QUINTA,
    ),
    _two("oi quero marcar um horário", "mainha limpeza, eu peeling", QUINTA, hers=PEELING),
    _two(BOTH, "eu limpeza ela botox", QUINTA, hers=CLEANSING, theirs=BOTOX),
    _two("eu limpeza, minha irmã botox", QUINTA, hers=CLEANSING, theirs=BOTOX),
    _two("marca eu e a Cida, ela limpeza e eu botox", QUINTA),
    _two("limpeza na Cida e botox em mim", QUINTA),
    _two("eu vou de botox e a minha irmã vai de limpeza", QUINTA),
    _two("minha irmã quer limpeza e eu botox", QUINTA),
    _two("eu botox às 14h e minha irmã limpeza às 15h quinta que vem"),
    _two("quinta que vem: botox 14h eu, limpeza 15h minha irmã"),
    _two("bom dia\neu - botox\nCida - limpeza", QUINTA),
    _two("somos duas, eu e minha irmã. botox pra mim. limpeza pra ela", QUINTA),
    _two(BOTH, "a limpeza é da Cida e o botox é meu", QUINTA),
    _two(BOTH, "o botox é meu, o da minha irmã é limpeza", QUINTA),
    _two("quero marcar limpeza pra minha irmã Cida e aproveitar pra fazer botox também eu", QUINTA),
    _two("pra minha mãe limpeza, pra mim botox", QUINTA),
    _two(BOTH, "limpeza pra ela, pra mim botox", QUINTA),
    _two("a Cida faz limpeza, eu faço botox", QUINTA),
    _two(BOTH, "eu fico com o botox e ela fica com a limpeza", QUINTA),
    _two(BOTH, "a minha é botox, a dela é limpeza", QUINTA),
    _two(BOTH, "o meu é botox e o dela limpeza", QUINTA),
    _two("minha irmã limpeza, eu botox depois dela, quinta que vem de tarde"),
    _two("quero botox e limpeza, o primeiro pra mim e o segundo pra minha irmã", QUINTA),
    _two("quero botox pra mim", "minha irmã quer limpeza", QUINTA),
    _two("quero botox", QUINTA, "minha irmã também quer ir, mas ela é limpeza"),
    _two("eu e a Cida, botox e limpeza", QUINTA),
    _two("quero marcar pra mim e pra Cida", "eu botox, ela só limpeza mesmo", QUINTA),
    _two("não, o botox é pra mim; a Cida é que faz limpeza", QUINTA),
    _two("botox não é pra ela é pra mim, pra ela é limpeza", QUINTA),
    _two("limpeza minha irmã e botox eu", QUINTA),
    _two("oi quero botox", "dia 31/11 de tarde", "eu e minha irmã, a dela é limpeza", QUINTA),
    _two("quero botox", "somos eu e minha irmã, ela só limpeza", QUINTA),
    _two("bora marcar: eu no botox, Cida na limpeza", QUINTA),
)


async def read_new(house: House) -> tuple[list[str], frozenset[str]]:
    """What reached her phone since, and the templates it is made of."""
    texts = await house.new_texts(PHONE)
    rows = await house.rows(
        "select modelo, dados->'ditas' as ditas from whatsapp.mensagens where direcao = 'saida' and texto = any($1)",
        texts,
    )
    return texts, frozenset(name for row in rows for name in (row["modelo"], *(row["ditas"] or ())) if name)


async def pay(house: House) -> None:
    link = await house.value(
        "select link from financeiro.faturas where link is not null order by criada_em desc limit 1"
    )
    async with house.http.post(f"{link}/pix") as response:
        assert response.ok
    await house.standin.core.settle()
    await house.settle()


async def play_talk(house: House, talk: Talk) -> tuple[str, list[str]]:
    """Play it; how it ends, and what was said."""
    said: list[str] = []
    answers = list(talk.says)
    asked = 0
    for _ in range(_TURNS):
        if not answers:
            break
        text = answers.pop(0)
        said.append(f"> {text}")
        if text == PAYS:
            await pay(house)
        else:
            await house.say(PHONE, text=text)
            await house.settle()
        texts, templates = await read_new(house)
        said += texts
        if await house.value("select count(*) from whatsapp.transferencias"):
            return "handed", said
        if answers:
            continue
        reply = reply_of(talk, templates, " ".join(texts))
        if reply == talk.told_apart:
            asked += 1
            if asked > _ASKED:
                return "asked", said
        if reply:
            answers.append(reply)
    return "ended", said


def reply_of(talk: Talk, templates: frozenset[str], texts: str) -> str | None:
    """What somebody answers who looks only at what is asked."""
    if "ask_quem_faz" in templates or "ask_procedimento" in templates:
        return talk.told_apart
    if "link_pagamento" in templates or "link_pagamento_novo" in templates:
        return PAYS
    if templates & {"ask_nome_da_outra", "ask_nome_de_quem_vem"}:
        return "Cida Lima"
    if "ask_nome" in templates:
        return "Débora Siqueira"
    if "1. " in texts:
        return "1"
    if "confirm_telefone" in templates:
        return "sim"
    if "ask_quando" in templates:
        return QUINTA
    return None


_BOOKED = """
  select split_part(p.nome, ' ', 1) as who, string_agg(s.slug, '+' order by s.slug) as what
  from agendamento.consultas a join crm.pacientes p on p.id = a.paciente_id
  join agendamento.consulta_servicos x on x.consulta_id = a.id join agendamento.servicos s on s.id = x.servico_id
  where a.conversa_id is not null and a.status in ('agendado', 'reservado') group by a.id, p.nome order by a.inicio
"""


@pytest.mark.parametrize("talk", TWO_WHO_COME, ids=lambda talk: talk.says[-1 if len(talk.says) == 1 else -2])
async def test_each_of_two_gets_what_she_came_for(house: House, talk: Talk) -> None:
    ending, said = await play_talk(house, talk)
    booked = [(row["who"], row["what"]) for row in await house.rows(_BOOKED)]
    told = "\n".join([ending, str(booked), *said])
    wanted = [(HERSELF, talk.hers), (OTHER, talk.theirs)]
    assert set(booked) <= set(wanted), told
    assert len(booked) == len(set(booked)), told
    if ending != "handed":
        assert sorted(booked) == sorted(wanted), told
