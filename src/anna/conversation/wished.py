"""What is wished beside anger: "que atendimento é esse, quero laser amanhã 9h" is a complaint, and a wish that is not lost. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from anna.commands import Intent, Reading, Safety

ANGRY = frozenset({Safety.ABUSE, Safety.COMPLAINT})
_WISHES = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY})
_PARTS = re.compile(r"(?<=[.!?;,\n])\s*|\s*\b(?:mas|porém|porem)\b\s*", re.IGNORECASE)


def wished_in_anger(text: str, reading: Reading, read: Callable[[str], Reading]) -> Reading | None:
    """The wish for a time, of a procedure or a day that is named, in what was said in anger; None where there is none."""
    if reading.safety not in ANGRY:
        return None
    calm = [part for part in _PARTS.split(text) if part and part.strip() and not read(part).safety]
    wish = read("\n".join(calm)) if calm else None
    if wish is None or wish.safety or not wish.intents & _WISHES or not (wish.procedure and wish.when):
        return None
    return wish
