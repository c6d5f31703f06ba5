"""In what words each fact of the clinic is asked for: families of words, and for each fact its wordings (`text.wordings`)."""

from __future__ import annotations

from anna.commands import Nuance

FAMILIES = {
    "LASTS": "demora demoram demorar dura duram leva levam gasta gastam",
    "SITTING": "sessao sessoes consulta atendimento procedimento aplicacao avaliacao limpeza",
    "DOES": "avalia avaliam faz fazem aplica aplicam atende atendem realiza vai_fazer vai_aplicar vai_atender vai_me_atender vai_realizar me_atende me_faz e_que_faz e_que_aplica e_que_atende que_faz que_aplica que_atende",
    "STAFF": "profissional profissionais doutora doutor dra dr medica medico esteticista biomedica enfermeira",
    "STAFFS": "profissionais doutoras doutores medicos medicas esteticistas dermatologistas biomedicas dentistas",
    "DOCTOR": "medica medico doutora doutor dermatologista dermato dra dr",
    "TITLE": "dra_. dr_. dra dr doutora doutor",
    "FREE": "vaga vagas horario horarios h livre livres disponivel disponiveis data datas",
    "DEPOSIT": "sinal deposito caucao adiantamento",
    "NEEDS": "precisa preciso precisam exige exigem obrigatorio obrigatoria necessario tem_que tenho_que tem_de tenho_de e_pra e_para devo sou_obrigada sou_obrigado",
    "MONEY": "sinal deposito entrada caucao dinheiro valor pagamento",
    "CALL_OFF": "cancel* desmarc* desist* falt* nao_for nao_puder_ir nao_aparecer nao_ir",
    "LESS": "barato barata baratos baratas baratinho baratinha baratin em_conta acessivel economico",
    "SOMETHING": "algo alguma_coisa algum alguma outro outra outros outras opcao opcoes um uma procedimento tratamento servico coisa alternativa",
    "INFORMATION": "informac* info infos detalhes",
    "MAY_I": "quero queria gostaria gostaria_de poderia pode podem preciso posso consigo tem_como da_para da_pra vim vamos",
    "GIVE": "me_passa me_passe me_passar me_manda me_mande me_mandar me_da me_dar me_dao me_envia me_enviar passa passar manda mandar enviar envia dar obter ter receber pedir",
    "TREAT": "tirar resolver tratar trato melhorar melhora amenizar diminuir reduzir reduz clarear clareia eliminar sumir_com acabar_com acaba_com suavizar remover cuidar tira some_com",
    "TROUBLE": "mancha manchas manchinha manchinhas marca_de_espinha marcas_de_espinha marca_de_acne marcas_de_acne melasma flacidez ruga rugas ruguinhas linhas linhas_de_expressao marcas olheira olheiras papada celulite celulites estria estrias gordura gordurinha gordurinhas gorduras barriga barriguinha acne espinha espinhas poros cicatriz cicatrizes pes_de_galinha vasinho vasinhos oleosidade rosacea bochecha bochechas culote pele rosto pinta pintas pintinha pintinhas verruga verrugas sarda sardas sinal_de_pele sinalzinho codigo_de_barras",
    "LOOKS": "flacidez ruga rugas ruguinhas linhas_de_expressao olheira olheiras papada celulite celulites estria estrias gordura_localizada gordurinha gordurinhas culote pes_de_galinha codigo_de_barras",
    "AREA": "costa costas sovaco suvaco ombro ombros perna pernas coxa coxas braco bracos axila axilas virilha virilhas buco barriga peito nuca testa glabela papada pescoco",
    "PROMISED": "garantiu garantiram prometeu prometeram jurou juraram assegurou asseguraram",
    "SAID_SO": "disse disseram falou falaram informou informaram deixou autorizou liberou combinou combinei acertei acertou",
    "OF_US": "moca moco recepcionista recepcao atendente secretaria menina mocinha doutora doutor dra dr medica medico esteticista voces",
    "TERMS": "pagar pagava pagaria pago parcelar parcelava parcelado dividir dividia desconto descontinho sinal entrada deposito metade reembolso devolver devolvia",
    "MAIL": "mensagem mensagens lembrete lembretes aviso avisos confirmacao notificacao",
    "OTHERS": "ela ele elas eles minha_mae minha_irma minha_esposa minha_mulher minha_filha minha_amiga meu_marido meu_pai meu_filho meu_namorado minha_namorada",
    "LANGUAGE": "ingles english espanhol castellano frances italiano alemao",
}  # fmt: skip

