"""Flows of a test's own on the real runner: each rule of the language on the smallest flow that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from anna.app import Client
from anna.db.events import emit
from anna.flows.language import parse_flow
from anna.flows.model import Trigger
from anna.flows.moves import Move
from anna.flows.registry import Action, InsideAction
from anna.flows.vocabulary import ActionSpec
from anna.simulation.house import House
from tests.durable.story import work

PHONE = "5511900070001"


@dataclass
class Stage:
    """A house with one patient who has said hello, and flows and actions that are added as they are needed."""

    house: House
    clinica_id: UUID
    conversa: UUID
    contato: UUID

    @property
    def client(self) -> Client:
        return self.house.client

    async def publish(self, *texts: str) -> None:
        """Add flows, or new texts of them, as a new release of the program would."""
        shelf = self.client.runner.shelf
        for text in texts:
            flow = parse_flow(text, "f.yaml")
            shelf._current[flow.name] = flow
        async with self.client.database.transaction() as conn:
            await shelf.publish(conn, now=self.house.clock.now())

    def register(self, **actions: InsideAction) -> None:
        """Add inside actions."""
        runner = self.client.runner
        added = {name: Action(spec=ActionSpec(inside=True), carry_out=does) for name, does in actions.items()}
        runner._registry = {**runner._registry, **added}

    async def start(self, name: str, **refs: UUID) -> UUID | None:
        """Begin a run by hand, in the patient's conversation."""
        now = self.house.clock.now()
        async with self.client.database.transaction() as conn:
            return await self.client.runner.start(
                Move(conn, now), self.client.runner.shelf.get(name), clinica_id=self.clinica_id,
                refs={"conversa": self.conversa, "contato": self.contato, **refs}, trigger=Trigger(name="test", at=now),
            )  # fmt: skip

    async def happens(self, nome: str, *, causa: UUID | None = None, dados: Mapping[str, Any] | None = None,
                      **refs: UUID) -> None:  # fmt: skip
        """Something happens, and all that follows from it; in the patient's conversation unless `refs` say where."""
        async with self.client.database.transaction() as conn:
            await emit(
                conn, clinica_id=self.clinica_id, nome=nome, refs=refs or {"conversa": self.conversa},
                dados=dados or {}, now=self.house.clock.now(), causa=causa,
            )  # fmt: skip
        await work(self.house, self.client)

    async def passes(self, **span: float) -> None:
        """Time passes, and what is due happens."""
        self.house.clock.advance(timedelta(**span))
        await work(self.house, self.client)

    async def run(self, name: str) -> Mapping[str, Any]:
        """The newest run of a flow."""
        rows = await self.house.rows(
            "select id, versao, estado, passo, visita, desfecho, motivo, dados, suspensa_por from automacao.execucoes"
            " where fluxo = $1 order by criada_em desc, id desc limit 1",
            name,
        )
        return rows[0]

    async def stands(self, name: str) -> tuple[str, str]:
        """How the newest run of a flow stands: its state, and its outcome, its reason or the step it is at."""
        row = await self.run(name)
        return row["estado"], row["desfecho"] or row["motivo"] or row["passo"]

    async def count(self, name: str) -> int:
        """How many runs of a flow there ever were."""
        number: int = await self.house.value(
            "select count(*) from automacao.execucoes where fluxo = $1", name
        )
        return number


async def open_stage(house: House, phone: str = PHONE) -> Stage:
    """A patient says something that begins no run, so that there is a conversation."""
    await house.talk(phone, "obrigada")
    row = (
        await house.rows(
            "select c.clinica_id, c.id as conversa, c.contato_id as contato from whatsapp.conversas c"
            " join whatsapp.identidades i using (contato_id) where i.tipo = 'phone' and i.endereco like $1 || '%'",
            phone,
        )
    )[0]
    return Stage(house, **row)


def flow(name: str, steps: str, *, lane: str = "background", start: str = "{call: true}", more: str = "",
         key: str = "conversa.id") -> str:  # fmt: skip
    """The text of a small flow."""
    return (
        f"flow: {name}\nversion: 1\npurpose: atendimento\nlane: {lane}\nstart: [{start}]\nkey: [{key}]\n"
        f"{more}\nsteps:\n{steps}\n"
    )
