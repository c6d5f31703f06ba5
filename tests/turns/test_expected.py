"""What asks something, and what calls for somebody: nobody who does is left in silence."""

from __future__ import annotations

import pytest

from anna.turns.handoff.expected import asks, calls_out


@pytest.mark.parametrize(
    "text",
    [
        "alô", "Alôôô??", "oi", "oiii", "oi?", "ei gente", "alguém?", "tem alguém aí", "cadê vocês", "kd vc", "boa noite, alguém online", "alguém vai me responder?",
        "ninguém me responde?", "vocês vão me responder hoje", "me responde por favor", "psiu",
    ],
)  # fmt: skip
def test_whoever_calls_is_heard(text: str) -> None:
    assert calls_out(text)
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "alguém da minha família fez aí e gostou", "vocês atendem convênio", "oi, quero botox", "a moça foi um amor", "obrigada, gente", "ok",
        "gente, que lugar lindo", "vou esperar", "", "ninguém me responde", "vcs não respondem", "tá demorando hein", "não me responderam",
    ],
)  # fmt: skip
def test_what_only_names_people_calls_nobody(text: str) -> None:
    assert not calls_out(text)


def test_the_mark_of_a_link_asks_nothing() -> None:
    assert not asks("achei isso https://exemplo.com/a?b=c")
    assert asks("achei isso https://exemplo.com/a?b=c é de vocês?")
