"""What is answered to what has no words: a picture, a file, a voice that nobody wrote out, a place, a sticker. Pure.

A picture may be a skin that itches, a receipt, or a dress. Anna asks what it is about, once; where something was said before that makes it
matter, or where asking did not help, a person looks at it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from anna.commands import Safety
from anna.conversation.manners import WORDLESS
from anna.whatsapp.transcripts import TOO_MUCH

PICTURES = frozenset({"imagem", "video", "documento"})
VOICE = "audio"
PREFIX = "wordless."
ASKED_ABOUT = frozenset(PREFIX + kind for kind in (*PICTURES, VOICE))
"""How a turn was routed that asked what something was about, as `queries.last_rule` has it."""

UNCLEAR = "unclear"

MORE_OF_IT = timedelta(minutes=2)
"""Pictures that follow so soon belong to the ones that were asked about."""

REMEMBERED = timedelta(days=2)
"""So long a picture may belong to a concern, or to money, that somebody spoke of."""

CONCERNS = (
    Safety.ADVERSE_REACTION, Safety.MEDICAL_ADVICE, Safety.CONTRAINDICATION, Safety.PREGNANCY, Safety.EMERGENCY,
)  # fmt: skip
"""What a picture is looked at by a professional after, and by nobody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What went before: how the last turn was routed and how long ago, and what the patient spoke of within `REMEMBERED`."""

    rule: str | None = None
    ago: timedelta = REMEMBERED
    concern: bool = False
    says_paid: bool = False
    owes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A template to say; None is to say nothing. `person` lets somebody look at it, `returns` puts an open question again."""

    template: str | None
    why: str
    returns: bool = False
    person: bool = False


def answer_to(kind: str, before: Before, *, unheard: str | None = None) -> Answer:
    """What is answered to a message of that kind; of a voice, `unheard` says why it has no words, None where nobody writes them out."""
    if kind in PICTURES:
        return _to_a_picture(kind, before)
    if kind == VOICE:
        return _to_a_voice(before, unheard)
    manner = WORDLESS[kind]
    return Answer(template=manner.template, why=manner.why, returns=manner.returns)


def _to_a_picture(kind: str, before: Before) -> Answer:
    asked = Answer(template=WORDLESS[kind].template, why=kind)
    if before.concern:
        return replace(asked, template="arquivo_para_a_equipe", why="foto_clinica", person=True)
    again = before.rule in {PREFIX + other for other in PICTURES}
    if again and before.ago <= MORE_OF_IT:
        return replace(asked, template=None)
    if before.says_paid or (before.owes and again):
        return replace(asked, template="arquivo_para_a_equipe", why="comprovante", person=True)
    if again or before.rule == UNCLEAR:
        return replace(asked, template=None, why=f"{kind}_2x", person=True)
    return replace(asked, template="arquivo_ou_comprovante") if before.owes else asked


def _to_a_voice(before: Before, unheard: str | None) -> Answer:
    if unheard in TOO_MUCH:
        return Answer(template="audio_para_a_equipe", why=f"audio_{unheard}", person=True)
    if before.rule in (PREFIX + VOICE, UNCLEAR):
        return Answer(template=None, why="audio_2x", person=True)
    return Answer(template=WORDLESS[VOICE].template if unheard is None else "nao_ouvi_audio", why=VOICE)
