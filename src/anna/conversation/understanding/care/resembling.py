"""What the words of a message resemble, weighed beside what the rules name in them (decision 0024)."""

from __future__ import annotations

from anna.commands import RuleHit, Safety
from anna.conversation.understanding.care.concerns import (
    AGAINST_HER_WILL,
    GONE,
    HERSELF,
    HURT,
    UNDER_THREAT,
    VIOLENT,
)
from anna.conversation.understanding.care.idioms import without_idioms
from anna.conversation.understanding.care.likeness import Trouble, likeness
from anna.conversation.understanding.text.line import Line, rx

CONCERNS = {
    Trouble.SELF_HARM: Safety.SELF_HARM,
    Trouble.VIOLENCE: Safety.EMERGENCY,
    Trouble.EMERGENCY: Safety.EMERGENCY,
    Trouble.REACTION: Safety.ADVERSE_REACTION,
}

LIKE = "likeness."
UNSURE, LIKE_VIOLENCE = f"{LIKE}unsure", f"{LIKE}{Trouble.VIOLENCE}"
"""The rules under which it stands in the trace: trouble of a kind that is not plain, and by another's hand."""

SURE, MAYBE, AMID, AGAINST_MILDER, BESIDE_A_WISH = 0.7, 0.5, 0.85, 0.85, 0.97
"""From which likelihood on a message is taken for trouble: whatever it says else; where it says nothing else; where something is asked; where a rule names something
milder; and beside a wish for a procedure."""

UNLIKE = {Safety.ADVERSE_REACTION: 0.05, Safety.EMERGENCY: 0.05}
"""Below which likelihood words that a rule takes for trouble are none."""

_BELIEVED, _NEVER = frozenset({VIOLENT, GONE, HERSELF, HURT}), 0.002
"""What is believed where a rule names it, unless it is as good as impossible: "perdi a vontade de viver com essa pele kkk"."""

_OF_ANOTHERS_WILL = frozenset({AGAINST_HER_WILL, UNDER_THREAT})

_GRAVER = frozenset({LIKE_VIOLENCE, f"{LIKE}{Trouble.SELF_HARM}"})
"""What a hurt body may hide: another's hand, or her own."""

GRAVEST = frozenset({Safety.SELF_HARM, Safety.EMERGENCY})
"""Nothing is milder than these but each other."""

_PLAIN = 2 / 3  # of the likelihood of trouble falls to one kind
_FEW, _SHORT = 4, 7
"""Words of two letters and more: of fewer nothing is said, or only what is sure."""

_AT_ALL = 0.2

Concern = tuple[Safety | None, tuple[RuleHit, ...]]


def second_opinion(line: Line, named: Concern, *, least: float) -> Concern:
    """The concern of the message, where the rules have `named` theirs, and by which rule; `least` is for where they named none."""
    safety, hits = named
    if safety and _is_unlike(line, safety, hits):
        return None, ()
    if safety in GRAVEST:
        return named
    if safety in {Safety.ABUSE, Safety.INJECTION} or any(hit.rule in _OF_ANOTHERS_WILL for hit in hits):
        return named  # who threatens or orders is answered as such, and so is whom somebody urges
    seen = read_likeness(line, least=AGAINST_MILDER if safety else least)
    if safety is Safety.ADVERSE_REACTION and not (seen[1] and seen[1][0].rule in _GRAVER):
        return named
    return seen if seen[0] else named


def read_likeness(line: Line, *, least: float) -> Concern:
    """The concern of a message that tells of trouble with a likelihood of at least `least`, 0 to 1, and how likely it is."""
    if _words(line) < _SHORT:
        least = max(least, SURE)
    if _words(line) < _FEW:
        return None, ()
    kinds = likeness(without_idioms(line))
    whole = sum(kinds.values())
    if whole < least:
        return None, ()
    kind = max(kinds, key=kinds.__getitem__)
    plain = kinds[kind] >= _PLAIN * whole
    concern = CONCERNS[kind] if plain else Safety.EMERGENCY
    hit = line.hit(f"{LIKE}{kind}" if plain else UNSURE, 0, len(line.norm), f"{concern.value} {whole:.2f}")
    return concern, (hit,)


def may_be_trouble(line: Line) -> bool:
    """Whether the message may tell of trouble, however unlikely: enough for a person to look at what nobody understands."""
    return sum(likeness(without_idioms(line)).values()) >= _AT_ALL


def _is_unlike(line: Line, safety: Safety, hits: tuple[RuleHit, ...]) -> bool:
    believed = any(hit.rule in _BELIEVED for hit in hits)
    least = _NEVER if believed else UNLIKE.get(safety, 0)
    return _words(line) >= _FEW and sum(likeness(without_idioms(line)).values()) < least


def _words(line: Line) -> int:
    return len(rx(r"[a-z0-9]{2,}").findall(line.norm))
