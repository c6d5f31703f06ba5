"""`anna eval`: the acceptance conversations played by a given understander, again and again."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from decimal import Decimal
from functools import partial
from math import isfinite
from pathlib import Path
from typing import Any, TextIO

import click

from anna.cli.common import cut, table, written
from anna.errors import InvalidInput
from anna.kit.resources import resource_folder
from anna.settings import OFFLINE, VENDORS, load_model_settings
from anna.simulation.ground import open_ground
from anna.simulation.story_file import BEGINS, Story, read_story
from anna.simulation.trials import Rehearsal, Trial, pass_hat

STORIES = "tests/conversations"


@click.command("eval")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--k", "times", default=1, show_default=True, type=click.IntRange(1, 64), help="How often each is played."
)
@click.option(
    "--with",
    "readers",
    multiple=True,
    type=click.Choice((OFFLINE, *VENDORS)),
    help="Who reads what patients write; several are compared.  [default: offline]",
)
@click.option(
    "--spend", type=click.FloatRange(0), help="US dollars for all of it.  [default: ANNA_MODEL_SPEND_DAY_USD]"
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Every trial as a JSON line, too."
)
def evaluate(
    paths: tuple[Path, ...], times: int, readers: tuple[str, ...], spend: float | None, out: Path | None
) -> None:
    """Play the acceptance conversations and say how often all goes well: pass^1 to pass^K, and what it cost.

    PATHS are conversation files or folders of them, those of the project when none is named. Each is played in a house of its own:
    webhook, worker, flows, door and a database that is gone afterwards; only the provider of WhatsApp is pretended. A model
    is asked for real, with the key of the settings, and costs money. pass^K is the chance that K runs of a conversation all end
    as they should.

    \b
    anna eval
    anna eval --k 4 --with openai --with anthropic
    anna eval tests/conversations/1*.yaml --with openai --spend 0.50
    """
    if spend is not None and not isfinite(spend):
        raise InvalidInput(f"--spend {spend} is no sum of money")
    stories = list(_stories(paths))
    chosen = tuple(dict.fromkeys(readers)) or (OFFLINE,)
    models = {name: _models(name) for name in chosen}
    logging.getLogger().addHandler(logging.NullHandler())  # what matters is told, not logged
    played: dict[str, list[Trial]] = {name: [] for name in chosen}
    with ExitStack() as stack:
        lines = Lines(stack.enter_context(written(out))) if out else None
        bar = stack.enter_context(
            click.progressbar(length=len(stories) * times * len(chosen), label="playing", file=sys.stderr)
        )

        def told(reader: str, trial: Trial) -> None:
            played[reader].append(trial)
            bar.update(1)
            if lines:
                lines.add(reader, trial)

        try:
            asyncio.run(_play(stories, times, models, spend, told))
        finally:  # what was found out, and paid for, is told though somebody lost patience
            bar.render_finish()
            if any(played.values()):
                click.echo(report(played, times, stories=len(stories)))
        if lines and lines.failure:
            raise lines.failure


class Lines:
    """Trials as JSON lines in a file, each there when it has ended. A full disk ends the file, not what is being played."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.failure: OSError | None = None

    def add(self, reader: str, trial: Trial) -> None:
        """One more, unless an earlier one could not be written (`failure`)."""
        if self.failure is None:
            try:
                self._file.write(_line(reader, trial))
                self._file.flush()
            except OSError as error:
                self.failure = error


def _stories(paths: Sequence[Path]) -> Iterator[Story]:
    """Those of `paths`, in the order of their names. Raises InvalidInput for one that cannot be read, or when there is none."""
    named = paths or (resource_folder(STORIES),)
    files = [file for path in named for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]
    if not files:
        raise InvalidInput(f"no conversation in {', '.join(map(str, named))}: expected *.yaml files")
    yield from map(read_story, files)


def _models(name: str) -> Mapping[str, Any] | None:
    """Settings of that reader. Raises InvalidSettings when it has no key."""
    if name == OFFLINE:
        return None
    settings = load_model_settings(understanders=(name,)).model_dump()
    return settings | {"model_calls_per_minute": 10_000}  # the clock of a story stands still


