"""The composition root: the only place that picks implementations.

`Anna` is built once per process and handed over; below this floor nobody sees it. A client's parts are built when it is first
asked for, so one process serves many clients with pools opened on demand.
"""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from types import TracebackType
from typing import Literal, Self
from uuid import UUID

from anna.clinica.queries import get_clinica
from anna.clinica.service import load_settings
from anna.clock import Clock, ShiftedClock, SystemClock
from anna.conversation.drafting.prompt import DraftBook
from anna.conversation.replies import ReplyBook
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.db.connect import Connection, Database, open_database
from anna.door.quiet import quiet_until
from anna.door.send import Door, DoorSettings
from anna.errors import NotFound, ProviderRefused
from anna.financeiro.gateway import Gateway
from anna.flows.actions import ACTIONS
from anna.flows.actions.charging import Charging
from anna.flows.definition import Flow
from anna.flows.dispatch import Dispatcher
from anna.flows.installed import load_checked
from anna.flows.runner import Runner
from anna.flows.shelf import Shelf
from anna.kit.crypto import SecretBox
from anna.kit.resources import resource_folder
from anna.llm.service import Ceilings, Ledger
from anna.minds import open_ear, open_readers, open_scale
from anna.providers.evolution.client import EvolutionChannel
from anna.providers.paypage import PayPage
from anna.providers.session import ClientSession, open_session
from anna.providers.twilio.client import API as TWILIO_API, TwilioChannel
from anna.provisioning import directory_queries
from anna.provisioning.directory_queries import Instancia, Served
from anna.settings import Settings
from anna.turns.answering import Answering
from anna.turns.models.asking import Asking, Limits
from anna.turns.models.drafting import Drafting
from anna.turns.models.hearing import Hearing, HearingLimits
from anna.turns.models.meaning import Meaning
from anna.turns.models.measuring import Measuring
from anna.turns.models.thinking import Thinking
from anna.turns.turn import Turns, TurnSettings
from anna.whatsapp.channel import Channel
from anna.whatsapp.inbox import Inbox, open_reception
from anna.whatsapp.quiet import Quiet

Role = Literal["anna_web", "anna_worker"]

_TURN_SLACK = timedelta(seconds=30)
"""What a turn needs beside understanding, so that its lease outlasts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """One client of the operator, as one process serves it."""

    slug: str
    database: Database
    dsn: str
    clock: ShiftedClock
    inbox: Inbox
    channels: Channels
    runner: Runner
    dispatcher: Dispatcher
    turns: Turns
    hearing: Hearing | None
    door: Door
    meaning: Meaning | None


class Channels:
    """The provider doors of one client's instancias, built when first used."""

    def __init__(
        self, *, slug: str, database: Database, box: SecretBox, session: ClientSession, settings: Settings
    ) -> None:
        self._slug = slug
        self._database = database
        self._box = box
        self._session = session
        self._settings = settings
        self._open: dict[UUID, tuple[Instancia, Channel]] = {}

    async def open(self, instancia_id: UUID) -> Channel:
        """The channel of an instancia, rebuilt when its row changed; raises NotFound, and ProviderRefused when it was switched off."""
        async with self._database.transaction() as conn:
            instancia = await directory_queries.find_instancia(conn, instancia_id)
        if instancia is None:
            raise NotFound(f"there is no instancia {instancia_id}")
        known = self._open.get(instancia_id)
        if known is None or known[0] != instancia:
            known = self._open[instancia_id] = (instancia, self.build(instancia))
        return known[1]

    def build(self, instancia: Instancia) -> Channel:
        """The channel that `instancia`'s row describes; raises ProviderRefused when it was switched off."""
        secrets = self._box.open(instancia.segredos)
        if not secrets:
            raise ProviderRefused(
                f"the instance {instancia.nome} was removed", provider_code="unknown_instance"
            )
        if instancia.provedor == "evolution":
            return EvolutionChannel(
                self._session,
                base_url=instancia.url,
                instance=secrets.get("instance") or instancia.nome,
                token=secrets["token"],
                global_key=secrets.get("global_key"),
                buttons=bool(secrets.get("buttons")),
                jwt=bool(secrets.get("jwt")),
            )
        hook = self.webhook_url(instancia)
        return TwilioChannel(
            self._session,
            account_sid=secrets["account_sid"],
            auth_token=secrets["auth_token"],
            sender=secrets.get("sender") or f"whatsapp:{instancia.numero}",
            status_callback=f"{hook}/status",
            base_url=instancia.url or TWILIO_API,
        )

    def webhook_url(self, instancia: Instancia) -> str:
        """Where the provider of `instancia` calls."""
        return f"{self._settings.public_url}/webhooks/{self._slug}/{instancia.provedor}/{instancia.nome}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What Anna says and does: her templates, her flows, and how a draft is asked for. Nothing in it changes once it is read."""

    replies: ReplyBook
    flows: Mapping[str, Flow]
    drafts: DraftBook


