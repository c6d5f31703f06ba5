"""What a reading amounts to: the commands it gives, and which open question it answers with what. Pure.

Two readings that decide the same move the same flows, however much they differ in what they noticed; `anna replay` compares them so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from anna.commands import Nuance, Reading, Safety
from anna.conversation.manners import SAFETY_COMMANDS
from anna.conversation.question import Heard, Question
from anna.conversation.routing import route
from anna.conversation.said import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The commands of a message, what it names for whatever they start, and the question that it answers (a step), if any."""

    commands: frozenset[str]
    named: Mapping[str, Any] = field(default_factory=dict)
    answers: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    choice: str | None = None
    rule: str = "none"

    def told(self) -> str:
        """In one line, for a person."""
        parts = [", ".join(sorted(self.commands)) or "nothing"]
        parts += [f"{name} {_plain(value)}" for name, value in self.named.items()]
        if self.answers:
            said = [
                *([self.choice] if self.choice else []),
                *(f"{k} {_plain(v)}" for k, v in self.values.items()),
            ]
            parts.append(f"to {self.answers}: {', '.join(said) or 'a word it waits for'}")
        return "; ".join(parts)


_INTERESTED = frozenset({Nuance.ASKS_DURATION, Nuance.ASKS_WHO, Nuance.CLAIMS_PRICE})
"""What is asked of a procedure by whoever may want it."""

_LEADS = frozenset({Nuance.ASKS_ABOUT, Nuance.ASKS_ADVICE, Nuance.ASKS_DOCTOR, Nuance.ASKS_DOES})
"""What is asked by whoever may want something, and does not know what yet."""


_MAY_BE_NOW = frozenset({Safety.ADVERSE_REACTION, Safety.SELF_HARM})
"""What is told otherwise where the worst is there already."""


_BESIDE = frozenset({Nuance.READ_ALONG, Nuance.COERCED, Nuance.MISSING, Nuance.TROUBLED})
"""What is told otherwise for what is said beside it."""


def commands(reading: Reading) -> frozenset[str]:
    """The commands of a message, those its safety kind amounts to among them."""
    said = set(words(reading))
    if reading.safety:
        said.add(SAFETY_COMMANDS[reading.safety].value)
    if reading.safety in _MAY_BE_NOW and Nuance.WORSENS in reading.nuances:
        said.add(Nuance.WORSENS.value)
    said.update(beside.value for beside in reading.nuances & _BESIDE)
    if reading.optout:
        said.add("optout")
    if reading.human:
        said.add("human")
    if reading.nuances & {Nuance.ASKS_OFFER, Nuance.ASKS_CATALOGUE, Nuance.UNLISTED} and "info" in said:
        said.add("greet")  # whoever asks what is done here is welcomed as a lead
    if reading.nuances & (_LEADS | _INTERESTED if reading.procedure else _LEADS):
        said.add("greet")
    if Nuance.HAGGLES in reading.nuances:
        said.add("promo_interest")
    return frozenset(said)


def decide(heard: Heard, questions: Sequence[Question], *, quoted: str | None = None) -> Decision:
    """What `heard` decides over these open questions, newest first."""
    reading = heard.reading
    named: dict[str, Any] = {"procedures": list(reading.procedure)} if reading.procedure else {}
    if reading.when:
        named["when"] = reading.when.to_json()
    said, routed = commands(reading), route(heard, questions, quoted=quoted)
    bound = routed.bound
    if bound is None:
        return Decision(commands=said, named=named, rule=routed.rule)
    chosen = next((o for o in bound.question.options if str(o["id"]) == bound.choice), {})
    return Decision(  # what is named went into the answer
        commands=said,
        answers=bound.question.passo,
        values={slot: value for slot, value in bound.answers.items() if value != bound.choice},
        choice=bound.choice and str(chosen.get("rotulo", bound.choice)),
        rule=routed.rule,
    )


def _plain(value: Any) -> str:
    """A value in a line: of objects and lists what is there."""
    match value:
        case Mapping():
            return " ".join(f"{_plain(part)}" for part in value.values() if part and part != "ok")
        case list():
            return "/".join(map(_plain, value))
        case _:
            return str(value)
