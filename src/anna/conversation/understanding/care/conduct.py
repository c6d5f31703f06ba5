"""How a message behaves, as phrases: giving orders to a machine, insulting or threatening people, complaining."""

from __future__ import annotations

INJECTION = """
FORGET .. ORDERS
FORGET tudo ... mandaram|ensinaram|disseram|falaram|programaram|deram|passaram|treinaram|sabe|antes|anterior* ~ eu disse|falei
FORGET o que|ke ?te mandaram|ensinaram|disseram|falaram|programaram|foi ?dito
FORGET tudo|isso $
FORGET tudo|isso ?tudo e
ignor*|forget|disregard|override|bypass|neglect ... instruc*|instrucciones|previous|rules|above|prior|reglas|guidelines|restrictions|programming|everything ~ esquec*
jailbreak|disregard|override|bypass|prompt|prompts|hacke*|hackear|malware|keylogger|exploit|sudo|decodifi*|roleplay
system|sistema prompt|message|override
developer|god|dan|debug|admin|root|maintenance mode
modo desenvolvedor|debug|admin*|dan|root|irrestrito|livre|teste|deus|manutencao|dev|programador|hacker|supervisor|master|diagnostico|secreto|super
you are now
voce estao|esta|sao|e now
act as
pretend ?to ?you ?that
reveal your
from now on ?you
as your developer|creator|admin|administrator|owner|boss|programmer
como|enquanto|na ?qualidade ?de ?seu|teu|vosso seu|teu|sua desenvolvedor*|criador*|administrador*|programador*|don*|chefe|engenheir*
finja|finge|fingir|finjamos|fingindo ?ser|que|voce ~ finja|finge que nao|nada|viu ~ ou|so|se finge|fingindo
faca de conta|que
faz conta que voce|tu|nao
aja|haja|atue|atua|comporte|comporta como ~ como .. devo
interprete|interpreta|simule|simula|simular ?um|uma|ser|que|o|papel ~ simula* .. resultado|parcel*|valor|preco|financiamento|antes|rosto
imagine|imagina|suponha|suponhamos que voce|tu e|nao|pode|fosse|tem|esta
voce|tu agora e|sera|vai|responde|obedece
voce|tu e|sera ?agora ?um|uma|o|a dan|gpt|hacker|chefegpt|chatgpt ~ voce e chatgpt|gpt|ia ?mesmo $ ~ e chatgpt|gpt .. ?
partir|hoje|agora .. voce|tu|responda|responde|sera|opera|obedec* ... so|apenas|modo|sem|agora|como|obedec*|mim|e|ia|regras|filtro*|restric* ~ partir .. h ~ atend*|abre*|abert*
agora diante ?voce|responda|tu|obedec*
telefone|endereco|numero|contato|whatsapp|nome d*|daquel*|da|do|dela .. que saiu|estava|tava|atend*|entrou ~ doutora|medica|esteticista|profissional|recepcionista|me atend*
telefone|endereco|numero|contato|whatsapp|cpf da|do .. que fez|faz|fizeram|foi|atend* ~ doutora|clinica|medica|esteticista|moca|profissional|dentista|voce
vamos fazer um|uma jogo|brincadeira|teatro
voce|tu|ia NOT tem|segue|possui|precisa ?mais ?seguir regras|limites|restric*|filtro*
vamos jogar|brincar|fingir ~ vamos brincar carnaval
desativ*|deslig*|remov*|tire|burl*|retir* .. filtro*|restric*|trava*|seguranca|limitac*
responda|responde|fale|retorn*|escreva ... json|xml|csv|yaml
considere|assuma|registre|considera|suponha que ... custa|preco|valor|pago|paga|paguei|gratis|aprovado
programa em com|java|python|php|html
repita|repete|repetir tudo ... antes|acima|escrito|texto
BOSS ... agenda todo|todos|completa|inteira|todas
dono|dona da|do|daqui|dai|deste|desta|desse|dessa ... agenda todo|toda|todos|completa|inteira|todas
sem filtro|filtros|restric*|censura|limites|regras|limitacoes|amarras ~ foto* sem filtro ~ resultado
SHOW ... TOLD
SHOW ... acima ~ valor|endereco|faixa
repit*|repete|copia|copie|transcrev* .. palavra palavra|letra
SHOW ... suas|tuas|seu|teu|seus|teus|tus|your|internas|internos|sistema|iniciais|secretas|originais|ocultas|deram|recebeu instruc*|instrucciones|regras|prompt|diretriz*|comandos|ordens|programacao|configurac*|codigo|instructions|rules ~ cancelamento|clinica|convivencia
qual|quais|que .. suas|seus|tuas|seu|sua|teu instruc*|regras|prompt|diretriz*|configurac*|comandos|ordens|programacao|modelo ~ regras .. cancelamento|remarc*|atraso
instruc*|instrucciones|regras|texto|mensagem|mensagens|palavras .. deram|internas|secretas|sistema|iniciais|originais|ocultas|recebeu|comeco|inicio|programaram ~ laser|botox|pos ~ mensagem .. recebeu ?que
comeca .. voce e
responda|responde|diga|diz|fale|fala|escreva|escreve|confirme|confirma|repita|repete so|apenas|somente|exatamente ?com ?em ?a codigo|ingles|"|frase|palavra|json|desconto|aprovado|sim|ok|xml|confirmado
traduz* ?as suas|seu|seus|tuas regras|instruc*|prompt
escrev*|cria|crie|criar|faz|faca|gera|gere|gerar|program*|programe|codifi*|write|me|make|compon* .. codigo|script|python|poema|poesia|virus|funcao|redacao|query|sql|html|javascript|tc|soneto|rap|haiku|limerick ~ codigo .. barras|pix|desconto|cupom|confirmacao|verificacao|indicacao|rastreio|boleto
letra de musica
manda|passa|envia|quero|preciso|mostra ... lista|relacao d* PATIENTS|noivas|mocas|mulheres ~ espera|minha
ficha|prontuario|historico|exames dela|dele|delas|d* ?uma ?outra paciente|cliente|vizinha|ex ~ filh*|mae|avo|neta|neto|minha|meu
onde|aonde ?ela ?ele mora|moram ?a|o moca|menina|doutora|medica|atendente|cliente|paciente|ela|ele|recepcionista|esteticista
SHE|ex|vizinha|vizinho ANY pagou|gastou|paga quanto
SHE|ex|vizinha|vizinho pagou|gastou|paga quanto
quanto ?que ?foi ?a ?o ?minha ?meu SHE|ex|vizinha|vizinho pagou|gastou|paga
SHE|ex ... ai|la ... que dia|h ela|ele saiu|vai|foi|chegou|vem|entrou ~ consulta|sessao|horario|marc*|busc*|levar|mae|filh*|pai|avo
o que|ke ?a ?o ANY .. fez ... dela|dele ... ? ~ filh*|mae|minha|meu
em python|javascript
drop table
select from
sql injection
rm rf
BOSS ... POWER ~ casa
dono|dona da|do|daqui|dai|deste|desta|desse|dessa ... POWER ~ casa
sou ?o|a|um|uma dono|dona ... POWER ~ casa
sou|aqui|eu ?e ?o|a|seu|sua|um|uma BOSS ... POWER ~ casa
em nome ?do|da BOSS|dono|dona
ordem do|da|direta BOSS|dono|dona
ordeno|obedeca|obedecer ~ medic*
!nao|nem obedece ~ medic* ~ BODY
PRIVATE .. dos|das|de|outr*|demais|seus|suas|todos|todas PATIENTS ~ antes|depois ~ minha|meu ?ficha ~ atend*
PRIVATE ... paciente|cliente|pacientes|clientas NAMELIKE ~ meu|minha|copia|solicito|requeiro
endereco|telefone|numero|contato|cpf|prontuario|ficha|whatsapp da|do|das|de paciente|cliente|moca|mulher ~ sou|area|minha ~ meu ~ corrig*|corrij*|corre*|acert*|arrum*|consert*|errad*|errei|faltou|atualiz*
nome da|do|das|de paciente|cliente|moca|mulher ~ sou|area|minha ~ meu ~ corrig*|corrij*|corre*|acert*|arrum*|consert*|errad*|errei|faltou|atualiz*|atend*|fazer|faz|fez
lista*|liste|exib*|mostr*|manda|passa|envia|quais|quero|ver|puxa|acess* .. pacientes|clientes|prontuarios ~ meu|minha ~ depoimento* ~ meu prontuario
quem mais|sao|tem ... consulta|agendad*|marcad*|pacientes|paciente ... nomes|nome|amanha|hoje|lista ~ posso|consigo|acompanh*
confirma|confirme|libera|libere|aplica|aplique|gera|gere|da|de|crie|cria|me|quero|ativa ... 100|90|99 % ?de desconto|of|gratis|graca|abatimento ~ certeza|100 % certeza|segur*|algodao|confiavel|garantid* ~ tem .. ?
cupom|voucher|desconto .. 100|99|90 % ~ nao|tem|era|chega
libera|libere|liberar|liberem|solta ... gratis|graca|senha|acesso|painel|sistema|tudo|admin
me da|de|libera|libere|passa ?o acesso
senha ... painel|admin|sistema|banco|computador|computer|servidor|administrador|root|api ~ minha senha
me|qual|passa|diz|fala ... senha ~ wifi|wi|internet|minha|porta|aplicativo|atendimento|guiche|fila|estacionamento|portao|banheiro
api key|token|keys
chave ?de api
token ~ banco|pix|aplicativo|itoken
banco de dados ~ tira|remov*|apag*|exclu*|meu
[ system|inst|admin|sistema|root|dev|developer|debug|override|instruc*|comando|ordem|prompt|assistant|assistente
< system|script|admin|user|prompt|instruc*|sistema|assistant|comando
< / system|script|admin|user|prompt|instruc*|sistema
^ system|sistema|admin|assistant|root|developer|desenvolvedor :
system|sistema|assistant : SHOW|FORGET|libera*|apag*|agora|confirm*|nova|novo|exclu*|execut*|a|o
execut*|rode|roda .. comando|script|codigo|ordem|protocolo
protocolo|comando|codigo .. emergencia|override|mestre|secreto|admin*
nova|novas instruc*|diretriz*|regra|regras ?: ~ clinica|pagamento|cancelamento
administrador|admin|root|desenvolvedor|programador|criador ?do ?da ?seu .. autoriz*|liber*|mand*|orden*|exig*
"""

