"""A time that is taken at another price than that of the row: the price is told and the time asked about again, since nobody may believe that it was agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from anna.agendamento.queries import list_servicos_by_slug
from anna.commands import Intent, Nuance
from anna.conversation.routing import route
from anna.conversation.understanding.facts.claimed_money import claimed_money
from anna.conversation.understanding.text.line import Line
from anna.flows.moves import Move
from anna.turns.asked import Asked
from anna.turns.returning import hearing

_TAKES = frozenset({Intent.CHOOSE_SLOT, Intent.AFFIRM, Intent.SCHEDULE, Intent.PAYMENT, Intent.PRICE, Intent.UNCLEAR, Intent.HOURS, Intent.INFO})  # fmt: skip
_IF = r"\b(?:se|caso|desde que|contanto que|senao|so (?:com|se|por)|mas so)\b|\?"
_CALLS = frozenset({Nuance.HAGGLES, Nuance.CLAIMS_PROMISE})
"""For these a person is called, and nothing is taken either."""


async def priced_choice(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as the price that it names, where that is not the price; who names the right one takes her time, and hears it if she asks."""
    question, reading = asked.open_question(), asked.heard.reading
    if question is None or not question.has_times() or asked.heard.tapped or asked.burst.wordless:
        return move, asked
    if reading.safety or reading.optout or reading.human or reading.nuances & _CALLS:
        return move, asked
    bound = route(asked.heard, asked.questions, quoted=asked.burst.quoted).bound
    takes = (
        bound.choice is not None if bound else reading.intents <= _TAKES
    )  # "1 se for de graça" takes nothing yet
    if not takes or Intent.PROMO_INTEREST in reading.intents:
        return move, asked
    starts = [datetime.fromisoformat(option["local"]) for option in question.options if "local" in option]
    claimed = claimed_money(asked.burst.text, [start.time() for start in starts])
    if claimed is None:
        return move, asked
    slugs = question.known.get("procedimentos") or []
    servicos = await list_servicos_by_slug(move.conn, asked.taken.clinica_id, slugs)
    sums = {sum_ for one in servicos for sum_ in (one.preco, one.sinal, one.preco - one.sinal) if sum_}
    sums.add(sum((one.preco for one in servicos), Decimal(0)))
    # a deposit is paid by who has heard the price: until then nothing is booked
    stands = bool(servicos) and all(one.sinal for one in servicos) and not Line.of(asked.burst.text).find(_IF)
    if claimed.is_true_of(sums) or (bound and stands):
        sure = replace(reading, nuances=reading.nuances | {Nuance.CLAIMS_PRICE})
        return hearing(move, asked, replace(asked.heard, reading=sure))
    told = replace(
        reading, intents=(reading.intents - _TAKES) | {Intent.PRICE}, nuances=reading.nuances | {Nuance.CLAIMS_PRICE},
        yes_no=None, choice=None, slot_choice=None, when=None,
    )  # fmt: skip
    others = tuple(one for one in asked.inquiries if claimed_money(one.text) is None)
    move, asked = hearing(move, replace(asked, inquiries=others), replace(asked.heard, reading=told))
    return replace(move, turn=move.turn and replace(move.turn, inquiries=others)), asked
