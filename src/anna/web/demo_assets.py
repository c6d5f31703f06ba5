"""The page's own files: style, script and icon, served from memory under a name that changes with their content."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from aiohttp import web

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
FOREVER = "public, max-age=31536000, immutable"


class Assets:
    """Every file of `static/`, read once."""

    def __init__(self) -> None:
        folder = files("anna.web").joinpath("static")
        self._files = {item.name: item.read_bytes() for item in folder.iterdir() if item.name[0] != "."}
        digest = hashlib.sha256()
        for name in sorted(self._files):
            digest.update(name.encode() + b"\0" + self._files[name])
        self.version = digest.hexdigest()[:12]

    def url(self, name: str) -> str:
        """The address of a file; another content has another address. KeyError for a file that is not there."""
        self._files[name]
        return f"/static/{self.version}/{name}"

    async def serve(self, request: web.Request) -> web.Response:
        """One file. An old version's address still answers, but is not to be kept."""
        body = self._files.get(request.match_info["name"])
        if body is None:
            raise web.HTTPNotFound
        current = request.match_info["version"] == self.version
        return web.Response(
            body=body,
            content_type=TYPES[request.match_info["name"].rpartition(".")[2]],
            charset="utf-8",
            headers={
                "Cache-Control": FOREVER if current else "no-cache",
                "X-Content-Type-Options": "nosniff",
            },
        )
