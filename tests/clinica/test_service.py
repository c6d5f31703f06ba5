from __future__ import annotations

from datetime import date, time
from uuid import uuid4

import pytest

from anna.clinica.models import Assunto
from anna.clinica.service import (
    change_setting,
    find_answer,
    list_about,
    load_calendar,
    load_settings,
    search_conhecimento,
    search_words,
)
from anna.clinica.settings import Tom
from anna.db.connect import Connection
from anna.errors import InvalidInput, NotFound
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.demo import demo_id, seed_demo
from tests.conftest import TEST_NOW

AROEIRA, MANDACARU = demo_id("aroeira"), demo_id("mandacaru")


@pytest.fixture
async def demo(db: Connection) -> Connection:
    await seed_demo(db, secret_box=SecretBox(new_key()), provider_url="http://127.0.0.1:9", now=TEST_NOW)
    return db


async def test_the_calendar_is_what_the_rows_say(demo: Connection) -> None:
    recife = await load_calendar(demo, MANDACARU)
    assert recife.zone == "America/Recife"
    assert recife.opening(date(2026, 12, 1)) == ((time(9), time(12)), (time(13), time(19)))
    assert not recife.is_open(date(2026, 12, 6)), "a Sunday has no hours"
    assert recife.is_open(date(2026, 11, 20)), "a national holiday on which this clinic works"
    assert not (await load_calendar(demo, AROEIRA)).is_open(date(2026, 11, 20))
    assert not (await load_calendar(demo, AROEIRA)).is_open(date(2027, 1, 25)), "the city's own holiday"
    assert recife.is_open(date(2027, 1, 25))
    with pytest.raises(NotFound):
        await load_calendar(demo, uuid4())


async def test_a_clinic_without_hours_is_never_open(demo: Connection) -> None:
    await demo.execute("delete from clinica.horarios where clinica_id = $1", AROEIRA)
    calendar = await load_calendar(demo, AROEIRA)
    assert not any(calendar.is_open(date(2026, 12, day)) for day in range(1, 32))


async def test_a_setting_changes_for_one_clinic_and_a_wrong_one_not_at_all(demo: Connection) -> None:
    await change_setting(demo, AROEIRA, "tom", "formal")
    assert (await load_settings(demo, AROEIRA)).tom is Tom.FORMAL
    before = await load_settings(demo, MANDACARU)
    for chave, valor in (("tom", "rude"), ("cor", "azul"), ("score_agenda", 10)):
        with pytest.raises(InvalidInput, match=chave.split("_")[0]):
            await change_setting(demo, MANDACARU, chave, valor)
    assert await load_settings(demo, MANDACARU) == before


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("onde posso estacionar o carro?", "estacionamento"),
        ("vcs parcelam no cartao", "6 vezes"),
        ("aceita CONVÊNIO?", "particulares"),
        ("abre sabado?", "sábados"),
        ("posso levar criança?", "acompanhante"),
    ],
)
async def test_a_question_in_other_words_finds_its_answer(demo: Connection, text: str, word: str) -> None:
    found = await find_answer(demo, AROEIRA, text)
    assert found
    assert word in found.resposta


async def test_a_question_about_nothing_known_finds_nothing(demo: Connection) -> None:
    assert await search_conhecimento(demo, AROEIRA, "vende roupas?") == []
    assert await search_conhecimento(demo, AROEIRA, "??") == []
    assert await search_conhecimento(demo, AROEIRA, "100%_") == [], "no pattern of LIKE"


async def test_preparation_is_of_the_service_asked_about(demo: Connection) -> None:
    botox = demo_id("aroeira", "servico", "botox")
    (found,) = await list_about(demo, AROEIRA, assunto=Assunto.PREPARO, servicos=[botox])
    assert found.servico_id == botox
    retorno = demo_id("aroeira", "servico", "retorno")
    assert await list_about(demo, AROEIRA, assunto=Assunto.PREPARO, servicos=[retorno]) == []


async def test_an_answer_is_never_the_other_clinics(demo: Connection) -> None:
    (found,) = await list_about(demo, MANDACARU, assunto=Assunto.ENDERECO)
    assert "Boa Viagem" in found.resposta
    assert found.clinica_id == MANDACARU


def test_words_without_a_subject_are_not_searched_for() -> None:
    assert search_words("Queria saber onde vocês ficam, qual o endereço?") == ["ficam", "endere"]
    assert search_words("vcs, por favor, tem como?") == []
