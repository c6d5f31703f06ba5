"""What a clinica sets of its tone is what its patients hear: the settings `tom` and `emoji` change the next message."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from anna.clinica.service import change_setting
from anna.clinica.settings import Tom
from anna.conversation.style import breaches
from anna.provisioning.demo import demo_id
from anna.simulation.house import House

PATIENT = "5511900000142"
AROEIRA: UUID = demo_id("aroeira")


async def set_to(house: House, name: str, value: object) -> None:
    async with house.client.database.transaction() as conn:
        await change_setting(conn, AROEIRA, name, value)


async def test_a_formal_clinica_says_nothing_familiar(house: House) -> None:
    await set_to(house, "tom", "formal")
    said = [text for line in ("oi", "limpeza de pele", "quanto custa?", "sexta de manhã", "sim", "1", "obrigada") for text in await house.talk(PATIENT, line)]  # fmt: skip
    assert any("marcad" in text.lower() for text in said)
    assert not [
        breach
        for text in said
        for breach in breaches(text, Tom.FORMAL, longest=500)
        if breach.rule == "wrong tone"
    ]


async def test_an_informal_clinica_does_not_sound_like_a_formal_one(house: House) -> None:
    said = [text for line in ("oi", "limpeza de pele") for text in await house.talk(PATIENT, line)]
    assert any("você" in text for text in said)


async def test_emojis_come_only_where_they_are_wanted(house: House) -> None:
    (plain,) = await house.talk(PATIENT, "quero limpeza de pele")
    await set_to(house, "emoji", True)
    decorated = await house.talk(PATIENT, "quanto custa?")
    assert "📅" not in plain
    assert "📅" in decorated[-1]


async def test_the_second_clinica_of_the_demo_is_formal(house: House) -> None:
    house.instance = "mandacaru"
    (said,) = await house.talk(PATIENT, "oi")
    assert not breaches(said, Tom.FORMAL, longest=500)
    assert "você" not in said


async def test_what_was_said_is_not_said_the_same_way_again(house: House) -> None:
    asked = [(await house.talk(PATIENT, line))[-1] for line in ("quero limpeza de pele", "quanto custa?", "onde fica?", "aceita pix?")]  # fmt: skip
    assert all(one != other for one, other in pairwise(asked))


async def test_an_emergency_is_told_what_to_do_before_who_speaks(house: House) -> None:
    (said,) = await house.talk(PATIENT, "fiz botox ontem e to com falta de ar e o rosto inchado")
    assert said.startswith("Ligue agora para o 192")
    assert "Anna, assistente virtual" in said
