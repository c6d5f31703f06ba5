"""What is whose where two come, by where they and what they want are named: "o botox é pra mim, a Cida é a limpeza". Pure.

Two people and two things have few orders in which they can stand, and in each of them whoever stands beside a thing wants it. Where they
stand in none of these ("eu e a Cida, botox e limpeza") nothing is told apart, and it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from anna.conversation.understanding.facts.common_words import is_common
from anna.conversation.understanding.facts.given_names import KNOWN, SHORT
from anna.conversation.understanding.facts.lookalikes import NOT_NAMES
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import HIDDEN, Line, just_before, rx


class _Of(Enum):
    HERS = 1
    THEIRS = 2
    THING = 3


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    of: _Of
    who: str = ""  # the given name, or who it is to her; a pronoun is nobody's


_Rows = list[list[_Mark]]


_HERS = (
    rf"\b(?:eu|mim|comigo)\b|\b[ao] (?:meu|minha)\b(?! (?:{KIN}|nome|numero|telefone|celular|whatsapp)\b)"
    r"|\b(?:e|sao|seria|fica|fico|vai ser) (?:meu|minha)(?= *(?:$|[,.;!?\n]|(?:e|mas|mesmo|mesma)\b))"
)
_SHE_WISHES = r"\b(?:quero|queria|gostaria|preciso|vou|faco|prefiro)\b"
_ONE_OF_HERS = rf"\b(?:minha|meu|a|o|da|do|na|no|pra|pro|para) (?P<kin>{KIN})\b|\b(?P<dear>mainha|painho|voinha|voinho)\b"
_OTHER = r"\b[dn]?(?:ela|ele)\b|\b(?:[ao] )?outra pessoa\b"
_LEADS_NAME = frozenset({"a", "o", "da", "do", "na", "no", "pra", "pro", "para", "e", "mais", "dona", "seu"})
# who attends, whose wedding it is, who comes along: nobody who wants anything
_NO_COMER_BEFORE = (
    r"\b(?:com|com a|com o|dra?|doutora?|pel[ao]|(?:casamento|aniversario|formatura|festa|casa|carro|nome|numero|telefone|celular|depois|antes|junto|perto|lado|atras|causa|indicacao|vez) d[ao]"
    r"|depois|antes|junto|lado|atras|nao e|nao e pra|nao e para|nao pra|nao para) $|\b(?:depois|antes|junto|perto|lado|atras|nome|numero|telefone|celular|no mesmo horario) $"
)
_NO_COMER_AFTER = (
    r"^(?: \w+){0,2}? (?:tem(?! que)|sai|chega|trabalha|estuda|viaja|opera|fez|fazia|disse|falou|fala|indicou|recomendou|gostou|gosta|amou|adora|comentou|contou|perguntou|conhece|mora|trabalha|leva|busca|acompanha|pagou|paga"
    r"|mandou|passou|marcou|morreu|faleceu|me|ja|casa|vai casar|vai junto|vai comigo|vem comigo|foi|tem medo|atende)\b"
    r"|^ (?:so )?pode me\b"
)
_TIME = (
    r"\b\d{1,2} h(?: \d\d)?\b|\b\d{1,2}:\d\d\b|\bas \d{1,2}\b|\bmeio dia\b|\b(?:segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|dia \d{1,2})\b"
    r"|\b(?:de|a|pela) (?:manha|tarde|noite)\b"
)
_DAY_AND_HOUR = rf"\b(?:segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|dia \d{{1,2}})(?: feira)?(?: (?:as|a|de|da|tarde|manha))* \d{{1,2}}(?: h\b|:\d\d)(?: \d\d)?|{_TIME}"
"""The same, where a day and its hour are one: "pra mim quinta 10h, Claudete Nunes" gives nobody the 10h."""
# "marca pra mim botox e limpeza pra minha irmã": who is to do it, and perhaps not for whom
_ORDERS = r"\b(?:marc|agend|reserv|ve|vej|consegu|arrum|pass|mand|enca)\w*(?: ai)? (?:para|pra) $"
_BREAKS = frozenset(",;.+/|\n")
_ANDS = frozenset({"e", "mais", "mas"})
_LEADS = r"^(?: |uma?|1|a|o|as|os|de|do|da|no|na|em|pra|para|pro|com|so|ja|que|e|ai|la)*$"
_TWO = 2


def each_of_two(text: str, seen: Iterable[str]) -> tuple[str, str] | None:
    """What is said of herself and of the other one, where each is named beside one of the things `seen`, as they were written, in order."""
    line = Line.of(text)
    things = _things(line, seen)
    return _parted(line, things, listed=_listed(things))


def parts_beside(line: Line, spans: Iterable[tuple[int, int]]) -> tuple[str, str] | None:
    """The same of whatever stands at `spans` of the normal form, such as hours."""
    return _parted(line, [_Mark(*span, _Of.THING) for span in spans])


def _parted(line: Line, things: Sequence[_Mark], *, listed: int = 0) -> tuple[str, str] | None:
    rows = _rows(line, things, listed=listed)
    cut = _cut(rows, line)
    if cut is None:
        return None
    begins = line.tokens[line.token_at(things[listed - 1].end - 1)].end if listed else 0
    before, after = line.text[begins:cut], line.text[cut:]
    people = [row[0] for row in rows if row[0].of is not _Of.THING]
    first = next(one for one in reversed(people) if line.tokens[line.token_at(one.start)].start < cut)
    return (before, after) if first.of is _Of.HERS else (after, before)


_BESIDE_ONE = (
    r"(?:[^\w]|_|\b(?:quer|quero|queria|vai|vou|fica|fico|faz|faco|fazer|marca|marcar|prefere|prefiro|seria|sou|e|que|quem|de|da|do|com|no|na|em|o|a|um|uma|1|so|mesmo|mesma|pra|para|pro"
    r"|na verdade|entao|por favor|sim|isso|ok|ta|la|ja|tambem|essa|esse|viu|ne|dra?|minha|meu)\b)*"
)


def of_one(text: str, seen: Iterable[str]) -> bool | None:
    """Whether no more is said than what is hers (True), or the other one's (False): "o botox é meu", "a Cida limpeza"; else None."""
    line = Line.of(text)
    things = _things(line, seen)
    rows = _rows(line, things)
    kinds = [row[0].of for row in rows]
    if (
        sorted(kinds, key=lambda kind: kind.value) not in ([_Of.HERS, _Of.THING], [_Of.THEIRS, _Of.THING])
        or "?" in text
    ):
        return None
    for row in rows:
        for mark in row:
            line = line.hide(mark.start, mark.end)
    return _Of.HERS in kinds if rx(_BESIDE_ONE).fullmatch(line.norm) else None


