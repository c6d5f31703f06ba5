"""aioresponses on aiohttp 3.14, which made `stream_writer` a required argument of a response.

Only for failures that no server on loopback can give; everything else is tested against the stand-in.
"""

from __future__ import annotations

from typing import Any

import aiohttp
import aioresponses.core
import pytest


class _NothingWritten:
    output_size = 0


class _Response(aiohttp.ClientResponse):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("stream_writer", _NothingWritten())
        super().__init__(*args, **kwargs)


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let aioresponses build its answers from a class that fills in what it does not know."""
    monkeypatch.setattr(aioresponses.core, "ClientResponse", _Response)
