"""What a message says besides its commands: that anything will do, that the answer comes later, that something else is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from anna.commands import Nuance, RuleHit
from anna.conversation.understanding.port import State
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.understanding.text.wordings import Wordings

_FAMILIES = {
    "TELEPHONE": "numero telefone celular chip whatsapp",
    "INSURER": "unimed amil sulamerica sul_america hapvida notredame notre_dame intermedica cassi geap bradesco_saude saude_bradesco porto_seguro porto_saude golden_cross prevent_senior omint careplus care_plus cabesp iamspe ipsemg saude_caixa mediservice",
    "HELLO": "oi ola opa bom boa dia tarde noite tudo bem , . ! ? moca moco por_favor e mas ah entao gente amiga querida",
    "OPENING": "vaga horario dia data h",
    "ITSELF": "ai isso tudo por_favor pra_mim para_mim de_novo o_que a_pergunta a_mensagem as_opco* os_horarios a_lista",
    "ONLY": "to estou queria quero gostaria_de precisava estava tava ia era pra para mesmo pergunt*",
    "KIN": "ele ela marido esposo mulher esposa mae pai filho filha neto neta genro nora sogro sogra cunhado cunhada tio tia sobrinho sobrinha primo prima vo avo noivo noiva namorado namorada irma irmao amigo amiga",
    "ORDINAL": "primeir* segund* terceir* quart* quint* ultim* unic* mesm* tal que don dona mae pai tipo melhor paciente respons*",
}

_ROWS: tuple[tuple[Nuance, str], ...] = (
    (Nuance.ANYTHING, """
qualquer um|uma|momento|OPENING
tanto faz
sem|nao_tenho preferencia
o que tiver|for_melhor|for_mais_facil
a|o|qualquer h|horario que tiver|der|voces_tiverem|sobrar|voces_quiserem|for !melhor
mais|bem cedo|rapido possivel
quanto antes
primeiro|primeira ?OPENING que_tiver|que_voces|que_aparecer|que_der|disponivel|livre
pode|podem escolher
voce|voces ?que escolhe*|decide*|sabe*_melhor
quando ?voce|voces tiver*|puder*|der|houver +vaga|horario|um_horario|uma_vaga|disponivel|melhor .
quando ?voce|voces tiver*|puder*|der|houver +vaga|horario|um_horario|uma_vaga|disponivel|melhor =para|pra
^ agora|ja|hoje_mesmo ?mesmo ?por_favor !? $
"""),
    (Nuance.GIVES_UP, """
deixa|deixe pra|para la
deixa quieto|queto
!nao|num|nem|nunca|se quero|preciso ?de ?mais nada ?mais nao .
!nao|num|nem|nunca|n|vai|va esquece|desisto* !desconto|o_desconto|do_desconto|esse_desconto|desse_desconto|a_promocao|da_promocao|isso_de_desconto|de_cancelar
desisti* !na_h|no_meio|da_ultima|da_outra|da_primeira|daquela|por_medo|de_medo
nao quero|preciso ?de ?mais nada
nao quero|queria|desejo|pretendo|vou_fazer|preciso_de ?fazer ?marcar ?mais nenhum|nenhuma procedimento|procedimentos|consulta|servico .
nao quero|queria|desejo|pretendo|vou_fazer|preciso_de ?fazer ?marcar ?mais ?de procedimento|procedimentos|consulta|servico ?nenhum|nenhuma|algum .
nao obrigada|obrigado
nao , obrigada|obrigado
nao quero|vou_querer|preciso|tenho_interesse ?mais . !?
nao quero|vou_querer|preciso|tenho_interesse ?mais =obrigad*|valeu|nao
nao quero|queria|vou|preciso|pretendo ?mais marcar|agendar|reservar ?mais ?nada ?nao .
nao quero|queria|vou|preciso|pretendo ?mais marcar|agendar|reservar ?mais nada =obrigad*|valeu|por_enquanto|agora|nao|so
^ ?ah ?nao|num precis* ?mais ?nao ?nada ?nao ?, =obrigad*|valeu|agradecid*
^ ?ah|mas ?ja para|parou|chega $
"""),
    (Nuance.ANOTHER_DAY, """
