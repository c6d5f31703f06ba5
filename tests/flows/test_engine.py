"""The rules of the engine, each on the smallest flow that shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from anna.flows.engine import advance, concerns, new_run, stops
from anna.flows.language import parse_flow
from anna.flows.model import (
    Act,
    ActionResult,
    AskAgain,
    CloseQuestion,
    Dropped,
    Happened,
    Listen,
    OpenQuestion,
    Pending,
    Postponed,
    Reply,
    Resumed,
    Run,
    RunEnded,
    RunState,
    SendMessage,
    StopChild,
    Stopped,
    Suspended,
    Tick,
    Trigger,
)
from tests.flows.play import NOW, Play, ended, facts

HEAD = (
    "flow: f\nversion: 1\npurpose: atendimento\nlane: talk\nstart: [{command: schedule}]\nkey: conversa.id\n"
)


def play(steps: str, *, head: str = "", known: dict[str, Any] | None = None, **results: Any) -> Play:
    return Play.flow_of(parse_flow(f"{HEAD}{head}steps:\n{steps}", "f.yaml"), known=known, results=results)


ASK = """
  - id: q
    ask: {nota: {type: nps, prompt: ask_nps}}
    tries: 2
    nudge: {after: 1h, prompt: nudge}
    then: [{reply: deny, goto: no}, {event: news, goto: no}, {tries: out, goto: no}, {after: 4h, goto: late}]
  - end: yes
  - id: no
    end: no
  - id: late
    end: late
"""


def test_an_answer_falls_through_and_the_first_arm_that_holds_wins():
    assert play(ASK).reply(nota=9).end == ended("yes")
    assert play(ASK).reply("deny", nota=9).end == ended("no")
    assert play(ASK).event("news").end == ended("no")


def test_tries_count_replies_that_are_no_answer_and_nothing_else():
    asked = play(ASK).reply("thanks")
    assert (asked.run.tries, asked.said) == (0, ["ask_nps"])
    asked.reply(unclear=True)
    assert (asked.run.tries, asked.question.again) == (1, 1)
    assert asked.reply(unclear=True).end == ended("no")


def test_a_nudge_goes_once_and_never_instead_of_an_arm_that_is_due():
    asked = play(ASK).wait("3h")
    assert asked.said == ["ask_nps", "nudge"]
    overslept = play(ASK)
    overslept.now += timedelta(hours=5)
    overslept.feed(Tick())
    assert (overslept.said, overslept.end) == (["ask_nps"], ended("late"))


def test_time_counts_from_the_last_question_that_was_put():
    asked = play(ASK).wait("3h").reply(unclear=True).wait("3h")
    assert asked.run.state is RunState.VIVA
    assert asked.wait("1h").end == ended("late")


def test_a_tick_before_its_time_changes_nothing():
    asked = play(ASK)
    asked.now += timedelta(minutes=59)
    before = asked.run
    asked.feed(Tick())
    assert asked.run is before


def test_a_reply_to_a_closed_question_changes_nothing():
    asked = play(ASK)
    old = Reply(step="q", visit=asked.run.visit, answers={"nota": 1})
    asked.reply(unclear=True)
    before = asked.run
    asked.feed(old)
    assert asked.run is before


def test_a_dropped_question_is_not_nudged_and_waits_for_its_other_arms():
    asked = play(ASK).dropped()
    assert asked.wait("3h").said == ["ask_nps"]
    assert asked.wait("1h").end == ended("late")


def test_a_dropped_nudge_says_nothing_about_the_question():
    asked = play(ASK).wait("1h")
    before = asked.run
    asked.feed(Dropped(step="q/nudge", visit=before.visit, reason="quiet_hours"))
    assert asked.run is before


def test_a_postponed_question_is_put_later_and_its_time_counts_from_then():
    asked = play(ASK)
    asked.feed(Postponed(step="q", visit=asked.run.visit, until=NOW + timedelta(minutes=30)))
    assert asked.run.wake_at == NOW + timedelta(minutes=30)
    asked.wait("30m")
    assert asked.said == ["ask_nps", "ask_nps"]
    assert asked.run.wake_at == NOW + timedelta(minutes=90)
    asked.wait("239m")
    assert asked.run.state is RunState.VIVA
    assert asked.wait("1m").end == ended("late")


def test_a_postponed_question_does_not_time_out_before_it_is_put():
    asked = play(ASK)
    asked.feed(Postponed(step="q", visit=asked.run.visit, until=NOW + timedelta(hours=9)))
    assert asked.wait("8h").run.state is RunState.VIVA


def test_a_suspended_run_keeps_its_time_and_its_events_but_puts_no_question():
    asked = play(ASK)
    asked.feed(Suspended())
    assert isinstance(asked.effects[-1], CloseQuestion)
    before = asked.run
    asked.reply(nota=9)
    assert asked.run is before
    assert asked.wait("2h").said == ["ask_nps"]
    asked.feed(Resumed())
    assert asked.question.resumed
    assert asked.said == ["ask_nps", "ask_nps"]
    again = play(ASK)
    again.feed(Suspended())
    assert again.event("news").end == ended("no")


def test_a_step_entered_while_suspended_asks_when_the_run_is_back():
    paid = play("""
  - wait:
    then: [{event: paid, goto: q}, {reply: deny, goto: q}, {after: 1h, goto: q}]
  - id: q
    ask: {nota: {type: nps, prompt: ask_nps}}
    then: [{after: 4h, goto: done}]
  - id: done
    end: done
