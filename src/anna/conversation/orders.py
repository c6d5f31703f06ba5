"""Texts that speak to a machine instead of to patients, whoever put them where only a clinic's own words should be. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

from anna.commands import Safety
from anna.conversation.claims.models import ClaimKind
from anna.conversation.claims.reading import read_claims
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)
_SENTENCES = re.compile(r"(?<=[.!?\n])\s+")


@lru_cache(maxsize=1024)
def gives_orders(text: str) -> bool:
    """Whether some sentence of `text` is an order to whoever answers patients: no model is shown it, and no patient hears it."""
    return any(map(_is_order, [text, *_SENTENCES.split(text)]))


def _is_order(sentence: str) -> bool:
    reading = OfflineUnderstander().understand(sentence, Context(reference_time=_ANY_TIME))
    internal = any(claim.kind is ClaimKind.INTERNAL for claim in read_claims(sentence, now=_ANY_TIME))
    return reading.safety is Safety.INJECTION or internal
