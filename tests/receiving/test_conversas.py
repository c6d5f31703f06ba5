"""What arrivals do to people and conversas: one person behind many addresses, ownership, backlog, order."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID

import orjson
import pytest

from anna.db.connect import Database
from anna.errors import NotFound
from anna.whatsapp import marks
from anna.whatsapp.merging import undo_merge
from tests.receiving.conftest import NOW, Receiving, fixture_body
from tests.receiving.test_evolution_fixtures import open_conversa, plan

PHONE, LID = "5511988887777@s.whatsapp.net", "204501234567890@lid"
_ids = count(1)


def said(
    text: str = "Oi, quero marcar consulta",
    *,
    jid: str = PHONE,
    alt: str | None = None,
    from_me: bool = False,
    at: datetime | None = None,
    name: str | None = "Maria",
    **data: Any,
) -> dict[str, Any]:
    """A messages.upsert as Baileys writes it."""
    body = fixture_body("baileys_in_duplicate")
    key: dict[str, Any] = {"remoteJid": jid, "fromMe": from_me, "id": f"ID{next(_ids)}"}
    if alt:
        key["remoteJidAlt"] = alt
    stamp = int((at or NOW).timestamp())
    body["data"] |= {
        "key": key,
        "message": {"conversation": text},
        "messageTimestamp": stamp,
        "pushName": name,
        **data,
    }
    return body


async def conversa(receiving: Receiving) -> dict[str, Any]:
    return await receiving.one("whatsapp.conversas")


# people -----------------------------------------------------------------------------------------------------------------------


async def test_a_lid_without_a_number_is_answered_at_its_lid_and_is_no_phone(receiving: Receiving) -> None:
    await receiving.post(said(jid="999000111222333@lid"))
    identidade = await receiving.one("whatsapp.identidades")
    assert (identidade["tipo"], identidade["valor"]) == ("lid", "999000111222333")
    assert identidade["endereco"] == "999000111222333@lid"


@pytest.mark.parametrize(
    ("jid", "tipo", "valor", "endereco"),
    [
        ("553188887777@s.whatsapp.net", "phone", "553188887777", "553188887777@s.whatsapp.net"),
        ("5531988887777@s.whatsapp.net", "phone", "553188887777", "5531988887777@s.whatsapp.net"),
        ("5531988887777:12@s.whatsapp.net", "phone", "553188887777", "5531988887777@s.whatsapp.net"),
        ("204501234567890:3@lid", "lid", "204501234567890", "204501234567890@lid"),
        ("204501234567890", "lid", "204501234567890", "204501234567890@lid"),
        ("551133334444@s.whatsapp.net", "phone", "551133334444", "551133334444@s.whatsapp.net"),
        ("351912345678@s.whatsapp.net", "phone", "351912345678", "351912345678@s.whatsapp.net"),
    ],
)
async def test_each_form_of_an_address(
    receiving: Receiving, jid: str, tipo: str, valor: str, endereco: str
) -> None:
    await receiving.post(said(jid=jid))
    row = await receiving.one("whatsapp.identidades")
    assert (row["tipo"], row["valor"], row["endereco"]) == (tipo, valor, endereco)


@pytest.mark.parametrize(
    "where", [{"senderPn": PHONE}, {"remoteJidAlt": PHONE}, {"previousRemoteJid": PHONE}]
)
async def test_a_number_is_found_wherever_a_version_puts_it(
    receiving: Receiving, where: dict[str, str]
) -> None:
    body = said(jid=LID)
    body["data"]["key"] |= where
    await receiving.post(body)
    assert {row["tipo"] for row in await receiving.rows("whatsapp.identidades")} == {"phone", "lid"}


@pytest.mark.parametrize(
    "order", [[(LID, None), (PHONE, LID)], [(PHONE, LID), (LID, None)], [(PHONE, None), (LID, PHONE)]]
)
async def test_a_lid_and_a_phone_seen_together_are_one_person(
    receiving: Receiving, order: list[tuple[str, str | None]]
) -> None:
    for jid, alt in order:
        assert await receiving.post(said(jid=jid, alt=alt)) == 200
    assert await receiving.count("whatsapp.contatos") == 1
    assert await receiving.count("whatsapp.conversas") == 1
    assert await receiving.count("whatsapp.mensagens") == 2


async def two_strangers(receiving: Receiving) -> tuple[UUID, UUID]:
    """One person known by phone, another by LID, each with a conversa and a message; returns (phone's, LID's)."""
    await receiving.post(said("pelo número", jid=PHONE, name="Maria"))
    await receiving.post(said("pelo lid", jid=LID, name="M."))
    rows = await receiving.db.fetch("select contato_id from whatsapp.identidades order by tipo desc")
    return rows[0]["contato_id"], rows[1]["contato_id"]


async def test_two_people_who_turn_out_to_be_one_are_merged_and_the_merge_is_undone(
    receiving: Receiving,
) -> None:
    by_phone, by_lid = await two_strangers(receiving)
    await receiving.db.execute(
        "update whatsapp.contatos set saida = 'tudo', saida_em = $2 where id = $1", by_lid, NOW
    )
    before = {row["texto"]: row["conversa_id"] for row in await receiving.messages()}

    assert await receiving.post(said("agora os dois", jid=PHONE, alt=LID)) == 200

    contatos = {row["id"]: row for row in await receiving.rows("whatsapp.contatos")}
    assert contatos[by_lid]["fundido_em"] == by_phone
    assert contatos[by_phone]["saida"] == "tudo", "who asked for silence under one address has asked for it"
    assert {row["contato_id"] for row in await receiving.rows("whatsapp.identidades")} == {by_phone}
    assert {row["conversa_id"] for row in await receiving.messages()} == {before["pelo número"]}
    atividade = await receiving.one("crm.atividades")
    assert (atividade["tipo"], atividade["contato_id"]) == ("fusao", by_phone)
    assert orjson.loads(atividade["texto"])["contato"] == str(by_lid)

    async with receiving.db.transaction():
        await undo_merge(receiving.db, atividade["id"], now=NOW)
    assert {row["tipo"]: row["contato_id"] for row in await receiving.rows("whatsapp.identidades")} == {
        "phone": by_phone, "lid": by_lid,
    }  # fmt: skip
    after = {row["texto"]: row["conversa_id"] for row in await receiving.messages()}
    assert after == {**before, "agora os dois": before["pelo número"]}
    assert all(row["fundido_em"] is None for row in await receiving.rows("whatsapp.contatos"))
    assert all(row["situacao"] == "aberta" for row in await receiving.rows("whatsapp.conversas"))
    with pytest.raises(NotFound):
        await undo_merge(receiving.db, atividade["id"], now=NOW)


async def test_a_merge_takes_a_persons_ownership_and_the_unanswered_burst_along(receiving: Receiving) -> None:
    await two_strangers(receiving)
    await receiving.post(said("deixa comigo", jid=LID, from_me=True))
    await receiving.post(said("agora os dois", jid=PHONE, alt=LID))
    kept, left = sorted(await receiving.rows("whatsapp.conversas"), key=lambda row: row["situacao"])
    assert (kept["dono"], kept["dono_ate"], kept["aguarda_desde"]) == (
        "pessoa",
        NOW + timedelta(hours=2),
        NOW,
    )
    assert (left["situacao"], left["responder_em"], left["dono"]) == ("encerrada", None, "anna")


async def test_a_merge_moves_the_conversa_when_there_is_nothing_to_join(receiving: Receiving) -> None:
    await receiving.post(said(jid=PHONE), instance="clinica-wa")
    await receiving.post(said("na outra", jid=LID), instance="clinica-evo")
    await receiving.post(said("os dois", jid=PHONE, alt=LID), instance="clinica-wa")
    assert {row["contato_id"] for row in await receiving.rows("whatsapp.conversas")} == {
        row["contato_id"] for row in await receiving.rows("whatsapp.identidades")
    }
    assert await receiving.count("whatsapp.conversas") == 2


async def test_a_chain_of_people_becomes_one_in_one_body(receiving: Receiving) -> None:
    """Three strangers, and one body whose messages join them two by two."""
    third = "5511977776666@s.whatsapp.net"
    for jid in (PHONE, LID, third):
        await receiving.post(said(jid=jid))
    body = said(jid=third, alt=LID)
    body["data"] = [body["data"], said(jid=PHONE, alt=LID)["data"]]
    assert await receiving.post(body) == 200
    assert len({row["contato_id"] for row in await receiving.rows("whatsapp.identidades")}) == 1
    assert await receiving.db.fetchval("select count(*) from whatsapp.contatos where fundido_em is null") == 1


@pytest.mark.parametrize("name", [None, "", "5511988887777", "+5511988887777", "Você", "\x00"])
async def test_a_stand_in_for_a_name_is_no_name(receiving: Receiving, name: str | None) -> None:
    await receiving.post(said(name="Maria"))
    await receiving.post(said(name=name))
    assert (await receiving.one("whatsapp.contatos"))["nome"] == "Maria"
    await receiving.post(said(name="Maria Souza"))
    assert (await receiving.one("whatsapp.contatos"))["nome"] == "Maria Souza"


# ownership --------------------------------------------------------------------------------------------------------------------


async def test_a_reply_on_the_phone_slides_and_takes_the_open_hand_off(receiving: Receiving) -> None:
    await receiving.post(said())
    row = await conversa(receiving)
    await receiving.db.execute(
        "insert into whatsapp.transferencias (clinica_id, conversa_id, motivo, aberta_em) values ($1, $2, 'pedido', $3)",
        receiving.clinica_id, row["id"], NOW,
    )  # fmt: skip
    await receiving.post(said("já te respondo", from_me=True))
    assert (await conversa(receiving))["dono_ate"] == NOW + timedelta(hours=2)
    assert (await receiving.one("whatsapp.transferencias"))["assumida_em"] == NOW
    later = receiving.clock.advance(timedelta(hours=1))
    await receiving.post(said("pronto", from_me=True, at=later))
    assert (await conversa(receiving))["dono_ate"] == NOW + timedelta(hours=3)
    assert (await receiving.one("whatsapp.transferencias"))["assumida_em"] == NOW


async def test_an_explicit_take_is_not_shortened_by_a_reply_on_the_phone(receiving: Receiving) -> None:
    await receiving.post(said())
    await receiving.db.execute("update whatsapp.conversas set dono = 'pessoa', dono_motivo = 'assumiu'")
    await receiving.post(said("oi", from_me=True))
    row = await conversa(receiving)
    assert (row["dono_ate"], row["dono_motivo"]) == (None, "assumiu")


async def test_a_longer_ownership_is_not_shortened(receiving: Receiving) -> None:
    await receiving.post(said())
    until = NOW + timedelta(hours=5)
    await receiving.db.execute("update whatsapp.conversas set dono = 'pessoa', dono_ate = $1", until)
    await receiving.post(said("oi", from_me=True))
    assert (await conversa(receiving))["dono_ate"] == until


async def test_the_waiting_clock_runs_from_the_first_message_a_person_has_not_answered(
    receiving: Receiving,
) -> None:
    await receiving.post(said("oi", from_me=True))
    first = receiving.clock.advance(timedelta(minutes=1))
    await receiving.post(said("e aí?", at=first))
    second = receiving.clock.advance(timedelta(minutes=1))
    await receiving.post(said("alguém?", at=second))
    row = await conversa(receiving)
    assert row["aguarda_desde"] == first
    assert row["responder_em"] is not None, "the turn records whose the message is"
    third = receiving.clock.advance(timedelta(minutes=1))
    await receiving.post(said("sim!", from_me=True, at=third))
    assert (await conversa(receiving))["aguarda_desde"] is None


async def test_an_ownership_that_ended_does_not_make_the_patient_wait(receiving: Receiving) -> None:
    await receiving.post(said("oi", from_me=True))
    later = receiving.clock.advance(timedelta(hours=3))
    await receiving.post(said("e aí?", at=later))
    assert (await conversa(receiving))["aguarda_desde"] is None


async def test_what_was_typed_long_before_it_arrived_owns_nothing(receiving: Receiving) -> None:
    await receiving.post(said("oi", from_me=True, at=NOW - timedelta(hours=3)))
    assert (await conversa(receiving))["dono"] == "anna"
    await receiving.post(said("oi", from_me=True, at=NOW - timedelta(hours=1)))
    assert (await conversa(receiving))["dono_ate"] == NOW + timedelta(hours=1)


async def test_an_own_message_reported_as_typed_does_not_mute_anna(receiving: Receiving) -> None:
    """Known by its id, or in flight with the same words: her own voice, not a person's."""
    conversa_id = await open_conversa(receiving, "clinica-wa")
    echo = said("Temos terça às 10h.", from_me=True, name=None)
    await plan(receiving, conversa_id, "aceita", "Olá!", "KNOWN")
    await plan(receiving, conversa_id, "enviando", "Temos terça às 10h.")
    known = said("Olá!", from_me=True)
    known["data"]["key"]["id"] = "KNOWN"
    for body in (echo, known):
        assert await receiving.post(body) == 200
    assert (await conversa(receiving))["dono"] == "anna"
    assert [(m["provedor_id"], m["status"]) for m in await receiving.messages()] == [
        ("KNOWN", "aceita"), (echo["data"]["key"]["id"], "aceita"),
    ]  # fmt: skip


