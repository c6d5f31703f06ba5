"""The SQL of runs, questions, events and effects (schema automacao), and of the messages that a run plans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one, value
from anna.flows.definition import Flow
from anna.flows.model import Run, StartChild


@dataclass(frozen=True, slots=True, kw_only=True)
class Execucao:
    """A run as a row; `dados` is the engine's `Run`, the other columns are what SQL looks for."""

    id: UUID
    clinica_id: UUID
    fluxo: str
    versao: int
    chave: str
    pai_id: UUID | None
    pai_passo: str | None
    pai_visita: int | None
    raiz_id: UUID
    faixa: str
    estado: str
    passo: str
    visita: int
    dados: dict[str, Any]
    acorda_em: datetime | None
    suspensa_por: UUID | None
    criada_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Pergunta:
    """An open question, or a wait that listens (then `slot` is None)."""

    id: UUID
    clinica_id: UUID
    conversa_id: UUID
    execucao_id: UUID
    passo: str
    visita: int
    mensagem_id: UUID | None
    slot: str | None
    desejados: dict[str, str]
    tambem: dict[str, str]
    aceita: list[str]
    opcoes: list[dict[str, Any]] | None
    aberta_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Evento:
    """Something that happened, on its way to the runs it concerns."""

    id: UUID
    clinica_id: UUID
    nome: str
    refs: dict[str, str]
    dados: dict[str, Any]
    causa: UUID | None
    ocorrido_em: datetime
    tentativas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Efeito:
    """An outside action that a run waits for."""

    clinica_id: UUID
    execucao_id: UUID
    passo: str
    visita: int
    acao: str
    dados: dict[str, Any]
    tentativas: int


# -- flows ---------------------------------------------------------------------------------------------------------------


async def find_fluxo(conn: Connection, nome: str, versao: int) -> Mapping[str, Any] | None:
    return await conn.fetchrow(
        "select definicao, sha256 from automacao.fluxos where nome = $1 and versao = $2", nome, versao
    )


async def lock_fluxos(conn: Connection) -> None:
    """Let nobody else publish until the transaction ends."""
    await conn.execute("select pg_advisory_xact_lock(hashtextextended('automacao.fluxos', 0))")


async def list_versions(conn: Connection, nome: str) -> list[tuple[int, bytes]]:
    rows = await conn.fetch(
        "select versao, sha256 from automacao.fluxos where nome = $1 order by versao", nome
    )
    return [(row["versao"], row["sha256"]) for row in rows]


async def insert_fluxo(conn: Connection, flow: Flow, *, versao: int, sha256: bytes, now: datetime) -> None:
    await conn.execute(
        "insert into automacao.fluxos (nome, versao, definicao, sha256, publicado_em) values ($1, $2, $3, $4, $5)"
        " on conflict do nothing",
        flow.name, versao, flow.to_json(), sha256, now,
    )  # fmt: skip


# -- runs ----------------------------------------------------------------------------------------------------------------


async def insert_run(
    conn: Connection,
    *,
    clinica_id: UUID,
    flow: Flow,
    run: Run,
    caller: tuple[Execucao, StartChild] | None,
    now: datetime,
) -> UUID | None:
    """The id of the new run; None when a live run of this flow and key is there already."""
    parent, call = caller or (None, None)
    id: UUID | None = await conn.fetchval(
        "insert into automacao.execucoes (id, clinica_id, fluxo, versao, chave, pai_id, pai_passo, pai_visita, raiz_id, faixa,"
        " estado, passo, visita, dados, desde, criada_em)"
        " select n.id, $1, $2, $3, $4, $5, $6, $7, coalesce($8, n.id), $9, 'viva', '', 0, $10, $11, $11"
        " from (select uuidv7() as id) n"
        " on conflict (fluxo, chave) where estado = 'viva' do nothing returning id",
        clinica_id, flow.name, run.version, run.key, parent and parent.id, call and call.step, call and call.visit,
        parent and parent.raiz_id, flow.lane.value, run.to_json(), now,
    )  # fmt: skip
    return id


async def lock_run(conn: Connection, execucao_id: UUID) -> Execucao | None:
    return one(
        Execucao,
        await conn.fetchrow("select * from automacao.execucoes where id = $1 for update", execucao_id),
    )


async def find_live(conn: Connection, fluxo: str, chave: str) -> UUID | None:
    """The live run of this flow and key, if there is one."""
    live: UUID | None = await conn.fetchval(
        "select id from automacao.execucoes where fluxo = $1 and chave = $2 and estado = 'viva'", fluxo, chave
    )
    return live


async def find_run(conn: Connection, execucao_id: UUID) -> Execucao | None:
    return one(Execucao, await conn.fetchrow("select * from automacao.execucoes where id = $1", execucao_id))


