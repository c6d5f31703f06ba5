"""By which words a thought refuses, doubts, asks or tells of something in the way: what `stances` weighs."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from anna.conversation.understanding.text.wordings import Wordings


class Said(StrEnum):
    """What a thought says, as far as its stance goes."""

    HARMLESS = (
        "harmless"  # a "não" that refuses nothing: "não tem problema", "não vou faltar", "não sei o endereço"
    )
    IF_FREE = "if_free"  # a condition that does not matter to the answer, or that the agenda answers
    DOUBT = "doubt"
    OBSTACLE = "obstacle"  # what she has to do at that time
    GOOD = "good"
    REFUSAL = "refusal"
    QUESTION = "question"
    TAKING = (
        "taking"  # all that a question consists of when it takes: "2 pode ser?", "dá pra ser a de sexta?"
    )
    STILL_THERE = "still_there"  # "ainda tem a primeira?" wants it
    PROMISE = "promise"  # "te confirmo amanhã": that day is no day of the visit
    OTHERS = "others"  # about other times than the one before it


_FAMILIES = {
    "NO": "nao num",
    "TIMED": "reuniao reunioes plantao plantoes expediente dentista escola faculdade facul aula aulas trabalho servico compromisso compromissos viagem velorio enterro prova provas terapia academia pilates treino culto missa audiencia fisioterapia cliente clientes paciente pacientes entrevista curso exame exames consulta vo onibus psicologo psicologa",
    "DOCTOR": "medico medica",
    "WHERE": "o a seu onde como qual bem direito esse",
    "LOOK": "pensar pensando ver vendo olhar olhando conferir verificar verificando consultar falar_com conversar perguntar checar checa analisar analisando decidir avaliar combinar confirmar_com confirmar_no confirmar_na confirmar_se confirmar_antes confirmar_depois confirmar_em confirmar_a resolver me_organizar estudar alinhar",
    "MINE": "meu minha meus minhas nosso nossa",
    "ORDER": "primeir* segund* terceir* quart* quint* sext* ultim* penultim*",
    "AT_WORK": "do de no meu ao d",
    "GERUND": "querendo gostando sendo estando podendo tendo dando curtindo conhecendo sabendo entendendo precisando indo",
}  # fmt: skip

_ROWS: tuple[tuple[Said, str], ...] = (
    (Said.HARMLESS, """
NO +eu|ja|ai tem|ha|vejo|teria|tenho|vai_ter|da|dou ?nenhum*|mais problema*|erro*|jeito_melhor|como_errar|duvida|duvidas|stress|estresse|galho|bo|compromisso|nada|nada_no|nada_na|nada_marcado|nada_contra|nada_melhor|nada_nesse|prefer*|preocup*|frescura ?nao
NO +eu|ja|ai ?me importo|ligo|incomodo|incomoda|oponho|preocupo ?nao
NO +eu|ja|ai ?me atrapalha|conflita|choca|bate_com +com|em|no|na|o|a|meu|minha|nada|nenhum*|horario|TIMED|DOCTOR ?nao
NO +eu|ja|ai posso|consigo|quero|vou|vo|devo|gosto_de +me|mais|te|eu|nem|la|pra atras*|falt*|perder|esquecer|demorar|furar|enrolar|esperar|adiar|errar|falar|responder|ouvir|atender|conversar|digitar|escrever|escutar ?nao
NO +eu|ja|ai perco|falto|furo|atraso|demoro|esqueco|erro ?nao
NO +eu|ja|ai vejo|veja a h* ?nao
NO +eu|ja|ai sei|lembro|tenho|conheco WHERE ?WHERE endereco|caminho|local|e|fica|chega*|nome|numero|aplicativo|cartao|pix|carro ?nao
NO +eu|ja|ai sei|lembro onde|como|chegar|ir ?nao
NO +eu|ja|ai precis*|esquec*|deixa*|deixe*|se_preocup*|perda*|perde* !ser|sair ?nao
NO +eu|ja|ai e|ta|fica|acho|achei|foi +nada|tao|muito|nem|assim ruim|mal|cedo|tarde|longe|dificil|complicado|complicada|problema ?nao
NO +eu|ja|ai trabalho|estudo|to_trabalhando|estou_trabalhando|tenho_aula|tenho_plantao|tenho_trabalho ?nao
NO +eu|ja|ai podia|poderia|tinha_como ser melhor ?nao
NO +eu|ja|ai tem|tinha +outro|nada|horario melhor|igual ?nao
por que nao
porque|como nao
nem precis* ?pensar
nem penso|pensei|acredito
nem pens* ser|2
nem que chova|seja
sem|0 problema*|stress|erro|duvida*|falta|medo|pressa
dificil|complicado|complicada|duro ?de|e escolher|decidir
mesmo nao|sem GERUND
nao se fala|discute|preocup* ?mais ?nisso
qualquer coisa ?eu ?te|lhe aviso|falo|chamo|ligo|digo|grito|mando
voce|voces ?que ?ainda ?me paga|pagam ?caro ?se|caso ?voce|voces ?me ?atras*|demor*|enrol*|falt*
se|caso voce|voces ?me ?nao atras*|demor*|enrol*|furar*|falt*|esquec* ?eu ?vou|te|lhe|ja ?reclam*|embora|brig*|xing*|mat*|processo|processar
ve|veja|vejam se ?voce|voces ?dessa_vez nao atras*|demor*|enrol*|me_deixa*|me_faz*|fur*|erra* ?esper*|plantad*|na_mao
nao|nem|num +va|vao|vem|venham|vai|me faz|faca|facam|fazer|deix* esperar|esperando|plantad*|na_mao
nao|nem|num +va|vao|vem|venham|me|de atras*|enrol*|furar|fura|furem ?nao|hein|em
sem ?nenhum* enrolac*|enrola|atraso*|demora|palhacada|gracinha*|frescura*
"""),
    (Said.IF_FREE, """
