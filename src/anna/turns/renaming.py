"""What is booked is put under the name of whom it is for, in whatever words: "esse é da Duda", "o das 11h15 é da Tereza, troca o nome"."""

from __future__ import annotations

from dataclasses import replace

from anna.commands import Intent, Nuance
from anna.conversation.understanding.facts.whose_name import names_whose, orders_a_name
from anna.flows.actions.request_queries import list_last_booked
from anna.flows.moves import Move
from anna.turns.asked import Asked
from anna.turns.returning import hearing
from anna.turns.serving import FOR_A_PERSON


async def renames(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a name that is put right, where it says whose that is which is booked or held here.

    While times are offered "esse é da Duda" may take one: then only where the name is spoken of.
    """
    reading, text = asked.heard.reading, asked.burst.text
    if asked.heard.tapped or asked.said() & FOR_A_PERSON or reading.safety or reading.procedure:
        return move, asked
    nome = names_whose(text)
    question = asked.open_question()
    if nome is None or (question and question.has_times() and not orders_a_name(text)):
        return move, asked
    if not await list_last_booked(move.conn, asked.taken.id, now=move.now):
        return move, asked
    called = reading.name if reading.name and reading.name.startswith(nome) else nome
    meant = replace(
        reading, intents=frozenset({Intent.GIVE_NAME}), nuances=frozenset({Nuance.CORRECTS_NAME}), name=called, when=None,
        choice=None, slot_choice=None, yes_no=None,
    )  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=meant))
