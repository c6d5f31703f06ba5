"""Which of several services one professional does in one go. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID


def first_together(servicos: Sequence[UUID], abilities: Iterable[frozenset[UUID]]) -> tuple[UUID, ...]:
    """The first of `servicos`, and as many of the others as somebody does besides, in their order.

    `abilities` are what each professional does. All of them where one does all; the first alone where nobody does it.
    """
    able = (ability for ability in abilities if servicos[0] in ability)
    most = max((frozenset(servicos) & ability for ability in able), key=len, default=frozenset(servicos[:1]))
    return tuple(servico for servico in servicos if servico in most)
