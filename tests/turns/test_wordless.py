"""What is answered to pictures, files and voices, for all that may have gone before. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, strategies as st

from anna.conversation.manners import WORDLESS
from anna.turns.listening import Burst, read_burst
from anna.turns.queries import Entrada
from anna.turns.wordless import ASKED_ABOUT, MORE_OF_IT, PICTURES, UNCLEAR, Before, answer_to
from anna.whatsapp.transcripts import (
    ACKNOWLEDGED_AFTER,
    PATIENCE,
    Unheard,
    Wait,
    says_nothing,
    wait_for_words,
    words_in,
)
from tests.conftest import TEST_NOW

befores = st.builds(
    Before,
    rule=st.sampled_from([None, "start", UNCLEAR, "pessoa", *sorted(ASKED_ABOUT), "wordless.localizacao"]),
    ago=st.timedeltas(timedelta(0), timedelta(days=3)),
    concern=st.booleans(),
    says_paid=st.booleans(),
    owes=st.booleans(),
)


@given(st.sampled_from(sorted(WORDLESS)), befores, st.none() | st.sampled_from([*Unheard]))
def test_every_kind_has_an_answer_whatever_went_before(
    kind: str, before: Before, unheard: str | None
) -> None:
    answer = answer_to(kind, before, unheard=unheard)
    assert answer.why
    assert not (answer.person and answer.returns)


@given(st.sampled_from(sorted(PICTURES)), befores)
def test_nobody_is_asked_twice_what_a_picture_is_about(kind: str, before: Before) -> None:
    answer = answer_to(kind, before)
    asks = answer.template in {"vi_imagem", "arquivo_ou_comprovante"}
    if before.rule in {f"wordless.{other}" for other in PICTURES} or before.rule == UNCLEAR:
        assert not asks
    if not asks and not answer.person:
        assert before.ago <= MORE_OF_IT


@given(st.sampled_from(sorted(PICTURES)), befores)
def test_a_picture_after_a_concern_is_a_persons(kind: str, before: Before) -> None:
    if before.concern:
        assert answer_to(kind, before).why == "foto_clinica"
        assert answer_to(kind, before).person


@pytest.mark.parametrize("unheard", [None, *(why for why in Unheard if why not in ("longo", "grande"))])
def test_the_second_voice_that_nobody_heard_goes_to_a_person(unheard: str | None) -> None:
    assert not answer_to("audio", Before(), unheard=unheard).person
    assert answer_to("audio", Before(rule="wordless.audio"), unheard=unheard).person


def said(*kinds: str, **texts: str) -> Burst:
    entradas = [
        Entrada(
            id=uuid4(), ordem=number, tipo=kind, texto=texts.get(kind), dados={}, cita=None, criada_em=TEST_NOW,
            provedor_em=None,
        )
        for number, kind in enumerate(kinds)
    ]  # fmt: skip
    return read_burst(entradas, now=TEST_NOW)


@pytest.mark.parametrize(
    ("kinds", "about"),
    [
        (["imagem", "figurinha"], "imagem"),
        (["imagem", "audio", "imagem"], "audio"),
        (["imagem", "documento"], "documento"),
        (["figurinha", "localizacao"], "localizacao"),
        (["figurinha", "enquete"], "enquete"),
    ],
)
def test_an_answer_is_about_what_tells_most(kinds: list[str], about: str) -> None:
    """A sticker after a picture made the picture be ignored."""
    assert said(*kinds).wordless == about


def test_words_beside_a_picture_are_what_is_read() -> None:
    burst = said("imagem", "texto", texto="quero isso")
    assert (burst.text, burst.wordless, burst.picture) == ("quero isso", None, "imagem")


@given(st.timedeltas(timedelta(0), timedelta(minutes=5)), st.booleans())
def test_a_wait_always_ends_and_acknowledges_once(ago: timedelta, acknowledged: bool) -> None:
    first: datetime = TEST_NOW
    wait = wait_for_words(first, acknowledged=acknowledged, now=first + ago)
    if ago >= PATIENCE:
        assert wait is None
    elif ago < ACKNOWLEDGED_AFTER:
        assert wait == Wait(first + ACKNOWLEDGED_AFTER, acknowledge=False)
    else:
        assert wait == Wait(first + PATIENCE, acknowledge=not acknowledged)


@pytest.mark.parametrize(
    "text", ["", " … ", ".", "Legendas pela comunidade Amara.org", "Obrigado por assistir!"]
)
def test_silence_is_heard_as_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["Oi", "1", "sim", "obrigada", "Amara", "não"])
def test_a_short_word_is_a_word(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[audio] quero botox", "quero botox"),
        ("quero botox", "quero botox"),
        ("[audio] undefined", None),
        ("", None),
        (None, None),
        (7, None),
    ],
)
def test_words_that_an_evolution_wrote_out_are_read_without_its_mark(
    written: object, words: str | None
) -> None:
    assert words_in({"transcricao": written}) == words
