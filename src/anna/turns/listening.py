"""From rows to what understanding and routing need: one text, one context, the open questions. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from anna.clinica.calendar import Calendar
from anna.commands import Intent, Nuance, YesNo
from anna.conversation.question import Question
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.port import Context, State
from anna.flows.queries import Pergunta
from anna.kit.text import fold
from anna.turns.queries import Entrada
from anna.turns.wordless import PICTURES
from anna.whatsapp.edits import REWRITES
from anna.whatsapp.models import MidiaEstado, Tipo
from anna.whatsapp.reactions import reacted
from anna.whatsapp.transcripts import Unheard, words_in
from anna.when import When, WhenStatus

LATE = timedelta(minutes=10)
"""A burst that Anna learnt of this late deserves an apology."""

LETTERS_A_SLIP = 12
"""In so many letters one may have been wrong."""

_TELLING = (frozenset({Tipo.AUDIO}), PICTURES, frozenset({Tipo.LOCALIZACAO}), frozenset({Tipo.CONTATO}))
"""Kinds of messages without words, what is about most first. The rest says nothing."""

_STATES = {
    "servicos": State.ASK_PROCEDURE,
    "quando": State.ASK_WHEN,
    "phone": State.ASK_PHONE,
    "nps": State.NPS,
    "name": State.ASK_NAME,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """What the patient said since the last answer."""

    entradas: tuple[Entrada, ...]
    text: str
    tapped: str | None
    quoted: str | None
    wordless: str | None  # the kind of the message that tells most, when the burst has no words at all
    late: bool

    @property
    def until(self) -> int:
        return self.entradas[-1].ordem

    @property
    def reaction(self) -> YesNo | None:
        """What the emoji says that is the whole answer."""
        return reacted(self.text) if self.entradas[-1].tipo == Tipo.REACAO else None

    @property
    def picture(self) -> str | None:
        """The kind of the last picture or file among the messages."""
        return next((e.tipo for e in reversed(self.entradas) if e.tipo in PICTURES), None)

    @property
    def awaited(self) -> Entrada | None:
        """The first voice message that is still being written out."""
        return next((e for e in self.entradas if e.transcricao == MidiaEstado.PENDENTE), None)

    @property
    def unheard(self) -> Entrada | None:
        """The first voice message that has no words."""
        return next((e for e in self.entradas if e.tipo == Tipo.AUDIO and not said_in(e)), None)

    @property
    def why_unheard(self) -> str | None:
        """Why that one has no words; None where nobody was to write them out."""
        if self.unheard is None:
            return None
        waiting = self.unheard.transcricao == MidiaEstado.PENDENTE
        return Unheard.DEMOROU if waiting else self.unheard.transcricao_motivo

    @property
    def ids(self) -> list[UUID]:
        return [entrada.id for entrada in self.entradas]


def read_burst(entradas: Sequence[Entrada], *, now: datetime) -> Burst:
    """Join a burst: its words in order, whether typed or said aloud, the option that was tapped last, the message that was quoted last."""
    words = [said for entrada in entradas if (said := said_in(entrada))]
    tapped = next((t for e in reversed(entradas) if (t := _tapped(e.dados))), None)
    first = min(map(arrived, entradas))
    return Burst(
        entradas=tuple(entradas),
        text="\n".join(words),
        tapped=tapped,
        quoted=next((e.cita for e in reversed(entradas) if e.cita), None),
        wordless=None if words else _most_telling(entradas),
        late=now - first > LATE,
    )


def arrived(entrada: Entrada) -> datetime:
    """When the message was written, as its provider tells; else when it came."""
    return entrada.provedor_em or entrada.criada_em


def said_in(entrada: Entrada) -> str | None:
    """The words of a message: what was typed, or what was written out of what was said aloud."""
    if entrada.texto and entrada.texto.strip():
        return entrada.texto
    return words_in(entrada.dados) if entrada.tipo == Tipo.AUDIO else None


def rewritten_from(entrada: Entrada) -> str | None:
    """The words that were answered, of a message that its author has rewritten since."""
    before = entrada.dados.get(REWRITES)
    return before if isinstance(before, str) else None


def differ_by_a_slip(before: str, after: str) -> bool:
    """Whether a few letters and marks are all that changed."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only what was rewritten needs it)

    old, new = fold(before), fold(after)
    most = max(2, len(old) // LETTERS_A_SLIP)
    return OSA.distance(old, new, score_cutoff=most) <= most


def _most_telling(entradas: Sequence[Entrada]) -> str:
    """The kind that an answer to messages without words is about; among equals the last."""
    kinds = [entrada.tipo for entrada in reversed(entradas)]
    return next((kind for kinds_of in _TELLING for kind in kinds if kind in kinds_of), kinds[0])


def _tapped(dados: Mapping[str, Any]) -> str | None:
    option = dados.get("opcao")
    if not isinstance(option, Mapping):
        return None
    return option.get("id") or option.get("rotulo")


def requoted(burst: Burst, options: Sequence[Mapping[str, Any]]) -> Burst:
    """A bare number that quotes an older list means that list: its label is what was said, and no number of a newer one."""
    number = burst.text.strip().rstrip(".)")
    if not (number.isdecimal() and 1 <= int(number[:3]) <= len(options)):
        return burst
    return replace(burst, text=str(options[int(number[:3]) - 1]["rotulo"]))


def questions_of(
    perguntas: Sequence[Pergunta],
    *,
    slots: Mapping[UUID, Mapping[str, Any]],
    shown: Mapping[UUID, Sequence[str]],
    provider_ids: Mapping[UUID, str],
    background: frozenset[UUID],
    stands: Mapping[UUID, Sequence[str]],
) -> list[Question]:
    """The open questions as routing sees them, newest first; `slots` is what each run holds so far, `shown` the starts it has offered.

    `stands` are the procedures of the consulta that it is about to move or to call off.
    """
    return [
        Question(
            id=p.id,
            execucao_id=p.execucao_id,
            passo=p.passo,
            visita=p.visita,
            slot=p.slot,
            wanted=p.desejados,
            also=p.tambem,
            accepts=frozenset(p.aceita),
            options=tuple(p.opcoes or ()),
            provedor_id=provider_ids.get(p.mensagem_id) if p.mensagem_id else None,
            background=p.execucao_id in background,
            opened_at=p.aberta_em,
            known=slots.get(p.execucao_id, {}),
            shown=tuple(shown.get(p.execucao_id, ())),
            stands=tuple(stands.get(p.execucao_id, ())),
        )
        for p in perguntas
    ]


_NUMBERED = re.compile(r"^\d\. (.+)$", re.MULTILINE)


def context_of(
    questions: Sequence[Question],
    *,
    arrived: datetime,
    bot_text: str | None,
    calendar: Calendar,
    catalogue: Catalogue,
    outcome: str | None = None,
    asked: frozenset[Intent] = frozenset(),
    before: str = "",
) -> Context:
    """What a bare "10", "sim" or "quinta" would mean now: the newest open question decides."""
    question = next((q for q in questions if q.slot), None)
    offered = (
        tuple(datetime.fromisoformat(o["local"]) for o in question.options if "local" in o)
        if question
        else ()
    )
    attends = tuple(_attends(o) for o in question.options if "local" in o) if question and offered else ()
    labels = tuple(str(o["rotulo"]) for o in question.options) if question else ()
    if not questions:
        labels = tuple(_NUMBERED.findall(bot_text or ""))  # what Anna has just said that she can do
    return Context(
        reference_time=arrived,
        state=_state(question, offered) if question else State.NONE,
        bot_text=bot_text,
        slots=offered,
        attends=attends if all(attends) else (),
        shown=_shown_before(question, offered) if question else (),
        options=labels,
        calendar=calendar,
        catalogue=catalogue,
        outcome=outcome,
        about=_spoken_of(question, offered) if question else None,
        asked_day=_asked_day(question, offered) if question else None,
        asked=asked,
        before=before,
    )


def _shown_before(question: Question, offered: Sequence[datetime]) -> tuple[datetime, ...]:
    """On the clinic's wall clock, the starts that were offered before those that are now."""
    starts = (datetime.fromisoformat(start).replace(tzinfo=None) for start in question.shown)
    return tuple(start for start in starts if start not in offered)


def _attends(option: Mapping[str, Any]) -> str:
    """By name, who would attend at an offered time."""
    return str((option.get("vaga") or {}).get("profissional") or "")


def _spoken_of(question: Question, offered: Sequence[datetime]) -> tuple[date, date] | None:
    """The days that are offered, or wished so far: who says "em março" and then "dia 10" means March. Of few days, their whole weeks."""
    if offered:
        first, last = min(offered).date(), max(offered).date()
    else:
        wish = _wish_of(question)
        if wish.status is not WhenStatus.OK or not wish.date_start or not wish.date_end:
            return None
        first, last = wish.date_start, wish.date_end
    if last - first < timedelta(days=7):
        first, last = first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())
    return first, last