def names_both(text: str, seen: Iterable[str]) -> bool:
    """Whether she and somebody else are named, each beside a thing or an hour of her own: two come, whoever is to have which."""
    line = Line.of(text)
    things = _things(line, seen)
    if len({line.saw(one.start, one.end).lower() for one in things}) < _TWO:
        times = [_Mark(*match.span(), _Of.THING) for match in rx(_DAY_AND_HOUR).finditer(line.norm)]
        return _cut(_rows(line, times), line) is not None
    kinds = {row[0].of for row in _rows(line, things)}
    return len(kinds) == len(_Of)


_TOGETHER = r"^(?: ?(?:,|e|mais|/|\+|\n) ?)+(?:(?:com|para|pra|pro|a|o|minha|meu) )*$"


_INTRODUCED = r"\b(?:aqui e|quem fala e|sou|me chamo|meu nome e) (?:(?:a|o|dona) )?[a-z]+\b|^[a-z]+ aqui\b"


def three_come(text: str, seen: Iterable[str]) -> bool:
    """Whether two others are named beside her, or each with a thing of her own: "eu botox, minha mãe limpeza e minha irmã peeling"."""
    line = Line.of(text)
    if herself := line.find(_INTRODUCED):
        line = line.hide(*herself.span())
    rows = _rows(line, _things(line, seen))
    theirs = [mark for row in rows for mark in row if mark.of is _Of.THEIRS and mark.who]
    kin = {mark.who for mark in theirs if rx(KIN).fullmatch(mark.who)}
    given = {mark.who for mark in theirs} - kin
    if max(len(kin), len(given)) < _TWO or not any(row[0].of is _Of.HERS for row in rows):
        return False
    apart = [row[0].of for row in rows].count(_Of.THEIRS) > 1
    beside = (line.norm[one.end : other.start] for one, other in pairwise(theirs))
    return apart or any(rx(_TOGETHER).match(between) for between in beside)


