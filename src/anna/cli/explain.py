"""`anna explain`: why a message was, or was not, sent or answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import click

from anna.cli.common import Desk, clock, cut, for_client, needle, only, short
from anna.db.connect import Connection
from anna.errors import InvalidInput
from anna.flows import run_queries
from anna.llm import queries as llm_queries
from anna.llm.queries import Interacao
from anna.whatsapp import desk_queries as queries
from anna.whatsapp.desk_queries import Mensagem, Turno


@click.command()
@for_client
@click.argument("message_id")
async def explain(desk: Desk, message_id: str) -> None:
    """Say why a message was, or was not, sent or answered: its gates, its run and step, and the turn behind it.

    MESSAGE_ID is Anna's (whole, or its first or last characters) or the provider's.

    \b
    anna explain 3fa2c81d
    anna explain 3EB0C767D097B7C7C030
    """
    async with desk.client.database.transaction() as conn:
        found = await queries.find_mensagens(conn, _needle(message_id), message_id)
        said = only(found, message_id, "message")
        click.echo("\n".join([*_message(said), *await _run(conn, said)]))
        turno = await queries.find_turno(conn, said.turno_id) if said.turno_id else None
        asked = await llm_queries.list_of_turno(conn, turno.id) if turno else []
    click.echo("\n".join(turn_lines(turno, asked)) if turno else "no turn: " + _without_turn(said))


def _needle(message_id: str) -> str:
    """What may be the part of an id; a provider's id need not be one."""
    try:
        return needle(message_id)
    except InvalidInput:
        return ""


def _message(said: Mensagem) -> Iterator[str]:
    who = "from the patient" if said.direcao == "entrada" else f"by {said.autor}, as {said.especie}"
    yield f"{said.tipo} {who} by {said.canal}, {clock(said.criada_em, said.fuso)}  ({said.id})"
    if said.texto:
        yield f"  “{cut(said.texto, 160)}”"
    elif said.transcricao:
        yield f"  written out: “{cut(said.transcricao, 160)}”"
    else:
        yield "  no words" + (f", not written out: {said.sem_palavras}" if said.sem_palavras else "")
    why = f", because: {said.motivo}" if said.motivo else ""
    if said.direcao == "entrada":
        yield f"outcome: {said.desfecho or 'none yet'}{why}"
        return
    yield f"status: {said.status} since {clock(said.status_em, said.fuso)}{why}"
    yield f"  tried {said.tentativas} times, provider's id {said.provedor_id or 'none'}"
    for word, at in (("before", said.nao_antes), ("after", said.nao_depois)):
        if at:
            yield f"  not {word} {clock(at, said.fuso)}"
    yield "gates:" if said.portoes else "gates: it has not been at the door"
    for verdict in said.portoes or ():
        yield f"  {verdict['gate']}: {verdict['outcome']}" + (
            f" ({verdict['why']})" if "why" in verdict else ""
        )


async def _run(conn: Connection, said: Mensagem) -> list[str]:
    if said.execucao_id is None:
        return []
    found = await run_queries.find_runs(conn, said.execucao_id.hex)
    template = f", template {said.modelo}" if said.modelo else ""
    return [
        f"run: {run.fluxo} v{run.versao} {short(run.id)} ({run.estado}), step {said.passo}, visit {said.visita}{template}"
        for run in found
    ]


def _without_turn(said: Mensagem) -> str:
    if said.direcao == "entrada":
        return "nobody has taken it yet" if said.desfecho is None else "it needed none"
    return "a person wrote it" if said.autor == "pessoa" else "time or an event brought it about"


def turn_lines(turno: Turno, asked: Sequence[Interacao] = ()) -> Iterator[str]:
    """What was understood of a turn's words, by which rules and models, where it went, and what was considered and discarded."""
    yield f"turn: {turno.resultado}, understood by {turno.entendeu}  “{cut(turno.texto, 120)}”"
    meant = {name: value for name, value in turno.leitura.items() if _tells(value)}
    yield f"  understood: {_shown(meant) or 'nothing'}"
    context = {name: value for name, value in turno.contexto.items() if _tells(value)}
    if context:
        yield f"  in view of: {_shown(context)}"
    if turno.sentimento:
        yield f"  sounds: {turno.sentimento}"
    for question in asked:
        yield f"  asked {question.provedor} ({question.finalidade}): {_told(question)}"
    if turno.rascunho:
        yield from _draft(turno.rascunho)
    for rule in turno.regras:
        yield f"  rule {rule['rule']}: {rule['saw']!r} -> {rule['meant']}"
    yield from _route(turno.rota)


_DRAFTED = {
    "escrito": "a model wrote the answer",
    "recusado": "a model wrote answers that no row bears out: a template spoke",
    "nao_sabe": "the model found no answer in the rows: a template spoke",
    "sem_modelo": "no model wrote an answer: a template spoke",
}


def _draft(rascunho: Mapping[str, Any]) -> Iterator[str]:
    """Who wrote the answer, from which rows, and what was refused before."""
    by = f", {rascunho['provedor']}" if rascunho["provedor"] else ""
    yield f"  draft: {_DRAFTED[rascunho['desfecho']]}{by}, wording {rascunho['versao']}"
    yield f"    was shown {_rows(rascunho['linhas'].values())}"
    if rascunho["usou"]:
        yield f"    says it used {_rows(rascunho['usou'])}"
    for refused in rascunho["recusados"]:
        yield f"    refused: “{cut(refused['texto'], 160)}”"
        for claim in refused["por"]:
            yield f"      no row says ({claim['tipo']}): {cut(claim['trecho'], 80)}"
    for why in rascunho["sem_resposta"]:
        yield f"    did not answer: {why}"


def _rows(rows: Iterable[Sequence[str]]) -> str:
    return ", ".join(f"{tabela} {short(UUID(id))}" for tabela, id in rows)


def _told(asked: Interacao) -> str:
    """How a question to a model ended, and what it took."""
    why = f" ({asked.motivo})" if asked.motivo else ""
    took = "" if asked.latencia_ms is None else f" in {asked.latencia_ms / 1000:.1f} s"
    return (
        f"{asked.resultado}{why}{took}, {asked.modelo}, wording {asked.prompt_versao},"
        f" {asked.tokens_entrada} + {asked.tokens_saida} tokens, US$ {asked.custo_usd}"
    )


def _route(rota: Mapping[str, Any]) -> Iterator[str]:
    flow = f" -> {rota['fluxo']}" if rota.get("fluxo") else ""
    why = f" ({rota['motivo']})" if rota.get("motivo") else ""
    yield f"  went by: {rota.get('regra')}{flow}{why}"
    bound = rota.get("ligada")
    if bound:
        kept = {
            name: bound[name] for name in ("respostas", "parcial", "escolha", "disse") if _tells(bound[name])
        }
        yield f"  answers the question {bound['slot'] or bound['passo']}: {_shown(kept)}"
    if rota.get("aparte"):
        yield f"  answered by the way: {rota['aparte']}"
    if rota.get("devolvida"):
        yield f"  a person had given it back: {rota['devolvida'].get('desfecho')}"
    for discarded in rota.get("descartou") or ():
        yield f"  discarded: {discarded}"


def _tells(value: Any) -> bool:
    return value not in (None, False, "", [], {}) and value != "none"


def _shown(values: Mapping[str, Any]) -> str:
    return ", ".join(
        f"{name} {json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value}"
        for name, value in values.items()
    )
