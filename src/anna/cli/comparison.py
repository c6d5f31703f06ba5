"""`anna understand --with …`: messages read by models, and a table that says what each was worth.

Imported only when it is asked for: the rules alone need neither settings nor a database's driver.
"""

from __future__ import annotations

import asyncio
import json
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import click

from anna.cli.common import table
from anna.cli.contract import answer, explained, read_messages
from anna.commands import Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.errors import InvalidSettings, ProviderError
from anna.llm.models import Usage
from anna.llm.prices import cost, reservation
from anna.minds import open_readers
from anna.settings import OFFLINE, PREFIX, ModelSettings, load_model_settings
from anna.turns.models.thinking import Reader

AT_ONCE = 4
"""Messages that are read at the same time: a file of hundreds should not take the night, nor break a vendor's rate."""

FIELDS = (
    "intents", "procedure", "when", "name", "phone", "nps", "yes_no", "optout", "human", "safety", "slot_choice",
)  # fmt: skip
WHEN_FIELDS = ("status", "date_start", "date_end", "dates", "time_kind", "time_start", "time_end")


@dataclass(frozen=True, slots=True)
class Message:
    """One line: its id, its words, and its labels if it carries any."""

    id: Any
    text: str
    context: Context
    labels: Mapping[str, Any] | None


@dataclass
class Tally:
    """What one reader was worth over all messages."""

    agreed: Counter[str] = field(default_factory=Counter)
    unanswered: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    added: int = 0
    cost: Decimal = Decimal(0)
    tokens: int = 0
    seconds: list[float] = field(default_factory=list)


class Comparison:
    """Reads messages with each of `readers` beside the rules."""

    def __init__(self, names: Sequence[str], readers: Sequence[Reader], settings: ModelSettings) -> None:
        self._names = names
        self._readers = {reader.name: reader for reader in readers}
        self._settings = settings
        self._offline = OfflineUnderstander()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self.tallies = {name: Tally() for name in dict.fromkeys((*names, OFFLINE))}

    @property
    def first(self) -> str:
        """Whose readings are the answers."""
        return self._names[0]

    async def close(self) -> None:
        """Let go of the models."""
        for reader in self._readers.values():
            await reader.understander.model.close()

    async def read_all(self, messages: Sequence[Message]) -> list[Mapping[str, Reading]]:
        """Each message's readings by name; where a model did not answer, its reading is that of the rules."""
        return list(await asyncio.gather(*map(self._read, messages)))

    async def _read(self, message: Message) -> Mapping[str, Reading]:
        async with self._slots:
            loop = asyncio.get_running_loop()
            began = loop.time()
            own = self._offline.understand(message.text, message.context)
            self.tallies[OFFLINE].seconds.append(loop.time() - began)
            read = {OFFLINE: own}
            for name, reader in self._readers.items():
                read[name] = await self._ask(reader, message) or own
            return read

    async def _ask(self, reader: Reader, message: Message) -> Reading | None:
        tally = self.tallies[reader.name]
        prompt = reader.understander.prompt(message.text, message.context)
        most = reservation(prompt, reader.price)
        if tally.cost + most > self._settings.model_spend_day_usd:
            tally.unanswered["spending limit"] += 1
            return None
        tally.cost += most  # until it is known
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(self._settings.model_limit_s):
                completion = await reader.understander.model.complete(prompt)
        except (ProviderError, TimeoutError) as error:
            tally.unanswered[getattr(error, "provider_code", None) or "time limit"] += 1
            return None
        tally.seconds.append(loop.time() - began)
        tally.cost += cost(completion.usage, reader.price) - most
        tally.tokens += _sum(completion.usage)
        try:
            reading = reader.understander.judge(completion, message.text, message.context).reading
        except ProviderError as error:
            tally.unanswered[error.provider_code or "unusable"] += 1
            return None
        rules = [hit.rule for hit in reading.trace if hit.rule.startswith("model.")]
        refused = sum(rule.startswith("model.refused.") for rule in rules)
        tally.refused += refused
        tally.added += len(rules) - refused
        return reading

    def count(self, said: Mapping[str, Mapping[str, Any]], right: Mapping[str, Any]) -> None:
        """Count where each reader's answer (`said`, by name) is the `right` one."""
        for name, tally in self.tallies.items():
            for part in FIELDS:
                tally.agreed[part] += _same(part, said[name].get(part), right.get(part))

    def report(self, messages: int, counted: int, measure: str) -> str:
        """The table, for a person."""
        columns = list(self.tallies.items())
        rows: list[Sequence[object]] = [
            (part, *(_percent(tally.agreed[part], counted) for _, tally in columns)) for part in FIELDS
        ]
        rows += [
            ("unanswered", *(_unanswered(tally) for _, tally in columns)),
            ("added to the rules", *(_of_model(name, tally.added) for name, tally in columns)),
            ("refused by the rules", *(_of_model(name, tally.refused) for name, tally in columns)),
            ("tokens", *(_of_model(name, tally.tokens) for name, tally in columns)),
            ("cost, US$", *(_of_model(name, tally.cost) for name, tally in columns)),
            ("median time", *(_time(tally.seconds) for _, tally in columns)),
            ("slowest", *(_time(sorted(tally.seconds)[-1:]) for _, tally in columns)),
        ]
        head = (f"agrees with {measure}", *self.tallies)
        return f"{messages} messages\n" + table(head, rows)


