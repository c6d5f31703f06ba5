"""How Anna behaves when no flow has anything to say: a thank-you, a sticker, a joke, a question she does not understand. Pure.

Data, in order of precedence: the first command that a message carries decides the template. Silence is an answer too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from anna.commands import Intent, Nuance, Safety
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold, tokenize


@dataclass(frozen=True, slots=True)
class Manner:
    """A template to say; None is to say nothing, for the reason in `why`. `person` is that somebody of the clinic is to answer."""

    template: str | None
    why: str
    returns: bool = True  # afterwards an open question is put again
    person: bool = False


SOCIAL: Mapping[str, Manner] = {
    Intent.INJECTION: Manner("so_assuntos_da_clinica", "injection"),
    Intent.B2B: Manner("recado_para_a_equipe", "b2b"),
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

UNCHOSEN = Manner("falta_escolher", "unchosen", returns=False)
"""What is said to thanks for times of which none was chosen: nothing is booked yet."""

ADVANCE = Manner("so_atendimento", "advance", returns=False)
"""What is said to somebody who wants Anna, or whoever he takes her for, and not the clinic; once, and no person is called to him."""

_ADVANCES = re.compile(
    r"\b(?:gostos[ao]|delicia|gatinh[ao]|gat[ao]|tesud[ao]|tesao|nudes?|pelad[ao]|nua|transar|sexo|calcinha|lingerie|solteir[ao]|namorad[ao]"
    r"|casad[ao]|biquinis?|(?:foto|selfie|video) (?:sua|tua|seu|teu)|casa comigo|sair comigo|sai comigo|um beijo|beija)\b"
)

PARTED = ("later", "thanks", "bye", "missent")
"""Why a turn ended that a patient ended herself: she is not reminded of the question she left, and not taken leave of once more."""

FAREWELL = "despedida_util"
"""How Anna takes leave of whoever left a question unanswered."""

OTHERS = Manner("nada_de_outra_pessoa", "of_somebody_else", returns=False)
"""What is said to whoever asks what is somebody else's."""

ANOTHERS_NUMBER = Manner("numero_de_outra_pessoa", "saida_de_outra_pessoa", returns=False, person=True)
"""What is said to whoever wants somebody else's number to be written to no more."""

THREATENED = Manner("nada_de_quem_foi_ameacado", "ameaca", returns=False, person=True)
"""What is said to whoever threatens her whose it is; the team is to know."""

THREAT = Manner("ameaca_recebida", THREATENED.why, returns=False, person=True)
"""The same to who asks nothing besides, or threatens those who work here."""

TOLD_NOBODY = Manner("espera_segredo", "of_somebody_else", returns=False)
"""What is said to whoever wants somebody who asks told nothing."""

HERE = Manner("aqui_e_a_clinica", "which_place")
"""What is said to whoever takes this for another place, or is not sure."""

BY_HERE = Manner("e_por_aqui", "which_place")
"""What is said to whoever asks whether times are booked here."""

THERE = Manner("estou_aqui", "anybody_there")
"""What is said to whoever asks whether anybody reads this."""

THERE_TO_HELP = Manner("estou_aqui_e_ajudo", THERE.why)
"""The same where nothing is asked of her."""

GONE = Manner("horario_mudou", "time_gone")
"""What is said to whoever asks why a time that was free is not any more."""

ELSEWHERE = Manner("aqui_e_a_clinica", "which_place", returns=False)
"""What is said to whoever looks for a place of another kind: nothing is asked of her."""

WRONG_NAME = Manner("qual_nome_certo", "wrong_name", returns=False)
"""What is said to whoever says that her name is wrong, or how it is written, and gives it so that nobody could put it right."""

IN_HER_STEAD = Manner("quem_vem_no_lugar", "in_her_stead", returns=False)
"""What is said to whoever sends somebody else to what is booked, and does not say whom."""

ONE_IN_HER_STEAD = Manner(None, Intent.RESCHEDULE, person=True)
"""The same where several things are booked: a person sees which."""

WHAT_WE_ARE = Manner("o_que_fazemos_aqui", "what_we_are", returns=False)
"""What is said to whoever asks what kind of place this is."""

NOT_GIVEN = Manner("numero_de_profissional", "private_number", returns=False)
"""What is said to whoever asks for the own number of somebody who attends."""

STOPPED = Manner("ja_esta_parado", "stopped", returns=False)
"""What is said, once, to whoever has left the messages and is angry still."""

NOBODY_NEEDED = Manner("espera_desfeita", "withdrawn", returns=False)
"""What is said to whoever wants nobody called, where nobody was."""

UNBOOKED, UNBOOKED_YET = Manner("nada_marcado", "unbooked"), Manner("nada_marcado_ainda", "unbooked")
"""Said to who tells that she has booked nothing, beside a question that is open, and where none is."""