outra|outras|outro|outros dia|dias|data|datas
outra semana
"""),
    (Nuance.EARLIER, "mais cedo !possivel"),
    (Nuance.LATER_ON, "mais tarde|pro_fim|para_o_fim"),
    (Nuance.LATER, """
me chama|procura|procure|escreve|lembra|contata|liga|aborda +ai|de_novo|novamente|la|so|mais semana_que_vem|mes_que_vem|na_outra_semana|amanha|depois|outro_dia|outra_h|mais_tarde|mais_para_frente|mais_pra_frente|ano_que_vem|em_janeiro|depois_do_carnaval
vou ver|pensar|verificar|olhar|consultar|conversar|falar|confirmar|me_organizar|me_programar|decidir
te|lhe|ti falo|aviso|retorno|chamo|confirmo|respondo|digo|dou_retorno|dou_um_retorno
falo|aviso|retorno|chamo|respondo|confirmo|volto|vejo|marco ?a_falar|aqui|contigo|com_voce|com_voces depois|mais_tarde|amanha|logo|outra_h
depois ?eu ?te|lhe falo|aviso|vejo|volto|retorno|marco|chamo|respondo|confirmo
deixa|deixe eu ver|pensar|olhar
^ +ta|ok|bom|entao|ai|,|hm amanha|depois|mais_tarde|segunda_feira|semana_que_vem ?eu vejo|resolvo|decido|penso|olho ?isso|com_calma ?direito .
preciso|tenho_que pensar|ver_com|ver_a|ver_minha|ver_meu|ver_aqui|falar_com_meu|falar_com_minha
ja ?te respondo|volto|falo|retorno
1|um minutinho|momento|momentinho|instante|segundo|min|seg
pera|perai
qualquer coisa ?eu ?te|lhe chamo|falo|aviso|volto|retorno
"""),
    (Nuance.ASKS_OFFER, """
^ +HELLO voces|a_clinica|ai ?ai ?ainda ?tambem faz|fazem|oferece|oferecem|realiza|realizam|trabalha|trabalham|aplica|aplicam ..6 !? $
^ +HELLO fazem|trabalham|oferecem|realizam|aplicam ..6 !? $
faz|fazem|tem|teria|trabalha|trabalham|oferece|oferecem|realiza|realizam|aplica|aplicam|colocam|atende|atendem ... ?
vi|soube|fiquei_sabendo|falaram|falou|disseram|disse|ouvi|contou|contaram|comentou|comentaram|diz|dizem ... que ?ai voces|ai|a_clinica ?tambem faz|fazem|tem|trabalha*|oferece*|realiza*|aplica*
saber|perguntar|confirmar|ver se ?ai ?ainda ?voces ?a_clinica ?tambem faz|fazem|oferece*|realiza*|aplica*|trabalha*
"""),
    (Nuance.ASKS_PURPOSE, """
o_que|que ?e ?que voces|voce|a_clinica|essa_clinica|esse_pessoal|esse_povo querem|quer|desejam|deseja|querendo comigo|de_mim
o_que|que ?e ?que voces|voce|essa_clinica querem|desejam ?mesmo|agora|afinal .
o_que|que ?e ?que voces|voce tao|estao|ta|esta querendo ... ?
por_que|porque|para_que|pra_que ?e ?que ?voces|voce estao|tao|ta|esta|ficam|fica|continuam ?ainda me mand*|escrev*|cham*|procur*|lig*|perturb*
por_que|porque ?e ?que ?voces|voce me mand*|escrev*|cham*|procur*
quem sao|e voces ... ?
^ ?oi ?, ?mas quem sao|e voces $
nunca ?eu ?te falei|escrevi|mandei_mensagem|procurei|entrei_em_contato|pedi_nada +nada|com|para|pra|a voces|voce|essa_clinica
"""),
    (Nuance.ASKS_TELEPHONE, """
