from __future__ import annotations

import asyncio
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import asyncpg
import pytest

from anna.agendamento import queries, service
from anna.agendamento.models import StatusConsulta
from anna.agendamento.offers import GivenUp, nearest_slots, offer_slots
from anna.agendamento.slots import epoch_minute
from anna.clinica.service import change_setting
from anna.db.connect import Connection, connect
from anna.errors import Conflict, ConsultaConflict, InvalidInput, NotFound
from anna.when import TimeKind, When
from tests.agendamento.conftest import Clinic, events
from tests.conftest import TEST_NOW, ClientDatabase

LATER = TEST_NOW + timedelta(minutes=51)


async def test_a_hold_costs_what_the_services_cost_and_keeps_the_buffer(
    db: Connection, clinic: Clinic
) -> None:
    held = await clinic.hold(db, clinic.at(1, 14), servicos=("botox", "skinbooster"))
    assert (held.valor, held.sinal) == (Decimal("1840.00"), Decimal("300.00"))
    assert held.fim - held.inicio == timedelta(minutes=90)
    assert held.livre_em - held.fim == timedelta(minutes=15)
    assert held.expira_em == TEST_NOW + timedelta(minutes=50)
    assert await db.fetchval("select sum(preco) from agendamento.consulta_servicos") == held.valor


async def test_a_slot_is_held_by_exactly_one_of_many_in_parallel(
    client_db: ClientDatabase, clinic: Clinic
) -> None:
    """Fifty rounds of three connections that each want an overlapping time; nothing but the database decides."""
    rivals = [await connect(client_db.dsn("anna_worker")) for _ in range(3)]

    async def take(conn: Connection, number: int) -> str:
        try:
            async with conn.transaction():
                await clinic.hold(conn, clinic.at(1, 9, 15 * number))
        except ConsultaConflict:
            return "taken"
        return "held"

    for turn in range(50):
        await rivals[0].execute("delete from agendamento.consulta_servicos")
        await rivals[0].execute("delete from agendamento.consultas")
        outcome = await asyncio.gather(*(take(conn, number) for number, conn in enumerate(rivals)))
        assert sorted(outcome) == ["held", "taken", "taken"], turn
    for conn in rivals:
        await conn.close()


async def test_bookers_who_write_without_looking_are_stopped_by_the_constraint(
    client_db: ClientDatabase, clinic: Clinic
) -> None:
    """The constraint, not the code: these go round every check, and whether it refuses or deadlocks, one of them stands."""

    async def write(conn: Connection) -> bool:
        profissional = (await queries.list_profissionais(conn, clinic.id))[0]
        inicio = clinic.at(1, 9)
        try:
            async with conn.transaction():
                await queries.insert_hold(
                    conn,
                    profissional=profissional,
                    paciente_id=clinic.marina,
                    conversa_id=None,
                    inicio=inicio,
                    fim=inicio + timedelta(hours=1),
                    livre_em=inicio + timedelta(hours=1),
                    expira_em=inicio,
                    valor=Decimal(1),
                    sinal=Decimal(0),
                    now=TEST_NOW,
                )
        except (asyncpg.ExclusionViolationError, asyncpg.DeadlockDetectedError):
            return False
        return True

    async with client_db.worker.pool.acquire() as one, client_db.worker.pool.acquire() as two:
        assert sorted(await asyncio.gather(write(one), write(two))) == [False, True]


async def test_a_deadlock_over_two_professionals_is_a_taken_slot(
    client_db: ClientDatabase, clinic: Clinic
) -> None:
    first_has, second_has = asyncio.Event(), asyncio.Event()

    async def cross(mine: asyncio.Event, other: asyncio.Event, order: list[str]) -> str:
        async with client_db.worker.pool.acquire() as conn, conn.transaction():
            await clinic.hold(conn, clinic.at(1, 9), profissional_id=getattr(clinic, order[0]))
            mine.set()
            await other.wait()
            try:
                await clinic.hold(conn, clinic.at(2, 9), profissional_id=getattr(clinic, order[1]))
            except ConsultaConflict as error:
                alive = await conn.fetchval("select count(*) from agendamento.consultas")
                return f"{type(error.__cause__).__name__}, {alive} still held"
            return "held"

    outcome = await asyncio.gather(
        cross(first_has, second_has, ["helena", "otavio"]),
        cross(second_has, first_has, ["otavio", "helena"]),
    )
    assert sorted(outcome) == ["DeadlockDetectedError, 1 still held", "held"]