async def save_run(conn: Connection, execucao_id: UUID, run: Run, *, now: datetime) -> None:
    """Write the run's new state; only a live row changes."""
    ended = run.state.value != "viva"
    await conn.execute(
        "update automacao.execucoes set estado = $2, passo = $3, visita = $4, dados = $5, desde = $6, acorda_em = $7,"
        " desfecho = $8, motivo = $9, encerrada_em = case when $11 then $10 else encerrada_em end"
        " where id = $1 and estado = 'viva'",
        execucao_id, run.state.value, run.step, run.visit, run.to_json(), run.since,
        None if ended else run.wake_at, run.outcome, run.reason, now, ended,
    )  # fmt: skip


async def set_suspended_by(conn: Connection, execucao_id: UUID, by: UUID | None) -> None:
    await conn.execute("update automacao.execucoes set suspensa_por = $2 where id = $1", execucao_id, by)


async def list_live_children(conn: Connection, execucao_id: UUID) -> list[UUID]:
    rows = await conn.fetch(
        "select id from automacao.execucoes where pai_id = $1 and estado = 'viva' order by id", execucao_id
    )
    return [row["id"] for row in rows]


async def list_talk_runs(conn: Connection, conversa_id: UUID) -> list[Execucao]:
    """The live root runs of the talk lane of a conversa, newest first."""
    rows = await conn.fetch(
        "select e.* from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = $1 and r.viva and e.faixa = 'talk' and e.pai_id is null"
        " order by e.criada_em desc, e.id desc",
        conversa_id,
    )
    return many(Execucao, rows)


async def list_suspended_by(conn: Connection, execucao_id: UUID) -> list[UUID]:
    rows = await conn.fetch(
        "select id from automacao.execucoes where suspensa_por = $1 and estado = 'viva'", execucao_id
    )
    return [row["id"] for row in rows]


async def last_started(conn: Connection, fluxo: str, chave: str) -> datetime | None:
    """When a run of this flow and key last began, for its cooldown."""
    when: datetime | None = await conn.fetchval(
        "select max(criada_em) from automacao.execucoes where fluxo = $1 and chave = $2", fluxo, chave
    )
    return when


async def peek_due_run(conn: Connection, *, now: datetime) -> UUID | None:
    """One live run whose time has come, and that no other worker is waking: an advisory lock says so for this transaction.

    Not a row lock: the conversa is to be locked before the run, and this comes first.
    """
    found: UUID | None = await conn.fetchval(
        "select id from (select id from automacao.execucoes where estado = 'viva' and acorda_em <= $1"
        " order by acorda_em limit 20) as due"
        " where pg_try_advisory_xact_lock(hashtextextended('execucao' || id::text, 0)) limit 1",
        now,
    )
    return found


async def next_wake_at(conn: Connection) -> datetime | None:
    when: datetime | None = await conn.fetchval(
        "select min(acorda_em) from automacao.execucoes where estado = 'viva' and acorda_em is not null"
    )
    return when


async def postpone_wake(conn: Connection, execucao_id: UUID, until: datetime) -> None:
    await conn.execute(
        "update automacao.execucoes set acorda_em = $2 where id = $1 and estado = 'viva'", execucao_id, until
    )


# -- refs ----------------------------------------------------------------------------------------------------------------


async def list_runs_naming(conn: Connection, refs: Iterable[tuple[str, UUID]]) -> list[UUID]:
    """Live runs that hold one of these ids, parents before children."""
    pairs = list(refs)
    rows = await conn.fetch(
        "select distinct e.id, e.criada_em from unnest($1::text[], $2::uuid[]) as n (tipo, alvo)"
        " join automacao.refs r using (alvo, tipo) join automacao.execucoes e on e.id = r.execucao_id"
        " where r.viva order by e.criada_em, e.id",
        [tipo for tipo, _ in pairs], [alvo for _, alvo in pairs],
    )  # fmt: skip
    return [row["id"] for row in rows]


# -- questions -----------------------------------------------------------------------------------------------------------


async def insert_pergunta(
    conn: Connection, *, clinica_id: UUID, conversa_id: UUID, execucao_id: UUID, passo: str, visita: int,
    mensagem_id: UUID | None, slot: str | None, desejados: Mapping[str, str], tambem: Mapping[str, str],
    aceita: Iterable[str], opcoes: list[dict[str, Any]] | None, now: datetime,
) -> None:  # fmt: skip
    await conn.execute(
        "insert into automacao.perguntas (clinica_id, conversa_id, execucao_id, passo, visita, mensagem_id, slot, desejados,"
        " tambem, aceita, opcoes, aberta_em) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        " on conflict (execucao_id, passo, visita) do nothing",
        clinica_id, conversa_id, execucao_id, passo, visita, mensagem_id, slot, dict(desejados), dict(tambem),
        sorted(aceita), opcoes, now,
    )  # fmt: skip


async def close_pergunta(
    conn: Connection, execucao_id: UUID, passo: str, visita: int, *, now: datetime
) -> None:
    await conn.execute(
        "update automacao.perguntas set fechada_em = $4 where execucao_id = $1 and passo = $2 and visita <= $3 and fechada_em is null",
        execucao_id, passo, visita, now,
    )  # fmt: skip


