from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from anna.agendamento.models import StatusConsulta
from anna.agendamento.offers import offer_slots
from anna.agendamento.queries import list_profissionais, list_servicos
from anna.agendamento.service import known_patient
from anna.clinica.queries import list_clinicas
from anna.clinica.service import load_calendar, load_settings
from anna.db.connect import Connection
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.demo import demo_id, load_demo, seed_demo
from anna.provisioning.queries import find_contato_by_phone
from tests.conftest import TEST_NOW

BOX = SecretBox(new_key())
PROCEDURES = [
    "botox",
    "preenchimento",
    "preenchimento_labial",
    "harmonizacao_facial",
    "limpeza_de_pele",
    "peeling",
    "microagulhamento",
    "depilacao_laser",
    "drenagem_linfatica",
    "massagem_modeladora",
    "criolipolise",
    "bioestimulador",
    "skinbooster",
    "ultraformer",
    "extensao_cilios",
    "design_sobrancelha",
    "avaliacao",
    "retorno",
]


async def seed(conn: Connection) -> None:
    await seed_demo(conn, secret_box=BOX, provider_url="http://127.0.0.1:9", now=TEST_NOW)


async def count_rows(conn: Connection) -> dict[str, int]:
    tables = await conn.fetch(
        "select schemaname || '.' || tablename as t from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'public')"
    )
    return {row["t"]: await conn.fetchval(f"select count(*) from {row['t']}") for row in tables}


async def test_every_procedure_of_the_contract_has_a_price_and_somebody_who_does_it(db: Connection) -> None:
    await seed(db)
    for clinica in await list_clinicas(db):
        servicos = await list_servicos(db, clinica.id)
        assert sorted(s.slug for s in servicos) == sorted(PROCEDURES)
        for servico in servicos:
            offer = await offer_slots(
                db, clinica_id=clinica.id, servicos=[servico.id], when=None, now=TEST_NOW
            )
            assert len(offer.slots) == 3, servico.slug
    assert len(await list_profissionais(db, demo_id("aroeira"))) == 3
    assert len(await list_profissionais(db, demo_id("mandacaru"))) == 2


async def test_a_second_start_adds_nothing_and_a_later_one_only_its_new_days(db: Connection) -> None:
    await seed(db)
    before = await count_rows(db)
    await seed(db)
    assert await count_rows(db) == before
    await seed_demo(db, secret_box=BOX, provider_url="http://127.0.0.1:9", now=TEST_NOW + timedelta(days=7))
    after = await count_rows(db)
    grown = {table for table in after if after[table] != before[table]}
    assert grown == {"agendamento.consultas", "agendamento.consulta_servicos"}


@pytest.mark.parametrize("days", range(0, 365, 24))
async def test_the_demo_can_begin_on_any_day_of_the_year(db: Connection, days: int) -> None:
    now = TEST_NOW + timedelta(days=days)
    await seed_demo(db, secret_box=BOX, provider_url="http://127.0.0.1:9", now=now)
    contato = await find_contato_by_phone(db, clinica_id=demo_id("aroeira"), valor="551100000275")
    assert contato is not None
    known = await known_patient(db, contato, now=now)
    assert known.conhecido
    assert known.vieram >= 3
    assert [c.servicos for c in known.proximas] == [("Limpeza de pele",)]


async def known(db: Connection, telefone: str) -> UUID | None:
    return await find_contato_by_phone(db, clinica_id=demo_id("aroeira"), valor=telefone)


async def test_the_three_people_of_the_demo_page_are_who_the_page_says(db: Connection) -> None:
    await seed(db)
    assert await known(db, "551100000142") is None, "Débora writes for the first time"
    luzinete, jessica = await known(db, "551100000275"), await known(db, "551100000318")
    assert luzinete is not None
    assert jessica is not None
    assert (await known_patient(db, luzinete, now=TEST_NOW)).proximas[0].status is StatusConsulta.AGENDADO
    missed = await known_patient(db, jessica, now=TEST_NOW)
    assert (missed.faltaram, missed.conhecido, missed.proximas) == (1, True, ())
    day = await db.fetchval("select inicio from agendamento.consultas where status = 'faltou'")
    assert (TEST_NOW - day) < timedelta(days=7)
    assert day.weekday() == 0


async def test_the_clinicas_differ_where_a_confusion_would_show(db: Connection) -> None:
    await seed(db)
    aroeira, mandacaru = demo_id("aroeira"), demo_id("mandacaru")
    assert (await load_settings(db, aroeira)) != (await load_settings(db, mandacaru))
    calendars = [await load_calendar(db, c) for c in (aroeira, mandacaru)]
    assert [c.zone for c in calendars] == ["America/Sao_Paulo", "America/Recife"]
    assert calendars[0].week != calendars[1].week


async def test_provider_secrets_are_sealed_and_open_again(db: Connection) -> None:
    await seed(db)
    rows = await db.fetch("select nome, segredos from whatsapp.instancias order by nome")
    told = {i["nome"]: dict(i["segredos"]) for c in load_demo()["clinicas"] for i in c["instancias"]}
    assert {row["nome"]: BOX.open(row["segredos"]) for row in rows} == told
    assert all(
        secret.encode() not in bytes(r["segredos"]) for r in rows for secret in told[r["nome"]].values()
    )


def test_the_demo_names_no_real_person() -> None:
    """Every telephone is of the block that belongs to nobody."""
    clinicas = load_demo()["clinicas"]
    numbers = [p["telefone"] for c in clinicas for p in c["pacientes"]]
    numbers += [c["telefone"] for c in clinicas] + [i["numero"] for c in clinicas for i in c["instancias"]]
    assert all(number[5:].startswith("90000") for number in numbers)
