"""A control database and a seeded demo client for one test."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from anna.db.connect import connect
from anna.embedded.servers import Postgres
from anna.kit.crypto import SecretBox, new_key
from anna.settings import Settings, load_settings

KEY = new_key()


@dataclass(frozen=True)
class Databases:
    """The names of a test's control and client databases, and the settings that lead there."""

    postgres: Postgres
    control: str
    client: str
    redis_url: str

    def settings(self, *, standin_url: str) -> Callable[..., Settings]:
        """Settings of a process in some role."""

        def build(role: str, **more: Any) -> Settings:
            values: dict[str, Any] = {
                "demo": True,
                "control_dsn": self.postgres.dsn(self.control, role),
                "redis_url": self.redis_url,
                "secret_key": KEY,
                "quiet_min_s": 0,
                "quiet_s": 0,
                "quiet_max_s": 0,
                "pay_page_url": standin_url,
                "pay_page_key": "pay-key",
                "openai_api_key": "pay-key",
                "anthropic_api_key": "pay-key",
                "pay_page_secret": "pay-secret",
                "standin_url": standin_url,
            }
            return load_settings(**values | more)

        return build


async def register_client(postgres: Postgres, control: str, client: str) -> None:
    """Write the demo client and its credentials into a migrated control database."""
    box = SecretBox(KEY)
    conn = await connect(postgres.dsn(control))
    await conn.execute(
        "insert into tenants.clientes (slug, nome, criado_em) values ('demo', 'Demo', '2026-01-01Z')"
    )
    for papel in ("anna_web", "anna_worker"):
        await conn.execute(
            "insert into tenants.database_credentials (cliente_id, papel, dsn) select id, $1, $2 from tenants.clientes",
            papel, box.seal(postgres.dsn(client, papel)),
        )  # fmt: skip
    await conn.close()
