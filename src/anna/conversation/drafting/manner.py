"""What no draft may say, whatever its rows say: read beside the claims of the fact gate, and bound by nothing.

The gate holds figures, names and deeds against rows. Here stands what has no figure: a sentence that none of the rows speaks of, one that
denies what they say, medical words of the model's own, a promise of the body even where a row has one (only the clinic's own sentences make
those), a promise to do something, a price that is only about right or another row's, and bad form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from anna.clinica.retrieval import terms
from anna.conversation.claims.binding import CATALOGUE, PROFESSIONALS, bind_claims
from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.claims.reading import read_claims
from anna.conversation.claims.sheet import in_place
from anna.conversation.drafting.models import Source
from anna.conversation.drafting.support import (
    ANSWERING,
    Answer,
    Line,
    adds_nothing,
    is_borne_out,
    is_hollow,
    read_columns,
    read_line,
    stems_of,
)
from anna.conversation.drafting.vocabulary import COURTESY, FOREIGN, MEDICAL, PHATIC
from anna.kit.stems import content_words, stem

KNOWLEDGE = "clinica.conhecimento"
_OF_ONE_THING = frozenset({CATALOGUE, PROFESSIONALS})

LONGEST = 400
MOST_QUESTIONS = 1

_SENTENCES = re.compile(r"(?:[^.!?\n]|\.(?=\d)|(?<=\bdr)\.|(?<=\bdra)\.|(?<=\bsr)\.|(?<=\bsra)\.|(?<=\bav)\.)+[.!?]*", re.IGNORECASE)  # fmt: skip
_ORNAMENT = re.compile(
    r"[^\w\s.,;:!?()%$/'’‘“”\"ºª°&+@…‑–—-]|_|[^\W_0-9a-zA-ZÀ-ɏºª]|(?<!\w)[:;=][-']?[()DPpoO3/\\|](?!\w)|!{2,}|\.{4,}|[,;:]{2,}"
    r"|(?:^|\n)\s*(?:[-–—]|\d[.)])\s|\n\s*\n\s*\n|(?:\n[^\n]*){4,}"
)
"""Anything but plain sentences: emoji, faces, marks of a markup, lists, letters and figures that only look like ours, walls of lines."""

_FAMILIAR = re.compile(
    r"\b(?:m(?:eu|inha) (?:amor|bem|flor|anjo|vida)|amor|amorzinho|lind(?:a|ona|inha)|gat(?:a|inha)|fofa|querid(?:a|ona|inha)|princesa|diva|miga|benzinho)\b"
)
_SAYS_DONE = re.compile(r"\bja (?:sabe\w*|esta\w*|ta|foi|foram|fic\w+|tem|temos|conhece\w*)\b")
_PROMISES_TO_ACT = re.compile(
    r"\b(?:vou|irei|vamos|iremos|posso) (?:ja |te |lhe |ate )?(?:verificar|confirmar|ver|pedir|avisar|chamar|passar|reservar|marcar|agendar"
    r"|encaixar|enviar|mandar|conferir|perguntar|anotar|guardar|segurar|dar|fazer|conseguir|tentar|retornar|cancelar|remarcar|liberar|abrir|parcelar)\b"
    r"|\b(?:te|lhe) (?:aviso|retorno|mando|envio|ligo|chamo|confirmo|passo|garanto)\b|\bdeixa comigo\b|\bpode deixar\b"
    r"|\b(?:te )?(?:esper|aguard)\w+ (?:por )?voce\b|\bte (?:esper|aguard|vej)\w+|\bnos vemos\b|\bate (?:la|breve|logo|mais)\b"
    r"|\bja (?:te )?(?:retorno|aviso|falo|volto)\b|\b(?:entraremos|entro|entrarei) em contato\b|\bretornaremos\b|\bum momento\b|\baguarde\b"
)
_FREE_SLOTS = re.compile(
    r"\b(?:vagas?|vaguinhas?|disponive(?:l|is)|disponibilidade|encaixes?|livres?|agenda (?:aberta|cheia|lotada)|ultimas? unidades?)\b"
)
_MEDICAL = frozenset(stem(word) for word in MEDICAL if len(word) > 4)
_COURTESY = frozenset(map(stem, COURTESY))
_PHATIC = frozenset(map(stem, PHATIC))
_PRICE = r"(?:r\$ ?[\d.,]*\d|\d[\d.,]* ?reais)"
_ABOUT_PRICE = re.compile(
    rf"(?:\ba partir de|\bdesde|\bcerca de|\bpor volta de|\bem torno de|\baproximadamente|\bmais ou menos|\bmenos de|\bmais de|\bquase|\buns|\bumas|\bate"
    rf"|\bno maximo|\bno minimo|\bentre|\bapenas|\bsomente|\bso|\bpromocional(?: de)?|\bde r\$ ?[\d.,]+ por)(?: (?:de|so|apenas))?\s*{_PRICE}"
    rf"|{_PRICE} (?:ou (?:mais|menos)|no minimo|no maximo|em media|mais ou menos|cada|a vista|no pix|no cartao|(?:e )?(?:mais|menos|alem|fora|sem contar)"
    rf"|por (?!favor\b)[a-z]+|vale|valido|ate)\b|{_PRICE} ?(?:[+/]|[ou] unidade)"
)
"""A price that is only about right, that is added to, or that is said of a measure or a time."""

_ABOUT_SPAN = re.compile(
    r"\b(?:mais|menos|acima|abaixo|alem) d[eo]s? (?:\d+|[a-z]+) (?:minutos?|horas?|dias?|semanas?|mes|meses|anos?)\b"
    r"|\b(?:no maximo|no minimo|pelo menos|quase) (?:\d+|[a-z]+) (?:minutos?|horas?|dias?|semanas?|mes|meses|anos?)\b"
)
_SECURES = re.compile(r"\bgarantir (?:[oa] )?(?:seu |sua )?(?:horario|data|vaga|reserva)\b")
"""What a deposit is for: no promise of the body."""

_PAID_WHEN = re.compile(
    r"\bpag\w+(?: [^\W\d_]+){0,2}? (?:no (?:dia|fim|final|local)|na hora|quando|depois|antes|em (?:\d+|[a-z]+) (?:minutos|horas|dias))\b"
)
_OURS = re.compile(r"\be (?:tod[ao] )?(?:noss[oa]s?|d[ao] (?:clinica|casa|gente))\b")

_NEVER = {"promete fazer": _PROMISES_TO_ACT, "dado como feito": _SAYS_DONE, "intimo": _FAMILIAR}
_UNLESS_A_ROW = (
    (ClaimKind.FORM, "vaga", _FREE_SLOTS),
    (ClaimKind.PRICE, "aproximado", _ABOUT_PRICE),
    (ClaimKind.SPAN, "aproximado", _ABOUT_SPAN),
    (ClaimKind.SOURCE, "nao dito", _PAID_WHEN),
    (ClaimKind.SOURCE, "nao dito", _OURS),
)
_ANSWERS = re.compile(
    r"\s*(?:sim|nao|claro|com certeza|temos|tem|pode|podem|da|da para|fazemos|aceitamos|atendemos|oferecemos|trabalhamos|abrimos|infelizmente)\b"
)
"""A sentence that begins so says yes or no to what was asked."""

_ANSWERS_LAST = re.compile(r",\s*(?:sim|nao)\b\W*$")
_CLAIMS_NOTHING = re.compile(r"\s*(?:claro|com certeza)\b")
_ASKS_WHAT = re.compile(
    r"\b(?:quant[oa]s?|quem|qual|quais|onde|quando|que (?:horas?|dias?)|preco|valor|endereco)\b"
)
_SAYS_YES = re.compile(r"\b(?:sim|claro|com certeza|isso)\b|^\s*(?:pode|podem|da)\b")
_SAYS_NO = re.compile(r"\s*(?:nao|infelizmente)\b|^\W*(?:[^\W\d_]+ )?nao\W*$")
_NO_ANSWER = frozenset({ClaimKind.ACT, ClaimKind.PROMISE, ClaimKind.INTERNAL, ClaimKind.LINK})


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
        *_unsaid(text, sources, asked, now),
    )


def _form(text: str, whole: str) -> Iterator[Claim]:
    if len(text) > LONGEST:
        yield _claim(ClaimKind.FORM, text, LONGEST, len(text), "longo")
    marks = [match.start() for match in re.finditer(r"\?+", text)]
    if len(marks) > MOST_QUESTIONS:
        yield _claim(ClaimKind.FORM, text, marks[MOST_QUESTIONS], marks[MOST_QUESTIONS] + 1, "perguntas")
    for match in _ORNAMENT.finditer(text):
        yield _claim(ClaimKind.FORM, text, *match.span(), "enfeite")
    words = re.findall(r"[^\W\d_]+", whole)
    foreign = [word for word in words if word in FOREIGN]
    if len(foreign) >= 2 and 5 * len(foreign) >= len(words):
        yield _claim(ClaimKind.FORM, text, 0, len(text), "idioma")


def _sayings(whole: str, text: str, sources: Sequence[Source]) -> Iterator[Claim]:
    rows = " | ".join(in_place(source.text) for source in sources)
    for value, pattern in _NEVER.items():
        for match in pattern.finditer(whole):
            yield _claim(ClaimKind.FORM, text, *match.span(), value)
    for kind, value, pattern in _UNLESS_A_ROW:
        for match in pattern.finditer(whole):
            if match.group() not in rows:
                yield _claim(kind, text, *match.span(), value)
    known = {stem(word) for source in sources for word in content_words(source.text)}
    whole = _SECURES.sub(lambda match: " " * len(match.group()), whole)
    for match in re.finditer(r"[^\W\d_]{3,}", whole):
        word = match.group()
        if (word in MEDICAL or (len(word) > 4 and stem(word) in _MEDICAL)) and stem(word) not in known:
            yield _claim(ClaimKind.PROMISE, text, *match.span(), word)


def _prices(text: str, sources: Sequence[Source], now: datetime) -> Iterator[Claim]:
    """Prices that stand beside a procedure of the catalogue and are not its own, whatever else the clinic wrote somewhere."""
    sold = [source for source in sources if source.row[0] == CATALOGUE]
    facts = [fact for source in sold for fact in source.facts]
    names = frozenset(stem for source in sold for stem in stems_of(in_place(source.about)))
    for match in _SENTENCES.finditer(text):
        if not names & stems_of(in_place(match.group())):
            continue
        for claim in bind_claims(match.group(), facts, now=now).unbound:
            if claim.kind is ClaimKind.PRICE:
                start = match.start() + claim.start
                yield _claim(ClaimKind.PRICE, text, start, start + len(claim.text), "de outra linha")


def _unsaid(text: str, sources: Sequence[Source], asked: str, now: datetime) -> Iterator[Claim]:
    """Sentences that no row bears out; a "sim" or "não" speaks of what was asked, and a draft says something."""
    wanted, questioned = _wanted(asked), stems_of(in_place(asked))
    always = [line for source in sources if source.row[0] != KNOWLEDGE for line in _lines_of(source)]
    known = [(one.about, _lines_of(one)) for one in sources if one.row[0] == KNOWLEDGE] or [("", ())]
    about_it = [(about, lines) for about, lines in known if wanted & terms(about)] or known
    says_something = False
    for one in _sentences(text, asked):
        said = read_line(one.body)
        if not (one.answers or said.stems or said.denies or _carries(one.body)):
            continue
        says_something = True
        rows = [(about, [*always, *lines]) for about, lines in (about_it if one.answers else known)]
        if one.answers and not _is_spoken_of(wanted, sources):
            yield _claim(ClaimKind.SOURCE, text, one.start, one.end, "outra pergunta")
        elif said.stems:
            if not any(
                is_borne_out(said, lines, about, asked=questioned, answers=one.answers)
                for about, lines in rows
            ):
                yield _claim(ClaimKind.SOURCE, text, one.start, one.end, "nao dito")
        elif (
            said.denies
            or said.limits
            or all(is_hollow(said, lines) for _, lines in rows)
            or not _has_claim(one.body, now)
            or not any(adds_nothing(said, lines) for _, lines in rows)
        ):
            yield _claim(ClaimKind.SOURCE, text, one.start, one.end, "nao dito")
    if not says_something:
        yield _claim(ClaimKind.SOURCE, text, 0, len(text), "nada")
    if _passes_over_a_limit(text, about_it if wanted else (), questioned):
        yield _claim(ClaimKind.SOURCE, text, 0, len(text), "restricao")


def _passes_over_a_limit(
    text: str, about_it: Sequence[tuple[str, Sequence[Line]]], questioned: frozenset[str]
) -> bool:
    """Whether the rows restrict what was asked and nowhere speak of it, and the draft does not restrict it either."""
    said = read_line(text)
    limited = any(line.limits for _, lines in about_it for line in lines)
    spoken_of = any(questioned <= line.stems for _, lines in about_it for line in lines)
    return limited and not spoken_of and not (said.limits or said.denies)


def _carries(sentence: str) -> bool:
    """Whether a sentence without a word of its own is more than a courtesy."""
    return bool(frozenset(map(stem, content_words(in_place(sentence)))) - _PHATIC)


def _has_claim(sentence: str, now: datetime) -> bool:
    """Whether a sentence has something that the gate holds against a row."""
    return any(claim.kind not in _NO_ANSWER for claim in read_claims(sentence, now=now))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a draft, and the yes or no that it is or that stands bare beside it."""

    start: int
    end: int
    body: str
    answers: Answer | None


