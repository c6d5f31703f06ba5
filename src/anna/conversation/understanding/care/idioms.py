"""What sounds grave and is not: exaggerations, names, negations, other people's troubles. Hidden before the rules of `safety` read."""

from __future__ import annotations

from functools import cache

from anna.conversation.understanding.text.families import FAMILIES
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.understanding.text.phrases import Phrases

# What no phrase can say: where a sentence about another clinic ends, with what else one may be pregnant ("de ideias"), and that a price is how
# it is just now ("quanto tá o botox, e dói?").
_TEASES = r"\b(?:k{3,}|haha\w*|hehe\w*|rs(?:rs)*)"
_WRONGED = r"[^?\n]*\b(?:cobr\w+|pag\w+|preco|valor|disse\w*|fal(?:ou|aram)|promet\w+|dinheiro|sess\w+|resultado|sinal|conta)\b"
_IN_THE_STREET = r"[^.!?\n]*\b(?:na rua|n[ao] (?:onibus|metro|esquina|sinal|farol|caminho|ponto|transito|semaforo|praca|trem|estacao|shopping|mercado)|celular|bolsa|carro|moto|carteira|mochila|bicicleta)\b(?![^.!?\n]*\b(?:voces|na clinica|na recepcao|ai dentro)\b)"
_ELSEWHERE = (
    r"\b(?:outr[ao]|ultim[ao]|antig[ao]) (?:lugar|clinica|salao|profissional|medic[ao]|dentista|estetica)\b[^.!?]*",
    r"\b(?:paguei|gastei) (?:ainda )?nada\b(?! (?:disso|do que|de))",
    rf"{_TEASES}[ ,.!]*(?:(?:voce|tu|quase|ai|essa) )*\bme (?:pegou|enganou|enrolou)\b(?!{_WRONGED})|\bme (?:pegou|enganou|enrolou)(?: direitinho)? {_TEASES}(?!{_WRONGED})",
    rf"\b(?:fui|fomos|foi) (?:roubad|assaltad|furtad)\w+\b(?={_IN_THE_STREET})|\b(?:roubaram|assaltaram|furtaram|levaram)\b(?={_IN_THE_STREET})|\bladr(?:ao|oes)\b(?={_IN_THE_STREET})",
    r"\b(?:recebi|recebemos|recebeu|teve|houve) (?:uma |a )?denuncias?\b",
    r"\bgravida de (?!(?:\d|uma?|dois|tres|quase|pouc|algu|gemeos|menin|trigemeos|risco|semanas|meses|mais|uns))\w+",
    r"\b(?:morr\w+|mort[ao]|infart\w+|desmai\w+|enfart\w+) ?(?:\. ?)+(?=(?:de|por) (?:inveja|ansiedade|rir|amor|vontade|curiosidade|saudades?|fome|sono|calor|frio|vergonha|tedio|preguica|alegria|felicidade|emocao|cansaco|trabalhar)\b)",
    r"\bquanto (?:e )?(?:que )?(?:ta|esta|tao|estao)(?= (?:o|a|os|as|um|uma|pra|para|custando|saindo|cobrando|ai|hoje)\b)|\b(?:ta|esta|tao|estao) (?:por |de |a )?quanto\b",
)
FAMILY = {
    **FAMILIES,
    "FEELING": "rir riso risada vontade saudade* amor amores fome sono cansac* cansad* calor frio medo vergonha inveja curiosidade ansiedade raiva odio preguica tedio alegria pressa nervosismo saudades correria "
    "felicidade emocao orgulho malhar trabalhar estudar correr comer dancar sede tanto tanta susto nervoso ciume* pena beleza paixao",
    "THING": "preco precos valor valores orcamento conta resultado antes boleto tamanho foto fotos promocao",
    "JOY": "lind* amei ador* maravilh* barat* bom boa top perfeit* show bel* promoc* delicia incrivel quero kkk arraso preco",
    "WISHES": "quero queria gostaria prefiro tem resolve fazem levanta levantar sonho amaria adoraria pensando",
    "GLAD": "lind* delicia perfeit* maravilh* barat* bom boa bem amei adorei amando top arras* incrivel foda sensacional show bel*",
    "JOKE": "gente homem segunda preco trabalho acordar boleto gastar exercicio fila filas esper* atras* pobre cedo mentira transito academia ligacao conta robo falsidade",
    "PET": "gatinha* cachorr* cadela cao gat* gato gata gatinh* dog doguinho pet passarinho calopsita papagaio coelho hamster bichinh* shitzu shih pinscher vira",
    "EXAGGERATED": "morr* morto morta matar matei mato matou matando desmai* infart* surt* treco",
    "MADEILL": "inch* vermelh* roxo roxa roxos roxas hematoma* queim* bolha* dor doe* doi* arde* ardeu manch* marca marcas reac* alergi* febre sangr* coc* caroco* torto torta infecc* inflam*",
}  # fmt: skip

