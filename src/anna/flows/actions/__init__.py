"""What `do` steps can do: each action with its spec, in one table."""

from __future__ import annotations

from anna.flows.actions import (
    answers,
    appointments,
    booking,
    coming,
    finding,
    naming,
    own,
    people,
    qualify,
    requests,
    righting,
    several,
    swapping,
)
from anna.flows.registry import Action, Registry
from anna.flows.vocabulary import DONE, ActionSpec

_NOTHING: frozenset[str] = frozenset()

ACTIONS: Registry = {
    "open_lead": Action(spec=ActionSpec(inside=True), carry_out=qualify.open_lead),
    "score_lead": Action(spec=ActionSpec(inside=True, rules=True), carry_out=qualify.score_lead),
    "offer_slots": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "none"}), takes=frozenset({"count", "consulta"}),
            gives={"oferta": _NOTHING, "palavras": _NOTHING, "oferecidos": _NOTHING, "perdido": _NOTHING, "pedido": _NOTHING, "ajustado": _NOTHING, "atendido": _NOTHING, "agora": _NOTHING, "com": _NOTHING},
        ),
        carry_out=booking.offer_slots,
    ),
    "who_comes": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "unnamed", "unnamed_kin", "apart"}),
            gives={"da_outra": _NOTHING, "oferecidos": _NOTHING},
        ),
        carry_out=coming.who_comes,
    ),
    "other_named": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "unnamed"})), carry_out=coming.other_named
    ),
    "other_comes": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "apart"}),
            gives={"ao_lado": frozenset({"quando", "nome"}), "palavras": _NOTHING},
        ),
        carry_out=coming.other_comes,
    ),
    "correct_name": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "same", "person", "nobody"}), gives={"palavras": _NOTHING}),
        carry_out=naming.correct_name,
    ),
    "hold_slot": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "taken", "passed"}), takes=frozenset({"for"}), gives={"perdido": _NOTHING}
        ),
        carry_out=booking.hold_slot,
    ),
    "share_between": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "untold", "mixed"}), takes=frozenset({"booked"}),
            gives={"cada": frozenset({"dela", "da_outra", "quando_dela", "quando_da_outra"})},
        ),
        carry_out=several.share_between,
    ),
    "note_further": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "none"}),
            gives={"tambem": _NOTHING, "palavras": _NOTHING},
        ),
        carry_out=several.note_further,
    ),
    "forget_further": Action(
        spec=ActionSpec(inside=True, gives={"tambem": _NOTHING}), carry_out=several.forget_further
    ),
    "take_up_further": Action(
        spec=ActionSpec(inside=True, gives={"ainda": _NOTHING}), carry_out=several.take_up_further
    ),
    "take_up_left": Action(spec=ActionSpec(inside=True), carry_out=several.take_up_left),
    "charge": Action(spec=ActionSpec(inside=False)),
    "close_charge": Action(spec=ActionSpec(inside=False)),
    "book": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "lost"}), gives={"perdido": _NOTHING}),
        carry_out=booking.book,
    ),
    "release_hold": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "released"})), carry_out=booking.release_hold),
    "find_consulta": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({"one", "several", finding.ALL, "none", "begun", "near", "only_with", "missed"}),
            takes=frozenset({"notice", "all"}),
            gives={"consultas": _NOTHING, "mudanca": frozenset({"quando", "com"}), "todas": _NOTHING, "palavras": _NOTHING,
                "perdida": frozenset({"procedimentos", "paga"}),
            },
        ),
        carry_out=finding.find_consulta,
    ),
    "swap_procedure": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "same", "deposit"}), gives={"troca": frozenset({"procedimentos", "quando"})}
        ),
        carry_out=swapping.swap_procedure,
    ),
    "find_double": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "same", "none"}), takes=frozenset({"take"}),
            gives={"dobrada": _NOTHING, "palavras": _NOTHING},
        ),
        carry_out=own.find_double,
    ),
    "find_cancelled": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "several", "none"}),
            gives={"consultas": _NOTHING, "desmarcada": frozenset({"procedimentos", "quando"})},
        ),
        carry_out=finding.find_cancelled,
    ),
    "move_consulta": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "taken", "passed", "gone"}), gives={"perdido": _NOTHING}),
        carry_out=appointments.move_consulta,
    ),
    "put_right": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "same", "unsaid", "none"}), gives={"mudanca": frozenset({"quando"})}
        ),
        carry_out=righting.put_right,
    ),
    "cancel_consulta": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "gone"})), carry_out=appointments.cancel_consulta
    ),
    "cancel_all": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "gone"})), carry_out=appointments.cancel_all
    ),
    "confirm_all": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "gone"})), carry_out=appointments.confirm_all
    ),
    "confirm_consulta": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "gone"})), carry_out=appointments.confirm_consulta
    ),
    "join_waitlist": Action(spec=ActionSpec(inside=True), carry_out=requests.join_waitlist),
    "close_waitlist": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "served"})), carry_out=requests.close_waitlist
    ),
    "leave_waitlist": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "several", "none"}), gives={"esperas": _NOTHING, "palavras": _NOTHING}
        ),
        carry_out=requests.leave_waitlist,
    ),
    "record_data_request": Action(spec=ActionSpec(inside=True), carry_out=requests.record_data_request),
    "hand_off": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "known"}), takes=frozenset({"reason"})), carry_out=people.hand_off
    ),
    "notify_clinic": Action(
        spec=ActionSpec(inside=True, takes=frozenset({"reason", "about"})), carry_out=people.notify_clinic
    ),
    "record_opt_out": Action(
        spec=ActionSpec(inside=True, results=frozenset({DONE, "ambiguous", "news", "place", "mourned", "reminders", "only_reminders"}), takes=frozenset({"sure"})),
        carry_out=people.record_opt_out,
    ),
    "record_opt_in": Action(spec=ActionSpec(inside=True, takes=frozenset({"news"})), carry_out=people.record_opt_in),
    "answer": Action(
        spec=ActionSpec(
            inside=True, results=frozenset({DONE, "unknown", "late", "late_ahead", "person", "part", "medical", "care"})
        ),
        carry_out=answers.answer,
    ),
}  # fmt: skip
"""Every action there is."""
