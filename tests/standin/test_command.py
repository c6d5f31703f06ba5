"""`anna standin` as a process: it answers, plays what its file says, and ends when told."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

import aiohttp
import orjson


async def test_the_command_serves_until_it_is_told_to_end(tmp_path: Path, unused_tcp_port: int) -> None:
    config = tmp_path / "standin.json"
    config.write_bytes(
        orjson.dumps(
            {"evolution": [{"name": "a", "token": "t"}], "pay": [{"name": "demo", "key": "k", "secret": "s"}]}
        )
    )
    command = (
        sys.executable,
        "-m",
        "anna",
        "standin",
        "--port",
        str(unused_tcp_port),
        "--config",
        str(config),
    )
    process = await asyncio.create_subprocess_exec(*command)
    url = f"http://127.0.0.1:{unused_tcp_port}"
    try:
        async with aiohttp.ClientSession() as session, asyncio.timeout(20):
            while True:
                try:
                    async with session.get(f"{url}/health") as response:
                        assert response.status == 200
                        break
                except aiohttp.ClientConnectorError:
                    await asyncio.sleep(0.05)
            async with session.get(f"{url}/instance/connectionState/a", headers={"apikey": "t"}) as response:
                assert (await response.json())["instance"]["state"] == "open"
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(10):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
