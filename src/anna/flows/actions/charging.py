"""The outside actions about the deposit of a held consulta: its fatura with the page on which it is paid, and the end of that page."""

from __future__ import annotations

from datetime import datetime, timedelta

from anna.agendamento.queries import find_consulta
from anna.db.connect import Database
from anna.errors import ProviderRefused
from anna.financeiro import service
from anna.financeiro.gateway import Gateway
from anna.financeiro.models import OPEN
from anna.financeiro.queries import find_fatura
from anna.flows import ref_queries
from anna.flows.queries import Efeito
from anna.flows.registry import Result

MARGIN = timedelta(minutes=5)
"""The page closes this long before the hold ends, so that a payment of the last minute still finds its slot."""


class Charging:
    """Charges through one client's gateway; idempotent by the fatura, of which a consulta has one open at a time."""

    def __init__(self, *, database: Database, gateway: Gateway | None, return_url: str) -> None:
        self._database = database
        self._gateway = gateway
        self._return_url = return_url

    async def charge(self, efeito: Efeito, now: datetime) -> Result:
        """Open the fatura, ask the gateway for a charge that ends before the hold does, and keep its link.

        Raises ProviderRefused when there is no gateway or nothing held to pay for.
        """
        if self._gateway is None:
            raise ProviderRefused("no payment gateway is configured")
        async with self._database.transaction() as conn:
            refs = await ref_queries.find_refs(conn, efeito.execucao_id)
            consulta = await find_consulta(conn, refs["consulta"]) if "consulta" in refs else None
            if consulta is None or consulta.expira_em is None:
                raise ProviderRefused("there is nothing held to pay for")
            fatura = await service.open_fatura(conn, consulta, vence_em=consulta.expira_em - MARGIN, now=now)
        if fatura.link is None:
            charge = await self._gateway.create_charge(
                fatura_id=fatura.id, valor=fatura.valor, descricao="Sinal da consulta", expires_at=fatura.vence_em,
                return_url=self._return_url,
            )  # fmt: skip
            async with self._database.transaction() as conn:
                fatura = await service.record_charge(conn, fatura.id, self._gateway.name, charge)
            if fatura.status not in OPEN:  # let go meanwhile, when there was no charge yet to close
                await self._gateway.close_charge(charge.gateway_id)
                raise ProviderRefused("the slot was let go meanwhile")
        return Result(refs={"fatura": fatura.id})

    async def close_charge(self, efeito: Efeito, now: datetime) -> Result:
        """Close the page of a fatura that nobody should pay any more; one without a page has none to close.

        Raises ProviderRefused when there is no gateway.
        """
        if self._gateway is None:
            raise ProviderRefused("no payment gateway is configured")
        async with self._database.transaction() as conn:
            refs = await ref_queries.find_refs(conn, efeito.execucao_id)
            fatura = await find_fatura(conn, refs["fatura"]) if "fatura" in refs else None
        if fatura and fatura.gateway_id:
            await self._gateway.close_charge(fatura.gateway_id)
        return Result()
