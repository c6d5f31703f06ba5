"""What each of two who come says of her time: "9 pra mim e 9 45 pra ela", "eu terça ela quarta", "a minha 14h a dela 15h". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anna.conversation.understanding.facts.each import parts_beside
from anna.conversation.understanding.facts.whom import KIN, by_pronoun
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_WHO = rf"(?:(?:pra|para|pro|a|o) )*(?:eu|mim|ela|ele|dela|dele|outra|(?:minha|meu)(?: {KIN})?)"
_FREE = r"(?<![\d:.,/])\b"
_HOUR = r"(?P<h>0?[789]|1\d|20)(?:[ .:](?P<m>[0-5]\d))?"
_BARE = (
    rf"{_FREE}{_HOUR}(?= {_WHO}\b)",
    rf"(?P<who>\b{_WHO} (?:as )?){_FREE}{_HOUR}(?= *(?:$|[,;!\n]|\.(?!\d)|(?:e|mas|{_WHO})\b))",
)
_NO_HOURS = r"\b(?:dias?|opcao|numeros?|anos|reais|real|sessoes|vezes|minutos|min|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b|\d/\d"
_CLOCK = r"\b\d{1,2} h(?: \d\d)?\b|\b\d{1,2}:\d\d\b|\bas \d{1,2}\b|\bmeio dia\b"
_DAYPART = r"\b(?:de|a|da|pela|na) (?:manha|tarde|noite)\b|\bcedo\b"
_DAY = r"\b(?:segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|dia \d{1,2})\b"
_TIMES = (f"{_CLOCK}|{_DAYPART}", _DAY)
_OPINION = r"\b(?:tanto faz|pior|ruim|impossivel|qualquer)\b|\bnao\b"


def with_hours(text: str) -> str:
    """The text, folded, in which the bare number beside one of two is an hour: "9h pra mim e 9:45 pra ela"; as it was where none is."""
    said = fold(text)
    if rx(_NO_HOURS).search(said):
        return text
    told = said
    for bare in _BARE:
        told = rx(bare).sub(_as_hour, told)
    return text if told == said else told


def _as_hour(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return f"{groups.get('who') or ''}{groups['h']}{':' + groups['m'] if groups['m'] else 'h'}"


def each_hour(text: str) -> tuple[str, str] | None:
    """What is said of her own time and of the other one's, of two who come; None where not each stands beside a time of her own."""
    said = with_hours(text)
    line = Line.of(by_pronoun(said))
    if line.find(_OPINION) is not None:
        return None
    return next(filter(None, (parts_beside(line, _spans(line, times)) for times in _TIMES)), None)


def _spans(line: Line, times: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in rx(times).finditer(line.norm)]


_THE_OTHER = rf"(?:ela|ele|(?:minha|meu) {KIN}|outra|d(?:ela|ele))"
_CAN = (
    rf"\b{_THE_OTHER}(?: (?:so|somente|tambem|na verdade))* (?:pode|consegue|prefere|poderia|so|tem que ser|precisa ser)(?: (?:so|ir|vir|ser|mesmo))*[^.?!,;]{{0,16}}?"
    rf"|\b{_THE_OTHER} (?:(?:e|eh|seria|sera|vai|vem|quer|fica|marca|na|no|para|pra|so|tambem|ser|mesmo|de|essa|esta) )*"
)
_NO_FIRST = r"^(?:nao ?)+(?=[!.,;])"
_HERSELF = rf"\b(?:eu|mim|nos|juntas?|ambas|gente|as 2|me|a minha|o meu)\b(?! {KIN})|\b(?:depois|antes) d(?:ela|ele)\b"


def hour_of_the_other(text: str) -> bool:
    """Whether it is said when the other one of two can come, and nothing of herself: "ela só pode depois das 16h"."""
    line = Line.of(by_pronoun(with_hours(text)))
    if denied := line.find(_NO_FIRST):
        line = line.hide(*denied.span())
    told = rf"(?:{_CAN})(?:{_CLOCK}|{_DAYPART}|{_DAY})"
    return line.find(told) is not None and line.find(rf"{_HERSELF}|{_OPINION}|\?") is None