async def test_a_hold_that_ran_out_gives_way_and_tells(db: Connection, clinic: Clinic) -> None:
    old = await clinic.hold(db, clinic.at(1, 9))
    with pytest.raises(ConsultaConflict):
        await clinic.hold(db, clinic.at(1, 9), now=TEST_NOW + timedelta(minutes=49, seconds=59))
    new = await clinic.hold(db, clinic.at(1, 9), paciente_id=clinic.tania, now=LATER)
    assert new.status is StatusConsulta.RESERVADO
    assert (await queries.get_consulta(db, old.id)).status is StatusConsulta.EXPIRADO
    assert [e["refs"]["consulta"] for e in await events(db, "consulta.expirada")] == [str(old.id)]


async def test_the_buffer_belongs_to_the_consulta_before_it(db: Connection, clinic: Clinic) -> None:
    await clinic.hold(db, clinic.at(1, 9))  # 45 + 15 minutes
    with pytest.raises(ConsultaConflict):
        await clinic.hold(db, clinic.at(1, 9, 45))
    await clinic.hold(db, clinic.at(1, 10))


async def test_a_new_hold_of_a_conversa_lets_the_old_one_go(db: Connection, clinic: Clinic) -> None:
    conversa = await clinic.conversa(db, 1)
    old = await clinic.hold(db, clinic.at(1, 9), conversa_id=conversa)
    new = await clinic.hold(db, clinic.at(1, 9, 15), conversa_id=conversa)
    assert (await queries.get_consulta(db, old.id)).status is StatusConsulta.EXPIRADO
    assert await queries.list_holds_of_conversa(db, conversa) == [new.id]


async def test_a_new_hold_that_fails_leaves_the_old_one(db: Connection, clinic: Clinic) -> None:
    conversa = await clinic.conversa(db, 1)
    await clinic.hold(db, clinic.at(1, 14))
    old = await clinic.hold(db, clinic.at(1, 9), conversa_id=conversa)
    with pytest.raises(ConsultaConflict):
        await clinic.hold(db, clinic.at(1, 14), conversa_id=conversa)
    assert (await queries.get_consulta(db, old.id)).status is StatusConsulta.RESERVADO


@pytest.mark.parametrize(
    ("day", "hour", "minute"),
    [(6, 9, 0), (25, 9, 0), (1, 7, 0), (1, 17, 30), (1, 12, 0), (7, 9, 0)],
    ids=["sunday", "christmas", "before opening", "would end after closing", "into the lunch", "day off"],
)
async def test_nothing_is_held_when_the_clinic_would_not_work(
    db: Connection, clinic: Clinic, day: int, hour: int, minute: int
) -> None:
    with pytest.raises(ConsultaConflict):
        await clinic.hold(db, clinic.at(day, hour, minute))


async def test_a_block_made_after_the_offer_is_respected(db: Connection, clinic: Clinic) -> None:
    await db.execute(
        "insert into agendamento.bloqueios (clinica_id, profissional_id, inicio, fim, motivo) values ($1, $2, $3, $4, 'x')",
        clinic.id, clinic.helena, clinic.at(1, 9, 30), clinic.at(1, 12),
    )  # fmt: skip
    with pytest.raises(ConsultaConflict):
        await clinic.hold(db, clinic.at(1, 9))


async def test_one_minute_before_midnight_tomorrow_is_still_tomorrow(db: Connection, clinic: Clinic) -> None:
    now = clinic.at(1, 23, 59)
    tomorrow = When(date_start=now.date() + timedelta(days=1), date_end=now.date() + timedelta(days=1))
    offer = await offer_slots(
        db, clinica_id=clinic.id, servicos=[clinic.servico("botox")], when=tomorrow, now=now
    )
    assert {s.inicio.date() for s in offer.slots} == {tomorrow.date_start}
    held = await clinic.hold(
        db, offer.slots[0].inicio, profissional_id=offer.slots[0].profissional_id, now=now
    )
    assert (await service.book(db, held.id, now=now)).status is StatusConsulta.AGENDADO


