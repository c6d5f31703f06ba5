from __future__ import annotations

import asyncio
from datetime import timedelta
from decimal import Decimal

import pytest

from anna.agendamento import service as agendamento
from anna.agendamento.models import Consulta
from anna.db.connect import Connection
from anna.errors import Conflict, InvalidInput, NotFound
from anna.financeiro import queries, service
from anna.financeiro.gateway import Charge
from anna.financeiro.models import Fatura, Meio, StatusFatura
from tests.agendamento.conftest import Clinic, clinic, events
from tests.conftest import TEST_NOW, ClientDatabase

__all__ = ["clinic"]

DUE = TEST_NOW + timedelta(minutes=40)
AFTER = TEST_NOW + timedelta(minutes=45)


@pytest.fixture
async def held(db: Connection, clinic: Clinic) -> Consulta:
    return await clinic.hold(db, clinic.at(1, 9))


@pytest.fixture
async def fatura(db: Connection, held: Consulta) -> Fatura:
    opened = await service.open_fatura(db, held, vence_em=DUE, now=TEST_NOW)
    return await service.record_charge(db, opened.id, "stripe", Charge("cs_1", "https://pay.example/cs_1"))


async def pay(
    conn: Connection, *, transacao_id: str = "pi_1", valor: str = "150.00", gateway_id: str = "cs_1"
) -> Fatura:
    return await service.record_payment(
        conn, "stripe", gateway_id, transacao_id=transacao_id, meio=Meio.PIX, valor=Decimal(valor), now=AFTER
    )


async def test_a_consulta_has_one_pending_fatura_however_often_it_is_charged(
    client_db: ClientDatabase, db: Connection, held: Consulta
) -> None:
    async def open_one() -> Fatura:
        async with client_db.worker.transaction() as conn:
            return await service.open_fatura(conn, held, vence_em=DUE, now=TEST_NOW)

    opened = await asyncio.gather(*(open_one() for _ in range(4)))
    assert len({f.id for f in opened}) == 1
    assert opened[0].valor == held.sinal == Decimal("150.00")
    await service.expire_fatura(db, opened[0].id, now=DUE)
    again = await service.open_fatura(db, held, vence_em=DUE, now=DUE)
    assert again.id != opened[0].id


async def test_nothing_is_charged_for_what_costs_no_deposit(db: Connection, clinic: Clinic) -> None:
    free = await clinic.hold(db, clinic.at(1, 9), servicos=("avaliacao",))
    with pytest.raises(InvalidInput):
        await service.open_fatura(db, free, vence_em=DUE, now=TEST_NOW)


async def test_a_charge_is_noted_once(db: Connection, fatura: Fatura) -> None:
    """A retry that made a second charge must not hide the first one, which may be paid."""
    same = Charge("cs_1", "https://pay.example/cs_1")
    assert await service.record_charge(db, fatura.id, "stripe", same) == fatura
    with pytest.raises(Conflict):
        await service.record_charge(db, fatura.id, "stripe", Charge("cs_2", "https://pay.example/cs_2"))


async def test_a_payment_told_twice_by_two_webhooks_at_once_is_one_payment(
    client_db: ClientDatabase, db: Connection, fatura: Fatura
) -> None:
    async def webhook() -> Fatura:
        async with client_db.worker.transaction() as conn:
            return await pay(conn)

    for paid in await asyncio.gather(*(webhook() for _ in range(4))):
        assert paid.status is StatusFatura.PAGA
    (event,) = await events(db, "fatura.paga", "fatura.paga_a_mais")
    assert event["refs"]["consulta"] == str(fatura.consulta_id)
    assert event["dados"] == {"valor": "150.00", "meio": "pix", "atrasada": False}
    assert await queries.sum_paid(db, fatura.id) == Decimal("150.00")


async def test_money_that_comes_late_is_kept_told_and_called_late(db: Connection, fatura: Fatura) -> None:
    await service.expire_fatura(db, fatura.id, now=DUE)
    assert (await pay(db)).status is StatusFatura.PAGA
    (event,) = await events(db, "fatura.paga")
    assert event["dados"]["atrasada"] is True
    assert (await service.expire_fatura(db, fatura.id, now=AFTER)).status is StatusFatura.PAGA
    assert len(await events(db, "fatura.expirada")) == 1


async def test_a_second_payment_is_not_swallowed(db: Connection, fatura: Fatura) -> None:
    await pay(db)
    await pay(db, transacao_id="pi_2")
    assert [e["nome"] for e in await events(db, "fatura.paga", "fatura.paga_a_mais")] == [
        "fatura.paga",
        "fatura.paga_a_mais",
    ]
    assert await queries.sum_paid(db, fatura.id) == Decimal("300.00")


async def test_a_part_of_the_price_does_not_pay_it_and_the_rest_does_to_the_centavo(
    db: Connection, fatura: Fatura
) -> None:
    assert (await pay(db, valor="149.99")).status is StatusFatura.PENDENTE
    assert (await pay(db, valor="0.01", transacao_id="pi_2")).status is StatusFatura.PAGA
    assert await queries.sum_paid(db, fatura.id) == Decimal("150.00")