qual|quais|tem|manda|passa|passe|me_da|sabe|cade +o|e|um|algum|me|seu|numero|do|de telefone|telefones|numero|fixo ?da|das|de|do|dos|para|pra voce|voces|clinica|contato|ligar|recepcao|ai|?
posso|consigo|queria|quero|da_para|da_pra ligar
deixa|deixe ?eu ligar
o telefone|fixo da|de|do|dai clinica|voces|recepcao
qual|cade ?o telefone|fixo .
"""),
    (Nuance.SAYS_PAID, """
ja|acabei_de paguei|pagar|transferi|transferir
^ +pronto|ok|ta|oi|feito|ja|, pago ?ja ?ta ?viu ?, ?obrigada ?obrigado .
!nao|num|nem|nunca|se|se_eu|se_ja paguei|fiz_o_pix|fiz_o_pagamento|fiz_o_sinal|pix_feito|pagamento_feito|ta_pago|esta_pago !nao|num
!recebi|receber|de|cade|quero|queria|preciso comprovante !nao|num
acabei de fazer o pix|pagamento
^ +pronto|ok|ta|oi|ja|certo|, feito|efetuado|efetuei|realizado|realizei|concluido|concluida|enviado|enviada ?ja o|a|meu pix|pagamento|sinal|deposito|transferencia !quando|antes|depois|na|no|como
!nao|num|nem|quando|apos|se|depois_do pix|pagamento|deposito|sinal|transferencia ?ja ?foi feito|feita|enviado|enviada|efetuado|efetuada|realizado|realizada|concluido|concluida !quando|antes|depois|na|no|como|para|pra|errado|?
^ pronto|prontinho|feito|ok|opa|certo ?, ?ja pago .
!nao|num|nem|nunca mandei|enviei|passei|depositei|transferi|fiz +o|um|uma|ja|esse|voces|para|pra|a pix|sinal|deposito|transferencia|ted|pagamento|dinheiro
!nao|num|nem|nunca passei|fiz|mandei|enviei +no|pelo|por|via|ja|tudo|agora|aqui pix !errado
KIN ?ja ?ai ?acabou_de pagou|pagar|transferiu|depositou !#|caro|cara|menos|mais|barato|muito|pouco|na_outra|em_outra|la
KIN ?ja ?ai fez|mandou|passou +o|um|uma|a|no|pelo|por|via pix|pagamento|transferencia|deposito
banco|aplicativo|extrato|nubank|itau|bradesco|caixa|santander|inter diz|disse|fala|mostra|mostrou|consta|aparece|confirmou ?que ?ja ?foi|saiu|debitou|debitado|descontou|pago|pagou|efetuado|concluido
meu|o dinheiro|pix|pagamento|deposito|sinal sumiu|sumiram|desapareceu|nao_caiu|nao_entrou|nao_apareceu
"""),
    (Nuance.ASKS_INSURANCE, """
convenio|convenios|INSURER
plano|planos de saude
aceita*|cobre|cobrem|pega|pegam|atende|atendem|recebe|recebem|trabalha*|credenciad* +o|a|pelo|pela|com|por|meu|minha|no|do|plano|voces|tambem bradesco|porto|allianz|caixa|petrobras|correios !pix|conta|cartao
tem ?convenio com|o|pelo|pela bradesco|porto|allianz
"""),
    (Nuance.ASKS_PREPARATION, """
precisa|preciso|tenho_que|tem_que|devo|posso ?de levar|trazer algo|alguma_coisa|o_que|documento*|exame*
algo|alguma_coisa|algum_documento|o_que ?que ?eu ?voces preciso|precisa|tenho_que|tem_que|devo levar|trazer
o que ?eu levo|preciso_levar|tenho_que_levar|devo_levar
preparo|preparar|preparacao|preparativ*
!to|estou|fico de|em jejum
posso|pode|podem|precisa|preciso|tem_que|tenho_que|devo ?ir|vir|estar|fazer|ser|chegar jejum|maquiada|maquiado|depilada|depilado
posso|pode|precisa|preciso|tem_que|tenho_que|devo ir|vir|estar|chegar de|com|sem ?a maquiagem|batom|rimel|base|lente|lentes|esmalte|brinco*|joia*|piercing|corrente|creme|protetor
o_que|algum_cuidado|alguma_coisa ..4 antes
ir sem maquiagem
"""),
    (Nuance.ASKS_CATALOGUE, """
