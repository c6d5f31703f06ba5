"""Every captured Evolution body through the real endpoint: what must be in the database afterwards."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from tests.receiving.conftest import EVOLUTION_INSTANCES, FIXTURES, NOW, Receiving, fixture_body

PHONE, LID = ("phone", "551188887777"), ("lid", "204501234567890")
SENT_ID = "3EB062E1DDDAC61C91A87F"


@dataclass(frozen=True)
class Message:
    """A patient's message that must be the only row, in a new conversa that is due after `due_s` seconds (None: never)."""

    id: str
    written: int
    tipo: str = "texto"
    texto: str | None = None
    dados: dict[str, Any] = field(default_factory=dict)
    cita: str | None = None
    midia: tuple[str, str | None] | None = None
    due_s: int | None = 2
    desfecho: str | None = None
    nome: str | None = "Maria Souza"
    aliases: frozenset[tuple[str, str]] = frozenset({PHONE, LID})


CLOUD: dict[str, Any] = {"nome": "Maria Cloud", "aliases": frozenset({PHONE})}
QUOTED = "3EB0E7286AA85021767B5F"

MESSAGES = {
    "baileys_in_conversation": Message(
        "3A000000000000ABC001", 1795294844, texto="Oi, quero marcar consulta", due_s=6
    ),
    "baileys_in_LID_with_alt": Message(
        "3A000000000000ABC017", 1795294850, texto="via LID com alt", due_s=6, aliases=frozenset({PHONE})
    ),
    "baileys_in_duplicate": Message("3ADUPLICATE0000001", 1795294853, texto="DUP"),
    "baileys_in_ext_quoted": Message(
        "3A000000000000ABC003", 1795294844, texto="sim, esse", cita=QUOTED, due_s=6
    ),
    "baileys_in_ext_ad": Message(
        "3A000000000000ABC004",
        1795294845,
        texto="Olá! Tenho interesse",
        dados={
            "anuncio": {
                "origem": "ctwa_ad",
                "tipo": "ad",
                "id": "120200",
                "url": "https://fb.me/abc",
                "titulo": "Clínica X",
                "corpo": "Agende",
                "clique": "ABCDEF",
            }
        },
        due_s=6,
    ),
    "baileys_in_buttonsResponse": Message(
        "3A000000000000ABC005",
        1795294845,
        texto="Sim",
        dados={"opcao": {"id": "yes", "rotulo": "Sim"}},
        cita=QUOTED,
    ),
    "baileys_in_listResponse": Message(
        "3A000000000000ABC006",
        1795294845,
        texto="09:00",
        dados={"opcao": {"id": "slot_0900", "rotulo": "09:00", "detalhe": "Dra. Ana"}},
        cita=QUOTED,
    ),
    "baileys_in_location": Message(
        "3A000000000000ABC009",
        1795294846,
        tipo="localizacao",
        dados={"local": {"latitude": -23.55, "longitude": -46.63, "nome": "Casa", "endereco": "Rua X"}},
    ),
    "baileys_in_contact": Message(
        "3A000000000000ABC00B",
        1795294847,
        tipo="contato",
        dados={
            "contatos": [
                {
                    "nome": "João",
                    "vcard": "BEGIN:VCARD\nVERSION:3.0\nN:;João;;;\nFN:João\nTEL;type=CELL;waid=5511977776666:+55 11 97777-6666\nEND:VCARD",
                }
            ]
        },
    ),
    "baileys_in_reaction": Message(
        "3A000000000000ABC00D",
        1795294847,
        tipo="reacao",
        texto="👍",
        dados={"alvo": QUOTED},
        cita=QUOTED,
    ),
    "baileys_in_audio_ptt_base64": Message(
        "3A000000000000FED001",
        1795295035,
        tipo="audio",
        dados={"voz": True, "segundos": 2},
        midia=("audio/ogg; codecs=opus", None),
    ),
    "baileys_in_image_base64": Message(
        "3A000000000000FED002",
        1795295036,
        tipo="imagem",
        texto="minha carteirinha",
        midia=("image/jpeg", None),
        due_s=6,
    ),
    "baileys_in_document_base64": Message(
        "3A000000000000FED003",
        1795295037,
        tipo="documento",
        dados={"arquivo": "exame.pdf"},
        midia=("application/pdf", "exame.pdf"),
        due_s=6,
    ),
    "cloud_in_conversation": Message(
        "wamid.IN1795294657605122", 1795294657, texto="Oi pela Cloud API", due_s=6, **CLOUD
    ),
    "cloud_in_conversation_quoted": Message(
        "wamid.IN1795294658138516", 1795294658, texto="respondendo", cita="wamid.STUB0001", **CLOUD
    ),
    "cloud_in_buttonMessage": Message(
        "wamid.IN1795294660203348",
        1795294660,
        texto="Confirmar",
        dados={"opcao": {"id": None, "rotulo": "Confirmar"}},
        cita="wamid.STUB0001",
        **CLOUD,
    ),
    "cloud_in_interactiveMessage_button_reply": Message(
        "wamid.IN1795294658650103",
        1795294658,
        texto="Confirmar",
        dados={"opcao": {"id": None, "rotulo": "Confirmar"}},
        cita="wamid.STUB0001",
        **CLOUD,
    ),
    "cloud_in_audioMessage": Message(
        "wamid.IN1795294660722302",
        1795294660,
        tipo="audio",
        dados={"voz": True},
        midia=("audio/ogg; codecs=opus", None),
        **CLOUD,
    ),
    "cloud_in_imageMessage": Message(
        "wamid.IN1795294661238458",
        1795294661,
        tipo="imagem",
        texto="exame",
        midia=("image/jpeg", None),
        **CLOUD,
    ),
    "cloud_in_locationMessage": Message(
        "wamid.IN1795294662782533",
        1795294662,
        tipo="localizacao",
        dados={"local": {"latitude": -23.5, "longitude": -46.6, "nome": "Casa", "endereco": "Rua X"}},
        **CLOUD,
    ),
    "cloud_in_reactionMessage": Message(
        "wamid.IN1795294663820694",
        1795294663,
        tipo="reacao",
        texto="👍",
        dados={"alvo": "wamid.STUB0001"},
        cita="wamid.STUB0001",
        **CLOUD,
    ),
    "evolution_channel_messages_upsert_conversation": Message(
        "BYEV1", 1795294503, texto="by events + jwt", due_s=6, nome="Maria", aliases=frozenset({PHONE})
    ),
}

