"""Loading the grammar: what a fresh process spends, once, before it reads as fast as it ever will, and the memory it then holds.

Nothing is compiled at import, but most of it when a worker starts and the rest at first use; so each process imports, loads as a worker
does, then reads messages of every kind until no rule is left unused, and every compilation is timed where it happens. What is not compilation - reading itself - is not counted.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import re
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.figures import Aim, Section, Spread
from benchmarks.stage import megabytes

MESSAGES = Path(__file__).parents[1] / "tests" / "understanding" / "data" / "own_messages.jsonl"
RUNS, EVERY = 9, 7
AIM_MS = 150
_SHOWN = 8
_HOUSE = "anna.conversation.understanding."
_BETWEEN = frozenset({"re", "functools", f"{_HOUSE}text.line"})


async def measure(*, quick: bool) -> Section:
    """Several fresh processes, one after the other."""
    runs = [await _fresh(EVERY * 20 if quick else EVERY) for _ in range(2 if quick else RUNS)]
    total = Spread.of(run["patterns"] + run["phrases"] + run["wordings"] for run in runs)
    section = Section(
        "grammar",
        f"{len(runs)} fresh processes, each reading {runs[0]['read']} messages of every kind; every pattern (PCRE2's, and the few of `re`) is timed where it is"
        " compiled, every set of phrases or wordings where it is built or parsed. Memory is what the process grew by (PSS).",
        ("what", "how many", "ms of processor"),
        aims=[Aim("loading", f"< {AIM_MS} ms", total.show(0, " ms"), total.middle < AIM_MS)],
    )
    section.rows.append(("imports, before anything is compiled", "", _ms(run["imports"] for run in runs)))
    section.rows.append(("regular expressions", str(runs[0]["count"]), _ms(run["patterns"] for run in runs)))
    largest = sorted(runs[0]["modules"], key=lambda name: -runs[0]["modules"][name][1])[:_SHOWN]
    for name in largest:
        seen = [run["modules"].get(name, (0, 0.0)) for run in runs]
        section.rows.append((f"- of `{name}`", str(seen[0][0]), _ms(ms for _, ms in seen)))
    section.rows.append(("phrases", str(runs[0]["sets"]), _ms(run["phrases"] for run in runs)))
    section.rows.append(("wordings", str(runs[0]["lists"]), _ms(run["wordings"] for run in runs)))
    section.rows.append(("all but imports", "", total.show(0)))
    section.rows.append(
        ("- the garbage collector's share, wherever it struck", "", _ms(run["collector"] for run in runs))
    )
    section.rows.append(
        ("the start of a worker, with the messages it reads to load", "", _ms(run["start"] for run in runs))
    )
    section.rows.append(("the first message after it", "", _ms(run["first"] for run in runs)))
    grown = Spread.of(run["megabytes"] for run in runs)
    section.notes.append(f"Memory: {grown.show(1)} MB for the imports and the grammar together.")
    return section


def _ms(values: Any) -> str:
    return Spread.of(values).show(1)


async def _fresh(every: int) -> dict[str, Any]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.grammar", str(every), stdout=asyncio.subprocess.PIPE
    )
    said, _ = await child.communicate()
    if child.returncode:
        raise RuntimeError(f"the measured process ended with {child.returncode}")
    found: dict[str, Any] = json.loads(said)
    return found


# -- in the fresh process


class _Costs:
    """Every compilation of this process, by the module that asked for it."""

    def __init__(self) -> None:
        self.modules: defaultdict[str, list[float]] = defaultdict(lambda: [0, 0.0])
        self.phrases, self.wordings, self.parsing = [0, 0.0], [0, 0.0], [0, 0.0]
        self.collector = [0, 0.0]
        self._loading = False
        self._collecting_since = 0.0

    def _collecting(self, phase: str, _: dict[str, int]) -> None:
        """One full collection takes as long as a large module and strikes a different one whenever a rule comes or goes."""
        if phase == "start":
            self._collecting_since = time.thread_time()
        elif self._loading:
            _add(self.collector, self._collecting_since)

    def watch(self) -> None:
        """Time whatever is compiled from now on."""
        import pcre2  # type: ignore[import-untyped]  # noqa: PLC0415  (imports are measured)

        from anna.conversation.understanding.text.phrases import Phrases  # noqa: PLC0415
        from anna.conversation.understanding.text.wordings import Wordings  # noqa: PLC0415

        def timed(compile_one: Any) -> Any:
            def timed_compile(pattern: Any, flags: Any = 0, **how: Any) -> Any:
                self._loading, begun = True, time.thread_time()
                compiled = compile_one(pattern, flags, **how)
                self._loading = False
                _add(self.modules[_asked_by(sys._getframe(1))], begun)
                return compiled

            return timed_compile

        gc.callbacks.append(self._collecting)
        engines: tuple[Any, ...] = (re, pcre2)
        for engine in engines:
            engine.compile = timed(engine.compile)
        Phrases.__init__ = self._timed(Phrases.__init__, self.phrases)  # type: ignore[method-assign]
        Wordings.__init__ = self._timed(Wordings.__init__, self.wordings)  # type: ignore[method-assign]
        Wordings._parse = self._timed(Wordings._parse, self.parsing)  # type: ignore[method-assign]

    def _timed(self, function: Any, cost: list[float]) -> Any:
        def timed(*given: Any) -> Any:
            self._loading, begun = True, time.thread_time()
            made = function(*given)
            self._loading = False
            _add(cost, begun)
            return made

        return timed


def _add(cost: list[float], begun: float) -> None:
    cost[0] += 1
    cost[1] += 1000 * (time.thread_time() - begun)


def _asked_by(frame: FrameType | None) -> str:
    """The module above those that only pass a pattern on."""
    while frame is not None and frame.f_globals["__name__"] in _BETWEEN:
        frame = frame.f_back
    return "" if frame is None else str(frame.f_globals["__name__"]).removeprefix(_HOUSE)


def _measure_here(every: int) -> dict[str, Any]:
    rows = [json.loads(line) for line in MESSAGES.read_text("utf-8").splitlines()[::every]]
    before, begun = megabytes(os.getpid()), time.thread_time()
    from anna.conversation.understanding.loading import load_grammar  # noqa: PLC0415  (measured)
    from anna.conversation.understanding.offline import OfflineUnderstander  # noqa: PLC0415  (measured)

    imports = 1000 * (time.thread_time() - begun)
    held = megabytes(os.getpid())
    from tests.understanding.evaluate import context_of  # noqa: PLC0415  (not to be measured)

    from anna.app import settle_memory  # noqa: PLC0415  (not to be measured)

    before += megabytes(os.getpid()) - held
    costs = _Costs()
    costs.watch()
    begun = time.thread_time()
    load_grammar(context_of(rows[0]).reference_time)
    start = 1000 * (time.thread_time() - begun)
    settle_memory()  # as a worker does when it has started, before the first message comes
    anna, begun = OfflineUnderstander(), time.thread_time()
    anna.understand(rows[0]["text"], context_of(rows[0]))
    first = 1000 * (time.thread_time() - begun)
    for row in rows:
        anna.understand(row["text"], context_of(row))
    return {
        "imports": imports,
        "start": start,
        "first": first,
        "read": len(rows),
        "count": sum(int(n) for n, _ in costs.modules.values()),
        "patterns": sum(ms for _, ms in costs.modules.values()),
        "modules": dict(costs.modules),
        "collector": costs.collector[1],
        "sets": costs.phrases[0],
        "phrases": costs.phrases[1],
        "lists": costs.wordings[0],
        "wordings": costs.wordings[1] + costs.parsing[1],
        "megabytes": megabytes(os.getpid()) - before,
    }


if __name__ == "__main__":
    print(json.dumps(_measure_here(int(sys.argv[1]))))
