"""What an emoji on a message of ours may answer, as people use them on WhatsApp; whether it does is for the turn to say."""

from __future__ import annotations

from typing import Final

from anna.commands import YesNo

_YES: Final = frozenset("👍👌✅☑✔❤🧡💛💚💙💜🤎🖤🤍🩷🩵🩶")
_NO: Final = frozenset("👎❌✖")
_DRESS: Final = dict.fromkeys([0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)])
"""Variants and skin tones: how an emoji looks, not what it is."""


def reacted(emoji: str | None) -> YesNo | None:
    """The yes or no of a reaction; None of any other emoji, and of one that was taken back."""
    bare = (emoji or "").strip().translate(_DRESS)
    if bare in _YES:
        return YesNo.YES
    return YesNo.NO if bare in _NO else None
