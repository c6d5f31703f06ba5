"""Who names an offered time and does not take it, and who wants none of them."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Intent, Nuance
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

READS = OfflineUnderstander()
OFFERED = Context(
    reference_time=datetime.fromisoformat("2026-11-25T14:10:00-03:00"),
    state=State.OFFER_SLOTS,
    slots=tuple(
        datetime.fromisoformat(f"2026-11-{at}:00") for at in ("27T09:45", "27T10:15", "27T13:15", "28T11:45")
    ),
)


@pytest.mark.parametrize(
    "text",
    [
        "13:15 é pior ainda. deixa pra lá então, obrigada",
        "sexta 9h45 pra mim é horrivel, trabalho. deixa quieto",
        "tá difícil. deixa",
        "deixa, muito complicado. obrigada mesmo assim",
        "pq nao tem de manha? entao nada, obg",
        "10h15 fica ruim, esquece",
        "deixa pra lá, outro dia eu vejo",
        "deixa pra lá, não quero marcar nada hoje",
        "esquece, depois eu marco",
    ],
)
def test_who_leaves_wants_no_other_times(text: str) -> None:
    reading = READS.understand(text, OFFERED)
    assert reading.choice is None
    assert Nuance.GIVES_UP in reading.nuances
    assert not reading.intents & {Intent.CHOOSE_SLOT, Intent.SCHEDULE, Intent.OTHER_TIMES}


@pytest.mark.parametrize(
    "text",
    [
        "poxa so podia 9h mesmo. me avisa se abrir vaga sábado de manha?",
        "que pena, só dava 9h45. me avisa se vagar sábado?",
        "sexta as 10h15. peraí, é 2h tudo? tenho que sair 11:30",
        "9h45, espera, dura quanto?",
        "13h15 é ruim",
        "a das 10:15 fica muito complicado pra mim",
    ],
)
def test_a_time_that_is_named_is_not_taken(text: str) -> None:
    assert READS.understand(text, OFFERED).choice is None


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("deixa a 2 pra mim", 2),
        ("ta bom, deixa a primeira", 1),
        ("10:15 nao é ruim não, pode ser", 2),
        ("a 2, mas se vagar a 1 me chama", 2),
        ("pode deixar marcado na 3", 3),
        ("só posso na 4", 4),
        ("só consigo 13h15 mesmo", 3),
    ],
)
def test_a_time_that_is_taken_stays_so(text: str, choice: int) -> None:
    assert READS.understand(text, OFFERED).choice == choice


def test_that_was_all_she_asked() -> None:
    one = Context(
        reference_time=OFFERED.reference_time, state=State.OFFER_SLOTS, slots=(OFFERED.slots or ())[:1]
    )
    assert READS.understand("mas vc nao sabe quanto dura a drenagem? so isso", one).choice is None
