"""What the stand-in plays for the demo client: its numbers, its pay page, and the models nobody has a key of their own for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from anna.provisioning.demo import SLUG, load_demo
from anna.settings import VENDORS, Settings


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
