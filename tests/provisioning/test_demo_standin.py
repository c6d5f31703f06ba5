from __future__ import annotations

from anna.kit.crypto import new_key
from anna.provisioning.demo_standin import model_urls, standin_config
from anna.settings import load_settings

GIVEN = {
    "demo": True,
    "control_dsn": "postgresql://anna_worker:x@db/anna_controle",
    "redis_url": "redis://cache/0",
    "secret_key": new_key(),
    "pay_page_key": "key-of-the-demo",
    "pay_page_secret": "secret-of-the-demo",
}


def test_a_vendor_with_a_key_of_ones_own_is_not_played() -> None:
    """Else whoever tries a real model out would talk to the pretended one, and pay for nothing."""
    settings = load_settings(**GIVEN, openai_api_key="sk-own", anthropic_api_key="key-of-the-demo")
    assert "openai" not in standin_config(settings)
    (account,) = standin_config(settings)["anthropic"]
    assert account == {"name": "demo", "api_key": "key-of-the-demo", "models": ["claude-haiku-5-5"]}
    assert model_urls(settings, "http://127.0.0.1:1") == {"anthropic_url": "http://127.0.0.1:1"}


def test_the_address_of_a_played_vendor_is_as_its_sdk_wants_it() -> None:
    settings = load_settings(**GIVEN, openai_api_key="key-of-the-demo")
    assert model_urls(settings, "http://127.0.0.1:1") == {"openai_url": "http://127.0.0.1:1/v1"}
