"""Each claim of a text bound to the row that says so, or to the patient's own words; what is neither is a lie until shown otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from anna.conversation.claims.amounts import street
from anna.conversation.claims.hours import COLUMNS, RANGE, days_of, same_hour, says_closed, says_free
from anna.conversation.claims.models import Act, Binding, Bound, Claim, ClaimKind, Fact
from anna.conversation.claims.moments import same_day, sentence, sentence_before
from anna.conversation.claims.names import name_words
from anna.conversation.claims.reading import read_claims
from anna.conversation.claims.sheet import in_place

TEMPLATES = "prompts"
"""The table that the clinic's own sentences are kept as: a template's fixed words say what no row has to."""

CATALOGUE = "agendamento.servicos"
RUNS = "automacao.execucoes"
OFFER = "oferta"
"""Where a run keeps the slots it offers: they show what is free, never what was done."""

_NEVER = frozenset({ClaimKind.INTERNAL})
_NOT_BY_WORDING = frozenset({ClaimKind.INTERNAL, ClaimKind.PROMISE, ClaimKind.ACT})
_OF_CLINIC = frozenset({ClaimKind.DATE, ClaimKind.TIME, ClaimKind.PHONE})
_PARTS = re.compile(r"[;\n]|(?<=[.!?])(?<![Dd]r\.)(?<![Dd]ra\.)(?<![Ss]r\.)(?<![Ss]ra\.)(?<!\d\.)\s+")
_WORDS = re.compile(r"[^\W_]+")
_DATED_ACTS = frozenset({Act.BOOK.value, Act.HOLD.value, Act.MOVE.value, Act.CANCEL.value})
_LASTS = re.compile(r"\b(?:dur\w+|lev\w+|sess(?:ao|oes))\b")
PROFESSIONALS = "agendamento.profissionais"
_COUNTED = re.compile(
    r"^\s+(unidades?|clinicas?|vagas?|sess(?:ao|oes)|profissionais|pacientes|clientes|lojas?|anos|aplicac(?:ao|oes)|metros|quadras?)\b"
)
_SAYS_LITTLE = frozenset(
    {"paciente", "pacientes", "cliente", "clientes", "procedimento", "procedimentos", "clinica"}
)
_QUOTES = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_ATTRIBUTED = re.compile(
    r"\bvoce (?:disse|falou|pediu|perguntou|mencionou|comentou|escreveu|mandou|informou|quer|queria|prefere|gostaria)\b|\bfoi perguntado\b"
)
_ASSERTS = re.compile(
    r"\b(?:vagas?|livres?|dispon\w+|tenho|temos|marc\w+|agend\w+|atend\w+|confirm\w+|reserv\w+|cust\w+|preco|valor)\b"
)
_ECHOED = frozenset({ClaimKind.DATE, ClaimKind.TIME, ClaimKind.SPAN, ClaimKind.NUMBER, ClaimKind.NAME})
_QUOTABLE = _ECHOED | {
    ClaimKind.PRICE,
    ClaimKind.PERCENT,
    ClaimKind.DISCOUNT,
    ClaimKind.PHONE,
    ClaimKind.ADDRESS,
}


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence of a fact, with what it claims itself."""

    fact: Fact
    number: int
    claims: tuple[Claim, ...]
    words: frozenset[str]
    street: str
    closed: bool  # it speaks of when nobody is there

    @property
    def of_clinic(self) -> bool:
        """Whether the clinic says it of itself."""
        return self.fact.tabela.startswith("clinica.")

    def holds(self, claim: Claim) -> bool:
        """Whether it claims the same."""
        if claim.kind is ClaimKind.TIME:
            return any(same_hour(claim, known, of_clinic=self.of_clinic) for known in self.claims)
        if claim.kind is ClaimKind.SPAN:
            return any(_same_length(claim, known) for known in self.claims)
        return any(known.kind is claim.kind and known.value == claim.value for known in self.claims)


def bind_claims(text: str, facts: Iterable[Fact], *, now: datetime, heard: str | None = None) -> Bound:
    """Bind every claim of `text` to one of `facts`, or to what the patient said (`heard`) where the text says that it is theirs.

    `now` is the clinic's own time. Claims of one group must rest on one row; a price beside the name of a procedure on that
    procedure's row; the day of something done on the row that shows it done.
    """
    return _Binder(text, facts, now, heard).bound()


