"""What the rules saw in one message, while it is being weighed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from anna.commands import Intent, RuleHit, Safety, YesNo
from anna.conversation.understanding.text.line import Line
from anna.when import When, WhenStatus

TASKS = frozenset(
    {
        Intent.RESCHEDULE,
        Intent.CANCEL,
        Intent.WAITLIST,
        Intent.LATE,
        Intent.CHECK_APPOINTMENT,
        Intent.DATA_RIGHTS,
        Intent.DATA_REQUEST,
        Intent.B2B,
        Intent.COMPLAINT,
    }
)
ASKS = frozenset(
    {
        Intent.PRICE,
        Intent.INFO,
        Intent.INFO_BOT,
        Intent.INFO_PREFERENCE,
        Intent.HOURS,
        Intent.LOCATION,
        Intent.PAYMENT,
        Intent.PROMO_INTEREST,
        Intent.MEDICAL_QUESTION,
        Intent.AVAILABILITY,
    }
)
COURTESIES = frozenset({Intent.GREET, Intent.THANKS, Intent.BYE})


@dataclass(slots=True)
class Findings:
    """Everything the rules saw in one message; arbitration edits it into a reading."""

    line: Line
    intents: set[Intent]
    procedure: tuple[str, ...] = ()
    when: When | None = None
    name: str | None = None
    phone: str | None = None
    safety: Safety | None = None
    perhaps: tuple[Safety | None, tuple[RuleHit, ...]] = (
        None,
        (),
    )  # what it resembles, if nothing else is understood
    optout: bool = False
    spoken: YesNo | None = None
    said_before: When | None = None
    procedures_before: tuple[str, ...] = ()
    # decided here
    yes_no: YesNo | None = None
    nps: int | None = None
    implied: YesNo | None = None
    slot: datetime | None = None
    choice: int | None = None
    human: bool = False
    refuses_some: bool = False  # of what was offered, not all of it
    answer: set[Intent] = field(default_factory=set)
    hits: list[RuleHit] = field(default_factory=list)

    @property
    def wishes_when(self) -> bool:
        """Whether a day or an hour is wished for, not only ruled out."""
        when = self.when
        return when is not None and (
            when.date_start is not None
            or when.date_end is not None
            or when.time_kind is not None
            or when.status is WhenStatus.AMBIGUOUS
        )

    @property
    def question(self) -> bool:
        """Whether the message asks."""
        return "?" in self.line.norm
