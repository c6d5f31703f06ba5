"""People who say anything in any order: lines of all the stories and of the labelled messages, drawn by a seed, with jumps of the clock.

What is said makes no sense, so nothing is expected of the answers but what must always hold: no turn falls, every word has an
outcome, every claim a row, and the house comes to rest.
"""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from anna.reports import find_lies
from anna.simulation.house import House
from anna.simulation.story_file import read_story
from tests.conversations.test_conversations import FILES
from tests.invariants import broken
from tests.understanding.evaluate import load
from tests.understanding.test_labelled import OWN

# What moves a conversation on: without it, wanderers would hardly ever book.
STEPS = (
    "oi", "quero marcar botox", "limpeza de pele", "amanhã de tarde", "sexta às 10h", "1", "2", "3", "sim", "não", "pode ser", "esse número mesmo",
    "meu nome é Carla Dias", "cancela", "quero remarcar", "quanto custa?", "obrigada", "outro horário", "paguei", "quinta", "de manhã", "qualquer um",
)  # fmt: skip
NAMES = ("Ana Paula", "Zé", "quando der", "🌸", "João Silva", None)
MINUTES = (20, 40, 5 * 60, 25 * 60, 66 * 60)
PEOPLE = 5


@pytest.mark.parametrize("seed", [7, 41, 2026])
async def test_words_in_no_order(house: House, seed: int) -> None:
    chance = random.Random(seed)
    lines = [step["says"] for path in FILES for step in read_story(path).talk if "says" in step]
    lines += [row["text"] for row in load(OWN)[::11]]
    for _ in range(PEOPLE):
        phone, name = f"55119{chance.randrange(10**7, 10**8)}", chance.choice(NAMES)
        for _ in range(chance.randrange(6, 14)):
            await house.say(phone, text=chance.choice(STEPS if chance.random() < 0.5 else lines), name=name)
            await house.settle()
            if chance.random() < 0.1:
                await house.wait(timedelta(minutes=chance.choice(MINUTES)))
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}
        assert (await find_lies(conn)).lies == ()
    assert not await house.rows("select texto from whatsapp.turnos where resultado = 'falhou'")
