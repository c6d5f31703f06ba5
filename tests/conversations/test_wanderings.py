"""People who say anything in any order: lines of all the stories and of the labelled messages, drawn by a seed, with jumps of the clock.

What is said makes no sense, so nothing is expected of the answers but what must always hold: no turn falls, every word has an
outcome, every claim a row, the house comes to rest, and whoever asks something, or says something while a person is awaited, is
answered in her turn for as long as nobody of the clinic has the conversation.
"""

from __future__ import annotations

import random
from datetime import timedelta

import pytest

from anna.reports import find_lies
from anna.simulation.house import House
from anna.simulation.story_file import read_story
from anna.turns.handoff.expected import asks
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

# What people write to whoever does not answer them; a person has been called for, and nobody comes.
IMPATIENT = (
    "alô??", "oi?", "alguém vai me responder?", "e o desconto?", "qual o nome do médico mesmo?", "e a consulta, cancelou?", "tem alguém aí", "quanto fica?",
    "pode?", "dói?", "e se eu for sem marcar?", "qual deles?", "vocês vão demorar muito?", "???", "pode ser sábado?", "paguei, viu?", "cadê vocês", "sim ou não?",
)  # fmt: skip
# And what they tell it meanwhile.
TOLD = (
    "vou processar vocês", "ninguém responde essa porra", "comprei o pacote em setembro", "fui atendida pela moça loira", "vcs não prestam", "isso não vai ficar assim",
    "tô esperando desde cedo", "eu moro em Olinda", "tomo remédio pra pressão", "minha irmã também faz aí",
)  # fmt: skip
CALLS = (
    "quero falar com uma pessoa", "to grávida, posso fazer botox?", "tem desconto à vista?", "meu rosto inchou depois do preenchimento", "minha mãe faleceu",
    "não quero mais viver", "vocês são uns ladrões, vou no procon", "quero botox pra minha filha de 15 anos", "meu marido me bateu", "to com falta de ar",
)  # fmt: skip

# Turns of nobody's but Anna's after which she said nothing before the patient wrote again.
_SILENT = """
  select t.texto, t.rota::text from whatsapp.turnos t
  where t.resultado = 'concluido'
    and not exists (select from whatsapp.mensagens m where m.conversa_id = t.conversa_id and m.direcao = 'saida' and m.id > t.id
      and m.criada_em < t.iniciado_em + interval '2 minutes'
      and m.id < coalesce((select min(n.id::text)::uuid from whatsapp.turnos n where n.conversa_id = t.conversa_id and n.id > t.id), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    and not exists (select from whatsapp.transferencias h where h.conversa_id = t.conversa_id and h.assumida_em <= t.iniciado_em
      and coalesce(h.devolvida_em > t.iniciado_em, true))
"""


async def unanswered(house: House) -> list[str]:
    """What was asked, or said to a person who has not come, and met silence."""
    rows = await house.rows(_SILENT)
    return [f"{row['texto']} ({row['rota']})" for row in rows if asks(row["texto"]) or row["texto"] in TOLD]


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
    assert await unanswered(house) == []


@pytest.mark.parametrize("seed", [3, 11])
async def test_nobody_comes_and_nobody_is_left_in_silence(house: House, seed: int) -> None:
    chance = random.Random(seed)
    for call in CALLS:
        phone = f"55119{chance.randrange(10**7, 10**8)}"
        await house.say(phone, text=chance.choice(STEPS), name="Lia")
        await house.settle()
        for line in (call, *chance.sample(IMPATIENT + TOLD, 8)):
            await house.say(phone, text=line, name="Lia")
            await house.settle()
            if chance.random() < 0.2:
                await house.wait(timedelta(minutes=chance.choice(MINUTES)))
    assert await unanswered(house) == []
