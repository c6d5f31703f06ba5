"""Each claim of a text bound to the row that says so, or to the patient's own words; what is neither is a lie until shown otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from anna.conversation.claims.amounts import street
from anna.conversation.claims.models import Act, Binding, Bound, Claim, ClaimKind, Fact
from anna.conversation.claims.moments import WEEKDAYS, same_day, sentence
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
_RANGE = re.compile(
    r"\b(segunda|terca|quarta|quinta|sexta|sabado)(?:-feira)? (?:a|ate) (?:o |a )?(terca|quarta|quinta|sexta|sabado|domingo)\b"
)
_PARTS = re.compile(r"[;\n]|(?<=[.!?])(?<![Dd]r\.)(?<![Dd]ra\.)(?<![Ss]r\.)(?<![Ss]ra\.)(?<!\d\.)\s+")
_WORDS = re.compile(r"[^\W_]+")
_DATED_ACTS = frozenset({Act.BOOK.value, Act.HOLD.value, Act.MOVE.value, Act.CANCEL.value})
_FREE_TIME = re.compile(
    r"\b(?:vagas?|livres?|dispon\w+|encaix\w+|tenho|consigo|esper\w+|temos (?:um )?horario)\b"
)
_CLOSED = re.compile(r"\b(?:fech\w+|nao (?:abr|atend|funcion|trabalh)\w*)\b")
_HOURS = frozenset({"horarios", "resposta"})
_COUNTED = re.compile(
    r"^\s+(unidades?|clinicas?|vagas?|sess(?:ao|oes)|profissionais|pacientes|clientes|lojas?|anos|aplicac(?:ao|oes)|metros|quadras?)\b"
)
_SAYS_LITTLE = frozenset(
    {"paciente", "pacientes", "cliente", "clientes", "procedimento", "procedimentos", "clinica"}
)
_QUOTES = re.compile(r"[“\"«]([^”\"»]+)[”\"»]")
_ATTRIBUTED = re.compile(
    r"\bvoce (?:disse|falou|pediu|perguntou|mencionou|comentou|escreveu|mandou|informou|quer|queria|prefere|gostaria)\b"
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
        for unit in self.units:
            if _may_show(unit, rows) and all(self._says(unit, c, beside=beside) for c in claims):
                return [unit.fact] * len(claims)
        for row in dict.fromkeys(unit.fact.row for unit in self.units if _may_show(unit, rows)):
            found = [self._across(row, c, beside=beside) for c in claims]
            if all(found):
                return found
        return [None] * len(claims)

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
            if unit.fact.tabela == CATALOGUE and not _of_named(unit, claim, allowed):
                continue
            if self._says(unit, claim, beside=False):
                return unit.fact
        return None

    def _says(self, unit: _Unit, claim: Claim, *, beside: bool) -> bool:
        if unit.fact.tabela == TEMPLATES and claim.kind in _NOT_BY_WORDING:
            return False
        match claim.kind:
            case ClaimKind.NAME:
                return set(claim.value.split()) <= unit.words
            case ClaimKind.ADDRESS:
                return f" {claim.value} " in f" {unit.street} "
            case ClaimKind.DISCOUNT:
                return self._speaks_of(unit, claim) and any(
                    c.kind is claim.kind and c.value == claim.value for c in unit.claims
                )
            case ClaimKind.DATE | ClaimKind.TIME if not self._may_be_of(unit, claim):
                return False
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
                return any(c.kind is claim.kind and c.value == claim.value for c in unit.claims)

    def _counts(self, unit: _Unit, claim: Claim) -> bool:
        """Whether a number is in the fact, and of the same thing where the text says of what."""
        counted = _COUNTED.match(self.whole[claim.end :])
        if counted and not any(word.startswith(counted[1][:5]) for word in unit.words):
            return False
        alike = (ClaimKind.NUMBER, ClaimKind.PRICE)
        return any(c.kind in alike and c.value == claim.value for c in unit.claims)

    def _may_be_of(self, unit: _Unit, claim: Claim) -> bool:
        """What the clinic's hours show of a time: that it is open then, or closed; never that anything is free."""
        if not unit.fact.tabela.startswith("clinica."):
            return True
        around = sentence(self.whole, claim.start)
        closed = unit.closed == bool(_CLOSED.search(around)) or unit.fact.campo not in _HOURS
        return closed and not _FREE_TIME.search(around)

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
        around = sentence(self.whole, claim.start)
        if not _ATTRIBUTED.search(around):
            return False
        theirs = in_place(self.heard)
        for match in _QUOTES.finditer(self.text):
            if match.start() < claim.start and claim.end <= match.end(1):
                return in_place(match[1]).strip() in theirs
        if claim.kind not in _ECHOED or _ASSERTS.search(around):
            return False
        return any(
            c.kind is claim.kind and c.value == claim.value for c in read_claims(self.heard, now=self.now)
        ) or (claim.kind is ClaimKind.NAME and set(claim.value.split()) <= name_words(self.heard))


def _costs(unit: _Unit, claim: Claim) -> bool:
    """Whether a price is the fact's; a deposit is none, and no price is a deposit."""
    column = unit.fact.campo
    if column in {"sinal", "preco"} and (column == "sinal") != (claim.about == "sinal"):
        return False
    return any(c.kind is ClaimKind.PRICE and c.value == claim.value for c in unit.claims)


def _of_named(unit: _Unit, claim: Claim, allowed: frozenset[tuple[str, str]] | None) -> bool:
    """Whether a row of the catalogue is one that is spoken of; how long something takes is said of something named."""
    if allowed is None:
        return claim.kind is not ClaimKind.SPAN
    return unit.fact.row in allowed


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
        for match in _RANGE.finditer(folded):
            first, last = WEEKDAYS.index(match[1]), WEEKDAYS.index(match[2])
            group = next((c.group for c in claims if c.start == match.start()), 0)
            claims += [
                Claim(ClaimKind.DATE, "", 0, 0, f"semana {day}", group) for day in range(first, last + 1)
            ]
        for group in dict.fromkeys(c.group for c in claims if c.group) or (0,):
            mine = tuple(c for c in claims if c.group in {0, group})
            words, closed = frozenset(_WORDS.findall(folded)), bool(_CLOSED.search(folded))
            units.append(_Unit(fact, len(units), mine, words, street(folded), closed))
    return tuple(units)
