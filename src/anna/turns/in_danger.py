"""What is said to somebody in danger while nobody has come (decision 0019): every word hears where help is, until she says that it is over. Pure.

Nothing is sold meanwhile. Who suffers violence may have a telephone that others read: once she says so, or somebody else writes, nothing of it
is named any more.
"""

from __future__ import annotations

from collections.abc import Mapping

from anna.commands import Intent, Nuance, Safety
from anna.conversation.manners import IDENTITY
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold
from anna.turns.asked import Asked
from anna.turns.waiting_queries import DISCREET, KEPT, KEPT_NOW, NO_ONE_ELSE, NOW, SECRET, Awaited

DANGERS = frozenset(
    {Intent.EMERGENCY.value, Intent.ADVERSE_REACTION.value, Nuance.VIOLENCE.value, Nuance.WORSENS.value}
)

PASSED = "danger_passed"
"""The reason of a hand-off that was an emergency until the patient wrote that it is over; a person still looks into it."""

TOLD = frozenset({Intent.HOURS, Intent.LOCATION, Nuance.ASKS_REFUND})
"""What is told in danger beside where help is; who has something done or not, only of somebody whose telephone is her own."""

OWN = frozenset({Intent.CHECK_APPOINTMENT, Nuance.ASKS_PLACE, Nuance.ASKS_WHO})

_WHO = r"(?:ele|ela|marido|esposo|namorad[oa]|companheir[oa]|ex|pai|mae|alguem)"
_READ_BY_OTHERS = (
    rf"\b{_WHO} (?:sempre |tambem |fica )?(?:olha|ole|le|lendo|ve|olhando|vendo|mexe|mexendo|vigia|vigiando|fuca|confere)"
    r"(?: ?$| ?[.,;!]| (?:(?:o|a|as|no|nas|meu|minhas?) )*(?:tudo|celular|telefone|zap|whats\w*|conversa|mensage\w+|aqui|isso)\b)"
    r"|\b(?:apag\w+|delet\w+|exclu\w+) (?:\w+ ){0,2}(?:conversa|mensage\w+|tudo|isso)\b"
    r"|\bnao (?:me )?(?:mand[ae]m?|escreva\w*|ligue\w*|chame\w*)\b"
)
_AT_HAND = (
    r"\b(?:socorro|faca|arma|revolver|grit\w+|matar|bate\w*|bateu|bati|sangr\w+|chegou|chegando|porta)\b"
)
"""Danger that is there already: help is named, whoever reads it."""
_IS_ANOTHER = (
    r"\b(?:sou|aqui e|e|fala) (?:o |a )?(?:marido|esposo|esposa|namorad[oa]|companheir[oa]|irmao?|pai|mae|filh[oa]|noiv[oa]|ex)\b(?! me\b)"
    r"|\bo que (?:e que )?(?:ela|ele) (?:marcou|falou|disse|escreveu|contou|fez|quer|queria)\b"
)
_TELL_NOBODY = r"\bnao (?:\w+ )?(?:fal[ae]\w*|cont[ae]\w*|di(?:z|ga\w*)|pass[ae]\w*|inform[ae]\w*|confirm[ae]\w*)\b.{0,25}\b(?:nada|ninguem|ele|ela|onde|que eu)\b"
_OVER = (
    r"(?<!nao )(?<!num )(?<!nem )\b(?:(?:era|foi|tava|estava|to) (?:so |uma? )*(?:brinca\w+|zoeira|zuera|zoando|piada|alarme falso|panico|susto|engano)"
    r"|(?:ja |tudo )+(?:passou|melhor(?:ou|ei)|sarou|resolvi\w*)"
    r"|(?:to|estou|tou) (?:bem |muito |ja )?(?:bem|melhor)(?! (?:mal|ruim|pior|triste|tont\w+|frac\w+|sozinh\w+|cansad\w+|inchad\w+|rox\w+))\b)"
    r"|(?:^|[.,;!?\u2026] ?)(?:mas |agora )*passou ?(?:$|[.,;!])"
)
_FAREWELL = r"\b(?:tchau|adeus|dormir|perdao|me perdoa)\b"


def is_over(asked: Asked, awaited: Awaited) -> bool:
    """Whether who was in danger says that it has passed, or was none. A good-bye behind despair, or what was swallowed, never has."""
    text = fold(asked.burst.text)
    if asked.said() & DANGERS or not rx(_OVER).search(text):
        return False
    if awaited.motivo != Safety.SELF_HARM:
        return True
    return not (_is_now(asked, awaited) or rx(_FAREWELL).search(text))


def help_for(asked: Asked, awaited: Awaited) -> str | None:
    """The template that answers these words of somebody in danger; None where nobody is, or it is over."""
    kept = KEPT.get(awaited.motivo)
    if kept is None:
        return None
    if awaited.motivo == Nuance.VIOLENCE:
        return _beside_the_aggressor(asked, awaited) or kept
    if is_over(asked, awaited):
        return None
    now = KEPT_NOW.get(awaited.motivo)
    return now if now and _is_now(asked, awaited) else kept


def tellable(asked: Asked, awaited: Awaited) -> frozenset[str]:
    """What of these words rows answer, beside where help is."""
    said = asked.said()
    if awaited.motivo == Nuance.VIOLENCE:
        return said & TOLD
    hers = rx(r"\b(?:meu|minha)\b").search(fold(asked.burst.text)) and "?" in asked.burst.text
    asks = (
        {Intent.CHECK_APPOINTMENT.value} if hers and said & {Intent.SCHEDULE, Intent.AVAILABILITY} else set()
    )
    return (said & (TOLD | OWN)) | asks


def _is_now(asked: Asked, awaited: Awaited) -> bool:
    """Whether it is done, or about to be, by these words or by earlier ones."""
    told = NOW in awaited.said_at or not awaited.said_at.keys().isdisjoint(KEPT_NOW.values())
    return told or Nuance.WORSENS in asked.heard.reading.nuances


def _beside_the_aggressor(asked: Asked, awaited: Awaited) -> str | None:
    """What is said where others read, or write; None where she may be told of help."""
    text, said_at = fold(asked.burst.text), awaited.said_at
    if asked.heard.reading.nuances & set(IDENTITY) or rx(_IS_ANOTHER).search(text):
        return NO_ONE_ELSE
    if rx(_AT_HAND).search(text):
        return None
    if _since(said_at, NO_ONE_ELSE, awaited):
        return NO_ONE_ELSE if "?" in text else DISCREET
    if rx(_READ_BY_OTHERS).search(text) or rx(_OVER).search(text) or _since(said_at, DISCREET, awaited):
        return DISCREET
    return SECRET if rx(_TELL_NOBODY).search(text) else None


def _since(said_at: Mapping[str, object], template: str, awaited: Awaited) -> bool:
    """Whether that was said after danger was spoken of last."""
    at, danger = awaited.said_at.get(template), awaited.in_danger_at
    return at is not None and (danger is None or at >= danger)
