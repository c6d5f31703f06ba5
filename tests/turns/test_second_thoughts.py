"""What a patient takes back or rewrites: before anybody looked, while Anna thinks, and afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anna.conversation.understanding.port import Context
from anna.llm.service import About
from anna.simulation.house import House
from anna.turns.models.thinking import Thinking, Thought
from tests.invariants import broken

PHONE = "5511900000142"
ASKS = "limpeza de pele sexta de manhã"


async def control(house: House, what: str, text: str | None) -> None:
    """The patient rewrites the own message that contains `what`, or takes it back."""
    view = await house.control("GET", f"{house.line}/phones/{PHONE}")
    own = [m["id"] for m in view["messages"] if m["author"] == "patient" and what in m["text"]]
    await house.control("POST", f"{house.line}/edit", {"id": own[-1]} | ({"text": text} if text else {}))
    await house.standin.core.settle()


async def react(house: House, what: str, emoji: str) -> None:
    view = await house.control("GET", f"{house.line}/phones/{PHONE}")
    bubbles = [m["id"] for m in view["messages"] if m["author"] != "patient" and what in m["text"]]
    await house.say(PHONE, reaction={"id": bubbles[-1], "text": emoji})


async def holds(house: House) -> None:
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch, house: House) -> list[tuple[str, str | None]]:
    """What the patient does while the next turns think: (own message, new text or None), one thing a turn."""
    plans: list[tuple[str, str | None]] = []
    think = Thinking.think

    async def slowly(self: Thinking, text: str, context: Context, about: About) -> Thought:
        thought = await think(self, text, context, about)
        if plans:
            await control(house, *plans.pop(0))
        return thought

    monkeypatch.setattr(Thinking, "think", slowly)
    return plans


async def test_what_is_taken_back_while_anna_thinks_is_not_answered(
    house: House, meanwhile: list[tuple[str, str | None]]
) -> None:
    """A model takes seconds: an answer to a bubble that is gone is an answer to nothing."""
    meanwhile.append(("sair", None))
    assert await house.talk(PHONE, "quero sair da lista, não me mandem mais nada") == []
    assert await house.value("select saida from whatsapp.contatos where nome = 'Débora Siqueira'") is None
    said = await house.rows("select desfecho, motivo from whatsapp.mensagens where direcao = 'entrada'")
    assert [tuple(row.values()) for row in said] == [("ignorada", "apagada")]
    await holds(house)


async def test_what_is_rewritten_while_anna_thinks_is_answered_as_it_is_now(
    house: House, meanwhile: list[tuple[str, str | None]]
) -> None:
    meanwhile.append(("sexta", "limpeza de pele sábado de manhã"))
    heard = "\n".join(await house.talk(PHONE, ASKS))
    assert "sábado, 28/11" in heard
    assert "27/11" not in heard
    await holds(house)


async def test_whoever_never_stops_rewriting_is_answered_all_the_same(
    house: House, meanwhile: list[tuple[str, str | None]]
) -> None:
    meanwhile += [("limpeza", f"limpeza de pele dia {day}/12 de manhã") for day in (1, 2, 3, 4, 5)]
    assert await house.talk(PHONE, ASKS)
    assert len(meanwhile) == 1, "three times at most, and then once"
    await holds(house)


@pytest.mark.parametrize("then", ["", "😂"], ids=["taken back", "turned into a laugh"])
async def test_a_reaction_that_is_gone_before_anybody_looked_is_no_answer(house: House, then: str) -> None:
    """A thumb that slipped would book what nobody said yes to."""
    await house.talk(PHONE, ASKS)
    await react(house, "90000-0142", "👍")
    await react(house, "90000-0142", then)
    await house.settle()
    assert await house.new_texts(PHONE) == []
    assert (
        await house.value(
            "select count(*) from whatsapp.mensagens where desfecho is null and direcao = 'entrada'"
        )
        == 0
    )
    await react(house, "90000-0142", "👍")
    await house.settle()
    assert "1. sexta" in "\n".join(await house.new_texts(PHONE)), "the next one is"
    await holds(house)


async def test_a_reaction_that_was_turned_round_says_what_it_shows(house: House) -> None:
    await house.talk(PHONE, ASKS)
    await react(house, "90000-0142", "👍")
    await react(house, "90000-0142", "👎")
    await house.settle()
    assert (
        await house.value("select count(*) from whatsapp.mensagens where modelo = 'ask_outro_telefone'") == 1
    )


# -- after the answer --------------------------------------------------------------------------------------------------------


async def settled(house: House) -> str:
    await house.settle()
    await holds(house)
    return "\n".join(await house.new_texts(PHONE))


async def test_what_is_rewritten_after_its_answer_is_answered_anew(house: House) -> None:
    """On her telephone it says Saturday: whoever goes on with Friday has not read it."""
    assert "27/11" in "\n".join(await house.talk(PHONE, ASKS))
    await control(house, "sexta", "limpeza de pele sábado de manhã")
    heard = await settled(house)
    assert "sábado, 28/11" in heard
    assert "27/11" not in heard
    await control(house, "sábado", "limpeza de pele segunda de manhã")
    await control(house, "segunda", "limpeza de pele terça de manhã")
    heard = await settled(house)
    assert "terça, 1º/12" in heard or "terça, 01/12" in heard
    assert "segunda" not in heard
    told = await house.rows(
        "select texto, dados->>'reescreve' as de from whatsapp.mensagens where dados ? 'reescreve' order by ordem"
    )
    assert [row["de"] for row in told] == [ASKS, "limpeza de pele sábado de manhã"], (
        "what was answered is on record"
    )


async def test_a_slip_that_is_put_right_is_not_answered_twice(house: House) -> None:
    await house.talk(PHONE, "quero limpeza de pele sexta de mnaha")
    for text in ("quero limpeza de pele sexta de manha", "Quero limpeza de pele, sexta de manhã!"):
        await control(house, "limpeza", text)
        await house.settle()
    ends = [
        row["motivo"]
        for row in await house.rows(
            "select motivo from whatsapp.mensagens where dados ? 'reescreve' order by ordem"
        )
    ]
    assert ends[-1] == "reescrita"
    await holds(house)


async def test_an_edit_that_is_told_twice_is_answered_once(house: House) -> None:
    await house.talk(PHONE, ASKS)
    for _ in range(2):
        await control(house, "limpeza", "limpeza de pele sábado de manhã")
    assert "28/11" in await settled(house)
    await control(house, "limpeza", "limpeza de pele sábado de manhã")
    assert await settled(house) == ""


async def test_the_words_of_an_answer_that_the_talk_has_left_behind_stay_as_they_were(house: House) -> None:
    """The times of Friday are on the screen: rewriting the first message does not begin anew."""
    await house.talk(PHONE, ASKS)
    await house.talk(PHONE, "sim")
    await control(house, "sexta", "limpeza de pele sábado de manhã")
    assert await settled(house) == ""


async def test_long_after_its_answer_nothing_is_answered_anew(house: House) -> None:
    await house.talk(PHONE, ASKS)
    house.clock.advance(timedelta(minutes=30))
    await control(house, "sexta", "limpeza de pele sábado de manhã")
    assert await settled(house) == ""


async def test_what_is_rewritten_while_a_person_answers_is_hers(house: House) -> None:
    await house.talk(PHONE, "quero falar com uma pessoa")
    await house.talk(PHONE, "é sobre a consulta de sexta")
    await control(house, "sexta", "é sobre a consulta de sábado")
    heard = await settled(
        house
    )  # while nobody has come she hears that it was received, and nothing of it is done here
    assert "?" not in heard
    assert "sábado" not in heard
    ends = await house.rows(
        "select texto, desfecho from whatsapp.mensagens where direcao = 'entrada' order by ordem desc limit 1"
    )
    assert [tuple(row.values()) for row in ends] == [("é sobre a consulta de sábado", "da_pessoa")]