""")
    assert isinstance(paid.effects[-1], Listen)
    paid.feed(Suspended())
    paid.event("paid")
    assert paid.said == []
    assert sum(isinstance(item, CloseQuestion) for item in paid.effects) == 1
    paid.feed(Resumed())
    assert paid.said == ["ask_nps"]


def test_a_wait_entered_while_suspended_does_not_listen():
    waiting = play(STOPPABLE.replace("{event: turn, goto: first}", "{reply: deny, goto: first}"))
    waiting.feed(Suspended())
    waiting.event("turn")
    assert waiting.run.step == "second"
    assert not any(isinstance(item, Listen) for item in waiting.effects)


def test_a_wait_listens_again_under_a_new_key_when_the_run_is_back():
    paid = play(
        "  - wait:\n    then: [{reply: deny, goto: done}, {after: 1h, goto: done}]\n  - id: done\n    end: done"
    )
    first = paid.effects[-1]
    paid.feed(Suspended())
    paid.feed(Resumed())
    assert isinstance(first, Listen)
    assert isinstance(paid.effects[-1], Listen)
    assert paid.effects[-1].visit > first.visit
    assert paid.reply("deny").end == ended("done")


def test_after_a_digression_the_question_is_put_again_without_a_try():
    asked = play(ASK)
    again = AskAgain(step="q", visit=asked.run.visit)
    asked.feed(again)
    asked.feed(again)
    assert asked.said == ["ask_nps", "ask_nps"]
    assert (asked.question.again, asked.question.resumed) == (0, True)


SEVERAL = """
  - ask: {nota: {type: nps, prompt: ask_nps}, comentario: {type: text, prompt: ask_text}, dia: {type: quando, prompt: ask_day}}
    tries: 2
    then: [{after: 4h, goto: late}]
  - end: all
  - id: late
    end: late
