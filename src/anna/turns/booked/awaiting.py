"""Whether a message is about the deposit that its conversa waits for, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.commands import Intent, Nuance, Reading, YesNo
from anna.conversation.deposit import (
    Deposit,
    Paid,
    asks_for_means,
    asks_whether_kept,
    names_later_day,
    names_payment,
    pays_elsewhere,
    said_of_deposit,
    would_pay,
)
from anna.conversation.routing import Route
from anna.conversation.understanding.replies.choices import read_choice
from anna.conversation.understanding.text.line import Line
from anna.financeiro.models import StatusFatura
from anna.flows.model import Reply, Run
from anna.flows.moves import Move
from anna.flows.queries import find_run
from anna.flows.runner import Runner
from anna.kit.text import fold
from anna.turns import deposit_queries
from anna.turns.asked import COURTESIES, Asked
from anna.when import TimeKind, When

AGREES = frozenset({"affirm", "thanks", "greet", "confirms", "confirm_attendance", Nuance.ALL_OF_THEM.value})
"""What a bare "ok" to the link may come with."""

FEW = 6
"""Of more words than these a number is only a part."""

SAYS_NO_MORE = COURTESIES | {
    Intent.PAYMENT,
    Intent.AFFIRM,
    Intent.CHECK_APPOINTMENT,
    Nuance.ASKS_GUARANTEE,
    Nuance.ASKS_DEPOSIT,
}
"""What "já fiz o pix" may come with and be no more than that: what the money is for is told with it."""

QUESTIONS = frozenset({Intent.HOURS, Intent.LOCATION, Intent.INFO, Intent.PRICE, Intent.PROMO_INTEREST, Nuance.CLAIMS_PROMISE, Nuance.ASKS_DURATION, Nuance.ASKS_WHO, Nuance.ASKS_LATENESS, Nuance.ASKS_REFUND})  # fmt: skip
"""What is answered after that."""

_OTHERWISE = frozenset(
    {Nuance.SAYS_PAID, Nuance.CLAIMS_PROMISE, Nuance.ASKS_DURATION, Nuance.ASKS_LATENESS, Nuance.ASKS_REFUND}
)
"""What has an answer of its own: "quanto tempo leva?" is no question about the time to pay."""


BESIDE = frozenset(
    {
        Deposit.LINK,
        Deposit.DECLINED,
        Deposit.PARTS,
        Deposit.UNTIL,
        Deposit.TOO_LATE,
        Deposit.HOW,
        Deposit.WHY,
        Deposit.REST,
        Deposit.FORWARD,
        Deposit.KEPT,
    }
)
"""What is answered although something else is asked: other times are looked at while the first one is still held."""

_DEPOSIT = re.compile(r"\b(?:links?|sinal|pix|pagamento|boleto|reserva)\b")


OF_LAPSED = frozenset({Deposit.UNTIL, Deposit.WILL_PAY, Deposit.LINK})
"""What is said of a deposit by who has not seen that it was due."""

PUTS_OFF = frozenset({Deposit.UNTIL, Deposit.WILL_PAY})
"""What is said of paying, and asks for nothing."""

AFTERWARDS = frozenset({Deposit.REST, Deposit.WHY})
"""What is asked of a deposit that is paid, too: with both goes what is left to pay."""


async def said_of_awaited(
    move: Move, asked: Asked, routed: Route
) -> tuple[Deposit, Mapping[str, UUID]] | None:
    """What is said, and the ids of the consulta and its charge; None where no deposit is awaited (or, of some questions, paid) or it is
    about something else.

    While a question is open the message is about that, unless it names the deposit and asks something of it.
    """
    reading, question = asked.heard.reading, asked.open_question()
    kind = said_of_deposit(asked.burst.text)
    cancels = Intent.CANCEL in reading.intents and (kind is Deposit.REFUSED or "?" not in asked.burst.text)
    let_go = routed.bound is not None and Intent.CANCEL in routed.bound.said
    cancels = cancels or (kind is Deposit.REFUSED and let_go)  # "deixa quieto, vou pagar não"
    if reading.nuances & _OTHERWISE or cancels or (question and not _asks_of_deposit(asked, routed)):
        return None  # "não vou pagar sinal nenhum, cancela": it is let go
    last = await deposit_queries.find_last_deposit(move.conn, asked.taken.id, now=move.now)
    if last is None or (kind is Deposit.WHY and not set(reading.procedure) <= set(last.slugs)):
        return None  # "a avaliação precisa de sinal?", while that of the botox is awaited
    if kind in PUTS_OFF and _wishes_besides(kind, reading, last.slugs):
        return None
    if last.is_paid_for:
        left = kind in AFTERWARDS and not routed.bound and not asks_for_means(asked.burst.text)
        return (Deposit.LEFT, last.ids) if left else None
    about = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    if not about:
        return None
    # "a reserva do botox de sexta ainda tá valendo?": what is booked says that
    if (
        kind is None
        and asks_whether_kept(asked.burst.text)
        and Intent.CHECK_APPOINTMENT not in reading.intents
    ):
        kind = Deposit.UNTIL
    if kind is Deposit.UNTIL and names_later_day(asked.burst.text):
        late = await deposit_queries.ends_today(move.conn, about["fatura"], now=move.now)
        kind = Deposit.TOO_LATE if late else kind
    agrees = reading.yes_no is YesNo.YES or (Nuance.CONFIRMS in reading.nuances and not reading.procedure)
    if kind is None and not routed.bound and agrees and asked.said() <= AGREES:
        kind = Deposit.WILL_PAY
    if kind is None or (kind is Deposit.OTHERS and routed.bound) or (question and kind not in BESIDE):
        return None
    return kind, about


def _wishes_besides(kind: Deposit | None, reading: Reading, held: Sequence[str]) -> bool:
    """Whether paying is only spoken of beside a wish: "depois eu pago. e a limpeza?", "vou pagar, mas muda pra limpeza", "… pra 16:30"."""
    if Nuance.ALSO in reading.nuances and not set(reading.procedure) <= set(held):
        return True
    changes = Nuance.OTHER_PROCEDURE in reading.nuances or (
        reading.when and Intent.RESCHEDULE in reading.intents
    )
    return kind is Deposit.WILL_PAY and bool(changes)


async def speaks_of_lapsed(move: Move, asked: Asked, said: frozenset[str]) -> bool:
    """Whether "vou pagar só amanhã", "cadê o link?", "cancelou sozinho?" is said of a time that was held until its deposit was late."""
    text = asked.burst.text
    kept = asks_whether_kept(text)
    said -= (
        {Intent.PROMO_INTEREST.value, Intent.SCHEDULE.value, Intent.AVAILABILITY.value} if kept else set()
    )  # "ainda tá valendo?", "o das 10 ainda tá guardado?"
    about = kept or said_of_deposit(text) in OF_LAPSED or would_pay(text)
    if not about or asked.open_question() or not said <= SAYS_NO_MORE:
        return False
    last = await deposit_queries.find_last_deposit(move.conn, asked.taken.id, now=move.now)
    return last is not None and last.has_lapsed


def _asks_of_deposit(asked: Asked, routed: Route) -> bool:
    answers = routed.bound is not None and bool(routed.bound.answers or routed.bound.choice)
    return not answers and _DEPOSIT.search(fold(asked.burst.text)) is not None


async def said_to_be_paid(
    move: Move, asked: Asked, said: frozenset[str], *, again: bool
) -> tuple[Paid, Mapping[str, UUID]] | None:
    """What is true of the deposit of somebody who says that she has paid, or asks whether it has come, and the ids it speaks of; `again`
    is that she has just said so.

    None where she wishes more than that and no deposit is missing, where the money went back, and where "foi?" is about no money.
    """
    conversa_id, text = asked.taken.id, asked.burst.text
    if await deposit_queries.awaits_payment(move.conn, conversa_id):
        if again or pays_elsewhere(text):
            return Paid.ELSEWHERE, {}
        return Paid.AWAITED, await deposit_queries.find_awaited(move.conn, conversa_id, now=move.now)
    last = await deposit_queries.find_last_deposit(move.conn, conversa_id, now=move.now)
    if Nuance.SAYS_PAID not in asked.heard.reading.nuances and not names_payment(text):
        return (Paid.ARRIVED, last.ids) if last and last.is_paid_for else None
    if last and last.has_lapsed:
        return Paid.LAPSED, last.ids
    if last and last.status in {StatusFatura.EXPIRADA, StatusFatura.CANCELADA}:
        return Paid.NOT_FOUND, {}
    if said - SAYS_NO_MORE - QUESTIONS:
        return None
    if last is None:
        return Paid.NOT_FOUND, {}
    return (Paid.ARRIVED, last.ids) if last.status is StatusFatura.PAGA else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A number of the list before a deposit that is awaited: the run that waits, and what it hears; None where it is the time that is held."""

    execucao_id: UUID
    reply: Reply | None
    about: Mapping[str, UUID]