ECHOES = {
    "baileys_send_conversation": ("status test", SENT_ID),
    "baileys_send_audioMessage": (None, "3EB08A3F00C7187E0A0941"),
    "baileys_send_contactMessage": (None, "3EB0AE1E7A05B635B82D59"),
    "baileys_send_documentMessage": ("doc", "3EB03831C00C209D99D4F6"),
    "baileys_send_imageMessage": ("mapa", "3EB0A5CB24F79EE982FB6B"),
    "baileys_send_locationMessage": (None, "3EB0C8553774AE2E6E85A9"),
    "baileys_send_pollCreationMessageV3": ("Qual?", "3EB0F968CC0D5CB4A17128"),
    "baileys_send_reactionMessage": ("👍", "3EB0BDD60556516879AFC5"),
    "cloud_send_audioMessage": (None, "wamid.STUB0010"),
    "cloud_send_conversation": ("👍", "wamid.STUB0008"),
    "cloud_send_documentMessage": ("doc", "wamid.STUB0009"),
    "cloud_send_locationMessage": (None, "wamid.STUB0007"),
    "evolution_channel_send_message_conversation": ("Olá!", "f0bca444-7ae7-4d8f-9f73-2b398ccfe6bd"),
}

STATUSES = {
    "baileys_update_SERVER_ACK": (SENT_ID, "enviada", None),
    "baileys_update_DELIVERY_ACK": (SENT_ID, "entregue", None),
    "baileys_update_READ": (SENT_ID, "lida", None),
    "baileys_update_ERROR": (SENT_ID, "falhou", "ERROR"),
    "cloud_update_SENT": ("wamid.STUB0001", "enviada", None),
    "cloud_update_DELIVERED": ("wamid.STUB0001", "entregue", None),
    "cloud_update_READ": ("wamid.STUB0001", "lida", None),
}

