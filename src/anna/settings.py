"""Every setting of a process, read once from the environment and handed over: only this module looks at `os.environ`.

`load_settings()` reads variables with the prefix `ANNA_` and reports all problems in one `InvalidSettings`. The table in `docs/operations.md` is kept true by a test.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from anna.errors import InvalidSettings
from anna.kit.crypto import SecretBox

PREFIX = "ANNA_"
Kind = TypeVar("Kind", bound=BaseSettings)
SAMPLE_SECRETS = frozenset({"change-me", "changeme", "secret", "password", "anna", "example", "A" * 43 + "="})
"""What documentation and tutorials put where a secret belongs; the last one is a Fernet key of zeros."""

SECRETS = frozenset(
    {
        "web_password",
        "worker_password",
        "admin_dsn",
        "control_dsn",
        "redis_url",
        "secret_key",
        "pay_page_key",
        "pay_page_secret",
        "openai_api_key",
        "anthropic_api_key",
    }
)
"""Settings whose value is never printed."""

OFFLINE = "offline"
VENDORS = ("openai", "anthropic")
HEARERS = ("openai", "off")
EMBEDDERS = ("openai", "off")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class ModelSettings(BaseSettings):
    """Which models read messages, how they are reached, and how much of them a client may use."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", validate_default=True, hide_input_in_errors=True
    )

    openai_api_key: str | None = Field(None, repr=False, description="key of an OpenAI project")
    openai_model: str = Field("gpt-6-luna", min_length=1, description="the OpenAI model that reads messages")
    openai_url: str = Field("https://api.openai.com/v1", description="where OpenAI is reached, with its /v1")
    anthropic_api_key: str | None = Field(None, repr=False, description="key of an Anthropic workspace")
    anthropic_model: str = Field(
        "claude-haiku-5-5", min_length=1, description="the Anthropic model that reads messages"
    )
    anthropic_url: str = Field(
        "https://api.anthropic.com", description="where Anthropic is reached, without a path"
    )
    understanders: Annotated[tuple[str, ...], NoDecode] = Field(
        (OFFLINE,),
        description="who reads messages, in this order: openai, anthropic, offline; the rules (offline) always come last",
    )
    model_limit_s: float = Field(
        8.0, gt=0, le=60, description="hard time limit of one question to a model, in seconds"
    )
    model_calls_per_minute: int = Field(
        20, ge=1, le=10_000, description="questions to models that one client may ask in a minute"
    )
    model_spend_day_usd: Decimal = Field(
        Decimal(5), ge=0, description="what one client may spend on models in a day, in US dollars"
    )
    model_spend_month_usd: Decimal = Field(Decimal(100), ge=0, description="the same for a month")
    model_prices: str | None = Field(
        None,
        description="prices that Anna does not know or that changed: MODEL=INPUT/OUTPUT, comma separated, dollars per million tokens",
    )

    embedder: str = Field(
        "off",
        description="who says how near a question and what the clinic wrote are in meaning: openai, or off (then words are compared)",
    )
    embedding_model: str = Field(
        "text-embedding-3-small", min_length=1, description="the OpenAI model that says so"
    )

    transcriber: str = Field(
        "off",
        description="who writes out what patients say in voice messages: openai, or off (then they are asked to write)",
    )
    transcription_model: str = Field(
        "gpt-transcribe", min_length=1, description="the OpenAI model that writes it out"
    )
    transcription_usd_per_minute: Decimal | None = Field(
        None,
        ge=0,
        le=10,
        description="what a minute of that model costs, in US dollars; needed where Anna does not know it",
    )
    transcription_limit_s: float = Field(
        30.0, gt=0, le=60, description="hard time limit of writing out one voice message, in seconds"
    )
    audio_max_minutes: float = Field(
        5.0, gt=0, le=60, description="longest voice message that is written out; a longer one a person hears"
    )

    @field_validator("transcriber")
    @classmethod
    def _who_hears(cls, value: str, info: ValidationInfo) -> str:
        if value == "anthropic":
            raise ValueError("Anthropic's models do not hear: openai or off")
        if value not in HEARERS:
            raise ValueError(f"{value} is nobody: {' and '.join(HEARERS)} are known")
        if value != "off" and not info.data.get(f"{value}_api_key"):
            raise ValueError(f"{value} needs {PREFIX}{value.upper()}_API_KEY")
        return value

    @field_validator("embedder")
    @classmethod
    def _who_measures(cls, value: str, info: ValidationInfo) -> str:
        if value == "anthropic":
            raise ValueError("Anthropic has no embeddings: openai or off")
        if value not in EMBEDDERS:
            raise ValueError(f"{value} is nobody: {' and '.join(EMBEDDERS)} are known")
        if value != "off" and not info.data.get(f"{value}_api_key"):
            raise ValueError(f"{value} needs {PREFIX}{value.upper()}_API_KEY")
        return value

    @field_validator("openai_url", "anthropic_url")
    @classmethod
    def _model_address(cls, value: str) -> str:
        if urlsplit(value).scheme == "http" and urlsplit(value).hostname not in LOOPBACK:
            raise ValueError("what patients write leaves over https only")
        return _address(value)

    @field_validator("understanders", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return tuple(filter(None, map(str.strip, value.split(",")))) if isinstance(value, str) else value

    @field_validator("understanders")
    @classmethod
    def _in_order(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        models = value[:-1] if value[-1:] == (OFFLINE,) else value
        for name in models:
            if name == OFFLINE:
                raise ValueError("offline always answers: nobody after it would ever be asked")
            if name not in VENDORS:
                raise ValueError(f"{name} is nobody: openai, anthropic, offline are known")
            if not info.data.get(f"{name}_api_key"):
                raise ValueError(f"{name} needs {PREFIX}{name.upper()}_API_KEY")
        if len(set(models)) < len(models):
            raise ValueError("each may be named once")
        return (*models, OFFLINE)


class Settings(ModelSettings):
    """Everything a process of Anna needs to know before it starts."""

    demo: bool = Field(
        False, description="the embedded demo: sample secrets allowed, vendors played by the stand-in"
    )

    control_dsn: str = Field(
        repr=False, description="PostgreSQL DSN of the control database, as anna_web or anna_worker"
    )
    admin_dsn: str | None = Field(
        None,
        repr=False,
        description="PostgreSQL DSN of a superuser, for `anna migrate` and for opening clients",
    )
    web_password: str | None = Field(
        None,
        repr=False,
        description="password `anna migrate` gives the role anna_web, and clients are opened with",
    )
    worker_password: str | None = Field(None, repr=False, description="the same for the role anna_worker")
    redis_url: str = Field(repr=False, description="redis://host:port/db or unix:///path")
    secret_key: str = Field(
        repr=False,
        description="key that stored tokens and DSNs are encrypted with: 32 bytes in url-safe base64",
    )
    host: str = Field("127.0.0.1", description="address the web process listens on")
    port: int = Field(8000, ge=1, le=65535, description="port the web process listens on")
    public_url: str = Field(
        "http://127.0.0.1:8000", description="address under which the world reaches this host"
    )
    data_dir: Path = Field(Path(".anna"), description="folder of the embedded servers, keys and logs")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="least severe line written"
    )
    log_json: bool = Field(True, description="one JSON object a line; false writes lines for people")
    standin_url: str | None = Field(
        None, description="address of the stand-in that plays every vendor (demo only)"
    )
    pay_page_url: str | None = Field(
        None, description="address of the stand-in's payment gateway (demo only)"
    )
    pay_page_key: str | None = Field(
        None, repr=False, description="key that opens charges at the payment page (demo only)"
    )
    pay_page_secret: str | None = Field(
        None, repr=False, description="secret that signs what the payment page posts back (demo only)"
    )
    quiet_min_s: float = Field(
        2.0, ge=0, le=60, description="silence after a complete sentence before Anna answers, s"
    )
    quiet_s: float = Field(
        7.0, ge=0, le=60, description="silence after an unfinished message before Anna answers, s"
    )
    quiet_max_s: float = Field(25.0, ge=0, le=120, description="longest wait for a burst to end, in seconds")
    worker_concurrency: int = Field(32, ge=1, le=256, description="pieces of work one worker does at a time")
    turn_limit_s: float = Field(
        30.0,
        gt=0,
        le=300,
        description="hard time limit of understanding one turn, over all models, in seconds",
    )
    send_lease_s: float = Field(
        90.0, ge=10, le=900, description="after this many seconds in `enviando` a message is `incerta`"
    )
    typing_max_s: float = Field(
        0.0,
        ge=0,
        le=10,
        description="longest sign of typing before an answer, in seconds (40 characters a second); 0 shows none",
    )

    @field_validator("control_dsn", "admin_dsn")
    @classmethod
    def _postgres(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None and urlsplit(value).scheme not in ("postgresql", "postgres"):
            raise ValueError("write it as postgresql://user:password@host:5432/database")
        return _no_sample_password(value, info)

    @field_validator("web_password", "worker_password")
    @classmethod
    def _password(cls, value: str | None, info: ValidationInfo) -> str | None:
        return _no_sample(value, info)

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: str, info: ValidationInfo) -> str:
        if urlsplit(value).scheme not in ("redis", "rediss", "unix"):
            raise ValueError("write it as redis://host:6379/0")
        _no_sample_password(value, info)
        return value

    @field_validator("secret_key")
    @classmethod
    def _fernet_key(cls, value: str, info: ValidationInfo) -> str:
        _no_sample(value, info)
        try:
            SecretBox(value)
        except InvalidSettings:
            raise ValueError("it must be 32 bytes in url-safe base64: make one with `anna new-key`") from None
        return value

    @field_validator("public_url")
    @classmethod
    def _public_address(cls, value: str) -> str:
        return _address(value)

    @field_validator("standin_url", "pay_page_url", "pay_page_key", "pay_page_secret")
    @classmethod
    def _demo_only(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None:
            return None
        if not info.data.get("demo"):
            raise ValueError(f"it belongs to the demo: remove it, or set {PREFIX}DEMO=true")
        return _address(value) if str(info.field_name).endswith("_url") else value

    @field_validator("quiet_max_s")
    @classmethod
    def _quiet_in_order(cls, value: float, info: ValidationInfo) -> float:
        least, usual = info.data.get("quiet_min_s", 0.0), info.data.get("quiet_s", 0.0)
        if not least <= usual <= value:
            raise ValueError("the three windows must rise: QUIET_MIN_S <= QUIET_S <= QUIET_MAX_S")
        return value


def load_settings(**overrides: Any) -> Settings:
    """Read the environment; `overrides` (by field name) win over it.

    Raises InvalidSettings with one line per problem: the variable, what was found, what to do.
    """
    return _load(Settings, overrides)


def load_model_settings(**overrides: Any) -> ModelSettings:
    """The same for the part about models alone, for commands that need no installation."""
    return _load(ModelSettings, overrides)


def _load(kind: type[Kind], overrides: dict[str, Any]) -> Kind:
    problems = _unknown_variables()
    try:
        settings = kind(**overrides)
    except ValidationError as error:
        for problem in error.errors(include_url=False, include_context=False):
            problems.append(_sentence(str(problem["loc"][0]), problem["type"], problem["msg"], overrides))
    else:
        if not problems:
            return settings
    raise InvalidSettings("the settings cannot be used:\n" + "\n".join(f"  {line}" for line in problems))


def names_installation() -> bool:
    """Whether the environment says which installation it belongs to, by its control database."""
    return f"{PREFIX}CONTROL_DSN" in os.environ


def is_given(name: str) -> bool:
    """Whether the environment says a value for the setting `name`."""
    return f"{PREFIX}{name.upper()}" in os.environ


def environment(**values: object) -> dict[str, str]:
    """The environment of a child process: ours, with the settings `values` (by field name) put over it.

    A value of None takes the variable away. Raises InvalidSettings for a name that is no setting.
    """
    merged = dict(os.environ)
    for name, value in values.items():
        if name not in Settings.model_fields:
            raise InvalidSettings(f"{name} is no setting")
        variable = PREFIX + name.upper()
        merged.pop(variable, None)
        if value is not None:
            merged[variable] = _as_text(value)
    return merged


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _unknown_variables() -> list[str]:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    lines = []
    for variable in sorted(os.environ):
        if variable.startswith(PREFIX) and variable.upper() not in known:
            near = get_close_matches(variable, known, n=1)
            lines.append(
                f"{variable}: there is no such setting" + (f", did you mean {near[0]}?" if near else "")
            )
    return lines


def _sentence(field: str, kind: str, message: str, overrides: Mapping[str, Any]) -> str:
    variable = PREFIX + field.upper()
    if kind == "missing":
        return f"{variable}: not set; {Settings.model_fields[field].description}"
    if kind == "extra_forbidden":
        return f"{field}: there is no such setting"
    found = overrides.get(field, os.environ.get(variable))
    shown = "not set" if found is None else "found a secret" if field in SECRETS else f"found {str(found)!r}"
    return f"{variable}: {shown}; {message.removeprefix('Value error, ')}"


def _no_sample(value: str | None, info: ValidationInfo) -> str | None:
    if (
        value is not None
        and value.lower() in {s.lower() for s in SAMPLE_SECRETS}
        and not info.data.get("demo")
    ):
        raise ValueError("this is a sample value: put a secret of your own")
    return value


def _no_sample_password(dsn: str | None, info: ValidationInfo) -> str | None:
    if dsn is not None:
        _no_sample(urlsplit(dsn).password, info)
    return dsn


def _address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("write it as https://host or http://host:port")
    return value.rstrip("/")