async def test_an_echo_under_the_lid_finds_the_message_sent_to_the_phone(receiving: Receiving) -> None:
    await receiving.post(said(jid=PHONE, alt=LID))
    row = await conversa(receiving)
    await plan(receiving, row["id"], "enviando", "Olá!")
    echo = {**fixture_body("baileys_send_conversation")}
    echo["data"] = said("Olá!", jid=LID, from_me=True)["data"]
    assert await receiving.post(echo) == 200
    assert (await receiving.messages())[-1]["status"] == "aceita"
    assert (await conversa(receiving))["dono"] == "anna"


async def test_an_uncertain_send_is_resolved_only_by_an_echo_of_the_same_words(receiving: Receiving) -> None:
    conversa_id = await open_conversa(receiving, "clinica-wa")
    await plan(receiving, conversa_id, "incerta", "status test")
    other = fixture_body("baileys_send_conversation")
    other["data"]["message"]["conversation"] = "something else"
    other["data"]["key"]["id"] = "OTHER"
    await receiving.post(other)
    assert (await receiving.messages())[0]["status"] == "incerta"
    await receiving.post(fixture_body("baileys_send_conversation"))
    assert (await receiving.messages())[0]["status"] == "aceita"


# order and age ----------------------------------------------------------------------------------------------------------------


