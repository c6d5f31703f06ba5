"""For whom of two who come an offered time is taken."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.replies.each_choice import takes_for_herself, takes_for_the_other


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("a dela a terceira", True),
        ("a dela pode ser a segunda opção", True),
        ("a 2 pra minha mãe", True),
        ("o da minha mãe 10h", True),
        ("pra ela o primeiro", True),
        ("2 pra ela", True),
        ("minha mãe fica com a 1", True),
        ("o terceiro dela", True),
        ("1", False),
        ("1, e a da minha mãe depois", False),
        ("1 pra mim e 2 pra ela", False),
        ("a 2, é o que minha mãe prefere", False),
        ("1, minha mãe vai junto", False),
        ("2 e a dela também", False),
        ("1 pra mim e pra minha mãe", False),
        ("a primeira, minha mãe gosta de cedo", False),
        ("10h e ela logo depois", False),
    ],
)
def test_a_time_is_taken_for_the_other(text: str, theirs: bool) -> None:
    assert takes_for_the_other(text) is theirs


@pytest.mark.parametrize(
    ("text", "hers"),
    [
        ("a minha pode ser a segunda opção", True),
        ("o meu pode ser o 2", True),
        ("a minha é a primeira", True),
        ("o meu às 10h", True),
        ("2 a minha", True),
        ("2", False),
        ("a minha escolha é a 2", False),
        ("a minha mãe a 2", False),
        ("a minha preferida é a 1", False),
        ("2 pra mim", False),
        ("1, a minha já está marcada né", False),
        ("a minha a 1 e a dela a 2", False),
    ],
)
def test_a_time_is_taken_as_her_own(text: str, hers: bool) -> None:
    assert takes_for_herself(text) is hers
