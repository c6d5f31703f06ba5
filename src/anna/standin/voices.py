"""Voice notes of pretended patients: files that are silent, last as long as they say, and carry the words for whoever pretends to hear."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

_RATE = 48_000
_TAG = b"WORDS="
_SERIAL = b"anna"
_LONGEST = 60_000
"""Bytes of words: they stand on one page."""


def voice(words: str, seconds: float) -> bytes:
    """An Ogg file with Opus headers, of that length, in which `words` are said."""
    head = b"OpusHead\x01\x01" + bytes(2) + (16_000).to_bytes(4, "little") + bytes(3)
    tags = b"OpusTags" + _sized(b"anna") + (1).to_bytes(4, "little") + _sized(_TAG + words.encode())
    silence = b"\xf8\xff\xfe"
    ends = (0, 0, round(seconds * _RATE))
    return b"".join(_page(packet, ends[n], n) for n, packet in enumerate((head, tags, silence)))


def words_of(content: bytes) -> str:
    """What is said in a file of `voice`; nothing in any other."""
    at = content.find(_TAG)
    if at < 4:
        return ""
    size = int.from_bytes(content[at - 4 : at], "little")
    return content[at + len(_TAG) : at + size].decode(errors="replace")


def recorded(asked: Mapping[str, Any], otherwise: bytes) -> bytes:
    """The bytes of a file that somebody sends: its own ({"base64": …}), a voice that says something ({"says": …, "seconds": 2}), or some.

    Raises binascii.Error and TypeError for what is neither.
    """
    if "base64" in asked:
        return base64.b64decode(asked["base64"], validate=True)
    if "says" in asked:
        words, seconds = str(asked["says"]), asked.get("seconds", 2)
        if len(words.encode()) > _LONGEST or not isinstance(seconds, int | float) or not 0 <= seconds < 1e6:
            raise TypeError("no voice says that much, or for so long")
        return voice(words, seconds)
    return otherwise


def _sized(value: bytes) -> bytes:
    return len(value).to_bytes(4, "little") + value


def _page(packet: bytes, position: int, number: int) -> bytes:
    """One Ogg page with one packet. Its checksum stays 0: nobody here plays it."""
    table = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
    kind = {0: 2, 2: 4}.get(number, 0)  # the first page of a stream, and the last
    fixed = (
        b"OggS" + bytes([0, kind]) + position.to_bytes(8, "little") + _SERIAL + number.to_bytes(4, "little")
    )
    return fixed + bytes(4) + bytes([len(table)]) + table + packet
