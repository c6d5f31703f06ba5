"""What an evaluation is for is named, and not wished."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from anna.commands import Nuance
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

CONTEXT = Context(reference_time=datetime(2026, 11, 25, 17, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Gostaria de agendar uma avaliação para bioestimulador", True),
        ("avaliação pra botox", True),
        ("quero avaliaçao de preenchimento labial", True),
        ("avaliação pra fazer um peeling", True),
        ("avaliação e botox", False),
        ("avaliação na terça e botox na quinta", False),
        ("avaliação para terça, e botox", False),
        ("botox e avaliação", False),
        ("avaliação pra amanhã", False),
    ],
)
def test_an_evaluation_for_something(text: str, *, alone: bool) -> None:
    nuances = OfflineUnderstander().understand(text, CONTEXT).nuances
    assert (Nuance.EVALUATION_ONLY in nuances) is alone
