"""The demo page over real HTTP: what the rows say is what the page says, and what the page does is in the rows."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestServer

from anna.app import Anna
from anna.clock import ManualClock
from anna.db.connect import open_database
from anna.flows.shelf import Shelf
from anna.provisioning.demo import demo_id
from anna.provisioning.directory_queries import Served
from anna.simulation.databases import Databases
from anna.simulation.house import House
from anna.web.demo import INSTANCE, PHONES
from anna.web.demo_rows import Place, read_rows
from anna.web.main import create_app
from tests.conftest import TEST_NOW
from tests.web.reading import words

DEBORA, PRISCILA, LUZINETE = (phone.numero.removeprefix("+") for phone in PHONES)


async def page(house: House, base: str, phone: str = DEBORA, *, part: str = "") -> str:
    async with house.http.get(f"{base}{part}", params={"phone": phone}) as answer:
        html = await answer.text()
        assert answer.status == 200, html
        return html


async def post(house: House, base: str, name: str, **given: Any) -> int:
    async with house.http.post(f"{base}/{name}", json={"phone": DEBORA, **given}) as answer:
        return answer.status


async def talk(house: House, *texts: str, phone: str = DEBORA, name: str = "Débora Siqueira") -> None:
    """A minute passes between what is said, as between people."""
    for text in texts:
        house.clock.advance(timedelta(minutes=1))
        await house.talk(phone, text, name=name)


TO_THE_OFFER = ("oiii qria faser botocs", "as 3 da tarde", "nao pera, sexta as 10", "sim")


# -- what is shown -----------------------------------------------------------------------------------------------------------


async def test_the_first_address_leads_to_the_page_of_the_demo(house: House, base: str) -> None:
    async with house.http.get(house.anna.settings.public_url + "/") as answer:
        assert str(answer.url) == base
        html = await answer.text()
    for phone in PHONES:
        assert phone.nome in words(html, part="people")
    assert "Começa com a primeira mensagem." in words(html, part="path")
    assert words(html, part="four").count("Falta perguntar") == 4


async def test_outside_the_demo_there_is_no_page(databases: Databases, clock: ManualClock) -> None:
    values: dict[str, Any] = dict.fromkeys(("standin_url", "pay_page_url", "pay_page_key", "pay_page_secret"))
    settings = databases.settings(standin_url="")("anna_web", **values | {"demo": False})
    async with AsyncExitStack() as stack:
        anna = await stack.enter_async_context(Anna(settings, role="anna_web", clock=clock))
        server = await stack.enter_async_context(TestServer(create_app(anna)))
        for path, status in (
            ("/", 200),
            ("/c/demo/demo", 404),
            ("/c/demo/demo/events", 404),
            ("/static/x/anna.css", 404),
        ):
            async with anna.http.get(server.make_url(path)) as answer:
                assert (path, answer.status) == (path, status)
        async with anna.http.post(server.make_url("/c/demo/demo/clock"), json={"span": "1d"}) as answer:
            assert answer.status == 404


async def test_the_phone_shows_what_was_said_in_order_and_the_options_as_buttons(
    house: House, base: str
) -> None:
    await talk(house, *TO_THE_OFFER)
    html = await page(house, base)
    shown = words(html, part="talk")
    places = [
        shown.index(text)
        for text in (
            "oiii qria faser botocs",
            "Anna, assistente virtual",
            "as 3 da tarde",
            "sexta as 10",
            "Outro dia ou horário",
        )
    ]
    assert places == sorted(places)
    assert "1. sexta" not in shown  # the numbered lines are the buttons
    offered = await house.value("select opcoes from whatsapp.mensagens where modelo = 'ask_vaga'")
    assert re.findall(r'name="option" value="([^"]+)"', html) == [option["id"] for option in offered]
    assert "disabled" not in html.split('class="phone-write"')[0].split('class="options')[1]


async def test_what_anna_understood_is_what_the_run_holds(house: House, base: str) -> None:
    await talk(house, *TO_THE_OFFER)
    html = await page(house, base)
    assert (
        words(html, part="four")
        == "Procedimento Botox Data sex, 27 nov Horário 10:00 Telefone (11) 90000-0142"
    )
    assert words(html, part="now") == "Telefone (11) 90000-0142"  # what the last answer brought
    past, here = words(html, part="past"), words(html, part="here")
    assert "Procedimento “oiii qria faser botocs”" in past
    assert "Pontuação 90 de 100" in past
    assert here == "Escolha do horário Anna perguntou, espera a resposta"
    ahead = words(html, part="path").split(here)[1]
    assert ahead.split() == ["Reserva", "do", "horário", "Sinal", "Consulta", "marcada"]
    assert "90 de 100 Disse qual procedimento quer +30 Disse quando pode +25" in words(html, part="split")
    assert words(html, part="next").startswith("+20 h Anna libera o horário")


async def test_without_a_deposit_none_is_expected(house: House, base: str) -> None:
    await talk(house, "quero marcar limpeza de pele sexta as 10, pode ser neste numero mesmo")
    assert "Sinal" not in words(await page(house, base), part="path")


async def test_a_change_of_mind_is_explained(house: House, base: str) -> None:
    await talk(house, *TO_THE_OFFER[:3])
    decision = words(await page(house, base), part="decision")
    assert "“nao pera, sexta as 10” virou sex, 27 nov, 10:00." in decision
    assert "“dia da semana” (sexta)" in decision
    assert "Descartou 15:00, dito antes." in decision
    assert "Não precisou de modelo de linguagem." in decision
    assert "Fez Perguntou o telefone." in decision


async def test_a_number_is_explained_as_the_option_it_chose_with_what_was_written(
    house: House, base: str
) -> None:
    await talk(house, *TO_THE_OFFER, "1")
    html = await page(house, base)
    decision = words(html, part="decision")
    assert "“1” virou “sexta, 27/11, às 10h15”, a opção 1." in decision
    assert "“1” como hora: a pergunta aberta era de opções." in decision
    assert "Reservou sex, 27 nov, 10:15 com Dra. Helena Bittencourt até 15:07." in decision
    assert "ofereceu" not in decision.lower()  # the turn before did that
    assert html.count('aria-pressed="true"') == 1
    assert words(html, part="next").split(" Anna ")[0] == "+20 min"
    assert "+50 min 10:15 volta para a agenda" in words(html, part="next")


async def test_the_link_of_the_deposit_opens_the_payment_and_its_payment_is_seen(
    house: House, base: str
) -> None:
    await talk(house, *TO_THE_OFFER, "1")
    link = re.findall(r'<a href="([^"]+/pay/[^"]+)"', await page(house, base))[0]
    async with house.http.post(f"{link}/pix") as answer:
        assert answer.ok
    await house.standin.core.settle()
    house.clock.advance(timedelta(minutes=1))
    await house.settle()
    html = await page(house, base)
    assert "Consulta marcada sex, 27 nov, 10:15" in words(html, part="past")
    assert "Marcou sex, 27 nov, 10:15" in words(html, part="decision")
    assert "Nada acontece sozinho" in words(html, part="mind")


async def test_a_known_patient_is_not_scored_and_her_phone_is_known(house: House, base: str) -> None:
    await talk(house, "quero marcar limpeza de pele", phone=LUZINETE, name="Luzinete Bezerra")
    html = await page(house, base, LUZINETE)
    assert "Telefone (11) 90000-0275" in words(html, part="four")
    assert "Quem já é paciente não é pontuado" in words(html, part="mind")
    assert "Pontuação" not in words(html, part="path")


async def test_somebody_who_booked_is_known_while_she_cancels_and_each_station_is_there_once(
    house: House, base: str
) -> None:
    await talk(
        house, "avaliação sexta as 10", "pode ser", "1", "preciso cancelar minha consulta", "claro", "2"
    )
    html = await page(house, base)
    assert "Telefone (11) 90000-0142" in words(html, part="four")
    past = words(html, part="past")
    assert past.count("Confirmação") == 1, past


async def test_what_is_booked_is_known_while_the_page_speaks_of_something_else(
    house: House, base: str
) -> None:
    await talk(house, "avaliação sexta as 10", "pode ser", "1", "para de me mandar mensagem")
    html = await page(house, base)
    assert "Saída registrada" in words(html, part="past")
    assert "Falta perguntar" not in words(html, part="four")
    assert "Avaliação" in words(html, part="four")


async def test_while_a_person_owns_the_conversation_the_page_says_so_and_gives_it_back(
    house: House, base: str
) -> None:
    await talk(house, "quero falar com uma pessoa", "oi?")
    html = await page(house, base)
    assert "Uma pessoa está com a conversa Motivo: falar com uma pessoa." in words(html, part="handed")
    assert "ficou para a pessoa que está com a conversa" in words(html, part="decision")
    assert "+29 min" in words(html, part="next")
    assert await post(house, base, "return") == 204
    await house.settle()
    assert words(await page(house, base), part="handed") == ""
    assert await house.value("select dono from whatsapp.conversas") == "anna"


async def test_a_digression_is_explained_and_the_question_stays(house: House, base: str) -> None:
    await talk(house, *TO_THE_OFFER[:2], "onde fica?")
    html = await page(house, base)
    assert "é uma pergunta: Anna respondeu e voltou ao que faltava." in words(html, part="decision")
    assert "Data e horário" in words(html, part="here")


async def test_what_people_write_is_never_markup(house: House, base: str) -> None:
    await talk(house, "<script>alert(1)</script> <b>oi</b>")
    html = await page(house, base)
    assert "&lt;script&gt;alert(1)" in html
    assert "<script>alert" not in html
    assert "<b>oi</b>" not in html


async def test_a_skipped_day_is_marked_on_the_phone(house: House, base: str) -> None:
    await talk(house, "oi")
    assert 'class="day"' not in await page(house, base)
    house.clock.advance(timedelta(days=1))
    assert "qua, 25 nov" in words(await page(house, base), part="day")


# -- who sees what -----------------------------------------------------------------------------------------------------------


async def test_one_phone_does_not_show_another_ones_words(house: House, base: str) -> None:
    await talk(house, "quero marcar peeling")
    html = await page(house, base, PRISCILA)
    assert "peeling" not in html.lower()


async def test_the_other_clinica_does_not_see_the_conversation(house: House, databases: Databases) -> None:
    await talk(house, "quero marcar peeling")
    database = await open_database(databases.postgres.dsn(databases.client, "anna_web"))
    place = Place(demo_id("aroeira"), demo_id("aroeira", "instancia", INSTANCE), INSTANCE)
    try:
        async with database.transaction([place.clinica_id]) as conn:
            seen = await read_rows(conn, Shelf(()), place, PHONES[0], now=TEST_NOW)
        other = Place(demo_id("mandacaru"), place.instancia_id, INSTANCE)
        async with database.transaction([other.clinica_id]) as conn:
            unseen = await read_rows(conn, Shelf(()), other, PHONES[0], now=TEST_NOW)
    finally:
        await database.close()
    assert len(seen.mensagens) == 2
    assert (unseen.conversa, unseen.mensagens, unseen.turnos, unseen.legs) == (None, (), (), ())


async def test_the_page_forbids_what_it_does_not_need(house: House, base: str) -> None:
    await talk(house, *TO_THE_OFFER)
    async with house.http.get(base) as answer:
        html = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)", html)
    assert set(re.findall(r'(?:src|href)="(https?:)?//', html)) == set()


async def test_files_are_kept_for_ever_under_the_name_of_their_content(house: House, base: str) -> None:
    root = house.anna.settings.public_url
    html = await page(house, base)
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    assert len(addresses) == 3
    for address in addresses:
        async with house.http.get(root + address) as answer:
            assert answer.status == 200
            assert "immutable" in answer.headers["Cache-Control"]
        async with house.http.get(root + re.sub(r"/static/\w+/", "/static/0/", address)) as answer:
            assert answer.headers["Cache-Control"] == "no-cache"
    async with house.http.get(f"{root}/static/0/..%2Fdemo.py") as answer:
        assert answer.status == 404


# -- what is done ------------------------------------------------------------------------------------------------------------


async def test_a_message_comes_back_as_a_real_webhook(house: House, base: str) -> None:
    house.clock.advance(timedelta(minutes=7))
    assert await post(house, base, "say", text="oi, quero botox") == 204
    await house.standin.core.settle()
    row = (await house.rows("select texto, provedor_em, provedor_id from whatsapp.mensagens"))[0]
    assert (row["texto"], row["provedor_em"]) == ("oi, quero botox", house.clock.now().replace(microsecond=0))
    assert row["provedor_id"]
    deliveries = await house.control("GET", f"evolution/{INSTANCE}/deliveries")
    assert [d["status"] for d in deliveries] == [200]


async def test_without_script_a_form_sends_and_leads_back(house: House, base: str) -> None:
    given = {"phone": PRISCILA, "text": "oi"}
    async with house.http.post(f"{base}/say", data=given, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, f"/c/demo/demo?phone={PRISCILA}")
    await house.standin.core.settle()
    await house.settle()
    assert "oi" in words(await page(house, base, PRISCILA), part="talk")


async def test_a_tapped_option_is_a_button_reply_and_chooses(house: House, base: str) -> None:
    await talk(house, *TO_THE_OFFER)
    second = re.findall(r'name="option" value="([^"]+)"', await page(house, base))[1]
    house.clock.advance(timedelta(minutes=1))
    assert await post(house, base, "say", option=second) == 204
    await house.standin.core.settle()
    await house.settle()
    assert (
        await house.value("select rota->>'regra' from whatsapp.turnos order by id desc limit 1") == "tapped"
    )
    html = await page(house, base)
    assert "foi um toque na opção 2. Como Tocou na opção." in words(html, part="decision")
    assert f'value="{second}" aria-pressed="true" disabled' in html


@pytest.mark.parametrize(
    ("name", "given", "status"),
    [
        ("say", {"text": "   "}, 400),
        ("say", {"text": "x" * 4097}, 400),
        ("say", {}, 400),
        ("say", {"option": "20991231T1000-00000000"}, 400),
        ("say", {"text": "oi", "phone": "5511999999999"}, 404),
        ("clock", {"span": "30d"}, 400),
        ("clock", {}, 400),
        ("restart", {"phone": "1"}, 404),
        ("nothing", {}, 404),
    ],
)
async def test_what_cannot_be_done_is_refused_and_changes_nothing(
    house: House, base: str, name: str, given: dict[str, Any], status: int
) -> None:
    assert await post(house, base, name, **given) == status
    assert await house.value("select count(*) from whatsapp.mensagens") == 0


async def test_another_origin_may_not_post(house: House, base: str) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with house.http.post(f"{base}/say", data={"text": "oi"}, headers=headers) as answer:
        assert answer.status == 403
    assert await house.value("select count(*) from whatsapp.mensagens") == 0


async def test_a_body_that_is_no_object_is_refused(house: House, base: str) -> None:
    for body in (b"[]", b"{", b'"oi"'):
        headers = {"Content-Type": "application/json"}
        async with house.http.post(f"{base}/say", data=body, headers=headers) as answer:
            assert answer.status == 400


# -- live --------------------------------------------------------------------------------------------------------------------


async def events(house: House, base: str) -> AsyncIterator[str]:
    async with house.http.get(f"{base}/events") as stream:
        assert stream.content_type == "text/event-stream"
        async for line in stream.content:
            if line.startswith(b"event:"):
                yield line.decode().strip()


async def test_whoever_connects_is_told_to_look_and_then_of_every_change(living: House, base: str) -> None:
    heard = events(living, base)
    assert await asyncio.wait_for(anext(heard), 5) == "event: mudou"
    await post(living, base, "say", text="oi, quero botox")
    for _ in range(100):
        await asyncio.wait_for(anext(heard), 5)
        if "Anna, assistente virtual" in words(
            await page(living, base, part="/fragment"), part="talk", by="id"
        ):
            break
    else:
        raise AssertionError("the answer was never announced")
    await heard.aclose()  # type: ignore[attr-defined]


async def test_the_fragment_is_the_living_part_of_the_page(house: House, base: str) -> None:
    await talk(house, *TO_THE_OFFER)
    whole, part = await page(house, base), await page(house, base, part="/fragment")
    for name in ("relogio", "talk", "mind"):
        assert words(part, part=name, by="id") == words(whole, part=name, by="id") != ""
    assert 'id="escrever"' not in part  # what somebody is writing is left alone


# -- time --------------------------------------------------------------------------------------------------------------------


async def test_a_day_passes_as_it_would_have_passed(living: House, base: str) -> None:
    """The nudge comes after four hours and the score after twenty-two, each at its own hour."""
    await post(living, base, "say", text="oi, quero botox")
    await settled(living, base, "Anna, assistente virtual")
    began = living.clock.now()
    assert await post(living, base, "clock", span="23h") == 204
    await told_of(living, began + timedelta(hours=23))
    nudge = await living.value("select criada_em from whatsapp.mensagens where modelo = 'retomar_perguntas'")
    assert nudge == began + timedelta(hours=4)
    scored = await living.value("select avaliado_em from crm.qualificacoes")
    assert scored == began + timedelta(hours=22)
    html = await page(living, base)
    assert "qui, 26 nov, 13:12" in words(html, part="relogio", by="id")
    assert "Data e horário sem resposta" in words(html, part="past")
    assert "Lembrou da última pergunta." in words(html, part="decision")


async def test_every_clock_agrees(living: House, base: str) -> None:
    for span in ("1h", "1d"):
        assert await post(living, base, "clock", span=span) == 204
    at = living.clock.now() + timedelta(hours=25)
    told = await living.control("GET", "clock")
    assert told["offset_seconds"] == timedelta(hours=25).total_seconds()
    await told_of(living, at)
    assert "qui, 26 nov, 15:12" in words(await page(living, base), part="relogio", by="id")


async def test_a_stand_in_that_was_started_again_is_set_when_the_page_is_looked_at(
    living: House, base: str
) -> None:
    await post(living, base, "clock", span="1h")
    await living.control("POST", "clock", {"offset_seconds": 0})
    await page(living, base)
    assert (await living.control("GET", "clock"))["offset_seconds"] == 3600


async def test_time_passes_even_when_no_worker_is_there(
    house: House, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("anna.web.demo_time.STOP_S", 0.1)
    await house.say(DEBORA, text="oi")
    assert await post(house, base, "clock", span="1h") == 204
    await house.anna.reread_clock("demo")
    assert house.client.clock.now() == house.clock.now() + timedelta(hours=1)


async def test_a_clock_read_late_does_not_turn_back(
    house: House, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One reads the row, the clock moves on and is read anew, and only then the first sets what it read."""
    read, moved = asyncio.Event(), asyncio.Event()
    list_clients = house.anna.list_clients

    async def held_up() -> list[Served]:
        clients = await list_clients()
        if not read.is_set():
            read.set()
            await moved.wait()
        return clients

    monkeypatch.setattr(house.anna, "list_clients", held_up)
    first = asyncio.create_task(house.anna.reread_clock("demo"))
    await read.wait()
    assert await post(house, base, "clock", span="1h") == 204
    second = asyncio.create_task(house.anna.reread_clock("demo"))
    await asyncio.wait([second], timeout=0.3)  # as far as it comes
    moved.set()
    await asyncio.gather(first, second)
    assert house.client.clock.now() == house.clock.now() + timedelta(hours=1)