async def _play(
    stories: Sequence[Story], times: int, models: Mapping[str, Mapping[str, Any] | None], spend: float | None,
    told: Callable[[str, Trial], None],
) -> None:  # fmt: skip
    """Let each reader play, and tell of each trial as it ends. What may be spent is shared evenly among the readers."""
    asked = {name: settings for name, settings in models.items() if settings}
    async with open_ground(now=BEGINS, say=lambda line: click.echo(line, err=True)) as ground:
        for name, settings in models.items():
            limit = (
                Decimal(str(spend))
                if spend is not None
                else (settings or {}).get("model_spend_day_usd", Decimal(0))
            )
            rehearsal = Rehearsal(
                ground, models=settings, spend=limit / max(1, len(asked)), told=partial(told, name)
            )
            await rehearsal.play(stories, times=times)


def _line(reader: str, trial: Trial) -> str:
    asked = trial.asked
    line = {
        "reader": reader, "story": trial.story, "passed": trial.unmet is None, "unmet": trial.unmet,
        "questions": asked.perguntas, "unanswered": asked.sem_resposta, "tokens": asked.tokens,
        "cost_usd": float(asked.custo_usd),
    }  # fmt: skip
    return json.dumps(line, ensure_ascii=False) + "\n"


def report(played: Mapping[str, Sequence[Trial]], times: int, *, stories: int) -> str:
    """What a person wants to know: which conversations do not always go well, and the figures of each reader.

    Where not all was played, the figures are of what was.
    """
    parts = []
    failing = list(_failing(played))
    if failing:
        parts.append(table(("conversation", *played, "what was not as it should be"), failing))
    columns = list(played.values())
    rows: list[tuple[object, ...]] = [
        (f"pass^{k}", *(_chance(trials, k) for trials in columns)) for k in range(1, times + 1)
    ]
    asked = [[trial.asked for trial in trials] for trials in columns]
    rows += [
        ("questions to the model", *(sum(total.perguntas for total in totals) for totals in asked)),
        ("of them unanswered", *(sum(total.sem_resposta for total in totals) for totals in asked)),
        ("tokens", *(sum(total.tokens for total in totals) for totals in asked)),
        ("cost, US$", *(f"{sum(total.custo_usd for total in totals):.4f}" for totals in asked)),
        (
            "cost of a conversation",
            *(f"{sum(t.custo_usd for t in totals) / max(1, len(totals)):.5f}" for totals in asked),
        ),
        (
            "time of a question",
            *(
                _time(sum(t.latencia_ms for t in totals), sum(t.perguntas for t in totals))
                for totals in asked
            ),
        ),
    ]
    parts.append(table((f"{stories} conversations, {times} times", *played), rows))
    missing = stories * times * len(columns) - sum(map(len, columns))
    if missing:
        parts.append(f"of these, {missing} were not played to their end")
    return "\n\n".join(parts)


def _failing(played: Mapping[str, Sequence[Trial]]) -> Iterator[tuple[object, ...]]:
    by_story: dict[str, dict[str, list[Trial]]] = {}
    for name, trials in played.items():
        for trial in trials:
            by_story.setdefault(trial.story, {}).setdefault(name, []).append(trial)
    for story, readers in sorted(by_story.items()):
        unmet = [trial.unmet for trials in readers.values() for trial in trials if trial.unmet]
        if unmet:
            tried = (readers.get(name, []) for name in played)
            passed = (f"{sum(t.unmet is None for t in trials)}/{len(trials)}" for trials in tried)
            yield (story, *passed, cut(unmet[0].removeprefix(f"{story}, "), 120))


def _chance(trials: Sequence[Trial], k: int) -> str:
    most = max(Counter(trial.story for trial in trials).values(), default=0)
    return f"{100 * pass_hat(trials, k):.1f} %" if most >= k else "–"


def _time(milliseconds: int, questions: int) -> str:
    return f"{milliseconds / questions / 1000:.2f} s" if questions else "–"
