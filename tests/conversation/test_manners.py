"""Who greets is greeted in kind; else the clock of the clinic says how."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.conversation.manners import greeting, makes_advances

SAO_PAULO = ZoneInfo("America/Sao_Paulo")


@pytest.mark.parametrize(
    ("hour", "clock"),
    [
        (0, "boa noite"), (4, "boa noite"), (5, "bom dia"), (11, "bom dia"), (12, "boa tarde"), (17, "boa tarde"), (18, "boa noite"),
        (23, "boa noite"),
    ],
)  # fmt: skip
def test_the_clock_greets_where_nobody_did(hour: int, clock: str) -> None:
    assert greeting(datetime(2026, 11, 25, hour, 57, tzinfo=SAO_PAULO), said="quero marcar botox") == clock


@pytest.mark.parametrize(
    ("hour", "said", "answered"),
    [
        (4, "Bom dia!", "bom dia"),  # who rises early is not wished a good night
        (4, "bdia, gostaria de agendar", "bom dia"),
        (12, "Oi Anna, tudo bem?\nBOM DIAAA", "bom dia"),
        (11, "olá, boa tarde", "boa tarde"),
        (17, "boa noite, ainda atendem?", "boa noite"),
        (1, "boa noite", "boa noite"),
        (20, "bom dia", "boa noite"),  # a slip, or a message that arrived late
        (9, "boa noite", "bom dia"),
        (15, "qual seria um bom dia para vir?", "boa tarde"),  # no greeting
        (15, "tenho um bom dia de folga na quinta", "boa tarde"),
        (9, "", "bom dia"),
    ],
)
def test_a_greeting_is_answered_in_kind_where_it_fits(hour: int, said: str, answered: str) -> None:
    assert greeting(datetime(2026, 11, 25, hour, 57, tzinfo=SAO_PAULO), said=said) == answered


def test_a_page_of_marks_takes_no_time() -> None:
    assert (
        greeting(datetime(2026, 11, 25, 9, 0, tzinfo=SAO_PAULO), said="oi " * 40 + "! " * 5000) == "bom dia"
    )


@pytest.mark.parametrize("text", ["oi gata, vc é solteira?", "quer sair comigo?", "me manda uma foto sua", "me paga um jantar", "me conta de você"])  # fmt: skip
def test_an_advance_in_polite_words(text: str) -> None:
    assert makes_advances(text)


@pytest.mark.parametrize("text", ["sou casada", "minha gata ficou doente", "me conta mais sobre o botox", "posso mandar uma foto do meu rosto?", "fala comigo", "pago no dia"])  # fmt: skip
def test_no_advance(text: str) -> None:
    assert not makes_advances(text)
