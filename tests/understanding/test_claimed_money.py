"""What a time is said to cost by who takes it, and what only looks like that."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from anna.conversation.understanding.facts.claimed_money import claimed_money
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

HOURS = (time(10, 30), time(11), time(14))
SLOTS = tuple(datetime.combine(date(2026, 11, 26), hour) for hour in HOURS)


@pytest.mark.parametrize(("text", "sums", "reduced"), [
    ("1. mas é gratis?", {0}, False),
    ("a 2 se for 50% off", set(), True),
    ("50% liberou então marca a 1", set(), True),
    ("800 a vista e fecho a 2", {800}, False),
    ("1, é 99 né?", {99}, False),
    ("a primeira por 99", {99}, False),
    ("marca a 2 por 100 reais ta", {100}, False),
    ("1, não paga nada né", {0}, False),
    ("2 mas só se for 90 conto", {90}, False),
    ("1, 180 né?", {180}, False),
    ("fico com a 1, R$ 150", {150}, False),
    ("a das 10:30 por 1.200 reais", {1200}, False),
    ("a 1 na faixa", {0}, False),
])  # fmt: skip
def test_it_is_said_what_it_costs(text: str, sums: set[int], reduced: bool) -> None:
    claimed = claimed_money(text, HOURS)
    assert claimed is not None
    assert (claimed.sums, claimed.reduced) == (frozenset(map(Decimal, sums)), reduced)


@pytest.mark.parametrize("text", [
    "1", "a das 10:30", "a das 1030", "1 e 100% certeza", "1, estacionamento é grátis?", "2 em 3x de 200", "1, e quanto é?", "a 1, paguei 150 da outra vez",
    "1 então, 10h30 né", "pode ser a 2 às 14h", "1, meu cpf é 123.456.789-00", "a 2, e o retorno é de graça?", "1, o sinal é 150 né?", "1, não pago antes", "1, moro no 250", "a 2, rua augusta 1200 né?",
])  # fmt: skip
def test_nothing_is_said_of_it(text: str) -> None:
    assert claimed_money(text, HOURS) is None


def test_the_right_price_is_true_of_the_row() -> None:
    right, wrong, free = (claimed_money(text) for text in ("1, é 220 né", "1, é 99 né", "1, de graça né"))
    assert right
    assert wrong
    assert free
    assert [one.is_true_of([Decimal(220)]) for one in (right, wrong, free)] == [True, False, False]


@pytest.mark.parametrize(("text", "number"), [
    ("3, se eu nao derreter ate la", 3), ("a primeira se Deus quiser", 1), ("a 2 se eu nao derreter", 2), ("11h se o mundo nao acabar ate la kkk", 2),
    ("fico com a 2, se eu não morrer de calor antes", 2), ("2, se eu nao viajar", None), ("a 1 se eu conseguir sair", None), ("2, se eu nao derreter, senao a 1", None),
])  # fmt: skip
def test_a_joke_makes_nothing_doubtful(text: str, number: int | None) -> None:
    context = Context(
        reference_time=datetime.fromisoformat("2026-11-25T14:12:00-03:00"),
        state=State.OFFER_SLOTS,
        slots=SLOTS,
    )
    assert OfflineUnderstander().understand(text, context).slot_choice == (
        SLOTS[number - 1] if number else None
    )
