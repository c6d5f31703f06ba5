"""What no draft may say, whatever its rows say: read beside the claims of the fact gate, and bound by nothing.

The gate holds figures, names and deeds against rows. Here stands what has no figure: a sentence that none of the rows speaks of, one that
denies what they say, medical words of the model's own, a promise of the body even where a row has one (only the clinic's own sentences make
those), a promise to do something, a price that is only about right or another row's, and bad form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from anna.clinica.retrieval import terms
from anna.conversation.claims.binding import CATALOGUE, bind_claims
from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.claims.reading import read_claims
from anna.conversation.claims.sheet import in_place
from anna.conversation.drafting.models import Source
from anna.conversation.drafting.vocabulary import COURTESY, FOREIGN, MEDICAL
from anna.kit.stems import content_words, stem

KNOWLEDGE = "clinica.conhecimento"

LONGEST = 400
MOST_QUESTIONS = 1

_SENTENCES = re.compile(r"(?:[^.!?\n]|\.(?=\d)|(?<=\bdr)\.|(?<=\bdra)\.|(?<=\bsr)\.|(?<=\bsra)\.|(?<=\bav)\.)+[.!?]*", re.IGNORECASE)  # fmt: skip
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2190-\u2bff\ufe0f]|[*_~]{1,2}\\w[^*_~\n]*[*_~]")
_PROMISES_TO_ACT = re.compile(
    r"\b(?:vou|irei|vamos|iremos|posso) (?:ja |te |lhe |ate )?(?:verificar|confirmar|ver|pedir|avisar|chamar|passar|reservar|marcar|agendar"
    r"|encaixar|enviar|mandar|conferir|perguntar|anotar|guardar|segurar|dar|fazer|conseguir|tentar|retornar|cancelar|remarcar|liberar|abrir|parcelar)\b"
    r"|\b(?:te|lhe) (?:aviso|retorno|mando|envio|ligo|chamo|confirmo|passo|garanto)\b|\bdeixa comigo\b|\bpode deixar\b"
    r"|\bja (?:te )?(?:retorno|aviso|falo|volto)\b|\b(?:entraremos|entro|entrarei) em contato\b|\bretornaremos\b|\bum momento\b|\baguarde\b"
)
_FREE_SLOTS = re.compile(
    r"\b(?:vagas?|vaguinhas?|disponive(?:l|is)|disponibilidade|encaixes?|livres?|agenda (?:aberta|cheia|lotada)|ultimas? unidades?)\b"
)
_MEDICAL = frozenset(stem(word) for word in MEDICAL if len(word) > 4)
_COURTESY = frozenset(map(stem, COURTESY))
_ABOUT_PRICE = re.compile(
    r"(?:\ba partir de|\bdesde|\bcerca de|\bpor volta de|\bem torno de|\baproximadamente|\bmais ou menos|\bmenos de|\bmais de|\bquase|\buns|\bumas|\bate"
    r"|\bno maximo|\bno minimo|\bentre|\bapenas|\bsomente|\bso|\bpromocional(?: de)?|\bde r\$ ?[\d.,]+ por)(?: (?:de|so|apenas))?\s*(r\$ ?[\d.,]*\d|\d[\d.,]* ?reais)"
    r"|(r\$ ?[\d.,]*\d|\d[\d.,]* ?reais) (?:ou (?:mais|menos)|no minimo|no maximo|em media|mais ou menos|por sessao|cada(?: sessao)?|por mes|por regiao|por ml|a vista|no pix|no cartao)\b"
)
_DENIES = re.compile(r"\b(?:nao|nem|nunca|jamais|tampouco|nenhum|nenhuma|fech\w+|evit\w+|suspend\w+)\b")
_ANSWERS = re.compile(
    r"\s*(?:sim|nao|claro|com certeza|temos|tem|pode|podem|da|da para|fazemos|aceitamos|atendemos|oferecemos|trabalhamos|abrimos|infelizmente)\b"
)
"""A sentence that begins so says yes or no to what was asked."""

_CLAUSES = re.compile(r"[,;:()–]| - |\b(?:e|mas|porem|ou|que)\b")
_WITHOUT = re.compile(r"\bsem (?:o |a |os |as |nenhum |nenhuma )?([^\W\d_]+)")
_LIMITS = re.compile(r"\b(?:apenas|somente|so|exclusiv\w+|particular\w*)\b")


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of a row."""

    stems: frozenset[str]
    without: frozenset[str]
    denies: bool
    limits: bool


def forbidden(text: str, sources: Sequence[Source], *, asked: str, now: datetime) -> tuple[Claim, ...]:
    """What of a draft about what was `asked` may not be sent although no row is missing for it; empty for a good draft.

    `now` is the clinic's own time.
    """
    whole = in_place(text)
    return (
        *_form(text, whole),
        *_sayings(whole, text, sources),
        *_prices(text, sources, now),
        *(claim for claim in read_claims(text, now=now) if claim.kind is ClaimKind.PROMISE),
        *_unsaid(text, sources, asked),
    )


def _form(text: str, whole: str) -> Iterator[Claim]:
    if len(text) > LONGEST:
        yield _claim(ClaimKind.FORM, text, LONGEST, len(text), "longo")
    marks = [match.start() for match in re.finditer(r"\?+", text)]
    if len(marks) > MOST_QUESTIONS:
        yield _claim(ClaimKind.FORM, text, marks[MOST_QUESTIONS], marks[MOST_QUESTIONS] + 1, "perguntas")
    for match in _EMOJI.finditer(text):
        yield _claim(ClaimKind.FORM, text, *match.span(), "enfeite")
    words = re.findall(r"[^\W\d_]+", whole)
    foreign = [word for word in words if word in FOREIGN]
    if len(foreign) >= 2 and 5 * len(foreign) >= len(words):
        yield _claim(ClaimKind.FORM, text, 0, len(text), "idioma")


