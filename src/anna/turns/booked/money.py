"""What a turn does about money that is awaited or said to be paid. What is true of it is `awaiting`'s to find."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from anna.agendamento.queries import list_servicos_by_slug
from anna.commands import Intent, Nuance
from anna.conversation.deposit import (
    Deposit,
    Paid,
    asks_how_there,
    asks_to_keep,
    asks_whether_kept,
    asks_whether_ours,
    asks_whether_paid,
)
from anna.conversation.routing import Route
from anna.conversation.understanding.text.line import Line, rx
from anna.flows.actions.telling_queries import was_said
from anna.flows.definition import Lane
from anna.flows.facts import SAID_FOR
from anna.turns.acting import Acting
from anna.turns.asked import COURTESIES
from anna.turns.booked.awaiting import (
    QUESTIONS,
    picked_again,
    said_of_awaited,
    said_to_be_paid,
    speaks_of_lapsed,
    tell_waiting,
)

PRICED = ("preco", "preco_combinado", "preco_somado", "preco_de_duas", "preco_de_cada", "mais_em_conta", "sobre_procedimento", "tabela_de_precos", "link_pagamento")  # fmt: skip
"""Texts that tell a price."""

SAYS_PAID = Nuance.SAYS_PAID.value


async def answer_money(acting: Acting, said: frozenset[str]) -> dict[str, Any] | None:
    """What is true of money that is said or asked to have come, and of a time that is asked to stand; None where neither is."""
    paid = await answer_paid(acting, said) if acting.asked.speaks_of_paid() else None
    return paid or await answer_kept(acting, said)


async def is_grumble(acting: Acting, said: frozenset[str]) -> bool:
    """Whether "nossa, caro" looks back on a price that was told, and asks for nothing."""
    asked = acting.asked
    if asked.has_heard_price(said):
        return True
    bare = not asked.heard.reading.procedure and "?" not in asked.burst.text and said <= COURTESIES
    since = acting.move.now - SAID_FOR
    return bare and await was_said(acting.move.conn, asked.taken.id, PRICED, since=since)


async def answer_paid(acting: Acting, said: frozenset[str]) -> dict[str, Any] | None:
    """Say what is true of the money, then answer what is asked besides; where none is awaited, or not that way, a person looks for it."""
    again = await acting.was_for(SAYS_PAID)
    found = await said_to_be_paid(acting.move, acting.asked, said, again=again)
    if found is None:
        return None
    paid, about = found
    await acting.say(paid.value, about)
    if paid in {Paid.NOT_FOUND, Paid.ELSEWHERE, Paid.LAPSED}:
        return await acting.hand_off(SAYS_PAID)
    if said & QUESTIONS:
        await acting.begin(Lane.ASIDE, said & QUESTIONS)
    return {"regra": "social", "motivo": SAYS_PAID}


async def tell_whether_paid(acting: Acting, said: frozenset[str]) -> bool:
    """Say to who waits for a person that the money has come, or to who asks that it has not; whatever else is true of it that person says."""
    found = await said_to_be_paid(acting.move, acting.asked, said, again=False)
    asks = asks_whether_paid(acting.asked.burst.text)
    if found is None or found[0] not in ({Paid.ARRIVED, Paid.AWAITED} if asks else {Paid.ARRIVED}):
        return False
    paid, about = found
    await acting.say(paid.value, about)
    return True


async def answer_kept(acting: Acting, said: frozenset[str]) -> dict[str, Any] | None:
    """What is booked, held or was, to who asks whether her time still stands; None where she asks nothing of the kind."""
    asks = asks_whether_kept(acting.asked.burst.text) and not acting.asked.open_question()
    asks = asks and said <= COURTESIES | {Intent.CHECK_APPOINTMENT, Intent.AFFIRM}
    if not asks and not await speaks_of_lapsed(acting.move, acting.asked, said):
        return None
    reading = replace(acting.asked.heard.reading, intents=frozenset({Intent.CHECK_APPOINTMENT}))
    meant = acting.hearing(replace(acting.asked.heard, reading=reading))
    told = await meant.begin(Lane.ASIDE, frozenset({Intent.CHECK_APPOINTMENT.value}))
    return {"regra": "aside", "aparte": told.name} if told else None


async def _tell_keeping(acting: Acting, routed: Route) -> dict[str, Any] | None:
    """Say that of a list nothing is kept before it is chosen, to who asks to have a time kept for a while; None where she asks nothing of the kind."""
    asked = acting.asked
    question = asked.open_question()
    chosen = routed.bound and (routed.bound.choice or routed.bound.question is not question)
    if question is None or not question.has_times() or chosen or not asks_to_keep(asked.burst.text):
        return None
    slugs = question.known.get("procedimentos") or []
    servicos = await list_servicos_by_slug(acting.move.conn, asked.taken.clinica_id, slugs)
    kept_for = "sem_guardar_com_sinal" if any(servico.sinal for servico in servicos) else "sem_guardar"
    await acting.say(kept_for)
    await acting.return_to_question()
    return {"regra": "social", "motivo": kept_for}


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
        return await _tell_keeping(acting, routed)
    kind, about = found
    if kind is Deposit.OTHERS:
        return await tell_waiting(acting.runner, move, asked, kind.value)
    if kind is Deposit.LINK and await acting.was_for(kind.value):
        return await acting.hand_off("link_nao_abre")
    if kind is Deposit.REFUSED and await acting.was_for(kind.value):
        return await tell_waiting(acting.runner, move, asked, Intent.CANCEL.value)
    await acting.say(kind.value, about)
    if kind is Deposit.WILL_PAY and Nuance.ALL_OF_THEM in asked.heard.reading.nuances:
        await acting.begin(Lane.TALK, asked.said())  # "confirma os dois": the other one stands already
    if kind is Deposit.WHY and asks_how_there(asked.burst.text):
        await acting.begin(Lane.ASIDE, frozenset({Intent.PAYMENT.value}))  # the rest, at the clinic
    return {"regra": "social", "motivo": kind.value}


_SWINDLE = r"\bgolp(?:es?|istas?)\b"
_IN_OUR_NAME = r"\bnome d(?:e voces?|a clinica|aqui|ai)\b|\b(?:pix|ligaram|ligou|senha|cartao|link|mandaram|pediram|transferi|depositei)\b"


async def warn_of_swindle(acting: Acting) -> None:
    """Say how a deposit is paid to who was swindled in the clinic's name, beside the person who is called."""
    norm = Line.of(acting.asked.burst.text).norm
    swindled = Intent.COMPLAINT in acting.asked.said() and rx(_SWINDLE).search(norm)
    if swindled and rx(_IN_OUR_NAME).search(norm):
        await acting.say("link_suspeito")
