"""A bare yes or no, and what may stand around it."""

from __future__ import annotations

from anna.commands import Intent, YesNo
from anna.conversation.understanding.findings import COURTESIES, TASKS, Findings
from anna.conversation.understanding.intents.yes_no import is_bare_answer
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.replies.besides import is_busy

_OTHER_HOURS = r"\bnao\b.*\b(?:mais (?:cedo|tarde)|outr[ao]s? (?:horarios?|h|dias?))\b"
_ASKING = frozenset({State.ASK_WHEN, State.ASK_TIME, State.ASK_PHONE, State.ASK_PROCEDURE})


def answer_plainly(found: Findings, context: Context) -> None:
    """A bare yes or no, when nothing else was said."""
    if found.spoken is None or ((found.phone or found.name) and found.yes_no is None):
        return
    if found.question and Intent.AVAILABILITY in found.intents and found.line.find(_OTHER_HOURS):
        found.intents.discard(Intent.DENY)  # "não dá mais tarde não?" is no answer to what was asked
        return
    asks_too = found.yes_no is not None and (
        found.spoken is YesNo.YES or found.line.find(r"\bnao\b") is not None
    )  # "ok, mas parcela no cartão?"
    if context.state in _ASKING and found.intents & {Intent.SCHEDULE} and is_bare_answer(found.line):
        found.intents.discard(Intent.SCHEDULE)  # "pode marcar" says yes to what was asked
    if (
        (is_busy(found) and not (asks_too and not found.intents & TASKS and not found.human))
        or found.procedure
        or found.wishes_when
    ):
        return
    short = is_bare_answer(found.line) or found.yes_no is not None
    courtesy = found.intents & COURTESIES
    if not short or (
        courtesy
        and found.yes_no is None
        and not found.line.find(
            r"\b(?:sim|nao|nada|pode|quero|isso|confirm\w+|claro|ok|por mim|dale|vamo\w*)\b|[👍👌✅]"
        )
    ):
        return
    found.yes_no = found.spoken
    if found.spoken is YesNo.YES:
        found.answer.add(Intent.AFFIRM)
    elif found.spoken is YesNo.NO:
        found.answer.add(Intent.DENY)