class _Binder:
    def __init__(self, text: str, facts: Iterable[Fact], now: datetime, heard: str | None) -> None:
        self.text, self.now, self.heard = text, now, heard
        self.claims = read_claims(text, now=now)
        self.facts = tuple(dict.fromkeys(facts)) if self.claims else ()
        self.units = [unit for fact in self.facts for unit in _units(fact, now)]
        self.whole = in_place(text)

    def bound(self) -> Bound:
        done: dict[int, Binding] = {}
        for number, claim in enumerate(self.claims):
            if number in done:
                continue
            members = [
                n for n, other in enumerate(self.claims) if claim.group and other.group == claim.group
            ] or [number]
            facts = self._together([self.claims[n] for n in members])
            for n, fact in zip(members, facts, strict=True):
                done[n] = Binding(
                    self.claims[n], fact, quoted=fact is None and self._is_quoted(self.claims[n])
                )
        return Bound(self.text, tuple(done[n] for n in range(len(self.claims))))

    def _together(self, claims: Sequence[Claim]) -> Sequence[Fact | None]:
        """The facts of one row that hold all of `claims`, or nothing for any of them."""
        rows = self._rows_of_act(claims[0])
        if len(claims) == 1:
            return [self._alone(claims[0], rows)]
        beside = any(c.kind is ClaimKind.DATE and not c.value.startswith("semana") for c in claims)
        between = self._days_between(claims)
        for unit in self.units:
            if _may_show(unit, rows) and all(self._says(unit, c, beside=beside) for c in (*claims, *between)):
                return [unit.fact] * len(claims)
        week = self._over_the_week(claims, between)
        if week:
            return [week] * len(claims)
        for row in dict.fromkeys(unit.fact.row for unit in self.units if _may_show(unit, rows)):
            found = [self._across(row, c, beside=beside) for c in claims]
            if all(found):
                return found
        return [None] * len(claims)

    def _days_between(self, claims: Sequence[Claim]) -> list[Claim]:
        """The days that "segunda a sexta" means beside the two it names."""
        starts = {claim.start for claim in claims if claim.kind is ClaimKind.DATE}
        return [
            Claim(ClaimKind.DATE, match.group(), *match.span(), day)
            for match in RANGE.finditer(self.whole)
            if match.start() in starts
            for day in days_of(match)
        ]

    def _over_the_week(self, claims: Sequence[Claim], between: Sequence[Claim]) -> Fact | None:
        """The clinic's hours, if each of the weekdays has all that is said of them: "de segunda a sábado, a partir das 8h"."""
        days = [c for c in (*claims, *between) if c.kind is ClaimKind.DATE]
        rest = [c for c in claims if c.kind is not ClaimKind.DATE]
        if not days or not all(day.value.startswith("semana ") for day in days):
            return None
        for fact in dict.fromkeys(u.fact for u in self.units if u.of_clinic):
            mine = [unit for unit in self.units if unit.fact == fact]
            if all(
                any(all(self._says(unit, c, beside=True) for c in (day, *rest)) for unit in mine)
                for day in days
            ):
                return fact
        return None

    def _across(self, row: tuple[str, str], claim: Claim, *, beside: bool) -> Fact | None:
        """A column of `row` that says one thing only, and this."""
        mine = [unit for unit in self.units if unit.fact.row == row]
        many = {unit.fact.campo for unit in mine if unit.number}
        return next(
            (u.fact for u in mine if u.fact.campo not in many and self._says(u, claim, beside=beside)), None
        )

    def _alone(self, claim: Claim, rows: frozenset[tuple[str, str]] | None) -> Fact | None:
        if claim.kind in _NEVER:
            return None
        if claim.kind is ClaimKind.ACT:
            return next((fact for fact in self.facts if claim.value in fact.acts), None)
        allowed = self._rows_named(claim) if claim.kind in {ClaimKind.PRICE, ClaimKind.SPAN} else None
        for unit in self.units:
            if not _may_show(unit, rows):
                continue
            if unit.fact.tabela == CATALOGUE and not self._of_named(unit, claim, allowed):
                continue
            if self._says(unit, claim, beside=False):
                return unit.fact
        return None

    def _says(self, unit: _Unit, claim: Claim, *, beside: bool) -> bool:
        if not self._may_rest_on(unit, claim):
            return False
        match claim.kind:
            case ClaimKind.NAME:
                return set(claim.value.split()) <= unit.words
            case ClaimKind.ADDRESS:
                return f" {claim.value} " in f" {unit.street} "
            case ClaimKind.DISCOUNT:
                return self._speaks_of(unit, claim) and unit.holds(claim)
            case ClaimKind.TIME:
                return any(same_hour(claim, c, of_clinic=unit.of_clinic) for c in unit.claims)
            case ClaimKind.DATE:
                return any(
                    c.kind is ClaimKind.DATE and same_day(claim.value, c.value, now=self.now, beside=beside)
                    for c in unit.claims
                )
            case ClaimKind.PRICE:
                return _costs(unit, claim)
            case ClaimKind.NUMBER:
                return self._counts(unit, claim)
            case _:
                return unit.holds(claim)

    def _counts(self, unit: _Unit, claim: Claim) -> bool:
        """Whether a number is in the fact, and of the same thing where the text says of what."""
        counted = _COUNTED.match(self.whole[claim.end :])
        if counted and not any(word.startswith(counted[1][:5]) for word in unit.words):
            return False
        alike = (ClaimKind.NUMBER, ClaimKind.PRICE)
        return any(c.kind in alike and c.value == claim.value for c in unit.claims)

    def _may_rest_on(self, unit: _Unit, claim: Claim) -> bool:
        """Whether such a claim may rest on such a fact: not on wording alone, nor what is said of somebody on what the clinic says of itself.

        What the clinic's hours show of a time is that it is open then, or closed; never that anything is free.
        """
        if unit.fact.tabela == TEMPLATES:
            return claim.kind not in _NOT_BY_WORDING
        if not unit.of_clinic or claim.kind not in _OF_CLINIC:
            return True
        around = sentence(self.whole, claim.start)
        if self._speaks_of_somebody_else(around, unit):
            return False
        closed = unit.closed == says_closed(around) or unit.fact.campo not in COLUMNS
        return claim.kind is ClaimKind.PHONE or (closed and not says_free(around))

    def _speaks_of_somebody_else(self, around: str, unit: _Unit) -> bool:
        """Whether a sentence names who attends and the fact does not: when the clinic is open says nothing of when somebody is there."""
        people = (fact for fact in self.facts if fact.tabela == PROFESSIONALS)
        words = frozenset(_WORDS.findall(around)) - unit.words
        return any(name_words(person.texto) & words for person in people)

    def _speaks_of(self, unit: _Unit, claim: Claim) -> bool:
        """Whether the sentence of a gift and the fact have a subject in common: free parking makes nothing else free."""
        around = sentence(self.whole, claim.start)
        mine = {word for word in _WORDS.findall(around) if len(word) > 4} - set(
            _WORDS.findall(in_place(claim.text))
        )
        return bool((mine & unit.words) - _SAYS_LITTLE)

    def _rows_of_act(self, claim: Claim) -> frozenset[tuple[str, str]] | None:
        """Where a day stands in a sentence that says something was done, the rows that show that done."""
        if claim.kind not in {ClaimKind.DATE, ClaimKind.TIME}:
            return None
        said = [
            c for c in self.claims
            if c.kind is ClaimKind.ACT and c.value in _DATED_ACTS and sentence(self.whole, c.start) == sentence(self.whole, claim.start)
        ]  # fmt: skip
        if not said:
            return None
        own = (fact.row for fact in self.facts if fact.tabela == RUNS and fact.campo != OFFER)
        return frozenset(
            (*own, *(fact.row for fact in self.facts if any(c.value in fact.acts for c in said)))
        )

    def _of_named(self, unit: _Unit, claim: Claim, allowed: frozenset[tuple[str, str]] | None) -> bool:
        """Whether a row of the catalogue is one that is spoken of; how long something takes is said of something named, or of the only one."""
        if allowed is not None:
            return unit.fact.row in allowed
        if claim.kind is not ClaimKind.SPAN:
            return True
        sold = {fact.row for fact in self.facts if fact.tabela == CATALOGUE}
        return len(sold) == 1 and bool(_LASTS.search(sentence(self.whole, claim.start)))

    def _rows_named(self, claim: Claim) -> frozenset[tuple[str, str]] | None:
        """The procedures that the words before a price (else after it) name; None when they name none."""
        owners = _owners(
            tuple(fact for fact in self.facts if fact.tabela == CATALOGUE and fact.campo == "nome")
        )
        begin = max((m.end() for m in re.finditer(r"[\n;!?]|\.(?=\s)", self.whole[: claim.start])), default=0)
        after = re.split(r"[\n;!?]|\.\s", self.whole[claim.end :])[0]
        before = _WORDS.findall(self.whole[begin : claim.start])
        return _nearest(before[::-1], owners) or _nearest(_WORDS.findall(after), owners)

    def _is_quoted(self, claim: Claim) -> bool:
        """Whether the text says that these are the patient's words, and they are."""
        if not self.heard or claim.kind not in _QUOTABLE:
            return False
        theirs = in_place(self.heard)
        for match in _QUOTES.finditer(self.text):
            if match.start() < claim.start and claim.end <= match.end(1):
                same = in_place(match[1]).strip() in theirs or self._is_claimed_in(self.heard, claim)
                return self._is_theirs(match.start()) and same
        around = sentence(self.whole, claim.start)
        if not _ATTRIBUTED.search(around):
            return False
        if claim.kind not in _ECHOED or _ASSERTS.search(around):
            return False
        return self._is_claimed_in(self.heard, claim) or (
            claim.kind is ClaimKind.NAME and set(claim.value.split()) <= name_words(self.heard)
        )

    def _is_claimed_in(self, heard: str, claim: Claim) -> bool:
        return any(c.kind is claim.kind and c.value == claim.value for c in read_claims(heard, now=self.now))

    def _is_theirs(self, quote: int) -> bool:
        """Whether what stands before a quotation says whose words it is; marks within another one end no sentence."""
        before = _QUOTES.sub(lambda other: " " * len(other[0]), self.text[:quote])
        return _ATTRIBUTED.search(sentence_before(in_place(before), quote)) is not None


