"""The commands of a reading, and what their words only look like. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from anna.commands import FURTHER_COMMANDS, Intent, Nuance, Reading, YesNo

_INSTEAD: Mapping[Nuance, frozenset[str]] = {
    Nuance.OPTS_IN: frozenset({"promo_interest", "info", "info_preference", "schedule", "price", "waitlist"}),
    Nuance.LEAVES_WAITLIST: frozenset({"waitlist", "cancel", "schedule"}),
    Nuance.ASKS_PLACE: frozenset({"waitlist", "location", "availability", "info"}),
    Nuance.TAKES_BACK: frozenset({"cancel"}),
    Nuance.WRONG_TIME: frozenset(
        {"schedule", "availability", "reschedule", "correction", "deny", "check_appointment"}
    ),
    Nuance.ASKS_DURATION: frozenset({"info", "hours"}),
    Nuance.ASKS_WHO: frozenset({"info", "info_bot", "hours"}),
    Nuance.ASKS_FREE: frozenset({"info"}),
    Nuance.ASKS_CHEAPER: frozenset({"price", "promo_interest", "info", "schedule", "availability"}),
    Nuance.ASKS_LATENESS: frozenset({"late", "info"}),
    Nuance.ASKS_REFUND: frozenset({"payment", "info"}),
    Nuance.ASKS_DEPOSIT: frozenset({"info"}),
    Nuance.ASKS_AGE: frozenset({"medical_question", "info"}),
    Nuance.ASKS_GUARANTEE: frozenset({"info"}),
    Nuance.ASKS_RECIPIENT: frozenset({"info", "info_bot", "hours"}),
    Nuance.ASKS_LANGUAGE: frozenset({"info", "hours"}),
    Nuance.CLAIMS_PRICE: frozenset({"price", "promo_interest", "hours"}),
    Nuance.CLAIMS_PROMISE: frozenset({"price", "promo_interest", "info", "info_bot"}),
    Nuance.ASKS_ABOUT: frozenset({"info"}),
    Nuance.ASKS_ADVICE: frozenset({"medical_question", "info"}),
    Nuance.ASKS_AREA: frozenset({"price", "info", "location", "schedule"}),
    Nuance.ASKS_CARE: frozenset({"medical_question", "info"}),
    Nuance.ASKS_DOCTOR: frozenset({"medical_question", "info", "offtopic"}),
    Nuance.ASKS_DOES: frozenset({"info", "medical_question"}),
}
"""What the words of a command look like and do not mean beside it."""

_OF_A_PROCEDURE = frozenset({"price", "schedule"})
"""What is no wish for messages where a procedure is named: "podem falar comigo de novo. quanto é o peeling?"."""

_TOLD_IF = frozenset({Nuance.ASKS_LATENESS.value, Nuance.ASKS_REFUND.value})
"""Rules that are asked about by supposing: "e se eu me atrasar?"."""

_NOT_BESIDE = frozenset({"price", "payment", "info", "medical_question", "cancel", "reschedule"})
"""With these "também" adds nothing to what is to be done: "e quanto custa a limpeza também?"."""


def words(reading: Reading) -> frozenset[str]:
    """The command names of a reading, a plain yes or no among them."""
    said = {intent.value for intent in reading.intents} - {"unclear"}
    further = FURTHER_COMMANDS & reading.nuances
    if said & _NOT_BESIDE or any(nuance.value.startswith("asks_") for nuance in further):
        further -= {Nuance.ALSO}
    for nuance in further:
        kept = _OF_A_PROCEDURE if nuance is Nuance.OPTS_IN and reading.procedure else frozenset()
        said = said - (_INSTEAD.get(nuance, frozenset()) - kept) | {nuance.value}
    if Nuance.ASKS_PREPARATION in reading.nuances and Intent.INFO in reading.intents:
        said |= {"info"}  # "precisa levar algo? quanto tempo dura?": both
    if Nuance.WHAT_IF in reading.nuances:  # "e se eu desmarcar?" asks, and does nothing
        said -= {"cancel", "reschedule", "late"}
        said |= frozenset() if said & _TOLD_IF else {"info"}
    if reading.yes_no is YesNo.YES:
        said.add("affirm")
    if reading.yes_no is YesNo.NO:
        said.add("deny")
    return frozenset(said)