que|quais +sao|os|as|seus|suas|outros|outras|tipo_de|tipos_de procedimento|procedimentos|servico|servicos|tratamento|tratamentos|coisas
lista de|dos procedimentos|servicos|tratamentos
que ?mais voces|a_clinica|tu faz|fazem|tem|oferece|oferecem|atende|atendem ?afinal|mesmo|exatamente|por_ai|no_fim|entao|de_bom .
que ?mais voces|a_clinica|tu faz|fazem|tem|oferece|oferecem|atende|atendem =ai|na_clinica|por_ai
"""),
    (Nuance.ASKS_AGAIN, """
repete|repita|repetir|repetindo .
repete|repita|repetir|repetindo =ITSELF
fala*|manda*|escreve*|diz* ?tudo|isso|ai|os_horarios|a_lista de_novo|outra_vez|novamente
"""),
    (Nuance.SKIPS, """
pula|pule|pular .
pula|pule|pular =essa|esta|isso|a_pergunta|por_favor
prefiro|melhor nao passar|dar|dizer|informar|falar|responder|mandar
nao|num quero|vou|gostaria_de|queria passar|dar|informar|dizer|mandar +o|meu|nenhum|outro|mais telefone|numero|celular|contato
"""),
    (Nuance.ONLY_ASKED, "so|apenas ONLY +ONLY ?saber|ver|perguntar|sabendo|vendo|consultar|pesquisar|pesquisando|ter +o|os|a|as|um|uma|de|mesmo preco|valor|precos|valores|saber|nocao|ideia|curiosidade|informacao"),
    (Nuance.HAGGLES, """
na|no|em outra|concorren* ?clinica|lugar ..2 e|ta|esta|sai|custa|cobra*|faz*|paguei|achei|vi
cobre|cobrem|iguala|igualam o|esse|essa|a preco|valor|oferta|orcamento
voces|ai ?nao cobrem|igualam .
a|o|as|os|na|no|ali|aqui|clinica|lugar ?clinica ?lugar ?ai ?aqui da_frente|do_lado|da_esquina|em_frente|ao_lado|vizinha|vizinho|concorrente|concorrencia ..1 cobra*|faz|fazem|ta|esta|sai|custa por|a|uns|# ?# ?reais
abaixa|abaixar|baixa|baixar|melhora|melhorar|diminuir|chorar ?o|esse|um_pouco_o|um_pouquinho_o preco|valor
faz|fazem|faria|fariam|deixa|deixam|consegue|conseguem ?fazer ?esse|essa|isso|o|a ..3 mais barato|barata|baratinho|em_conta
faz|fazem|faria|fariam|deixa|deixam|consegue|conseguem ?fazer ?esse|essa|isso|o|a ..3 por menos ?
"""),
    (Nuance.WHAT_IF, """
