"""One patient's story, told to workers that may die, and what is left of it in the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from anna.app import Client
from anna.simulation.house import House

LEASES = timedelta(seconds=121)
"""Longer than any lease, shorter than anything a flow waits for."""

HOPELESS = timedelta(minutes=11)
"""After this a message that the provider does not list is given up."""


async def work(house: House, client: Client) -> None:
    """Let `client` do everything that is due, and what follows from it, also what the provider tells a moment later."""
    idle = 0
    for _ in range(300):
        worked = [
            await client.turns.take_next(),
            await client.dispatcher.handle_next(),
            await client.dispatcher.wake_next(),
            await client.dispatcher.act_next(),
            await client.door.send_next(),
            await client.door.resolve_uncertain() > 0,
        ]
        await house.standin.core.settle()
        idle = 0 if any(worked) else idle + 1
        if idle == 2:
            return
    raise AssertionError("the house does not come to rest")


async def pay(house: House, phone: str, how: str = "pix") -> None:
    """Use the payment link of this patient: pix, cartao, recusar, or only look at it."""
    link = await house.value(
        "select f.link from financeiro.faturas f join agendamento.consultas c on c.id = f.consulta_id"
        " join whatsapp.conversas v on v.id = c.conversa_id join whatsapp.identidades i on i.contato_id = v.contato_id"
        " where i.tipo = 'phone' and i.endereco like $1 || '%' order by f.criada_em desc, f.id desc limit 1",
        phone,
    )
    looks = how == "look"  # the page closes when somebody sees that its time is over
    async with house.http.request("GET" if looks else "POST", link if looks else f"{link}/{how}") as response:
        assert response.ok, await response.text()
    await house.standin.core.settle()


async def act(house: House, phone: str, step: str) -> None:
    """One step of a story: `$pix`, `$recusar` and `$look` use the payment page, `$wait:<minutes>` lets time pass, everything else is said."""
    if step in ("$pix", "$recusar", "$look"):
        await pay(house, phone, step[1:])
    elif step.startswith("$wait:"):
        house.clock.advance(timedelta(minutes=int(step.removeprefix("$wait:"))))
    else:
        await house.say(phone, text=step)


@dataclass(frozen=True)
class Left:
    """What a story left behind. Words differ by the ids they are chosen with; what was said, to which end, does not."""

    said: list[tuple[Any, ...]]
    heard: list[tuple[Any, ...]]
    runs: list[tuple[Any, ...]]
    turns: int
    agenda: list[tuple[Any, ...]]
    charges: list[tuple[Any, ...]]
    effects: list[tuple[Any, ...]]
    people: list[tuple[Any, ...]]
    news: list[tuple[Any, ...]]


_WHO = (
    "with eu as (select c.id, c.contato_id from whatsapp.conversas c join whatsapp.identidades i using (contato_id)"
    " where i.tipo = 'phone' and i.endereco like $1 || '%'), minhas as"
    " (select e.* from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id, eu"
    "  where r.tipo = 'conversa' and r.alvo = eu.id) "
)


async def left_of(house: House, phone: str) -> Left:
    """Read what is left of the story of this phone."""

    async def rows(sql: str) -> list[tuple[Any, ...]]:
        return [tuple(row.values()) for row in await house.rows(_WHO + sql, phone)]

    return Left(
        said=await rows(
            "select e.fluxo, m.passo, m.visita, m.modelo, m.especie, m.status, m.motivo from eu join whatsapp.mensagens m on m.conversa_id = eu.id"
            " left join automacao.execucoes e on e.id = m.execucao_id where m.direcao = 'saida' order by m.ordem"
        ),
        heard=await rows(
            "select m.texto, m.desfecho from eu join whatsapp.mensagens m on m.conversa_id = eu.id where m.direcao = 'entrada' order by m.ordem"
        ),
        runs=await rows(
            "select fluxo, estado, passo, visita, desfecho, motivo from minhas order by fluxo, criada_em, id"
        ),
        turns=len(
            await rows(
                "select t.id from eu join whatsapp.turnos t on t.conversa_id = eu.id where t.resultado = 'concluido'"
            )
        ),
        agenda=await rows(
            "select c.status, c.revisao, c.motivo from eu join agendamento.consultas c on c.conversa_id = eu.id order by c.criada_em, c.id"
        ),
        charges=await rows(
            "select f.status, f.valor, t.tipo, t.valor from eu join agendamento.consultas c on c.conversa_id = eu.id"
            " join financeiro.faturas f on f.consulta_id = c.id left join financeiro.transacoes t on t.fatura_id = f.id order by f.id"
        ),
        effects=await rows(
            "select x.acao, x.passo, x.visita, x.status from minhas join automacao.efeitos x on x.execucao_id = minhas.id order by x.criado_em"
        ),
        people=await rows(
            "select p.saida, c.dono, l.status, (select array_agg(q.score) from crm.qualificacoes q where q.lead_id = l.id),"
            " (select count(*) from whatsapp.transferencias t where t.conversa_id = c.id),"
            " (select count(*) from whatsapp.contato_pacientes x where x.contato_id = c.contato_id)"
            " from eu join whatsapp.conversas c on c.id = eu.id join whatsapp.contatos p on p.id = c.contato_id"
            " left join crm.leads l on l.contato_id = p.id"
        ),
        news=await rows(
            "select v.nome, v.erro, v.tratado_em is not null from automacao.eventos v, eu where v.refs->>'conversa' = eu.id::text"
            " or v.refs->>'consulta' in (select a.id::text from agendamento.consultas a where a.conversa_id = eu.id) order by 1"
        ),
    )


async def on_the_phone(house: House, phone: str) -> list[str]:
    """What reached the phone, in its order."""
    house.heard.clear()
    return await house.new_texts(phone)


async def in_the_ledger(house: House, phone: str) -> Sequence[str]:
    """What the ledger says the provider took, in its order."""
    rows = await house.rows(
        _WHO
        + "select m.texto from eu join whatsapp.mensagens m on m.conversa_id = eu.id where m.direcao = 'saida'"
        " and m.status in ('aceita', 'enviada', 'entregue', 'lida') order by m.ordem",
        phone,
    )
    return [row["texto"] for row in rows]
