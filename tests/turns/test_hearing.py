"""Voices become words once, in time, and on record, through every fault of the ear; and whoever waits for them is answered once."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from anna.clock import ManualClock
from anna.llm.audio import Recording
from anna.simulation.databases import Databases
from anna.simulation.house import House
from anna.standin.voices import voice
from anna.turns.models.hearing import Hearing
from tests.hearing import HearingHouse, open_hearing_house
from tests.invariants import broken
from tests.processes import eventually

PHONE = "5511900000142"
PRICE = "Quanto custa a limpeza de pele?"
ANSWER = "R$ 220,00"
Opening = Callable[..., Awaitable[HearingHouse]]


@pytest.fixture
async def opening(
    databases: Databases, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Opening]:
    async with AsyncExitStack() as stack:

        async def open_one(**settings: str) -> HearingHouse:
            return await open_hearing_house(stack, databases, clock, monkeypatch, **settings)

        yield open_one


@pytest.fixture
async def house(opening: Opening) -> HearingHouse:
    return await opening()


async def speak(house: HearingHouse, words: str = PRICE, seconds: float = 3, **more: Any) -> None:
    await house.say(PHONE, audio={"says": words, "seconds": seconds}, **more)


async def fault(house: HearingHouse, name: str, *, count: int | None = None, **options: Any) -> None:
    body: dict[str, Any] = {"provider": "openai", "instance": "demo", "fault": name, "options": options}
    await house.control("POST", "faults", body | ({"count": count} if count else {}))


async def settled(house: HearingHouse) -> list[str]:
    await house.settle()
    return await house.new_texts(PHONE)


async def later(house: HearingHouse, seconds: float) -> list[str]:
    """What is heard when so much time has passed."""
    house.clock.advance(timedelta(seconds=seconds))
    return await settled(house)


def answers(heard: list[str]) -> int:
    """How often the question was answered."""
    return sum(ANSWER in text for text in heard)


async def row(house: HearingHouse) -> Mapping[str, Any]:
    (found,) = await house.rows("select * from whatsapp.transcricoes")
    return found


async def asked(house: HearingHouse) -> list[str]:
    return [r["resultado"] for r in await house.rows("select * from analytics.interacoes_ia order by id")]


async def said(house: HearingHouse, template: str) -> int:
    count: int = await house.value("select count(*) from whatsapp.mensagens where modelo = $1", template)
    return count


async def all_holds(house: HearingHouse) -> None:
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}


# -- in time -----------------------------------------------------------------------------------------------------------------


async def test_what_is_heard_at_once_is_answered_at_once(house: HearingHouse) -> None:
    await speak(house)
    assert answers(await settled(house)) == 1
    assert await said(house, "audio_recebido") == 0
    assert (await row(house))["estado"] == "guardada"
    await all_holds(house)


async def test_after_ten_seconds_the_patient_hears_that_it_arrived_and_never_twice(
    house: HearingHouse,
) -> None:
    await fault(house, "429", count=1, retry_after=60)
    await speak(house)
    assert await settled(house) == []
    assert await later(house, 9) == []
    assert len(await later(house, 1)) == 1
    assert await said(house, "audio_recebido") == 1
    await speak(house, "e o botox?")
    for _ in range(4):
        assert await later(house, 11) == []
    assert await said(house, "audio_recebido") == 1
    assert answers(await later(house, 20)) == 1
    await all_holds(house)


async def test_an_answer_waits_three_minutes_and_no_longer(house: HearingHouse) -> None:
    """The provider of the file does not hand it over, and nobody can say whether it ever will."""
    switch = {"provider": "evolution", "instance": house.instance, "fault": "no_file"}
    await house.control("POST", "faults", switch)
    await speak(house)
    assert await settled(house) == []
    heard = [text for _ in range(40) for text in await later(house, 5)]
    assert len(heard) == 2
    assert await said(house, "nao_ouvi_audio") == 1
    assert (await row(house))["motivo"] == "sem_arquivo"
    assert await asked(house) == []
    await all_holds(house)


async def test_a_burst_of_text_and_voice_is_one_turn_in_its_order(house: HearingHouse) -> None:
    await house.say(PHONE, text="oi! queria marcar")
    await speak(house, "uma limpeza de pele")
    await house.say(PHONE, text="na sexta de manhã")
    await settled(house)
    turnos = await house.rows("select texto from whatsapp.turnos where resultado = 'concluido'")
    assert [t["texto"] for t in turnos] == ["oi! queria marcar\numa limpeza de pele\nna sexta de manhã"]


async def test_a_word_that_comes_while_it_is_written_out_joins_it(house: HearingHouse) -> None:
    await fault(house, "429", count=1, retry_after=30)
    await speak(house, "quero marcar")
    assert await settled(house) == []
    await house.say(PHONE, text="limpeza de pele")
    assert await settled(house) == []
    await later(house, 31)
    turnos = await house.rows("select texto from whatsapp.turnos where resultado = 'concluido'")
    assert [t["texto"] for t in turnos] == ["quero marcar\nlimpeza de pele"]


async def test_a_danger_that_was_typed_does_not_wait_for_a_voice(house: HearingHouse) -> None:
    await fault(house, "429", count=1, retry_after=60)
    await speak(house)
    await house.say(PHONE, text="socorro, não consigo respirar depois do botox")
    assert any("192" in text for text in await settled(house))
    assert await said(house, "audio_recebido") == 0


# -- the faults of the ear ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "motivo", "results", "free"),
    [
        ("429", "sem_resposta", ["nao_atendida"] * 2, True),
        ("500", "sem_resposta", ["nao_atendida"] * 2, True),
        ("no_credit", "recusada", ["nao_atendida"], True),
        ("hang", "sem_resposta", ["sem_resposta"] * 2, False),
        ("drip", "sem_resposta", ["sem_resposta"] * 2, False),
        ("reset", "sem_resposta", ["sem_resposta"] * 2, False),
        ("truncated", "sem_resposta", ["sem_resposta"] * 2, False),
        ("invalid_json", "sem_resposta", ["sem_resposta"] * 2, False),
        ("out_of_schema", "sem_resposta", ["sem_resposta"] * 2, False),
        ("empty", "vazio", ["aceita"], False),
    ],
)
async def test_every_fault_ends_in_a_request_to_write_with_its_reason(
    opening: Opening, name: str, motivo: str, results: list[str], free: bool
) -> None:
    house = await opening(TRANSCRIPTION_LIMIT_S="0.5")
    await fault(house, name, retry_after=1, gap=0.1)
    await speak(house)
    heard = await settled(house) + await later(house, 6) + await later(house, 6)
    assert len([text for text in heard if "escrev" in text]) == 1
    assert (await row(house))["motivo"] == motivo
    assert await asked(house) == results
    assert await house.value("select bool_and(custo_usd = 0) from analytics.interacoes_ia") is free
    rota = await house.value("select rota from whatsapp.turnos where resultado = 'concluido'")
    assert rota == {"regra": "wordless", "motivo": "audio", "audio": motivo}
    await all_holds(house)


async def test_a_failure_is_asked_about_once_more(opening: Opening) -> None:
    house = await opening(TRANSCRIPTION_LIMIT_S="1")
    await fault(house, "hang", count=1)
    await speak(house)
    assert await settled(house) == []
    assert answers(await later(house, 5)) == 1
    assert await asked(house) == ["sem_resposta", "aceita"]


async def test_a_provider_that_keeps_failing_is_left_alone(house: HearingHouse) -> None:
    await fault(house, "500")
    for number in range(3):
        await house.say(f"551190000018{number}", audio={"says": PRICE})
    await house.settle()
    house.clock.advance(timedelta(seconds=5))
    await house.settle()
    assert len(await asked(house)) == 3
    waits = await house.rows("select distinct motivo from whatsapp.transcricoes where estado = 'pendente'")
    assert [w["motivo"] for w in waits] == ["resting"]


# -- what is not written out -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("instance", ["aroeira", "mandacaru-twilio"])
async def test_what_is_too_long_is_told_and_goes_to_a_person(house: HearingHouse, instance: str) -> None:
    """Evolution says how long it is, Twilio does not: there the file does."""
    house.instance = instance
    await speak(house, seconds=301)
    heard = await settled(house)
    assert "longo demais" in heard[-2]
    assert await house.value("select motivo from whatsapp.transferencias") == "audio_longo"
    assert (await row(house))["motivo"] == "longo"
    assert await asked(house) == []


async def test_the_length_is_that_of_the_settings(opening: Opening) -> None:
    house = await opening(AUDIO_MAX_MINUTES="6")
    await speak(house, seconds=301)
    assert answers(await settled(house)) == 1


async def test_a_length_that_the_sender_lies_about_is_not_believed(house: HearingHouse) -> None:
    content = base64.b64encode(voice(PRICE, 3000)).decode()
    await house.say(PHONE, audio={"base64": content, "seconds": 2})
    assert any("longo demais" in text for text in await settled(house))
    assert await asked(house) == []


async def test_beside_words_a_voice_that_is_too_long_goes_to_a_person_all_the_same(
    house: HearingHouse,
) -> None:
    await house.say(PHONE, text="oi, segue o áudio")
    await speak(house, seconds=900)
    assert "longo demais" in (await settled(house))[-2]
    assert await house.value("select dono from whatsapp.conversas") == "pessoa"


async def test_beside_words_a_voice_that_nobody_heard_is_mentioned_and_the_words_are_answered(
    house: HearingHouse,
) -> None:
    await fault(house, "empty")
    await house.say(PHONE, text="quanto custa a limpeza de pele?")
    await speak(house)
    heard = await settled(house)
    assert "áudio" in heard[0]
    assert any(ANSWER in text for text in heard)
    assert await said(house, "parte_em_audio") == 1


async def test_an_odd_file_is_not_sent_to_anybody(house: HearingHouse) -> None:
    await house.say(PHONE, audio={"base64": "IyFBTVIKAAAA", "mime": "audio/amr"})
    await settled(house)
    assert (await row(house))["motivo"] == "formato"
    assert await asked(house) == []


async def test_a_ceiling_of_money_is_no_wait(opening: Opening) -> None:
    house = await opening(MODEL_SPEND_DAY_USD="0.0001")
    await speak(house)
    assert "escrev" in (await settled(house))[-1]
    assert (await row(house))["motivo"] == "teto"
    assert await asked(house) == []


async def test_what_was_taken_back_is_not_heard(house: HearingHouse) -> None:
    await house.say(PHONE, audio={"says": PRICE}, id="VOICE")
    await house.control("POST", f"{house.line}/edit", {"id": "VOICE"})
    await house.standin.core.settle()
    assert await settled(house) == []
    assert (await row(house))["motivo"] == "apagada"
    assert await asked(house) == []


async def test_what_is_taken_back_while_it_is_written_out_leaves_no_words(
    house: HearingHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What she had taken back would be on file, in words, for staff to read."""
    answer = Hearing._answer

    async def slowly(self: Hearing, recording: Recording) -> Any:
        heard = await answer(self, recording)
        await house.control("POST", f"{house.line}/edit", {"id": "VOICE"})
        await house.standin.core.settle()
        return heard

    monkeypatch.setattr(Hearing, "_answer", slowly)
    await house.say(PHONE, audio={"says": PRICE}, id="VOICE")
    assert await settled(house) == []
    assert (await row(house))["motivo"] == "apagada"
    assert "transcricao" not in await house.value("select dados from whatsapp.mensagens where tipo = 'audio'")
    assert await asked(house) == ["aceita"], "what it cost is on record all the same"
    await all_holds(house)


