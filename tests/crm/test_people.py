from __future__ import annotations

import asyncio
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from anna.crm import queries, service
from anna.crm.models import Relacao, StatusLead
from anna.crm.score import Hit, score
from anna.db.connect import Connection
from anna.errors import InvalidInput, NotFound
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.demo import demo_id, seed_demo
from anna.when import TimeKind, When
from tests.conftest import TEST_NOW, ClientDatabase

CLINICA = demo_id("aroeira")
PHONE = "+5511900000142"


@pytest.fixture
async def contato(db: Connection) -> UUID:
    """Somebody who writes for the first time."""
    await seed_demo(db, secret_box=SecretBox(new_key()), provider_url="http://127.0.0.1:9", now=TEST_NOW)
    return await new_contato(db)


async def new_contato(db: Connection) -> UUID:
    contato_id: UUID = await db.fetchval(
        "insert into whatsapp.contatos (clinica_id, criado_em) values ($1, $2) returning id",
        CLINICA,
        TEST_NOW,
    )
    return contato_id


async def test_a_contato_has_one_open_lead_however_many_look(
    client_db: ClientDatabase, contato: UUID
) -> None:
    async def find() -> UUID:
        async with client_db.worker.transaction() as conn:
            lead = await service.find_or_open_lead(
                conn, clinica_id=CLINICA, contato_id=contato, now=TEST_NOW, origem="anuncio-7"
            )
            return lead.id

    assert len(set(await asyncio.gather(*(find() for _ in range(5))))) == 1


async def test_a_lead_that_was_won_or_lost_makes_room_for_a_new_one(db: Connection, contato: UUID) -> None:
    first = await service.find_or_open_lead(db, clinica_id=CLINICA, contato_id=contato, now=TEST_NOW)
    won = await service.convert_lead(db, contato, now=TEST_NOW)
    assert won is not None
    assert won.status is StatusLead.CONVERTIDO
    assert await service.convert_lead(db, contato, now=TEST_NOW) is None
    second = await service.find_or_open_lead(db, clinica_id=CLINICA, contato_id=contato, now=TEST_NOW)
    assert second.id != first.id
    lost = await service.lose_lead(db, contato, now=TEST_NOW)
    assert lost is not None
    assert lost.status is StatusLead.PERDIDO


async def test_what_was_weighed_can_be_read_again(db: Connection, contato: UUID) -> None:
    lead = await service.find_or_open_lead(db, clinica_id=CLINICA, contato_id=contato, now=TEST_NOW)
    when = When(date_start=date(2026, 11, 27), date_end=date(2026, 11, 27), time_kind=TimeKind.AFTER)
    for points in (35, 60):
        await service.record_qualificacao(
            db, lead, procedimentos=["botox"], quando=when, telefone=PHONE,
            score=score([Hit(because="quer", points=points)]), now=TEST_NOW + timedelta(minutes=points),
        )  # fmt: skip
    last = await queries.find_last_qualificacao(db, lead.id)
    assert last is not None
    assert (last.score, last.motivos, last.procedimentos) == (
        60,
        ({"pontos": 60, "porque": "quer"},),
        ("botox",),
    )
    assert last.quando is not None
    assert When.from_json(last.quando) == when
    kept = await queries.find_open_lead(db, contato)
    assert kept is not None
    assert kept.status is StatusLead.QUALIFICADO


async def test_a_patient_is_born_once(client_db: ClientDatabase, contato: UUID) -> None:
    async def register(nome: str) -> UUID:
        async with client_db.worker.transaction() as conn:
            return (
                await service.register_paciente(
                    conn, contato_id=contato, nome=nome, telefone=PHONE, now=TEST_NOW
                )
            ).id

    names = ("Débora Siqueira", "debora", "Debora  Siqueira", "Dé")
    assert len(set(await asyncio.gather(*map(register, names)))) == 1


