"""What no row answers and no flow asks: whose place this is, what is somebody else's, a key to pay to, an offer of Anna's that is taken."""

from __future__ import annotations

import re
from datetime import timedelta

from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance
from anna.conversation.deposit import asks_for_key
from anna.conversation.manners import (
    BY_HERE,
    BY_LINK,
    ELSEWHERE,
    GONE,
    HERE,
    MISSENT,
    NOBODY_NEEDED,
    NOT_GIVEN,
    OTHERS,
    RECALLED,
    THERE,
    THERE_TO_HELP,
    THREAT,
    THREATENED,
    UNBOOKED,
    UNBOOKED_YET,
    WHAT_WE_ARE,
    WRONG_NAME,
    Manner,
)
from anna.conversation.other_trades import seeks_another_trade
from anna.conversation.passing import takes_person
from anna.conversation.thinks_booked import got_what_she_never_booked
from anna.conversation.understanding.care.grief import recalls_death
from anna.conversation.understanding.facts.another import (
    acts_by_law,
    asks_of_patients,
    asks_of_somebody_else,
    asks_when_she_comes,
    claims_to_be,
    goes_on_asking,
    of_somebody_else,
)
from anna.conversation.understanding.facts.threatening import threatens_somebody
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.whereabouts import (
    asks_private_number,
    asks_what_it_is,
    asks_whether_here,
    asks_whether_there,
    asks_why_gone,
    says_name_is_misspelt,
    seeks_elsewhere,
    seeks_person_elsewhere,
    takes_this_for,
)
from anna.conversation.withdrawal import bows_out, read_withdrawal
from anna.flows.actions.telling_queries import was_said
from anna.flows.moves import Move
from anna.turns import deposit_queries, plainly_queries, recall_queries
from anna.turns.aside.astray import advanced
from anna.turns.aside.somebody_else import kept_from_another
from anna.turns.asked import COURTESIES, Asked
from anna.turns.booked.renaming import comes_for_her
from anna.turns.handoff.children import is_for_child_again
from anna.turns.handoff.complications import asks_of_agreed
from anna.turns.handoff.looked_for import (
    booked_by_hers,
    booked_elsewhere,
    booked_here,
    insists_booked,
    name_alone,
    stands_outside,
)
from anna.turns.handoff.nothing_booked import has_nothing_booked
from anna.turns.handoff.serving import WISHES

OFFERS_PERSON = (
    "preco_combinado", "preco_de_area", "duracao_da_sessao", "quem_faz_formacao", "sem_promessa", "outro_idioma", "preco_comentado",
    "telefone", "nenhuma_consulta", "sou_assistente", "sinal_link", "nada_de_outra_pessoa",
)  # fmt: skip
"""Texts in which Anna says that she calls somebody of the clinic, if that is wished."""

_OTHER_NUMBER = ("nenhuma_consulta",)
"""Texts in which she is asked to say so where she booked with another telephone."""

OFFERED_FOR = timedelta(minutes=30)
"""So long "chama então" takes such an offer."""

KNOWN_FOR = timedelta(days=60)
"""So long after a professional was asked about her own case, whether she may have something else is that question again."""

NOT_OURS = COURTESIES | {Intent.OFFTOPIC}
"""What "é da pizzaria?" may be read as besides."""

_UNBOOKED_BESIDE = COURTESIES | {Intent.DENY, Intent.CHECK_APPOINTMENT, Intent.UNCLEAR, Intent.CORRECTION}
"""What "nem marquei ainda" may be read as besides."""

_GONE_BESIDE = COURTESIES | {
    Intent.DENY,
    Intent.AVAILABILITY,
    Intent.INFO,
    Nuance.ASKS_FREE,
    Nuance.TAKES_BACK,
}
"""What "por que não tem? tava livre agorinha" may be read as besides."""

_MISSPELT_BESIDE = COURTESIES | {
    Intent.DENY,
    Intent.UNCLEAR,
    Intent.CORRECTION,
    Intent.CHECK_APPOINTMENT,
    Intent.GIVE_NAME,
    Nuance.WRONG_TIME,
    Nuance.CORRECTS_NAME,
    Nuance.GIVES_UP,
    Nuance.SECOND_THOUGHT,
}
"""What "meu nome tá errado" may be read as besides."""

_THREAT_BESIDE = COURTESIES | {Intent.UNCLEAR, Intent.CHECK_APPOINTMENT, Intent.OFFTOPIC, Intent.PAYMENT}
"""What "ela vai pagar por isso" may be read as besides."""

_HERS = rf"\?|\b(?:{KIN}|marido|esposo|mulher|esposa|ta ai|esta ai)\b"
"""Of a threat: it may be a patient's whereabouts that are wished to be known."""

SETTLED = WISHES - {Intent.SCHEDULE, Intent.AVAILABILITY}
"""Wishes that no day alone is taken for."""

ABOUT_HERE = frozenset({Intent.INFO, Intent.INFO_BOT, Nuance.ASKS_WHO, Nuance.ASKS_ABOUT})
"""What "vocês são dentista?" may be read as besides."""

