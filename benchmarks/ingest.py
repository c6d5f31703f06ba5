"""Receiving: the whole path of `anna web`, beside a receiver that keeps nothing and beside the usual stack."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from anna.db.connect import Connection, connect
from anna.embedded.http import says_ok
from anna.embedded.supervisor import Child
from benchmarks.figures import Aim, Section, Spread
from benchmarks.load import Load, Outcome, apply_load, provider_id
from benchmarks.stage import INSTANCE, PEERS, SECRET, Stage, free_port, megabytes, open_stage

AGAIN_EVERY = 50
"""Every so many-th body comes twice."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is posted: `count` to the fast ones in each of `rounds`, `slow` to the slow one."""

    rounds: int
    count: int
    slow: int
    people: int


FULL = Size(rounds=5, count=10_000, slow=1_000, people=2_000)
QUICK = Size(rounds=1, count=200, slow=100, people=20)


@dataclass(slots=True)
class Receiver:
    """One of those compared, and what it did."""

    name: str
    port: int
    path: str
    count: int
    outcomes: list[Outcome] = field(default_factory=list)
    posted: int = 0

    async def take(self, size: Size, *, people: int | None = None, first_person: int = 0) -> Outcome:
        """Post one round to it."""
        outcome = await apply_load(
            Load(
                port=self.port,
                path=self.path,
                secret=SECRET,
                instance=INSTANCE,
                first=self.posted,
                count=self.count,
                people=people or size.people,
                first_person=first_person,
                again_every=AGAIN_EVERY,
            )
        )
        self.posted += self.count
        return outcome


async def measure(*, quick: bool) -> Section:
    """All receivers, turn about."""
    size = QUICK if quick else FULL
    async with open_stage() as stage:
        bare, orm = free_port(), free_port()
        children = [stage.child("web"), bare_child(bare)]
        anna = Receiver("Anna: proved, read, person and conversation found, stored once", stage.settings.port, stage.path, size.count)  # fmt: skip
        receivers = [Receiver("(a) aiohttp + orjson, nothing stored", bare, "/webhook", size.count), anna]
        if PEERS.exists():
            children.append(await _orm(stage, orm))
            receivers.append(Receiver("(b) FastAPI + SQLAlchemy async + arq", orm, "/webhook", size.slow))
        async with stage.running(*children) as processes:
            for receiver in receivers:
                await receiver.take(size)  # everybody is met, plans and caches are warm
            for _ in range(size.rounds):
                for receiver in receivers:
                    receiver.outcomes.append(await receiver.take(size))
            strangers = [
                await anna.take(size, people=size.count, first_person=size.people + number * size.count)
                for number in range(min(size.rounds, 3))
            ]
            memory = megabytes(processes.pids()["web"])
        everybody = size.people + len(strangers) * size.count
        await _check(stage, anna, people=everybody)
        return _section(size, receivers, strangers, memory)


def bare_child(port: int) -> Child:
    """The receiver that keeps nothing."""
    argv = (sys.executable, "-m", "benchmarks.peers.bare", "--port", str(port))
    return Child("bare", argv, ready=lambda: says_ok(f"http://127.0.0.1:{port}/health"))


async def _orm(stage: Stage, port: int) -> Child:
    admin = await connect(stage.postgres.dsn())
    await admin.execute("create database peer")
    await admin.close()
    dsn = f"postgresql+asyncpg://postgres@/peer?host={stage.postgres.sockets}"
    program = str(PEERS.parents[2] / "benchmarks" / "peers" / "orm.py")
    argv = (
        str(PEERS), program, "--port", str(port), "--dsn", dsn,
        "--redis-socket", str(stage.redis.socket), "--secret", SECRET,
    )  # fmt: skip
    return Child("orm", argv, ready=lambda: says_ok(f"http://127.0.0.1:{port}/health"))


async def _check(stage: Stage, anna: Receiver, *, people: int) -> None:
    """Nothing lost, nothing double. Raises AssertionError."""
    conn = await stage.connect()
    try:
        stored = await _count(conn, "whatsapp.mensagens where direcao = 'entrada'")
        assert stored == anna.posted, f"{anna.posted} messages were accepted and {stored} are stored"
        wanted = [provider_id(number) for number in range(anna.posted)]
        found = await conn.fetchval(
            "select count(distinct provedor_id) from whatsapp.mensagens where provedor_id = any($1)", wanted
        )
        assert found == anna.posted, f"{anna.posted - found} messages are lost"
        seen = "select contato_id from whatsapp.identidades where tipo = 'lid'"
        assert await _count(conn, f"({seen}) l") == people, "a person is missing or there twice"
        assert await _count(conn, f"whatsapp.conversas where contato_id in ({seen})") == people
        due = "whatsapp.conversas where responder_em is null and contato_id in"
        assert await _count(conn, f"{due} ({seen})") == 0, "somebody waits for an answer nobody will give"
    finally:
        await conn.close()


async def _count(conn: Connection, what: str) -> int:
    count: int = await conn.fetchval(f"select count(*) from {what}")
    return count


def _section(size: Size, receivers: list[Receiver], strangers: list[Outcome], memory: float) -> Section:
    bare, anna, *others = receivers
    section = Section(
        "ingest",
        f"1.4 KB bodies of Evolution over 32 keep-alive connections, one request in flight on each; {size.people:,} people, each"
        f" by two addresses (telephone and LID), every {AGAIN_EVERY}th body twice. {size.rounds} rounds of {size.count:,} requests"
        f" ({size.slow:,} for b), turn about. A request is answered after its commit.",
        ("receiver", "requests/s", "of (a)", "p50 ms", "p99 ms", "worst ms"),
    )  # fmt: skip
    for receiver in receivers:
        section.rows.append(_row(receiver.name, receiver.outcomes, bare.outcomes))
    section.rows.append(_row("Anna, every message from a person she never met", strangers, bare.outcomes))
    section.notes.append(
        f"Anna's memory after all of it: {memory:.0f} MB. Checked in her database: every message accepted is there once, every person"
        " once, with one conversation that is due to be answered."
    )  # fmt: skip
    of_bare = _ratio(anna.outcomes, bare.outcomes)
    p99 = Spread.of(o.p99 * 1000 for o in anna.outcomes)
    section.aims = [
        Aim("of (a), bare aiohttp + orjson", "0.5", of_bare.show(2), of_bare.middle >= 0.5),
        Aim("p99 at 32 connections", "< 10 ms", p99.show(1, " ms"), p99.middle < 10),
        Aim("lost or double", "0", f"0 of {anna.posted:,}", True),
    ]
    if others:
        of_orm = _ratio(anna.outcomes, others[0].outcomes)
        section.aims.insert(
            1, Aim("times (b), FastAPI + SQLAlchemy + arq", "25", of_orm.show(1), of_orm.middle >= 25)
        )
    else:
        section.notes.append("(b) was left out: its environment is made by `make bench`.")
    return section


def _row(name: str, outcomes: list[Outcome], bare: list[Outcome]) -> tuple[str, ...]:
    return (
        name,
        Spread.of(o.rate for o in outcomes).show(),
        _ratio(outcomes, bare).show(2),
        Spread.of(o.p50 * 1000 for o in outcomes).show(1),
        Spread.of(o.p99 * 1000 for o in outcomes).show(1),
        f"{max(o.slowest for o in outcomes) * 1000:.0f}",
    )


def _ratio(mine: list[Outcome], others: list[Outcome]) -> Spread:
    """Round by round, so that a slow minute of the machine slows both sides."""
    return Spread.of(a.rate / b.rate for a, b in zip(mine, others, strict=False))