async def test_a_backlog_of_more_than_a_day_is_shown_and_not_answered(receiving: Receiving) -> None:
    await receiving.post(said(at=NOW - timedelta(hours=25)))
    message = await receiving.one("whatsapp.mensagens")
    assert (message["desfecho"], message["motivo"]) == ("ignorada", "antiga")
    row = await conversa(receiving)
    assert (row["responder_em"], row["aguarda_desde"]) == (None, None)


async def test_a_younger_backlog_is_answered_and_says_how_old_it_is(receiving: Receiving) -> None:
    written = NOW - timedelta(hours=5)
    await receiving.post(said(at=written))
    message = await receiving.one("whatsapp.mensagens")
    assert (message["desfecho"], message["provedor_em"], message["criada_em"]) == (None, written, NOW)
    row = await conversa(receiving)
    assert row["responder_em"] is not None
    assert row["janela_ate"] == written + timedelta(hours=24), "the window counts from when it was written"


async def test_an_older_message_that_arrives_later_does_not_close_the_window_early(
    receiving: Receiving,
) -> None:
    await receiving.post(said())
    await receiving.post(said(at=NOW - timedelta(hours=3)))
    assert (await conversa(receiving))["janela_ate"] == NOW + timedelta(hours=24)


@pytest.mark.parametrize("stamp", [0, -5, 10**30, "x", None, {"low": 1, "high": None}, 4e300])
async def test_a_time_that_is_none_does_not_lose_the_message(receiving: Receiving, stamp: Any) -> None:
    assert (
        await receiving.post(
            said(messageTimestamp=stamp) if stamp != 10**30 else said(messageTimestamp="1" * 31)
        )
        == 200
    )
    assert (await receiving.one("whatsapp.mensagens"))["provedor_em"] is None


