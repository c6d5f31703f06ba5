"""Self-checks: what must never be (DESIGN section 2), asked of the rows. Whoever runs them decides what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.conversation.claims.binding import TEMPLATES
from anna.conversation.claims.models import Claim, unproven
from anna.conversation.claims.reading import read_claims
from anna.db.connect import Connection
from anna.db.rows import many

GRACE = timedelta(minutes=2)
"""How late a sweep or a worker may be before it counts."""

UNKNOWN = timedelta(minutes=10)
"""How long nobody may know whether a message was taken."""

EXAMPLES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """`sql` selects the ids of what violates it; $1 is the instant `late` ago, where time has to do with it."""

    name: str
    says: str
    todo: str
    sql: str
    late: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How often a check is violated, and a few of the ids."""

    check: Check
    count: int
    examples: tuple[UUID, ...]


CHECKS: tuple[Check, ...] = (
    Check(
        name="inbound_forgotten",
        says="messages of patients without an outcome and without a due time",
        todo="a worker's turn was lost: look at its log, and answer by hand",
        sql="select m.id from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id"
        " where m.direcao = 'entrada' and m.desfecho is null and c.responder_em is null",
    ),
    Check(
        name="inbound_overdue",
        says="messages of patients that are overdue",
        todo="no worker takes them: is one running?",
        sql="select m.id from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id"
        " where m.direcao = 'entrada' and m.desfecho is null and c.responder_em < $1",
        late=GRACE,
    ),
    Check(
        name="voice_overdue",
        says="voice messages that should have been written out",
        todo="no worker hears: is one running, with the ANNA_TRANSCRIBER that web has?",
        sql="select mensagem_id as id from whatsapp.transcricoes where estado = 'pendente' and proxima_em < $1",
        late=GRACE,
    ),
    Check(
        name="sending_past_lease",
        says="messages in `enviando` past their lease",
        todo="no worker looks them up: is one running?",
        sql="select id from whatsapp.mensagens where status = 'enviando' and enviar_ate < $1",
        late=GRACE,
    ),
    Check(
        name="planned_overdue",
        says="planned messages that should have gone out",
        todo="no worker sends them: is one running?",
        sql="select m.id from whatsapp.mensagens m join whatsapp.instancias i on i.id = m.instancia_id"
        " where m.status = 'planejada' and greatest(coalesce(m.nao_antes, m.criada_em), i.envio_apos) < $1",
        late=GRACE,
    ),
    Check(
        name="number_down",
        says="numbers that cannot send, with what is held for them",
        todo="`anna instance list` names them, `anna instance test` says what to do",
        sql="select id from whatsapp.instancias where caiu_em is not null",
    ),
    Check(
        name="uncertain",
        says="messages of which nobody knows for ten minutes whether they were sent",
        todo="look into the provider's log, and tell the patient by hand if need be",
        sql="select id from whatsapp.mensagens where status = 'incerta' and status_em < $1",
        late=UNKNOWN,
    ),
    Check(
        name="hold_expired",
        says="holds past their expiry that still keep a slot",
        todo="no scheduler sweeps: is one running?",
        sql="select id from agendamento.consultas where status = 'reservado' and expira_em < $1",
        late=GRACE,
    ),
    Check(
        name="run_overdue",
        says="live runs that should have woken",
        todo="no worker wakes them: is one running?",
        sql="select id from automacao.execucoes where estado = 'viva' and acorda_em < $1",
        late=GRACE,
    ),
    Check(
        name="run_stuck",
        says="live runs that nothing can ever move",
        todo="stop them with `anna flows stop`, and check their flow",
        sql="select e.id from automacao.execucoes e where e.estado = 'viva' and e.acorda_em is null"
        " and not exists (select from automacao.perguntas p where p.execucao_id = e.id and p.fechada_em is null)"
        " and not exists (select from automacao.execucoes f where f.pai_id = e.id and f.estado = 'viva')"
        " and not exists (select from automacao.efeitos f where f.execucao_id = e.id and f.status in ('pendente', 'em_curso'))",
    ),
    Check(
        name="event_given_up",
        says="events that could not be handled",
        todo="their error is in automacao.eventos.erro",
        sql="select id from automacao.eventos where tratado_em is not null and erro is not null and proxima_em is null",
    ),
    Check(
        name="person_overdue",
        says="patients who wait for a person past the promised time",
        todo="take them: `anna handoff list`",
        sql="select id from whatsapp.transferencias where devolvida_em is null and assumida_em is null and prazo_em < $1",
        late=timedelta(0),
    ),
    Check(
        name="claim_unbound",
        says="messages that claim what no row says",
        todo="`anna audit claims` shows each claim; tell the patient what is true",
        sql="select id from whatsapp.mensagens where autor = 'anna' and status not in ('planejada', 'descartada')"
        " and jsonb_path_exists(provas, '$[*] ? (@.fato == null && @.cita == false)')",
    ),
    Check(
        name="consulta_overlap",
        says="consultas of one profissional that overlap",
        todo="call one of the patients now; the database should have refused this",
        sql="select a.id from agendamento.consultas a join agendamento.consultas b"
        " on b.profissional_id = a.profissional_id and b.id > a.id and b.inicio < a.livre_em and a.inicio < b.livre_em"
        " where a.status not in ('cancelado', 'faltou', 'expirado') and b.status not in ('cancelado', 'faltou', 'expirado')",
    ),
)


