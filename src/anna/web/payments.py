"""Where the payment page tells what became of a charge: signed, stored once, and told to the run that waits."""

from __future__ import annotations

import asyncio
import logging

from aiohttp import web

from anna.db.connect import Connection, see_clinicas
from anna.db.failures import TROUBLE
from anna.errors import Busy, InvalidBody, Unauthorized
from anna.financeiro import service
from anna.financeiro.models import Meio
from anna.financeiro.queries import find_clinica_of_fatura, get_fatura
from anna.providers.paypage import SIGNATURE_HEADER, Payment, PaymentEvent, parse, verify
from anna.web.context import ANNA

log = logging.getLogger(__name__)

MAX_BODY = 64 * 1024
LIMIT_S = 10.0


def add_payment_routes(app: web.Application) -> None:
    """Add the payment page's webhook."""
    app.router.add_post("/webhooks/{cliente}/pagamentos/demo", receive)


async def receive(request: web.Request) -> web.Response:
    """One event of the payment page. 401 for what it did not sign, 503 for Anna's own trouble."""
    anna = request.app[ANNA]
    body = await request.content.read(MAX_BODY + 1)
    if len(body) > MAX_BODY:
        return web.Response(status=413)
    try:
        async with asyncio.timeout(LIMIT_S):
            client = await anna.client(request.match_info["cliente"])
            if client is None:  # whoever asks is not to learn which clients there are
                return web.Response(status=401)
            secret = anna.settings.pay_page_secret or ""
            verify(request.headers.get(SIGNATURE_HEADER), body, secret, now=client.clock.now())
            payment = parse(body)
            async with client.database.transaction() as conn:
                await _record(conn, payment)
    except (InvalidBody, Unauthorized) as error:
        return web.Response(status=error.status)
    except (Busy, *TROUBLE):
        log.exception("a payment has to be told again")
        return web.Response(status=503)
    return web.Response()


async def _record(conn: Connection, payment: Payment) -> None:
    clinica_id = await find_clinica_of_fatura(conn, payment.fatura_id)
    if clinica_id is None:
        log.warning("a payment of a fatura nobody knows", extra={"fatura": str(payment.fatura_id)})
        return
    await see_clinicas(conn, [clinica_id])
    fatura = await get_fatura(conn, payment.fatura_id)
    if payment.event is PaymentEvent.EXPIRED:
        await service.expire_fatura(conn, fatura.id, now=payment.ocorrido_em)
    elif payment.event is PaymentEvent.FAILED:
        await service.fail_fatura(conn, fatura.id, now=payment.ocorrido_em)
    elif fatura.gateway is None or fatura.gateway_id is None or payment.metodo is None:
        raise Busy(f"fatura {fatura.id} was paid before its charge was written down")
    else:
        await service.record_payment(
            conn, fatura.gateway, fatura.gateway_id, transacao_id=payment.id, meio=Meio(payment.metodo),
            valor=payment.valor, now=payment.ocorrido_em,
        )  # fmt: skip