@pytest.mark.parametrize(
    "stamp",
    [1795295100, "1795295100", 1795295100.0, 1795295100000, {"low": 1795295100, "high": 0, "unsigned": True}],
    ids=repr,
)
async def test_every_form_of_a_long_is_the_same_time(receiving: Receiving, stamp: Any) -> None:
    await receiving.post(said(messageTimestamp=stamp))
    assert (await receiving.one("whatsapp.mensagens"))["provedor_em"] == NOW


async def test_each_message_extends_the_quiet_time_up_to_its_limit(receiving: Receiving) -> None:
    await receiving.post(said("oi"))
    assert (await conversa(receiving))["responder_em"] == NOW + timedelta(seconds=2)
    for passed in (1, 7, 13, 19):
        receiving.clock.set(NOW + timedelta(seconds=passed))
        await receiving.post(said("queria saber uma coisa sobre"))
    assert (await conversa(receiving))["responder_em"] == NOW + timedelta(seconds=25)


async def test_a_status_that_overtakes_the_answer_is_adopted(
    receiving: Receiving, web_database: Database
) -> None:
    """messages.update before the HTTP answer that names the message."""
    conversa_id = await open_conversa(receiving, "clinica-wa")
    await plan(receiving, conversa_id, "enviando", "Olá")
    for name in ("baileys_update_READ", "baileys_update_SERVER_ACK"):
        await receiving.post(fixture_body(name))
    assert (await receiving.one("whatsapp.status_orfaos"))["status"] == "lida"
    await receiving.db.execute(
        "update whatsapp.mensagens set provedor_id = '3EB062E1DDDAC61C91A87F', status = 'aceita'"
    )
    async with web_database.transaction([receiving.clinica_id]) as conn:
        assert await marks.adopt_orphan_statuses(conn, now=NOW) == [conversa_id]
    assert (await receiving.one("whatsapp.mensagens"))["status"] == "lida"
    assert await receiving.count("whatsapp.status_orfaos") == 0


