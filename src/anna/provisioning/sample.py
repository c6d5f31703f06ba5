"""What a clinica's texts look like with facts in them: words for every placeholder, from the file that describes the clinica.

The words are made by what makes them of rows (`Known.words`, `wish_words`, `hour_words`, `shown_options`): a text that looks wrong here
looks wrong on a patient's telephone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from anna.clinica.calendar import Calendar
from anna.clinica.models import Horario
from anna.clinica.service import build_calendar
from anna.clinica.settings import ClinicaSettings, read_settings
from anna.conversation.replies import ReplyBook, numbered
from anna.conversation.understanding.catalogue import EVALUATION
from anna.flows.fact_queries import ConsultaFacts, EsperaFacts, FaturaFacts, PedidoFacts, Surroundings
from anna.flows.facts import Known, first_name, in_sentence, joined, wish_words, with_article
from anna.flows.speech import SOME
from anna.flows.wording import Words, attends, hour_words, shown_options
from anna.kit.dates import (
    describe_day,
    describe_hours,
    describe_length,
    describe_start,
    describe_time,
    describe_week,
)
from anna.kit.money import brl
from anna.kit.phone import pretty
from anna.provisioning.clinic_parts import ClinicaPart, ProfissionalPart, ServicoPart
from anna.when import TimeKind, When

PATIENT = "Maria Fernanda Cavalcanti"
TELEPHONE = "+5511900000142"
PAGE = "https://pagar.example/d768accecc0e"
_SLOTS = (time(9), time(10, 30), time(14), time(15, 30), time(16))
_OFFERED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A clinica with a patient in the middle of everything at once. `options` are those of a choice, by the fact that lists them."""

    nome: str
    settings: ClinicaSettings
    words: Words
    options: Mapping[str, tuple[Any, ...]]

    def with_options(self, options: tuple[Any, ...], replies: ReplyBook) -> Words:
        """The words for a question that offers `options`: ids, or mappings as a run keeps them."""
        if not options:
            return self.words
        shown = numbered(str(option["rotulo"]) for option in shown_options(options, replies))
        return {**self.words, "opcoes": shown, "com_quem": attends(options)}


def make_sample(part: ClinicaPart, *, now: datetime) -> Sample:
    """Facts of `part`: the morning before the first day from `now` on that will do, its dearest procedure with a deposit is booked."""
    servico = max(part.servicos, key=lambda s: (bool(s.sinal), bool(s.preparo), s.preco))
    profissional = next(p for p in part.profissionais if servico.slug in p.servicos)
    calendar = _calendar(part)
    starts = list(_starts(profissional, calendar, now))
    morning = (starts[0] - timedelta(days=1)).replace(hour=10, minute=12)
    known = _known(part, servico, profissional, starts[0], morning)
    wish = When(
        date_start=starts[0].date(),
        date_end=starts[0].date(),
        time_kind=TimeKind.AT,
        time_start=starts[0].time(),
    )
    said = wish_words(wish)
    others = [s.nome for s in part.servicos if s != servico]
    consultas = [(servico.nome, starts[0]), (others[0], starts[-1])]
    words: dict[str, str | None] = {
        **known.words(),
        **said,
        **_hours(calendar, starts[0]),
        "dia_pedido": said["dia"],
        "hora_pedida": said["hora"],
        "vaga_pedida": describe_start(starts[0]),
        "so_ha": describe_start(starts[0]),
        "regra_do_sinal": "Pode remarcar ou cancelar até 4 horas antes sem perder o sinal.",
        "agenda_ate": describe_day(starts[-1].date()),
        "ja_mostrado": said["dia"],
        "para_quantas": "duas pessoas",
        "hora_dela": f"às {describe_time(starts[0].time())}",
        "hora_da_outra": f"às {describe_time(starts[-1].time())}",
        "cabem": " ou ".join(f"às {describe_time(start.time())}" for start in starts[:2]),
        "escolhido": f"{describe_start(starts[0])}, com {with_article(profissional.nome)}",
        "hoje": describe_day(now.astimezone(calendar.tz).date()),
        "cai_em": describe_day(starts[0].date()),
        "so_com": with_article(profissional.nome),
        "hoje_ate": describe_time(calendar.opening(starts[0].date())[-1][1]),
        "ja_marcado": f"{in_sentence(servico.nome)}, {describe_start(starts[0])}",
        "numero_anotado": pretty("+5511977776655"),
        "nome_para_equipe": "Renata Lopes",
        "responde_ate": describe_start(now.astimezone(calendar.tz) + timedelta(hours=1)),
        "anotado": ", ".join(filter(None, [in_sentence(servico.nome), said["dia"], said["hora"]])),
        "anotado_dela": ", ".join(filter(None, [in_sentence(servico.nome), said["dia"], said["hora"]])),
        "anotado_da_outra": ", ".join(filter(None, [in_sentence(others[0]), said["dia"], said["hora"]])),
        "alguns_procedimentos": joined([in_sentence(s.nome) for s in part.servicos[:SOME]]),
        "preco": brl(servico.preco),
        "preco_pedido": brl(servico.preco),
        "preco_avaliacao": next((brl(s.preco) for s in part.servicos if s.slug == EVALUATION), brl(servico.preco)),
        "resto": brl(servico.preco - servico.sinal),
        "total": brl(sum((s.preco for s in part.servicos[:2]), Decimal(0))),
        "precos_pedidos": joined([f"{in_sentence(s.nome)} por {brl(s.preco)}" for s in part.servicos[:2]]),
        "consultas": "\n".join(f"{describe_start(at)}: {nome}" for nome, at in consultas),
        "resposta": max((one.resposta for one in part.conhecimento or ()), key=len, default="Temos convênio."),
        "ultima": describe_start(starts[0] - timedelta(days=28)),
        "cancelada_em": describe_start(starts[0] - timedelta(days=1)),
        "lugar": "2",
        "duracao": describe_length(servico.duracao_min),
        "das": describe_hours([(starts[0].time(), (starts[0] + timedelta(minutes=servico.duracao_min)).time())]),
        "quem": with_article(profissional.nome),
        "livre": describe_start(starts[0]),
        "tabela": "\n".join(f"{s.nome}: {brl(s.preco)}" for s in part.servicos[:SOME] if s.preco),
        "mais_em_conta": joined([f"{in_sentence(s.nome)} por {brl(s.preco)}" for s in sorted(part.servicos, key=lambda s: s.preco) if s.preco][:3]),
        "horarios_de_alguem": describe_week(calendar.week),
        "horas_do_dia": describe_hours(calendar.opening(starts[0].date())),
        "paciente": first_name(PATIENT),
        "outra_pessoa": first_name(PATIENT),
        "quantas": "duas",
        "nome_novo": PATIENT,
        "depois": in_sentence(others[0]),
        "perguntas": "“dói muito?”",
    }  # fmt: skip
    listed = tuple({"id": str(n), "tipo": "consulta", "palavras": {"procedimentos": nome, "inicio": describe_start(at)}} for n, (nome, at) in enumerate(consultas))  # fmt: skip
    places = tuple({"id": str(n), "tipo": "espera", "palavras": {"procedimentos": in_sentence(nome), "espera_ate": words["espera_ate"]}} for n, (nome, _) in enumerate(consultas))  # fmt: skip
    return Sample(
        nome=part.nome,
        settings=read_settings(part.configuracoes or {}),
        words=words,
        options={
            "oferta": (*_offer(starts, profissional), "other_times"),
            "consultas": listed,
            "esperas": places,
        },
    )


