"""What a message answers to offered times: one of them, none, others, or something else altogether."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from anna.commands import Intent, YesNo
from anna.conversation.understanding.findings import ASKS, TASKS, Findings
from anna.conversation.understanding.intents.intents import wants_other_times
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.besides import asks_besides, asks_for_other
from anna.conversation.understanding.replies.circumstances import hear_circumstance
from anna.conversation.understanding.replies.picking import Picked, pick
from anna.conversation.understanding.replies.refusing import calls_off
from anna.conversation.understanding.replies.reluctant import draws_back, leaves_all, only_asked
from anna.conversation.understanding.replies.slots import slots_alike, slots_left, wishes_any_but
from anna.conversation.understanding.replies.stances import warns_of_late
from anna.when import Exclude, TimeKind, When

# What is cancelled is one's own and stands already, not what is offered.
_OWN_CONSULTA = r"\b(?:cancel\w+|desmarc\w+|desmarqu\w+)(?: \w+){0,2}? (?:(?:a |o )?(?:minha|meu)|(?:a|o|uma) (?:consulta|sessao|agendamento|horario) (?:que|de|d[ao]|marcad))\b|\b(?:preciso|tenho que|terei que|vou ter que|queria) (?:cancel|desmarc)\w+"
# "nesses dias eu trabalho", "esses horários eu tô no serviço": all that was offered is refused, whatever else suits.
_TAKEN_UP = r"\b(?:n?ess[ea]s|n?est[ea]s|tudo|tod[ao]s(?: ess[ea]s| os| as)?)(?: (?:dois|duas|2|3|tres))?(?: (?:dias?|horarios?|datas?|h|opc\w+))?(?: (?:todos|ai|eu|ja|so|que|infelizmente|sempre|ambos))* (?:trabalh\w+|(?:to|estou|tava|vou ta|vou estar|estarei)(?: (?:no|na|em|de|fora|viaj\w+|trabalh\w+|ocupad\w+|atendendo))+|viajo|vou viajar|estudo|tenho (?:aula|trabalho|plantao|compromisso|servico|prova|consulta|curso|faculdade)|(?:sao|caem|cai|batem) (?:no|na|em|com|dentro|ruins?|impossi\w+))\b|\bnada (?:disso|dess[ea]s|que (?:tem|voce tem))(?: (?:ai|me|pra mim))* (?:serve|da|rola|encaixa|funciona|agrada|bate)\b"
_NONE = r"\b(?:nenhum\w*|nao (?:da|posso|consigo|quero|gostei|serve|rola|me)|num (?:da|posso))"
_FAR_OFF = r"\b(?:tudo|tudinho|todos|muito)(?: \w+)? (?:longe|tarde|cedo|ruim|cheio)\b"
# "1 ou 3" and a number that was not offered.
_NO_SUCH = r"\b\d (?:e|ou)(?: o| a)? \d\b|^(?:a |o |opcao |numero )*\d{1,2}[^\w]*$"


# "8h30 tô no trânsito", "não sei se consigo 14h30": why not, and no wish of its own.
_WHY_NOT = frozenset(
    {Intent.LATE, Intent.CHECK_APPOINTMENT, Intent.B2B, Intent.LOCATION, Intent.AVAILABILITY}
)


# "cancela a primeira": whatever is first, it is not taken.
_CANCELS_ONE = (
    r"^\W*(?:(?:pode|podem|quero|queria|por favor|moca|entao|ai) )*(?:cancel(?:a|ar|e|em)|desmarc(?:a|ar|am)|desmarqu\w+) (?:a|o|as|os|ess[ae]) "
    r"(?!outr[ao]|que nao)(?!.*\b(?:marc|quero|prefiro|fic[ao]|bota|poe|reserv|agend|pega|segur|confirm)\w*)"
)


def _wants_none(found: Findings, context: Context) -> bool:
    """Whether what times are offered for is called off, given up, or something is cancelled; what was heard is that then."""
    if calls_off(found.line, context):
        found.when, found.choice, found.procedure = None, None, ()
        found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.WAITLIST}
        found.intents |= {Intent.CANCEL}
    elif leaves_all(found.line):
        found.when, found.choice, found.yes_no, found.spoken = None, None, YesNo.NO, YesNo.NO
        found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.WAITLIST}
        found.answer.add(Intent.DENY)
    elif found.line.find(_CANCELS_ONE) or (
        Intent.CANCEL in found.intents and found.line.find(_OWN_CONSULTA)
    ):  # "preciso cancelar minha limpeza", "cancela a primeira": not what is offered
        found.when, found.choice = None, None
        found.intents = (found.intents | {Intent.CANCEL}) - {Intent.SCHEDULE, Intent.AVAILABILITY}
    else:
        return False
    return True


def answer_slots(found: Findings, context: Context) -> None:
    """A slot that was picked, all of them refused, others asked for, or something else wanted."""
    if _wants_none(found, context):
        return
    offered = context.slots or ()
    taken, line = found.line.find(_TAKEN_UP), found.line
    if taken and (found.spoken is None or found.wishes_when or taken.group().startswith("nada")):
        found.spoken, line = YesNo.NO, line.hide(*taken.span())  # "nesses três eu trabalho": no third one
    picked = pick(line, found.when, context) if offered else Picked(found.when)
    if picked.attended:
        found.intents -= {Intent.HUMAN}  # "quero com a doutora": one of her times
        found.human = False
    if picked.slot and draws_back(line, waits=Intent.WAITLIST in found.intents):
        picked = replace(picked, slot=None, doubted=True)
    slot = picked.slot or _the_other(found, offered)
    waited = found.when if Intent.WAITLIST in found.intents and slot is None else None
    found.when = picked.when or waited  # "se abrir sexta à tarde me avisa"
    found.refuses_some = bool(picked.dropped) or picked.refuses
    if (picked.dropped or picked.doubted) and not found.question:
        found.intents -= _WHY_NOT
    if slot is not None and warns_of_late(line):
        found.intents -= {Intent.LATE}
    tasks = found.intents & (TASKS - {Intent.CANCEL})  # "a 2, mas se vagar a 1 me chama" picks and waits
    if tasks - {Intent.WAITLIST} or (slot is None and (tasks or Intent.PRICE in found.intents)):
        waits = tasks == {Intent.WAITLIST} and (
            found.spoken is YesNo.NO or found.line.find(rf"{_NONE}|{_FAR_OFF}")
        )
        found.yes_no = YesNo.NO if waits else found.yes_no  # "nenhum me serve, me avisa se vagar"
        found.answer |= {Intent.DENY} if waits and taken else set()
        return
    alone = len(offered) == 1 and not (picked.dropped or picked.doubted or picked.asked)
    if slot is None and found.spoken is YesNo.YES and alone and not (found.wishes_when or only_asked(line)):
        slot = offered[0]
    if slot is not None:
        _choose(found, picked, slot, offered)
    else:
        _without_slot(found, picked, context)


def _choose(found: Findings, picked: Picked, slot: datetime, offered: Sequence[datetime]) -> None:
    found.hits += [picked.hit] if picked.hit else []
    found.slot, found.choice, found.when = slot, offered.index(slot) + 1, None
    found.yes_no = YesNo.YES
    found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CANCEL}
    found.intents -= set() if found.question else {Intent.INFO}
    found.answer.add(Intent.CHOOSE_SLOT)
    _ask_about_slot(found)


def _without_slot(found: Findings, picked: Picked, context: Context) -> None:
    """Nothing was chosen: others are wanted, or it is left open, or something else is said."""
    if picked.torn:
        _ask_which(found)
    elif wants_other_times(found.line):
        _refuse_offer(found)
    elif found.refuses_some and not found.wishes_when and (picked.dropped or found.spoken is not YesNo.YES):
        _refuse_some(found)
    elif picked.doubted or (picked.asked and Intent.AVAILABILITY not in found.intents):
        _leave_open(found, asked=picked.asked)
    elif found.when is not None:
        _wish_beside_offer(found, found.when, context)
    else:
        _neither_slot_nor_day(found, context)


def _ask_which(found: Findings) -> None:
    """One of them is taken, and it is not plain which."""
    found.when, found.yes_no = None, YesNo.UNCLEAR
    found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.RESCHEDULE, Intent.HUMAN}
    found.answer.add(Intent.CHOOSE_SLOT)


_THE_OTHER = r"\b(?:[oa]|n[oa]|pr[oa]|quero|prefiro) outr[ao](?: (?:dia|horario|data|h|opcao))?(?= *(?:$|[,.!]|entao|mesmo|serve|pode|por favor|fica))"


def _the_other(found: Findings, offered: Sequence[datetime]) -> datetime | None:
    """Of two slots the one that is not on the day named: "quinta tô no velório, o outro dia então"."""
    day = found.when.date_start if found.when is not None else None
    if len(offered) != _TWO or day is None or found.question or not found.line.find(_THE_OTHER):
        return None
    left = [slot for slot in offered if slot.date() != day]
    return left[0] if len(left) == 1 else None


_TWO = 2
# "o 3, é a dra Renata que atende?": what is asked of the one that was taken.
_ASKS_OF_IT = r"\b(?:quem|com (?:a|o) mesm[ao]|dra?|doutor\w*|precis\w+|levar|demora\w* (?:quanto|muito|mais|uns|umas)|quanto (?:tempo )?(?:demora|leva|dura)|dura\w* |chegar antes|jejum|maquiagem|acompanhante|posso (?:ir|levar)|sozinh\w+|estacion\w+|como funciona|por quanto tempo)\b[^.!]*\?"


def _ask_about_slot(found: Findings) -> None:
    if (
        not found.intents & (ASKS - {Intent.INFO})
        and found.line.find(_ASKS_OF_IT)
        and asks_besides(found.line)
    ):
        found.answer.add(Intent.INFO)


def _refuse_offer(found: Findings) -> None:
    found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.RESCHEDULE}
    found.answer.add(Intent.OTHER_TIMES)
    more = _asks_for_more(found)
    if more:
        found.answer.add(Intent.AVAILABILITY)
    said_no = found.spoken is YesNo.NO and not asks_for_other(found.line)
    refused = said_no or not found.question or found.line.find(r"\bnenhum") is not None
    found.yes_no = YesNo.NO if refused else YesNo.UNCLEAR
    if more and refused and found.line.find(rf"{_NONE}.*(?:\b(?:tem|teria|ha|consegue)\b|\?)"):
        found.answer.add(Intent.DENY)  # "nenhum desses, tem no sábado?" says both
    if found.wishes_when and not more:
        found.answer.add(Intent.SCHEDULE)


def _refuse_some(found: Findings) -> None:
    """What was refused is out, and nothing else was chosen: others are wanted."""
    found.intents -= {Intent.SCHEDULE, Intent.CANCEL, Intent.RESCHEDULE, Intent.INFO, Intent.MEDICAL_QUESTION}
    found.answer.add(Intent.OTHER_TIMES)
    found.yes_no = YesNo.NO


def _leave_open(found: Findings, *, asked: bool) -> None:
    """One of them is thought over or asked about: nothing is chosen, and its hour is no wish of its own."""
    found.when = None
    found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CANCEL, Intent.RESCHEDULE}
    found.yes_no = YesNo.UNCLEAR
    if asked and not found.intents & ASKS and not found.human:
        dear = found.line.find(r"\b(?:car[ao]s?|carinh[ao]|barat[ao]s?|salgad[ao]|em conta)\b") is not None
        found.answer.add(Intent.PRICE if dear else Intent.INFO)


# "ela só sai às 4 do trabalho": from then on, whichever of those it leaves
_THEIR_WORK = r"\b(?:ela|ele|elas|eles)(?: (?:so|sempre|tambem|que|ja))* (?:larga|largam|sai|saem)\b"


_HOURS_OF_HERS = frozenset({TimeKind.DAYPART, TimeKind.AFTER, TimeKind.BEFORE, TimeKind.BETWEEN})
"""What leaves several of them standing is looked for anew: "de tarde", of one at eight and two behind noon."""

_ONE_OF_THEM = r"\b(?:o|os|um|n?ess[ea]|aquel[ea]) (?:d[aeo] |mais )?(?:manha|manhazinha|cedo|cedinho|tarde|tardinha|noite|antes|depois)\b|\ba d[aeo] (?:manha|tarde|noite)\b"
""" "o cedinho", "a da tarde": one of those that are offered."""


def _wish_beside_offer(found: Findings, when: When, context: Context) -> None:
    left = slots_left(when, context) or slots_alike(found.line, when, context)
    some = left < len(context.slots or ())
    theirs = when.time_kind in _HOURS_OF_HERS and not found.line.find(_ONE_OF_THEM)
    limited = some and (theirs or found.line.find(_THEIR_WORK) is not None)
    if not found.wishes_when:
        if wishes_any_but(found.line, when, context) or (not left and found.spoken is not YesNo.YES):
            found.answer.add(Intent.OTHER_TIMES)
            found.yes_no = YesNo.NO
        return
    found.intents -= {Intent.SCHEDULE, Intent.RESCHEDULE}
    if (
        left > 1 and not found.question and found.spoken is not YesNo.NO and not limited
    ):  # "pode ser quinta", and two of them are
        _ask_which(found)
        return
    if found.question and Intent.HOURS in found.intents:
        return  # "vocês abrem no feriado?"
    found.answer.add(Intent.AVAILABILITY if found.question else Intent.SCHEDULE)
    found.yes_no = YesNo.UNCLEAR if found.question else None
    elsewhere = not (found.question or left or when.clarify or when.exclude != Exclude())
    if found.spoken is YesNo.NO or (elsewhere and found.spoken is not YesNo.YES):
        found.yes_no = YesNo.NO  # "só posso de tarde", of three mornings
    if found.spoken is YesNo.NO and (found.question or found.line.find(_TAKEN_UP)):
        found.answer.add(Intent.DENY)  # "essa semana não consigo, tem na outra?"


# "1 ou 3"
_EITHER = r"\b(?P<a>\d) ou (?:o |a )?(?P<b>\d)\b(?! ?(?:h\b|:))"
_ADVISE = r"\b(?:qual|quais|que)\b[^.!]*\b(?:ach\w+|recomend\w+|indic\w+|suger\w+|prefer\w+)[^.!]*\?"
_SEVERAL = r"\b(?:n?ess[ea]s|n?est[ea]s|tod[ao]s|tudo|amb[ao]s|[dn]?os (?:2|3|4|5))\b"


def _neither_slot_nor_day(found: Findings, context: Context) -> None:
    either = found.line.find(_EITHER)
    if either and all(1 <= int(n) <= len(context.slots or ()) for n in either.groups()):
        found.answer.add(Intent.CHOOSE_SLOT)
    if found.spoken is not None and not found.question:
        found.intents.discard(Intent.OFFTOPIC)  # "se o meu marido liberar o carro"
    if len({slot.date() for slot in context.slots or ()}) == 1 or found.line.find(_SEVERAL):
        hear_circumstance(found, context)  # of one of several days it refuses only that
    asks = r"\bmais (?:cedo|tarde|pro fim|pro comeco)\b|\b(?:algo|alguma?|outr[ao]s?|antes|depois)\b"
    if found.question and found.line.find(asks):
        found.answer.add(Intent.AVAILABILITY)
        found.yes_no = YesNo.UNCLEAR
    elif found.spoken is YesNo.NO:
        found.yes_no = YesNo.NO
        found.intents.discard(Intent.CANCEL)
        found.answer.add(Intent.DENY)
    elif found.spoken is not None or found.human or found.line.find(rf"{_NO_SUCH}|{_ADVISE}"):
        found.yes_no = YesNo.UNCLEAR


def _asks_for_more(found: Findings) -> bool:
    """ "tem mais tarde?", "não tem outro": other times are asked for, not only these refused."""
    return (
        found.question
        or found.line.find(
            r"\b(?:tem|teria|ha|queria ver|me (?:manda|passa|mostra)|quais)\b(?! (?:nenhum|aula|compromisso))"
        )
        is not None
    )
