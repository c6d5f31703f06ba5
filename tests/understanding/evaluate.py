"""Scores of an understander against labelled messages, field by field; `make eval` prints them.

python -m tests.understanding.evaluate [FILE.jsonl ...]    without files: every set of tests/understanding/data

Failures are listed for the sets that may be learnt from; of the others only figures are ever shown.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from anna.cli.contract import answer
from anna.commands import Safety
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

WHEN_FIELDS = ("status", "date_start", "date_end", "dates", "time_kind", "time_start", "time_end")
DATA = Path(__file__).parent / "data"
TROUBLE = DATA / "trouble"
"""Messages labelled with the trouble they tell of, or none: `learnt.jsonl`, from which `make train` learns, and `unseen.jsonl`."""
OPEN = (
    "understanding_examples",
    "own_messages",
    "unseen_open",
    "unseen_c",
    "unseen_d",
    "unseen_e",
    "unseen_f",
    "unseen_g",
    "unseen_h",
    "unseen_j",
    "unseen_k",
    "unseen_n",
)
# Figures in per cent: at least so much is right where something was said, at most so much is false where nothing was.
AIMS = {"intents": 92, "procedure": 95, "when": 90, "nps": 95, "slot_choice": 95, "optout": 95, "safety": 100}
FALSE_AIMS = {"when": 3, "safety": 3, "optout": 0}
CHECKED = (
    "intents",
    "procedure",
    "when",
    "name",
    "phone",
    "nps",
    "yes_no",
    "optout",
    "human",
    "safety",
    "slot_choice",
)


@dataclass
class Scores:
    """Counts from which the rates are read; `wrong` lists what differed."""

    total: int = 0
    right: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    intents_hit: int = 0
    intents_said: int = 0
    intents_due: int = 0
    wrong: list[tuple[str, str, str, object, object]] = field(default_factory=list)
    confused: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    exact: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)

    @property
    def intents_f1(self) -> float:
        """Micro-averaged over all messages."""
        return 2 * self.intents_hit / max(1, self.intents_said + self.intents_due)

    def rate(self, name: str) -> float:
        """Share of right answers for a field, 1.0 where nothing was asked."""
        return self.right[name] / self.of[name] if self.of[name] else 1.0


def context_of(row: dict[str, Any]) -> Context:
    """The context of a labelled message."""
    given = row["context"]
    return Context(
        reference_time=datetime.fromisoformat(row["reference_time"]),
        state=State(given["state"]),
        bot_text=given["bot_text"],
        slots=tuple(datetime.fromisoformat(s) for s in given["slots"] or ()),
    )


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def when_matches(got: dict[str, Any] | None, due: dict[str, Any] | None) -> bool:
    """Whether a reading of days and hours counts as right, other accepted readings included."""
    if got is None or due is None:
        return got is due
    for key in WHEN_FIELDS:
        accepted = [due[key], *(due.get(f"accept_{key}") or [])]
        if key == "date_end" and due.get("accept_date_start") and due["date_start"] == due["date_end"]:
            accepted = [due[key], *due["accept_date_start"]]
        if got[key] not in accepted:
            return False
    return bool(got["exclude"] == due["exclude"])


def score(rows: list[dict[str, Any]]) -> Scores:
    """Read every message and compare."""
    anna, scores = OfflineUnderstander(), Scores()
    for row in rows:
        context, begun, wrong = context_of(row), time.perf_counter(), len(scores.wrong)
        reading = anna.understand(row["text"], context)
        scores.milliseconds.append(1000 * (time.perf_counter() - begun))
        got = answer(row["id"], reading)
        scores.total += 1
        checked = row.get("only", CHECKED)
        if "intents" in checked:
            _intents(scores, row, set(got["intents"]))
        for name in CHECKED[1:]:
            if name in checked:
                _field(scores, row, name, got[name])
        scores.kinds[context.state.value] += 1
        scores.exact[context.state.value] += len(scores.wrong) == wrong
    return scores


_DANGERS = frozenset({Safety.SELF_HARM, Safety.EMERGENCY, Safety.ADVERSE_REACTION})


def score_trouble(rows: list[dict[str, Any]]) -> tuple[int, int, int, int]:
    """How many that tell of trouble are seen, of how many; how many that tell of none are taken for it, of how many."""
    anna, context = (
        OfflineUnderstander(),
        Context(reference_time=datetime.fromisoformat("2026-11-25T14:10:00-03:00")),
    )
    taken = [(bool(row["trouble"]), anna.understand(row["text"], context).safety in _DANGERS) for row in rows]
    told = [seen for trouble, seen in taken if trouble]
    harmless = [seen for trouble, seen in taken if not trouble]
    return sum(told), len(told), sum(harmless), len(harmless)


def _intents(scores: Scores, row: dict[str, Any], got: set[str]) -> None:
    due = set(row["intents"])
    scores.intents_hit += len(got & due)
    scores.intents_said += len(got)
    scores.intents_due += len(due)
    if got != due:
        scores.wrong.append((row["id"], row["text"], "intents", sorted(due), sorted(got)))
    for missed in sorted(due - got) or ["-"]:
        for said in sorted(got - due) or ["-"]:
            scores.confused["intents", missed, said] += 1


def _field(scores: Scores, row: dict[str, Any], name: str, got: Any) -> None:
    due = row[name]
    right = when_matches(got, due) if name == "when" else got == due
    if due not in (None, False, []):
        scores.of[name] += 1
        scores.right[name] += right
    else:
        scores.of[f"no {name}"] += 1
        scores.right[f"no {name}"] += right
    if not right:
        scores.wrong.append((row["id"], row["text"], name, due, got))
        if name in {"safety", "yes_no"}:
            scores.confused[name, str(due or "-"), str(got or "-")] += 1
        if name == "when":
            scores.confused.update(("when", *pair) for pair in _parts(got, due))


def _parts(got: dict[str, Any] | None, due: dict[str, Any] | None) -> list[tuple[str, str]]:
    """Which parts of a wrong reading of days and hours differ, as (part, what was wrong with it)."""
    if got is None or due is None:
        return [("all", "missed" if got is None else "invented")]
    differing = [key for key in (*WHEN_FIELDS, "exclude") if got[key] != due[key]]
    return [(key, "missed" if not got[key] else "invented" if not due[key] else "other") for key in differing]


def report(name: str, scores: Scores, *, errors: bool) -> str:
    """The scores of one set as tables for a person."""
    lines = [f"== {name}: {scores.total} messages", *_table(scores), *_confusion(scores), *_by_state(scores)]
    taken = sorted(scores.milliseconds)
    lines.append(
        f"   ms per message: median {taken[len(taken) // 2]:.1f}, 99th {taken[len(taken) * 99 // 100]:.1f}"
    )
    if errors:
        lines += [
            f"{row} [{field_name}] {text!r}\n    due {due}\n    got {got}"
            for row, text, field_name, due, got in scores.wrong
        ]
    return "\n".join(lines)


def _table(scores: Scores) -> Iterator[str]:
    yield f"   {'':12} {'right':>7} {'aim':>6}   {'false':>6} {'aim':>6}"
    yield f"   {'intents F1':12} {scores.intents_f1:7.1%} {AIMS['intents']:>5}%"
    for name in CHECKED[1:]:
        aim = f"{AIMS[name]}%" if name in AIMS else ""
        most = f"{FALSE_AIMS[name]}%" if name in FALSE_AIMS else ""
        counts = f"{scores.right[name]}/{scores.of[name]}, {scores.of[f'no {name}'] - scores.right[f'no {name}']}/{scores.of[f'no {name}']}"
        yield f"   {name:12} {scores.rate(name):7.1%} {aim:>6}   {1 - scores.rate(f'no {name}'):6.1%} {most:>6}   {counts}"


def _confusion(scores: Scores) -> Iterator[str]:
    """What was meant and what was read instead, "-" for nothing; a yes taken for a no or the reverse is counted apart."""
    for name in ("intents", "safety", "yes_no", "when"):
        pairs = [
            (due, got, n) for (of, due, got), n in scores.confused.most_common() if of == name and due != got
        ]
        yield f"   {name}, due > read: " + (
            ", ".join(f"{due} > {got} {n}" for due, got, n in pairs) or "none"
        )
    yield f"   yes > no: {scores.confused['yes_no', 'yes', 'no']}   no > yes: {scores.confused['yes_no', 'no', 'yes']}"


def _by_state(scores: Scores) -> Iterator[str]:
    """How many messages are right in every field, by what Anna was waiting for."""
    shares = (f"{state} {scores.exact[state]}/{n}" for state, n in scores.kinds.most_common())
    yield f"   exact {sum(scores.exact.values())}/{scores.total}: " + ", ".join(shares)


if __name__ == "__main__":
    for path in [Path(name) for name in sys.argv[1:]] or sorted(DATA.glob("*.jsonl")):
        print(report(path.stem, score(load(path)), errors=path.stem in OPEN))
    for path in [] if sys.argv[1:] else sorted(TROUBLE.glob("*.jsonl")):
        seen, of, false, harmless = score_trouble(load(path))
        print(
            f"== trouble, {path.stem}: {seen}/{of} seen ({seen / of:.1%}), {false}/{harmless} false ({false / harmless:.1%})"
        )