TREATS = "treats"
"""A trouble to be treated: advice is asked for, unless a procedure is named."""

SUFFERS = "suffers"
"""A trouble that is told: advice is asked for where it was asked what is wanted."""

DEFINES = "defines"
"""What something is: it is asked about where that is a procedure."""

ROWS: tuple[tuple[Nuance | str, str], ...] = (
    (Nuance.ASKS_DURATION, """
quanto_tempo|quantas_h|quantos_min|quanto ?que ?e ?mais_ou_menos LASTS
quanto_tempo|qual_o_tempo|quantos_min ?e|de ?a|o SITTING
qual|quanto ?e ?a ?o ?tempo_de duracao
LASTS quanto|quantas|quantos|muito ... ?
LASTS quanto_tempo|quantas_h|quantos_min
^ +e|mas|ah|,|ela|ele LASTS quanto|muito +mais_ou_menos|em_media $
LASTS|termina|acaba|termino|saio|vou_sair +mais_ou_menos|ai|la|de ate que|quantas|quais h
termina|acaba|termino +mais_ou_menos|ai|la|de que h
que h ?que ?eu ?ai termina|acaba|saio|vou_sair|estarei_livre|sou_liberada|sou_liberado
e|sera rapido|rapidinho|demorado|demorada ... ?
"""),
    (Nuance.ASKS_WHO, """
quem ?e DOES
^ ?e ?ela|ele|a_dra|o_dr|a_doutora|o_doutor|a_profissional|quem_faz|quem_aplica e|seria ?uma|um medica|medico|doutora|doutor|dermatologista|biomedica|enfermeira|esteticista ?mesmo ?
com quem e|seria|fica|vai_ser|faz|faco ... ?
e|seria|fica|vai_ser com quem ?
com quem ?
e|seria com quem $
as|a|das * quem e|atende|seria $
as|a|das * quem e ?
qual|que|quais +e|a|o|sao|as|os STAFF DOES
qual|que|quais|quantos|quantas STAFFS atendem|trabalham|tem|existem|estao|fazem !minha|meu !vaga|vagas
qual|que|quais|quem +e|sao|os|as STAFFS ?da ?de ?ai ?dai ?daqui ?clinica ?voces ?equipe ?
nome|nomes|lista|relacao|quadro +da|do|de|dos|das|com|completa|o|os STAFFS $
nome|nomes|lista|relacao|quadro +da|do|de|dos|das|com|completa|o|os STAFFS da_clinica|dai|ai|daqui|de_voces|por_favor|?
nome da|do|de|dela|dele +quem|que|moca|moco|menina|pessoa|STAFF|vai|me|ira DOES|atender|fazer|aplicar|cuidar
qual|que|quais +e|a|o|sao|as|os STAFF ?
e +a|o|um|uma|ela|ele|so|mesmo STAFF ..1 DOES
e a|o * que|quem faz|aplica|atende|vai_fazer|vai_aplicar|vai_atender ?
tem|teria|ha ?so ?alguma ?uma ?STAFF mulher !de|da|do|gravida|que_e ?que|para|pra|ai ?me ?atend* ?fa* ... ?
e|seria|sera homem|mulher ou homem|mulher
?vai ?e ?ser com|por ?um ?uma homem|mulher ou ?um ?uma homem|mulher
e|seria|vai_ser com|por ?a|o doutora|doutor|dra|dr|medica|medico|mulher|homem ?mulher ?homem ?que_faz|mesmo|ne ?
e|seria ?so ?uma|um mulher|homem ?mesmo que|quem faz|aplica|atende|vai_fazer|vai_atender|vai_me_atender|me_atende
que|quem faz|aplica|atende|vai_fazer|vai_atender e|seria|sera ?uma|um mulher|homem|medica|medico|doutora|doutor
e ?com +a|o|dra|dr * ou +a|o|dra|dr|outro|outra * que|quem vai|faz|aplica|atende
e|sera|seria mulher|homem ?mesmo ?ne ?
a|o * e mulher|homem|medica|medico ?mesmo ?, ne|?
mas|, e|seria ?uma medica|doutora|mulher ?mesmo ?, ne|?
responde|responda|diz|fala|saber|falou|disse se ?quem ?atende e ?uma mulher|homem|medica|doutora
"""),
    (Nuance.ASKS_FREE, """
quando|que_dia|que_dias|qual_dia|quais_dias ?voces|ai ?ai tem|teria|ha|tao_com|estao_com ?h|FREE|agenda|espaco ... ?
quando|que_dia|que_dias|qual_dia|quais_dias tem|teria|ha FREE
qual|quais +e|o|os|a|as proxim*|primeir* FREE ?livre|disponivel|vago|vaga|que_tem|voces_tem
dia|data|vaga ?livre|disponivel mais proximo|proxima|perto !de|do|da|dos|das
que|quais|qual FREE a|o ?TITLE * tem|teria
tem|teria FREE pra|para|pro quando|que_dia|qual_dia
o que ?e ?que ?voces tem|teria ?de FREE
tem|teria ?ai quais|que|qual +os|as FREE|dias
quais|que|qual +os|as|o|a|sao|e FREE|dias|dia +ai|que|voce|voces|ele|ela|disponivel|disponiveis|livres tem|teria|estao_livres|livres|disponiveis|vagos
"""),
    (Nuance.ASKS_CHEAPER, """
SOMETHING ?que_seja ?bem ?procedimento|opcao|servico|tratamento ?um_pouco|pouquinho mais|menos LESS|caro|cara|carinho
tem|teria|ha|existe ?ai ?voces ?um|uma mais|menos LESS|caro|cara
qual|quais ..3 mais LESS
qual|quais ..3 menor preco|valor
SOMETHING de|com menor valor|preco
o_que|que|qual|quanto ..3 de|o|a mais LESS
algo|alguma_coisa|opcao|procedimento|o_que tem|teria|que_seja|por|de ate # ?reais|conto
tem|teria ?algo|alguma_coisa|algum|opcao ?por|de ate # ?reais|conto
algo|alguma_coisa|opcao ?por|de ate # reais|?
"""),
    (Nuance.ASKS_LATENESS, """
tolerancia ?de|para|pra ?atras*
toler* ..4 atras*
atras* ..5 toler*
quanto|quantos|quantas ..3 atras* ... ?
perco|perde|perdemos ..3 se ..3 atras* ... ?
posso|pode|podemos ?me ?chegar atras* ... ?
posso|pode|podemos chegar ..4 depois|atrasad* ... ?
se|caso +eu|a_gente|me|por_acaso atras* ... ?
se|caso +eu|a_gente chegar ..3 atrasad*|depois|tarde ... ?
tem|da problema ?se ?eu ?me atras* ... ?
"""),
    (Nuance.ASKS_REFUND, """
recebo|volta|tenho|pego|devolve*|reembols*|estorn*|tem|ganho ?o ?a ?meu MONEY ?de_volta ... ?
meu|o|a MONEY de_volta|volta|e_devolvido|e_devolvida|e_reembolsado|e_reembolsavel|devolve ... ?
MONEY ?e|sera|vai_ser devolvido|devolvida|reembolsado|reembolsavel|estornado ... ?
perco|perde|perder|perdi|perdemos ?o ?a ?meu ?todo MONEY ... ?
se|caso ... CALL_OFF ... perco|perde|multa|taxa|cobra*|pago|paga|MONEY|devolve*|reembols*|estorn* ... ?
devolve*|reembols*|estorn* ... se|caso ... CALL_OFF
saber +se|como|voces devolve*|reembols*|estorn* ?o ?a MONEY
devolve*|reembols*|estorn* ... se|caso ... nao gostar|gostei|der|funcionar|ficar ... ?
se|caso ... nao gostar|gostei|der|funcionar|ficar ... devolve*|reembols*|estorn* ... ?
tem|cobra*|pago|paga ?uma multa|taxa ... CALL_OFF ... ?
pagar|pago|paga|cobra|cobram|perco|perde ..5 por|pra|para|pelo|ao CALL_OFF ... ?
tem|fazem|da|rola reembolso|estorno|devolucao ... ?
se|caso|quando ..2 paguei|pago|pagar|pagado|pagou ..4 volta|devolve*|estorn*|reembols*|recebo|perco ... ?
MONEY|pix que ?eu ?ja fiz|paguei|dei|mandei ?e volta|devolv* ... ?
devolve*|reembols*|estorn* ?pra ?para ?me ?mim o|isso|tudo que ?eu ?ja paguei|dei|depositei|transferi ... ?
se|caso !tiver|tem|houver|abrir|surgir|sobrar|der|possivel|for|nao_tiver|nao_houver|nao_tem|voces ... posso|podemos|consigo|da_para|da_pra|tem_como|pode|poderia ?eu remarc*|desmarc*|cancel*|mudar|trocar|adiar|transferir ... ?
se|caso ... remarc*|desmarc*|cancel*|mudar|adiar ..3 problema|tudo_bem ?
posso|podemos|consigo|da_para|da_pra|tem_como|pode|poderia ?eu remarc*|desmarc*|cancel*|mudar|adiar ..3 se|caso ?eu precis*|quiser|chover|adoec*|acontec*|ficar|nao_puder*|nao_der|nao_conseguir* ... ?
"""),
    (Nuance.ASKS_DEPOSIT, """
tem|ha|existe|teria|cobra*|pede*|exige*|rola ?que|de ?ter|dar|deixar|pagar|fazer ?algum ?um ?uma ?o DEPOSIT|entrada !de_volta|volta ... ?
NEEDS ?mesmo ?de ?ter|dar|deixar|pagar|fazer|adiantar ?algum ?um ?uma ?o ?do DEPOSIT|entrada ... ?
!consigo|posso|vou|podia NEEDS|pago|paga|pagar|pagamento ?mesmo ?pagar|pagando ?tudo ?algo ?alguma_coisa ?ja ?e antes|adiantado|antecipado|antecipadamente|agora !de_ontem ... ?
NEEDS ?mesmo ?pagar ... para_marcar|pra_marcar|para_reservar|pra_reservar|para_agendar|pra_agendar ... ?
para|pra marcar|reservar|agendar ..3 NEEDS|pago|paga ..2 pagar|pago|sinal|DEPOSIT ... ?
pagar|pago|paga|pagamento +e|so|tudo|eu antes|adiantado ou ... ?
DEPOSIT ..3 obrigatori*|necessari* ... ?
^ +e|mas|ah|,|a|o|no|na|da|do|para|pra ..4 NEEDS ?de DEPOSIT ?ou ?nao $
sem|nao_tem|precisa_de DEPOSIT ?ne|certo|nao ?ne ?
por_que|porque|pra_que|para_que ?e ?que ?eu ?a_gente ?voces NEEDS|cobra*|pede*|querem ?mesmo ?de ?ja ?pagar ?dar ?deixar ?fazer ?adiantar ?tudo ?um ?o ?esse ?esta antes|adiantado|antecipado|DEPOSIT|entrada
por_que|porque|pra_que|para_que ?e ?serve ?que +esse|essa|o|um|uma DEPOSIT
pagar|pago|paga|acerto|acertar|acerta|pagamento +e|so|tudo|eu|ai|la|voces|direto no_dia|na_h|no_local|no_balcao|pessoalmente|quando_chegar|quando_eu_chegar|quando_for|depois_de_fazer ... ?
quando +e|que|eu|a_gente pago|paga|pagar|acerto|acerta =...?
pago|pagar|paga|pagaria quanto +eu|e agora|hoje|ja|antes|adiantado|de_entrada|pra_reservar|para_reservar
^ +e|entao|mas|, quanto +e|que|eu|a_gente|ja pago|paga|pagaria|pagar agora|hoje|antes|adiantado|de_entrada|pra_reservar|para_reservar
pago|paga|pagar|acerto ?e quando =...?
pagar|pago|paga|pagamento +e|so|tudo|eu no_dia|na_h|la|ai_na_h ou ..3 antes|adiantado|agora
!quanto|como|onde|quando pagar|pago|acerto|acertar|transfiro ?o ?sinal ?so|apenas|somente amanha|depois_de_amanha|semana_que_vem|mes_que_vem|outro_dia|mais_tarde|a_noite|segunda|terca|quarta|quinta|sexta|sabado
nunca vi +isso|de|ter|que|precisar|clinica|lugar pagar|pagando|cobrar|pedir|exigir antes|adiantado|antecipado|DEPOSIT
"""),
    (Nuance.ASKS_AGE, """
tem|precisa|existe|ha|tem_que|preciso ?ter ?de ?que ?uma ?algum ?alguma ?qual ?limite ?de idade ?minima ?maxima ?certa ?limite ?ideal ... ?
tem que|qual idade
que|qual|quantos +e|a|o|com|de idade|idade_minima|idade_maxima|idade_limite ... ?
com|de|a_partir_de|ate|apos|tem que|qual|quantos idade|anos ... pode|posso|faz|fazem|atendem|atende|aceitam|da|precisa
# anos|aninhos ... pode|posso|poderia|atendem|aceitam|tem_problema|tem_algum_problema ... ?
pode|posso|poderia|atendem|aceitam|faz|fazem ..4 com|tendo|de # anos ... ?
tenho # ?, ?eu ?ja ?ainda posso|pode ?fazer ?marcar ?ir ?
"""),
    (Nuance.ASKS_GUARANTEE, """
^ +e|mas|, se|caso ?eu|ficar nao gostar|gosto|curtir|ficar_bom|der_certo|funcionar|ruim|feio|torto|gostar_do_resultado ... ?
garant* !vaga|horario|lugar|reserva|data|o_horario|meu_horario|a_vaga|minha_vaga|meu_lugar|o_meu|a_minha|a_reserva|a_consulta|a_data ... ?
me garant* que
!nao|ta|esta|fica e ?ai ?isso garant* ne $
tem|da|dao|oferece* ?alguma garantia
"""),
    (Nuance.ASKS_ABOUT, """
saber|conhecer|entender|ouvir|perguntar|INFORMATION|explicac* +um_pouco|um_pouquinho|mais|melhor|umas|algumas sobre|do|da|dos|das|de|como_funciona|como_e|como_que_funciona|a_respeito
MAY_I +GIVE|saber|de|ter|umas|algumas|uma|alguma|mais|maiores|melhores INFORMATION
GIVE +umas|algumas|uma|alguma|mais|maiores|melhores|as|os|todas|todos INFORMATION
mais|maiores|melhores|algumas|umas INFORMATION
MAY_I|vim ?de saber|conhecer ?um_pouco mais
como ?que ?e_que ?ele ?ela ?isso ?esse ?essa ?o ?a funciona|e_feito|e_feita|fazem
me_fala|me_fale|me_conta|me_conte|me_explica|me_explique|fala|conta|explica|explique +um_pouco|mais|melhor|ai|por_favor sobre|do|da|de|dos|das|como
^ ?e|seria|ola|oi sobre
"""),
    (Nuance.ASKS_ADVICE, """
o_que|qual|quais|que +e|que|seria|o|a|os|me|ai|procedimento|procedimentos|tratamento|tratamentos|voce|voces indica*|recomend*|suger*|aconselh*
qual|quais|que +e|seria|sao|o|a|os|as melhor|melhores|indicado|indicados|ideal +tratamento|tratamentos|procedimento|procedimentos|opcao|coisa|para|pra|pro
o_que +e|seria|que|e_que|voces bom|indicado|melhor|resolve|funciona para|pra|pro
"""),
    (Nuance.ASKS_DOCTOR, """
tem|teria|ha|existe|possui|possuem +ai|na_clinica|voces|alguma|algum|uma|um|a|o|com DOCTOR =ai|na|no|mulher|mesmo|de_pele|de_verdade|formad*|para_ver|para_olhar|para_avaliar|para_me|pra_ver|pra_olhar|pra_avaliar|pra_me|que_olha|que_olhe|que_ve|que_veja|que_avalia|que_avalie|que_atend*|atend*|ne|?|,
tem|teria|ha|existe|possui|possuem +ai|na_clinica|voces|alguma|algum|uma|um|com DOCTOR .
"""),
    (Nuance.ASKS_DOES, """
o_que|que|quais|qual +e|sao|que|os|as|procedimento|procedimentos|tratamento|tratamentos|servico|servicos a|o ?TITLE * faz|atende|realiza|aplica|oferece
^ +e|mas|oi|ola|,|bom|dia|boa|tarde|noite a|o ?TITLE * faz|atende|realiza|aplica o_que|quais|que_procedimento*
com o_que|que a|o ?TITLE * trabalha
a|o ?TITLE * trabalha com o_que|que
a|o ?TITLE * e|seria +uma|um|mesmo|realmente medica|medico|dermatologista|dermato|biomedica|biomedico|esteticista|enfermeira|dentista|formada|formado ... ?
qual|quais +e|sao|a|as|o especialidade|especialidades|trabalho da|do|dessa|desse ?TITLE *
"""),
    (Nuance.ASKS_AREA, """
que|qual|quais ?e ?a ?as parte|partes ?do ?de corpo
e|vale|inclui|pega|para|pra +so|a|o|as|os|na|no|isso qual|que|quais area|areas|parte|partes ... ?
vale|inclui|pega|para|pra +so|a|o|as|os|na|no|isso qual|que|quais regiao|regioes ... ?
por area|regiao|parte =...?
inclui|pega|vale|cobre +so|para|pra|na|no|as|os|a|o|meia|metade corpo|costa|costas|perna|pernas|braco|bracos|axila|axilas|virilha =...?
corpo todo|inteiro =...?
e|seria|vale|pega|inclui|sao +so|a|o|as|os|na|no|para|pra|esse|preco|valor|isso AREA|rosto ..6 tudo|toda|todo|junto|juntas|juntos|inteira|inteiro =...?
^ +e|,|mas|ah a|o|as|os|na|nas|no|nos|da|das|do|dos|pra|para|AREA ?AREA ?e ?AREA ?inteira ?inteiro ?inteiras ?toda ?todo ? $
"""),
    (Nuance.ASKS_CARE, """
doi|doem|doer|dolorid*|doloros*|dor|anestesi* ... ?
saber|perguntar|duvida se ..3 doi|doem|anestesi*
^ +e|mas|ah|,|isso|ele|ela|sera|que|sera_que doi|doem +muito|mesmo|bastante|demais $
quanto|quanto_tempo|quantos_meses ... dura|duram|durar ... efeito|resultado ... ?
efeito|resultado ..2 dura|duram|permanece ... ?
quais|qual|que|tem|precisa|algum ..3 cuidado|cuidados ... depois|apos|pos|antes|do|da ... ?
"""),
    (TREATS, """
MAY_I|quero_muito|como_faco|como_faz|tem_algo|algo|tem_tratamento|tratamento|o_que_fazer|o_que_faco|tem_alguma_coisa|alguma_coisa +de|me|para|pra|muito|fazer|que TREAT +as|os|a|o|essas|esses|essa|esse|minhas|meus|minha|meu|umas|uns|um|uma|de|da|do|das|dos|com|aqui|muita TROUBLE
marcar|agendar|consulta|h|horario|vaga|passar|doutora|doutor|dra|dr|medica|medico|alguem ..5 ver|olhar|mostrar|avaliar|examinar|TREAT|olhasse|visse +as|os|a|o|essas|esses|essa|esse|minhas|meus|minha|meu|umas|uns|um|uma|de|da|do|das|dos TROUBLE
quanto|preco|valor|orcamento !tempo ..5 TREAT|sumir +as|os|a|o|essas|esses|essa|esse|minhas|meus|minha|meu|umas|uns|um|uma|de|da|do|das|dos|com TROUBLE
tem_algo|algo|tem_tratamento|tratamento|procedimento|coisa|o_que_fazer|o_que_faco|tem_alguma_coisa|alguma_coisa para|pra|com|contra +as|os|a|o|essas|esses|essa|esse|minhas|meus|minha|meu TROUBLE
o_que|que|quais +que|voces|ai|e_que|tratamento|tratamentos|procedimentos tem|teria|fazem|faz|oferecem|oferece|trabalham ?de ?bom para|pra|contra|pro +as|os|a|o|essas|esses|essa|esse|minhas|meus|minha|meu|quem|tem|com TROUBLE
TREAT|ver um|uns|esse|meu sinal|sinais ?escuro ?grande do|da|das|no|na|nas|que rosto|pele|face|nariz|bochecha|AREA
TROUBLE ..8 quero|queria|gostaria|preciso|da_para|da_pra|tem_como|posso +muito|de|me|ver_se|poder TREAT|melhor*|sumir
MAY_I|da_pra|tem_como +me|a|dar|de|um|jeito|sumir|acabar|jeitinho|livrar nas|nos|na|no|nessa|nesse|nessas|nesses|com|da|do|das|dos|dessa|desse|dessas|desses +minha|meu|minhas|meus|as|os|a|o|essa|esse|essas|esses TROUBLE
queria|quero|gostaria|gostaria_de|preciso|vim ver|olhar|mostrar|avaliar +com|voces|a|doutora|doutor|o|as|os|essas|esses|essa|esse|minhas|meus|minha|meu|umas|uns|um|uma|de|da|do|das|dos TROUBLE !depois|apos|do_peeling|da|que_ficou
TROUBLE ..8 o_que ?voces ?eu ?se da|posso|pode|podem|fazem|tem|indica|resolve +pra|para|fazer|de|bom
TROUBLE ..3 incomod*|me_mata_de_vergonha|tenho_vergonha
^ +oi|ola|,|bom|dia|boa|tarde|noite|e|que|eu to|estou|tenho|ando|fiquei +com|cheia|cheio|de|muita|muito|umas|uns|uma|um|tanta|bastante|a|o LOOKS !ard*|doendo|inch*|depois|apos
MAY_I|querendo|afim_de|a_fim_de|vontade_de +de|me|mais dar|da um|uma up|upgrade|melhorada|renovada|levantada|repaginada|tratada|tapa
MAY_I|querendo|afim_de|a_fim_de|vontade_de +de|me|mais|da rejuvenescer|rejuvenescida
cara|rosto|aparencia|pele +de|muito|ta|esta|meio|bem cansada|cansado|velha|acabada|acabado|abatida|abatido|caido|caida|caindo
voces ?ai ?tambem trata|tratam|cuida|cuidam|resolve|resolvem !bem|mal|direito|assim ... ?
aquele|aquela ?tal negocio|negocinho|treco|trem|parada|coisa|coisinha|lance|tratamento|procedimento do|da|de|no|na|pro|pra|para|que|em !fiz|sempre|voce|voces
"""),
    (SUFFERS, """
^ +oi|ola|e|que|porque|,|eu to|estou|tenho|ando|fiquei|apareceram|apareceu +com|cheia|cheio|de|muita|muito|umas|uns|uma|um|tanta|bastante TROUBLE
nao|nem|num sei +o|a|nome|qual|como|que|chama|direito|filha|moca|menina|bem|disso|,|.|e|so|mas|tenho|to|com|muita|umas|uns|uma|essa|essas|esse|esses|seria|para|pra|TREAT TROUBLE
querendo|quero|queria|gostaria|para|pra +de|me ficar|parecer|sentir +mais|bem|muito|uns|anos jovem|nova|novinha|bonita|linda|bela
^ +oi|ola|e|,|seria|para|pra TREAT|sumir +com|as|os|a|o|essas|esses|umas|uns|minhas|meus TROUBLE
^ +oi|ola|e|,|seria|sao|para|pra|por_causa|causa|de|da|do|das|dos|umas|uns|uma|um|minha|minhas|meu|meus TROUBLE
"""),
    (DEFINES, """
o_que e|seria|faz
para|pra que serve|e
"""),
    (Nuance.CLAIMS_PROMISE, """
PROMISED ... TERMS
PROMISED ... por|so|apenas # ?reais|conto
desconto|preco|valor|condicao|parcelamento|parcela|reembolso que ..3 PROMISED|combinou|combinaram|combinei
OF_US ..3 SAID_SO ... podia|dava|poderia|posso|podemos|da_para|da_pra|era_so|so|ia ..2 pagar|pagava|parcelar|parcelava|dividir|dar|deixar
OF_US ..3 SAID_SO|PROMISED ... de_graca|gratis|cortesia
SAID_SO ..3 com|comigo ..2 OF_US ... TERMS
SAID_SO que ?o ?a sinal|entrada|deposito e|era|seria|ia_ser|custava|saia ?so ?de #
"""),
    (Nuance.ASKS_RECIPIENT, """
vao|vai|mandam|enviam|avisam ?nao ?mandar|enviar|avisar|ligar|escrever|contar +alguma|algum|nada|algo|MAIL|isso|o|a|disso ?para|pra|pro|com OTHERS =...?
vao|vai|mandam|enviam|avisam ?nao ?mandar|enviar|avisar|ligar|escrever|contar +alguma|algum|nada|algo|MAIL|isso|o|a|disso ?para|pra|pro|com OTHERS , ?ne
vao|vai|mandam|enviam|avisam ?nao ?mandar|enviar|avisar|ligar|escrever|contar +alguma|algum|nada|algo|MAIL|isso|o|a|disso ?para|pra|pro|com OTHERS ne
nao|nem mandem|mande|manda|enviem|envia|avisem|avisa|contem|conta|liguem|liga +nada|alguma|MAIL|isso|por_favor|, ?para|pra|com OTHERS
OTHERS ?nao vai|vao receber|ver|ganhar +alguma|algum|nada|algo|o|a|esse|essa MAIL =...?
OTHERS ?nao vai|vao receber|ver|ganhar +alguma|algum|nada|algo|o|a|esse|essa|MAIL ?, ne
MAIL +da_consulta|, vem|vai|chega|vao|chegam|cai|sera|e_enviado +so|tambem|, para|pra|pro|no|em mim|meu|minha|OTHERS|quem|qual|dela|dele =...?
quem ?e ?que ?vai recebe|receber o|a|os MAIL
"""),
    (Nuance.ASKS_LANGUAGE, """
fala*|atende*|habla*|tem_alguem|alguem_ai|entende*|speak|respond* ?ai|voces|ustedes ?em|que_fala|que_fale ?em LANGUAGE
LANGUAGE ?
"""),
)  # fmt: skip
