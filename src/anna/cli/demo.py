"""The demo client of `anna up`: made once, brought up to date at each start."""

from __future__ import annotations

from datetime import datetime

from anna.cli.migrate import with_database
from anna.db.connect import connected
from anna.kit.crypto import SecretBox
from anna.provisioning.clients import create_client, database_name
from anna.provisioning.demo import SLUG, seed_demo
from anna.settings import Settings


async def prepare_demo(
    settings: Settings, *, admin_dsn: str, control_database: str, standin_url: str, now: datetime
) -> None:
    """Make the demo client unless it is there, and seed it; what was interrupted before is finished here."""
    box = SecretBox(settings.secret_key)
    async with connected(with_database(admin_dsn, control_database)) as control:
        await create_client(
            admin_dsn=admin_dsn, control=control, secret_box=box, slug=SLUG, nome="Demonstração", now=now
        )
    async with connected(with_database(admin_dsn, database_name(SLUG))) as conn:
        await seed_demo(conn, secret_box=box, provider_url=standin_url, now=now)