async def picked_again(move: Move, asked: Asked, routed: Route) -> Again | None:
    """What a number means while a deposit is awaited, and nothing is asked; None where it is none.

    "Na verdade prefiro 1" is asked about with that time at the head of a new list, since the one that is held is let go.
    """
    line = Line.of(asked.burst.text)
    waiting = next((question for question in asked.questions if Deposit.OTHERS in question.accepts), None)
    answered = routed.bound is not None and bool(routed.bound.answers)
    if answered or waiting is None or asked.open_question() or len(line.tokens) > FEW:
        return None
    about = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    row = await find_run(move.conn, waiting.execucao_id) if about else None
    run = Run.from_json(row.dados) if row else None
    options = (run.data.get("oferta") or ()) if run else ()
    picked = read_choice(line, len(options))
    if run is None or picked is None:
        return None
    option = options[picked.number - 1]
    reply: Reply | None = None
    if not isinstance(option, Mapping):
        reply = Reply(step=waiting.passo, visit=waiting.visita, said=frozenset({option}))
    elif option["id"] != run.slots.get("vaga"):
        start = datetime.fromisoformat(option["local"])
        day, hour = start.date(), start.time()
        wish = When(date_start=day, date_end=day, time_kind=TimeKind.AT, time_start=hour)
        reply = Reply(step=waiting.passo, visit=waiting.visita, answers={"quando": wish.to_json()})
    return Again(execucao_id=waiting.execucao_id, reply=reply, about=about)


async def tell_waiting(runner: Runner, move: Move, asked: Asked, command: str) -> dict[str, Any] | None:
    """Tell the booking that waits for its deposit what was said of it: other times are wished for, or none at all; the route."""
    accepts = {Deposit.OTHERS.value, command}
    waiting = next((q for q in asked.questions if accepts <= q.accepts), None)
    if waiting is None:
        return None
    reply = Reply(step=waiting.passo, visit=waiting.visita, said=frozenset({command}))
    await runner.deliver(move, waiting.execucao_id, reply)
    return {"regra": "deposit", "motivo": command}
