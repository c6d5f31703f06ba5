"""Which of several things Anna offered was picked by its number, its letter or its label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from anna.commands import RuleHit
from anna.conversation.understanding.intents.scores import INSTEAD
from anna.conversation.understanding.replies.stances import SHOULD
from anna.conversation.understanding.text.line import Line, just_before, rx
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
_POINTS = r"(?:ess[ae]|est[ae]|a|la|o|na|no|da|do|pel[ao])"
_ORDINAL = (
    rf"(?:\b|^)(?:(?:{_POINTS}|{_OPTION}) )?(?:{'|'.join(f'({said})' for said, _ in _ORDINALS)})"
    rf"(?! feira| (?:que vem|agora|as \d))(?: {_OPTION})?\b"
)
_NUMBER = rf"(?<![\w.,:/-])(?:(?:{_OPTION}|o|a|no|na|quero|prefiro|fico com|pode ser|vou de|escolho|marca|com|esse|essa|#) )*(?P<n>\d)(?! ?(?:h\b|:|da (?:manha|tarde|noite)|e meia|/|min|pessoas|x\b|vezes|reais|anos|sess|a feira|dias?|opc\w+|horarios?))(?!\d|[\w.,/-]\w)"
_ONE = rf"(?:^(?:(?:{_OPTION}|o|a|quero|pode ser|marca|escolho|vou de) )*|\b{_OPTION} )(?P<n>uma?)(?=(?:[ ,.!]+(?:porra|caralho|cacete|carai|inferno|droga|caramba|kkk|por favor|pfv?|entao|mesmo|viu|logo|ai|ta|moca|obrigad[ao]))*[^\w]*$)"
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
    should = line.find(SHOULD)
    if should and should.start():
        line = line.hide(should.start(), should.end())
    first = line.find(_FIRST_OF_ALL)
    if first:
        line = line.hide(first.start(), first.end())
    said = [*_ordinals(line, count, weekdays), *_letters(line, count), *_numbers(line, count)]
    meant = sorted((m for m in said if not is_refused(line.norm, m.start, m.end)), key=lambda m: m.start)
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
    for match in rx(_ORDINAL).finditer(line.norm):
        number = next(n for said, (_, n) in zip(match.groups(), _ORDINALS, strict=True) if said)
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


BESIDE_OTHERS = r"\b(?:primeir|terceir|ultim)[ao]\b(?! (?:vez|sessao|consulta|aplicacao|avaliacao)\b)"
"""What "a segunda" stands beside where it is the second one, and no Monday."""

_ORD = r"(?:primeir|segund|terceir|quart|ultim)[ao]"
_REFUSED = (
    rf"\b(?:nem|menos|tirando|exceto)(?: (?:o|a|n))? (?P<a>\d|{_ORD})(?: (?:e|nem|ou) (?:o |a )?(?P<b>\d|{_ORD}))?\b(?! ?(?:h\b|:))|"
    rf"\b(?:o|a) (?P<c>\d|{_ORD})(?: e (?:o |a )?(?P<d>\d|{_ORD}))?(?: (?:eu|ja))? nao\b(?! (?:sei|tem problema))|"
    r"\b[ao]s (?P<n>[2-4]) (?:primeir|ultim)[ao]s(?: (?:eu|ja))? nao\b"
)


def _left(line: Line, count: int) -> Choice | None:
    """The one option that refusing the others by number leaves: "os dois primeiros não", "menos o 1 e o 3"."""
    refused = refused_numbers(line, count)
    left = set(range(1, count + 1)) - refused
    if len(left) != 1 or not refused:
        return None
    number = left.pop()
    return Choice(number, line.hit("answers.left", 0, len(line.norm), str(number)))


def refused_numbers(line: Line, count: int, weekdays: frozenset[int] = frozenset()) -> set[int]:
    """The numbers of the list that are turned down. One beyond it is none of them: "nem quarta" where three are offered is a day."""
    days = {_DAYS[day] for day in weekdays & set(_DAYS)}
    refused: set[int] = set()
    for match in rx(_REFUSED).finditer(line.norm):
        several = int(match["n"] or 0)
        first = 1 if "primeir" in match.group() else count - several + 1
        refused |= set(range(first, first + several))
        refused |= {_option(match[name], count) for name in "abcd" if match[name] and match[name] not in days}
    return refused & set(range(1, count + 1))


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
        number = int(match["n"])
        if 1 <= number <= count and not _counts(line.norm, match.start("n"), match.end()):
            found.append(_Mention(number, match.start(), match.end(), "answers.number"))
    one = line.find(_ONE)
    return [*found, _Mention(1, one.start(), one.end(), "answers.number")] if one else found


_COUNTED_BEFORE = r"\b(?:as|das|umas|dia|ate|depois|antes|pelas|[dn]?os|[nd]?ess[ea]s|[nd]?est[ea]s|aquel[ea]s|uns|tenho|temos|tem|tinha|somos|sao|seriam?|seremos|sera|eramos|vamos em|mais|minhas|meus|nossas|nossos|suas|seus|outr[ao]s|faltam?|fiz|fazem|faz|fazer|ha|levo|levar|gastei|paguei|uso|tomo|cerca de|entre|todas|cada|vezes|so (?:vai|vem|vao|vou levar)|custa\w*|quase|marcar (?:para|pra)|somente|apenas|total de|em|d?nos|mae de|pai de|avo de) ?$"
# "2 filhas", "1 pessoa": what is counted stands behind its number.
_COUNTED_AFTER = (
    r" (?:(?:pessoa|filh[ao]|filhinh[ao]|crianca|acompanhante|sessao|irma|irmao|amig[ao]|bebe|net[ao]|sobrinh[ao]|cliente|area|regiao|ampola|seringa|ml|vez|mes|ano|semana|consulta|procedimento|parcela|cachorr[ao]|gat[ao]|so (?:pessoa|vai|vem)|hora|minuto|dia)\b"
    r"|(?!(?:as|das|nas|mas|mais|pois|depois|antes|vcs|voces|nos|dos|por|sim|tres|tras|pls|bjs|os|us|dias|deus|entres|gracas|obrigadas|apenas|simples|pes|vamos|fechamos|podemos|queremos|ficamos|marcamos|vezes)\b)[a-z]{3,}[aeo]s\b)"
)


def _counts(norm: str, start: int, end: int) -> bool:
    """Whether the number there counts something instead of naming an option: "tenho 2 filhos", "somos 2", "1 pessoa só vai"."""
    return bool(just_before(_COUNTED_BEFORE, norm, start) or rx(_COUNTED_AFTER).match(norm, end))


def named_numbers(line: Line, count: int, weekdays: frozenset[int]) -> frozenset[int]:
    """Every number of the list that is said, whatever is said of it."""
    said = (*_ordinals(line, count, weekdays), *_numbers(line, count))
    return frozenset(mention.number for mention in said) | refused_numbers(line, count, weekdays)


_NOT = r"(?<!\d )\b(?:nao|menos|nem|exceto)(?: (?:a|o|quero|posso|pode|ser|da|na|no|e))* ?$"
_IS_NOT = r" nao\b(?! tem problema)"


def is_refused(norm: str, start: int, end: int) -> bool:
    only_n = norm[:start] == "nao "  # "n 2" is "nº 2"
    return bool((just_before(_NOT, norm, start) and not only_n) or rx(_IS_NOT).match(norm, end))


_JOINING = frozenset(
    ("a", "o", "e", "ou", "de", "da", "do", "das", "dos", "em", "no", "na", "com", "para", "por", "que", "um", "uma", "as", "os", "ao", "se")
)  # fmt: skip


def read_label(line: Line, options: tuple[str, ...]) -> Choice | None:
    """The option whose label (or the words that only it has) the message repeats.

    A word that is turned down is not repeated ("desisti de cancelar"), and the yes or no of a label only where nothing else is said:
    "vou sim" is no "Sim, cancelar".
    """
    bare = is_bare_word(line)
    said = {
        match.group()
        for match in rx(r"(?<![\w:])\w+(?!:\d)").finditer(
            line.norm
        )  # no half of an hour: "17:30" is no "30/11"
        if (bare or match.group() not in _YES_NO) and not rx(_TURNED_DOWN).search(line.norm[: match.start()])
    }
    # "a 1 ou a 2" does not repeat "Outro dia ou horário"
    labels = [
        {word for word in rx(r"\w+").findall(fold(option)) if word not in _JOINING} for option in options
    ]
    scores = [len(said & (words - set().union(*(w for w in labels if w is not words)))) for words in labels]
    best = max(scores, default=0)
    if not best or scores.count(best) > 1:
        return None
    number = scores.index(best) + 1
    return Choice(number, line.hit("answers.label", 0, len(line.norm), str(number)))


def is_bare_word(line: Line) -> bool:
    """Whether nothing but a yes or a no is said."""
    return rx(_BARE_WORD).fullmatch(line.core) is not None


_YES_NO = frozenset({"sim", "nao"})
_BARE_WORD = r"(?:(?:sim|nao|s+i+m+|ss|n|s|isso|ok|claro|quero|pode|por favor|mesmo|,|!|\.)(?: |$))*"
_TURNED_DOWN = (
    r"\b(?:nao|num|nem|sem|nunca|(?:desist\w+|desencanei|em vez|inves|ideia|vontade) de)(?: [a-z]+){0,2} $"
)