def _asked_day(question: Question, offered: Sequence[datetime]) -> date | None:
    """The one day that is wished, or of which all times are that are offered."""
    wish = _wish_of(question)
    if wish.date_start and wish.date_start == wish.date_end:
        return wish.date_start
    days = {start.date() for start in offered}
    return days.pop() if len(days) == 1 else None


def _wish_of(question: Question) -> When:
    """The wish for a day and an hour as far as it is known, whatever is asked at the moment."""
    kinds = dict(question.also) | dict(question.wanted)
    said = (question.known.get(slot) for slot, kind in kinds.items() if kind == "quando")
    return next((When.from_json(dict(wish)) for wish in said if isinstance(wish, Mapping)), When())


def _state(question: Question, offered: Sequence[datetime]) -> State:
    if offered:
        return State.OFFER_SLOTS
    kind = question.wanted.get(question.slot or "", "")
    if kind == "choice":
        if Nuance.WANTS_REMINDERS in question.accepts:
            return State.NONE  # a wish beside that menu corrects no booking
        return State.REMINDER if "confirm_attendance" in question.accepts else State.CONFIRM_BOOKING
    if kind == "quando" and _knows_day(question.known.get(question.slot or "")):
        return State.ASK_TIME
    return _STATES.get(kind, State.NONE)


def _knows_day(value: Any) -> bool:
    return isinstance(value, Mapping) and bool(value.get("date_start") or value.get("dates"))
