"""The load: a process of its own that posts webhook bodies over keep-alive connections, one request in flight on each.

It speaks HTTP/1.1 by hand, so that the client is not what is measured. As a program it reads one `Load` as JSON from standard
input and writes one `Outcome` as JSON.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
from typing_extensions import override

from benchmarks.figures import percentile

LIMIT_S = 120
_FIXTURE = Path(__file__).parents[1] / "tests" / "fixtures" / "evolution" / "baileys_in_LID_with_alt.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """`count` messages numbered from `first`, by `people` taken in turn from number `first_person`.

    Every `again_every`-th is posted twice, as a provider does that did not hear the answer; 0 for never.
    """

    port: int
    path: str
    secret: str
    instance: str
    first: int
    count: int
    people: int
    first_person: int = 0
    connections: int = 32
    again_every: int = 0
    text: str = "Oi, quero marcar consulta"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Seconds; `statuses` counts answers by HTTP status."""

    requests: int
    seconds: float
    p50: float
    p99: float
    slowest: float
    statuses: dict[str, int]

    @property
    def rate(self) -> float:
        """Requests per second."""
        return self.requests / self.seconds


async def apply_load(load: Load) -> Outcome:
    """Let a process of its own do it. Raises RuntimeError unless every request got a 2xx."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.load", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(LIMIT_S + 30):
            out, _ = await process.communicate(orjson.dumps(asdict(load)))
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        raise RuntimeError(f"the load on {load.path} at {load.port} did not come through")
    outcome = Outcome(**orjson.loads(out))
    if any(not status.startswith("2") for status in outcome.statuses):
        raise RuntimeError(f"not every request was accepted: {outcome.statuses}")
    return outcome


def provider_id(number: int) -> str:
    """The id of message `number`."""
    return f"3AB{number:015d}"


def phone(person: int) -> str:
    """A Brazilian mobile number, digits only."""
    return f"55119{person:08d}"


def lid(person: int) -> str:
    """The same person's hidden id on WhatsApp, digits only."""
    return str(2 * 10**14 + person)


def bodies(load: Load) -> Iterator[bytes]:
    """The messages as Evolution posts them; the same person comes now by the telephone, now by the LID, always with the other."""
    template = orjson.loads(_FIXTURE.read_bytes())
    data = template["data"]
    written = int(time.time())
    for number in range(load.count):
        turn, person = divmod(number, load.people)
        person += load.first_person
        addresses = (f"{phone(person)}@s.whatsapp.net", f"{lid(person)}@lid")
        named, other = addresses if turn % 2 == 0 else addresses[::-1]
        key = data["key"] | {
            "id": provider_id(load.first + number),
            "remoteJid": named,
            "remoteJidAlt": other,
            "addressingMode": "lid" if named.endswith("@lid") else "pn",
        }
        said = {
            "key": key,
            "message": data["message"] | {"conversation": load.text},
            "messageTimestamp": written,
        }
        yield orjson.dumps(template | {"instance": load.instance, "data": data | said})


def requests(load: Load) -> Iterator[bytes]:
    """Every request, whole, as it goes over the wire."""
    for number, content in enumerate(bodies(load)):
        head = (
            f"POST {load.path} HTTP/1.1\r\nHost: 127.0.0.1:{load.port}\r\nContent-Type: application/json\r\n"
            f"Authorization: Bearer {load.secret}\r\nUser-Agent: axios/1.13.2\r\nContent-Length: {len(content)}\r\n\r\n"
        )
        yield head.encode() + content
        if load.again_every and number % load.again_every == 0:
            yield head.encode() + content


class Line(asyncio.Protocol):
    """One connection: sends, waits for the answer, sends the next."""

    def __init__(self, waiting: Iterator[bytes], latencies: list[float], statuses: Counter[str]) -> None:
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        self._latencies = latencies
        self._statuses = statuses
        self._buffer = b""
        self._begun = 0.0

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    @override
    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head, end, rest = self._buffer.partition(b"\r\n\r\n")
        if not end or len(rest) < _content_length(head):
            return
        self._latencies.append(time.perf_counter() - self._begun)
        self._statuses[head[9:12].decode()] += 1
        self._buffer = b""
        self.send_next()

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or ConnectionError("the receiver hung up"))

    def send_next(self) -> None:
        request = next(self._waiting, None)
        if request is None:
            if not self.done.done():
                self.done.set_result(None)
            self._transport.close()
            return
        self._begun = time.perf_counter()
        self._transport.write(request)


def _content_length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


async def post_all(load: Load) -> Outcome:
    """Post everything `load` says, as fast as the receiver answers."""
    ready = list(requests(load))
    latencies: list[float] = []
    statuses: Counter[str] = Counter()
    waiting = iter(ready)
    loop = asyncio.get_running_loop()
    lines = []
    for _ in range(load.connections):
        _, line = await loop.create_connection(
            lambda: Line(waiting, latencies, statuses), "127.0.0.1", load.port
        )
        lines.append(line)
    gc.disable()
    begun = time.perf_counter()
    for line in lines:
        line.send_next()
    async with asyncio.timeout(LIMIT_S):
        await asyncio.gather(*(line.done for line in lines))
    return Outcome(
        requests=len(ready),
        seconds=time.perf_counter() - begun,
        p50=percentile(latencies, 0.5),
        p99=percentile(latencies, 0.99),
        slowest=max(latencies),
        statuses=dict(statuses),
    )


def main() -> None:
    outcome = asyncio.run(post_all(Load(**orjson.loads(sys.stdin.buffer.read()))))
    sys.stdout.buffer.write(orjson.dumps(asdict(outcome)))


if __name__ == "__main__":
    main()
