"""What of a model's proposal counts: the offline reading judges it by the patient's own words. Pure.

Three kinds of fields, three laws (docs/decisions/0013):

- What binds the patient or undoes something - a yes or a no, a choice, a day or hour, a score, a telephone, an opt-out, cancelling,
  rescheduling - is what the rules read. A model that says otherwise can make Anna ask, never make her act.
- What protects the patient - safety, a wish for a person, an opt-out that the rules heard - can be added by a model, never taken away.
- What the patient is after - questions, wishes, procedures, a name - a model may say better than the rules, as far as words of the message
  that the rules had not explained otherwise carry it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import timedelta

from anna.commands import Intent, Reading, RuleHit, Safety, YesNo
from anna.conversation.understanding.facts.common_words import is_common
from anna.conversation.understanding.findings import ASKS, COURTESIES
from anna.conversation.understanding.model.proposal import Proposal
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line
from anna.kit.text import fold
from anna.when import When

GRAVITY = (
    Safety.EMERGENCY, Safety.SELF_HARM, Safety.ADVERSE_REACTION, Safety.MINOR, Safety.PREGNANCY, Safety.CONTRAINDICATION,
    Safety.MEDICAL_ADVICE, Safety.COMPLAINT, Safety.ABUSE, Safety.INJECTION,
)  # fmt: skip
"""Gravest first."""

REFEREED = frozenset(
    {
        Intent.AFFIRM, Intent.DENY, Intent.CHOOSE_SLOT, Intent.OTHER_TIMES, Intent.CONFIRM_ATTENDANCE, Intent.CANCEL,
        Intent.RESCHEDULE, Intent.CORRECTION, Intent.NPS, Intent.GIVE_NAME, Intent.GIVE_PHONE, Intent.OPTOUT,
    }
)  # fmt: skip
"""Commands that bind or undo: only the rules give them."""

KEPT = frozenset(
    {
        Intent.HUMAN, Intent.EMERGENCY, Intent.ADVERSE_REACTION, Intent.MEDICAL_QUESTION, Intent.MINOR, Intent.COMPLAINT,
        Intent.DATA_RIGHTS, Intent.DATA_REQUEST, Intent.INJECTION, Intent.INSULT, Intent.SCHEDULE, Intent.WAITLIST, Intent.LATE,
        Intent.CHECK_APPOINTMENT,
    }
)  # fmt: skip
"""Commands that a model may add and never take away."""

DECIDING = frozenset({Safety.EMERGENCY, Safety.SELF_HARM, Safety.ADVERSE_REACTION, Safety.COMPLAINT})
"""Safety kinds that always want a person, as in arbitration."""

_SILENCING = frozenset({Safety.ABUSE, Safety.INJECTION})
_IDLE = COURTESIES | {Intent.OFFTOPIC, Intent.INSULT, Intent.INJECTION, Intent.B2B, Intent.UNCLEAR}
_NAME = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)?")
_LONGEST_NAME = 5
_PLAIN_WORDS = 3
"""A yes or a no this short leaves nothing to interpret: the rules cannot be wrong about it."""


@dataclass(slots=True)
class _Ruling:
    """What was decided so far, and why."""

    reading: Reading
    hits: list[RuleHit] = field(default_factory=list)

    def took(self, what: str, saw: str, meant: object) -> None:
        self.hits.append(RuleHit(f"model.{what}", saw, str(meant)))

    def refused(self, what: str, meant: object) -> None:
        self.hits.append(RuleHit(f"model.refused.{what}", "", str(meant)))


def settle(proposal: Proposal, offline: Reading, text: str, context: Context, *, by: str) -> Reading:
    """The reading of `text` after a model (`by`) and the rules have both read it. Its trace tells what was taken and what refused."""
    if is_final(offline, text):
        return replace(offline, sentiment=proposal.sentiment, by=by)
    ruling = _Ruling(offline)
    unexplained = _unexplained(text, offline)
    procedure = _procedures(ruling, proposal, unexplained, text)
    name = _name(ruling, proposal, unexplained, text, asked=context.state is State.ASK_NAME)
    safety = _safety(ruling, proposal)
    yes_no = _yes_no(ruling, proposal, text)
    intents = _intents(ruling, proposal)
    if yes_no is YesNo.UNCLEAR and offline.yes_no in {YesNo.YES, YesNo.NO}:
        intents -= {Intent.AFFIRM, Intent.DENY, Intent.CONFIRM_ATTENDANCE, Intent.CANCEL}
    if name and not offline.name:
        intents |= {Intent.GIVE_NAME}
    human = offline.human or proposal.human or safety in DECIDING
    if proposal.optout and not offline.optout:
        ruling.refused("optout", "a person is asked")
        human = True
    if proposal.human and not offline.human:
        ruling.took("human", "", "a person")
    _choice(ruling, proposal, context)
    return replace(
        offline,
        intents=(intents - {Intent.UNCLEAR}) or frozenset({Intent.UNCLEAR}),
        procedure=procedure,
        when=_when(ruling, proposal),
        name=name,
        yes_no=yes_no,
        human=human,
        safety=safety,
        sentiment=proposal.sentiment,
        by=by,
        trace=(*offline.trace, *ruling.hits),
    )


def is_final(offline: Reading, text: str) -> bool:
    """Whether nothing that a model could say would change the rules' reading: it need not be asked.

    An opt-out, an emergency, an attack; and a number, a score or a yes of a word or three.
    """
    if offline.optout or offline.safety in DECIDING | {Safety.INJECTION}:
        return True
    answers = offline.choice is not None or offline.nps is not None or offline.yes_no in {YesNo.YES, YesNo.NO}
    return answers and len(Line.of(text).tokens) <= _PLAIN_WORDS


# -- what the patient is after ----------------------------------------------------------------------------------------


def _intents(ruling: _Ruling, proposal: Proposal) -> frozenset[Intent]:
    """The rules' binding and protecting commands, and of the others the model's, unless it understood less than they did."""
    own = ruling.reading.intents
    kept = own & (REFEREED | KEPT)
    free = own - kept
    offered = proposal.intents - REFEREED
    for intent in sorted(proposal.intents & REFEREED - own):
        ruling.refused("intent", intent.value)
    less = not (offered - _IDLE) and (own - _IDLE)
    chosen = free if less else offered
    for intent in sorted(chosen - own - {Intent.UNCLEAR}):
        ruling.took("intent", "", intent.value)
    found = kept | chosen
    if found - _IDLE:
        found -= COURTESIES | {Intent.OFFTOPIC, Intent.UNCLEAR}
    if found & (ASKS - {Intent.INFO}):
        found -= {Intent.INFO} - own
    return frozenset(found)


def _procedures(
    ruling: _Ruling, proposal: Proposal, unexplained: frozenset[str], text: str
) -> tuple[str, ...]:
    """Those that the rules found in the words; else those of the model whose words are in the message and nobody else's."""
    own = ruling.reading.procedure
    found = []
    for named in proposal.procedures:
        if named.slug in own:
            continue
        if own or not _carried(named.words, unexplained, text):
            ruling.refused("procedure", named.slug)
        elif named.slug not in found:
            ruling.took("procedure", named.words, named.slug)
            found.append(named.slug)
    return own or tuple(found)


