"""Scores of an understander against labelled messages, field by field.

python -m tests.understanding.evaluate FILE.jsonl [--errors]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from anna.commands import Intent, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

WHEN_FIELDS = ("status", "date_start", "date_end", "dates", "time_kind", "time_start", "time_end")
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


def answer(reading: Reading) -> dict[str, Any]:
    """A reading in the words of the contract (`other_times` is not one of them)."""
    out = reading.to_json()
    out["intents"] = sorted({"availability" if i is Intent.OTHER_TIMES else i.value for i in reading.intents})
    return out


def score(rows: list[dict[str, Any]]) -> Scores:
    """Read every message and compare."""
    anna, scores = OfflineUnderstander(), Scores()
    for row in rows:
        got = answer(anna.understand(row["text"], context_of(row)))
        scores.total += 1
        checked = row.get("only", CHECKED)
        if "intents" in checked:
            _intents(scores, row, set(got["intents"]))
        for name in CHECKED[1:]:
            if name in checked:
                _field(scores, row, name, got[name])
    return scores


def _intents(scores: Scores, row: dict[str, Any], got: set[str]) -> None:
    due = set(row["intents"])
    scores.intents_hit += len(got & due)
    scores.intents_said += len(got)
    scores.intents_due += len(due)
    if got != due:
        scores.wrong.append((row["id"], row["text"], "intents", sorted(due), sorted(got)))


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


def report(scores: Scores, *, errors: bool) -> str:
    """The scores as a table for a person."""
    lines = [f"{scores.total} messages", f"intents micro-F1      {scores.intents_f1:6.1%}"]
    for name in CHECKED[1:]:
        lines += [
            f"{shown:21} {scores.rate(shown):6.1%}  ({scores.right[shown]}/{scores.of[shown]})"
            for shown in (name, f"no {name}")
        ]
    if errors:
        lines += [
            f"{row} [{name}] {text!r}\n    due {due}\n    got {got}"
            for row, text, name, due, got in scores.wrong
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(score(load(Path(sys.argv[1]))), errors="--errors" in sys.argv))
