"""How a step's template becomes the words of one bubble. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from anna.clinica.calendar import Calendar
from anna.commands import When, WhenStatus
from anna.conversation.replies import ReplyBook
from anna.errors import NotFound
from anna.flows.definition import Flow, Lane, Purpose
from anna.flows.facts import wish_words
from anna.flows.model import OpenQuestion, option_id

Words = Mapping[str, str | None]

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


def half_words(question: OpenQuestion, calendar: Calendar, now: datetime) -> tuple[str, Words]:
    """For a `quando` of which a part is known: the template that asks for the missing half, and the words it adds."""
    wish = When.from_json(question.partial)
    words = wish_words(wish)
    if wish.status in _REFUSED_DAY:
        return _REFUSED_DAY[wish.status], {**words, **_refused_hour(wish, words, calendar, now)}
    if words["dia"]:
        return "ask_hora", words
    return ("ask_dia", words) if words["hora"] else (question.template, {})


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

    A plain id takes its label from the template `opcao_<id>`, one with facts of its own (`palavras`) from `opcao_<tipo>`.
    """
    shown = []
    for option in options:
        known: dict[str, Any] = dict(option) if isinstance(option, Mapping) else {"id": option_id(option)}
        name = f"opcao_{known.get('tipo', known['id'])}"
        if name not in replies.names:
            raise NotFound(f"the option {option!r} has no label: add a template {name!r}")
        rotulo = replies.render(name, known.pop("palavras", {}), seed="").text
        shown.append({**known, "rotulo": rotulo})
    return shown


class Wording:
    """Renders for one place in one conversation: never the same words twice in a row where there are others."""

    def __init__(self, replies: ReplyBook, *, seed: str, last: str | None) -> None:
        self._replies = replies
        self._seed = seed
        self._last = last

    def text(self, template: str, words: Words, *, again: bool = False) -> str:
        """The text of `template`; `again` says that the last reply was no answer, so she says that she did not understand."""
        text = self._render(template, words)
        return f"{self._render('pergunta_de_novo', words)} {text}" if again else text

    def introduced(self, template: str, text: str, words: Words) -> str:
        """The first words ever said in a conversation begin with who speaks, unless they say that anyway."""
        if template == "sou_assistente":
            return text
        if template == "saudacao":
            text = self._render("em_que_ajudo", words)  # one greeting is enough
        return f"{self._render('apresentacao', words)} {text}"

    def _render(self, template: str, words: Words) -> str:
        return self._replies.render(template, words, seed=self._seed, avoid=self._last).text