THREAT = """
tenho|peguei|levo|levando|comprei ?aqui ?uma ?um ?a ?o ?minha ?meu arma|revolver|pistola|facao|espingarda & indo|vou|chegando|chego|apareco ~ PARTNER|ele|medo|kkk|secreta|policia*|guarda|vigia
WILL .. quebrar|arrebentar|detonar|destruir|depredar ... cara|clinica|tudo|ess*|voces|isso|fuca|todo|mundo|dente|dentes|lugar|computador|porta|vidro* ~ tabu ~ caroco
WILL .. meter|descer|enfiar|baixar ... mao|porrada|cacete|tapa|murro|pau|braco
WILL .. dar ... tiro|porrada|cara|surra|murro|soco|tapa|facada ~ cara nova|limpa ~ tiro .. escuro ~ um|uma up|upgrade|renovada|melhorada|levantada|mudada
WILL .. por|tacar|botar|meter|jogar|tocar|atear .. fogo|bomba|gasolina ~ fogo rabo
to|estou|vou|indo|chego ?ai ?la ?bem armado|armada ~ cabelo|franja|raiz|fio|fios|volume|barraca|circo|dentes
WILL|indo|chego|entro|passo .. atirando|atirar|fuzil*|metralh* ~ foto|selfie|se atirar
WILL|indo|chego|entro|passo|meto|mando .. meter|mandar|descer|sentar|passar|largar|meto|mando|cravar ?o ?a ?na ?no bala|chumbo|tiro|tiros|facada ~ goma
com ?um ?o ?meu 38|revolver|pistola|oitao|trintaoitao|espingarda|facao|metralhadora|escopeta|fuzil ~ 38 anos|semanas|graus|de|e|virgula ~ 38 , 5 ~ cola|unha
galao|galoes|litro|litros|balde|garrafa ?cheio ?cheia ?de gasolina|alcool|querosene ~ uso|posso|passa*|limp*|pele|antes|depois
WILL .. explodir|incendiar ~ explodir de
WILL .. acabar com ?a ?sua raca|voces|clinica ~ reclame|procon|google|instagram|avaliac*|internet
WILL|indo|entro .. acabar|acabo com todo|todos mundo|voces|ai
vou|indo|chego|to ?ai .. com ?uma ?minha arma|faca|facao|peixeira ~ secreta|bolo|cozinha|churrasco|queijo
WILL .. jogar|tacar|jogo acido em|na|no voces|voce|alguem|recepcionista|doutora|medica ~ peeling
WILL .. furar|estourar|arrebentar ?essa ?esse recepcionista|medica|medico|doutora|doutor|dra|atendente|gerente
WILL .. pegar|bater|socar|esmurrar|espancar|surrar|esfaquear voce|voces|alguem|essa|todo|todas|todos|recepcionista|medica|medico|doutora
WILL te|voces|vos pegar|bater|socar|esmurrar|espancar|matar|quebrar|encher|arrebentar|furar|estrangular ~ encher .. mensagem|pergunta*|amor|beijo*
WILL .. matar|esfaquear|degolar voce|voces|alguem|todo|todos|essa|medica|medico|doutora|doutor|dra|dr|dentista|recepcionista|atendente|gerente ~ me matar
tenho|carrego|comprei|consegui|arrumei|peguei|pegar|pego|levo|levar|levando|trago|trazendo|ganhei ?uma ?um ?minha ?meu arma|armas|revolver|pistola|faca|facao|peixeira|machado|espingarda|fuzil|oitao|canivete|porrete ... indo|vou|chego|chegando|ai|voces|voce|sei|fogo|tiro|cara ~ secreta|bolo|cozinha|churrasco|queijo|torta|festa|presente|porte|policia*
vou|indo|to|estou|chego ... levando|levar|pegar|pegando|trazendo|carregando ?uma ?um ?minha ?meu arma|armas|revolver|pistola|faca|facao|peixeira|machado|espingarda|fuzil|oitao|canivete|porrete ~ secreta|bolo|cozinha|churrasco|queijo|torta|festa|presente|porte|policia*
explodo|incendeio|metralho|depredo ... clinica|tudo|voces|predio|ai|isso|lugar ~ explodo de
fora|porta|frente|esperando|entrada ... com ?uma ?um ?a ?o ?minha ?meu faca|facao|arma|peixeira|machado|revolver ~ secreta|bolo|cozinha
com ?uma ?a ?minha faca|facao|arma|peixeira|machado|revolver ... fora|porta|frente|esperando|entrada|saida ~ secreta|bolo|cozinha
ele|ela|marido|ex|namorado|homem|cara|sujeito ... armado|armada ~ cabelo|volume|barraca|circo|dentes|exercito|policia*|vigia|seguranca|guarda
sair|sai|saem|embora|saindo ... no|num|dentro caixao
resolver|resolvo|acertar|acerto ?isso ?as ?contas ?do ?nosso|meu jeito & irmao|marido|pai|primo|galera|turma|amigos
vou|irei|ainda ... te|voces bater|matar|pegar|socar|espancar|arrebentar
WILL .. encher ... porrada|tapa|murro|bala|soco
quebro|arrebento|detono|taco|meto ... tudo|voces|clinica|cara|fogo|porrada ~ galho|cabeca
sei onde voce|voces|tu|ela|doutora ... mora|moram|trabalha*
voce|voces|tu ?ainda vai|vao ?se arrepender|pagar|morrer|apanhar|sangrar ~ pagar .. cartao|pix|quando|h|boleto ~ morrer rir
voce|voces vai|vao ver so $
voce|voces vai|vao me pagar ~ me pagar .. devolv*|reembols*|quando
marquei|marcada|marcadas|gravei|guardei|decorei ?bem cara|caras|fuca|rosto|fisionomia voce|voces|recepcionista|atendente|doutora|dra|todo|cada ~ video|foto* ~ kkk
se|caso|quando ... voce|voces|tu vai|vao ver $ ~ foto*|resultado*|pele|mancha*|exame* ~ ? ~ kkk
se|caso|quando ... voce|voces|tu vai|vao ver .|!|; ~ foto*|resultado*|pele|mancha*|exame* ~ kkk
voce|voces|tu vai|vao ver ?uma coisa|comigo $ ~ ? ~ kkk
voce|voces|tu vai|vao ver o que e bom ~ kkk
voce|voces|tu vai|vao ver com quem
mexeram|mexeu|mexendo .. pessoa|cara|homem errad* ~ ?
NOT sabe|sabem com quem .. mexendo|mexeram|mexeu|metendo
voce|voces|tu NOT perde|perdem por esperar ~ ?
vai|vao dar merda|morte voce|voces|tu|ai
cuidado|cuidadinho saida|rua|saindo|sairem|sair ~ ? ~ chuva|transito|estacion*|buraco|degrau|carro
cuidem|cuide|espertos|espertas|espertinha .. saida|rua|embora|saindo|sairem ~ ? ~ chuva|transito
cuidado ... acontec* com voce|voces|doutora|doutor|dra|dr|recepcionista|atendente|clinica ~ ?
conheco|irmao|irmaos|gente do pc
conheco|chamo|chamar|mando|mandar|parceir*|irmao|irmaos|pessoal|gente|amigos ... milicia|faccao|bandid*|comando|trafico|matador ~ moro|golpe|roub*
mandar|mando|levar|levo|chamar uns|meus|NUMBER parceir*|capanga*|manos|comparsa*|caras ~ PROC|marc*|agend*|horario
te|voce|voces pego saida|fora|rua|esquina ~ carro|uber|moto|carona ~ kkk
esperar|espero|esperando .. recepcionista|doutora|dra|medica|atendente .. sair|saida|fora ~ almoco|reuniao|consulta|sala|ferias|h|atend*
bicho vai pegar ~ kkk
vai ter|rolar|haver morte|mortes|velorio|tiro|tiros|tiroteio ~ ?
vai correr|escorrer|jorrar sangue ~ ?
fazer|faco voce|voces engolir ... dente|dentes|lingua
sei|anotei|peguei|descobri ... carro|casa|rotina|placa doutora|doutor|dra|recepcionista|atendente|medica|medico ~ estacion*|uber ~ ? ~ atend*|consultorio
ninguem .. sai|sair|saem|escapa inteir*|vivo|viva|vivos|ileso
NOT .. sobrar|sobra nada|pedra|ninguem ... clinica|voces|lugar|espelunca ~ horario|vaga|dia ~ ? ~ mim
voce|voces|tu ?ja mort* ~ respond*|atend*|ninguem ~ ? ~ kkk
resolver|resolvo|resolve na|no bala|tiro|faca|porrada|tapa|soco
mexer|mexe|encostar|encosta|tocar|relar|atender|atende ... mulher|esposa|namorada|filha|ela ... ja era|morre ~ ?
"""

