from __future__ import annotations

import asyncio
from datetime import timedelta

from tests.cli.conftest import PHONE, Operator

JULIANA, BEATRIZ, WELLINGTON = (f"{name}@demo.example" for name in ("juliana", "beatriz", "wellington"))


async def wait_for_a_person(operator: Operator, *before: str) -> str:
    """A patient asks for a person; the end of the hand-off's id."""
    await operator.talk_to(*before, "quero falar com uma pessoa")
    id = await operator.house.value("select id from whatsapp.transferencias where devolvida_em is null")
    return str(id.hex[-8:])


async def owner(operator: Operator) -> str:
    return str(await operator.house.value("select dono from whatsapp.conversas"))


async def test_the_list_says_who_waits_how_long_why_and_until_when(operator: Operator) -> None:
    assert (await operator("handoff", "list")).out == "nobody waits\n"
    id = await wait_for_a_person(operator)
    operator.house.clock.advance(timedelta(minutes=90))
    await operator.house.say("5511900000186", name="Priscila", text="quero falar com alguém da clínica")
    await operator.house.settle()
    first, second = (await operator("handoff", "list")).out.splitlines()[1:]
    assert first.startswith(f"{id}  Clínica Aroeira  Débora Siqueira (11) 90000-0142  1 h 30")
    assert "30 min late" in first
    assert "quero falar com uma pessoa" in first
    assert first.endswith("nobody")
    assert "Priscila" in second


async def test_show_gathers_what_a_colleague_needs_to_know(operator: Operator) -> None:
    id = await wait_for_a_person(operator, "oi, quero botox sexta às 15h")
    out = (await operator("handoff", "show", id)).out
    for expected in (
        "because: human", "“quero falar com uma pessoa”", "taken by nobody", "procedure  botox", "sexta, 27/11", "às 15h",
        "not a patient yet", "lead_to_booking v1", "nobody_came v1", "oi, quero botox sexta às 15h", "next by itself",
    ):  # fmt: skip
        assert expected in out


async def test_a_hand_off_from_taking_to_the_outcome_that_anna_knows(operator: Operator) -> None:
    house = operator.house
    id = await wait_for_a_person(operator, "oi, quero botox")
    await operator("handoff", "take", id, "--as", JULIANA)
    assert await operator.talk_to("alguém aí?") == []
    await operator("handoff", "reply", id, "Oi! Aqui é a Juliana.", "--as", JULIANA, "--no-wait")
    await house.settle()
    assert await house.new_texts(PHONE) == ["Oi! Aqui é a Juliana."]
    await operator("handoff", "return", id, "--as", JULIANA, "--outcome", "vai pensar e volta")
    await house.settle()
    assert (
        await house.value("select estado from automacao.execucoes where fluxo = 'nobody_came'") == "encerrada"
    )

    house.clock.advance(timedelta(minutes=1))
    asked = await operator.talk_to("hmm entendi")
    assert len(asked) == 1
    assert "dia" in asked[0], "the question of before is put once more"
    turno = "select rota, contexto from whatsapp.turnos order by id desc limit 1"
    (last,) = await house.rows(turno)
    assert last["rota"]["devolvida"]["desfecho"] == "vai pensar e volta"
    assert last["contexto"]["desfecho"] == "vai pensar e volta"
    assert "vai pensar" not in asked[0], "a note among colleagues"
    await operator.talk_to("sexta às 15h")
    (last,) = await house.rows(turno)
    assert last["rota"]["regra"] == "newest", "and it can be answered"
    assert "devolvida" not in last["rota"]


async def test_without_an_open_question_she_just_says_that_she_is_back(operator: Operator) -> None:
    id = await wait_for_a_person(operator)
    await operator("handoff", "return", id, "--as", JULIANA, "--outcome", "resolvido")
    await operator.house.settle()
    operator.house.clock.advance(timedelta(minutes=1))
    (said,) = await operator.talk_to("hmm entendi")
    assert said.startswith("Voltei por aqui!")


async def test_of_two_who_take_at_once_one_wins_and_the_other_is_told_who(operator: Operator) -> None:
    id = await wait_for_a_person(operator)
    both = await asyncio.gather(
        *(operator.process("handoff", "take", id, "--as", email) for email in (JULIANA, BEATRIZ))
    )
    assert sorted(said.code for said in both) == [0, 1]
    (told,) = [said.err for said in both if said.code]
    winner = await operator.house.value(
        "select u.nome from whatsapp.conversas c join auth.usuarios u on u.id = c.usuario_id"
    )
    assert told == f"anna: {winner} has taken this conversation\n"
    assert winner in (await operator("handoff", "list")).out


async def test_whoever_works_at_another_clinic_may_not_answer(operator: Operator) -> None:
    id = await wait_for_a_person(operator)
    for command in (("take",), ("reply", "oi"), ("return", "--outcome", "x")):
        verb, *rest = command
        said = await operator("handoff", verb, id, *rest, "--as", WELLINGTON, code=1)
        assert f"does not answer patients of Clínica Aroeira; these do: {BEATRIZ}, {JULIANA}" in said.err
    assert "nobody here is" in (await operator("handoff", "take", id, "--as", "ze@x.example", code=1)).err


async def test_a_given_back_one_is_not_given_back_twice(operator: Operator) -> None:
    id = await wait_for_a_person(operator)
    await operator("handoff", "return", id, "--as", JULIANA, "--outcome", "resolvido")
    said = await operator("handoff", "return", id, "--as", JULIANA, "--outcome", "outra coisa", code=1)
    assert "it was given back at 25/11 14:12: resolvido" in said.err


async def test_reply_says_what_became_of_the_message(operator: Operator) -> None:
    id = await wait_for_a_person(operator)

    async def work() -> None:
        while True:
            await operator.house.settle()
            await asyncio.sleep(0.05)

    worker = asyncio.create_task(work())
    try:
        said = await operator("handoff", "reply", id, "Oi!", "--as", JULIANA)
    finally:
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)
    assert said.out.startswith("sent (")


async def test_an_id_that_could_be_two_is_refused_with_both(operator: Operator) -> None:
    await wait_for_a_person(operator)
    await operator.house.say("5511900000186", name="Priscila", text="quero falar com uma pessoa")
    await operator.house.settle()
    ids = [
        str(row["id"])
        for row in await operator.house.rows("select id from whatsapp.transferencias order by id")
    ]
    said = await operator("handoff", "show", ids[0][:6], code=2)
    assert all(id in said.err for id in ids)
    assert "there is no hand-off" in (await operator("handoff", "show", "00000000", code=1)).err
    assert "is no id" in (await operator("handoff", "show", "xyz", code=2)).err


async def test_who_asks_again_after_a_reply_lapsed_gets_a_person_again(operator: Operator) -> None:
    """The run of the first hand-off still waits for its give-back, and must not swallow the second request."""
    house = operator.house
    id = await wait_for_a_person(operator)
    await house.rows(
        "update whatsapp.conversas set dono_ate = $1 returning id", house.clock.now()
    )  # as after a reply
    house.clock.advance(timedelta(minutes=31))
    assert await operator.talk_to("quero falar com uma pessoa"), "she says that she calls somebody"
    assert await owner(operator) == "pessoa"
    rows = await house.rows(
        "select id, devolvida_em, desfecho from whatsapp.transferencias order by aberta_em"
    )
    assert [(row["id"].hex[-8:] == id, row["desfecho"]) for row in rows] == [(True, "expirou"), (False, None)]
    live = "select count(*) from automacao.execucoes where fluxo = 'nobody_came' and estado = 'viva'"
    assert await house.value(live) == 1
