"""What a message takes from the wish before it: "mas não esse sábado", "o outro", "então depois disso". Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from anna.conversation.understanding.dates.days import next_weekday
from anna.conversation.understanding.text.line import Line
from anna.when import Exclude, TimeKind, When, WhenStatus

_WISH = r"(?:(?:entao|e|mas|ai|dai|bem|logo|so|ser|que|pode|quero|queria|consigo|posso|prefiro|marca|tem|teria|seria|melhor|qualquer h|qualquer horario) )*"
_THAT = r"d(?:isso|ai|ess[ae](?: (?:h|horario|dia|data))?)"
_SIDE = rf"^{_WISH}(?:(?P<after>depois|apos|a partir)|antes) {_THAT}(?: (?:mesmo|entao|por favor|pode ser|ta bom|ok|ne))*[ .!?]*$"
_NOT_THIS = r"\b(?:nao|nem|menos|sem ser|tirando|exceto)(?: (?:e|era|quero|seria|pode ser|n?o|n?a))* n?(?:ess[ae]|est[ae])\b(?! (?:h|horario))"
_OTHER = rf"^{_WISH}(?:nao(?: e| era)? n?(?:ess[ae]|est[ae])(?: [a-z]+)? ?,? ?)?{_WISH}(?:n?[ao]|pr?[ao]|para [ao]) (?:outr[ao]|seguinte|proxim[ao])(?: (?:mesmo|entao|por favor|pode ser))*[ .!?]*$"
_OR_THEN = (
    r"^(?:(?:ah|ai|e|mas|bom|sei la|,) )*ou(?! (?:melhor|seja)\b)(?: (?:entao|ate|tambem|senao|talvez))*,? "
    r"|\b(?:tambem (?:da|pode|posso|serve|consigo|fica bom|e bom|rola|tenho|to livre)|(?:da|pode ser|posso|serve|consigo|rola) tambem)\b"
)
_MOST = 7  # days
_HOURS = frozenset({TimeKind.AT, TimeKind.AROUND, TimeKind.AFTER})


def continued(text: str, said: When | None, before: When, *, asked: bool) -> When | None:
    """`said`, with the day or the hour that `text` counts from the wish `before` it; `said` itself where it counts from nothing.

    `asked`: a day or an hour is asked for, so "o outro" is no other telephone.
    """
    line, day = Line.of(text), _single(before)
    if said is None and (side := line.find(_SIDE)):
        return _beyond(before, after=bool(side["after"]))
    if said is not None and _has_day(said):
        return _or_then(said, before) if line.find(_OR_THEN) else said
    if day is None:
        return said
    refused = said is not None and rules_out(said.exclude, day) and line.find(_NOT_THIS)
    if refused or (said is None and asked and line.find(_OTHER)):
        other = next_weekday(day, day.weekday())
        return When(date_start=other, date_end=other, clarify=True)
    return said


def rules_out(exclude: Exclude, day: date) -> bool:
    """Whether a day is among those that are ruled out."""
    return day in exclude.dates or _NAMES[day.weekday()] in exclude.weekdays


_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _beyond(before: When, *, after: bool) -> When | None:
    """Before or after the hour that was said, else the day."""
    if before.time_kind in _HOURS and before.time_start:
        hour = before.time_start
        if after:
            return When(time_kind=TimeKind.AFTER, time_start=hour)
        return When(time_kind=TimeKind.BEFORE, time_end=hour)
    day = _single(before)
    if day is None or not after:
        return None
    return When(date_start=day + timedelta(days=1))


def _or_then(said: When, before: When) -> When:
    """The days of both, where one more is said to do: "segunda", and then "ou quarta"; an hour of its own is the new day's alone."""
    days = {*_days(before), *_days(said)}
    if before.status is not WhenStatus.OK or said.status is not WhenStatus.OK or said.time_kind is not None:
        return said
    if not (_days(before) and _days(said)):
        return said
    return replace(said, date_start=min(days), date_end=max(days), dates=tuple(sorted(days)))


def _days(wish: When) -> tuple[date, ...]:
    """The days it names, where they are few."""
    if wish.dates:
        return wish.dates
    if wish.date_start is None or wish.date_end is None or (wish.date_end - wish.date_start).days >= _MOST:
        return ()
    return tuple(
        wish.date_start + timedelta(days=n) for n in range((wish.date_end - wish.date_start).days + 1)
    )


def _single(wish: When) -> date | None:
    return wish.date_start if wish.date_start == wish.date_end else None


def _has_day(wish: When) -> bool:
    return bool(wish.dates or wish.date_start or wish.date_end)
