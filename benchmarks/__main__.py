"""`python -m benchmarks [ingest] [turn] [slots] [start] [dialogue] [grammar] [--quick]`: measure, print, and write RESULTS.md."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from anna.clock import SystemClock
from anna.embedded.servers import POSTGRES_VERSION
from benchmarks import dialogue, grammar, ingest, slots, start, turn
from benchmarks.figures import Measure, Section, page

RESULTS = Path(__file__).with_name("RESULTS.md")


MEASURES: Mapping[str, Measure] = {
    "ingest": ingest.measure,
    "turn": turn.measure,
    "slots": slots.measure,
    "start": start.measure,
    "dialogue": dialogue.measure,
    "grammar": grammar.measure,
}


async def run(names: list[str], *, quick: bool, say: Callable[[str], None]) -> list[Section]:
    """Take the measurements `names`, one after the other."""
    sections = []
    for name in names:
        begun = time.monotonic()
        say(f"{name} ...")
        sections.append(await MEASURES[name](quick=quick))
        say(f"  {time.monotonic() - begun:.0f} s\n\n{sections[-1].text()}")
    return sections


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="name", help=f"some of {', '.join(MEASURES)}; all without one"
    )
    parser.add_argument("--quick", action="store_true", help="only see whether it runs, in under a minute")
    given = parser.parse_args()
    unknown = set(given.names) - set(MEASURES)
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    names = given.names or list(MEASURES)
    busy = os.getloadavg()[0]
    sections = asyncio.run(
        run(names, quick=given.quick, say=lambda line: print(line, file=sys.stderr, flush=True))
    )
    text = page(sections, now=SystemClock().now(), postgres=POSTGRES_VERSION, busy=busy)
    if names == list(MEASURES) and not given.quick:
        RESULTS.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