@cache
def installed_script() -> Script:
    """The script of this installation, read and checked once: a rehearsal opens hundreds of houses in one process.

    Raises InvalidFlow or InvalidInput with everything that is wrong with it.
    """
    replies = ReplyBook.load(resource_folder("prompts"))
    flows = load_checked(resource_folder("flows"), replies)
    return Script(replies=replies, flows=flows, drafts=DraftBook.load(resource_folder("prompts")))


class Anna:
    """Everything one process needs, opened once and closed in reverse order."""

    def __init__(
        self, settings: Settings, *, role: Role, clock: Clock | None = None, thinks: bool = False
    ) -> None:
        """`thinks` opens the models of the settings: for a process that takes turns."""
        self.settings = settings
        self.box = SecretBox(settings.secret_key)
        self._script = installed_script()
        self.clock = clock or SystemClock()
        self._role = role
        self._readers = open_readers(settings) if thinks else []
        self._ear = open_ear(settings) if thinks else None
        self._scale = open_scale(settings)
        self._stack = AsyncExitStack()
        self._clients: dict[str, Client] = {}
        self._opening = asyncio.Lock()
        self._rereading = asyncio.Lock()

    async def __aenter__(self) -> Self:
        self.control = await open_database(
            self.settings.control_dsn, max_size=4, application_name=self._role, session_state=True
        )
        self._stack.push_async_callback(self.control.close)
        self.http = open_session()
        self._stack.push_async_callback(self.http.close)
        for reader in self._readers:
            self._stack.push_async_callback(reader.understander.model.close)
        if self._scale:
            self._stack.push_async_callback(self._scale.embedder.close)
        if self._ear is not None:
            self._stack.push_async_callback(self._ear.transcriber.close)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()

    async def list_clients(self) -> list[Served]:
        """The clients this installation serves now."""
        async with self.control.transaction() as conn:
            return await directory_queries.list_served(conn, self._role)

    async def client(self, slug: str) -> Client | None:
        """The parts of one client, built on first use; None when there is no such client."""
        if slug in self._clients:
            return self._clients[slug]
        async with self._opening:
            if slug not in self._clients:
                cliente = next((c for c in await self.list_clients() if c.slug == slug), None)
                if cliente is None:
                    return None
                self._clients[slug] = await self._build(cliente)
        return self._clients[slug]

    async def reread_clock(self, slug: str) -> None:
        """The client's clock was moved forward by somebody."""
        client = self._clients.get(slug)
        if client is None:
            return  # its clock is read when it is built
        async with self._rereading:  # of two at once, who read first must not be the last to set it
            for cliente in await self.list_clients():
                if cliente.slug == slug:
                    client.clock.offset = cliente.relogio_avanco

    # -- building --------------------------------------------------------------------------------------------------------

    async def _build(self, cliente: Served) -> Client:
        settings = self.settings
        dsn: str = self.box.open(cliente.dsn)
        database = await open_database(dsn, max_size=16, application_name=self._role)
        self._stack.push_async_callback(database.close)
        reception = await open_reception(dsn, application_name=self._role)
        self._stack.push_async_callback(reception.close)
        clock = ShiftedClock(self.clock, cliente.relogio_avanco)
        channels = Channels(
            slug=cliente.slug, database=database, box=self.box, session=self.http, settings=settings
        )
        shelf = Shelf(self._script.flows.values())
        if self._role == "anna_worker":
            async with database.transaction() as conn:
                await shelf.publish(conn, now=clock.now())
        meaning = self._meaning(database, clock)
        runner = Runner(shelf=shelf, registry=ACTIONS, replies=self._script.replies)
        charging = Charging(
            database=database, gateway=self._gateway(cliente.slug), return_url=settings.public_url
        )
        return Client(
            slug=cliente.slug,
            database=database,
            dsn=dsn,
            clock=clock,
            inbox=Inbox(reception, clock, quiet=self._quiet(), hears=settings.transcriber != "off"),
            channels=channels,
            runner=runner,
            dispatcher=Dispatcher(
                database=database,
                runner=runner,
                clock=clock,
                quiet_until=_read_quiet,
                outside={"charge": charging.charge, "close_charge": charging.close_charge},
            ),
            turns=Turns(
                database=database,
                answering=Answering(runner=runner, replies=self._script.replies),
                thinking=self._thinking(database, clock),
                drafting=self._drafting(database, clock, meaning),
                limits=self._limits(),
                clock=clock,
                settings=TurnSettings(lease=timedelta(seconds=settings.turn_limit_s) + _TURN_SLACK),
                hears=self._ear is not None,
            ),
            hearing=self._hearing(database, channels, clock),
            door=Door(
                database=database,
                open_channel=channels.open,
                quiet_until=_read_quiet,
                clock=clock,
                settings=DoorSettings(
                    lease=timedelta(seconds=settings.send_lease_s), typing_max=settings.typing_max_s
                ),
            ),
            meaning=meaning,
        )

    def _thinking(self, database: Database, clock: Clock) -> Thinking:
        return Thinking(
            readers=self._readers,
            offline=OfflineUnderstander(),
            ledger=self._ledger(database),
            limits=self._limits(),
            clock=clock,
            process_clock=self.clock,
        )

    def _meaning(self, database: Database, clock: Clock) -> Meaning | None:
        if self._scale is None:
            return None
        measuring = Measuring(
            scale=self._scale, ledger=self._ledger(database), limit_s=self.settings.model_limit_s, clock=clock,
            process_clock=self.clock,
        )  # fmt: skip
        return Meaning(database=database, measuring=measuring, clock=clock)

    def _drafting(self, database: Database, clock: Clock, meaning: Meaning | None) -> Drafting:
        asking = Asking(
            ledger=self._ledger(database), limits=self._limits(), clock=clock, process_clock=self.clock
        )
        return Drafting(
            database=database, writers=self._readers, book=self._script.drafts, asking=asking, clock=clock, meaning=meaning
        )  # fmt: skip

    def _hearing(self, database: Database, channels: Channels, clock: Clock) -> Hearing | None:
        if self._ear is None:
            return None
        limits = HearingLimits(
            question=timedelta(seconds=self.settings.transcription_limit_s),
            longest=timedelta(minutes=self.settings.audio_max_minutes),
        )
        return Hearing(
            ear=self._ear, database=database, open_channel=channels.open, ledger=self._ledger(database), limits=limits,
            quiet=self._quiet(), clock=clock, process_clock=self.clock,
        )  # fmt: skip

    def _limits(self) -> Limits:
        return Limits(turn_s=self.settings.turn_limit_s, question_s=self.settings.model_limit_s)

    def _ledger(self, database: Database) -> Ledger:
        s = self.settings
        ceilings = Ceilings(
            per_minute=s.model_calls_per_minute, day_usd=s.model_spend_day_usd, month_usd=s.model_spend_month_usd
        )  # fmt: skip
        return Ledger(database, ceilings)

    def _quiet(self) -> Quiet:
        s = self.settings
        return Quiet(
            complete=timedelta(seconds=s.quiet_min_s),
            open=timedelta(seconds=s.quiet_s),
            trailing=timedelta(seconds=s.quiet_s * 1.5),
            longest=timedelta(seconds=s.quiet_max_s),
        )

    def _gateway(self, slug: str) -> Gateway | None:
        s = self.settings
        if not (s.pay_page_url and s.pay_page_key):
            return None
        hook = f"{s.public_url}/webhooks/{slug}/pagamentos/demo"
        return PayPage(self.http, base_url=s.pay_page_url, key=s.pay_page_key, webhook_url=hook)


def settle_memory() -> None:
    """Take what a process holds once it has started out of the collector's sight: it stays until the process ends.

    Else every full collection walks over all of it, and the slowest webhook in a hundred waited for one: 60 ms where the median
    was 11. Young objects are looked at less often too, because nearly all of them are gone with their last reference.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


async def _read_quiet(conn: Connection, clinica_id: UUID, now: datetime) -> datetime | None:
    """Until when a clinica's quiet hours last, from its settings."""
    settings = await load_settings(conn, clinica_id)
    clinica = await get_clinica(conn, clinica_id)
    return quiet_until(now, clinica.fuso, settings.silencio_inicio, settings.silencio_fim)