CONNECTIONS = {
    "baileys_connection_connecting_200": ("conectando", None, None),
    "baileys_connection_open_200": ("aberto", None, "+5511999990001"),
    "baileys_connection_close_401": ("fechado", "401", None),
    "baileys_status_instance": ("fechado", "401", None),
}

NAMES = {
    "baileys_contacts_update": "Maria Souza",
    "baileys_contacts_upsert_list": "Maria Souza",
    "evolution_channel_contacts_upsert": "Maria",
}

IGNORED = {
    "baileys_in_group": "grupo",
    "baileys_in_status_broadcast": "transmissao",
    "baileys_qrcode_updated": "qrcode.updated",
    "baileys_contacts_upsert": "contatos_sem_nome",
    "cloud_contacts_upsert": "contatos_sem_nome",
    "evolution_channel_chats_upsert": "chats.upsert",
    "evolution_channel_instance_create": "instance.create",
}

BY_HAND = {"baileys_in_fromMe_phone", "baileys_in_edited", "baileys_in_revoke_delete_for_everyone"}
"""Their own tests are below."""


def test_every_captured_body_has_an_expectation() -> None:
    told = (
        set(MESSAGES) | set(ECHOES) | set(STATUSES) | set(CONNECTIONS) | set(NAMES) | set(IGNORED) | BY_HAND
    )
    assert {path.stem for path in FIXTURES.glob("*.json")} == told


@pytest.mark.parametrize("name", MESSAGES)
async def test_a_patients_message_is_one_row_with_its_person_and_a_due_time(
    receiving: Receiving, name: str
) -> None:
    expected = MESSAGES[name]
    assert await receiving.post(fixture_body(name)) == 200

    message = await receiving.one("whatsapp.mensagens")
    assert {column: message[column] for column in ("direcao", "autor", "canal", "status", "especie")} == {
        "direcao": "entrada", "autor": "paciente", "canal": "whatsapp", "status": "recebida", "especie": "conversa",
    }  # fmt: skip
    assert (message["provedor_id"], message["tipo"], message["texto"]) == (
        expected.id,
        expected.tipo,
        expected.texto,
    )
    assert message["dados"] == expected.dados
    assert (message["cita"], message["desfecho"]) == (expected.cita, expected.desfecho)
    assert (message["criada_em"], message["provedor_em"]) == (
        NOW,
        datetime.fromtimestamp(expected.written, UTC),
    )

    conversa = await receiving.one("whatsapp.conversas")
    assert conversa["dono"] == "anna"
    assert conversa["janela_ate"] == datetime.fromtimestamp(expected.written, UTC) + timedelta(hours=24)
    due = None if expected.due_s is None else NOW + timedelta(seconds=expected.due_s)
    assert conversa["responder_em"] == due

    assert (await receiving.one("whatsapp.contatos"))["nome"] == expected.nome
    identidades = await receiving.rows("whatsapp.identidades")
    assert {(row["tipo"], row["valor"]) for row in identidades} == expected.aliases
    assert (await instance_of(receiving, name))["recebida_em"] == NOW
    assert await receiving.count("whatsapp.eventos_brutos") == 0

    if expected.midia is None:
        assert await receiving.count("whatsapp.midias") == 0
    else:
        midia = await receiving.one("whatsapp.midias")
        assert (midia["estado"], midia["mime"], midia["nome"]) == ("pendente", *expected.midia)
        assert midia["origem"]["key"]["id"] == expected.id
        assert "base64" not in midia["origem"]["message"]
        assert "jpegThumbnail" not in str(midia["origem"])


