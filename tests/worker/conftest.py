"""Fixtures of the worker: what holds at either provider is tried at both."""

from __future__ import annotations

import pytest

from anna.simulation.house import House


@pytest.fixture(params=["aroeira", "mandacaru-twilio"])
def at_provider(house: House, request: pytest.FixtureRequest) -> House:
    """The house, written to through one number of each provider."""
    house.instance = request.param
    return house
