"""Which services one professional does in one go: all where somebody can, else the first with whatever goes along."""

from __future__ import annotations

from uuid import UUID, uuid4

from hypothesis import given, strategies as st

from anna.agendamento.together import first_together

A, B, C = uuid4(), uuid4(), uuid4()
SERVICOS = st.lists(st.sampled_from([A, B, C]), min_size=1, unique=True)
ABILITIES = st.lists(st.frozensets(st.sampled_from([A, B, C])))


def test_one_who_does_all_does_all() -> None:
    assert first_together([A, B], [frozenset({A}), frozenset({A, B, C})]) == (A, B)


def test_of_two_who_share_nothing_the_first_comes_first() -> None:
    assert first_together([B, A], [frozenset({A}), frozenset({B})]) == (B,)


def test_whoever_does_the_first_with_most_of_the_others_is_taken() -> None:
    assert first_together([A, B, C], [frozenset({A}), frozenset({A, C}), frozenset({B, C})]) == (A, C)


@given(SERVICOS, ABILITIES)
def test_nothing_is_asked_of_anybody_that_she_does_not_do(
    servicos: list[UUID], abilities: list[frozenset[UUID]]
) -> None:
    together = first_together(servicos, abilities)
    assert together[0] == servicos[0]
    assert list(together) == [one for one in servicos if one in together]
    assert together == (servicos[0],) or any(set(together) <= ability for ability in abilities)


@given(SERVICOS, ABILITIES)
def test_all_are_shared_out_in_as_many_rounds_at_most_as_there_are(
    servicos: list[UUID], abilities: list[frozenset[UUID]]
) -> None:
    left, rounds = list(servicos), 0
    while left:
        done = first_together(left, abilities)
        left, rounds = [one for one in left if one not in done], rounds + 1
    assert rounds <= len(servicos)