async def self_check(conn: Connection, *, now: datetime) -> list[Finding]:
    """Every check with how often it is violated, in their order; as a role that sees all clinicas."""
    return [await _look(conn, check, now) for check in CHECKS]


async def _look(conn: Connection, check: Check, now: datetime) -> Finding:
    instants = () if check.late is None else (now - check.late,)
    rows = await conn.fetch(check.sql, *instants)
    return Finding(check=check, count=len(rows), examples=tuple(row["id"] for row in rows[:EXAMPLES]))


# -- what was said ---------------------------------------------------------------------------------------------------------------

SHOWING = (
    "agendamento.consultas", "agendamento.lista_espera", "agendamento.profissionais", "agendamento.servicos", "automacao.execucoes",
    "clinica.clinicas", "clinica.conhecimento", "crm.pacientes", "financeiro.faturas", "lgpd.solicitacoes_titular",
    "whatsapp.contatos", "whatsapp.conversas", "whatsapp.transferencias", "whatsapp.turnos",
)  # fmt: skip
"""The tables whose rows a claim may rest on."""


PAGE = 1000
"""Messages that are held in memory at once: a history of years is longer than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A message of Anna's that went out, or may have."""

    id: UUID
    texto: str
    provas: list[dict[str, Any]] | None
    turno_id: UUID | None
    criada_em: datetime
    fuso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """A claim that no row says, in the message that makes it; `why` is what is missing."""

    mensagem_id: UUID
    turno_id: UUID | None
    said_at: datetime
    fuso: str
    texto: str
    claim: Claim
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What an audit went through; `before` messages are older than the bindings."""

    messages: int
    claims: int
    before: int
    lies: tuple[Lie, ...]


async def find_lies(conn: Connection, *, since: datetime | None = None) -> History:
    """Read every text that went out anew: each claim needs a binding that was kept with it, and a row that is still there."""
    whole = History(messages=0, claims=0, before=0, lies=())
    after: UUID | None = None
    while page := await _page(conn, after, since):
        whole = _joined(whole, await _judged(conn, page))
        after = page[-1].id
    return whole


async def _page(conn: Connection, after: UUID | None, since: datetime | None) -> list[Spoken]:
    """The next messages in the order of their ids, which is that of time."""
    rows = await conn.fetch(
        "select m.id, m.texto, m.provas, m.turno_id, m.criada_em, k.fuso from whatsapp.mensagens m"
        " join clinica.clinicas k on k.id = m.clinica_id where m.autor = 'anna' and m.texto is not null and ($1::uuid is null or m.id > $1)"
        " and m.status not in ('planejada', 'descartada') and ($2::timestamptz is null or m.criada_em >= $2) order by m.id limit $3",
        after, since, PAGE,
    )  # fmt: skip
    return many(Spoken, rows)


async def _judged(conn: Connection, spoken: Sequence[Spoken]) -> History:
    kept = [message for message in spoken if message.provas is not None]
    there = await _rows_there(conn, kept)
    lies: list[Lie] = []
    claims = 0
    for message in kept:
        said = read_claims(message.texto, now=message.criada_em.astimezone(ZoneInfo(message.fuso)))
        claims += len(said)
        lies += [_lie(message, claim, "no row says it") for claim in unproven(said, message.provas)]
        gone = [p for p in message.provas or () if p["fato"] and not _is_there(p["fato"], there)]
        lies += [
            _lie(message, c, "its row is gone") for c in said for p in gone if [c.start, c.end] == p["em"]
        ]
    return History(messages=len(spoken), claims=claims, before=len(spoken) - len(kept), lies=tuple(lies))


def _joined(first: History, second: History) -> History:
    return History(
        messages=first.messages + second.messages,
        claims=first.claims + second.claims,
        before=first.before + second.before,
        lies=first.lies + second.lies,
    )


async def _rows_there(conn: Connection, spoken: Sequence[Spoken]) -> set[tuple[str, str]]:
    """Those of the rows that claims rest on which the database has."""
    named = {(p["fato"]["tabela"], p["fato"]["id"]) for m in spoken for p in m.provas or () if p["fato"]}
    there: set[tuple[str, str]] = set()
    for tabela in SHOWING:
        ids = [UUID(id) for table, id in named if table == tabela]
        if ids:
            found = await conn.fetch(f"select id::text from {tabela} where id = any($1)", ids)  # noqa: S608 - a constant
            there |= {(tabela, row["id"]) for row in found}
    return there


def _is_there(fato: dict[str, str], there: set[tuple[str, str]]) -> bool:
    return fato["tabela"] == TEMPLATES or (fato["tabela"], fato["id"]) in there


def _lie(message: Spoken, claim: Claim, why: str) -> Lie:
    return Lie(
        mensagem_id=message.id, turno_id=message.turno_id, said_at=message.criada_em, fuso=message.fuso, texto=message.texto,
        claim=claim, why=why,
    )  # fmt: skip
