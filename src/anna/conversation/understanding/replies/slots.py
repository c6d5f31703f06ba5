"""Which of the free times Anna named was picked: by number, ordinal, hour, day, part of the day, or as the earliest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time

from anna.commands import RuleHit
from anna.conversation.understanding.dates.times import PARTS, clock, read_times
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.choices import (
    is_refused,
    named_numbers,
    read_choice,
    refused_numbers,
)
from anna.conversation.understanding.text.line import Line, rx
from anna.when import TimeKind, When


def read_slot(
    line: Line,
    when: When | None,
    context: Context,
    *,
    out: frozenset[datetime] = frozenset(),
    ordinal: bool = False,
) -> tuple[datetime | None, RuleHit | None]:
    """The offered slot that was picked, none that is `out`: by number, ordinal, hour, day, part of the day, or as the earliest.

    With `ordinal` "a segunda" is the second one, whatever was offered on a Monday.
    """
    slots = context.slots
    if refuses_all(line):
        return None, None
    if line.find(_ASKED_OF):
        return None, None
    spoken_of = _just_spoken_of(line, context)
    if spoken_of and spoken_of not in out:
        return spoken_of, line.hit("answers.spoken_of", 0, len(line.norm), "the one that was spoken of")
    when = _without_refused(line, when, context)
    weekdays = frozenset(s.weekday() for s in slots) - ({0} if ordinal else set())
    if when is None or not has_wish(when) or _second_not_monday(line, weekdays):
        choice = read_choice(line, len(slots), weekdays=weekdays)
        if choice and slots[choice.number - 1] not in out:
            return slots[choice.number - 1], choice.hit
        when = _hour_alone(line, context, when) or when
    wished = [s for s in slots if s not in out and fits(s, when)] if when is not None else []
    picked = read_choice(line, len(slots), weekdays=weekdays) if len(wished) > 1 else None
    if picked:  # "o segundo de quinta"
        alike = slots[picked.number - 1]
        return alike if alike in wished else wished[min(picked.number, len(wished)) - 1], picked.hit
    return _by_time(line, when, context, out)


_THAT_ONE = (
    r"^\W*(?:(?:entao|ta|ok|bom|certo|otimo|beleza|sim|isso|ah|legal|perfeito|eu|,|\.|!) )*(?:vou (?:querer|de|ficar com)|quero|fico com|pode ser|fecha|fechado|marca|reserva|pego) "
    r"(?:ela|ele|ess[ae]|nel[ae]|ness[ae]|ess[ae] (?:mesm[ao]|dai|ai|h|horario))(?: (?:mesm[ao]|entao|ai|por favor|moca|viu))*\W*$"
)


def _just_spoken_of(line: Line, context: Context) -> datetime | None:
    """ "vou querer ela", where she has just asked about one of them: "a das 17h dura até que horas?"."""
    if not context.before or len(context.slots) < _FEWEST or not line.find(_THAT_ONE):
        return None
    named = named_slots(Line.of(context.before), context).slots
    return next(iter(named)) if len(named) == 1 else None


_FEWEST = 2


def refuses_all(line: Line) -> bool:
    """Whether none of them is wanted, or others."""
    return line.find(_NONE) is not None


_NONE = r"\b(?:nenhum|nenhuma|nem um|nem uma|outr[ao]s? (?:horarios?|dias?|h|datas?|opc\w+)|tem outr[ao]s?)\b"
# "esse de sexta é com quem?": asks of a slot, does not take it yet.
_ASKED_OF = r"^[^,.;!?]*\b(?:com quem|quem (?:atende|faz|vai|que)|com qual|qual (?:profissional|medic[ao]|doutora?|sala|unidade|endereco)|quanto (?:fica|custa|e|sai|tempo)|onde (?:e|fica)|e (?:na|no|com a|com o|em que|em qual) [a-z]+[^.!]{0,30}|demora|dura)\b[^.!]*\?"


def _second_not_monday(line: Line, weekdays: frozenset[int]) -> bool:
    """ "a segunda", when nothing was offered on a Monday, is the second one."""
    return (
        0 not in weekdays
        and line.find(
            r"\b(?:a|da|pela|ess[ae]|est[ae]) segunda\b(?! feira| que vem| de manha| a tarde| as|[^.!]*\?)|\b2 a$|^(?:quero |prefiro |sim , )?la segunda\W*$"
        )
        is not None
    )


_BARE = r"(?<![\w.,:/-])\d{1,2}(?![\w:/.,-]*\d| ?(?:x|reais|anos|min|pessoas)\b)"


def _without_refused(line: Line, when: When | None, context: Context) -> When | None:
    """ "o de 9 não, o outro de manhã": a bare hour of a slot that is refused rules it out."""
    hours = {slot.hour: slot.time() for slot in context.slots}
    refused = {
        hours[at.hour]
        for match in rx(_BARE).finditer(line.norm)
        if (at := clock(int(match.group()), 0, ""))
        and at.hour in hours
        and int(match.group()) > len(context.slots)
        if is_refused(line.norm, match.start(), match.end())
    }
    if not refused:
        return when
    known = when or When()
    return replace(known, exclude=replace(known.exclude, times=(*known.exclude.times, *sorted(refused))))


def _hour_alone(line: Line, context: Context, when: When | None) -> When | None:
    """ "11", "no de 9", when there are fewer slots than that, is an hour, or else the day; the last that is not refused."""
    refused = when.exclude.times if when else ()
    exact = [atom for atom in read_times(line, day_said=True)[0] if atom.at.minute]
    said: list[When] = []
    for match in rx(_BARE).finditer(line.norm):
        number = int(match.group())
        whole = next((one.at for one in exact if one.start <= match.start() < one.end), None)
        at = whole or clock(number, 0, "")  # of "14h30" the 14 is no hour
        if number <= len(context.slots) or at in refused or is_refused(line.norm, match.start(), match.end()):
            continue
        days = {slot.date() for slot in context.slots if slot.day == number}
        if at and any(slot.hour == at.hour and whole in {None, slot.time()} for slot in context.slots):
            said.append(When(time_kind=TimeKind.AT, time_start=at))
        elif len(days) == 1:
            day = days.pop()
            said.append(When(date_start=day, date_end=day))
        elif at:
            said.append(When(time_kind=TimeKind.AT, time_start=at))
    return said[-1] if said else None


def has_wish(when: When) -> bool:
    return when.date_start is not None or when.time_kind is not None or when.date_end is not None


# (how the pick is said, which of those that fit it is)
_PICKS: tuple[tuple[str, Callable[[list[datetime]], datetime]], ...] = (
    (
        r"\b(?:mais cedo|primeiro horario|quanto antes|mais proxim[ao]|mais perto|mais rapido|que (?:for|vier|vem|tiver|e|seja) (?:antes|primeiro))\b",
        min,
    ),
    (r"\b(?:mais tarde|ultimo horario)\b", max),
    (
        r"\b(?:qualquer|tanto faz|[oa] que for melhor|o melhor para voces?|escolhe (?:voce|ai|tu)|voces? que sabem?|(?:os|as) (?:2|duas|3) (?:serve\w*|da\w*|ta\w*|pode\w*|fica\w*)|amb[ao]s|todos servem)\b",
        lambda slots: slots[0],
    ),
)


def _by_time(
    line: Line, when: When | None, context: Context, out: frozenset[datetime]
) -> tuple[datetime | None, RuleHit | None]:
    slots = context.slots
    whole = line.hit("answers.slot", 0, len(line.norm), "offered slot")
    if line.find(
        r"\b(?:tem|teria|nao tem|consegue)\b.*\bmais (?:cedo|tarde)\b|^(?:e )?(?:um )?(?:pouco )?mais (?:cedo|tarde) ?\?"
    ):
        return None, None
    refused = refused_numbers(line, len(slots), frozenset(slot.weekday() for slot in slots))
    left = [
        slot
        for number, slot in enumerate(slots, 1)
        if number not in refused and slot not in out and (when is None or not is_ruled_out(slot, when))
    ]
    fitting = _fitting(line, when, left, shown=context.shown)
    for pattern, pick in _PICKS:
        if fitting and rx(pattern).search(line.norm):
            return pick(fitting), whole
    if when is not None and when.time_kind is TimeKind.AT and len(fitting) > 1:
        fitting = [s for s in fitting if s.time() == when.time_start] or fitting
    return (fitting[0], whole) if when is not None and len(fitting) == 1 else (None, None)


def _fitting(
    line: Line, when: When | None, left: list[datetime], *, shown: tuple[datetime, ...]
) -> list[datetime]:
    """Those of the slots that a wish leaves; where none does, those at its hour, or on its weekday in another week.

    Whoever names an hour that was `shown` before means that one, and not half an hour later.
    """
    if when is None or not has_wish(when):
        return left
    fitting = [slot for slot in left if fits(slot, when)]
    anew = when.date_start is not None and len({slot.date() for slot in left}) == 1
    if not fitting and not anew and not any(fits(slot, when) for slot in shown):
        fitting = [slot for slot in left if _same_hour(slot, when)]
    if fitting or line.find(_DATE):
        return fitting
    return [slot for slot in left if _same_weekday(slot, when)]


_DATE = r"\bdia \d|\d ?/ ?\d|\bd[eo] (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b|\b(?:n|d)?(?:ess|est)a semana\b|\bsemana que vem\b|\bproxima semana\b|\b(?:segunda|terca|quarta|quinta|sexta|sabado) agora\b|\bess[ae] agora\b"
"""A day that is named by its date, or with its week, is that day, and not the same weekday of another week."""


def _same_weekday(slot: datetime, when: When) -> bool:
    """ "quinta", of an offer for the Thursday after next."""
    first, last = when.date_start, when.date_end
    if first is None or last is None or slot.date() <= last:
        return False
    weekend = first.weekday() == _SATURDAY and (last - first).days == 1 and when.dates is None
    days = when.dates or ((first, last) if weekend or first == last else ())
    return any(slot.weekday() == day.weekday() for day in days) and _time_matches(slot, when)


def _same_hour(slot: datetime, when: When) -> bool:
    """ "às 14", of the one at 14:30."""
    at = when.time_start
    whole = when.time_kind is TimeKind.AT and at is not None and at.minute == 0
    return whole and at is not None and slot.hour == at.hour and _day_matches(slot, when)


_SATURDAY = 5
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def is_ruled_out(slot: datetime, when: When) -> bool:
    out = when.exclude
    if slot.date() in out.dates or _WEEK[slot.weekday()] in out.weekdays or slot.time() in out.times:
        return True
    return any(PARTS[part][0] <= slot.time() < PARTS[part][1] for part in out.dayparts)


def fits(slot: datetime, when: When) -> bool:
    return not is_ruled_out(slot, when) and _day_matches(slot, when) and _time_matches(slot, when)


def _day_matches(slot: datetime, when: When) -> bool:
    if when.dates:
        return slot.date() in when.dates
    if when.date_start and when.date_start == when.date_end:
        days = (slot.date() - when.date_start).days
        return days == 0 or (days % 7 == 0 and when.clarify)
    return not (when.date_start and slot.date() < when.date_start) and not (
        when.date_end and slot.date() > when.date_end
    )


def _time_matches(slot: datetime, when: When) -> bool:
    if when.time_kind is None:
        return True
    if when.done:
        return False  # how long it takes is not known here, so that it picks nothing
    at, first, last = slot.time(), when.time_start, when.time_end
    if when.time_kind is TimeKind.AT and first:
        twelve_later = first.replace(hour=(first.hour + 12) % 24)
        return at in {first, twelve_later}
    if when.time_kind is TimeKind.AROUND and first:
        return abs((at.hour - first.hour) * 60 + at.minute - first.minute) <= 30
    return not (first and at < first) and not (last and at >= last)


def slots_left(when: When, context: Context) -> int:
    """How many of the offered slots a wish leaves standing."""
    wished = has_wish(when)
    return sum(fits(s, when) if wished else not is_ruled_out(s, when) for s in context.slots)


def slots_alike(line: Line, when: When, context: Context) -> int:
    """How many of the offered slots are on the weekday of a wish, in another week."""
    return 0 if line.find(_DATE) else sum(_same_weekday(slot, when) for slot in context.slots)


_ANY_DAY = r"\bqualquer (?:outr[ao] )?(?:dia|data|horario|h)\b"
_ANY = r"\b(?:qualquer (?:um|uma|1)|tanto faz|tod[ao]s|tudo)\b"


def wishes_any_but(line: Line, when: When | None, context: Context) -> bool:
    """Whether any day will do but some, or more than one of the times is left: "qualquer dia menos segunda" wishes, and chooses none."""
    if (
        when is None
        or has_wish(when)
        or not (when.exclude.weekdays or when.exclude.dates or when.exclude.dayparts)
    ):
        return False
    return line.find(_ANY_DAY) is not None or (line.find(_ANY) is not None and slots_left(when, context) > 1)


# "cedo demais", "8h30 é muito cedo": how an hour is judged, and no part of the day.
TOO = r"\b(?:(?:e|eh|ta|fica|muito|meio|bem|tao|super|tudo|um pouco) )*(?<!\bde )(?<!\ba )(?<!\bda )(?<!\bna )(?<!\bpela )(?:cedo|cedinho|tarde)\b(?: demais)?"
# Hidden so that a day is found whatever is said of it.
_SAID_OF_IT = (
    r"\b(?:nao|num|nem|nunca|menos|tirando|exceto|jamais|tenho|trabalho|estudo|to|estou|talvez|porque|se)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The offered slots that some words name; `hours` are theirs where they were named by nothing else.

    `alike`: one day or hour names several of them.
    """

    slots: frozenset[datetime] = frozenset()
    hours: frozenset[time] = frozenset()
    alike: bool = False


