"""A clinic's own words for what it does, beside those that everybody uses."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.facts.own_names import can_name, heard
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

OWN = Catalogue.from_rows([
    ("botox", ("Botox",)),
    ("criolipolise", ("Criolipólise", "barriguinha", "gelar a pochete")),
    ("preenchimento", ("Preenchimento facial", "harmonização")),
    ("harmonizacao_facial", ("Harmonização facial",)),
    ("banho_de_lua", ("Banho de lua", "clareia pelinho")),
])  # fmt: skip


def procedures(text: str) -> tuple[str, ...]:
    now = datetime(2026, 11, 25, 17, 12, tzinfo=UTC)
    return OfflineUnderstander().understand(text, Context(reference_time=now, catalogue=OWN)).procedure


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("quero a barriguinha sexta", "criolipolise"),
        ("quanto é a bariguinha?", "criolipolise"),
        ("vcs fazem barriginha", "criolipolise"),
        ("marca gelar pochete pra mim", "criolipolise"),
        ("quero gelar a poxete", "criolipolise"),
        ("e a harmonização?", "preenchimento"),
        ("quanto ta a armonizassao", "preenchimento"),
        ("quero harmonização facial", "harmonizacao_facial"),
        ("a hof quanto é?", "harmonizacao_facial"),
        ("clareia os pelinho quinta", "banho_de_lua"),
        ("quanto é o btx", "botox"),
        ("criolipolize sabado", "criolipolise"),
    ],
)
def test_the_clinics_own_words_are_read_with_their_slips(text: str, slug: str) -> None:
    assert procedures(text) == (slug,)


@pytest.mark.parametrize(
    "text",
    ["minha barriga tá doendo", "to com um barrigão", "clareia o ambiente", "a pochete ficou aí", "quero marcar uma hora", "a lua tá linda", "gelar a bebida"],
)  # fmt: skip
def test_what_is_near_them_is_not(text: str) -> None:
    assert procedures(text) == ()


def test_a_name_may_be_of_words_that_mean_it_alone() -> None:
    assert all(map(can_name, ["barriguinha", "harmonização", "toxina coreana", "laser da mãe", "hof"]))
    assert not any(
        map(can_name, ["", "a", "de", "sexta", "consulta", "amanhã", "a minha", "2", "segunda feira"])
    )


def test_names_that_sound_the_same_are_one() -> None:
    assert heard("Criolipólise") == heard("a criolipolize")
    assert heard("harmonização") != heard("harmonização facial")