se|caso +ainda|por_acaso|nao|eu_nao|voce|voces tiver|estiver|esteja|houver|tenha|for_possivel|for_preciso|for_incomodo|for_problema|for_abuso|for_muito|for_da|for_necessario|possivel|puder|puder_ser|puderem|tudo_bem|tudo_certo|jesus|se_importar* +vaga|vago|livre|disponivel|incomodo|esse|essa|horario|la|ai|ser|dia|lugar|muito|de_pe|valendo
se|caso +ainda|por_acaso|nao|eu_nao|voce|voces der|der_certo|quiser* $
se|caso deus +quiser|permitir|ajudar|abencoar|deixar|me|nos|e|jesus|nossa|senhora
"""),
    (Said.DOUBT, """
talvez|quem_sabe|provavel*|possivelmente|depende*|depender|duvida|indeciso|indecisa|hesit*|sei_nao|vai_saber|sei_la|por_enquanto|a_principio|em_principio
quase !meio|na_h
nao|nem|num ..1 sei|tenho_certeza|tenho_como_saber|decidi|garanto|prometo|resolvi|pensei|confirmei
ainda nao
pode ser que
acho que nao|talvez
to|estou|fico|fiquei|tava entre
vou|vo|irei|preciso|precisava|precisaria|deixa|deixe|tenho_que|teria_que|tem_que|queria|quero|gostaria_de|posso|so|ainda|antes|falta|estou|to|tava|estava|fiquei|fico +eu|so|antes|primeiro|ainda|dar_uma|de|aqui|que|me|ate|ir|tambem LOOK
dar uma olhad*|pensad*|verificad*
dou uma olhada
te|lhe aviso|falo|confirmo|digo|respondo|retorno|dou_um_retorno|dou_uma_resposta|dou_certeza|dou_resposta !quando|se|caso|qualquer|chegando|ao|assim
confirmo|decido|resolvo|respondo|vejo|penso|aviso|falo|retorno +com_voce|com_voces|isso|ai|la|mais|so depois|amanha|tarde|a_noite|ate|logo|em_breve|daqui|mais_tarde
depois|amanha|mais_tarde|logo_mais +eu|te|lhe|ai|so confirmo|decido|resolvo|respondo|vejo|penso|aviso|falo|retorno|digo
pensando na|no|em
sera que !pode|da_para|da_pra|daria|rola|seria
quando ?eu souber|conseguir|puder|resolver
para|pra ?eu decidir|pensar|resolver
segur*|guard* ... ate|enquanto|que_eu
tomara|tentar|vou_fazer_o_possivel
!nao se !fal*|trat*|import*|tudo|cuid*
caso|desde_que|contanto_que|a_menos_que|a_nao_ser_que|assim_que
"""),
    (Said.OBSTACLE, """
