"""What the demo page shows of one conversation, from its rows. Pure; every word people read is in the templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from anna.conversation.replies import numbered
from anna.flows.ahead import upcoming
from anna.flows.definition import Flow
from anna.flows.model import Run, RunState
from anna.flows.queries import Execucao
from anna.flows.steps import Ask, Branch, Call, Do, End, Send, Step
from anna.llm.queries import Interacao
from anna.web.demo_queries import Consulta, Conversa, Happening, Mensagem, Qualificacao, Servico
from anna.whatsapp.desk_queries import Turno
from anna.whatsapp.transcripts import words_in
from anna.when import When

ARRIVED = frozenset({"aceita", "enviada", "entregue", "lida", "recebida"})
"""Statuses of messages that are on the phone."""

STANDING = frozenset({"reservado", "agendado", "confirmado", "realizado"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One run of the shown tree with the flow it follows and what it knows."""

    row: Execucao
    flow: Flow
    run: Run
    facts: Mapping[str, object]

    @property
    def live(self) -> bool:
        return self.run.state is RunState.VIVA


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Everything that was read about one phone. `legs` begin with the root; `flows` are those a leg may still call."""

    now: datetime
    clinica: str
    fuso: str
    telefone: str
    conhecido: bool
    conversa: Conversa | None = None
    mensagens: Sequence[Mensagem] = ()
    turnos: Sequence[Turno] = ()
    legs: Sequence[Leg] = ()
    flows: Mapping[str, Flow] = field(default_factory=dict)
    consulta: Consulta | None = None
    scores: Sequence[Qualificacao] = ()
    happenings: Sequence[Happening] = ()
    questions: Sequence[Interacao] = ()  # to models, for the newest turno
    servicos: Mapping[str, Servico] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.fuso)


# -- the phone -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A numbered option; `open` ones may be tapped."""

    number: int
    id: str
    rotulo: str
    chosen: bool
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """One message on the phone: its text before and after the options, when it has some. `spoken`: the text was said aloud and
    written out. `new_day` begins a day."""

    key: str
    autor: str
    tipo: str
    before: str
    after: str
    options: tuple[Option, ...]
    at: datetime
    read: bool
    new_day: date | None
    spoken: bool = False


def bubbles(rows: Rows) -> list[Bubble]:
    """What is on the phone, oldest first."""
    chosen = _chosen(rows)
    shown = [message for message in rows.mensagens if message.status in ARRIVED]
    days = {message.criada_em.astimezone(rows.zone).date() for message in shown}
    today = rows.now.astimezone(rows.zone).date()
    out: list[Bubble] = []
    for message in shown:
        at = message.criada_em.astimezone(rows.zone)
        begins = days != {today} and (not out or out[-1].at.date() != at.date())
        options = tuple(
            Option(
                number=number, id=str(option["id"]), rotulo=str(option["rotulo"]), open=message.open,
                chosen=(str(message.id), str(option["id"])) in chosen,
            )
            for number, option in enumerate(message.opcoes or (), start=1)
        )  # fmt: skip
        heard = words_in(message.dados)
        before, _, after = (message.texto or heard or "").partition(
            numbered(option.rotulo for option in options) or "\0"
        )
        out.append(
            Bubble(
                key=str(message.id), autor=message.autor, tipo=message.tipo, before=before.strip(),
                after=after.strip(), options=options, at=at, read=message.desfecho is not None,
                new_day=at.date() if begins else None, spoken=heard is not None,
            )
        )  # fmt: skip
    return out


def _chosen(rows: Rows) -> set[tuple[str, str]]:
    """(message, option) of what was picked: the option belongs to the last message that offered it before the answer."""
    found = set()
    for turno in rows.turnos:
        bound = turno.rota.get("ligada")
        if not bound or not bound.get("escolha"):
            continue
        asked = [
            message
            for message in rows.mensagens
            if str(message.execucao_id) == bound["execucao"]
            and message.passo == bound["passo"]
            and message.turno_id != turno.id
            and message.criada_em <= turno.iniciado_em
            and any(str(option["id"]) == bound["escolha"] for option in message.opcoes or ())
        ]
        if asked:
            found.add((str(asked[-1].id), bound["escolha"]))
    return found


# -- the four answers ------------------------------------------------------------------------------------------------------


