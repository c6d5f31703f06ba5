from __future__ import annotations

from dataclasses import fields
from datetime import time
from typing import Any

import pytest

from anna.clinica.settings import ClinicaSettings, Tom, read_settings
from anna.errors import InvalidInput


def test_what_a_clinic_did_not_change_is_the_default() -> None:
    changed = read_settings({"tom": "formal", "silencio_fim": "09:30", "reserva_min": 20})
    assert (changed.tom, changed.silencio_fim, changed.reserva_min) == (Tom.FORMAL, time(9, 30), 20)
    assert changed.horizonte_dias == ClinicaSettings().horizonte_dias


@pytest.mark.parametrize("name", [f.name for f in fields(ClinicaSettings)])
def test_every_setting_can_be_stored_and_refuses_nonsense(name: str) -> None:
    default = getattr(ClinicaSettings(), name)
    stored: Any = f"{default:%H:%M}" if isinstance(default, time) else default
    assert getattr(read_settings({name: stored}), name) == default
    wrong: list[Any] = [
        None,
        "true" if isinstance(default, bool) else True,
        -1,
        10**9,
        "x",
        "24:00",
        1.5,
        [],
        {},
    ]
    for nonsense in wrong:
        with pytest.raises(InvalidInput, match=name):
            read_settings({name: nonsense})


def test_all_problems_are_named_at_once() -> None:
    with pytest.raises(InvalidInput) as error:
        read_settings({"tom": "rude", "cor": "azul", "passo_min": 7, "reserva_min": 30})
    assert all(word in str(error.value) for word in ("tom", "cor", "passo_min"))
    assert "reserva_min:" not in str(error.value)


def test_the_lower_threshold_stays_below_the_upper() -> None:
    with pytest.raises(InvalidInput, match="score_pessoa"):
        read_settings({"score_agenda": 30})
