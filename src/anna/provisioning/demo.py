"""The demo client's rows: two clinicas with people, services, hours, knowledge and an agenda around today, from `demo.yaml`.

Run again, it adds what is missing (a later day brings its own consultas) and changes nothing that is there. It tells no events:
a demo that starts is not news, and nobody is to be reminded of a past that was made up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from ruamel.yaml import YAML

from anna.agendamento.models import Servico, StatusConsulta
from anna.agendamento.queries import get_servicos
from anna.clinica.calendar import Calendar
from anna.clinica.service import load_calendar
from anna.crm.models import Relacao
from anna.crm.queries import link_paciente
from anna.db.connect import Connection
from anna.kit.crypto import SecretBox
from anna.kit.phone import canonical
from anna.kit.text import fold
from anna.provisioning import queries
from anna.provisioning.clinic_check import read_clinic_file
from anna.provisioning.clinic_file import store_clinic_file
from anna.provisioning.clinic_parts import ClinicFile
from anna.provisioning.queries import NewConsulta

SLUG = "demo"
"""The client's name."""

PAST_DAYS, COMING_DAYS = 14, 21
"""How far around today the agenda is filled."""

_OWN = frozenset({"instancias", "pacientes", "semana", "historias", "folgas", "bloqueios"})
"""What only the demo's file says."""

_NAMESPACE = uuid5(NAMESPACE_URL, "anna/demo")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Clinica:
    """One clinica of the file on its way into the database."""

    conn: Connection
    data: Row
    now: datetime

    @property
    def id(self) -> UUID:
        return demo_id(self.data["slug"])

    def of(self, *path: object) -> UUID:
        """The id of something in this clinica."""
        return demo_id(self.data["slug"], *path)


def demo_id(*path: object) -> UUID:
    """The id of a demo row: made from its name, so that a second run finds what the first one wrote."""
    return uuid5(_NAMESPACE, "/".join(map(str, path)))


@cache
def load_demo() -> Row:
    """What `demo.yaml` says, for reading: usuarios and clinicas, with the instances and their secrets."""
    text = files("anna.provisioning").joinpath("demo.yaml").read_text("utf-8")
    data: Row = YAML(typ="safe", pure=True).load(text)
    return data


def read_demo() -> ClinicFile:
    """What the demo's file has in common with that of any client: its clinicas."""
    return read_clinic_file(_common(load_demo()), "demo.yaml")


async def seed_demo(conn: Connection, *, secret_box: SecretBox, provider_url: str, now: datetime) -> None:
    """Fill a migrated client database in one transaction; `provider_url` is where the stand-in plays both providers."""
    data = load_demo()
    async with conn.transaction():
        file = read_clinic_file(_common(data), "demo.yaml")
        await store_clinic_file(conn, file, now=now, make_id=demo_id, only_add=True)
        for row in data["clinicas"]:
            clinica = _Clinica(conn, row, now)
            await _seed_instancias(clinica, secret_box, provider_url)
            await _seed_absences(clinica)
            await _seed_pacientes(clinica)
            await _seed_agenda(clinica)


def _common(data: Row) -> Row:
    """What the demo's file has in common with that of any client."""
    clinicas = [{key: part for key, part in row.items() if key not in _OWN} for row in data["clinicas"]]
    for row in clinicas:
        row["profissionais"] = [
            {key: part for key, part in one.items() if key not in _OWN} for one in row["profissionais"]
        ]
    return {"usuarios": data["usuarios"], "clinicas": clinicas}


async def _seed_instancias(clinica: _Clinica, secret_box: SecretBox, provider_url: str) -> None:
    for row in clinica.data["instancias"]:
        await queries.insert_instancia(
            clinica.conn,
            instancia_id=clinica.of("instancia", row["nome"]),
            clinica_id=clinica.id,
            nome=row["nome"],
            provedor=row["provedor"],
            url=provider_url,
            numero=row["numero"],
            segredos=secret_box.seal(dict(row["segredos"])),
            now=clinica.now,
        )


async def _seed_absences(clinica: _Clinica) -> None:
    """Days off and times away, counted from today."""
    calendar = await load_calendar(clinica.conn, clinica.id)
    today = clinica.now.astimezone(calendar.tz).date()
    for row in clinica.data["profissionais"]:
        nome = row["nome"]
        profissional_id = clinica.of("profissional", nome)
        for number, folga in enumerate(row.get("folgas", ())):
            await queries.insert_day_off(
                clinica.conn,
                day_off_id=clinica.of("folga", nome, number),
                clinica_id=clinica.id,
                profissional_id=profissional_id,
                data=today + timedelta(days=folga["em"]),
            )
        for number, bloqueio in enumerate(row.get("bloqueios", ())):
            day = today + timedelta(days=bloqueio["em"])
            await queries.insert_bloqueio(
                clinica.conn,
                bloqueio_id=clinica.of("bloqueio", nome, number),
                clinica_id=clinica.id,
                profissional_id=profissional_id,
                inicio=datetime.combine(day, _time(bloqueio["inicio"]), calendar.tz),
                fim=datetime.combine(day, _time(bloqueio["fim"]), calendar.tz),
                motivo=bloqueio["motivo"],
            )


