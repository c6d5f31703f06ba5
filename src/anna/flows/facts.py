"""What a run knows: as facts for conditions and times, and as words for templates.

Both come from the same rows, read when the run moves. A template gets a fact only if its row says so; a fact that is None is
absent, and every sentence that names it cannot be said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from unicodedata import category, normalize
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.clinica.service import load_calendar
from anna.conversation.manners import greeting
from anna.conversation.understanding.dates.continuing import rules_out
from anna.conversation.understanding.facts.plausible import plausible_name
from anna.db.connect import Connection
from anna.financeiro.models import StatusFatura
from anna.flows import fact_queries
from anna.flows.fact_queries import (
    ConsultaFacts,
    EsperaFacts,
    FaturaFacts,
    InstanciaFacts,
    PedidoFacts,
    Surroundings,
)
from anna.kit.dates import describe_day, describe_daypart, describe_start, describe_time
from anna.kit.money import brl
from anna.kit.phone import pretty
from anna.kit.text import fold
from anna.whatsapp.reasons import URGENT
from anna.when import Edge, TimeKind, When

FACTS: Mapping[str, frozenset[str]] = {
    "clinica": frozenset({"id", "nome"}),
    "conversa": frozenset({"id", "dono", "pergunta", "despedida"}),
    "contato": frozenset({"id", "saida", "sem_lembretes", "espera"}),
    "paciente": frozenset({"id", "conhecido", "marcado", "marcado_agora", "desmarcou"}),
    "lead": frozenset({"id", "status", "score", "dias_ate"}),
    "consulta": frozenset({"id", "inicio", "fim", "revisao", "status", "sinal"}),
    "fatura": frozenset({"id", "status", "vence_em", "substitui"}),
    "parent": frozenset({"id"}),
    "execucao": frozenset({"id"}),
    "instancia": frozenset({"id", "nome"}),
    "espera": frozenset({"id", "status", "vale_ate"}),
    "pedido": frozenset({"id", "status", "prazo_em"}),
    "transferencia": frozenset({"id", "motivo", "assumida", "amparada", "cobrar_em"}),
}
"""The facts every run has (None where there is no such row), for the checker's vocabulary."""

INSTANTS = frozenset(
    {
        "consulta.inicio", "consulta.fim", "fatura.vence_em", "espera.vale_ate", "pedido.prazo_em", "transferencia.cobrar_em",
        "trigger.at",
    }
)  # fmt: skip
"""Those of the facts that are instants: what times may be counted from."""

PATIENCE = timedelta(minutes=30)
"""So long somebody waits for a person before she hears that nobody has come: while the clinic is open, in danger by the clock."""

