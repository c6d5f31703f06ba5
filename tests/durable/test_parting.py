"""Two people were taken for one, and are two again: each talk, question and booking goes back to whom it belonged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from anna.simulation.house import House
from anna.whatsapp.merging import merge_contatos, undo_merge
from tests.durable.language import Stage, flow, open_stage
from tests.durable.story import work
from tests.invariants import broken

ANA, BIA = "5511900090001", "5511900090002"
KEPT = "  - id: here\n    wait:\n    then: [{event: a.b, goto: over}, {after: 9d, goto: over}]\n  - id: over\n    end: over"


async def two(house: House) -> tuple[Stage, Stage]:
    return await open_stage(house, ANA), await open_stage(house, BIA)


async def merge(house: House, keep: Stage, drop: Stage, *, heard: bool = True) -> UUID:
    """Make one of two; the runs hear of it unless not `heard`. Returns what undoes it."""
    async with house.client.database.transaction() as conn:
        await merge_contatos(conn, keep.clinica_id, keep.contato, drop.contato, now=house.clock.now())
    if heard:
        await work(house, house.client)
    found: UUID = await house.value(
        "select id from crm.atividades where tipo = 'fusao' order by ocorrida_em desc, id desc"
    )
    return found


async def part(house: House, atividade: UUID) -> None:
    async with house.client.database.transaction() as conn:
        await undo_merge(conn, atividade, now=house.clock.now())
    await work(house, house.client)
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}


async def held(house: House, fluxo: str) -> Sequence[Mapping[str, Any]]:
    """Whose the runs of a flow are: the conversa, the contato, the key."""
    return await house.rows(
        "select e.id, e.estado, e.chave, e.suspensa_por, c.alvo as conversa, t.alvo as contato from automacao.execucoes e"
        " join automacao.refs c on c.execucao_id = e.id and c.tipo = 'conversa'"
        " join automacao.refs t on t.execucao_id = e.id and t.tipo = 'contato' where e.fluxo = $1 order by e.criada_em, e.id",
        fluxo,
    )


async def everything(house: House) -> list[list[Mapping[str, Any]]]:
    return [
        [dict(row) for row in await house.rows(sql)]
        for sql in (
            "select * from automacao.refs order by execucao_id, tipo",
            "select id, chave, estado, dados->>'key' from automacao.execucoes order by id",
            "select id, conversa_id, fechada_em from automacao.perguntas order by id",
            "select id, conversa_id from agendamento.consultas order by id",
            "select id, contato_id, conversa_id, status, motivo, encerrada_em from agendamento.lista_espera order by id",
            "select id, contato_id, conversa_id, status, frase, desfecho, encerrada_em from lgpd.solicitacoes_titular order by id",
        )
    ]


async def test_a_talk_goes_back_with_its_question_and_its_booking(house: House) -> None:
    ana, bia = await two(house)
    for text in (
        "quero marcar limpeza de pele na sexta de manhã",
        "sim",
        "o primeiro",
        "quero marcar peeling",
    ):
        await house.talk(BIA, text)
    before = await everything(house)
    atividade = await merge(house, ana, bia)
    assert {row["conversa"] for row in await held(house, "lead_to_booking")} == {ana.conversa}
    await part(house, atividade)
    assert await everything(house) == before
    await house.talk(BIA, "quinta de manhã")
    answered = "select dados->'slots' ? 'quando' from automacao.execucoes where fluxo = 'lead_to_booking' order by id desc limit 1"
    assert await house.value(answered), "and is heard there"


async def test_what_she_asked_for_goes_along_and_back(house: House) -> None:
    """A place on the waiting list, and a request about her data: one person's while she is one, each her own again after."""
    ana, bia = await two(house)
    await house.talk(BIA, "me avisa se abrir vaga de botox sexta à tarde")
    await house.talk(BIA, "apaga meus dados")
    before = await everything(house)
    atividade = await merge(house, ana, bia)
    whose = "select distinct contato_id, conversa_id from agendamento.lista_espera union select contato_id, conversa_id from lgpd.solicitacoes_titular"
    assert [tuple(row.values()) for row in await house.rows(whose)] == [(ana.contato, ana.conversa)]
    await part(house, atividade)
    assert await everything(house) == before


async def test_what_both_had_asked_for_is_open_once_and_twice_again(house: House) -> None:
    """Of two places the newer counts, of two requests the one due first, with the words of both."""
    ana, bia = await two(house)
    await house.talk(ANA, "me avisa se abrir vaga de botox quinta à tarde")
    await house.talk(ANA, "quero que apaguem meus dados")
    await house.wait(timedelta(hours=1))
    await house.talk(BIA, "me avisa se abrir vaga de botox sexta à tarde")
    await house.talk(BIA, "quero excluir meus dados")
    before = await everything(house)
    atividade = await merge(house, ana, bia)
    [place] = await house.rows("select * from agendamento.lista_espera where status = 'aberta'")
    assert (place["contato_id"], place["quando"]["date_start"]) == (ana.contato, "2026-11-27")
    [asked] = await house.rows("select * from lgpd.solicitacoes_titular where status = 'aberta'")
    assert asked["contato_id"] == ana.contato
    assert asked["frase"] == "quero que apaguem meus dados\nquero excluir meus dados"
    assert asked["prazo_em"] == await house.value("select min(prazo_em) from lgpd.solicitacoes_titular")
    await part(house, atividade)
    assert await everything(house) == before


