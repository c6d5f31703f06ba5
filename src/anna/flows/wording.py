"""How a step's template becomes the words of one bubble. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from anna.clinica.calendar import Calendar
from anna.clinica.settings import ClinicaSettings
from anna.conversation.replies import Reply, ReplyBook, capital
from anna.errors import NotFound
from anna.flows.definition import Flow, Lane, Purpose
from anna.flows.facts import wish_words
from anna.flows.model import OpenQuestion, option_id
from anna.kit.dates import describe_start, describe_time, describe_week
from anna.when import When, WhenStatus

Words = Mapping[str, str | None]

OPTION = "opcao_"
"""The label of an option is the template of this name and its id, or its kind."""

OPTIONS = "opcoes"
"""The placeholder for the numbered list of a question's options."""

NAMED_ONCE_IN = 3
"""Of so many messages of Anna's in a row, one at most calls the patient by name."""

REMEMBERED = 12
"""How many of her last messages Anna looks back on, to say things another way."""

LEADS: Mapping[str, str] = {
    "ask_procedimento": "anotado",
    "ask_quando": "preco_antes",
    "ask_vaga": "fora_do_pedido",
    "confirm_telefone": "anotado",
    "ask_cancelar_ou_remarcar": "regra_do_sinal",
}
"""Question -> the sentence that goes before it when its facts are there; what that says is not said again."""

TRAILS: Mapping[str, tuple[str, ...]] = {
    "link_pagamento": ("vale_a_tabela",),
    "link_pagamento_novo": ("vale_a_tabela",),
    "consulta_marcada": ("como_chegar", "antes_de_vir"),
    "consulta_remarcada": ("sinal_continua", "como_chegar"),
    "procedimento_trocado": ("sinal_continua", "antes_de_vir"),
    "consulta_corrigida": ("sinal_continua",),
    **dict.fromkeys(
        (
            "transferencia", "transferencia_desaparecido", "transferencia_perigo", "transferencia_emergencia", "transferencia_autolesao", "transferencia_autolesao_agora", "transferencia_violencia", "transferencia_sem_vontade", "transferencia_pressao", "sinto_muito_luto", "transferencia_reacao", "transferencia_reacao_agora",
            "transferencia_pergunta_medica", "transferencia_menor", "transferencia_reclamacao", "promocao", "pergunta_para_profissional", "sem_vaga",
            "sem_vaga_para_remarcar", "consulta_nao_encontrada", "consulta_passou_com_sinal", "consulta_muito_perto", "troca_muda_sinal", "consulta_cancelada_com_sinal",
            "consultas_canceladas_com_sinal", "pedido_de_dados_registrado", "pagamento_atrasado", "pagamento_em_dobro",
            "ainda_sem_atendente", "atraso_avisado", "cobranca_falhou", "espera_pessoa", "espera_pedido", "espera_gente",
        ),
        ("quando_respondem",),
    ),
}  # fmt: skip
"""Template -> the lines that follow it when their facts are there. Whoever is to hear from a person hears when persons answer."""

URGENT = frozenset(
    {
        "transferencia_desaparecido",
        "transferencia_perigo",
        "transferencia_emergencia",
        "transferencia_autolesao",
        "transferencia_autolesao_agora",
        "transferencia_violencia",
        "transferencia_reacao",
        "transferencia_reacao_agora",
    }
)
"""What is to be done comes first, and who says it afterwards."""

BESIDE = frozenset(
    {"apresentacao", "apresentacao_depois", "em_que_ajudo", "pergunta_de_novo", *LEADS.values(), *sum(TRAILS.values(), ())}
)  # fmt: skip
"""Templates whose words may stand beside those of another in one message."""

_ESPECIES = {
    Purpose.ATENDIMENTO: "conversa",
    Purpose.LEMBRETE: "lembrete",
    Purpose.PESQUISA: "pesquisa",
    Purpose.MARKETING: "marketing",
}
_REFUSED_DAY = {
    WhenStatus.CLOSED: "dia_fechado",
    WhenStatus.PAST: "dia_passado",
    WhenStatus.AMBIGUOUS: "dia_em_duvida",
}


