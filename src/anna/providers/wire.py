"""One HTTP call to a vendor, and what its failure says about the far side.

A request that never left is `ProviderBusy`: it may go again. One that left and got no readable answer is `ProviderUnknown` when it
changes something over there, and merely `ProviderBusy` when it only asks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson

from anna.errors import ProviderBusy, ProviderRefused, ProviderUnknown

CONNECT_LIMIT_S = 5.0
MAX_BODY = (
    64 * 1024 * 1024
)  # the largest WhatsApp document would be 100 MB; base64 of what a patient sends is far below

# Raised while there is no connection yet: nothing of the request has left.
_NEVER_LEFT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, read to the end."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        """The body as JSON; None when it is none."""
        try:
            return orjson.loads(self.body)
        except orjson.JSONDecodeError:
            return None

    def retry_after_s(self) -> float | None:
        """`Retry-After` in seconds; None when absent or given as a date."""
        value = self.headers.get("Retry-After", "")
        return float(value) if value.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Request:
    """What goes out: `json` or `form`, never both. `changes` says whether the far side does something because of it."""

    method: str
    url: str
    headers: Mapping[str, str]
    changes: bool
    json: Any = None
    form: tuple[tuple[str, str], ...] | None = None
    params: Mapping[str, str] | None = None
    follow: bool = False


async def call(session: aiohttp.ClientSession, request: Request, *, limit_s: float) -> Reply:
    """Send `request` and read the whole answer within `limit_s`.

    Any HTTP status is an answer. Raises ProviderBusy and ProviderUnknown as the module says, and ProviderRefused for an answer larger
    than `MAX_BODY` to something that only asks.
    """
    headers = dict(request.headers)
    data: Any = None
    if request.json is not None:
        headers["Content-Type"] = "application/json"
        data = orjson.dumps(request.json)
    elif request.form is not None:
        data = aiohttp.FormData(request.form)
    timeout = aiohttp.ClientTimeout(total=limit_s, connect=min(CONNECT_LIMIT_S, limit_s * 0.9))
    try:
        async with (
            asyncio.timeout(
                limit_s + 1.0
            ),  # aiohttp's own limit comes first; this one is for what it does not watch
            session.request(
                request.method,
                request.url,
                headers=headers,
                data=data,
                params=request.params,
                timeout=timeout,
                allow_redirects=request.follow,
            ) as response,
        ):
            body = await _read(response)
    except _NEVER_LEFT as error:
        raise ProviderBusy(f"could not connect: {type(error).__name__}", provider_code="connect") from error
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        what = f"no answer to {request.method}: {type(error).__name__}"
        raise (ProviderUnknown(what) if request.changes else ProviderBusy(what)) from error
    if body is None:
        if request.changes:
            raise ProviderUnknown("the answer was too large to read")
        raise ProviderRefused("the answer was too large to read", provider_code="too_large")
    return Reply(response.status, response.headers, body)


async def _read(response: aiohttp.ClientResponse) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_chunked(256 * 1024):
        size += len(part)
        if size > MAX_BODY:
            return None
        parts.append(part)
    return b"".join(parts)
