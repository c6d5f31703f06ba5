"""What a clinic may call its procedures besides their names: words that say that and nothing else."""

from __future__ import annotations

from anna.conversation.understanding.facts.common_words import COMMON
from anna.conversation.understanding.facts.procedures import sound, spelt_of

_SHORTEST = 3
_DAYS = frozenset(
    [
        "segunda",
        "terca",
        "quarta",
        "quinta",
        "sexta",
        "sabado",
        "domingo",
        "feira",
        "manha",
        "feriado",
        "janeiro",
        "fevereiro",
        "marco",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ]
)


def heard(name: str) -> tuple[str, ...]:
    """What is heard of a name: two names that sound the same are one."""
    return tuple(map(sound, spelt_of(name)))


def can_name(name: str) -> bool:
    """Whether a procedure may be called so: by some word that not everybody uses for something else."""
    return any(
        len(w) >= _SHORTEST and w.isalpha() and w not in COMMON and w not in _DAYS for w in spelt_of(name)
    )
