from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from anna.errors import InvalidSettings
from anna.kit.crypto import new_key
from anna.settings import Settings, environment, load_settings

OPERATIONS = Path(__file__).parents[1] / "docs" / "operations.md"
KEY = new_key()
GOOD = {
    "control_dsn": "postgresql://anna_web:s3cr3t-words@db/anna_controle",
    "redis_url": "redis://cache:6379/0",
    "secret_key": KEY,
}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in environment():
        if variable.startswith("ANNA_"):
            monkeypatch.delenv(variable)


def problems(**overrides: object) -> list[str]:
    with pytest.raises(InvalidSettings) as refused:
        load_settings(**{**GOOD, **overrides})
    return [line.strip() for line in str(refused.value).splitlines()[1:]]


def test_three_variables_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in GOOD.items():
        monkeypatch.setenv("ANNA_" + name.upper(), value)
    settings = load_settings()
    assert settings.port == 8000
    assert settings.control_dsn == GOOD["control_dsn"]


def test_all_problems_are_told_at_once_each_with_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNA_PORT", "eighty")
    monkeypatch.setenv("ANNA_WORKER_CONCURENCY", "8")
    with pytest.raises(InvalidSettings) as refused:
        load_settings(redis_url="http://cache")
    text = str(refused.value)
    assert "ANNA_PORT: found 'eighty'" in text
    assert "ANNA_WORKER_CONCURENCY: there is no such setting, did you mean ANNA_WORKER_CONCURRENCY?" in text
    assert "ANNA_REDIS_URL: found a secret; write it as redis://" in text
    assert "ANNA_CONTROL_DSN: not set" in text
    assert "ANNA_SECRET_KEY: not set" in text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("secret_key", "A" * 43 + "="),
        ("secret_key", "change-me"),
        ("control_dsn", "postgresql://anna_web:change-me@db/anna_controle"),
        ("admin_dsn", "postgresql://postgres:password@db/postgres"),
        ("redis_url", "redis://:secret@cache/0"),
    ],
)
def test_a_sample_secret_is_refused_outside_the_demo(field: str, value: str) -> None:
    (problem,) = problems(**{field: value})
    assert problem.startswith(f"ANNA_{field.upper()}: found a secret; this is a sample value")


def test_the_demo_may_use_sample_secrets() -> None:
    assert load_settings(**GOOD | {"secret_key": "A" * 43 + "="}, demo=True).demo


def test_no_problem_prints_a_secret() -> None:
    for line in problems(secret_key="not-a-key-but-private", control_dsn="mysql://root:private@db/x"):
        assert "private" not in line


def test_the_settings_themselves_do_not_print_their_secrets() -> None:
    shown = repr(load_settings(**GOOD))
    assert KEY not in shown
    assert "s3cr3t" not in shown


def test_what_belongs_to_the_demo_is_refused_outside() -> None:
    (problem,) = problems(standin_url="http://127.0.0.1:8001")
    assert problem.startswith("ANNA_STANDIN_URL: found 'http://127.0.0.1:8001'; it belongs to the demo")


def test_quiet_windows_out_of_order_are_refused() -> None:
    (problem,) = problems(quiet_s=30.0)
    assert problem.startswith("ANNA_QUIET_MAX_S")


def test_settings_cannot_be_changed() -> None:
    settings = load_settings(**GOOD)
    with pytest.raises(ValidationError):
        settings.port = 1


def test_a_child_reads_back_exactly_what_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    given = environment(**GOOD, worker_concurrency=8, demo=True, log_json=False, quiet_min_s=0.5)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    assert (settings.worker_concurrency, settings.demo, settings.log_json, settings.quiet_min_s) == (
        8,
        True,
        False,
        0.5,
    )


def test_a_child_cannot_be_given_what_is_no_setting() -> None:
    with pytest.raises(InvalidSettings):
        environment(prot=80)


def test_the_rules_are_the_default_and_always_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings(**GOOD).understanders == ("offline",)
    keys = {"openai_api_key": "sk-1", "anthropic_api_key": "sk-2"}
    monkeypatch.setenv("ANNA_UNDERSTANDERS", "anthropic, openai")
    assert load_settings(**GOOD, **keys).understanders == ("anthropic", "openai", "offline")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("openai,offline", "openai needs ANNA_OPENAI_API_KEY"),
        ("offline,openai", "nobody after it would ever be asked"),
        ("gemini", "gemini is nobody"),
        ("anthropic,anthropic", "each may be named once"),
    ],
)
def test_an_order_of_understanders_that_cannot_be_is_refused(said: str, told: str) -> None:
    (problem,) = problems(understanders=said, anthropic_api_key="sk-2")
    assert told in problem


def test_what_patients_write_leaves_over_https_only() -> None:
    (problem,) = problems(openai_url="http://models.example/v1")
    assert "https only" in problem
    assert load_settings(**GOOD, openai_url="http://127.0.0.1:9/v1").openai_url == "http://127.0.0.1:9/v1"


def test_the_keys_of_models_are_not_printed() -> None:
    assert "sk-1" not in repr(load_settings(**GOOD, openai_api_key="sk-1"))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"transcriber": "openai"}, "openai needs ANNA_OPENAI_API_KEY"),
        ({"transcriber": "anthropic", "anthropic_api_key": "sk-2"}, "Anthropic's models do not hear"),
        ({"transcriber": "whisper"}, "openai and off are known"),
    ],
)
def test_nobody_hears_who_cannot(said: dict[str, str], told: str) -> None:
    (problem,) = problems(**said)
    assert told in problem


def test_a_child_reads_back_who_understands(monkeypatch: pytest.MonkeyPatch) -> None:
    given = environment(**GOOD, openai_api_key="sk-1", understanders=("openai", "offline"))
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert load_settings().understanders == ("openai", "offline")


def test_every_setting_is_in_the_operations_page_with_its_default() -> None:
    rows = dict(
        re.findall(r"^\| `(ANNA_\w+)` \| (.*?) \|", OPERATIONS.read_text("utf-8"), flags=re.MULTILINE)
    )
    expected = {}
    for name, field in Settings.model_fields.items():
        default = "required" if field.is_required() else field.default
        text = ",".join(default) if isinstance(default, tuple) else str(default)
        expected[f"ANNA_{name.upper()}"] = {"None": "–", "True": "`true`", "False": "`false`"}.get(
            text, text if text == "required" else f"`{text}`"
        )
    assert rows == expected


@pytest.mark.parametrize("name", ["docker-compose.yml", "Dockerfile"])
def test_containers_set_only_what_exists(name: str) -> None:
    text = (OPERATIONS.parents[1] / name).read_text("utf-8")
    used = set(re.findall(r"ANNA_\w+", text))
    assert used
    assert used <= {f"ANNA_{field.upper()}" for field in Settings.model_fields}