def _sayings(whole: str, text: str, sources: Sequence[Source]) -> Iterator[Claim]:
    rows = " | ".join(in_place(source.text) for source in sources)
    for match in _PROMISES_TO_ACT.finditer(whole):
        yield _claim(ClaimKind.FORM, text, *match.span(), "promete fazer")
    for match in _FREE_SLOTS.finditer(whole):
        if match.group() not in rows:
            yield _claim(ClaimKind.FORM, text, *match.span(), "vaga")
    for match in _ABOUT_PRICE.finditer(whole):
        if match.group() not in rows:
            yield _claim(ClaimKind.PRICE, text, *match.span(), "aproximado")
    known = {stem(word) for source in sources for word in content_words(source.text)}
    for match in re.finditer(r"[^\W\d_]{3,}", whole):
        word = match.group()
        if (word in MEDICAL or (len(word) > 4 and stem(word) in _MEDICAL)) and stem(word) not in known:
            yield _claim(ClaimKind.PROMISE, text, *match.span(), word)


def _prices(text: str, sources: Sequence[Source], now: datetime) -> Iterator[Claim]:
    """Prices that stand beside a procedure of the catalogue and are not its own, whatever else the clinic wrote somewhere."""
    sold = [source for source in sources if source.row[0] == CATALOGUE]
    facts = [fact for source in sold for fact in source.facts]
    names = frozenset(stem for source in sold for stem in _words(in_place(source.about)))
    for match in _SENTENCES.finditer(text):
        if not names & _words(in_place(match.group())):
            continue
        for claim in bind_claims(match.group(), facts, now=now).unbound:
            if claim.kind is ClaimKind.PRICE:
                start = match.start() + claim.start
                yield _claim(ClaimKind.PRICE, text, start, start + len(claim.text), "de outra linha")


def _unsaid(text: str, sources: Sequence[Source], asked: str) -> Iterator[Claim]:
    """Sentences that no row speaks of, or that say the reverse of the one they are about; a "sim" or "não" speaks of what was asked."""
    wanted = _wanted(asked)
    always = [line for source in sources if source.row[0] != KNOWLEDGE for line in _lines_of(source)]
    known = [(one.about, _lines_of(one)) for one in sources if one.row[0] == KNOWLEDGE] or [("", [])]
    about_it = [(about, lines) for about, lines in known if wanted & terms(about)] or known
    for match in _SENTENCES.finditer(text):
        sentence = in_place(match.group())
        answers = bool(_ANSWERS.match(sentence))
        if answers and not _is_spoken_of(wanted, sources):
            yield _claim(ClaimKind.SOURCE, text, *match.span(), "outra pergunta")
        elif _words(sentence) and not any(
            _bears_out(sentence, [*always, *lines], about)
            for about, lines in (about_it if answers else known)
        ):
            yield _claim(ClaimKind.SOURCE, text, *match.span(), "nao dito")


def _bears_out(sentence: str, lines: Sequence[_Line], about: str) -> bool:
    """Whether the lines have most of what a folded sentence says and something of each of its clauses, and say the same, not the reverse."""
    words = _words(sentence)
    near = max(lines, key=lambda line: len(words & line.stems))
    denied = bool(_DENIES.search(sentence))
    may_deny = near.denies or near.limits or any(line.denies for line in lines if words & line.stems)
    if denied != near.denies and not (denied and may_deny):
        return False
    without = frozenset().union(*(line.without for line in lines if words & line.stems))
    if not denied and without & (words - _without(sentence)):
        return False
    said = frozenset().union(*(line.stems for line in lines))
    said |= _words(in_place(about)) if denied else frozenset()
    clauses = filter(None, map(_words, _CLAUSES.split(sentence)))
    return 2 * len(words & said) > len(words) and all(clause & said for clause in clauses)


def _words(folded: str) -> frozenset[str]:
    """The stems of what a text says beyond courtesies."""
    return frozenset(map(stem, content_words(folded))) - _COURTESY


def _without(folded: str) -> frozenset[str]:
    """The stems of what a text says there is none of: "sem juros", "sem perder"."""
    return frozenset(stem(match[1]) for match in _WITHOUT.finditer(folded))


def speaks_of_all(asked: str, sources: Sequence[Source]) -> bool:
    """Whether the rows speak of everything that was asked: of several questions none is to be passed over."""
    return _wanted(asked) <= _known(sources)


def _wanted(asked: str) -> frozenset[str]:
    return frozenset(term for term in terms(asked) if term.startswith("@") or term not in _COURTESY)


def _known(sources: Sequence[Source]) -> frozenset[str]:
    return frozenset().union(*(terms(f"{source.about} {source.text}") for source in sources))


def _is_spoken_of(wanted: frozenset[str], sources: Sequence[Source]) -> bool:
    """Whether the rows speak of more than half of what was asked."""
    return not wanted or 2 * len(wanted & _known(sources)) > len(wanted)


def _lines_of(source: Source) -> list[_Line]:
    return [line for fact in source.facts for line in _lines(fact.texto)]


@lru_cache(maxsize=4096)
def _lines(text: str) -> tuple[_Line, ...]:
    parts = (part for match in _SENTENCES.finditer(in_place(text)) for part in match.group().split(";"))
    return tuple(
        _Line(
            frozenset(map(stem, content_words(part))),
            _without(part),
            bool(_DENIES.search(part)),
            bool(_LIMITS.search(part)),
        )
        for part in parts
    )


def _claim(kind: ClaimKind, text: str, start: int, end: int, value: str) -> Claim:
    return Claim(kind, text[start:end], start, end, value)