"""


def test_several_slots_are_asked_one_by_one_in_order_and_only_the_missing():
    asked = play(SEVERAL)
    assert dict(asked.question.wanted) == {"nota": "nps", "comentario": "text", "dia": "quando"}
    asked.reply(comentario="ok")
    assert asked.question.slot == "nota"
    asked.reply(nota=9)
    assert asked.question.slot == "dia"
    assert asked.question.also == {"nota": "nps", "comentario": "text"}
    assert asked.reply(dia="x").end == ended("all")


def test_a_later_answer_corrects_an_earlier_one():
    asked = play(SEVERAL).reply(nota=3).reply(nota=8)
    assert asked.run.slots["nota"] == 8
    assert asked.question.slot == "comentario"
    assert asked.run.tries == 0


def test_a_slot_the_flow_does_not_have_is_not_kept():
    assert play(SEVERAL).reply(foto="x", nota=1).run.slots == {"nota": 1}


CHOICE = """
  - id: offer
    do: offer_slots
  - id: choose
    ask: {vaga: {type: choice, of: oferta, prompt: ask_vaga}}
    tries: 2
    then: [{reply: other_times, goto: offer}, {tries: out, goto: no}, {after: 1h, goto: no}]
  - end: chosen
  - id: no
    end: no
"""


def test_a_choice_is_asked_anew_whenever_its_step_is_entered_again():
    asked = play(CHOICE, offer_slots=("done", {"oferta": ["a", "b"]}))
    asked.reply("other_times", choice="a").reply("other_times")
    assert asked.end == ended("chosen")
    looping = play(
        CHOICE.replace("- end: chosen", "- send: again\n    then: [{goto: choose}]"),
        offer_slots=("done", {"oferta": ["a"]}),
    )
    looping.reply(choice="a").reply(choice="a")
    assert looping.said == ["ask_vaga", "again", "ask_vaga", "again", "ask_vaga"]


def test_a_choice_without_options_fails_loudly_instead_of_asking_nothing():
    state, reason = play(CHOICE, offer_slots=("done", {"oferta": []})).end
    assert state is RunState.FALHOU
    assert "oferta" in (reason or "")


def test_an_option_said_in_words_fills_the_choice_unless_two_are_said():
    steps = """
  - ask: {sim: {type: choice, of: [affirm, deny], prompt: p}}
    then: [{after: 1h, goto: no}]
  - end: chosen
  - id: no
    end: no
"""
    assert play(steps).reply("affirm").run.slots == {"sim": "affirm"}
    assert play(steps).reply("affirm", "deny", unclear=True).run.tries == 1


# -- lateness and time ---------------------------------------------------------------------------------------------------------


def test_a_late_message_is_discarded_and_its_arm_taken():
    steps = """
  - send: x
    not_after: consulta.inicio - 4d
    then: [{result: dropped, goto: late}]
  - end: sent
  - id: late
    end: late
"""
    late = play(steps)
    assert (late.said, late.discarded, late.end) == ([], ["x"], ended("late"))
    early = play(steps.replace("4d", "2d"))
    assert early.end == ended("sent")
    message = next(item for item in early.effects if isinstance(item, SendMessage))
    assert message.not_after == NOW + timedelta(days=1)


def test_an_answer_to_the_patients_own_message_is_never_late():
    asked = play("""
  - ask: {nota: {type: nps, prompt: a}, dia: {type: quando, prompt: b}}
    not_after: consulta.inicio - 2d
    then: [{result: dropped, goto: late}, {after: 3d, goto: late}]
  - end: all
  - id: late
    end: late
""").wait("2d")
    assert asked.reply(nota=1).said == ["a", "b"]


def test_a_question_whose_time_is_over_is_not_put():
    asked = play("""
  - ask: {nota: {type: nps, prompt: a}}
    then: [{at: consulta.inicio - 4d, goto: over}]
  - id: over
    end: over
""")
    assert (asked.said, asked.end) == ([], ended("over"))


def test_a_wait_until_a_past_instant_is_no_wait():
    assert play("  - wait: {until: consulta.inicio - 9d}\n  - end: done").end == ended("done")


@pytest.mark.parametrize("inicio", [None, "soon", 3])
def test_an_instant_that_is_none_fails_the_run(inicio):
    known = facts(consulta={"inicio": inicio})
    state, reason = play("  - wait: {until: consulta.inicio - 9d}\n  - end: done", known=known).end
    assert state is RunState.FALHOU
    assert "consulta.inicio" in (reason or "")


def test_of_two_deadlines_that_were_overslept_the_earlier_one_counts():
    waiting = play("""
  - wait:
    then: [{after: 3h, goto: three}, {after: 1h, goto: one}]
  - id: three
    end: three
  - id: one
    end: one