ABUSE = """
^ gostosa|delicia|gatinha|tesuda ,|.|!|me|passa|manda|quer|vem
nude|nudes|transar|tesao|buceta|piroca|xoxota|putaria|safad*|vagabund*|vadia|puta|putas|piranha|arrombad*|fdp|caralho|vtnc|vsf|vtmnc|fodase|cuzao|cuzona|corno|cornos|escrot*|babaca*|canalha*|vigarista*|pilantra*|imbecil|imbecis|idiota*|otari*|trouxa*|troxa*|retardad*|desgracad*|nojent*|estupid*|imprestavel|imprestave*|jumenta|jumento|debil|mongol*|bocal|fuder|fodam|foder|punheta|rapariga|quenga|cretin*|energumen*|acefal*|toupeira ~ estupidamente|estupendo
vai|va|vao ?se|te|pra|para|tomar|pro ?no|na foder|lascar|ferrar|danar|catar|cu|olho|merda|inferno|puta|raio|bosta|caralho|cacete ~ vai catar
tomar no|nu cu|cuzinho|olho|rabo
vai|va|vao se|te catar
vai|va|vao plantar|lamber .. batata*|sabao
foda se
filh* da puta|mae
manda|mande|envia|quero .. pelad*|nua|nudes|nude
pelada|pelado ~ salao ~ depil* ~ futebol|jogo
gostosa|gostoso .. $ ~ gostos* o|a|de|ambiente|cheiro|lugar|resultado|atendimento|cafe|foi|demais|ficar|ir
sua|seu|que|essa|esse|comigo|bem|oi|ola gostosa|gostoso ~ gostos* o|a|de|ambiente|cheiro
fazer|quero|faz|faco|faria sexo ~ sexo .. depois|pode|posso|sem
calcinha|cueca|lingerie ~ depil*|usar|uso|vou|precisa|descartavel|sem|ir|de
foto* ?sua ?de calcinha|lingerie|sutia|biquini ~ minha
solteira|solteiro .. delicia|gata|gostosa|linda
pau duro
me chupa
chupa meu|minha|aqui
massagem tantrica|erotica
massagem .. final
final feliz ~ historia
seu|sua|seus|suas|bando|cambada|corja ?de ?robo ?maquina ?bot RUDE ~ RUDE .. de pele ~ meu|minha ?cabelo|pele|sobrancelha .. lixo|merda|bosta
robo|maquina|bot|robozinho|robozinha|voce|tu|voces|atendente|computador ?e ?sao ?um|uma RUDE|burr*|incompetent*|inutil|ridicul*
RUDE .. robo|maquina|bot|robozinho|ia
um|uma|uns|umas idiota*|imbecil|imbecis|anta|antas|jument*|verme*|palhac*|otari*|trouxa*|inutil|inuteis|demente*|nojent*|ordinari*|vagabund*|babaca* ~ sou|fui|me|eu um|uma
fuck*|bitch|asshole|motherfuck*|cunt
lixo de clinica|gente|robo|maquina|bot|ia
burr* ~ burrada|burradas ~ sou|eu|fui|burr* .. eu|mim ~ burr* carga
cala|calem|cale ?a ?essa ?tua boca|matraca
te|voces odeio
odeio|odio .. voces|voce ~ robo|falar ~ esper*
que porra|merda|bosta|diabo|caralho e|de ess*|isso
seu|sua|seus merda|bosta|merdas|bostas
bando incompetent*|ladra*|inutei*|vagabund*|palhac*
uma|umas|ninho ?de cobra|cobras ~ cobra|cobras taxa|multa|quanto
RUDE do|de|da caramba|carai|inferno|caralho|cacete|diabo|peste
se fod*|f|fode|lasque|lasquem|dane|danem|ferre|ferrem|foda|lascar|ferrar ~ me|nao|vou .. lascar|ferrar|danar ~ eu me
puta pariu|merda
^ fim semana ?pra ?para voces $ ~ ?
"""

