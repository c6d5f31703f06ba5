"""How Anna behaves when no flow has anything to say: a thank-you, a sticker, a joke, a question she does not understand. Pure.

Data, in order of precedence: the first command that a message carries decides the template. Silence is an answer too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from anna.commands import Intent, Safety


@dataclass(frozen=True, slots=True)
class Manner:
    """A template to say; None is to say nothing, for the reason in `why`."""

    template: str | None
    why: str
    returns: bool = True  # afterwards an open question is put again


SOCIAL: Mapping[str, Manner] = {
    Intent.INJECTION: Manner("so_assuntos_da_clinica", "injection"),
    Intent.B2B: Manner("so_assuntos_da_clinica", "b2b"),
    Intent.OFFTOPIC: Manner("so_assuntos_da_clinica", "offtopic"),
    Intent.INSULT: Manner("insulto", "insult", returns=False),
    Intent.INFO_BOT: Manner("sou_assistente", "info_bot"),
    Intent.THANKS: Manner("de_nada", "thanks", returns=False),
    Intent.BYE: Manner("ate_logo", "bye", returns=False),
    Intent.GREET: Manner("saudacao", "greet"),
    Intent.AFFIRM: Manner(None, "nothing was asked", returns=False),
    Intent.DENY: Manner(None, "nothing was asked", returns=False),
}
"""What is said to words that want nothing done."""

LATER = Manner("sem_pressa", "later", returns=False)
"""What is said to somebody who will think about it; the open question stays open."""

WORDLESS: Mapping[str, Manner] = {
    "texto": Manner(None, "empty"),
    "audio": Manner("ouvi_audio", "audio"),
    "imagem": Manner("vi_imagem", "imagem"),
    "video": Manner("vi_imagem", "video"),
    "documento": Manner("vi_imagem", "documento"),
    "localizacao": Manner("recebi_localizacao", "localizacao"),
    "contato": Manner("recebi_contato", "contato"),
    "figurinha": Manner(None, "figurinha"),
    "reacao": Manner(None, "reacao"),
    "enquete": Manner(None, "enquete"),
    "desconhecido": Manner(None, "desconhecido"),
}
"""What is said to a message without words, by its kind."""

NEEDS_PERSON = (
    Intent.RESCHEDULE,
    Intent.CANCEL,
    Intent.WAITLIST,
    Intent.LATE,
    Intent.CONFIRM_ATTENDANCE,
    Intent.DATA_REQUEST,
    Intent.DATA_RIGHTS,
)
"""Wishes that a person takes care of when no flow does."""

SAFETY_COMMANDS: Mapping[Safety, Intent] = {
    Safety.EMERGENCY: Intent.EMERGENCY,
    Safety.SELF_HARM: Intent.EMERGENCY,
    Safety.ADVERSE_REACTION: Intent.ADVERSE_REACTION,
    Safety.MEDICAL_ADVICE: Intent.MEDICAL_QUESTION,
    Safety.CONTRAINDICATION: Intent.MEDICAL_QUESTION,
    Safety.PREGNANCY: Intent.MEDICAL_QUESTION,
    Safety.MINOR: Intent.MINOR,
    Safety.COMPLAINT: Intent.COMPLAINT,
    Safety.ABUSE: Intent.INSULT,
    Safety.INJECTION: Intent.INJECTION,
}
"""The command each safety kind amounts to, whatever else the message says: hand_off or SOCIAL decide what is answered."""


def social(said: frozenset[str]) -> Manner | None:
    """What good manners answer to `said`, if anything."""
    return next((manner for command, manner in SOCIAL.items() if command in said), None)
