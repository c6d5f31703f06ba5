"""The practical limit of a webhook in Python: aiohttp reads the body, orjson parses it, nothing is kept."""

from __future__ import annotations

import argparse

import orjson
from aiohttp import web


async def receive(request: web.Request) -> web.Response:
    orjson.loads(await request.read())
    return web.Response()


async def health(request: web.Request) -> web.Response:
    return web.Response()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    app = web.Application()
    app.router.add_post("/webhook", receive)
    app.router.add_get("/health", health)
    web.run_app(app, host="127.0.0.1", port=parser.parse_args().port, access_log=None, print=None)


if __name__ == "__main__":
    main()
