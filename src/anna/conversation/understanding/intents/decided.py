"""Refusals and agreements, in the order of reading: those that only look like the other first."""

from __future__ import annotations

from anna.conversation.understanding.intents.answer_words import MILD, NO, SILENT, WEAK, YES, Expression

# "não quero cancelar", "não cancela não", "não vou faltar": nothing is to be undone.
KEPT = """
NOT +SELF +WILL ?me UNDO !sim|pelo|pela|por_aqui|no_site|algo|alguma|muito|pouco +nao|nada|em_nada|por_nada|de_jeito_nenhum|jamais|nunca|essa|isso|nem_morta|nem_morto|nem_louca|nem_louco|nem_a_pau|nem_sonhando|nem_ferrando
nem ?me pass* pela ?minha cabeca faltar|falto|cancelar|cancelo|desmarcar|desmarco|desistir|desisto|perder|perco
nem penso_em|pensar_em|sonho_em|morta|morto ?que ?eu faltar|falto|cancelar|cancelo|desmarcar|desmarco|desistir|desisto|perder|perco
UNDONE ? ?eu|eu_? +mas|imagina|que|e|, nao|nunca|jamais|nem_pensar|nem_a_pau|nem_morta|nem_morto|nem_sonhando|imagina|claro_que_nao|de_jeito_nenhum|de_jeito_algum|de_forma_nenhuma|de_forma_alguma|de_modo_nenhum|de_modo_algum !posso|vou|consigo|da|quero
nem * ?eu deixo de ir
nao|nem tem|ha|corre|existe nenhum|o_menor|perigo|risco|chance|como|possibilidade +nenhum|o_menor|perigo|risco|chance|como|possibilidade ?de ?eu falt*|perd*|esquec*|desist*
quem ?foi_que disse|falou ?para_voce|para_voces que ?eu desist*|cancel*|desmarc*|ia_faltar|ia_desistir|vou_faltar|vou_desistir
cancel*|desmarc*|remarc*|falt*|desist*|esquec* nao !sei|posso|consigo|quero|vou|da
perco nao
impossivel|dificil ?que ?e ?de eu UNDONE|faltar|perder|esquecer
NOT +SELF +WILL da|de|dar|deem|passa|passe|passem|libera|libere|liberem|vende|vendam ?o ?a meu|minha horario|vaga|lugar|vez ?pra|para ?ninguem|outra|outro ?pessoa
deus ?que me livre ?e_guarde ?de ?eu UNDONE|esquec*|cancelar|perder
NOT +SELF deixo|deixaria|deixarei|vou_deixar de ir|fazer|comparecer|aproveitar|estar +por_nada|nao
nao|num|nunca sou|fui ?la ?mulher|homem|pessoa|gente|menina|louca|louco|doida|doido|boba|bobo|besta|nem ?de ABSENT
nao|nem|num ?tem|ha|existe|vejo|tinha|teria|da ?a|nenhuma como|jeito|possibilidade|chance|hipotese|para|pra ?de ?que ?eu nao|num ir|vou|va|comparecer|aparecer|querer|aproveitar|aceitar|topar|fazer|confirmar
impossivel|dificil|improvavel ?que ?eu nao|num ir|va|comparecer|aparecer|querer|aproveitar|aceitar|topar|confirmar
desist* de|do cancel*|desmarc*|remarc*|falt*|desist*
"""
_AGREED = """
isso mesmo|ai|memo|sim
!olha|ve|veja|olhe|viu isso .
isso =obrigad*|por_favor
essa|esse mesma|mesmo|ai|numero
esta|este mesma|mesmo|numero
e isso ?mesmo|ai
exat*|perfeit*|certinh*|corret*|maravilh*|mantenh*|certissima|certissimo|certamente|seguramente|naturalmente|obviamente|evidente|evidentemente|indubitavelmente|claro|logico|obvio|afirmativa|afirmativo|afirmo
combinada|combinado|fechada|fechado|fechou|fecha|acertada|acertado|tratado|feito|beleza|belezinha|fmz|podi|indiscutivel|indiscutivelmente|fecho|top|topzera|otima|otimo|excelente|barbaro|barbada|bora|simbora|vambora|partiu|vamos|vamo
aceito|aceitamos|aceitada|aceitado|topo|topamos|desejo|adoraria|iremos|irei|estaremos|serve|marque|marquem|agende|agendem|reserve|reservem|concordo|concordamos
sim|arrocha|crava|crave|ssim|ssiim|simn|sims|simzao|aham|uhum|arram|ahan|yes|yep|yeah|sure|oui|demoro|demorou|dale|sussa|sossegada|sossegado|firmeza|firmou|arretada|arretado|trilegal|craro|tmj|okok|okie|okidoki|yess
fechadissimo|confirmadissima|confirmadissimo|confirmadinha|confirmadinho|combinadissima|combinadissimo|combinadinha|combinadinho|joia|joinha|compareco|comparecerei|presente|poderei|isto|indeed
tranquila|tranquilo|tranks|bele|massa|dahora|dah|maneira|maneiro|irada|irado|bacana|confere|procede|autorizo|autorizada|autorizado|aprovo|aprovada|aprovado|liberada|liberado
prossiga|prosseguir|siga|mantem|mantida|mantido|manter|oba|eba|ueba|uhu
!ta|esta certa|certo
?toda|absoluta certeza ?absoluta
!testei|testou|deu|deram|testamos|exame|teste|sou positivo ?e_operante
!te|lhe confirmo|confirmada|confirmado|confirmadissimo|confirmar|confirmamos|confirma|confirmei|confirme|confirmem|confirmando|confirmed
trato feito
show ?de_bola
to|estou ?super|muito|totalmente|mega dentro
to in|nessa|junto|confirmando
eu|ja|essa_eu|esse_eu quero !saber|falar|entender|ver|tirar|perguntar|conversar|cancelar|desmarcar|remarcar|mudar|trocar|parar|sair|explicar|outr*|um_atendente|uma_atendente|uma_pessoa|um_humano|uma_informac*|uma_duvida
quero ?sim|muito|demais .
quero ?sim|muito|demais =por_favor|obrigad*|kkk|ne|uai|ue|demais|muito|de
quero sim|essa|esse|esta|este|aproveitar|participar|confirmar|garantir|marcar|agendar
gostaria ?sim
eu|claro_que|com_certeza vou
vou .
vou demais|muito|com_certeza
?ate vou|chego|posso_ir|consigo_ir mais cedo|tarde se|caso ?voces|for|eu precis*|quis*|prefer*|puder*|melhor
ja ?ate pedi|tirei|consegui|peguei|arrumei folga|licenca|liberacao|dispensa|atestado ..5 pra|para ir|isso|fazer|comparecer|estar
ja ?to|estou ?ate com ?a ?tudo roupa|bolsa|mala|look|pronto|separado ?separada|pronta|arrumada
vou =mas|porem|so_que|correndo|voando
mas|porem ?eu vou =de|igual|assim|mancando|com|nem|tranquil*
!nao|num indo|correndo|voando|partindo pra_ai|para_ai|prai|para_clinica|pra_clinica
vou =sim|estar|ir|comparecer|la|ai|com_certeza|~|e|mesmo|amanha|hoje|viu|uai|tche|visse|so|as|nesse|no|na|obrigad*|moca|meu|minha|com|levar|de_qualquer|de_todo|assim|kkk|nem|ate
to|estou chegando|la|ai ?sim
to|estou indo !pro|para|pra|ao|a|na|no|num|numa|em|viajar|embora|trabalhar|dormir|buscar|levar|atras ?sim
to|estou indo pra|para|pro|a|na ai|la|clinica|voces|consulta|sessao
?ja to +ate|quase|toda|todo la|ai|pronta|pronto|arrumada|arrumado|vestida|vestido|saindo
to me arrumando|organizando|preparando ?para_ir|pra_ir
indo|tenho|consigo|posso sim
consigo|posso ir
ta|esta|continua|segue|sigo|tudo STANDS
de pe|fato|boa|boas
estarei ?ai|la|presente
pode ser
!minha|sua|nossa|da|cade marca|anota|bota|poe|garante|segura|guarda|separa|encaixa|confirma|reserva|agenda|coloca|fecha|manda|inclui|registra +ai|sim|pra_mim|para_mim|logo|isso|entao|essa|esse|meu_nome|ja|a_vaga|minha_vaga|essa_vaga|o_horario|esse_horario
bate|batido o martelo
?de|estou_de|to_de acordo
hum hum
of course
ja e
tri ?legal|bom
bao ?demais
mete|manda|toca|senta bronca|ficha|bala|brasa|ve|ver|marcha|o_barco|o_dedo
segue o baile|jogo|plano
e nois|noix|nos .
tamo junto
a|to_a|estou_a caminho
tudo nos_conformes|correto|conforme
sem falta
presenca confirmada
?ja to|estou ?ate com ?o|a|meu cartao|dinheiro|pix|carteira ?ja ?aqui na_mao|em_maos|pronto|separado|pronta
tenho interesse
?super|muito interessada|interessado
?me interessei|interessa|interessou
bem|faz|faca isso
ate la
la estarei
nos vemos
te vejo
a gente se ve
so_se_for|pode_ser agora|ja|pra_ja|hoje
faca chuva|sol ?ou_sol|ou_chuva|ou_faca_sol|ou_faca_chuva
chova ou faca sol
firme e forte
numa|na boa
suave ?na_nave
da h
?ta valendo
deixa comigo
ja ?to|estou no|na|dentro_do onibus|uber|metro|carro|porta|caminho|recepcao|rua|trem
ja sai de casa
to|estou na porta|recepcao
ate|inte la|amanha|breve|logo .
inte .
que eu vou|chego|to_indo .
vou querer|aproveitar !saber|ver|falar|outr*|cancelar|desmarcar
me inscreve|inclui|inclua|coloca|bota|poe|marca|agenda|encaixa|inscreva ?ai|nessa|nesse|sim|nisso .
essa|esse ?promo|promocao|vaga|horario|oferta ?ja e minha|meu
!que|nao|num anotado|anotada|anotadinho|anotei|agendei|marquei ?aqui ?na ?no ?minha ?meu ?agenda|celular|calendario|caderno .
coloquei|botei|pus|ta|esta|anotei|deixei ?ja ?agendad*|marcad*|anotad* na ?minha agenda
agendado|marcado aqui
chego no|na horario|h|pontual
chego ..3 antes
so vem|vai|bora
pronta|pronto|prontissima|prontissimo|prontinha|prontinho|preparada|preparado|animada|animado .
nois|a_gente ta|to|tamo|estamos dentro|junto|la
a_gente|nois vai|vamos ?sim .
agora|ai vai .
amei|adorei|gostei|curti ?do|da|o|a|esse|essa|desse|dessa horario|dia|data|h .
ficou bom|otimo|perfeito|show|top ?assim|pra_mim|para_mim|demais .
acho bom|otimo|perfeito|justo|legal .
facil|facinho|facim|molezinha|moleza .
cheguei chegando
aguarde ?- me
tanto_faz ?o ?a chuva|frio|calor|sol|tempo|horario , vou|confirmo|quero
?deixa|pode_deixar que ?eu vou|estarei|compareco
e pra|para ja
ta|esta na mao
caiu como uma luva
veio a calhar
esse|essa|este|esta horario|dia|data e|ta|esta|fica bom|otimo|perfeito|ideal|boa|otima|perfeita ?demais|mesmo|pra_mim|para_mim|sim
deixa ?ja marcada|marcado|agendada|agendado|reservada|reservado|confirmada|confirmado|assim|como_esta|como_ta|do_jeito
fica assim|marcada|marcado|bom|boa|otima|otimo|perfeita|perfeito|confirmada|confirmado|combinada|combinado|como_esta|como_ta ?sim|mesmo
segue|continua|fico marcada|marcado|confirmada|confirmado
!nao e|era isso|esse|essa|este|esta ?mesmo que eu queria|precisava|procurava|tava_querendo .
era isso|o|tudo ?mesmo que eu queria|precisava|tava_querendo|tava_precisando|tava_esperando|tava_procurando
resolvi|decidi|consegui ir
vem ni mim
!nao caiu|veio|cai|vem|chegou ?que_nem|igual|ate do ceu
!nao caiu|veio|serve|serviu|encaixou|fica|cai como_uma_luva|a_calhar|em_boa_h|em_otima_h|na_h_certa|na_melhor_h|em_melhor_h|no_momento_certo|na_h_h|na_medida
sopa no mel
mao na roda
!nao|num encaixou|casou|bateu|fechou|deu direitinho|certinho|perfeitinho|certo
marcou ?, ?ja ta|esta|e marcado
combinado e combinado
trato e trato
compromisso e compromisso
palavra dada|e ?e palavra
?entao vai|fica|serve|topo|fico_com|pego|quero esse|essa|este|esta|nesse|nessa +mesmo|mesma|ai|entao|viu|uai .
nao_tem|nao_tendo tu ?, vai tu ?mesmo
melhor|antes ?isso|esse|essa ?do que nada
!nao|num chego a tempo
!nao|num dou ?um jeito
"""