def _name(
    ruling: _Ruling, proposal: Proposal, unexplained: frozenset[str], text: str, *, asked: bool
) -> str | None:
    """The rules'; else, where Anna has asked for it, a name that stands in the message and is nothing else there."""
    own, said = ruling.reading.name, proposal.name
    if own or not said:
        return own
    words = said.split()
    is_name = 1 <= len(words) <= _LONGEST_NAME and all(map(_NAME.fullmatch, words))
    spoken = all(fold(word) in unexplained for word in words if len(word) > 3)
    if not (asked and is_name and spoken and _carried(said, unexplained, text)):
        ruling.refused("name", "not said" if asked else "not asked for")
        return None
    shown = " ".join(word.capitalize() if len(word) > 2 else word.lower() for word in words)
    ruling.took("name", said, shown)
    return shown


def _carried(words: str, unexplained: frozenset[str], text: str) -> bool:
    """Whether `words` stand in the message as they are and hold at least one word that the rules had no other use for."""
    quoted, whole = _plain(words), _plain(text)
    return bool(quoted) and f" {quoted} " in f" {whole} " and bool(set(quoted.split()) & unexplained)


def _unexplained(text: str, offline: Reading) -> frozenset[str]:
    """Words of the message that no rule gave a meaning, common ones apart."""
    seen = " ".join(_plain(hit.saw) for hit in offline.trace)
    return frozenset(word for word in _plain(text).split() if not is_common(word)) - set(seen.split())


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


# -- what protects the patient ----------------------------------------------------------------------------------------


def _safety(ruling: _Ruling, proposal: Proposal) -> Safety | None:
    own, said = ruling.reading.safety, proposal.safety
    if said is None or said is own:
        return own
    if own is not None and GRAVITY.index(own) <= GRAVITY.index(said):
        return own
    if said in _SILENCING and ruling.reading.intents - _IDLE:
        ruling.refused("safety", said.value)  # the rules understood what it asks for, so it is answered
        return own
    ruling.took("safety", "", said.value)
    return said


# -- what binds the patient -------------------------------------------------------------------------------------------


def _yes_no(ruling: _Ruling, proposal: Proposal, text: str) -> YesNo | None:
    own, said = ruling.reading.yes_no, proposal.yes_no
    if said is None or said is own or said is YesNo.UNCLEAR:
        return own
    if own in {YesNo.YES, YesNo.NO}:
        if ruling.reading.choice is not None or len(Line.of(text).tokens) <= _PLAIN_WORDS:
            ruling.refused("yes_no", said.value)
            return own
        ruling.took("yes_no", "", "in doubt: asked again")
        return YesNo.UNCLEAR
    ruling.refused("yes_no", said.value)
    return own


def _choice(ruling: _Ruling, proposal: Proposal, context: Context) -> None:
    if proposal.choice is None or proposal.choice == ruling.reading.choice:
        return
    offered = len(context.slots or context.options)
    ruling.refused(
        "choice", f"{proposal.choice}: " + ("not chosen" if proposal.choice <= offered else "not offered")
    )


def _when(ruling: _Ruling, proposal: Proposal) -> When | None:
    """The rules' own; where the model counted otherwise, Anna says the date back."""
    own = ruling.reading.when
    if proposal.day is None and proposal.hour is None and proposal.daypart is None:
        return own
    if own is None:
        ruling.refused("when", "the words name no day and no hour")
        return None
    if _same(own, proposal):
        return own
    ruling.refused("when", "counted otherwise: said back")
    return replace(own, clarify=True)


def _same(own: When, proposal: Proposal) -> bool:
    """Whether nothing that the model says about day or hour contradicts the rules."""
    if proposal.day is not None and (own.date_start or own.dates):
        days = set(own.dates or ())
        if own.date_start:
            last = own.date_end or own.date_start + timedelta(days=366)
            if own.date_start <= proposal.day <= last:
                days.add(proposal.day)
        if proposal.day not in days:
            return False
    if proposal.hour is not None and own.time_start is not None and own.time_end is None:
        return own.time_start == proposal.hour
    return True
