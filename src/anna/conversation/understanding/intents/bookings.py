"""What is wished of an appointment, as wordings: to make one, to know of it, to keep, move or cancel it."""

from __future__ import annotations

from anna.commands import Intent

BOOKING_FAMILIES = {
    "BOOKED": "presenca consulta sessao horario agendamento atendimento retorno avaliacao procedimento limpeza botox peeling massagem drenagem depilacao h",
    "AT_WORK": "ao_trabalho no_trabalho o_trabalho ao_servico no_servico o_servico a_escola na_escola a_aula na_aula a_faculdade na_faculdade no_emprego na_firma no_trampo",
    "CONSULTA": "consulta sessao horario retorno",
    "VISIT": "consulta sessao horario h agendamento atendimento procedimento avaliacao retorno reserva visita",
    "OWN": "minha minhas meu meus nossa nossas nosso nossos 2 3 todas ambas de da do das dos",
    "MIDDLE": "aqui ja sim entao de_novo tambem viu por_aqui a o e que as os",
    "WEEKDAY": "segunda terca quarta quinta sexta sabado",
    "DAY": "hoje amanha segunda terca quarta quinta sexta sabado dia_# para pra pro na no as_#",
    "SOON": "hoje amanha segunda terca quarta quinta sexta sabado domingo dia_# semana_que_vem essa_semana as_# #_h depois_da depois_das depois_de depois_do antes_da antes_das antes_de antes_do "
    "de_manha a_tarde a_noite mais_cedo mais_tarde fim_de_semana manha tarde noite mes_que_vem",
    "THE_CLINIC": "clinica atendimento funcionamento voces dr dra doutor* medic* estabelec*",
    "MARKED": "marcada marcado marcadas marcados agendada agendado agendadas agendados",
    "WAS": "e que ta esta ficou foi mesmo o a era sera vai_ser do da de tenho eu",
    "THEIRS": "mae pai filh* marido mulher espos* irm* chefe patro* vo net* prim* ti* cunhad* sobrin* vizinh* comadre noiv* noiva sogr* namorad* amig* cuidador* van carona trabalho plantao folga aula escola",
    "SHE": "ela ele mae pai filh* marido espos* irm* vo sogr* namorad* amig* prim* ti* cunhad* vizinh* comadre noiv*",
    "PLACE": "vaga vagas horario horarios h disponibilidade disponivel agenda data datas dia dias espaco encaixe brecha lugar horarinho livre",
    "SOME": "algum alguma um uma mais ai ainda outro outra outros outras disponivel so pra para mim por_acaso o a algo alguma_coisa me_encaixar encaixar",
}  # fmt: skip

