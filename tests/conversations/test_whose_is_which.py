"""Two who come, and two times: whoever is booked has the time that was said for her, or it is asked whose each is, or a person is called.

Wordings are made of parts, so that no rule is made for one of them; both stages at which a time is said are played.
"""

from __future__ import annotations

import pytest

from anna.simulation.house import House
from tests.conversations.test_hours_of_two import _BOOKED, HALF_TEN, HALF_THREE
from tests.conversations.test_two_who_come import HERSELF, PHONE, Talk, play_talk, read_new

CLEANSING = "limpeza_de_pele"
ASKED = "qual_e_de_quem"
OPENINGS = {
    "a minha irmã": ("quero limpeza pra mim e pra minha irmã", "da minha irmã"),
    "a Odila": ("quero limpeza pra mim e pra minha tia Odila", "da Odila"),
    "a Zuíla": ("quero limpeza pra mim e pra minha prima Zuíla", "da Zuíla"),
}
WORDINGS = (
    "10h30 e o {of} 15h30",
    "{who} 15h30 eu 10h30",
    "10h30 minha e 15h30 {of}",
    "o {of} 15h30, o meu 10h30 tá bom?",
    "{who} fica com 15h30 e eu com 10h30",
    "{who} 15 30 e eu 10 30",
    "nem pensar 10h30 pra ela, ela é 15h30 e eu 10h30",
    "10h30 e 15h30, o primeiro meu e o segundo {of}",
    "prefiro 10h30 e {who} 15h30",
)
STAGES = {
    "an hour is asked for": ("quinta que vem",),
    "times are offered": ("quinta que vem", "qualquer horário", "sim"),
}


@pytest.mark.parametrize("who", OPENINGS)
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("wording", WORDINGS)
async def test_nobody_gets_the_other_ones_hour(house: House, wording: str, stage: str, who: str) -> None:
    opening, of = OPENINGS[who]
    says = (opening, *STAGES[stage], wording.format(who=who, of=of))
    ending, said = await play_talk(house, Talk(says, CLEANSING, CLEANSING))
    rows = await house.rows(_BOOKED)
    asked = await house.value(
        "select count(*) from whatsapp.mensagens where modelo = $1 or dados->'ditas' ? $1", ASKED
    )
    told = "\n".join([ending, str(rows), *said])
    for row in rows:
        span = HALF_TEN if row["who"] == HERSELF else HALF_THREE
        assert span.holds(row["at"]), told
    assert asked or ending == "handed" or len({row["who"] for row in rows}) == 2, told


SECOND_TIME = ("10h30 e 15h30", "a primeira é minha", "sim")


@pytest.mark.parametrize("answer", SECOND_TIME)
async def test_who_is_not_plain_twice_is_heard_by_a_person(house: House, answer: str) -> None:
    for text in ("quero limpeza pra mim e pra minha irmã", "quinta que vem", "10h30 e 15h30", answer):
        await house.say(PHONE, text=text)
        await house.settle()
    texts, _ = await read_new(house)
    assert await house.value("select count(*) from whatsapp.transferencias") == 1, texts
    assert not await house.rows(_BOOKED)


async def test_who_then_says_whose_each_is_goes_on(house: House) -> None:
    says = (
        "quero limpeza pra mim e pra minha irmã",
        "quinta que vem",
        "10h30 e 15h30",
        "o meu 10h30, o dela 15h30",
    )
    ending, said = await play_talk(house, Talk(says, CLEANSING, CLEANSING))
    rows = await house.rows(_BOOKED)
    assert [(row["who"], row["at"].hour) for row in rows] == [(HERSELF, 10), ("Cida", 15)], (ending, said)
