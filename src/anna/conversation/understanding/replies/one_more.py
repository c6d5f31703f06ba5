"""Whether one more is wished beside what is to be moved or called off: "mais uma pra mim, botox quinta", "quero marcar também um peeling". Pure."""

from __future__ import annotations

from collections.abc import Collection

from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.facts.whom import comes_too
from anna.conversation.understanding.text.line import Line

_NO_VISIT = (
    r"vez|vezes|pouc\w+|opc\w+|alternativa|horarios?|h|dias?|datas?|vagas?|coisas?|coisinha|pergunta\w*|duvida\w*|semanas?|mes|mess?es|min|minuto\w*|tempo|anos?"
    r"|chance|favor|detalhe|questao|remarcac\w+|mudanca|troca|momento|instante|seg|segundinho|tarde|cedo"
)
_MARKS = r"\b(?:marc|agend)(?:ar|a|o|e|ue)\b"
_ONE_MORE = rf"\bmais (?:uma?|1)\b(?! (?:{_NO_VISIT})\b)"
_FOR_SOMEBODY = r"\b(?:pra|para|pro) (?:mim|ela|ele|(?:a |o )?(?:minha|meu) [a-z]+)\b"
_VISIT = r"\bmais (?:uma?|1) (?:consulta|sessao|procedimento|agendamento|avaliacao)\b"
_INSTEAD = r"\b(?:em vez|ao inves|inves|no lugar|troc\w+|substitu\w+|na verdade|prefiro|melhor|mudei de ideia|mud(?:a|ar|e)|remarc\w+|pass(?:a|ar)|cancel\w+|desmarc\w+)\b"


def says_one_more(line: Line) -> bool:
    """Whether one more is spoken of, whatever it is: "mais uma", "uma também", "outra consulta"."""
    return (
        line.find(rf"{_ONE_MORE}|\btambem\b|\boutr[ao] (?:consulta|sessao|procedimento|agendamento)\b")
        is not None
    )


def wishes_one_more(text: str, reading: Reading, about: Collection[str]) -> bool:
    """Whether something is to be booked beside the consulta that a question is about, whose procedures are `about`."""
    if reading.intents & {Intent.RESCHEDULE, Intent.CANCEL} or reading.slot_choice:
        return False
    line, named = Line.of(text), set(reading.procedure)
    if line.find(_INSTEAD):
        return False
    if line.find(_ONE_MORE) and (named or line.find(_MARKS) or line.find(_FOR_SOMEBODY) or line.find(_VISIT)):
        return True
    if not named or Intent.SCHEDULE not in reading.intents:
        return False
    if comes_too(text):
        return True
    other = bool(about) and not named & set(about)
    return other and (Nuance.ALSO in reading.nuances or line.find(_MARKS) is not None)
