"""What the stand-in plays: instances, accounts and how quickly things happen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from anna.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where an Evolution instance posts its events; an empty `events` means all of them."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    events: tuple[str, ...] = ()
    by_events: bool = False
    base64: bool = False


@dataclass(frozen=True, slots=True)
class EvolutionConfig:
    """One Evolution instance. `number` is the clinic's own, digits with country code; `state` open, connecting or close."""

    name: str
    token: str
    number: str = "5511999990001"
    integration: str = "WHATSAPP-BAILEYS"
    state: str = "open"
    profile_name: str = "Clínica"
    webhook: Webhook | None = None


@dataclass(frozen=True, slots=True)
class TwilioConfig:
    """One Twilio account. `senders` are `whatsapp:+…` and `+…`; `templates` maps ContentSid to text with {{1}}, {{2}}, …"""

    name: str
    account_sid: str
    auth_token: str
    senders: tuple[str, ...]
    api_keys: Mapping[str, str] = field(default_factory=dict)
    webhook_url: str | None = None
    templates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PayConfig:
    """One account of the pay page: `key` signs Anna in, `secret` signs what is posted back."""

    name: str
    key: str
    secret: str


@dataclass(frozen=True, slots=True)
class ModelConfig:
    """One account of OpenAI or Anthropic: its key, and the models it may use."""

    name: str
    api_key: str
    models: tuple[str, ...] = ("gpt-6-luna", "gpt-6-sol", "claude-haiku-5-5", "claude-sonnet-5-5")


@dataclass(frozen=True, slots=True)
class Delays:
    """Seconds from one status of a sent message to the next; None means that the phone never reads by itself."""

    accepted: float = 0.2
    delivered: float = 0.6
    read: float | None = None


@dataclass(frozen=True, slots=True)
class StandinConfig:
    """The whole stand-in.

    `public_url` is where its own links point; empty means the address it is asked at. `pace` multiplies every delay, retries
    included: 0 makes everything happen at once, in order. `seed` feeds every random choice.
    """

    global_key: str = "global"
    public_url: str = ""
    pace: float = 1.0
    seed: int = 7
    delays: Delays = field(default_factory=Delays)
    evolution: tuple[EvolutionConfig, ...] = ()
    twilio: tuple[TwilioConfig, ...] = ()
    pay: tuple[PayConfig, ...] = ()
    openai: tuple[ModelConfig, ...] = ()
    anthropic: tuple[ModelConfig, ...] = ()


def read_config(path: Path) -> StandinConfig:
    """The configuration in a JSON file. Raises InvalidInput naming the key that is wrong or missing."""
    try:
        return config_from(orjson.loads(path.read_bytes()))
    except orjson.JSONDecodeError as error:
        raise InvalidInput(f"{path.name}: not JSON: {error}") from error
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise InvalidInput(f"{path.name}: {error}") from error


def config_from(raw: Mapping[str, Any]) -> StandinConfig:
    """The same from a mapping with the dataclasses' names; lists for tuples."""
    if not isinstance(raw, Mapping):
        raise TypeError("an object is needed")
    values = dict(raw)
    return StandinConfig(
        delays=Delays(**values.pop("delays", {})),
        evolution=tuple(_evolution(item) for item in values.pop("evolution", ())),
        twilio=tuple(_twilio(item) for item in values.pop("twilio", ())),
        pay=tuple(PayConfig(**item) for item in values.pop("pay", ())),
        openai=tuple(_model(item) for item in values.pop("openai", ())),
        anthropic=tuple(_model(item) for item in values.pop("anthropic", ())),
        **values,
    )


def _evolution(raw: Mapping[str, Any]) -> EvolutionConfig:
    values = dict(raw)
    hook = values.pop("webhook", None)
    if hook:
        hook = Webhook(**{**hook, "events": tuple(hook.get("events", ()))})
    return EvolutionConfig(webhook=hook, **values)


def _twilio(raw: Mapping[str, Any]) -> TwilioConfig:
    return TwilioConfig(**{**raw, "senders": tuple(raw["senders"])})


def _model(raw: Mapping[str, Any]) -> ModelConfig:
    models = {"models": tuple(raw["models"])} if "models" in raw else {}
    return ModelConfig(**{**raw, **models})
