"""What whoever writes freely has to pass: a draft is bound to the facts it was written from, or it is not sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from anna.conversation.claims.binding import bind_claims
from anna.conversation.claims.models import Binding, Bound, Claim, Fact

Write = Callable[[Sequence[Claim]], Awaitable[str | None]]
"""Writes a draft; the claims are those of the last draft that nothing showed, none the first time. None: it will not write one."""

Read = Callable[[str], Iterable[Claim]]
"""Finds what else a draft may not say: claims that nothing ever shows."""

TRIES = 2
"""A draft that claims what no row says is written anew once; then a template speaks."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that may be planned with its bindings, or None, and every draft that was refused."""

    draft: Bound | None
    refused: tuple[Bound, ...] = ()


async def write_bound(
    write: Write,
    facts: Sequence[Fact],
    *,
    now: datetime,
    heard: str | None = None,
    forbidden: Read = lambda text: (),
) -> Drafted:
    """Let `write` write until its text is bound to `facts` or the patient's words (`heard`) and has nothing `forbidden`, `TRIES` times at most.

    A `draft` of None means that the caller says a template instead. `now` is the clinic's own time. The text is planned without a
    template's name and with `draft.to_json()` as its `provas`: the door holds the two against each other once more.
    """
    refused: list[Bound] = []
    for _ in range(TRIES):
        text = await write(refused[-1].unbound if refused else ())
        if not text or not text.strip():
            break
        bound = bind_claims(text, facts, now=now, heard=heard)
        bound = replace(bound, bindings=(*bound.bindings, *map(Binding, forbidden(bound.text))))
        if not bound.unbound:
            return Drafted(bound, tuple(refused))
        refused.append(bound)
    return Drafted(None, tuple(refused))
