"""Log lines that say which client, clinica, conversa and run they belong to, and never what a patient wrote.

`bind()` puts ids on every line of a block. Texts reach a log by accident, through an exception's message (a driver quotes the
row it refused) or a value added to a line. Both are cut here: of an exception only its type and its frames are written, of
added values only numbers, ids and short codes. Messages of AnnaError are written for operators and stay.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType, TracebackType
from typing import IO, Any
from uuid import UUID

from pythonjsonlogger.orjson import OrjsonFormatter

from anna.errors import AnnaError

_LONGEST_CODE = 80
_NOISY = (
    "aiohttp.access",
    "anthropic",
    "apscheduler",
    "asyncio",
    "dramatiq",
    "httpcore2",
    "httpx2",
    "openai",
)
"""At DEBUG the SDKs of models would write what a patient wrote."""
_STANDARD = frozenset(logging.LogRecord("", 0, "", 0, "", (), None).__dict__) | {
    "message",
    "asctime",
    "taskName",
}
_IDS = ("client", "clinica", "conversa", "execucao")

_bound: ContextVar[MappingProxyType[str, str]] = ContextVar("anna_logs", default=MappingProxyType({}))


@contextmanager
def bind(
    *,
    client: str | None = None,
    clinica: UUID | None = None,
    conversa: UUID | None = None,
    execucao: UUID | None = None,
) -> Iterator[None]:
    """Every line written inside, in this task and those it starts, carries these ids beside the ones bound outside."""
    given = dict(zip(_IDS, (client, clinica, conversa, execucao), strict=True))
    ids = {name: str(value) for name, value in given.items() if value is not None}
    token = _bound.set(MappingProxyType({**_bound.get(), **ids}))
    try:
        yield
    finally:
        _bound.reset(token)


def bound() -> dict[str, str]:
    """The ids that a line written now would carry."""
    return dict(_bound.get())


def configure(*, level: str = "INFO", json: bool = True, stream: IO[str] | None = None) -> None:
    """Send every logger of this process to `stream` (stderr), replacing what was configured before.

    `json` writes one object a line; otherwise lines for a person. Libraries speak from WARNING up.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.addFilter(_prepare)
    handler.setFormatter(_json_format() if json else _human_format())
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(level)
    for name in _NOISY:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def _json_format() -> logging.Formatter:
    return OrjsonFormatter(
        ["levelname", "name", "message"],
        rename_fields={"levelname": "level", "name": "logger", "exc_info": "exception"},
        timestamp="at",
        reserved_attrs=[*_STANDARD, "details"],
    )


def _human_format() -> logging.Formatter:
    return logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s%(details)s", "%H:%M:%S")


def _prepare(record: logging.LogRecord) -> bool:
    """Put the bound ids on `record`, and cut from it whatever could be a patient's text."""
    if record.exc_info and record.exc_info[0] is not None:
        record.exc_text = _frames(*record.exc_info)
    record.exc_info = None
    if not record.name.startswith("anna"):
        # a library's second line repeats values ("Task exception was never retrieved\nfuture: …")
        record.msg, record.args = record.getMessage().partition("\n")[0], None
    added = {name: _code(value) for name, value in record.__dict__.items() if name not in _STANDARD}
    added |= _bound.get()
    record.__dict__.update(added, details="".join(f" {name}={value}" for name, value in added.items()))
    return True


def _code(value: Any) -> Any:
    """`value` if it can only be a number, an id or a short code, else how long it was."""
    if value is None or isinstance(value, int | float):
        return value
    text = str(value)
    if len(text) <= _LONGEST_CODE and not any(character.isspace() for character in text):
        return text
    return f"({len(text)} characters)"


def _frames(
    kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
) -> str:
    """What happened where, without the values: the type of `error` and of its causes, and the frames."""
    lines = []
    while error is not None:
        lines += [f"  {f.filename}:{f.lineno} in {f.name}" for f in traceback.extract_tb(error.__traceback__)]
        name = type(error).__qualname__
        lines.append(f"{name}: {error}" if isinstance(error, AnnaError) else name)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n".join(lines)
