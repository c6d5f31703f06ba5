"""What is said beside a time that waits for its deposit: it is kept ("vou pagar o meu"), or the thing after it is spoken of ("agora o peeling")."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from anna.agendamento.queries import get_detalhe
from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance, Reading, YesNo
from anna.conversation.deposit import Deposit, said_of_deposit
from anna.conversation.understanding.replies.keeping import keeps_booked
from anna.conversation.understanding.text.line import Line
from anna.flows.actions.telling_queries import was_said
from anna.flows.moves import Move
from anna.turns import deposit_queries
from anna.turns.asked import COURTESIES, Asked
from anna.turns.booked.one_more import names_only
from anna.turns.returning import hearing
from anna.when import TimeKind

JUST_NOW = timedelta(minutes=15)
"""So long a day alone is that of the thing that was noted, and of nothing that is held."""

_WISHES = COURTESIES | {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.UNCLEAR, Intent.AFFIRM}
_HERS = (
    r"\b(?:vou|vamos|quero|queria|posso|prefiro|deixa eu) (?:ja |so |sim )?pagar(?: (?:ja|agora|entao|so|logo))* (?:o meu|a minha|o que (?:eu )?(?:reservei|escolhi|marquei))\b"
    r"|\b(?:eu )?pago(?: (?:ja|agora|so))* (?:o meu|a minha)\b|\b(?:so )?(?:o meu|a minha)(?: (?:mesmo|eu|sim|so|continua|entao))* (?:pago|mantem|mantenho|fica|continua|segue|vale|quero)\b"
    r"|\b(?:fico|fica|deixa|mantem|mantenho|quero|segura)(?: (?:so|entao|com))* (?:o meu|a minha)(?= *(?:$|[,.!]|mesmo|entao))"
)
_GIVES_HERS_UP = r"\b(?:cancel\w+|desmarc\w+|desist\w+ d?)(?: \w+)? (?:o meu|a minha|do meu|da minha|tudo|os dois|as duas|todos?)\b|\bnao (?:vou|quero|posso)(?: \w+)? pagar\b"
_NEXT = r"^(?:(?:e|ta|ok|bom|certo|agora|entao|ai|moca|so) )*(?:agora|e o|e a|falta|faltou|vamos ver|ve|depois|quero ver)\b|\bno mesmo dia\b"
_AND_THAT = r"(?:^|[.,!;?] |\b(?:filha|moca|ta|ok|ai|mexer|ja|agora) )e (?=(?:[ao]s?|aquel[ea]|minha|meu) [^.,!;?]{3,})"
"""What else was wished for is asked about: "depois eu pago. e a limpeza?"."""
_CHANGES = r"\b(?:mud\w+|troc\w+|remarc\w+|prefir\w+|na verdade|em vez|ao inves|pass[ae]r?|melhor|nao (?:posso|consigo|da|vou)|outr[ao])\b"
_SETS_FREE = r"\b(?<!nao )(?:solt|liber|tir|desfa|larg|desist)(?:a|ar|e|em|z|zer|o|ir|am)?(?: (?:ja|ai|logo|entao|pra mim|voces|voce|de|d?ess[ae]|d?est[ae]|[oa]|d[oa]|meu|minha))* (?:horario|reserva|vaga|h)\b"
"""By which what is held is given up in other words than those of a cancel: "solta esse horário", "pode liberar a minha reserva"."""
_INSTEAD = r"\b(?:marc\w+|agend\w+|reservar|remarc\w+|mud\w+|troc\w+|pass(?:a|ar|e)|coloc\w+|bot[ae]|prefiro|outr[ao]s?|pode ser|melhor|em vez|(?<!nao )(?:quero|queria|vou querer)(?! (?:cancelar|desmarcar|soltar|liberar|tirar|desfazer|desistir|que (?:cancel|desmarqu|solt|liber|tir)\w+))|so pra|ate|se eu|se nao|link|sinal)\b"


async def beside_hold(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as what keeps a held time, or adds to what comes after it."""
    reading, line = asked.heard.reading, Line.of(asked.burst.text)
    waits = any({Nuance.ALSO.value, Nuance.STAYS.value} <= question.accepts for question in asked.questions)
    question = asked.open_question()
    listed = question is not None and question.has_times() and Nuance.STAYS.value in question.accepts
    if (
        not (waits or (listed and question and not question.stands))
        or asked.heard.tapped
        or reading.safety
        or reading.optout
        or reading.human
    ):
        return move, asked
    if waits and (changed := await _changed(move, asked, line)):
        return hearing(move, asked, replace(asked.heard, reading=changed))
    keeps = pays_hers(asked.burst.text)
    asks_for_that = names_only(reading, line.norm, _AND_THAT)
    nexts = (
        waits
        and asked.said() <= _WISHES | {Intent.DENY, Intent.PAYMENT, *({Intent.INFO} if asks_for_that else ())}
        and not asked.open_question()
        and not line.find(_CHANGES)
    )
    nexts = nexts and bool((asks_for_that or line.find(_NEXT)) if reading.procedure else reading.when)
    hour = line.find(r"\d") is not None
    about: dict[str, UUID] = {}
    if keeps or nexts or hour:
        about = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    if not about:
        return move, asked
    if hour and not keeps and await _keeps_its_hour(move, asked, about["consulta"]):
        if not asked.open_question():
            meant = replace(
                reading, intents=frozenset({Intent.AFFIRM}), nuances=frozenset(), when=None, yes_no=YesNo.YES
            )
            return hearing(move, asked, replace(asked.heard, reading=meant))
        keeps = True
    if keeps:
        stays = frozenset({Nuance.STAYS})
        meant = replace(reading, intents=frozenset(), nuances=stays, when=None, procedure=(), choice=None, slot_choice=None, yes_no=None)  # fmt: skip
        return hearing(move, asked, replace(asked.heard, reading=meant))
    since = move.now - JUST_NOW
    if not nexts:
        return move, asked
    if not reading.procedure and not await was_said(
        move.conn, asked.taken.id, ("sinal_e_depois",), since=since
    ):
        return move, asked
    intents = reading.intents - {Intent.INFO, Intent.PAYMENT}
    meant = replace(reading, intents=intents, nuances=reading.nuances | {Nuance.ALSO})
    return hearing(move, asked, replace(asked.heard, reading=meant))