def _known(
    part: ClinicaPart, servico: ServicoPart, profissional: ProfissionalPart, inicio: datetime, now: datetime
) -> Known:
    id = _id(part.slug)
    valor = servico.sinal or servico.preco
    until = now + timedelta(minutes=ClinicaSettings().reserva_min)
    return Known(
        around=Surroundings(
            clinica_id=id, clinica_nome=part.nome, fuso=part.fuso, clinica_telefone=part.telefone, endereco=part.endereco,
            referencia=part.referencia, conversa_id=id, dono="anna", pergunta=False, despedida=False, contato_id=id, contato_nome=PATIENT, pessoa_nome=PATIENT,
            saida="nada", sem_lembretes=False, telefone=TELEPHONE, paciente_id=id, paciente_nome=PATIENT, paciente_outro=False, paciente_visitas=1, marcadas=1, marcadas_agora=0, desmarcadas=0, esperas=0, desconto_pedido=True, lead_id=None,
            lead_status=None, lead_score=None,
        ),
        consulta=ConsultaFacts(
            id=id, inicio=inicio, fim=inicio + timedelta(minutes=servico.duracao_min), revisao=1, status="agendado", expira_em=until,
            valor=servico.preco, sinal=valor, profissional=profissional.nome, servicos=[servico.nome], slugs=[servico.slug],
            preparo=servico.preparo or "Venha com roupa confortável.",
        ),
        fatura=FaturaFacts(id=id, valor=valor, status="paga", link=PAGE, vence_em=until),
        parent_id=None,
        execucao_id=None,
        instancia=None,
        espera=EsperaFacts(id=id, status="ativa", vale_ate=inicio + timedelta(days=7), servicos=[servico.nome]),
        pedido=PedidoFacts(id=id, status="aberta", prazo_em=now + timedelta(days=15)),
        transferencia=None,
        wish=None,
        now=now,
    )  # fmt: skip


def _hours(calendar: Calendar, working: datetime) -> Words:
    """Both until when the clinica is open, and when it opens again: no moment knows both, but some text may name either."""
    closed = hour_words(calendar, working.replace(hour=23))
    return {name: text or closed[name] for name, text in hour_words(calendar, working).items()}


def _offer(starts: list[datetime], profissional: ProfissionalPart) -> Iterator[dict[str, Any]]:
    for number, start in enumerate(starts[:_OFFERED]):
        words = {"inicio": describe_start(start), "profissional": with_article(profissional.nome)}
        yield {"id": str(number), "tipo": "vaga", "vaga": {}, "palavras": words}


def _starts(profissional: ProfissionalPart, calendar: Calendar, now: datetime) -> Iterator[datetime]:
    """Times at which somebody works, on the first day from tomorrow on that has several."""
    for ahead in range(1, 60):
        day = now.astimezone(calendar.tz).date() + timedelta(days=ahead)
        hours = [hour for hour in profissional.horarios if hour.dia == day.weekday()]
        free = [
            datetime.combine(day, at, calendar.tz)
            for at in _SLOTS
            if calendar.is_open_at(day, at) and any(hour.inicio <= at < hour.fim for hour in hours)
        ]
        if len(free) >= _OFFERED:
            yield from free
            return
    yield from (datetime.combine(now.date() + timedelta(days=1), at, calendar.tz) for at in _SLOTS)


def _calendar(part: ClinicaPart) -> Calendar:
    id = _id(part.slug)
    hours = [Horario(clinica_id=id, dia=h.dia, abre=h.inicio, fecha=h.fim) for h in part.horarios]
    return build_calendar(part.fuso, hours, [])


def _id(slug: str) -> UUID:
    return uuid5(NAMESPACE_URL, slug)