def open_comparison(names: Sequence[str]) -> Comparison:
    """A comparison of the readers `names`. Raises InvalidSettings for one that has no key, or whose price nobody knows."""
    settings = load_model_settings(understanders=(OFFLINE,))
    models = tuple(name for name in dict.fromkeys(names) if name != OFFLINE)
    for name in models:
        if not getattr(settings, f"{name}_api_key"):
            raise InvalidSettings(f"{name} needs a key: set {PREFIX}{name.upper()}_API_KEY")
    settings = settings.model_copy(update={"understanders": (*models, OFFLINE)})
    return Comparison(names, open_readers(settings), settings)


def compare(names: Sequence[str], *, explain: bool) -> None:
    """Answer the lines of stdin as the first of `names` reads them, and print the table on stderr.

    A line that cannot be read is named and left out; the exit code is then 2.
    """
    comparison = open_comparison(names)
    refused: list[int] = []
    asked = [
        Message(id, text, context, row if "intents" in row else None)
        for id, text, context, row in read_messages(refused)
    ]
    readings, told = asyncio.run(_compared(comparison, asked))
    for message, reading in zip(asked, readings, strict=True):
        shown = explained(message.id, message.text, reading) if explain else _line(message.id, reading)
        click.echo(shown)
    click.echo(told, err=True)
    if refused:
        raise click.exceptions.Exit(2)


def _line(id: Any, reading: Reading) -> str:
    return json.dumps(answer(id, reading), ensure_ascii=False)


async def _compared(comparison: Comparison, messages: Sequence[Message]) -> tuple[list[Reading], str]:
    """The readings by the first reader, and the table."""
    read = await comparison.read_all(messages)
    await comparison.close()
    labelled = [message for message in messages if message.labels]
    for message, readings in zip(messages, read, strict=True):
        said = {name: answer(message.id, reading) for name, reading in readings.items()}
        if message.labels or not labelled:
            comparison.count(said, message.labels or said[OFFLINE])
    told = comparison.report(
        len(messages), len(labelled or messages), "the labels" if labelled else "the rules"
    )
    return [readings[comparison.first] for readings in read], told


def _same(part: str, said: Any, right: Any) -> bool:
    if part == "when":
        return [(said or {}).get(f) for f in WHEN_FIELDS] == [(right or {}).get(f) for f in WHEN_FIELDS]
    if part in ("intents", "procedure"):
        return sorted(said or ()) == sorted(right or ())
    return bool(said == right)


def _sum(usage: Usage) -> int:
    return usage.input + usage.cached + usage.written + usage.output


def _percent(agreed: int, counted: int) -> str:
    return f"{100 * agreed / counted:.1f} %" if counted else "–"


def _of_model(name: str, value: object) -> object:
    return "–" if name == OFFLINE else value


def _unanswered(tally: Tally) -> str:
    return ", ".join(f"{count} {why}" for why, count in tally.unanswered.most_common()) or "0"


def _time(seconds: Sequence[float]) -> str:
    if not seconds:
        return "–"
    median = statistics.median(seconds)
    return f"{median:.2f} s" if median >= 0.1 else f"{1000 * median:.1f} ms"