def _unless_taken_back(wordings: str) -> str:
    """ "certo que não", "isso, não": a yes in which a no follows within two words is none."""
    return "".join(f"{line} !nao|*_nao|*_*_nao\n" for line in wordings.split("\n") if line)


DECIDED: tuple[Expression, ...] = (
    # what may go on coming, and a list that is not left, answer nothing
    Expression(SILENT, """
pode|podem +seguir|continuar|ficar|continua|seguindo mandando|avisando|enviando|chamando
nao|num tenho|tem nada marcado|agendado|combinado
nao|num vou|quero|pretendo sair ?nao de_jeito_nenhum|nunca|nao|disso|dessa|da_lista
"""),
    Expression(YES, KEPT),
    Expression(YES, """
quero|querer e o|a|esse|essa|os|as =desconto|promocao|pacote|vaga|presente|oferta|sessao|limpeza|botox|meu|minha|~
"""),
    Expression(NO, """
^ nao|num ?, ess*|est* ?numero|telefone|celular ?ai|aqui e do|da|de ?meu|minha mae|pai|marido|esposa|esposo|mulher|namorad*|irma|irmao|filh*|amig*|patroa|patrao|vizinh*|sogr*|cunhad*
^ nao|num ?, ess*|est* ?numero|telefone|celular|whatsapp ?aqui ?ai ?eu divido|dividimos|compartilho|compartilhamos
mas ?o ?a ?meu|minha marido|mae|pai|patrao|patroa|esposo|namorado|chefe|medico|medica nao|num ?me deixa|deixou|liberou|libera|autorizou|autoriza
nao e para|pra ..2 mim|meu|minha|nos|pele ?pele ?nao
"""),
    # refused, with a word of agreement in it
    Expression(NO, """
?e SHRUG ?que nao !sei|decidi|tem|ha|vejo|esqueci|perco|podia|poderia|pode_ser|precisa_mudar|precisa_trocar|precisa_cancelar|precisa_remarcar|se_preocup*|preocup*|esquec*|~ +WRITTEN
ainda nao .
"""),
    Expression(NO, """
nao e isso|assim|bem_isso|exatamente|esse|essa|este|esta|bem_assim ?nao
nao|num pode|podem ser !sim|melhor
vou|eu_vou|to passar|passando +essa|dessa|por|enquanto|vez|desta|hoje .
"""),
    # agreed, with a refusal in it
    Expression(YES, """
nao_tenho_como|nao_posso|nao_poderia|nao_consigo|nao_vou|nao_da_pra|nao_da_para|nao_tem_como|nem_posso|nem_vou|nem_tem_como|nao_tem_por_que|nao_tem_porque|nao_tenho_por_que|nao_tenho_porque|nao_vejo_por_que|nao_vejo_porque|nao_ha_por_que ..1 dizer|falar|recusar|negar ?que ?nao
nao|num quero|queria|procuro|preciso_de outra_coisa|outra_opcao ?melhor ?nao ,|.
nem que chova|caia|o_mundo|eu_morra ...
nem morta|morto|louca|louco|doida|doido|sonhando|a_pau|que_me_paguem ?que ?eu perco|falto|perderia|faltaria|desisto|desmarco|cancelo|esqueco|deixo_passar
combinado ?que nao sai|e|fica ?muito caro
nao|nem|num podia|poderia|tinha_como|tem_como|dava_para|dava_pra +ter|ser|vir|vindo|chegar|chegado|cair|caido|calhar|calhado|aparecer|aparecido|pra_ser em|na melhor|boa h|momento|epoca
nao|nem|num podia|poderia|tinha_como|tem_como|dava_para|dava_pra ser|ter|ter_sido|calhar|cair|vir ?mais|um|uma ..1 melhor|ideal|certo|certinho|perfeito
nem precisa|preciso perguntar|falar|pedir|dizer|pensar
?nem|nao pensei|penso|pensar 2 vezes
?nao|nem ?tem|ha ?nem o que pensar
com ?muito|todo|toda prazer|gosto|alegria|certeza !nao|que_nao
sera_um|vai_ser_um prazer
vai que vai
nada ?nesse_mundo ?no_mundo ?me|vai|ira ?me impede|impedir|segura|segurar|atrapalha|atrapalhar
contando os|as dias|h|min|segundos
mal posso esperar
nao|num vejo ?a h ?de
uhu|uhul
sem falta|pestanejar|pensar|sombra_de_duvida|sombra_de_duvidas
"""),
    Expression(YES, """
melhor ?que_isso|horario|dia|data|h impossivel|nao_ha|nao_tem|nao_existe*|nao_podia|nao_poderia|nao_pode|nao_da|nao_fica* ?ser|ficar
impossivel ser|ficar|estar melhor
nao|nem poderia|podia|pode|tem_como|da_para|da_pra ser|estar|ficar melhor
"""),
    Expression(YES, """
NOT +ha|tem|vejo|tenho|teria|existe|resta|encontro|acho|ponho|faco|houve|havera|vai_ter|deve_ter|me|causa|restam +o|a|nenhum|nenhuma|qualquer|menor|mais|sombra_de|algum|sequer TROUBLE +algum|alguma|nenhum|nenhuma|nao|para_mim|pra_mim|comigo|quanto_a_isso|em_relacao_a_isso
sem|0|nenhum|nenhuma|qualquer ?nenhum|nenhuma|qualquer|o_menor|a_menor|mais TROUBLE ?nenhum|nenhuma|algum|alguma
TROUBLE nenhum|nenhuma|algum|alguma
tem|tenho|ha|vejo ?nenhum|nenhuma TROUBLE nao
NOT ?me ?vai atrapalha|atrapalhar|incomoda|incomodar|interfere|prejudica ?em ?de nada|jeito|mim ?nenhum ?nao
NOT ?me ?vai atrapalha|incomoda|interfere .
nada contra|a_opor|a_mudar|a_alterar|a_trocar|para_mudar|pra_mudar|mudou|muda|de_errado
NOT ha|tem|vejo|tenho|existe|acho +o|a|nenhum|nenhuma|qualquer REASONS algum|nenhum|nao|para_nao|pra_nao|de_nao ..1 ?nao
NOT ha|tem|vejo|tenho|existe|acho +o|a|nenhum|nenhuma|qualquer REASONS para|pra|de UNDO|dizer_nao ..1 ?nao
NOT ha|tem|vejo|tenho|existe|acho +o|a|nenhum|nenhuma|qualquer REASONS .
"""),
    Expression(YES, """
jamais|nunca|nao faltaria|perderia|esqueceria|recusaria|disse_que_nao|falei_que_nao|diria_nao|diria_que_nao|direi_nao|direi_que_nao|digo_nao|digo_que_nao ?nao
nao|num vejo_a_h|tenha_duvida|nego|recuso|dispenso|abro_mao ?nao
"""),
    Expression(YES, "nao ,|nao|nao_, ta|esta|pode_ser|pode|podem|tudo|foi|fica|ficou|deixa|deixe ?tudo|muito|super SURE"),
    Expression(SILENT, """
NOT +me|eu|se|te|lhe|ainda|so|mais|nem|vou|posso|precisa|precisam|quero|pode|podem|vai|e_para|e_pra|tem IDLE ?de
NOT +me|eu|se|te|lhe|ainda|so|mais|nem|vou|posso|precisa|precisam|quero|pode|podem|vai|e_para|e_pra|tem IDLE que|porque ?eu to|estou|fico|trabalho ..30
NOT +me|eu|se|te|lhe|ainda|so|mais|nem|vou|posso|precisa|precisam|quero|pode|podem|vai|e_para|e_pra|tem IDLE nao .
"""),
    Expression(WEAK, """
nao gosto ?muito de *
nao|nem tenho com quem deixar
minha|minhas|meu|meus|ele|eles|ela|elas ..1 nao|num vai|vao|pode|podem|consegue|quer|vem|gosta|sabe|deixa|deixou ..2
"""),
    # refused
    Expression(NO, """
nao|num|nem|nunca !a_pau|pensar*|mort*|que|sim +BETWEEN WANTED
nao|num|nem|nunca !a_pau|pensar*|mort*|que|sim +BETWEEN WANTED +WANTED|WITH_IT !sim|mas
!e no !a_pau|pensar*|mort*|que|sim +BETWEEN WANTED
!e no !a_pau|pensar*|mort*|que|sim +BETWEEN WANTED +WANTED|WITH_IT !sim|mas
nao|num|nem|nunca|no +BETWEEN tenho|tem =MEANS
nao|num|nem|nunca|no +BETWEEN tenho|tem =MEANS +WANTED|WITH_IT !sim|mas
nao|num|nem|nunca|no +BETWEEN tenho|tem .
"""),
    Expression(NO, """
pode|podem|quero|vou|confirmo|consigo|posso|da|preciso|precisa|marca|agenda|fecha|reserva|gostei|serve|rola|rolar|dar|concordo|tenho|tem|obrigada|obrigado|estarei|desejo|aceito|topo|carece|ir|querer|mais|isso|possivel|hoje|agora|valeu|interesse|afim|como|jeito|gosto|compensa|atende|bom|ta_bom|a_fim nao !tem_problema|tem_duvida|tem_erro|ha_problema|ha_duvida|ha_erro|sei|decidi|vejo_problema|tenho_problema|tenho_duvida|tenho_certeza
vou|quero|posso|tenho|faco|vai|confirmo ?e|la nada ?nao
vou|quero|posso|confirmo ?e ?la porra|coisa|merda|bosta nenhuma
vou|quero|posso|confirmo uma ova|pinoia
vou nem amarrad*|pagando|a_pau|morta|morto|arrastad*|lascando|ferrando|fudendo
vou|quero|posso|confirmo e nao
quem ?foi_que disse|falou que eu vou|quero|confirmo|confirmei
"""),
    Expression(NO, """
de|em jeito|modo|forma|maneira|hipotese nenhum|nenhuma|algum|alguma|maneira
sob nenhuma hipotese
me inclu* fora ?dessa|desse
nem ?se_fosse de graca
to|estou|fiquei internada|internado|hospitalizada|hospitalizado|acamada|acamado
nem pensar|pensar_nisso|pensar_isso|morta|morto|a_pau|ferrando|fudendo|fodendo|lascando|louca|louco|doida|doido|sonhando|brincando|rola|vem|vou|quero|posso|da|tenho|to|estou|um_pouco|um_nem_outro|uma_nem_outra
nem que !chova*|caia*|sim* * ..3
jamais|nunca|nunquinha|never|negativ*
nada disso|feito|a_ver
no way|deal
sem|nenhuma|0 chance|chances|condic*|possibilidade|interesse|grana|dinheiro|verba|tempo|tostao|saco|vontade|mais
to|estou|fico sem grana|dinheiro|verba|tempo|condic*|um_tostao|um_puto|um_real|tempo_nenhum
to|estou|fico lisa|liso|dura|duro|quebrada|quebrado|zerada|zerado|fora|pelada|pelado
fora|acima do ?meu orcamento|bolso
fora de cogitacao|questao
!se|caso|quando trabalho|estudo|trabalhando|estudando ?sempre ?so ?justo ?bem nesse|neste|nessa|nesta|esse|essa horario|dia|data|h|semana
tenho ..2 medico|dentista|exame|compromisso|trabalho|prova|consulta|reuniao|aula|plantao|viagem ?marcad* nesse|neste|nessa|nesta|no_mesmo|na_mesma horario|dia|data|h
nao|num combinei|agendei ?isso ?nada
nao cabe no ?meu bolso|orcamento
"""),
    Expression(NO, """
deixa|deixe|deixo|deixar|deixamos|deixando +isso|essa|entao|eu|esse|ai para|pra|pro|no|na la|depois|quando|NEXT|proxima|proximo|a_proxima|o_proximo|um_outro|uma_outra|um_proximo|uma_proxima ?TIMES
deixa|deixe|deixo|deixar|deixamos|deixando +isso|essa|entao|eu|esse|ai para|pra|pro|no|na ?o|a mes|ano|semana que vem
deixa quieto|baixo|queto
melhor|vou|prefiro deixar !marcad*|agendad*|reservad*|assim|como|confirmad*|ja|para|pra ?quieto|passar|pra_la
fica|ficar|fico ?para|pra|pro +uma|a|o|numa proxima|proximo|depois|NEXT ?TIMES
?quem_sabe uma|numa|na outra|proxima +vez|oportunidade|h|quem_sabe
?em|num outra|outro|noutra|noutro h|vez|momento|oportunidade|ocasiao
outro dia ?quem_sabe
em outro momento
vou|vou_ter_que|terei_que|tenho_que|vo|irei dar ?o|um|uma cano|bolo|perdido|balao|furada
pode|podem|pd ?ja liberar|passar|dar|ceder|oferecer ?o|a|meu|minha|esse|essa ?horario|vaga|lugar|vez ?meu pra|para outra|outro|outras|quem|alguem ?pessoa|cliente|paciente
pode|podem esquecer +isso|tudo|ai|entao|viu|ta|moca|de_mim|a_ideia|esse_horario|a_vaga .
esquece|esqueca|esquecam +isso|tudo|entao|ai|esse|essa|o_que_eu_disse|o_assunto
desisti*|desisto*|declino|declinei|perdi_o_interesse|imposs*|inviavel|dispenso|dispensado|dispensada|dispensamos|recuso|recusado|recusamos|nego|negado|negamos|discord*|incorreta|incorreto|neca*|nadica|nananina*|nanao|credo|nok
passo|passa +essa|dessa|desta|vez|por|enquanto|hoje|agora .
abro mao
mudei de ideia
vou ter que passar|pular ?essa|dessa|desta ?vez .
nem amarrada|amarrado|pintada|pintado|pagando|paga|pago|de_graca|que_me_paguem|que_me_pague|que_me_amarrem ?e ?que ?eu volto|piso|entro|apareco|vou|faco|passo|quero
me arrependi !de_cancelar|de_ter_cancelado|de_desmarcar|de_ter_desmarcado|de_nao|de_ter_recusado|de_recusar|de_ter_dito|de_desistir|de_ter_desistido|de_faltar|por_nao
desanimei|desencanei|amarelei|broxei
perdi|passou|acabou ?ate a vontade|coragem
pode|podem desconsiderar !a_mensagem|o_que|essa_mensagem|isso_que|a_ultima|a_outra
desconsider* o|a|esse|essa|meu|minha agendamento|horario|consulta|pedido|reserva|marcacao|vaga
querer ?eu ?ate queria|quero|quereria|queria_muito
poder|dinheiro|tempo|coragem que e bom ?nada|nao|nem
bem que ?eu queria|gostaria !saber|entender|ver|falar|perguntar
quem ?me dera !esse|essa|todo|toda|todos|todas|fosse_sempre|sempre|eu_poder_ir|ir_todo
quisera eu
pensando|pensei bem|melhor =nao|e_nao|,_nao|,_deixa|,_melhor_nao
+pode|podem|quero|preciso|favor|vou|prefiro|melhor cancel*|desmarc*|desmarqu* +isso|tudo|ai|para_mim|pra_mim|por_favor|entao|logo|essa|esse
?ja tenho|tinha|surgiu|apareceu|tive|aconteceu|arrumei|marcaram +um|uma|outra|outro|ja TROUBLES
to|estou|vou|estarei|vou_estar|vou_ta|vou_tar|irei_estar viajando|viajar|fora|de_viagem|de_plantao|trabalhando|em_reuniao
nana nina nao
vou|terei|tenho|preciso|precisarei|vamos ..2 faltar|furar|recusar|declinar !AT_WORK
?vou ficar|fico devendo
to|estou de boa|boas
fora da|das|do|dos minha|minhas|meu|meus *
caio fora
me tira dessa
vai sonhando
deus ?que me livre ?e_guarde
escolhi errada|errado
ta|esta|ficou|tem|veio|foi|tudo ?tudo errada|errado
ja marquei|fiz|faco|resolvi|fechei|agendei|comprei|consegui|encontrei|tratei|tenho ..2 OUTSIDE ..1
ja to|estou fazendo|indo|tratando|marcad*|cuidando ..2 OUTSIDE ..1
nenhum interesse
nem um|uma dess*|del*|dos|das
cedo|tarde|longe demais ?tudo pra|para mim
tudo|todos|todas ?sao ?ta ?muito|bem|super cedo|tarde|longe|ruim|ruins|pessimos ?demais ?pra_mim|para_mim .
muito|bem|super cedo|tarde|longe|ruim|ruins tudo|todos|todas .
todos|todas|tudo sao|e|no|em ?no ?em horario de trabalho|servico|aula
ta|esta|e|fica|ficou|seria +muito|meio|bem|um_pouco cedo|tarde|longe|ruim|pesado|apertado|corrido|complicado|dificil|puxado ?demais pra|para mim
^ ..1 nenhum|nenhuma ?d* +2|3|opc*|horario|horarios|dia|dias .
"""),
    # agreed
    Expression(YES, """
?nao pode|podem sim
!nao|num|quando|como|que pode|podem|podes|podera ?ja ARRANGE !nao ?sim
podicre|podcre|podes_crer
pode .
conta|conte|contem comigo
"""),
    Expression(YES, """
ja ?tinha falei|disse|respondi|confirmei|dito|confirmado|anotei +que|aqui|sim|vou|quero|pode !nao
falei|disse|respondi que sim|vou|quero|pode !nao
faz|fazer|a ?o favor de marcar|confirmar|agendar|reservar !nao
essa|esse horario|dia|data mesmo !nao
vou direto|correndo|a_pe|de_onibus|de_uber|de_carro|de_metro|de_moto|de_bike|de_carona|de_taxi|de_trem|de_bengala|de_carreta|de_van !nao
?eu digo ?que sim !nao
por mim sim|ok|pode|fechado|beleza|otimo|de_boa|tudo_bem|tudo_certo|tudo_ok|ta_* !nao
para|pra mim sim|ok|serve|da|funciona|atende|perfeito|e_perfeito|e_otimo|e_bom|ta_*|ficou_*|fica_*|tudo_bem|tudo_certo !nao
me serve|atende ?bem|sim !nao
da|serve|atende|funciona|rola|cabe +super|muito|bem sim|certo|bem|pra_mim|para_mim|super !nao
vai dar|dar_certo|rolar|ser|sim ?sim !nao
"""),
    Expression(YES, _unless_taken_back(_AGREED)),
    Expression(MILD, """
ok|legal
ta|esta bom|boa|otima|otimo|ok|certo|certissimo|certinho|perfeito|confirmado|marcado|combinado|legal|joia|bem|fechado|massa|tri|bao|show|firme|beleza|tranquilo|valendo|de_boa|tudo_certo|tudo_ok|tudo_bem
tudo certo|certinho|ok|bem
"""),
    Expression(WEAK, "nao|num =*"),
    Expression(NO, """
^ ?quero nada ?nao .
nao
no .
^ nem|neca +nem .
^ nenhum|nenhuma|fora .
^ errada|errado
"""),
    Expression(YES, "👍|👌|✅|🆗|🤝|☑|✔|🙆|💯|🤙|🫡|🙌|🫱|🫲|👊"),
    Expression(NO, "👎|❌|🚫|🙅"),
)  # fmt: skip
