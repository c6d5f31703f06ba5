"""The rules of the flow language on the real runner, dispatcher and door: what a pure engine alone cannot keep."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from anna.flows.registry import Result, Scene
from anna.flows.starts import held_out
from anna.simulation.house import House
from tests.durable.language import Stage, flow, open_stage
from tests.durable.story import act, work
from tests.invariants import broken

WAITING = "  - id: here\n    wait:\n    then: [{event: a.b, goto: over}, {after: 9d, goto: over}]\n  - id: over\n    end: over"


@pytest.fixture
async def stage(house: House) -> Stage:
    return await open_stage(house)


async def holds(stage: Stage) -> None:
    async with stage.client.database.transaction() as conn:
        assert await broken(conn) == {}


# -- starts ----------------------------------------------------------------------------------------------------------------


async def test_a_command_leaves_out_the_same_conversations_as_an_event_would(house: House) -> None:
    """Or the effect of a flow that patients start could never be measured."""
    half = flow("half", "  - end: e", lane="override", start="{command: b2b, holdout: 50}")
    first = await open_stage(house, "5511900070100")
    await first.publish(half)
    text = house.client.runner.shelf.get("half")
    left_out = {first.conversa: held_out(text, text.starts[0], str(first.conversa))}
    phones = ["5511900070100"]
    while len(set(left_out.values())) < 2:  # ids are new each time: as many patients as it takes
        phones.append(f"55119000701{len(phones):02}")
        conversa = (await open_stage(house, phones[-1])).conversa
        left_out[conversa] = held_out(text, text.starts[0], str(conversa))
    for phone in phones:
        await house.talk(phone, "somos uma empresa de marketing digital, querem divulgar a clínica?")
    began = await house.rows("select chave from automacao.execucoes where fluxo = 'half'")
    assert {UUID(row["chave"]) for row in began} == {
        conversa for conversa, out in left_out.items() if not out
    }


@pytest.mark.parametrize("start", ["{command: b2b}", "{event: a.b}"])
async def test_a_flow_that_cools_down_is_not_begun_again_too_soon(stage: Stage, start: str) -> None:
    await stage.publish(flow("cool", "  - end: e", lane="override", start=start, more="cooldown: 3d"))

    async def once() -> None:
        if "event" in start:
            await stage.happens("a.b")
        else:
            await stage.house.talk(
                "5511900070001", "somos uma empresa de marketing digital, querem divulgar a clínica?"
            )

    await once()
    await stage.passes(hours=71)
    await once()
    assert await stage.count("cool") == 1
    await stage.passes(hours=2)
    await once()
    assert await stage.count("cool") == 2


async def test_one_live_run_per_flow_and_key(stage: Stage) -> None:
    await stage.publish(flow("one", WAITING, start="{event: c.d}"))
    await stage.happens("c.d")
    await stage.happens("c.d")
    assert await stage.count("one") == 1
    await stage.happens("a.b")
    await stage.happens("c.d")
    assert await stage.count("one") == 2


async def test_a_flow_without_a_value_for_its_key_keeps_an_event_from_nobody_else(stage: Stage) -> None:
    await stage.publish(
        flow("keyless", "  - end: e", start="{event: a.b}", key="fatura.id"),
        flow("other", "  - end: e", start="{event: a.b}"),
        flow("waits", WAITING),
    )
    await stage.start("waits")
    await stage.happens("a.b")
    assert await stage.stands("waits") == ("encerrada", "over")
    assert (await stage.count("other"), await stage.count("keyless")) == (1, 0)
    assert await stage.house.value("select count(*) from automacao.eventos where erro is not null") == 0


async def test_a_call_whose_condition_does_not_hold_does_not_begin(stage: Stage) -> None:
    await stage.publish(
        flow("child", "  - end: e", start="{call: true, when: paciente.conhecido}"),
        flow(
            "parent",
            "  - call: child\n    then: [{result: stopped, goto: no}]\n  - end: e\n  - id: no\n    end: no",
        ),
    )
    await stage.start("parent")
    assert await stage.stands("parent") == ("encerrada", "no")
    assert await stage.count("child") == 0


# -- events and stops --------------------------------------------------------------------------------------------------------


async def test_stops_are_matched_before_starts(stage: Stage) -> None:
    """The old run goes, and a new one of the same key begins, by one event."""
    await stage.publish(flow("again", WAITING, start="{event: c.d}", more="stop: [{event: c.d}]"))
    await stage.happens("c.d")
    first = (await stage.run("again"))["id"]
    await stage.happens("c.d")
    rows = await stage.house.rows(
        "select id, estado, motivo from automacao.execucoes where fluxo = 'again' order by id"
    )
    assert [(row["estado"], row["motivo"]) for row in rows] == [("parada", "c.d"), ("viva", None)]
    assert rows[0]["id"] == first


async def test_what_the_own_tree_causes_never_stops_it(stage: Stage) -> None:
    """Neither the one that tells it nor the one that called it; somebody else's of the same name does."""
    tells = "  - end: {outcome: e, emit: nps.promotor}"
    parent = f"  - call: child\n{WAITING}"
    await stage.publish(
        flow("child", tells),
        flow("parent", parent, more="stop: [{event: nps.promotor}]"),
        flow("stranger", tells),
    )
    await stage.start("parent")
    await work(stage.house, stage.client)
    assert await stage.stands("parent") == ("viva", "here")
    await stage.start("stranger")
    await work(stage.house, stage.client)
    assert await stage.stands("parent") == ("parada", "nps.promotor")


