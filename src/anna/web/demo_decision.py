"""Why Anna said what she said last: the newest turno and the rows it left, as the demo page explains them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from anna.llm.queries import Interacao
from anna.web.demo_queries import Happening, Mensagem
from anna.web.demo_view import ARRIVED, Rows, filled
from anna.whatsapp.desk_queries import Turno
from anna.when import When

NO_VALUE = frozenset({"neither day nor hour", "no opt-out"})
"""What a rule of the offline reader says of words that it keeps from being read as something else."""

REFUSED, PASSED_OVER = "model.refused.", "model.passed_over"
"""Rules of the trace that tell of models, as the referee and `Thinking` name them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a message became: the value of a slot, or the option that was chosen and its number."""

    slot: str
    text: str | None = None
    when: When | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that was done: `name` is an event, or `said` with the template and what became of the message."""

    name: str
    at: datetime
    modelo: str | None = None
    status: str | None = None
    motivo: str | None = None
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The newest turn, explained. `regra` is how routing came to its answer; `descartou` (step, reason) what it did not take."""

    at: datetime
    texto: str
    regra: str
    fluxo: str | None
    motivo: str | None
    meanings: tuple[Meaning, ...]
    intents: tuple[str, ...]
    hits: tuple[dict[str, str], ...]
    entendeu: str
    questions: tuple[Interacao, ...]  # to models, in the order they were asked
    took: tuple[dict[str, str], ...]  # what a model added to what the rules had read
    refused: tuple[dict[str, str], ...]  # what it said and the patient's words did not bear out
    without: tuple[dict[str, str], ...]  # models that were passed over, and why
    descartou: tuple[tuple[str, str], ...]
    passed_over: tuple[dict[str, str], ...]
    replaced: tuple[Meaning, ...]
    number_of_option: str | None  # the words of a number that was read as an option and not as an hour
    did: tuple[Deed, ...]
    later: tuple[Deed, ...]


def decide(rows: Rows) -> Decision | None:
    """The decision of the newest turno; None before the first."""
    if not rows.turnos:
        return None
    turno = rows.turnos[0]
    own = [m for m in rows.mensagens if m.turno_id == turno.id and m.direcao == "saida"]
    after = [
        m for m in rows.mensagens
        if m.direcao == "saida" and m.autor == "anna" and m.turno_id is None and m.criada_em >= turno.terminado_em
    ]  # fmt: skip
    news = [a for a in rows.happenings if a.at >= turno.iniciado_em]
    return Decision(
        at=turno.terminado_em.astimezone(rows.zone),
        texto=turno.texto,
        regra=str(turno.rota.get("regra", "none")),
        fluxo=turno.rota.get("fluxo"),
        motivo=turno.rota.get("motivo"),
        meanings=_meanings(rows, turno),
        intents=tuple(turno.leitura.get("intents") or ()),
        hits=_distinct(hit for hit in turno.regras if hit["meant"] not in NO_VALUE and not _of_model(hit)),
        entendeu=turno.entendeu,
        questions=tuple(rows.questions),
        took=_of_models(turno, lambda rule: not rule.startswith((REFUSED, PASSED_OVER))),
        refused=_of_models(turno, lambda rule: rule.startswith(REFUSED)),
        without=_of_models(turno, lambda rule: rule.startswith(PASSED_OVER)),
        descartou=tuple(_split(text) for text in turno.rota.get("descartou") or ()),
        passed_over=_distinct(hit for hit in turno.regras if hit["meant"] in NO_VALUE),
        replaced=tuple(_replaced(rows, turno)),
        number_of_option=_number_of_option(turno),
        did=_deeds(rows, own, [a for a in news if a.at <= turno.terminado_em]),
        later=_deeds(rows, after, [a for a in news if a.at > turno.terminado_em]),
    )


def _of_model(hit: dict[str, str]) -> bool:
    return hit["rule"].startswith("model.")


def _of_models(turno: Turno, wanted: Callable[[str], bool]) -> tuple[dict[str, str], ...]:
    return tuple(hit for hit in turno.regras if _of_model(hit) and wanted(hit["rule"]))


def _distinct(hits: Iterable[dict[str, str]]) -> tuple[dict[str, str], ...]:
    """Each rule once for the words it saw, whatever else it made of them."""
    return tuple({(hit["rule"], hit["saw"]): hit for hit in hits}.values())


def _meanings(rows: Rows, turno: Turno) -> tuple[Meaning, ...]:
    bound = turno.rota.get("ligada")
    if bound and bound.get("escolha"):
        return (_option(rows, turno, str(bound["escolha"]), bound["slot"] or bound["passo"]),)
    given: dict[str, Any] = dict(bound["respostas"]) if bound else _first(turno)
    return tuple(_meaning(rows, slot, value) for slot, value in given.items())


def _first(turno: Turno) -> dict[str, Any]:
    read = {"procedimentos": "procedure", "quando": "when", "telefone": "phone"}
    return {slot: turno.leitura[name] for slot, name in read.items() if slot in filled(turno)}


def _meaning(rows: Rows, slot: str, value: Any) -> Meaning:
    if isinstance(value, dict):
        return Meaning(slot=slot, when=When.from_json(value))
    if isinstance(value, list):
        names = [rows.servicos[v].nome if v in rows.servicos else str(v) for v in value]
        return Meaning(slot=slot, text=", ".join(names))
    return Meaning(slot=slot, text=str(value))


def _option(rows: Rows, turno: Turno, option_id: str, slot: str) -> Meaning:
    """The option as it was offered before this turn; its id is all that is known when the message is gone."""
    for message in reversed(rows.mensagens):
        if message.turno_id == turno.id:
            continue
        for number, option in enumerate(message.opcoes or (), start=1):
            if str(option["id"]) == option_id:
                return Meaning(slot=slot, text=str(option["rotulo"]), number=number)
    return Meaning(slot=slot, text=option_id)


def _replaced(rows: Rows, turno: Turno) -> Iterator[Meaning]:
    """What the same run had been told before and this turn says otherwise: a change of mind."""
    bound = turno.rota.get("ligada") or {}
    for slot, value in (bound.get("respostas") or {}).items():
        older = (_told(other, bound["execucao"], slot) for other in rows.turnos[1:])
        before = next((given for given in older if given is not None), None)
        if before is not None and _differs(before, value) and not bound.get("escolha"):
            yield _meaning(rows, slot, before)


def _told(turno: Turno, execucao: str, slot: str) -> Any:
    bound = turno.rota.get("ligada")
    if bound:
        return (bound.get("respostas") or {}).get(slot) if bound["execucao"] == execucao else None
    return _first(turno).get(slot)


def _differs(before: Any, value: Any) -> bool:
    if not (isinstance(before, dict) and isinstance(value, dict)):
        return bool(before != value)
    parts = ("date_start", "time_start", "daypart")
    return any(before.get(part) and value.get(part) and before[part] != value[part] for part in parts)


def _number_of_option(turno: Turno) -> str | None:
    bound = turno.rota.get("ligada") or {}
    if not bound.get("escolha") or turno.leitura.get("when"):
        return None
    bare = turno.texto.strip().rstrip(".!) ")
    seen = (hit["saw"] for hit in turno.regras if hit["rule"] == "answers.number")
    return next(seen, bare if bare.isdecimal() else None)


def _split(text: str) -> tuple[str, str]:
    step, _, reason = text.partition(": ")
    return step, reason


def _deeds(rows: Rows, said: Sequence[Mensagem], news: Sequence[Happening]) -> tuple[Deed, ...]:
    deeds = [Deed(name=a.nome, at=a.at.astimezone(rows.zone), data=_local(rows, a.dados)) for a in news]
    deeds += [
        Deed(
            name="said", at=m.criada_em.astimezone(rows.zone), modelo=m.modelo, motivo=m.motivo, data={},
            status="arrived" if m.status in ARRIVED else m.status,
        )
        for m in said
    ]  # fmt: skip
    return tuple(sorted(deeds, key=lambda deed: (deed.at, deed.name == "said")))


def _local(rows: Rows, dados: dict[str, Any]) -> dict[str, Any]:
    """The instants among the details, on the clinic's wall clock."""
    out = dict(dados)
    for name in ("inicio", "expira_em"):
        if isinstance(out.get(name), str):
            out[name] = datetime.fromisoformat(out[name]).astimezone(rows.zone)
    return out
