"""Answers, refusals and the two ways of not answering."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import web


class Overloaded(web.HTTPServerError):
    """A status of Anthropic's own."""

    status_code = 529


class TooLarge(web.HTTPClientError):
    """aiohttp's own wants to know by how much."""

    status_code = 413


_REFUSALS: Mapping[int, tuple[type[web.HTTPException], str]] = {
    400: (web.HTTPBadRequest, "Bad Request"),
    401: (web.HTTPUnauthorized, "Unauthorized"),
    403: (web.HTTPForbidden, "Forbidden"),
    404: (web.HTTPNotFound, "Not Found"),
    409: (web.HTTPConflict, "Conflict"),
    413: (TooLarge, "Payload Too Large"),
    429: (web.HTTPTooManyRequests, "Too Many Requests"),
    500: (web.HTTPInternalServerError, "Internal Server Error"),
    503: (web.HTTPServiceUnavailable, "Service Unavailable"),
    529: (Overloaded, "Overloaded"),
}
_JSON = "application/json"


def answer(status: int, body: Any) -> web.Response:
    """A JSON answer."""
    return web.Response(status=status, body=orjson.dumps(body), content_type=_JSON)


def raised(status: int, body: Any, headers: Mapping[str, str] | None = None) -> web.HTTPException:
    """A JSON answer to be raised."""
    return _REFUSALS[status][0](text=orjson.dumps(body).decode(), content_type=_JSON, headers=headers)


def refusal(
    status: int, message: Any, *, error: str | None = None, headers: Mapping[str, str] | None = None
) -> web.HTTPException:
    """Evolution's error body: `message` a string, a list, a list of lists or a list of objects."""
    body = {"status": status, "error": error or _REFUSALS[status][1], "response": {"message": message}}
    return raised(status, body, headers)


def cut(request: web.Request) -> web.Response:
    """Cut the connection without an answer; what is returned goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def silence(request: web.Request, stopping: asyncio.Event) -> web.Response:
    """Never answer: wait until the caller goes away or the stand-in ends."""
    while not stopping.is_set() and request.transport is not None and not request.transport.is_closing():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), 0.02)
    return cut(request)