async def test_a_stopped_parent_stops_its_children_and_each_undoes(stage: Stage) -> None:
    undone: list[str] = []

    async def undo(scene: Scene) -> Result:
        undone.append(str(scene.execucao_id))
        return Result()

    stage.register(undo=undo)
    await stage.publish(
        flow("leaf", WAITING, more="stop: [{event: x.y, undo: undo}]"),
        flow("middle", "  - call: leaf\n  - end: e", key="parent.id"),
        flow("root", "  - call: middle\n  - end: e", more="stop: [{event: gone.now, undo: undo}]"),
    )
    root = await stage.start("root")
    leaf = (await stage.run("leaf"))["id"]
    await stage.happens("gone.now")
    assert await stage.stands("root") == ("parada", "gone.now")
    assert [(await stage.stands(name))[0] for name in ("middle", "leaf")] == ["parada", "parada"]
    assert undone == [str(root), str(leaf)]
    await holds(stage)


async def test_an_event_reaches_a_run_only_where_all_ids_they_share_are_equal(stage: Stage) -> None:
    here, elsewhere = UUID(int=7), UUID(int=8)
    await stage.publish(flow("waits", WAITING))
    await stage.start("waits", consulta=here)
    await stage.happens("a.b", conversa=stage.conversa, consulta=elsewhere)
    await stage.happens("a.b", paciente=here)
    assert await stage.stands("waits") == ("viva", "here")
    await stage.happens("a.b", consulta=here, paciente=elsewhere)
    assert await stage.stands("waits") == ("encerrada", "over")


async def test_what_became_of_one_runs_message_is_no_news_to_another(stage: Stage) -> None:
    """A reminder must not believe that it was delivered because an answer was."""
    reminder = (
        "  - send: pode_ajudar\n  - id: here\n    wait:\n    then: [{event: mensagem.entregue, goto: over}, {after: 1d, goto: late}]\n"
        "  - id: over\n    end: over\n  - id: late\n    end: late"
    )
    await stage.publish(
        flow("mine", reminder), flow("other", reminder.replace("  - send: pode_ajudar\n", ""))
    )
    await stage.start("other")
    await stage.start("mine")
    await work(stage.house, stage.client)
    assert await stage.stands("mine") == ("encerrada", "over")
    assert await stage.stands("other") == ("viva", "here")


# -- actions -------------------------------------------------------------------------------------------------------------------


