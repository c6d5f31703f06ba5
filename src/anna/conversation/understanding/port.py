"""What an understander is asked, and what it must offer: the one port that offline rules and models share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from anna.clinica.calendar import DEFAULT as DEFAULT_CALENDAR, Calendar
from anna.commands import Intent, Reading
from anna.conversation.understanding.catalogue import DEFAULT as DEFAULT_CATALOGUE, Catalogue


class State(StrEnum):
    """What Anna is waiting for when the message arrives: it decides what a bare "10", "sim" or "Ana" is."""

    NONE = "none"
    ASK_PROCEDURE = "ask_procedure"
    ASK_WHEN = "ask_when"
    ASK_TIME = "ask_time"
    OFFER_SLOTS = "offer_slots"
    CONFIRM_BOOKING = "confirm_booking"
    ASK_NAME = "ask_name"
    ASK_PHONE = "ask_phone"
    REMINDER = "reminder"
    NPS = "nps"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """All that a reading may depend on besides the text.

    `reference_time` is when the message arrived (aware); `slots` are the offered starts, naive and local to the clinic, in the order
    they were numbered, `attends` who would attend then, by name, and `shown` the starts that were offered before these; `options` the labels of any other numbered question, in order; `outcome` is what a person of the clinic
    noted when giving the conversation back, until Anna has answered once. `about` are the first and the last of the days that are
    spoken of: a bare "quinta" or "dia 10" is the one among them; `asked_day` is that day, where it is one: "de tarde ou amanhã cedo"
    begins with it. `asked` is what the patient's last message, `before`, asked or wished: "e da
    virilha?" asks it again of something else. `under_way` are the slugs of what the open questions are about, `booked` of
    what is held or booked in this talk, where one of its family is named: "preenchimento" is that one. `in_danger` says that a person is
    awaited because of a danger that was told already.
    """

    reference_time: datetime
    state: State = State.NONE
    bot_text: str | None = None
    slots: tuple[datetime, ...] = ()
    attends: tuple[str, ...] = ()
    shown: tuple[datetime, ...] = ()
    options: tuple[str, ...] = ()
    calendar: Calendar = DEFAULT_CALENDAR
    catalogue: Catalogue = DEFAULT_CATALOGUE
    outcome: str | None = None
    about: tuple[date, date] | None = None
    asked_day: date | None = None
    asked: frozenset[Intent] = frozenset()
    before: str = ""
    under_way: tuple[str, ...] = ()
    booked: tuple[str, ...] = ()
    in_danger: bool = False

    @property
    def local_now(self) -> datetime:
        """The reference time on the clinic's wall clock, naive."""
        return self.reference_time.astimezone(self.calendar.tz).replace(tzinfo=None)


class Understander(Protocol):
    """Turns one message into a `Reading`; raises only `ProviderError`s, when something outside did not answer."""

    @property
    def name(self) -> str: ...

    async def read(self, text: str, context: Context) -> Reading: ...
