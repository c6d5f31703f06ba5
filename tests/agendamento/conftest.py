"""The demo's clinic, and the few things each of these tests needs of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from anna.agendamento import service
from anna.agendamento.models import Consulta
from anna.db.connect import Connection
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.demo import demo_id, seed_demo
from tests.conftest import TEST_NOW, ClientDatabase

SP = ZoneInfo("America/Sao_Paulo")


class Clinic:
    """Clínica Aroeira as a test talks about it."""

    def __init__(self) -> None:
        self.id = demo_id("aroeira")
        self.helena = demo_id("aroeira", "profissional", "Dra. Helena Bittencourt")
        self.camila = demo_id("aroeira", "profissional", "Camila Teixeira")
        self.otavio = demo_id("aroeira", "profissional", "Dr. Otávio Prado")
        self.marina = demo_id("aroeira", "paciente", "Marina Duarte")
        self.tania = demo_id("aroeira", "paciente", "Tânia Alcântara")

    def servico(self, slug: str) -> UUID:
        return demo_id("aroeira", "servico", slug)

    def at(self, day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
        """A time in São Paulo, December 2026 unless told."""
        return datetime(2026, month, day, hour, minute, tzinfo=SP)

    async def hold(
        self,
        conn: Connection,
        inicio: datetime,
        *,
        servicos: Sequence[str] = ("botox",),
        profissional_id: UUID | None = None,
        paciente_id: UUID | None = None,
        conversa_id: UUID | None = None,
        minutes: int = 50,
        now: datetime = TEST_NOW,
    ) -> Consulta:
        return await service.hold_slot(
            conn,
            clinica_id=self.id,
            paciente_id=paciente_id or self.marina,
            servicos=[self.servico(slug) for slug in servicos],
            profissional_id=profissional_id or self.helena,
            inicio=inicio,
            minutes=minutes,
            now=now,
            conversa_id=conversa_id,
        )

    async def conversa(self, conn: Connection, number: int) -> UUID:
        """A conversa of a new contato on the clinic's instance."""
        contato = await conn.fetchval(
            "insert into whatsapp.contatos (clinica_id, nome, criado_em) values ($1, $2, $3) returning id",
            self.id, f"Contato {number}", TEST_NOW,
        )  # fmt: skip
        conversa: UUID = await conn.fetchval(
            "insert into whatsapp.conversas (clinica_id, contato_id, instancia_id, criada_em) values ($1, $2, $3, $4) returning id",
            self.id, contato, demo_id("aroeira", "instancia", "aroeira"), TEST_NOW,
        )  # fmt: skip
        return conversa


async def events(conn: Connection, *names: str) -> list[dict[str, Any]]:
    """The events told so far, of these names or all."""
    rows = await conn.fetch("select nome, refs, dados, causa from automacao.eventos order by id")
    return [dict(row) for row in rows if not names or row["nome"] in names]


@pytest.fixture
async def clinic(client_db: ClientDatabase) -> Clinic:
    async with client_db.worker.pool.acquire() as conn:
        await seed_demo(
            conn, secret_box=SecretBox(new_key()), provider_url="http://127.0.0.1:9", now=TEST_NOW
        )
        # these tests choose their own times
        await conn.execute("delete from agendamento.consulta_servicos")
        await conn.execute("delete from agendamento.consultas")
    return Clinic()