CONSENT = (
    "insert into lgpd.consentimentos (clinica_id, contato_id, finalidade, status, evidencia, registrado_em)"
    " select clinica_id, id, 'novidades', $2, '{}', $3::timestamptz - $4::interval from whatsapp.contatos where id = $1"
)
STANDS = "select status from lgpd.consentimentos where contato_id = $1 and finalidade = 'novidades' order by registrado_em desc, id desc limit 1"


async def consent(house: House, of: Stage, status: str, *, ago: timedelta) -> None:
    async with house.client.database.transaction() as conn:
        await conn.execute(CONSENT, of.contato, status, house.clock.now(), ago)


async def test_a_consent_given_from_the_other_telephone_counts_and_goes_back_with_it(house: House) -> None:
    """Left behind, her yes to news would be lost with the number she gave it from."""
    ana, bia = await two(house)
    await consent(house, bia, "dado", ago=timedelta(days=3))
    atividade = await merge(house, ana, bia)
    assert await house.value(STANDS, ana.contato) == "dado"
    assert await house.value(STANDS, bia.contato) is None
    await part(house, atividade)
    assert await house.value(STANDS, ana.contato) is None, "she never said it from hers"
    assert await house.value(STANDS, bia.contato) == "dado"


@pytest.mark.parametrize("who", ["keep", "drop"])
async def test_a_refusal_from_either_telephone_outlives_a_later_yes_from_the_other(
    house: House, who: str
) -> None:
    """News would go to somebody who had refused them, because another number of hers had not."""
    ana, bia = await two(house)
    refused, gave = (ana, bia) if who == "keep" else (bia, ana)
    await consent(house, refused, "negado", ago=timedelta(days=9))
    await consent(house, gave, "dado", ago=timedelta(days=2))
    atividade = await merge(house, ana, bia)
    assert await house.value(STANDS, ana.contato) == "negado"
    named = "select count(*) from lgpd.consentimentos c join lgpd.consentimentos r on r.id = (c.evidencia->>'fusao')::uuid"
    assert await house.value(named) == 1, "with the row it rests on"
    await part(house, atividade)
    assert await house.value(STANDS, refused.contato) == "negado"
    assert await house.value(STANDS, ana.contato) == "negado", "who may have refused keeps it"


async def test_silence_asked_for_while_two_were_one_is_kept_with_both(house: House) -> None:
    """Nobody knows any more which of the two asked: one of them would get messages that she had ended."""
    ana, bia = await two(house)
    atividade = await merge(house, ana, bia)
    await house.talk(BIA, "não quero mais receber mensagens de vocês")
    await part(house, atividade)
    left = await house.rows(
        "select saida from whatsapp.contatos where id in ($1, $2)", ana.contato, bia.contato
    )
    assert [row["saida"] for row in left] == ["automaticas", "automaticas"]


async def test_what_began_after_the_merge_stays_with_who_went_on_talking(house: House) -> None:
    ana, bia = await two(house)
    await ana.publish(flow("old", KEPT), flow("new", KEPT))
    await bia.start("old")
    atividade = await merge(house, ana, bia)
    await ana.start("new")
    await part(house, atividade)
    [old], [new] = await held(house, "old"), await held(house, "new")
    assert (old["conversa"], old["contato"], old["chave"]) == (bia.conversa, bia.contato, str(bia.conversa))
    assert (new["conversa"], new["contato"], new["chave"]) == (ana.conversa, ana.contato, str(ana.conversa))


async def test_who_waited_behind_the_other_ones_talk_is_let_forward(house: House) -> None:
    ana, bia = await two(house)
    await ana.publish(flow("back", KEPT, lane="talk"), flow("front", KEPT, lane="talk"))
    await bia.start("back")
    atividade = await merge(house, ana, bia)
    await ana.start("front")
    assert (await held(house, "back"))[0]["suspensa_por"] == (await held(house, "front"))[0]["id"]
    await part(house, atividade)
    assert (await held(house, "back"))[0]["suspensa_por"] is None


async def test_a_merge_that_was_undone_before_anybody_heard_moves_nothing(house: House) -> None:
    ana, bia = await two(house)
    await ana.publish(flow("old", KEPT))
    await bia.start("old")
    before = await everything(house)
    await part(house, await merge(house, ana, bia, heard=False))
    assert await everything(house) == before
    await part(house, await merge(house, ana, bia))
    assert await everything(house) == before, "also the second time"


async def test_a_turn_that_comes_before_the_news_finds_its_own_talk(house: House) -> None:
    """The patient writes in the moment after the undo: the dispatcher has not looked yet."""
    ana, bia = await two(house)
    await house.talk(BIA, "quero marcar peeling")
    atividade = await merge(house, ana, bia)
    async with house.client.database.transaction() as conn:
        await undo_merge(conn, atividade, now=house.clock.now())
    await house.say(BIA, text="quinta de manhã")
    while await house.client.turns.take_next():
        pass
    assert await house.value(
        "select dados->'slots' ? 'quando' from automacao.execucoes where fluxo = 'lead_to_booking'"
    )
    await work(house, house.client)
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}
