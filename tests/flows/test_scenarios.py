"""What each of the thirteen flows does with a patient: every test names what a clinic would notice if it broke."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from anna.flows.model import Act, Emit, RunState, SendMessage
from tests.flows.play import FLOWS, NOW, Play, ended, facts

SLOTS: dict[str, Any] = {
    "procedimentos": ["botox"],
    "quando": {"date_start": "2026-11-05"},
    "telefone": "+5511987654321",
}
OFFER = ("done", {"oferta": [{"id": "s1"}, {"id": "s2"}, {"id": "s3"}]})


# -- lead_to_booking -----------------------------------------------------------------------------------------------------


def test_a_lead_is_asked_only_what_is_missing():
    play = Play.of("lead_to_booking", "schedule", slots={"quando": SLOTS["quando"]})
    assert play.said == ["ask_procedimento"]
    play.reply(procedimentos=["botox"])
    assert play.said == ["ask_procedimento", "confirm_telefone"]
    play.reply(telefone="+5511987654321")
    assert play.did[-1] == "score_lead"
    assert play.called[0].flow == "booking"
    assert play.called[0].slots == {"procedimentos": ["botox"], "quando": SLOTS["quando"]}


def test_all_answers_of_one_message_are_taken():
    play = Play.of("lead_to_booking", "greet").reply(**SLOTS)
    assert play.said == ["ask_procedimento"]
    assert play.run.step == "book"


def test_a_day_without_an_hour_is_asked_for_the_hour_only():
    play = Play.of("lead_to_booking", "greet").reply(
        procedimentos=["botox"], quando_={"date_start": "2026-11-05"}
    )
    assert (play.question.slot, play.question.partial) == ("quando", {"date_start": "2026-11-05"})
    play.reply(quando={"date_start": "2026-11-05", "time_start": "15:00"})
    assert play.question.slot == "telefone"


def test_a_known_patient_is_neither_scored_nor_asked_for_a_phone():
    known = facts(paciente={**facts()["paciente"], "conhecido": True, "marcado": False})
    play = Play.flow_of(FLOWS["lead_to_booking"], "schedule", known=known)
    play.reply(procedimentos=["botox"], quando={"date_start": "2026-11-05"})
    assert "score_lead" not in play.did
    assert play.called[0].flow == "booking"
    assert play.child("booked").end == ended("booked")


def test_a_silent_lead_is_nudged_once_and_scored_with_what_is_known():
    play = Play.of("lead_to_booking", "greet").reply(procedimentos=["botox"])
    play.facts["lead"]["score"] = 30
    play.wait("21h")
    assert play.said.count("retomar_perguntas") == 1
    play.wait("1h")
    act = next(item for item in play.effects if isinstance(item, Act) and item.action == "score_lead")
    assert [rule["because"] for rule in act.rules] == [
        "disse qual procedimento quer",
        "quer para os próximos sete dias",
    ]
    assert play.said[-1] == "despedida_util"
    assert play.end == ended("cold")


def test_a_wish_to_book_is_heard_wherever_it_is_said():
    play = Play.of("lead_to_booking", "greet").reply("schedule", procedimentos=["botox"])
    play.wait("22h")
    act = next(item for item in play.effects if isinstance(item, Act) and item.action == "score_lead")
    assert {"floor": 71, "because": "pediu para marcar"} in act.rules


@pytest.mark.parametrize(
    ("score", "did", "outcome"),
    [
        (71, "call", None),
        (70, "hand_off", "followed_up"),
        (40, "hand_off", "followed_up"),
        (39, "bye", "cold"),
    ],
)
def test_the_score_decides_who_goes_on(score, did, outcome):
    play = Play.of("lead_to_booking", "greet")
    play.facts["lead"]["score"] = score
    play.reply(**SLOTS)
    assert bool(play.called) == (did == "call")
    assert ("hand_off" in play.did) == (did == "hand_off")
    assert play.run.outcome == outcome


def test_a_lead_without_a_slot_goes_to_a_person():
    play = Play.of("lead_to_booking", "greet").reply(**SLOTS).child("no_slot")
    assert play.did[-1] == "hand_off"
    assert play.end == ended("followed_up")


def test_a_lead_who_gives_up_the_offer_may_write_again_and_is_answered():
    play = Play.of("lead_to_booking", "greet").reply(**SLOTS).child("gave_up")
    assert play.did[-1] == "notify_clinic"
    assert play.end == ended("gave_up")


# -- booking ---------------------------------------------------------------------------------------------------------------


def test_a_booking_with_a_deposit_waits_for_the_money():
    play = Play.of("booking", offer_slots=OFFER).reply("choose_slot", choice="s2")
    assert play.run.slots["vaga"] == "s2"
    assert play.did[-1] == "charge"
    assert play.said[-1] == "link_pagamento"
    play.wait("25m")
    assert play.said[-1] == "lembrar_pagamento"
    play.event("fatura.paga")
    assert play.said[-1] == "consulta_marcada"
    assert play.end == ended("booked")


def test_a_page_that_closed_another_says_so():
    play = Play.of("booking", offer_slots=OFFER)
    play.facts["fatura"] = {**play.facts["fatura"], "substitui": True}
    play.reply("choose_slot", choice="s2")
    assert play.said[-1] == "link_pagamento_novo"


def test_a_booking_without_a_deposit_is_made_at_once():
    known = facts(consulta={**facts()["consulta"], "sinal": 0})
    play = Play.flow_of(FLOWS["booking"], known=known, results={"offer_slots": OFFER}).reply(choice="s1")
    assert "charge" not in play.did
    assert play.end == ended("booked")


def test_an_unpaid_hold_is_released_and_told():
    play = Play.of("booking", offer_slots=OFFER).reply(choice="s1").wait("47m")
    assert play.run.step == "payment", "whoever pays before the page closes is not late"
    play.wait("1m")
    assert play.did[-1] == "release_hold"
    assert play.said[-1] == "sinal_expirou"
    assert play.end == ended("unpaid")


def test_a_refused_card_is_told_once_and_the_wait_goes_on_until_the_page_closes():
    play = Play.of("booking", offer_slots=OFFER).reply(choice="s1").wait("10m").event("fatura.falhou")
    assert play.said[-1] == "pagamento_recusado"
    assert "release_hold" not in play.did
    before = play.run
    assert play.event("fatura.falhou").run is before
    assert play.wait("35m").event("fatura.paga").end == ended("booked")


def test_a_refused_card_does_not_make_the_hold_longer():
    play = Play.of("booking", offer_slots=OFFER).reply(choice="s1").wait("40m").event("fatura.falhou")
    assert play.wait("8m").end == ended("unpaid")


def test_a_taken_slot_is_offered_anew_with_a_new_choice():
    play = Play.of("booking", offer_slots=[OFFER, OFFER], hold_slot=["taken", "done"]).reply(choice="s1")
    assert play.said == ["ask_vaga", "vaga_ocupada", "ask_vaga"]
    assert play.reply(choice="s3").run.slots["vaga"] == "s3"


def test_who_lost_a_paid_slot_does_not_pay_again():
    play = Play.of("booking", offer_slots=OFFER, book=["lost", "done"]).reply(choice="s1")
    play.facts["fatura"] = {"id": "f1", "status": "paga", "substitui": False}
    play.event("fatura.paga").reply(choice="s2")
    assert play.did.count("charge") == 1
    assert play.end == ended("booked")


def test_another_day_instead_of_a_choice_leads_to_a_new_offer():
    play = Play.of("booking", offer_slots=[OFFER, OFFER]).reply(quando={"date_start": "2026-11-06"})
    assert play.did == ["offer_slots", "offer_slots"]
    assert play.run.slots["quando"] == {"date_start": "2026-11-06"}


def test_a_number_outranks_the_other_words_of_the_reply():
    play = Play.of("booking", offer_slots=OFFER).reply("deny", choice="s2")
    assert play.run.slots["vaga"] == "s2"


def test_a_number_that_was_not_offered_is_no_answer():
    play = Play.of("booking", offer_slots=OFFER).reply(choice="s9")
    assert (play.run.step, play.run.tries, play.question.again) == ("choose", 1, 1)


def test_three_unclear_replies_end_the_offer():
    play = Play.of("booking", offer_slots=OFFER)
    play.reply(unclear=True).reply(unclear=True).reply(unclear=True)
    assert play.said == ["ask_vaga"] * 3 + ["sem_problema"]
    assert play.end == ended("gave_up")


def test_no_slot_is_said_and_not_asked():
    play = Play.of("booking", slots={"procedimentos": SLOTS["procedimentos"]}, offer_slots="none")
    assert (play.said, play.end) == (["sem_vaga"], ended("no_slot"))


def test_nothing_free_is_not_said_of_nothing_asked_for():
    play = Play.of("booking", offer_slots="none")
    assert (play.said, play.end) == ([], ended("nothing_named"))


def test_a_stopped_booking_gives_its_hold_back():
    play = Play.of("booking", offer_slots=OFFER).reply(choice="s1").event("conversa.encerrada")
    undone = play.effects[-3:]
    assert any(isinstance(item, Act) and item.undo and item.action == "release_hold" for item in undone)
    assert play.end == (RunState.PARADA, "conversa.encerrada")


# -- price_info, hand_off, opt_out -------------------------------------------------------------------------------------------


def test_an_unknown_answer_goes_to_a_person():
    assert Play.of("price_info").end == ended("answered")
    play = Play.of("price_info", answer="unknown")
    assert (play.did, play.end) == (["answer", "hand_off"], ended("handed"))


@pytest.mark.parametrize(
    ("name", "safety", "notice"),
    [
        ("human", None, "transferencia"),
        ("emergency", "emergency", "transferencia_emergencia"),
        ("emergency", "self_harm", "transferencia_autolesao"),
        ("violence", "emergency", "transferencia_violencia"),
        ("violence", "self_harm", "transferencia_autolesao"),
        ("grief", None, "sinto_muito_luto"),
        ("minor", "minor", "transferencia_menor"),
        ("entendimento.falhou_2x", None, "transferencia"),
    ],
)
def test_the_notice_of_a_hand_off_depends_on_why(name, safety, notice):
    play = Play.flow_of(FLOWS["hand_off"], name, data={"safety": safety} if safety else {})
    assert play.said == [notice]
    again = Play.flow_of(
        FLOWS["hand_off"], name, data={"safety": safety} if safety else {}, results={"hand_off": "known"}
    )
    assert again.said == ([notice] if name in {"emergency", "violence", "grief"} else []), (
        "who waits is called nobody anew, but helped"
    )


def nobody_came(**handed: object) -> Play:
    known = facts(transferencia=facts()["transferencia"] | handed)
    return Play.flow_of(FLOWS["nobody_came"], "conversa.transferida", known=known)


def test_a_hand_off_that_nobody_takes_is_told_to_both_sides():
    play = nobody_came().wait("30m")
    assert play.did[-1] == "notify_clinic"
    assert play.said[-1] == "ainda_sem_atendente"
    assert play.event("conversa.assumida").end == ended("taken")


def test_who_was_answered_on_the_phone_is_not_told_that_nobody_came():
    play = nobody_came(assumida=True).wait("30m")
    assert (play.said, play.end) == ([], ended("taken"))


def test_nobody_came_is_not_said_over_a_question_but_after_it():
    asked = facts()["conversa"] | {"pergunta": True}
    play = Play.flow_of(FLOWS["nobody_came"], "conversa.transferida", known=facts(conversa=asked)).wait("30m")
    assert (play.did[-1], play.said) == ("notify_clinic", [])
    play = play.wait("5m")
    assert play.said == []
    assert play.event("conversa.assumida").end == ended("taken")


def test_who_is_in_danger_is_not_told_to_wait():
    for motivo, said in (
        ("emergency", ["espera_emergencia"]),
        ("self_harm", ["espera_autolesao"]),
        ("violence", []),  # unasked, on a telephone that others may read
        ("violence_passed", []),
    ):
        play = nobody_came(motivo=motivo).wait("30m")
        assert (play.said, play.did[-1]) == (said, "notify_clinic")


def test_who_wants_no_automatic_messages_is_not_told_that_nobody_came():
    out = facts()["contato"] | {"saida": "automaticas"}
    play = Play.flow_of(FLOWS["nobody_came"], "conversa.transferida", known=facts(contato=out)).wait("30m")
    assert (play.said, play.did[-1]) == ([], "notify_clinic")


def test_a_clinic_that_cannot_be_notified_does_not_keep_the_patient_in_the_dark():
    play = Play.of("nobody_came", "conversa.transferida", notify_clinic="failed").wait("30m")
    assert play.said[-1] == "ainda_sem_atendente"


def test_an_opt_out_is_obeyed_and_told_to_the_world():
    play = Play.of("opt_out", "optout")
    assert play.said == ["saida_confirmada"]
    assert any(isinstance(item, Emit) and item.event == "paciente.saiu" for item in play.effects)


def test_an_ambiguous_opt_out_is_asked_about():
    play = Play.of("opt_out", "optout", record_opt_out=["ambiguous", "done"])
    assert play.said == ["ask_saida"]
    assert play.reply("affirm").end == ended("out")
    stay = Play.of("opt_out", "optout", record_opt_out="ambiguous").reply("deny")
    assert (stay.said[-1], stay.end) == ("saida_cancelada", ended("stayed"))


# -- reminders -----------------------------------------------------------------------------------------------------------------


def test_the_reminder_goes_24_hours_before_and_a_yes_confirms():
    play = Play.of("reminder_24h", "consulta.agendada")
    assert play.run.wake_at == NOW + timedelta(days=2)
    play.wait("2d")
    assert play.said == ["lembrete_24h"]
    play.reply("affirm")
    assert (play.did, play.end) == (["confirm_consulta"], ended("confirmed"))


def test_a_reminder_of_a_moved_consulta_goes_at_the_new_time():
    play = Play.of("reminder_24h", "consulta.agendada")
    play.facts["consulta"] = {**play.facts["consulta"], "inicio": NOW + timedelta(days=5)}
    play.wait("3d")
    assert play.said == []
    assert play.run.wake_at == NOW + timedelta(days=4)


def test_a_reminder_of_a_consulta_within_four_hours_is_discarded_not_sent():
    known = facts(consulta={**facts()["consulta"], "inicio": NOW + timedelta(hours=3)})
    play = Play.flow_of(FLOWS["reminder_24h"], "consulta.agendada", known=known)
    assert (play.said, play.discarded) == ([], ["lembrete_24h"])
    assert play.end == ended("unanswered")


def test_a_cancelled_consulta_stops_its_reminder_but_not_by_its_own_cancel():
    own = Play.of("reminder_24h", "consulta.agendada").wait("2d").reply("cancel")
    assert own.event("consulta.cancelada", own=True).run.state is RunState.VIVA
    assert own.child("cancelled").end == ended("cancelled")
    other = Play.of("reminder_24h", "consulta.agendada").event("consulta.cancelada")
    assert other.end == (RunState.PARADA, "consulta.cancelada")


def test_a_confirmed_consulta_gets_no_second_reminder():
    known = facts(consulta={**facts()["consulta"], "status": "confirmado"})
    play = Play.flow_of(FLOWS["reminder_2h"], known=known).wait("3d")
    assert (play.said, play.end) == ([], ended("done"))


def test_an_undelivered_reminder_goes_by_sms_else_email():
    play = Play.of("reminder_2h").wait("70h").wait("15m")
    assert play.said == ["lembrete_2h_local", "lembrete_2h_curto"]
    backup = [item for item in play.effects if isinstance(item, SendMessage)][-1]
    assert backup.channels == ("sms", "email")


def test_a_delivered_reminder_waits_for_the_answer():
    play = Play.of("reminder_2h").wait("70h").event("mensagem.entregue").wait("1h")
    assert play.said == ["lembrete_2h_local"]
    assert play.reply("late").end == ended("late")


# -- reschedule, cancel --------------------------------------------------------------------------------------------------------


ONE: tuple[str, dict[str, Any]] = ("one", {"mudanca": {"quando": None, "com": []}})
SEVERAL = ("several", {"consultas": [{"id": "a1"}, {"id": "a2"}], "mudanca": {"quando": None, "com": []}})


def test_a_reschedule_asks_for_a_new_time_only():
    play = Play.of("reschedule", "reschedule", find_consulta=ONE)
    assert (play.said, play.called[0].flow) == ([], "new_time")
    assert play.child("moved").end == ended("moved")


def test_a_new_time_keeps_the_old_one_until_it_is_taken():
    play = Play.of("new_time", offer_slots=OFFER, move_consulta=["taken", "done"])
    play.reply(quando={"date_start": "2026-11-09"}).reply(choice="s1")
    assert play.said == ["ask_novo_horario", "ask_vaga", "vaga_ocupada", "ask_vaga"]
    assert play.reply(choice="s2").said[-1] == "consulta_remarcada"
    assert play.end == ended("moved")


def test_who_asks_for_a_time_that_was_named_is_not_asked_for_it():
    play = Play.of("new_time", slots={"quando": {"date_start": "2026-11-09"}}, offer_slots=OFFER)
    assert play.said == ["ask_vaga"]
    assert play.reply("confirm_attendance").end == ended("kept")


def test_a_move_without_an_answer_is_known_to_the_clinic():
    play = Play.of("reschedule", "reschedule", find_consulta=ONE).child("silent")
    assert (play.did[-1], play.end) == ("notify_clinic", ended("kept"))


def test_which_consulta_is_asked_only_when_there_are_several():
    play = Play.of("reschedule", "reschedule", find_consulta=[SEVERAL, ONE])
    assert play.said == ["ask_qual_consulta"]
    assert play.reply(choice="a2").called[0].flow == "new_time"


@pytest.mark.parametrize(
    ("flow", "result"), [(f, r) for f in ("reschedule", "cancel") for r in ("none", "begun")]
)
def test_what_anna_may_not_change_a_person_does(flow, result):
    play = Play.of(flow, flow, find_consulta=result)
    assert (play.did[-1], play.end) == ("hand_off", ended("handed"))


def test_a_move_may_become_a_cancellation_and_back():
    play = Play.of("reschedule", "reschedule", find_consulta=ONE).child("cancel")
    assert play.called[-1].flow == "cancel"
    assert play.child("moved").end == ended("moved")


def test_a_cancel_is_asked_back_once_and_may_become_another_time():
    play = Play.of("cancel", "cancel", find_consulta=ONE).reply("reschedule")
    assert play.called[0].flow == "new_time"
    assert play.child("moved").end == ended("moved")
    sure = Play.of("cancel", "cancel", find_consulta=ONE).reply("cancel", "deny")
    assert ("cancel_consulta" in sure.did, sure.end) == (True, ended("cancelled"))


@pytest.mark.parametrize("said", [("deny",), ("keep", "cancel", "deny")])
def test_who_gives_up_cancelling_keeps_the_consulta(said):
    play = Play.of("cancel", "cancel", find_consulta=ONE).reply(*said)
    assert ("cancel_consulta" in play.did, play.end) == (False, ended("kept"))


def test_a_yes_that_may_mean_either_cancels_nothing():
    play = Play.of("cancel", "cancel", find_consulta=ONE).reply("affirm", "confirm_attendance")
    assert play.said[-1] == "ask_cancelar_em_duvida"
    assert play.reply("affirm").end == ended("handed")
    assert "cancel_consulta" not in play.did


def test_what_was_paid_for_a_cancelled_consulta_a_person_settles():
    known = facts(fatura={"id": "f1", "status": "paga", "vence_em": NOW, "substitui": False})
    play = Play.flow_of(FLOWS["cancel"], "cancel", known=known, results={"find_consulta": ONE}).reply(
        "cancel"
    )
    assert play.did[-3:] == ["cancel_consulta", "notify_clinic", "hand_off"]
    assert (play.said[-1], play.end) == ("consulta_cancelada_com_sinal", ended("cancelled"))


# -- the waiting list, one's own data ----------------------------------------------------------------------------------------


def test_who_asks_to_wait_is_asked_for_what_and_when_only():
    play = Play.of("join_waitlist", "waitlist", slots={"procedimentos": ["botox"]})
    assert play.said == ["ask_quando_espera"]
    assert play.reply(quando={"date_start": "2026-11-05"}).said[-1] == "na_lista_de_espera"
    assert play.end == ended("joined")


def test_a_wait_in_vain_ends_with_a_word_and_one_that_was_served_without():
    assert Play.of("waitlist_end", "espera.aberta").wait("80h").said == []
    assert Play.of("waitlist_end", "espera.aberta").wait("81h").said == ["espera_encerrada"]
    assert Play.of("waitlist_end", "espera.aberta", close_waitlist="served").wait("81h").said == []


@pytest.mark.parametrize("asked", ["data_request", "data_rights"])
def test_a_question_about_ones_data_is_on_record_before_a_person_has_it(asked):
    play = Play.of("data_request", asked)
    assert play.did == ["record_data_request", "hand_off"]
    assert (play.said, play.end) == (["pedido_de_dados_registrado"], ended("handed"))


def test_the_clinic_is_reminded_before_the_answer_is_due_unless_it_was_given():
    assert Play.of("data_request_due", "titular.pediu").wait("12d").did == ["notify_clinic"]
    known = facts(pedido={"id": "d1", "status": "encerrada", "prazo_em": NOW + timedelta(days=15)})
    play = Play.flow_of(FLOWS["data_request_due"], "titular.pediu", known=known).wait("12d")
    assert (play.did, play.end) == ([], ended("answered"))


def test_only_a_yes_brings_reminders_back():
    yes = Play.of("opt_in", "consulta.agendada").reply("affirm", choice="affirm")
    assert (yes.did, yes.said[-1], yes.end) == (["record_opt_in"], "lembretes_ligados", ended("in"))
    assert Play.of("opt_in", "consulta.agendada").reply("deny", choice="deny").did == []
    assert Play.of("opt_in", "consulta.agendada").reply(unclear=True).reply(unclear=True).did == []
    assert Play.of("opt_in", "consulta.agendada").wait("24h").did == []


# -- after the visit -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nota", "did", "said"), [(3, "create_coupon", "nps_desculpa_e_cupom"), (8, "record_nps", "ask_feedback")]
)
def test_a_low_mark_gets_an_apology_and_a_middle_one_a_question(nota, did, said):
    play = Play.of("nps", "consulta.realizada").wait("24h").reply(nota=nota)
    assert (play.did[-1], play.said[-1]) == (did, said)


def test_a_low_mark_reaches_a_person_even_without_a_comment():
    play = Play.of("nps", "consulta.realizada").wait("24h").reply(nota=0).wait("2h")
    assert (play.did[-1], play.end) == ("hand_off", ended("detractor"))


def test_a_promoter_starts_the_upsell():
    play = Play.of("nps", "consulta.realizada").wait("24h").reply(nota=10)
    assert any(isinstance(item, Emit) and item.event == "nps.promotor" for item in play.effects)


def test_an_nps_question_the_door_refuses_ends_quietly():
    assert Play.of("nps", "consulta.realizada").wait("24h").dropped().end == ended("unanswered")


def test_an_upsell_books_directly_with_its_coupon():
    recommended = ("done", {"recomendacao": {"servicos": ["peeling"], "foto": None}})
    play = Play.of(
        "upsell", "nps.promotor", recommend=recommended, create_coupon=("done", {"cupom": {"id": "q1"}})
    )
    play.wait("3d").reply("affirm")
    assert play.called[0].slots == {"procedimentos": ["peeling"], "cupom": "q1"}
    assert play.child("booked").end == ended("converted")


def test_a_patient_who_comes_back_alone_counts_as_returned():
    play = Play.of(
        "reactivation",
        churn_risk=("done", {"risco": {"score": 90}}),
        create_coupon=("done", {"cupom": {"id": "q"}}),
    )
    play.event("consulta.agendada")
    assert (play.did[-1], play.end) == ("record_return", ended("returned"))
    assert Play.of("reactivation", churn_risk=("done", {"risco": {"score": 70}})).said == []


def test_a_freed_slot_is_offered_to_one_after_the_other():
    play = Play.of("waitlist", "consulta.cancelada", next_waiting=["done", "done", "none"])
    play.wait("30m")
    assert play.said == ["oferta_vaga", "oferta_vaga"]
    assert play.reply("affirm").end == ended("filled")