# What is harmless however it is said, as phrases.
HARMLESS = """
vai|vao|estara|estarao ?estar ?ficar me esperando ~ NUMBER h|min me esperando
ceg* de|por vontade|FEELING
sufocad*|asfixiad*|afogad*|enforcad* ?de ?em ?com ?no ?tanto ?tanta trabalho|servico|conta*|divida*|boleto*|prova*|tarefa*|correria|demanda*|compromisso*|roupa
quero|queria|adoro|amo|prefiro|gosto|sonho ... testa|cara|rosto dura|duro|durinha|congelada|paralisada|paradinha ~ AFTER|desde ~ NOT .. quero
licenca ?maternidade ... bebe|filh*|nenem ?ja ?agora tem|fez|faz|completou TEEN ano|anos|meses ?e ?meio ~ amament*|mama|mamando
!nao|nem acabou|acabaram|sumiu|sumiram|clareou|eliminou|apagou|tirou ?com ?todas ?todos ?quase mancha*|espinha*|acne|estri*|olheir*|roxo*|marca*|cicatriz* ~ ?
mancha*|vermelhid* ... desde ?o ?a verao|gravidez|gestacao|parto|adolescencia|praia|ferias|nascenca|crianca ~ AFTER|PROC desde
vizinha|amiga|prima|cunhada|colega|irma|mae|tia|conhecida .. teve|tem|deu|tinha ?uma ?um alergia|reacao ... voces|qual|medo|receio|sera|risco ~ aqui|hoje|agora|ela quer|pode
pra|para|na|no ?essa ?minha ?meu ?esse BODY ?toda que|porque ?ja ?so ta|esta|e|anda|vive ?meio ?muito ?bem ?toda murch*|caid*|fin*|flacid*|fei*|cansad*|palid*|manchad*|escur* ~ AFTER ~ desde
cara|carinha|carona|rosto|pele|olho*|olhar|aparencia|semblante|aspecto ?de ?que ?quem ?ta ?um ?uma ?meio morta|morto|mortinha|morreu|defunt*|zumbi|cadaver|caveira|doente ~ to|estou doente
olheir*|celulite|papada|estri*|cravo*|poros|melasma|flacidez|bigode|cabelo|unha*|pele|rosto|cara|sobrancelha* ?ja ?aqui ta|tao|esta|estao|anda|andam|e|sao ?muito ?bem ?simplesmente ?tao ?uma ?um ?num pessim*|horriv*|terriv*|horror|horroros*|vergonha|nojo|bagunca|tragedia|desastre ~ AFTER|voces|ficou|ficaram|atend*
cabelo|cabelos|franja|progressiva .. duro|queimad*|ressecad*|quebrad*|ruim|seco|caindo|SORE ~ couro|testa|rosto
ponta|pontas ?do ?dos ?de ?meu cabelo|cabelos .. queimad*|SORE
pe|pes .. doendo|inchad*|doi ?do ?de ?por ?causa salto|sapato|tenis
SWELL .. tanto|muito comer|chorar|beber|dormir ~ AFTER
BODY ?e ?ta ?esta ?muito cheia|cheio|tomada ?de vasinho*|microvaso*|varizes|veia*|veinha* ?bem ?meio ?mais rox*|azu*|vermelh* ~ AFTER
vasinho*|microvaso*|varizes|veia*|veinha* ?bem ?meio ?mais rox*|azu*|vermelh* ~ AFTER
peito*|seio*|mama*|bunda|bumbum|bochecha*|papada|pescoco caiu|cairam|caid*|despenc*|murch*|desabou|desabaram ... WISHES ~ AFTER|lado|repente|ontem|hoje|dor
WISHES .. boca|boquinha|bocao|labio*|beico*|bochecha*|bumbum|bunda ?bem|mais|muito|super|meio|tipo|bastante inchad*|carnud*
descamando|descascando|ardendo|vermelh*|ressecad*|irritad*|repuxando ... frio|vento|inverno|clima|mascara|ar|friagem ~ AFTER ~ ar condicionado|entra|falta
olheir* ?bem ?muito ?tao ?super ?meio ?as ?minhas roxa*|roxead*|arroxead*|escur*|inchad*|funda*|pret*|preta* ~ AFTER
queimei|queimou|queimo ?a ?o ?o ?ceu ?da lingua|boca ... cafe|cha|comida|pizza|sopa|quente|almoco|janta
advogad*|medic*|policia .. indicou|indica|recomendou|falou ~ processo|process*|voces falou ~ entrar
tem|atende*|fazem|existe .. emergencia* .. ou|h|horario|marcad*
se|so ... NOT ... me mato|matar|jogo|enforco|mato ... kkk|brincad*|brinco|brinks|zoeira|zoando
meu|minha|nosso|nossa|o|a|um|uma ?minha ?meu PET|gatinho|shitzu|poodle|vira ?lata .. TEEN ano|anos|aninhos
PET .. TEEN ano|anos|aninhos
nora|cunhada|irma|prima|sogra|amiga|vizinha|colega ?minha ?ta|esta ?ja ?ta PREGNANT ... e|mas|so ?que eu quero|queria|vou|preciso|gostaria|vim ~ ela quer|pode fazer
irma|cunhada|prima|mae|nora|sogra|amiga .. PREGNANT ... NOT ?vai|vem|ira|pode|consegue ?ir ?vir comigo|junto|mais ~ ela quer|pode fazer
uma|um|so sobrancelha|lado|olho|peito|seio|orelha .. mais ANY que|do ?a|o outr* ... queria|quero|gostaria|da|tem .. igualar|nivelar|alinhar|corrigir|arrumar|jeito|acertar ~ AFTER|ontem|semana
queria|quero|gostaria .. igualar|nivelar|alinhar|corrigir|arrumar|acertar ... uma|um|so sobrancelha|lado|olho|peito|seio|orelha .. mais ANY que|do ?a|o outr* ~ AFTER|ontem|semana
ceg* sem ?os ?meu ?meus ?minha ?as oculos|lente*|grau
vi|li|ouvi|assisti|soube ?que ?de ?falar ?uma ?um ?umas ?uns ?gente ?caso* ?moca ?mulher ?menina ?pessoa ?blogueira ?que ficou|ficaram ceg*
demoro|demorei|devagar|lenta|velha|velhinha|velho|velhinho|catarata ... NOT|nem ?eu ?to|estou ?consigo ?quase ?mais enxerg* ~ AFTER|repente|ontem|hoje|desde
NOT ?eu ?to ?estou ?consigo ?da ?dando ?para ?pra enxerg* ?direito ?bem ?o ?a ?os ?as ?seu ?esse ?essa link|foto|fotos|mensagem|preco|valor|site|mapa|video|imagem|tabela|pdf
mata|matando|morro|morrendo|sumir|desaparecer ?me ?do ?da ?mapa ?terra de|por vergonha
pulo|pular|jogo|jogar .. ponte|janela|predio|sacada|varanda se|caso NOT tiver|conseguir|houver|achar|arrumar|marcar|rolar
morrer com menos|mais ?dessas rug*|papada|manch*|pelo*|barriga|bigode|dinheiro
morrer com essa|esse|essas|esses ANY ? nao
preco|valor|orcamento|conta .. deixou .. branc*|palid*|rox*
ataque ?do ?no ?de coracao com|vendo|quando ... THING
socorro ?meu ?deus ?gente ?jesus que caro|cara|carissim*|careza
emergencia ... festa|casamento|formatura|aniversario|niver|evento|noiva|madrinha|batizado ~ mal|ar|dor|sangr*|desmai*|socorro|SWELL|urgencia
ultima|outra|primeira|uma vez ... fech*|SWELL .. garganta|lingua|glote|labio*|rosto ... posso|pode|problema ~ agora|to|ta|esta|hoje|mais
ano|anos|mes|meses passad*|atras ... fech*|SWELL .. garganta|lingua|glote|labio*|rosto ... posso|pode|problema ~ agora|to|ta|esta|hoje
fech*|SWELL .. garganta|lingua|glote|labio*|rosto ... ano|anos|mes|meses passad*|atras ... posso|pode|problema ~ agora|to|ta|esta|hoje
combinado NOT sai|e|fica ?muito caro
!exijo|espero|quero|pedir|pedido|deram|pediram|nem|devem|deve|cade|mereco desculpa|desculpe|desculpem|perdao ?ai ?pela ?a ?o ?por ?essa ?minha palhacada|bagunca|confusao|vergonha|sacanagem
NOT ?eu to|estou|tenho|ha|tem|sinto|senti|tive|tava|estava ?com ?mais ?nenhum* falta de ar
nem ?to|estou|tenho|ha|tem|sinto|senti|tive|tava|estava ?com falta de ar
NOT quero|queria ?ter ?sentir ?mais ?nenhum* falta de ar
NOT ?eu to|estou|tenho|ha|tem|sinto|senti|tive|tava|estava ?com ?mais ?nenhum* dificuldade|dificuldades ?de|pra|para respirar|engolir
nem ?to|estou|tenho|ha|tem|sinto|senti|tive|tava|estava ?com dificuldade|dificuldades ?de|pra|para respirar|engolir
NOT ?eu to|estou|tenho|ha|tem|sinto|senti|tive|tava|estava ?com ?mais ?nenhum* dor|dores|aperto|pressao no peito
nem ?to|estou|tenho|ha|tem|sinto|senti|tive|tava|estava ?com dor|dores|aperto|pressao no peito
EXAGGERATED|ar .. de|com|por FEELING|THING
de|com ?a cabeca quente ~ MADEILL|febre
^ ?anna ?me ?diz ?sabe qual ?e ?o ?seria sentido da vida ?? $
antes e depois de matar
de matar ~ vontade de matar
queixo caiu|caindo|cai
professor*|pedagog*|monitor*|baba .. crianca*|adolescente*
bolso|carteira|conta|cartao .. sangr*|doend*|chora*
sem ar|folego de tao|ver|olhar|alegria|emocao|lind*
pegando fogo de|hoje ?calor ~ pele|rosto|cara|regiao
viver|vida ?toda ?so de|a|com ?base ?e base|corretivo|maquiagem|make|filtro|escova|chapinha|salto|dieta|gilete
NOT sou|somos|fui diabetic*|hipertens*|alergic*|cardiac*|epilet*|epileptic*|fumante|asmatic*|gravida ~ posso
so|nem ?que NOT ?eu vou|falto|perco|compareco|deixo|aproveito|faco|quero|marco se|que ?eu morr*
so se ?eu morr*
passando|passei|passo ?muito mal de|do|com ?tanto rir|riso|vontade|beleza|inveja|ansiedade|amores|paixao|preco|valor|fofura
passando ?muito mal ?aqui de|do|com ?tanto calor kkk
nem morta|morto|morrendo
so morta|morto que|eu|nao
matando inimigas|aula|saudade
me mata|matando|matam|mataria ~ ele|marido|esposo|namorado|companheiro|noivo|padrasto|ex disse|falou|fala|diz|jurou|avisou|prometeu ~ se NOT fizer|colocar|por|botar|aplicar ~ ameac*|socorro|policia|faca|arma
vai|vao|ia|quer|querem|querendo|ira me matar ~ medo|socorro|ajud*|ameac*|policia|faca|arma|bateu|bate|apanh*
vai|vao|ia|quer|querem|querendo|ira me matar & gast*|preco|valor|conta|car*|kkk|compr* ~ socorro|policia|faca|arma|apanh*
vermelh*|rox*|azu*|verd*|branc*|palid*|pret* de FEELING
preco|valor|conta|bolso|orcamento|boleto .. inchad*|salgad*|ardid*|doendo
doeu|doi|arde|sangra .. bolso|coracao
do|da|de|santa|senhora|tia|dona ?perpetuo socorro
socorro .. JOY ~ socorro .. nao
JOY .. socorro
puta pariu ... GLAD ~ foda de
pariu|caralho|porra|cacete|carai|absurdo ... GLAD ~ foda de|se ~ se foda|fode|foder
amei|adorei|lind*|maravilh*|perfeit*|arras*|incrivel .. pariu|caralho|porra|cacete|carai
ficou|e|foi|esta|sao do caralho|carai|cacete ~ ruim|pessim*|lixo|merda
absurdo|absurda de ANY
emergencia* de|da|do|com|na|nas|capilar|estetica|fashion ANY
emergencia* capilar|estetica|fashion
atende*|kit|uma emergencia* .. kkk|estetica|?
nao e emergencia
sem emergencia
cabelo|unha|sobrancelha .. emergencia
coracao .. de alegria|emocao|felicidade|ansiedade|amor
NOT|sem|nada|0|nenhum* ?ficou ?fiquei ?deu ?tive ?teve ?deixou ?tem ?sinto ?senti ?nada MADEILL ~ NOT para|parou|passa|passou|melhor*|some|sumiu|sarou|aguento|consigo
nada|sem|0|nenhum* ?nada ?do ?que reclam*|queixa*
NOT tenho|ha|tem|posso|vou ?nada ?nenhuma ?do ?que reclam*|queixa*
amiga|vizinha|prima|cunhada|colega|conhecida|comadre|amigas gravida|gestante|gravidas
ensaio|fotos|foto|book|roupa|vestido|cha|curso de|da|pra|para gravida|gestante|bebe
barriga|cara|jeito|parece*|parecendo|pareco|igual|tipo .. gravida
cachorr*|gato|gata|pet|carro|casa|clinica|empresa|relacionamento|casamento|namoro|casad*|cliente|paciente .. NUMBER anos|aninhos
NUMBER anos de casad*|namoro|clinica|experiencia|formad*|profissao|empresa|praia
filh*|bebe|nenem|net*|crianca|sobrinh* ... SMALL|10|11|12 anos|aninhos|meses|mes ... levar|leva|junto|comigo|deixar|acompanhar|esperar|brinquedoteca
filh*|marido|mae|pai|neto|neta|bebe|irma|irmao|sogra|avo .. com febre|gripe|dor|virose|conjuntivite|dengue|covid ~ confus*|desorientad*|delir*|prostrad*|molinh*|convuls* ~ fazer|aplicar
filh*|marido|mae|pai|neto|neta|bebe|irma|irmao|sogra|avo .. doente|internad*|gripad*
filh*|net*|bebe|nenem|menin*|crianca ?de ?com TEEN ano|anos|mes|meses|aninho|aninhos .. com|ta|esta ?muita febre|gripe|dor|virose|diarreia ... falt*|remarc*|desmarc*|cancel*|nao|poder ~ fazer|atend*
^ ?e ?quero ?o ?a ?opcao ?numero 1|2|3|4|5 ?, porra|caralho|cacete|carai|merda|inferno|desgraca ?logo $
sou|trabalho|estudo|faculdade|formad*|estagio ?no ?na ?com ?como ?em ?de ?um ?uma advogad*|procon|justica|forum|direito|python|programac*|sistema*|ouvidoria|emergencia|samu|socorro
audiencia .. justica
tive|deu|passei ?me ?por ?um|uma ataque*|crise* panico|ansiedade ... passou|passada|melhorei|melhor|acabou ~ posso|pode|podem|remedio*|tomo|trat* ~ sempre|costumo
tive|deu|passei ?me ?por ?um|uma ataque*|crise* panico|ansiedade ... fui|sai|vim|voltei|remarc*|desmarc*|cancel*|faltei|perdi ~ posso|pode|podem|remedio*|tomo|trat* ~ sempre|costumo
sou|fui|eu|senti|sinto ?me ?muito ?uma ?mesmo burr*|idiota|anta|trouxa|otari*|tapad*|jumenta
burr*|idiota|anta|trouxa|tapad*|jumenta ?mesmo ?que ?de eu|sou|fui|mim
gostoso|gostosa o|a|de|da|do|esse|essa|esta|ficar|ir|demais|cheir*
NOT ?sou ?era ?e gravida|gestante|amament*|lactante|menor ?nem ?ou ?gestante ?amament*
parei de amamentar
tive|ganhei|pari .. BABY|filhos|filhas|filhos ... ano|anos|amamento|flacid*|estri*|barriga|gordura
depois|apos|desde da|das|a|as|minha|minhas ?minha ?minhas gravidez|gestacao|gestacoes
gravidez|gestacao ... foi|fiquei|deixou|passad*|anterior
pos gravidez|gestacao
pai|mae|avo|tio|tia|marido|sogr*|irma* .. infart*|avc|derrame|convulsao|cancer ... ano|mes|semana|passad*|ha|superou
tenho|mae|pai .. filh*|crianca*|menin* ?, ?de ?com NUMBER ?e ?NUMBER ?anos ~ quer|queria|fazer|marcar
senha do|da|de wifi|wi|aplicativo|porta|internet|estacionamento
minha senha
alergi* ?eu ?tenho ?e a|de|ao JOKE
ignor*|desconsider*|esquec*|apag* ?anterior mensage*|audio|foto|figurinha|isso|anterior* ?anterior*
ignor*|desconsider*|esquec*|apag* o que ?eu falei|disse|mandei|escrevi
reclam* ?eu NOT reclam*
NOT gostei ?nem h|horario*|dia|dias|data*|opc*|nenhum*|ideia|preco*|valor*|esse|essa|esses|essas|desse|dessa|desses|dessas
NOT gostei de nenhum*|ess*
e normal demor*|esper*|cobr*|pagar|responder|atras*|confirmar
duracao
quanto|quantos|quantas ?tempo ?min ?h ?meses ?que dura|duram
dura|duram quanto ?tempo ?dia ?a
NOT to|estou|ta|esta|tava|estava passando mal
NOT passei mal ~ ainda
sinal|entrada|deposito|caucao ?e ?sao devolvid*|devolvem|reembols* ~ NOT .. devolv*
devolv*|reembols* ?o ?a ?esse sinal|entrada|deposito|caucao ... ? ~ cade|quando|NOT|ainda|quero
devolv* ... se|caso ... falt*|desist*|cancel*|desmarc* ... ? ~ cade|quando|NOT|ainda|quero
devolv* ... se|caso ... nao gostar|der|funcionar|ficar ... ? ~ cade|quando|ainda|quero
se|caso ... nao gostar|der|funcionar|ficar ... devolv* ... ? ~ cade|quando|ainda|quero
tem|tendo|muito|tanto golpe|golpes
medo de golpe
creme*|produto*|vitamina*|pomada* ?que ?voces vendem|venda
PREGNANT ... vou|ser avo|tia|madrinha|dinda|titia
engordei|ganhei|peguei|emagreci|perdi .. gravidez|gestacao
ultima|primeira|outra vez ... PREGNANT
tava|estava|era PREGNANT ~ posso|pode
quando|depois|desde .. engravidei
BODY sao|sempre|vivem SORE|SLOW
ficou|ficaram|caiu|cairam|manchou|escureceu ... com idade|tempo|anos
ando|vivo|vivem|vive .. SORE
doendo|doeu|doi|dor|pesou|pesa .. bolso|carteira
cunhada|irma|prima|amiga|vizinha|sobrinha|nora|filha .. ganhou|teve|ter|ganhar BABY|nenem|bebe ... visit*|cha|conhecer|madrinha|presente
respirar ... trabalho|tempo|semana|correria|corrid*|kkk
tempo .. respirar
!NOT melhor*|sumiu|sumiram|clareou|diminu*|desinchou|cicatrizou|desapareceu ... mancha*|roxo|roxos|inchaco|vermelhid*|marca*|dor|bolinha*|acne ~ NOT|quero|pode|vai melhor*|sumiu|diminu* ~ ?
mancha*|roxo|roxos|inchaco|vermelhid*|marca*|dor|bolinha* .. !NOT sumiu|sumiram|clareou|diminuiu|desapareceu|melhorou|passou
vizinha|vizinho|conhecida|famosa|atriz|influencer|blogueira|cantora ... ficou|fez|teve|morreu .. SORE|SLOW
amiga|prima|cunhada|colega .. fez ... ficou .. SORE|SLOW ... espero|medo|nao
amiga|vizinha|colega|conhecida|comadre|menina|mulher .. fez|faz|colocou|tirou .. ficou|inchou|deu|teve .. roxo|roxa|inchad*|vermelh*|tort*|manchad*|manch* ~ ontem|hoje|agora|ai|aqui|voces|ta|esta|ainda
amiga|vizinha|colega|conhecida|comadre|menina|mulher .. fez|faz|colocou|tirou ... outro|outra lugar|clinica|cidade|salao|canto
outro|outra lugar|clinica|cidade|salao ... amiga|vizinha|colega|conhecida|comadre
foi ?com ?ela ?a ?na minha ?amiga ?vizinha ... outro|outra lugar|clinica ~ comigo|eu
com quem .. deix* ... KIN ?de ?com TEEN
acidente|queda|tombo|atropel*|catapora|mordida|mordeu|cesarea|infancia ... cicatriz*|marca|marcas ?na ?no ?em BODY ~ depois|apos|fiz|com|voces .. PROC|procedimento ~ inch*|doendo|doi|pus|sangr*|aberta|ontem|hoje|agora|laser .. queim*
cicatriz*|marca|marcas ?na ?no BODY ... acidente|queda|tombo|atropel*|catapora|mordida|mordeu|cesarea|infancia ~ depois|apos|fiz|com|voces .. PROC|procedimento ~ inch*|doendo|doi|pus|sangr*|aberta|ontem|hoje|agora
tenho|fiquei com|uma|um ?uma ?umas cicatriz*|marca|marcas ?na ?no BODY ?faz ?ha ?de ?muitos anos|crianca|antiga|velha|nascenca ~ PROC
KIN ?de ?com TEEN ?anos ?aninhos ... enquanto|junto ~ assin*|autoriz* ~ KIN ... quer|queria|precisa|gostaria ?de ?muito fazer|marcar|agendar|tratar|botox|laser|limpeza|peeling ~ pra|para|pro ?minha ?meu KIN ?de ?com TEEN
bebe|nenem .. fez|tem|completou TEEN ?ano ?anos ... cuidar|voltar|agora
festa|aniversario|baile|niver ?de 15 ?anos da|do|de sobrinh*|filh*|prim*|afilhad*|net*|amig*|irma
manch*|estri*|melasma|flacid*|celulit*|gordura*|peso|quilos ... gravidez|gestacao|parto ~ to|estou|posso|pode
PREGNANT ... indicou|indicaram|recomendou
pix|pagamento|deposito|transferencia|dinheiro|sinal|comprovante ... caiu|cai|cair|caindo
caiu|cair|caindo|baixou .. valor|preco|conta|pix|pagamento|internet|ligacao|chamada|rede|sistema|site|ficha|golpe|chuva|feriado|ideia|energia|luz|banco
ligacao|chamada|internet|rede|sistema|site|ficha|energia|luz|cabelo|pelo|pelos|cilio|cilios|extensao caiu|cai|cair|caindo|cairam
caiu|cairam|caindo .. cilio*|pelo*|fios
caiu .. segunda|terca|quarta|quinta|sexta|sabado|domingo|dia|data|semana
coracao na boca|mao|garganta
coracao partid*|cheio|grande|aberto|mole|quentinho|apertad* ... cancel*|desmarc*|desist*|ir|feliz|alegr*|grat*|amor|saudade
aperto|dor|dorzinha .. coracao ... cancel*|desmarc*|desist*|dizer|falar
coracao cheio|quentinho|grato|feliz|alegre|mole
do fundo|todo coracao
quando|enquanto|epoca|desde|tempo .. tava|estava|era|fiquei|tive|ainda PREGNANT
depois|desde|por ?causa da|das|do|minha|primeira|segunda|ultima|2 gravidez|gestacao|gestacoes|cesarea|parto|pos ... anos|flacid*|estri*|manch*|sobr*|barriga|melasma ~ meses|semanas|dias
gravidez|gestacao|parto|cesarea ... ha|faz|foi|em ?ja NUMBER anos|20|2018|2019|2020|2021|2022|2023|2024
quando|desde|enquanto .. tinha|era|completei|fiz TEEN ?anos
desde .. TEEN anos
nunca|jamais ?eu fiz|fizemos|apliquei|coloquei|tomei|botei
medo|receio|pavor|panico|pavorosa ?de ficar ?com ?toda ?meio ?muito SLOW|SORE
ele|ela|filh*|menin*|bebe|cacula ?hoje ?ja ?agora tem|ta|esta|com ?ja TEEN anos ... quero|queria|marca|vontade|voltar|retomar|finalmente ~ pra|para|pro ele|ela|minha|meu filh* ~ pra|para|pro ela|ele|dela|dele ~ nela|nele ~ sou mae|pai
filh*|crianca*|menin* menor|menores|pequen* ... espaco|lugar|esper*|ficar|levar|deixar|brinquedo*|sozinh*|cuidar
tenho|sou|mae|pai ... filh*|crianca*|menin* ?menor ?pequen* ... horario|escola|trabalh*|sozinh*|deixar|noite|sabado|rotina|corrid* ~ quer|fazer ?a ?dela
posso|pode|podem|consigo|tem .. levar|ir|trazer ... filh*|crianca*|bebe|nenem|menin*|net* ?de ?com TEEN ?anos|meses ~ fazer|faca|dela|nela|nele
NOT ?tenho|tem|ha|sinto|senti|tive|tomo|uso|sou|fumo ?nenhum ?nenhuma ?mais alergi*|doenca*|problema*|remedio*|medicament*|dor|sintoma*|restric*|comorbidade* ~ NOT tenho|sinto .. mais dor passa ~ sei
alergi* a|de|nada nada|nenhum*|ninguem
sem alergi*|doenca*|contraindic*|restric*|comorbidade*|dor|dores|inchaco|vermelhidao|reacao|reacoes|manch*|marcas ~ sem dor para|parar
nada|nenhuma ?de dor|reacao|alergia|vermelhid*|inchaco|ruim
0 dor|inchaco|reacao|problema*|reclamac*
ninguem ?aqui ta|esta|tava|ficou|passou ?passando mal|doente|machucad*|ferid*
ninguem ?aqui ?mais ?se desmaiou|morreu|infartou|machucou|passou|caiu|engasgou|sangrou|convulsionou ?mal ?nao ~ me ajud*|viu
desmai* ?so ?ate ?quase com|de|por|vendo|quando ?so ?ver ?ve ?vejo ?a ?uma picada|picadinha|agulha*|injec*|seringa|vacina|sangue ~ agora|ontem|hoje|aqui|SORE
SORE ... mas|hoje|agora|depois|logo|ja|so ?que ?hoje ?logo ?ja ?tudo passou|sumiu|sumiram|sarou|desinchou|melhorou|normal|perfeit*|zerad* ~ NOT|nem ?mais passou|sumiu|sarou|melhorou|desinchou|normal ~ ainda|mas|e|so ?que voltou|voltaram ~ ainda
operad*|operei|cirurgia|fratur*|quebrei ... liberad*|liberou|sarou|sarei|sarado|recuperad*|alta ~ NOT .. liberad*|liberou|sarou ~ posso|pode|tem|faz|mal|problema
liberad*|sarad*|recuperad* ... operacao|cirurgia ~ NOT .. liberad* ~ posso|pode|tem|mal|problema
olho* fechad*|fechando|inchad*|vermelh* ?de ?tanto sono|chorar|choro|choramos|ressaca|dormir
KIN ?de ?tem ?com TEEN ?anos ?e ... por isso|dai|entao ... posso|consigo|prefiro
cachorr*|gat|gato|gata|gatinh*|dog|pet|doguinho|cadela|passarinho|calopsita ... SORE|desmai*|convuls*|sangr*|veterinari*|operad*|operou|cirurgia|doente|morreu|mal|engoliu|comeu
veterinari*
meu|minha|nosso|nossa|o|a|os|as|um|uma ?minha ?meu PET .. tom*|REMEDY|DRUG|diabet*|febre|gravida|prenha|doente|vacin*
novela|filme|serie|jornal|noticia|livro|meme|video|reels|podcast|tiktok ... ABOUT
ABOUT ... novela|filme|serie|jornal|noticia|livro|meme
simulado|treinamento ... emergencia
curso|prova|aula|aulas|treinamento|certificado|apostila|plantao|trabalho ?de ?no ?do ?dos ?pronto ?primeiros ?primeiro socorr*|resgate|samu
saida|numero|contato|telefone|luz|plano ?de emergencia
tive|tava|fiquei|estive|estava ?com covid|gripe|dengue|virose|febre|gripad* ~ posso|pode
morta|morto|mortinha|acabada|destruida|quebrada de|do cansac*|sono|trabalho|fome|calor|vergonha|rir|curiosidade|saudade
to|estou morta|morto|mortinha|acabada|podre $
morr* ?de ?do ?com LAUGH
morrendo|morro|morri kkk
morrendo|morta|morto .. esperando|esperar|responder
vou|ia|quase morrer ?se nao|de|com conseguir|fizer|marcar|tiver|LAUGH
me matar|mato|matando ?de ?pra trabalhar|estudar|malhar|rir|academia|treinar|correr|vergonha
so falta|faltava ... morrer|infartar
quase|vou|ia infart* ?com|quando|de preco|valor|vi|susto|emocao|alegria
infart* ... preco|valor|susto|orcamento
linha|seta|luz|faixa|farol|caneta|camisa|roupa|vestido|blusa|carro|sinal|esmalte|batom|cabelo|unha|casa|portao|predio|parede amarel*|vermelh*|rox*|pret*|branc*|azu*
quarta|sexta|semana|feira|tarifa vermelha
alerta|cartao|tapete|sinal vermelho
to|fiquei|estou|fico roxa|roxo|vermelha|vermelho ?de vergonha|raiva|inveja|frio|odio|curiosidade
quente|calor .. hoje|dia|tempo|rua|sol|demais|cidade ~ BODY
dia|tempo|agua|cafe|cera|toalha|chuveiro|pedra|manta|verao quente ~ derram*|entorn*|derrub*|caiu|virou|respingou|jog*|tac*|atir*|despej*
agenda|semana|dia|trabalho|vida|rotina|correria puxad*|apertad*|travad*|dur*|cheia|fechad*
loja|porta|clinica|salao|recepcao|portao|empresa|estacionamento fechad* ~ CAME
voces|ai|clinica .. fechad* ~ CAME
negocio|pacote|compra fechad*
levei|tomei|dei|foi ?um susto
ta dificil|osso|puxado|tenso|corrido|foda ~ dificil .. respir*|engol*|enxerg*|ver|falar|andar|puxar|mexer|acordar
pernas|braco|corpo de|da grilo|fora
cara de pau|boneca|cansada|cansaco|sono|acabada|ontem|velha
olho* ?no ?nos preco*|valor*|gordo|grande|cara
dor de cotovelo|corno
doi|doeu|dor .. bolso|carteira|alma|ver|preco|pagar|gastar
sem dor nem piedade
sangue|sangrando ... bolso|carteira|preco
exame* ?de sangue
sangue bom|italiano|frio|latino|quente
tirar|tirei|coleta|colher|doar ?de sangue
boca a|de boca|lobo|siri|sino
abriu|abrir|tinta|cor|fio|loiro .. preto|escuro|branco ~ BODY
"""


_ROUNDS = 3  # a phrase is found once in a round: "não senti dor nem ficou vermelho"


@cache
def _harmless() -> Phrases:
    return Phrases(FAMILY, [HARMLESS])


def without_idioms(line: Line) -> Line:
    """The line with every harmless turn of phrase hidden."""
    for pattern in _ELSEWHERE:
        for match in rx(pattern).finditer(line.norm):
            line = line.hide(match.start(), match.end())
    for _ in range(_ROUNDS):
        found = tuple(_harmless().all(line))
        for each in found:
            line = line.hide(each.start, each.end)
        if not found:
            break
    return line