async def test_a_patient_on_file_is_recognised_by_name_and_phone_and_not_by_phone_alone(
    db: Connection, contato: UUID
) -> None:
    """A mother's number is on her daughter's file too."""
    marina = demo_id("aroeira", "paciente", "Marina Duarte")
    same = await service.register_paciente(
        db, contato_id=contato, nome="marina", telefone="+5511900000401", now=TEST_NOW
    )
    assert same.id == marina
    other = await service.register_paciente(
        db, contato_id=await new_contato(db), nome="Duda Duarte", telefone="+5511900000401", now=TEST_NOW
    )
    assert other.id != marina
    stranger = await service.register_paciente(
        db, contato_id=await new_contato(db), nome="Marina Duarte", telefone="+5511900000999", now=TEST_NOW
    )
    assert stranger.id != marina


async def test_who_writes_for_several_is_nobody_in_particular(db: Connection, contato: UUID) -> None:
    assert await service.find_paciente_by_contato(db, contato) is None
    child = await service.register_paciente(
        db,
        contato_id=contato,
        nome="Theo Siqueira",
        telefone=PHONE,
        relacao=Relacao.RESPONSAVEL,
        now=TEST_NOW,
    )
    assert await service.find_paciente_by_contato(db, contato) == child
    again = await service.register_paciente(
        db,
        contato_id=contato,
        nome="théo siqueira",
        telefone=PHONE,
        relacao=Relacao.RESPONSAVEL,
        now=TEST_NOW,
    )
    assert again == child
    await service.register_paciente(
        db, contato_id=contato, nome="Lia Siqueira", telefone=PHONE, relacao=Relacao.RESPONSAVEL, now=TEST_NOW
    )
    assert await service.find_paciente_by_contato(db, contato) is None
    herself = await service.register_paciente(
        db, contato_id=contato, nome="Débora Siqueira", telefone=PHONE, now=TEST_NOW
    )
    assert await service.find_paciente_by_contato(db, contato) == herself
    first, *_ = await service.list_pacientes_by_contato(db, contato)
    assert first.relacao is Relacao.PROPRIO


@pytest.mark.parametrize("nome", ["", "   ", "123", "🙂", "\x00"])
async def test_what_is_no_name_makes_no_patient(db: Connection, contato: UUID, nome: str) -> None:
    with pytest.raises(InvalidInput):
        await service.register_paciente(db, contato_id=contato, nome=nome, telefone=None, now=TEST_NOW)


async def test_a_patient_of_nobody_is_refused(db: Connection, contato: UUID) -> None:
    with pytest.raises(NotFound):
        await service.register_paciente(db, contato_id=uuid4(), nome="Ana", telefone=None, now=TEST_NOW)


@pytest.mark.parametrize("text", ["luzinete bezerra", "BEZERRA da silva", "Jessica", "Jéssica Tav"])
async def test_people_are_found_without_accents_and_in_part(db: Connection, contato: UUID, text: str) -> None:
    found = await service.search_pacientes(db, CLINICA, text)
    assert len(found) == 1
    assert found[0].nome.split()[0] in ("Luzinete", "Jéssica")


async def test_an_empty_search_finds_nobody_and_another_clinic_neither(db: Connection, contato: UUID) -> None:
    assert await service.search_pacientes(db, CLINICA, " ") == []
    assert await service.search_pacientes(db, demo_id("mandacaru"), "Luzinete") == []


async def test_the_last_activity_comes_first(db: Connection, contato: UUID) -> None:
    for minute, texto in enumerate(("pediu preço", "escolheu horário")):
        await queries.insert_atividade(
            db, clinica_id=CLINICA, contato_id=contato, paciente_id=None, tipo="nota", texto=texto,
            now=TEST_NOW + timedelta(minutes=minute),
        )  # fmt: skip
    assert [a.texto for a in await queries.list_atividades(db, contato)] == [
        "escolheu horário",
        "pediu preço",
    ]
