"""What is said around an answer and what puts it off, in the order of reading: the trickiest first."""

from __future__ import annotations

from anna.conversation.understanding.intents.answer_words import NO, SILENT, UNCLEAR, YES, Expression

# "depois vejo outro dia": not this one, and none yet.
ANOTHER_DAY = """
depois|mais_pra_frente|mais_para_frente|outra_h|logo ?eu|a_gente POSTPONE +com_voce|com_voces|isso|ai ?um|num|uma|numa|para|pra|em outra|outro dia|data|h|horario|momento|semana
"""
# An answer that is put off, and when it will come: no day, no hour and no "mais tarde" of these is wished.
PUT_OFF = """
+ja te|lhe|ti|vos TELL !que_sim|que_vou|que_nao +THEN|certeza|sem_falta|hoje|a|na|no|de|parte_da|tarde|noite|manha|dia|cedo|isso
?a_gente|eu THEN +eu|a_gente|te|lhe|ja|so|,|sem_falta te|lhe|ti|vos TELL !que_sim|que_vou|que_nao +THEN|certeza|sem_falta|hoje|a|na|no|de|parte_da|tarde|noite|manha|dia|cedo|isso
THEN +eu|a_gente|so|sem_falta TELL|ve|olho|penso|decido|resolvo|combino|combinamos|se_fala|nos_falamos ?isso
THEN +eu|a_gente|so|sem_falta vejo !voce|a_doutora|ai ?isso
!meu|o|um|esse|este|nesse|desse|aquele|outro|fazer|de|do|para|seu|te|nos TELL|vejo|ve|resolvo|decido|penso|olho ?isso|com_voce|com_voces|aqui|com_certeza|se_vou|a_falar THEN !as|a|pelas|de_manha|de_tarde|sim|e|que|qual|quais|se_tem|se_da|o_que|pra_mim|para_mim|no_mesmo|estarei|na_clinica|cedinho|#|,_#|._#|,_as_#|._as_#
qualquer coisa ?eu ?te TELL
?so vou_saber|vou_ter_certeza|so_sei|saberei|fico_sabendo|terei_certeza|consigo_saber +isso|so THEN
?so posso|consigo|vou_poder|vou_conseguir ?te confirmar|responder|dizer|saber|falar|avisar|garantir|dar +a|uma|certeza|resposta +isso|so THEN
"""
WAIT = """
pera*|peri|perae|perai
calma ?ai|la
guenta ?ai|as_pontas
segura ai
!nao espera +ai|um|1|so|pouco
aguarda|aguarde|aguardem|aguardar +um|1|so|ai
?so um|1 instant*|moment*|minut*|min|segund*|seg|tempinho|pouquinho
ja volto
"""
# "se o bebê dormir", "se sair o pagamento": what an answer hangs on. What may come to be needed is no condition.
_IF = r"(?<!de )(?<!do )(?<!nao )(?<!para )se (?!deus|o senhor|jesus|nossa|(?:voces? |eu |nao )*(?:se )?(?:precis|quiser|atras|me atras|mud|import|preferir|incomod|houver|acontec)\w*|(?:eu |nao )*for (?:preciso|necessario|levar|incomod\w+|problema|possivel|pedir|atrapalhar)\b|(?:tiver|der) (?:alg|qualquer|problema)|(?:\w+ ){0,3}(?:chover|fizer) (?:\w+ ){0,2}(?:vou|irei) (?:igual|mesmo|do mesmo))(?:[a-z0-9]+ ){0,3}?(?:[a-z]{2,}(?:ar|er|ir)|for|der|tiver|puder|vier|fizer|estiver|couber|sair|cair|parcela\w*|aceita\w*)\b"

