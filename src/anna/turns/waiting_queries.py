"""What a conversa knows of the person it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from anna.commands import Safety
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.text.line import Line
from anna.db.connect import Connection
from anna.whatsapp.reasons import ALARMS, Weight, weight_of

KEPT = {
    "emergency": "espera_emergencia",
    "self_harm": "espera_autolesao",
    "violence": "espera_violencia",
    "adverse_reaction": "espera_reacao",
}
"""What is said to further words of somebody in danger, by the reason of the hand-off."""

NOW, KEPT_NOW = "transferencia_autolesao_agora", {"self_harm": "espera_autolesao_agora"}
"""The same where it is done already, or about to be."""

MISTAKEN = "espera_engano"
"""Said to who says that nothing of what Anna feared is so."""

FREE = "espera_de_graca"
"""Said to who is sent to a hospital and has no money for it."""

UNHURRIED = "espera_com_calma"
"""Said to who wanted to die, is better, and wishes for a time: what she told stays with the team."""

UNSURE, KEPT_UNSURE = "transferencia_perigo", "espera_perigo"
"""Said of trouble of a kind that is not plain, and to further words about it."""

GONE, KEPT_GONE = "transferencia_desaparecido", "espera_desaparecido"
"""Said of somebody whom nobody finds, and to further words about it."""

REACTION_NOW = "transferencia_reacao_agora"
"""Said of a reaction that waits for nobody."""

HIDDEN = "transferencia_discreta"
"""Said to violence itself where somebody else reads: nothing of it is named."""

DISCREET, NO_ONE_ELSE, SECRET = "espera_discreta", "espera_sigilo", "espera_segredo"
DISCREET_OF_AGENDA = "espera_discreta_agenda"
ERASES, HE_COMES = "espera_apagar", "espera_ele_chegou"
"""Said to who wants what she wrote erased, since nothing can be from here, and to who writes that he is there, or on his way."""
"""Said beside violence: to a telephone that others read, to somebody else who writes, and to who asks that nobody be told."""

HELD, HELP_COMES = "espera_amparo", "espera_socorro_vem"
"""Said to who writes that she is safe, or not alone, or that help is on its way: warmly, briefly, and no number again."""

JOKED = "espera_brincadeira"
"""Said to who calls her despair a joke: no number again, and what she wishes is the person's to see to."""

TOLD_IN_DANGER = frozenset(
    {
        "transferencia_emergencia",
        GONE,
        UNSURE,
        "transferencia_autolesao",
        NOW,
        "transferencia_violencia",
        HIDDEN,
        "transferencia_reacao",
        REACTION_NOW,
    }
)
"""What was said to the danger itself."""

CONDOLENCE, MOURNS = "sinto_muito_luto", "espera_luto"
"""Said to who tells of a death, and to each further word of hers."""

WORDS, WISH, CALL = "espera_pessoa", "espera_pedido", "espera_gente"
"""The same to everybody else: to words, to a wish that would change the agenda, and to who asks where that person is."""

QUESTION, DISCOUNT = "espera_pergunta", "espera_desconto"
"""The same to a question that no row answers, and to one about a lower price."""

ELSEWHERE, KEPT_ELSEWHERE = "outro_numero", "espera_outro_numero"
"""The reason of who wants to be written to at another number, and what is said to her further words."""

DUE = "espera_prazo"
"""Said to who asks how long it takes, until when a person is to have answered."""

NUMBER = "espera_numero"
"""Said to a telephone number that is given to whoever comes."""

MATTER = "espera_reclamacao"
"""Said to what is complained of, or asked back, beside a danger that is over or denied."""

MINOR, RESPONSIBLE = "espera_menor", "espera_responsavel"
"""The same beside a minor: who is to arrange it, the latter to who is that already."""

_IN_DANGER = frozenset(ALARMS)
_DANGERS = frozenset({Safety.EMERGENCY, Safety.SELF_HARM, Safety.ADVERSE_REACTION})
_ACKNOWLEDGED = sorted(
    {
        *_IN_DANGER,
        DISCREET,
        DISCREET_OF_AGENDA,
        ERASES,
        HE_COMES,
        NO_ONE_ELSE,
        SECRET,
        HELD,
        HELP_COMES,
        JOKED,
        CONDOLENCE,
        WORDS,
        WISH,
        CALL,
        QUESTION,
        DISCOUNT,
        MINOR,
        RESPONSIBLE,
        KEPT_ELSEWHERE,
        MATTER,
    }
)

_NEWEST = "~"
"""Behind every id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """The hand-off that nobody has taken: why, and when Anna said last which of these templates since."""

    motivo: str
    frase: str | None
    id: UUID
    prazo_em: datetime
    said_at: Mapping[str, datetime]
    order: Mapping[str, str]
    """The same, by the ids of the messages: several may be of one moment. Where help is, said unasked because nobody came, is no danger anew."""

    def since_danger(self, template: str) -> bool:
        """Whether that was said after danger was spoken of last, to her or by her."""
        danger = max((at for name, at in self.order.items() if name in _IN_DANGER), default="")
        return self.order.get(template, "") > danger

    def is_guess(self) -> bool:
        """Whether she was only thought to be in trouble, since her words resembled it, and no rule names it in them (decision 0024)."""
        return self.motivo in KEPT and read_safety(Line.of(self.frase or ""))[0] not in _DANGERS

    def is_unsure(self) -> bool:
        """Whether that guess was of no plain kind."""
        return UNSURE in self.said_at and self.is_guess()

    def saying(self, template: str, *, now: datetime) -> Awaited:
        """As it is once that has been said, after everything else."""
        return replace(self, said_at={**self.said_at, template: now}, order={**self.order, template: _NEWEST})


async def is_served(conn: Connection, conversa_id: UUID) -> bool:
    """Whether a person is awaited for a reason that lets the patient go on meanwhile."""
    awaited = await find_awaited(conn, conversa_id)
    return awaited is not None and weight_of(awaited.motivo) is not Weight.GRAVE


async def is_in_danger(conn: Connection, conversa_id: UUID) -> bool:
    """Whether a person is awaited because of a danger that was told."""
    awaited = await find_awaited(conn, conversa_id)
    return awaited is not None and awaited.motivo in KEPT


async def find_awaited(conn: Connection, conversa_id: UUID) -> Awaited | None:
    """None where no person is awaited: nobody was called, or she has come."""
    rows = await conn.fetch(
        "select t.motivo, t.frase, t.id, t.prazo_em, m.modelo, max(m.criada_em) as said_at,"
        " max(m.id::text) filter (where m.turno_id is not null or m.modelo <> all($3)) as last_id from whatsapp.transferencias t"
        " left join whatsapp.mensagens m on m.conversa_id = t.conversa_id and m.autor = 'anna' and m.modelo = any($2)"
        "   and m.status <> 'descartada' and m.criada_em >= t.aberta_em"
        " where t.conversa_id = $1 and t.devolvida_em is null and t.assumida_em is null group by t.motivo, t.frase, t.id, t.prazo_em, m.modelo",
        conversa_id, _ACKNOWLEDGED, list(KEPT.values()),
    )  # fmt: skip
    if not rows:
        return None
    return Awaited(
        motivo=rows[0]["motivo"],
        frase=rows[0]["frase"],
        id=rows[0]["id"],
        prazo_em=rows[0]["prazo_em"],
        said_at={row["modelo"]: row["said_at"] for row in rows if row["modelo"]},
        order={row["modelo"]: row["last_id"] for row in rows if row["last_id"]},
    )
