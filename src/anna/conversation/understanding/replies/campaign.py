"""What a message answers to an offer: "quer aproveitar?"."""

from __future__ import annotations

from anna.commands import Intent, When, YesNo
from anna.conversation.understanding.findings import ASKS, TASKS, Findings
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.besides import is_busy

_OFFER = r"\b(?:(?:ate (?:quando|que dia)|quanto tempo)(?: \w+)? (?:vale|vai|dura)|(?:vai|dura|fica|vao) (?:so )?ate (?:quando|que dia|qual dia|dia)|vale|valend\w+|valid[ao]|(?:da (?:pra|para)|posso|consigo) (?:usar|utilizar|aproveitar))\b.*\?"


_USED = r"\b(?:usar|utilizar|aproveitar)\b"


def _take_offer(found: Findings) -> None:
    found.yes_no = YesNo.YES if found.spoken is YesNo.YES else found.yes_no
    if found.spoken is YesNo.YES and not found.intents & TASKS:
        found.intents -= {Intent.INFO, Intent.MEDICAL_QUESTION}
    if found.spoken is YesNo.YES or not found.intents & (ASKS | TASKS | {Intent.SCHEDULE}):
        found.answer.add(Intent.PROMO_INTEREST)
    if found.yes_no is YesNo.YES and Intent.PROMO_INTEREST in found.answer | found.intents:
        found.answer.add(Intent.AFFIRM)
    named = (
        found.when is not None
        and found.when.date_start is not None
        and Intent.AVAILABILITY not in found.intents
    )
    if named and Intent.PROMO_INTEREST in found.answer | found.intents:
        found.answer.add(Intent.SCHEDULE)  # "quero aproveitar, pode ser terça às 11?"


# "me avisa se tiver de botox": the next offer is wanted, no vacancy is waited for.
_VACANCY = r"\b(?:vagas?|horarios?|desist\w+|encaix\w+|brecha|fila|espera)\b"


def answer_campaign(found: Findings, context: Context) -> None:
    """A question, a wish for a person or anything else that is no answer leaves open what was asked, if something was."""
    found.yes_no = YesNo.UNCLEAR if "?" in (context.bot_text or "") else None
    if Intent.WAITLIST in found.intents and not found.wishes_when and not found.line.find(_VACANCY):
        found.intents.discard(Intent.WAITLIST)
        found.answer.add(Intent.PROMO_INTEREST)
    if found.line.find(_OFFER):  # "vale pra botox também?"
        found.answer.add(Intent.PROMO_INTEREST)
        if found.line.find(_USED) and not found.safety:
            found.intents.discard(Intent.MEDICAL_QUESTION)
        if not _is_definite(found.when):
            found.when = None
        found.yes_no = YesNo.YES if found.spoken is YesNo.YES else found.yes_no
        found.answer |= {Intent.AFFIRM} if found.yes_no is YesNo.YES else set()
        found.answer |= {Intent.SCHEDULE} if found.wishes_when else set()
        return
    if found.spoken is YesNo.UNCLEAR and found.intents & {Intent.PRICE, Intent.PAYMENT}:
        found.yes_no = YesNo.UNCLEAR
        found.answer.add(Intent.PROMO_INTEREST)  # "depende, quanto custa o pacote?"
    elif found.spoken is YesNo.YES or (
        Intent.PROMO_INTEREST in found.intents and found.spoken is not YesNo.NO
    ):
        _take_offer(found)
    elif found.spoken is YesNo.NO:
        found.intents.discard(Intent.CANCEL)
        found.yes_no = YesNo.NO
        if not is_busy(found) or Intent.PROMO_INTEREST in found.intents | found.answer:
            found.answer.add(Intent.DENY)
    elif found.spoken is not None and not is_busy(found):
        found.yes_no = YesNo.UNCLEAR


def _is_definite(when: When | None) -> bool:
    """Whether a day and an hour are named: "vale pra drenagem? sábado 9h pode?" wishes, "vale até sábado?" asks."""
    return when is not None and when.time_kind is not None and when.date_start == when.date_end is not None
