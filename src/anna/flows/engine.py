"""The engine: `advance(flow, run, input, facts, now) -> (run, effects)`, pure and total.

The runner that surrounds it, per turn or wake-up and in one transaction:

1. begins a run: `starting(flow, cause, facts, now)` says whether and by which start; `run_key(flow, facts)` its key (at most
   one live run per flow and key); `held_out(flow, start, key)` whether it is left out; `meet(...)` what its lane says about
   the live talk run; then `new_run(...)` and the input `Started`.
2. feeds inputs (`model.Input`) to `advance` and carries out the effects (`model.Effect`) in order. After `Act` the run is
   blocked: the result of an inside action is fed back at once as `ActionResult`, that of an outside one when it arrives;
   an outside action nobody needs to wait for may be fed back as `done` when its row is written. Undo acts have no result.
3. stores the run. `wake_at` is when the next `Tick` is due; before it a Tick changes nothing. It is None where nothing is
   due by time, and past only where an input overtook a deadline. A Tick reads the facts anew: what was put off stays put off.

What can be relied upon:

- An input that means nothing to the run (stale visit, early Tick, an event nobody waits for, any input to a run that is
  over) returns *the same object* and no effects. Feeding the last input twice, or a run that went through JSON, changes
  nothing. Events that nobody waits for are not kept: a flow that needs to know what was before looks at the facts.
- Facts that are unknown, or are no instant where one is needed, end the run as `falhou` with the reason; nothing is raised.
- An input that is at hand wins over a deadline that nobody noticed yet; feed a Tick first where that is not wanted.
- Late means past `not_after`, `DiscardMessage` records it. It is judged when the message is planned and again by the door.
- `visit` only rises, and (run, step, visit) names each message, question, action and child once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from anna.flows.definition import Flow, Stop
from anna.flows.expressions import ExpressionError
from anna.flows.model import (
    ActionResult,
    AskAgain,
    ChildEnded,
    Dropped,
    Effect,
    Happened,
    Input,
    Pending,
    Postponed,
    Reply,
    Resumed,
    Run,
    RunState,
    Started,
    Stopped,
    Suspended,
    Tick,
    Trigger,
)
from anna.flows.steps import CHOICE, After, Ask, At, Json, OnEvent, OnReply, TriesOut, Wait
from anna.flows.vocabulary import DONE
from anna.flows.walk import Walk

LEAST_HOLD: Final = timedelta(minutes=1)


def new_run(
    flow: Flow,
    *,
    key: str,
    trigger: Trigger,
    now: datetime,
    slots: Mapping[str, Json] | None = None,
    incomplete: frozenset[str] = frozenset(),
    heard: frozenset[str] = frozenset(),
) -> Run:
    """A run that has not moved yet. `slots` are what the first message answered, or what the caller gave; `heard` are all
    commands of that message, the one that started the run among them.
    """
    answered = {name: value for name, value in (slots or {}).items() if name in flow.slots}
    return Run(
        flow=flow.name,
        version=flow.version,
        key=key,
        trigger=trigger,
        since=now,
        slots=answered,
        incomplete=incomplete & answered.keys(),
        heard=heard | {trigger.name},
    )


def advance(
    flow: Flow, run: Run, event: Input, facts: Mapping[str, object], now: datetime
) -> tuple[Run, tuple[Effect, ...]]:
    """The run after `event`, and what it asks for, in order. ValueError if `flow` is not the run's own version."""
    if (flow.name, flow.version) != (run.flow, run.version):
        raise ValueError(f"a run of {run.flow} v{run.version} cannot go on with {flow.name} v{flow.version}")
    if run.state is not RunState.VIVA or (run.visit == 0) != isinstance(event, Started):
        return run, ()
    walk = Walk(flow, run, facts, now)
    try:
        _take(walk, event)
    except ExpressionError as problem:
        walk.fail(f"{walk.run.step}: {problem}")
    return walk.run, tuple(walk.effects)