BY_LINK = Manner("sinal_so_com_reserva", "key")
"""What is said to whoever would send money before any time is held for her."""

REPEATED = Manner(None, "repeated", returns=False)
"""What is said to a second tap on what was answered already."""

MISSENT = Manner("engano_de_quem_escreve", "missent", returns=False)
"""What is said to whoever wrote here by mistake."""

RECALLED = Manner("dia_de_saudade", "recalled")
"""What is said to whoever tells of a death of a while ago."""

IDENTITY: Mapping[Nuance, Manner] = {
    Nuance.OTHER_PERSON: Manner("engano", "other_person", returns=False),
    Nuance.NEW_NUMBER: Manner("numero_novo", "new_number", returns=False),
}
"""What is said to somebody who is not who the number says, before a person looks into it: nobody's data is told meanwhile."""

IN_PORTUGUESE: Mapping[Nuance, str] = {
    Nuance.ENGLISH: "respondo_em_portugues_a_ingles",
    Nuance.SPANISH: "respondo_em_portugues_a_espanhol",
}
"""What is said once, in that language, to whoever writes in another one; then she is answered in Portuguese."""

EXPLAINED: Mapping[str, str] = {
    "servicos": "explica_procedimento",
    "quando": "explica_quando",
    "phone": "explica_telefone",
    "choice": "explica_vaga",
    "name": "explica_nome",
}
"""What a question is about, for whoever did not understand it or would rather not answer, by the type of its slot."""

WORDLESS: Mapping[str, Manner] = {
    "texto": Manner(None, "empty", returns=False),
    "audio": Manner("ouvi_audio", "audio", returns=False),
    "imagem": Manner("vi_imagem", "imagem", returns=False),
    "video": Manner("vi_imagem", "video", returns=False),
    "documento": Manner("vi_imagem", "documento", returns=False),
    "localizacao": Manner("recebi_localizacao", "localizacao"),
    "contato": Manner("recebi_contato", "contato", returns=False),
    "figurinha": Manner(None, "figurinha", returns=False),
    "reacao": Manner(None, "reacao", returns=False),
    "enquete": Manner(None, "enquete", returns=False),
    "desconhecido": Manner(None, "desconhecido", returns=False),
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


DANGERS = frozenset({Safety.EMERGENCY, Safety.SELF_HARM, Safety.ADVERSE_REACTION})
"""What waits for nobody: not for a person who has not come, nor for words that came late."""


def is_advance(text: str) -> bool:
    """Whether rude words (`INSULT`) are rather an advance."""
    return _ADVANCES.search(fold(text)) is not None


_TO_HER = (
    r"\b(?:voce|vc|tu|ce) (?:e|eh|ta|esta) (?:solteir\w+|casad\w+|gostos\w+|gat[ao]|namorando|livre hoje a noite)\b"
    r"|\b(?:sair|sai|casa|jantar|namorar|namora) comigo\b|\bfoto (?:sua|tua|de voce)\b|\b(?:conta|fala) (?:mais )?(?:sobre|de) (?:voce|vc) ?(?:$|[.!?])|\bpag\w* (?:um|uma) (?:jantar|cerveja|drink)\b"
)


def makes_advances(text: str) -> bool:
    """Whether polite words are an advance too: "você é solteira?", "quer sair comigo?"."""
    return rx(_TO_HER).search(" ".join(token.norm for token in tokenize(text))) is not None


def social(said: frozenset[str]) -> Manner | None:
    """What good manners answer to `said`, if anything."""
    return next((manner for command, manner in SOCIAL.items() if command in said), None)


_FITS: Mapping[str, range | frozenset[int]] = {
    "bom dia": range(14),
    "boa tarde": range(11, 20),
    "boa noite": frozenset({*range(6), *range(17, 24)}),
}
"""The hours at which somebody may greet so: it is answered in kind."""

_OPENING = 120
"""Characters in which a message greets, if it does."""

_GREETED = re.compile(
    r"(?:(?:oi+|ola|opa|alo|e|ai|hey|hello|hi|salve|tudo|bem|bom(?! dia)|anna|ana|moca|moco|gente|pessoal|querida|amiga|flor) )*"
    r"(bom dia|boa tarde|boa noite)\b"
)


def greeting(local: datetime, *, said: str | None = None) -> str:
    """How people greet at this hour of the clinic's day; who greeted (`said`) is greeted in kind, if that fits the hour at all."""
    spoken = " ".join(token.norm for token in tokenize((said or "")[:_OPENING]) if token.norm[0].isalpha())
    theirs = _GREETED.match(spoken)
    if theirs and local.hour in _FITS[theirs[1]]:
        return theirs[1]
    if 5 <= local.hour < 12:
        return "bom dia"
    return "boa tarde" if 12 <= local.hour < 18 else "boa noite"