pagar|pago|paga|cobra|cobram|multa|taxa|perco|perde ..5 por|pra|para|pelo|ao cancel*|desmarc*|remarc*|desist* ... ?
se|caso +eu|a_gente|por_acaso|um_dia|tiver_que|precisar|quiser desmarc*|cancel*|remarc*|falt*|desist*|atras*|me_atras*|adoec*|nao_puder*|nao_for*|nao_conseguir*|nao_aparecer*|nao_der* ... ?
^ +e|mas|ah|hm|hum|ta|bom|ok|certo|entendi|,|. e se|caso +eu|a_gente|por_acaso|um_dia|tiver_que|precisar|quiser desmarc*|cancel*|desist*|falt*|atras*|me_atras*|adoec*|nao_puder*|nao_conseguir*|nao_aparecer* +ir|vir|no_dia|em_cima_da_h|de_ultima_h $
se|caso !tiver|tem|houver|abrir|surgir|sobrar|der|possivel|for|nao_tiver|nao_houver|nao_tem|voces ... posso|podemos|consigo|da_para|da_pra|tem_como|pode|poderia ?eu remarc*|desmarc*|cancel*|mudar|trocar|adiar|transferir ... ?
^ +e|mas|ah|ta|isso|sim|,|. e se|caso +eu|a_gente|por_acaso quiser|precisar|tiver_que desist*|desmarc*|cancel* ..2 voces|devolv*|cobra*|perco|perde|pago
se|caso ... remarc*|desmarc*|cancel*|mudar|adiar ..3 problema|tudo_bem ?
se|caso +eu|a_gente falt*|nao_for|nao_puder*|nao_aparecer*|desmarc*|cancel* ?ir ?, ?ai ?voce ?voces cobra*|multa*|perco|pago
posso|podemos|consigo|da_para|da_pra|tem_como|pode|poderia ?eu remarc*|desmarc*|cancel*|mudar|adiar ..3 se|caso ?eu precis*|quiser|chover|adoec*|acontec*|ficar|nao_puder*|nao_der|nao_conseguir* ... ?
"""),
    (Nuance.TOO_DEAR, """
caro !que|colega|amigo|senhor
carinho .
carinho =hein|ne|demais
ta|esta|e|achei|muito|bem|meio|tao cara|salgado|salgada|puxado|puxada
fora|acima do ?meu orcamento
"""),
    (Nuance.OTHER_PERSON, """
nao sou ?mais a|o !ORDINAL *
numero|pessoa|contato|telefone|whatsapp errada|errado
esse|este|o TELEPHONE ?agora era|foi de|do|da antigo|antiga|outro|outra dono|dona|pessoa|titular
esse|este|o TELEPHONE ?agora e_meu_agora|e_agora_meu|ficou_meu_agora|ficou_agora_meu|nao_e_da|nao_e_de|nao_e_do|nao_e_mais_da|nao_e_mais_de|nao_e_mais_do
TELEPHONE agora e meu
"""),
    (Nuance.MISSENT, """
foi|e|deve_ser|por engano
mandei|enviei|escrevi|era ..2 errado|errada|pra_outra_pessoa|para_outra_pessoa|pra_outro|para_outro
liguei|disquei|chamei ..3 errado|errada
errei|confundi|troquei ?de ?o ?a conversa|contato|chat|pessoa|grupo|janela|destinatario
^ +oi|opa|ops|ih|eita|desculp*|foi_mal|perdao|, nao|num era para|pra voce|voces|ca|ai|aqui .
foi|era|e meu|minha KIN mexendo|brincando|apertando|jogando|que_mexeu|que_pegou|que_apertou|que_mandou|digitando
era|foi para|pra ?a ?o ?minha|meu ?outra KIN|pessoa|grupo ?esse|essa|o|a ?coracao|emoji|foto|figurinha|mensagem|audio|video|recado desculp*|foi_mal|perdao
"""),
    (Nuance.OWN_NUMBER, """
meu|o TELEPHONE e ?o esse|este|mesmo|esse_mesmo|este_mesmo|esse_aqui|esse_que !...?
esse|este|nesse|neste|desse|deste ?meu TELEPHONE mesmo !...?
esse|este mesmo|aqui ?e ?o meu TELEPHONE !...?
pode|podem ?me ser|usar|falar|chamar|mandar|ligar ?comigo ?n*|por|para|pra esse|este|nesse|neste ?mesmo TELEPHONE !...?
"""),
    (Nuance.ALSO, """
tambem
alem disso|dela|dele|desse|dessa|do|da
aproveitando|aproveito|junto
e mais|ainda a|o|um|uma
"""),
    (Nuance.NEW_NUMBER, """
