"""Two contatos that turn out to be one person, made one: recorded in `crm.atividades`, and undone from there (field note 13).

Messages of two conversas with the same instance move into one, so that staff and turns read one history; each carries where it
came from. An opt-out, a consent and a person's ownership go along: the stricter of the two holds, also after an undo.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from anna.db.connect import Connection
from anna.db.events import emit
from anna.errors import NotFound

FUNDIDO = "contato.fundido"
"""The event of a merge: refs name the contato that is no more, `dados` the one it became part of (`em`) and which conversas moved into
which (`conversas` [{de, para}]), for whoever holds the old ids; `atividade` is where what follows is noted, for an undo."""

SEPARADO = "contato.separado"
"""The event of an undo: refs name the contato that is somebody of its own again, `dados` the one it was part of (`de`), the conversas that
were joined (`conversas` [{de, para}]) or went back whole (`devolvidas`), and what had followed the merge (`seguiram`, as it was noted)."""

ATIVIDADE = "fusao"
"""`atividades.tipo` of a merge; its `texto` is JSON: what moved, by id."""

_SAIDA_RANK = ["marketing", "automaticas", "tudo"]


async def merge_contatos(
    conn: Connection, clinica_id: UUID, keep: UUID, drop: UUID, *, now: datetime
) -> None:
    """Let `drop` become part of `keep`: addresses, conversas, patients, opt-out, consents. Nothing happens when it already is."""
    locked = await conn.fetch(
        "select id, fundido_em from whatsapp.contatos where id = any($1::uuid[]) order by id for update",
        [keep, drop],
    )
    if keep == drop or any(row["id"] == drop and row["fundido_em"] is not None for row in locked):
        return
    moved: dict[str, Any] = {"contato": drop, "de": keep}
    moved["identidades"] = [
        list(row.values())
        for row in await conn.fetch(
            "update whatsapp.identidades set contato_id = $1 where contato_id = $2 returning tipo, valor",
            keep,
            drop,
        )
    ]
    moved["fundidos"] = await _ids(
        conn,
        "update whatsapp.contatos set fundido_em = $1 where fundido_em = $2 or id = $2 returning id",
        keep,
        drop,
    )
    moved["pacientes"] = await _ids(
        conn,
        "insert into whatsapp.contato_pacientes (clinica_id, contato_id, paciente_id, relacao)"
        " select clinica_id, $1, paciente_id, relacao from whatsapp.contato_pacientes where contato_id = $2"
        " on conflict do nothing returning paciente_id as id",
        keep,
        drop,
    )
    moved["leads"] = await _ids(
        conn,
        "update crm.leads l set contato_id = $1 where l.contato_id = $2 and not exists ("
        " select from crm.leads k where k.contato_id = $1 and k.status in ('novo', 'qualificado')) returning l.id",
        keep,
        drop,
    )
    moved["conversas"] = await _ids(
        conn,
        "update whatsapp.conversas c set contato_id = $1 where c.contato_id = $2 and not exists ("
        " select from whatsapp.conversas k where k.contato_id = $1 and k.instancia_id = c.instancia_id) returning c.id",
        keep,
        drop,
    )
    moved["reunidas"] = await _join_conversas(conn, keep, drop, now=now)
    await conn.execute(
        "update whatsapp.contatos k set nome = coalesce(k.nome, d.nome), saida_em = case"
        " when coalesce(array_position($3::text[], d.saida), 0) > coalesce(array_position($3::text[], k.saida), 0)"
        " then d.saida_em else k.saida_em end, saida = case"
        " when coalesce(array_position($3::text[], d.saida), 0) > coalesce(array_position($3::text[], k.saida), 0)"
        " then d.saida else k.saida end from whatsapp.contatos d where k.id = $1 and d.id = $2",
        keep,
        drop,
        _SAIDA_RANK,
    )
    moved["consentimentos"] = await _join_consentimentos(conn, keep, drop, now=now)
    atividade = await conn.fetchval(
        "insert into crm.atividades (clinica_id, contato_id, tipo, texto, ocorrida_em) values ($1, $2, $3, $4, $5) returning id",
        clinica_id,
        keep,
        ATIVIDADE,
        orjson.dumps(moved, default=str).decode(),
        now,
    )
    joined = [{name: str(id) for name, id in pair.items()} for pair in moved["reunidas"]]
    await emit(
        conn, clinica_id=clinica_id, nome=FUNDIDO, refs={"contato": drop},
        dados={"em": str(keep), "conversas": joined, "atividade": str(atividade)}, now=now,
    )  # fmt: skip


async def undo_merge(conn: Connection, atividade_id: UUID, *, now: datetime) -> None:
    """Make two people again of what one merge made one; raises NotFound when there was no such merge.

    An opt-out or a refusal that was taken over stays with both, and so does an opt-out that was said since: who may have asked for
    silence keeps it. What was said and why goes back, and the runs, questions and bookings that had followed hear of it (`SEPARADO`);
    what began since stays with the one who went on talking.
    """
    row = await conn.fetchrow(
        "delete from crm.atividades where id = $1 and tipo = $2 returning clinica_id, texto, ocorrida_em",
        atividade_id,
        ATIVIDADE,
    )
    if row is None:
        raise NotFound(f"there is no merge {atividade_id}")
    moved = orjson.loads(row["texto"])
    keep, drop = UUID(moved["de"]), UUID(moved["contato"])
    await conn.execute(
        "update whatsapp.identidades i set contato_id = $1 from unnest($3::text[], $4::text[]) as v (tipo, valor)"
        " where i.contato_id = $2 and i.tipo = v.tipo and i.valor = v.valor",
        drop,
        keep,
        [tipo for tipo, _ in moved["identidades"]],
        [valor for _, valor in moved["identidades"]],
    )
    await conn.execute(
        "update whatsapp.contatos set fundido_em = case when id = $1 then null else $1 end where id = any($2::uuid[])",
        drop,
        moved["fundidos"],
    )
    await conn.execute(
        "update whatsapp.contatos d set saida = k.saida, saida_em = k.saida_em from whatsapp.contatos k"
        " where d.id = $1 and k.id = $2 and k.saida_em >= $4"
        " and array_position($3::text[], k.saida) > coalesce(array_position($3::text[], d.saida), 0)",
        drop,
        keep,
        _SAIDA_RANK,
        row["ocorrida_em"],
    )
    await conn.execute(
        "update lgpd.consentimentos set contato_id = $1 where id = any($2::uuid[])",
        drop,
        moved.get("consentimentos", []),
    )
    await conn.execute(
        "delete from whatsapp.contato_pacientes where contato_id = $1 and paciente_id = any($2::uuid[])",
        keep,
        moved["pacientes"],
    )
    await conn.execute(
        "update crm.leads set contato_id = $1 where id = any($2::uuid[])", drop, moved["leads"]
    )
    await conn.execute(
        "update whatsapp.conversas set contato_id = $1 where id = any($2::uuid[])", drop, moved["conversas"]
    )
    for old in moved["reunidas"]:
        await conn.execute(
            "update whatsapp.mensagens set conversa_id = $1, dados = dados - 'conversa_de'"
            " where clinica_id = (select clinica_id from whatsapp.conversas where id = $1)"
            " and conversa_id = $3 and dados ->> 'conversa_de' = $2",
            UUID(old["de"]),
            old["de"],
            UUID(old["para"]),
        )
        await conn.execute(
            "update whatsapp.turnos t set conversa_id = $1 where t.conversa_id = $2 and exists ("
            " select from whatsapp.mensagens m where m.turno_id = t.id and m.conversa_id = $1)",
            UUID(old["de"]),
            UUID(old["para"]),
        )
        await conn.execute("update whatsapp.conversas set situacao = 'aberta' where id = $1", UUID(old["de"]))
    await emit(
        conn, clinica_id=row["clinica_id"], nome=SEPARADO, refs={"contato": drop},
        dados={
            "de": str(keep), "conversas": moved["reunidas"], "devolvidas": moved["conversas"],
            "seguiram": moved.get("seguiram", {}),
        }, now=now,
    )  # fmt: skip


async def _join_conversas(
    conn: Connection, keep: UUID, drop: UUID, *, now: datetime
) -> list[dict[str, UUID]]:
    """Move what is left in the conversas of `drop` into those of `keep`; returns the pairs {de, para}."""
    pairs = await conn.fetch(
        "select d.id as de, k.id as para from whatsapp.conversas d"
        " join whatsapp.conversas k on k.contato_id = $1 and k.instancia_id = d.instancia_id"
        " where d.contato_id = $2 order by d.id for update",
        keep,
        drop,
    )
    for pair in pairs:
        await conn.execute(
            "update whatsapp.mensagens set conversa_id = $2,"
            " dados = jsonb_build_object('conversa_de', $1::uuid) || dados where conversa_id = $1",
            pair["de"],
            pair["para"],
        )
        await conn.execute(
            "update whatsapp.turnos set conversa_id = $2 where conversa_id = $1", pair["de"], pair["para"]
        )
        await conn.execute(
            "update whatsapp.transferencias set conversa_id = $2 where conversa_id = $1 and devolvida_em is null"
            " and not exists (select from whatsapp.transferencias where conversa_id = $2 and devolvida_em is null)",
            pair["de"],
            pair["para"],
        )
        await conn.execute(  # the hand-off that is open there already is of the same person
            "update whatsapp.transferencias set devolvida_em = $2, desfecho = $3"
            " where conversa_id = $1 and devolvida_em is null",
            pair["de"],
            now,
            ATIVIDADE,
        )
        await conn.execute(
            """
            update whatsapp.conversas k set
              dono = d.dono, usuario_id = d.usuario_id, dono_motivo = d.dono_motivo, dono_ate = d.dono_ate
            from whatsapp.conversas d where k.id = $2 and d.id = $1 and k.dono = 'anna' and d.dono = 'pessoa'
            """,
            pair["de"],
            pair["para"],
        )
        await conn.execute(
            """
            update whatsapp.conversas k set
              responder_em = least(k.responder_em, d.responder_em), janela_ate = greatest(k.janela_ate, d.janela_ate),
              aguarda_desde = least(k.aguarda_desde, d.aguarda_desde), avisada_em = least(k.avisada_em, d.avisada_em)
            from whatsapp.conversas d where k.id = $2 and d.id = $1
            """,
            pair["de"],
            pair["para"],
        )
        await conn.execute(
            "update whatsapp.conversas set situacao = 'encerrada', responder_em = null, aguarda_desde = null,"
            " dono = 'anna', usuario_id = null, dono_motivo = null, dono_ate = null where id = $1",
            pair["de"],
        )
    return [dict(pair) for pair in pairs]


async def _join_consentimentos(conn: Connection, keep: UUID, drop: UUID, *, now: datetime) -> list[UUID]:
    """Let every consent of `drop` be one of `keep`; returns which. A refusal of either stands, on record with the row it is from."""
    await conn.execute(
        "with vale as (select distinct on (contato_id, finalidade) * from lgpd.consentimentos where contato_id in ($1, $2)"
        "   order by contato_id, finalidade, registrado_em desc, id desc)"
        " insert into lgpd.consentimentos (clinica_id, contato_id, finalidade, status, evidencia, registrado_em)"
        " select r.clinica_id, $1, r.finalidade, r.status, jsonb_build_object('fusao', r.id), $3 from vale r"
        " join vale d on d.finalidade = r.finalidade and d.contato_id <> r.contato_id"
        " where r.status <> 'dado' and d.status = 'dado'",
        keep,
        drop,
        now,
    )
    return await _ids(
        conn, "update lgpd.consentimentos set contato_id = $1 where contato_id = $2 returning id", keep, drop
    )


async def _ids(conn: Connection, query: str, *args: Any) -> list[UUID]:
    return [row["id"] for row in await conn.fetch(query, *args)]