SAID_FOR = timedelta(days=1)
"""How long what Anna said counts as said in this conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A hand-off, and when it is time to say that nobody has come."""

    id: UUID
    motivo: str
    assumida: bool
    amparada: bool  # she was safe by the last that was said of it
    cobrar_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything read for one move of a run."""

    around: Surroundings
    consulta: ConsultaFacts | None
    fatura: FaturaFacts | None
    parent_id: UUID | None
    execucao_id: UUID | None  # the run that the news which began this one is about
    instancia: InstanciaFacts | None
    espera: EsperaFacts | None
    pedido: PedidoFacts | None
    transferencia: Waiting | None
    wish: When | None
    now: datetime

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.around.fuso)

    def facts(self) -> dict[str, object]:
        """For conditions, times and keys."""
        a = self.around
        return {
            "clinica": {"id": a.clinica_id, "nome": a.clinica_nome},
            "conversa": a.conversa_id
            and {"id": a.conversa_id, "dono": a.dono, "pergunta": a.pergunta, "despedida": a.despedida},
            "contato": a.contato_id
            and {
                "id": a.contato_id,
                "saida": a.saida,
                "sem_lembretes": a.sem_lembretes,
                "espera": a.esperas > 0,
            },
            "paciente": {
                "id": a.paciente_id,
                "conhecido": a.paciente_visitas > 0,
                "marcado": a.marcadas > 0,
                "marcado_agora": a.marcadas_agora > 0,
                "desmarcou": a.desmarcadas > 0,
            },
            "lead": {
                "id": a.lead_id,
                "status": a.lead_status,
                "score": a.lead_score,
                "dias_ate": self._days_ahead(),
            },
            "consulta": self.consulta and _picked(self.consulta, "consulta"),
            "fatura": self.fatura and _picked(self.fatura, "fatura"),
            "parent": self.parent_id and {"id": self.parent_id},
            "execucao": self.execucao_id and {"id": self.execucao_id},
            "instancia": self.instancia and _picked(self.instancia, "instancia"),
            "espera": self.espera and _picked(self.espera, "espera"),
            "pedido": self.pedido and _picked(self.pedido, "pedido"),
            "transferencia": self.transferencia and _picked(self.transferencia, "transferencia"),
        }

    def words(self, *, said: str | None = None) -> dict[str, str | None]:
        """For templates; `said` is what the patient has just written."""
        a = self.around
        out: dict[str, str | None] = {
            "cumprimento": greeting(self.now.astimezone(self.zone), said=said),
            "nome": first_name(a.pessoa_nome or plausible_name(a.contato_nome)),
            "clinica": a.clinica_nome,
            "endereco": a.endereco,
            "referencia": a.referencia,
            "telefone_clinica": a.clinica_telefone and pretty(a.clinica_telefone),
            "telefone_proprio": a.telefone and pretty(a.telefone),
            "paciente": first_name(a.paciente_nome) if a.paciente_outro else None,
        }
        if self.consulta:
            out |= {
                "procedimentos": joined([in_sentence(nome) for nome in self.consulta.servicos]),
                "profissional": with_article(self.consulta.profissional),
                "inicio": describe_start(self.consulta.inicio.astimezone(self.zone)),
                "preparo": self.consulta.preparo,
                "sinal": brl(self.consulta.sinal) if self.consulta.sinal else None,
                "preco_da_consulta": brl(self.consulta.valor) if self.consulta.valor else None,
                "preco_sem_resposta": brl(self.consulta.valor)
                if self.consulta.valor and a.desconto_pedido
                else None,
            }
        if self.fatura:
            paid = self.fatura.status == StatusFatura.PAGA
            valor = brl(self.fatura.valor)
            prazo = self._moment(self.fatura.vence_em)  # the hold lives a little longer, for money on its way
            out |= {
                "link": self.fatura.link,
                "sinal": valor,
                "sinal_pago": valor if paid else None,
                "prazo": prazo,
            }
        if self.consulta and self.fatura and self.consulta.valor > self.fatura.valor:
            out["resto"] = brl(self.consulta.valor - self.fatura.valor)
        if self.espera:
            until = self.espera.vale_ate.astimezone(self.zone) - timedelta(minutes=1)
            waited = joined([in_sentence(nome) for nome in self.espera.servicos])
            out |= {"procedimentos": waited, "espera_ate": describe_day(until.date())}
        if self.pedido:
            out["pedido_ate"] = describe_day(self.pedido.prazo_em.astimezone(self.zone).date())
        return out

    def _days_ahead(self) -> int | None:
        """Days from today to the wished day, in the clinic's calendar."""
        if self.wish is None:
            return None
        day = self.wish.date_start or (self.wish.dates[0] if self.wish.dates else None)
        return (day - self.now.astimezone(self.zone).date()).days if day else None

    def _moment(self, at: datetime) -> str:
        return describe_start(at.astimezone(self.zone))