def _sentences(text: str, asked: str) -> Sequence[_Sentence]:
    """The sentences of a draft; a bare "sim!" belongs to what follows, else to what it follows."""
    found: list[_Sentence] = []
    bare: _Sentence | None = None
    for match in _SENTENCES.finditer(text):
        this = _Sentence(*match.span(), match.group(), _answer_of(in_place(match.group()), asked))
        if this.answers and _is_bare(this.body, asked):
            bare = bare or this
            continue
        found.append(replace(this, start=bare.start, answers=bare.answers) if bare else this)
        bare = None
    if bare:
        before = found.pop() if found else replace(bare, body="")
        found.append(replace(before, end=bare.end, answers=bare.answers))
    return found


def _is_bare(sentence: str, asked: str) -> bool:
    """Whether a yes or a no says nothing else than what was asked: "parcelamos, sim!"."""
    words = frozenset(map(stem, content_words(in_place(sentence))))
    echoed = frozenset(map(stem, content_words(in_place(asked)))) & _COURTESY
    return words <= echoed | _PHATIC | ANSWERING and not re.search(r"\d", sentence)


def _answer_of(folded: str, asked: str) -> Answer | None:
    """The yes or no that a sentence begins or ends with: "sim, temos", "aceitamos, sim"; "claro" is none where none was asked for."""
    if _CLAIMS_NOTHING.match(folded) and _ASKS_WHAT.search(in_place(asked)):
        return None
    if not (_ANSWERS.match(folded) or _ANSWERS_LAST.search(folded)):
        return None
    if _SAYS_NO.search(folded):
        return Answer.NO
    return Answer.YES if _SAYS_YES.search(folded) else Answer.IMPLIED


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


def _lines_of(source: Source) -> tuple[Line, ...]:
    """What a row says, line by line: of a procedure and of who attends all of it is said of one thing."""
    if source.row[0] in _OF_ONE_THING:
        columns = (
            fact.texto if fact.campo == "nome" else f"{fact.campo} {fact.texto}" for fact in source.facts
        )
        return (read_columns("; ".join((source.about, *columns))),)
    sentences = (part for fact in source.facts for part in _SENTENCES.findall(fact.texto))
    return tuple(read_line(part) for sentence in sentences for part in sentence.split(";"))


def _claim(kind: ClaimKind, text: str, start: int, end: int, value: str) -> Claim:
    return Claim(kind, text[start:end], start, end, value)