mudei|troquei|mudou|trocou +de|o|meu|do TELEPHONE
meu|do_meu|no_meu|pelo_meu|num|de outro|novo TELEPHONE
meu numero novo
"""),
)  # fmt: skip

# What wordings do not say: whole messages of a few kinds of words, and sums of money.
_PATTERNS: tuple[tuple[Nuance, str], ...] = (
    (Nuance.GIVES_UP, r"^(?!(?:deixa|esquec[ea])[ .!]*$)(?:(?:a+f+[fe]*|ah|ai|ok|ta|nossa|entao|nao|puts|credo)[ ,.!]+)*(?:deixa|esquec[ea])(?: (?:isso|estar|quieto))?[ ,.!]*(?:(?:entao|obrigad[ao]|valeu|tchau|vou (?:ver|procurar) depois)[ ,.!]*)*$"),
    (Nuance.GIVES_UP, r"^(?!.*(?:\b(?:se|caso|senao)\b|\?)).*\b(?:vou|prefiro|vamos)(?: (?:procurar|ver|buscar|achar|ir|fazer|marcar|tentar))?(?: (?:em|num|numa|para|pra))? outr[oa] (?:lugar|clinica|canto|salao)\b"),
    (Nuance.ASKS_TO_ASK, r"^(?:(?:oi|ola|bom dia|boa tarde|boa noite|tudo bem|por favor|moca|so|me|eu|entao)[ ,!.?]*)*(?:(?:tenho|tira|tire|tirar|queria|quero|gostaria|posso|preciso|pode|de|me|fazer|uma?s?|algumas|mais) )*(?:duvidas?|perguntas?|perguntinha)(?: por favor)?[ .!?]*$"),
    (Nuance.ASKS_MEANING, r"^(?:(?:oi|ola|opa|ue|eita|desculpa|desculpe|perai|pera|moca|voce|eu)[ ,.!]*)*(?:[?!., ]*\?|hein|(?:nao|num) (?:estou |to |tou )?(?:entendi|entendendo|compreendi|peguei)(?: nada| direito| bem| isso| a pergunta)*|como assim|o ?que(?: e| significa| quer dizer) isso|explica(?: melhor| direito)?)(?: *[?!.,]| repete\b.*| explica\b.*| nao\b| por favor| moca)*$"),
    (Nuance.HAGGLES, r"\b(?:faz|fazem|faria\w*|fech[ao]\w*|topo|deixa\w*|consegue\w* fazer|tem como fazer|da para fazer)(?: (?:ele|ela|tudo|pra mim|para mim|essa|esse|isso|as? \w+))? por (?:r \$ |r\$ ?)?(?:\d{2,}(?! ?(?:h|dia|min|vezes|x)\b)|_)"),
    (Nuance.HAGGLES, r"^(?!.*\b(?:sinal|entrada)\b)(?=.*\b(?:a ?vista|dinheiro|especie|pix|reais|contos?|pila|desconto)\b).*\b(?:tem como|da (?:para|pra)|rola|pode|podia|poderia|consegue\w*|aceita\w*|sai|fica)(?: (?:me|voces?|a|o|isso|ser|ficar|sair|fazer|deixar|cobrar|por|em|so|uns))* (?:r ?\$ ?)?\d{2,4}\b(?! ?(?:h|x|vezes|dia|min|de|da)\b)"),
    (Nuance.HAGGLES, r"(?:\b\d{3,4}|\br ?\$ ?\d{2,4}|\b\d{2,4} (?:reais|conto|contos|pila)) (?:e |, ?|q |que )*(?:eu |a gente |ja )*(?:fecho|fechamos|topo|topamos|levo)\b"),
    (Nuance.HAGGLES, r"\b(?:faz\w*|fizer\w*|faria\w*|dao|der|derem|tira\w*|abat\w*|consegu\w*|rola\w*|quero|ganho)(?: (?:me|uns|um|voces?|ai|pelo|menos|so|ate))* \d{1,2} ?%(?! (?:de )?(?:certeza|algodao|seguranca))|\b\d{1,2} ?% (?:a ?vista|no pix|em dinheiro|no dinheiro|a menos)\b"),
    (Nuance.HAGGLES, r"\b(?:outr[ao] (?:clinica|lugar|canto|salao)|concorren\w+|vizinh[ao])(?: (?:me|ali|aqui|daqui|do lado|da frente))* (?:faz\w*|cobra\w*|ta|esta|custa|sai)(?: (?:por|a|uns|so))* (?:r ?\$ ?)?\d{3,4}\b(?! ?(?:h|x|vezes))"),
    (Nuance.HAGGLES, r"\b(?:fech[ao]|fechamos|fechou)(?: (?:em|nos?|ai|com))? (?:r ?\$ ?)?\d{3,4}\b(?! ?(?:h|x|vezes|dia|min|pessoas|sessoes))"),
    (Nuance.HAGGLES, r"\b(?:faz|fazem|faria\w*|fech[ao]\w*|deixa\w*|por|pela|cobra\w*)(?: (?:a|pela|por))? metade\b|\bmetade do (?:preco|valor)\b"),
    (Nuance.NAMES_NEWS, r"^(?!.*\b(?:nada|tudo|nenhum\w*|qualquer|lembretes?|avisos?|sair(?! (?:so |somente |apenas )?(?:d[aeo]s?|dess[ae]s?) (?:(?:lista|grupo|mailing|envios?) d[aeo]s? )?(?:promoc|promos?\b|novidades|ofertas?|campanhas?|propaganda|marketing|divulgac|informativos?))|contato|lig\w+|bloque\w+)\b).*\b(?:promoc\w+|promos?|novidades|ofertas?|campanhas?|propagandas?|publicidades?|marketing|divulgac\w+|informativos?|anuncios?|black|natal|cupo(?:m|ns)|sorteios?|liquidac\w+|panfletos?)\b"),
)  # fmt: skip

# What people ask clinics and salons for. A name that is in the catalogue is read as that and never gets here.
_ELSEWHERE = (
    r"\b(?:\w{2,}(?:plastia|aspiracao|pigmentacao|escultura|ectomia|pexia|modelacao)s?|lipo|silicone|protese|lifting|fios de \w+|fios? pdo|endolaser|"
    r"endolift|blefaro|rino|microblading|tatuagem|piercing|unhas?|manicure|pedicure|cabelo|escova|progressiva|mechas|luzes|tranca\w*|"
    r"clareamento(?: dental| dos dentes)?|aparelho (?:no dente|dental|ortodontico)|lentes? de contato(?: dental)?|dentes?|canal|implante\w*|bronzeamento|"
    r"bronze|maquiagem|penteado|ventosa|acupuntura|pilates|yoga|academia|fisioterapia|nutricionista|psicolog\w+|dermatologista|ginecologista|"
    r"ultrassom|exame de sangue|vacina|soroterapia|ozonioterapia|carboxiterapia|intradermoterapia|mesoterapia|radiofrequencia|"
    r"massagem relaxante|quiropraxia|barba|calvicie|careca|varizes|vasinhos|henna|brow lamination|lash lifting)\b"
)
_OF_A_PROCEDURE = frozenset({Nuance.ASKS_OFFER, Nuance.ALSO})
_WANTED = r"\b(?:fa[zc]\w*|faco|tira|tiram|remov\w+|apag\w+|marc\w+|agend\w+|quer\w*|queria|gostaria|preciso|preco|valor\w*|quanto|custa|tem|trabalha\w*|oferece\w*|realiza\w*|trat[ao]\w*|cuida\w*|resolve\w*|sobre)\b"
_SHORT = 3  # words: who says nothing but the name of a procedure asks for it
_HAD = r"\b(?:fiz|tenho|coloquei|uso|ja tive|operei|pos|depois d[aeo])(?: (?:uma?|a|o|minha|meu))* ?$"


# "liguei no número errado": hers is the mistake, and nobody's number
# Said where the clinic had not written first it is her own mistake; where it had, whoever answers for it knows.
_WRONG_NUMBER = r"\b(?:numero|contato|telefone|zap|whatsapp|mensagem|conversa|chat|grupo) errad[ao]\b"
_THEY_WROTE = r"\bnao sou\b|\b(?:voces?|a clinica) (?:me )?(?:mand|lig|escrev|err)\w*|\b(?:recebi|chegou|veio)\b|\b(?:mandou|mandaram|ligou|ligaram|escreveram|chamaram)\b|\bess[ea] (?:numero|telefone) (?:e|ta|esta|agora|nao)\b"
_KIN = f"(?:{_FAMILIES['KIN'].replace(' ', '|')})"
_MY_MISTAKE = (
    r"\b(?:liguei|disquei|chamei|mandei|enviei|escrevi)\b.*\berrad[ao]\b"
    rf"|\b(?:(?:foi|era|e) (?:so |que )*|(?:foi mal|desculp\w+|perdao|ops)(?: [,.!])* )(?:o |a )?(?:meu|minha) {_KIN}(?: (?:que|quem|pequen[ao]|aqui|de|\d+|anos?|_+))* (?:(?:tava|estava|ficou|pegou o celular) )?(?:mexendo|mexeu|brincando|brincou|apertando|apertou|digitando|digitou|clicou|pegou (?:n?o )?(?:meu )?(?:celular|telefone))\b"
    rf"|\b(?:era|foi) (?:pra|para|pro) (?:o |a )?(?:minha|meu) (?:{_KIN}|grupo|ex) (?:ess[ea] |est[ea] |[oa] )(?:mensage\w+|coracao|audio|foto|figurinha|emoji|recado|video)\b"
)
_TAKES_LEAVE = r"\b(?:tchau|xau|adeus|ate mais|ate logo|ate a proxima|fui|flw|vou embora|nem precisa mais)\b"
_ASKS_FOR_OTHERS = r"\?|\b(?:outr[ao]s?|mais (?:cedo|tarde|opc\w+|horarios?)|me avis\w+|espera)\b"


def leaves_it(line: Line, *, gives_up: bool) -> bool:
    """Whether who wants none of the times that were offered wants no others either: "nenhum desses, tchau"."""
    return (gives_up or line.find(_TAKES_LEAVE) is not None) and line.find(_ASKS_FOR_OTHERS) is None


@cache
def wordings() -> Wordings:
    """The wordings of each nuance."""
    return Wordings(_FAMILIES, [text for _, text in _ROWS])


def read_nuances(line: Line, *, named: bool, state: State) -> tuple[frozenset[Nuance], tuple[RuleHit, ...]]:
    """The nuances of a message, and the rules that saw them; `named` when it names a procedure of the catalogue."""
    found, hits = set(), []
    for nuance, start, end in _seen(line):
        if nuance not in found and (named or nuance not in _OF_A_PROCEDURE):
            found.add(nuance)
            hits.append(line.hit("nuances", start, end, nuance.value))
    if line.find(_MY_MISTAKE) or (line.find(_WRONG_NUMBER) and not line.find(_THEY_WROTE)):
        found.discard(Nuance.OTHER_PERSON)
        found.add(Nuance.MISSENT)
    other = None if named else line.find(_ELSEWHERE)
    asked = state is State.ASK_PROCEDURE or len(line.tokens) <= _SHORT or line.find(_WANTED) is not None
    if other and asked and not rx(_HAD).search(line.norm[: other.start()]):
        found.add(Nuance.UNLISTED)
        hits.append(line.hit("nuances", other.start(), other.end(), Nuance.UNLISTED.value))
    return frozenset(found), tuple(hits)


def _seen(line: Line) -> Iterator[tuple[Nuance, int, int]]:
    for row in sorted(wordings().possible(line.norm)):
        span = wordings().find(row, line.norm)
        if span:
            yield _ROWS[row][0], *span
    for nuance, pattern in _PATTERNS:
        match = line.find(pattern)
        if match:
            yield nuance, *match.span()