def rest_until(
    flow: Flow, run: Run, facts: Mapping[str, object], *, now: datetime, morning: datetime
) -> datetime | None:
    """Until when a wake-up of `run` at `now`, within quiet hours that end at `morning`, is put off; None where it is not.

    What is counted from the patient's silence can wait for the morning, a nudge too (FLOWS rule 3). An instant that a row names
    cannot: a payment is due when it is due.
    """
    if run.state is not RunState.VIVA or not run.visit:
        return None
    walk = Walk(flow, run, facts, now)
    try:
        due, deadlines = walk.due(), tuple(walk.deadlines())
    except ExpressionError:
        return None
    instants = [deadline.at for deadline in deadlines if isinstance(deadline.does, At)]
    counted = due is not None and (isinstance(due.does, After) or due.does == "nudge")
    return min([morning, *instants]) if counted and all(at > now for at in instants) else None


def stops(flow: Flow, run: Run, event: Happened) -> Stop | None:
    """The stop of `flow` that `event` means for the run; what its own tree caused never stops it."""
    if run.state is not RunState.VIVA or event.own:
        return None
    return next((stop for stop in flow.stops if event.name in stop.events), None)


def concerns(held: Mapping[str, str], named: Mapping[str, str]) -> bool:
    """Whether an event reaches a run: of the ids both have, at least one, all are equal (FLOWS rule 2)."""
    common = held.keys() & named.keys()
    return bool(common) and all(held[name] == named[name] for name in common)


def _take(walk: Walk, event: Input) -> None:
    match event:
        case Started():
            walk.go(walk.flow.steps[0].id)
        case ActionResult():
            _result(walk, event, Pending.ACTION, event.result)
        case ChildEnded():
            _result(walk, event, Pending.CHILD, event.outcome)
        case Reply():
            _reply(walk, event)
        case Happened():
            _happened(walk, event)
        case Tick():
            _tick(walk)
        case Suspended() | Resumed():
            _shelve(walk, event)
        case Stopped():
            walk.undo(*walk.flow.stops)
            walk.end(RunState.PARADA, reason=event.reason)
        case Dropped() | Postponed() | AskAgain():
            _question(walk, event)


def _current(run: Run, event: ActionResult | ChildEnded | Reply | Dropped | Postponed | AskAgain) -> bool:
    return (run.step, run.visit) == (event.step, event.visit)


def _result(walk: Walk, event: ActionResult | ChildEnded, pending: Pending, result: str) -> None:
    run = walk.run
    if not _current(run, event) or run.pending is not pending:
        return
    walk.set(pending=None, wake_at=None, data={**run.data, **event.data})
    walk.go(walk.done(walk.step, result))


def _happened(walk: Walk, event: Happened) -> None:
    run = walk.run
    if event.id == run.last_event:
        return
    stop = stops(walk.flow, run, event)
    if stop is not None:
        walk.set(last_event=event.id, hops=0)
        walk.undo(stop)
        if stop.goto is None:
            walk.end(RunState.PARADA, reason=event.name)
        else:
            walk.go(stop.goto)
        return
    arms = (arm for arm in walk.step.then if isinstance(arm, OnEvent) and event.name in arm.names)
    arm = next(arms, None)
    if arm is not None:
        walk.set(last_event=event.id, hops=0)
        walk.go(arm.goto)


def _tick(walk: Walk) -> None:
    run = walk.run
    if run.wake_at is None or walk.now < run.wake_at:
        return
    due, step = walk.due(), walk.step
    walk.set(hops=0)
    match due.does if due else None:
        case After() | At() as arm:
            walk.go(arm.goto)
        case "until":
            walk.go(walk.done(step, DONE))
        case "held" if isinstance(step, Ask):
            walk.put_again(step, lateness=True)
        case "nudge" if isinstance(step, Ask | Wait):
            walk.nudge(step)
        case _:  # the facts moved it away
            walk.sleep()