async def read_known(
    conn: Connection,
    clinica_id: UUID,
    refs: Mapping[str, UUID],
    *,
    now: datetime,
    parent_id: UUID | None = None,
    slots: Mapping[str, Any] | None = None,
) -> Known:
    """Read what a run with these refs and slots knows now."""
    wish = (slots or {}).get("quando")
    return Known(
        around=await fact_queries.find_surroundings(conn, clinica_id, refs, now=now),
        consulta=await fact_queries.find_consulta_facts(conn, refs["consulta"])
        if "consulta" in refs
        else None,
        fatura=await fact_queries.find_fatura_facts(conn, refs["fatura"]) if "fatura" in refs else None,
        parent_id=parent_id,
        execucao_id=refs.get("execucao"),
        instancia=await fact_queries.find_instancia_facts(conn, refs["instancia"])
        if "instancia" in refs
        else None,
        espera=await fact_queries.find_espera_facts(conn, refs["espera"]) if "espera" in refs else None,
        pedido=await fact_queries.find_pedido_facts(conn, refs["pedido"]) if "pedido" in refs else None,
        transferencia=await _read_waiting(conn, clinica_id, refs["transferencia"])
        if "transferencia" in refs
        else None,
        wish=When.from_json(wish) if wish else None,
        now=now,
    )


async def _read_waiting(conn: Connection, clinica_id: UUID, transferencia_id: UUID) -> Waiting | None:
    handed = await fact_queries.find_transferencia_facts(conn, transferencia_id)
    if handed is None:
        return None
    calendar = await load_calendar(conn, clinica_id)
    urgent = handed.motivo in URGENT
    return Waiting(
        id=handed.id,
        motivo=handed.motivo,
        assumida=handed.assumida_em is not None,
        amparada=handed.amparada,
        cobrar_em=handed.aberta_em + PATIENCE if urgent else calendar.after_open(handed.aberta_em, PATIENCE),
    )


def wish_words(when: When) -> dict[str, str | None]:
    """The day and the hour of a wish, as far as it names them."""
    if when.each:  # "quinta às 9h, ou sexta às 15h"
        said = [", ".join(filter(None, (describe_day(h.day), _hour(when.on(h.day))))) for h in when.each]
        return {"dia": joined(said, last=", ou "), "hora": None}
    day = when.date_start or (when.dates[0] if when.dates else None)
    return {"dia": _days(when, day) if day else None, "hora": _hour(when)}


def _hour(when: When) -> str | None:
    """As it is said after a day or a verb: "às 15h", "à tarde", "a partir das 18h", "entre 14h e 16h"."""
    first = describe_time(when.time_start) if when.time_start else None
    last = describe_time(when.time_end) if when.time_end else None
    if when.edge:
        hour = _hour(replace(when, edge=None))
        closed = hour and when.time_kind in (TimeKind.AT, TimeKind.AROUND)
        return (
            f"{_EDGES[when.edge]} ({hour} não atendemos)"
            if closed
            else " ".join(filter(None, (_EDGES[when.edge], hour)))
        )
    match when.time_kind:
        case TimeKind.DAYPART if when.daypart and when.narrows_its_part() and first and last:
            return f"{describe_daypart(when.daypart)}, entre {first} e {last}"
        case TimeKind.DAYPART if when.daypart:
            return describe_daypart(when.daypart)
        case TimeKind.AFTER if first:
            return f"a partir das {first}"
        case TimeKind.BEFORE if last:
            return f"para terminar até as {last}" if when.done else f"até as {last}"
        case TimeKind.BETWEEN if first and last:
            return f"entre {first} e {last}"
        case TimeKind.AROUND if first:
            return f"por volta das {first}"
        case None:
            return None
        case _:
            return f"às {first}" if first else None


_EDGES = {Edge.FIRST: "no primeiro horário livre", Edge.LAST: "no último horário livre"}


def _days(when: When, first: date) -> str:
    last = when.date_end or (when.dates[-1] if when.dates else first)
    text = describe_day(first)
    if when.date_start and not when.date_end and not when.dates:
        text = f"a partir de {text}"
    elif when.dates and len(when.dates) > 1:
        text = joined([describe_day(day) for day in when.dates], last=", ou ") or text
    elif last != first and (days := _not_ruled_out(when, first, last)):
        text = (
            f"de {describe_day(days[0])}, a {describe_day(days[-1])}"
            if len(days) > 1
            else describe_day(days[0])
        )
    return text


