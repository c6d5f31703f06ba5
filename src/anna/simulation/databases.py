"""A control database and a seeded demo client for each house, cloned from templates in about 30 ms."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from anna.db.connect import connected
from anna.db.migrate import migrate
from anna.embedded.servers import Postgres
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.demo import SLUG, seed_demo
from anna.settings import Settings, load_settings

PLAYED_KEY = "pay-key"
"""The stand-in's own: a vendor of models with this key is played, too."""

CLIENTE, CONTROLE, DEMO = "template_cliente", "template_controle", "template_demo"


@dataclass(frozen=True, slots=True)
class Ground:
    """The servers that houses stand on, and the key that seals what is secret in their databases."""

    postgres: Postgres
    redis_url: str
    key: str


@dataclass(frozen=True, slots=True)
class Databases:
    """The names of one house's control and client databases, and the settings that lead there."""

    ground: Ground
    control: str
    client: str

    @property
    def postgres(self) -> Postgres:
        return self.ground.postgres

    def settings(self, *, standin_url: str) -> Callable[..., Settings]:
        """Settings of a process in some role."""

        def build(role: str, **more: Any) -> Settings:
            values: dict[str, Any] = {
                "demo": True,
                "control_dsn": self.postgres.dsn(self.control, role),
                "redis_url": self.ground.redis_url,
                "secret_key": self.ground.key,
                "quiet_min_s": 0,
                "quiet_s": 0,
                "quiet_max_s": 0,
                "pay_page_url": standin_url,
                "pay_page_key": PLAYED_KEY,
                "openai_api_key": PLAYED_KEY,
                "anthropic_api_key": PLAYED_KEY,
                "pay_page_secret": "pay-secret",
                "standin_url": standin_url,
            }
            return load_settings(**values | more)

        return build


async def make_client_template(postgres: Postgres, *, now: datetime) -> str:
    """A migrated client database without a row, to be cloned; returns its name."""
    await _create(postgres, CLIENTE)
    async with connected(postgres.dsn(CLIENTE)) as conn:
        await migrate(conn, "cliente", now=now)
    return CLIENTE


async def make_house_templates(ground: Ground, *, now: datetime) -> None:
    """Beside that of `make_client_template`: one with the demo's rows around `now`, and a control database."""
    await _create(ground.postgres, DEMO, template=CLIENTE)
    await _create(ground.postgres, CONTROLE)
    async with connected(ground.postgres.dsn(CONTROLE)) as conn:
        await migrate(conn, "controle", now=now)
    async with connected(ground.postgres.dsn(DEMO)) as conn:
        await seed_demo(conn, secret_box=SecretBox(ground.key), provider_url="http://127.0.0.1:1", now=now)


@asynccontextmanager
async def clone_templates(ground: Ground, number: int) -> AsyncIterator[Databases]:
    """The databases of one house; gone afterwards. `number` tells houses of one ground apart."""
    names = Databases(ground, f"anna_controle_h{number}", f"anna_cliente_h{number}")
    await _create(ground.postgres, names.control, template=CONTROLE)
    await _create(ground.postgres, names.client, template=DEMO)
    await register_client(ground, names.control, names.client)
    try:
        yield names
    finally:
        async with connected(ground.postgres.dsn()) as admin:
            await admin.execute(f"drop database {names.control} with (force)")
            await admin.execute(f"drop database {names.client} with (force)")


async def register_client(ground: Ground, control: str, client: str) -> None:
    """Write the demo client and its credentials into a migrated control database."""
    box = SecretBox(ground.key)
    async with connected(ground.postgres.dsn(control)) as conn:
        await conn.execute(
            "insert into tenants.clientes (slug, nome, criado_em) values ($1, 'Demo', '2026-01-01Z')", SLUG
        )
        for papel in ("anna_web", "anna_worker"):
            await conn.execute(
                "insert into tenants.database_credentials (cliente_id, papel, dsn) select id, $1, $2 from tenants.clientes",
                papel, box.seal(ground.postgres.dsn(client, papel)),
            )  # fmt: skip


async def _create(postgres: Postgres, name: str, *, template: str | None = None) -> None:
    async with connected(postgres.dsn()) as admin:
        await admin.execute(
            f"create database {name}" + (f" template {template} strategy file_copy" if template else "")
        )


def new_ground(postgres: Postgres, redis_url: str) -> Ground:
    """A ground with a key of its own."""
    return Ground(postgres, redis_url, new_key())
