"""What each of two who come says of her time: "9 pra mim e 9 45 pra ela", "eu terça ela quarta", "a minha 14h a dela 15h". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anna.conversation.understanding.facts.each import parts_beside
from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.facts.whom import KIN, by_pronoun, each_ones
from anna.conversation.understanding.text.company import hide_the_two
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
_BARE_OWN = r"(?<=\d|h) (meu|minha)(?= *(?:$|[,.;!\n]|\d|(?:e|mas|as|d[ao]|dele|dela)\b))"
"""Between an hour and the next: "10h30 minha e 15h30 da minha irmã"."""
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
    said = with_hours(_theirs_by_pronoun(text))
    led = rx(_BARE_OWN).sub(r" o \1", fold(said))
    said = said if led == fold(said) else led
    line = hide_the_two(Line.of(said))
    if line.find(_OPINION) is not None:
        return None
    return next(filter(None, (_beside(line, _spans(line, times)) for times in _TIMES)), None)


def _beside(line: Line, spans: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    return parts_beside(line, spans) or _hers_untold(line, spans)


def _hers_untold(line: Line, spans: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """ "9h45 e o do meu filho 10h30": whose the first is goes without saying where only the second is said to be the other one's."""
    if len(spans) != len(("hers", "theirs")):
        return None
    (begins, ends), (then, last) = spans
    between = line.norm[ends:then]
    apart = rx(_AND_THEIRS).fullmatch(between)
    if apart is None or rx(_ANYBODY).search(line.norm[:begins] + " " + line.norm[last:]):
        return None
    at = line.tokens[line.token_at(ends + apart.start("and"))].start
    return line.text[:at], line.text[at:]


def _spans(line: Line, times: str) -> Sequence[tuple[int, int]]:
    return [match.span() for match in rx(times).finditer(line.norm)]


_OF_A_NAME = re.compile(r"\bd[ao] ([^\W\d_]{3,})\b")


def _theirs_by_pronoun(text: str) -> str:
    """`by_pronoun`, where "o da Odila" is the other one's too."""
    return by_pronoun(
        _OF_A_NAME.sub(lambda match: "dela" if fold(match[1]) in KNOWN else match.group(), text)
    )


_ANYBODY = r"\b(?:eu|mim|el[ae]s?|d?el[ae]|nos|a gente|ambas|juntas|(?:minha|meu)|outr[ao])\b"
_AND_THEIRS = rf"(?: (?:que vem|feira|mesmo|ta bom|pode ser))*(?: *(?P<and>,|;|\be\b|\bmas\b))(?: *(?:,|\be\b|\bmas\b))* *(?:(?:[ao]|pra|para|pro|d[ao]|n[ao]) )*(?:d?el[ae]|(?:minha|meu) {KIN}|outr[ao])(?: (?:so|somente|tambem|pode|pode ser|consegue|prefere|quer|fica|vai|as|pelas?|la pras|umas|por volta das|de|a|na|no|da|ser|com|e|eh|n[ao]))* *"


_THE_OTHER = rf"(?:ela|ele|(?:minha|meu) {KIN}|outra|d(?:ela|ele))"
_CAN = (
    rf"\b{_THE_OTHER}(?: (?:so|somente|tambem|na verdade))* (?:pode|consegue|prefere|poderia|so|tem que ser|precisa ser)(?: (?:so|ir|vir|ser|mesmo))*[^.?!,;]{{0,16}}?"
    rf"|\b{_THE_OTHER} (?:(?:e|eh|seria|sera|vai|vem|quer|fica|marca|na|no|para|pra|so|tambem|ser|mesmo|de|essa|esta) )*"
)
_NO_FIRST = r"^(?:nao ?)+(?=[!.,;])"
_HERSELF = rf"\b(?:eu|mim|nos|juntas?|ambas|gente|as 2|me|a minha|o meu)\b(?! {KIN})|\b(?:depois|antes) d(?:ela|ele)\b"


