"""Which of the offered times each of two who come takes: "1 e 2", "9:30 e 10:45", "1, e a da minha filha meio-dia". Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from anna.conversation.understanding.dates.times import clock, read_times
from anna.conversation.understanding.facts.attendants import read_attendants
from anna.conversation.understanding.facts.each_hour import each_hour, with_hours
from anna.conversation.understanding.facts.whom import KIN, by_pronoun, each_ones
from anna.conversation.understanding.text.line import Line, rx

_NUMBER = (
    rf"(?:^|(?<=[,.;!] )|\b(?:a|o|n[ao]|opcao|numero|e|quero|pode ser|fico com|eu|ela|ele|{KIN}) )(?P<n>[1-9])"
    r"(?= *(?:$|[,.;!+&]|(?:e|pra|para|com|eu|minha|meu|ela|ele|a|o|mesmo|por)\b))"
)
# "10:30 eu e 11 minha irmã": more than there are numbers.
_EACH = rf"(?:eu|(?:a |o |pra |para )*(?:mim|ela|ele|outr[ao]|(?:minha|meu) {KIN}))"
_BARE_HOUR = rf"\b(?P<h>\d{{1,2}})(?= {_EACH}\b)|\b{_EACH} (?:as )?(?P<then>\d{{1,2}})(?= *(?:$|[,.;!]|e\b))"
_ORDINAL = r"\b(?:(?:a|o|n[ao]|com [ao]) )?(?P<o>primeir[ao]|segund[ao]|terceir[ao])\b(?! (?:feira|vez|sessao|consulta)\b)(?: (?:horario|opcao))?"
_PLACES = {"primeir": 1, "segund": 2, "terceir": 3}
_EITHER = r"\b(?:ou|entre|nem)\b|(?<=[^ ] )nao\b"
# "não é junto, eu fico no 1", "11:45 não! eu quero 9h": what is denied before it is said what each takes.
_DENIED = (
    r"\b(?:nao|num) (?:e|eh|era|precisa(?: ser)?|tem que ser|sao|vamos|quero|queremos)(?: (?:pra|para))?(?: ser)? junt[ao]s?\b(?: nao\b)?"
    r"|[^,.!;\n]*\bnao(?= ?[,.!;\n])"
)
_HERS = rf"\b(?:pra|para) (?:mim|eu)\b|\beu\b|\b(?:a minha|o meu)\b(?! {KIN})"
_THEIRS = rf"\b(?:ela|ele|dela|dele)\b|\b(?:minha|meu) {KIN}\b|\b[ao] outr[ao]\b"


def each_choice(text: str, starts: Sequence[datetime]) -> tuple[datetime, datetime] | None:
    """Which of the offered `starts` is hers who writes, and when the other one is to come; None where not both are said.

    Datetimes are on the clinic's wall clock, naive. What the other one is to have need not have been offered.
    """
    line = Line.of(by_pronoun(text))
    for denied in rx(_DENIED).finditer(line.norm):
        line = line.hide(*denied.span())
    if line.find(_EITHER):
        return None
    numbers, line = _ordinals(line, starts)
    hours, rest = read_times(line, day_said=True)
    numbers += [(match.start("n"), int(match["n"])) for match in rx(_NUMBER).finditer(rest.norm)]
    marks = [(place, starts[number - 1]) for place, number in numbers if number <= len(starts)]
    days = {start.date() for start in starts}
    said = [(atom.start, atom.at) for atom in hours]
    for match in rx(_BARE_HOUR).finditer(rest.norm):
        hour = int(match["h"] or match["then"])
        at = clock(hour, 0, "") if hour > len(starts) else None
        said += [(match.start(), at)] if at else []
    for place, at in said:
        shown = [start for start in starts if start.time() == at]
        if shown or len(days) == 1:
            marks.append((place, shown[0] if shown else datetime.combine(min(days), at)))
    if len(marks) != len(("hers", "theirs")):
        return None
    first, second = (at for _, at in sorted(marks))
    hers, theirs = line.find(_HERS), line.find(_THEIRS)
    if hers and theirs and theirs.start() < hers.start():
        first, second = second, first
    return (first, second) if first in starts and first != second else None


def hers_of_two_hours(text: str) -> str | None:
    """What is said of her own, where each of two is to have an hour of its own: "eu 11h e o Marcelo 11h30"; else None."""
    apart = each_ones(with_hours(by_pronoun(text)), two=True) or each_hour(text)
    if apart is None or Line.of(text).find(_EITHER):
        return None
    hers, theirs = ([atom.at for atom in read_times(Line.of(part), day_said=True)[0]] for part in apart)
    return apart[0] if len(hers) == len(theirs) == 1 and hers != theirs else None


def _ordinals(line: Line, starts: Sequence[datetime]) -> tuple[list[tuple[int, int]], Line]:
    """Where "o primeiro" and its like are said, which they are, and the line without them; "segunda" is a Monday where there is one."""
    found = []
    monday = any(start.weekday() == 0 for start in starts)
    for match in rx(_ORDINAL).finditer(line.norm):
        if not (monday and match["o"] == "segunda"):
            found.append((match.start("o"), _PLACES[match["o"][:-1]]))
            line = line.hide(*match.span())
    return found, line


def hers_of_two(text: str, options: Sequence[Mapping[str, Any]], team: Sequence[str]) -> str | None:
    """The id of the option that whoever writes takes, where she says what each of two is to have; None where somebody else attends it."""
    timed = {datetime.fromisoformat(option["local"]): option for option in options if "local" in option}
    each = each_choice(text, list(timed))
    if each is None:
        return None
    option = timed[each[0]]
    apart = each_ones(text, two=True)
    wished = read_attendants(apart[0] if apart else text, team)
    others = [name for name in team if wished is not None and name not in wished]
    return None if any(name in str(option.get("rotulo")) for name in others) else str(option["id"])


_PLACE = r"(?:\b(?:[1-9]|primeir[ao]|segund[ao]|terceir[ao]|ultim[ao]|\d{1,2} h|meio dia)\b|\b\d{1,2}:\d\d\b)"
_TAKES = r"(?: (?:pode ser|pode|fica|ficar|e|eh|seria|vai ser|vai|quer|prefere|pega|com|n[ao]|opcao|numero|horario|[ao]s?|d[ao]s|de|mesmo|ser))*"
_THEIR_OWN = rf"(?:\b[ao] d(?:ela|ele|[ao] (?:minha|meu) {KIN}|a outra)|\b(?:pra|para) (?:ela|ele|(?:a |o )?(?:minha|meu) {KIN})|(?:^|(?<=, ))(?:ela|ele|(?:a |o )?(?:minha|meu) {KIN}))"
_FOR_THEM = rf"{_THEIR_OWN}{_TAKES} {_PLACE}|{_PLACE}(?: (?:opcao|horario|fica|e|eh|seria))* (?:(?:pra|para) (?:ela|ele|(?:a |o )?(?:minha|meu) {KIN})|d(?:ela|ele))\b"
_FOR_HERSELF = rf"\b(?:a minha|o meu)(?! (?:{KIN}|escolha|opcao|preferencia|preferid[ao])\b){_TAKES} {_PLACE}|{_PLACE}(?: (?:opcao|horario|fica|e|eh|seria))* (?:a minha|o meu)\b(?! {KIN})"


def takes_for_the_other(text: str) -> bool:
    """Whether a time is taken for the other one of two, and none for herself: "a dela a terceira", "a 2 pra minha mãe"."""
    line = Line.of(text)
    return line.find(_HERS) is None and line.find(_FOR_THEM) is not None


_NAMED = r"(?:a|o) (?!primeir|segund|terceir|outr|mesm|ultim)[a-z]{3,}"
_WANTS_ITS_OWN = rf"\b(?:ela|ele|(?:a |o )?(?:minha|meu) {KIN}(?: [a-z]+)?|{_NAMED}) (?:tambem )?(?:quer|queria|prefere|pega|fica com|vai (?:na|no|nas|as)|pode ser)(?: [nd]?[ao]s?| com)* (?:{_PLACE}|\d)"


def takes_for_each(text: str, starts: Sequence[datetime]) -> bool:
    """Whether another time is wished for somebody else beside the one that is taken: "1, e a Solange quer às 11"."""
    return Line.of(text).find(_WANTS_ITS_OWN) is not None and each_choice(text, starts) is not None


_MINE = (
    rf"{_PLACE}(?: (?:opcao|horario|fica|e|eh|seria))* (?:pra|para) mim\b|\b(?:pra|para) mim{_TAKES} {_PLACE}"
)
_A_DAY_OF_ITS_OWN = rf"\b(?:pra|para|pro) (?:ela|ele|(?:a |o )?(?:minha|meu) {KIN}(?: [a-z]+)?){_TAKES} (?:segunda|terca|quarta|quinta|sexta|sabado|dia \d|\d{{1,2}}/\d)"


def names_a_day_for_each(text: str, starts: Sequence[datetime]) -> bool:
    """Whether one is taken for herself and a day named for the other one: "a 1 pra mim, e pra minha cunhada a quarta 02/12"."""
    line = Line.of(text)
    told = line.find(_MINE) is not None and line.find(_A_DAY_OF_ITS_OWN) is not None
    return told and each_choice(text, starts) is None


def takes_for_herself(text: str) -> bool:
    """Whether a time is taken as her own, and none for the other one: "a minha pode ser a segunda opção"."""
    line = Line.of(text)
    return line.find(_THEIRS) is None and line.find(_FOR_HERSELF) is not None
