"""Plays a run by hand: feeds inputs as the runner would, keeps what was asked for, and looks after what always holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from anna.flows.definition import Flow
from anna.flows.engine import advance, new_run
from anna.flows.expressions import parse_duration
from anna.flows.model import (
    Act,
    ActionResult,
    ChildEnded,
    DiscardMessage,
    Dropped,
    Effect,
    Happened,
    Input,
    OpenQuestion,
    Pending,
    Reply,
    Run,
    RunState,
    SendMessage,
    StartChild,
    Started,
    Tick,
    Trigger,
)
from anna.flows.steps import Json
from tests.flows.words import thirteen

NOW = datetime(2026, 11, 3, 13, 0, tzinfo=UTC)  # a Tuesday, 10:00 in São Paulo
FLOWS = thirteen()


def facts(**changes: Any) -> dict[str, Any]:
    """Facts of an ordinary clinic day; a consulta in three days."""
    known: dict[str, Any] = {
        "clinica": {"id": "k1", "lembrete_2h_sempre": False},
        "conversa": {"id": "c1", "dono": "anna", "pergunta": False, "despedida": False},
        "execucao": {"id": "e1"},
        "instancia": {"id": "i1", "nome": "aroeira"},
        "contato": {"id": "t1", "saida": None, "sem_lembretes": False, "espera": True},
        "paciente": {
            "id": "p1", "conhecido": False, "marcado": True, "marcado_agora": True, "desmarcou": True, "dias_desde_nps": 400, "foto_consentida": None, "ultimos_servicos": ["botox"],
        },
        "lead": {"id": "l1", "score": 80, "dias_ate": 3},
        "consulta": {"id": "a1", "inicio": NOW + timedelta(days=3), "revisao": 1, "status": "agendado", "sinal": 100},
        "fatura": {"id": "f1", "status": "pendente", "vence_em": NOW + timedelta(minutes=45), "substitui": False},
        "espera": {"id": "w1", "status": "aberta", "vale_ate": NOW + timedelta(days=3)},
        "pedido": {"id": "d1", "status": "aberta", "prazo_em": NOW + timedelta(days=15)},
        "transferencia": {"id": "h1", "motivo": "human", "assumida": False, "amparada": False, "cobrar_em": NOW + timedelta(minutes=30)},
    }  # fmt: skip
    return known | changes


@dataclass(slots=True)
class Play:
    """One run, its clock and its facts. Actions come out as `results` say, else as `done`."""

    flow: Flow
    facts: dict[str, Any]
    results: dict[str, Any] = field(default_factory=dict)
    now: datetime = NOW
    run: Run = field(init=False)
    effects: list[Effect] = field(default_factory=list)
    counter: int = 0

    @classmethod
    def of(
        cls, name: str, trigger: str = "test", *, slots: Mapping[str, Json] | None = None, **results: Any
    ) -> Play:
        """Start a run of one of the thirteen. `results`: action=name, or action=(name, data), or a list of these in turn."""
        return cls.flow_of(FLOWS[name], trigger, slots=slots, results=results)

    @classmethod
    def flow_of(
        cls,
        flow: Flow,
        trigger: str = "test",
        *,
        slots: Mapping[str, Json] | None = None,
        heard: frozenset[str] = frozenset(),
        data: Mapping[str, Json] | None = None,
        known: dict[str, Any] | None = None,
        results: dict[str, Any] | None = None,
    ) -> Play:
        play = cls(flow, facts() if known is None else known, results or {})
        origin = Trigger(name=trigger, at=NOW, data=data or {})
        play.run = new_run(flow, key="k", trigger=origin, now=NOW, slots=slots, heard=heard)
        play.feed(Started())
        return play

    # -- inputs --------------------------------------------------------------------------------------------------------

    def feed(self, event: Input) -> None:
        before = self.run
        self.run, effects = advance(self.flow, before, event, self.facts, self.now)
        self.effects.extend(effects)
        if self.run.pending is Pending.ACTION and isinstance(effects[-1] if effects else None, Act):
            act = effects[-1]
            assert isinstance(act, Act)
            self.act(act)

    def act(self, act: Act) -> None:
        planned = self.results.get(act.action, "done")
        if isinstance(planned, list):
            planned = planned.pop(0) if planned else "done"
        if planned == "pending":
            return
        result, data = planned if isinstance(planned, tuple) else (planned, {})
        self.feed(ActionResult(step=act.step, visit=act.visit, result=result, data=data))

    def reply(self, *said: str, unclear: bool = False, choice: str | None = None, **answers: Json) -> Play:
        incomplete = frozenset(name for name in answers if name.endswith("_"))
        self.feed(
            Reply(
                step=self.run.step,
                visit=self.run.visit,
                said=frozenset(said),
                unclear=unclear,
                choice=choice,
                answers={name.rstrip("_"): value for name, value in answers.items()},
                incomplete=frozenset(name.rstrip("_") for name in incomplete),
            )
        )
        return self

    def child(self, outcome: str) -> Play:
        self.feed(ChildEnded(step=self.run.step, visit=self.run.visit, outcome=outcome))
        return self

    def event(self, name: str, *, own: bool = False) -> Play:
        self.counter += 1
        self.feed(Happened(id=str(self.counter), name=name, at=self.now, own=own))
        return self

    def dropped(self, reason: str = "opted_out") -> Play:
        self.feed(Dropped(step=self.run.step, visit=self.run.visit, reason=reason))
        return self

    def wait(self, duration: str) -> Play:
        """Let time pass, waking the run when it wants to be woken."""
        until = self.now + parse_duration(duration)
        while self.run.wake_at is not None and self.run.wake_at <= until:
            self.now = max(self.now, self.run.wake_at)
            self.feed(Tick())
        self.now = until
        return self

    # -- what came of it -----------------------------------------------------------------------------------------------

    @property
    def said(self) -> list[str]:
        """The templates of all that was put or sent, in order."""
        return [item.template for item in self.effects if isinstance(item, OpenQuestion | SendMessage)]

    @property
    def did(self) -> list[str]:
        return [item.action for item in self.effects if isinstance(item, Act)]

    @property
    def discarded(self) -> list[str]:
        return [item.template for item in self.effects if isinstance(item, DiscardMessage)]

    @property
    def question(self) -> OpenQuestion:
        """The newest question."""
        return [item for item in self.effects if isinstance(item, OpenQuestion)][-1]

    @property
    def called(self) -> list[StartChild]:
        return [item for item in self.effects if isinstance(item, StartChild)]

    @property
    def end(self) -> tuple[RunState, str | None]:
        return self.run.state, self.run.outcome or self.run.reason


def ended(outcome: str) -> tuple[RunState, str]:
    return RunState.ENCERRADA, outcome
