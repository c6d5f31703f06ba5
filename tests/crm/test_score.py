from __future__ import annotations

from hypothesis import given, strategies as st

from anna.crm.score import Hit, Motivo, Score, score

WANTS = Hit(because="quer fazer o procedimento", points=35)
SOON = Hit(because="quer para esta semana", points=20)
ASKED = Hit(because="pediu horario: sempre recebe", floor=71)


def test_points_add_up() -> None:
    assert score([WANTS, SOON]) == Score(55, (Motivo(35, WANTS.because), Motivo(20, SOON.because)))


def test_who_asks_to_book_is_never_below_71() -> None:
    assert score([ASKED]) == Score(71, (Motivo(71, ASKED.because),))
    assert score([WANTS, ASKED]).valor == 71


def test_a_floor_below_the_points_is_no_reason() -> None:
    high = score([WANTS, SOON, Hit(because="x", points=30), ASKED])
    assert high.valor == 85
    assert ASKED.because not in [m.porque for m in high.motivos]


def test_nothing_is_nothing() -> None:
    assert score([]) == Score(0, ())


hits = st.builds(
    Hit,
    because=st.text(max_size=5),
    points=st.integers(-120, 120),
    floor=st.none() | st.integers(0, 100),
)


@given(st.lists(hits, max_size=8))
def test_the_reasons_always_explain_the_number(given_hits: list[Hit]) -> None:
    result = score(given_hits)
    assert 0 <= result.valor <= 100
    assert sum(m.pontos for m in result.motivos) == result.valor
    assert result.valor >= max((h.floor or 0 for h in given_hits), default=0)
    assert all(m.pontos for m in result.motivos)


@given(st.lists(hits, max_size=8).flatmap(lambda h: st.tuples(st.just(h), st.permutations(h))))
def test_the_order_of_the_rules_does_not_change_the_number(orders: tuple[list[Hit], list[Hit]]) -> None:
    assert score(orders[0]).valor == score(orders[1]).valor
