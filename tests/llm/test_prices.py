from __future__ import annotations

from decimal import Decimal

import pytest

from anna.errors import InvalidSettings
from anna.llm.models import Prompt, Usage
from anna.llm.prices import PRICES, Price, cost, price_of, read_prices, reservation
from tests.models import VENDORS, book, context


def test_every_model_that_settings_name_by_default_has_a_price_and_its_date() -> None:
    for model in VENDORS.values():
        assert price_of(model, {}).since is not None


def test_the_three_kinds_of_input_cost_what_each_costs() -> None:
    price = Price(input=Decimal(1), cached=Decimal("0.1"), written=Decimal("1.25"), output=Decimal(5))
    usage = Usage(input=1_000_000, cached=1_000_000, written=1_000_000, output=100_000)
    assert cost(usage, price) == Decimal("2.85")


def test_what_is_reserved_is_never_less_than_what_a_question_costs() -> None:
    prompt: Prompt = book().prompt("quero botox quinta às 15h " * 50, context())
    chars = len(prompt.system) + len(prompt.user) + len(str(prompt.schema))
    for price in PRICES.values():
        most = Usage(input=chars // 3, output=prompt.max_output_tokens)
        assert reservation(prompt, price) >= cost(most, price)


def test_a_model_without_a_price_is_refused_because_no_ceiling_could_hold() -> None:
    with pytest.raises(InvalidSettings, match=r"gpt-9 is not known.*ANNA_MODEL_PRICES"):
        price_of("gpt-9", {})


def test_a_setting_adds_prices_and_overrides_them() -> None:
    prices = read_prices("gpt-9=1.5/6, gpt-6-luna=0.2/0.02/0.25/1.2")
    assert price_of("gpt-9", prices).cached == Decimal("1.5")
    assert price_of("gpt-6-luna", prices).output == Decimal("1.2")


@pytest.mark.parametrize(
    "text", ["gpt-9", "gpt-9=1", "gpt-9=1/2/3", "=1/2", "gpt-9=a/b", "gpt-9=-1/2", "gpt-9=nan/2"]
)
def test_a_price_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(InvalidSettings):
        read_prices(text)