def _not_ruled_out(when: When, first: date, last: date) -> list[date]:
    """The days between them that she did not rule out: of "semana que vem, menos segunda" the first is Tuesday."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if not rules_out(when.exclude, day)]


def joined(names: Sequence[str], *, last: str = " e ") -> str | None:
    """`a, b e c`."""
    if not names:
        return None
    return last.join(filter(None, [", ".join(names[:-1]), names[-1]]))


def with_article(profissional: str) -> str:
    """Somebody as she is spoken of: `a Dra. Helena Bittencourt`, `o Dr. Otávio Prado`; who has no title needs no article."""
    title = profissional.partition(" ")[0]
    article = {"Dra.": "a ", "Sra.": "a ", "Profa.": "a ", "Dr.": "o ", "Sr.": "o ", "Prof.": "o "}.get(
        title, ""
    )
    return f"{article}{profissional}"


_BRANDS = frozenset({
    "belotero", "botox", "bellafill", "coolsculpting", "dysport", "elleva", "emsculpt", "evolence", "fotona", "fraxel",
    "hydrafacial", "juvederm", "juvéderm", "liftera", "morpheus", "profhilo", "radiesse", "rennova", "restylane", "sculptra",
    "thermage", "ultherapy", "ultraformer", "velashape", "xeomin",
})  # fmt: skip
"""What procedures are called after; the other names are common nouns."""


def in_sentence(procedimento: str) -> str:
    """A procedure's name as it stands within a sentence: `limpeza de pele`, `avaliação`; `Botox` and `LED facial` stay as they are."""
    first, _, rest = procedimento.partition(" ")
    named = first.lower() in _BRANDS or not first.istitle() or rest != rest.lower()
    return procedimento if named else " ".join(filter(None, [first.lower(), rest]))


NAME_WORDS = 7
"""A name of more words is a sentence."""

_NO_NAMES = frozenset({
    "ignore", "ignora", "ignorar", "esqueca", "forget", "you", "system", "sistema", "prompt", "admin",
    "root", "null", "none", "undefined", "teste", "test", "bot", "robo", "desconto", "gratis", "gratuito",
    "promo", "promocao", "oferta", "cupom", "preco", "valor", "reais", "pix", "pague", "pago", "cancelado",
    "confirmado", "confirmada", "urgente", "atencao", "aviso", "whatsapp", "cliente", "paciente", "usuario",
    "user", "clinica", "empresa", "loja", "vendas", "contato", "botox", "segunda", "terca", "quarta",
    "quinta", "sexta", "sabado", "domingo", "domingos", "hoje", "amanha", "oi", "ola", "bom", "boa", "repita", "diga",
    "dr", "dra", "sr", "sra", "dona", "seu", "doutor", "doutora", "prof", "profa", "tia", "tio", "vovo", "vo", "mae", "pai",
})  # fmt: skip
"""What people and attackers put where WhatsApp asks for a name, folded; and a name that reads as a day in a sentence about days."""


def first_name(name: str | None) -> str | None:
    """The first name, capitalised, if what WhatsApp calls a name looks like one at all; marks around it are left out.

    Anybody may write anything there, and Anna would say it: so no sentence, no number, no sign of money, no address.
    """
    bare = "".join(
        c if c.isalpha() or c in " '’-." else " " if c.isspace() or category(c) in _ORNAMENTS else "0"
        for c in normalize("NFC", name or "")
    )
    words = bare.split()
    if not words or "0" in bare or len(words) > NAME_WORDS:
        return None
    word = words[0].strip(".'’-")
    plausible = 1 < len(word) <= 20 and word.replace("-", "").isalpha() and fold(word) not in _NO_NAMES
    return word.title() if plausible else None


_ORNAMENTS = frozenset({"So", "Sk", "Cf", "Mn", "Cs"})
"""Unicode categories of what decorates a name: hearts, flowers, their joiners and variants."""


def _picked(value: Any, name: str) -> dict[str, object]:
    everything = asdict(value)
    return {key: everything[key] for key in FACTS[name]}