""")
    waiting.now += timedelta(hours=9)
    waiting.feed(Tick())
    assert waiting.end == ended("one")


# -- actions, calls, branches --------------------------------------------------------------------------------------------------


def test_only_the_rules_that_hold_are_handed_over_with_their_reasons():
    scored = play("""
  - do: score_lead
    rules:
      - {when: lead.score > 70, points: 10, because: high}
      - {when: lead.dias_ate > 70, points: 10, because: far}
      - {when: slots.nota == none, floor: 7, because: unknown}
  - ask: {nota: {type: nps, prompt: a}}
    then: [{after: 3d, goto: done}]
  - id: done
    end: done
""")
    act = next(item for item in scored.effects if isinstance(item, Act))
    assert act.rules == ({"points": 10, "because": "high"}, {"floor": 7, "because": "unknown"})


def test_references_are_looked_up_and_other_values_handed_over_as_they_are():
    done = play(
        "  - do: act\n    with: {when: consulta.inicio, why: lead_morno, for: 50m, n: 3}\n  - end: done"
    )
    act = next(item for item in done.effects if isinstance(item, Act))
    assert act.args == {"when": "2026-11-06T13:00:00+00:00", "why": "lead_morno", "for": "50m", "n": 3}


def test_a_failed_action_without_an_arm_fails_the_run():
    assert play("  - do: act\n  - end: done", act="failed").end[0] is RunState.FALHOU
    caught = "  - do: act\n    then: [{result: failed, goto: done}]\n  - id: done\n    end: done"
    assert play(caught, act="failed").end == ended("done")


def test_an_outside_action_may_be_waited_for_only_so_long_and_its_late_result_is_stale():
    slow = play(
        "  - do: act\n    then: [{after: 10m, goto: late}]\n  - id: late\n    wait: {until: consulta.inicio}\n  - end: e",
        act="pending",
    )
    late = ActionResult(step="do_act", visit=slow.run.visit)
    assert slow.wait("10m").run.step == "late"
    before = slow.run
    slow.feed(late)
    assert slow.run is before


CALL = """
  - call: booking
    then: [{result: booked, goto: done}, {event: news, goto: away}]
  - end: other
  - id: done
    end: done
  - id: away
    end: away
"""


def test_the_outcome_of_a_child_is_the_result():
    assert play(CALL).child("booked").end == ended("done")
    assert play(CALL).child("gave_up").end == ended("other")


def test_a_failed_child_fails_and_a_stopped_child_stops_a_parent_that_has_no_arm_for_it():
    assert play(CALL).child("failed").end[0] is RunState.FALHOU
    assert play(CALL).child("stopped").end[0] is RunState.PARADA


def test_leaving_a_call_or_stopping_its_caller_stops_the_child():
    away = play(CALL).event("news")
    assert any(isinstance(item, StopChild) for item in away.effects)
    stopped = play(CALL)
    stopped.feed(Stopped(reason="replaced"))
    assert any(isinstance(item, StopChild) and item.reason == "replaced" for item in stopped.effects)
    ended_child = play(CALL).child("booked")
    assert not any(isinstance(item, StopChild) for item in ended_child.effects)


def test_a_flow_that_runs_in_a_circle_fails_instead_of_running_for_ever():
    circle = play("  - id: a\n    do: act\n    then: [{goto: a}]\n  - end: done")
    assert circle.end[0] is RunState.FALHOU
    assert circle.run.visit == 50


def test_a_circle_through_the_patient_may_go_on():
    asked = play(CHOICE, offer_slots=("done", {"oferta": ["a"]}))
    for _ in range(60):
        asked.reply("other_times")
    assert asked.run.state is RunState.VIVA


# -- events and stops ----------------------------------------------------------------------------------------------------------

STOP = "stop: [{event: gone, undo: release}, {event: back, goto: returned}]\n"
STOPPABLE = """
  - id: first
    wait:
    then: [{event: gone, goto: second}, {event: turn, goto: second}, {after: 1h, goto: second}]
  - id: second
    wait:
    then: [{event: turn, goto: first}, {after: 1h, goto: returned}]
  - id: returned
    end: returned
