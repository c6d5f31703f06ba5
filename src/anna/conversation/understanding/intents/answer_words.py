"""What answers are written with: the verdicts they give, and the families of words that they share."""

from __future__ import annotations

from typing import NamedTuple

YES, NO, UNCLEAR, SILENT, MILD, WEAK = "yes", "no", "unclear", "-", "mild", "weak"
"""`-` says nothing; `mild` is a yes that a refusal before it turns into a courtesy ("não posso, ta bom?"); `weak` is a no that a yes
before it turns into a remark ("vou sim, meu marido é que não vai")."""

FAMILIES = {
    "NOT": "nao num nem nunca jamais",
    "AT_WORK": "ao_trabalho no_trabalho o_trabalho ao_servico no_servico o_servico a_escola na_escola a_aula na_aula a_faculdade na_faculdade no_emprego na_firma no_trampo",
    "SELF": "eu me mais te lhe isso ele ela a_gente ja muito tambem so ai la mesmo agora hoje pretend* pens*_em e_para e_pra",
    "WILL": "mais quero queria quer vou vo vamos irei ia pretendo penso_em preciso precisa desejo gostaria_de pode podem poderia posso podia tenho_que tem_que e_para e_pra era_para era_pra "
    "ouse sonho_em to_querendo estou_querendo tenho_intencao_de precisamos quisera",
    # to deny these is to agree
    "UNDO": "cancel* desmarc* desmarqu* remarc* remarqu* reagend* falt* desist* esquec* recus* dispens* abro_mao abrir_mao perder perderia perderei perco furar furo nego negar negaria "
    "mexe mexa mexer mexam mexo muda mudar mude mudo mudou mudem mudaria troca trocar troco trocou trocaria altera alterar altere altero alterou alteraria deixo_passar deixar_passar dar_bolo dou_bolo dar_o_bolo dar_um_bolo dar_o_cano dar_cano dou_o_cano dou_o_bolo "
    "deixo_voce_na_mao deixo_voces_na_mao deixar_voce_na_mao deixar_voces_na_mao deixo_a_doutora_na_mao deixar_a_doutora_na_mao deixo_ninguem_na_mao deixar_ninguem_na_mao largo_mao largar_mao "
    "me_opon* me_oponho me_import* me_incomod*",
    "UNDONE": "falt* desist* cancel* desmarc* remarc* furar* perder*",
    "TROUBLE": "problema problemas probleminha duvida duvidas erro objec* impediment* empecilho* inconveniente inconvenientes obstaculo obstaculos oposic* ressalva ressalvas nada_contra galho "
    "treta stress estresse b_o bo alterac*_a_fazer alterac*_para_fazer alterac*_pra_fazer o_que_mudar nada_a_mudar nada_para_mudar nada_pra_mudar do_que_reclamar",
    "REASONS": "motivo motivos razao razoes porque por_que",
    "HESITATE": "sei saberia tenho_certeza tenho_como_saber tenho_como_dizer tenho_como_confirmar tenho_ideia entendi compreendi entendo lembro faco_ideia faco_a_menor_ideia faco_a_minima_ideia "
    "faco_menor_ideia faco_minima_ideia faco_nem_ideia decidi defini resolvi consegui_ver consegui_entender consegui_decidir certeza ideia",
    "LOOK": "ver verificar pensar conferir checar olhar consultar perguntar conversar falar avaliar analisar me_organizar me_programar me_planejar organizar decidir resolver estudar "
    "dar_uma_olhad* dar_uma_pensad* dar_uma_conferid* dar_uma_verificad* dar_uma_analisad* dar_1_olhad* dar_1_pensad* sentir combinar_com dizer",
    "TELL": "falo fala aviso digo retorno respondo confirmo chamo conto informo passo mando envio volto dou_certeza dou_a_certeza dou_retorno dou_um_retorno dou_resposta dou_a_resposta dou_uma_resposta "
    "dou_posicao dou_uma_posicao dou_ok dou_o_ok dou_confirmacao dou_a_confirmacao dou_uma_certeza",
    "THEN": "semana_que_vem mes_que_vem depois mais_tarde amanha amanha_cedo amanha_cedinho amanha_de_manha amanha_a_tarde amanha_de_tarde amanha_a_noite hoje_a_noite hoje_de_noite hoje_mais_tarde logo logo_mais ja ja_ja daqui_a_pouco daqui_pouco daqui_apouco daqui em_breve breve ate_amanha ate_la ate_mais_tarde "
    "ate_a_noite ate_de_noite ate_sexta ate_segunda ate_o_fim_do_dia a_noite de_noite a_tarde a_noitinha assim_que quando outra_h hoje_ainda ainda_hoje segunda terca quarta quinta sexta sabado",
    "NEXT": "outra outro outras outros noutra noutro em_outra em_outro na_outra no_outro",
    "TIMES": "vez h dia oportunidade momento ocasiao",
    # to deny these is to refuse
    "WANTED": "confirm* posso possa pode podem podemos poderia poderiam poderiamos podia poder* consig* conseg* quero quer queremos queria quis gostaria gost* vou vo vai vamos ir ire* da dar dara "
    "dou darei rol* precis* marqu* marc* agend* reserv* fecha feche fecho aceit* topa* topo* concord* desej* e serve servem estou to estar* ser era foi fica ficou ta esta interess* comparec* "
    "pedi bom atende confere procede bate autoriz* aprov* convem compensa cabe carece necessit* funciona possivel bota poe coloca* manda* faz* faco ha adianta volto acho acredito creio assist*",
    "MEANS": "como condic* interesse* jeito* tempo* disponib* vontade* dinheiro* grana* horario* necessidade* nao* mais* nada* porque",
    "BETWEEN": "eu me te mais muito hoje amanha agora infelizmente pra_mim para_mim isso sera ha mesmo a_gente se la ainda",
    "WITH_IT": "me mais hoje eu a o para pra isso certo correto ok bom boa legal bem assim afim a_fim de_acordo interess* disponivel ideal mesmo nao nem",
    "TROUBLES": "compromisso imprevisto coisa_marcada coisa_para_fazer coisa_pra_fazer aula plantao reuniao viagem problema contratempo prova emergencia_no_trabalho",
    "OUTSIDE": "em_outra em_outro com_outra com_outro na_outra no_outro em_concorr* na_concorr* no_concorr* com_meu com_minha na_minha no_meu em_meu noutra noutro",
    "POSTPONE": "vejo marco agendo olho procuro combino combinamos vemos marcamos",
    "WRITTEN": "quero vou vo posso possa poder* da dar dara consigo conseguir* pode preciso vai ir irei mais rola e sera para mim vamos estarei tenho comparec* confirm* aceito nao",
    "SHRUG": "e_claro claro logico obvio evidente certeza com_certeza ja_falei ja_disse ja_respondi eu_falei eu_disse eu_respondi falei disse respondi acho acho_melhor creio acredito penso digo "
    "prefiro melhor hoje dessa_vez desta_vez por_enquanto por_h por_agora agora infelizmente sim certamente obviamente",
    "SURE": "certa certo certinha certinho otima otimo perfeita perfeito sim correto bom_assim ok assim_mesmo assim isso_mesmo tranquilo marcado confirmar marcar",
    "MIND": "lev* atras* precis* mud* acontec* surg* houver* tiver_alg* tiver_qualquer der_alg* der_problema* der_ruim",
    "LATE": "levar trazer demorar estacionar esperar atrasar me_atrasar ficar_muito ficar_ate ficar_mais chegar_antes chegar_cedo chegar_mais_cedo chegar_adiantad*",
    "IDLE": "pare parem deixe deixem esquec* preocup* liga ligar ligue liguem manda mandar mande mandem mandou mandaram avisa avisar avise avisem avisou lembra lembrar lembre responder respondi "
    "atras* demor* tinha tinham recebi chegou comi vi conheco repar* esquent* encan* perigo ansios* entende* resolve* ajuda aguento_esperar aguento_mais_esperar ter_respondido ter_visto ter_avisado",
    "ARRANGE": "confirm* marc* agend* deix* reserv* fech* mand* ser segu* prossegu* coloc* mant* anot* lanc* bater toc* garant* separ* segur* encaix* registr* confiar crav* contar contar_comigo "
    "crer apost* por botar bota poe ir combinar efetivar finalizar concluir fazer incluir inserir me_por me_colocar me_marcar me_inclu* me_agendar me_encaix*",
    "STANDS": "de_pe firme marcada marcado confirmada confirmado reservada reservado agendada agendado",
    "ARRIVED": "chegar eu_chegar cheguei estiver_chegando estiver_ai estiver_perto estiver_saindo sair_de_casa sair_daqui sair_do_servico sair_do_trabalho eu_sair eu_estiver_chegando eu_estiver_saindo estacionar eu_estacionar eu_estiver_ai descer eu_descer",
    "DECIDE": "vejo decido resolvo penso olho aviso falo confirmo digo retorno marco agendo vemos",
    "ABSENT": "faltar furar falhar dar_bolo dar_cano dar_perdido dar_o_cano dar_para_tras dar_pra_tras deixar_na_mao deixar_ninguem_na_mao deixar_voces_na_mao perder desmarcar cancelar desistir desperdicar "
    "recusar dispensar negar fugir dizer_nao falar_nao deixar_passar perder_promocao",
    "ASIDE": "so antes primeiro eu",
    "WITHIN": "eu so antes primeiro ainda aqui ali me te com_calma entao rapidinho de",
}  # fmt: skip


class Expression(NamedTuple):
    """A verdict and what gives it: wordings, or a pattern where words do not say it."""

    verdict: str
    wordings: str
    pattern: str = ""
