"""What holds for every flow, whatever happens to it in whatever order: the promises of `anna.flows.engine`.

The games are worth nothing if every run is over after its first move, so the last test counts how far they get.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
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
    CloseQuestion,
    DiscardMessage,
    Dropped,
    Effect,
    Emit,
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
    StopChild,
    Stopped,
    Suspended,
    Tick,
    Trigger,
)
from anna.flows.steps import CHOICE, Branch, Call
from anna.flows.walk import MAX_HOPS
from tests.flows.play import FLOWS, NOW, facts
from tests.flows.words import VOCABULARY

DATA = {
    "oferta": [{"id": "o1"}, {"id": "o2"}],
    "consultas": [{"id": "a1"}, {"id": "a2"}],
    "esperas": [{"id": "w1"}, {"id": "w2"}],
    "mudanca": {"quando": None, "com": []},
    "perdida": {"procedimentos": ["botox"], "paga": False},
    "desmarcada": {"procedimentos": ["botox"], "quando": {"date_start": None}},
    "cada": {"dela": ["botox"], "da_outra": ["peeling"], "quando_dela": None, "quando_da_outra": None},
    "cupom": {"id": "q1"},
    "recomendacao": {"servicos": ["peeling"], "foto": None},
    "risco": {"score": 90},
}
ANSWERS: dict[str, Any] = {
    "servicos": ["botox"],
    "quando": {"date_start": None},
    "phone": "+55",
    "name": "Maria",
    "who": "both",
    "whose": "limpeza pra mim e botox pra ela",
    "nps": 7,
    "text": "ok",
}
BESIDE = frozenset({"worsens", "only_asked", "read_along", "coerced"})
WORDS = sorted({*VOCABULARY.commands})
EVENTS = sorted(VOCABULARY.events)


@dataclass(frozen=True)
class Move:
    """Something that happens `minutes` after the last thing: a kind, and a number that picks the details."""

    minutes: int
    kind: str
    pick: int


LIKELY = (
    "forward", "forward", "forward", "forward", "forward", "forward", "tick", "word", "answer", "choice", "unclear", "event",
    "dropped", "postponed", "again", "suspended", "resumed", "resumed", "child", "stopped", "stale",
)  # fmt: skip
MINUTES = (0, 0, 0, 0, 0, 0, 1, 7, 30, 60, 240, 1500)
ENOUGH = 3
"""So many moves are tried on a run that is over."""
UNLUCKY = 4
"""Of a hundred actions so many fail, also where no arm says what then."""


def world(luck: int, hours: int, known: bool, sinal: int, score: int, fatura: str | None) -> dict[str, Any]:
    """Facts of some day; `luck`, which no flow may name, decides how actions come out and what started the run."""
    consulta = {
        "id": "a1",
        "inicio": NOW + timedelta(hours=hours),
        "revisao": 1,
        "status": ("agendado", "confirmado", "expirado")[luck % 3],
        "sinal": sinal,
    }
    return facts(
        luck={"seed": luck},
        contato={**facts()["contato"], "saida": (None, None, None, "automaticas", "tudo")[luck % 5]},
        consulta=consulta,
        paciente={**facts()["paciente"], "conhecido": known},
        lead={"id": "l1", "score": score, "dias_ate": None},
        fatura=fatura
        and {
            "id": "f1",
            "status": fatura,
            "vence_em": NOW + timedelta(minutes=45),
            "substitui": bool(luck % 2),
        },
        transferencia={
            **facts()["transferencia"],
            "motivo": ("human", "emergency", "self_harm", "violence", "adverse_reaction")[luck % 5],
            "amparada": bool(luck % 3),
        },
        pedido={"id": "d1", "status": ("aberta", "encerrada")[luck % 2], "prazo_em": NOW + timedelta(days=4)},
    )


WORLD = (
    (1, 3, 30, 90),
    (False, True),
    (0, 100),
    (10, 50, 90),
    ("pendente", "pendente", "paga", "expirada", None),
)
Played = tuple[str, list[Move], dict[str, Any]]
WEIGHED = sorted(name for name, flow in FLOWS.items() for _ in flow.steps)


def played(seed: int) -> Played:
    """A whole game from one number: hypothesis alone tries the same few beginnings again and again."""
    dice = Random(seed)
    kinds = dice.choice(
        (LIKELY, ("forward",) * 20 + LIKELY, ("forward",) * 80 + LIKELY)
    )  # from moody to straight
    script = [
        Move(dice.choice(MINUTES), dice.choice(kinds), dice.randrange(10_000))
        for _ in range(dice.randint(3, 25))
    ]
    of_day: list[Any] = [dice.choice(values) for values in WORLD]
    return dice.choice(WEIGHED), script, world(seed, *of_day)


drawn = st.tuples(
    st.sampled_from(sorted(FLOWS)),
    st.lists(
        st.builds(
            Move, minutes=st.sampled_from(MINUTES), kind=st.sampled_from(LIKELY), pick=st.integers(0, 10_000)
        ),
        max_size=18,
    ),
    st.builds(world, st.integers(0, 10_000), *map(st.sampled_from, WORLD)),
)
plays = st.one_of(st.integers(0, 2**48).map(played), st.integers(0, 2**48).map(played), drawn)


def choose(options: Any, pick: int) -> Any:
    ordered = sorted(options)
    return ordered[pick % len(ordered)]


def causes(flow: Flow) -> list[str]:
    """What may have started a run of it: its commands and events, and the call."""
    return sorted({name for start in flow.starts for name in getattr(start, "names", ())} | {"call"})


@dataclass
class Game:
    """A run that is moved at random. Actions come out the same way whenever the luck and (step, visit) are the same."""

    flow: Flow
    world: dict[str, Any]
    slots: dict[str, Any] = field(default_factory=dict)
    now: datetime = NOW
    story: list[Effect] = field(default_factory=list)

    def __post_init__(self) -> None:
        name = choose(causes(self.flow), self.luck("trigger"))
        data = {"safety": "self_harm"} if self.luck("safety") % 9 == 0 else {}
        trigger = Trigger(name=name, at=NOW, data={**data, "pergunta": bool(self.luck("pergunta") % 2)})
        beside = BESIDE if self.luck("heard") % 4 == 0 else frozenset[str]()
        self.run = new_run(self.flow, key="k", trigger=trigger, now=NOW, slots=self.slots, heard=beside)
        self.feed(Started())

    def move(self, event: Input) -> tuple[Run, tuple[Effect, ...]]:
        return advance(self.flow, self.run, event, self.world, self.now)

    def feed(self, event: Input) -> None:
        """Move the run, and feed results back until it blocks on something else, as the runner does."""
        self.run, effects = self.move(event)
        self.story.extend(effects)
        if self.run.pending is Pending.ACTION and effects and isinstance(effects[-1], Act):
            act = effects[-1]
            lot = self.luck(f"{act.step}{act.visit}")
            results = VOCABULARY.actions[act.action].results
            result = "failed" if lot % 100 < UNLUCKY else choose(results, lot // 100)
            data = {
                **DATA,
                "mudanca": {"quando": ANSWERS["quando"] if lot // 1000 % 3 == 0 else None, "com": []},
                "perdida": {"procedimentos": ["botox"], "paga": lot // 1000 % 2 == 0},
            }
            self.feed(ActionResult(step=act.step, visit=act.visit, result=result, data=data))

    def play(self, script: list[Move], tick: Ticker | None = None) -> Game:
        over = 0
        for one in script:
            over += self.run.state is not RunState.VIVA
            if over > ENOUGH:
                break
            until = self.now + timedelta(minutes=one.minutes)
            for self.now in tick(self, until) if tick else ():  # noqa: B020 (the clock of the game is what ticks)
                self.feed(Tick())
            self.now = until
            self.feed(READERS[one.kind](self, one.pick))
        return self

    def luck(self, what: str) -> int:
        return crc32(f"{self.world.get('luck', {}).get('seed', 0)} {what}".encode())

    def spoken(self, kind: str) -> Any:
        """What the patient of this game says to a question of that kind."""
        return (
            ("both", "both", "both", "more", "kin")[self.luck("who") % 5] if kind == "who" else ANSWERS[kind]
        )

    # -- moves ---------------------------------------------------------------------------------------------------------

    @property
    def here(self) -> dict[str, Any]:
        return {"step": self.run.step, "visit": self.run.visit}

    def words(self) -> list[str]:
        return [name for arm in self.flow.step(self.run.step).then for name in getattr(arm, "names", ())]

    def forward(self, pick: int) -> Input:
        """What somebody who wants to get somewhere would do."""
        if self.run.suspended:
            return Resumed()
        match self.run.pending:
            case Pending.CHILD:
                return self.child(pick)
            case Pending.WAIT:
                return self.event(pick) if pick % 2 else self.word(pick)
            case _ if self.run.options:
                return self.choice(pick)
            case _:
                return self.answer(pick)

    def word(self, pick: int) -> Input:
        return Reply(**self.here, said=frozenset({choose(self.words() or WORDS, pick)}))

    def answer(self, pick: int) -> Input:
        slots = {name: self.spoken(kind) for name, kind in self.flow.slots.items() if kind != CHOICE}
        if not slots:
            return Reply(**self.here, unclear=True)
        missing = [name for name in slots if name not in self.run.slots]
        name = choose(missing or slots, pick)
        part = frozenset({name}) if pick % 5 == 0 else frozenset[str]()
        value = pick % 11 if self.flow.slots[name] == "nps" else slots[name]
        return Reply(**self.here, answers={name: value}, incomplete=part)

    def choice(self, pick: int) -> Input:
        shown = self.run.options if pick % 8 and self.run.options else ("affirm", "nobody")
        return Reply(**self.here, choice=choose(shown, pick))

    def event(self, pick: int) -> Input:
        stops = [name for stop in self.flow.stops for name in stop.events]
        known = [name for name in self.words() if name in EVENTS] or EVENTS
        if stops and pick % 10 == 0:
            known = stops
        return Happened(id=f"{pick}", name=choose(known, pick), at=self.now, own=pick % 3 == 0)

    def child(self, pick: int) -> Input:
        step = self.flow.step(self.run.step)
        outcomes = FLOWS[step.flow].outcomes if isinstance(step, Call) else frozenset({"booked"})
        outcomes |= {"failed", "stopped"} if pick % 10 == 0 else frozenset()
        return ChildEnded(**self.here, outcome=choose(outcomes, pick))

    def postponed(self, pick: int) -> Input:
        return Postponed(**self.here, until=self.now + timedelta(minutes=pick % 60 - 10))

    def stale(self, pick: int) -> Input:
        return Reply(step=self.run.step, visit=self.run.visit - 1, said=frozenset(WORDS), unclear=True)


Ticker = Callable[[Game, datetime], Iterator[datetime]]

READERS: dict[str, Callable[[Game, int], Input]] = {
    "forward": Game.forward,
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
    "stopped": lambda game, pick: Stopped(reason="replaced") if pick % 9 == 0 else Tick(),
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


@settings(max_examples=800)
@given(play=plays)
def test_any_order_of_inputs_is_total_and_deterministic_and_leaves_no_run_stuck(play):
    name, script, world = play
    game = Judged(FLOWS[name], world).play(script)
    keys = [(KINDS[type(item)], item.step, item.visit) for item in game.story if type(item) in KINDS]  # type: ignore[union-attr]
    assert len(keys) == len(set(keys)), "two messages, questions, actions or children under one key"


@settings(max_examples=600)
@given(play=plays)
def test_a_crash_between_any_two_inputs_and_a_second_delivery_change_nothing(play):
    name, script, world = play
    calm, crashed = Game(FLOWS[name], world).play(script), Crashing(FLOWS[name], world).play(script)
    assert (calm.run, calm.story) == (crashed.run, crashed.story)


@settings(max_examples=300)
@given(play=plays)
def test_ticking_each_minute_or_only_when_due_comes_to_the_same_end(play):
    name, script, world = play
    fine, coarse = (
        Game(FLOWS[name], world).play(script, each_minute),
        Game(FLOWS[name], world).play(script, when_due),
    )
    assert (fine.run, fine.story) == (coarse.run, coarse.story)


@settings(max_examples=300)
@given(play=plays, missing=st.sets(st.sampled_from(sorted(facts()))))
def test_facts_that_are_not_there_fail_the_run_and_never_raise(play, missing):
    name, script, world = play
    known = {fact: value for fact, value in world.items() if fact not in missing}
    Judged(FLOWS[name], known).play(script)


@settings(max_examples=200)
@given(play=plays, data=st.data())
def test_what_is_known_from_the_start_is_never_asked(play, data):
    name, script, world = play
    slots = FLOWS[name].slots
    plain = sorted(slot for slot, kind in slots.items() if kind != CHOICE)
    known = data.draw(st.sets(st.sampled_from(plain))) if plain else set()
    answers = {"answer", "forward"}
    script = [
        one for one in script if one.kind not in answers or one.pick % 5
    ]  # nobody takes half of it back
    game = Game(FLOWS[name], world, slots={slot: ANSWERS[slots[slot]] for slot in known}).play(script)
    asked = {item.slot for item in game.story if isinstance(item, OpenQuestion)}
    assert not asked & known


# -- how far the games get -------------------------------------------------------------------------------------------------------


class Counted(Judged):
    """Counts what moved a run, what it asked for, and where it has been."""

    def __init__(self, flow: Flow, world: dict[str, Any], seen: Counter[str]) -> None:
        self.seen = seen
        super().__init__(flow, world)

    @override
    def move(self, event: Input) -> tuple[Run, tuple[Effect, ...]]:
        before = self.run
        after, effects = super().move(event)
        what = type(event).__name__
        self.seen[
            f"{what} to a run that is over" if before.state is not RunState.VIVA else f"{what} to a live run"
        ] += 1
        if after is not before:
            self.seen[f"{what} moves"] += 1
            if before.suspended and what not in ("Resumed", "Suspended"):
                self.seen[f"{what} moves in the back"] += 1
            if before.held_until:
                self.seen["a held question moves"] += 1
        for effect in effects:
            self.seen[type(effect).__name__] += 1
        for step in {after.step, *after.results}:
            self.seen[f"{self.flow.name}.{step}"] += 1
        if after.state is not RunState.VIVA and before.state is RunState.VIVA:
            self.seen[after.state.value] += 1
        return after, effects


def test_the_games_reach_what_there_is_to_reach():
    seen: Counter[str] = Counter()
    steps = {
        f"{name}.{step.id}"
        for name, flow in FLOWS.items()
        for step in flow.steps
        if not isinstance(step, Branch)
    }  # a branch that takes a way is passed without a trace
    dice = Random(7)
    for _ in range(64 * len(steps)):
        name, script, world = played(dice.getrandbits(48))
        Counted(FLOWS[name], world, seen).play(script, when_due)
    missing = sorted(steps - seen.keys())
    assert len(missing) <= len(steps) // 40, missing
    for what in (
        "Started", "ActionResult", "ChildEnded", "Reply", "Happened", "Dropped", "Postponed", "AskAgain", "Suspended", "Resumed",
        "Stopped", "Tick",
    ):  # fmt: skip
        assert seen[f"{what} moves"] >= 5, what
    for effect in (
        OpenQuestion,
        Listen,
        CloseQuestion,
        SendMessage,
        DiscardMessage,
        Act,
        StartChild,
        StopChild,
        Emit,
    ):
        assert seen[effect.__name__], effect
    assert seen["Tick moves in the back"] + seen["Happened moves in the back"] >= 5
    assert seen["a held question moves"] >= 5
    alive = sum(number for what, number in seen.items() if what.endswith("to a live run"))
    assert alive > sum(number for what, number in seen.items() if what.endswith("is over")), (
        "most moves meet a run"
    )
    assert seen["falhou"] < seen["encerrada"], "most runs end well"