BOOKINGS: tuple[tuple[Intent, str], ...] = (
    (Intent.CONFIRM_ATTENDANCE, """
para|pra|vim|quero|queria|so +so|vim|e confirmar a|o|as|os ?consulta|horario|sessao ?botox da|do|de ?minha ?meu mae|filha|filho|irma|irmao|marido|esposa|pai|avo|vo|sogra|amiga|namorado|namorada|patroa|patrao|chefe !...?
ela|ele|mae|filha|filho|irma|marido|esposa|pai|sogra|amiga|patroa|patrao|chefe pediu|mandou ?para|pra ?eu confirmar !o_endereco|o_valor|o_preco|se|o_pix
fala|avisa|diz|anota ?ai ?la que ela|ele|minha_mae|minha_filha|meu_filho|meu_marido|minha_irma|meu_pai vai|vem !atras*|cheg*|demor*|falt*|se|ligar|pagar|mandar|ter|remarcar|cancelar|desmarcar
!nao|num|ja confirmo|confirmamos|confirmando|confirmadissim* +MIDDLE ?OWN BOOKED|DAY|ambas|as_2|os_2|todas|a_de|o_de|a_da|a_do|a_das|a_dos
quero|queria|vim|venho|vindo|passando|passei|gostaria_de|preciso|vou|deixar|deixo|so|posso +ja|so|aqui|para|pra|de|vir confirmar +MIDDLE ?OWN presenca|consulta|sessao|horario|agendamento !de_funcionamento|de_atendimento|de_abertura|da_abertura !...?
quero|queria|vim|venho|vindo|passando|passei|gostaria_de|preciso|vou|deixar|deixo|so|posso +ja|so|aqui|para|pra|de|vir confirmar +MIDDLE OWN BOOKED !de_funcionamento|de_atendimento|de_abertura|da_abertura !...?
e|quero|queria|vim|venho|passando|gostaria_de +so|aqui|para|pra|de confirmar a_minha|o_meu ?consulta|horario|sessao de|da|do|dia DAY|# !mas|so_que|porem|?
!nao|num|pode|podem|me|ja confirmo|confirmando a_minha|o_meu ?consulta|horario|sessao de|da|do|dia DAY|# !mas|so_que|porem|?
e ?so para|pra confirmar +MIDDLE OWN BOOKED !de_funcionamento|de_atendimento|de_abertura|da_abertura !...?
pode|podem|podes ?ja confirmar +MIDDLE ?minha|nossa presenca
pode|podem|podes ?ja confirmar ?que ?eu|a_gente|nos vou|vamos|estarei|estaremos|irei|iremos
pode|podem ?ja confirmar +MIDDLE OWN BOOKED !...?
!nao|num|me confirma|confirme ?a|o minha|meu BOOKED !...?
confirmado +MIDDLE presenca|minha_presenca|minha_consulta|minha_sessao|meu_horario|meu_agendamento|meu_atendimento|meu_retorno|minha_avaliacao|meu_procedimento|minha_limpeza|meu_botox !...?
!se|a|o|minha|meu presenca|consulta|sessao|horario ?mais_que|super|ta|esta confirmad* . !...?
!se|a|o|minha|meu presenca|consulta|sessao|horario ?mais_que|super|ta|esta confirmad* =viu|DAY !...?
!se a|o|minha|meu|a_minha|o_meu presenca|consulta|sessao|horario ?mais_que|super|ta|esta confirmad* . !...?
!se a|o|minha|meu|a_minha|o_meu presenca|consulta|sessao|horario ?mais_que|super|ta|esta confirmad* =viu|DAY !...?
to|estou|ta|esta|estamos|fica confirmad* DAY !...?
"""),
    (Intent.CHECK_APPOINTMENT, """
?eu|a_gente tenho|temos +algum|alguma|um|uma|ja|mais CONSULTA|avaliacao ?marcad*|agendad* +ai|com_voces|para|pra|na|no|de|hoje|amanha|WEEKDAY|feira|essa|semana|dia|#|que_vem ?
CONSULTA da|de|do ?minha|meu !THE_CLINIC * e|ta|esta|ficou|vai_ser|foi|era ?para|pra|em|de que|qual|quando
CONSULTA da|de|do ?minha|meu !THE_CLINIC * que dia|h
que|qual ?o|e dia|h|horario ?e|ta|esta|ficou|vai_ser|foi|e_que_e ?a|o CONSULTA da|de|do ?minha|meu !THE_CLINIC *
que|qual|quando ?o|e ?dia|h|horario +e|ta|esta|ficou|vai_ser|foi|e_que_e|a|o|da consulta|sessao|avaliacao|retorno dela|dele
quando|que_h ?que e|ta|fica|ficou|vai_ser|foi a|o CONSULTA da|de|do ?minha|meu !THE_CLINIC *
ja_passou|perdi ?a|o minha|meu consulta|sessao|horario ... ?
minha|meu * e|era|ficou ?pra|para hoje|amanha|WEEKDAY ?mesmo ou|ne|certo|mesmo ..4 ?
e|era hoje|amanha|WEEKDAY|dia_# ?mesmo que ?eu vou|tenho|marquei|volto|faco ..4 ?
marquei|agendei|marcaram|agendaram|fiquei pra|para quando|que_dia|que_h|qual_dia
que|qual dia|h|horario ?e ?que ?eu ?que to|estou|fiquei|fico MARKED
se ?eu to|estou|fiquei|ficou MARKED
saber|verificar|conferir|certeza|confirmar|ver se ?ja ?a|o|as|os|minha|meu ?minha|meu !quarta|quinta|sexta|segunda|terca * ?de ?para ?pele|laser ?ja ta|esta|tava|tao|ficou|ficaram|foi|continua|segue MARKED
^ +e|oi|ola|,|moca|a|o minha|meu ?e|fica|ficou|era que_h|que_dia|quando ..2 ?
quando|que_dia|que_h ?e ?que ?eu volto|vou ?ai|la|na_clinica|no_retorno ..2 ?
o|que|qual dia|horario|h que ficou ?MARKED
^ +e|oi|ola|mas|,|bom_dia|boa_tarde qual|que_h +e|o|a|seria meu|minha horario|consulta|sessao $
?o que ?e_que ?eu|a_gente tenho|temos ?de|ai MARKED
tenho|temos algo|alguma_coisa|nada ?ai MARKED
?eu marquei|agendei|marcamos|agendamos algo|alguma_coisa|algum_horario|alguma_consulta|alguma_h ..4 ?
^ +e|oi|ola|ai|,|entao|ja|voces|moca marcou|marcaram|agendou|agendaram|deu_pra_marcar|deu_para_marcar|conseguiu_marcar|conseguiram_marcar ?ai ?mesmo ?
minha|meu * tem CONSULTA ..2 que_dia|que_h|quando|marcad*
^ +e|oi|ola|ai|,|entao|ja|voces|moca|voce marcou|marcaram|agendou|agendaram eu|me|nos ?eu para|pra ..4 ?
^ +e|oi|ola|ai|,|entao|moca e hoje|amanha|WEEKDAY ?mesmo ou hoje|amanha|WEEKDAY ?que ?e ?a ?o minha|meu * ... ?
meu|minha !duvida|pergunta|questao|preferencia * e|ta|fica|vai_ser que_dia|qual_dia|que_h|quando ?mesmo
^ +e|oi|ola|mas|,|o|a meu|minha e|ta|fica que_dia|que_h|quando ?mesmo
saber|ver se ?a ?o ?minha ?meu * ta|esta|ficou|tem MARKED
marquei|agendei|tinha_marcado ?, ?mas ?e nao|num lembro|recordo
!nao nao|num lembro|recordo +se|o_que|que|quando|qual|bem|direito|mais|nem|ja marquei|marcamos|agendei|tinha_marcado
se|que ?eu tenho|tinha h|horario|consulta ?marcad* hoje|amanha|WEEKDAY ..3
to|estou|fiquei|ficou MARKED para|pra quando|que_dia|que_h|qual
tem alguma_coisa|algo|algum_horario|alguma_consulta|consulta|horario ?marcada|marcado no|em meu nome
!sei|dia|dias|horario|h|data|consulta|vi que +e_que|que|ainda|ja tem|ta|esta|ficou ?ai MARKED +ai|ainda =para|pra|no|em|com|aqui|de
quando ?que ?eu fui|estive|vim ... ultima vez
minha|meu CONSULTA|agendamento e|ta|esta|ficou|era ... certo|ne|mesmo|correto|isso|confirmada|confirmado ?
ficou|marquei|agendei|e|era|foi ?marcada|marcado para|pra que|qual dia|h|horario
meu|minha CONSULTA|agendamento ..2 que|qual h|dia|horario
com quem e|vai_ser|ficou|sera|eu ?a|o minha|meu|faco|passo
^ +mas|e|e_a|qual ?e|a|era|ficou|foi|seria|vai_ser que h|dia ?e|era|vai_ser|ficou|seria ?mesmo ? $
quando|que_dia|que_h|qual_dia|qual_horario|qual_h|qual_data|qual_o_dia|qual_o_horario|qual_e_o_dia|qual_e_o_horario|qual_a_data|pra_quando|para_quando +WAS minha|meu !THEIRS
quando|que_dia|que_h|qual_dia|qual_horario|qual_h|qual_data|qual_o_dia|qual_o_horario|qual_e_o_dia|qual_e_o_horario|qual_a_data|pra_quando|para_quando +WAS marcad*|agendad*|marquei|agendei|tenho|proxima_consulta|proxima_sessao
minhas|listar|proximas consultas
diz|fala|passa|manda|confirma|repete|quais|qual ?sao ?ai os|as 2|3 horarios|horario|consultas !que|disponi*|tem
que|quais|quantas +sao|as|os consultas|sessoes|agendamentos|marcacoes ?que ?e_que ?eu|a_gente tenho|temos|marquei|agendei|estao_marcadas
que|qual|quais|quantos +os|sao|o|e horario|horarios|h|dia|dias +que|eu|a_gente|e_que|ja tenho|temos ?ja|ai MARKED
que|quais|o_que ?consultas|sessoes|horarios ?e_que a_gente|nos tem|temos ?ja|ai MARKED
confirmar|saber|ver|quais|qual|lembrar|lembra +os|as|o|a|sao horarios|horario|dias das +2|nossas consultas|sessoes
meus agendamentos
em|no|de que|qual nome +que|e_que|ele|ela|a|o|essa|esse|minha|meu|consulta|reserva ficou|ta|esta|foi|saiu|marcaram|marcou|colocaram|botaram|tem
que|qual +e|o|foi|era nome +que|e_que|voces|voce|ai ficou|ta|esta|foi|saiu|tem|marcaram|marcou|colocaram|colocou|botaram|anotaram !cert*|errad*|da_clinica|de_voces
no|em nome de|da|do quem
^ +entao|e|oi|, ficou|ta|esta|foi no|em meu|minha|nome_de ?nome ..3 ?
ficou|ta|esta|foi ?MARKED no|em meu nome ..3 ?
ficou|restou|sobrou|ta|esta ?entao ?so ?o que MARKED
^ +entao|e|oi|,|ai|agora|mas o que ?e_que ?ja ta|esta|tao|tem|ficou ?ja MARKED ?ai $
diz|diga|fala|fale|mostra|conta|passa|manda|lembra|repete|saber|ver ?ai o que ?e_que ?eu ?ja ?ai ta|esta|tem|tenho|temos|ficou|deixei ?ja MARKED
ficou|restou|sobrou|continua|ta|esta ?ainda alguma_coisa|algo|algum_horario|alguma_consulta|alguma|algum|nada MARKED|reservad*
MARKED|ficaram|tao|estao +MARKED|tudo em|no que|qual nome
e no|em meu nome ne|certo|mesmo ?ne ?
^ +entao|e|oi|,|paguei|. ta|esta|fica|ficou ?tudo garantido|garantida ?mesmo|entao|ne ?, ?ne ?
me confirma|confirme|diz|diga|fala|fale|lembra ..3 procedimento ?que ?eu ?foi|ficou|e|marquei|marcado|ta|esta $
^ +entao|e|oi|,|mas qual|que +e|foi|o|a procedimento ?que ?eu ?e_que ficou|marquei|agendei|ta_marcado|esta_marcado
ta|esta|ficou|foi ?tudo confirmada|confirmado|marcada|marcado|agendada|agendado|certo ..7 ?
quais|ver|listar|lista|mostra|mostrar|cade|manda|confere|olha ?sao ?ai ?os meus horarios
meus horarios marcados|agendados|ai
^ ?os meus horarios $
meu agendamento ta|esta certo|confirmado|ok
ta|esta|ficou|foi ?tudo confirmada|confirmado|marcada|marcado|agendada|agendado|certo ..4 ?
^ ?mas ?nao era|e hoje|amanha|WEEKDAY|dia_#|as_# +ne|que|mesmo|a|minha|consulta|nao|e ?
achei|pensei que era|fosse
se ta|esta marcad*|confirmad*|agendad*
minha consulta|sessao ..5 confirmad*|marcad*|agendad*|de_pe
que dia ?eu volto|tenho
?eu tenho|tem ?alguma|algum|uma|um consulta|sessao|horario|coisa|agendamento|algo marcad*|agendad*|com_voces
esqueci ?o dia|horario|h|quando|que_dia|que_h|que_horario|que_data
que h e|mesmo|era|que_e|sera|seria|vai_ser +e|mesmo|era|que_e|sera|seria|vai_ser ? $
ver ?o|a meu|minha horario|agendamento|consulta
consultar meu|minha !agenda
confirmar ?o|meu horario da minha
nao lembro o|que|qual|quando dia|horario|h|e|marquei
e hoje|amanha ?a minha|meu
minha consulta|sessao e|ta|esta que_dia|quando|que_h|marcada
"""),
    (Intent.RESCHEDULE, """
jog*|empurr*|passa|passe|passar|mud*|pux*|adiant*|transfer*|troc*|bota*|poe|coloc* ?a|o minha|meu !nome|telefone|numero|cpf|contato|email|dados|celular|endereco * ..2 para|pra|pro|pras
mud*|troc*|passa|passe|passar|transfer*|adiant*|pux* ..3 de|da|do ?dia WEEKDAY|amanha|hoje|# ..1 para|pra|pro|pras ?a ?o ?dia WEEKDAY|amanha|hoje|#
mud*|troc*|passa|passar|adiant* ?o ?a ?do ?da ?dia #|WEEKDAY ..2 para|pra|pro ?as #
tenho|tinha|estou_com|to_com ?um|uma|o|a horario|consulta|sessao|*_marcada|*_marcado ... queria|quero|consigo|mudar|trocar|passa|passar|pode_ser|tem_como|da_pra_ser|da_para_ser|da_pra_mudar|da_para_mudar|da_pra_trocar|da_para_trocar|da_pra_passar|da_para_passar|da_pra_ir|da_para_ir
marquei|agendei|era_hoje|era_amanha|era_dia|era_as ... queria|quero|consigo|mudar|trocar|passa|passar|pode_ser|tem_como|da_pra_ser|da_para_ser|da_pra_mudar|da_para_mudar|da_pra_trocar|da_para_trocar|da_pra_passar|da_para_passar|da_pra_ir|da_para_ir
ta|tava|esta|estava|ficou MARKED ... queria|quero|consigo|mudar|trocar|passa|passar|pode_ser|tem_como|da_pra_ser|da_para_ser|da_pra_mudar|da_para_mudar|da_pra_trocar|da_para_trocar|da_pra_passar|da_para_passar|da_pra_ir|da_para_ir
era WEEKDAY ... queria|quero|consigo|mudar|trocar|passa|passar|pode_ser|tem_como
remarc*|remarqu*|reagend*|adiar|adia|adiei|adiantar|adiamento|antecip*|posterg*|transferir
desmarcar e marcar
perdi|faltei ?a|o|na|no|em minha|meu CONSULTA|sessao|horario|avaliacao|procedimento
faltei ..1 hoje|ontem|WEEKDAY|semana_passada|mes_passado
perdi|faltei a|na|no|em consulta|sessao|avaliacao
tinha|tive|marquei|agendei ..6 e|mas nao|num fui|compareci|apareci|pude_ir|consegui_ir|deu_pra_ir|deu_para_ir !atendid*|avisad*|bem|informad*
nao|num fui|compareci|apareci a|na|no|ai|pra|em ?a ?minha ?meu CONSULTA
nao|num pude|consegui|deu_pra|deu_para|tive_como +mais|ai|de ir|comparecer +ai|na|no|a|minha|meu hoje|ontem|WEEKDAY|CONSULTA
troc*|mud* de profissional|medica|medico|dra|dr|doutora|doutor|esteticista
mud*|troc*|alter*|passar|passa|jogar|joga|empurrar|puxar|transfer*|mover|modific*|antecipar +de|o|a|meu|minha|meus|para|pra|pro|mesmo|mesma|essa|esse|um|pouco VISIT|WEEKDAY|dia|data|outro|outra|amanha|semana|tarde|manha
!marcar|agendar|fazer|do|da|de minha|meu CONSULTA|agendamento|avaliacao|procedimento|limpeza|botox ... pode_ser|podia_ser|poderia_ser|tem_como_ser|da_para_ser|da_pra_ser|mais_cedo|mais_tarde|outro_dia|outro_horario
em vez da|de|do|das|dos ... ?
^ outra|outro data|dia $
posso|consigo|pode|da_para|tem_como|queria ..1 ir|chegar|vir mais_cedo|mais_tarde|outro_dia|em_outro_dia|em_outro_horario
vou ter que mudar|trocar
!nao|nem|vai|vao|foto|celular|nome|numero muda|mudar|mude|troca|trocar|troque|altera|alterar +tudo|ai|ela|ele|isso|a_minha|o_meu de_novo|outra_vez|novamente|mais_uma_vez !o_nome|nome|o_numero|telefone|de
marcar para|pra outro dia
pode|podia|poderia ser outro|outra dia|horario|data ?a|o minha|meu *
"""),
    (Intent.CANCEL, """
tira*|tire*|risca*|apag*|remov* ?o meu nome|horario da|do agenda|dia|semana
meu nome da agenda
cancela|cancelar|cancele|cancelem|cancelo|cancelei|cancelamento|cancelamos|cancelando|cancelado|cancelarem|desmarca|desmarcar|desmarco|desmarcando|desmarcei|desmarquei|desmarque|desmarquem|desist*
vou|terei|preciso|precisarei|tenho ..2 faltar !AT_WORK
nao|num vou|vo|irei|poderei|posso|consigo|vai_dar|vou_conseguir|vou_poder|vou_mais|quero_mais +mais|poder|pode|conseguir|consegui|dar|ir|eu|mim|para|pra|na|no|a|comparecer|nessa|minha|meu|fazer ir|comparecer|mais|VISIT
nao|num vou|vo ?mais poder|pode|conseguir|consegui|consigui|ir|comparecer
nao +mais|precisa|precisam|e_pra|e_para conta|conte|contem|contar ?mais comigo
nao quero|vou mais fazer|o|a|ir|nada !contato
remov*|tira|tire|exclu*|apag* ?o|a minha|meu consulta|sessao|horario|agendamento|reserva
"""),
    (Intent.WAITLIST, """
qualquer|alguma|uma|tiver|houver|surgir|aparecer desistencia|desistencias
se ?alguem|algum_* faltar|vagar|nao_vier
quando abrir|surgir|liberar|vagar vaga|horario|um
surgindo|abrindo|aparecendo|vagando|tendo|rolando|sobrando|liberando|pintando ..1 vaga|vaguinha|horario|horarinho|encaixe|brecha|desistencia|h|algo
deixa|deixe|poe|coloca|coloque|bota|inclui|inclua|anota|quero|fico|posso_ficar ?ai ?ficar ?meu_nome na espera|fila|lista !de_presenca|de_transmissao
!ve|ver|saber|veja|dizer se ?alguem desistir*|desiste|desista|cancelar*|cancela|cancele|cancelem|desmarcar*|desmarca|desmarque|desmarquem|surgir|abrir|aparecer|vagar|liberar
avis*|cham*|encaix* se|quando|caso ..1 abr*|surg*|vag*|desist*|liber*|apare*|tiver|alguem|cancel*
caso alguem|surja|abra|apareca|tenha_desist*
"""),
    (Intent.AVAILABILITY, """
tem|teria|tinha|ha|haveria|existe|sobrou|consegue|conseguem|consigo|tera|tens|temos|vao_ter|vai_ter +SOME PLACE
quais|que|qual +sao|e|os|as|o|a|dia|dias|proxima|proximas|proximo|proximos|primeira|primeiras|primeiro|primeiros horario|horarios|dia|dias|vaga|vagas|h|data|datas ..3 disponivel|disponiveis|livre|livres|tem|voces_tem|teria|vago|vagos|sobraram|tem_vaga|posso|consigo|seria
horarios|datas|vagas|dias disponiveis|livres|vagos
dia|data|vaga ?livre|disponivel mais proximo|proxima|perto !de|do|da|dos|das
!tenho|minha|terei disponibilidade
!minha agenda|semana|dia +muito|ja|ta|esta cheia|cheio|lotada|lotado
^ ..1 ta|esta ?muito|ja cheia|cheio|lotada|lotado
como ta|esta|ficou a agenda
agenda aberta|livre|de
tem|teria|tinha|sobrou|rola|consegue|ha|ve_se_tem +pra|para|algo|alguma_coisa|um|uma|vaga|ai|ainda|na|no|em|pro|mais|dia|as|a|o SOON ... ?
!h|#|dia da !manha|tarde|noite +pra|para|algo|alguma_coisa|um|uma|vaga|ai|ainda|na|no|em|pro|mais|dia|as|a|o SOON ... ?
ve se tem
"""),
    (Intent.SCHEDULE, """
agendar|agende|agendem|agendamento|agendo|agendando|agendamos|agendinha|reservar|reserve|reservo|marque|marquem|bookar|encaixar !presenca|gol|passo
!a|da|na|sua|minha agenda|reserva !presenca|gol|passo
!qual|que|outra marcar|marcamos|marcando|marcacao|marcaria !presenca|gol|passo
!qual|que|outra|a|deixa|fica|com|sem|nenhuma|da|de marca !presenca|gol|passo
SHE ?tambem quer|queria|gostaria_de|precisa ?tambem marcar|agendar
SHE quer|queria|gostaria_de fazer tambem
SHE tambem quer|queria|gostaria !saber|ver|ir|vir|que|me|falar|entender|conhecer|companhia
SHE quer|queria|gostaria tambem !saber|ver|ir|vir|que|me|falar|entender|conhecer|companhia
"""),
    (Intent.LATE, """
atrasar|atrasada|atrasado|atraso|atrasadinha|atrasadissima|atrasando|atrasei|atrasaremos|transito|tolerancia
to|estou chegando
chego em|daqui ?a #|uns|umas|poucos|instantes|meia
chego ja
pneu furou
uns minutinhos
vou demorar
procurando|achando ?uma vaga|lugar ... ja|chego|subo|entro|desco
se ?eu chegar|atrasar|demorar ..3 depois|atrasad*|atraso|min ... ?
chegar ?um_pouco|uns atrasad*|depois|mais_tarde
"""),
)  # fmt: skip