ACTS = "  - id: acts\n    do: acts\n    then: [{result: failed, goto: sorry}]\n  - end: fine\n  - id: sorry\n    end: sorry"


@pytest.mark.parametrize("sql", ["select 1/0", "insert into crm.atividades default values", None])
async def test_an_inside_action_that_fails_leaves_nothing_behind_and_comes_out_as_failed(
    stage: Stage, sql: str | None
) -> None:
    """What it wrote before is gone with it; what the run did before is not."""

    async def acts(scene: Scene) -> Result:
        await scene.conn.execute("update whatsapp.contatos set nome = 'meio feito'")
        if sql is None:
            raise KeyError("a bug")
        await scene.conn.execute(sql)
        return Result()

    stage.register(acts=acts)
    await stage.publish(flow("acting", "  - send: pode_ajudar\n" + ACTS))
    await stage.start("acting")
    assert await stage.stands("acting") == ("encerrada", "sorry")
    assert not await stage.house.value(
        "select exists (select from whatsapp.contatos where nome = 'meio feito')"
    )
    assert (
        await stage.house.value("select count(*) from whatsapp.mensagens where passo = 'send_pode_ajudar'")
        == 1
    )


async def test_a_result_that_the_registry_does_not_declare_is_a_failure(stage: Stage) -> None:
    """No arm could wait for it, and `flows check` would not know."""

    async def acts(scene: Scene) -> Result:
        return Result(name="nobody_knows")

    stage.register(acts=acts)
    await stage.publish(flow("acting", ACTS))
    await stage.start("acting")
    assert await stage.stands("acting") == ("encerrada", "sorry")


async def test_an_old_run_whose_action_is_gone_fails_and_is_not_woken_for_ever(stage: Stage) -> None:
    await stage.publish(flow("old", "  - wait: {until: trigger.at + 1h}\n  - do: no_more\n  - end: e"))
    await stage.start("old")
    await stage.passes(hours=1)
    assert (await stage.stands("old"))[0] == "falhou"


async def test_a_run_that_fails_gives_the_conversation_to_a_person_who_is_told(stage: Stage) -> None:
    await stage.publish(flow("bad", "  - do: no_more\n  - end: e", lane="talk"))
    await stage.start("bad")
    await work(stage.house, stage.client)
    assert await stage.house.value("select motivo from whatsapp.transferencias") == "execucao.falhou"
    assert "equipe" in " ".join(await stage.house.new_texts("5511900070001"))


async def test_a_background_run_that_fails_is_told_to_the_clinic_and_the_patient_hears_nothing(
    stage: Stage,
) -> None:
    await stage.publish(flow("bad", "  - do: no_more\n  - end: e"))
    await stage.start("bad")
    await work(stage.house, stage.client)
    assert (
        await stage.house.value("select texto from crm.atividades where tipo = 'aviso'")
        == "fluxo_falhou: bad"
    )
    assert await stage.house.value("select count(*) from whatsapp.transferencias") == 0
    assert await stage.house.new_texts("5511900070001") == []


async def test_a_failure_that_the_caller_takes_care_of_calls_nobody(stage: Stage) -> None:
    await stage.publish(
        flow("bad", "  - do: no_more\n  - end: e", lane="talk"),
        flow(
            "careful",
            "  - call: bad\n    then: [{result: failed, goto: fine}]\n  - id: fine\n    end: fine",
            lane="talk",
        ),
    )
    await stage.start("careful")
    await work(stage.house, stage.client)
    assert await stage.stands("careful") == ("encerrada", "fine")
    assert await stage.house.value("select count(*) from whatsapp.transferencias") == 0


async def test_a_hand_off_that_fails_does_not_call_itself_for_ever(stage: Stage) -> None:
    async def hand_off(scene: Scene) -> Result:
        raise ValueError("a bug")

    stage.register(hand_off=hand_off)
    await stage.house.talk("5511900070001", "quero falar com uma atendente")
    assert await stage.stands("hand_off") == ("falhou", "do_hand_off: failed, and no arm says what then")
    assert await stage.count("hand_off") == 1
    assert (
        await stage.house.value("select texto from crm.atividades where tipo = 'aviso'")
        == "fluxo_falhou: hand_off"
    )