@pytest.mark.parametrize("name", ECHOES)
async def test_an_echo_names_the_message_in_flight_and_is_never_a_person(
    receiving: Receiving, name: str
) -> None:
    texto, provider_id = ECHOES[name]
    conversa_id = await open_conversa(receiving, fixture_body(name)["instance"])
    await plan(receiving, conversa_id, "enviando", texto)
    await plan(receiving, conversa_id, "planejada", "a next one, not yet sent")

    assert await receiving.post(fixture_body(name)) == 200

    first, second = await receiving.messages()
    assert (first["provedor_id"], first["status"], first["enviar_ate"]) == (provider_id, "aceita", None)
    assert (second["provedor_id"], second["status"]) == (None, "planejada")
    assert (await receiving.one("whatsapp.conversas"))["dono"] == "anna"


@pytest.mark.parametrize("name", ECHOES)
async def test_an_echo_of_another_program_joins_the_history_but_owns_nothing(
    receiving: Receiving, name: str
) -> None:
    texto, provider_id = ECHOES[name]
    await open_conversa(receiving, fixture_body(name)["instance"])

    assert await receiving.post(fixture_body(name)) == 200

    message = await receiving.one("whatsapp.mensagens")
    assert (message["autor"], message["status"]) == ("sistema", "aceita")
    assert (message["provedor_id"], message["texto"]) == (provider_id, texto)
    assert (await receiving.one("whatsapp.conversas"))["dono"] == "anna"


@pytest.mark.parametrize("name", ECHOES)
async def test_an_echo_to_nobody_known_is_kept_raw_without_media(receiving: Receiving, name: str) -> None:
    assert await receiving.post(fixture_body(name)) == 200
    kept = await receiving.one("whatsapp.eventos_brutos")
    assert kept["motivo"] == "eco_sem_conversa"
    for secret in (b"tok-wa", b"EAAG-fake-meta-token", b"tok-evo", b"T2dnUwACAAAA", b"JVBERi0xLjQK"):
        assert secret not in kept["corpo"]
    assert await receiving.count("whatsapp.contatos") == 0


@pytest.mark.parametrize("name", STATUSES)
async def test_a_status_rises_by_its_id_alone(receiving: Receiving, name: str) -> None:
    provider_id, status, motivo = STATUSES[name]
    conversa_id = await open_conversa(receiving, fixture_body(name)["instance"])
    await plan(receiving, conversa_id, "aceita", "Olá", provider_id)
    assert await receiving.post(fixture_body(name)) == 200
    message = await receiving.one("whatsapp.mensagens")
    assert (message["status"], message["status_em"], message["motivo"]) == (status, NOW, motivo)


@pytest.mark.parametrize("name", STATUSES)
async def test_a_status_of_an_unknown_message_waits_for_it(receiving: Receiving, name: str) -> None:
    provider_id, status, motivo = STATUSES[name]
    assert await receiving.post(fixture_body(name)) == 200
    orphan = await receiving.one("whatsapp.status_orfaos")
    assert (orphan["provedor_id"], orphan["status"], orphan["motivo"]) == (provider_id, status, motivo)
    assert await receiving.count("whatsapp.mensagens") == 0


@pytest.mark.parametrize("name", CONNECTIONS)
async def test_a_connection_event_is_the_state_of_its_instance(receiving: Receiving, name: str) -> None:
    estado, motivo, numero = CONNECTIONS[name]
    assert await receiving.post(fixture_body(name)) == 200
    instance = await instance_of(receiving, name)
    assert (instance["estado"], instance["estado_em"], instance["estado_motivo"]) == (estado, NOW, motivo)
    assert instance["numero"] == numero
    others = [row for row in await receiving.rows("whatsapp.instancias") if row["nome"] != instance["nome"]]
    assert {row["estado"] for row in others} == {"desconhecido"}