"""


def test_stops_come_before_arms_and_undo_what_is_to_be_undone():
    gone = play(STOPPABLE, head=STOP).event("gone")
    assert gone.end == (RunState.PARADA, "gone")
    assert [item.action for item in gone.effects if isinstance(item, Act) and item.undo] == ["release"]


def test_what_the_own_tree_caused_never_stops_but_may_move():
    assert play(STOPPABLE, head=STOP).event("gone", own=True).run.step == "second"


def test_a_stop_may_send_the_run_elsewhere():
    assert play(STOPPABLE, head=STOP).event("back").end == ended("returned")


def test_a_run_stopped_from_outside_undoes_too():
    stopped = play(STOPPABLE, head=STOP)
    stopped.feed(Stopped(reason="replaced"))
    assert stopped.did == ["release"]
    assert isinstance(stopped.effects[-1], RunEnded)
    assert stopped.effects[-1].result == "stopped"


def test_an_event_delivered_twice_moves_a_run_once():
    turning = play(STOPPABLE)
    event = Happened(id="e1", name="turn", at=NOW)
    turning.feed(event)
    turning.feed(event)
    assert turning.run.step == "second"


def test_an_event_nobody_waits_for_is_not_kept():
    waiting = play(STOPPABLE)
    before = waiting.run
    assert waiting.event("turned").run is before


@pytest.mark.parametrize(
    ("held", "named", "reached"),
    [
        ({"consulta": "1", "conversa": "2"}, {"consulta": "1"}, True),
        ({"consulta": "1", "conversa": "2"}, {"consulta": "1", "conversa": "3"}, False),
        ({"consulta": "1"}, {"consulta": "1", "paciente": "9"}, True),
        ({"consulta": "1"}, {"paciente": "1"}, False),
        ({}, {}, False),
    ],
)
def test_an_event_reaches_a_run_by_equal_ids(held, named, reached):
    assert concerns(held, named) is reached


def test_stops_are_told_without_moving_the_run():
    run = play(STOPPABLE, head=STOP)
    event = Happened(id="e", name="gone", at=NOW)
    assert stops(run.flow, run.run, event) is run.flow.stops[0]
    assert stops(run.flow, run.run, replace(event, own=True)) is None


# -- a run as a value ------------------------------------------------------------------------------------------------------------


def test_a_run_never_goes_on_with_another_version():
    asked = play(ASK)
    with pytest.raises(ValueError, match="v1 cannot go on with f v2"):
        advance(replace(asked.flow, version=2), asked.run, Tick(), asked.facts, NOW)


def test_a_run_survives_json_and_what_another_version_of_the_program_wrote():
    asked = play(SEVERAL).reply("schedule", nota=1)
    written = asked.run.to_json()
    assert Run.from_json(written) == asked.run
    assert asked.run.heard == {"test", "schedule"}
    del written["heard"]
    assert Run.from_json({**written, "future": 1}) == replace(asked.run, heard=frozenset())


def test_nothing_but_started_moves_a_run_that_has_not_begun():
    flow = parse_flow(f"{HEAD}steps: [{{end: done}}]", "f.yaml")
    run = new_run(flow, key="k", trigger=Trigger(name="x", at=NOW), now=NOW)
    assert advance(flow, run, Tick(), {}, NOW) == (run, ())
    assert run.pending is None


def test_a_question_says_everything_that_may_answer_it():
    asked = play(CHOICE, offer_slots=("done", {"oferta": [{"id": "a"}, {"id": "b"}]}))
    assert asked.run.pending is Pending.QUESTION
    question = asked.effects[-1]
    assert isinstance(question, OpenQuestion)
    assert question.accepts() == {"other_times", "a", "b", "vaga"}