def _same_length(claim: Claim, known: Claim) -> bool:
    """Whether two lengths of time are one, and on the same side of what they are counted from."""
    if known.kind is not ClaimKind.SPAN or known.value != claim.value:
        return False
    return not (claim.about and known.about) or set(claim.about.split()) <= set(known.about.split())


def _costs(unit: _Unit, claim: Claim) -> bool:
    """Whether a price is the fact's; a deposit is none, and no price is a deposit."""
    column = unit.fact.campo
    if column in {"sinal", "preco"} and (column == "sinal") != (claim.about == "sinal"):
        return False
    return unit.holds(claim)


def _may_show(unit: _Unit, rows: frozenset[tuple[str, str]] | None) -> bool:
    return rows is None or (unit.fact.row in rows and unit.fact.campo != OFFER)


def _owners(facts: tuple[Fact, ...]) -> dict[str, frozenset[tuple[str, str]]]:
    """The rows whose name has this word; short words tell nothing."""
    found: dict[str, set[tuple[str, str]]] = {}
    for fact in facts:
        for word in _WORDS.findall(in_place(fact.texto)):
            if len(word) > 4:
                found.setdefault(word, set()).add(fact.row)
    return {word: frozenset(rows) for word, rows in found.items()}


def _nearest(
    words: Sequence[str], owners: dict[str, frozenset[tuple[str, str]]]
) -> frozenset[tuple[str, str]] | None:
    """What the nearest words that belong to a name, one after the other, have in common."""
    rows: frozenset[tuple[str, str]] | None = None
    for word in words:
        if word in owners:
            narrower = owners[word] if rows is None else rows & owners[word]
            rows = narrower or rows
        elif rows is not None and len(word) > 2:
            break
    return rows


def _units(fact: Fact, now: datetime) -> tuple[_Unit, ...]:
    return _parts(fact, now.replace(hour=0, minute=0, second=0, microsecond=0))


@lru_cache(maxsize=8192)
def _parts(fact: Fact, today: datetime) -> tuple[_Unit, ...]:
    """The sentences of a fact; one with `segunda a sexta` speaks of every day between."""
    units: list[_Unit] = []
    texts = [part for part in _PARTS.split(fact.texto) if part.strip()] or [""]
    for part in texts:
        folded = in_place(part)
        claims = [*read_claims(part, now=today)]
        for match in RANGE.finditer(folded):
            group = next((c.group for c in claims if c.start == match.start()), 0)
            claims += [Claim(ClaimKind.DATE, "", 0, 0, day, group) for day in days_of(match)]
        for group in dict.fromkeys(c.group for c in claims if c.group) or (0,):
            mine = tuple(c for c in claims if c.group in {0, group})
            words, closed = frozenset(_WORDS.findall(folded)), says_closed(folded)
            units.append(_Unit(fact, len(units), mine, words, street(folded), closed))
    return tuple(units)
