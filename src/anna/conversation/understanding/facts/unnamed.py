"""What is meant where its name is not said, or not meant: a part of the body, to see who attends first, an evaluation for something."""

from __future__ import annotations

from anna.conversation.understanding.catalogue import EVALUATION, Catalogue
from anna.conversation.understanding.facts.procedures import read_named
from anna.conversation.understanding.text.line import Line, rx

# A part of the body stands for what is done to it, where something is wished for and nothing else was named.
_STANDS_FOR: tuple[tuple[str, str], ...] = (
    (r"labios?|labinhos?|boca|boquinha|beico", "preenchimento_labial"),
    (
        r"olheiras?|(?:de|para|pra|que) ench(?:er|e)(?! (?:o |a )?(?:saco|paciencia|linguica|pneu|tanque|balde))",
        "preenchimento",
    ),
    (r"rugas?|ruguinhas?", "botox"),
    (r"cravos?|cravinhos?", "limpeza_de_pele"),
    (r"pelos|pelinhos", "depilacao_laser"),
)


def read_body_part(line: Line, catalogue: Catalogue) -> tuple[str, ...]:
    """ "lábios na sexta": the slug that a part of the body stands for."""
    found = (slug for part, slug in _STANDS_FOR if slug in catalogue.slugs and line.find(rf"\b(?:{part})\b"))
    return tuple(found)[:1]


_TALK_FIRST = r"\b(?:falar|conversar|papo|tirar (?:\w+ )?duvidas?) com (?:(?:a|o|as|os|uma?|algum\w*|ess[ae]) )?(?:dra?|doutor\w*|medic\w+|profissional|especialista|dermato\w*)\b"
_FIRST = r"\b(?:primeiro|antes(?! d[aeo]s? (?:\d|as|dia))|so (?:(?:pra|para) )?(?:falar|conversar|tirar))\b"
_IN_PERSON = r"(?<!antes de )\b(?:ir|vir|passar|marcar|agendar|presencial\w*|pessoalmente|(?:que|qual) dia|um (?:horario|dia))\b"

_SEES_DOCTOR = r"\b(?:pass(?:ar|o|a)|marcar|agendar|consultar|consult\w+|h) (?:\w+ )?(?:com|n[ao]|pel[ao]) (?:a |o |uma? )?dermato(?:logista)?\b"


def talks_first(line: Line) -> bool:
    """Whether somebody wants to come and talk to who attends before anything is done: that is what an evaluation is, and a visit to a doctor."""
    return line.find(_SEES_DOCTOR) is not None or all(
        line.find(pattern) for pattern in (_TALK_FIRST, _FIRST, _IN_PERSON)
    )


_FOR = r"^ (?:d[aeo]s?|para|pra|pro|sobre)(?: (?:o|a|um|uma|fazer|ver|colocar|tratamento de))* ?$"


def is_evaluated_for(line: Line, catalogue: Catalogue) -> bool:
    """ "avaliação para bioestimulador": what it is for is named, and only the evaluation wished."""
    named = read_named(line, catalogue)
    return (
        len(named) == _TWO
        and named[0].slug == EVALUATION
        and rx(_FOR).match(line.norm[named[0].end : named[1].start]) is not None
    )


_TWO = 2
