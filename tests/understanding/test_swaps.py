"""Another procedure instead of the one that stands, and what only looks so."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context


def read(text: str) -> Reading:
    now = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))
    return OfflineUnderstander().understand(text, Context(reference_time=now))


@pytest.mark.parametrize(
    "text",
    [
        "em vez de limpeza pode ser peeling no mesmo horario?",
        "quero trocar a limpeza por peeling",
        "ao invés da limpeza quero fazer peeling",
        "dá pra mudar de limpeza pra peeling?",
        "posso fazer peeling no lugar da limpeza?",
        "pode ser peeling ao invés de limpeza?",
        "na verdade quero peeling, não limpeza",
        "mudei de ideia, quero peeling",
        "queria mudar o procedimento pra peeling",
        "troca minha limpeza pelo peeling por favor",
        "não quero mais limpeza, quero peeling",
        "pensando bem prefiro fazer peeling",
        "tem como substituir a limpeza pelo peeling?",
    ],
)
def test_another_procedure_is_wished_instead(text: str) -> None:
    reading = read(text)
    assert Nuance.OTHER_PROCEDURE in reading.nuances
    assert reading.procedure == ("peeling",)


@pytest.mark.parametrize(
    "text",
    [
        "quero mudar a limpeza pra sexta",
        "já fiz limpeza, agora quero peeling",
        "quanto custa peeling em vez de limpeza?",
        "quero peeling também",
        "na verdade a limpeza é pra minha mãe",
        "em vez de sexta a limpeza pode ser sábado?",
        "quero trocar a dra helena na limpeza",
        "na verdade quero marcar mais um peeling",
        "além da limpeza quero peeling",
        "não quero mais limpeza",
        "mudei de ideia, pode ser sexta",
        "prefiro o dr otavio no botox",
        "na verdade quero peeling pra minha irmã",
    ],
)
def test_what_is_asked_added_or_moved_is_no_swap(text: str) -> None:
    assert Nuance.OTHER_PROCEDURE not in read(text).nuances


def test_a_price_that_is_asked_for_moves_nothing() -> None:
    assert read("quanto custa peeling em vez de limpeza?").intents == {Intent.PRICE}