async def test_a_number_that_cannot_send_is_told_to_the_clinic(stage: Stage) -> None:
    instancia = await stage.house.value("select id from whatsapp.instancias where nome = 'aroeira'")
    await stage.happens(
        "instancia.caiu", instancia=instancia, dados={"estado": "fechado", "motivo": "logged out"}
    )
    assert (
        await stage.house.value("select texto from crm.atividades where tipo = 'aviso'")
        == "numero_caiu: aroeira"
    )
    assert await stage.stands("number_down") == ("encerrada", "told")


# -- versions --------------------------------------------------------------------------------------------------------------------


async def test_a_live_run_finishes_on_the_text_it_began_with(stage: Stage) -> None:
    await stage.publish(flow("grows", WAITING))
    await stage.start("grows")
    old = (await stage.run("grows"))["versao"]
    await stage.publish(flow("grows", WAITING.replace("end: over", "end: changed")))
    stage.client.runner.shelf._old.clear()  # another process, which never saw the old text
    await stage.happens("a.b")
    assert await stage.stands("grows") == ("encerrada", "over")
    await stage.start("grows")
    await stage.happens("a.b")
    assert await stage.stands("grows") == ("encerrada", "changed")
    assert (await stage.run("grows"))["versao"] == old + 1


# -- lanes -----------------------------------------------------------------------------------------------------------------------

ASKS = "  - id: q\n    ask: {quando: {type: quando, prompt: ask_quando}}\n    then: [{after: 1d, goto: over}]\n  - id: over\n    end: over"


async def test_what_a_suspended_run_calls_is_suspended_too(stage: Stage) -> None:
    """A talk in the back moves on by time and calls another flow: that one may not speak before the floor is its own."""
    patient = "5511900070001"
    await stage.publish(
        flow("child", ASKS, lane="talk", key="parent.id"),
        flow("back", "  - wait: {until: trigger.at + 1h}\n  - call: child\n  - end: e", lane="talk"),
        flow("front", WAITING, lane="talk"),
    )
    await stage.start("back")
    await stage.start("front")
    await work(stage.house, stage.client)
    await stage.passes(hours=1)
    assert (await stage.run("child"))["suspensa_por"] == (await stage.run("front"))["id"]
    assert await stage.house.new_texts(patient) == []
    await holds(stage)
    await stage.happens("a.b")
    assert [text for text in await stage.house.new_texts(patient) if "dia" in text], "now it is asked"
    await holds(stage)


async def test_a_background_run_asks_when_the_other_question_is_older_than_half_an_hour(stage: Stage) -> None:
    patient = "5511900070001"
    await stage.publish(
        flow("talks", ASKS, lane="talk"),
        flow("later", ASKS.replace("ask_quando", "ask_procedimento"), start="{event: c.d}"),
    )
    await stage.start("talks")
    await stage.passes(minutes=10)
    await stage.house.new_texts(patient)
    await stage.happens("c.d")
    await stage.passes(minutes=19)
    assert await stage.house.new_texts(patient) == []
    await stage.passes(minutes=1)
    assert "procedimento" in " ".join(await stage.house.new_texts(patient))


# -- questions -------------------------------------------------------------------------------------------------------------------

CHOICE = (
    "  - id: q\n    ask: {certeza: {type: choice, of: [affirm, deny], prompt: %s}}\n    then: [{after: 9d, goto: over}]\n"
    "  - id: done\n    end: done\n  - id: over\n    end: over"
)


async def two_questions(stage: Stage) -> None:
    await stage.publish(
        flow("older", CHOICE % "ask_saida", lane="override"),
        flow("newer", CHOICE % "pode_ajudar", lane="override"),
    )
    for name in ("older", "newer"):
        await stage.start(name)
        await stage.passes(minutes=1)
    await stage.house.new_texts("5511900070001")


