"""Private servers for a rehearsal: nothing on them need survive a crash, so nothing waits for a disk."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from anna.embedded.children import server_children
from anna.embedded.folder import prepare_folder
from anna.embedded.servers import Postgres, Redis
from anna.embedded.supervisor import Supervisor
from anna.simulation.databases import Ground, make_client_template, make_house_templates, new_ground

FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""Settings of a PostgreSQL whose data are worth nothing after the run."""


@asynccontextmanager
async def open_ground(*, now: datetime, say: Callable[[str], None]) -> AsyncIterator[Ground]:
    """PostgreSQL and Redis with the templates that houses are cloned from, the demo's agenda around `now`; gone afterwards.

    `say` hears when a server dies and is started again.
    """
    with tempfile.TemporaryDirectory(prefix="anna-rehearsal-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        prepare_folder(folder)
        postgres, redis = Postgres(folder / "postgres", settings=FORGETFUL), Redis(folder / "redis")
        async with Supervisor(logs=folder / "logs", say=say) as servers:
            for child in await asyncio.to_thread(server_children, postgres, redis):
                await servers.start(child)
            ground = new_ground(postgres, redis.url)
            await make_client_template(postgres, now=now)
            await make_house_templates(ground, now=now)
            yield ground
