"""Which question a reply belongs to (FLOWS rule 4), and what else it asks for. Pure.

Bound to the quoted message or tapped option; else to the newest open question, if it is of a kind that accepts it; else to the
only other that accepts it; else Anna asks which. What was considered and discarded is part of the answer: the demo page and
the console show it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from anna.conversation.binding import Bound, bind
from anna.conversation.question import Heard, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Where a reply goes. `which` are the questions between which the patient must choose."""

    bound: Bound | None = None
    rule: str = "none"
    which: tuple[Question, ...] = ()
    discarded: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        bound = self.bound and {
            "execucao": str(self.bound.question.execucao_id),
            "passo": self.bound.question.passo,
            "slot": self.bound.question.slot,
            "respostas": dict(self.bound.answers),
            "parcial": sorted(self.bound.incomplete),
            "escolha": self.bound.choice,
            "disse": sorted(self.bound.said),
        }
        return {"regra": self.rule, "ligada": bound, "descartou": list(self.discarded)}


def route(heard: Heard, questions: Sequence[Question], *, quoted: str | None = None) -> Route:
    """Bind `heard` to one of the open `questions` (newest first); `quoted` is the provider id of the quoted message."""
    for question in questions:
        tapped = heard.tapped and any(
            heard.tapped in (str(option["id"]), option.get("rotulo")) for option in question.options
        )
        if (quoted and question.provedor_id == quoted) or tapped:
            bound = bind(question, heard)
            if bound:
                return Route(bound=bound, rule="quoted" if not tapped else "tapped")
    accepted = [(question, bound) for question in questions if (bound := bind(question, heard))]
    if not accepted:
        return Route(discarded=tuple(f"{q.passo}: not an answer to it" for q in questions))
    newest, bound = accepted[0]
    if newest is questions[0]:
        return Route(
            bound=bound,
            rule="newest",
            discarded=tuple(f"{q.passo}: an older question" for q, _ in accepted[1:]),
        )
    if len(accepted) == 1:
        return Route(bound=bound, rule="only", discarded=(f"{questions[0].passo}: not an answer to it",))
    return Route(rule="ask_which", which=tuple(q for q, _ in accepted))
