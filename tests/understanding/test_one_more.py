"""One more beside what is to be moved: ten ways of saying it, and what only looks so."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.replies.one_more import wishes_one_more

NOW = datetime(2026, 11, 24, 15, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))


def wishes(text: str) -> bool:
    context = Context(reference_time=NOW, state=State.ASK_WHEN)
    return wishes_one_more(text, OfflineUnderstander().understand(text, context), ("limpeza_de_pele",))


@pytest.mark.parametrize(
    "text",
    [
        "mais uma pra mim, botox quinta",
        "quero marcar mais uma pra mim, botox quinta as 17h",
        "quero marcar também um botox quinta à tarde",
        "marca mais um botox sexta",
        "mais uma limpeza pra minha mãe quinta",
        "quero mais uma sessão na quinta também",
        "agenda um peeling pra sexta de manhã",
        "queria marcar botox quinta",
        "mais um procedimento, botox na quinta",
        "e uma limpeza pra minha irmã na sexta",
        "quero marcar mais 1",
    ],
)
def test_one_more(text: str) -> None:
    assert wishes(text)


@pytest.mark.parametrize(
    "text",
    [
        "tem mais um horário?",
        "mais uma opção por favor",
        "quero mais um dia pra pensar",
        "mais uma vez quinta então",
        "limpeza de pele quinta",
        "marca quinta de manhã",
        "marca a limpeza quinta às 10h",
        "pode marcar sexta",
        "em vez de limpeza marca botox",
        "quero trocar por botox na sexta",
        "mais tarde, quinta",
        "quinta mais um pouco tarde",
        "só mais uma pergunta, quinta tem?",
        "quinta às 11h",
        "mais cedo um pouquinho",
    ],
)
def test_no_other(text: str) -> None:
    assert not wishes(text)