def _shelve(walk: Walk, event: Suspended | Resumed) -> None:
    away = isinstance(event, Suspended)
    if walk.run.suspended == away:
        return
    if away:
        walk.hush()
    walk.set(suspended=away)
    step, pending = walk.step, walk.run.pending
    if not away and pending is Pending.QUESTION and isinstance(step, Ask):
        walk.set(hops=0)
        walk.put_again(step, lateness=True, resumed=True)
        return
    if not away and pending is Pending.WAIT:
        walk.set(visit=walk.run.visit + 1)  # each opening of a question has a key of its own
        walk.listen(step)
    walk.sleep()


def _question(walk: Walk, event: Dropped | Postponed | AskAgain) -> None:
    run, step = walk.run, walk.step
    if not _current(run, event) or run.pending is not Pending.QUESTION or not isinstance(step, Ask):
        return
    match event:
        case Dropped():
            target = walk.drop(step)
            if target is not None:
                walk.go(target)
        case Postponed():
            walk.set(held_until=max(event.until, walk.now + LEAST_HOLD))
            walk.sleep()
        case AskAgain() if not run.suspended:
            walk.put_again(step, resumed=True)
        case _:
            pass


# -- replies -----------------------------------------------------------------------------------------------------------------


def _reply(walk: Walk, event: Reply) -> None:
    run, step = walk.run, walk.step
    if not _current(run, event) or run.suspended or run.pending not in {Pending.QUESTION, Pending.WAIT}:
        return
    answers = _answers(walk, event)
    picked = _picked(walk, event)
    said = {event.choice} if event.choice and picked == event.choice else event.said | answers.keys()
    filled = _fill(walk, answers, event.incomplete, picked)
    filled = replace(filled, heard=run.heard | event.said)
    arm = next((arm for arm in step.then if isinstance(arm, OnReply) and said & set(arm.names)), None)
    if arm is not None:
        walk.run = replace(filled, hops=0)
        walk.go(arm.goto)
    elif isinstance(step, Ask):
        _answer(walk, step, event, filled)


def _answer(walk: Walk, step: Ask, event: Reply, filled: Run) -> None:
    """A reply that no arm waits for: it answers, wholly or in part, or is no answer."""
    before = walk.run
    if (filled.slots, filled.incomplete) != (before.slots, before.incomplete):
        walk.run = replace(filled, tries=0, hops=0)
        if walk.missing(step):
            walk.put_again(step)
        else:
            walk.go(walk.done(step, "answered"))
    elif event.unclear or event.choice is not None:
        walk.run = replace(filled, tries=before.tries + 1, hops=0)
        if step.tries is None or walk.run.tries < step.tries:
            walk.put_again(step)
            return
        out = next((arm.goto for arm in step.then if isinstance(arm, TriesOut)), None)
        walk.go(out or walk.done(step, "out"))


def _answers(walk: Walk, event: Reply) -> dict[str, Json]:
    """The answers this flow has slots for. A choice is made by its option only."""
    types = walk.flow.slots
    return {name: value for name, value in event.answers.items() if types.get(name, CHOICE) != CHOICE}


def _picked(walk: Walk, event: Reply) -> str | None:
    """The option of the open question that the reply chose: tapped or numbered, or said in words and no other with it."""
    step = walk.step
    if not isinstance(step, Ask):
        return event.choice
    slot = walk.missing(step)[0]
    if slot.type != CHOICE:
        return None
    options = frozenset(walk.run.options)
    if event.choice is not None:
        return event.choice if event.choice in options else None
    named = options & event.said
    return next(iter(named)) if len(named) == 1 else None


def _fill(walk: Walk, answers: Mapping[str, Json], incomplete: frozenset[str], picked: str | None) -> Run:
    run, step = walk.run, walk.step
    chosen = {walk.missing(step)[0].name: picked} if picked is not None and isinstance(step, Ask) else {}
    if not answers and not chosen:
        return run
    whole = frozenset(answers) - incomplete
    return replace(
        run,
        slots={**run.slots, **answers, **chosen},
        incomplete=(run.incomplete - whole) | (incomplete & frozenset(answers)),
    )
