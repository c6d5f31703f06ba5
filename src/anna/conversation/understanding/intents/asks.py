"""What is asked, told or wanted, as phrases: the many ways beside those that `intents` knows as patterns."""

from __future__ import annotations

from functools import cache

from anna.commands import Intent
from anna.conversation.understanding.intents.booking_phrases import BOOKING_PHRASES
from anna.conversation.understanding.text.phrases import Phrases

_FAMILIES = {
    "MONEY": "preco precos valor valores custo custos orcamento precinho tabela investimento",
    "COST": "custa custaria fica ficaria sai sairia saindo saia vale cobra cobram cobraria cobrando custando seria dava",
    "OWN": "consulta sessao horario agendamento retorno avaliacao limpeza botox peeling drenagem massagem depilacao laser procedimento atendimento reserva sobrancelha cilios preenchimento",
    "OPEN": "abre abrem fecha fecham funciona funcionam atende atendem atendendo trabalha trabalham abrindo funcionando aberto aberta abertos abertas",
    "SHUT": "sabado sabados domingo domingos feriado feriados carnaval natal noite cedo almoco fds",
    "CAR": "carro moto caminhonete caminhao van carreta bicicleta bike",
    "LASTS": "dura duram durar durou demora demoram demorar leva levam",
    "NOT": "nao num nem nunca",
    "PUT": "puseram botaram colocaram encaixaram marcaram agendaram anotaram",
    "ITS": "consulta sessao horario agendamento retorno avaliacao marcacao h limpeza botox drenagem massagem depilacao procedimento",
    "RECORD": "cadastro ficha sistema prontuario registro",
    "NUMBERS": "1* 2* 3* 4* 5* 6* 7* 8* 9*",
    "MY": "meu minha meus minhas",
    "FREE": "vagar abrir surgir liberar desocupar sobrar aparecer pingar pintar vaga abre surge libera desocupa sobra pinta pinga desocupou vagou abriu surgiu liberou",
    "PLACES": "predio banco padaria farmacia igreja praca esquina posto mercado escola shopping galeria bradesco itau caixa",
    "DEAR": "salgad* puxad* caro cara carinho pesad* careir* facada absurdo",
    "GIFT": "mimo mimos lembrancinha* lembranca brinde* vantagem vantagens beneficio* regalia* bonus premio",
    "REPAIR": "consert* arrum* trocam troca alugam aluga vendem",
    "FOREIGN": "maquina geladeira fogao televisao tv tapete sofa vestido terno pneu oleo racao bolo salgadinho* marmita diarista faxineira pedreiro encanador eletricista restaurante lanchonete brasileirao campeonato "
    "dolar euro bitcoin horoscopo praia litoral tempo carnaval vestibular concurso loteria",
    "QUIT": "desist* cancel* desmarc* falt* furar furou",
    "SHOP": "farmacia drogaria pizzaria padaria banco igreja escola oficina mercado supermercado restaurante lanchonete taxi correios prefeitura hospital veterinari* petshop hotel pousada "
    "academia loja imobiliaria cartorio lavanderia floricultura chaveiro borracharia gas detran receita",
}

