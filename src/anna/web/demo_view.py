"""What the demo page shows of one conversation, from its rows. Pure; every word people read is in the templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from anna.commands import When
from anna.conversation.replies import numbered
from anna.flows.ahead import expected, upcoming
from anna.flows.definition import Flow
from anna.flows.engine import new_run
from anna.flows.model import Run, RunState
from anna.flows.queries import Execucao
from anna.flows.steps import CHOICE, Ask, Call, Do, End, Send, Step, Wait
from anna.web.demo_queries import Acontecimento, Consulta, Conversa, Mensagem, Pontuacao, Servico, Turno

ARRIVED = frozenset({"aceita", "enviada", "entregue", "lida", "recebida"})
"""Statuses of messages that are on the phone."""

STANDING = frozenset({"reservado", "agendado", "confirmado", "realizado"})
MILESTONES = frozenset({"score_lead", "hold_slot", "book", "hand_off", "record_opt_out"})
"""Actions that are a station of the path; the others are how a station is reached."""


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
    scores: Sequence[Pontuacao] = ()
    acontecimentos: Sequence[Acontecimento] = ()
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
    """One message on the phone: its text before and after the options, when it has some. `new_day` begins a day."""

    key: str
    autor: str
    tipo: str
    before: str
    after: str
    options: tuple[Option, ...]
    at: datetime
    read: bool
    new_day: date | None


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
                number=number, id=str(option["id"]), rotulo=str(option["rotulo"]), open=message.aberta,
                chosen=(str(message.id), str(option["id"])) in chosen,
            )
            for number, option in enumerate(message.opcoes or (), start=1)
        )  # fmt: skip
        before, _, after = (message.texto or "").partition(
            numbered(option.rotulo for option in options) or "\0"
        )
        out.append(
            Bubble(
                key=str(message.id), autor=message.autor, tipo=message.tipo, before=before.strip(),
                after=after.strip(), options=options, at=at, read=message.desfecho is not None,
                new_day=at.date() if begins else None,
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


# -- the path --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A place on the way: `name` is a slot, an action or an event. `quote` is what the patient said there."""

    kind: str  # greeting | slot | choice | action | wait
    name: str
    state: str  # past | here | next
    quote: str | None = None
    number: int | None = None
    at: datetime | None = None
    result: str | None = None


def path(rows: Rows) -> list[Station]:
    """Where the conversation has been, where it stands, and where it goes if all goes well."""
    out: list[Station] = []
    if rows.conversa and rows.conversa.avisada_em:
        at = rows.conversa.avisada_em.astimezone(rows.zone)
        out.append(Station(kind="greeting", name="greeting", state="past", at=at))
    if rows.legs:
        out.extend(_of_leg(rows, rows.legs[0]))
    return out


def _of_leg(rows: Rows, leg: Leg) -> Iterator[Station]:
    passed = _passed(leg)
    for step in passed:
        yield from _of_step(rows, leg, step, "past")
    if not leg.live:
        return
    seen = {step.id for step in passed}
    for step in expected(leg.flow, leg.run, leg.facts, start=leg.run.step):
        if step.id not in seen:
            yield from _of_step(rows, leg, step, "here" if step.id == leg.run.step else "next")


def _passed(leg: Leg) -> list[Step]:
    """The steps behind the present one: those with a result, and questions that were left without one."""
    steps, run = leg.flow.steps, leg.run
    here = next((place for place, step in enumerate(steps) if step.id == run.step), len(steps))
    before = steps[:here] if leg.live else steps
    done = {step.id for step in before if step.id in run.results}
    present = {run.step} if leg.live else set[str]()
    told = {name for step in steps if step.id in done | present for name in _slots(step)}
    left = {
        step.id
        for step in before
        if not _slots(step) <= told and _slots(step) & (run.asked | run.slots.keys())
    }
    return [step for step in before if step.id in done | left]


def _slots(step: Step) -> frozenset[str]:
    return frozenset(slot.name for slot in step.slots) if isinstance(step, Ask) else frozenset()


def _of_step(rows: Rows, leg: Leg, step: Step, state: str) -> Iterator[Station]:
    match step:
        case Ask():
            yield from _of_ask(rows, leg, step, state)
        case Do(action=action) if action in MILESTONES:
            yield Station(kind="action", name=action, state=state, result=leg.run.results.get(step.id))
        case Wait():
            event = next((name for arm in step.then for name in getattr(arm, "names", ())), step.id)
            yield Station(kind="wait", name=event, state=state, result=leg.run.results.get(step.id))
        case Call():
            yield from _of_call(rows, leg, step, state)
        case _:
            return


def _of_call(rows: Rows, leg: Leg, step: Call, state: str) -> Iterator[Station]:
    called = [
        other for other in rows.legs if other.row.pai_id == leg.row.id and other.row.pai_passo == step.id
    ]
    if called:
        yield from _of_leg(rows, called[-1])
    elif state != "past" and step.flow in rows.flows:
        flow = rows.flows[step.flow]
        run = new_run(flow, key="", trigger=leg.run.trigger, now=rows.now)
        for ahead in expected(flow, run, leg.facts, start=flow.steps[0].id):
            yield from _of_step(rows, Leg(row=leg.row, flow=flow, run=run, facts=leg.facts), ahead, "next")


def _of_ask(rows: Rows, leg: Leg, step: Ask, state: str) -> Iterator[Station]:
    asked = False
    for slot in step.slots:
        answered = slot.name in leg.run.slots and slot.name not in leg.run.incomplete
        if answered:
            yield _answered(rows, leg, slot.name, choice=slot.type == CHOICE)
            continue
        if state == "past":
            yield Station(kind="slot", name=slot.name, state="past", result="silent")
            continue
        yield Station(
            kind="choice" if slot.type == CHOICE else "slot", name=slot.name,
            state="here" if state == "here" and not asked else "next",
        )  # fmt: skip
        asked = True


def _answered(rows: Rows, leg: Leg, slot: str, *, choice: bool) -> Station:
    kind = "choice" if choice else "slot"
    for turno in rows.turnos:
        if slot not in filled(turno):
            continue
        bound = turno.rota.get("ligada")
        if bound and bound["execucao"] == str(leg.row.id):
            number = _number(rows, bound["escolha"]) if choice else None
            return Station(kind=kind, name=slot, state="past", quote=turno.texto, number=number)
        if not bound and turno.rota.get("fluxo") == leg.flow.name:
            return Station(kind=kind, name=slot, state="past", quote=turno.texto)
    return Station(kind=kind, name=slot, state="past")


def _number(rows: Rows, option_id: str) -> int | None:
    for message in reversed(rows.mensagens):
        for number, option in enumerate(message.opcoes or (), start=1):
            if str(option["id"]) == option_id:
                return number
    return None


def filled(turno: Turno) -> frozenset[str]:
    """The slots this turn filled: those of the question it answered, or what the message that began a run said already."""
    bound = turno.rota.get("ligada")
    if bound:
        return frozenset(bound.get("respostas") or ())
    if turno.rota.get("regra") != "start":
        return frozenset()
    said = {"procedimentos": "procedure", "quando": "when", "telefone": "phone"}
    return frozenset(slot for slot, name in said.items() if turno.leitura.get(name))


# -- the four answers ------------------------------------------------------------------------------------------------------


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
        telefone=slots.get("telefone") or (rows.telefone if rows.conhecido else None),
        fresh=_fresh(rows),
    )


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
            case _ if step.kind == "branch":
                yield "branch", ""
            case _:
                continue
