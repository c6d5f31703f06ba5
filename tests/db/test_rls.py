"""What one clinica may not see or touch of another: every table of a client's database is walked, none is chosen."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import asyncpg
import pytest

from anna.agendamento import service as agendamento
from anna.agendamento.offers import offer_slots
from anna.clinica.vector_queries import insert_vetor
from anna.crm import queries as crm_queries, service as crm
from anna.crm.score import Hit, score
from anna.db.connect import Connection, Database
from anna.financeiro import service as financeiro
from anna.financeiro.gateway import Charge
from anna.financeiro.models import Meio
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.demo import demo_id, seed_demo
from tests.conftest import TEST_NOW, ClientDatabase

MINE, THEIRS = demo_id("aroeira"), demo_id("mandacaru")

SHARED = {"automacao.fluxos"}
"""Tables that belong to no clinica: all clinicas of a client read the same flows."""

NEVER_SET = {("whatsapp.contatos", "fundido_em"), ("automacao.execucoes", "pai_id")}
"""References that no row below has, for the test that moves a row to the other clinica."""


async def fill(conn: Connection, clinica: UUID, slug: str) -> None:
    """One row at least of this clinica in every table that the demo leaves empty."""
    contato, conversa, paciente = await fill_talk(conn, clinica, slug)
    lead = await crm.find_or_open_lead(conn, clinica_id=clinica, contato_id=contato, now=TEST_NOW)
    await crm.record_qualificacao(
        conn, lead, procedimentos=["botox"], quando=None, telefone=None,
        score=score([Hit(because="x", points=1)]), now=TEST_NOW,
    )  # fmt: skip
    await crm_queries.insert_atividade(
        conn,
        clinica_id=clinica,
        contato_id=contato,
        paciente_id=paciente,
        tipo="nota",
        texto="x",
        now=TEST_NOW,
    )
    await insert_vetor(conn, clinica_id=clinica, modelo="m", hash=b"x", vetor=[1.0, 0.0], now=TEST_NOW)
    botox = demo_id(slug, "servico", "botox")
    (slot, *_) = (
        await offer_slots(conn, clinica_id=clinica, servicos=[botox], when=None, now=TEST_NOW)
    ).slots
    held = await agendamento.hold_slot(
        conn, clinica_id=clinica, paciente_id=paciente, servicos=[botox], profissional_id=slot.profissional_id,
        inicio=slot.inicio, minutes=50, now=TEST_NOW, conversa_id=conversa,
    )  # fmt: skip
    fatura = await financeiro.open_fatura(conn, held, vence_em=TEST_NOW + timedelta(hours=1), now=TEST_NOW)
    await financeiro.record_charge(conn, fatura.id, "demo", Charge(f"charge-{slug}", "http://127.0.0.1/x"))
    await financeiro.record_payment(
        conn,
        "demo",
        f"charge-{slug}",
        transacao_id=f"payment-{slug}",
        meio=Meio.PIX,
        valor=Decimal("150.00"),
        now=TEST_NOW,
    )


async def fill_talk(conn: Connection, clinica: UUID, slug: str) -> tuple[UUID, UUID, UUID]:
    """A conversa with all that hangs on it: its contato, its id, its paciente."""
    link = await conn.fetchrow(
        "select * from whatsapp.contato_pacientes where clinica_id = $1 limit 1", clinica
    )
    assert link is not None
    contato, instancia = link["contato_id"], demo_id(slug, "instancia", slug)
    conversa = await conn.fetchval(
        "insert into whatsapp.conversas (clinica_id, contato_id, instancia_id, criada_em) values ($1, $2, $3, $4) returning id",
        clinica, contato, instancia, TEST_NOW,
    )  # fmt: skip
    mensagem = await conn.fetchval(
        "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, criada_em, status, status_em)"
        " values ($1, $2, $3, 'entrada', 'paciente', $4, 'recebida', $4) returning id",
        clinica, conversa, instancia, TEST_NOW,
    )  # fmt: skip
    await conn.execute(
        "insert into automacao.fluxos (nome, versao, definicao, sha256, publicado_em)"
        " values ('x', 1, '{}', 'x', $1) on conflict do nothing",
        TEST_NOW,
    )
    run = await conn.fetchval(
        "insert into automacao.execucoes (clinica_id, fluxo, versao, chave, raiz_id, faixa, estado, passo, desde, criada_em)"
        " values ($1, 'x', 1, $3, $1, 'talk', 'viva', 'a', $2, $2) returning id",
        clinica, TEST_NOW, slug,
    )  # fmt: skip
    for statement, *values in (
        ("whatsapp.midias (clinica_id, mensagem_id, estado, origem, criada_em) values ($1, $3, 'pendente', '{}', $2)", mensagem),
        ("whatsapp.transcricoes (clinica_id, mensagem_id, estado, proxima_em, criada_em) values ($1, $3, 'pendente', $2, $2)", mensagem),
        ("whatsapp.eventos_brutos (clinica_id, instancia_id, corpo, motivo, recebido_em) values ($1, $3, 'x', 'x', $2)", instancia),
        ("whatsapp.status_orfaos (clinica_id, instancia_id, provedor_id, status, recebido_em) values ($1, $3, 'x', 'lida', $2)", instancia),
        ("whatsapp.turnos (clinica_id, conversa_id, ate_ordem, texto, contexto, leitura, regras, rota, entendeu, resultado,"
         " iniciado_em) values ($1, $3, 1, 'x', '{}', '{}', '{}', '{}', 'offline', 'concluido', $2)", conversa),
        ("whatsapp.transferencias (clinica_id, conversa_id, motivo, aberta_em) values ($1, $3, 'x', $2)", conversa),
        ("automacao.refs (clinica_id, execucao_id, tipo, alvo) select $1, $3, 'x', $1 where $2 is not null", run),
        ("automacao.perguntas (clinica_id, conversa_id, execucao_id, passo, visita, mensagem_id, aceita, aberta_em)"
         " values ($1, $3, $4, 'a', 1, $5, '{}', $2)", conversa, run, mensagem),
        ("automacao.efeitos (clinica_id, execucao_id, passo, visita, acao, dados, status, criado_em)"
         " values ($1, $3, 'a', 1, 'x', '{}', 'pendente', $2)", run),
        ("analytics.interacoes_ia (clinica_id, conversa_id, mensagem_id, turno_id, finalidade, provedor, modelo, prompt_versao,"
         " resultado, custo_usd, iniciada_em) select $1, $3, $4, id, 'entender', 'openai', 'x', 'x', 'em_curso', 0, $2"
         " from whatsapp.turnos where conversa_id = $3", conversa, mensagem),
        ("lgpd.consentimentos (clinica_id, contato_id, finalidade, status, evidencia, registrado_em)"
         " values ($1, $3, 'novidades', 'dado', '{}', $2)", contato),
        ("agendamento.lista_espera (clinica_id, contato_id, conversa_id, procedimentos, status, criada_em, vale_ate)"
         " values ($1, $3, $4, '{botox}', 'aberta', $2, $2)", contato, conversa),
        ("lgpd.solicitacoes_titular (clinica_id, contato_id, conversa_id, tipo, frase, status, aberta_em, prazo_em)"
         " values ($1, $3, $4, 'acesso', 'x', 'aberta', $2, $2)", contato, conversa),
    ):  # fmt: skip
        now = "$2::timestamptz"
        await conn.execute(f"insert into {statement.replace('$2', now)}", clinica, TEST_NOW, *values)
    return contato, conversa, link["paciente_id"]


@pytest.fixture
async def filled(db: Connection) -> Connection:
    """Both clinicas, with rows in every table; a connection that sees all of them."""
    await seed_demo(db, secret_box=SecretBox(new_key()), provider_url="http://127.0.0.1:9", now=TEST_NOW)
    await fill(db, MINE, "aroeira")
    await fill(db, THEIRS, "mandacaru")
    return db


async def list_tables(conn: Connection) -> dict[str, str | None]:
    """Every table of the product and the column that says whose a row is (None: it has none)."""
    rows = await conn.fetch(
        """
        select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded,
          case when n.nspname || '.' || c.relname = 'clinica.clinicas' then 'id' else (
            select attname from pg_attribute where attrelid = c.oid and attname = 'clinica_id' and not attisdropped) end as owner
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|public)' order by 1
        """
    )
    assert {row["name"] for row in rows if not row["guarded"]} == SHARED
    return {row["name"]: row["owner"] for row in rows}


async def owned_tables(conn: Connection) -> dict[str, str]:
    return {name: owner for name, owner in (await list_tables(conn)).items() if owner is not None}


async def test_every_table_says_whose_its_rows_are(filled: Connection) -> None:
    """auth.usuarios is guarded by its links to clinicas; everything else by a column."""
    tables = await list_tables(filled)
    assert {name for name, owner in tables.items() if owner is None} == SHARED | {"auth.usuarios"}
    empty = [n for n, o in (await owned_tables(filled)).items() if len(await owners(filled, n, o)) < 2]
    assert empty == [], "fill() must put a row of each clinica into these, or the tests below see nothing"


async def owners(conn: Connection, table: str, owner: str) -> dict[UUID, int]:
    rows = await conn.fetch(f"select {owner} as whose, count(*) as n from {table} group by 1")
    return {row["whose"]: row["n"] for row in rows}


async def test_a_transaction_that_names_no_clinica_sees_nothing(
    filled: Connection, web_database: Database
) -> None:
    async with web_database.transaction() as conn:
        seen = {t: await conn.fetchval(f"select count(*) from {t}") for t in await list_tables(filled)}
    assert {table for table, count in seen.items() if count} <= SHARED


async def test_a_clinica_sees_all_of_its_own_rows_and_no_other(
    filled: Connection, web_database: Database
) -> None:
    async with web_database.transaction([MINE]) as conn:
        for table, owner in (await owned_tables(filled)).items():
            everything = await owners(filled, table, owner)
            assert await owners(conn, table, owner) == {MINE: everything[MINE]}, table
        names = {row["nome"] for row in await conn.fetch("select nome from auth.usuarios")}
    assert names == {"Beatriz Nogueira", "Juliana Prates"}


async def test_what_a_transaction_may_see_ends_with_it(filled: Connection, web_database: Database) -> None:
    """The pool hands the same connection to the next request."""
    async with web_database.pool.acquire() as conn:
        for clinicas, expected in (([MINE], 1), ([], 0), ([MINE, THEIRS], 2)):
            async with conn.transaction():
                if clinicas:
                    await conn.execute(
                        "select set_config('anna.clinicas', $1, true)",
                        "{" + ",".join(map(str, clinicas)) + "}",
                    )
                assert await conn.fetchval("select count(*) from clinica.clinicas") == expected


async def test_nobody_writes_a_row_into_another_clinica(filled: Connection, web_database: Database) -> None:
    for table, owner in (await owned_tables(filled)).items():
        theirs = await filled.fetchval(
            f"select to_jsonb(t) from {table} t where {owner} = $1 limit 1", THEIRS
        )
        columns = await filled.fetchval(
            "select string_agg(quote_ident(attname), ', ') from pg_attribute"
            " where attrelid = $1::text::regclass and attnum > 0 and not attisdropped and attgenerated = ''",
            table,
        )
        async with web_database.transaction([MINE]) as conn:
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
                async with conn.transaction():
                    await conn.execute(
                        f"insert into {table} ({columns}) overriding system value"
                        f" select {columns} from jsonb_populate_record(null::{table}, $1)",
                        theirs,
                    )
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
                async with conn.transaction():
                    await conn.execute(f"update {table} set {owner} = $1", THEIRS)


async def test_nobody_changes_or_deletes_a_row_of_another_clinica(
    filled: Connection, web_database: Database
) -> None:
    async with web_database.transaction([MINE]) as conn:
        for table, owner in (await owned_tables(filled)).items():
            assert (
                await conn.execute(f"update {table} set {owner} = {owner} where {owner} = $1", THEIRS)
                == "UPDATE 0"
            )
            assert await conn.execute(f"delete from {table} where {owner} = $1", THEIRS) == "DELETE 0"
        assert (
            await conn.execute("update auth.usuarios set papel = 'admin' where nome like 'Wellington%'")
            == "UPDATE 0"
        )


async def list_references(conn: Connection) -> list[tuple[str, str, str]]:
    """(table, other table, column) of every reference between two tables that both say whose a row is."""
    rows = await conn.fetch(
        """
        select k.conrelid::regclass::text as de, k.confrelid::regclass::text as para,
          (select array_agg(a.attname::text order by a.attname) from pg_attribute a
           where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname not in ('clinica_id', 'profissional_numero', 'viva')) as colunas,
          exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'clinica_id') as same
        from pg_constraint k
        where k.contype = 'f' and k.confrelid <> 'clinica.clinicas'::regclass
          and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'clinica_id')
          and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'clinica_id')
        """
    )
    tied = {(row["de"], row["para"], *row["colunas"]) for row in rows if row["same"]}
    assert {(row["de"], row["para"], *row["colunas"]) for row in rows} == tied, (
        "a reference that may cross clinicas"
    )
    return sorted((table, other, column) for table, other, column in tied)


async def test_no_row_refers_to_a_row_of_another_clinica(filled: Connection) -> None:
    """Even for who sees all: the foreign keys carry the clinica."""
    references = await list_references(filled)
    assert len(references) > 25
    for table, _, column in references:
        row = await filled.fetchval(
            f"select ctid::text from {table} where clinica_id = $1 and {column} is not null limit 1", MINE
        )
        if (table, column) in NEVER_SET:
            assert row is None
            continue
        assert row is not None, f"fill() must set {table}.{column}"
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await filled.execute(f"update {table} set clinica_id = $1 where ctid = '{row}'", THEIRS)


async def test_the_worker_sees_every_clinica(client_db: ClientDatabase, filled: Connection) -> None:
    async with client_db.worker.transaction() as conn:
        for table, owner in (await owned_tables(filled)).items():
            assert set(await owners(conn, table, owner)) == {MINE, THEIRS}, table