COMPLAINT = """
ligou|ligaram|mensagem|moco|moca|homem ... clinica|voces ... pediu|pediram|pedindo ... senha|cartao|codigo ~ pix|sinal|posso
tirou|tiraram|tiro|sacou|sacaram|roubaram|levaram|sumiu ... da|na minha conta ~ kkk|pix caiu
cai|caimos|caiu no|num|nesse golpe ~ kkk|medo|vez|seguro|ja
pix|paguei|transferi|deposit*|ligaram|ligou|mandaram ... era|foi ?um ?tudo golpe ~ kkk|medo|?
so|apenas NUMBER dias|h|semanas para|pra ?me responder|atender|retornar ~ tenho|posso|quero|preciso
parabens|maravilhos*|otimo|excelente ... NUMBER dias|h|semanas para|pra ?me responder|atender|retornar
NOT ficou|ficaram|foi|saiu .. como|igual|nada .. promet*|combinad*|prometeram|falaram|disseram|mostraram|anunciad*
reclamac*|reclamar|ouvidoria|procon|indignad*|revoltad*|insatisf*|decepc*|descaso|desrespeit*|odiei|detestei|incompetent*|golpista*|pilantragem|palhacada|vergonhos*|deplor*|lament*|pessim*|inadmissive*|inaceitave*|revoltante|humilhad*|humilhacao|negligen*|irresponsave*|irresponsabilidade|sacanagem|enrolac*|amador*|desorganiza*|bagunca|calote|estelionato ~ NOT .. reclamac*|reclamar|decepc* ~ sem reclamac* ~ pelo atraso|demora lament* ~ lament* .. nao|infelizmente|informar|vou|ter|desmarcar|cancelar|perda|remarcar ~ lamento ~ horario|dia|memoria pessim* ~ sou|eu|to|estou pessim* ~ minha bagunca|vida ~ marido .. reclam* ~ decepc* .. namor*|marido|outr* ~ outr* ... pessim* ~ bagunca .. agenda|minha|meu ~ rosto|pele|cara|sobrancelha*|cabelo|unha*|cilio* .. bagunca ~ sacanagem kkk
reclame aqui
meu|minha|um|uma|com|chamar|acionar|falar|contratar advogad* ~ sou ?uma advogad*
process* ?por voces|clinica|judicial* ~ se|caso .. doer|doi|der|ficar|acontecer|queimar|manchar|machucar|arder|sair ... process*
vou processar ~ se|caso .. doer|doi|der|ficar|acontecer|queimar|manchar|machucar|arder|sair ... process*
na|a|em|pra|para|acionar|entrar justica ~ trabalho|audiencia
pequenas causas
caso de policia|justica|delegacia|procon|processo
picareta*|trambiqueir*|charlata*|carniceir*|acougueir*|enganador*|caloteir*|estelionatari*|171
chamar|chamo|chamando|acionar|delegacia policia ~ sou|marido
na|pra|para|a delegacia ~ perto|frente|lado|trabalho|moro|esquina|rua
meter|meto|abrir|abro|abri|mover|movo|entrar|entro|entrei ?com ?contra um|no ?baita processo ~ seletivo
registr*|faco|fazer|abrir|abri|fiz ?um ?uma bo|boletim ?de ?ocorrencia ~ celular|carro|assalt*|roub*|bo acao
vou|irei|acionar|chamar|avisar|denunci*|reclamar|reclamando .. vigilancia|anvisa|ministerio|imprensa|reportagem|crm|crbm|coren ~ vigilancia .. trabalh*|sou
vou|irei|acionar|denunci*|reclamar|representar|queixa no|ao|para|pra|pro|o conselho ~ tutelar|trabalh*|reuniao|classe|escola
atras|buscar|correr|exijo|conheco|sei|quero ?d* meus direitos ~ lgpd|dados
NOT vai|va ficar ?por ?tudo assim|barato|isso ~ resultado|pele|rosto|boca|cara
tratad* ... feito|como|igual|que|pior|um|uma|nem lixo|cachorr*|nada|bicho|animal|ninguem ~ NOT tratad*
dinheiro .. volta ~ desist*|cancel*|desmarc*|ideia|quieto|la|mais ... dinheiro ... ?
quero|preciso|exijo|cade|kd|devolvam ... sinal|deposito|entrada|grana|pix .. volta ~ ? ~ link ~ se|saber|caso|remarc*
quero|preciso|exijo|devolvam volta .. sinal|deposito|entrada|grana|pix ~ ? ~ link ~ se|saber|caso
quero|devolv*|cade|receber ?o meu dinheiro ~ dinheiro .. gastar
devolv*|devolu*|ressarc*|indeniz* ~ desist*|cancel*|desmarc*|ideia|quieto|la|mais !ser ... devolv* ... ? ~ se ... devolv* ~ devolv* ... se|caso ... desist*|cancel*|desmarc*|falt*|puder|for|conseguir|precisar|ir ~ posso|da|se .. devolver|devolvo ~ devolv* .. ligacao|jaleco|chave|presente|oculos
ladrao|ladroes|ladra|roubo|roubad*|roubaram|roubando|rouba|roubalheira ~ celular|assalt*|bolsa|carro|meu celular ~ rouba .. cena|coracao
reembols*|estorno|estornar|estornem|estornado ~ plano|convenio|unimed|recibo|nota ~ tem|como|qual|fazem|aceita*|possivel|politica .. reembols*|estorno
falta ?de respeito|educacao|profissionalismo|consideracao|vergonha|etica|higiene|comprometimento
NOT gostei ?nada ?nem ?um ~ horario*|dia|dias|ideia|data*|preco*|valor*|opcao|opcoes|nenhum|nenhuma|dess* ?h ~ NOT gostei|gosto .. disso ~ se .. NOT gostar
engan* .. me|preco|valor|voces|cliente|fui|pessoas|aqui|clinica ~ se .. me engano
me enganaram|enganou|engabel*|enrolaram|enrolando|tapearam|tapeando|passaram|trataram|ignoraram|ignorando ... ~ me passaram .. contato|numero|telefone|valor|preco|endereco|indicacao|horario|recado|laser|creme|anestes*|produto ~ ninguem .. ~ trataram .. bem|super ~ bem|otim*
fui|fomos|ser|sendo|senti enganad*|lesad*|ignorad*|destratad*|maltratad*|humilhad*|roubad*|esquecid*
paguei ... NOT|ninguem|so|e ... NOT .. fizeram|fui|fez|recebi|deram|atendid*|resolv*|respond*|tive|confirm*|entreg*|marc*|agend*
paguei|comprei|contratei|fechei ... NUMBER ... so|apenas ... NUMBER
paguei|comprei|contratei ... NUMBER ... NUMBER ... acabou|acabaram|venceu|expirou|sumiu
enganacao|enrolacao|picaretagem|roubada|furada|engodo
NUMBER dias|semanas|semana|h|meses ... mandando|tentando|esperando|ligando|aguardando ... NOT|ninguem respond*|retorn*|atend*|resolv*
voces|clinica NOT ?me ?nunca respond*|retorna*|retorno ~ ?
lugar|clinica|toalha*|maca|banheiro|sala|lencol|recepcao|lixeira|chao .. suj*|imund*|fedid*|fedor|fedendo|barata*|nojo|nojent*|encardid*|mofad*
suj*|imund*|nojo|barata*|rato ... lugar|clinica|toalha*|maca|banheiro|sala|lencol ~ chovendo
atrasaram|atrasou ?mais ?de NUMBER|uma|2|meia h|min ~ mas ... bem|amei|valeu|tranquil*|adorei ~ vou|eu|onibus|uber|transito|metro
cade|kd|quero .. reembolso|estorno
paguei ... so|apenas .. fiz|fizeram|deram|tive|recebi|usei ~ posso
paguei ... NUMBER ... cade|falta|faltou|faltam|sumiu|sumiram
paguei|gastei ... toa|atoa|nada|bobeira ~ NOT paguei nada
paguei|gastei ... horrivel|ruim|lixo|pessim*|NOT .. gostei|resultado|adiantou|efeito|pegou
marcaram|agendaram|anotaram|fizeram|passaram|colocaram|cobraram ... errad* ~ numero errado .. meu
perdi ?minha viagem ~ pra nao
CAME ... fechad*|trancad* ~ mas ... abri*|deu certo ~ ?
CAME ... ninguem .. atend*|abri*|apareceu|la|ai ~ ?
dei com|de cara|porta|fechada
perdi ?meu tempo|dinheiro ~ faltei|cancelei|desmarquei ~ NOT fui|pude|compareci
deixaram ... esperando|plantad*|mao|vacuo
me fizeram|fez .. esperar|voltar|perder|pagar ~ rir
cobraram|cobrou ... ninguem|NOT|sem ... falado|falou|avis*|disse|combinado|informado|autoriz*
fiquei .. plantad*|mofando
voces|clinica .. somem|sumiram|sumiu|some ~ mancha*|espinha*|pelo*|marca*
sumiram com ~ mancha*|espinha*|pelo*
sinto|senti|fui|me ?muito lesad*|prejudicad*|humilhad*|desrespeitad*|palhaca|otaria|ignorad*|boba
tratou|atendeu|atenderam|trataram ... pressa|frieza|seca|mal|grossa|desprezo|deboche|impaciencia|ma
me deixou|deixaram ... plantad*|esperando|chorando|mao|vacuo
mandei|enviei|liguei|escrevi ... NUMBER|varias|mil|muitas|trocentas|milhoes mensagens|vezes ... ~ obrig*
terceira|segunda|quarta|quinta|NUMBER|enesima ?a vez que|e ~ vez que|e ... faco|venho|vou|fiz|marco|aplico|uso
pior clinica|lugar|atendimento|experiencia|servico|salao ~ que o ~ outr*|antig*
atendimento|servico|clinica|experiencia nota 0
NOT .. cumprem|cumpre|respeitam|respeita ... horario|prometem|promessa|combinado|cliente
esperando ... desde ... nada|ninguem|agora|NOT ~ aberto|retorno
propaganda enganosa
mal|mau atend*|tratad*|educad*|recebid*|servid*|feit*|acabad*|orientad* ~ NOT mal
tratad*|atendid*|recebid* ... grosseria|descaso|desprezo|deboche|arrogancia|frieza|ma|pessimamente|estupidez|pouco
trocaram|mudaram|mexeram ... sem avis*
maltrat*|malfeit*|grosseir*|grossa|grosso|grossos|estupidez|ignorante|ignorantes ~ pele|perna|labio|cintura|coxa .. gross* ~ lingua .. gross* ~ fio|fios|pelo|pelos|cilio*|sobrancelha* .. gross* ~ gross* .. fio|modo ~ grosso modo ~ sangue grosso
merda|bosta|porcaria|lixo|droga de atendimento|servico|clinica|lugar|resultado|trabalho
atendimento|servico|experiencia|resultado|trabalho|tratamento|recepcao|estrutura ... ruim|pessim*|horrivel|horriveis|lixo|terrivel|horroros*|porco|porca|deixou|deixa|bosta|merda|porcaria|piorou|fraco|desejar ~ NOT ruim ~ medo
horrivel|terrivel|horroros* .. atendimento|servico|experiencia|resultado|clinica|trabalho|recepcao|demora
deixou|deixa .. desejar
um|isso|que|e|acho|achei absurdo ~ absurdo ?de lind*|barat*|bom
absurdo ?isso|voces|demor*|cobr*|esper*|atras* ~ absurdo de
ninguem ... responde*|atende*|respond*|atend*|resolv*|retorno|retorna|retornou|desculp*|ligou|explic*|avisou|avisa|chamou|satisfacao|toma|fala|fez|solucao|ajuda|soluciona|deu ~ atende ... ? ~ deu .. risada ~ casa .. ninguem ~ comigo ninguem pode ~ aula ~ ninguem notou|percebe
ninguem ... da|dao|dar|deu|deram|manda|mandou ?nenhum ?nenhuma ?uma ?um ?nem ?sequer resposta|retorno|satisfacao|posicao|noticia|explicacao|solucao|atencao ~ ainda ... ? ~ risada
NOT ?me deram|recebi|tive|teve|deu|da ?nenhuma|sequer|nem|um satisfacao|desculp*|retorno|explicacao|resposta|solucao ~ precisa
sem ?nenhuma ?dar satisfacao|desculpa|desculpas|explicacao|retorno|respeito|avisar|aviso ~ sem retorno|desculpa .. ? ~ sem .. aviso .. desmarcar|multa
cobr*|debit*|descont*|passaram|lancaram ... errado|errada|2|mais|duplic*|novo|dobro|indevid*|duplicidade|diferente|alem|outro ~ mais barato ~ descont* .. vista|pix|mais|novo ~ vezes .. ? ~ cobra*|cobram .. ? ~ quanto .. cobr*
duplicidade|indevid*
NOT fez|deu|teve|senti|vi ?nenhum ?nenhuma ?muito efeito|resultado|diferenca|melhora ~ ainda|tempo|demora|quando|se|? ~ vi .. resultado .. ainda
NOT funcionou|pegou|adiantou ?nada ~ link|pix|site|cartao|aplicativo|cupom|codigo|quero|onibus|celular|internet ~ medo|se
botox|preenchimento|laser|procedimento|sessao ... NOT|nunca funcionou|adiantou|pegou|resolveu|resultado ~ medo ~ ?
joguei|jogar|jogado ... dinheiro .. fora|lixo ~ nao quero
nunca mais volto|piso|vou|quero|indico|entro|coloco|apareco|compro|faco ~ nunca mais .. fazer dieta ~ saber .. mensagem
esperei|aguardei|plantad*|mofando|mofei ... NUMBER|uma|2|meia h|min ~ WAITVETO ~ dou|nota|daria 7|8|9|10 ~ mas ... bem|amei|valeu|tranquil*|adorei
fiquei|fiquemos|to|estou .. esperando|aguardando ... NUMBER|uma|2|meia h|min ~ WAITVETO
NUMBER|uma|2|meia h|min ... atraso|esperando|plantad*|atrasad*|alem ~ WAITVETO ~ espera ?, ?ai segunda|terca|quarta|quinta|sexta|sabado|amanha|mesmo|so|na|no|e|nao
NUMBER|uma|2|meia h|min ... de|na|em|a espera ~ WAITVETO ~ espera ?, ?ai segunda|terca|quarta|quinta|sexta|sabado|amanha|mesmo|so|na|no|e|nao
alem ... combinado|marcad*|horario|previsto ~ posso|pode
esperei|esperando|aguardando|aguardo ... dias|semanas|meses|resposta|retorno|mais ... ninguem|nada|NOT ~ desconto
ficou ?muito ?super ?bem ?tudo horrivel|horriveis|feio|feia|ruim|lixo|merda|bosta|porcaria|torto|torta|tortas|tortos|desiguais|desigual|falhad*|borrad*|pessim* ~ ruim .. horario|dia|mim ~ ficou ruim ?para|pra|esse|de
ficaram horriveis|tortas|tortos|desiguais|feias|feios
estrag*|acabaram|destruiram|detonaram|arruin* ... sobrancelha*|rosto|cabelo|pele|cara|labio*|boca|cilio*|unha*|olhar|autoestima|festa ~ medo|sol
uma|isso|que vergonha ~ minha|tenho|com|morro|morrendo vergonha ~ vergonha .. perguntar|falar|dizer
demora|demorou|demoram|demorando ... responder|atender|resolver|retornar|resposta ~ desculp* ~ eu|demorei ~ quanto ~ normal
que demora ~ que demora boa|top|otima ~ que demora ?para|pra ?a ? ~ min|h|sessao|resultado
quanta demora
voces sao|e ?uns|umas|muito pessim*|horriveis|golp*|enrolad*|desonest*|ladr*|fals*|mentiros*|ruins|irrespons*
cai|levei|sofri|isso|foi|e|parece ?em ?um|num ?uma golpe ~ medo|tem|? ~ nao e golpe
denuncia|denunciar|denuncio|denunciei ~ spam|mensag*|propaganda*|numero|bloque* ~ se
vez que voces ?me desmarc*|remarc*|cancel*|atras*|erram|mudam|esquec*|erraram
desmarcaram|remarcaram|cancelaram|mudaram|adiaram ... NUMBER|2|3|varias|muitas|4 vezes|vez
desmarcaram|cancelaram|remarcaram|mudaram ... sem|cima|avis*|ultima ~ posso
to|estou|fiquei|muito|bem|super|sai|saio chatead*|furios*|brava|bravo|irritad*|puta|injuriad*|possess*|aborrecid*|desapontad*|frustrad*|arrependid*|traumatizad* ... com|voces|clinica|o|a|esse|atendimento|resultado ~ pele|rosto|regiao|olho*|couro|area|laser ~ namorad*|marido|ex|chefe|peso|gorda|cabelo|acne
chatead*|frustrad*|arrependid* .. ter|voces|resultado|atendimento
prometeram|prometido|combinado|combinamos ... NOT|nada|outra|diferente ~ posso
falaram ... outra coisa
mentiram|mentiros*|mentirosa* ~ nao e mentira
cade|falta|sumiu ... sessao|sessoes|pacote|credito ... paguei|comprei|contratei
so|apenas me deram|fizeram ... NUMBER|uma|2
NUMBER .. ninguem ?me chamou|atendeu|responde*
piorou|piorei|piorando ... voces|clinica|atendimento|servico
nao .. recomendo|indico|volto ~ para|pra grav*
PROC|DID ... ficou|ficaram|foi|deu|fica ?ate droga|desastre|nojo|tragedia|cagad*|zoad*|zuad*|medonh*|tenebros* ~ outr*|concorren*|antig* ~ medo
droga|desastre|nojo|tragedia .. PROC ... voces ~ outr*|concorren*
DID|PROC ... NOT prest*|valeu|vale|durou|serviu|mudou ?pra nada|.|!|, ~ outr*|concorren* ~ medo|se|?
DID ... NOT prestou|presta $ ~ outr*|concorren*
DID ... arrependi $ ~ NOT .. arrependi
horrivel|pessim*|horror|terrivel|lixo|vergonha $ ~ vi|assisti|li|soube|morreu ~ memoria ~ sobrancelha*|cabelo|unha*|pele|cara|rosto ~ meu|minha ~ tempo|transito
^ ?que ?foi ?achei ?muito horrivel|vergonha|horror|terrivel ~ sobrancelha*|cabelo|unha*|pele|meu|minha|tempo|transito
"""