tenho|terei|tinha|temos|tem que|de|um|1|uma|uns|umas|muit*|TIMED|DOCTOR|o_medico|a_medica|outr*|coisa|coisas|gente|visita|jogo|ensaio|h|horario_no|horario_na|horario_com|horario_de|horario_do|horario_da|filho|filhos|crianca|criancas|cabelei*|a_cabelei*|manicure|banho|rodizio|evento|festa|casamento
!AT_WORK trabalho|trabalhando|trabalhar|trabalharei|estudo|estudando|trampo|viajo|viajando|saio|entro|acordo|levanto|durmo|dormindo|almocando|janto|largo|termino|acabo|malho|treino|busco|buscar|levo|deixo|atendo|cuido|opero|dou_aula|dou_aulas|dou_plantao
!AT_WORK levar minha|minhas|meu|meus|a|as|o|os|ela|ele
!AT_WORK|o almoco
fecho|abro a|o loja|clinica|consultorio|salao|escritorio|bar|padaria|lanchonete|comercio|caixa|restaurante|farmacia|mercado|oficina|barbearia|empresa|firma
pego meu|meus|minha|minhas|servico|onibus|no
pego a|as|o|os menin*|crianc*|filh*|onibus|servico
to|estou|estarei|vou_ta|vou_estar|fico|ficarei|tava|estamos !#|no_#|na_#|no_de|no_da|no_das|na_de|na_da|na_das|no_unic*|na_unic*|no_primeir*|na_primeir*|no_segundo|no_terceiro|na_terceira|no_ultimo|na_ultima|~|com|livre|liberado|liberada|de_folga|disponivel|ai|la|dentro|ok|bem|de_boa|tranquil*|sussa|querendo|precisando|indo|feliz|ansios*|afim|a_fim|por|perto|pert*|nesse|nessa|zoando|brincando|de_brincadeira|de_brinks|de_zoeira|tirando_onda|esperando|aguardando|de_acordo|pronta|pronto|ciente *
vou a|ao|aos|buscar|levar|trabalhar|viajar|estar|ta|ter|sair|dar_aula|almocar|dormir|perder|me_atrasar
vou na|no !#|~|da|de|do|das|dos|ORDER|opc*|unic*|horario *
e ?bem|justo|justamente|exatamente ?a|o|na|no h|horario da|das|de|do|dos
e ?bem|justo|justamente|exatamente ?a|o|na|no h|horario que !eu|posso|consigo|quero|prefiro|da|tenho_livre|mais
e ?bem|justo|justamente|exatamente ?a|o|na|no h|horario que eu !posso|consigo|quero|prefiro|da|tenho_livre|mais
MINE filh*|marido|mae|pai|chefe|espos*|bebe|crianc*|patrao|patroa|TIMED|DOCTOR
ja tenho
compromisso*|ocupado|ocupada|plantao
!do|da|de|saida TIMED !de_pele
!do|da|de|o|a|e|eh|um|uma|com|ser|algum|alguma|saida DOCTOR
!depois|antes de TIMED|DOCTOR !de_pele
"""),
    (Said.GOOD, """
otimo|otima|perfeito|perfeita|maravilh*|bom|boa|certinho|certinha|serve|encaix*|melhor|fecha|fechou|fechado|fecho|da_certo|da_para|da_pra|consigo|posso|prefiro|pode|marca*|reserv*|top|beleza|combinado|massa|bacana|livre|ja_vou|vou_sim|topo|to_ai|chego_ai|vou_direto|da_tempo|de_la_vou|e_vou|e_ja
"""),
    (Said.REFUSAL, """