async def _changed(move: Move, asked: Asked, line: Line) -> Reading | None:
    """The message as one that gives up what is held, or asks for another time beside paying; None where it does neither."""
    reading = asked.heard.reading
    if given_up := await _given_up(move, asked, line):
        return given_up
    if changes_beside_paying(reading, asked.burst.text):
        return replace(reading, intents=reading.intents - {Intent.PAYMENT} | {Intent.RESCHEDULE})
    return None


async def _given_up(move: Move, asked: Asked, line: Line) -> Reading | None:
    """The message as one that gives up what is held, where its own day is named: "cancela esse horário de quinta"; None where it wishes, asks or means more."""
    reading, when = asked.heard.reading, asked.heard.reading.when
    cancels = Intent.CANCEL in reading.intents and when is not None
    if not (cancels or line.find(_SETS_FREE)) or line.find(_INSTEAD) or "?" in asked.burst.text:
        return None
    about = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    if not about:
        return None
    held = await get_detalhe(move.conn, about["consulta"])
    booked = (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas
    day, hour = held.inicio_local.date(), held.inicio_local.time()
    of_that_day = when is None or (when.date_start in {None, day} and when.date_end in {None, day})
    of_that_hour = when is None or when.time_kind is not TimeKind.AT or when.time_start == hour
    if not (of_that_day and of_that_hour) or any(one.inicio_local.date() == day for one in booked):
        return None
    return replace(
        reading, intents=frozenset({Intent.CANCEL}), nuances=frozenset(), when=None, procedure=(), choice=None, slot_choice=None, yes_no=None
    )  # fmt: skip


async def _keeps_its_hour(move: Move, asked: Asked, consulta_id: UUID) -> bool:
    """Whether the hour of what is held is named, and kept: "deixa as 15 mesmo"."""
    question, reading = asked.open_question(), asked.heard.reading
    if reading.procedure or "?" in asked.burst.text:
        return False
    held = (await get_detalhe(move.conn, consulta_id)).inicio_local.replace(tzinfo=None)
    options = question.options if question else ()
    offered = [datetime.fromisoformat(option["local"]) for option in options if "local" in option]
    return keeps_booked(asked.burst.text, reading, [held], [at for at in offered if at != held])


def changes_beside_paying(reading: Reading, text: str) -> bool:
    """Whether another hour or day is asked for by who says that she is paying: "vou pagar, mas dá pra ser 16:30 em vez de 17?"."""
    asks = Intent.RESCHEDULE in reading.intents or any(
        hit.meant == Nuance.SECOND_THOUGHT for hit in reading.trace
    )
    return reading.when is not None and asks and said_of_deposit(text) is Deposit.WILL_PAY


def pays_hers(text: str) -> bool:
    """Whether what is held for whoever writes is to be paid, whatever is given up beside it: "desisto do laser, vou pagar o meu"."""
    line = Line.of(text)
    return line.find(_HERS) is not None and not (line.find(_GIVES_HERS_UP) or "?" in text)
