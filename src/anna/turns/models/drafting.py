"""A model's own words to a question: from the rows that may answer it, bound to them before anybody sees them, else none.

Everything here happens outside any transaction and within the time of the turn. Whatever goes wrong - no row that may answer, no model, no
time, a lie told twice - ends in the templates, which need nobody.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.clinica.models import Conhecimento
from anna.clinica.service import find_answer
from anna.clinica.settings import Tom
from anna.clock import Clock
from anna.commands import Reading
from anna.conversation.claims.draft import write_bound
from anna.conversation.claims.models import Bound, Claim
from anna.conversation.drafting.manner import forbidden
from anna.conversation.drafting.models import Free, Proposed, Source, Verdict, may_be_drafted
from anna.conversation.drafting.prompt import MOST_ASKED, DraftBook, read_proposed
from anna.conversation.understanding.model.prompt import shortened
from anna.db.connect import Database
from anna.errors import InvalidInput, ProviderRefused
from anna.llm.models import Completion, Prompt, Stop
from anna.llm.service import About, Outcome, Resultado
from anna.turns.models.asking import LEAST_S, Asking, Priced, billed
from anna.turns.models.meaning import Meaning
from anna.turns.models.sources import Sources, read_sources

log = logging.getLogger(__name__)

PURPOSE = "responder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What came of a wish for a draft: `free` if it may be sent; `record` is what `turnos.rascunho` keeps of it."""

    free: Free | None
    record: Mapping[str, Any]
    interacoes: tuple[UUID, ...] = ()


@dataclass(slots=True)
class _Attempt:
    """One question that is being answered by models."""

    asked: str
    sources: Sequence[Source]
    tom: Tom
    about: About
    now: datetime
    end: float
    interacoes: list[UUID] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    proposed: list[tuple[str, Proposed]] = field(default_factory=list)
    declined: bool = False


class Drafting:
    """Writes for one client. `writers` are asked in their order; one that answers is asked again when its draft is refused."""

    def __init__(
        self, *, database: Database, writers: Sequence[Priced], book: DraftBook, asking: Asking, clock: Clock,
        meaning: Meaning | None = None,
    ) -> None:  # fmt: skip
        self._database = database
        self._writers = writers
        self._book = book
        self._asking = asking
        self._clock = clock
        self._meaning = meaning

    async def draft(
        self, asked: str, reading: Reading, *, clinica_id: UUID, conversa_id: UUID, end: float
    ) -> Draft | None:
        """A draft that answers `asked` before `end` (on the loop's clock); None where nobody was to write one."""
        if not self._writers or not may_be_drafted(reading):
            return None
        interacoes: list[UUID] = []
        found = await self._read(asked, reading, clinica_id, conversa_id, end, interacoes)
        if not found.sources:
            return None
        about = About(clinica_id=clinica_id, conversa_id=conversa_id, finalidade=PURPOSE)
        now = self._clock.now().astimezone(ZoneInfo(found.fuso))
        attempt = _Attempt(asked, found.sources, found.tom, about, now, end, interacoes)
        facts = [fact for source in found.sources for fact in source.facts]
        drafted = await write_bound(
            lambda unbound: self._write(attempt, unbound), facts, now=now,
            forbidden=lambda text: forbidden(text, found.sources, asked=asked, now=now),
        )  # fmt: skip
        draft = drafted.draft
        free = Free(text=draft.text, facts=tuple(facts)) if draft else None
        return Draft(
            free=free, record=_record(self._book, attempt, draft, drafted.refused), interacoes=tuple(attempt.interacoes)
        )  # fmt: skip

    async def _read(
        self, asked: str, reading: Reading, clinica_id: UUID, conversa_id: UUID, end: float, interacoes: list[UUID]
    ) -> Sources:  # fmt: skip
        """The rows that may answer; where their words do not show that one does, what is near in meaning too."""
        near: Sequence[Conhecimento] = ()
        if self._meaning:
            async with self._database.transaction() as conn:
                known = await find_answer(conn, clinica_id, asked)
            left_s = end - asyncio.get_running_loop().time()
            if known is None and left_s > LEAST_S:
                near = await self._meaning.near(
                    shortened(asked, MOST_ASKED), clinica_id=clinica_id, conversa_id=conversa_id, limit_s=left_s, asked=interacoes
                )  # fmt: skip
        async with self._database.transaction() as conn:
            return await read_sources(conn, clinica_id, conversa_id, asked, reading, near=near)

    async def _write(self, attempt: _Attempt, unbound: Sequence[Claim]) -> str | None:
        """The next draft; None when no model writes one."""
        last = attempt.proposed[-1] if attempt.proposed else None
        refused = (last[1].text, unbound) if last else None
        prompt = self._book.prompt(
            attempt.asked, attempt.sources, tom=attempt.tom, now=attempt.now, refused=refused
        )
        for writer in self._writers:
            if last and writer.model.provider != last[0]:
                continue
            answer = await self._ask(writer, prompt, attempt)
            if isinstance(answer, Proposed):
                attempt.proposed.append((writer.model.provider, answer))
                return answer.text
            if answer is None:
                attempt.declined = True
                return None
            attempt.passed.append(f"{writer.model.provider}: {answer}")
            log.warning("a model wrote no draft", extra={"modelo": writer.model.model, "motivo": answer})
        return None

    async def _ask(self, writer: Priced, prompt: Prompt, attempt: _Attempt) -> Proposed | str | None:
        def judge(completion: Completion) -> tuple[tuple[Proposed | None], Outcome]:
            return (_read(completion, attempt.sources),), billed(Resultado.ACEITA, completion)

        found = await self._asking.ask(
            writer, prompt, attempt.about, end=attempt.end, judge=judge, asked=attempt.interacoes
        )
        return found if isinstance(found, str) else found[0]


def _read(completion: Completion, sources: Sequence[Source]) -> Proposed | None:
    if completion.stop is not Stop.DONE:
        raise ProviderRefused("no draft in the form", provider_code=completion.stop.value)
    try:
        return read_proposed(completion.text, sources)
    except InvalidInput as error:
        raise ProviderRefused(f"no draft in the form: {error}", provider_code="invalid") from error


def _record(
    book: DraftBook, attempt: _Attempt, draft: Bound | None, refused: Sequence[Bound]
) -> dict[str, Any]:
    """As `turnos.rascunho` keeps it: who wrote, from which rows, and what was refused before."""
    by, last = attempt.proposed[-1] if attempt.proposed else (None, None)
    rows = {source.id: list(source.row) for source in attempt.sources}
    return {
        "desfecho": _verdict(attempt, draft),
        "provedor": by,
        "versao": book.version,
        "linhas": rows,
        "usou": [rows[id] for id in last.used] if last and draft else [],
        "recusados": [
            {"texto": bound.text, "por": [{"tipo": c.kind.value, "trecho": c.text} for c in bound.unbound]}
            for bound in refused
        ],
        "sem_resposta": attempt.passed,
    }


def _verdict(attempt: _Attempt, draft: Bound | None) -> Verdict:
    if draft:
        return Verdict.WRITTEN
    if attempt.declined:
        return Verdict.DECLINED
    return Verdict.REFUSED if attempt.proposed else Verdict.UNANSWERED