_OFFER = re.compile(r"\bchamo\b")
_MAY_SHE = re.compile(
    r"\b(?!h\b|manha\b|tarde\b|noite\b|feira\b|cedo\b|segunda\b|terca\b|quarta\b|quinta\b|sexta\b|sabado\b|hoje\b|amanha\b)[a-z]{2,} (?:tambem |eu |ai )?(?:pode|posso) ?\?"
    r"|\b(?:posso|pode|poderia) (?:fazer|aplicar|usar|tomar)\b[^?.!]*\?|\b(?:tem (?:algum )?problema|faz mal|e seguro)\b[^?.!]*\?"
)


async def person_wished(move: Move, asked: Asked, said: frozenset[str]) -> frozenset[str]:
    """The command by which a person is called that no word of the message gives: an offer is taken, what was agreed after a complication, or her case, is asked about once more."""
    conversa_id = asked.taken.id
    if takes_person(asked.burst.text) or (said and said <= {"affirm"} and not asked.questions):
        last = asked.taken.ultimo_texto or ""
        since = move.now - OFFERED_FOR
        offered = _OFFER.search(last) or await was_said(move.conn, conversa_id, OFFERS_PERSON, since=since)
        if offered and (takes_person(asked.burst.text) or _OFFER.search(last)):
            return frozenset({Intent.HUMAN.value})
    unasked = not any(q.background for q in asked.questions) and got_what_she_never_booked(asked.burst.text)
    if unasked or stands_outside(asked.burst.text) or await _booked_by_hers(move, asked):
        return frozenset({Intent.HUMAN.value})
    gives_number = Intent.GIVE_PHONE in said and said <= COURTESIES | {Intent.GIVE_PHONE}
    text = asked.burst.text
    insists = asked.open_kind() in (None, "servicos") and insists_booked(text)
    booked = insists or booked_here(text) or booked_elsewhere(text)
    booked = booked or (not asked.questions and (gives_number or name_alone(asked) is not None))
    if booked and await was_said(move.conn, conversa_id, _OTHER_NUMBER, since=move.now - OFFERED_FOR):
        return frozenset({Intent.HUMAN.value})  # "foi com o número do meu marido, 11 98877-6655"
    team = await plainly_queries.list_professionals(move.conn, asked.taken.clinica_id)
    lawful = acts_by_law(asked.burst.text)  # "é uma ordem judicial"
    if lawful or claims_to_be(asked.burst.text, team) or await asks_of_agreed(move, asked, said):
        return frozenset({Intent.HUMAN.value})
    may_she = asked.heard.reading.procedure and _MAY_SHE.search(Line.of(asked.burst.text).norm)
    if may_she and await plainly_queries.asked_professional(
        move.conn, conversa_id, since=move.now - KNOWN_FOR
    ):
        return frozenset({Intent.MEDICAL_QUESTION.value})
    return frozenset({Intent.MINOR.value} if await is_for_child_again(move, asked, said) else ())


