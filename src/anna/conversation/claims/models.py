"""What a claim is, what it may rest on, and how the two are kept with a message."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class ClaimKind(StrEnum):
    """What kind of thing a text claims; kept in `mensagens.provas`."""

    PRICE = "preco"
    PERCENT = "percentual"
    DISCOUNT = "desconto"
    DATE = "data"
    TIME = "hora"
    SPAN = "prazo"
    NUMBER = "numero"
    NAME = "nome"
    ADDRESS = "endereco"
    PHONE = "telefone"
    LINK = "link"
    ACT = "ato"
    PROMISE = "promessa"
    INTERNAL = "interno"
    FORM = "forma"  # of a draft: too long, another language, a question too many, a promise to do something
    SOURCE = "fonte"  # of a draft: a sentence that none of the rows it was written from speaks of


class Act(StrEnum):
    """What a text may say was done; a row in the right status says so too."""

    BOOK = "marcar"
    HOLD = "reservar"
    CANCEL = "cancelar"
    MOVE = "remarcar"
    TELL = "avisar"
    SEND = "enviar"
    RECEIVE = "receber"
    REFUND = "devolver"
    NOTE = "anotar"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim: `text[start:end]` of what was read, and its value in a form that can be compared.

    Claims with the same `group` speak of one thing (a day, its hour, who attends) and must be true together. `about` is "sinal" for
    the price of a deposit, "de" or "ate" for an hour at which something begins or ends, "antes" and "depois" for a length of time before
    or after something.
    """

    kind: ClaimKind
    text: str
    start: int
    end: int
    value: str
    group: int = 0
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What one column of one row says, in the words in which it is said; `acts` are what the row shows to be done."""

    tabela: str
    id: str
    campo: str
    texto: str = ""
    acts: frozenset[Act] = frozenset()

    @property
    def row(self) -> tuple[str, str]:
        return self.tabela, self.id


@dataclass(frozen=True, slots=True)
class Binding:
    """A claim and the fact it rests on; `quoted` if the patient said it and the text says so. Neither: nobody said it."""

    claim: Claim
    fact: Fact | None = None
    quoted: bool = False

    @property
    def holds(self) -> bool:
        return self.fact is not None or self.quoted

    def to_json(self) -> dict[str, Any]:
        """As `mensagens.provas` keeps it."""
        claim, fact = self.claim, self.fact
        return {
            "tipo": claim.kind.value,
            "trecho": claim.text,
            "em": [claim.start, claim.end],
            "valor": claim.value,
            "fato": fact and {"tabela": fact.tabela, "id": fact.id, "campo": fact.campo},
            "cita": self.quoted,
        }


@dataclass(frozen=True, slots=True)
class Bound:
    """A text with every claim in it."""

    text: str
    bindings: tuple[Binding, ...]

    @property
    def unbound(self) -> tuple[Claim, ...]:
        return tuple(binding.claim for binding in self.bindings if not binding.holds)

    def to_json(self) -> list[dict[str, Any]]:
        return [binding.to_json() for binding in self.bindings]


def unproven(claims: Sequence[Claim], provas: Sequence[Mapping[str, Any]] | None) -> tuple[Claim, ...]:
    """Those of the `claims` of a stored message that no stored binding holds: none of the same kind, value and place."""
    held = {
        (prova["tipo"], prova["valor"], *prova["em"]) for prova in provas or () if prova["fato"] or prova["cita"]
    }  # fmt: skip
    return tuple(c for c in claims if (c.kind.value, c.value, c.start, c.end) not in held)
