"""The little language in which concerns, opt-outs and wishes for a person are written."""

from __future__ import annotations

from time import perf_counter

import pytest

from anna.commands import Safety
from anna.conversation.understanding.care import idioms
from anna.conversation.understanding.care.concerns import RULES, look
from anna.conversation.understanding.care.dangers import SIGNS
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.intents import optout_words as optout, person
from anna.conversation.understanding.replies import circumstances
from anna.conversation.understanding.text.families import FAMILIES
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.phrases import Phrases

FAMILY = {"BODY": "rosto boca", "SORE": "inch* rox*"}


def sees(phrase: str, text: str) -> bool:
    return Phrases(FAMILY, [phrase]).first(Line.of(text)) is not None


@pytest.mark.parametrize(
    ("phrase", "text", "seen"),
    [
        ("nao mand*", "não é pra vocês me mandarem", True),
        ("nao mand*", "não quero que mandem", False),
        ("nao mand*", "não, mande", False),
        ("nao .. respir*", "não tô conseguindo respirar", True),
        ("nao .. respir*", "não, agora respira", False),
        ("nao .. respir*", "não. respira", False),
        ("nao .. respir*", "não posso ir hoje quinta nem amanhã respirar", False),
        ("BODY ... SORE", "meu rosto, depois que saí daí hoje, ficou inchado", True),
        ("BODY ... SORE", "meu rosto. tudo inchado", False),
        ("BODY & SORE", "inchou. foi o rosto", True),
        ("BODY & SORE", "foi o rosto", False),
        ("^ sair $", "oi moça, sair por favor!!", True),
        ("^ sair $", "sair daqui", False),
        ("drop* ?me list", "dropa list", True),
        ("drop* ?me list", "dropa me list", True),
        ("BODY SORE ~ bom|boa", "rosto inchado", True),
        ("BODY SORE ~ bom|boa", "rosto inchado mas tá bom", False),
        ("!nao SORE", "tá inchado", True),
        ("!nao SORE", "não tá inchado", False),
        ("fica ... ?", "fica roxo?", True),
        ("fica ... ?", "fica roxo.", False),
    ],
)
def test_a_phrase_that_reaches_too_far_or_not_far_enough(phrase: str, text: str, seen: bool) -> None:
    assert sees(phrase, text) is seen


@pytest.mark.parametrize("phrase", ["rosto ?|boca", "rosto $|boca", "^|oi rosto", "rosto boca||olho"])
def test_an_alternative_that_could_never_be_seen(phrase: str) -> None:
    with pytest.raises(ValueError, match="no word of a phrase"):
        Phrases(FAMILY, [phrase])


def test_a_place_that_is_not_where_the_phrase_stands() -> None:
    line = Line.of("oi, meu Rosto tá muito inchado hoje")
    found = Phrases(FAMILY, ["BODY .. SORE"]).first(line)
    assert found is not None
    assert line.saw(found.start, found.end) == "Rosto tá muito inchado"


def test_a_lighter_concern_that_comes_before_a_graver_one() -> None:
    line = Line.of("posso tomar dipirona? não consigo respirar e meu rosto inchou")
    kinds = [RULES[f.rule][1] for f in look(line).concerns]
    assert kinds[0] is Safety.EMERGENCY
    assert len(set(kinds)) > 1
    assert read_safety(line)[0] is Safety.EMERGENCY


GRAMMARS = {
    "concerns": (FAMILIES, [*(text for _, _, text in RULES), *SIGNS.values()]),
    "idioms": (idioms.FAMILY, [idioms.HARMLESS]),
    "optout": (optout.FAMILY, [text for _, text in optout.RULES]),
    "optout, others": (optout.FAMILY, optout.OTHERS),
    "person": (person.FAMILY, person.RULES),
    "circumstances": (circumstances.FAMILIES, circumstances.RULES),
}


@pytest.mark.parametrize("name", GRAMMARS)
def test_a_word_of_a_rule_that_no_message_can_contain(name: str) -> None:
    families, rules = GRAMMARS[name]
    words = Phrases(families, rules).words
    assert words
    unread = {w for w in words if w not in Line.of(f"moça quero {w} comigo").norm.split(" ")}
    assert unread == set()


def test_repeated_words_that_make_a_phrase_search_all_pairs() -> None:
    phrases = Phrases(FAMILY, ["nao ... rosto ... inch*", "nao .. nao .. nao .. sim"])
    seconds = []
    for size in (400, 800):
        line = Line.of("não rosto " * size)
        begun = perf_counter()
        assert phrases.first(line) is None
        seconds.append(perf_counter() - begun)
    assert seconds[1] < max(5 * seconds[0], 0.25)