async def test_a_reply_answers_the_newest_question(stage: Stage) -> None:
    await two_questions(stage)
    await stage.house.talk("5511900070001", "sim")
    assert [await stage.stands(name) for name in ("older", "newer")] == [("viva", "q"), ("encerrada", "done")]


async def test_a_quoted_question_is_the_one_that_is_answered(stage: Stage) -> None:
    await two_questions(stage)
    asked = await stage.house.value("select provedor_id from whatsapp.mensagens where modelo = 'ask_saida'")
    await stage.house.say("5511900070001", text="sim", quote=asked)
    await stage.house.settle()
    assert [await stage.stands(name) for name in ("older", "newer")] == [("encerrada", "done"), ("viva", "q")]


async def test_what_the_open_question_waits_for_is_no_digression(stage: Stage) -> None:
    """The price belongs to the flow that asked for it; anything else is answered on the way."""
    waits = ASKS.replace("then: [", "then: [{reply: price, goto: over}, ")
    await stage.publish(flow("priced", waits, lane="talk"))
    await stage.start("priced")
    await work(stage.house, stage.client)
    await stage.house.talk("5511900070001", "onde fica a clínica?")
    assert (await stage.stands("priced"), await stage.count("price_info")) == (("viva", "q"), 1)
    await stage.house.talk("5511900070001", "quanto custa?")
    assert (await stage.stands("priced"), await stage.count("price_info")) == (("encerrada", "over"), 1)


async def test_anna_asks_which_when_two_older_questions_would_take_it(stage: Stage) -> None:
    """The newest takes no yes; of two others that do, neither is guessed."""
    await two_questions(stage)
    await stage.publish(flow("newest", ASKS.replace("quando, prompt", "servicos, prompt"), lane="override"))
    await stage.start("newest")
    await stage.passes(minutes=1)
    await stage.house.new_texts("5511900070001")
    await stage.house.talk("5511900070001", "sim")
    assert [await stage.stands(name) for name in ("older", "newer", "newest")] == [("viva", "q")] * 3
    assert (
        await stage.house.value(
            "select modelo from whatsapp.mensagens order by criada_em desc, ordem desc limit 1"
        )
        == "qual_pergunta"
    )


# -- lateness --------------------------------------------------------------------------------------------------------------------


async def test_a_question_that_the_door_finds_too_late_comes_back_as_dropped(stage: Stage) -> None:
    """The number was down until it was too late: nothing is said, the reason is kept, the flow goes on by its arm."""
    steps = (
        "  - id: q\n    ask: {quando: {type: quando, prompt: ask_quando}}\n    not_after: trigger.at + 30m\n"
        "    then: [{result: dropped, goto: late}, {after: 1d, goto: over}]\n"
        "  - id: over\n    end: over\n  - id: late\n    end: late"
    )
    await stage.publish(flow("punctual", steps))
    await stage.house.value(
        "update whatsapp.instancias set envio_apos = $1 where nome = 'aroeira' returning id",
        stage.house.clock.now() + timedelta(minutes=31),
    )
    await stage.start("punctual")
    await stage.passes(minutes=31, seconds=1)
    assert await stage.stands("punctual") == ("encerrada", "late")
    assert await stage.house.new_texts("5511900070001") == []
    said = await stage.house.rows("select status, motivo from whatsapp.mensagens where passo = 'q'")
    assert [tuple(row.values()) for row in said] == [("descartada", "on_time: too late")]


async def test_a_refusal_of_the_door_comes_back_as_dropped(stage: Stage) -> None:
    steps = ASKS.replace("then: [", "then: [{result: dropped, goto: no}, ") + "\n  - id: no\n    end: no"
    await stage.publish(flow("offers", steps).replace("atendimento", "marketing"))
    await act(stage.house, "5511900070001", "para de me mandar mensagem")
    await work(stage.house, stage.client)
    await stage.start("offers")
    await work(stage.house, stage.client)
    assert await stage.stands("offers") == ("encerrada", "no")
