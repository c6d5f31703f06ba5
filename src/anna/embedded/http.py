"""Asking a process of ours whether it is ready, without a client library."""

from __future__ import annotations

import asyncio
from urllib.parse import urlsplit


async def says_ok(url: str, *, within_s: float = 2) -> bool:
    """Whether a GET of `url` (plain http) is answered with a 2xx status in time."""
    parts = urlsplit(url)
    try:
        async with asyncio.timeout(within_s):
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
            try:
                writer.write(f"GET {parts.path} HTTP/1.0\r\nHost: {parts.netloc}\r\n\r\n".encode())
                status = (await reader.readline()).split()
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return False
    return len(status) > 1 and status[1].startswith(b"2")