@pytest.mark.parametrize(
    ("words", "told"),
    [("minha boca tá inchando e não consigo respirar", True), (PRICE, False)],
    ids=["danger", "a price"],
)
async def test_words_that_come_too_late_are_heard_all_the_same_if_somebody_is_in_danger(
    house: HearingHouse, monkeypatch: pytest.MonkeyPatch, words: str, told: bool
) -> None:
    """She was asked to write what she had said already, and cannot."""
    answer = Hearing._answer

    async def slowly(self: Hearing, recording: Recording) -> Any:
        house.clock.advance(timedelta(minutes=4))
        await House.settle(house)
        return await answer(self, recording)

    monkeypatch.setattr(Hearing, "_answer", slowly)
    await speak(house, words)
    heard = await settled(house)
    assert await said(house, "nao_ouvi_audio") == 1
    assert ("192" in heard[-1]) is told
    assert (await row(house))["estado"] == "guardada"
    await all_holds(house)


async def test_what_evolution_wrote_out_itself_costs_nothing(house: HearingHouse) -> None:
    spoken = {"audioMessage": {"seconds": 3, "ptt": True}, "speechToText": f"[audio] {PRICE}"}
    await house.say(PHONE, raw={"kind": "audioMessage", "message": spoken})
    assert answers(await settled(house)) == 1
    assert await house.value("select count(*) from whatsapp.transcricoes") == 0
    assert await asked(house) == []