def _things(line: Line, seen: Iterable[str]) -> list[_Mark]:
    """Where the things stand that were `seen`."""
    found, place = [], 0
    for words in seen:
        at = line.text.find(words, place)
        if at >= 0:
            place = at + len(words)
            start, end = line.place_of(at, place)
            found.append(_Mark(start, end, _Of.THING, line.norm[start:end]))
    return found


def _listed(things: Sequence[_Mark]) -> int:
    """How many of them are only listed before they are told apart: "botox e limpeza: botox pra mim, limpeza pra ela"."""
    half = len(things) // _TWO
    names = [one.who for one in things]
    return half if half >= _TWO and sorted(names[:half]) == sorted(names[half:]) else 0


def _rows(line: Line, things: Sequence[_Mark], *, listed: int = 0) -> _Rows:
    """Who and what is named, in order, what stands in a row of one kind together; without the first things, which are only `listed`."""
    for thing in things:
        line = line.hide(thing.start, thing.end)
    things = things[listed:]
    theirs = _theirs(line)
    hers = [_Mark(*match.span(), _Of.HERS) for match in rx(_HERS).finditer(line.norm)]
    rows = _joined([*hers, *theirs, *things])
    if hers:
        return rows
    if _then_the_other(line, rows):
        return _joined([_Mark(things[0].start, things[0].start, _Of.HERS), *theirs, *things])
    wishes = [_Mark(*match.span(), _Of.HERS) for match in rx(_SHE_WISHES).finditer(line.norm)][:1]
    said = _joined([*wishes, *theirs, *things])
    return said if [row[0].of for row in said] == [_Of.HERS, _Of.THING, _Of.THEIRS, _Of.THING] else rows


_THEY_WISH = r"^(?: (?!com\b|e\b|,)\w+){0,2}? (?:tambem )?(?:quer|queria|gostaria|precisa|vai (?:fazer|querer)|faria|faz)\b(?! (?:saber|ver|que|me|ir|vir|entender|conhecer)\b)"


def _then_the_other(line: Line, rows: _Rows) -> bool:
    """Whether a thing stands in a thought of its own before somebody who wishes another: "preenchimento terça 14h. Minha amiga quer botox"."""
    if [row[0].of for row in rows[:3]] != [_Of.THING, _Of.THEIRS, _Of.THING] or len(rows[0]) > 1:
        return False
    between = line.norm[rows[0][0].end : rows[1][0].start]
    wishes = rx(_THEY_WISH).match(line.norm[rows[1][0].end :])
    return bool(wishes) and rx(r"[\n.,;]|\b(?:e|mas)\b").search(between) is not None and "?" not in between


def _theirs(line: Line) -> list[_Mark]:
    """Where somebody else is named who may come."""
    found = [
        _Mark(*match.span(), _Of.THEIRS, match["kin"] or match["dear"])
        for match in rx(_ONE_OF_HERS).finditer(line.norm)
    ]
    found += [_Mark(*match.span(), _Of.THEIRS) for match in rx(_OTHER).finditer(line.norm)]
    found += [
        _Mark(line.starts[at], line.starts[at] + len(token.norm), _Of.THEIRS, token.norm)
        for at, token in enumerate(line.tokens)
        if line.norm[line.starts[at]] != HIDDEN and _is_name(line, at)
    ]
    return [
        one
        for one in found
        if not just_before(_NO_COMER_BEFORE, line.norm, one.start)
        and not rx(_NO_COMER_AFTER).match(line.norm[one.end :])
    ]


