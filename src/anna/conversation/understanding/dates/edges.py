"""The first or the last that is free, the days of the week that alone will do, and which of them there are. Pure.

What the contract of `anna understand` has no field for: read where a run needs it, from the words of the message.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from anna.clinica.calendar import Calendar
from anna.conversation.understanding.dates.joining import NAMES
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import FOLDED_WEEKDAYS
from anna.when import Daypart, Edge, TimeKind, When, WhenStatus

_TO_HAVE = r"(?:(?:que|quando) (?:voces? )?(?:tiver\w*|tem|der|puder\w*|houver|aparecer|conseguir\w*|existir|sobrar)|possivel|disponive(?:l|is)|livres?|d[ao] dia)"
_FIRST = (
    rf"\b(?:o|bem|o quanto|quanto) mais cedo(?: {_TO_HAVE}|(?= *(?:$|[.,!;])))|\bmais cedo {_TO_HAVE}"
    rf"|\b(?:a|o|n[ao]|pel[ao]|seria|quero|queria) primeir[ao](?: (?:vaga|h|horario|dia))? {_TO_HAVE}|\bprimeir[ao] (?:vaga|horario)(?! d[ao]\b)(?: {_TO_HAVE})\b"
    r"|\b(?:o )?quanto antes\b"
)
_LAST = (
    rf"\b(?:o|bem|o quanto|quanto) mais tarde(?: {_TO_HAVE}|(?= *(?:$|[.,!;])))|\bmais tarde {_TO_HAVE}"
    rf"|\bultim[ao](?: (?:vaga|h|horario|hora))? {_TO_HAVE}|\bultima vaga\b|\b(?:o )?mais (?:pro|para o) (?:fim|final) (?:d[ao] dia|do expediente|possivel|que)"
)
_LAST_HOUR = r"\bultim[ao] (?:h|horario|hora)\b"
_BARE = (
    r"^(?:(?:,|e|entao|ta|bom|ah|pode ser|podia ser|seria|quero|queria|prefiro|me ve|marca|n?[ao]|pel[ao]) )*(?P<edge>ultim|primeir)[ao]"
    r"(?: (?:h|horario|vaga|mesmo|entao|d[ao] (?:dia|manha|tarde)|dess[ae] dia))*$"
)
"""Where the hour of a day is asked for; over a list it is a choice."""
_NO_EDGE = r"\b(?:nao|nem|num|sem ser|menos)(?: \w+){0,3} $"

_DAY = r"(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)s?(?: feira)?"
_LAST_OF_DAY = rf"{_LAST_HOUR}|\b(?:{_DAY}|amanha|hoje|dia \d{{1,2}}) ?,? (?:n?[ao]|quero [ao]|pode ser [ao]|seria [ao]) ultim[ao](?= *(?:$|[.,!;]))"
_OF = r"(?:(?:n?[ao]s?|aos?|de|em|dia|mesmo|posso|consigo|da|dao|rola|serve|tenho|tenho livre|tem como|vou|vou poder|quero|queria|ser|seria|pode|pode ser|podia ser|for|me serve|pra mim|estou|to|livre|folga|folgo|que|e|eu|ir) )*"
_ALONE = (
    rf"\b(?:so|somente|apenas|tem que ser|teria que ser) {_OF}(?P<days>{_DAY}(?:(?: ?, ?| ou | e |/| ?, ou )(?:n?[ao]s? |aos? |de )?{_DAY})*)"
    r"(?! (?:que|e que|eu|e) (?:nao|num)\b| nao\b| que (?:vem|passad))"
    rf"|\b(?P<after>{_DAY})(?: e| ou| mesmo)? (?:apenas|somente|so mesmo)\b"
)
_WHICH = rf"\b(?:qual|quais|que|algum|alguma|proximo|proximos|outro|outros)(?: (?:outro|proximo))? (?P<day>{_DAY})(?: (?:que )?(?:voces? )?(?:tem|teria|tinha|ta|esta|da|ha|livre|disponivel|vaga|e que)\b| ?\?)"


JUST_CLOSED_MIN = 60
"""Who wishes for an hour that begins so long after the clinic closes is offered the last free times."""


def read_edge(text: str, *, hour_asked: bool = False) -> Edge | None:
    """Whether the first or the last that is free is wished for: "o mais cedo que tiver", "a última vaga".

    Where the hour of a day was asked for and nothing is offered (`hour_asked`), "pode ser a última" is one too.
    """
    line = Line.of(text)
    bare = rx(_BARE).search(line.core.strip(" .,!")) if hour_asked else None
    if bare:
        return Edge.LAST if bare["edge"] == "ultim" else Edge.FIRST
    for edge, pattern in ((Edge.FIRST, _FIRST), (Edge.LAST, _LAST), (Edge.LAST, _LAST_OF_DAY)):
        match = line.find(pattern)
        if match and not rx(_NO_EDGE).search(line.norm[: match.start()]):
            return edge
    return None


def told_of_free(text: str, said: When | None, *, hour_asked: bool = False) -> When | None:
    """`said`, with what `text` says of which of the free times it is to be."""
    return with_only_days(text, with_edge(text, said, hour_asked=hour_asked))


def with_edge(text: str, said: When | None, *, hour_asked: bool = False) -> When | None:
    """`said` with the edge that `text` wishes for, unless it names an hour of its own; the hour of "o último horário" is a guess."""
    edge = read_edge(text, hour_asked=hour_asked)
    if edge is None:
        return said
    if said is None or said.time_kind in (None, TimeKind.DAYPART):
        return replace(said or When(), edge=edge)
    line = Line.of(text)
    guessed = (
        said.time_kind is TimeKind.AT and said.clarify and said.status is WhenStatus.OK and not said.each
    )
    if guessed and line.find(_LAST_HOUR) and not line.find(r"\d ?(?:h\b|:)|\bas \d"):
        return replace(said, edge=edge, time_kind=None, time_start=None, time_end=None, clarify=False)
    return said


def with_only_days(text: str, said: When | None) -> When | None:
    """`said`, with every other weekday ruled out where `text` lets only some do, and without an end where it asks which of them there are."""
    if said is None or said.each or said.date_start is None:
        return said
    line = Line.of(text)
    which, alone = line.find(_WHICH), line.find(_ALONE)
    if which is None and alone is None:
        return said
    named = (which["day"] if which else "") + " " + " ".join(filter(None, alone.groups() if alone else ()))
    kept = {short for short, word in zip(NAMES, FOLDED_WEEKDAYS, strict=True) if word in named}
    wished = {NAMES[day.weekday()] for day in (said.dates or (said.date_start,))}
    if said.date_end is None or kept != wished:
        return said
    others = tuple(name for name in NAMES if name not in kept)
    exclude = replace(said.exclude, weekdays=tuple(dict.fromkeys((*said.exclude.weekdays, *others))))
    if which is None:
        return replace(said, exclude=exclude)
    return replace(said, exclude=exclude, date_end=None, dates=None)


def at_closing(wish: When, calendar: Calendar | None) -> When:
    """The wish for an hour at which a day has just closed as one for its last free times; any other as it is."""
    day = wish.date_start if wish.date_start == wish.date_end else None
    hour = wish.time_start if wish.time_kind in (TimeKind.AT, TimeKind.AROUND) else None
    if wish.status is not WhenStatus.CLOSED or calendar is None or day is None or hour is None or wish.each:
        return wish
    opening = calendar.opening(day)
    if not opening or not 0 <= _minutes(hour) - _minutes(opening[-1][1]) <= JUST_CLOSED_MIN:
        return wish
    return replace(wish, status=WhenStatus.OK, edge=Edge.LAST, daypart=None, clarify=False)


def as_late_as_open(wish: When, calendar: Calendar | None) -> When | None:
    """The last free times of an open day that is closed at the wished hours; None where they were not after closing, or the day is closed."""
    day = wish.date_start if wish.date_start == wish.date_end else None
    if wish.status is not WhenStatus.CLOSED or calendar is None or day is None or wish.each:
        return None
    opening = calendar.opening(day)
    late = wish.time_start is None or not opening or wish.time_start >= opening[-1][1]
    if not opening or not late or (wish.time_start is None and wish.daypart is not Daypart.NOITE):
        return None
    return replace(
        wish,
        status=WhenStatus.OK,
        edge=Edge.LAST,
        time_kind=None,
        time_start=None,
        time_end=None,
        daypart=None,
        clarify=False,
    )


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