async def test_a_status_nobody_asks_for_is_forgotten_after_a_while(receiving: Receiving) -> None:
    await receiving.post(fixture_body("baileys_update_READ"))
    assert await marks.forget_orphan_statuses(receiving.db, before=NOW) == 0
    assert await marks.forget_orphan_statuses(receiving.db, before=NOW + timedelta(seconds=1)) == 1
    assert await receiving.count("whatsapp.status_orfaos") == 0


async def test_an_echo_adopts_the_status_that_came_before_it(receiving: Receiving) -> None:
    conversa_id = await open_conversa(receiving, "clinica-wa")
    await plan(receiving, conversa_id, "enviando", "status test")
    await receiving.post(fixture_body("baileys_update_DELIVERY_ACK"))
    await receiving.post(fixture_body("baileys_send_conversation"))
    assert (await receiving.one("whatsapp.mensagens"))["status"] == "entregue"


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (["SERVER_ACK", "DELIVERY_ACK", "READ", "DELIVERY_ACK", "SERVER_ACK", "PENDING"], "lida"),
        (["READ", "ERROR"], "lida"),
        (["SERVER_ACK", "ERROR", "SERVER_ACK"], "falhou"),
        (["ERROR", "DELIVERY_ACK"], "entregue"),
        (["PLAYED"], "lida"),
        ([2, 3], "entregue"),
        (["4"], "lida"),
    ],
)
async def test_a_status_only_rises(receiving: Receiving, words: list[Any], end: str) -> None:
    conversa_id = await open_conversa(receiving, "clinica-wa")
    await plan(receiving, conversa_id, "aceita", "Olá", "3EB062E1DDDAC61C91A87F")
    for word in words:
        body = fixture_body("baileys_update_READ")
        body["data"]["status"] = word
        assert await receiving.post(body) == 200
    assert (await receiving.one("whatsapp.mensagens"))["status"] == end


async def test_a_message_that_was_never_sent_does_not_rise(receiving: Receiving) -> None:
    conversa_id = await open_conversa(receiving, "clinica-wa")
    await plan(receiving, conversa_id, "aceita", "Olá", "3EB062E1DDDAC61C91A87F")
    await receiving.db.execute("update whatsapp.mensagens set status = 'descartada', motivo = 'opt-out'")
    await receiving.post(fixture_body("baileys_update_READ"))
    assert (await receiving.one("whatsapp.mensagens"))["status"] == "descartada"


async def test_a_log_out_keeps_its_reason_in_any_order(receiving: Receiving) -> None:
    gone = {**fixture_body("baileys_connection_close_401"), "event": "logout.instance", "data": None}
    for order in (
        [gone, fixture_body("baileys_status_instance")],
        [fixture_body("baileys_connection_close_401"), gone],
    ):
        await receiving.post(fixture_body("baileys_connection_open_200"))
        for body in order:
            assert await receiving.post(body) == 200
        row = await receiving.db.fetchrow("select * from whatsapp.instancias where nome = 'clinica-wa'")
        assert row is not None
        assert (row["estado"], row["estado_motivo"], row["numero"]) == ("fechado", "401", "+5511999990001")


async def test_workers_are_woken_once_for_each_conversa(receiving: Receiving) -> None:
    heard: list[str] = []
    async with receiving.db.transaction():
        pass
    await receiving.db.add_listener("anna", lambda *event: heard.append(event[-1]))  # type: ignore[attr-defined]
    body = said()
    body["data"] = [body["data"], said()["data"]]
    await receiving.post(body)
    await receiving.db.fetchval("select 1")
    assert [orjson.loads(payload) for payload in heard] == [
        {"conversa": str((await conversa(receiving))["id"])}
    ]
    await receiving.db.reset()  # type: ignore[attr-defined]
