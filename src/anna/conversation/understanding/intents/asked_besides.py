"""What is asked in words of its own: how old one has to be, whether one should have it done at all, whether there is a needle in it, which times there are."""

from __future__ import annotations

from functools import cache

from anna.commands import Nuance, RuleHit
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.wordings import Wordings

_FAMILIES = {
    "DO": "fazer aplicar colocar por botar mexer tomar usar",
    "NEEDLE": "agulha agulhas agulhinha agulhinhas injecao injecoes injecaozinha picada picadas picadinha picadinhas furada furinho furinhos corte cortes bisturi",
    "HAVE": "tem teria ha usa usam leva levam vai vem e eh com precisa",
}

_ROWS: tuple[tuple[Nuance, str], ...] = (
    (Nuance.ASKS_AGE, """
quantos anos ?que ?a_pessoa ?a_gente ?tem_que ?precisa ?preciso ?tenho_que ?de ?ter ?para|pra ?poder ?eu DO|ir|marcar|entrar
tem_que|precisa|preciso|tenho_que ?de ter quantos anos
tem_que|precisa|preciso|tenho_que ?de ter que|qual idade
com quantos anos ?que ?ja ?se ?eu ?a_gente pode|posso|da|faz|comeca
a partir de quantos anos
"""),
    (Nuance.ASKS_ADVICE, """
acha|acham ?mesmo que|se ?eu devo|deveria|devia|preciso|precisaria ?mesmo ?de DO
acha|acham ?mesmo que|se ?eu faco|faria ?ou ?nao ?mesmo ?
devo|deveria|devia ?mesmo DO ..3 ?
vale_a_pena|compensa ?mesmo ?eu ?para|pra ?mim DO ..3 ?
no meu lugar ?voce faria|fazia
"""),
    (Nuance.ASKS_CARE, """
HAVE +uma|um|alguma|algum|muita|muitas|so|de|ter|a|o|com|na|no|levar|usar NEEDLE =...?
"""),
    (Nuance.ASKS_FREE, """
^ ?ah ?ai ?entao ?bom ?, ?olha depende ?, +e|do|de|dos|das|o qual|quais|que|o_que ?e ?horario|horarios|h|dia|dias|opcoes|vaga|vagas ?que ?ai ?voce ?voces ?voce_ainda ?ainda tem|teria ?disponivel|livre|vago|ai $
^ ?e ?mas ?, qual|quais|que|o_que ?e ?horario|horarios ?voce ?voces tem|teria ?ai $
^ ?e ?mas ?, tem|teria qual|quais|que ?h ?horario|horarios $
^ ?ah ?ai ?entao ?bom ?, ?olha depende ?, dos|das horarios|vagas|opcoes|dias $
"""),
)  # fmt: skip
_NOT_FOR_AGE = r"\b\d+ (?:anos|aninhos)\b"
"""Who tells an age asks whether that one will do, which is read elsewhere."""


@cache
def wordings() -> Wordings:
    """The wordings of each."""
    return Wordings(_FAMILIES, [text for _, text in _ROWS])


def read_asked_besides(
    line: Line, *, advised: bool, asked_when: bool
) -> tuple[frozenset[Nuance], tuple[RuleHit, ...]]:
    """What is asked so, and the rules that saw it; `advised` is whether the clinic gives advice, `asked_when` whether it has just asked for a day or an hour."""
    possible = wordings().possible(line.norm)
    hits: dict[Nuance, RuleHit] = {}
    for row, (nuance, _) in enumerate(_ROWS):
        span = wordings().find(row, line.norm) if row in possible else None
        may = {Nuance.ASKS_ADVICE: advised, Nuance.ASKS_FREE: asked_when}
        if span is None or not may.get(nuance, True):
            continue
        if nuance is Nuance.ASKS_AGE and line.find(_NOT_FOR_AGE):
            continue
        hits[nuance] = line.hit("asked_besides", *span, nuance.value)
    return frozenset(hits), tuple(hits.values())