async def test_the_past_cannot_be_held(db: Connection, clinic: Clinic) -> None:
    for now in (clinic.at(1, 9), clinic.at(2, 0), clinic.at(6, 12)):
        with pytest.raises(ConsultaConflict):
            await clinic.hold(db, clinic.at(1, 9), now=now)


async def test_who_does_not_do_it_cannot_be_booked_for_it(db: Connection, clinic: Clinic) -> None:
    with pytest.raises(InvalidInput):
        await clinic.hold(db, clinic.at(1, 9), profissional_id=clinic.camila)
    with pytest.raises(NotFound):
        await clinic.hold(db, clinic.at(1, 9), profissional_id=uuid4())


async def test_a_hold_is_booked_once_and_told_once(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    booked = await service.book(db, held.id, now=TEST_NOW)
    assert (booked.status, booked.expira_em, booked.revisao) == (StatusConsulta.AGENDADO, None, 1)
    assert await service.book(db, held.id, now=TEST_NOW) == booked
    assert len(await events(db, "consulta.agendada")) == 1


async def test_a_hold_whose_time_came_is_not_booked_and_what_was_booked_stays(
    db: Connection, clinic: Clinic
) -> None:
    held = await clinic.hold(db, clinic.at(1, 9), minutes=60 * 24 * 7)
    other = await clinic.hold(db, clinic.at(2, 9), minutes=60 * 24 * 7)
    await service.book(db, other.id, now=TEST_NOW)
    with pytest.raises(ConsultaConflict):
        await service.book(db, held.id, now=clinic.at(1, 9))
    assert (await service.book(db, other.id, now=clinic.at(3, 9))).status is StatusConsulta.AGENDADO


async def test_a_hold_that_ran_out_is_booked_if_nobody_took_it(db: Connection, clinic: Clinic) -> None:
    """The payment that arrives a minute late still gets its slot."""
    held = await clinic.hold(db, clinic.at(1, 9))
    await service.expire_holds(db, now=LATER)
    assert (await service.book(db, held.id, now=LATER)).status is StatusConsulta.AGENDADO


async def test_a_hold_that_ran_out_and_was_taken_is_lost(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    await clinic.hold(db, clinic.at(1, 9, 30), now=LATER)
    with pytest.raises(ConsultaConflict):
        await service.book(db, held.id, now=LATER)
    assert (await queries.get_consulta(db, held.id)).status is StatusConsulta.EXPIRADO
    assert await events(db, "consulta.agendada") == []


async def test_booking_late_takes_over_a_rival_hold_that_ran_out_too(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    rival = await clinic.hold(db, clinic.at(1, 9), paciente_id=clinic.tania, now=LATER)
    booked = await service.book(db, held.id, now=LATER + timedelta(hours=1))
    assert booked.status is StatusConsulta.AGENDADO
    assert (await queries.get_consulta(db, rival.id)).status is StatusConsulta.EXPIRADO


async def test_two_workers_that_pay_and_retake_at_once_leave_one_consulta(
    client_db: ClientDatabase, clinic: Clinic, db: Connection
) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    await service.expire_holds(db, now=LATER)

    async def retake() -> bool:
        async with client_db.worker.transaction() as conn:
            return (await service.book(conn, held.id, now=LATER)).status is StatusConsulta.AGENDADO

    async def rival() -> bool:
        try:
            async with client_db.worker.transaction() as conn:
                await clinic.hold(conn, clinic.at(1, 9), now=LATER)
        except ConsultaConflict:
            return False
        return True

    async def safe_retake() -> bool:
        try:
            return await retake()
        except ConsultaConflict:
            return False

    assert sum(await asyncio.gather(safe_retake(), rival())) == 1


async def test_letting_go_of_what_is_no_hold_changes_nothing(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    released = await service.release_hold(db, held.id, now=TEST_NOW)
    assert released is not None
    assert released.status is StatusConsulta.EXPIRADO
    assert await service.release_hold(db, held.id, now=TEST_NOW) is None
    booked = await service.book(db, held.id, now=TEST_NOW)
    assert await service.release_hold(db, booked.id, now=TEST_NOW) is None
    assert (await queries.get_consulta(db, held.id)).status is StatusConsulta.AGENDADO


async def test_moving_raises_the_revision_undoes_the_confirmation_and_frees_the_old_time(
    db: Connection, clinic: Clinic
) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    await service.book(db, held.id, now=TEST_NOW)
    await service.confirm_consulta(db, held.id, now=TEST_NOW)
    moved = await service.move_consulta(
        db, held.id, inicio=clinic.at(2, 9, 30), profissional_id=clinic.otavio, now=TEST_NOW
    )
    assert (moved.revisao, moved.status, moved.profissional_id) == (2, StatusConsulta.AGENDADO, clinic.otavio)
    assert (moved.fim - moved.inicio, moved.livre_em - moved.fim) == (
        timedelta(minutes=45),
        timedelta(minutes=15),
    )
    (event,) = await events(db, "consulta.remarcada")
    assert event["dados"]["revisao"] == 2
    await clinic.hold(db, clinic.at(1, 9))


async def test_moving_to_where_it_is_changes_nothing(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    booked = await service.book(db, held.id, now=TEST_NOW)
    assert await service.move_consulta(db, held.id, inicio=clinic.at(1, 9), now=TEST_NOW) == booked
    assert await events(db, "consulta.remarcada") == []


async def test_a_consulta_may_move_by_less_than_its_length(db: Connection, clinic: Clinic) -> None:
    """It must not find itself in its own way."""
    held = await clinic.hold(db, clinic.at(1, 9))
    await service.book(db, held.id, now=TEST_NOW)
    moved = await service.move_consulta(db, held.id, inicio=clinic.at(1, 9, 15), now=TEST_NOW)
    assert moved.inicio == clinic.at(1, 9, 15)
    offer = await offer_slots(
        db,
        clinica_id=clinic.id,
        servicos=[clinic.servico("botox")],
        when=When(
            date_start=moved.inicio.date(),
            date_end=moved.inicio.date(),
            time_kind=TimeKind.AT,
            time_start=clinic.at(1, 9).time(),
        ),
        now=TEST_NOW,
        profissional_id=clinic.helena,
        given_up=GivenUp(consulta_id=moved.id),
    )
    assert offer.slots[0].inicio == clinic.at(1, 9)


async def test_a_move_to_a_taken_time_leaves_the_consulta_where_it_was(
    db: Connection, clinic: Clinic
) -> None:
    await clinic.hold(db, clinic.at(2, 9))
    held = await clinic.hold(db, clinic.at(1, 9), paciente_id=clinic.tania)
    booked = await service.book(db, held.id, now=TEST_NOW)
    with pytest.raises(ConsultaConflict):
        await service.move_consulta(db, held.id, inicio=clinic.at(2, 9, 30), now=TEST_NOW)
    assert await queries.get_consulta(db, held.id) == booked


async def test_what_is_cancelled_frees_its_time_and_stays_cancelled(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    with pytest.raises(Conflict):
        await service.cancel_consulta(db, held.id, motivo="paciente", now=TEST_NOW)
    await service.book(db, held.id, now=TEST_NOW)
    gone = await service.cancel_consulta(db, held.id, motivo="paciente", now=TEST_NOW)
    assert (gone.status, gone.motivo) == (StatusConsulta.CANCELADO, "paciente")
    await clinic.hold(db, clinic.at(1, 9), paciente_id=clinic.tania)
    for verb in (service.book, service.confirm_consulta, service.mark_realizado):
        with pytest.raises(Conflict):
            await verb(db, held.id, now=TEST_NOW)
    with pytest.raises(Conflict):
        await service.move_consulta(db, held.id, inicio=clinic.at(3, 9), now=TEST_NOW)


async def test_each_verb_twice_is_told_once(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    after = clinic.at(1, 10)
    for _ in range(2):
        await service.book(db, held.id, now=TEST_NOW)
    for _ in range(2):
        await service.confirm_consulta(db, held.id, now=TEST_NOW)
    with pytest.raises(Conflict):
        await service.mark_realizado(db, held.id, now=TEST_NOW)
    for _ in range(2):
        await service.mark_realizado(db, held.id, now=after)
    names = [e["nome"] for e in await events(db)]
    assert names == ["consulta.reservada", "consulta.agendada", "consulta.confirmada", "consulta.realizada"]


async def test_who_missed_is_marked_only_after_the_hour(db: Connection, clinic: Clinic) -> None:
    held = await clinic.hold(db, clinic.at(1, 9))
    await service.book(db, held.id, now=TEST_NOW)
    with pytest.raises(Conflict):
        await service.mark_faltou(db, held.id, now=clinic.at(1, 8, 59))
    missed = await service.mark_faltou(db, held.id, now=clinic.at(1, 9, 20))
    assert missed.status is StatusConsulta.FALTOU


async def test_an_event_is_gone_with_the_transaction_that_told_it(
    client_db: ClientDatabase, clinic: Clinic
) -> None:
    async def hold_and_fail() -> None:
        async with client_db.worker.transaction() as conn:
            await clinic.hold(conn, clinic.at(1, 9))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await hold_and_fail()
    async with client_db.worker.transaction() as conn:
        assert await events(conn) == []
        assert await conn.fetchval("select count(*) from agendamento.consultas") == 0


async def test_an_event_names_what_it_is_about_and_who_caused_it(db: Connection, clinic: Clinic) -> None:
    conversa, run = await clinic.conversa(db, 1), uuid4()
    held = await clinic.hold(db, clinic.at(1, 9), conversa_id=conversa)
    await service.book(db, held.id, now=TEST_NOW, causa=run)
    (event,) = await events(db, "consulta.agendada")
    assert event["refs"] == {
        "consulta": str(held.id),
        "paciente": str(clinic.marina),
        "conversa": str(conversa),
    }
    assert event["causa"] == run


async def test_offers_see_holds_of_others_but_not_those_that_would_be_given_up(
    db: Connection, clinic: Clinic
) -> None:
    conversa = await clinic.conversa(db, 1)
    await clinic.hold(db, clinic.at(1, 9), conversa_id=conversa)
    wish = When(
        date_start=clinic.at(1, 9).date(),
        date_end=clinic.at(1, 9).date(),
        time_kind=TimeKind.AT,
        time_start=clinic.at(1, 9).time(),
    )

    async def first(given_up: GivenUp, now_plus: int = 0) -> bool:
        offer = await offer_slots(
            db, clinica_id=clinic.id, servicos=[clinic.servico("botox")], when=wish,
            now=TEST_NOW + timedelta(minutes=now_plus), profissional_id=clinic.helena, given_up=given_up,
        )  # fmt: skip
        return offer.slots[0].inicio == clinic.at(1, 9)

    assert not await first(GivenUp())
    assert await first(GivenUp(conversa_id=conversa))
    assert await first(GivenUp(), now_plus=50)


async def test_a_patient_is_not_offered_a_time_at_which_she_is_with_somebody_else(
    db: Connection, clinic: Clinic
) -> None:
    held = await clinic.hold(
        db, clinic.at(1, 9), profissional_id=clinic.camila, servicos=("limpeza_de_pele",)
    )
    await service.book(db, held.id, now=TEST_NOW)
    offer = await offer_slots(
        db, clinica_id=clinic.id, servicos=[clinic.servico("botox")], now=TEST_NOW, count=50,
        when=When(date_start=clinic.at(1, 9).date(), date_end=clinic.at(1, 9).date()),
        given_up=GivenUp(paciente_id=clinic.marina),
    )  # fmt: skip
    assert all(s.fim <= held.inicio or s.inicio >= held.fim for s in offer.slots)


async def test_nobody_is_held_or_moved_to_an_hour_at_which_she_is_with_somebody_else(
    db: Connection, clinic: Clinic
) -> None:
    another = await db.fetchval(
        "select id from crm.pacientes where id <> $1 and clinica_id = $2 order by id limit 1",
        clinic.marina,
        clinic.id,
    )
    await service.book(db, (await clinic.hold(db, clinic.at(1, 9))).id, now=TEST_NOW)
    with pytest.raises(ConsultaConflict):
        await clinic.hold(db, clinic.at(1, 9), profissional_id=clinic.otavio)
    other = await clinic.hold(db, clinic.at(1, 11), profissional_id=clinic.otavio)
    await service.book(db, other.id, now=TEST_NOW)
    with pytest.raises(ConsultaConflict):
        await service.move_consulta(db, other.id, inicio=clinic.at(1, 9), now=TEST_NOW)
    await clinic.hold(
        db,
        clinic.at(1, 9),
        profissional_id=clinic.otavio,
        paciente_id=another,
    )


async def test_after_a_lost_race_the_nearest_free_times_are_named(db: Connection, clinic: Clinic) -> None:
    """Hours of that day, and that hour of another day before the third-best of that day."""
    await clinic.hold(db, clinic.at(1, 15), servicos=("harmonizacao_facial",))
    near = await nearest_slots(
        db,
        clinica_id=clinic.id,
        servicos=[clinic.servico("harmonizacao_facial")],
        start=clinic.at(1, 15),
        now=TEST_NOW,
    )
    assert [s.inicio for s in near] == [
        clinic.at(30, 15, month=11),
        clinic.at(1, 10, 30),
        clinic.at(1, 11),
    ]


async def test_whatever_is_in_the_way_is_seen_once_and_to_the_minute(db: Connection, clinic: Clinic) -> None:
    """Consultas with their buffers, blocks that overlap them, odd seconds, and a leave without an end."""
    await clinic.hold(db, clinic.at(1, 9))
    for inicio, fim in (
        (clinic.at(1, 9, 30), clinic.at(1, 10, 30)),
        (clinic.at(1, 10), clinic.at(1, 10, 15)),
        (clinic.at(1, 14) + timedelta(seconds=59), clinic.at(1, 14, 59) + timedelta(seconds=1)),
    ):
        await db.execute(
            "insert into agendamento.bloqueios (clinica_id, profissional_id, inicio, fim, motivo) values ($1, $2, $3, $4, 'x')",
            clinic.id, clinic.helena, inicio, fim,
        )  # fmt: skip
    await db.execute(
        "insert into agendamento.bloqueios (clinica_id, profissional_id, inicio, fim, motivo) values ($1, $2, $3, 'infinity', 'x')",
        clinic.id, clinic.helena, clinic.at(3, 12),
    )  # fmt: skip
    start, end = clinic.at(1, 9, 15), clinic.at(4, 0)
    (agenda,) = await queries.list_agendas(
        db, clinic.id, (), start.date(), end.date(), start, end, now=TEST_NOW, profissional_id=clinic.helena
    )
    assert agenda.busy == (
        (epoch_minute(start), epoch_minute(clinic.at(1, 10, 30))),
        (epoch_minute(clinic.at(1, 14)), epoch_minute(clinic.at(1, 15))),
        (epoch_minute(clinic.at(3, 12)), epoch_minute(end)),
    )


async def test_a_horizon_shorter_than_the_notice_offers_nothing(db: Connection, clinic: Clinic) -> None:
    await change_setting(db, clinic.id, "horizonte_dias", 1)
    await change_setting(db, clinic.id, "antecedencia_min", 3 * 24 * 60)
    offer = await offer_slots(
        db, clinica_id=clinic.id, servicos=[clinic.servico("botox")], when=None, now=TEST_NOW
    )
    assert offer.slots == ()


async def test_an_offer_needs_services_that_exist_and_somebody_for_all_of_them(
    db: Connection, clinic: Clinic
) -> None:
    with pytest.raises(InvalidInput):
        await offer_slots(db, clinica_id=clinic.id, servicos=[], when=None, now=TEST_NOW)
    with pytest.raises(NotFound):
        await offer_slots(db, clinica_id=clinic.id, servicos=[uuid4()], when=None, now=TEST_NOW)
    both = [clinic.servico("botox"), clinic.servico("limpeza_de_pele")]
    offer = await offer_slots(db, clinica_id=clinic.id, servicos=both, when=None, now=TEST_NOW)
    assert offer.slots == ()
    assert offer.sinal == Decimal("150.00")