async def test_a_payment_of_a_charge_nobody_made_is_refused(db: Connection, fatura: Fatura) -> None:
    with pytest.raises(NotFound):
        await pay(db, gateway_id="cs_unknown")
    assert await db.fetchval("select count(*) from financeiro.transacoes") == 0


async def test_what_is_over_is_told_once(db: Connection, fatura: Fatura) -> None:
    swept = DUE + service.PAGE_TELLS
    assert await service.expire_due_faturas(db, now=swept - timedelta(seconds=1)) == [], (
        "paid in the last moment, and about to be told"
    )
    assert [f.status for f in await service.expire_due_faturas(db, now=swept)] == [StatusFatura.EXPIRADA]
    assert await service.expire_due_faturas(db, now=swept) == []
    failed = await service.fail_fatura(db, fatura.id, now=AFTER)
    assert failed.status is StatusFatura.EXPIRADA
    assert [e["nome"] for e in await events(db) if e["nome"].startswith("fatura.")] == ["fatura.expirada"]


async def test_a_refused_try_is_told_once_and_the_charge_can_still_be_paid_in_time(
    db: Connection, held: Consulta, fatura: Fatura
) -> None:
    for _ in range(3):
        assert (await service.fail_fatura(db, fatura.id, now=TEST_NOW)).status is StatusFatura.FALHOU
    assert len(await events(db, "fatura.falhou")) == 1
    same = await service.open_fatura(db, held, vence_em=DUE, now=TEST_NOW)
    assert same.id == fatura.id, "a second charge could be paid beside the first"
    assert (await pay(db)).status is StatusFatura.PAGA
    (event,) = await events(db, "fatura.paga")
    assert event["dados"]["atrasada"] is False
    assert (await service.fail_fatura(db, fatura.id, now=AFTER)).status is StatusFatura.PAGA


async def test_a_charge_that_was_refused_still_expires_and_can_be_called_off(
    db: Connection, clinic: Clinic, fatura: Fatura
) -> None:
    await service.fail_fatura(db, fatura.id, now=TEST_NOW)
    swept = await service.expire_due_faturas(db, now=DUE + service.PAGE_TELLS)
    assert [f.status for f in swept] == [StatusFatura.EXPIRADA]
    other = await service.open_fatura(db, await clinic.hold(db, clinic.at(2, 9)), vence_em=DUE, now=TEST_NOW)
    await service.fail_fatura(db, other.id, now=TEST_NOW)
    assert (await service.cancel_fatura(db, other.id, now=TEST_NOW)).status is StatusFatura.CANCELADA


async def held_anew(db: Connection, clinic: Clinic, fatura: Fatura, hour: int) -> Fatura:
    """The first hold is given up for one at `hour` of that day, which has a charge of its own."""
    assert fatura.consulta_id is not None
    await agendamento.release_hold(db, fatura.consulta_id, now=TEST_NOW)
    await service.cancel_fatura(db, fatura.id, now=TEST_NOW)
    second = await clinic.hold(db, clinic.at(1, hour), minutes=60)
    return await service.open_fatura(db, second, vence_em=AFTER, now=TEST_NOW)


async def test_money_for_a_slot_that_the_same_patient_holds_anew_pays_that_hold(
    db: Connection, clinic: Clinic, fatura: Fatura
) -> None:
    anew = await held_anew(db, clinic, fatura, 9)
    for _ in range(2):
        await pay(db)
    assert (await queries.get_fatura(db, anew.id)).status is StatusFatura.PAGA
    assert (await queries.get_fatura(db, fatura.id)).status is StatusFatura.CANCELADA
    (told,) = await events(db, "fatura.paga", "fatura.paga_a_mais")
    assert told["dados"]["por_outra"] is True, "or the page of the new charge stays open"
    assert told["dados"]["atrasada"] is False


@pytest.mark.parametrize(("hour", "valor"), [(15, "150.00"), (9, "149.00")], ids=["other slot", "too little"])
async def test_money_for_another_slot_or_too_little_pays_no_new_hold(
    db: Connection, clinic: Clinic, fatura: Fatura, hour: int, valor: str
) -> None:
    anew = await held_anew(db, clinic, fatura, hour)
    await pay(db, valor=valor)
    assert (await queries.get_fatura(db, anew.id)).status is StatusFatura.PENDENTE


async def test_a_payment_and_an_expiry_at_the_same_moment_never_lose_the_money(
    client_db: ClientDatabase, db: Connection, fatura: Fatura
) -> None:
    async def webhook() -> None:
        async with client_db.worker.transaction() as conn:
            await pay(conn)

    async def sweep() -> None:
        async with client_db.worker.transaction() as conn:
            await service.expire_due_faturas(conn, now=AFTER)

    await asyncio.gather(webhook(), sweep())
    assert (await queries.get_fatura(db, fatura.id)).status is StatusFatura.PAGA
    assert len(await events(db, "fatura.paga")) == 1


async def test_the_deposit_paid_after_the_hold_ran_out_still_books_a_free_slot(
    db: Connection, held: Consulta, fatura: Fatura
) -> None:
    late = TEST_NOW + timedelta(hours=2)
    await agendamento.expire_holds(db, now=late)
    await pay(db)
    booked = await agendamento.book(db, held.id, now=late)
    assert booked.status == "agendado"
