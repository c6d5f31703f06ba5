"""The words the flow tests know: a vocabulary wide enough for all thirteen flows of the product."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from anna.flows.definition import Flow
from anna.flows.loader import load_flows
from anna.flows.vocabulary import DONE, ActionSpec, EventSpec, Vocabulary

ROOT = Path(__file__).parents[2]
PLAIN: frozenset[str] = frozenset()


def names(text: str) -> frozenset[str]:
    return frozenset(text.split())


def inside(
    results: str = DONE, *, takes: str = "", gives: Mapping[str, frozenset[str]] | None = None
) -> ActionSpec:
    return ActionSpec(inside=True, results=names(results), takes=names(takes), gives=gives or {})


OF_CONSULTA = EventSpec(ids=names("consulta conversa paciente"), attributes=names("consulta"))
OF_CONVERSA = EventSpec(ids=names("conversa"))

VOCABULARY = Vocabulary(
    actions={
        "offer_slots": inside("done none", takes="count consulta", gives={"oferta": PLAIN}),
        "who_comes": inside("done unnamed unnamed_kin apart", gives={"da_outra": PLAIN, "oferecidos": PLAIN}),
        "other_named": inside("done unnamed"),
        "other_comes": inside("done apart", gives={"ao_lado": names("quando nome"), "palavras": PLAIN}),
        "correct_name": inside("done same person nobody", gives={"palavras": PLAIN}),
        "hold_slot": inside("done taken passed", takes="for"),
        "charge": ActionSpec(inside=False),
        "close_charge": ActionSpec(inside=False),
        "book": inside("done lost"),
        "release_hold": inside("done released"),
        "open_lead": inside(),
        "score_lead": ActionSpec(inside=True, rules=True),
        "hand_off": inside("done known", takes="reason due"),
        "notify_clinic": inside(takes="reason about"),
        "answer": inside("done unknown late late_ahead person part medical care"),
        "record_opt_out": inside("done ambiguous news place mourned reminders only_reminders", takes="sure"),
        "find_consulta": inside(
            "one several all_of_them none begun near only_with missed",
            takes="notice all",
            gives={
                "consultas": PLAIN,
                "mudanca": names("quando com"),
                "perdida": names("procedimentos paga"),
            },
        ),
        "swap_procedure": inside("done same deposit", gives={"troca": names("procedimentos quando")}),
        "cancel_consulta": inside("done gone"),
        "find_cancelled": inside(
            "done several none", gives={"consultas": PLAIN, "desmarcada": names("procedimentos quando")}
        ),
        "cancel_all": inside("done gone"),
        "confirm_all": inside("done gone"),
        "move_consulta": inside("done taken passed gone"),
        "find_double": inside("done same none", takes="take"),
        "put_right": inside("done same unsaid none", gives={"mudanca": names("quando")}),
        "confirm_consulta": inside("done gone"),
        "record_nps": inside(),
        "record_comment": inside(),
        "create_coupon": inside(takes="percent valid", gives={"cupom": names("id")}),
        "recommend": inside("done nothing", gives={"recomendacao": names("servicos foto")}),
        "record_outcome": inside(takes="result"),
        "record_return": inside(),
        "churn_risk": inside("done no_data", gives={"risco": names("score")}),
        "join_waitlist": inside(),
        "close_waitlist": inside("done served"),
        "leave_waitlist": inside("done several none", gives={"esperas": PLAIN}),
        "record_data_request": inside(),
        "record_opt_in": inside(takes="news"),
        "next_waiting": inside("done none"),
        "note_further": inside("done none"),
        "forget_further": inside("done"),
        "share_between": inside(
            "done untold mixed",
            takes="booked",
            gives={"cada": names("dela da_outra quando_dela quando_da_outra")},
        ),
        "take_up_further": inside(),
        "take_up_left": inside(),
    },
    events={
        **dict.fromkeys(
            names(
                "consulta.agendada consulta.remarcada consulta.cancelada consulta.realizada consulta.faltou"
                " consulta.confirmada vaga.ocupada"
            ),
            OF_CONSULTA,
        ),
        "conversa.transferida": EventSpec(ids=names("conversa transferencia"), attributes=names("motivo")),
        **dict.fromkeys(names("conversa.encerrada conversa.assumida conversa.devolvida"), OF_CONVERSA),
        **dict.fromkeys(
            names("fatura.paga fatura.paga_a_mais fatura.falhou fatura.expirada fatura.cancelada"),
            EventSpec(ids=names("fatura conversa"), attributes=names("atrasada por_outra")),
        ),
        **dict.fromkeys(names("mensagem.entregue mensagem.falhou"), EventSpec(ids=names("mensagem"))),
        **dict.fromkeys(names("paciente.saiu nps.promotor"), EventSpec(ids=names("paciente"))),
        **dict.fromkeys(
            names("entendimento.falhou_2x mensagem.perdida"),
            EventSpec(ids=OF_CONVERSA.ids, attributes=names("motivo")),
        ),
        "espera.aberta": EventSpec(ids=names("espera conversa")),
        "espera.encerrada": EventSpec(ids=names("espera conversa")),
        **dict.fromkeys(names("reserva.marcada reserva.perdida"), EventSpec(ids=names("consulta conversa"))),
        "procedimento.seguinte": EventSpec(
            ids=names("conversa"), attributes=names("procedimentos quando nome para")
        ),
        "titular.pediu": EventSpec(ids=names("pedido conversa")),
        "resposta.atrasada": EventSpec(ids=names("conversa"), attributes=names("pergunta")),
        "conversa.retomada": OF_CONVERSA,
        "execucao.falhou": EventSpec(ids=names("conversa execucao"), attributes=names("fluxo faixa")),
        "instancia.caiu": EventSpec(ids=names("instancia")),
    },
    templates=names(
        "ask_procedimento ask_quando confirm_telefone retomar_perguntas retomar_remarcacao retomar_espera transferencia transferencia_autolesao transferencia_autolesao_agora"
        " transferencia_desaparecido transferencia_perigo transferencia_emergencia espera_apagar espera_ele_chegou transferencia_violencia transferencia_sem_vontade transferencia_pressao transferencia_discreta espera_violencia transferencia_reacao sinto_muito_luto transferencia_reacao_agora transferencia_pergunta_medica transferencia_menor"
        " promocao so_perguntou transferencia_reclamacao despedida_util ask_vaga link_pagamento link_pagamento_novo lembrar_pagamento sinal_e_depois depois_o_seu consulta_marcada vaga_ocupada vaga_passou"
        " espera_emergencia espera_de_graca espera_com_calma espera_autolesao espera_reacao sinal_expirou cobranca_falhou sem_problema reserva_desfeita sem_vaga ainda_sem_atendente saida_confirmada saida_de_novidades saida_de_luto saida_de_lembretes saida_so_de_lembretes saida_cancelada ask_saida ask_qual_consulta"
        " ask_manter_reserva ask_mudar_ou_mais_um ask_cancelar_ou_remarcar ask_cancelar_em_duvida consulta_cancelada consulta_cancelada_com_sinal consulta_nao_encontrada"
        " consulta_passou_outra consulta_passou_com_sinal atraso_anotado ask_novo_horario consulta_remarcada procedimento_trocado troca_muda_sinal consulta_corrigida desculpa_horario consulta_mantida consulta_muito_perto sem_vaga_para_remarcar ask_quando_espera"
        " na_lista_de_espera espera_encerrada pedido_de_dados_registrado ask_lembretes lembretes_ligados lembrete_24h"
        " confirmado lembrete_2h_local lembrete_2h_curto atraso_avisado ask_nps nps_desculpa_e_cupom ask_feedback"
        " consulta_confirmada consulta_ja_confirmada consultas_confirmadas ask_confirmar_este_horario ask_marcar_nova"
        " ask_cancelar_todas ask_cancelar_todas_em_duvida consultas_canceladas consultas_canceladas_com_sinal consultas_mantidas"
        " fora_da_lista_de_espera nenhuma_espera ask_qual_espera"
        " nome_corrigido nome_confere prazer ask_nome ask_nome_de_quem_vem ask_nome_da_outra ask_quem_faz agora_a_outra agora_a_outra_outro_dia fica_so_um"
        " para_varias"
        " ask_o_que_receber mensagens_ligadas lembretes_ja_ligados mensagens_daqui lembretes_desligados lembretes_juntos noite_em_paz novidades_paradas novidades_ligadas mensagens_paradas mensagens_nao_paradas"
        " pagamento_atrasado pagamento_em_dobro pagamento_recusado desculpa_demora nps_obrigado upsell saudade oferta_vaga"
    ),
    slot_types={
        **dict.fromkeys(names("servicos phone nps name text who whose"), PLAIN),
        "quando": names("date_start status"),
    },
    facts={
        "clinica": names("id lembrete_2h_sempre"),
        "conversa": names("id dono pergunta despedida"),
        "execucao": names("id"),
        "instancia": names("id nome"),
        "contato": names("id saida sem_lembretes espera"),
        "paciente": names(
            "id conhecido marcado marcado_agora desmarcou dias_desde_nps foto_consentida ultimos_servicos"
        ),
        "lead": names("id score dias_ate"),
        "consulta": names("id inicio revisao status sinal"),
        "fatura": names("id status vence_em substitui"),
        "espera": names("id status vale_ate"),
        "pedido": names("id status prazo_em"),
        "transferencia": names("id motivo assumida amparada cobrar_em"),
    },
    populations=names("inactive_patients"),
    instants=names(
        "consulta.inicio fatura.vence_em espera.vale_ate pedido.prazo_em transferencia.cobrar_em trigger.at"
    ),
    channels=names("whatsapp sms email"),
    media=True,
    command_attributes=names("safety"),
)


def thirteen() -> dict[str, Flow]:
    """The product's flows, and the drafts of those that later issues bring."""
    return {**load_flows(ROOT / "tests" / "flows" / "drafts"), **load_flows(ROOT / "flows")}
