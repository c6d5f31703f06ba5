"""What a draft is written from, and what a model gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from anna.commands import Intent, Nuance, Reading
from anna.conversation.claims.models import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One row that a draft may rest on: `id` is what the model calls it, `facts` are its columns as they are said."""

    id: str
    about: str
    facts: tuple[Fact, ...]

    @property
    def row(self) -> tuple[str, str]:
        return self.facts[0].row

    @property
    def text(self) -> str:
        """What the row says, column by column, as a model reads it."""
        return "; ".join(f"{fact.campo}: {fact.texto}" for fact in self.facts)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A draft as a model gave it back: its words, and the sources it says it used."""

    text: str
    used: tuple[str, ...]


class Verdict(StrEnum):
    """What became of a wish for a draft, as `turnos.rascunho` keeps it."""

    WRITTEN = "escrito"
    REFUSED = "recusado"  # every draft said something that no row says
    DECLINED = "nao_sabe"  # the model found no answer in the rows
    UNANSWERED = "sem_modelo"  # no model answered in time, or none was allowed to be asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Free:
    """Words that a model wrote and that may be sent: every claim in them is bound to one of `facts`."""

    text: str
    facts: tuple[Fact, ...]


ASKED = frozenset(
    {Intent.PRICE, Intent.INFO, Intent.HOURS, Intent.LOCATION, Intent.PAYMENT, Intent.INFO_PREFERENCE}
)
"""Commands that only want to know something: these a draft may answer."""

_NOT_BESIDE = frozenset(
    {
        Intent.INFO_BOT, Intent.PROMO_INTEREST, Intent.CHECK_APPOINTMENT, Intent.MEDICAL_QUESTION, Intent.EMERGENCY,
        Intent.ADVERSE_REACTION, Intent.MINOR, Intent.COMPLAINT, Intent.INJECTION, Intent.INSULT, Intent.OPTOUT, Intent.HUMAN,
        Intent.DATA_REQUEST, Intent.DATA_RIGHTS, Intent.B2B, Intent.LATE,
    }
)  # fmt: skip
_NOT_SO = frozenset(
    {
        Nuance.UNLISTED, Nuance.ASKS_CATALOGUE, Nuance.ASKS_TO_ASK, Nuance.ASKS_TELEPHONE, Nuance.SAYS_PAID, Nuance.ASKS_AGAIN,
        Nuance.ASKS_MEANING, Nuance.ONLY_ASKED, Nuance.HAGGLES, Nuance.TOO_DEAR, Nuance.OTHER_PERSON, Nuance.NEW_NUMBER,
        Nuance.ASKS_CHEAPER, Nuance.ASKS_FREE, Nuance.ASKS_GUARANTEE, Nuance.ASKS_RECIPIENT, Nuance.ASKS_LANGUAGE, Nuance.CLAIMS_PRICE, Nuance.CLAIMS_PROMISE,
        Nuance.ASKS_ADVICE, Nuance.MISSENT,
    }
)  # fmt: skip


def may_be_drafted(reading: Reading) -> bool:
    """Whether a message is a question that a model may answer in its own words: never one that must be handled with care."""
    if reading.safety or reading.human or reading.optout:
        return False
    what_if = Nuance.WHAT_IF in reading.nuances  # asks about it and does not do it
    said = frozenset({Intent.INFO}) if what_if else reading.intents
    return bool(said & ASKED) and not said & _NOT_BESIDE and not reading.nuances & _NOT_SO