_RULES: tuple[tuple[Intent, str], ...] = (
    (Intent.PRICE, """
tem|manda|mande|envia|envie|passa|passe|ver|cade|mostra|quero|queria ?me ?uma ?a ?sua ?de tabela ?de ?preco* ?valor* ~ h|horario*|nutric* ~ tabela de h
^ ?oi ?ola ?e quanto ?o ?a ?um ?uma ?do ?da OWN ~ LASTS quanto ~ horario|h|agendamento|reserva ~ tempo
ta|e|achei|fica|ficou|seria|muito DEAR ... valor|preco|hein|?
valor|preco .. DEAR|alto
se e|ta DEAR
isso tudo|tudo ?isso por|so ?uma ?so sessao|aplicacao|vez|limpeza|procedimento
doi|cabe|cabendo|pesa|pesar|sangra .. bolso ~ NOT ~ doeu
vender .. rim|carro|alma ~ vendo
coisa de rico|madame|gente rica
sai|fica por uns|umas quantos|quantas|quanto
com quanto ?que ?eu saio|faco|fico|consigo
uns|umas NUMBERS paga|pagam
NUMBERS reais|conto|pila ?ja paga|resolve|dao|faz|da ... ?
qual ?o ?e estrago|prejuizo|facada|investimento
quanto ?que ?e ?voces ?ai ?tao ?estao pedindo|cobrando|pedem
nossa ?, que facada|caro|carao|absurdo ~ atendimento
valorzinho|precinho|precim
quanto .. pobre|assalariad*
quanto que|e|ia|vou|vai|vamos|daria|da|eu .. pagar|gastar|desembolsar|investir|deixar
quanto que|e|que|q ?e COST|ta|e
quanto ?voces ?que ?ai COST
por quanto COST|voces|faz|fazem|da
a partir de quanto
faixa de preco|quanto|valor
me ?voce ?pode passa|passar|manda|mandar|fala|falar|diz|dizer|informa|informar|fornece ?o ?os ?uma MONEY
^ quanto ?mesmo ?seria ?moca $
fazer|consigo|conseguiria|da o que com
da fazer o que
cobra*|paga ... avaliacao ~ cobraram
avaliacao ... gratis|gratuita|paga|cobrada|cobra
sai|fica|e|seria mais barato|conta ~ parcel*
MONEY ... ficou|fica|esta|ta|e quanto|qual
quanto ?e|ta|anda ?mesmo ?o ?a ?hoje sess*|aplicac*|ml|seringa|area|pacote ~ LASTS quanto ~ sess* precis*|necessari*|sao
"""),
    (Intent.PAYMENT, """
manda|passa|envia|qual|cade|me ?a ?o ?sua chave pra|para|do|? ~ porta|casa|carro
dados|numero ?da ?de ?sua conta|agencia ... deposit*|transf*|pagar ~ cadastro
fiado|fiadinho|caderneta
pago metade|parte|entrada|uma
divide|dividir|dividido ?em ?no ?o quantas|cartao|2|3|4|x|vezes
ja transferi|depositei|paguei|pixei ... chegou|caiu|entrou|viu|recebeu|receberam
pagar .. quando cair|receber|sair
aceita*|aceitam|passa|recebe*|trabalha* .. vr|va|vale|sodexo|alelo|cheque|carne|picpay|nubank|mercadopago|amex|elo|visa|master*|debito|credito|cartao|pix|dinheiro|boleto ~ passa .. pix|chave|mim
pago|paga|pagamento|acerto .. na|no|antes|depois|adiantado|hora|ato ~ por mim ~ dia ~ jantar|almoco|cafe|cerveja|lanche|drink
precisa|tem|tenho|tinha ... sinal|adiantado|entrada|caucao ~ sinal ... de|da vida
fiz|mandei|enviei|transferi|paguei ... pix|comprovante|transferencia|boleto|sinal
caiu|chegou|entrou|recebe* ?o ?ai pix|pagamento|transferencia|dinheiro|comprovante
pix ... caiu|chegou|entrou
cade|preciso|quero|manda|emite|emitem|fornece* .. nota fiscal|recibo|nf
"""),
    (Intent.LOCATION, """
to|tou|estou|cheguei|rodando|perdid* ... rodando|perdid*|rua|praca|esquina|avenida|frente|porta|aqui ... cade|nao acho|encontro|vejo ~ carteira|celular
to|estou|cheguei ... cade|kd voces|clinica|a|predio
NOT acho|achei|encontro|encontrei|localizo .. clinica|voces|predio|endereco|porta|entrada ~ site ~ instagram ~ numero
cade ?a ?o clinica|predio|voces .. mudou|mudaram|fica|sumiu
e|fica|ficam ?ainda ?la ?ai ?naquele ?naquela ?no ?na ?do ?ao ?em lado|frente|atras|perto|proximo|esquina|naquele|naquela|mesmo .. PLACES|predio|lugar|lugarzinho|endereco|casa
e ?ainda ?la ?ai naquele|naquela predio|lugar|casa|sala|galeria|endereco ~ horario
em frente ao|a|o PLACES ... ?
qual ?e ?o ?a rua|bairro|avenida|endereco|andar|sala|predio|cep
qual|que ?e ?o numero ?da ?do ?de casa|predio|porta|rua|sala
me ensina|ensine|explica|explique ... chegar|caminho
uber|taxi|motorista|gps|waze ... NOT acha|encontra|achou|acho ... ?voces
ainda e|fica|ficam|sao|no mesmo|ai lugar|endereco|local|predio
voces mudaram|mudou ?de ?o ?do lugar|endereco|predio|local|sala
onde|aonde ?e ?que ?eu deixo|paro|estaciono ... carro|moto
posso|pode|da|consigo|tem|onde|aonde ?pra ?para ?como ?que parar|estacionar|deixar|guardar|paro|estaciono|deixo|guardo .. CAR
vaga|lugar|espaco .. CAR|estacionar
tem .. estacionamento|manobrista|valet|garagem
ir|chegar|vou|chego de metro|onibus|trem|uber|carro ~ vou|fui ... sim
metro|estacao|ponto|onibus .. perto|proximo|passa
perto|proximo|longe .. metro|centro|rodoviaria|shopping|praca|terminal|estacao|aeroporto
ponto|alguma de referencia
manda|passa|envia|compartilha .. loc|local|localizacao|pin|maps|waze|endereco|mapa
tem|qual|outra unidade|filial
ficam|fica|e|sao ?ai ?ainda no|na|em|qual bairro|cidade|rua|shopping|andar|predio
como ?que ?eu ?se ?faco ?faz chego|chega|chegar
"""),
    (Intent.HOURS, """
abert*|atende*|funciona*|ficam|fica|ai ate quando|que|tarde|qual ~ promoc* ~ valido ~ oferta
aos|nos|no|de sabados|domingos|feriados|sabado|domingo|feriado .. atendimento|expediente|alguem|gente ~ vaga|encaix*|marc*
domingo|sabado|feriado ?ai ?voces tem alguem|atendimento|expediente
feriado ?voces emendam|emenda $
emenda|emendam ?o ?no feriado|feriadao|ponte
ate que h|horas posso|consigo|da chegar|ir|passar ~ chegar .. atraso
que h|horas ?a ?voces ?que ?ces abre*|fecha*|porta
OPEN ... SHUT
SHUT .. voces|a|ai|clinica OPEN
SHUT OPEN
que h|horas OPEN
OPEN ?de ?a ?ate que h|horario|horas
ate que h
OPEN hoje|amanha|agora|ainda|direto ~ procedimento
de que h ate|a que
quais|que dias .. OPEN
"""),
    (Intent.INFO, """
e ?um ?uma medic*|enfermeir*|dentista|biomedic*|esteticista|doutora|profissional|formad* que|quem|aplica|faz|vai ... ?
quem .. mexer|aplicar|fazer|aplica|faz .. formad*|medic*|experiente|especialista
pra|para ?o ?a ... voces usam|fazem|aplicam|indicam ?o que
cachorrinh*|gatinh*|pet|bebe|nenem|crianca*|patas|filh*|acompanhante pode|podem entrar|ir|ficar|acompanhar
voces ?ai remov*|tir*|apag*|clareiam ... micropigment*|tatuagem|sobrancelha|mancha*
remove|removem|tira|tiram ... micropigment*|tatuagem ~ minha consulta
LASTS quanto|muito|quantas|quantos|horas
quanto|quantas|quantos|qnto ?tempo ?h ?min ?meses ?dias ?mais ?menos ?ou ?em ?media ?que ?e LASTS
tempo LASTS|e|de .. sess*|efeito|resultado|procedimento
efeito|resultado .. LASTS
domicilio|residencia
OPEN|vai|vao|atendimento|fazem|faz em casa
espaco|lugar|sala|cantinho .. crianca|criancas|filho|filhos|esperar|esperarem|acompanhante|eles ~ CAR
brinquedoteca|kids|fraldario|elevador|rampa|cadeirante|acessivel
posso|pode|podem|da levar|ir|entrar|trazer .. crianca*|filh*|menin*|bebe|acompanhante|marido|amiga|mae|cachorr*|pet|gato|alguem
levar|trazer|ir_com|vou_com .. crianca*|filh*|menin*|bebe|acompanhante|cachorr*|pet .. pode|problema ~ procedimento|fazer
problema levar|trazer|ir_com .. crianca*|filh*|menin*|bebe|acompanhante|marido|amiga|mae|cachorr*|pet
qual|tem|possui|e formacao|crm|crbm|coren|especializacao|pos_graduacao ~ minha
OPEN|fazem|faz|aceita*|recebe* homem|homens|masculino|crianca*|idoso*|gestante*
precisa|necessario|tenho ... agendar|marcar|hora marcada|exame*|encaminhamento|pedido ~ preciso
ordem de chegada
vale|cartao presente
gift card
como ?que ?e ?eu faz|faco|fazer pra|para agendar|marcar ~ quero
parar de crescer|nascer
sao .. de sess*|drenagem|massagem|procedimento ne
me|pode explica*|tira* .. duvida|procedimento|tratamento|como
do que|q e feit*|feito
qual|que|quais produto|produtos|marca|marcas|aparelho|tecnica .. usa*|usam|voces|e
quem vai|que|e ?vai ?me ?mim atende|atender|fazer|aplicar|aplica|receber
dra|dr|doutor|doutora|medica|medico|enfermeira|esteticista|biomedica|profissional .. atende|trabalha|faz|continua|saiu|ta|esta .. ai|? ~ quem .. dra|dr|doutor|doutora
dra|dr|doutor|doutora .. atende|trabalha|vem|fica ?ai ?na ?clinica que|quais|qual dia|dias|h|horario|horarios
que|quais|qual dia|dias|horario ?que a|o ?dra|dr|doutor|doutora .. atende|trabalha ~ clinica|voces|salao
tem|precisa|preciso|tenho|devo|necessario ?que ?de levar|trazer|apresentar|imprimir ... ?
tem|precisa|preciso|tenho|devo|posso|pode ?que ?de ir|vir|chegar|estar|fazer .. sem|com|antes|jejum|maquiagem|maquiada|maquiado|batom|lente|lentes|esmalte|roupa|chinelo|short|vestido|calca|acompanhante|acompanhad* ... ? ~ carro|dor
precisa|precisam|pedem ?do ?da ?de ?meu ?minha cpf|rg|documento*|carteirinha|identidade ... ?
cpf|rg|documento*|carteirinha|identidade .. precisa|necessari* ... ?
"""),
    (Intent.INFO_PREFERENCE, """
manda|mande|mandem|envia|avisa|liga|chama|fala|falem|escreve ?as ?os ?a mensagem|mensagens|aviso|avisos|lembrete|lembretes|tudo|comigo|so .. numero|telefone|whatsapp|celular .. filh*|marido|mae|irma|esposa|trabalho|outro
nao|num ?me manda|manda|mande|escreve|chama|liga ... manda|chama|escreve|fala no|pro|para|pelo numero|telefone|whatsapp|celular .. filh*|marido|mae|irma|esposa|trabalho|outro
no meu nao manda|mande|chega ~ horario
NOT|nem ?me escrev*|mand*|cham*|lig* .. madrugada|trabalho|expediente|almoco|noite|cedo|domingo ~ mais
NOT ?quero ?receber ?mais mensagem|mensagens|lembrete|aviso de|no|aos|em|a domingo|domingos|feriado|feriados|noite|madrugada|manha
NOT ?me escrev*|mand*|cham*|lig* ?mais mensagem|mensagens ?antes ?depois 0*|1*|2*|5*|6*|7*|8*|9*
evita|evite|evitem ?de ?me lig*|audio*|telefon*|chamada* ~ mensage*|promoc*
lembrete|lembretes|aviso|avisos .. manda|mande|so|basta|1 ... vespera|1|antes|so ~ quero|parem|sem
manda|mande so|apenas 1 .. lembrete|aviso|mensagem
email|sms|ligacao|telefone|audio|instagram ?eu nunca|nao|num vejo|leio|olho|escuto|ouco|abro|atendo|uso ... prefiro|melhor|manda|aqui|pode|chama|responde* ~ recebi
prefiro que ?me ?so respond*|fal*|mand*|avis*|escrev*|cham*|lig* ... aqui|mensagem|whatsapp|email|filh*|marido|mae|irma ~ doutora|medica|pessoa|atendente
so|apenas escreve|escreva|escrevam|digita|texto|escrito ?, nao|num|nem liga|lig*|audio*
escreve|escreva|escrevam|fala|fale|manda grande|devagar|maiusculo|letra|simples .. NOT|enxergo|vejo|leio
surda|surdo|deficiente auditiv*
NOT .. audio .. trabalho|escrit*|texto|aqui
so|apenas depois|antes|apos d*|as .. posso|respondo|vejo ... NOT mand*|cham*|lig*
avisa|avise|avisem|manda|mande|mandem|chama|chame|chamem|escreve|escreva|fala|fale|falem|responde|responda|lembra|lembre ... so|somente|apenas ?de ?da ?na ?no ?a ?depois ?antes ?pela ?em manha|tarde|noite|almoco|horario|meio|sabado|das|dia|semana|fim|final|feriado*|vespera ~ marca|marcar|agenda|agendar|horario .. ?
nao|num ?me ?mais chama|chame|chamem|manda|mande|mandem|escreve|escreva|escrevam|avisa|avise de|cedo|tarde|antes|depois|domingo|feriado ~ mais ?nada
pode|podem|quero|prefiro ?sim continuar|seguir ?me mandando|enviando|recebendo|avisando
so|somente|apenas|prefiro por|pelo|via|no email|sms ~ receb* ~ pode .. mandar
manda|mandar|mande|mandem|envia|enviar|envie ... lembrete|aviso|mensagem .. antes|vespera
lembra|lembrar|lembre|lembrem|avisa|avisar|avise .. dia|dias|h|vespera|semana antes ~ pagar|sair
responde|responda|responder|responderem|chama|chame|manda|mande|avisa|avise|fala|fale|escreve .. aqui|mensagem|texto|zap|whatsapp|email|sms .. mesmo|apenas ~ esper* ~ pode .. mandar ~ alguem
nao|nem|sem precisa .. ligar|ligacao|telefonar .. responde|manda|chama|escreve|pode|so|mensagem
so|somente|apenas|prefiro ?por ?a ?de mensagem|texto|escrito|mensagens ~ receb*
nao|num ouco|escuto|posso|consigo|gosto|quero ?de ?ouvir ?escutar audio|audios|ligac*
nao|nem precisa .. ligar|telefonar & responde|manda|chama|escreve|mensagem|texto
nao atendo .. telefone|ligac*|numero|chamada*|desconhecido
nao ?me mande|manda|mandem ?mais audio|audios
melhor|prefiro|pode|podem ... por|pelo email|sms|texto|mensagem ~ parcel*|pix|agend*|marc*
"""),
    (Intent.INFO_BOT, """
e ?voce ?a ?o mesma|mesmo|moca|menina|moco|pessoa|atendente .. falando|falou|escrev*|atendeu|conversou .. ontem|antes|comigo|outro|semana ~ pode|quero|chama
voce NOT ?e ?a ?o mesma|mesmo menina|moca|pessoa|menino|moco
e ?a ?o mesma|mesmo menina|moca|pessoa|menino|moco ?de ?ontem ?que ... ? ~ horario ~ com mesma|mesmo
voce ?tu entende|escuta|ouve|le|ve|enxerga|consegue ?ouvir ?ver ?ler ?escutar audio|audios|foto|fotos|figurinha|video|emoji
eu falo|falando|to|converso ?falando com computador|robo|maquina|secretaria|gente|pessoa|gravacao ou
computador|robo|maquina|gravacao|aparelho ou ?com ?a ?o secretaria|gente|pessoa|moca|menina|atendente|humano
resposta|mensagem pronta|automatica|programada|gravada ... ?
qual ?e ?a sua graca
com quem ?eu ?e ?que to|estou|tou falando|conversando|tratando
quem ?e ?que ta|esta|fala|e ?ai ?do outro lado
voce e de verdade|mentira|carne
e|sao|parece|isso|isto|deve resposta|mensagem|mensagens|respostas|texto|audio automatic*|pronta|prontas|programad*|gravad*|robotizad*|padrao ~ recebi
resposta*|mensage*|texto*|isso|isto|aqui .. automatic*|programad*|gravad*|robotizad* ~ recebi ~ audio|ligac*
quem ta|esta|que|e ?ta ?e digitando|escrevendo|respondendo|digita|escreve ?aqui ?ai ?mesmo ?comigo ?
isso|isto|aqui|ai|tu|voce automatic*|robo|robozinho|gravacao|maquina|chatgpt|ia ?mesmo ne|?|, ~ quero|falar|pass*|chega
atendente|pessoa|humano|humana|gente|alguem ou|, bot|robo|maquina|ia|computador|automatico|chatbot
bot|robo|maquina|ia|chatbot ou ?e ?um ?uma ?ser atendente|pessoa|humano|humana|gente|alguem
quem responde|atende|escreve|fala|digita .. aqui|ai|mim|e .. robo|bot|pessoa|gente|voce|maquina
voce existe|pensa|sente
"""),
    (Intent.B2B, """
agendar|marcar|marcamos ?uma ?um cal|reuniao|videochamada|videoconferencia|demonstracao|apresentacao ~ tenho|tinha|minha reuniao ~ antes|depois .. reuniao
cal|reuniao ?rapida ?comercial ... responsavel|dono|dona|gestor*|socio|proprietari* ~ tenho|minha reuniao
trabalho|trabalhamos|mexo com|c uniforme*|jaleco*|equipamento*|produto*|descartave*|site*|sistema*|embalage*|moveis|reforma|limpeza|brinde*|trafego|marketing|midia*|grafica|panfleto*|cosmetico*|material|materiais ~ posso ir|horario ~ quero marcar
vendendo|vendo|venda ?um ?uma ?de aparelho*|equipamento*|maquina*|maca|laser|produto* ... clinica|voces|interessa|interesse|seminov*|usad*
alugar|aluga|alugo|sublocar|dividir ?uma ?um ?a sala|espaco|consultorio ~ festa|evento
sou manicure|esteticista|massagista|cabeleireir*|maquiador*|fisioterapeuta|nutricionista|dentista|biomedic*|recepcionista ... precisando|contrat*|vaga|parceria|atender ai|trabalhar|curriculo
onde|como|posso|pra|para ?quem ?que ?eu ?onde deixo|deixar|mando|mandar|entregar|envio ?o ?meu curriculo
contratam|contratando|contrata ?uma ?um ?novas esteticista*|recepcionista*|massagista*|profissiona*|funcionari*|estagiari*
gente|nos|empresa ?que faz|fazemos|fornece|fabrica site*|sistema*|uniforme*|jaleco*|video*|material|materiais|reforma*
faco|fazemos|fornecemos|forneco|fabricamos|distribuimos|revendemos ?entrega ?de ?a site*|sistema*|material|materiais|luva*|mascara*|produto*|equipamento*|uniforme*|jaleco*|embalage*|descartave*|conteudo|video*|fotografia|reforma*|dedetizacao
divulg* .. voces|clinica .. perfil|instagram|seguidores|redes|pagina ... troca|permuta|parceria
atacado|revenda|representac*
represento|represent* .. empresa|distribuidora|marca|laboratorio|industria|fabrica
sou|trabalho representante|vendedor*|consultor*|corretor*|distribuidor* .. de|da|na|com
sou|somos|falo|falamos|e ?fiscal ?aqui da|do anvisa|vigilancia|fiscalizacao|prefeitura|receita|conselho|crm ~ trabalho|marcar|agendar
anvisa|vigilancia|fiscalizacao .. vistoria|inspecao|fiscalizacao|notificacao
vistoria|inspecao ... anvisa|vigilancia|fiscalizacao
energia solar|consorcio|emprestimo*|maquininha*|seguro empresa*
solucao|sistema|software|aplicativo|plataforma pra|para clinica*|voces
aument* .. faturamento|pacientes|seguidores|vendas .. clinica|voces|sua
parceria*|permuta|collab|publi|patrocinio
"""),
    (Intent.OFFTOPIC, """
MY|o|a|minha celular|computador|whatsapp|televisao|geladeira|maquina|internet|tv ... sabe|sabem|consert*|arrum* ?me ?como ?arrumar|consert*|ajudar ~ horario|consulta
voces|ai|clinica consert*|alug*|trocam ~ procedimento|sala|horario|sessao
REPAIR FOREIGN ~ maquina cartao
revisao|conserto|lavagem|mecanico|seguro de|da|do|pra|para ?minha ?meu CAR|FOREIGN
faz|fazem|fazer frete|fretes|carreto|carretos|mudanca
quem|qual ?voce ?que ?acha ... ganha|ganhou|vence|campeao ~ sorteio|promoc*|brinde
nome d*|daquele|daquela|do|da ?d* filme|serie|musica|novela|livro|cantor*|ator|atriz|time|jogador
sabe|conhece|indica|tem ?me ?de ?um ?uma ?alguma ?algum FOREIGN ... ?
me indica|recomenda ?um ?uma ?alguma ?algum FOREIGN
voces fazem|vendem|tem|alugam FOREIGN
como ?se ?que ?eu tira|tirar|lava|limpa|faz .. mancha .. tapete|sofa|roupa|camisa|parede|vinho
quanto ta|esta|e ?o dolar|euro|bitcoin|gasolina|ouro
que|qual dia cai|e ?o carnaval|pascoa|natal|feriado ~ abre*|atende*|funciona*
ajuda*|ajudar .. redacao|dever|licao|tarefa|trabalho escola|matematica
http|https|www|bit|link ... ganh*|renda|premio|resgat*|sorte*|gratis|lucr*|invest*|clique|clica|acesse|dinheiro
ganh*|renda|premio|resgat*|lucr*|invest*|clique|clica|acesse|dinheiro ... http|https|www|bit|link|com
clique|clica|acesse & ganh*|renda|lucr*|premio|dinheiro ~ consulta|horario
voce foi selecionad*|sortead*|premiad*|contemplad*
e|seria|falo|numero|telefone|whatsapp ?o ?e da|do|na|no SHOP
vende*|entrega* .. gas|agua|pizza|marmita|comida|remedio
resultado|placar .. jogo|loteria|mega|enem
"""),
    (Intent.GREET, """
^ buenas ?tche ?gente $
^ tarde|noite|dia ?, patroa|patrao|pessoal|moca|gente|turma|galera|povo|menina|meninas|doutora $
^ buenas|salve ?salve ?tche $
^ tem|alguem alguem|ai|online ?ai ?online ?por $
^ oi|ola|alo alguem ?ai $
^ fala|eai parceiro|parca|meu|mano|brother|amigo
^ cade voces|todo|mundo ?ai $
"""),
    (Intent.DATA_RIGHTS, """
MY|o|a cpf|nome|email|telefone|endereco|sobrenome|nascimento|dados|rg ta|esta|saiu|ficou|foi|veio errad* .. RECORD
MY|o|a cpf|email|endereco|sobrenome|nascimento ta|esta|saiu|ficou errad*
troquei|mudei ?de ?meu ?o sobrenome|endereco|nome|email ... atualiz*|muda|troca|corrige|arruma|RECORD
atualiz*|corrig*|corrij*|arrum* .. MY RECORD|cadastro|dados|ficha
voces|clinica ?ai repass*|vend*|compartilh*|pass*|usam|mostram|forne* .. MY|os|as|nossos|meus|minhas|da dados|informac*|foto*|contato*|cpf ~ pass* .. preco|valor
MY|minhas|aquelas|as foto*|imagem|imagens|video ... sum*|apag*|exclu*|tir*|delet*|fora .. arquivo*|sistema|instagram|site|pagina|computador|voces|rede*
NOT quero|autorizo|autorizei|permiti MY|minhas|aquelas foto*|imagem|video ?no ?na ?em instagram|site|pagina|internet|rede*|facebook|publica*|divulg*
tira|tirem|tire|apag*|remov* ?a ?as MY foto*|imagem|video .. instagram|site|pagina|internet|rede*|perfil
MY dados ... exclu*|apag*|delet*|elimin*|tirar ?tudo ~ pagar
quem|alguem ?mais ?tem ?que ?ve acesso|ve ?a ?as ?aos MY|meus|minhas dados|foto*|informac*|ficha|prontuario
de onde ?voces tiraram|pegaram|arrumaram|acharam .. numero|contato|telefone
quem ?foi ?que passou|deu|forneceu|arrumou ?o MY numero|contato|telefone
esquecid* .. sistema|cadastro|banco
"""),
    (Intent.DATA_REQUEST, """
o que|q ?e ?que ?voces guardam|tem|sabem|anot*|registr*|armazen* .. sobre|de|do mim
dados|informac* que voces guardam|tem|armazen*|sabem|possuem .. mim|meus|minhas
que|quais ?tipo ?de ?os dados|informac* ?meus ?voces guardam|tem|armazen*
tudo que voces tem ?no ?de ?sobre meu|mim ?nome
quero|preciso|manda|me|copia .. copia ?da ?do ?de ?minha ?meu ficha|prontuario|cadastro|dados|exames|fotos|historico ~ cpf
o que ?que ?e ta|esta|tem anotad*|escrit*|registrad* .. mim|ficha
"""),
    (Intent.PROMO_INTEREST, """
ganha|ganho|tem|dao|da|leva ?algum ?alguma ?um ?uma ?uns GIFT
GIFT .. aniversari*|niver|fidelidade|indic*|cliente ~ presente de aniversari*
indic*|trazendo|levando ?uma ?a amiga*|amigo*|alguem ... ganho|ganha|desconto
aniversari*|cliente ?antig* ... ganha|tem|ganho ?algum ?alguma ?uma GIFT|desconto|algo
"""),
    (Intent.BYE, """
inte|ate $
^ ?so um cheiro|xero ?, ?ate ?inte $
"""),
    (Intent.THANKS, """
reclam* ?eu ?nao NOT reclam* ?de nada
voces sao|e ?nota dez|10|mil|1000|demais|maravilhos* $
nota mil|1000 $
"""),
)  # fmt: skip
_ALL = (*_RULES, *BOOKING_PHRASES)


@cache
def phrases() -> Phrases:
    """The rules, ready to be read; rule n is `_ALL[n]`."""
    return Phrases(_FAMILIES, [text for _, text in _ALL])


def intent_of(rule: int) -> Intent:
    """What rule number `rule` means."""
    return _ALL[rule][0]
