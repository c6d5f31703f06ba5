"""May this message go out now? A fixed order of gates, each with its verdict on record.

Pure: what a gate needs to know is read in the transaction that claims the message (door/queries.py) and handed over as a
`Departure`. The first gate that refuses or holds ends the walk; the verdicts up to there are stored with the message, so that
`anna explain` and the console can say why something was or was not sent. A test keeps the order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from anna.door.quiet import WHY

REPEAT_WINDOW = timedelta(minutes=2)
"""The same words twice within this time, with no word of the patient between, are a mistake, not an answer."""


AWAKE = timedelta(hours=1)
"""So long after her last word what follows from it comes as no surprise: the end of a hold, a consulta that was just paid."""

_CAMPAIGN = frozenset({"pesquisa", "marketing"})
DISTURBING = frozenset({"conversa", "lembrete", *_CAMPAIGN})
"""Kinds of messages that wake nobody in quiet hours; a campaign not even when she has just written."""


class Outcome(StrEnum):
    """What a gate says."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    DROP = "drop"  # never goes out
    HOLD = "hold"  # goes out later, at `until`


@dataclass(frozen=True, slots=True)
class Verdict:
    """One gate's answer; `why` is the reason on record, `until` when a held message may try again."""

    gate: str
    outcome: Outcome = Outcome.PASS
    why: str | None = None
    until: datetime | None = None

    def to_json(self) -> dict[str, str]:
        out = {"gate": self.gate, "outcome": self.outcome.value}
        if self.why:
            out["why"] = self.why
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """A planned message and what is true at the moment of sending."""

    now: datetime
    especie: str
    answers_patient: bool  # it belongs to a turn: the patient wrote first
    insists: bool  # a nudge: nobody asked for it
    spoke_at: datetime | None  # when the patient last wrote
    nao_depois: datetime | None
    planned_at: datetime
    answer_until: datetime | None  # after that it is no answer any more; None: it is, or never was one
    saida: str | None  # opt-out scope of the contato
    dono: str
    dono_ate: datetime | None
    nobody_came: bool  # it is waited for a person, and this was planned in the move that called her, answers the patient since, or follows
    # from what she was served with meanwhile
    situation_changed: str | None  # what is no longer as the message says (a moved consulta, a stopped run)
    repeats_last: bool  # same words as Anna's last message within REPEAT_WINDOW, nothing heard since
    window_ends: datetime | None  # None: the channel has no window
    has_window: bool
    quiet_until: datetime | None  # set while quiet hours last
    consented: bool
    sem_lembretes: bool = False  # reminders were refused in her own words
    unbound: str | None = None  # what a free text claims and no row says

    @property
    def unasked(self) -> bool:
        """Whether it neither answers the patient's words nor follows soon upon them."""
        awake = self.spoke_at is not None and self.now - self.spoke_at <= AWAKE
        return not self.answers_patient and (self.insists or not awake)


def opted_out(d: Departure) -> Verdict:
    """An opt-out is obeyed by scope; an answer to the patient's own message always goes (DESIGN section 2, 6)."""
    blocked = {
        "marketing": d.especie == "marketing",
        "automaticas": d.especie in ("marketing", "pesquisa", "lembrete")
        or (d.unasked and d.especie == "conversa"),
        "tudo": d.especie in ("marketing", "pesquisa", "lembrete", "conversa", "transferencia"),
    }
    if d.saida and blocked[d.saida] and not d.answers_patient:
        return Verdict("opted_out", Outcome.DROP, f"saida {d.saida}")
    if d.sem_lembretes and d.especie == "lembrete" and not d.answers_patient:
        return Verdict("opted_out", Outcome.DROP, "no reminders")
    return Verdict("opted_out")


def owner(d: Departure) -> Verdict:
    """While a person owns the conversation Anna holds her tongue; the hand-off notice and reminders are exempt by kind.

    A conversation that only waits for somebody is nobody's yet: what answers the patient meanwhile goes out (decision 0019), and for
    a gentle reason what follows from that, such as the end of a hold (decision 0020).
    """
    owned = d.dono == "pessoa" and (d.dono_ate is None or d.dono_ate > d.now)
    if owned and not d.nobody_came and d.especie in ("conversa", "pesquisa", "marketing"):
        return Verdict("owner", Outcome.DROP, "a person owns the conversation")
    return Verdict("owner")


def is_old_answer(d: Departure) -> bool:
    """Whether it could not go out for so long that it is no answer any more."""
    return d.answer_until is not None and d.now > d.answer_until


def on_time(d: Departure) -> Verdict:
    """Late means past `nao_depois`, or past what the clinic calls an answer: then it is not said at all."""
    if d.nao_depois and d.now > d.nao_depois:
        return Verdict("on_time", Outcome.DROP, "too late")
    if is_old_answer(d):
        hours, minutes = divmod(int((d.now - d.planned_at).total_seconds()) // 60, 60)
        return Verdict("on_time", Outcome.DROP, f"an answer of {hours} h {minutes:02} ago")
    return Verdict("on_time")


def still_true(d: Departure) -> Verdict:
    """A moved or cancelled consulta never triggers the old words."""
    if d.situation_changed:
        return Verdict("still_true", Outcome.DROP, d.situation_changed)
    return Verdict("still_true")


def duplicate(d: Departure) -> Verdict:
    """Not the same words twice in a row."""
    if d.repeats_last and d.especie != "pessoa":
        return Verdict("duplicate", Outcome.DROP, "said the same just now")
    return Verdict("duplicate")


def window(d: Departure) -> Verdict:
    """Outside the provider's 24 hours free text is refused by Meta (63016): it would need an approved template."""
    if d.has_window and (d.window_ends is None or d.window_ends <= d.now):
        return Verdict("window", Outcome.DROP, "24 h window closed and no template")
    return Verdict("window")


def quiet_hours(d: Departure) -> Verdict:
    """Nothing that nobody asked for leaves while they last; past `nao_depois` there is no point in shifting."""
    if d.quiet_until is None or d.especie not in DISTURBING or not (d.unasked or d.especie in _CAMPAIGN):
        return Verdict("quiet_hours")
    if d.nao_depois and d.quiet_until > d.nao_depois:
        return Verdict("quiet_hours", Outcome.DROP, "quiet hours end too late")
    return Verdict("quiet_hours", Outcome.HOLD, WHY, d.quiet_until)


def consent(d: Departure) -> Verdict:
    """No marketing without recorded consent (LGPD art. 11; DESIGN section 2, 6)."""
    if d.especie == "marketing" and not d.consented:
        return Verdict("consent", Outcome.DROP, "no consent on record")
    return Verdict("consent")


def bound(d: Departure) -> Verdict:
    """What a model phrased freely states nothing that no row of this turn says (DESIGN section 2, 4)."""
    if d.unbound:
        return Verdict("bound", Outcome.DROP, f"no row says: {d.unbound}")
    return Verdict("bound")


GATES: tuple[Callable[[Departure], Verdict], ...] = (
    opted_out, owner, on_time, still_true, duplicate, window, quiet_hours, consent, bound,
)  # fmt: skip


def judge(departure: Departure) -> tuple[Verdict, ...]:
    """The verdicts in order, up to and including the first that is not a pass."""
    verdicts: list[Verdict] = []
    for gate in GATES:
        verdicts.append(gate(departure))
        if verdicts[-1].outcome is not Outcome.PASS:
            break
    return tuple(verdicts)