def especie_of(flow: Flow) -> str:
    """The kind of message a flow says: the door's gates go by it. Override flows speak of the hand-over itself."""
    return "transferencia" if flow.lane is Lane.OVERRIDE else _ESPECIES[flow.purpose]


OF_HOURS = frozenset({"horarios", "volta", "aberta_ate"})
"""The words of `hour_words`."""


def half_words(question: OpenQuestion, calendar: Calendar, now: datetime) -> tuple[str, Words]:
    """For a `quando` of which a part is known: the template that asks for the missing half, and the words it adds."""
    wish = When.from_json(question.partial)
    words = wish_words(wish)
    if wish.status is WhenStatus.CLOSED and is_over(wish, calendar, now):
        return "hoje_encerrado", {}
    if wish.status in _REFUSED_DAY:
        return _REFUSED_DAY[wish.status], {**words, **_refused_hour(wish, words, calendar, now)}
    if words["dia"]:
        return "ask_hora", words
    return ("ask_dia", words) if words["hora"] else (question.template, {})


def is_over(wish: When, calendar: Calendar, now: datetime) -> bool:
    """Whether the wish is for today alone, and today's opening hours are over."""
    local = now.astimezone(calendar.tz)
    hours = calendar.opening(local.date())
    return wish.date_start == wish.date_end == local.date() and bool(hours) and hours[-1][1] <= local.time()


def in_opening(wish: When, calendar: Calendar, now: datetime) -> When:
    """A wish for a span of days as it may be said back: from the first of them that is not over to the last, and no closed one at either end."""
    if wish.date_start is None or wish.dates or wish.date_start == wish.date_end:
        return wish
    local = now.astimezone(calendar.tz)
    last = wish.date_end or wish.date_start + _AHEAD
    days = [wish.date_start + timedelta(days=i) for i in range((last - wish.date_start).days + 1)]
    left = [
        day
        for day in days
        if calendar.is_open(day)
        and (day > local.date() or (day == local.date() and local.time() < calendar.opening(day)[-1][1]))
    ]
    if not left:
        return wish
    return replace(wish, date_start=left[0], date_end=left[-1] if wish.date_end else None)


_AHEAD = timedelta(days=14)
"""So far the first open day is looked for, where a wish has no end."""


def hour_words(calendar: Calendar, now: datetime) -> Words:
    """When the clinic is open: the week, and now until when today, or from when on."""
    local = now.astimezone(calendar.tz)
    back = calendar.reopens(now)
    hours = calendar.opening(local.date())
    return {
        "horarios": describe_week(calendar.week),
        "volta": describe_start(back) if back else None,
        "aberta_ate": f"hoje até as {describe_time(hours[-1][1])}" if hours and not back else None,
    }


def _refused_hour(wish: When, words: Words, calendar: Calendar, now: datetime) -> Words:
    """The hour is named only if it is what cannot be: not when the clinic keeps that whole day closed, or the day is over."""
    day = wish.date_start or (wish.dates[0] if wish.dates else None)
    today = now.astimezone(calendar.tz).date()
    matters = {
        WhenStatus.CLOSED: day is None or calendar.is_open(day),
        WhenStatus.PAST: day is None or day == today,
    }
    return {"hora": words["hora"] if matters.get(wish.status, True) else None}


def shown_options(options: Sequence[Any], replies: ReplyBook) -> list[dict[str, Any]]:
    """Options as they are shown and kept: each with an id and a label.

    A plain id takes its label from the template `opcao_<id>`, one with facts of its own (`palavras`) from `opcao_<tipo>`. Who
    attends is said once, before the options (`attends`), where it is the same for all of them.
    """
    one = attends(options)
    shown = []
    for option in options:
        known: dict[str, Any] = dict(option) if isinstance(option, Mapping) else {"id": option_id(option)}
        name = f"{OPTION}{known.get('tipo', known['id'])}"
        if name not in replies.names:
            raise NotFound(f"the option {option!r} has no label: add a template {name!r}")
        words = known.pop("palavras", {}) | ({"profissional": None} if one else {})
        rotulo = replies.render(name, words, seed="").text
        shown.append({**known, "rotulo": rotulo})
    return shown


