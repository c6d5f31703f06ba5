"""When a burst of messages is over (field note 5): short after a finished thought, longer while somebody still types.

Pure. The last message decides; the first unanswered one sets the limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from anna.whatsapp.models import Tipo


@dataclass(frozen=True, slots=True)
class Quiet:
    """How long to wait for more: seconds as timedeltas."""

    complete: timedelta = timedelta(seconds=2)  # after a sentence that ended, or one word
    open: timedelta = timedelta(seconds=6)  # after words without an end
    trailing: timedelta = timedelta(seconds=9)  # after words that announce more
    longest: timedelta = timedelta(seconds=25)  # after the first unanswered message, whatever still comes

    @classmethod
    def none(cls) -> Quiet:
        """No waiting at all."""
        return cls(timedelta(0), timedelta(0), timedelta(0), timedelta(0))


_WHOLE = frozenset({Tipo.AUDIO, Tipo.FIGURINHA, Tipo.LOCALIZACAO, Tipo.CONTATO, Tipo.ENQUETE, Tipo.REACAO})
"""What is an utterance by itself. A picture or a file is usually followed by words."""

_END = frozenset(".!?)")
_GOES_ON = frozenset(
    [
        "a",
        "ao",
        "as",
        "até",
        "com",
        "da",
        "das",
        "de",
        "do",
        "dos",
        "e",
        "em",
        "é",
        "mas",
        "na",
        "nas",
        "no",
        "nos",
        "o",
        "os",
        "ou",
        "para",
        "pra",
        "por",
        "porque",
        "pq",
        "q",
        "que",
        "quero",
        "queria",
        "se",
        "tipo",
        "um",
        "uma",
    ]
)


def when_to_answer(
    tipo: Tipo,
    texto: str | None,
    *,
    tapped: bool = False,
    now: datetime,
    first_unanswered: datetime | None = None,
    quiet: Quiet,
) -> datetime:
    """When to answer a burst whose newest message is this one.

    `tapped` says that it is an option that was tapped. `first_unanswered` is when the burst began; None means with this one.
    """
    due = now + _pause(tipo, texto, tapped, quiet)
    return min(due, (first_unanswered or now) + quiet.longest)


def _pause(tipo: Tipo, texto: str | None, tapped: bool, quiet: Quiet) -> timedelta:
    words = (texto or "").split()
    if tapped or tipo in _WHOLE:
        return quiet.complete
    if not words:
        return quiet.open
    last = words[-1].casefold()
    if last.endswith((",", ":", ";", "...", "…", "-")) or (last in _GOES_ON and len(words) > 1):
        return quiet.trailing
    finished = last[-1] in _END or not (last[-1].isalnum() or last[-1] in "\"'")  # the latter: an emoji
    return quiet.complete if finished or len(words) == 1 else quiet.open
