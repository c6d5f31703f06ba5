"""A wish beside anger is found where it is one, and nowhere else."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.conversation.wished import wished_in_anger

ANNA = OfflineUnderstander()
CONTEXT = Context(reference_time=datetime(2026, 11, 24, 13, tzinfo=ZoneInfo("America/Sao_Paulo")))


def read(text: str) -> Reading:
    return ANNA.understand(text, CONTEXT)


def wish(text: str) -> Reading | None:
    return wished_in_anger(text, read(text), read)


@pytest.mark.parametrize(
    "text",
    [
        "que atendimento de merda caralho, marca logo laser amanha 9h",
        "porra, vocês são uns lixos. quero marcar laser na axila amanhã às 9h",
    ],
)
def test_a_wish_lost_in_swearing(text: str) -> None:
    found = wish(text)
    assert found is not None
    assert found.when is not None
    assert (found.procedure, found.when.date_start) == (("depilacao_laser",), date(2026, 11, 25))


@pytest.mark.parametrize(
    "text",
    [
        "fiz laser ontem e queimou, um absurdo, quero meu dinheiro amanhã",  # a harm
        "fiz o laser terça às 9h, que merda de serviço, caralho",  # what is complained of
        "quero marcar laser amanhã às 9h",  # no anger: the booking takes it up
        "vcs são uns lixos, quero falar com o dono amanhã",
    ],
)
def test_a_wish_where_there_is_none(text: str) -> None:
    assert wish(text) is None