# -- people ------------------------------------------------------------------------------------------------------------------


async def test_a_person_who_is_awaited_gets_the_words_and_the_patient_hears_that_they_are_kept(
    house: HearingHouse,
) -> None:
    await house.say(PHONE, text="quero falar com uma pessoa")
    await settled(house)
    await fault(house, "429", count=1, retry_after=30)
    await speak(house)
    assert len(await settled(house)) == await said(house, "espera_pessoa") == 1
    assert await later(house, 31) == []
    (kept,) = await house.rows("select desfecho, dados from whatsapp.mensagens where tipo = 'audio'")
    assert (kept["desfecho"], kept["dados"]["transcricao"]) == ("da_pessoa", PRICE)
    await all_holds(house)


async def test_whoever_takes_over_while_it_is_written_out_is_not_talked_over(house: HearingHouse) -> None:
    await fault(house, "429", count=1, retry_after=60)
    await speak(house)
    assert await settled(house) == []
    await house.control("POST", f"{house.line}/type", {"to": PHONE, "text": "Oi, é a Ju!"})
    await house.standin.core.settle()
    await house.new_texts(PHONE)
    assert await later(house, 11) == []
    assert await later(house, 60) == []
    assert await house.value("select desfecho from whatsapp.mensagens where tipo = 'audio'") == "da_pessoa"


