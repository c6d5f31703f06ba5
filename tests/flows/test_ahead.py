"""What lies ahead of a run: the page says it before it happens, so it has to be what the engine then does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from anna.flows.ahead import expected, upcoming
from anna.flows.definition import Flow
from anna.flows.language import parse_flow
from anna.flows.model import Act, Pending, Stopped
from anna.kit.resources import resource_folder
from tests.flows.play import NOW, Play, facts

HOUR = timedelta(hours=1)


def flow(name: str) -> Flow:
    path = resource_folder("flows") / f"{name}.yaml"
    return parse_flow(path.read_text("utf-8"), path.name)


def lead(**known: Any) -> Play:
    return Play.flow_of(flow("lead_to_booking"), "schedule", known=facts(**known))


def ids(play: Play, start: str, **known: Any) -> list[str]:
    return [step.id for step in expected(play.flow, play.run, play.facts | known, start=start)]


def test_a_question_has_its_nudge_and_then_the_way_to_the_score() -> None:
    play = lead(lead={"id": "l1", "score": None, "dias_ate": None, "status": "novo"})
    nudge, silent = upcoming(play.flow, play.run, play.facts, NOW)
    assert (nudge.at, nudge.prompt) == (NOW + 4 * HOUR, "retomar_perguntas")
    assert (silent.at, silent.prompt) == (NOW + 22 * HOUR, None)
    assert [step.kind for step in silent.steps] == ["do", "branch"]  # what the score will be is not foretold


def test_what_is_said_once_is_not_announced_again() -> None:
    play = lead()
    play.wait("4h")
    assert [item.prompt for item in upcoming(play.flow, play.run, play.facts, play.now)] == [None]


def test_a_score_nobody_knows_yet_is_expected_to_be_enough() -> None:
    unknown = {"id": "l1", "score": None, "dias_ate": None, "status": "novo"}
    assert ids(lead(lead=unknown), "qualify") == ["qualify", "branch_2", "for_whom", "book", "done"]


def test_a_known_score_goes_where_it_leads() -> None:
    low = {"id": "l1", "score": 20, "dias_ate": None, "status": "novo"}
    assert "bye" in ids(lead(lead=low), "qualify")


def test_a_detour_is_taken_only_if_it_holds() -> None:
    booking = Play.flow_of(flow("booking"), "call", known=facts(consulta=None))
    paid = facts()["consulta"] | {"sinal": 150}
    assert "payment" in ids(booking, "do_hold_slot", consulta=paid)
    assert "payment" not in ids(booking, "do_hold_slot", consulta=paid | {"sinal": 0})


def test_a_wait_goes_on_with_its_first_event() -> None:
    play = Play.flow_of(flow("nobody_came"), "conversa.transferida", known=facts())
    assert ids(play, "still_waiting") == ["still_waiting", "taken"]


def test_nothing_is_ahead_of_a_run_that_is_over_or_works() -> None:
    play = lead()
    play.feed(Stopped(reason="the test is over"))
    assert upcoming(play.flow, play.run, play.facts, NOW) == ()


def test_the_announced_step_is_the_one_the_engine_enters() -> None:
    play = lead()
    announced = upcoming(play.flow, play.run, play.facts, NOW)[-1]
    play.wait("22h")
    assert announced.at == play.now
    assert announced.steps[0].id in [effect.step for effect in play.effects if isinstance(effect, Act)]
    assert play.run.pending is Pending.CHILD