def named_slots(line: Line, context: Context) -> Named:
    """The offered slots that `line` names, by number, day or hour, whatever it says of them."""
    slots = context.slots
    if not slots or not rx(r"[^\W_]").search(line.norm):
        return Named()
    numbers = named_numbers(line, len(slots), frozenset(slot.weekday() for slot in slots))
    named = {slots[number - 1] for number in numbers}
    for match in rx(TOO).finditer(line.norm):
        line = line.hide(*match.span())
    said, plain = read_when(line, context)[0], line
    for match in rx(_SAID_OF_IT).finditer(line.norm):
        plain = plain.hide(*match.span())
    when = read_when(plain, context)[0]
    named |= {slot for slot in slots if said is not None and is_ruled_out(slot, said)}
    atoms = read_times(line, day_said=True)[0]
    for atom in atoms:
        line = line.hide(atom.start, atom.end)  # "10 h 30" is no 10 h too
    hours = {atom.at for atom in atoms} | _bare_hours(line, slots)
    if not hours:
        named |= {s for s in slots if when is not None and has_wish(when) and fits(s, when)}
        alike = not numbers and len(named) > len({slot.date() for slot in named})
        return Named(frozenset(named), alike=alike and not line.find(_ALL_BUT))
    at_hour = {slot for slot in slots if any(_is_at(slot, at) for at in hours)}
    on_day = {slot for slot in at_hour if when is None or _day_matches(slot, when)} or at_hour
    dated = when is not None and (when.date_start is not None or when.date_end is not None)
    times = frozenset() if dated else frozenset(slot.time() for slot in at_hour)
    return Named(frozenset(named | on_day), times, alike=len(on_day) > len(hours))


_ALL_BUT = r"\b(?:menos|tirando|exceto)\b"
"""Whoever makes an exception takes what is left."""


def _bare_hours(line: Line, slots: tuple[datetime, ...]) -> set[time]:
    """ "9 é cedo demais", where there is no ninth."""
    bare = (int(match.group()) for match in rx(_BARE).finditer(line.norm))
    return {at for number in bare if number > len(slots) and (at := clock(number, 0, "")) is not None}


def _is_at(slot: datetime, at: time) -> bool:
    """ "às 2", "às 14", of the one at 14:30 too."""
    hour = at.hour if at.hour == slot.hour else (at.hour + 12) % 24
    return hour == slot.hour and at.minute in {0, slot.minute}
