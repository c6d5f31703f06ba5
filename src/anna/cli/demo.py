"""The demo client of `anna up`: made once, brought up to date at each start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from anna.cli.migrate import with_database
from anna.db.connect import connected
from anna.kit.crypto import SecretBox
from anna.provisioning.clients import create_client, database_name
from anna.provisioning.demo import load_demo, seed_demo
from anna.settings import VENDORS, Settings

SLUG = "demo"


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


def standin_config(settings: Settings) -> dict[str, Any]:
    """What the stand-in plays: the demo's own instances, which post to this installation's webhooks."""
    instances = [row for clinica in load_demo()["clinicas"] for row in clinica["instancias"]]
    return {
        "evolution": list(_evolution(settings, instances)),
        "twilio": list(_twilio(settings, instances)),
        "pay": [{"name": SLUG, "key": settings.pay_page_key, "secret": settings.pay_page_secret}],
        **{vendor: [_model(settings, vendor)] for vendor in VENDORS if is_played(settings, vendor)},
    }


def is_played(settings: Settings, vendor: str) -> bool:
    """Whether the stand-in plays this vendor of models: unless somebody gave a key of their own, the demo's is that of its pay page."""
    key: str | None = getattr(settings, f"{vendor}_api_key")
    return key is not None and key == settings.pay_page_key


def _model(settings: Settings, vendor: str) -> dict[str, Any]:
    key, model = getattr(settings, f"{vendor}_api_key"), getattr(settings, f"{vendor}_model")
    return {"name": SLUG, "api_key": key, "models": [model]}


def model_urls(settings: Settings, standin_url: str) -> dict[str, str]:
    """Where the vendors that are played are reached."""
    paths = {"openai": "/v1", "anthropic": ""}  # as their SDKs want it
    return {f"{v}_url": f"{standin_url}{paths[v]}" for v in VENDORS if is_played(settings, v)}


def _evolution(settings: Settings, instances: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in instances:
        if row["provedor"] == "evolution":
            secret = row["segredos"]["webhook_secret"]
            yield {
                "name": row["nome"],
                "token": row["segredos"]["token"],
                "number": row["numero"].removeprefix("+"),
                "webhook": {"url": _webhook(settings, row), "headers": {"Authorization": f"Bearer {secret}"}},
            }


def _twilio(settings: Settings, instances: list[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in instances:
        if row["provedor"] == "twilio":
            yield {
                "name": row["nome"],
                "account_sid": row["segredos"]["account_sid"],
                "auth_token": row["segredos"]["auth_token"],
                "senders": [f"whatsapp:{row['numero']}", row["numero"]],
                "webhook_url": _webhook(settings, row),
            }


def _webhook(settings: Settings, row: Mapping[str, Any]) -> str:
    return f"{settings.public_url}/webhooks/{SLUG}/{row['provedor']}/{row['nome']}"
