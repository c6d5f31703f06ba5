"""What is asked of the clinic or told to it, as wordings, and what is only said to be polite."""

from __future__ import annotations

from anna.commands import Intent

QUESTION_FAMILIES = {
    "WEEKDAY": "segunda terca quarta quinta sexta sabado",
    "OPENS": "abre* fecha* funciona* atende* trabalha*",
    "WORK": "de no na nos aos as aqui hoje amanha ate que em a voces ai tambem",
    "WHEN": "sabado* domingo* feriado* noite noturno fim_de_semana finais_de_semana tarde cedo h hoje amanha segunda terca quarta quinta sexta almoco 24 que_h quando # carnaval",
    "CHANNEL": "email whatsapp sms telefone ligac* mensagem por_aqui audio por_escrito texto",
    "BOT": "robo bot maquina inteligencia_artificial ia ser_humano humano humana pessoa pessoa_de_verdade pessoa_real pessoa_mesmo gente gente_de_verdade de_verdade real automatica automatico chatgpt "
    "gpt assistente_virtual atendente_virtual",
    "MINE": "de aos dos os todos a dados voces tem o_que as uma meus minhas",
}  # fmt: skip

# What is asked to be explained is no medical question: "como funciona", "o que é", "quanto tempo leva a sessão".
EXPLAINED = """
para|pra que serve
?qual|qual_e ?a diferenca entre|da|de|do|pra|para
o que e|seria|faz
como|de_que_jeito ?que ?e_que e|funciona|e_feita|e_feito|seria|fazem
me fala|fale|conta|conte|explica|explique|diz +um_pouco|mais|melhor da|das|de|do|dos|sobre|como|essa|esse
fala|conta|explica ?mais|um_pouco sobre|da|de|do
quanto_tempo|quantas_h|quantos_min ..2 demora|leva|dura|e ..2 sessao|procedimento|consulta|atendimento|aplicacao|avaliacao|massagem|limpeza
quanto_tempo|quantas_h|quantos_min ..2 demora|leva ?a|o|uma|um depilacao|drenagem|peeling|design|sobrancelha|laser|extensao
"""

