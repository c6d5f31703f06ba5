"""Why a conversa waits for a person, and what may be done for the patient until somebody comes (decision 0020). Data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto


class Weight(Enum):
    """What a reason leaves to whoever comes."""

    GRAVE = auto()  # all but what rows say: nothing is done behind that person's back
    GENTLE = (
        auto()
    )  # what she was called for; the patient who goes on is served, and only a person settles it
    HERS = auto()  # the same, and it is over as soon as the patient says that it is


WEIGHTS: Mapping[str, Weight] = {
    # danger, grief, anger, and who may not speak for herself
    "emergency": Weight.GRAVE,
    "self_harm": Weight.GRAVE,
    "violence": Weight.GRAVE,
    "adverse_reaction": Weight.GRAVE,
    "grief": Weight.GRAVE,
    "complaint": Weight.GRAVE,
    "insult": Weight.GRAVE,
    "minor": Weight.GRAVE,
    "unwilling": Weight.GRAVE,  # who is to be treated does not want it, or cannot say so
    "human": Weight.GRAVE,
    "ameaca": Weight.GRAVE,  # to somebody who may be a patient
    "other_person": Weight.GRAVE,
    "new_number": Weight.GRAVE,
    "saude_antes": Weight.GRAVE,  # her question of health came again: its answer is first, then the booking
    "outro_numero": Weight.GRAVE,  # whoever reads along here is told nothing of the agenda
    # money that somebody misses, or that does not arrive
    "says_paid": Weight.GRAVE,
    "comprovante": Weight.GRAVE,
    "pagamento_sem_reserva": Weight.GRAVE,
    "sinal_de_consulta_cancelada": Weight.GRAVE,
    "sinal_de_consulta_perdida": Weight.GRAVE,
    "cobranca_falhou": Weight.GRAVE,
    "link_suspeito": Weight.GRAVE,
    # what broke is not tried again on the patient, and a silence of hours is made good by a person
    "resposta_atrasada": Weight.GRAVE,
    "falhou": Weight.GRAVE,
    "execucao.falhou": Weight.GRAVE,
    # a professional, or somebody who has to know, look or listen
    "danger_passed": Weight.GENTLE,
    "self_harm_passed": Weight.GENTLE,
    "violence_passed": Weight.GENTLE,
    "grief_goes_on": Weight.GENTLE,
    "complaint_passed": Weight.GENTLE,
    "medical_question": Weight.GENTLE,
    "minor_of_hers": Weight.GENTLE,  # the child waits for the team; who wrote, grown up, goes on for herself
    "foto_clinica": Weight.GENTLE,
    "imagem_2x": Weight.GENTLE,
    "video_2x": Weight.GENTLE,
    "documento_2x": Weight.GENTLE,
    "audio_2x": Weight.GENTLE,
    "audio_grande": Weight.GENTLE,
    "audio_longo": Weight.GENTLE,
    "mensagem.perdida": Weight.GENTLE,
    "pedido_de_dados": Weight.GENTLE,
    "data_request": Weight.GENTLE,
    "data_rights": Weight.GENTLE,
    "saida_de_outra_pessoa": Weight.GENTLE,  # whose number is to be written to no more has not said so herself
    "late": Weight.GENTLE,
    "cancelamento_em_cima_da_hora": Weight.GENTLE,
    # what she asked or wished for
    "sem_resposta": Weight.HERS,
    "entendimento.falhou_2x": Weight.HERS,
    "falhou_2x": Weight.HERS,
    "nao_entendida": Weight.HERS,  # she said twice that she was not understood
    "clarified": Weight.HERS,
    "link_nao_abre": Weight.HERS,
    "nome_a_corrigir": Weight.HERS,
    "consulta_nao_encontrada": Weight.HERS,
    "consulta_muito_perto": Weight.HERS,
    "sem_vaga": Weight.HERS,
    "lead_morno": Weight.HERS,
    "lead_calado": Weight.HERS,
    "reschedule": Weight.HERS,
    "other_procedure": Weight.HERS,
    "cancel": Weight.HERS,
    "waitlist": Weight.HERS,
    "confirm_attendance": Weight.HERS,
}
"""Every reason there is; one that is not here is grave."""

URGENT = ("emergency", "self_harm", "violence", "adverse_reaction", "ameaca")
"""Reasons that nobody may overlook behind an earlier one, and by the clock, not by the clinic's hours."""

GRAVITY: Mapping[str, int] = {
    "violence": 3,
    "self_harm": 3,
    "emergency": 2,
    "adverse_reaction": 1,
    "ameaca": 0,
}
"""Which of them stays the reason where several are told of: an overdose is not hidden by the dizziness that follows."""

ALARMS = (
    "espera_autolesao", "espera_autolesao_agora", "espera_de_graca", "espera_desaparecido", "espera_emergencia", "espera_perigo", "espera_reacao", "espera_violencia", "transferencia_autolesao",
    "transferencia_autolesao_agora", "transferencia_desaparecido", "transferencia_discreta", "transferencia_emergencia", "transferencia_perigo", "transferencia_reacao", "transferencia_reacao_agora", "transferencia_violencia",
)  # fmt: skip
"""Templates that say where help is."""

RELIEFS = ("espera_amparo", "espera_brincadeira", "espera_engano", "espera_passou", "espera_socorro_vem")
"""Templates said to who is out of the worst: whoever hears one hears no number again, unless danger is spoken of anew."""

SERVED = tuple(sorted(reason for reason, weight in WEIGHTS.items() if weight is not Weight.GRAVE))
"""Reasons for which the patient who goes on is served."""


def weight_of(motivo: str) -> Weight:
    """What that reason leaves to whoever comes."""
    return WEIGHTS.get(motivo, Weight.GRAVE)
