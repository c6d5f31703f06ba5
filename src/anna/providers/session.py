"""The one HTTP session that all provider doors of a process share."""

from __future__ import annotations

from aiohttp import ClientSession

__all__ = ["ClientSession", "open_session"]


def open_session() -> ClientSession:
    """A session to be closed by whoever opened it; each call through it sets its own time limit."""
    return ClientSession()
