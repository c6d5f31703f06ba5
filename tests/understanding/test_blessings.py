"""A day that is named in a blessing is none that is wished for."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.when import When

NOW = datetime.fromisoformat("2026-11-25T14:10:00-03:00")


def read(text: str) -> When | None:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=State.ASK_WHEN)).when


@pytest.mark.parametrize(
    "text",
    [
        "que o Senhor te ilumine hoje e sempre",
        "que Deus te abençoe hoje amanhã e sempre",
        "Deus abençoe sua vida hoje",
        "tenha um ótimo dia hoje",
        "hoje e sempre, amém",
        "abençoada sexta feira pra vc",
        "feliz sexta",
    ],
)
def test_a_blessing_wishes_for_no_day(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "bom dia hoje tem horario",
        "guarda pra mim hoje",
        "deus te abençoe, pode ser hoje",
        "linda sexta tem?",
        "hoje ou amanhã",
        "sempre que dá vou na sexta, pode ser sexta",
    ],
)
def test_a_day_beside_kind_words_is_wished_for(text: str) -> None:
    assert read(text) is not None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("dia 5 uai, sabado de manha", [5]),
        ("dia 5 mesmo, sabado", [5]),
        ("dia 5 né, no sábado", [5]),
        ("dia 5 ou sabado", [28, 5]),
    ],
)
def test_a_date_and_its_weekday_are_one_day_whatever_is_thrown_in(text: str, days: list[int]) -> None:
    """Would catch "dia 5 uai, sabado" looked for on the Saturday before too."""
    when = read(text)
    assert when is not None
    assert [day.day for day in when.dates or (when.date_start,) if day] == days