def filled(turno: Turno) -> frozenset[str]:
    """The slots this turn filled: those of the question it answered, or what the message that began a run said already."""
    bound = turno.rota.get("ligada")
    if bound:
        return frozenset(bound.get("respostas") or ())
    if turno.rota.get("regra") != "start":
        return frozenset()
    said = {"procedimentos": "procedure", "quando": "when", "telefone": "phone"}
    return frozenset(slot for slot, name in said.items() if turno.leitura.get(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The four answers as far as they are known; `fresh` are those the last turn brought."""

    procedimentos: tuple[str, ...] = ()
    inicio: datetime | None = None  # once there is a consulta, or a hold
    quando: When | None = None
    telefone: str | None = None
    fresh: frozenset[str] = frozenset()

    @property
    def data(self) -> bool:
        """Whether the day is known."""
        when = self.quando
        return self.inicio is not None or bool(when and (when.date_start or when.dates or when.date_end))

    @property
    def horario(self) -> bool:
        """Whether the hour, or the part of the day, is known."""
        return self.inicio is not None or bool(self.quando and self.quando.time_kind)

    @property
    def count(self) -> int:
        """How many of the four are known."""
        return sum((bool(self.procedimentos), self.data, self.horario, bool(self.telefone)))


def answers(rows: Rows) -> Answers:
    """What the shown runs hold; the consulta itself once there is one."""
    slots: dict[str, Any] = {}
    for leg in rows.legs:
        slots |= leg.run.slots
    consulta = rows.consulta if rows.consulta and rows.consulta.status in STANDING else None
    names = [rows.servicos[slug].nome for slug in slots.get("procedimentos") or () if slug in rows.servicos]
    return Answers(
        procedimentos=tuple(consulta.servicos if consulta else names),
        inicio=consulta.inicio.astimezone(rows.zone) if consulta else None,
        quando=When.from_json(slots["quando"]) if slots.get("quando") else None,
        telefone=slots.get("telefone") or _on_file(rows),
        fresh=_fresh(rows),
    )


def _on_file(rows: Rows) -> str | None:
    """The patient's telephone; of one who has not written yet, the number she will write from."""
    if rows.conversa and rows.conversa.telefone:
        return rows.conversa.telefone
    return rows.telefone if rows.conhecido else None


def _fresh(rows: Rows) -> frozenset[str]:
    if not rows.turnos:
        return frozenset()
    newest = rows.turnos[0]
    slots = filled(newest)
    said = newest.leitura.get("when") or {}
    found = {slot for slot in slots if slot != "quando"}
    if "quando" in slots and (said.get("date_start") or said.get("dates")):
        found.add("data")
    if "quando" in slots and said.get("time_kind"):
        found.add("horario")
    bound = newest.rota.get("ligada")
    if bound and "vaga" in slots and bound["escolha"] != "other_times":
        found |= {"data", "horario"}
    return frozenset(found)


# -- what happens by itself ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """At `at`, in `minutes`: a template is said once more, or these (kind, name) happen, unless somebody answers."""

    at: datetime
    minutes: int
    prompt: str | None = None
    does: tuple[tuple[str, str], ...] = ()


def ahead(rows: Rows) -> list[Ahead]:
    """What time alone will do, soonest first: the deadlines of the live runs, and the end of a hold."""
    found = [
        Ahead(
            at=item.at.astimezone(rows.zone),
            minutes=_minutes(rows, item.at),
            prompt=item.prompt,
            does=tuple(_does(item.steps)),
        )
        for leg in rows.legs
        for item in upcoming(leg.flow, leg.run, leg.facts, rows.now)
    ]
    consulta = rows.consulta
    if consulta and consulta.status == "reservado" and consulta.expira_em:
        lapse = Ahead(
            at=consulta.expira_em.astimezone(rows.zone),
            minutes=_minutes(rows, consulta.expira_em),
            does=(("lapse", f"{consulta.inicio.astimezone(rows.zone):%H:%M}"),),
        )
        found.append(lapse)
    if rows.conversa and rows.conversa.dono == "pessoa" and rows.conversa.dono_ate:
        until = rows.conversa.dono_ate
        found.append(
            Ahead(at=until.astimezone(rows.zone), minutes=_minutes(rows, until), does=(("return", ""),))
        )
    return sorted(found, key=lambda item: item.at)


def _minutes(rows: Rows, at: datetime) -> int:
    return max(0, round((at - rows.now).total_seconds() / 60))


def _does(steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    for step in steps:
        match step:
            case Do():
                yield "do", step.action
            case Send():
                yield "send", step.template
            case Ask():
                yield "ask", step.slots[0].name
            case Call():
                yield "call", step.flow
            case End() if len(steps) == 1:
                yield "end", step.outcome
            case Branch():
                yield "branch", ""
            case _:
                continue
