"""The name of whoever attends is no patient's: "sim é a Helena que vai fazer né"; and two who come are no two o'clock."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, Reading
from anna.conversation.understanding.facts.attendants import without_attendant
from anna.conversation.understanding.facts.whose_name import names_whose
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

TEAM = ("Dra. Helena Bittencourt", "Dr. Otávio Prado", "Camila Teixeira")
MONDAY = datetime(2026, 11, 23, 14, tzinfo=ZoneInfo("America/Sao_Paulo"))


def _named(text: str, name: str = "Helena") -> str | None:
    return without_attendant(Reading(name=name, intents=frozenset({Intent.GIVE_NAME})), text, TEAM).name


@pytest.mark.parametrize(
    "text",
    ["sim é a helena q vai fazer ne", "isso, helena que vai me atender né", "é a Helena né", "com a Helena", "a helena ta de ferias?", "Helena faz?"],
)  # fmt: skip
def test_who_attends_is_no_patient(text: str) -> None:
    assert _named(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "aqui é a Helena", "me chamo Helena", "meu nome é Helena", "quero botox pra Helena minha filha", "é pra minha filha Helena", "o nome dela é Helena",
        "ela se chama Helena", "é a Helena que vai", "quem vai é a Helena", "é da Helena",
    ],
)  # fmt: skip
def test_who_comes_may_be_called_so_too(text: str) -> None:
    assert _named(text) == "Helena"


def test_another_name_of_hers_stays() -> None:
    assert _named("Helena Souza", "Helena Souza") == "Helena Souza"
    assert _named("Juliana", "Juliana") == "Juliana"


@pytest.mark.parametrize(
    "text",
    ["meu nome nao é helena nao é terezinha", "meu nome não é Helena, é Terezinha", "meu nome nao e helena e terezinha", "meu nome não é Helena, mas sim Terezinha"],
)  # fmt: skip
def test_a_name_is_put_right(text: str) -> None:
    assert names_whose(text) == "Terezinha"


@pytest.mark.parametrize(
    "text",
    [
        "da pra ir c a minha amiga as duas fazer junto?", "depilação a laser nas duas, axila", "eu disse as DUAS, eu e minha amiga", "eu e ela as duas",
        "laser nas duas virilhas", "as duas juntinhas", "14h? nao disse hora nao", "as 14h? nao falei horario nenhum", "eu e minha mae as duas",
    ],
)  # fmt: skip
def test_two_who_come_are_no_hour(text: str) -> None:
    assert OfflineUnderstander().understand(text, Context(reference_time=MONDAY)).when is None


@pytest.mark.parametrize(
    "text",
    ["quinta as duas", "quinta as duas da tarde eu e minha amiga", "pode ser as duas?", "vamos as duas quinta", "com minha irmã as duas da tarde", "eu e ela as duas horas", "eu e minha mãe às duas e meia"],
)  # fmt: skip
def test_an_hour_is_one(text: str) -> None:
    when = OfflineUnderstander().understand(text, Context(reference_time=MONDAY)).when
    assert when is not None
    assert when.time_start is not None
    assert when.time_start.hour == 14
