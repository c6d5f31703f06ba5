"""What is wished beside anger or a matter of health: "que atendimento é esse, quero laser amanhã 9h" is a complaint, and a wish that is not lost. Pure.

What is only rude, or only grumbles about a price, hides no wish and no question: those are served as if the rest had not been said.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from anna.commands import Intent, Nuance, Reading, Safety, YesNo
from anna.conversation.decision import commands
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold

ANGRY = frozenset({Safety.ABUSE, Safety.COMPLAINT})
OF_HEALTH = frozenset({Safety.CONTRAINDICATION, Safety.PREGNANCY, Safety.MEDICAL_ADVICE})
_WISHES = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY})
_PARTS = re.compile(
    r"(?<=[.!?;,\n])\s*|\s*\b(?:mas|porém|porem)\b\s*|\s+e\s+(?=(?:eu\s+)?(?:sou|tenho|tomo|to|tô|tou|estou|uso|posso|queria saber|quero saber)\b)",
    re.IGNORECASE,
)


def wished_besides(text: str, reading: Reading, read: Callable[[str], Reading]) -> Reading | None:
    """The wish for a time, of a procedure and a day or hour that are named, beside anger or her health; None where there is none."""
    if reading.safety not in ANGRY | OF_HEALTH:
        return None
    calm = [part for part in _PARTS.split(text) if part and part.strip() and not read(part).safety]
    wish = read("\n".join(calm)) if calm else None
    if wish is None or wish.safety or not wish.intents & _WISHES or not (wish.procedure and wish.when):
        return None
    return wish


_SERVED = frozenset({
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.PRICE, Intent.HOURS, Intent.LOCATION, Intent.PAYMENT, Intent.CHECK_APPOINTMENT, Intent.INFO,
    Intent.RESCHEDULE, Intent.CANCEL, Intent.WAITLIST, Intent.CONFIRM_ATTENDANCE, Intent.CHOOSE_SLOT, Intent.GIVE_NAME, Intent.GIVE_PHONE,
})  # fmt: skip
"""What is done or told, whoever asks for it."""

_GRUMBLE = (
    r"(?:(?:q|que|um|uma|uns|umas|isso|ess[ae]|e|eh|seus?|suas?|bando|cambada|de|do|voces|sao|parece|acho|muito|mas|ai|so) )*"
    r"(?:roubo|roubalheira|ladr(?:ao|oes|a|as)|golpe|golpistas?|absurd[oa]s?|vergonha|palhacada|pilantragem|sacanagem|incompetentes?|enrolac\w+|demora|bagunca)"
)
"""What says what she thinks of them, and nothing that happened to her."""

_PAID = r"\b(?:paguei|pagamos)\b"
_TELLS = r"\b(?:gastei|dinheiro|sumi\w+|deu (?:tudo )?errado|estrag\w+|piorou|nao (?:funcionou|pegou|adiantou|resolveu)|me (?:enrol|engan|trat)\w+)\b"
"""What tells of something that has to be made good, beside what is rude: both together are a complaint."""

_RUDE = "safety.abuse"
_MACHINE = r"^(?:robo|bot|maquina|robozinh[oa]|computador)\b(?= \w)"
"""Whoever is called names: "é só robô burro?" asks whether it is a robot."""
_BRIEF = 6
"""Of more words than these beside what is rude a yes is only a part."""
_MOST = 4
"""So many rude words of one message are left out."""


def calmed(
    text: str, reading: Reading, read: Callable[[str], Reading], *, answers: bool = False
) -> tuple[str, Reading] | None:
    """What a message says without its rude words, and how that is read; None where it says nothing then that could be done or told.

    `answers` where something is asked, so that a plain yes is done too. A threat, a wish for a person or for silence, and whatever tells what happened to her stay what they are.
    """
    if reading.safety not in ANGRY or reading.optout or Intent.HUMAN in reading.intents:
        return None
    rest, left = text, read(text)
    for _ in range(_MOST):
        hit = next((hit for hit in left.trace if hit.rule.startswith("safety.")), None)
        if left.safety not in ANGRY or hit is None or hit.saw not in rest:
            break
        if hit.rule != _RUDE and not rx(_GRUMBLE).fullmatch(" ".join(fold(hit.saw).split())):
            return None
        rest = rest.replace(_rude_part(hit.saw), "", 1)
        left = read(rest)
    says_paid = Nuance.SAYS_PAID in left.nuances and not rx(
        r"\bpag(?:uei|amos) (?:\w+ )?(?:\d|car[oa]\b)"
    ).search(fold(rest))
    served = commands(left) & _SERVED or says_paid  # rows know whether anything has come
    agrees = answers and left.yes_no is YesNo.YES and len(rx(r"\w+").findall(fold(rest))) <= _BRIEF
    asks_who = Intent.INFO_BOT in left.intents and "?" in rest
    if (
        left.safety
        or left.optout
        or left.human
        or rest == text
        or not (served or agrees or asks_who)
        or rx(_TELLS).search(fold(rest))
        or (rx(_PAID).search(fold(rest)) and not says_paid)
    ):
        return None
    return rest, left


def _rude_part(saw: str) -> str:
    """The words of an insult that are one, without whom they are for."""
    machine = rx(_MACHINE).match(fold(saw))
    return saw[machine.end() :].strip() if machine else saw
