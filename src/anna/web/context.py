"""What handlers find in the application."""

from __future__ import annotations

from aiohttp import web

from anna.app import Anna

ANNA = web.AppKey("anna", Anna)