def attends(options: Sequence[Any]) -> str | None:
    """Who attends at all the offered times; None where they are of several people, or no times at all."""
    times = [option["palavras"] for option in options if isinstance(option, Mapping) and "vaga" in option]
    return times[0]["profissional"] if len({words["profissional"] for words in times}) == 1 else None


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as it will be read, which variant of which template it is made of, and whether it calls somebody by name."""

    texto: str
    ditas: Mapping[str, int]
    nome: bool

    def then(self, other: Bubble) -> Bubble:
        """Both as one message, this first."""
        return Bubble(f"{self.texto}\n{other.texto}", {**self.ditas, **other.ditas}, self.nome or other.nome)

    def to_json(self) -> dict[str, Any]:
        """As `mensagens.dados` keeps it."""
        return {"ditas": dict(self.ditas)} | ({"nome": True} if self.nome else {})


class Wording:
    """Renders for one place in one conversation, in the clinic's tone.

    `before` is what `Bubble.to_json` said of Anna's last messages there, the last one first: of the variants that can be said, the one
    that was not said for the longest time is, and nobody is called by name twice within `NAMED_ONCE_IN` messages.
    """

    def __init__(
        self, replies: ReplyBook, *, seed: str, settings: ClinicaSettings, before: Sequence[Mapping[str, Any]]
    ) -> None:
        self._replies = replies
        self._seed = seed
        self._settings = settings
        self._before = before

    def bubble(self, template: str, words: Words, *, again: bool = False, introduce: bool = False) -> Bubble:
        """`template` with what goes before and after it.

        `again` says that the last reply was no answer, `introduce` that nobody has said yet who speaks.
        """
        if any(said.get("nome") for said in self._before[: NAMED_ONCE_IN - 1]):
            words = {**words, "nome": None}
        introduce = introduce and template != "sou_assistente"
        if introduce and template == "saudacao":
            template = "em_que_ajudo"  # one greeting is enough
        before = ["apresentacao"] if introduce and template not in URGENT else []
        lead = "pergunta_de_novo" if again else LEADS.get(template)
        before += [lead] if lead else []
        after = [
            *TRAILS.get(template, ()),
            *(["apresentacao_depois"] if introduce and template in URGENT else []),
        ]
        first, words = self._said_if_possible(before, words)
        main = self._render(template, words)
        rest, _ = self._said_if_possible(after, words)
        text = "\n".join(
            [
                " ".join(capital(reply.text) for reply in (*first, main)),
                *(capital(reply.text) for reply in rest),
            ]
        )
        said = (*first, main, *rest)
        named = any("nome" in self._replies.variants(reply.template)[reply.variant].needs for reply in said)
        return Bubble(
            self._decorated(template, text), {reply.template: reply.variant for reply in said}, named
        )

    def _said_if_possible(self, templates: Sequence[str], words: Words) -> tuple[list[Reply], Words]:
        """Those of `templates` whose facts are there, and the words that are left to be said: a name, a wish, a price once."""
        said = []
        for template in templates:
            if self._replies.can_say(template, words, tom=self._settings.tom):
                reply = self._render(template, words)
                said.append(reply)
                told = self._replies.variants(template)[reply.variant].needs - {"clinica"}
                words = {**words, **dict.fromkeys(told, None)}
        return said, words

    def _decorated(self, template: str, text: str) -> str:
        """With the emoji of `template` after the first line, where the clinic wants them."""
        sign = self._replies.emoji(template) if self._settings.emoji else None
        first, line, rest = text.partition("\n")
        return f"{first} {sign}{line}{rest}" if sign else text

    def _render(self, template: str, words: Words) -> Reply:
        said = [
            number for one in self._before if (number := (one.get("ditas") or {}).get(template)) is not None
        ]
        return self._replies.render(template, words, seed=self._seed, tom=self._settings.tom, said=said)


def needs_of(template: str, replies: ReplyBook) -> frozenset[str]:
    """Every fact that `template` or what stands beside it can make use of."""
    around = [name for name in (LEADS.get(template), *TRAILS.get(template, ())) if name]
    return frozenset().union(*(replies.needs(name) for name in (template, *around)))
