"""What the bytes of a sound file say about it: the container it is in, and how long it plays.

The file is believed, not what was said about it: providers name an Ogg file in a dozen ways, and a stated length is the sender's word.
"""

from __future__ import annotations

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"OggS", "ogg"),
    (0, b"ID3", "mp3"),
    (0, b"fLaC", "flac"),
    (0, b"\x1a\x45\xdf\xa3", "webm"),
    (4, b"ftyp", "m4a"),
    (8, b"WAVE", "wav"),
)
_OPUS_RATE = 48_000
"""An Opus stream counts its samples at this rate, whatever it was recorded at (RFC 7845)."""

_HEADER = 27
"""Bytes of an Ogg page before its table of segments (RFC 3533)."""

_NO_PACKET_ENDS = 2**64 - 1


def container_of(content: bytes) -> str | None:
    """The usual file extension of what `content` is: ogg, mp3, m4a, wav, flac, webm; None for anything else."""
    for offset, magic, extension in _MAGIC:
        if content[offset : offset + len(magic)] == magic:
            return extension
    # a bare MPEG frame begins with eleven ones, and its layer is not 0
    if len(content) > 2 and content[0] == 0xFF and content[1] & 0xE0 == 0xE0 and content[1] & 0x06:
        return "mp3"
    return None


def seconds_of(content: bytes) -> float | None:
    """How long a voice note plays, in seconds; None where the file does not say so in a way that is read here.

    Voice notes are Ogg with Opus: the last page says how many samples there are by then, the first how many of them are not played.
    """
    if content[:4] != b"OggS" or len(content) <= _HEADER:
        return None
    head = _HEADER + content[_HEADER - 1]  # the table has a byte for each segment
    if content[head : head + 8] != b"OpusHead" or len(content) < head + 12:
        return None
    unplayed = int.from_bytes(content[head + 10 : head + 12], "little")
    stream = content[14:18]
    at = content.rfind(b"OggS")
    while at > 0:
        position = int.from_bytes(content[at + 6 : at + 14], "little")
        known = content[at + 4 : at + 5] == b"\0" and content[at + 14 : at + 18] == stream
        if known and position != _NO_PACKET_ENDS:
            return max(0.0, (position - unplayed) / _OPUS_RATE)
        at = content.rfind(b"OggS", 0, at)
    return None