def hour_of_the_other(text: str) -> bool:
    """Whether it is said when the other one of two can come, and nothing of herself: "ela só pode depois das 16h"."""
    if each_hour(text) is not None:
        return False
    line = Line.of(by_pronoun(with_hours(text)))
    if denied := line.find(_NO_FIRST):
        line = line.hide(*denied.span())
    told = rf"(?:{_CAN})(?:{_CLOCK}|{_DAYPART}|{_DAY})"
    return line.find(told) is not None and line.find(rf"{_HERSELF}|{_OPINION}|\?") is None


_COUNTED = rf"{_CLOCK}|{_DAYPART}|\bmanha\b(?! cedo)|\btarde\b"
_UNMARKED = rf"{_FREE}(?:0?[789]|1\d|20) [0-5]\d\b"
_SOMEBODY = rf"\b(?:eu|mim|comigo|el[ae]|d?el[ae]|outr[ao](?: pessoa)?|(?:a minha|o meu)(?! {KIN}|nome|numero)|(?:minha|meu) {KIN})\b"
_FOR_BOTH = r"\b(?:nos (?:2|duas|dois)|a gente|as 2|os 2|duas|dois|ambas|ambos|juntas?|juntos|mesmo (?:horario|h|dia)|cada uma?)\b"
_NOT_EACH = rf"{_FOR_BOTH}|\b(?:saio|sai|saimos|trabalh\w+|larg[ao]|busc\w+|pego|levo|ou|entre|ate|tanto faz|qualquer|a partir|depois d[aeo]s? \d+|antes d[aeo]s? \d+|d[ae]s \d{{1,2}}(?: h)?(?: \d\d)? (?:as|ate) \d+)\b"


_DENIED = re.compile(r"[^,.!;\n]*\bn[aã]o(?= ?[,.!;\n])", re.IGNORECASE)


def _undenied(text: str) -> str:
    """The text without what is denied before it is said what each takes: "13h não! quero 16h pra mim e 16h30 pra ela"."""
    return _DENIED.sub("", text)


def two_times(text: str) -> bool:
    """Whether two times are said, so that of two who come each may be meant to have one of her own; days only where somebody is named too."""
    line = hide_the_two(Line.of(with_hours(_theirs_by_pronoun(_undenied(text)))))
    if line.find(_NOT_EACH) is not None:
        return False
    somebody = line.find(_SOMEBODY) is not None
    hours = _CLOCK if line.find(_NO_HOURS) else rf"{_CLOCK}|{_UNMARKED}"
    return _several(line, hours) or (somebody and (_several(line, _COUNTED) or _several(line, _DAY)))


def names_one(text: str) -> bool:
    """Whether one of two who come is named, or the first or the second of something: "a primeira é minha"."""
    return Line.of(text).find(rf"{_SOMEBODY}|\b(?:primeir|segund)[ao]\b|\bminha\b|\bmeu\b") is not None


def _several(line: Line, times: str) -> bool:
    return len({match.group() for match in rx(times).finditer(line.norm)}) > 1


def told_apart(text: str) -> bool:
    """Whether of the two times each is plainly said to be hers or the other one's."""
    text = _undenied(text)
    parts = each_ones(with_hours(text), two=True)
    if parts is not None and all(_says_one_time(part) for part in parts):
        return True
    return each_hour(text) is not None


def bare_hours(part: str) -> str:
    """No more of what is said of one of them than its hour: "fica com 15h30" is half past three."""
    line = Line.of(with_hours(part))
    return " ".join(match.group() for match in rx(_CLOCK).finditer(line.norm))


def _says_one_time(part: str) -> bool:
    line = Line.of(with_hours(part))
    return (
        len(_spans(line, _CLOCK)) <= 1
        and len(_spans(line, rf"{_COUNTED}|{_DAY}|\bcedo|\bcedinho\b|\b\d{{1,2}}\b")) > 0
    )