async def _seed_pacientes(clinica: _Clinica) -> None:
    for row in clinica.data["pacientes"]:
        paciente_id = clinica.of("paciente", row["nome"])
        await queries.insert_paciente(
            clinica.conn,
            paciente_id=paciente_id,
            clinica_id=clinica.id,
            nome=row["nome"],
            nome_busca=fold(row["nome"]),
            telefone=row["telefone"],
            nascimento=row.get("nascimento"),
            now=clinica.now - timedelta(days=365),
        )
        if "whatsapp" in row:
            await _link(clinica, row, paciente_id)


async def _link(clinica: _Clinica, row: Row, paciente_id: UUID) -> None:
    """Let the patient be known by her telephone, also when she wrote before this ran."""
    valor = canonical(row["telefone"])
    contato_id = await queries.find_contato_by_phone(clinica.conn, clinica_id=clinica.id, valor=valor)
    if contato_id is None:
        contato_id = clinica.of("contato", row["telefone"])
        await queries.insert_contato(
            clinica.conn,
            contato_id=contato_id,
            clinica_id=clinica.id,
            nome=row["whatsapp"],
            valor=valor,
            endereco=row["telefone"].removeprefix("+") + "@s.whatsapp.net",
            now=clinica.now,
        )
    await link_paciente(
        clinica.conn,
        clinica_id=clinica.id,
        contato_id=contato_id,
        paciente_id=paciente_id,
        relacao=Relacao.PROPRIO,
    )


async def _seed_agenda(clinica: _Clinica) -> None:
    calendar = await load_calendar(clinica.conn, clinica.id)
    ids = [clinica.of("servico", slug) for slug in clinica.data["servicos"]]
    servicos = {s.slug: s for s in await get_servicos(clinica.conn, clinica.id, ids)}
    for new in (*_histories(clinica, calendar, servicos), *_weeks(clinica, calendar, servicos)):
        await queries.insert_consulta(clinica.conn, new)


def _histories(
    clinica: _Clinica, calendar: Calendar, servicos: Mapping[str, Servico]
) -> Iterator[NewConsulta]:
    today = clinica.now.astimezone(calendar.tz).date()
    for number, row in enumerate(clinica.data["historias"]):
        step = timedelta(days=1 if row["em"] > 0 else -1)
        day = today + timedelta(days=row["em"])
        while not (_works(clinica, calendar, row, day) and row.get("dia", day.weekday()) == day.weekday()):
            day += step
        name = ("consulta", "historia", number)
        yield _consulta(clinica, calendar, servicos, row, day, name, row["paciente"], row["status"])


def _weeks(clinica: _Clinica, calendar: Calendar, servicos: Mapping[str, Servico]) -> Iterator[NewConsulta]:
    today = clinica.now.astimezone(calendar.tz).date()
    regulars = [row["nome"] for row in clinica.data["pacientes"] if "whatsapp" not in row]
    for offset in range(-PAST_DAYS, COMING_DAYS + 1):
        day = today + timedelta(days=offset)
        turn = day.isocalendar().week
        for number, row in enumerate(clinica.data["semana"]):
            if row["dia"] == day.weekday() and _works(clinica, calendar, row, day):
                paciente = regulars[(number + turn) % len(regulars)]
                name = ("consulta", day, number)
                yield _consulta(clinica, calendar, servicos, row, day, name, paciente, None)


def _works(clinica: _Clinica, calendar: Calendar, row: Row, day: date) -> bool:
    """Whether the clinic is open and the professional works when the consulta of `row` would begin."""
    at = _time(row["hora"])
    profissional = next(p for p in clinica.data["profissionais"] if p["nome"] == row["profissional"])
    return calendar.is_open_at(day, at) and any(
        day.weekday() in hours["dias"] and _time(hours["inicio"]) <= at < _time(hours["fim"])
        for hours in profissional["horarios"]
    )


def _consulta(
    clinica: _Clinica,
    calendar: Calendar,
    servicos: Mapping[str, Servico],
    row: Row,
    day: date,
    name: tuple[object, ...],
    paciente: str,
    status: str | None,
) -> NewConsulta:
    servico = servicos[row["servico"]]
    inicio = datetime.combine(day, _time(row["hora"]), calendar.tz).astimezone(UTC)
    fim = inicio + timedelta(minutes=servico.duracao_min)
    criada_em = min(inicio, clinica.now) - timedelta(days=4)
    over = fim <= clinica.now
    if status is None:
        status = StatusConsulta.REALIZADO if over else _coming(inicio - clinica.now)
    return NewConsulta(
        id=clinica.of(*name),
        clinica_id=clinica.id,
        profissional_id=clinica.of("profissional", row["profissional"]),
        paciente_id=clinica.of("paciente", paciente),
        servico_id=servico.id,
        inicio=inicio,
        fim=fim,
        livre_em=fim + timedelta(minutes=servico.intervalo_min),
        status=status,
        valor=servico.preco,
        sinal=servico.sinal,
        criada_em=criada_em,
        status_em=fim if over else criada_em,
    )


def _coming(ahead: timedelta) -> StatusConsulta:
    """Who comes soon has confirmed."""
    return StatusConsulta.CONFIRMADO if ahead < timedelta(days=2) else StatusConsulta.AGENDADO


def _time(text: str) -> time:
    return time.fromisoformat(text)
