"""What the clinic knows that is near a question in meaning: its texts measured beforehand, the question when it is asked."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Sequence
from uuid import UUID

from anna.clinica import vector_queries as queries
from anna.clinica.models import Conhecimento
from anna.clock import Clock
from anna.db.connect import Database
from anna.kit.text import fold
from anna.llm.service import About
from anna.llm.vectors import MOST_TEXTS, Vector
from anna.turns.models.measuring import Measuring

log = logging.getLogger(__name__)

NEAR = 0.3
"""The smallest cosine that counts as near: below it a model would only be offered what to mix up. It is never enough to answer by itself."""

MOST_NEAR = 4
QUESTION_S = 2.0
"""How long a patient waits for her question to be measured."""

_REMEMBERED = 512


class Meaning:
    """For one client. Where its database has no pgvector, nothing is near anything, and the log says so once."""

    def __init__(self, *, database: Database, measuring: Measuring, clock: Clock) -> None:
        self._database = database
        self._measuring = measuring
        self._clock = clock
        self._there: bool | None = None
        self._questions: OrderedDict[str, Vector] = OrderedDict()

    async def is_possible(self) -> bool:
        """Whether the database can hold vectors."""
        if self._there is None:
            async with self._database.transaction() as conn:
                self._there = await queries.has_vectors(conn)
            if not self._there:
                log.warning(
                    "this PostgreSQL has no pgvector: questions are searched by their words alone;"
                    " install the extension and run `anna migrate`"
                )
        return self._there

    async def list_to_do(self) -> list[UUID]:
        """The clinicas whose knowledge changed since it was measured."""
        if not await self.is_possible():
            return []
        async with self._database.transaction() as conn:
            return await queries.list_clinicas_unmeasured(conn, self._measuring.model)

    async def index(self, clinica_id: UUID) -> int:
        """Measure what the clinica wrote and nobody has measured, and forget what it no longer says; returns how many texts it measured."""
        if not await self.is_possible():
            return 0
        model, done = self._measuring.model, 0
        about = About(clinica_id=clinica_id, conversa_id=None, finalidade="indexar")
        while True:
            async with self._database.transaction() as conn:
                texts = await queries.list_unmeasured(conn, clinica_id, model, limit=MOST_TEXTS)
            if not texts:
                break
            vectors = await self._measuring.measure([one.texto for one in texts], about, asked=[])
            if vectors is None:
                return done
            now = self._clock.now()
            async with self._database.transaction() as conn:
                for one, vector in zip(texts, vectors, strict=True):
                    await queries.insert_vetor(
                        conn, clinica_id=clinica_id, modelo=model, hash=one.hash, vetor=vector, now=now
                    )
            done += len(texts)
        async with self._database.transaction() as conn:
            await queries.delete_stale(conn, clinica_id, model)
        return done

    async def near(
        self, question: str, *, clinica_id: UUID, conversa_id: UUID, limit_s: float, asked: list[UUID]
    ) -> Sequence[Conhecimento]:  # fmt: skip
        """What lies near `question`, nearest first; the question to the model is added to `asked`."""
        if not question.strip() or not await self.is_possible():
            return ()
        vector = self._recall(fold(question))
        if vector is None:
            about = About(clinica_id=clinica_id, conversa_id=conversa_id, finalidade="buscar")
            found = await self._measuring.measure(
                [question], about, asked=asked, limit_s=min(limit_s, QUESTION_S)
            )
            if found is None:
                return ()
            vector = self._remember(fold(question), found[0])
        async with self._database.transaction() as conn:
            return await queries.list_nearest(
                conn, clinica_id, self._measuring.model, vector, least=NEAR, limit=MOST_NEAR
            )

    def _recall(self, question: str) -> Vector | None:
        """Where a question lies that was asked before."""
        if question in self._questions:
            self._questions.move_to_end(question)
        return self._questions.get(question)

    def _remember(self, question: str, vector: Vector) -> Vector:
        """Keep where a question lies; what nobody asked for the longest time is forgotten."""
        self._questions[question] = vector
        if len(self._questions) > _REMEMBERED:
            self._questions.popitem(last=False)
        return vector