# asked without its mark: "posso ir de maquiagem", "posso ir com minha mãe"
MAY_COME = """
posso|pode|podemos|poderia ?eu ir|vir|chegar|aparecer de|com|sem|em !manha|tarde|noite|madrugada|boa|manhazinha|tardinha|certeza|falta|problema|problemas|prazer|antecedencia|seguida|fe|deus|duvida|erro|medo|tempo|calma|todo|novo|vez|qualquer|outro|outra|algum|alguma|ultima|cima +a|o|um|uma|meu|minha|os|as *
posso|pode|podemos|poderia ?eu ir|vir|chegar|aparecer maquiada|maquiado|sozinha|sozinho|acompanhada|acompanhado|menstruada|depilada
"""
# asked without being asked: "e eu ia perder?"
ASKED_BACK = """
e eu ?la ia|vou|iria|sou|seria|era|ousaria ..3 dizer|falar|perder|recusar|faltar|negar|esquecer|desistir|deixar_passar ?que ?nao|que_nao|isso|essa|uma_dessas
ate_parece|capaz|imagina|magina|como|quem_disse|onde_ja_se_viu +que|se ?eu ?ia|vou|iria|nao_vou|ia_nao|nao_ia|nao_quero|nao_posso|poderia|posso perder|faltar|recusar|esquecer|negar|deixar_de_ir|dizer_nao|dizer_que_nao
quem disse que ?eu nao|num ?vou|quero|ia|posso|pode
quem sou eu para|pra * ?que_nao|nao
quem ?e_que|que diz|diria|vai_dizer|ia_dizer|falaria|recusa|recusaria|negaria ?que_nao|nao ?pra_isso|para_isso|a_isso|pra_uma_dess*|a_uma_dess*|isso|nisso
quem ?e_que nao quer|queria|iria_querer|vai_querer
tem como nao querer|ir|amar|aceitar
nao seria|sou ?nem louca|louco|doida|doido|besta|besto|boba|bobo de|a_ponto_de * ?nao
so nao_vou|nao_compareco|nao_apareco|nao_aproveito|nao_faco|nao_quero|nao_marco|falto|perco se ..30
impossivel|dificil|nao_da|nao_da_pra|nao_da_para|nao_tem_como ?eu recusar|negar|resistir|perder_essa|perder_esse|perder_uma|perder_um|perder_isso|perder_esta|perder_este|deixar_passar
impossivel|dificil|nao_da|nao_da_pra|nao_da_para|nao_tem_como ?eu dizer|falar ?que nao
como_vou|como_que_vou|como_posso|como_que_posso|como_eu|como_que_eu|da_para|da_pra ..1 dizer|falar|recusar|negar ?que_nao|nao
como recusar
e ?ainda tem|precisa|ha ?alguma duvida ?
e|eu la ?eu sou besta|louca|louco|doida|doido|boba|bobo|trouxa de|pra|para *
eu sou besta|louca|louco|doida|doido|boba|bobo|trouxa de perder|faltar|recusar|desmarcar|cancelar|nao
ta|esta|to|estou maluca|maluco|louca|louco|doida|doido ?e de|que|se ?eu perder|faltar|recusar|desmarcar|cancelar|desistir|perco|falto|desmarco|cancelo|desisto|perderia|faltaria
quem ?que e ?a ?o louca|louco|doida|doido|besta|boba|bobo de|que|pra|para *
?e ?nem precisa|precisava ?nem perguntar|falar|pedir
so se ?eu morrer|o_mundo|cair|acabar ...
quando|onde ?foi|e ?ja que ?eu ?ja|ia faltei|furei|falhei|esqueci|dei_bolo|deixei_voces_na_mao|faltar|furar|falhar|recusar|perder_essa|perder_uma
desde_quando ?que eu falto|furo|perco|recuso|dispenso|dou_bolo|deixo_de_ir
?e ?eu la|por_acaso ?eu sou de|mulher_de|homem_de|pessoa_de ABSENT
quem ?e_que ?ia ?vai ?consegue resiste|resistiria|resistir|recusaria|dispensa|dispensaria|perderia|perde_uma
tem|teria|ha como resistir|recusar|dispensar|perder_essa|perder_uma
nao|nem|num|ninguem|nunca vai_ser|sou|serei|ia_ser|seria|vou_ser ?eu que|quem ?e ?que vou|vai|ia|iria|vo dizer|falar|reclamar|recusar|negar|perder|faltar|desmarcar|cancelar|achar_ruim ?que ?nao
nunca fui ?mulher|homem|pessoa|gente de ABSENT
se melhorar|melhora estraga
onde|aonde ?e ?que ?eu assino|pago|passo_o_cartao
nem * ?eu falto|perco|desmarco|cancelo|perderia|faltaria
"""

