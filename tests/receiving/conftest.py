"""A client's reception as it runs in production: aiohttp, the inbox, PostgreSQL as anna_web with row level security."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from anna.clock import ManualClock
from anna.db.connect import Connection, Database, connect
from anna.kit.crypto import SecretBox, new_key
from anna.web.webhooks import RECEPTION, ClientReception, InstanceDirectory, Reception, add_webhook_routes
from anna.whatsapp.inbox import Inbox
from tests.conftest import ClientDatabase

FIXTURES = Path(__file__).parents[1] / "fixtures" / "evolution"
NOW = datetime(2026, 11, 21, 21, 5, tzinfo=UTC)
"""A few minutes after the captured bodies were written."""

CLIENTE = "modelo"
PUBLIC_URL = "https://anna.example"
SECRET = "the-secret-of-the-webhook-and-it-is-long"
ACCOUNT_TOKEN = "twilio-account-token"
EVOLUTION_INSTANCES = ("clinica-wa", "clinica-cloud", "clinica-evo")


def fixture_body(name: str) -> dict[str, Any]:
    body: dict[str, Any] = orjson.loads((FIXTURES / f"{name}.json").read_bytes())
    return body


@dataclass
class Receiving:
    """One reception, and eyes on what it stored."""

    http: TestClient[Any, Any]
    db: Connection
    inbox: Inbox
    clock: ManualClock
    clinica_id: UUID
    directory: InstanceDirectory

    async def post(
        self,
        body: Any,
        *,
        instance: str | None = None,
        tail: str = "",
        secret: str | None = SECRET,
        headers: Mapping[str, str] | None = None,
    ) -> int:
        """Post one Evolution body (a value, or bytes as they are) as the instance it names; returns the HTTP status."""
        instance = instance or (body["instance"] if isinstance(body, dict) else "clinica-wa")
        content = body if isinstance(body, bytes) else orjson.dumps(body)
        given = {
            "Content-Type": "application/json",
            **({"Authorization": f"Bearer {secret}"} if secret else {}),
        }
        path = f"/webhooks/{CLIENTE}/evolution/{instance}{tail}"
        async with self.http.post(
            path, data=io.BytesIO(content), headers={**given, **(headers or {})}
        ) as answer:
            return answer.status

    async def rows(self, table: str, order: str = "1") -> list[dict[str, Any]]:
        return [dict(row) for row in await self.db.fetch(f"select * from {table} order by {order}")]

    async def messages(self) -> list[dict[str, Any]]:
        return await self.rows("whatsapp.mensagens", "ordem")

    async def one(self, table: str) -> dict[str, Any]:
        found = await self.rows(table)
        assert len(found) == 1, f"{table} has {len(found)} rows"
        return found[0]

    async def count(self, table: str) -> int:
        return int(await self.db.fetchval(f"select count(*) from {table}"))


async def add_clinic(db: Connection, box: SecretBox) -> UUID:
    clinica_id: UUID = await db.fetchval(
        "insert into clinica.clinicas (slug, nome, endereco, criada_em) values ('centro', 'Clínica Centro', 'Rua A, 1', $1) returning id",
        NOW,
    )
    for nome in EVOLUTION_INSTANCES:
        await add_instance(
            db,
            box,
            clinica_id,
            nome,
            "evolution",
            {"apikey": "the-instances-api-key", "webhook_secret": SECRET},
        )
    twilio = {"account_sid": "AC1", "auth_token": ACCOUNT_TOKEN}
    await add_instance(db, box, clinica_id, "clinica-tw", "twilio", twilio)
    return clinica_id


async def add_instance(
    db: Connection, box: SecretBox, clinica_id: UUID, nome: str, provedor: str, segredos: Mapping[str, Any]
) -> UUID:
    instancia_id: UUID = await db.fetchval(
        "insert into whatsapp.instancias (clinica_id, nome, provedor, url, segredos, criada_em)"
        " values ($1, $2, $3, 'http://127.0.0.1:1', $4, $5) returning id",
        clinica_id, nome, provedor, box.seal(dict(segredos)), NOW,
    )  # fmt: skip
    return instancia_id


def reception_app(
    database: Database, inbox: Inbox, box: SecretBox, clock: ManualClock
) -> tuple[web.Application, InstanceDirectory]:
    directory = InstanceDirectory(database, box)
    client = ClientReception(directory, inbox)

    async def find_client(slug: str) -> ClientReception | None:
        return client if slug == CLIENTE else None

    app = web.Application()
    app[RECEPTION] = Reception(find_client, PUBLIC_URL, clock)
    add_webhook_routes(app)
    return app, directory


@pytest.fixture
def box() -> SecretBox:
    return SecretBox(new_key())


@pytest.fixture
async def owner(client_db: ClientDatabase) -> AsyncIterator[Connection]:
    """A superuser's connection, for what neither process may do."""
    conn = await connect(client_db.postgres.dsn(client_db.name))
    yield conn
    await conn.close()


@pytest.fixture
async def receiving(
    db: Connection, web_database: Database, reception_database: Database, box: SecretBox
) -> AsyncIterator[Receiving]:
    clinica_id = await add_clinic(db, box)
    clock = ManualClock(NOW)
    inbox = Inbox(reception_database, clock)
    app, directory = reception_app(web_database, inbox, box, clock)
    async with TestClient(TestServer(app)) as http:
        yield Receiving(http, db, inbox, clock, clinica_id, directory)
    await inbox.close()