async def close_perguntas_of(conn: Connection, execucao_id: UUID, *, now: datetime) -> None:
    await conn.execute(
        "update automacao.perguntas set fechada_em = $2 where execucao_id = $1 and fechada_em is null",
        execucao_id,
        now,
    )


async def list_open_perguntas(conn: Connection, conversa_id: UUID) -> list[Pergunta]:
    """Open questions of live runs that are not suspended, newest first."""
    rows = await conn.fetch(
        "select p.id, p.clinica_id, p.conversa_id, p.execucao_id, p.passo, p.visita, p.mensagem_id, p.slot, p.desejados, p.tambem,"
        " p.aceita, p.opcoes, p.aberta_em"
        " from automacao.perguntas p join automacao.execucoes e on e.id = p.execucao_id"
        " where p.conversa_id = $1 and p.fechada_em is null and e.estado = 'viva' and e.suspensa_por is null"
        " order by p.aberta_em desc, p.id desc",
        conversa_id,
    )
    return many(Pergunta, rows)


async def newest_open_question_of_others(
    conn: Connection, conversa_id: UUID, raiz_id: UUID, *, since: datetime
) -> datetime | None:
    """When the newest question of another run's tree was opened, if that was after `since`."""
    when: datetime | None = await conn.fetchval(
        "select max(p.aberta_em) from automacao.perguntas p join automacao.execucoes e on e.id = p.execucao_id"
        " where p.conversa_id = $1 and p.fechada_em is null and p.slot is not null and e.estado = 'viva'"
        " and e.raiz_id <> $2 and p.aberta_em > $3",
        conversa_id, raiz_id, since,
    )  # fmt: skip
    return when


# -- events --------------------------------------------------------------------------------------------------------------


async def claim_evento(conn: Connection, *, now: datetime) -> Evento | None:
    """The oldest event nobody has handled, and that no other worker holds."""
    row = await conn.fetchrow(
        "select id, clinica_id, nome, refs, dados, causa, ocorrido_em, tentativas from automacao.eventos"
        " where tratado_em is null and (proxima_em is null or proxima_em <= $1)"
        " order by ocorrido_em, id limit 1 for update skip locked",
        now,
    )
    return one(Evento, row)


async def put_off_evento(
    conn: Connection, evento: Evento, *, erro: str, again_at: datetime | None, now: datetime
) -> None:
    """It could not be handled: again at `again_at`, or never (then it is closed with its error)."""
    await conn.execute(
        "update automacao.eventos set tentativas = tentativas + 1, proxima_em = $2, erro = $3,"
        " tratado_em = case when $2::timestamptz is null then $4::timestamptz end where id = $1",
        evento.id, again_at, erro, now,
    )  # fmt: skip


async def mark_evento(conn: Connection, evento_id: UUID, *, now: datetime) -> None:
    await conn.execute("update automacao.eventos set tratado_em = $2 where id = $1", evento_id, now)


# -- effects -------------------------------------------------------------------------------------------------------------


async def insert_efeito(
    conn: Connection, *, clinica_id: UUID, execucao_id: UUID, passo: str, visita: int, acao: str,
    dados: Mapping[str, Any], now: datetime,
) -> None:  # fmt: skip
    await conn.execute(
        "insert into automacao.efeitos (clinica_id, execucao_id, passo, visita, acao, dados, status, proxima_em, criado_em)"
        " values ($1, $2, $3, $4, $5, $6, 'pendente', $7, $7) on conflict do nothing",
        clinica_id, execucao_id, passo, visita, acao, dict(dados), now,
    )  # fmt: skip


async def claim_efeito(conn: Connection, *, now: datetime, lease_until: datetime) -> Efeito | None:
    """One outside action to carry out now, leased; its key never changes, its attempts are a column."""
    row = await conn.fetchrow(
        """
        with due as (
          select execucao_id, passo, visita from automacao.efeitos
          where status in ('pendente', 'em_curso') and proxima_em <= $1
          order by proxima_em limit 1 for update skip locked)
        update automacao.efeitos f set status = 'em_curso', tentativas = tentativas + 1, proxima_em = $2
        from due where (f.execucao_id, f.passo, f.visita) = (due.execucao_id, due.passo, due.visita)
        returning f.clinica_id, f.execucao_id, f.passo, f.visita, f.acao, f.dados, f.tentativas
        """,
        now, lease_until,
    )  # fmt: skip
    return None if row is None else value(Efeito, row)


async def finish_efeito(
    conn: Connection,
    efeito: Efeito,
    *,
    status: str,
    resultado: Mapping[str, Any] | None,
    again_at: datetime | None,
) -> bool:
    """Write down how this attempt ended; False when a later attempt has the effect in hand, or has ended it."""
    done = await conn.execute(
        "update automacao.efeitos set status = $4, resultado = $5, proxima_em = $6"
        " where (execucao_id, passo, visita) = ($1, $2, $3) and status = 'em_curso' and tentativas = $7",
        efeito.execucao_id, efeito.passo, efeito.visita, status, resultado and dict(resultado), again_at, efeito.tentativas,
    )  # fmt: skip
    return done == "UPDATE 1"