UNDECIDED: tuple[Expression, ...] = (
    Expression(YES, ASKED_BACK),
    Expression(YES, """
!tem|tenho|da +e|mas|ue|ue_, como|por_que|porque ?que nao !consigo|posso|da|deu|vou|tem|fui|recebi|abre|atende|quero
pois nao|sim !vou|posso|consigo|quero|da
"""),
    Expression(NO, """
com que dinheiro|grana|tempo|coragem !eu_pago|eu_posso|pago|posso|eu_vou|vou
ate_parece|so_que_nao|bem_capaz ?que_vou|que_quero|que_posso|que_deixo|que_eu_vou|que_eu_quero|que_eu_posso|que_eu_deixo
capaz que ?eu vou|quero|posso
^ +bah|tche|mas|guria|moca|oxe capaz +guria|tche|bah|moca|mesmo . !nao|?
"""),
    Expression(SILENT, """
sim ou nao
ou nao ?porra ?caralho ?caramba ?cacete ?hein ?afinal ?moca ?gente .
nao e ?isso|verdade|mesmo ?
o que +e_que|eu|ja|ai ta|esta|tem|ficou +ja|ai marcad*|agendad*
, nao ?
ne
bem vind*
se deus|o_senhor|ele|jesus|nossa_senhora quiser|permitir|deixar|ajudar
gracas a deus
que legal|otimo|otima|bom|massa|lindo|linda|maravilha|show|bacana|top|delicia|fofo|fofa ?ne .
"""),
    Expression(NO, """
quem sabe +numa|na|no|em|um|uma|para|pra|mais|outro proxim*|outr*|depois|frente|mes_que_vem|ano_que_vem|semana_que_vem ?vez|oportunidade|dia|h|momento
mais_pra_frente|mais_para_frente|mais_pro_frente|mes_que_vem|ano_que_vem ?, quem sabe
proxima|proximo_mes|outro_mes|outra_vez|outra_h|outro_dia|outro_momento ?vez quem sabe
so ?to|tava|estava|estou|queria|por|de|pra olhando|vendo|olhar|ver|pesquisando|pesquisar|curiosidade|cotando|sondando +preco|valor|mesmo|so
ta|esta|voce_ta maluca|maluco|louca|louco|doida|doido
"""),
    Expression(YES, """
jamais|nunca|nao disse|falei|diria|direi|digo ?que nao
nao|num|nem +eu|te|lhe|mais vou|ia|iria|posso|poderia|consigo|quero|tenho_como|da_pra|da_para +te|lhe|me|eu|a_voces|pra_voces dizer|falar|responder que nao .
nao|num|nem +eu|te|lhe|mais vou|ia|iria|posso|poderia|consigo|quero|tenho_como|da_pra|da_para +te|lhe|me|eu|a_voces|pra_voces dizer|falar|responder que nao =~|ne|kkk|viu|moca|amor|flor|uai|hein|pode|vou|quero|marca|confirma*|aceito|topo
"""),
    Expression(SILENT, """
nao|nem sei|lembro|me_lembro +mais|direito|bem o_endereco|o_caminho|o_local|o_numero|o_andar|a_rua|a_localizacao|a_sala|onde|como_chego|como_chegar|como_e|como_vou|como_ir|qual_rua|qual_sala
nao|nem tenho carro|carona|troco|cartao|pix|foto
"""),
    # what does not matter to the answer: what was thought before, given up for it, or will be told besides
    Expression(SILENT, "achei|pensei|achava|pensava|imaginei|jurava|quase ?que ..5 nao|num ia|iria|vinha|dava|daria|deu|tinha|conseguia|conseguiria|era|podia|poderia|fosse +dar|conseguir|poder|ir|rolar|mais|ter|ser|pra|para|hoje|tempo|certo|mim"),
    Expression(SILENT, """
+ate|ja cancelei|desmarquei|remarquei|adiei|larguei ..30 pra|para ?poder|conseguir ir|vir|fazer|estar|aproveitar|isso|esse|essa ..30
+ate|ja cancelei|desmarquei|remarquei|adiei|larguei +ate|o|a|um|uma|meu|minha|com|no|na|aquela|aquele|naquela|naquele outra|outras|outro|outros|concorr* ..1
"""),
    Expression(SILENT, """
?depois|qualquer_coisa ?eu ?te|lhe aviso|falo|digo +depois|antes|aqui se ?eu ?for MIND ..3
se ?eu ?me atras*|precis* ..30 ?eu ?te|lhe aviso|falo|ligo|chamo|mando
"""),
    Expression(SILENT, """
nao|num vou|posso|consigo|poder|conseguir|poderei|tenho_como|quero|mais +vou|posso|consigo|poder|conseguir|poderei|tenho_como|quero|mais LATE
nao|num vou|posso|consigo|poder|conseguir|poderei|tenho_como|quero|mais +vou|posso|consigo|poder|conseguir|poderei|tenho_como|quero|mais LATE que|porque|pois ..30
nunca perdi|faltei|fiz|fui|tive|usei|provei|experimentei|atraso|atrasei|imaginei|pensei|vi|ouvi
"""),
    Expression(SILENT, "", r"\b(?:mesmo|ate) (?:se|que)\b(?! (?:eu )?(?:nao )?(?:quisesse|pudesse))[^.!?,]*?(?=,|[.!?]|$|\b(?:eu |a gente )?(?:vou|quero|topo|confirmo|irei|consigo|posso|pode)\b)"),
    Expression(YES, """
se ..3 chover|cair|nevar|alagar|fizer|tiver|estiver ... vou|irei|quero|topo|confirmo|estarei +eu|ai|la|sim igual|tambem|mesmo_jeito|mesmo_assim|do_mesmo_jeito|do_mesmo_assim|o_mesmo_jeito|assim_mesmo|de_qualquer_jeito|de_qualquer_forma|de_qualquer_maneira
nem que seja|tenha|precise|for|venha|chegue|eu_va|eu_tenha|eu_precise|eu_vire|eu_chegue|eu_fique ..30
com ou_sem|e_sem|chuva_ou_sem chuva|sol|medo
"""),
    Expression(SILENT, """
nao levo|trago|demoro|espero|fico_muito|fico_ate|chego_antes|chego_cedo
minha|minhas|meu|meus|ele|eles|ela|elas|a|o * ..1 desistiu|cancelou|desmarcou|furou|faltou
nao sei se|quem|quando|como|onde * ..4 ?, mas =vou|quero|confirmo|pode|podem|topo|sim|eu_vou|eu_quero|eu_confirmo|eu_topo
"""),
    Expression(NO, """
nao +precisa*|pode*|podem|e_pra|e_para|mais me esper*|aguard*
nao +precisa*|pode*|podem|e_pra|e_para|mais conta|conte|contem|contar|contando ?mais comigo
?pode|podem liber*|dar|passar|passa|ced*|abr*_mao_de|abr*_mao_do ..1 meu|minha|o_meu|a_minha horario|vaga|lugar|vez ?adiante
?pode|podem liber* a|o|essa|esse|minha vaga|horario|lugar
?pode|podem liber*|dar|passar|passa|ced*|abr*_mao_de|abr*_mao_do ..1 meu|minha|o_meu|a_minha horario|vaga|lugar|vez pra|para|a * ..1
"""),
    Expression(SILENT, "", r"\bmesmo (?:nao |sem )?\w+ndo\b(?: (?:de|d) \w+)?"),
    Expression(UNCLEAR, """
antes ?de|e ?eu confirmar|marcar|fechar|decidir|aceitar|agendar
mas ?antes ?eu queria|quero|preciso|gostaria_de ?antes|primeiro saber|ver|entender
"""),
    # neither yet
    Expression(UNCLEAR, """
?nem|nem_que sim|talvez_sim +e|nem|ou|, ?que ?talvez nao .
entre ?o sim e ?o nao
pode ser que +sim|nao|eu|a_gente|de|va|vou|consiga|demore
?eu sei nao
"""),
    Expression(UNCLEAR, """
nao|nem|num +eu|me|ainda|muito|mais|te|lhe|bem|a_gente|tenho HESITATE +ainda|direito|nao|se
sei_la|vai_saber|sabe_deus|so_deus_sabe|deus_sabe|deus_que_sabe|deus_e_que_sabe|sem_certeza|sem_ideia|quem_sabe ?ne
"""),
    Expression(UNCLEAR, """
nao|nem|num +eu|ainda|muito|bem|la|tambem e|to|estou|tenho|ha|dou|tem +de|100|%|muita|muito|tanta|tao|la|plena|total certeza|segur*|garant*|decidid*
nao ta|esta|fica garantid*|decidid*|resolvid*
ainda nao sei|respondeu|responderam|decidiu|confirmou|confirmaram|retornou|retornaram|deu_resposta|decidi|vi|confirmei|olhei|resolvi|pensei|falei|perguntei
ainda nao posso|consigo|tenho_como|da_para|da_pra ?te confirmar|responder|dizer|garantir|afirmar|decidir
nao|num posso|consigo|tenho_como|da_para|da_pra|sei ?te|lhe confirmar|responder|dizer|garantir|afirmar|falar|ver|olhar|decidir|prometer com_certeza|isso|agora|ainda|nada|hoje|no_momento|neste_momento|por_enquanto|direito +com_certeza|isso|agora|ainda|nada|hoje|no_momento|neste_momento|por_enquanto|direito
agora nao posso|consigo|da_pra|da_para ver|falar|responder|olhar|conversar|confirmar
nao|num posso|consigo|garanto|prometo ?te garantir|prometer
nao|num garanto|prometo
"""),
    Expression(UNCLEAR, """
vou|vo|irei|preciso|precisava|deixa|deixe|queria|tenho_que|teria_que|tinha_que|tenho_de|deixe_me|deixa_me|me_deixa|me_deixe +WITHIN LOOK|vendo|pensando|avaliando|analisando|decidindo|verificando|conferindo|resolvendo|olhando_aqui|olhando_minha|olhando_a_agenda|olhando_isso|confirmando_com !como_fica|onde_fica|como_chega
to|estou|tava|ainda ..1 +WITHIN LOOK|vendo|pensando|avaliando|analisando|decidindo|verificando|conferindo|resolvendo|olhando_aqui|olhando_minha|olhando_a_agenda|olhando_isso|confirmando_com !como_fica|onde_fica|como_chega
vou|preciso|precisava|tenho_que|tenho_de|deixa_eu|deixe_eu|so_vou +ASIDE confirmar com|no|na|em|se|antes|depois|mais_tarde|amanha|aqui|direitinho|minha|meu|a|o|um|uma|isso !sim|presenca
vou|preciso|precisava|tenho_que|tenho_de|deixa_eu|deixe_eu|so_vou +ASIDE confirmar .
ainda vou !sim
vou|vo|irei|preciso|deixa|deixa_eu|tenho_que +WITHIN LOOK ..2 e +ai|ja|eu|te|lhe confirmo|aviso|falo|respondo|digo
^ +oi|ola|, confirmar|confirma|confirmado|confirmada|sim ? $
"""),
    Expression(NO, ANOTHER_DAY),
    # "você não tem aí não": a question to whoever answers
    Expression(SILENT, "voce|voces +ai|isso|ja nao tem|sabe|sabem|lembra|lembram|consegue|ve +isso|ai|aqui nao ..."),
    Expression(SILENT, "robo|bot|maquina|gravacao|audio|audios|ligacao|ligacoes nao"),
    Expression(UNCLEAR, PUT_OFF),
    Expression(SILENT, MAY_COME),
    Expression(UNCLEAR, """
a gente se_fala|ve|combina|conversa ?depois
a confirmar
ja +ja respondo|confirmo|volto|falo|vejo|digo|aviso|retorno|te
"""),
    Expression(UNCLEAR, """
talvez|depende|vai_depender|dependendo|provavel*|possivelmente|indecisa|indeciso|tomara
!nao e ?bem possivel|provavel .
!nao e ?bem possivel|provavel =que
deve|devia dar|rolar|ser|ir ?certo|sim
devo ir|conseguir|poder
a|em principio
por enquanto sim
mais ou menos
+ ?ou -
em|na|com ?uma duvida
sera ?que .
sera ?que =da|consigo|posso|rola|eu|vai
e|sou|seria capaz de|que
capaz que nao
?eu espero|acho|creio|acredito|imagino|suponho|penso ?que ?eu sim|da|de|vai_dar|consigo|conseguir|posso|poder|poderei|vou|rola|consiga|possa|pode_ser|tudo_bem +sim|ir !prefer*|querer*|marcar*|ficar*|fazer*|agendar*|ter|pegar*|optar*|de
meio|quase que sim
tanto faz|fez
voce|voces ?e que sabe|sabem
fica|deixa|deixar|deixo|ficar|fico em aberto
vou tentar|fazer_o_possivel|me_esforcar|dar_um_jeito|fazer_de_tudo
farei o possivel
me ajuda|ajude a decidir|escolher
o que ?voce|voces acha*|recomenda*|sugere*
"""),
    Expression(UNCLEAR, """
quando|assim_que|depois_que !ARRIVED ..8 eu|a_gente ?te|ja|so DECIDE !que_sim|que_vou|voce|ai
quando|assim_que|depois_que !ARRIVED ..8 ?te|ja TELL
"""),
    Expression(UNCLEAR, """
?so se +eu|a_gente|tudo|o_tempo|nao|der_tempo|por_acaso der !para_ser|para_confirmar|para_marcar|pra_ser|pra_confirmar|pra_marcar ?certo|tempo|tudo_certo
e se +eu|a_gente|por_acaso nao_puder*|nao_conseguir*|nao_der
?so se +eu|a_gente|tudo|o_tempo|nao|der_tempo|por_acaso conseguir*|puder_ir|chover|sair_cedo|sair_mais_cedo|sair_a_tempo|melhorar|sarar|liberar*|deixar*
so se !for_agora|for_ja|for_hoje *
se o|a|os|as ?meu|minha|meus|minhas * deixar*|liberar*|topar*|puder*|nao|ficar*|melhorar*|quiser*|for*
se meu|minha|meus|minhas * deixar*|liberar*|topar*|puder*|nao|ficar*|melhorar*|quiser*|for*
"""),
    Expression(UNCLEAR, "", rf"\b{_IF}(?=[^.!?]{{0,30}}\b(?:vou|quero|confirmo|aceito|topo|fecho|consigo|posso|pode|sim)\b)|\b(?:vou|quero|confirmo|aceito|topo|fecho|posso|pode(?: (?:ser|marcar|confirmar|agendar))?|sim)(?: (?:sim|,|mas|so|ir|fazer|marcar|participar|aproveitar))* {_IF}"),
    Expression(UNCLEAR, "so sei amanha|depois|mais_tarde|na|no|segunda|terca|quarta|quinta|sexta|sabado|quando|dia"),
    Expression(YES, """
pode|podem|podera|poderao ?me esper*|aguard*
me esper*|aguard*
"""),
    Expression(UNCLEAR, WAIT),
)  # fmt: skip
