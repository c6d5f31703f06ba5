"""Where the steps of a flow can lead: what is never reached, what runs out at the end, and what runs in a circle without waiting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from anna.flows.definition import Flow
from anna.flows.steps import CHOICE, Always, Ask, Branch, Call, Do, End, OnResult, Send, Step, Wait
from anna.flows.vocabulary import DONE, DROPPED, FAILED, SENT, STOPPED, Vocabulary


@dataclass(frozen=True, slots=True)
class Ways:
    """The steps of one flow as a graph; `flows` are all flows by name, for its calls."""

    flow: Flow
    words: Vocabulary
    flows: Mapping[str, Flow]

    def results(self, step: Step) -> frozenset[str] | None:
        """How a step can come out; None where that is unknown because its action or flow is."""
        match step:
            case Ask():
                return frozenset({DROPPED})
            case Send():
                return frozenset({SENT, DROPPED})
            case Do():
                return self.words.actions[step.action].results if step.action in self.words.actions else None
            case Call():
                child = self.flows.get(step.flow)
                return child.outcomes | {FAILED, STOPPED} if child else None
            case _:
                return frozenset({DONE})

    def falls(self, step: Step) -> bool:
        """Whether a step can lead to the one below it."""
        if isinstance(step, End):
            return False
        if isinstance(step, Branch):
            return all(way.when is not None for way in step.ways)
        if any(isinstance(arm, Always) for arm in step.then):
            return False
        if isinstance(step, Wait):
            return step.until is not None
        results = self.results(step) if isinstance(step, Do | Call | Send) else None
        taken = {name for arm in step.then if isinstance(arm, OnResult) for name in arm.names}
        return results is None or not results - {FAILED, STOPPED} <= taken

    def unreached(self) -> list[str]:
        """The steps that nothing leads to, in their order."""
        todo = [self.flow.steps[0].id, *(stop.goto for stop in self.flow.stops if stop.goto)]
        reached = self._from(todo, self._onward)
        return [step.id for step in self.flow.steps if step.id not in reached]

    def circle(self) -> list[str] | None:
        """The first steps that lead to each other without ever waiting, in their order; None when there are none."""
        for step in self.flow.steps:
            after = {one for target in self._at_once(step) for one in self._from([target], self._at_once)}
            if step.id in after:
                back = {one.id for one in self.flow.steps if step.id in self._from([one.id], self._at_once)}
                return [one.id for one in self.flow.steps if one.id in after & back]
        return None

    def _from(self, todo: list[str], leads: Callable[[Step], list[str]]) -> set[str]:
        found: set[str] = set()
        todo = list(todo)
        while todo:
            name = todo.pop()
            if name not in found and name in self.flow:
                found.add(name)
                todo.extend(leads(self.flow.step(name)))
        return found

    def _onward(self, step: Step) -> list[str]:
        """Every step that may come next."""
        targets = [way.goto for way in step.ways] if isinstance(step, Branch) else []
        return [*targets, *(arm.goto for arm in step.then), *self._below(step)]

    def _at_once(self, step: Step) -> list[str]:
        """Every step that may come next without anybody or anything being waited for."""
        match step:
            case Branch() | Send():
                return self._onward(step)
            case Do() if step.action in self.words.actions and self.words.actions[step.action].inside:
                return self._onward(step)
            case Ask() if all(slot.type != CHOICE for slot in step.slots):  # all of it may be known
                return [*(arm.goto for arm in step.then if isinstance(arm, Always)), *self._below(step)]
            case _:
                return []

    def _below(self, step: Step) -> list[str]:
        below = self.flow.after(step.id)
        return [below] if below and self.falls(step) else []