async def told_of(house: House, at: datetime) -> None:
    """Wait until the worker, who hears of it by a notification, has the clock at `at`."""
    for _ in range(500):
        if house.client.clock.now() == at:
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"the worker's clock stands at {house.client.clock.now()}, not {at}")


async def settled(house: House, base: str, text: str) -> None:
    """Wait until the phone shows `text` and nothing is under way."""
    for _ in range(200):
        html = await page(house, base, part="/fragment")
        if text in words(html, part="talk", by="id") and "Anna está digitando" not in html:
            return
        await asyncio.sleep(0.03)
    raise AssertionError(f"{text!r} never came")


# -- beginning anew ----------------------------------------------------------------------------------------------------------


async def test_beginning_anew_keeps_the_ledger_and_ends_what_was_under_way(house: House, base: str) -> None:
    await talk(house, *TO_THE_OFFER, "1")
    before = await house.value("select count(*) from whatsapp.mensagens")
    assert await post(house, base, "restart") == 204
    await house.settle()
    assert await house.value("select count(*) from whatsapp.mensagens") == before
    assert await house.value("select count(*) from automacao.execucoes where estado = 'viva'") == 0
    assert (
        await house.value(
            "select array_agg(distinct status) from agendamento.consultas where expira_em is not null"
        )
        is None
    )
    html = await page(house, base)
    assert "Começa com a primeira mensagem." in words(html, part="path")
    assert "botocs" not in html


