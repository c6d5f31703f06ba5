"""What a clinic's opening hours show: that it is open then, or closed; never that anything is free, nor that somebody is there."""

from __future__ import annotations

import re

from anna.conversation.claims.models import Claim, ClaimKind
from anna.kit.dates import FOLDED_WEEKDAYS

_DAY = "|".join(FOLDED_WEEKDAYS)
RANGE = re.compile(rf"\b({_DAY})(?:-feira)? (?:a|ate) (?:o |a )?({_DAY})\b")

COLUMNS = frozenset({"horarios", "resposta"})
"""Where a clinic says when it is open."""

_CLOSED = re.compile(
    rf"\bfech\w+\b(?!\s+(?:so |apenas |sempre )?(?:as|ao meio|a uma|a meia)\b)|\bnao (?:abr|atend|funcion|trabalh)\w*"
    rf"|\b(?:feriado|{_DAY})s?(?:-feiras?)? nao\b"
)
_FREE = re.compile(
    r"\b(?:vagas?|livres?|dispon\w+|encaix\w+|tenho|consigo|esper\w+|temos (?:um )?horario"
    r"|(?:seu|sua|teu|tua) (?:nov[ao] |proxim[ao] )?(?:consulta|sessao|horario|hora|vez|atendimento|procedimento|aplicacao|retorno|avaliacao))\b"
    rf"|^\W*(?:entao )?ate (?:a |o |na |no )?(?:proxim[ao] )?(?:{_DAY})(?:-feira)?\W*$"
)


def days_of(match: re.Match[str]) -> list[str]:
    """The days of a `RANGE`, both ends among them; over the week's end where it runs backwards."""
    first, last = FOLDED_WEEKDAYS.index(match[1]), FOLDED_WEEKDAYS.index(match[2])
    return [f"semana {(first + more) % 7}" for more in range((last - first) % 7 + 1)]


def says_closed(folded: str) -> bool:
    """Whether a sentence says that nobody is there; who closes at an hour is there until then."""
    return bool(_CLOSED.search(folded))


def says_free(folded: str) -> bool:
    """Whether a sentence speaks of a time that somebody may have, or has."""
    return bool(_FREE.search(folded))


def same_hour(claim: Claim, known: Claim, *, of_clinic: bool) -> bool:
    """Whether two hours are one: never the one at which a clinic opens and the one at which it closes, or something else is.

    From nine to seven is not what is said of a clinic that is open from nine to twelve and from one to seven.
    """
    if known.kind is not ClaimKind.TIME or known.value != claim.value:
        return False
    if not (known.about and of_clinic):
        return True
    return known.about == claim.about or known.about.split()[0] == claim.about
