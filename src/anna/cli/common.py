"""What every operator's command shares: which installation, which client, how ids are named and how a table looks."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TextIO, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg
import click
import orjson

from anna.app import Anna, Client
from anna.db.failures import AWAY
from anna.embedded.folder import SETTINGS, choose_folder
from anna.embedded.servers import Account
from anna.errors import Busy, InvalidInput, InvalidSettings, NotFound
from anna.flows.expressions import ExpressionError, parse_duration
from anna.settings import Settings, load_settings, names_installation

Options = ParamSpec("Options")
Found = TypeVar("Found", bound="HasId")

_NEEDLE = re.compile(r"[0-9a-f]{4,32}")
_SHORT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One client of one installation, open for one command."""

    anna: Anna
    client: Client

    @property
    def settings(self) -> Settings:
        return self.anna.settings

    def now(self) -> datetime:
        """The client's time: a demo's clock may run ahead."""
        return self.client.clock.now()


def data_dir_option(command: Callable[Options, None]) -> Callable[Options, None]:
    """The option that says which installation is meant, for `find_settings`; it arrives as `data_dir`."""
    option = click.option(
        "--data-dir",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of an `anna up`. [default: as ANNA_* says, else .anna here]",
    )
    return option(command)


def which_client(command: Callable[Options, None]) -> Callable[Options, None]:
    """The options that say which client of which installation is meant; they arrive as `slug` and `data_dir`."""
    client = click.option("--client", "slug", help="Which client; not needed when there is only one.")
    return client(data_dir_option(command))


def for_client(
    work: Callable[Concatenate[Desk, Options], Coroutine[Any, Any, None]],
) -> Callable[..., None]:
    """Make a command's function of `work`: it gets an open `Desk`, and the command the options of `which_client`."""

    @which_client
    @wraps(work)
    def command(
        slug: str | None, data_dir: Path | None, *args: Options.args, **options: Options.kwargs
    ) -> None:
        async def at_desk() -> None:
            async with open_desk(slug, data_dir) as desk:
                await work(desk, *args, **options)

        logging.getLogger().addHandler(logging.NullHandler())  # what matters is told, not logged
        try:
            asyncio.run(at_desk())
        except AWAY as error:
            raise Busy(f"the database does not answer ({type(error).__name__}): is Anna running?") from error

    return command


@asynccontextmanager
async def open_desk(slug: str | None, data_dir: Path | None) -> AsyncIterator[Desk]:
    """Open a client. Raises InvalidSettings when no installation is named, Busy when it does not answer, NotFound, and
    InvalidInput when there are several clients and none is named."""
    settings = find_settings(data_dir)
    async with AsyncExitStack() as stack:
        try:
            anna = await stack.enter_async_context(Anna(settings, role="anna_worker"))
            client = await _client(anna, slug)
        except (OSError, asyncpg.PostgresError) as error:
            raise Busy(
                f"the database does not answer ({error}): is Anna running? `anna up` starts her here"
            ) from error
        yield Desk(anna=anna, client=client)


def find_settings(data_dir: Path | None) -> Settings:
    """Those that `anna up` left in `data_dir`; else those of the environment; else those of an `anna up` in this folder."""
    if data_dir is None and names_installation():
        return load_settings()
    folder = choose_folder(data_dir, Path.cwd(), Account.private())
    try:
        return load_settings(**orjson.loads((folder / SETTINGS).read_bytes()))
    except FileNotFoundError:
        raise InvalidSettings(
            f"{folder} holds no Anna: start `anna up`, say where it runs with --data-dir,"
            f" or set the ANNA_* variables of a worker (docs/operations.md)"
        ) from None
    except PermissionError:
        raise InvalidSettings(
            f"{folder} belongs to somebody else: be the one who started `anna up`"
        ) from None


async def _client(anna: Anna, slug: str | None) -> Client:
    slugs = [cliente.slug for cliente in await anna.list_clients()]
    listed = ", ".join(slugs) or "none"
    if slug is None:
        if len(slugs) != 1:
            raise InvalidInput(f"say which client with --client; there are: {listed}")
        slug = slugs[0]
    client = await anna.client(slug)
    if client is None:
        raise NotFound(f"there is no client {slug!r}; there are: {listed}")
    return client


# -- ids ---------------------------------------------------------------------------------------------------------------------


def short(id: UUID) -> str:
    """The end of an id, by which lists name it: ids begin with the time, so their beginnings are alike."""
    return id.hex[-_SHORT:]


def needle(text: str) -> str:
    """The beginning or the end of an id as queries look for it. Raises InvalidInput."""
    found = text.strip().lower().replace("-", "")
    if not _NEEDLE.fullmatch(found):
        raise InvalidInput(
            f"{text!r} is no id: give it whole, or four or more of its first or last characters"
        )
    return found


class HasId(Protocol):
    """A row that people name by its id."""

    @property
    def id(self) -> UUID: ...


def only(found: Sequence[Found], text: str, what: str) -> Found:
    """The only one of `found`, whose ids begin or end with `text`. Raises NotFound, or InvalidInput naming the candidates."""
    if not found:
        raise NotFound(f"there is no {what} {text!r}")
    if len(found) > 1:
        raise InvalidInput(
            f"{text!r} could be any of {len(found)}: {', '.join(str(one.id) for one in found[:5])}"
        )
    return found[0]


# -- how it looks ------------------------------------------------------------------------------------------------------------


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns as wide as what is in them; nothing is None's text."""
    lines = [list(head), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(line[number]) for line in lines) for number in range(len(head))]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("\n", " ")


def clock(at: datetime | None, fuso: str) -> str | None:
    """An instant on the wall of the clinic, such as `25/11 14:12`."""
    return None if at is None else f"{at.astimezone(ZoneInfo(fuso)):%d/%m %H:%M}"


def since_when(text: str, now: datetime, *, option: str = "--since") -> datetime:
    """A length of time back from `now`, the midnight of a date in UTC, or that of `yesterday`. Raises InvalidInput."""
    if text == "yesterday":
        return (now - timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        day = datetime.fromisoformat(text)
        day.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        try:
            return now - parse_duration(text)
        except ExpressionError as error:
            raise InvalidInput(
                f"{option} {text!r} is no length of time (24h, 7d) and no date (2026-11-20)"
            ) from error
    return day if day.tzinfo else day.replace(tzinfo=now.tzinfo)


def span(length: timedelta) -> str:
    """A length of time in at most two units: `45 s`, `12 min`, `3 h 05`, `4 d 2 h`."""
    seconds = int(abs(length).total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if minutes < 60:
        return f"{minutes} min"
    return f"{hours} h {minutes % 60:02}" if hours < 48 else f"{days} d {hours % 24} h"


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """A file to write in, from the beginning. What keeps it from being written is told with its name, in one line."""
    try:
        with path.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from error


def cut(text: str | None, width: int) -> str:
    """`text` in one line of at most `width` characters."""
    line = " ".join((text or "").split())
    return line if len(line) <= width else line[: width - 1] + "…"
