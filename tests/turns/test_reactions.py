"""Which emoji says yes or no, and which question takes it for an answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from anna.commands import YesNo
from anna.conversation.question import Question
from anna.turns.queries import Entrada
from anna.turns.reactions import answering
from anna.whatsapp.reactions import reacted

NOW = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
YES_OR_NO = ({"id": "affirm", "rotulo": "Sim"}, {"id": "deny", "rotulo": "Não"})
CANCEL = ({"id": "cancel_it"}, {"id": "reschedule"}, {"id": "keep"})
TIMES = ({"id": "x", "local": "2026-11-27T16:00"}, {"id": "confirm_attendance"})


def reaction(emoji: str | None, on: str = "Q1", tipo: str = "reacao") -> Entrada:
    known: dict[str, Any] = dict.fromkeys(Entrada.__dataclass_fields__)
    return Entrada(
        **known | {"id": uuid4(), "tipo": tipo, "texto": emoji, "dados": {}, "cita": on, "ordem": 1}
    )


def question(*options: dict[str, Any], provedor_id: str | None = "Q1", kind: str = "choice") -> Question:
    return Question(
        id=uuid4(), execucao_id=uuid4(), passo="p", visita=1, slot="s", wanted={"s": kind}, accepts=frozenset(),
        options=options, provedor_id=provedor_id, opened_at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("emoji", ["👍", "👍🏽", "✅", "❤️", "❤", "💜", "👌🏿"])
def test_a_yes_is_a_yes_in_every_skin_and_colour(emoji: str) -> None:
    assert reacted(emoji) is YesNo.YES


@pytest.mark.parametrize("emoji", ["👎", "👎🏻", "❌"])
def test_a_no_is_a_no(emoji: str) -> None:
    assert reacted(emoji) is YesNo.NO


@pytest.mark.parametrize("emoji", ["😂", "😮", "😢", "🙏", "🎉", "👍👎", "", None])
def test_all_others_and_none_say_neither(emoji: str | None) -> None:
    assert reacted(emoji) is None


def test_a_yes_on_the_newest_question_answers_it() -> None:
    yes = reaction("👍")
    for asked in (
        question(*YES_OR_NO),
        question(kind="phone"),
        question({"id": "confirm_attendance"}, {"id": "cancel"}),
    ):
        assert answering([yes], [asked, question(*YES_OR_NO, provedor_id="Q0")]) is yes


def test_a_reaction_elsewhere_answers_nothing() -> None:
    on_older = reaction("👍", on="Q0")
    assert answering([on_older], [question(*YES_OR_NO), question(*YES_OR_NO, provedor_id="Q0")]) is None
    assert answering([reaction("👍", on="X")], [question(*YES_OR_NO)]) is None
    assert answering([reaction("👍")], []) is None
    assert answering([reaction("👍")], [question(*YES_OR_NO, provedor_id=None)]) is None


def test_a_yes_is_no_answer_to_what_asks_for_more() -> None:
    for asked in (question(*CANCEL), question(*TIMES), question(kind="quando"), question(kind="servicos")):
        assert answering([reaction("👍")], [asked]) is None


def test_the_last_of_several_counts_and_words_count_more() -> None:
    first, last = reaction("👍"), reaction("👎")
    assert answering([first, last], [question(*YES_OR_NO)]) is last
    assert answering([first, reaction("oi", tipo="texto")], [question(*YES_OR_NO)]) is None