async def test_after_beginning_anew_a_lead_is_a_lead_and_a_patient_is_known(house: House, base: str) -> None:
    await talk(house, "quero limpeza de pele sexta as 10", "sim", "1")
    await talk(house, "oi", phone=LUZINETE, name="Luzinete Bezerra")
    for phone in (DEBORA, LUZINETE):
        assert await post(house, base, "restart", phone=phone) == 204
    await house.settle()
    await talk(house, "quero marcar peeling")
    await talk(house, "quero marcar peeling", phone=LUZINETE, name="Luzinete Bezerra")
    leads = await house.rows(
        "select d.valor, e.passo from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id and r.tipo = 'contato'"
        " join whatsapp.identidades d on d.contato_id = r.alvo and d.tipo = 'phone' where e.estado = 'viva' order by d.valor"
    )
    assert [row["passo"] for row in leads] == ["questions", "known"]
    assert "Anna, assistente virtual" in words(
        await page(house, base), part="talk"
    )  # she introduces herself again


async def test_beginning_anew_takes_the_conversation_back_from_the_team(house: House, base: str) -> None:
    await talk(house, "quero falar com uma pessoa", "oi?")
    assert await post(house, base, "restart") == 204
    await house.settle()
    await talk(house, "quero botox")
    assert await house.value("select count(*) from whatsapp.mensagens where modelo = 'ask_quando'") == 1
    outcomes = await house.rows("select desfecho from whatsapp.mensagens where direcao = 'entrada'")
    assert None not in [row["desfecho"] for row in outcomes]


async def test_a_phone_that_never_wrote_begins_anew_without_a_trace(house: House, base: str) -> None:
    before = await house.value("select count(*) from whatsapp.contatos")
    assert await post(house, base, "restart", phone=PRISCILA) == 204
    assert await house.value("select count(*) from whatsapp.contatos") == before
