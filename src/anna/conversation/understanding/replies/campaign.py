"""What a message answers to an offer: "quer aproveitar?"."""

from __future__ import annotations

from anna.commands import Intent, YesNo
from anna.conversation.understanding.findings import ASKS, TASKS, Findings
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.besides import is_busy
from anna.conversation.understanding.replies.circumstances import hear_circumstance
from anna.when import When

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


_HOW_TO_TAKE = r"\bcomo (?:(?:que|e|eu|a gente) )*(?:faco|faz|fazer|posso|consigo|fica)(?: (?:pra|para|eu|ja))* (?:garant\w+|particip\w+|aproveit\w+|compr\w+|adquir\w+|peg\w+|ganh\w+|entr\w+)\b"
_MONEY_READY = (
    r"\b(?:cartao|dinheiro|pix|carteira)(?: (?:ja|ate|aqui))* (?:na mao|em maos|pront[ao]|separad[ao])\b"
)


def _hear_more(found: Findings, context: Context) -> None:
    """What is answered without a yes or a no; of a refusal no day is wished, and who weighs her money asks for no terms."""
    hear_circumstance(found, context, offered=True)
    if found.spoken is None and found.line.find(_HOW_TO_TAKE):
        found.spoken = YesNo.YES
    if not found.question and (found.spoken is YesNo.UNCLEAR or found.line.find(_MONEY_READY)):
        found.intents.discard(Intent.PAYMENT)  # "deixa eu ver se tenho limite no cartão"
    if found.spoken is YesNo.NO and not found.wishes_when:
        found.when = None  # "hoje não"
        if found.line.find(r"\bcontinu\w+\b"):
            found.intents.discard(Intent.INFO_PREFERENCE)  # "não preciso, mas pode continuar mandando"


def answer_campaign(found: Findings, context: Context) -> None:
    """A question, a wish for a person or anything else that is no answer leaves open what was asked, if something was."""
    found.yes_no = YesNo.UNCLEAR if "?" in (context.bot_text or "") else None
    _hear_more(found, context)
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
