"""Which procedures a message names, however they are spelt.

Every name of the catalogue is reduced to a key that sounds the same for the spellings people mix up (z/s, x/ch, ei/e, l/u…). A word
that is near a catalogue word, and is no other word of the language, is read as it. Longer names win over shorter ones they contain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from anna.commands import RuleHit
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.facts.common_words import is_common
from anna.conversation.understanding.facts.lookalikes import NOT_NAMES, OTHERS
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_SOUNDS: tuple[tuple[str, str], ...] = (
    ("ph", "f"), ("th", "t"), ("ch", "s"), ("sh", "s"), ("lh", "li"), ("nh", "ni"), ("ss", "s"), ("sce", "se"), ("sci", "si"), ("xc", "s"), ("x", "s"),
    ("ce", "se"), ("ci", "si"), ("qu", "k"), ("q", "k"), ("c", "k"), ("ks", "s"), ("y", "i"), ("w", "u"), ("z", "s"), ("ge", "je"), ("gi", "ji"), ("ou", "o"),
    ("ei", "e"), ("ee", "i"), ("oo", "u"), ("h", ""), ("m", "n"),
)  # fmt: skip
# Between the words of a name these say nothing: "preenchimento nos meus lábios".
_FILLERS = frozenset({
    "o", "a", "os", "as", "no", "na", "nos", "nas", "de", "da", "do", "das", "dos", "em", "um", "uma", "uns", "umas", "meu", "minha", "meus", "minhas", "(", ")", "-", "com", "mais", "bem",
})  # fmt: skip
NAMED = "procedures.name"
"""The rule that sees the name of a procedure: what it saw is as it was written, what it meant the slug."""
REFUSED = "procedures.refused"
"""The rule that sees one that is named and not to be done, or not yet: "não pedi peeling", "o laser deixa pra depois"."""

_LITERAL = 3
_LONG = 8
_LONGEST = 30
_X_WORD = 6
# What is run together with a name: "limpezade pele", "depilacaoa laser".
_GLUE = ("de", "da", "do", "dos", "das", "na", "no", "nos", "nas", "com", "a", "e")
_DOUBLE = re.compile(r"(.)\1+")
# "botoquis": an x at the end as it is spoken, once "qu" is "k" and z is s
_DIMINUTIVE = re.compile(r"z?inh[ao]s?$")
_SPOKEN_X = re.compile(r"(?<=[ao])ki?s$")

# "só o microagulhamento sem peeling", "sem o peeling tem que horas?"; "fico triste sem botox" wants it
_WITHOUT = r"\bsem(?: (?:o|a|fazer|ess[ae]))* ?$"
_BEGINS_WITHOUT = rf"(?:^|[,.;!?] |\b(?:mas|entao|so|pode ser|quero) ){_WITHOUT}"
_NEGATED = r"\b(?:nao (?:quer|quero|e|queria|quis|seria|vou fazer|preciso|gosto|to falando|era|estou falando|(?:te )?(?:pedi|falei|disse|escolhi|solicitei|mencionei|combinei)(?! (?:ainda|o preco|o valor)))(?: (?:nada|mais|fazer|o|a|de|do|da|com|em|falar|ser|nenhum|nenhuma|para|marcar|um|uma))*|(?:nunca|nem|jamais) (?:pedi|quis|falei)(?: (?:o|a|de|do|da|em|fazer|nenhum|nenhuma))*|em vez d[aeo]|no lugar d[aeo]|ao inves d[aeo]|sem ser|menos|fora|tirando|exceto|desisti(?:u|ram)? d[aeo]|nada de|trocar|troco|troca)(?: (?:o|a|fazer|minha|meu|ess[ae]|mais))* ?$|(?:,|\be|\bmas) nao(?: (?:o|a|um|uma))* ?$"
_NEGATED_AFTER = (
    r"^(?: eu)? nao(?: (?:quero|quer|preciso|e|vou|vai|mais|precisa|pedi|quis))*(?= *(?:$|[,.;!]))"
)
# "o laser deixa pra depois", "deixa o laser pra outra vez": not beside the rest
_LATER = r"(?:para |pra |num |em |n?uma )?(?:depois|outr[ao] (?:dia|vez|h|hora|momento|ocasiao|oportunidade)|mais para frente|mais pra frente|la na frente|proxima vez)(?= *(?:$|[,.;!)]|mesmo|ta|viu|por favor|obrigad[ao]|que|kkk))"
_PUT_OFF_AFTER = rf"^ ?,?(?: (?:eu|a gente|ai|ja|esse|essa|isso))*(?: (?:deix\w+|fica|faco|vejo|marco|ve|fazemos|vemos|decido|penso|quero|seria|e|so))+(?: (?:de|isso|ele|ela|quieto|fazer|marcar|para fazer|nele|nela))* {_LATER}|^ ?,?(?: (?:eu|a gente|ai|ja))+ _[_ ]*(?= *(?:$|[,.;!)]))"
# "deixa então o botox, marca uma limpeza"; "deixa o botox marcado" keeps it
_LEFT = r"\bdeix[ae](?: (?:entao|quieto|pra la|para la))+(?: (?:o|a|ess[ae]|meu|minha))* ?$"
_FOR_ANOTHER = r"^ ?(?:,|\.|e|mas)+ ?(?:(?:e|mas|ai|so|eu|me|vou|entao) )*(?:marc\w+|quero|queria|prefiro|fa[zc]\w*|bot[ao]|coloc\w+|agend\w+|ve)\b(?!.*\btambem\b)"
_PUT_OFF_BEFORE = r"\bdeix\w+(?: (?:so|o|a|ess[ae]|fazer|para fazer))* ?$"
# "tem sobrancelha? se n tiver quero limpeza": one of them, and the first while that can be had
_IF_NONE = r"\b(?:(?:se|caso)(?: (?:voces?|por acaso|ai|ja))* (?:nao|num|n) (?:tiver\w*|tem|tenha\w*|houver|ha|haja|der|de|rolar|puder\w*|fizer\w*|faz|fazem|trabalh\w+|for possivel|conseguir\w*)|senao)\b"
_FALLBACK, _IF_NONE_OF = rf"{_IF_NONE}[^.?!]{{0,40}}$", rf"{_IF_NONE}(?: [a-z]+){{0,4}} $"
_TOLD = r"\b(?:ja )?(?:fiz|fizemos|apliquei|coloquei|fui fazer|tinha feito|acabei de fazer|cancel\w+|desmarc\w+)(?: (?:o|a|um|uma|meu|minha|ja|so))* ?$"
_FIX = r"\b(?:alias|quer dizer|quero dizer|digo|ou melhor|na verdade|pensando (?:bem|melhor)|errei|me enganei|desculpa|ops|opa|melhor|mudei de ideia|prefiro|troca|trocar|corrigindo|confundi|minto)\b"
# "botox... não, limpeza de pele mesmo": a no that stands for itself takes back what was said before it.
# "mudar de limpeza para peeling", "substituir a limpeza pelo peeling": the first is no more wished for.
_CHANGED = r"\b(?:mud|troc|substitu|alter)\w*(?: (?:de|d?[ao]|minha|meu|ess[ae]))* ?$"
_TO = r"^ (?:por|para|pra|pro|pelo|pela)(?: (?:o|a|um|uma|fazer|ser))* ?$"
_TAKEN_BACK = r"[.,;!?\n](?: ?[.,;!?])* (?:(?:ai|ah|opa|ih|e|hm+|,) )*(?:nao|num)(?: (?:nao|,))*(?: ?[.,;!?]+| (?:pera|perai|espera|calma|desculpa))(?:[^.;!?]{0,30})$"


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """The key of one folded word; the shortest words are too alike for that and stay as they are."""
    if len(word) <= _LITERAL:
        return word
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = _SPOKEN_X.sub("s", _DOUBLE.sub(r"\1", word))
    return f"e{word}" if word[0] == "s" and word[1] not in "aeiou" else word


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """A catalogue ready to be searched: phrases of sounds, longest first, and the words worth repairing towards, as (sound, spelling).

    Compared as itself: there is one of each catalogue (`names_of`).
    """

    phrases: tuple[tuple[tuple[str, ...], str], ...]
    words: tuple[tuple[str, str], ...]
    alone: frozenset[str]
    known: Mapping[str, str]


def spelt_of(name: str) -> list[str]:
    """The words of a name that say something."""
    return [word for word in fold(name).split() if word not in _FILLERS]


@lru_cache(maxsize=64)
def names_of(catalogue: Catalogue) -> Names:
    """Derived once per catalogue."""
    phrases: dict[tuple[str, ...], str] = {}
    words: dict[str, str] = {}
    for procedure in catalogue.procedures:
        for name in procedure.names:
            spelt = spelt_of(name)
            phrases.setdefault(tuple(sound(w) for w in spelt), procedure.slug)
            words.update({sound(w): w for w in spelt if len(sound(w)) >= 4})
    ordered = sorted(phrases.items(), key=lambda item: (-len(item[0]), -len("".join(item[0]))))
    alone = frozenset(phrase[0] for phrase in phrases if len(phrase) == 1)
    return Names(tuple(ordered), tuple(words.items()), alone, words)


@dataclass(frozen=True, slots=True)
class Named:
    """One procedure named by the words [first, last], which are `line.norm[start:end]`."""

    slug: str
    first: int
    last: int
    start: int
    end: int


_RETURN = "retorno"
_RETURN_ASKED_OF = (
    r"\b(?:retorno|retoque)s?(?: (?:ja|ta|esta|vem|e|eh|tambem|depois|fica|sai|tem que ser|tem|do botox))* (?:pag[ao]s?|cobrad[ao]|inclus[ao]|incluid[ao]|gratis|gratuit[ao]|de graca|a parte|por fora|obrigatori[ao]|necessari[ao]|custo)\b"
    r"|\b(?:tem que|tem|precisa|preciso|volt\w+|faz)(?: (?:voltar|fazer|ter|de|para|pra|o|um|algum|vir|marcar))* (?:retorno|retoque)s?(?= ?\?| depois)"
)
""" "quero botox, o retoque é pago?": asked of what is wished, and no second wish."""


def read_procedures(line: Line, catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[RuleHit, ...]]:
    """The slugs wished for, in the order they were named, and the rules that saw them."""
    for pattern in NOT_NAMES:
        for match in rx(pattern).finditer(line.norm):
            line = line.hide(match.start(), match.end())
    everything = _named(line, names_of(catalogue))
    named = _wanted(line, everything)
    if _LABIAL in catalogue.slugs:
        named = [_of_lips(line, n) for n in named]
    if any(n.slug != _RETURN for n in named) and asks_of_return(line):
        named = [n for n in named if n.slug != _RETURN]
    slugs = tuple(dict.fromkeys(n.slug for n in named))
    hits = [line.hit(NAMED, n.start, n.end, n.slug) for n in named]
    refused = [n for n in everything if n.slug not in slugs and is_refused(line, n, everything)]
    return slugs, (*hits, *(line.hit(REFUSED, n.start, n.end, n.slug) for n in refused))


def asks_of_return(line: Line) -> bool:
    """Whether it is asked what comes after what is wished: "o retoque é pago?"."""
    return line.find(_RETURN_ASKED_OF) is not None


def is_refused(line: Line, named: Named, beside: Sequence[Named]) -> bool:
    """Whether it is said of one of those named that it is not to be done, or not with the rest."""
    before, after = line.norm[: named.start], line.norm[named.end :]
    without = _WITHOUT if any(one.slug != named.slug for one in beside) else _BEGINS_WITHOUT
    if rx(without).search(before):
        return True
    if rx(_NEGATED).search(before) or rx(_NEGATED_AFTER).match(after) or rx(_PUT_OFF_AFTER).match(after):
        return True
    if rx(_LEFT).search(before) and rx(_FOR_ANOTHER).match(after):
        return True
    return rx(rf"^ {_LATER}").match(after) is not None and rx(_PUT_OFF_BEFORE).search(before) is not None


def read_told(line: Line, catalogue: Catalogue) -> frozenset[str]:
    """The slugs that are named and not wished for: what was done before, mostly."""
    wished, _ = read_procedures(line, catalogue)
    return frozenset(one.slug for one in _named(line, names_of(catalogue))) - set(wished)


def read_named(line: Line, catalogue: Catalogue) -> list[Named]:
    """Every procedure that is named, wished for or not, and where."""
    return _named(line, names_of(catalogue))


def _named(line: Line, names: Names) -> list[Named]:
    heard = _heard(line, names)
    sounds = tuple(sound for sound, _, _ in heard)
    found: list[Named] = []
    taken = [False] * len(heard)
    for phrase, slug in names.phrases:
        size = len(phrase)
        for i in range(len(heard) - size + 1):
            if sounds[i : i + size] == phrase and not any(taken[i : i + size]):
                taken[i : i + size] = [True] * size
                found.append(Named(slug, i, i + size - 1, heard[i][1], heard[i + size - 1][2]))
    return sorted(found, key=lambda n: n.first)


def _heard(line: Line, names: Names) -> list[tuple[str, int, int]]:
    """The sound of each word, repaired towards the catalogue, and where it stands; a hidden word sounds like nothing.

    A name in two pieces ("ultra former", "derma pen") is heard as the whole, one run into the next word ("limpezade pele") as itself.
    """
    heard: list[tuple[str, int, int]] = []
    for word in rx(r"[^ ]+").finditer(line.norm):
        said = word.group()
        if said in _FILLERS:
            continue
        here = "" if "_" in said else _repaired(said, names.words)
        before = heard[-1] if heard else ("", 0, 0)
        whole = _whole(line.norm[before[1] : before[2]], said, names) if here and before[0] else None
        if whole and not names.alone & {here, before[0]}:
            heard[-1] = (whole, before[1], word.end())
            continue
        apart = () if here in names.known else _apart(said, names)
        heard += [(sound, word.start(), word.end()) for sound in apart or (here,)]
    return heard


def _whole(first: str, second: str, names: Names) -> str | None:
    """The sound of a name of which two words in a row are the pieces; a word of the language is none but where the name begins so."""
    if min(len(first), len(second)) < _LITERAL or " " in first:
        return None
    whole = _repaired(first + second, names.words)
    spelt = names.known.get(whole, "")
    own = (first in OTHERS or is_common(first)) and not spelt.startswith(first)
    return whole if spelt and not own and len(whole) >= _LONG else None


@lru_cache(maxsize=2048)
def _apart(word: str, names: Names) -> tuple[str, ...]:
    """The sounds of the words of names that `word` runs together, fillers between them left out; empty if it is not made of such."""
    if word in OTHERS or not word.isalpha() or not _LONG - 1 <= len(word) <= _LONGEST:
        return ()
    for at in range(len(word) - 1, 4, -1):
        first, rest = sound(word[:at]), word[at:]
        if first not in names.known or word[:at] in OTHERS:
            continue
        if rest in _GLUE:
            return (first,)
        glue = next((g for g in _GLUE if rest.startswith(g) and sound(rest[len(g) :]) in names.known), "")
        if glue or sound(rest) in names.known:
            return (first, sound(rest[len(glue) :]))
    return ()


@lru_cache(maxsize=8192)
def _repaired(word: str, words: tuple[tuple[str, str], ...]) -> str:
    """The sound of `word`, or of the catalogue word it is a slip of, by sound ("limpesa") or by spelling ("cliios")."""
    key = sound(word)
    if word in OTHERS:
        like = any(heard == key and spelt != word for heard, spelt in words)
        return f"={key}" if like else key  # "criou" sounds like "crio"
    if len(key) < 4 or not word.isalpha():
        return key
    number = key.removesuffix("s") if key.endswith("s") else f"{key}s"  # "pelo" and "pelos"
    for same in (key, number):
        if any(same == heard for heard, _ in words):
            return same
    small = _DIMINUTIVE.sub("", word)
    if small != word and len(small) >= 4:
        own = tuple((heard, spelt) for heard, spelt in words if _DIMINUTIVE.search(spelt))
        near = (
            _nearest(key, word, own) if len(key) >= _LONG else key
        )  # "barriginha", where "barriguinha" is a name
        return near if near != key else _of_diminutive(small, words) or key
    if len(key) < 5 and "x" not in word:
        return key
    return _with_x(word, words) or (_nearest(key, word, words) if len(key) >= 5 else key)


def _of_diminutive(root: str, words: tuple[tuple[str, str], ...]) -> str | None:
    """ "limpezinha", "retoquezinho": the name that was made small, if one begins so."""
    heard = sound(root).removesuffix("n")  # "drenagenzinha"
    ends = (name for name, _ in words if name.startswith(heard) and len(name) <= len(heard) + 2)
    return next(ends, None)


def _with_x(word: str, words: tuple[tuple[str, str], ...]) -> str | None:
    """ "btox", "votox": a short word with an x is hardly another one than the name that ends so."""
    if "x" not in word or len(word) > _X_WORD:
        return None
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only an unknown word needs it)

    ends = (
        heard for heard, spelt in words if spelt[-1] == "x" and OSA.distance(word, spelt, score_cutoff=2) <= 2
    )
    return next(ends, None)


def _nearest(key: str, word: str, words: tuple[tuple[str, str], ...]) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only an unknown word needs it)

    best, nearest = key, (99, 99)
    small = _DIMINUTIVE.search(
        word
    )  # "durinho" is no "furinho": of a small thing the first letter is hardly missed
    for heard, spelt in words:
        if len(heard) < 5:
            continue
        written = OSA.distance(word, spelt, score_cutoff=3)
        allowed = 1 if len(heard) < 8 else 2 if len(heard) < 12 else 3
        begins = spelt[0] == word[0] or heard[0] == key[0] or len(heard) >= 8
        if (not begins and (written != 1 or len(spelt) < 6)) or (small and spelt[0] != word[0]):
            continue
        distance = (min(OSA.distance(key, heard, score_cutoff=allowed), written), written)
        if distance[0] <= allowed and distance < nearest:
            best, nearest = heard, distance
    return best


def _wanted(line: Line, named: list[Named]) -> list[Named]:
    """Without what was refused or corrected: "peeling não, botox", "botox, aliás preenchimento"."""
    kept: list[Named] = []
    for i, this in enumerate(named):
        before = line.norm[named[i - 1].end if i else 0 : this.start]
        if kept and rx(_FIX).search(before) and not rx(r"[.!?] *\w+ \w+ \w+").search(before):
            kept.clear()
        if is_refused(line, this, named) or (kept and _is_fallback(line, kept[-1], before)):
            continue
        if kept and rx(_TAKEN_BACK).search(before):
            kept.clear()
        if kept and rx(_TO).match(before) and rx(_CHANGED).search(line.norm[: kept[-1].start]):
            kept.pop()
        if (
            kept
            and line.norm[kept[-1].start : kept[-1].end].startswith("retoq")
            and rx(r"^ d[aeo]s? $").match(before)
        ):
            continue  # "retoque do botox" is a return
        kept.append(this)
    told = [n for n in kept if rx(_TOLD).search(line.norm[: n.start])]
    return _most_specific(
        _refined(line, kept if len(told) == len(kept) else [n for n in kept if n not in told])
    )


def _is_fallback(line: Line, wished: Named, between: str) -> bool:
    return (
        rx(_FALLBACK).search(between) is not None
        or rx(_IF_NONE_OF).search(line.norm[: wished.start]) is not None
    )


# Where another treatment is done, and a word for all of a kind: "botox na axila", "aquela massagem, a drenagem".
_PLACE = r"(?:axilas?|virilhas?|buco)"


def _refined(line: Line, named: list[Named]) -> list[Named]:
    """What the other words of the message make of the names."""
    slugs = {n.slug for n in named}
    out = []
    for n in named:
        said = line.norm[n.start : n.end]
        there = rx(r"\b[nd][ao]s? $").search(line.norm[: n.start]) is not None
        if n.slug == "depilacao_laser" and len(slugs) > 1 and there and rx(_PLACE).fullmatch(said):
            continue
        joined = rx(r"\be (?:a |uma )?$").search(line.norm[: n.start]) is not None
        if said == "massagem" and "drenagem_linfatica" in slugs and not joined:
            continue
        out.append(n)
    return out


_LABIAL = "preenchimento_labial"
_LIPS = r"\b(?:labi(?:o|os)|beicos?|labinhos?)\b(?! leporino)"


def _of_lips(line: Line, named: Named) -> Named:
    """ "fiz o preenchimento ontem e meu lábio está roxo": where it was done is said after it."""
    filled = named.slug == "preenchimento" and line.norm.startswith("pre", named.start)
    return replace(named, slug=_LABIAL) if filled and rx(_LIPS).search(line.norm, named.end) else named


_CONTAINS: dict[str, frozenset[str]] = {"preenchimento": frozenset({"preenchimento_labial"})}


def _most_specific(named: list[Named]) -> list[Named]:
    """ "preenchimento, o labial": the general name next to a special one of its kind is the same wish."""
    out = []
    for i, this in enumerate(named):
        near = [
            n
            for n in named
            if (n is not this and abs(n.first - this.last) <= 4) or abs(this.first - n.last) <= 4
        ]
        special = _CONTAINS.get(this.slug, frozenset())
        if any(n.slug in special and i < named.index(n) for n in near):
            continue
        out.append(this)
    return out
