"""Batches of people Anna knows are written in one statement: what was stored before must not be done again with it."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.receiving.conftest import Receiving
from tests.receiving.test_conversas import PHONE, said

OTHER = "5511900000001@s.whatsapp.net"


def again(body: dict[str, Any], text: str, jid: str) -> dict[str, Any]:
    """The same message id with other words: who stores it a second time is found out."""
    repeated = said(text, jid=jid)
    repeated["data"]["key"]["id"] = body["data"]["key"]["id"]
    return repeated


async def due(receiving: Receiving) -> list[str]:
    """Whose conversas wait for an answer, by the form of their address."""
    rows = await receiving.db.fetch(
        "select i.valor from whatsapp.conversas c join whatsapp.identidades i using (contato_id)"
        " where c.responder_em is not null order by 1"
    )
    return [row["valor"] for row in rows]


async def answer_all(receiving: Receiving) -> None:
    await receiving.db.execute("update whatsapp.mensagens set desfecho = 'respondida'")
    await receiving.db.execute("update whatsapp.conversas set responder_em = null")


async def test_a_repeated_message_among_new_ones_wakes_nobody(receiving: Receiving) -> None:
    first, second = said("oi", jid=PHONE), said("olá", jid=OTHER)
    assert await asyncio.gather(*map(receiving.post, (first, second))) == [200, 200]
    both = await due(receiving)
    await answer_all(receiving)
    bodies = [
        again(first, "oi de novo", PHONE),
        said("e aí?", jid=OTHER),
        again(first, "mais uma vez", PHONE),
    ]
    assert await asyncio.gather(*map(receiving.post, bodies)) == [200] * 3
    stored = [row["texto"] for row in await receiving.messages()]
    assert sorted(stored[:2]) == ["oi", "olá"]  # two people at the same moment: either may be first
    assert stored[2:] == ["e aí?"]
    assert len(both) == 2
    assert len(await due(receiving)) == 1


async def test_a_batch_of_nothing_but_repetitions_changes_nothing(receiving: Receiving) -> None:
    first = said("oi", jid=PHONE)
    assert await receiving.post(first) == 200
    await answer_all(receiving)
    before = await receiving.rows("whatsapp.conversas")
    assert await asyncio.gather(*(receiving.post(first) for _ in range(5))) == [200] * 5
    assert await receiving.rows("whatsapp.conversas") == before
    assert await receiving.count("whatsapp.mensagens") == 1


async def test_a_message_that_another_reception_is_storing_is_stored_once(receiving: Receiving) -> None:
    """The other's row is not to be seen yet when the batch is written; its commit refuses ours, which begins again."""
    assert await receiving.post(said("oi", jid=PHONE)) == 200
    body, neighbour = said("tem vaga?", jid=PHONE), said("só eu tenho esta", jid=PHONE)
    async with receiving.db.transaction():
        await receiving.db.execute(
            "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, provedor_id, texto, criada_em,"
            " status, status_em) select clinica_id, conversa_id, instancia_id, direcao, autor, $1, 'tem vaga?', criada_em, status,"
            " status_em from whatsapp.mensagens",
            body["data"]["key"]["id"],
        )
        posts = [asyncio.create_task(receiving.post(each)) for each in (body, neighbour)]
        await asyncio.sleep(0.3)
        assert not any(post.done() for post in posts)
    assert await asyncio.gather(*posts) == [200, 200]
    texts = [row["texto"] for row in await receiving.messages()]
    assert sorted(texts) == ["oi", "só eu tenho esta", "tem vaga?"]


async def test_known_people_keep_the_order_in_which_their_messages_came(receiving: Receiving) -> None:
    people = [f"551190000{n:04d}@s.whatsapp.net" for n in range(5)]
    await asyncio.gather(*(receiving.post(said("oi", jid=jid)) for jid in people))
    bodies = [said(str(n), jid=people[n % 5]) for n in range(100)]
    assert await asyncio.gather(*map(receiving.post, bodies)) == [200] * 100
    order: dict[object, list[str]] = {}
    for row in await receiving.messages():
        order.setdefault(row["conversa_id"], []).append(row["texto"])
    for number, said_by_one in enumerate(
        sorted((texts[1:] for texts in order.values()), key=lambda t: int(t[0]))
    ):
        assert said_by_one == [str(n) for n in range(number, 100, 5)]
