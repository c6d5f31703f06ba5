"""The little language of set expressions: what stands exactly beside what, and where it ends."""

from __future__ import annotations

from time import perf_counter

import pytest

from anna.conversation.understanding.intents import answers, facts_asked, nuances, requests, wishes
from anna.conversation.understanding.replies import stance_words
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.wordings import Wordings

FAMILIES = {"NOT": "nao num", "LATER": "depois mais_tarde"}


def seen(wording: str, text: str) -> list[str]:
    norm = Line.of(text).norm
    return [norm[start:end] for start, end in Wordings(FAMILIES, [wording]).spans(0, norm)]


@pytest.mark.parametrize(
    ("wording", "text", "found"),
    [
        ("pode marcar", "sim, pode marcar!", ["pode marcar"]),
        ("pode marcar", "pode já marcar", []),
        ("pode ?ja marcar", "pode já marcar", ["pode ja marcar"]),
        ("confirm* ?sim", "confirmado sim, confirmo", ["confirmado sim", "confirmo"]),
        ("nao +eu|me|mais quero", "não eu mais quero", ["nao eu mais quero"]),
        ("NOT quero LATER", "num quero mais tarde", ["num quero mais tarde"]),
        ("vou ..2 faltar", "vou ter que faltar", ["vou ter que faltar"]),
        ("vou ..2 faltar", "vou, infelizmente, faltar", []),
        ("tem ... ?", "tem horário, moça, hoje?", ["tem horario , moca , hoje ?"]),
        ("tem ... ?", "tem. hoje?", []),
        ("as # h", "às 15 h", ["as 15 h"]),
        ("quero .", "quero, sim", ["quero"]),
        ("quero .", "quero sim", []),
        ("^ capaz", "oi capaz", []),
        ("!nao|num confirmo !que", "confirmo", ["confirmo"]),
        ("!nao|num confirmo !que", "não confirmo", []),
        ("!nao|num confirmo !que", "confirmo que paguei", []),
        ("isso =obrigad*", "isso obrigada", ["isso"]),
        ("isso =obrigad*", "isso", []),
        ("caro =...?", "não é caro não, moça?", ["caro"]),
        ("caro =...?", "é caro. né?", []),
        ("caro !...?", "é caro. né?", ["caro"]),
        ("que h $", "oi, que horas??", ["que h"]),
        ("que h $", "que horas? sim", []),
        ("dia_# sim", "dia 15 sim", ["dia 15 sim"]),
        ("sim|sim_senhora", "sim senhora", ["sim senhora"]),
        ("nao", "não. não", ["nao", "nao"]),
    ],
)
def test_a_wording_that_reaches_too_far_or_not_far_enough(wording: str, text: str, found: list[str]) -> None:
    assert seen(wording, text) == found


def test_what_was_hidden_that_is_read_again() -> None:
    line = Line.of("vou com certeza")
    hidden = line.hide(4, len(line.norm)).norm
    wordings = Wordings(FAMILIES, ["com certeza", "vou ~"])
    assert wordings.find(0, hidden) is None
    assert wordings.find(1, hidden) is not None


def test_an_alternative_that_could_never_be_seen() -> None:
    with pytest.raises(ValueError, match="no word of a wording"):
        Wordings(FAMILIES, ["sim||claro"])


# a day of the week where it stands alone
_TOGETHER = {"friday"}
LISTS = {
    "answers": answers.wordings,
    "facts": facts_asked.wordings,
    "no facts": facts_asked.exceptions,
    "nuances": nuances.wordings,
    "requests": requests.wordings,
    "stances": stance_words.wordings,
    "wishes": wishes.wordings,
}


@pytest.mark.parametrize("name", LISTS)
def test_a_word_of_a_wording_that_no_message_can_contain(name: str) -> None:
    words = LISTS[name]().words - {"#"}
    assert words
    assert {
        w for w in words - _TOGETHER if w not in Line.of(f"moça quero {w} comigo").norm.split(" ")
    } == set()


def test_a_row_that_is_passed_over_because_of_its_first_word() -> None:
    """Rows whose first word is nowhere in a message are not tried at all."""
    wordings = Wordings(FAMILIES, ["?ja vou", "NOT", "conf*", "# h", "mais_tarde sim"])
    for row, text in enumerate(["vou", "num", "confirmo", "15 h", "mais tarde sim"]):
        assert wordings.possible(text) >= {row}
        assert wordings.find(row, text) is not None


def test_repeated_words_that_make_a_wording_search_all_pairs() -> None:
    wordings = Wordings(FAMILIES, ["+nao|quero ... +nao|quero ... sim"])
    seconds = []
    for size in (200, 400):
        norm = Line.of("não quero " * size).norm
        begun = perf_counter()
        assert wordings.find(0, norm) is None
        seconds.append(perf_counter() - begun)
    assert seconds[1] < max(5 * seconds[0], 0.25)
