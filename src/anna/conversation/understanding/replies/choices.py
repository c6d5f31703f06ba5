"""Which of several things Anna offered was picked: a numbered option, or one of the free times she named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from anna.commands import RuleHit, TimeKind, When
from anna.conversation.understanding.dates.times import PARTS, clock
from anna.conversation.understanding.intents.scores import INSTEAD
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

# (how it is said, the number; 0 is the middle one, below 0 counts from the end)
_ORDINALS: tuple[tuple[str, int], ...] = (
    (r"primeir[ao]|1 [ao]\b|de cima", 1),
    (r"segund[ao]|2 [ao]\b", 2),
    (r"terceir[ao]|3 [ao]\b", 3),
    (r"quart[ao]|4 [ao]\b", 4),
    (r"quint[ao]|5 [ao]\b", 5),
    (r"(?:d[ao]|op\w+) meio", 0),
    (r"penultim[ao]", -2),
    (r"ultim[ao]|(?:de ?)baixo|do fim", -1),
)
_DAYS = {0: "segunda", 2: "quarta", 3: "quinta"}
_LETTERS = {"a": 1, "b": 2, "com": 3, "c": 3, "de": 4, "d": 4}  # "c" and "d" are abbreviations of words
_OPTION = r"(?:opcao|numero|n|alternativa|horario|opc|item|op|letra|num)"
_POINTS = r"(?:ess[ae]|est[ae]|a|o|na|no|da|do|pel[ao])"
_NUMBER = rf"(?<![\w.,:/-])(?:(?:{_OPTION}|o|a|no|na|quero|prefiro|fico com|pode ser|vou de|escolho|marca|com|esse|essa|#) )*(?P<n>\d)(?! ?(?:h\b|:|da (?:manha|tarde|noite)|e meia|/|min|pessoas|x\b|vezes|reais|anos|sess|a feira|dias?|opc\w+|horarios?))(?!\d|[\w.,/-]\w)"
_ONE = rf"(?:^(?:(?:{_OPTION}|o|a|quero|pode ser|marca|escolho|vou de) )*|\b{_OPTION} )(?P<n>uma?)(?=[^\w]*$)"
# "a 2, mas se vagar a 1 me chama", "a 1, se não der a 2": what would be, should another thing happen.
_SHOULD = r"(?:[,.;] ?)?\b(?:mas |e |ou )?(?:se|caso) (?:nao |num |alguem |por acaso |ela |ele )*(?:vag\w+|abr\w+|surg\w+|der|tiver|puder|desist\w+|liber\w+|aparec\w+|sobr\w+|desmarc\w+|cancel\w+)\b.*$"
_BOTH = r"\b(?:tambem|ou)\b"
# "deixa eu ver com minha mãe primeiro": before anything else, and no option.
_FIRST_OF_ALL = r"\b(?:receber|ver|verificar|consultar|pensar|falar|conversar|perguntar|conferir|olhar|resolver|saber|organizar|esperar|checar|decidir)(?: [a-z]+){0,4}?(?<! o)(?<! esse)(?<! este)(?<! no)(?<! do)(?<! pelo) primeiro\b(?! (?:horario|h|dia)\b)"


@dataclass(frozen=True, slots=True)
class Choice:
    """The 1-based number that was picked."""

    number: int
    hit: RuleHit


@dataclass(frozen=True, slots=True)
class _Mention:
    """A number of the list, said at `line.norm[start:end]`."""

    number: int
    start: int
    end: int
    rule: str


def read_choice(line: Line, count: int, *, weekdays: frozenset[int] = frozenset()) -> Choice | None:
    """The option picked by number, ordinal or letter, out of `count`. On `weekdays` (0 = Monday) there are slots: "segunda" may mean a day."""
    left = _left(line, count)
    if left:
        return left
    should = line.find(_SHOULD)
    if should and should.start():
        line = line.hide(should.start(), should.end())
    first = line.find(_FIRST_OF_ALL)
    if first:
        line = line.hide(first.start(), first.end())
    said = [*_ordinals(line, count, weekdays), *_letters(line, count), *_numbers(line, count)]
    meant = sorted((m for m in said if not _refused(line.norm, m.start, m.end)), key=lambda m: m.start)
    if not meant:
        return None
    between = line.norm[meant[0].end : meant[-1].start]
    corrected = rx(INSTEAD).search(between) and not rx(_BOTH).search(line.norm[meant[0].end :])
    if not corrected and len({m.number for m in meant}) > 1:
        return None
    last = meant[-1]
    return Choice(last.number, line.hit(last.rule, last.start, last.end, str(last.number)))


def _ordinals(line: Line, count: int, weekdays: frozenset[int]) -> list[_Mention]:
    found: list[_Mention] = []
    for pattern, number in _ORDINALS:
        for match in rx(
            rf"(?:\b|^)(?:(?:{_POINTS}|{_OPTION}) )?(?:{pattern})(?! feira| (?:que vem|agora|as \d))(?: {_OPTION})?\b"
        ).finditer(line.norm):
            chosen = {-2: count - 1, -1: count, 0: (count + 1) // 2 if count % 2 else 0}.get(number, number)
            if 1 <= chosen <= count and not _is_weekday(line, match, weekdays):
                found.append(_Mention(chosen, match.start(), match.end(), "answers.ordinal"))
    return found


def _is_weekday(line: Line, match: re.Match[str], weekdays: frozenset[int]) -> bool:
    """Whether "segunda" is the day rather than the second: it stands alone, or there is a slot on that day."""
    said = match.group()
    day = next((day for day, word in _DAYS.items() if word in said), None)
    if day is None or rx(rf"\b{_OPTION}\b").search(said):
        return False
    if day in weekdays:
        return True
    points = rx(rf"^{_POINTS} ").match(said) is not None and not said.startswith(("na ", "no "))
    return not points or "?" in line.norm


_ORD = r"(?:primeir|segund|terceir|quart|ultim)[ao]"
_REFUSED = (
    rf"\b(?:nem|menos|tirando|exceto)(?: (?:o|a|n))? (?P<a>\d|{_ORD})(?: (?:e|nem|ou) (?:o |a )?(?P<b>\d|{_ORD}))?\b(?! ?(?:h\b|:))|"
    rf"\b(?:o|a) (?P<c>\d|{_ORD})(?: e (?:o |a )?(?P<d>\d|{_ORD}))?(?: (?:eu|ja))? nao\b(?! (?:sei|tem problema))|"
    r"\b[ao]s (?P<n>[2-4]) (?:primeir|ultim)[ao]s(?: (?:eu|ja))? nao\b"
)


def _left(line: Line, count: int) -> Choice | None:
    """The one option that refusing the others by number leaves: "os dois primeiros não", "menos o 1 e o 3"."""
    refused = _refused_numbers(line, count)
    left = set(range(1, count + 1)) - refused
    if len(left) != 1 or not refused:
        return None
    number = left.pop()
    return Choice(number, line.hit("answers.left", 0, len(line.norm), str(number)))


def _refused_numbers(line: Line, count: int, weekdays: frozenset[int] = frozenset()) -> set[int]:
    days = {_DAYS[day] for day in weekdays & set(_DAYS)}
    refused: set[int] = set()
    for match in rx(_REFUSED).finditer(line.norm):
        several = int(match["n"] or 0)
        first = 1 if "primeir" in match.group() else count - several + 1
        refused |= set(range(first, first + several))
        refused |= {_option(match[name], count) for name in "abcd" if match[name] and match[name] not in days}
    return refused


def _option(word: str, count: int) -> int:
    stems = {"primeir": 1, "segund": 2, "terceir": 3, "quart": 4, "ultim": count}
    return int(word) if word.isdigit() else stems[word[:-1]]


def _letters(line: Line, count: int) -> list[_Mention]:
    match = line.find(r"\b(?:opcao|letra|alternativa) (?P<l>a|b|com|de)[^\w]*$")
    letter = match["l"] if match else line.text.strip(" ().!").casefold()
    number = _LETTERS.get(letter, 0)
    return [_Mention(number, 0, len(line.norm), "answers.letter")] if 1 <= number <= count else []


def _numbers(line: Line, count: int) -> list[_Mention]:
    found = []
    for match in rx(_NUMBER).finditer(line.norm):
        number, before = int(match["n"]), line.norm[: match.start("n")]
        counted = rx(r"\b(?:as|das|umas|dia|ate|depois|antes|pelas|[dn]?os|uns) ?$").search(before)
        if 1 <= number <= count and not counted:
            found.append(_Mention(number, match.start(), match.end(), "answers.number"))
    one = line.find(_ONE)
    return [*found, _Mention(1, one.start(), one.end(), "answers.number")] if one else found


def _refused(norm: str, start: int, end: int) -> bool:
    only_n = rx(r"^nao $").match(norm[:start]) is not None  # "n 2" is "nº 2"
    before = rx(r"(?<!\d )\b(?:nao|menos|nem|exceto)(?: (?:a|o|quero|posso|pode|ser|da|na|no|e))* ?$").search(
        norm[:start]
    )
    return bool((before and not only_n) or rx(r"^ nao\b(?! tem problema)").match(norm[end:]))


def read_label(line: Line, options: tuple[str, ...]) -> Choice | None:
    """The option whose label (or the words that only it has) the message repeats.

    A word that is turned down is not repeated ("desisti de cancelar"), and the yes or no of a label only where nothing else is said:
    "vou sim" is no "Sim, cancelar".
    """
    bare = rx(_BARE_WORD).fullmatch(line.core) is not None
    said = {
        match.group()
        for match in rx(r"\w+").finditer(line.norm)
        if (bare or match.group() not in _YES_NO) and not rx(_TURNED_DOWN).search(line.norm[: match.start()])
    }
    labels = [set(rx(r"\w+").findall(fold(option))) for option in options]
    scores = [len(said & (words - set().union(*(w for w in labels if w is not words)))) for words in labels]
    best = max(scores, default=0)
    if not best or scores.count(best) > 1:
        return None
    number = scores.index(best) + 1
    return Choice(number, line.hit("answers.label", 0, len(line.norm), str(number)))


_YES_NO = frozenset({"sim", "nao"})
_BARE_WORD = r"(?:(?:sim|nao|s+i+m+|ss|n|s|isso|ok|claro|quero|pode|por favor|mesmo|,|!|\.)(?: |$))*"
_TURNED_DOWN = (
    r"\b(?:nao|num|nem|sem|nunca|(?:desist\w+|desencanei|em vez|inves|ideia|vontade) de)(?: [a-z]+){0,2} $"
)


def read_slot(line: Line, when: When | None, context: Context) -> tuple[datetime | None, RuleHit | None]:
    """The offered slot that was picked: by number, ordinal, hour, day, part of the day, "o mais cedo", or the only one by a yes."""
    slots = context.slots
    if rx(
        r"\b(?:nenhum|nenhuma|nem um|nem uma|outr[ao]s? (?:horarios?|dias?|h|datas?|opc\w+)|tem outr[ao]s?)\b"
    ).search(line.norm):
        return None, None
    if line.find(_ASKED_OF):
        return None, None
    when = _without_refused(line, when, context)
    weekdays = frozenset(s.weekday() for s in slots)
    if when is None or not _has_wish(when) or _second_not_monday(line, weekdays):
        choice = read_choice(line, len(slots), weekdays=weekdays)
        if choice:
            return slots[choice.number - 1], choice.hit
        when = _hour_alone(line, context, when) or when
    wished = [slot for slot in slots if _matches(slot, when)] if when is not None else []
    picked = read_choice(line, len(slots), weekdays=weekdays) if len(wished) > 1 else None
    if picked:  # "o segundo de quinta"
        alike = slots[picked.number - 1]
        return alike if alike in wished else wished[min(picked.number, len(wished)) - 1], picked.hit
    return _by_time(line, when, slots)


# "esse de sexta é com quem?": asks of a slot, does not take it yet.
_ASKED_OF = r"^[^,.;!?]*\b(?:com quem|quem (?:atende|faz|vai|que)|com qual|qual (?:profissional|medic[ao]|doutora?|sala|unidade|endereco)|quanto (?:fica|custa|e|sai|tempo)|onde (?:e|fica)|e (?:na|no|com a|com o|em que|em qual) [a-z]+[^.!]{0,30}|demora|dura)\b[^.!]*\?"


def _second_not_monday(line: Line, weekdays: frozenset[int]) -> bool:
    """ "a segunda", when nothing was offered on a Monday, is the second one."""
    return (
        0 not in weekdays
        and line.find(
            r"\b(?:a|da|pela|ess[ae]|est[ae]) segunda\b(?! feira| que vem| de manha| a tarde| as|[^.!]*\?)|\b2 a$"
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
        if _refused(line.norm, match.start(), match.end())
    }
    if not refused:
        return when
    known = when or When()
    return replace(known, exclude=replace(known.exclude, times=(*known.exclude.times, *sorted(refused))))


def _hour_alone(line: Line, context: Context, when: When | None) -> When | None:
    """ "11", "no de 9", when there are fewer slots than that, is an hour, or else the day; the last that is not refused."""
    refused = when.exclude.times if when else ()
    said: list[When] = []
    for match in rx(_BARE).finditer(line.norm):
        number = int(match.group())
        at = clock(number, 0, "")
        if number <= len(context.slots) or at in refused or _refused(line.norm, match.start(), match.end()):
            continue
        days = {slot.date() for slot in context.slots if slot.day == number}
        if at and any(slot.hour == at.hour for slot in context.slots):
            said.append(When(time_kind=TimeKind.AT, time_start=at))
        elif len(days) == 1:
            day = days.pop()
            said.append(When(date_start=day, date_end=day))
        elif at:
            said.append(When(time_kind=TimeKind.AT, time_start=at))
    return said[-1] if said else None


def _has_wish(when: When) -> bool:
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
    line: Line, when: When | None, slots: tuple[datetime, ...]
) -> tuple[datetime | None, RuleHit | None]:
    whole = line.hit("answers.slot", 0, len(line.norm), "offered slot")
    if line.find(
        r"\b(?:tem|teria|nao tem|consegue)\b.*\bmais (?:cedo|tarde)\b|^(?:e )?(?:um )?(?:pouco )?mais (?:cedo|tarde) ?\?"
    ):
        return None, None
    refused = _refused_numbers(line, len(slots), frozenset(slot.weekday() for slot in slots))
    left = [
        slot
        for number, slot in enumerate(slots, 1)
        if number not in refused and (when is None or not _excluded(slot, when))
    ]
    fitting = _fitting(line, when, left)
    for pattern, pick in _PICKS:
        if fitting and rx(pattern).search(line.norm):
            return pick(fitting), whole
    if when is not None and when.time_kind is TimeKind.AT and len(fitting) > 1:
        fitting = [s for s in fitting if s.time() == when.time_start] or fitting
    return (fitting[0], whole) if when is not None and len(fitting) == 1 else (None, None)


def _fitting(line: Line, when: When | None, left: list[datetime]) -> list[datetime]:
    """Those of the slots that a wish leaves; where none does, those at its hour, or on its weekday in another week."""
    if when is None or not _has_wish(when):
        return left
    fitting = [slot for slot in left if _matches(slot, when)] or [s for s in left if _same_hour(s, when)]
    if fitting or line.find(_DATE):
        return fitting
    return [slot for slot in left if _same_weekday(slot, when)]


_DATE = r"\bdia \d|\d ?/ ?\d|\bd[eo] (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b"
"""A day that is named by its date is that day, and not the same weekday of another week."""


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