QUESTIONS: tuple[tuple[Intent, str], ...] = (
    (Intent.INFO, EXPLAINED),
    (Intent.HOURS, """
param|para|fech*|abr*|atend*|funcion*|abert*|trabalh* ..2 pro|para_o|para|no|na_h_de|na_h_do|h_de|h_do|durante_o|de|sem almoco
horario de funcionamento|atendimento|abertura
que h abre*|fecha*|voces|comeca|vai|funciona*
ate que h
vai|vao ?estar abrir|funcionar|atender|fechar|abertos|aberta|fechados ... ?
!me OPENS +WORK WHEN
!me|vaga|que|quando|como OPENS ?em|no dia # ..3 ?
abre*|fecha* que|as|a|quando|?
estao|tao|voces_estao aberta|abertas|aberto|abertos|funcionando|fechada|fechadas|fechado|fechados
ta aberta|aberto|funcionando|fechada|fechado =...?
dias de funcionamento|atendimento
vai|vao ?ter|haver atendimento|expediente ... ?
!como|que abre|abrem|funciona|funcionam|atende|atendem ?ai ?
consultar horarios
qual ?e ?o horario da|de|do|que|voces
"""),
    (Intent.PRICE, """
faz|fazem|deixa|sai por menos
faz|fazem ?um precinho
!demora|demoram|dura|duram|leva|levam quanto vai_ficar|vai_custar|vai_sair|vai_dar|custa|custaria|e|fica|ficaria|sai|sairia|ta|esta|voce_cobra*|voces_cobra*|cobra*|seria|saiu|vale|cada|da|que_e|que_ta|que_custa|que_fica|que_sai|por|o|a|pra|para|um|uma|pago
o|qual|quais|os|saber|me_passa|me_fala|me_diz|me_manda ?o|os|a preco|precos|valor|valores|custo|orcamento|tabela
qual o ?o|os|a preco|precos|valor|valores|custo|orcamento|tabela
!esse|este|desse|aquele|o preco|precos
!esse|desse valor|valores
!meu orcamento
tabela de precos|valores
qual|saber|fala|falar|diz|dizer|passa|ve ?e ?antes ?primeiro o total !de_sessoes|de_pontos|de_h|de_min|de_dias|de_vezes|de_pessoas|de_tempo
^ o total primeiro|antes
custa|custo|cobra*|barato|precinho|investimento
!demora|dura|leva|demoram|duram quanto ?
!demora|dura|leva|demoram|duram|de|em|ate|sei|sabe|nem|tanto|nao|falta|faltam|la|pago quanto $
# ?reais ?pra ?para ?por cada|pessoa ?uma ?um =...?
quanto|quantos|quantas reais|real|pila|pilas|conto|contos|mangos|pratas
^ +e|oi|ola|, quanto .
precim|precin|valorzinho
caro|carinho =...?
mais em conta
"""),
    (Intent.PROMO_INTEREST, """
promo|promoc*|descont*|black_friday|cupom|cupons|oferta*|combo*|campanha|brinde|cashback|cortesia|aproveitar
!da|de avaliacao|consulta ?e|depois|tambem|ja|fica|vai|sera|me|ela abate|abatem|abater|abatida|abatido
abate|abatem|abater ?a|o|os|as|da|do ?valor|preco ?da #|avaliacao|consulta
faz|fazem|deixa|sai por menos
faz|fazem ?um precinho
ainda|ta|esta ..1 valendo|valida =...?
condicao especial
pacote promocional
tem|teria|vendem|fazem pacote|algum_pacote|alguns_pacotes|um_pacote|pacotes|algum_plano
faz|fazem|deixa*|consegue* mais barato
"""),
    (Intent.PAYMENT, """
divid*|divisao em|no|o|a|quantas
em|de|ate quantas vezes|parcelas ?no ?cartao ?da ?pra ? $
da|posso|pode|consigo|consegue|tem_como|rola ?pra|para ?de ?se dividir|divide ?
multa|avista
a vista
parcel*|cartao|credito|debito|pix|boleto|convenio|unimed|pagamento|pagar|recibo|juros|taxa
sinal !das_costas|nas_costas|da_pele|na_pele|de_pele|do_rosto|no_rosto|da_cara|na_cara|do_pescoco|no_pescoco|da_perna|na_perna|no_braco|do_braco|na_bochecha|de_nascenca|escuro
dinheiro vivo|em_especie
no|em|com dinheiro =...?
dinheiro ..4 pode|podia|serve|rola|vale|da =...?
pode|podia|posso|rola ?ser|levar|pagar ?no|em dinheiro =...?
plano de saude
forma*|link de pagamento
pago como|no|em|na|antes|depois|adiantado
aceita* cartao|pix|convenio|plano|vale|dinheiro
em ?quantas ?# x|vezes
nota fiscal
entrada de|minima
"""),
    (Intent.LOCATION, """
e|fica ?em aquele|aquela|naquele|naquela predio|casa|sobrado|galeria|esquina|portao|rua|loja ... ?
e ?ai|la|aqui na|no rua|avenida|av|praca|shopping|predio|centro|bairro|galeria
qual|que +e|o andar|sala|predio|bloco
endereco|localizac*|estacionamento|estacionar|metro|maps|onibus
onde fica|ficam|e|voces|esta|estao|que|tem|atende*
aonde fica|e|voces
como chego|chegar|faco_pra_chegar|que_chega|vou|faz_para_chegar
parar o carro
onde|aonde ?que ?eu ?posso|da_pra|da_para|consigo|tem_pra estaciono|estacionar|paro|parar !de|com
qual ?o bairro|endereco|rua|local|ponto_de_referencia
que bairro|rua|cidade|andar|lugar
perto da|de|do metro|shopping|onde|quem
fica|ficam em|no|na|perto|onde|muito_longe|longe !aberto|duvida|pe|casa|pix|cartao|dinheiro|total|debito|credito|valor|nome|promo*|boleto|minha|meu
em que rua|bairro|lugar|cidade
ponto de referencia
unidade em|no|na|de|mais
tem|teria|existe|ha ?alguma|uma|outra clinica|filial|unidade|loja ?de_voces ai|em|no|na|por|perto|aqui|?
voces sao de onde
de onde voces
"""),
    (Intent.INFO_PREFERENCE, """
ligac*|audio|audios|email|sms|telefonema nao
nao gosto_de|quero|curto|atendo|ouco|escuto|consigo_ouvir|posso_ouvir|uso ..1 ligac*|audio|audios|telefone|email
so ?pode|podem ?me cham*|mand*|avis*|respond*|fal*|lig* ..2 por|pelo|no|aqui|depois|ate|antes|das|a_partir|mensagem|whatsapp|sms|email|texto
manda*|mande*|envi* ..3 por|pelo|via sms|email|mensagem|texto|whatsapp
nao ?me lig* !mais ?nao ?, so*|manda*|prefiro*|pode*|me_manda*|chama*|escrev*|melhor*
prefiro que nao_lig*|nao_me_lig*|me_mand*|me_cham*|me_escrev*|me_avis*
pode escrever
nao quero receber ..6 CHANNEL
prefiro ?receber ..6 CHANNEL
so aqui|por_aqui ..6 CHANNEL
melhor|pode ?me falar|chamar|mandar|avisar ..6 CHANNEL
nao ?me lig* ..6 CHANNEL
sem ligac* ..6 CHANNEL
pode ligar ..6 CHANNEL
me lig* so|depois ..6 CHANNEL
nao ?me manda*|envi*|mande* audio
nao posso|consigo ouvir|escutar audio
me avis* por email|sms|mensagem|whatsapp
"""),
    (Intent.DATA_RIGHTS, """
como ?que ?voces conseguiram|pegaram|acharam|descobriram|arrumaram|tem|tem_o ?o meu numero|contato|telefone|whatsapp
lgpd|dpo
apag*|exclu*|delet*|remov*|elimin* +conta|e|todos|todas|os|as|o|a|meus|minhas|meu|minha|tudo|de_mim|sobre_mim|seus dados|informac*|cadastro|historico|fotos|prontuario|registro*|conversa|conversas
direito ao|de esquecimento|exclusao
protecao|encarregado de dados
meus dados pessoais|apagados|exclu*
corrig*|atualiz* ?os meus dados
com quem ?voces compartilha*
como voces conseguiram meu
quem te|passou|deu +te|passou|deu meu numero|contato
de onde ?voces tiraram|pegaram|conseguiram meu
"""),
    (Intent.DATA_REQUEST, """
copia|acesso|quais|que|ver|relatorio|exportar|solicito|quero +MINE meus_dados|meus_registros|dados_tem|dados_guardam|dados_meus|dados_voces_tem|dados_voces_guardam|meu_prontuario|minhas_informacoes
o que voces tem|sabem sobre|de mim
manda|mande|mandem|envia|mostra|ver|acessar|consultar|olhar ?todos os|as|o|a meus|meu|minhas|minha dados|informac*|cadastro|registros !bancarios|do_pix|de_pagamento
manda|mande|mandem|envia|mostra|ver|acessar|consultar|olhar meus|meu|minhas|minha dados|informac*|cadastro|registros !bancarios|do_pix|de_pagamento
guardam|armazenam|registram|salvam ?os ?as meus|minhas dados|informac* ... ?
meu prontuario
minha ficha
meus exames
que dados
"""),
    (Intent.B2B, """
trabalho com marketing|vendas|representac*|trafego|midia*|social_media
ofereco|oferecemos|presto|prestamos ..1 servico|servicos
vender para|pra voces|a_clinica
vendo equip*|apare*|produt*|maqu*|laser*
apresentar nossa|nosso|minha|meu|a|o tabela|produto|proposta|catalogo|portfolio|trabalho|empresa|linha
para empresas
pra|para clinicas
revend*|franquia|galderma|allergan|merz
!to|estou|tava|tou|ta|ainda|aqui|tamo|estamos|fico|fui|indo vendo
parceria|oferecemos|representante|fornecedor*|distribuidor*|influenciador*|influencer|permuta|curriculo|contratando|emprestimo|maquininha|seo|sublocar|contador|cnpj|publi|imprensa|jornalista
somos|sou_de ?um|uma agencia|empresa|fabrica|distribuidora
oferecer ?os nossos|nossas
ofereco produtos
servicos de marketing
proposta comercial
nossa|minha empresa
somos|sou|falo da empresa
divulgar sua|a clinica
vaga de emprego|trabalho|esteticista|recepcionista
trabalhar com_voces|ai
marketing digital
trafego pago
google ads
gestao de redes
responsavel pela|pelo compras|marketing|financeiro
setor de compras
orcamento de equipamentos
software para clinicas
alugar sala
"""),
    (Intent.OFFTOPIC, """
casar comigo
paga|pague|pagar|pagas ?me ?um ?uma jantar|almoco|cafe|cafezinho|cerveja|drink|pizza|lanche
quanto e # x|+|/|- #
viu o|a jogo|b|novela|filme|show
pagode|sertanejo|samba|cantor*|campeonato|astrologia|horoscopo
copa do mundo
piada|futebol|flamengo|corinthians|palmeiras|bolo|pizza|lanche|hamburguer|comida|filme|serie|musica|playlist|novela|signo|religiao|catolico|ateu|crente|politica|lula|bolsonaro|presidente|eleicao|loteria|tigrinho|bicicleta|bike|bikes|carro|iphone
cachorro|gato|pet|namora*|solteira|solteiro|matematica|bitcoin|cripto|dolar|noticia|noticias|fofoca|traduz*|bandido|bandidos|shampo
jogo do|de|hoje
time voce|do_brasil
que|qual +e|o|a ?seu time
receita|capital de
acredita|existe|cre ?em deus
previsao do tempo
como ta|esta o tempo
vai chover
capital da|do
mega sena
celular usado
casa comigo
cor favorita|da_sorte
qual ?a ?melhor cor
que cor
dever|licao de casa
big brother
quem ganhou
trabalho da|de escola|faculdade
mesa para
"""),
    (Intent.INFO_BOT, """
quem e ?
voce|isso|aqui|esse|to_falando_com|estou_falando_com|falo_com|falando_com|e|seria +e|um|uma|o|a|so|mesmo|com|algum|alguma|parece BOT
am i talking
are you a bot|robot|human
qual ?e ?o seu nome
modelo de ia
qual|que ia
quem e_voce|ta_falando|esta_falando|fala_?
como voce se_chama|funciona
voce e o|a bot
"""),
    (Intent.INFO, """
qual|tem|passa|manda|link|segu*|ver ..3 insta
wifi|acessib*|cadeirante|banheiro
wi fi
aceit*|pode*|tem_espaco ..2 crianca|criancas
ar condicionado
qual ?e ?o insta|site|whatsapp|email
preparo|preparacao =para|pra|antes|do|da|?
!tenho|trouxe|meu|de atestado|atestados|declaracao_de_comparecimento !medico_que|de_que
!to|estou|fico de|em jejum
posso|pode|podem|precisa|preciso|tem_que|tenho_que|devo ?ir|vir|estar|fazer|ser|chegar jejum|maquiada|maquiado
posso|pode|precisa|preciso|tem_que|tenho_que|devo ir|vir|estar|chegar de|com|sem ?a maquiagem|batom|rimel|base|lente|lentes|esmalte|brinco*|joia*|piercing|corrente|creme|protetor
precisa|preciso|tenho_que|devo ?de levar|trazer algo|alguma|o_que|documento|exame
o que ?eu levo|preciso_levar|tenho_que_levar|devo_levar
deixa|deixe ?eu ligar
o telefone|fixo da|de|do clinica|voces|recepcao
qual|passa|manda|tem +o|e|um|algum|me|seu|numero|do|de telefone|fixo|telefone_fixo da|de|do|para|pra|voces
posso|consigo|da_para|da_pra ligar
tirar|tira|tire ?um|uma|umas duvida|duvidas
!pelas|pela informac*
mais detalhes
saber mais|sobre|da|de|do
explic*|fazem|catalogo|portfolio|instagram|site|estacionamento|resultados
gostaria|queria de saber
queria saber
uma duvida
como ?que funciona
esqueci|deixei|larguei|ficou +o|a|os|as|um|uma|meu|minha|meus|minhas casaco*|blusa*|jaqueta|oculos|brinco*|anel|celular|bolsa|carteira|chave*|guarda_chuva|sombrinha|garrafa*|documento*|relogio|pulseira*|colar|alianca|mochila*|sacola*|fone*|carregador
preciso|queria|quero|consegue*|tem_como|pode|podem|gostaria +de|um|uma|me|o|a|pegar|emitir|fazer|dar atestado|declaracao|laudo|receita|prontuario
voces fazem|trabalham_com|tem|oferecem|realizam|atendem
faz ai|voces
pode|posso|da_para|da_pra levar|trazer|ir_com|ir_acompanhada|ir_acompanhado
atende* homem|homens|crianca*|masculino
quem faz|aplica
e homem|mulher|medico|medica|esteticista|enfermeira ou ..4 faz|atende|aplica
precisa|preciso|tem_que|necessario agendar|marcar ?h ou|?
voces|ai|a_clinica vende|vendem|comercializa*|revende* produto|produtos|creme|cremes|protetor|acido|serum|kit
quem e a|o dr|dra|medic*|profissional|doutor|doutora
qual ?a marca|profissional|dra|aparelho|produto
que procedimentos|servicos|marca
quais ?os procedimentos|servicos|tratamentos
lista de procedimentos|servicos
tem|ver|mand*|mostr*|quero|cade|envia*|queria ..3 antes e depois
tem foto|fotos
posso|pode|podemos|consigo ir|vir sozinh*|de_moto|de_onibus|de_bike|de_bicicleta|de_carro|de_metro|de_uber|a_pe|de_chinelo|de_short|de_vestido|de_saia|de_calca|de_barba|com_alguem|com_mais_gente ...
ver fotos
me manda ?mais info|informac*|detalhes|o_link
o que voces fazem|tem
"""),
    (Intent.MEDICAL_QUESTION, """
doi|dolorid*|dor|doe|doer|permanente|sangra|anestesi*|incha|cicatriz*|recuperac*|risco|riscos|cuidados|indicam|raspar
!ja|me|nos|logo resolve !ai|logo|pra_mim|para_mim|agora|de_uma_vez|isso_logo|isso_ai|isso_pra|isso_para|isso_agora
ja|me|nos resolve =...?
!depilacao definitiva|definitivo
quanto tempo ..4 recuper*|cicatriz*|desinch*|sumir*|some*|passar*|voltar*|ver*|sarar*|poder*|posso*|parar*|fica*
efeito|efeitos colatera*
contra indic*
ver|da|demora|quando|tem|sai|aparece ?o|os resultado|resultados
quanto tempo ..2 vejo|vemos|aparece|aparecem|sai|da ?o|os ?primeiros resultado|resultados|efeito
deixa|fica ?com ?muita|alguma marca|marcas|cicatriz =...?
e|qual|seria ?o ?mais melhor|indicado|indicada * ..2 ou ... ?
quanto|quantas|quantos sess*|ml|unidades|seringas|aplicac*
pode|tem_problema fazer|tomar|malhar|beber|treinar|pegar|usar|aplicar|se_maqui*|se_depil*|se_expor*|se_bronze*
tem problema se
faz mal
pode dar errado|problema|ruim
e seguro
pos procedimento|operatorio|botox|peeling
e|seria|qual|mais indicado =...?
indica|serve para
funciona para|pra|mesmo|em
qual ?e ?o melhor|indicado|mais_indicado
qual|quais dos|das|desses|dessas|destes|destas 2|3 ?voces ?voce ..2 melhor|melhores|indicado|indicada|indica|recomenda|resolve|funciona|adianta|compensa|bom|boa
a partir de que|qual idade
tirar mancha|manchas|ruga|rugas|olheira|olheiras|papada|estria|estrias|celulite
vermelho depois
preciso ficar|parar|tomar|fazer ?de|em repouso
depilar antes
fica roxo|vermelho|inchad*|marca|marcas|natural
fica|fico|ficar|ficarei ..3 vermelh*|roxo|roxa|inchad*|descascando|descamando =...?
descasca|descascar|descama|descamar ..3 ?
perguntei|saber|duvida ..2 descasc*|descam*|doi|incha|arde
botox|toxina|botulinica ..4 suor|suo|suar|hiperidrose|transpiracao|sudorese|gengival
suor|hiperidrose|sudorese|transpiracao|gengival ..3 botox|toxina
da tempo de fazer ..5 antes|casamento|festa|formatura|viagem|evento|natal|reveillon|carnaval|verao
ainda da tempo
"""),
    (Intent.COMPLAINT, """
reclamac*|reclamar|procon|processar|insatisfeit*|pessima|pessimo|absurdo|decepcion*
dinheiro de volta
falta de respeito
mal atendid*
"""),
    (Intent.THANKS, """
obrigad*|valeu|agradec*|grata|grato|gratidao|brigad*|thanks|merci|🙏
thank you
deus ?te|lhe|os|as|a|o abenco*|pague|lhe_pague
muito gentil
"""),
    (Intent.BYE, """
tchau|adeus|beijo|beijos|beijinho|beijinhos|abraco|abracos|bye|namaste
fica|fique|fiquem|va|vai com deus
ate mais|logo|breve|amanha|la|outra|a_proxima|WEEKDAY
fui .
!ela|ele|moca|voce|me|atendente falou .
bom fim_de_semana|descanso|feriado
boa semana
to indo nessa
desculpa|desculpe|desculpem ?por ?te ?o ?pelo incomodar|incomodo|perturbar|importunar .
bom|bons|boa fim|final de semana
otimo dia|fim_de_semana
tenha um|uma bom|boa|otima|otimo dia|tarde|noite|semana
"""),
    (Intent.GREET, """
oi|ola|hey|hi|hello|opa|alo|salve|saudac*
e ai
bom dia
boa tarde|noite
tudo bem|bom|joia
tudo certo ?
como vai
good morning|evening
fala ai|tu
feliz natal|ano_novo|pascoa|dia
"""),
)  # fmt: skip
