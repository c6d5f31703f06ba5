"""What Anna did not understand, as bytes that may be kept: tokens, keys and media cut out, and never too long.

Bytes, because jsonb refuses NUL and lone surrogates, and those are among the reasons why a body was not understood.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

CUT = "[cut]"
MAX_BYTES = 128 * 1024
MAX_TEXT = 4096
MAX_DEPTH = 60
MIN_SECRET = 6
"""Shorter texts among the secrets are none, and would be cut out of half the words."""

_SECRET = frozenset(
    "apikey api_key token authorization access_token auth_token authtoken jwt jwt_key secret password hash code pairingcode".split()  # noqa: SIM905
)
_MEDIA = frozenset(
    "base64 media jpegthumbnail pngthumbnail thumbnail thumbnaildirectpath waveform messagesecret mediakey".split()  # noqa: SIM905
)
_NAMED = re.compile(
    rb'("(?:' + b"|".join(name.encode() for name in sorted(_SECRET | _MEDIA)) + rb')"\s*:\s*")[^"]*',
    re.IGNORECASE,
)
_BLOB = re.compile(rb"[A-Za-z0-9+/=_-]{300,}")


def redact(body: Any, secrets: Iterable[str] = ()) -> bytes:
    """`body` (a parsed JSON value, or the bytes of what could not be parsed) without tokens and media, at most MAX_BYTES.

    `secrets` are values that must not survive wherever they stand.
    """
    if isinstance(body, bytes | bytearray):
        window = bytes(body[: 2 * MAX_BYTES])
        kept = _BLOB.sub(CUT.encode(), _NAMED.sub(rb"\1" + CUT.encode(), window))
    else:
        kept = json.dumps(_cut(body, 0), ensure_ascii=True, separators=(",", ":")).encode()
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= MIN_SECRET:
            kept = kept.replace(secret.encode(), CUT.encode())
    return kept[:MAX_BYTES]


def secrets_of(segredos: Mapping[str, Any]) -> Iterator[str]:
    """The texts among an instance's secrets: what `redact` must not let through."""
    return (value for value in segredos.values() if isinstance(value, str))


def _cut(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return value if len(value) <= MAX_TEXT else f"{value[:200]}{CUT}"
    if depth >= MAX_DEPTH:
        return CUT
    if isinstance(value, list):
        return [_cut(item, depth + 1) for item in value[:500]]
    if isinstance(value, dict):
        if len(value) > 32 and "0" in value and "31" in value:  # bytes as an object of numbered keys
            return CUT
        return {key: _kept(key, item, depth) for key, item in value.items()}
    return value


def _kept(key: str, value: Any, depth: int) -> Any:
    name = key.casefold()
    if (name in _SECRET or name in _MEDIA) and value is not None and not isinstance(value, bool):
        return CUT
    return _cut(value, depth + 1)
