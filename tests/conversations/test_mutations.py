"""Would anybody notice? Each line takes one guard away, and a conversation must turn red."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from anna.db.connect import connect
from anna.door import gates
from anna.simulation.house import House
from tests.conversations.test_conversations import HERE, test_conversation as tell

Mutation = Callable[[House, pytest.MonkeyPatch], Awaitable[None]]


def without_gate(name: str) -> Mutation:
    """The door without one of its gates."""

    async def mutate(house: House, patch: pytest.MonkeyPatch) -> None:
        kept = tuple(gate for gate in gates.GATES if gate.__name__ != name)
        assert len(kept) == len(gates.GATES) - 1
        patch.setattr(gates, "GATES", kept)

    return mutate


async def without_overlap_constraint(house: House, patch: pytest.MonkeyPatch) -> None:
    """The agenda without the constraint that refuses two consultas at once."""
    await as_owner(house, "alter table agendamento.consultas drop constraint sem_sobreposicao")


async def without_unique_messages(house: House, patch: pytest.MonkeyPatch) -> None:
    """The ledger without the index that stores an inbound message once."""
    await as_owner(house, "drop index whatsapp.mensagem_do_provedor")


async def as_owner(house: House, sql: str) -> None:
    """Change the schema of this test's own database."""
    conn = await connect(house.client.dsn.replace("anna_worker@", "postgres@"))
    await conn.execute(sql)
    await conn.close()


@pytest.mark.parametrize(
    ("mutation", "story"),
    [
        (without_gate("opted_out"), "10_stop_sending"),
        (without_gate("owner"), "29_taken_while_sending"),
        (without_gate("owner"), "409_taken_before_it_was_said"),
        (without_overlap_constraint, "06_slot_taken_meanwhile"),
        (without_unique_messages, "27_same_webhook_twice"),
    ],
    ids=["opted_out", "owner", "owner_while_waiting", "overlap", "unique"],
)
async def test_a_missing_guard_is_noticed(
    house: House, monkeypatch: pytest.MonkeyPatch, mutation: Mutation, story: str
) -> None:
    await mutation(house, monkeypatch)
    with pytest.raises(AssertionError):
        await tell(house, Path(HERE / f"{story}.yaml"))
