"""What a message means as a whole: what its rules saw, weighed against each other and against what Anna had asked.

Gravest first: safety, opt-out, a wish for a person. Then the answer to the open question, then everything else; courtesies count
only when nothing else was said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from anna.commands import Exclude, Intent, Safety, TimeKind, When, WhenStatus, YesNo
from anna.conversation.understanding.answers import (
    is_bare_answer,
    read_choice,
    read_label,
    read_score,
    read_slot,
    read_yes_no,
    slots_left,
)
from anna.conversation.understanding.intents import read_intents, wants_other_times
from anna.conversation.understanding.line import Line
from anna.conversation.understanding.port import Context, State

I = Intent  # noqa: E741  (a table of intents reads better without ninety prefixes)

TASKS = frozenset(
    {
        I.RESCHEDULE,
        I.CANCEL,
        I.WAITLIST,
        I.LATE,
        I.CHECK_APPOINTMENT,
        I.DATA_RIGHTS,
        I.DATA_REQUEST,
        I.B2B,
        I.COMPLAINT,
    }
)
ASKS = frozenset(
    {
        I.PRICE,
        I.INFO,
        I.INFO_BOT,
        I.INFO_PREFERENCE,
        I.HOURS,
        I.LOCATION,
        I.PAYMENT,
        I.PROMO_INTEREST,
        I.MEDICAL_QUESTION,
        I.AVAILABILITY,
    }
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COURTESIES = frozenset({I.GREET, I.THANKS, I.BYE})

# (if this was seen, then these were only its shadow)
SHADOWS: tuple[tuple[Intent, frozenset[Intent]], ...] = (
    (I.DATA_RIGHTS, frozenset({I.INFO, I.OPTOUT, I.CANCEL, I.DATA_REQUEST, I.RESCHEDULE, I.HUMAN})),
    (I.DATA_REQUEST, frozenset({I.INFO, I.CHECK_APPOINTMENT})),
    (
        I.B2B,
        frozenset(
            {
                I.SCHEDULE,
                I.HUMAN,
                I.INFO,
                I.PRICE,
                I.PROMO_INTEREST,
                I.AVAILABILITY,
                I.OFFTOPIC,
                I.PAYMENT,
                I.MEDICAL_QUESTION,
            }
        ),
    ),
    (I.WAITLIST, frozenset({I.AVAILABILITY, I.SCHEDULE, I.CANCEL, I.RESCHEDULE, I.INFO, I.HUMAN})),
    (
        I.RESCHEDULE,
        frozenset(
            {
                I.SCHEDULE,
                I.CANCEL,
                I.AVAILABILITY,
                I.CHECK_APPOINTMENT,
                I.INFO,
                I.HOURS,
                I.MEDICAL_QUESTION,
                I.LATE,
            }
        ),
    ),
    (I.CANCEL, frozenset({I.SCHEDULE, I.INFO, I.CHECK_APPOINTMENT, I.MEDICAL_QUESTION})),
    (I.LATE, frozenset({I.AVAILABILITY, I.SCHEDULE, I.INFO, I.LOCATION, I.MEDICAL_QUESTION})),
    (I.CHECK_APPOINTMENT, frozenset({I.AVAILABILITY, I.SCHEDULE, I.HOURS, I.INFO, I.MEDICAL_QUESTION})),
    (I.LOCATION, frozenset({I.INFO, I.MEDICAL_QUESTION, I.HOURS})),
    (I.PAYMENT, frozenset({I.INFO, I.MEDICAL_QUESTION})),
    (I.HOURS, frozenset({I.INFO, I.AVAILABILITY})),
    (I.PRICE, frozenset({I.INFO})),
    (I.AVAILABILITY, frozenset({I.INFO})),
    (I.MEDICAL_QUESTION, frozenset({I.INFO})),
    (I.PROMO_INTEREST, frozenset({I.INFO})),
    (I.INFO_PREFERENCE, frozenset({I.INFO, I.HUMAN, I.OPTOUT})),
    (I.INFO_BOT, frozenset({I.INFO})),
    (I.SCHEDULE, frozenset({I.INFO, I.MEDICAL_QUESTION})),
)


@dataclass(slots=True)
class Findings:
    """Everything the rules saw in one message; arbitration edits it into a reading."""

    line: Line
    intents: set[Intent]
    procedure: tuple[str, ...] = ()
    when: When | None = None
    name: str | None = None
    phone: str | None = None
    safety: Safety | None = None
    optout: bool = False
    spoken: YesNo | None = None
    said_before: When | None = None
    procedures_before: tuple[str, ...] = ()
    # decided here
    yes_no: YesNo | None = None
    nps: int | None = None
    slot: datetime | None = None
    choice: int | None = None
    human: bool = False
    answer: set[Intent] = field(default_factory=set)

    @property
    def wishes_when(self) -> bool:
        """Whether a day or an hour is wished for, not only ruled out."""
        when = self.when
        return when is not None and (
            when.date_start is not None
            or when.date_end is not None
            or when.time_kind is not None
            or when.status is WhenStatus.AMBIGUOUS
        )

    @property
    def question(self) -> bool:
        """Whether the message asks."""
        return "?" in self.line.norm


def weigh(found: Findings, context: Context) -> None:
    """Decide, in place, what the message means."""
    if _grave(found):
        if context.state is State.NPS:
            _answer_nps(found, context)
            found.intents |= found.answer
        return
    _shadows(found)
    if found.optout:
        found.intents, found.when, found.spoken = {I.OPTOUT}, None, None
        return
    if I.HUMAN in found.intents:
        found.human = True
        found.intents -= {I.INFO_BOT, I.INFO, I.OFFTOPIC, I.AVAILABILITY} | (
            set() if found.wishes_when else {I.SCHEDULE}
        )
    _take_option(found, context)
    ANSWERS.get(context.state, _answer_any)(found, context)
    _infer(found, context)
    _tidy(found)


# -- what overrules everything ---------------------------------------------------------------------------------------------------


def _grave(found: Findings) -> bool:
    """Whether safety alone decides; otherwise it has only added its intent."""
    kind = found.safety
    if kind is Safety.INJECTION:
        found.intents, found.procedure, found.when, found.name = {I.INJECTION}, (), None, None
    elif kind in {Safety.EMERGENCY, Safety.SELF_HARM}:
        found.intents, found.when, found.human = {I.EMERGENCY}, None, True
    elif kind is Safety.ADVERSE_REACTION:
        found.intents, found.when, found.human = {I.ADVERSE_REACTION}, None, True
    elif kind is Safety.ABUSE:
        found.intents, found.when = {I.INSULT}, None
    elif kind is Safety.COMPLAINT and not found.optout:
        found.intents = {I.COMPLAINT} | (found.intents & {I.CANCEL})
        found.when, found.human = None, True
    else:
        return _care(found)
    found.optout = False
    return True


def _care(found: Findings) -> bool:
    if found.safety in {Safety.PREGNANCY, Safety.CONTRAINDICATION, Safety.MEDICAL_ADVICE}:
        explicit = found.intents & {I.SCHEDULE, I.PRICE, I.RESCHEDULE, I.CANCEL}
        found.intents = {I.MEDICAL_QUESTION} | (
            explicit if found.wishes_when or explicit - {I.SCHEDULE} else set()
        )
        found.answer.add(I.MEDICAL_QUESTION)
    if found.safety is Safety.MINOR:
        found.intents.add(I.MINOR)
        found.intents -= {I.INFO, I.MEDICAL_QUESTION}
        if not found.line.find(r"\b(?:marc|agend|reserv)\w*"):
            found.intents.discard(I.SCHEDULE)
    return False


def _shadows(found: Findings) -> None:
    if I.CANCEL in found.intents and found.line.find(
        r"\bnao (?:quero |precisa |e pra |vou )?(?:cancel|desmarc)\w+"
    ):
        found.intents.discard(I.CANCEL)
    if I.DATA_RIGHTS in found.intents or I.INFO_PREFERENCE in found.intents:
        found.optout = False
    if I.CANCEL in found.intents and _would_rather_move(found):
        found.intents = (found.intents - {I.CANCEL}) | {I.RESCHEDULE}
    for seen, shadows in SHADOWS:
        if seen in found.intents and not (seen is I.SCHEDULE and found.safety):
            found.intents -= shadows
    if I.PROMO_INTEREST in found.intents and found.line.find(
        r"\b(?:tem|ha|algum|alguma|fazem|dao|rola|consegue\w*|teria)\b.*\?"
    ):
        found.intents.add(I.PRICE)


def _would_rather_move(found: Findings) -> bool:
    """ "não vou conseguir ir hoje, tem amanhã?", "desmarca a de sexta e marca pra segunda"."""
    if found.line.find(r"\b(?:cancel|desmarc)\w*"):
        return (
            found.wishes_when
            and found.line.find(r"\b(?:marc\w+|coloc\w+|agend\w+) (?:para|pra|na|no|em|outr\w+)\b")
            is not None
        )
    return found.wishes_when or wants_other_times(found.line)


# -- the answer to the open question ----------------------------------------------------------------------------------------------


def _busy(found: Findings) -> bool:
    """Whether the message is about something else than the question."""
    return bool(found.intents & (TASKS | (ASKS - {I.AVAILABILITY}) | {I.HUMAN, I.SCHEDULE}))


def _take_option(found: Findings, context: Context) -> None:
    """A numbered option that was picked says what its label says."""
    if not context.options or found.wishes_when:
        return
    picked = read_choice(found.line, len(context.options)) or read_label(found.line, context.options)
    if picked is None:
        return
    found.choice = picked.number
    label = Line.of(context.options[picked.number - 1])
    found.intents = (found.intents - {I.INFO}) | read_intents(label)[0]
    found.spoken = read_yes_no(label)[0] or found.spoken


def _answer_slots(found: Findings, context: Context) -> None:
    offered = context.slots or ()
    slot, _ = read_slot(found.line, found.when, context) if offered else (None, None)
    if found.intents & (TASKS - {I.CANCEL}) or (I.PRICE in found.intents and slot is None):
        return
    if slot is None and found.spoken is YesNo.YES and len(offered) == 1 and not found.wishes_when:
        slot = offered[0]
    if slot is not None:
        found.slot, found.choice, found.when = slot, offered.index(slot) + 1, None
        found.yes_no = YesNo.YES
        found.intents -= {I.SCHEDULE, I.AVAILABILITY, I.CANCEL}
        found.answer.add(I.CHOOSE_SLOT)
    elif wants_other_times(found.line):
        found.intents -= {I.SCHEDULE, I.AVAILABILITY, I.RESCHEDULE}
        found.answer.add(I.OTHER_TIMES)
        found.yes_no = YesNo.NO if found.spoken is not YesNo.YES else None
    elif found.when is not None and not found.wishes_when and not slots_left(found.when, context):
        found.answer.add(I.OTHER_TIMES)
        found.yes_no = YesNo.NO
    elif found.when is not None and found.wishes_when:
        found.intents -= {I.SCHEDULE, I.RESCHEDULE}
        several = slots_left(found.when, context) > 1 and not found.question
        found.answer.add(I.CHOOSE_SLOT if several else I.AVAILABILITY)
        found.yes_no = YesNo.NO if found.spoken is YesNo.NO else None
    elif found.spoken is YesNo.NO:
        found.yes_no = YesNo.NO
        found.intents.discard(I.CANCEL)
        found.answer.add(I.DENY)
    elif found.spoken is not None:
        found.yes_no = YesNo.UNCLEAR


def _answer_booking(found: Findings, context: Context) -> None:
    found.yes_no = YesNo.UNCLEAR
    if found.intents & {I.RESCHEDULE, I.SCHEDULE, I.CANCEL} and not found.human:
        found.intents -= {I.RESCHEDULE, I.SCHEDULE}
        if I.CANCEL in found.intents and found.spoken is not YesNo.YES:
            found.intents.discard(I.CANCEL)
            found.spoken = YesNo.NO
    if _changes(found, context) or (
        found.spoken is not YesNo.YES
        and (wants_other_times(found.line) or found.line.find(r"\bmais (?:cedo|tarde)\b"))
    ):
        found.yes_no = YesNo.NO
        found.intents.discard(I.AVAILABILITY)
        found.answer.add(I.CORRECTION)
        return
    if found.wishes_when and found.spoken is not YesNo.NO:  # the same day and hour, said back
        found.when, found.spoken = None, YesNo.YES
    _plain(found)


def _answer_reminder(found: Findings, context: Context) -> None:
    found.yes_no = YesNo.UNCLEAR
    if wants_other_times(found.line) and found.spoken is not YesNo.YES:
        found.intents.add(I.RESCHEDULE)
    if I.RESCHEDULE in found.intents or (found.wishes_when and _changes(found, context)):
        found.intents -= {I.SCHEDULE, I.AVAILABILITY, I.CANCEL}
        found.intents.add(I.RESCHEDULE)
        found.yes_no = YesNo.NO if found.spoken is YesNo.NO else YesNo.UNCLEAR
        return
    if I.CANCEL in found.intents and found.spoken is not YesNo.YES:
        found.yes_no, found.when = YesNo.NO, None
        return
    found.intents.discard(I.CANCEL)
    if I.LATE in found.intents and found.line.find(r"\b(?:sim|confirm\w+|ok)\b"):
        found.yes_no = YesNo.YES
        found.answer.add(I.CONFIRM_ATTENDANCE)
        return
    if found.wishes_when:
        found.when = None
        found.spoken = found.spoken or (None if found.question else YesNo.YES)
    if found.spoken is YesNo.YES and not (found.intents & (TASKS | {I.HUMAN})):
        found.yes_no = YesNo.YES
        found.intents -= {I.SCHEDULE, I.AVAILABILITY, I.CHECK_APPOINTMENT}
        found.answer.add(I.CONFIRM_ATTENDANCE)
        return
    _plain(found)


def _changes(found: Findings, context: Context) -> bool:
    """Whether a day, hour or procedure is wished that is not the one Anna just named."""
    before, when = found.said_before, found.when
    if (
        found.procedure
        and found.procedures_before
        and not set(found.procedure) <= set(found.procedures_before)
    ):
        return True
    if when is None or not (found.wishes_when or when.exclude != Exclude()):
        return False
    if not found.wishes_when:
        return before is not None and _rules_out(when.exclude, before)
    if before is None:
        return True
    day_same = (
        when.date_start is None
        or when.date_start == before.date_start
        or before.date_start in (when.dates or ())
    )
    hour_same = when.time_kind is None or when.time_start == before.time_start or _within(before, when)
    return not (day_same and hour_same and when.date_start == when.date_end)


def _rules_out(exclude: Exclude, before: When) -> bool:
    day = before.date_start
    if day is not None and (day in exclude.dates or WEEKDAYS[day.weekday()] in exclude.weekdays):
        return True
    return before.time_start in exclude.times


def _within(before: When, when: When) -> bool:
    if when.time_kind is not TimeKind.DAYPART or not (
        before.time_start and when.time_start and when.time_end
    ):
        return False
    return when.time_start <= before.time_start < when.time_end


def _answer_campaign(found: Findings, context: Context) -> None:
    if found.spoken is YesNo.YES or (I.PROMO_INTEREST in found.intents and found.spoken is not YesNo.NO):
        found.yes_no = YesNo.YES if found.spoken is YesNo.YES else None
        if not found.intents & (ASKS | TASKS | {I.SCHEDULE}) and not found.wishes_when:
            found.answer.add(I.PROMO_INTEREST)
    elif found.spoken is YesNo.NO:
        found.intents.discard(I.CANCEL)
        found.yes_no = YesNo.NO
        if not _busy(found):
            found.answer.add(I.DENY)
    elif found.spoken is not None and not _busy(found):
        found.yes_no = YesNo.UNCLEAR


def _answer_nps(found: Findings, context: Context) -> None:
    if found.intents & (TASKS | {I.SCHEDULE, I.AVAILABILITY}) - {I.COMPLAINT, I.LATE}:
        return
    score, _ = read_score(found.line)
    if score is not None:
        found.nps, found.when = score, None
        found.intents -= {
            I.SCHEDULE,
            I.AVAILABILITY,
            I.LATE,
            I.MEDICAL_QUESTION,
            I.INFO,
            I.HOURS,
            I.PROMO_INTEREST,
        }
        found.procedure = ()
        found.answer.add(I.NPS)


def _answer_name(found: Findings, context: Context) -> None:
    if found.name:
        found.intents -= {I.SCHEDULE, I.INFO, I.OFFTOPIC, I.MEDICAL_QUESTION}
    _plain(found)


def _answer_when(found: Findings, context: Context) -> None:
    if found.when is not None and not found.intents & TASKS:
        found.intents.discard(I.HOURS)
        found.answer.add(I.SCHEDULE)
        return
    _plain(found)


def _answer_any(found: Findings, context: Context) -> None:
    if found.choice is None:
        _plain(found)


def _plain(found: Findings) -> None:
    """A bare yes or no, when nothing else was said."""
    if found.spoken is None or ((found.phone or found.name) and found.yes_no is None):
        return
    if _busy(found) or found.procedure or found.wishes_when:
        return
    short = is_bare_answer(found.line) or found.yes_no is not None
    courtesy = found.intents & COURTESIES
    if not short or (
        courtesy
        and found.yes_no is None
        and not found.line.find(r"\b(?:sim|nao|pode|quero|isso|confirm\w+|claro|ok)\b")
    ):
        return
    found.yes_no = found.spoken
    if found.spoken is YesNo.YES:
        found.answer.add(I.AFFIRM)
    elif found.spoken is YesNo.NO:
        found.answer.add(I.DENY)


Answer = Callable[[Findings, Context], None]
ANSWERS: dict[State, Answer] = {
    State.OFFER_SLOTS: _answer_slots,
    State.CONFIRM_BOOKING: _answer_booking,
    State.REMINDER: _answer_reminder,
    State.CAMPAIGN: _answer_campaign,
    State.NPS: _answer_nps,
    State.ASK_NAME: _answer_name,
    State.ASK_WHEN: _answer_when,
    State.ASK_TIME: _answer_when,
}


# -- what follows from the rest ---------------------------------------------------------------------------------------------------

_TOLD = r"\b(?:minha (?:consulta|sessao) (?:e|eh|ta|esta|ficou)|fiz|fez|fizemos|ja fiz|fui|apliquei|coloquei|sempre faco|costumo fazer)\b"


def _infer(found: Findings, context: Context) -> None:
    """A wish without a verb: "botox amanhã às 14" wants an appointment."""
    if found.name:
        found.answer.add(I.GIVE_NAME)
    if found.phone:
        found.answer.add(I.GIVE_PHONE)
    if found.answer & {I.NPS, I.CHOOSE_SLOT, I.CORRECTION, I.OTHER_TIMES, I.CONFIRM_ATTENDANCE}:
        found.intents -= {I.OFFTOPIC}
        return
    blocked = found.intents & (TASKS | {I.HOURS, I.B2B})
    if _only_asks(found):
        found.when = None
    if blocked or context.state in {State.OFFER_SLOTS, State.CONFIRM_BOOKING, State.REMINDER}:
        return
    if I.MINOR in found.intents and not found.wishes_when:
        return
    told = found.line.find(_TOLD) is not None and I.SCHEDULE not in found.intents
    if (found.procedure and found.wishes_when) or (
        (found.procedure or found.wishes_when)
        and not found.intents & (ASKS | {I.HUMAN})
        and not found.answer & {I.MEDICAL_QUESTION}
        and not told
    ):
        found.intents.add(I.SCHEDULE)


def _only_asks(found: Findings) -> bool:
    """Whether a day in the message belongs to a question ("abrem sábado?", "posso malhar amanhã?") and is no wish."""
    if found.intents & {I.SCHEDULE, I.AVAILABILITY, I.RESCHEDULE, I.CANCEL, I.WAITLIST} or found.answer & {
        I.SCHEDULE
    }:
        return False
    if I.HOURS in found.intents or (I.OFFTOPIC in found.intents and not found.procedure):
        return True
    if I.MEDICAL_QUESTION in found.intents:
        return found.line.find(r"\b(?:da tempo|quero|marcar|agendar)\b") is None
    when = found.when
    vague = when is not None and when.time_kind is None and when.date_start != when.date_end
    return vague and bool(found.intents & {I.PRICE, I.PROMO_INTEREST, I.INFO, I.PAYMENT})


def _tidy(found: Findings) -> None:
    if found.human and found.intents & {I.GREET, I.SCHEDULE}:
        found.intents.discard(I.GREET)
    found.intents |= found.answer
    serious = found.intents - COURTESIES
    if serious - {I.OFFTOPIC}:
        found.intents = serious - {I.OFFTOPIC}
    elif serious:
        found.intents = serious
    if I.AFFIRM in found.intents or I.DENY in found.intents:
        found.intents -= {I.INFO}
    if not found.intents:
        found.intents = {I.UNCLEAR}
