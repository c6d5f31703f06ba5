"""The usual way to build this: FastAPI, SQLAlchemy's async ORM, and a job for arq after the commit.

Stores what Anna stores (person, two addresses, conversation, message once by its provider id) with a pool as large as the
load. Runs in the environment that requirements/bench.lock describes, and imports nothing of Anna.
"""

from __future__ import annotations

import argparse
import asyncio
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import uvicorn
from arq import create_pool
from arq.connections import RedisSettings
from fastapi import FastAPI, HTTPException, Request
from sqlalchemy import BigInteger, DateTime, ForeignKey, String, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

CONNECTIONS = 32
TRIES = 20


class Base(DeclarativeBase):
    pass


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    name: Mapped[str | None]


class Address(Base):
    __tablename__ = "address"
    value: Mapped[str] = mapped_column(String, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)


class Conversation(Base):
    __tablename__ = "conversation"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    answer_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True), index=True)


class Message(Base):
    __tablename__ = "message"
    __table_args__ = (UniqueConstraint("instance", "provider_id"),)
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), index=True)
    instance: Mapped[str]
    provider_id: Mapped[str]
    text: Mapped[str | None]
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    written_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    received_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


async def settle(session: AsyncSession, values: list[str], name: str | None) -> Conversation:
    """The conversation of whoever has these addresses, made when it is not there."""
    found = (await session.scalars(select(Address).where(Address.value.in_(values)))).all()
    if found:
        person_id = found[0].person_id
    else:
        person = Person(name=name)
        session.add(person)
        await session.flush()
        person_id = person.id
    known = {address.value for address in found}
    session.add_all(Address(value=value, person_id=person_id) for value in values if value not in known)
    conversation = await session.scalar(select(Conversation).where(Conversation.person_id == person_id))
    if conversation is None:
        conversation = Conversation(person_id=person_id)
        session.add(conversation)
        await session.flush()
    return conversation


async def store(sessions: async_sessionmaker[AsyncSession], body: dict[str, Any]) -> int | None:
    """The conversation that has to be answered; None when the message was there already."""
    data = body["data"]
    key = data["key"]
    now = datetime.now(UTC)
    async with sessions() as session:
        conversation = await settle(session, [key["remoteJid"], key["remoteJidAlt"]], data.get("pushName"))
        conversation.answer_at = now
        known = await session.scalar(
            select(Message.id).where(Message.instance == body["instance"], Message.provider_id == key["id"])
        )
        if known is not None:
            return None
        session.add(
            Message(
                conversation_id=conversation.id,
                instance=body["instance"],
                provider_id=key["id"],
                text=data["message"].get("conversation"),
                data={},
                written_at=datetime.fromtimestamp(data["messageTimestamp"], UTC),
                received_at=now,
            )
        )
        await session.commit()
        return conversation.id


def build(dsn: str, redis_socket: str, secret: str) -> FastAPI:
    engine = create_async_engine(dsn, pool_size=CONNECTIONS, max_overflow=0)
    sessions = async_sessionmaker(engine, expire_on_commit=False)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with engine.begin() as conn:
            await conn.run_sync(Base.metadata.create_all)
        app.state.jobs = await create_pool(RedisSettings(unix_socket_path=redis_socket))
        yield
        await app.state.jobs.aclose()
        await engine.dispose()

    app = FastAPI(lifespan=lifespan)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def receive(body: dict[str, Any], request: Request) -> dict[str, bool]:
        if not hmac.compare_digest(request.headers.get("authorization", ""), f"Bearer {secret}"):
            raise HTTPException(401)
        for attempt in range(TRIES):
            try:
                conversation_id = await store(sessions, body)
                break
            except IntegrityError:  # somebody stored the same person or message at this moment
                if attempt == TRIES - 1:
                    raise
        if conversation_id is not None:
            await request.app.state.jobs.enqueue_job("answer", conversation_id)
        return {"stored": conversation_id is not None}

    return app


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--dsn", required=True)
    parser.add_argument("--redis-socket", required=True)
    parser.add_argument("--secret", required=True)
    given = parser.parse_args()
    app = build(given.dsn, given.redis_socket, given.secret)
    config = uvicorn.Config(app, host="127.0.0.1", port=given.port, access_log=False, log_level="warning")
    asyncio.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