@pytest.mark.parametrize(
    "order",
    list(permutations(["baileys_connection_close_401", "baileys_status_instance", "logout"])),
    ids=str,
)
async def test_a_log_out_is_told_in_any_order_and_keeps_its_reason(
    receiving: Receiving, order: tuple[str, ...]
) -> None:
    logout = {**fixture_body("baileys_status_instance"), "event": "logout.instance", "data": None}
    for name in order:
        assert await receiving.post(logout if name == "logout" else fixture_body(name)) == 200
    instance = await instance_of(receiving, "baileys_status_instance")
    assert (instance["estado"], instance["estado_motivo"]) == ("fechado", "401")


@pytest.mark.parametrize("name", NAMES)
async def test_a_name_reaches_people_already_known_and_makes_nobody(receiving: Receiving, name: str) -> None:
    assert await receiving.post(fixture_body(name)) == 200
    assert await receiving.count("whatsapp.contatos") == 0
    await open_conversa(receiving, fixture_body(name)["instance"])
    assert await receiving.post(fixture_body(name)) == 200
    assert (await receiving.one("whatsapp.contatos"))["nome"] == NAMES[name]


@pytest.mark.parametrize("name", IGNORED)
async def test_what_is_nobodys_business_is_counted_and_not_stored(receiving: Receiving, name: str) -> None:
    assert await receiving.post(fixture_body(name)) == 200
    for table in ("mensagens", "contatos", "conversas", "eventos_brutos", "status_orfaos"):
        assert await receiving.count(f"whatsapp.{table}") == 0
    assert receiving.inbox.ignored == {IGNORED[name]: 1}
    assert (await instance_of(receiving, name))["recebida_em"] == NOW


async def test_a_reply_typed_on_the_phone_owns_the_conversa(receiving: Receiving) -> None:
    assert await receiving.post(fixture_body("baileys_in_fromMe_phone")) == 200
    message = await receiving.one("whatsapp.mensagens")
    assert (message["direcao"], message["autor"], message["especie"]) == ("saida", "pessoa", "pessoa")
    assert (message["status"], message["texto"]) == ("enviada", "respondi pelo celular")
    conversa = await receiving.one("whatsapp.conversas")
    assert (conversa["dono"], conversa["dono_motivo"]) == ("pessoa", "celular")
    assert conversa["dono_ate"] == message["provedor_em"] + timedelta(hours=2)
    assert (conversa["responder_em"], conversa["aguarda_desde"], conversa["janela_ate"]) == (None, None, None)
    assert (await receiving.one("whatsapp.contatos"))["nome"] is None, "pushName is the clinic's own here"


async def test_an_edit_replaces_the_text_and_keeps_the_old_one(receiving: Receiving) -> None:
    await receiving.post(fixture_body("baileys_in_conversation"))
    for _ in range(2):
        assert await receiving.post(fixture_body("baileys_in_edited")) == 200
    message = await receiving.one("whatsapp.mensagens")
    assert message["texto"] == "Oi, quero REmarcar consulta"
    assert [edit["texto"] for edit in message["dados"]["editada"]] == ["Oi, quero marcar consulta"]


async def test_a_revoked_message_is_empty_and_needs_no_answer(receiving: Receiving) -> None:
    await receiving.post(fixture_body("baileys_in_conversation"))
    for _ in range(2):
        assert await receiving.post(fixture_body("baileys_in_revoke_delete_for_everyone")) == 200
    message = await receiving.one("whatsapp.mensagens")
    assert (message["texto"], message["desfecho"], message["motivo"]) == (None, "ignorada", "apagada")
    assert message["dados"]["apagada"]["texto"] == "Oi, quero marcar consulta"


