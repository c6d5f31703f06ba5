"""Nothing said to a message with words in it: only for a reason that stands here. Whoever is met with silence else is answered after all.

What follows from a turn may be said a moment later, by a run that waits for a vendor or by the hand-off that an event begins: that is no silence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from anna.commands import Intent, Nuance, RuleHit, YesNo
from anna.conversation.manners import ADVANCE, REPEATED, STOPPED
from anna.conversation.passing import Passing
from anna.conversation.understanding.text.line import Line, rx
from anna.flows.definition import Lane
from anna.turns import queries
from anna.turns.acting import Acting
from anna.turns.otherwise import NOTHING_ASKED, ask_once_more

NOT_ANSWERED = frozenset({STOPPED.why, ADVANCE.why, REPEATED.why, Passing.THINKS.value})
"""Why words are left without an answer whatever they are: what she left has stopped and she was told, an advance was refused once, the same was
tapped twice, she is still thinking."""

_NOD = (
    r"(?:sim|s|nao|n|nn|ok|okay|oks|ta|tah|bom|bem|boa|certo|certinho|beleza|blz|belezinha|isso|claro|pode|podem|ser|uhum|aham|unhum|hm+|ah+|ata|oi|e|ai|entendi|entendido|tudo|perfeito"
    r"|otim[ao]|show|legal|joia|massa|combinad[ao]|fechad[ao]|fechou|top|maravilha|excelente|tranquil[ao]|de|obrigad[ao]|brigad[ao]|valeu|viu|entao|moca|moco|anna|ana|gente|linda|querid[ao]"
    r"|amor|flor|por|favor|mesmo|ja|eu|o|a|que|sem|problemas?|nada|precis[ao]|quero|mais|agora|enquanto|era|so|somente|hoje|com|certeza|faz|fica|assim|deixa|la|pra|para|ciente|anotad[ao]"
    r"|depois|qualquer|coisa|chamo|aviso|falo|escrevo|voltou|volto|k{2,}|(?:k|rs|ha|he|hua|hue)+|lol|deus|amem|gracas|bora|nessa|vamos?|q|demais|importo|me|quanto|isto|positivo|negativo|imagina|jamais|nunca|nem|acho|talvez|legal|pronto|feito"
    r"|uai|ue|eh|yes|no|nop|nope|aff|tmj|vlw|tks|bjs?|beijos?|abs|abracos?|2|duas|dois)"
)
_ONLY_NODS = rf"(?:{_NOD}|[^\w\s]+)(?: (?:{_NOD}|[^\w\s]+))*"
_SPEAKS_OF_STANDING = r"\b(?:confirm\w*|marcad[ao]s?|agendad[ao]s?|reservad[ao]s?|garant\w+)\b"


_FEW = 4
"""Of more words than these a yes or a no tells something."""
_NODS = frozenset({"yes", "no", "unclear", Nuance.LATER.value, Nuance.GIVES_UP.value})


def only_nods(text: str, hits: Sequence[RuleHit] = ()) -> bool:
    """Whether nothing is said but yes, no, later, or that it was read: "ah tá, entendi", "não, obrigada, era só isso". Who asks says more.

    `hits` are what rules saw in it: "bora nessa" is a yes and nothing else, "não gostei" says more than the no.
    """
    norm = Line.of(text).norm
    if rx(_SPEAKS_OF_STANDING).search(norm):
        return False
    for hit in hits:
        if hit.meant in _NODS and 0 < len(hit.saw.split()) <= _FEW:
            norm = norm.replace(Line.of(hit.saw).norm, "sim", 1)
    return "?" not in text and rx(_ONLY_NODS).fullmatch(norm) is not None


def is_left_unsaid(route: dict[str, Any], text: str, hits: Sequence[RuleHit] = ()) -> bool:
    """Whether nobody has to be answered, by why the turn was routed so."""
    if route.get("regra") != "social":
        return False
    why = route.get("motivo")
    return why in NOT_ANSWERED or (why == NOTHING_ASKED and only_nods(text, hits))


async def answer_after_all(acting: Acting, route: dict[str, Any]) -> dict[str, Any]:
    """Answer the words to which nothing was said and from which nothing follows; what that changes of the route.

    Who speaks of what is booked hears how that stands; the open question is put again; else Anna says that she has not understood.
    """
    asked = acting.asked
    if asked.burst.wordless or asked.burst.reaction or asked.heard.tapped or not _has_words(asked.burst.text):
        return {}
    if is_left_unsaid(route, asked.burst.text, asked.heard.reading.trace) or await _follows(acting):
        return {}
    await queries.set_outcomes(
        acting.move.conn, asked.burst.ids, desfecho="respondida", motivo=None, turno_id=acting.turno_id
    )
    was = {"calava": route.get("motivo") or route.get("regra")}
    agrees = asked.heard.reading.yes_no is not YesNo.NO
    if agrees and Line.of(asked.burst.text).find(_SPEAKS_OF_STANDING):
        told = await acting.begin(Lane.ASIDE, frozenset({Intent.CHECK_APPOINTMENT.value}))
        if told and await _follows(acting):
            return {"regra": "aside", "aparte": told.name} | was
    if await acting.return_to_question() and await _follows(acting):
        return {"regra": "social", "motivo": "asked again"} | was
    again = await ask_once_more(acting)
    if not await _follows(acting):
        await acting.say("pode_ajudar")
    return again | was


def _has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


async def _follows(acting: Acting) -> bool:
    return await queries.something_follows(
        acting.move.conn, acting.turno_id, acting.asked.taken.id, now=acting.move.now
    )
