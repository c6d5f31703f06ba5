"""The path of a conversation through its flow: where it has been, where it stands, where it goes if all goes well. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from anna.flows.ahead import expected
from anna.flows.engine import new_run
from anna.flows.steps import CHOICE, Ask, Call, Do, Step, Wait
from anna.web.demo_view import Leg, Rows, filled

MILESTONES = frozenset({"score_lead", "hold_slot", "book", "hand_off", "record_opt_out"})
"""Actions that are a station of the path; the others are how a station is reached."""


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
    return list(_once(step for step in before if step.id in done | left))


def _once(steps: Iterable[Step]) -> Iterator[Step]:
    """Each slot where it is first asked for: a question that was put again in other words is one station."""
    shown: frozenset[str] = frozenset()
    for step in steps:
        if not _slots(step) or not _slots(step) <= shown:
            yield step
        shown |= _slots(step)


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
