"""What must hold for every message, not only for those somebody thought of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from time import thread_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from anna.clinica.calendar import DEFAULT
from anna.commands import Reading, YesNo
from anna.conversation.understanding.catalogue import DEFAULT as CATALOGUE, Procedure
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line
from anna.kit.dates import describe_day, describe_start
from anna.kit.text import fold
from tests.understanding.evaluate import context_of, load
from tests.understanding.test_labelled import EXAMPLES, OWN

ANNA = OfflineUnderstander()
NOW = datetime.fromisoformat("2026-03-03T10:00:00-03:00")
WORDS = [
    "quero",
    "pode",
    "sim",
    "não",
    "amanhã",
    "hoje",
    "segunda",
    "terça",
    "quarta",
    "sexta",
    "dia",
    "mês",
    "semana",
    "que",
    "vem",
    "às",
    "10",
    "14h30",
    "15",
    "meia",
    "e",
    "ou",
    "depois",
    "antes",
    "até",
    "das",
    "de",
    "para",
    "botox",
    "limpeza",
    "peeling",
    "menos",
    "aliás",
    ",",
    ".",
    "?",
    "oi",
    "obrigada",
    "cancelar",
    "remarcar",
    "outro",
    "horário",
    "manhã",
    "tarde",
    "5/3",
    "11",
    "98765-4321",
    "meu",
    "nome",
    "é",
    "Ana",
    "parar",
    "mensagem",
    "nove",
    "a",
    "o",
    "última",
    "31",
    "fevereiro",
]
messages = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.text(alphabet=st.characters(codec=None), max_size=20),
)
contexts = st.builds(
    lambda state, slots, bot: Context(
        reference_time=NOW, state=state, slots=tuple(slots), bot_text=bot, options=("Confirmar", "Remarcar")
    ),
    st.sampled_from(State),
    st.lists(st.datetimes(datetime(2026, 3, 4), datetime(2026, 4, 4)), max_size=4),  # noqa: DTZ001  (slots are naive and local)
    st.one_of(st.none(), st.just("Posso confirmar limpeza de pele na quinta 05/03 às 10h?")),
)
no_deadline = settings(suppress_health_check=[HealthCheck.too_slow])


def at(text: str, state: State = State.ASK_WHEN) -> Reading:
    return ANNA.understand(text, Context(reference_time=NOW, state=state))


@no_deadline
@given(messages, contexts)
def test_a_message_that_breaks_a_rule(text: str, context: Context) -> None:
    first, second = ANNA.understand(text, context), ANNA.understand(text, context)
    assert first == second
    assert first.intents
    assert first.to_json()


def test_a_message_that_is_read_only_in_the_situation_somebody_thought_of() -> None:
    offered = [
        NOW.replace(tzinfo=None, day=day, hour=hour) for day, hour in ((4, 8), (5, 11), (9, 14), (10, 16))
    ]
    states = list(State)
    for number, row in enumerate(load(OWN)[::9]):
        context = Context(
            reference_time=NOW,
            state=states[number % len(states)],
            slots=tuple(offered[: 1 + number % len(offered)]),
        )
        assert ANNA.understand(row["text"], context).intents
        assert ANNA.understand(row["text"], replace(context, state=State.OFFER_SLOTS)).intents


@given(st.text(max_size=60))
def test_a_fold_that_needs_a_second_fold(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_a_token_that_does_not_point_at_its_own_text(text: str) -> None:
    line = Line.of(text)
    assert all(line.text[t.start : t.end].startswith(t.text) for t in line.tokens)
    assert all(a.end <= b.start for a, b in pairwise(line.tokens))


@no_deadline
@given(st.dates(date(2026, 3, 4), date(2026, 12, 31)))
def test_a_day_that_anna_says_and_does_not_understand(day: date) -> None:
    when = at(describe_day(day)).when
    assert when is not None
    assert (when.date_start, when.date_end) == (day, day)


@no_deadline
@given(st.dates(date(2026, 3, 4), date(2026, 12, 31)), st.integers(8, 17), st.sampled_from([0, 15, 30, 45]))
def test_a_start_that_anna_says_and_does_not_understand(day: date, hour: int, minute: int) -> None:
    when = at(describe_start(datetime.combine(day, time(hour, minute)))).when
    assert when is not None
    assert when.date_start == day
    assert when.time_start == time(hour, minute)
    open_then = DEFAULT.is_open_at(day, time(hour, minute))
    assert (when.status.value == "ok") == open_then


@pytest.mark.parametrize("row", [*load(EXAMPLES), *load(OWN)], ids=lambda row: row["id"])
def test_an_accent_or_capital_that_changes_days_or_procedures(row: dict[str, object]) -> None:
    text, context = str(row["text"]), context_of(row)
    plain = ANNA.understand(text, context)
    folded = ANNA.understand(fold(text), context)
    assert folded.procedure == plain.procedure
    if plain.name is None and folded.name is None:  # a capital letter is what tells "Domingos" from a Sunday
        assert folded.when == plain.when


PADDING = ("oi moça, ", "bom dia! ", "por favor, ", "amiga, então, ")


@no_deadline
@given(
    st.sampled_from(PADDING),
    st.sampled_from([r for r in load(OWN) if r.get("when") and r["context"]["state"] == "ask_when"]),
)
def test_a_greeting_that_moves_a_date(padding: str, row: dict[str, object]) -> None:
    text, context = str(row["text"]), context_of(row)
    assert ANNA.understand(padding + text, context).when == ANNA.understand(text, context).when


@no_deadline
@given(st.sampled_from(CATALOGUE.procedures), st.data())
def test_a_letter_swapped_in_a_long_name(procedure: Procedure, data: st.DataObject) -> None:
    name = procedure.names[0]
    if len(name) < 9:
        return
    place = data.draw(st.integers(2, len(name) - 3))
    if " " in name[place - 1 : place + 3]:
        return
    slipped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    assert procedure.slug in at(slipped, State.ASK_PROCEDURE).procedure


@pytest.mark.parametrize("state", list(State))
def test_a_farewell_or_laugh_that_books_something(state: State) -> None:
    for text in ("kkkkkkk", "até amanhã, obrigada!", "bom fim de semana"):
        reading = ANNA.understand(text, Context(reference_time=NOW, state=state))
        if state not in {State.ASK_WHEN, State.ASK_TIME}:
            assert reading.when is None


def test_a_tomorrow_taken_from_utc_instead_of_the_clinic() -> None:
    late = datetime.fromisoformat("2026-03-04T01:30:00+00:00")  # still the 3rd in São Paulo
    when = ANNA.understand("amanhã às 10", Context(reference_time=late, state=State.ASK_WHEN)).when
    assert when is not None
    assert when.date_start == (NOW + timedelta(days=1)).date()


# -- how a thing is typed does not change what it is -------------------------------------------------------------------------------

ANSWERS = [
    r
    for r in load(OWN)
    if r.get("yes_no") in {"yes", "no"} and r["context"]["state"] == "confirm_booking" and r["text"].isascii()
]
OPPOSITE = {YesNo.YES: YesNo.NO, YesNo.NO: YesNo.YES}
DRESSES: dict[str, Callable[[str], str]] = {
    "shouted": str.upper,
    "no accents": fold,
    "polite": lambda text: f"oi moça, {text}, por favor",
    "thankful": lambda text: f"{text}, obrigada!",
    "laughing": lambda text: f"{text} kkkk",
    "emoji": lambda text: f"{text} 😊",
    "hearts": lambda text: f"{text} 💕✨",
    "exclaimed": lambda text: f"{text}!!!",
    "trailing": lambda text: f"{text}...",
    "spaced": lambda text: f"  {text}  \n",
}


_SHARE = 3
"""Each way of typing is tried on every third message, the next way on the next one."""


def _share(dress: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return rows[list(DRESSES).index(dress) % _SHARE :: _SHARE]


@pytest.mark.parametrize("dress", DRESSES)
def test_a_yes_that_becomes_a_no_by_how_it_is_typed(dress: str) -> None:
    for row in _share(dress, [row for row in load(OWN) if row.get("yes_no") in {"yes", "no"}]):
        context, said = context_of(row), YesNo(row["yes_no"])
        reading = ANNA.understand(DRESSES[dress](str(row["text"])), context)
        assert reading.yes_no is not OPPOSITE[said], (dress, row["text"])


_LETTERS = 3
"""Of so many letters one is stretched, another one in every message."""


@pytest.mark.parametrize("row", ANSWERS, ids=lambda row: row["id"])
def test_a_stretched_letter_that_turns_an_answer_around(row: dict[str, object]) -> None:
    text, said = str(row["text"]), YesNo(str(row["yes_no"]))
    for place in range(len(text) % _LETTERS, len(text), _LETTERS):
        if not text[place].isalpha() or text[place] in "rs":  # "rr" and "ss" are letters of their own
            continue
        stretched = text[: place + 1] + 3 * text[place] + text[place + 1 :]
        assert ANNA.understand(stretched, context_of(row)).yes_no is not OPPOSITE[said], stretched


@pytest.mark.parametrize("dress", ["shouted", "no accents", "emoji", "exclaimed", "spaced"])
def test_a_concern_or_opt_out_that_depends_on_typing(dress: str) -> None:
    grave = [
        row
        for row in load(OWN)
        if (row.get("safety") or row.get("optout")) and "safety" in row.get("only", ("safety",))
    ]
    for row in _share(dress, grave):
        plain = ANNA.understand(str(row["text"]), context_of(row))
        dressed = ANNA.understand(DRESSES[dress](str(row["text"])), context_of(row))
        assert (dressed.safety, dressed.optout) == (plain.safety, plain.optout), (dress, row["text"])


@pytest.mark.parametrize(
    "piece",
    [
        "quero marcar amanhã às 10 ",
        "não posso quinta, ",
        "a",
        "1 ",
        "não ",
        "sim, ",
        "meu rosto inchou ",
        "? ",
        "_",
        "das 8 às 10 e ",
        "oi\n",
        "2 e 3 ",
        "\N{GRINNING FACE}",
    ],
)
def test_a_long_message_that_takes_more_than_its_length(piece: str) -> None:
    context = Context(reference_time=NOW, state=State.OFFER_SLOTS, slots=(datetime(2026, 3, 5, 9),))  # noqa: DTZ001  (local)
    quarter, whole = (piece * (size // len(piece)) for size in (1000, 4000))
    ANNA.understand(whole, context)
    assert _seconds(whole, context) < max(8 * _seconds(quarter, context), _MOST_SECONDS)


_MOST_SECONDS = 0.25  # of processor time: four times the length in between costs four times as much, its square sixteen times


def _seconds(text: str, context: Context) -> float:
    def once() -> float:
        begun = thread_time()
        ANNA.understand(text, context)
        return thread_time() - begun

    return min(once() for _ in range(3))
