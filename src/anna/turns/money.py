"""What a turn does about money that is awaited or said to be paid. What is true of it is `awaiting`'s to find."""

from __future__ import annotations

from typing import Any

from anna.commands import Intent, Nuance
from anna.conversation.deposit import Deposit, Paid, asks_how_there, asks_whether_ours
from anna.conversation.routing import Route
from anna.flows.definition import Lane
from anna.turns.acting import Acting
from anna.turns.awaiting import picked_again, said_of_awaited, said_to_be_paid, tell_waiting

SAYS_PAID = Nuance.SAYS_PAID.value


async def answer_paid(acting: Acting, said: frozenset[str]) -> dict[str, Any] | None:
    """Say what is true of the money; where none is awaited, or not that way, a person looks for it."""
    again = await acting.was_for(SAYS_PAID)
    found = await said_to_be_paid(acting.move, acting.asked, said, again=again)
    if found is None:
        return None
    paid, about = found
    await acting.say(paid.value, about)
    if paid in {Paid.NOT_FOUND, Paid.ELSEWHERE}:
        return await acting.hand_off(SAYS_PAID)
    return {"regra": "social", "motivo": SAYS_PAID}


async def answer_deposit(acting: Acting, routed: Route) -> dict[str, Any] | None:
    """What is asked about a deposit while it is awaited, answered from its own rows; twice a link that fails brings a person."""
    move, asked = acting.move, acting.asked
    if asks_whether_ours(asked.burst.text):
        await acting.say("link_suspeito")
        return await acting.hand_off("link_suspeito")
    found = await said_of_awaited(move, asked, routed)
    again = None if found else await picked_again(move, asked, routed)
    if again and again.reply:
        await acting.deliver(again.execucao_id, again.reply)
        return {"regra": "deposit", "motivo": "picked_again"}
    found = (Deposit.WILL_PAY, again.about) if again else found
    if found is None:
        return None
    kind, about = found
    if kind is Deposit.OTHERS:
        return await tell_waiting(acting.runner, move, asked, kind.value)
    if kind is Deposit.LINK and await acting.was_for(kind.value):
        return await acting.hand_off("link_nao_abre")
    if kind is Deposit.REFUSED and await acting.was_for(kind.value):
        return await tell_waiting(acting.runner, move, asked, Intent.DENY.value)
    await acting.say(kind.value, about)
    if kind is Deposit.WHY and asks_how_there(asked.burst.text):
        await acting.begin(Lane.ASIDE, frozenset({Intent.PAYMENT.value}))  # the rest, at the clinic
    return {"regra": "social", "motivo": kind.value}
