"""One move of a run: entering steps until something blocks it. The inside of `engine.advance`.

A `Walk` is made for one input and thrown away; all it changes is its own `run` and `effects`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from anna.flows.definition import Flow, Stop
from anna.flows.expressions import ExpressionError, Moment, is_reference, look_up
from anna.flows.model import (
    Act,
    CloseQuestion,
    DiscardMessage,
    Effect,
    Emit,
    Listen,
    OpenQuestion,
    Pending,
    Run,
    RunEnded,
    RunState,
    SendMessage,
    StartChild,
    StopChild,
    option_id,
)
from anna.flows.steps import (
    CHOICE,
    After,
    Always,
    Arm,
    Ask,
    At,
    Branch,
    Call,
    Do,
    End,
    Json,
    Nudge,
    OnReply,
    OnResult,
    Send,
    Slot,
    Step,
    Wait,
)
from anna.flows.view import plain, view
from anna.flows.vocabulary import DONE, DROPPED, FAILED, SENT, STOPPED

MAX_HOPS: Final = 50  # steps entered in one burst; more is a flow that runs in a circle
ANSWERED: Final = "answered"


@dataclass(frozen=True, slots=True)
class Deadline:
    """An instant at which time moves the run: by an arm, or by what the step itself does then (`until`, `held`, `nudge`)."""

    at: datetime
    does: After | At | str


@dataclass(slots=True)
class Walk:
    """The run on its way, and what it has asked for so far."""

    flow: Flow
    run: Run
    facts: Mapping[str, object]
    now: datetime
    effects: list[Effect] = field(default_factory=list)

    # -- what the run sees ---------------------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        return self.flow.step(self.run.step)

    def view(self) -> Mapping[str, object]:
        """What expressions may name just now."""
        return view(self.flow, self.run, self.facts)

    def missing(self, step: Ask) -> list[Slot]:
        """The slots the step still has to ask for, in order."""
        run = self.run
        return [slot for slot in step.slots if slot.name not in run.slots or slot.name in run.incomplete]

    def set(self, **changes: Any) -> None:
        self.run = replace(self.run, **changes)

    # -- moving --------------------------------------------------------------------------------------------------------

    def go(self, target: str | None) -> None:
        """Leave the current step and enter `target` and all that follows, until the run blocks or ends."""
        self.leave()
        while target is not None:
            if self.run.hops >= MAX_HOPS:
                self.fail(f"more than {MAX_HOPS} steps without waiting for anything")
                return
            target = self._enter(self.flow.step(target))

    def leave(self, why: str = "the caller went on") -> None:
        """Close what the current step has open."""
        run = self.run
        if not run.suspended:
            self.hush()
        if run.pending is Pending.CHILD:
            self.effects.append(StopChild(step=run.step, visit=run.visit, reason=why))
        if run.pending is not None:
            self.set(pending=None, wake_at=None)

    def done(self, step: Step, result: str) -> str | None:
        """Where a step that came to `result` leads; None when that is the end of the run."""
        self.set(results={**self.run.results, step.id: result})
        arm = _arm_for(step, result)
        if arm is not None:
            return arm.goto
        if result == FAILED:
            self.fail(f"{step.id}: failed, and no arm says what then")
            return None
        if result == STOPPED:
            self.end(RunState.PARADA, reason=f"{step.id}: the flow it called was stopped")
            return None
        below = self.flow.after(step.id)
        if below is None:
            self.end(RunState.ENCERRADA, outcome=DONE)
        return below

    def _enter(self, step: Step) -> str | None:
        run = self.run
        self.set(
            step=step.id, visit=run.visit + 1, hops=run.hops + 1, since=self.now, pending=None, wake_at=None,
            held_until=None, tries=0, nudged=False, options=(),
        )  # fmt: skip
        match step:
            case End():
                self._end(step)
                return None
            case Branch():
                ways = (way.goto for way in step.ways if way.when is None or way.when.holds(self.view()))
                return next(ways, None) or self.done(step, DONE)
            case Send():
                return self._send(step)
            case Ask():
                return self._ask(step)
            case _:
                return self._block(step)

    def _block(self, step: Step) -> str | None:
        """Enter a step that waits for something other than an answer, unless its time is over already."""
        due = self.due()
        if due is not None:
            return due.does.goto if isinstance(due.does, After | At) else self.done(step, DONE)
        key: dict[str, Any] = {"step": self.run.step, "visit": self.run.visit}
        pending = Pending.WAIT
        match step:
            case Do():
                rules = tuple(
                    {key: value for key, value in rule.to_json().items() if key != "when"}
                    for rule in step.rules
                    if rule.when.holds(self.view())
                )
                self.effects.append(Act(**key, action=step.action, args=self._args(step.args), rules=rules))
                pending = Pending.ACTION
            case Call():
                slots = {name: value for name, value in self._args(step.args).items() if value is not None}
                self.effects.append(StartChild(**key, flow=step.flow, slots=slots))
                pending = Pending.CHILD
            case _:
                self.listen(step)
        self.set(pending=pending)
        self.sleep()
        return None

    def _args(self, args: Mapping[str, Json]) -> dict[str, Json]:
        view = self.view()
        return {name: plain(look_up(view, arg)) if is_reference(arg) else arg for name, arg in args.items()}

    def _send(self, step: Send) -> str | None:
        run = self.run
        limit = self._late(step.not_after, step.template)
        if limit is None and step.not_after is not None:
            return self.done(step, DROPPED)
        self.effects.append(
            SendMessage(
                step=run.step,
                visit=run.visit,
                template=step.template,
                channels=step.channel,
                media=self._media(step.media),
                not_after=limit,
            )
        )
        return self.done(step, SENT)

    def _late(self, not_after: Moment | None, template: str) -> datetime | None:
        """The instant after which the message may not go; None when there is none, or when it is past (then discarded)."""
        if not_after is None:
            return None
        limit = not_after.at(self.view())
        if self.now <= limit:
            return limit
        run = self.run
        self.effects.append(
            DiscardMessage(step=run.step, visit=run.visit, template=template, not_after=limit)
        )
        return None

    def _media(self, path: str | None) -> Json:
        return plain(look_up(self.view(), path)) if path else None

    def _end(self, step: End) -> None:
        if step.emit:
            self.effects.append(Emit(step=self.run.step, visit=self.run.visit, event=step.emit))
        self.end(RunState.ENCERRADA, outcome=step.outcome)

    # -- asking ----------------------------------------------------------------------------------------------------------

    def _ask(self, step: Ask) -> str | None:
        # A choice belongs to the options it was made from: whoever comes back here is shown new ones.
        again = {slot.name for slot in step.slots if slot.type == CHOICE and slot.name in self.run.asked}
        self.set(slots={name: value for name, value in self.run.slots.items() if name not in again})
        if not self.missing(step):
            return self.done(step, ANSWERED)
        return self.put(step, lateness=True)

    def put(self, step: Ask, *, lateness: bool = False, resumed: bool = False) -> str | None:
        """Put the question for the first missing slot; an id to go to if its time is over.

        `lateness` heeds `not_after`: an answer to the patient's own message is never late.
        """
        self.set(since=self.now, held_until=None)
        due = self.due()
        if due is not None and isinstance(due.does, After | At):
            return due.does.goto
        slot = self.missing(step)[0]
        limit = self._late(step.not_after, slot.prompt) if lateness else None
        if lateness and limit is None and step.not_after is not None:
            return self.drop(step)
        options = self._options(slot)
        run = self.run
        self.set(pending=Pending.QUESTION, options=tuple(map(option_id, options)))
        if not run.suspended:
            self.set(asked=run.asked | {slot.name})
            wanted = {one.name: one.type for one in self.missing(step)}
            types = self.flow.slots.items()
            self.effects.append(
                OpenQuestion(
                    step=run.step,
                    visit=run.visit,
                    template=slot.prompt,
                    slot=slot.name,
                    type=slot.type,
                    wanted=wanted,
                    also={name: kind for name, kind in types if kind != CHOICE and name not in wanted},
                    partial=run.slots.get(slot.name),
                    options=options,
                    replies=_words(step),
                    again=run.tries,
                    resumed=resumed,
                    channels=step.channel,
                    media=self._media(step.media),
                    not_after=limit,
                )
            )
        self.sleep()
        return None

    def put_again(self, step: Ask, *, lateness: bool = False, resumed: bool = False) -> None:
        """Close the question and put what is missing now, as a new visit."""
        self.leave()
        self.set(visit=self.run.visit + 1)
        target = self.put(step, lateness=lateness, resumed=resumed)
        if target is not None:
            self.go(target)

    def listen(self, step: Step) -> None:
        """Let the patient's next words reach this wait, if it has arms for them."""
        words = _words(step)
        if words and not self.run.suspended:
            self.effects.append(Listen(step=self.run.step, visit=self.run.visit, replies=words))

    def hush(self) -> None:
        """Close the open question, if there is one; the run goes on waiting."""
        run = self.run
        if run.pending is Pending.QUESTION or (run.pending is Pending.WAIT and _words(self.step)):
            self.effects.append(CloseQuestion(step=run.step, visit=run.visit))

    def drop(self, step: Ask) -> str | None:
        """The question never reached the patient: take the arm for that, else wait for the other arms."""
        arm = _arm_for(step, DROPPED, always=False)
        self.set(results={**self.run.results, step.id: DROPPED})
        if arm is not None:
            return arm.goto
        self.set(pending=Pending.QUESTION, nudged=True)  # nobody is nudged about what they never saw
        self.sleep()
        return None

    def _options(self, slot: Slot) -> tuple[Json, ...]:
        if slot.type != CHOICE:
            return ()
        if slot.options_from is None:
            return slot.options
        options = look_up(self.view(), slot.options_from)
        if not isinstance(options, list | tuple) or not options:
            raise ExpressionError(f"{slot.options_from!r} has no options to choose from")
        return tuple(plain(option) for option in options)

    # -- time ------------------------------------------------------------------------------------------------------------

    def sleep(self) -> None:
        """Set `wake_at` to the next deadline."""
        self.set(wake_at=min((deadline.at for deadline in self.deadlines()), default=None))

    def due(self) -> Deadline | None:
        """The earliest deadline that has come, if any; of two at once the one written first, and a nudge last."""
        come = [deadline for deadline in self.deadlines() if deadline.at <= self.now]
        return min(come, key=lambda deadline: (deadline.does == "nudge", deadline.at), default=None)

    def deadlines(self) -> Iterator[Deadline]:
        """Every instant at which time alone would move the run from where it stands, in the order they are written."""
        run, step, view = self.run, self.step, self.view()
        if isinstance(step, Wait) and step.until is not None:
            yield Deadline(step.until.at(view), "until")
        for arm in step.then:
            if isinstance(arm, At):
                yield Deadline(arm.moment.at(view), arm)
            elif isinstance(arm, After) and run.held_until is None:
                yield Deadline(run.since + arm.delay, arm)
        if run.held_until is not None:
            yield Deadline(run.held_until, "held")
        elif isinstance(step, Ask | Wait) and step.nudge and self._may_nudge(step.nudge):
            yield Deadline(run.since + step.nudge.after, "nudge")

    def _may_nudge(self, nudge: Nudge) -> bool:
        """Once, and not about words of the patient that were not understood."""
        run = self.run
        still = not run.nudged and not run.suspended and not run.tries
        return still and (nudge.when is None or nudge.when.holds(self.view()))

    def nudge(self, step: Ask | Wait) -> None:
        """Repeat gently, once, while the step lasts; in silence if the step's message would be late."""
        ends = [deadline.at for deadline in self.deadlines() if isinstance(deadline.does, After | At)]
        if isinstance(step, Ask) and step.not_after:
            ends.append(step.not_after.at(self.view()))
        limit = min(ends, default=None)
        self.set(nudged=True)
        if step.nudge and (limit is None or self.now <= limit):
            run = self.run
            self.effects.append(
                SendMessage(
                    step=f"{run.step}/nudge", visit=run.visit, template=step.nudge.prompt, not_after=limit
                )
            )
        self.sleep()

    # -- ending ----------------------------------------------------------------------------------------------------------

    def end(self, state: RunState, *, outcome: str | None = None, reason: str | None = None) -> None:
        self.leave(reason or "the caller ended")
        self.set(state=state, outcome=outcome, reason=reason, pending=None, wake_at=None, held_until=None)
        self.effects.append(RunEnded(state=state, outcome=outcome, reason=reason))

    def fail(self, reason: str) -> None:
        self.end(RunState.FALHOU, reason=reason)

    def undo(self, *stops: Stop) -> None:
        """Ask for the undoing of these stops, each action once."""
        run = self.run
        for action in dict.fromkeys(stop.undo for stop in stops if stop.undo):
            self.effects.append(Act(step=f"{run.step}/{action}", visit=run.visit, action=action, undo=True))


def _arm_for(step: Step, result: str, *, always: bool = True) -> Arm | None:
    """The first arm that holds when a step came to `result`."""
    for arm in step.then:
        if isinstance(arm, OnResult) and result in arm.names:
            return arm
        if always and isinstance(arm, Always):
            return arm
    return None


def _words(step: Step) -> frozenset[str]:
    return frozenset(name for arm in step.then if isinstance(arm, OnReply) for name in arm.names)
