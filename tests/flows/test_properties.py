"""What holds for every flow, whatever happens to it in whatever order: the promises of `anna.flows.engine`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zlib import crc32

from hypothesis import given, settings, strategies as st
from typing_extensions import override

from anna.flows.definition import Flow
from anna.flows.engine import advance, new_run
from anna.flows.model import (
    Act,
    ActionResult,
    AskAgain,
    ChildEnded,
    DiscardMessage,
    Dropped,
    Effect,
    Happened,
    Input,
    Listen,
    OpenQuestion,
    Pending,
    Postponed,
    Reply,
    Resumed,
    Run,
    RunState,
    SendMessage,
    StartChild,
    Started,
    Stopped,
    Suspended,
    Tick,
    Trigger,
)
from anna.flows.steps import CHOICE
from anna.flows.walk import MAX_HOPS
from tests.flows.play import FLOWS, NOW, facts
from tests.flows.words import VOCABULARY

DATA = {
    "oferta": [{"id": "o1"}, {"id": "o2"}],
    "consultas": [{"id": "a1"}, {"id": "a2"}],
    "cupom": {"id": "q1"},
    "recomendacao": {"servicos": ["peeling"], "foto": None},
    "risco": {"score": 90},
}
ANSWERS: dict[str, Any] = {
    "servicos": ["botox"],
    "quando": {"date_start": None},
    "phone": "+55",
    "name": "Maria",
    "nps": 7,
    "text": "ok",
}
WORDS = sorted({*VOCABULARY.commands})
EVENTS = sorted(VOCABULARY.events)


@dataclass(frozen=True)
class Move:
    """Something that happens `minutes` after the last thing: a kind, and a number that picks the details."""

    minutes: int
    kind: str
    pick: int


LIKELY = (
    "tick", "word", "word", "answer", "answer", "choice", "unclear", "event", "event", "dropped",
    "postponed", "again", "suspended", "resumed", "child", "stopped", "stale",
)  # fmt: skip
moves = st.lists(
    st.builds(
        Move,
        minutes=st.sampled_from((0, 0, 1, 7, 30, 60, 240, 1500)),
        kind=st.sampled_from(LIKELY),
        pick=st.integers(0, 10_000),
    ),
    max_size=12,
)
names = st.sampled_from(sorted(FLOWS))
worlds = st.builds(
    lambda hours, conhecido, sinal, score: facts(
        consulta={
            "id": "a1", "inicio": NOW + timedelta(hours=hours), "revisao": 1, "status": "agendado", "sinal": sinal,
        },
        paciente={**facts()["paciente"], "conhecido": conhecido},
        lead={"id": "l1", "score": score, "dias_ate": None},
    ),
    hours=st.sampled_from((1, 3, 30, 90)), conhecido=st.booleans(), sinal=st.sampled_from((0, 100)),
    score=st.sampled_from((10, 50, 90)),
)  # fmt: skip


def choose(options: Any, pick: int) -> Any:
    ordered = sorted(options)
    return ordered[pick % len(ordered)]


@dataclass
class Game:
    """A run that is moved at random. Actions come out the same way whenever (step, visit) is the same."""

    flow: Flow
    world: dict[str, Any]
    slots: dict[str, Any] = field(default_factory=dict)
    now: datetime = NOW
    story: list[Effect] = field(default_factory=list)

    def __post_init__(self) -> None:
        trigger = Trigger(name="test", at=NOW)
        self.run = new_run(self.flow, key="k", trigger=trigger, now=NOW, slots=self.slots)
        self.feed(Started())

    def move(self, event: Input) -> tuple[Run, tuple[Effect, ...]]:
        return advance(self.flow, self.run, event, self.world, self.now)

    def feed(self, event: Input) -> None:
        """Move the run, and feed results back until it blocks on something else, as the runner does."""
        self.run, effects = self.move(event)
        self.story.extend(effects)
        if self.run.pending is Pending.ACTION and effects and isinstance(effects[-1], Act):
            act = effects[-1]
            results = {*VOCABULARY.actions[act.action].results, "failed"}
            result = choose(results, crc32(f"{act.step}{act.visit}".encode()))
            self.feed(ActionResult(step=act.step, visit=act.visit, result=result, data=DATA))

    def play(self, script: list[Move], tick: Ticker | None = None) -> Game:
        for one in script:
            until = self.now + timedelta(minutes=one.minutes)
            for self.now in tick(self, until) if tick else ():  # noqa: B020 (the clock of the game is what ticks)
                self.feed(Tick())
            self.now = until
            self.feed(READERS[one.kind](self, one.pick))
        return self

    # -- moves ---------------------------------------------------------------------------------------------------------

    @property
    def here(self) -> dict[str, Any]:
        return {"step": self.run.step, "visit": self.run.visit}

    def words(self) -> list[str]:
        return [name for arm in self.flow.step(self.run.step).then for name in getattr(arm, "names", ())]

    def word(self, pick: int) -> Input:
        return Reply(**self.here, said=frozenset({choose(self.words() or WORDS, pick)}))

    def answer(self, pick: int) -> Input:
        slots = {name: ANSWERS[kind] for name, kind in self.flow.slots.items() if kind != CHOICE}
        if not slots:
            return Reply(**self.here, unclear=True)
        name = choose(slots, pick)
        part = frozenset({name}) if pick % 5 == 0 else frozenset[str]()
        return Reply(**self.here, answers={name: slots[name]}, incomplete=part)

    def choice(self, pick: int) -> Input:
        return Reply(**self.here, choice=choose({*self.run.options, "affirm", "nobody"}, pick))

    def event(self, pick: int) -> Input:
        known = [name for name in self.words() if name in EVENTS] or EVENTS
        return Happened(id=f"{pick}", name=choose(known, pick), at=self.now, own=pick % 3 == 0)

    def child(self, pick: int) -> Input:
        outcomes = {"booked", "moved", "kept", "gave_up", "failed", "stopped"}
        return ChildEnded(**self.here, outcome=choose(outcomes, pick))

    def postponed(self, pick: int) -> Input:
        return Postponed(**self.here, until=self.now + timedelta(minutes=pick % 60 - 10))

    def stale(self, pick: int) -> Input:
        return Reply(step=self.run.step, visit=self.run.visit - 1, said=frozenset(WORDS), unclear=True)


Ticker = Callable[[Game, datetime], Iterator[datetime]]

READERS: dict[str, Callable[[Game, int], Input]] = {
    "tick": lambda game, pick: Tick(),
    "word": Game.word,
    "answer": Game.answer,
    "choice": Game.choice,
    "unclear": lambda game, pick: Reply(**game.here, unclear=True),
    "event": Game.event,
    "dropped": lambda game, pick: Dropped(**game.here, reason="opted_out"),
    "postponed": Game.postponed,
    "again": lambda game, pick: AskAgain(**game.here),
    "suspended": lambda game, pick: Suspended(),
    "resumed": lambda game, pick: Resumed(),
    "child": Game.child,
    "stopped": lambda game, pick: Stopped(reason="replaced") if pick % 4 == 0 else Tick(),
    "stale": Game.stale,
}


class Judged(Game):
    """Looks after each move."""

    @override
    def move(self, event: Input) -> tuple[Run, tuple[Effect, ...]]:
        before = self.run
        after, effects = super().move(event)
        assert super().move(event) == (after, effects), "not deterministic"
        assert after.visit >= before.visit
        assert after.hops <= MAX_HOPS
        if after.step != before.step or any(isinstance(item, OpenQuestion | StartChild) for item in effects):
            assert after.visit > before.visit
        if after is before:
            assert effects == ()
        if after.state is not RunState.VIVA:
            assert (after.pending, after.wake_at) == (None, None)
            assert after.outcome or after.reason
        elif after.pending in (Pending.QUESTION, Pending.WAIT):
            assert after.wake_at is not None, "nobody would ever wake it"
        else:
            assert after.pending is not None
        for item in effects:
            if isinstance(item, OpenQuestion):
                assert item.slot not in after.slots or item.slot in after.incomplete, "asked what is known"
        return after, effects


class Crashing(Game):
    """Loses its memory before each move, and has each input delivered twice."""

    @override
    def move(self, event: Input) -> tuple[Run, tuple[Effect, ...]]:
        self.run = through_json(self.run)
        after, effects = super().move(event)
        again = advance(self.flow, through_json(after), event, self.world, self.now)
        assert again == (after, ()), "the second delivery moved it"
        return after, effects


def through_json(run: Run) -> Run:
    return Run.from_json(json.loads(json.dumps(run.to_json())))


def each_minute(game: Game, until: datetime) -> Iterator[datetime]:
    now = game.now
    while now < until:
        now += timedelta(minutes=1)
        yield now


def when_due(game: Game, until: datetime) -> Iterator[datetime]:
    while game.run.wake_at is not None and game.run.wake_at <= until:
        yield max(game.now, game.run.wake_at)


KINDS: dict[type, str] = {
    OpenQuestion: "say", SendMessage: "say", DiscardMessage: "say", Act: "act", StartChild: "call", Listen: "hear",
}  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(name=names, script=moves, world=worlds)
def test_any_order_of_inputs_is_total_and_deterministic_and_leaves_no_run_stuck(name, script, world):
    game = Judged(FLOWS[name], world).play(script)
    keys = [(KINDS[type(item)], item.step, item.visit) for item in game.story if type(item) in KINDS]  # type: ignore[union-attr]
    assert len(keys) == len(set(keys)), "two messages, questions, actions or children under one key"


@settings(max_examples=200, deadline=None)
@given(name=names, script=moves, world=worlds)
def test_a_crash_between_any_two_inputs_and_a_second_delivery_change_nothing(name, script, world):
    calm, crashed = Game(FLOWS[name], world).play(script), Crashing(FLOWS[name], world).play(script)
    assert (calm.run, calm.story) == (crashed.run, crashed.story)


@settings(max_examples=120, deadline=None)
@given(name=names, script=moves, world=worlds)
def test_ticking_each_minute_or_only_when_due_comes_to_the_same_end(name, script, world):
    fine, coarse = (
        Game(FLOWS[name], world).play(script, each_minute),
        Game(FLOWS[name], world).play(script, when_due),
    )
    assert (fine.run, fine.story) == (coarse.run, coarse.story)


@settings(max_examples=100, deadline=None)
@given(name=names, script=moves, missing=st.sets(st.sampled_from(sorted(facts()))))
def test_facts_that_are_not_there_fail_the_run_and_never_raise(name, script, missing):
    Judged(FLOWS[name], {name: value for name, value in facts().items() if name not in missing}).play(script)


@settings(max_examples=200, deadline=None)
@given(name=names, script=moves, world=worlds, data=st.data())
def test_what_is_known_from_the_start_is_never_asked(name, script, world, data):
    slots = FLOWS[name].slots
    plain = sorted(slot for slot, kind in slots.items() if kind != CHOICE)
    known = data.draw(st.sets(st.sampled_from(plain))) if plain else set()
    script = [one for one in script if one.kind != "answer" or one.pick % 5]  # nobody takes half of it back
    game = Game(FLOWS[name], world, slots={slot: ANSWERS[slots[slot]] for slot in known}).play(script)
    asked = {item.slot for item in game.story if isinstance(item, OpenQuestion)}
    assert not asked & known