@pytest.mark.parametrize(
    "change",
    [{"type": "REVOKE"}, {"type": "MESSAGE_EDIT", "editedMessage": {"conversation": "Grátis"}}],
    ids=["revoke", "edit"],
)
async def test_nobody_changes_what_the_other_side_wrote(receiving: Receiving, change: dict[str, Any]) -> None:
    """A patient's edit that names a message of the clinic's is no edit of it."""
    written = deepcopy(fixture_body("baileys_in_conversation"))
    written["data"]["key"]["fromMe"] = True
    await receiving.post(written)
    changed = deepcopy(fixture_body("baileys_in_conversation"))
    changed["data"]["key"]["id"] = "3A000000000000ABC999"
    changed["data"]["message"] = {"protocolMessage": {"key": written["data"]["key"], **change}}
    assert await receiving.post(changed) == 200
    message = await receiving.one("whatsapp.mensagens")
    assert (message["direcao"], message["texto"]) == ("saida", "Oi, quero marcar consulta")


@pytest.mark.parametrize("name", ["baileys_in_edited", "baileys_in_revoke_delete_for_everyone"])
async def test_an_edit_of_an_unknown_message_is_kept_raw(receiving: Receiving, name: str) -> None:
    assert await receiving.post(fixture_body(name)) == 200
    assert (await receiving.one("whatsapp.eventos_brutos"))["motivo"] == "edicao_sem_mensagem"


async def test_all_bodies_one_after_the_other_and_again_store_each_message_once(receiving: Receiving) -> None:
    names = sorted(path.stem for path in FIXTURES.glob("*.json"))
    for name in names:
        assert await receiving.post(fixture_body(name)) == 200
    once = [row["provedor_id"] for row in await receiving.messages()]
    assert len(once) == len(MESSAGES) + len(ECHOES) + 1
    for name in names:
        assert await receiving.post(fixture_body(name)) == 200
    assert [row["provedor_id"] for row in await receiving.messages()] == once
    assert await receiving.count("whatsapp.contatos") == 1, "phone and LID are one person, on every channel"
    assert await receiving.count("whatsapp.conversas") == len(EVOLUTION_INSTANCES)


async def instance_of(receiving: Receiving, name: str) -> dict[str, Any]:
    row = await receiving.db.fetchrow(
        "select * from whatsapp.instancias where nome = $1", fixture_body(name)["instance"]
    )
    assert row is not None
    return dict(row)


async def open_conversa(receiving: Receiving, instance: str) -> UUID:
    """A conversa with the person of the captured bodies."""
    conversa_id: UUID = await receiving.db.fetchval(
        """
        with pessoa as (insert into whatsapp.contatos (clinica_id, criado_em) values ($1, $2) returning id),
        endereco as (
          insert into whatsapp.identidades select $1, id, 'phone', '551188887777', '5511988887777@s.whatsapp.net', $2 from pessoa)
        insert into whatsapp.conversas (clinica_id, contato_id, instancia_id, criada_em)
        select $1, pessoa.id, i.id, $2 from pessoa, whatsapp.instancias i where i.nome = $3 returning id
        """,
        receiving.clinica_id, NOW, instance,
    )  # fmt: skip
    return conversa_id


async def plan(
    receiving: Receiving, conversa_id: UUID, status: str, texto: str | None, provider_id: str | None = None
) -> None:
    """One outbound message of Anna's in that conversa."""
    await receiving.db.execute(
        "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, texto, provedor_id, criada_em, status,"
        " status_em, enviar_ate) select clinica_id, id, instancia_id, 'saida', 'anna', $2, $3, $4, $5, $4,"
        " case when $5 = 'enviando' then $4::timestamptz end from whatsapp.conversas where id = $1",
        conversa_id, texto, provider_id, NOW - timedelta(minutes=1), status,
    )  # fmt: skip
