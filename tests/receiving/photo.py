"""What the database holds after a body: everything a webhook can change, small enough to be written beside the body."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.receiving.conftest import Receiving

MARIA = frozenset({"phone 551188887777"})


@dataclass(frozen=True)
class Said:
    """One row of the ledger. `written` is only compared where a body gives one that matters; `file` is its mime."""

    texto: str | None = None
    tipo: str = "texto"
    dados: dict[str, Any] = field(default_factory=dict)
    cita: str | None = None
    autor: str = "paciente"
    motivo: str | None = None
    status: str = "recebida"
    file: str | None = None


@dataclass(frozen=True)
class Photo:
    """The whole; what is left out must be empty. `due` says that Anna will answer, `owner` who may."""

    said: tuple[Said, ...] = ()
    people: frozenset[str] = frozenset()
    nome: str | None = None
    due: bool = False
    owner: str | None = None
    raw: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    orphans: tuple[tuple[str, str], ...] = ()
    state: str = "desconhecido"


def patient(*said: Said, **more: Any) -> Photo:
    """Maria wrote this, is known by her number, and waits for Anna's answer."""
    return Photo(**{"said": said, "people": MARIA, "nome": "Maria", "due": True, "owner": "anna", **more})


async def take(receiving: Receiving, instance: str = "clinica-wa") -> Photo:
    """The database now."""
    db = receiving.db
    files = {row["mensagem_id"]: row["mime"] for row in await receiving.rows("whatsapp.midias")}
    conversas = await receiving.rows("whatsapp.conversas")
    nomes = await db.fetch("select nome from whatsapp.contatos where fundido_em is null")
    return Photo(
        said=tuple(
            Said(
                row["texto"], row["tipo"], _plain(row["dados"]), row["cita"], row["autor"], row["motivo"],
                row["status"], files.get(row["id"]),
            )
            for row in await receiving.messages()
        ),
        people=frozenset(
            f"{row['tipo']} {row['valor']}" for row in await receiving.rows("whatsapp.identidades")
        ),
        nome=nomes[0]["nome"] if len(nomes) == 1 else " + ".join(sorted(str(row["nome"]) for row in nomes)) or None,
        due=any(row["responder_em"] for row in conversas),
        owner=" + ".join(sorted(row["dono"] for row in conversas)) or None,
        raw=tuple(row["motivo"] for row in await receiving.rows("whatsapp.eventos_brutos", "id")),
        ignored=tuple(sorted(receiving.inbox.ignored.elements())),
        orphans=tuple(
            (row["provedor_id"], row["status"])
            for row in await receiving.rows("whatsapp.status_orfaos", "provedor_id")
        ),
        state=await db.fetchval("select estado from whatsapp.instancias where nome = $1", instance),
    )  # fmt: skip


async def written(receiving: Receiving) -> datetime | None:
    """When the only message says it was written."""
    found: datetime | None = (await receiving.one("whatsapp.mensagens"))["provedor_em"]
    return found


def _plain(dados: dict[str, Any]) -> dict[str, Any]:
    """`dados` with the old texts of an edit or a deletion, without their hours."""
    plain = dict(dados)
    if "editada" in plain:
        plain["editada"] = [edit["texto"] for edit in plain["editada"]]
    if "apagada" in plain:
        plain["apagada"] = plain["apagada"]["texto"]
    return plain
