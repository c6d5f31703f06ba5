"""Judges a flow that can be read: whether every word in it exists, every step is reached, and no step waits for ever.

The words come from a `Vocabulary`, the results of a `call` from the other flows. All problems are reported at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from anna.errors import InvalidFlow
from anna.flows.definition import Flow, OnCall, OnCommand, OnNews, OnSchedule, Path, Start
from anna.flows.expressions import Condition, Moment, is_reference
from anna.flows.reading import Problem, nearest
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
    OnEvent,
    OnReply,
    OnResult,
    Send,
    Slot,
    Step,
    TriesOut,
    Wait,
)
from anna.flows.vocabulary import DROPPED, FAILED, Vocabulary
from anna.flows.ways import Ways

FEW: Final = 8
"""So many names are listed where none of them is alike."""

Names = Mapping[str, Collection[str]]

_ARM_KEY: Final[Mapping[type[Arm], str]] = {
    OnReply: "reply", OnEvent: "event", OnResult: "result", After: "after", At: "at", TriesOut: "tries", Always: "goto",
}  # fmt: skip
_TIMED: Final = (OnEvent, After, At)
_ALLOWED: Final[Mapping[str, tuple[type[Arm], ...]]] = {
    "ask": (OnReply, OnResult, TriesOut, Always, *_TIMED),
    "send": (OnResult, Always),
    "wait": (OnReply, Always, *_TIMED),
    "do": (OnResult, Always, *_TIMED),
    "call": (OnResult, Always, *_TIMED),
}


def problems_in(flow: Flow, vocabulary: Vocabulary, flows: Mapping[str, Flow]) -> tuple[Problem, ...]:
    """What does not hold in `flow`, in the order of its file; `flows` are all flows by name, for its calls."""
    checker = _Checker(flow, vocabulary, flows)
    checker.head()
    for place, step in enumerate(flow.steps):
        checker.step(("steps", place), step)
    checker.reach()
    return tuple(sorted(checker.problems, key=lambda problem: (problem.line, problem.column)))


def check_all(flows: Mapping[str, Flow], vocabulary: Vocabulary) -> None:
    """Raises InvalidFlow with one line per problem of all `flows`."""
    problems = [problem for flow in flows.values() for problem in problems_in(flow, vocabulary, flows)]
    if problems:
        raise InvalidFlow("\n".join(map(str, problems)))


@dataclass(slots=True)
class _Checker:
    flow: Flow
    words: Vocabulary
    flows: Mapping[str, Flow]
    problems: list[Problem] = field(default_factory=list)

    @property
    def ways(self) -> Ways:
        return Ways(self.flow, self.words, self.flows)

    def report(self, path: Path, expected: str, found: str, hint: str | None = None) -> None:
        line, column = self.flow.mark(path)
        self.problems.append(Problem(self.flow.file, line, column, expected, found, hint))

    def known(self, path: Path, name: str, names: Collection[str], what: str) -> bool:
        if name in names:
            return True
        hint = nearest(name, names)
        listed = f" ({', '.join(sorted(names))})" if names and len(names) <= FEW and not hint else ""
        self.report(path, what + listed, repr(name), hint)
        return False

    # -- names of facts --------------------------------------------------------------------------------------------------

    def _facts(self, *, begun: bool) -> Names:
        """What expressions may name: before the run has begun there are no slots and no results."""
        names: dict[str, Collection[str]] = {**self.words.facts, "trigger": self._trigger(), "heard": ()}
        if self.flow.callable:
            names["parent"] = ("id",)
        if not begun:
            return names
        for step in self.flow.steps:
            if isinstance(step, Do) and step.action in self.words.actions:
                for fact, attributes in self.words.actions[step.action].gives.items():
                    names[fact] = {*names.get(fact, ()), *attributes}
        types = self.words.slot_types
        names["slots"] = {
            name
            for slot, kind in self.flow.slots.items()
            for name in _with_attributes(slot, types.get(kind, ()))
        }
        return names

    def _trigger(self) -> Collection[str]:
        """What some way to start the flow brings; after another way it is nothing."""
        names = {"at", "name"}
        for start in self.flow.starts:
            if isinstance(start, OnCommand):
                names |= self.words.command_attributes
            for event in start.names if isinstance(start, OnNews) else ():
                names |= self.words.events[event].attributes if event in self.words.events else set()
        return names

    def fact(self, path: Path, name: str, *, begun: bool = True) -> bool:
        names = self._facts(begun=begun)
        head, _, attribute = name.partition(".")
        if not self.known(path, head, names, "the name of a fact"):
            return False
        return not attribute or self.known(path, attribute, names[head], f"an attribute of {head}")

    def expression(self, path: Path, value: Condition | Moment | None, *, begun: bool = True) -> None:
        if isinstance(value, Moment):
            if self.fact(path, value.path, begun=begun):
                self.known(path, value.path, self.words.instants, "the name of an instant")
            return
        for name in sorted(value.names() if value else ()):
            self.fact(path, name, begun=begun)

    # -- the head of the file ----------------------------------------------------------------------------------------------

    def head(self) -> None:
        for place, start in enumerate(self.flow.starts):
            self._start(("start", place), start)
        for place, name in enumerate(self.flow.key):
            if name.partition(".")[0] in ("trigger", "heard"):
                self.report(("key", place), "an id of a row, such as conversa.id", repr(name))
            else:
                self.fact(("key", place), name, begun=False)
        for place, stop in enumerate(self.flow.stops):
            path: Path = ("stop", place)
            self._each((*path, "event"), stop.events, self.words.events, "the name of an event")
            if stop.goto:
                self._goto((*path, "goto"), stop.goto)
            if stop.undo:
                self.known((*path, "undo"), stop.undo, self.words.actions, "the name of an action")

    def _start(self, path: Path, start: Start) -> None:
        self.expression((*path, "when"), start.when, begun=False)
        match start:
            case OnCommand():
                self._each((*path, "command"), start.names, self.words.commands, "the name of a command")
            case OnNews():
                self._each((*path, "event"), start.names, self.words.events, "the name of an event")
                self.expression((*path, "not_after"), start.not_after, begun=False)
            case OnSchedule():
                self.known(
                    (*path, "for_each"), start.for_each, self.words.populations, "the name of a population"
                )
            case OnCall():
                for name, kind in start.given.items():
                    self.known((*path, "with", name), kind, self._types(), "the type of a slot")
            case _:
                pass

    def _types(self) -> Collection[str]:
        return {*self.words.slot_types, CHOICE}

    def _each(self, path: Path, found: Iterable[str], names: Collection[str], what: str) -> None:
        for place, name in enumerate(found):
            self.known((*path, place), name, names, what)

    def _goto(self, path: Path, target: str) -> None:
        self.known(path, target, [step.id for step in self.flow.steps], "the id of a step")

    # -- steps ---------------------------------------------------------------------------------------------------------------

    def step(self, path: Path, step: Step) -> None:
        match step:
            case Ask():
                self._ask(path, step)
            case Send():
                self._template((*path, "send"), step.template)
                self._message(path, step)
            case Wait():
                self._wait(path, step)
            case Do():
                self._do(path, step)
            case Call():
                self._call(path, step)
            case Branch():
                self._branch(path, step)
            case End(emit=emit) if emit:
                self.known((*path, "end", "emit"), emit, self.words.events, "the name of an event")
            case _:
                pass
        self._arms(path, step)

    def _template(self, path: Path, name: str, *, options: bool = False) -> None:
        """`options` says that there are some to list where it is said."""
        self.known(path, name, self.words.templates, "the name of a template")
        if not options and name in self.words.lists:
            self.report(path, "a question with options ('of'), which this template lists", repr(name))
        if options and name in self.words.hides:
            self.report(path, "a template that lists the options in every wording", repr(name))

    def _message(self, path: Path, step: Ask | Send) -> None:
        self.expression((*path, "not_after"), step.not_after)
        for channel in step.channel:
            self.known((*path, "channel"), channel.value, self.words.channels, "a channel that is installed")
        if step.media:
            self.fact((*path, "media"), step.media)
            if not self.words.media:
                self.report((*path, "media"), "no media: nothing here can send any", repr(step.media))

    def _ask(self, path: Path, step: Ask) -> None:
        for place, slot in enumerate(step.slots):
            own = (*path, "ask", slot.name)
            self._slot(own if own in self.flow.marks else (*path, "ask", place), slot)
        self._message(path, step)
        self._nudge(path, step.nudge, step)
        self._in_time(path, step)
        results = {name for arm in step.then if isinstance(arm, OnResult) for name in arm.names}
        if step.not_after and DROPPED not in results:
            self.report(
                (*path, "not_after"), "an arm {result: dropped} for the question that is too late", "none"
            )
        if step.tries is None and any(isinstance(arm, TriesOut) for arm in step.then):
            self.report(path, "tries, since an arm counts on them", "none")

    def _slot(self, path: Path, slot: Slot) -> None:
        self.known((*path, "type"), slot.type, self._types(), "the type of a slot")
        self._template((*path, "prompt"), slot.prompt, options=bool(slot.options or slot.options_from))
        if self.words.options is not None:
            self._each((*path, "of"), slot.options, self.words.options, "an option that has a label")
        if slot.options_from:
            self.fact((*path, "of"), slot.options_from)
        if self.flow.slots[slot.name] != slot.type:
            self.report(
                (*path, "type"), f"one type per slot, {self.flow.slots[slot.name]!r}", repr(slot.type)
            )

    def _wait(self, path: Path, step: Wait) -> None:
        self.expression((*path, "wait", "until"), step.until)
        self._nudge(path, step.nudge, step)
        if step.until is None:
            self._in_time(path, step)

    def _nudge(self, path: Path, nudge: Nudge | None, step: Step) -> None:
        if nudge is None:
            return
        self._template((*path, "nudge", "prompt"), nudge.prompt)
        self.expression((*path, "nudge", "when"), nudge.when)
        first = min((arm.delay for arm in step.then if isinstance(arm, After)), default=None)
        if first is not None and nudge.after >= first:
            self.report((*path, "nudge", "after"), "a nudge before the arm that ends the wait", "a later one")

    def _in_time(self, path: Path, step: Step) -> None:
        if not any(isinstance(arm, After | At) for arm in step.then):
            self.report(path, "an arm of time ('after' or 'at'), so that nobody waits for ever", "none")

    def _do(self, path: Path, step: Do) -> None:
        self._args(path, step.args)
        if not self.known((*path, "do"), step.action, self.words.actions, "the name of an action"):
            return
        action = self.words.actions[step.action]
        for name in step.args:
            self.known((*path, "with", name), name, action.takes, f"what {step.action} takes")
        if step.rules and not action.rules:
            self.report((*path, "rules"), f"no rules: {step.action} does not score", "rules")
        for place, rule in enumerate(step.rules):
            self.expression((*path, "rules", place, "when"), rule.when)

    def _call(self, path: Path, step: Call) -> None:
        self._args(path, step.args)
        callable_ = {name for name, flow in self.flows.items() if flow.callable}
        if not self.known((*path, "call"), step.flow, callable_, "the name of a flow with {call: true}"):
            return
        for name in step.args:
            self.known(
                (*path, "with", name), name, self.flows[step.flow].given, f"a slot {step.flow} is given"
            )
        if self.flow.name in _called(step.flow, self.flows):
            self.report((*path, "call"), "a flow that does not lead back to this one", repr(step.flow))

    def _args(self, path: Path, args: Mapping[str, Json]) -> None:
        for name, value in args.items():
            if is_reference(value):
                self.fact((*path, "with", name), value)

    def _branch(self, path: Path, step: Branch) -> None:
        for place, way in enumerate(step.ways):
            self.expression((*path, "branch", place, "when"), way.when)
            self._goto((*path, "branch", place, "goto"), way.goto)
            if way.when is None and place < len(step.ways) - 1:
                self.report(
                    (*path, "branch", place), "the way without 'when' to be the last", "more ways below"
                )

    # -- arms ------------------------------------------------------------------------------------------------------------------

    def _arms(self, path: Path, step: Step) -> None:
        allowed = _ALLOWED.get(step.kind, ())
        if (
            isinstance(step, Do)
            and step.action in self.words.actions
            and self.words.actions[step.action].inside
        ):
            allowed = (OnResult, Always)
        taken: set[tuple[str, str]] = set()
        for place, arm in enumerate(step.then):
            key = _ARM_KEY[type(arm)]
            own: Path = (*path, "then", place)
            self._goto((*own, "goto"), arm.goto)
            if not isinstance(arm, allowed):
                self.report(own, f"an arm that can hold at {step.kind!r}", repr(key))
                continue
            if isinstance(arm, At):
                self.expression((*own, "at"), arm.moment)
            for number, name in enumerate(arm.names if isinstance(arm, OnReply | OnEvent | OnResult) else ()):
                where = (*own, key, number)
                if self._name(where, key, name, step) and (key, name) in taken:
                    self.report(where, f"a {key} that no arm above takes", repr(name))
                taken.add((key, name))

    def _name(self, path: Path, key: str, name: str, step: Step) -> bool:
        if key == "event":
            return self.known(path, name, self.words.events, "the name of an event")
        if key == "reply":
            options = (
                {option for slot in step.slots for option in slot.options} if isinstance(step, Ask) else set()
            )
            return self.known(
                path,
                name,
                {*self.words.commands, *self.flow.slots, *options},
                "a command, an option or a slot",
            )
        results = self.ways.results(step)
        return results is None or self.known(
            path, name, results | {FAILED} if isinstance(step, Do) else results, f"a result of {step.id}"
        )

    # -- reach -----------------------------------------------------------------------------------------------------------------

    def reach(self) -> None:
        """Report steps that nothing leads to, a last step that does not end, and a circle in which nothing waits."""
        places = {step.id: place for place, step in enumerate(self.flow.steps)}
        for name in self.ways.unreached():
            self.report(("steps", places[name]), f"a way to the step {name!r}", "none")
        last = self.flow.steps[-1]
        if self.ways.falls(last):
            self.report(("steps", places[last.id]), "an 'end' after the last step", repr(last.id))
        circle = self.ways.circle()
        if circle:
            self.report(
                ("steps", places[circle[0]]), "a step that waits (ask, wait, call) in every circle",
                " -> ".join([*circle, circle[0]]),
            )  # fmt: skip


def _with_attributes(name: str, attributes: Iterable[str]) -> Iterable[str]:
    return (name, *(f"{name}.{attribute}" for attribute in attributes))


def _called(name: str, flows: Mapping[str, Flow]) -> set[str]:
    """The flows that a run of `name` can come to call, itself included."""
    found: set[str] = set()
    todo = [name]
    while todo:
        one = todo.pop()
        if one in flows and one not in found:
            found.add(one)
            todo.extend(step.flow for step in flows[one].steps if isinstance(step, Call))
    return found
