"""What an opt-out leaves of a message: nothing more is to be sent, and what is said beside it in a clause of its own still stands."""

from __future__ import annotations

from anna.commands import Intent, YesNo
from anna.conversation.understanding.findings import Findings
from anna.conversation.understanding.intents.intents import read_intents
from anna.conversation.understanding.intents.optout import (
    prefers_channel,
    read_erasure,
    read_optout,
    refuses_here,
    silences,
)
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.replies.open_question import answer_nps
from anna.conversation.understanding.text.line import Line, rx

TO_CONFIRM = frozenset({State.CONFIRM_BOOKING, State.REMINDER})


def means_silence(found: Findings) -> bool:
    """Whether an opt-out is more than "apaguem meus dados" or "não me liguem, só mensagem"."""
    if Intent.DATA_RIGHTS in found.intents:
        return silences(found.line) or not read_erasure(found.line)
    return (
        Intent.INFO_PREFERENCE not in found.intents
        or not prefers_channel(found.line)
        or refuses_here(found.line)
    )


_OF_MESSAGES = r"\b(?:mensage\w+|msgs?|promo\w*|ofertas?|propagand\w*|anuncios?|spam|lembretes?|lista|cadastro|whatsapp|sair|descadastr\w*)\b"


def leaves_in_danger(found: Findings) -> bool:
    """Whether it is messages that are to stop: "me tira daqui" beside danger is a cry for help."""
    return means_silence(found) and found.line.find(_OF_MESSAGES) is not None


def silence(found: Findings, context: Context) -> None:
    """Nothing more is to be sent; a refusal of what was asked, or a score, may stand beside it."""
    beside = {Intent.DATA_RIGHTS} | ({Intent.INFO_PREFERENCE} if refuses_here(found.line) else set())
    if Intent.HUMAN in found.intents and _wants_person(found.line):
        beside |= {Intent.HUMAN}
        found.human = True
    found.intents = (found.intents & beside) | {Intent.OPTOUT}
    if context.state is State.NPS:
        answer_nps(found, context)
        found.intents |= found.answer | {Intent.OPTOUT}
    elif context.state is not State.CAMPAIGN and _besides(found.line, _REFUSES):
        found.intents.add(Intent.DENY)
        found.yes_no = YesNo.NO if context.state in TO_CONFIRM else None
    elif context.state in TO_CONFIRM and _besides(found.line, _AGREES):
        reminded = context.state is State.REMINDER
        found.intents.add(Intent.CONFIRM_ATTENDANCE if reminded else Intent.AFFIRM)
        found.yes_no = YesNo.YES
    found.when, found.spoken = None, None


_REFUSES = r"\b(?:desist\w+|(?:nao|num|nem) (?:eu )?(?:quero|vou|vo|preciso|pretendo)(?: mais)? (?:marcar|agendar|nada|passar|confirmar|ir|fazer|dar|informar|remarcar)|(?:nao|num) (?:passo|dou|confirmo))\b|^(?:nao|n)$"


_AGREES = r"(?<!nao )(?<!num )\b(?:vou sim|eu vou|estarei|(?:pode|podem) (?:confirmar|marcar)|confirm(?:o|ad[ao]))\b|^ ?sim ?$"


_AND_ANSWERS = r"[.,;!\n]|\bmas\b|\be (?:pode|nem|nao|n|para?|parem?|por favor)\b"
_AND = r"[.,;!\n]|\b(?:mas|e|so que|porque|pq)\b"


def _besides(line: Line, answer: str) -> bool:
    """Whether another clause than the one that asks for silence is an answer: "não quero marcar, parem de me escrever"."""
    return any(part.find(answer) for part in _others(line, _AND_ANSWERS))


def _wants_person(line: Line) -> bool:
    """Whether another clause wishes for a person: "quero falar com uma pessoa e parem de mandar mensagem"."""
    return any(Intent.HUMAN in read_intents(part)[0] for part in _others(line, _AND))


def _others(line: Line, between: str) -> list[Line]:
    """The clauses of a message that ask for no silence."""
    clauses = [Line.of(part) for part in rx(between).split(line.text) if part.strip()]
    return [part for part in clauses if not read_optout(part)[0]]