async def _booked_by_hers(move: Move, asked: Asked) -> bool:
    """Whether what she speaks of was booked by somebody of hers, and nothing is booked on this number."""
    if asked.heard.tapped or not booked_by_hers(asked.burst.text):
        return False
    return not (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas


async def of_no_row(move: Move, asked: Asked, said: frozenset[str]) -> Manner | None:
    """What is said to a message that asks for what is not told, not here, or not yet; None where it asks nothing of the kind."""
    text = asked.burst.text
    if asked.heard.tapped:
        return None
    kept = await comes_for_her(move, asked) or await _kept_of_theirs(move, asked, text, said)
    kept = kept or await _unbooked(move, asked, said)
    kept = kept or await _bowing_out(move, asked) or _recalled(text, said)
    if kept or (kept := _of_here(asked, said)):
        return kept
    if said & WISHES:
        return None
    if await _asks_of_somebody_else(move, asked, text, said):
        return OTHERS
    if await wants_private_number(move, asked):
        return NOT_GIVEN
    if place := _which_place(asked, said):
        return place
    withdrawn = None if asked.questions else read_withdrawal(text)
    if withdrawn and withdrawn.alone and withdrawn.person:
        return NOBODY_NEEDED
    if advance := await advanced(move, asked, said):
        return advance
    if Intent.PAYMENT in said and asks_for_key(text):
        held = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
        return None if held else BY_LINK
    return None


async def wants_private_number(move: Move, asked: Asked) -> bool:
    """Whether the own number of somebody who attends is asked for: nobody gives it, and nobody is called for it."""
    assert move.turn is not None, "a turn answers a message"
    team = await plainly_queries.list_professionals(move.conn, asked.taken.clinica_id)
    last = await recall_queries.last_rule(move.conn, asked.taken.id, before=move.turn.id)
    return asks_private_number(asked.burst.text, team, again=last == NOT_GIVEN.why)


async def without_private(move: Move, asked: Asked) -> frozenset[str]:
    """The commands of the message; who wants to talk with a professional at a private number, or with another place, wants nobody called."""
    said = asked.said()
    private = Intent.HUMAN in said and (
        seeks_person_elsewhere(asked.burst.text) or await wants_private_number(move, asked)
    )
    return said - {Intent.HUMAN.value} if private else said


def _of_here(asked: Asked, said: frozenset[str]) -> Manner | None:
    """Whether anybody is here, one books here, or a time that was here is gone: what is said to whoever asks no more than that."""
    text, reading = asked.burst.text, asked.heard.reading
    if reading.when or reading.procedure:
        return None
    if not reading.name and said <= _MISSPELT_BESIDE and says_name_is_misspelt(text):
        return WRONG_NAME
    if asked.is_offered_times() and said <= _GONE_BESIDE and asks_why_gone(text):
        return GONE
    if said <= NOT_OURS | ABOUT_HERE | {Intent.HOURS} and asks_whether_there(text):
        return THERE if asked.open_question() else THERE_TO_HELP
    by_here = said <= NOT_OURS | ABOUT_HERE | {Intent.SCHEDULE} and asks_whether_here(text)
    return BY_HERE if by_here else None


def _which_place(asked: Asked, said: frozenset[str]) -> Manner | None:
    """Whose place this is, and what is done in it, for whoever is not sure."""
    text = asked.burst.text
    if asked.heard.reading.procedure or asked.heard.reading.when:
        return None
    if said <= NOT_OURS and (seeks_another_trade(text) or seeks_elsewhere(text)):
        return ELSEWHERE
    if said <= NOT_OURS and takes_this_for(text):
        return HERE
    return WHAT_WE_ARE if said <= NOT_OURS | ABOUT_HERE and asks_what_it_is(text) else None


async def _bowing_out(move: Move, asked: Asked) -> Manner | None:
    """What is said to who takes her leave, once she was told whose place this is, or that what she asks for is not done here."""
    assert move.turn is not None, "a turn answers a message"
    if not bows_out(asked.burst.text):
        return None
    last = await recall_queries.last_rule(move.conn, asked.taken.id, before=move.turn.id)
    return MISSENT if last in {ELSEWHERE.why, Intent.OFFTOPIC.value} else None


def _recalled(text: str, said: frozenset[str]) -> Manner | None:
    """What is said to who tells of a death of a while ago, and wants nothing besides."""
    return RECALLED if said <= COURTESIES and recalls_death(Line.of(text)) else None


async def _unbooked(move: Move, asked: Asked, said: frozenset[str]) -> Manner | None:
    """What is said to who tells that she has nothing booked, and wishes nothing besides."""
    if said <= _UNBOOKED_BESIDE and await has_nothing_booked(move, asked):
        return UNBOOKED if asked.open_question() else UNBOOKED_YET
    return None


async def _kept_of_theirs(move: Move, asked: Asked, text: str, said: frozenset[str]) -> Manner | None:
    """What is said where the patients' is asked for, or undone, whoever says that he may; or when somebody comes, or is threatened."""
    kept = await kept_from_another(move, asked)
    asks = asks_of_patients(text) or (not said & SETTLED and await _asks_when_she_comes(move, asked, text))
    if not kept and asks:
        kept = OTHERS
    if kept is not OTHERS and (said - _THREAT_BESIDE):
        return kept
    if threatens_somebody(text):
        return THREATENED if kept is OTHERS or rx(_HERS).search(Line.of(text).norm) else THREAT
    return kept


async def _asks_when_she_comes(move: Move, asked: Asked, text: str) -> bool:
    """Whether somebody else's hour is asked for, also once more after that was told not to be said; of those she has booked she hears."""
    assert move.turn is not None, "a turn answers a message"
    but = await plainly_queries.list_professionals(move.conn, asked.taken.clinica_id)
    asks = asks_when_she_comes(text, but) and not asked.is_for_two()
    if not asks and goes_on_asking(text):
        asks = await recall_queries.last_rule(move.conn, asked.taken.id, before=move.turn.id) == OTHERS.why
    if not asks:
        return False
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    return not known.proximas


async def _asks_of_somebody_else(move: Move, asked: Asked, text: str, said: frozenset[str]) -> bool:
    """Whether what she asks is somebody else's; of whom she has booked for herself she hears, as ever, what is booked."""
    but = await plainly_queries.list_professionals(move.conn, asked.taken.clinica_id)
    if asked.is_for_two():
        return False
    if asks_of_somebody_else(text, but):
        hers = Intent.CHECK_APPOINTMENT in said
    elif "?" in text and said <= COURTESIES | {Intent.CHECK_APPOINTMENT, Intent.HOURS}:
        hers = (
            of_somebody_else(text, but)
            and rx(rf"\b(?:del[ae]|{KIN})\b").search(Line.of(text).norm) is not None
        )
        if not hers:
            return False
    else:
        return False
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    return not (hers and known.proximas)
