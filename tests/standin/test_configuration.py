"""The JSON file of `anna standin --config`: read whole, and every mistake is said and not traced back."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from anna.errors import InvalidInput
from anna.standin.config import (
    Delays,
    EvolutionConfig,
    ModelConfig,
    PayConfig,
    StandinConfig,
    TwilioConfig,
    Webhook,
    read_config,
)

WHOLE = {
    "global_key": "g",
    "public_url": "http://127.0.0.1:8770",
    "pace": 0.5,
    "delays": {"accepted": 1, "read": 2},
    "evolution": [
        {
            "name": "a",
            "token": "t",
            "webhook": {"url": "http://x/y", "headers": {"A": "b"}, "events": ["SEND_MESSAGE"]},
        }
    ],
    "twilio": [
        {"name": "b", "account_sid": "AC1", "auth_token": "t", "senders": ["whatsapp:+5511900000000"]}
    ],
    "pay": [{"name": "demo", "key": "k", "secret": "s"}],
    "openai": [{"name": "demo", "api_key": "k", "models": ["gpt-6-sol"]}],
    "anthropic": [{"name": "demo", "api_key": "k"}],
}


def write(folder: Path, value: object) -> Path:
    path = folder / "standin.json"
    path.write_bytes(value if isinstance(value, bytes) else orjson.dumps(value))
    return path


def test_a_file_becomes_the_configuration(tmp_path: Path) -> None:
    hook = Webhook("http://x/y", {"A": "b"}, ("SEND_MESSAGE",))
    assert read_config(write(tmp_path, WHOLE)) == StandinConfig(
        global_key="g",
        public_url="http://127.0.0.1:8770",
        pace=0.5,
        delays=Delays(accepted=1, read=2),
        evolution=(EvolutionConfig("a", "t", webhook=hook),),
        twilio=(TwilioConfig("b", "AC1", "t", ("whatsapp:+5511900000000",)),),
        pay=(PayConfig("demo", "k", "s"),),
        openai=(ModelConfig("demo", "k", ("gpt-6-sol",)),),
        anthropic=(ModelConfig("demo", "k"),),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        b"{",
        [],
        {"pacee": 1},
        {"evolution": [{"name": "a"}]},
        {"evolution": [1]},
        {"twilio": [{"name": "b"}]},
        {"openai": [{"name": "b"}]},
        {"anthropic": [{"name": "b", "api_key": "k", "models": 1}]},
        {"pay": [{"name": "demo", "key": "k", "secret": "s", "more": 1}]},
    ],
)
def test_a_mistake_is_said(tmp_path: Path, wrong: object) -> None:
    with pytest.raises(InvalidInput, match=r"standin\.json"):
        read_config(write(tmp_path, wrong))