nao|num|nem|nunca|jamais|menos|tirando|exceto|sem_ser|odeio|detesto|dispenso|recuso|descart*|odiei|detestei|risca*|elimina*|tira_o|tira_a|tira_esse|tira_essa|esquece*|impossivel|inviavel|complicado|complicada|dificil|dificulta|ruim|pessimo|pessima|horrivel|terrivel|pesado|puxado|puxada|corrido|corrida|apertado|apertada|tenso|osso|contramao|atrapalha|conflita|choca|bate_com|sem_chance|sem_condic*|sem_possib*|sem_tempo|sem_como|deus_me_livre|to_fora|estou_fora|ja_era|nem_pensar|credo|👎|❌|🚫|🙅
fora =#|o|a|os|as|esse|essa
corta*|corte* =a|o|ess*
cancela*|cancele|desmarca|desmarque =a|o|as|os|ess*
passo $
muito|meio|super|tao|1_pouco|um_pouco|bastante|cedissimo|tardissimo cedo|tarde|longe|em_cima|apertado|proximo
cedo|tarde|longe|em_cima demais|para_mim|pra_mim|para_caramba
e|ta|fica|acho|achei|seria ?bem cedo|tarde|longe|cedinho
"""),
    (Said.QUESTION, """
quanto !antes
qual !for|quer
quem !sabe|tem
quem tem !#|~|ORDER|o|a|as
quantos|quantas|quais|onde|por_que|com_quem|que_dia
que|qual dr|dra|doutor|doutora|profissional|medico|medica
e com a|o|dr|dra|quem
tem !#|~|que|de|como_marcar|como_ser|problema*|erro*|ORDER|do_meio|da_meio|o|a|os|as *
tem o|a|os|as !#|~|ORDER|do_meio *
aceita*|parcela*|demora*|dura|doi|inclui|paga*|custa*
e ?muito caro|cara
pode levar|ir
posso levar|ir_com|pagar|trocar|mudar|remarcar
precisa de|levar|ir
"""),
    (Said.TAKING, """
quero|queria|pode|podemos|poderia|podia|ser|seria|marc*|agend*|reserv*|confirm*|coloc*|por|bota*|poe|deixa|deixar|fech*|da|daria|rola|posso|consigo|consegue*|fic*|com|vamos|vou|bora|nesse|nessa|esse|essa|este|esta|aquele|aquela|os|as|no|na|do|das|dos|de|em|ao|aos|um
eu|me|mim|pra|para|voce|voces|ve|gente|entao|ta|bom|certo|ok|beleza|ne|favor|la|ai|ja|so|sim|mesmo|melhor|otimo|perfeito|opcao|numero|horario|h|feira|dia|mes|manha|tarde|noite|meia|cedo|sera|que|acho|prefiro|obrigado|obrigada|moca|amor|querido|querida|viu|mas|agora|serve|combinado
janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|oi|ola|isso|ultim*|certinho|tambem|kkk|tem_como|como|entre|tal
"""),
    (Said.STILL_THERE, """
ainda tem|tem_vaga|ta|esta|da|existe
tem|ta|esta ainda
de_pe|disponivel|livre|valendo
"""),
    (Said.PROMISE, """
te|lhe aviso|falo|confirmo|digo|respondo|retorno|dou
confirmo|decido|resolvo|respondo|aviso|retorno
"""),
    (Said.OTHERS, """
outro|outra|outros|outras|antes|depois|mais_cedo|mais_tarde|resto|demais|dia|dias|semana|esses|essas|nenhum*
"""),
)  # fmt: skip
_NUMBER = {said: number for number, (said, _) in enumerate(_ROWS)}


@cache
def wordings() -> Wordings:
    """The wordings of everything that a thought may say."""
    return Wordings(_FAMILIES, [text for _, text in _ROWS])


def says(said: Said, norm: str) -> bool:
    """Whether words of that kind are in a normal form."""
    return wordings().find(_NUMBER[said], norm) is not None


def without(said: Said, norm: str) -> str:
    """The normal form with `_` where words of that kind were."""
    kept, end = [], 0
    for start, stop in spans(said, norm):
        kept.append(norm[end:start])
        end = stop
    return " _ ".join([*kept, norm[end:]])


def spans(said: Said, norm: str) -> list[tuple[int, int]]:
    """Where words of that kind are in a normal form."""
    return list(wordings().spans(_NUMBER[said], norm))