def _is_name(line: Line, at: int) -> bool:
    """Whether the word is somebody's name: one that is known, or after "a", "da", "pra" one that is no other word."""
    token, before = line.tokens[at], line.tokens[at - 1].norm if at else "\n"
    led = before in _LEADS_NAME
    if not token.norm.isalpha() or not (led or before[0] in _BREAKS or before[0] in ":!?\n"):
        return False
    if token.norm in KNOWN or (led and token.norm in SHORT):
        return True
    return token.text[0].isupper() and not is_common(token.norm) and token.norm not in NOT_NAMES


def _joined(marks: Iterable[_Mark]) -> _Rows:
    rows: _Rows = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        if rows and rows[-1][-1].of is mark.of:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    return rows


def _cut(rows: _Rows, line: Line) -> int | None:
    """Where in the text the one ends and the other begins; None where it is not plain."""
    if sum(row[0].of is _Of.THING for row in rows) == 1:
        return _crosswise(rows, line)
    ways = [at for at in range(len(rows) - 3) if _tells(rows[at : at + 4]) and _only_people(rows[:at])]
    ways = [at for at in ways if _only_people(rows[at + 4 :])]
    close = [at for at in ways if all(_close(line, rows[i][-1], rows[i + 1][0]) for i in (at, at + 2))]
    ways = close or [at for at in ways if at + 4 == len(rows)] or ways
    if len(ways) != 1:
        return None
    one, other = rows[ways[0] + 1][-1], rows[ways[0] + 2][0]
    return _between(line, rows[0][0].start, one, other)


def _close(line: Line, one: _Mark, other: _Mark) -> bool:
    """Whether nothing parts the two: "botox pra mim", and not "minha irmã. Botox"."""
    return not _parts(line, one, other)


def _crosswise(rows: _Rows, line: Line) -> int | None:
    """ "pra mim botox e limpeza pra ela": of two things in a row each is hers who stands beside it."""
    at = next(number for number, row in enumerate(rows) if row[0].of is _Of.THING)
    whole = 0 < at < len(rows) - 1 and len(rows[at]) == _TWO
    if not whole or rows[at - 1][0].of is rows[at + 1][0].of or len(rows) > at + _TWO or at > 1:
        return None
    if just_before(_ORDERS, line.norm, rows[0][0].start):
        return None
    return _between(line, rows[0][0].start, rows[at][0], rows[at][1])


def _tells(rows: _Rows) -> bool:
    """Whether of four rows the first two and the last two are somebody and something."""
    kinds = [row[0].of for row in rows]
    people = [kind for kind in kinds if kind is not _Of.THING]
    return len(set(people)) == len(people) == _TWO and kinds[:2].count(_Of.THING) == 1


def _only_people(rows: _Rows) -> bool:
    return all(row[0].of is not _Of.THING for row in rows)


def _between(line: Line, begins: int, one: _Mark, other: _Mark) -> int:
    """The cut between two marks: at what parts them, else right before the second, with its hour where hours come first."""
    first, last = line.token_at(one.end - 1) + 1, line.token_at(other.start)
    parts = _parts(line, one, other)
    led = [
        at
        for at in parts
        if rx(_LEADS).match(line.norm[line.starts[at] + len(line.tokens[at].norm) : other.start])
    ]
    hours_lead = rx(_TIME).search(line.norm[:begins]) is not None
    at = (led or parts or [first if hours_lead else last])[0]
    return line.tokens[at].start


def _parts(line: Line, one: _Mark, other: _Mark) -> list[int]:
    """The tokens between the two that part what is said: commas, "e"; "é" is none."""
    between = range(line.token_at(one.end - 1) + 1, line.token_at(other.start))
    return [
        at for at in between if line.tokens[at].text[0] in _BREAKS or line.tokens[at].text.lower() in _ANDS
    ]
