"""Whose consulta is spoken of, where one is booked for her and one for somebody of hers: "minha mãe não vai mais, só eu". Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from anna.conversation.understanding.facts.whom import KIN, by_pronoun
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold


class Whose(Enum):
    """Of the two whose it is."""

    HERS = auto()
    THEIRS = auto()


_BOTH = rf"\b(?:eu e (?:ela|ele|(?:a |o )?(?:minha|meu) {KIN})|(?:ela|ele|(?:minha|meu) {KIN}) e eu|nos (?:2|duas|dois)|a gente|(?:as|os) (?:2|duas|dois)|ambas|ambos|nenhum[ao] d[aeo]s)\b"
_MINE = rf"\b(?:[ao] (?:minha|meu)(?! {KIN}\b)|(?:minha|meu) (?:consulta|horario|h|sessao|vaga))\b"
_I = r"\b(?:eu|mim|vou|vo|posso|poderei|consigo|irei|quero|desisti|venho|mantenho|continuo|confirmo)\b"
_GOES = r"\b(?:eu|mim|vou|vo)\b"
_ANOTHER = rf"\b(?:(?:[ao] |d[ao] )?(?:minha|meu) {KIN}|d?el[ae]|[ao] outr[ao]|(?:[ao] |d[ao] )(?:mae|pai|vo|avo|sogr[ao]|ti[ao]|irma|irmao)|mainha|painho)\b"
_PARTS = r"[,;.!\n]+| (?:e|mas|porem|so que|porque|pois|entao|ai) (?=[a-z])"
_TAIL = (
    r"(?= *(?:$|[?]|(?:n[ao]|nesse|nessa|neste|nesta|ness?a|amanha|hoje|segunda|terca|quarta|quinta|sexta|sabado|dia|as|a|ai|la|agora|por|viu|ta|mesmo|infelizmente|comigo|junto|nao"
    r"|mais|pra|para|consulta|essa|esse|horario|limpeza|botox|fazer|aquele|aquela)\b))"
)
_OFF = (
    rf"\b(?:nao|num|n|nem) (?:vai|vou|vo|pode|posso|podera|poderei|consegue|consigo|quer|quero|ira|irei|vem|venho)(?: mais)?(?: poder| conseguir| querer)?(?: mais)?(?: ir| vir| comparecer| fazer| estar ai)?{_TAIL}"
    r"|\b(?:nao|num|n) (?:vai dar|da|deu|rola|vai rolar)(?: mais)? (?:pra|para|pro)\b"
    r"|\b(?:desistiu|desisti|vai faltar|vou faltar|vai desistir|vou desistir|deu para tras|deu pra tras)\b"
)
_UNDONE = r"(?:cancel|desmar[cq]|tir[aeo]|exclu|desist|remov|apag)\w*"
_CALLS_OFF = rf"(?<!nao )(?<!num )(?<!n )(?<!nem )\b{_UNDONE}(?! (?:duvida|foto|uma duvida))"
_MOVES = r"(?<!nao )(?<!num )(?<!n )(?<!nem )\b(?:remarc|mud|troc|adi|antecip|pass)\w*"
_NEVER = rf"\b(?:nao|num|n|nem) (?:(?:e|eh|precisa|quero|vai|pode|para|pra) )*{_UNDONE}"
_COMES = r"(?<!nao )(?<!num )(?<!n )(?<!nem )\b(?:vou|vo|vai|fica|fico|mantem|mantenho|mantenha|mantido|mantida|manter|continua|continuo|segue|deixa|permanece|ta de pe|esta de pe|confirmo|venho|vem)\b"
_ONLY = r"\b(?:so|somente|apenas|sozinh[ao])\b"
_SPARED = r"\b(?:nao|num|n|so|somente|apenas)\b"
_IF = r"\b(?:se|caso|talvez|acho|sera|quando)\b"


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    whose: Whose | None
    plainly: bool  # "a minha", and not only "eu"


def _clauses(norm: str, names: Collection[str]) -> Iterator[_Clause]:
    """What is said, part by part, each of whom it speaks; of nobody else a part speaks of whom the one before it did."""
    another = rf"{_ANOTHER}|\b(?:[ao] |d[ao] )?(?:{'|'.join(map(re.escape, names))})\b" if names else _ANOTHER
    last: Whose | None = None
    at = 0
    for part in [*re.finditer(_PARTS, norm), None]:
        said = norm[at : part.start() if part else len(norm)]
        at = part.end() if part else len(norm)
        theirs = rx(another).search(said)
        mine = rx(_MINE).search(said)
        whose, plainly = last, False
        if mine or theirs:
            whose, plainly = None if mine and theirs else Whose.HERS if mine else Whose.THEIRS, True
            if theirs and not mine and rx(_GOES).search(said) and not rx(_CALLS_OFF).search(said):
                whose = None  # "eu vou com ela"
        elif rx(_I).search(said):
            whose = Whose.HERS
        yield _Clause(said, whose, plainly)
        last = whose


def whose_is_off(text: str, names: Collection[str] = ()) -> Whose | None:
    """Who of the two does not come any more, or whose is called off: "tira a da minha mãe, a minha fica"; None where it is both, or not plain.

    `names` are the given names, folded, of those of hers who are booked.
    """
    return _changed(text, names, _CALLS_OFF)


def without_what_stays(text: str) -> str:
    """The text without what is said of hers that stays, beside what the other one is to have: "o laser é meu e fica, pra ela só limpeza"."""
    parts = re.split(r"(?<=[.!?,;\n])", text)
    return "".join(part for part in parts if Line.of(part).find(_HERS_STAYS) is None)


_HERS_STAYS = rf"\b(?:meu|minha)\b(?! {KIN}\b)(?: (?!nao\b|num\b)[a-z]+){{0,3}} (?:fica|continua|segue|mantem|mantenha|permanece)\b"
_ONLY_THEM = r"\beu (?:desisti|nao (?:vou|quero|posso|vai dar))\b.*\bso (?:(?:pra|para) )?(?:ela|ele|[ao] d(?:ela|ele))\b"


def who_stays_out(text: str) -> Whose | None:
    """Who of two who are to come does not, though nothing is booked yet: "ela desistiu, sou só eu"; None where it is both, or not plain."""
    norm = by_pronoun(text)
    if books_later(text):
        return Whose.THEIRS
    return Whose.HERS if rx(_ONLY_THEM).search(Line.of(norm).norm) else whose_is_off(norm)


_THEM = rf"(?:el[ae]|(?:[ao] )?(?:minha|meu) {KIN})"
_SEES_TO_IT = (
    r"(?:marca|agenda|ve|liga|decide|escolhe|resolve|combina|chama voces|fala com voces|entra em contato)"
)
_BOOKS_LATER = (
    rf"\b(?:depois|mais tarde|mais (?:pra|para) (?:a )?frente|outro dia|outra h) {_THEM} (?:mesm[ao] |propri[ao] )?(?:que )?{_SEES_TO_IT}\b"
    rf"|\b{_THEM} (?:mesm[ao] |propri[ao] )?{_SEES_TO_IT}(?: (?:[ao] d(?:ela|ele)|isso|mesm[ao]))* (?:depois|outro dia|outra h|sozinh[ao]|por conta|mais (?:pra|para) (?:a )?frente)\b(?! d[aeo])"
    r"|\b[ao] d(?:ela|ele) (?:(?:fica|deixa|deixamos|pode ficar) )?(?:pra|para) (?:depois|outro dia|outra h)\b(?! d[aeo])"
    r"|\b[ao] d(?:ela|ele) (?:(?:eu|a gente|nos|ela|ele) )?(?:marco|marca|marcamos|vejo|ve|vemos|agendo) (?:depois|outro dia|outra h)\b(?! d[aeo])"
    r"|\b(?:depois|outro dia) (?:(?:eu|a gente|nos) )?(?:marco|marca|marcamos|vejo|ve|vemos|agendo) [ao] d(?:ela|ele)\b"
)


def books_later(text: str) -> bool:
    """Whether the other one of two is to be booked another time, and only hers now: "depois ela marca o dela"."""
    norm = Line.of(by_pronoun(text)).norm
    return "?" not in norm and rx(_BOOKS_LATER).search(norm) is not None


def _changed(text: str, names: Collection[str], undone: str) -> Whose | None:
    norm = Line.of(text).norm
    if rx(_BOTH).search(norm):
        return None
    off: set[Whose] = set()
    stay: set[Whose] = set()
    beside: set[Whose] = set()
    plainly = False
    never = rx(_NEVER).search(norm)
    for clause in _clauses(norm, names):
        if clause.whose is None or rx(_IF).search(clause.text):
            continue
        asks = "?" in clause.text
        if rx(undone).search(clause.text) or (rx(_OFF).search(clause.text) and not asks):
            off.add(clause.whose)
            plainly = plainly or clause.plainly
        elif rx(_COMES).search(clause.text) and not asks:
            stay.add(clause.whose)
            if rx(_ONLY).search(clause.text) and not never:
                off.add(Whose.THEIRS if clause.whose is Whose.HERS else Whose.HERS)
        elif clause.plainly and not rx(rf"{_SPARED}|{_MOVES}").search(clause.text):
            beside.add(clause.whose)
    if rx(undone).search(norm):
        off |= beside  # "cancela a minha e a dela"
    left = off - stay
    if len(left) != 1 or len(off) != 1:
        return None
    return left.pop() if plainly or stay or Whose.THEIRS in left else None


def whose_is_meant(text: str, names: Collection[str] = ()) -> Whose | None:
    """Of whom it is spoken, and of nobody else: "a da minha mãe", "o meu continua né?"; whose is called off or moved, where both are named."""
    if changed := _changed(text, names, rf"{_CALLS_OFF}|{_MOVES}"):
        return changed
    norm = Line.of(text).norm
    if rx(_BOTH).search(norm):
        return None
    said = {clause.whose for clause in _clauses(norm, names) if clause.plainly}
    return said.pop() if len(said) == 1 else None


def both_are_meant(text: str, names: Collection[str] = ()) -> bool:
    """Whether it is spoken of both alike: "cancela a minha e a da minha mãe"."""
    norm = Line.of(text).norm
    named = {clause.whose for clause in _clauses(norm, names) if clause.plainly} >= {*Whose}
    return (named or rx(_BOTH).search(norm) is not None) and whose_is_meant(text, names) is None


def neither_comes(text: str) -> bool:
    """Whether both are called off: "eu e minha mãe não vamos mais poder ir"."""
    norm = Line.of(text).norm
    both = rx(
        rf"{_BOTH}(?: mais| infelizmente)* (?:nao|num|n) (?:vao|vamos|vai|podemos|podem|conseguimos|conseguem|iremos|irao|queremos)\b"
    ).search(norm)
    return both is not None and "?" not in norm and rx(_IF).search(norm) is None


_STANDS = (
    r"\b(?:(?:continua|segue|permanece|fica|ficou|mantem|mantid[ao])(?= *(?:$|[?,.!]|(?:ne|neh|certo|viu|de|n[ao]|as?|o|mesm[ao]|igual|normal|la|tudo|em|marcad[ao]|valendo|cert[ao]|confirmad[ao]|garantid[ao])\b))"
    r"|(?:ta|esta|tao|vale|continua|segue|ficou) (?:ainda |tudo |mesmo )?(?:de pe|valendo|cert[ao]s?|certinh[ao]s?|confirmad[ao]s?|marcad[ao]s?|garantid[ao]s?|mantid[ao]s?|normal)|ainda vale|ainda ta)\b"
)
_ASKS = r"\?|\b(?:ne|neh|certo|viu)\W*$"
_FEW = 12
"""Of more words than these it is only a part."""


def asks_whether_stands(text: str, names: Collection[str] = ()) -> bool:
    """Whether it is asked of the one or the other no more than whether it stands: "o meu continua né?", "e o dela, tá de pé?"."""
    line = Line.of(text)
    if len(line.tokens) > _FEW or not rx(_ASKS).search(line.norm) or rx(_UNDO).search(line.norm):
        return False
    of_one = whose_is_meant(text, names) is not None or rx(_BOTH).search(line.norm) is not None
    return of_one and rx(_STANDS).search(line.norm) is not None


_THAT_ONE = rf"(?:(?:e|mas|ai|ta|ok|entao|certo|,) )*[ao] (?:minha|meu|del[ae]|d[ao] (?:minha|meu) {KIN}(?: [a-z]+)?|d[ao] [a-z]+)(?: (?:entao|ai|tambem))* ?\?+"


def asks_of_that_one(text: str, names: Collection[str] = ()) -> bool:
    """Whether no more is asked than of whom, such as what was told of the other one: "e a da minha mãe?"."""
    norm = Line.of(text).norm.strip()
    return rx(_THAT_ONE).fullmatch(norm) is not None and whose_is_meant(text, names) is not None


_UNDO = rf"\b{_UNDONE}|\b(?:remarc|mud|troc|adi|antecip)\w*"
_SWAPS = (
    rf"\b(?:troc|invert|permut)\w* (?:(?:ai|so|entao|por favor|o|os|a|as|horario|horarios|h|de|entre) )*(?:(?:a|o)? ?(?:minha|meu)(?! {KIN}\b)(?: (?:h|horario|consulta|vaga))?|nos|nossos?(?: horarios?)?|eu)"
    rf" (?:com|pel[ao]|por|e) (?:(?:a|o|pel[ao]) )?(?:h |horario |consulta |vaga )?(?:d?el[ae]|d[ao] (?:minha|meu) {KIN}|(?:minha|meu) {KIN}|eu)\b"
    rf"|\b(?:troc|invert|permut)\w* (?:(?:os|as|nossos|nossas|de|entre) )+(?:2|horarios?|consultas?|nos|a gente)\b(?: (?:2|entre nos|das 2|dos 2|nossos))*(?= *(?:$|[,.!?]))"
    rf"|\b(?:ela|ele|(?:minha|meu) {KIN}) (?:vai|fica|entra|pega) (?:n[ao]|com [ao]) (?:meu|minha)(?: (?:h|horario|vaga|lugar))?(?: \w+)?,? (?:e )?eu (?:vou |fico |pego |entro )?(?:n[ao]|com [ao])? ?d(?:el[ae])\b"
    rf"|\beu (?:vou|fico|entro|pego) (?:n[ao]|com [ao])? ?(?:horario |h |lugar |vaga )?d(?:el[ae]|[ao] (?:minha|meu) {KIN}) e (?:ela|ele|(?:a |o )?(?:minha|meu) {KIN}) (?:(?:vai|fica|entra|pega) )?(?:n[ao]|com [ao])? ?(?:meu|minha)\b"
)


_WITH_ME = (
    r"\btroc\w*(?: (?:de |o |o meu |a |a minha |meu )?(?:horario|h|vaga|lugar|dia|consulta))? (?:comigo|com (?:ela|ele)(?= *(?:$|[,.;!?]|eu\b|el[ae]\b|pode\b|da\b))"
    rf"|com (?:[ao] )?(?:minha|meu) {KIN}\b|com [ao] (?P<name>[a-z]+))"
)


def swaps_the_two(text: str, names: Collection[str] = ()) -> bool:
    """Whether each of the two is to have the other one's time: "troca a minha com a dela", "a Lara pediu pra trocar comigo".

    `names` as in `whose_is_off`.
    """
    norm = Line.of(text).norm
    if rx(_SWAPS).search(norm):
        return True
    with_me = rx(_WITH_ME).search(norm)
    return with_me is not None and (with_me["name"] is None or with_me["name"] in names)


def whose_is_moved(text: str, names: Collection[str] = ()) -> Whose | None:
    """Of the two whose is to be at another time: "passa o dela pra quarta, o meu fica"; None where it is both, or not plain. `names` as above."""
    norm = Line.of(text).norm
    if not rx(_MOVES).search(norm) or rx(_CALLS_OFF).search(norm) or rx(_MOVES_NO_TIME).search(norm):
        return None
    return _changed(text, names, _MOVES)


_MOVES_NO_TIME = r"\bpass\w* (?:mal|bem|a?o? ?(?:numero|telefone|contato|pix|chave|endereco|valor|cartao|dados|nome|link|por ai|ai)\b)|\bmud\w* de ideia\b|\b(?:troc|mud)\w* (?:o |a |de )?(?:procedimento|nome|numero|telefone)\b"


def changes_what_stands(text: str) -> bool:
    """Whether anything is to be called off, moved or swapped at all."""
    return rx(rf"{_CALLS_OFF}|{_MOVES}|{_SWAPS}").search(Line.of(text).norm) is not None


def calls_off_and_moves(text: str, names: Collection[str] = ()) -> bool:
    """Whether of the two the one's is called off and the other's is moved, in one breath: "desmarca a da Vera e a minha passa pra 11h"."""
    off: set[Whose | None] = set()
    moved: set[Whose | None] = set()
    for clause in _clauses(Line.of(text).norm, names):
        if clause.plainly and rx(_CALLS_OFF).search(clause.text):
            off.add(clause.whose)
        elif clause.plainly and rx(_MOVES).search(clause.text):
            moved.add(clause.whose)
    return len(off | moved) == len(Whose) and len(off) == len(moved) == 1 and None not in off | moved


_ASKS_WHEN = r"\b(?:que|qual|quais|quando|cade|diz|fala|passa|saber|ver|lembra|esqueci)\b.*\b(?:horarios?|h|dia|data|quando|consulta|sessao)\b"


def asks_when_it_is(text: str, names: Collection[str] = ()) -> bool:
    """Whether it is asked when the one or the other is to come: "qual o horário da consulta da minha mãe?"."""
    line = Line.of(text)
    bare = len(line.tokens) <= _FEW and not rx(_UNDO).search(line.norm)
    return (
        bare and rx(_ASKS_WHEN).search(line.norm) is not None and whose_is_meant(text, names) is Whose.THEIRS
    )


_IS = r"(?: que| e que)? (?:e|eh|era|seria|e so|e pra ser)(?: (?:o|a|so|que))*"
_TOO = r"\btambem\b|\?"


def whose_each_is(
    text: str, named: Iterable[tuple[str, str]], names: Collection[str] = ()
) -> frozenset[tuple[Whose, str]]:
    """What is said to be whose: "a limpeza é minha, o botox que é dele"; nothing of what is only asked, or wished for besides.

    `named` are the procedures in it, each with the words that named it, and `names` as in `whose_is_off`.
    """
    norm = Line.of(text).norm
    if rx(_TOO).search(norm):
        return frozenset()
    called = "|".join([KIN, *map(re.escape, names)])
    hers, theirs = rf"(?:minh[ao]|meu)(?! {KIN}\b)", rf"(?:d?el[ae]|d[ao] (?:(?:minha|meu) )?(?:{called}))"
    told = set()
    for slug, saw in named:
        thing = re.escape(fold(saw))
        for whose, of in ((Whose.HERS, hers), (Whose.THEIRS, theirs)):
            if re.search(rf"\b{thing}{_IS} {of}\b|\b[ao] {of}{_IS} {thing}\b", norm):
                told.add((whose, slug))
    return frozenset(told)
