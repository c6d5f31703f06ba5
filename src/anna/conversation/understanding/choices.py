"""Which of several things Anna offered was picked: a numbered option, or one of the free times she named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from anna.commands import RuleHit, TimeKind, When
from anna.conversation.understanding.answers import INSTEAD
from anna.conversation.understanding.line import Line, rx
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.times import PARTS, clock
from anna.kit.text import fold

_ORDINALS: tuple[tuple[str, int], ...] = (
    (r"primeir[ao]|1 [ao]\b", 1),
    (r"segund[ao]|2 [ao]\b", 2),
    (r"terceir[ao]|3 [ao]\b", 3),
    (r"quart[ao]|4 [ao]\b", 4),
    (r"quint[ao]|5 [ao]\b", 5),
    (r"(?:d[ao]|op\w+) meio", 0),
    (r"penultim[ao]", -2),
    (r"ultim[ao]", -1),
)
_LETTERS = {"a": 1, "b": 2, "com": 3, "de": 4}  # "c" and "d" are abbreviations of these
_OPTION = r"(?:opcao|numero|n|alternativa|horario|opc|item|op|letra|num)"
_NUMBER = rf"(?<![\w.,:/-])(?:(?:{_OPTION}|o|a|no|na|quero|prefiro|fico com|pode ser|vou de|escolho|marca|com|esse|essa|#) )*(?P<n>\d)(?! ?(?:h\b|:|da (?:manha|tarde|noite)|e meia|/|min|pessoas|x\b|vezes|reais|anos|sess|a feira|dias?))(?!\d|[\w.,/-]\w)"
_KEYCAPS = {"1️⃣": 1, "2️⃣": 2, "3️⃣": 3, "4️⃣": 4, "5️⃣": 5}


@dataclass(frozen=True, slots=True)
class Choice:
    """The 1-based number that was picked."""

    number: int
    hit: RuleHit


def read_choice(line: Line, count: int, *, weekdays: frozenset[int] = frozenset()) -> Choice | None:
    """The option picked by number or ordinal, out of `count`. On `weekdays` (0 = Monday) there are slots: "segunda" may mean a day."""
    left = _left(line, count)
    if left:
        return left
    days = {0: "segund", 2: "quart", 3: "quint"}
    for pattern, number in _ORDINALS:
        for match in rx(
            rf"(?:\b|^)(?:(?:a|o|na|no|{_OPTION}) )?(?:{pattern})(?! feira)(?: {_OPTION})?\b"
        ).finditer(line.norm):
            chosen = {-2: count - 1, -1: count, 0: (count + 1) // 2 if count % 2 else 0}.get(number, number)
            explicit = rx(rf"\b{_OPTION}\b").search(match.group()) is not None
            is_day = any(f"{word}a" in match.group() for word in days.values())
            article = match.group().startswith(("a ", "o "))
            if (
                is_day
                and not explicit
                and (not article or any(d in weekdays and w in match.group() for d, w in days.items()))
            ):
                continue
            if 1 <= chosen <= count and not _refused(line.norm, match.start(), match.end()):
                return Choice(chosen, line.hit("answers.ordinal", match.start(), match.end(), str(chosen)))
    return _by_letter(line, count) or _by_number(line, count)


_REFUSED = (
    r"\b(?:nem|menos|tirando|exceto)(?: (?:o|a|n))? (?P<a>\d|{ORD})(?: (?:e|nem|ou) (?:o |a )?(?P<b>\d|{ORD}))?\b(?! ?(?:h\b|:))|"
    r"\b(?:o|a) (?P<c>\d|{ORD})(?: e (?:o |a )?(?P<d>\d|{ORD}))?(?: (?:eu|ja))? nao\b(?! (?:sei|tem problema))|"
    r"\b[ao]s (?P<n>[2-4]) (?:primeir|ultim)[ao]s(?: (?:eu|ja))? nao\b"
).replace("{ORD}", r"(?:primeir|segund|terceir|quart|ultim)[ao]")


def _left(line: Line, count: int) -> Choice | None:
    """The one option that refusing the others by number leaves: "os dois primeiros não", "menos o 1 e o 3"."""
    refused: set[int] = set()
    for match in rx(_REFUSED).finditer(line.norm):
        several = int(match["n"] or 0)
        first = 1 if "primeir" in match.group() else count - several + 1
        refused |= set(range(first, first + several))
        refused |= {_option(match[name], count) for name in "abcd" if match[name]}
    left = set(range(1, count + 1)) - refused
    if len(left) != 1 or not refused:
        return None
    number = left.pop()
    return Choice(number, line.hit("answers.left", 0, len(line.norm), str(number)))


def _option(word: str, count: int) -> int:
    stems = {"primeir": 1, "segund": 2, "terceir": 3, "quart": 4, "ultim": count}
    return int(word) if word.isdigit() else stems[word[:-1]]


def _by_letter(line: Line, count: int) -> Choice | None:
    match = line.find(r"\b(?:opcao|letra|alternativa) (?P<l>a|b|com|de)[^\w]*$")
    number = _LETTERS[match["l"]] if match else 0
    if match is None or number > count:
        return None
    return Choice(number, line.hit("answers.letter", match.start(), match.end(), str(number)))


def _by_number(line: Line, count: int) -> Choice | None:
    found = []
    for match in rx(_NUMBER).finditer(line.norm):
        number = int(match["n"])
        clock = rx(r"\b(?:as|das|umas|dia|ate|depois|antes|pelas) ?$").search(line.norm[: match.start("n")])
        if 1 <= number <= count and not clock and not _refused(line.norm, match.start(), match.end()):
            found.append((number, match))
    corrected = found and rx(INSTEAD).search(line.norm[found[0][1].end() : found[-1][1].start()])
    if not corrected and len({number for number, _ in found}) != 1:
        return None
    number, match = found[-1]
    return Choice(number, line.hit("answers.number", match.start(), match.end(), str(number)))


def _refused(norm: str, start: int, end: int) -> bool:
    return bool(
        rx(r"\b(?:nao|menos|nem|exceto)(?: (?:a|o|quero|posso|pode|ser|da|na|no|e))* ?$").search(norm[:start])
        or rx(r"^ nao\b(?! tem problema)").match(norm[end:])
    )


def read_label(line: Line, options: tuple[str, ...]) -> Choice | None:
    """The option whose label (or the words that only it has) the message repeats."""
    said = set(rx(r"\w+").findall(line.norm))
    labels = [set(rx(r"\w+").findall(fold(option))) for option in options]
    scores = [len(said & (words - set().union(*(w for w in labels if w is not words)))) for words in labels]
    best = max(scores, default=0)
    if not best or scores.count(best) > 1:
        return None
    number = scores.index(best) + 1
    return Choice(number, line.hit("answers.label", 0, len(line.norm), str(number)))


def read_slot(line: Line, when: When | None, context: Context) -> tuple[datetime | None, RuleHit | None]:
    """The offered slot that was picked: by number, ordinal, hour, day, part of the day, "o mais cedo", or the only one by a yes."""
    slots = context.slots
    if rx(
        r"\b(?:nenhum|nenhuma|nem um|nem uma|outr[ao]s? (?:horarios?|dias?|h|datas?|opc\w+)|tem outr[ao]s?)\b"
    ).search(line.norm):
        return None, None
    weekdays = frozenset(s.weekday() for s in slots)
    if when is None or not _has_wish(when) or _second_not_monday(line, weekdays):
        choice = read_choice(line, len(slots), weekdays=weekdays)
        if choice:
            return slots[choice.number - 1], choice.hit
        when = _hour_alone(line, len(slots)) or when
    wished = [slot for slot in slots if _matches(slot, when)] if when is not None else []
    picked = read_choice(line, len(slots), weekdays=weekdays) if len(wished) > 1 else None
    if picked:  # "o segundo de quinta"
        alike = slots[picked.number - 1]
        return alike if alike in wished else wished[min(picked.number, len(wished)) - 1], picked.hit
    return _by_time(line, when, slots)


def _second_not_monday(line: Line, weekdays: frozenset[int]) -> bool:
    """ "a segunda", when nothing was offered on a Monday, is the second one."""
    return (
        0 not in weekdays
        and line.find(r"\ba segunda\b(?! feira| que vem| de manha| a tarde| as)|\b2 a$") is not None
    )


def _hour_alone(line: Line, count: int) -> When | None:
    """ "11", "no de 9", when there are fewer slots than that, is an hour; the last that is not refused."""
    hours = [
        clock(int(match.group()), 0, "")
        for match in rx(r"(?<![\w.,:/-])\d{1,2}(?![\w:/.,-]*\d| ?(?:x|reais|anos|min|pessoas)\b)").finditer(
            line.norm
        )
        if int(match.group()) > count and not _refused(line.norm, match.start(), match.end())
    ]
    said = [at for at in hours if at]
    return When(time_kind=TimeKind.AT, time_start=said[-1]) if said else None


def _has_wish(when: When) -> bool:
    return when.date_start is not None or when.time_kind is not None or when.date_end is not None


def _by_time(
    line: Line, when: When | None, slots: tuple[datetime, ...]
) -> tuple[datetime | None, RuleHit | None]:
    whole = line.hit("answers.slot", 0, len(line.norm), "offered slot")
    if line.find(
        r"\b(?:tem|teria|nao tem|consegue)\b.*\bmais (?:cedo|tarde)\b|^(?:e )?(?:um )?(?:pouco )?mais (?:cedo|tarde) ?\?"
    ):
        return None, None
    wish = when is not None and _has_wish(when)
    left = [slot for slot in slots if when is None or not _excluded(slot, when)]
    for pattern, pick in (
        (r"\b(?:mais cedo|primeiro horario|quanto antes|mais proxim[ao])\b", min),
        (r"\b(?:mais tarde|ultimo horario)\b", max),
        (r"\b(?:qualquer|tanto faz|o que for melhor|o melhor para voces?)\b", _first),
    ):
        fitting = [slot for slot in left if when is None or not wish or _matches(slot, when)]
        if fitting and (not wish or pick is not _first) and rx(pattern).search(line.norm):
            return pick(fitting), whole
    if when is None:
        return None, None
    fitting = [slot for slot in left if not wish or _matches(slot, when)]
    if wish and len(fitting) > 1 and when.time_kind is TimeKind.AT:
        fitting = [s for s in fitting if s.time() == when.time_start] or fitting
    if wish and not fitting:
        fitting = [slot for slot in left if _same_hour(slot, when)] or [
            slot for slot in left if _same_weekday(slot, when)
        ]
    return (fitting[0], whole) if len(fitting) == 1 else (None, None)


def _first(slots: list[datetime]) -> datetime:
    return slots[0]


def _same_weekday(slot: datetime, when: When) -> bool:
    """ "quinta", of an offer for the Thursday after next."""
    day = when.date_start
    alike = day is not None and day == when.date_end and slot.date() > day and slot.weekday() == day.weekday()
    return alike and _time_matches(slot, when)


def _same_hour(slot: datetime, when: When) -> bool:
    """ "às 14", of the one at 14:30."""
    at = when.time_start
    whole = when.time_kind is TimeKind.AT and at is not None and at.minute == 0
    return whole and at is not None and slot.hour == at.hour and _day_matches(slot, when)


_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _excluded(slot: datetime, when: When) -> bool:
    out = when.exclude
    if slot.date() in out.dates or _WEEK[slot.weekday()] in out.weekdays or slot.time() in out.times:
        return True
    return any(PARTS[part][0] <= slot.time() < PARTS[part][1] for part in out.dayparts)


def _matches(slot: datetime, when: When) -> bool:
    return not _excluded(slot, when) and _day_matches(slot, when) and _time_matches(slot, when)


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
    at, first, last = slot.time(), when.time_start, when.time_end
    if when.time_kind is TimeKind.AT and first:
        twelve_later = first.replace(hour=(first.hour + 12) % 24)
        return at in {first, twelve_later}
    if when.time_kind is TimeKind.AROUND and first:
        return abs((at.hour - first.hour) * 60 + at.minute - first.minute) <= 30
    return not (first and at < first) and not (last and at >= last)


def slots_left(when: When, context: Context) -> int:
    """How many of the offered slots a wish leaves standing."""
    fits = _matches if _has_wish(when) else lambda slot, ruled: not _excluded(slot, ruled)
    return sum(fits(slot, when) for slot in context.slots)


def slots_alike(when: When, context: Context) -> int:
    """How many of the offered slots are on the weekday of a wish, in another week."""
    return sum(_same_weekday(slot, when) for slot in context.slots)