# -- once --------------------------------------------------------------------------------------------------------------------


async def test_the_same_webhook_twice_is_one_transcription(house: HearingHouse) -> None:
    switch = {"provider": "evolution", "instance": house.instance, "fault": "duplicate"}
    await house.control("POST", "faults", switch)
    await speak(house)
    assert answers(await settled(house)) == 1
    assert await asked(house) == ["aceita"]


async def test_two_workers_at_once_ask_once(house: HearingHouse) -> None:
    await speak(house)
    await asyncio.gather(*(house.hearing.hear_next() for _ in range(4)))
    assert answers(await settled(house)) == 1
    assert await asked(house) == ["aceita"]


async def test_a_worker_that_dies_while_it_asks_leaves_it_to_another(house: HearingHouse) -> None:
    await fault(house, "hang", count=1)
    await speak(house)
    dying = asyncio.create_task(house.hearing.hear_next())
    await eventually(lambda: hangs(house, left=0), "the provider was asked")
    await die(dying)
    assert await settled(house) == []
    assert len(await later(house, 11)) == 1, "another worker says that it arrived"
    assert answers(await later(house, 10)) == 1
    assert await asked(house) == ["em_curso", "aceita"]
    assert await house.value("select min(custo_usd) > 0 from analytics.interacoes_ia")
    await all_holds(house)


async def test_a_worker_that_dies_before_it_writes_down_what_it_heard_is_made_good_once(
    house: HearingHouse,
) -> None:
    """Somebody holds the conversa, so that it gets as far as that and no farther."""
    await speak(house)
    async with house.client.database.transaction() as conn:
        await conn.execute("select from whatsapp.conversas for no key update")
        dying = asyncio.create_task(house.hearing.hear_next())
        heard = "select from analytics.interacoes_ia where resultado = 'aceita'"
        await eventually(lambda: conn.fetch(heard), "it was heard")
        await die(dying)
    assert (await row(house))["estado"] == "pendente"
    assert await settled(house) == []
    texts = await later(house, 20)
    assert len([text for text in texts if ANSWER in text]) == 1
    assert await asked(house) == ["aceita", "aceita"]
    assert await house.value("select count(*) from whatsapp.turnos where resultado = 'concluido'") == 1
    await all_holds(house)


async def test_a_message_that_kills_two_workers_is_not_tried_a_third_time(house: HearingHouse) -> None:
    await fault(house, "hang", count=2)
    await speak(house)
    for number in range(2):
        dying = asyncio.create_task(house.hearing.hear_next())
        await eventually(partial(hangs, house, left=1 - number), "the provider was asked")
        await die(dying)
        house.clock.advance(timedelta(seconds=20))
    heard = await settled(house)
    assert "escrev" in heard[-1]
    assert (await row(house))["motivo"] == "sem_resposta"
    assert await asked(house) == ["em_curso", "em_curso"]


async def hangs(house: HearingHouse, *, left: int) -> bool:
    """Whether so many of the hangs that were switched on are left."""
    switches = house.standin.players()["openai", "demo"].line.faults.listed()
    return sum(int(switch["left"]) for switch in switches) == left


async def die(task: asyncio.Task[bool]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
