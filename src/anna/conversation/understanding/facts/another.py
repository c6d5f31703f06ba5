"""Whether what stands in the agenda for somebody else is spoken of. Words only; who it is a name says."""

from __future__ import annotations

import re
from collections.abc import Collection

from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.facts.name_words import TITLES
from anna.conversation.understanding.facts.plausible import plausible_name
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line
from anna.kit.text import fold

_ITS = r"(?:consultas?|sess(?:ao|oes)|horarios?|vagas?|h|hora|reservas?|agendamentos?|nome|retorno|avaliacao|limpeza|botox|as?|os?|1)"
_ANOTHERS = re.compile(
    rf"\b{_ITS}(?: (?:dia|de|n[ao]|hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|feira|as|\d+|h|,))*"
    rf" (?:del[ae]s?\b|d[aeo]s? (?:(?:minha|meu|nossa|nosso|sua|seu) )?{KIN}\b|d[aeo] (?:dona |seu |sra |senhora? )?(?P<name>[a-z]{{3,}})\b)"
)
_FEASTS = frozenset({"natal", "pascoa", "carnaval"})
_WRITTEN = re.compile(r"\b[dD][aeo] (?:[a-z]+ )?([A-ZÀ-Ý][a-zà-ý]{2,})")


def of_somebody_else(text: str, but: Collection[str] = ()) -> bool:
    """Whether what stands in the agenda for somebody else is spoken of: "o horário dela", "a da minha mãe", "a consulta da Carla".

    A word counts as a name where it is a common one, or written as one. `but` are folded words that are none here: names of whoever
    writes, of who attends, of procedures.
    """
    written = {fold(word) for word in _WRITTEN.findall(text) if plausible_name(word)} - TITLES - _FEASTS
    return any(
        match["name"] is None or (match["name"] in KNOWN | written and match["name"] not in but)
        for match in _ANOTHERS.finditer(Line.of(text).norm)
    )
