"""What needs a person at once, as phrases: a life in danger by one's own hand or not; and by which signs what went wrong is weighed."""

from __future__ import annotations

SELF_HARM = """
suicid*|automutil*|autoles*
WANT .. morrer ~ acho|parece ?eu vou|ia morrer ~ NOT quero|queria morrer ~ medo|pena|morrer|morrendo de|do|com|por rir|coracao|tedio|susto|fome
WANT .. desaparecer|sumir $
WANT|cansei .. desaparecer|sumir .. mundo|mapa|terra|sempre|vida
desaparecer|sumir|sumisse|desaparecesse .. mundo|mapa|vez|sempre|terra ~ sumir|desaparecer|sumisse .. com|manch*|pelo*|rug*|espinh*|gordura*|celulit*|estri*|papada|olheir*|melasma|pneu*|cicatriz*|acne|verruga*
WANT me matar|mato|enforcar|mutilar|envenenar|cortar|machucar|ferir ~ depil*|laser ~ NOT quero|queria|vou|ia|pretendo me matar ... foi|era|tava|so ... piada|brincad*|brinquei|zoeira|zoando
WANT me matar ... NOT foi|era|e|tava ?uma piada|brincadeira|zoeira
me mato|matando|enforc*|mutil*|envenen*|cortando|corto ~ cabelo|gilete|depil* ~ AGGRESSOR .. me enforc*|envenen*
tir* propria|minha vida
separei|juntei|guardei|arrumei|reuni|peguei|comprei .. PILLS ... acab*|resolv*|fim|termin* ?com isso|tudo|aqui|hoje
separei|juntei|guardei|reuni|comprei .. PILLS ... isso|tudo ?aqui acaba|termina|resolve ~ dor|crise
separei|juntei .. PILLS ... dormir|descansar .. sempre|vez ~ sempre tomo ~ mostrar|levar|acabou|acabaram
acabo|acaba|acabar|resolvo|termino .. isso|tudo|sofrimento ... PILLS
NOT .. quero|queria|sei|pretendo .. viva|vivo ~ ao vivo ~ cor|voz viva
NOT .. continuar ... na vida|mundo ~ tratamento|pacote|lista|curso
NOT .. estar|estarei|tarei|existo|existir .. mundo ~ fim mundo
tomei|engoli ?ja tudo ... tinha|achei|armario|gaveta ~ receit*
NOT tenho ?mais por que|quem viver
ninguem .. precisa .. mim
hoje eu ?ja NOT passo
NOT pretendo|quero ?nem chegar .. natal|velh*|2027|2028|aniversario ~ atrasad*
acab* .. vida|existencia|sofrimento|comigo ~ ele|ela|PARTNER|AGGRESSOR acab* .. comigo ~ ele|PARTNER vai acab* ~ dor|manch* ~ voces|clinica acab*
hoje|agora|amanha|noite ?eu ?mesmo acabo|acabar|termino|resolvo ?de ?vez ?logo com ?isso tudo ~ PROC|kkk|marc*|agend*
acabo|acabar|termino ?de ?vez ?logo com isso tudo ~ PROC|kkk|marc*|agend*
vou|quero|queria|penso|vontade|pensando desistir|largar de|da tudo|vida ~ PROC|kkk|marc*|agend*|cancel*|desmarc*|consulta|procedimento*|pacote|tratamento|horario|demor*|esper*|robo|preco|car*|sistema|link|site|pix|sinal
juntando|criando|tomando|coragem ... besteira|loucura|fim|morrer|acabar ~ PROC|cabelo|sobrancelha|marc*|agend*|rosto|boca|kkk
penso|pensando|pensei|vontade|quero|queria|vou|para|pra .. acabar com tudo|isso $
penso|pensando|pensei|vontade|quero|queria|vou .. acabar com tudo hoje|logo|agora|amanha|vez
NOT|sem|perdeu|perdi|nenhum|qual ... sentido|motivo|razao|vontade|forca|forcas|porque .. viver|existir|vida|viva|vivo|vivendo ~ social|util
vida .. NOT|sem|perdeu|nenhum .. sentido|graca|valor|vale|razao
NOT|sem vontade|motivo|razao|forca|forcas .. continuar $
NOT quero|queria|aguento|guento|guenta|suporto|pretendo ?mais viver|existir|vida|vivo|viva ~ viver assim com .. cara|pele|rosto|manch*|barriga|bigode|olheir*|espinh*|acne|pelo* ~ viver com|sem manch*|pelo*|rug*|gordura*|celulit*|estri*|papada|olheir*|melasma|espinh*|acne|barriga|bigode|cravo*|PROC
NOT quero|queria ?mais estar|ficar ?aqui viv*|mundo
nao quero|queria mais estar aqui
NOT quero|queria|conseguir acordar|acordasse ~ acordar cedo|tarde|antes|madrugada|6|7|8
NOT aguento|suporto ?mais dor $
cansei|cansad*|fart*|exaust* .. viver|existir|vida ~ vida corrida|agitad*|solteir*|sedentaria
dormir|durmo|dormisse|durma .. NOT .. acord*
NOT acordo mais ~ cedo
nunca .. acordar|acordasse
NOT .. acordar|acordasse nunca|mais|amanha ~ cedo|cansad*
alguem .. ia|iria|vai sentir|notar|perceber ?a minha falta|ausencia
ninguem .. sentir|sente|sentira|sentiria|sentiriam|notaria|notar|perceberia .. falta|ausencia|mim
mundo|todos|familia|filhos|voces|pessoas|eles|marido|mae|vida ... melhor* ... sem mim
melhor* eu morrer|morta|morto
queria|quero|preferia|prefiro|melhor|estar|estaria|era .. morta|morto|mortinha ~ cansac*
sou|ser|virei .. fardo|estorvo
sou|ser|virei .. peso ... familia|todos|filhos|mundo|mae|marido|pessoas|ninguem
tomei|engoli|tomou|engoliu|ingeri ... PILLS demais
tomei|engoli|tomou|engoliu|ingeri muito|muita|muitos|muitas|tanto|tantos PILLS ~ vida|ano|anos|antibiotic*|tratamento|cirurgia|depois|acne|espinha*|pele|melasma|nada ~ posso|pode
tomei|engoli|tomou|engoliu|ingeri ... MANY PILLS
overdose ~ overdose de ressaca|chocolate|doce*|acucar|cafe|trabalho|fofura|amor|beleza|informac*|serie*|botox|carinho|comida|panetone|brigadeiro|felicidade|novela|promoc*|tanto
tomei|engoli|ingeri ?ja ?todo ?toda cartela|cartelas|caixa|frasco|vidro|pote ?inteir* ?todo ?toda PILLS|DRUG ~ antibiotic*|meses|semanas
tomei|tomou|engoli|engoliu|ingeriu cartela|cartelas inteir*|toda|todas ~ antibiotic*|meses|semanas
to|estou|subi|cheguei|sentad*|em .. na|no|da|do janela|sacada|parapeito|beirada|terraco|telhado|varanda do|da ultimo|NUMBER|ORDINAL|decimo|predio ?andar ~ clinica|sala|chego|chegando|esper*|elevador|uber|fum*|marc*|horario|quero
to|estou|subi|cheguei|sentad* .. no|na parapeito|beirada ?da ?do ?ponte ?predio ?viaduto ~ clinica|trabalh*|limp*
NOT|nem quero|queria|aguento|suporto|guento ?mais estar|ta|tar|ficar ?mais ?aqui ?viva nesse|neste|no|desse mundo ~ PROC|fora|perder|atras|kkk|sem
queria|quero|preferia|prefiro|gostaria ?de ?nem ?eu NOT ?mais ?ter existir|existido|viver|nascido|acordar ~ cedo|tarde|antes|rug*|manch* ~ acordar com|inchad*|assim|tao|fei* ~ existir|existido vaga|horario|celulit*|pelo*|gordura*|estri*|agulha*|segunda|boleto*|fila*
me odeio|detesto ... morrer|sumir|existir|viver|desaparecer|desistir|machuc*
^ eu me odeio|detesto $ ~ kkk
tomei|engoli|tomou|engoliu|ingeri ... PILLS ... de|tudo|todos ?1 uma|1|junto|juntos vez|so|tudo|todos
tomei|engoli|tomou|engoliu|ingeri .. PILLS .. tudo|todos junto|juntos
me cortei|corto|cortando .. novo|denovo|sempre|vez ~ DEVICE|gilete|barba*|barbear|cozinh*|faca|vidro|alicate|unha*|papel|cabelo|franja|gastos|gasto
me|se cort*|machuc*|mach*|feri*|fur*|queim*|arranh*|belisc*|bater|bato|batendo ... de proposito
de proposito .. me|se cort*|machuc*|feri*|fur*|queim*|arranh*
SHE|KIN|amig* .. tent*|quer|queria|vai|ameac*|disse|diz|pens*|fala .. se matar|suicidar|enforcar|jogar|mutilar ~ se matar|jogar de|do|trabalh*|estud*|malh*|rir|sofa|cama ~ jogar .. futebol|bola
tentei|tento|tentar|tentando me|se matar|enforcar|suicidar
ultimo|ultima dia|noite|mensagem|vez & adeus|perdao|perdoe*|perdoem|despedida|despedir|despedindo|obrigad* por tudo ~ PROC|sessao|pacote|tratamento|trabalho|ferias|promo*|prazo|cidade|curso|semana|mes|cupom
tomei|tomar|engoli|engolir|tomando ... cartela|caixa|frasco|vidro|monte|punhado|tudo|todos ?os ?de comprimid*|remedio*|calmante*|pilula*|rivotril|tarja ~ posso|pode|faz|antes ~ acido
to|estou|tenho|com .. PILLS .. mao|maos ?agora ?aqui $
cartela|caixa|frasco|monte|punhado|pote ... comprimid*|remedio*|calmante*|pilula*|rivotril ... mao|frente|comigo|falta ~ posso|preco
remedio*|comprimid*|veneno .. acabar|morrer|sumir|acordar
me jog*|atir* .. ponte|janela|predio|viaduto|sacada|trem|metro|penhasco|varanda|passarela|carro|onibus|frente
pular|pulo|pulando .. ponte|janela|predio|viaduto|sacada|trem|penhasco|varanda|passarela
cort*|abrir|abro|abri .. pulso|pulsos
corda|laco .. pescoco
dar|dou tiro .. cabeca|mim|boca|peito
dar|dou|daria|por|pondo|colocar fim .. vida|tudo|mim|sofrimento|nisso|existencia ~ manch*|pelo*|rug*|papada|gordura*
desist* .. vida|viver
desist* de tudo|mim $
carta .. despedida|suicid*|adeus
despedir|despeco|despedindo .. todos|mundo|vida
deus ?podia ?pode ?bem me leve|leva|levasse|levar|busque|buscasse
dormir ... sempre|eternamente
pra|para que viver
remedio*|comprimid* ... vontade .. tomar tudo|todos
sumir ... nunca|nao .. voltar
acordar .. outra vida
nunca .. nascido|existido
fechar .. olho|olhos ... NOT voltar|abrir|acordar|volto
NOT .. sentido continuar $
NOT .. sentido continuar viv*|lutando|sofrendo|existindo|aqui|,|.|nesse|assim ~ tratamento|sessoes|sessao|pacote|fazendo|pagando|vindo|lista|grupo|receb*
NOT mereco|merecia viver|existir|vida|viva
escrevi|escrevendo|deixei .. carta|cartas ~ medico|medica|recepcao|recomend*|credito ~ natal|fidelidade|presente
melhor|bom ?era ?se ?eu NOT estar|estivesse|existir ?mais ?aqui ?viva ?nesse ~ segunda|terca|quarta|quinta|sexta|sabado|amanha|h
pens* .. morrer|morte ~ rir|medo
cabo .. vida|mim|dela|comigo
dor de viver|existir
ultimo|ultima dia|noite ... mundo|vida|viva|vivo
NOT devia|deveria|queria|quero .. nascido|existido|existir
se eu nao existisse
se eu morresse|sumisse|desaparecesse
NOT quero|espero|aguento ?mais nada da|dessa|nessa|na vida ~ vida amorosa|social|sexual|corrida
NOT vejo|enxergo ?mais ?nenhuma saida|esperanca|futuro ~ estacionamento|metro|shopping|rua|garagem|acne
embora|partir ?logo dessa|desse|deste vida|mundo ?melhor
partir dessa pra|para melhor
fazer|faca|faco|fiz|fazendo|cometer|cometa .. besteira|loucura|bobagem|merda ?aqui comigo
NOT|nem aguento|suporto|guento|quero|consigo ... nem viver|existir ?mais assim|desse|dessa|deste|nesse ~ viver com|sem
cansad*|fart*|cansei|exaust* de mim $ ~ kkk
cansad*|fart*|cansei|exaust* de mim ,|.|;|!|e ~ kkk|depil*|gilete ~ , de mim
talvez|acho|capaz|provavelmente nem chegue|chego|chegar|chegarei ?ate la $ ~ tempo|transito|transit*|atras*|h|onibus|uber|chuva|aviao|viag*|entreg*|encomend*|mensag*|pix|min
NOT|nem sei ?se chego|chegarei|vou|estarei|estou ?ate ?la ?aqui viva|vivo ~ ao vivo
se eu ?ainda ?ate ?la estiver|tiver|estou ?por ?aqui viva|vivo
vou|ia|quero|querendo|queria|capaz|vontade|hoje|pensando|penso|quase|passo ?de ?em ?eu ?acabar fazer|faco|fazendo|cometer ?alguma loucura $ ~ cabelo|sobrancelha|rosto|cara|unha*|pele|PROC|compra*|promo*|marc*|agend*|kkk
acabar|acabo|quase|passo ?de fazer|fazendo ?alguma besteira|bobagem|merda $ ~ cabelo|sobrancelha|rosto|cara|unha*|pele|PROC|compra*|marc*|agend*|kkk
separei|juntei ?todos PILLS $ ~ levar|mostrar|lista
vou|ia|quero|querendo|queria|capaz|vontade|medo ?de fazer ?alguma besteira|bobagem|merda ~ marc*|agend*|kkk ~ cabelo|sobrancelha|rosto|cara|unha*|pele|PROC|compra* ~ NOT .. fazer
SHE|KIN ?de ?NUMBER ?anos ?anda|vive|fica|esta|ta se corta|cortou|cortando|mutil*|machuca ~ gilete|barbear|depil*|barba
me corto|cortei|cortava .. de proposito|propria
corte|cortes|cicatriz* ... automutil*|propria mao
pensando|pensei|penso .. fazer besteira|loucura ~ cabelo|sobrancelha|rosto
tanto faz viver|morrer
NOT vale .. viver|vida ~ social
pensament* ... suicid*|morte|morrer
vontade .. morrer|me matar ~ rir|vergonha|fome
nao passo de|desta|dessa hoje|noite
minha vida acabou $ ~ kkk
^ ?eu ?ja NOT aguento|guento|suporto mais ?nao $ ~ kkk
desesper*|chor*|sozinh*|depress*|angusti*|exaust*|vazio ... NOT aguento|guento|suporto mais ?nao $ ~ kkk|BODY|SORE|PROC|DONE|espinha*|pelo*|manch*|olheir*|papada|voces|demor*|esper*|mensage*
NOT aguento|guento|suporto mais ... desesper*|chor*|sozinh*|depress*|angusti* $ ~ kkk|BODY|SORE|PROC|DONE|espinha*|pelo*|manch*|olheir*|papada|voces|demor*|esper*|mensage*
vida ta|esta|e|virou|anda|so ?so ?e ?uma|um merda|bosta|lixo|desgraca|desgracada|inferno|miseria|fracasso $ ~ kkk|social|corrida|noturna
vida ta|esta|e|virou|anda|so ?so ?e ?uma|um merda|bosta|lixo|desgraca|desgracada|inferno|miseria|fracasso ... NOT|cansei|desist*|pra|sozinh* ~ kkk|social|noturna|PROC|marc*|agend*
me cortei|corto|cortando .. novo|denovo|sempre|vez ... cicatriz*|marca|marcas ~ gilete|barba*|barbear|depil*|cozinh*|faca|vidro|alicate|unha*|papel|trabalh*
"""

EMERGENCY = """
falta|faltando|faltar|falto|faltou|pouco ?o ar|folego ~ ar condicionado|livre
sem ar ~ ar condicionado|livre
sem folego
sem .. respirar
puxar|puxando|puxo|puxa|entra|entrando|vem|passa|buscar|buscando ?o ar ~ ar condicionado|livre
NOT|mal|ruim|dificil|dificuldade|dificuldades|cansaco|custo|custando|sem .. respir*
respir* .. mal|dificuldade|curt*|pesad*|dificil|ofegante|cansad*|fraca|fraco|fraquinh*|devagarinho|lento|estranh*|esquisit*|ruim|falhando|falha|irregular|chiando|travando|travada ~ aliviad*
arfando|arquejando|arfa
dificuldade|dificil|NOT .. engolir
nao consigo|to engolir|engolindo
parou|parando|para de respirar
fria|gelada|palida|fria .. suada|mole|suando
choque ... anestesia|anestesico
sufoc*|engasg*|asfixi*|ofegante
chiado|chiando|aperto|apertad*|aperta|apertando|apertou|pontada*|pressao|queimacao|fisgada*|facada*|peso|pesad* .. peito|pito|coracao|torax ~ cancel*|desmarc*|saudade|pena|decote
dor|dores|doendo|doi .. peito|pito|coracao|torax ~ depil*|saudade|cancel*|desmarc*|preco|valor|pagar
peito|pito|coracao|torax .. apertad*|apertando|doendo|queimando|formigando|pontada*|chiando|chiado|aperto|trancad* ~ depil*|cancel*|desmarc*|preco
braco esquerdo ... dorm*|formig*|doendo|dor|dores|adormec*|pesad*|mexe*
dor|dores|formig*|dormencia .. braco esquerdo
coracao ... disparad*|aceler*|disparou|disparando|parando|parou|falhando|descompass* ~ ansios*|nervos*|alegria|emocao|feliz*|amor|felicidade|kkk|resultado*|promo*|preco|valor|foto*|antes
anafila*|anafilatic*|hemorrag*|inconsciente|desacordad*|infartando|convulsionando|convulsionou ~ posso|pode tomar
palpitac*|taquicardia ~ tenho|tomo|sofro|remedio|historico
tendo|ter|deu|dando|parece|acho|sintoma*|sofrendo|to|ta|estou|esta .. avc|derrame|infart*|convuls*|enfart* ~ ano|anos|passad*|ja|historico|ha|medo ~ posso|pode|problema
teve|tive|infartou|enfartou ... avc|derrame|infart*|convuls*|enfart* ... agora|aqui|dai|pouco|depois|apos|socorro|hoje ~ ano|anos
infartou|enfartou ~ ano|anos|passad*|ja
braco|mao|maos|perna .. dormente*|formig*|adormec* e|, ?minha ?meu rosto|cara|boca|face|lingua|bochecha ~ anestes*|depil*|quanto|preco|valor
ataque cardiaco|coracao|epilet*
parada cardiaca|respiratoria|cardiorrespiratoria
garganta|goela|guela|glote ... fech*|inch*|tranc*|trav*|apertando|aperta|entupi*|bloque*|pipoc* ~ foi|dor fech*
garganta|goela|guela ... cocando|coca|coceira|formig*|pinic*|arranhando|raspando|dormente ... AFTER|desde|produto*|creme|aplic*|injet*|remedio*|anestes* ~ resfriad*|grip*
AFTER|desde|produto*|creme|aplic*|injet*|remedio*|anestes* ... garganta|goela|guela ... cocando|coca|coceira|formig*|pinic*|arranhando|raspando|dormente ~ resfriad*|grip*
sem|perdendo|perdi|sumindo|sumiu|acabando|falha*|saindo|presa voz & garganta|lingua|produto*|AFTER|desde ~ grip*|resfriad*|show|cant*|gritar|gritei|gritando
fala|falando|falar|voz|palavras .. enrolad*|arrastad*|embolad*|embolando|enrolando|mole|pastos* ~ atend*|voces
NOT|mal|parei|deixei|sem ?consigo ?estou ?to ?de sinto|sentir|sentindo|sente|senti ?nada ?direito ?mais perna|pernas|braco|bracos|corpo|maos|pes ~ dor|diferenca|resultado|pelo*|depil*|laser|massag*|drenag*|academia|treino|corrida|kkk ~ crioli*
fech*|inch*|trancando|aperto .. garganta|goela|guela|glote
edema glote
lingua ... inch*|gross*|enrol*|pesad*|crescendo
inch*|gross* .. lingua
travou|trancou|trancad*|travad* ?o ?a queixo|maxilar|mandibula & roxa|roxo|corre|socorr*|cadeira|maca|SHE ~ bruxismo|dente|acord*
SHE ... ta|esta|ficou|ficando ?toda ?todo roxa|roxo|azul|azulada|azulado|palida|palido & corre|corram|socorr*|acode|ajud*|maca|cadeira|chao|urgente|rapido ~ frio
olho*|vista|visao|zoio .. NOT|nem ?mais ve|enxerga|enxergam|veem ~ ve|veem h ~ oculos|lente*|longe|perto|preco|grau
coracao .. pulando|saindo|explod*|batendo|galopando|socando ... depois|desde|apos|anestes*|injec*|aplic*|mal|socorro ~ alegria|emocao|feliz*|resultado*|amor|paixao|ansios*|marc*|ver|vi
SHE|BABY|KIN|crianca .. lambeu|comeu|chupou|mastigou|ingeriu|provou|bebeu .. LIQUID|pomada|sabonete|esmalte|locao ~ bolo|torta|sorvete|doce|sonho|coca|festa|alcool|ontem
lingua ... enchendo|enche|cabe|cabendo|dobrou|aumentou|aumentando|tamanho|enorme|gigante ~ cabe .. contar|falar
vendo|vejo|enxergando|enxergo ?umas ?uns ?uma ?um mancha*|mosca|moscas|mosquinha*|flash*|clarao|vulto*|estrelinha*|raios ... preta*|pret*|desde|depois|flutu*|voando|olho*|vista ~ mancha* .. rosto|testa|bochecha*|pele|braco*|perna*|mao|maos|cara|colo|virilha*|axila*
pressao ?minha ?dela ?dele ?ta ?esta ?deu ?em ?foi ?a 18|19|20|21|22|23|24|25 por|x|/ NUMBER ~ sempre|costuma|posso|controlad* ~ ano|anos|mes
boca|labio*|unha*|dedo*|ponta* .. azul*|azulad*|roxead*
NOT|sem enxerg*|visao ~ oculos|letra*|letrinha*|digit*|ler|leio|escrev*|teclad*|tela|longe|perto|miope|miopia|idade
NOT .. enxerg* ~ oculos|letra*|letrinha*|digit*|ler|leio|escrev*|teclad*|tela|longe|perto|miope|miopia|idade
NOT vejo|ver|vendo ?mais ?quase nada|direito|bem ~ preco|site|mensagem|foto|link|resultado|oculos|letra*|letrinha*|digit*|ler|leio|escrev*|teclad*|tela|longe|perto|miope|idade
NOT .. enxerg* ... depois|apos|desde ?que ?do ?da ?o ?a ?um ?uma ?fiz PROC|procedimento|aplicacao|injecao ~ oculos|lente*|mensagem|link
parei|parou|deixei .. enxergar|ver
perdi|perdendo|perdeu|perder visao|vista|consciencia|sentidos|movimento|movimentos|fala|forca|forcas|equilibrio ~ perdi de vista
ver|vendo|vejo|enxergando|enxergo .. preto|escuro|branco|embacad*|embaca*|turv*|dupl*|dobrad*|borrad*|rodando|girando|dobro|nublad*|sombra|pontinho* ~ gostei|cabelo|esmalte|cilio*|vestido
vendo|vejo|enxergando|enxergo 2 ~ as|os|das 2 ~ 2 dia|dias|data*|h|horari*|vaga*|opc*|op|sess*|procediment*|pessoa*|consulta*|agendament*|medic*|profission*|valor*|preco*|site*|foto*|video*|clinica*|lugar*|caso*|problema*
ver|enxergar 2 ?de tudo|coisas|cada
visao|vista|olho*|zoio ... embac*|turv*|escurec*|dupla|apag*|borrad*|nublad*|sumi*|falhando|neblina ~ lapis|delineador|sombra|sobrancelha* ~ olheir*
ceg* .. olho*|lado|vista ~ as cegas
furou|furaram|perfurou|perfuraram|espetou|espetaram|rasgou|cortou ?o meu|minha ?pobre olho|zoio|vista|cornea ~ amiga|amigo|namorado|marido|ex
agulha|seringa|canula|bisturi .. entrou|furou|perfurou|pegou|bateu|atingiu|acertou|espetou|foi .. olho|zoio|cornea ~ perto|embaixo|quase|volta ~ ?
visao|vista ... cinza|acinzentad*|embaralh*|embol*|tremend*|sumindo
embaralhad*|embolad*|cinza ... visao|vista ~ vista|pix|cartao .. parcel*
branco|apagao|escuridao|nevoa|neblina na|da|nos vista|visao
preciso|precisamos|traz|tragam|mand* .. medico|enfermeir* .. urgente|urgencia|correndo|rapido ~ marc*|consulta|horario|vaga|agenda
fiquei|ficou|ficando|to|fico ceg* ~ ceg* com|por ~ ceg* de amor|raiva|paixao
desmai*|desfalec* ~ medo|pavor|fobia ?de agulha*|injec*|sangue|furar|picada|dor ... desmai* ~ desmai* ... medo|pavor|fobia ?de agulha*|injec*|sangue|furar ~ desmaiei|desmaio ... ano|anos|mes|meses passad*|atras ~ desmaiei|desmaio .. tirando|vendo|tomando ?o ?uma sangue|injec*|vacina|agulha* ~ medo|receio|pavor .. desmaiar ~ agulha*|injec* ... ja desmaiei
desmai*|desfalec* .. agora|hoje|aqui|pouco|acord*|acab*|chao
acab* .. desmai*
apagou|apagando|desabou|capotou .. chao|aqui|ai|nada|repente|onibus|busao|uber|carro|rua|maca|cama|banheiro|sala ~ mensagem|foto|luz|vela|conversa|celular|story|post
apagou|apagad*|caiu|cair|caida|caido|desab*|palid*|branca|gelad* ... NOT .. respond*|acord*|reag*|levant*|mexe|falando|fala ~ BODY .. caid*|caiu ~ ligacao|chamada|sinal|internet|whatsapp|sistema|pix|site|mensagem|conexao
NOT .. respond*|acord*|reag* ... palid*|gelad*|caida|caido|desmai*|apagad*|babando|espum*|roxa|roxo|tremendo|convuls*|revirando ~ mensage*|whatsapp
cai|desabei|capotei ... chao|dura|duro|durinh* ~ rir|remarc*|desmarc*|cancel*|ontem|semana|queixo
tendo|teve|deu|dando|vou ?ter ?um troco|treco|siricutico|passamento|chilique ~ preco|valor|conta|fatura|boleto|vi|viu|vir|ver|rir|kkk|dinheiro|nota|errado|reais|se|quando
um piripaque|siricutico|passamento ~ preco|valor|conta|fatura|vai|vi|viu|vir|ver|rir|kkk|quase|celular|carro|sistema|internet
treme|tremendo ?se ?o ?corpo todo|toda|inteir* ~ frio|medo|nervos*|ansios*|ansiedade|emocao|alegria|felicidade|raiva|vontade
STATE|sinto|sentindo|senti|sentindo mal & ajud*|socorro|urgente|urgencia|emergencia|acode|acuda ~ remarc*|desmarc*|cancel*|marc*|horario|dinheiro|grana|pele|cabelo
SHE .. NOT acorda|acordando|reage|reagindo|responde|respondendo ?mais ?nada $ ~ mensagem|whatsapp|telefone|ligac* ~ recepcao|atendente|secretaria
SHE .. caiu|cair|desabou .. chao|banheiro|maca|dura|duro|repente
SHE .. NOT acorda|acordando|reage|reagindo ... depois|desde|dai|agora|socorr*
depois|desde ... SHE .. NOT acorda|acordando|reage|reagindo
revirando|virou|virados|revir* .. olho*
espum*|babando ... boca|chao
metade|lado ... rosto|corpo|cara|braco|perna|boca ... parou|para|nao .. mexer|mexe|mover|funcionar|sentir
tudo|todo preto|escuro .. vista|visao|olho*
vista|visao|olho* ... preto|preta|escura|escuro ~ olheir*|circulo|palpebra
jorr*|esguich*|espirr* .. sangue
contorcendo|debatendo|contorce|debate .. chao|toda|todo|cama|maca
ataque .. contorc*|chao|epilet*|convuls*
sinto|quase|acho .. apagar ~ mensagem|foto|conversa|luz
tudo|cabeca girando|rodando
caiu|desab*|desmai*|apag* ... NOT abre .. olho*
boca|rosto|braco|fala|lado ... derrame|avc ~ ano|anos|historico|tive|teve
choque ... coracao|peito|mal ~ preco|valor
coracao .. estranh*|esquisit*
bateu|bati|batendo .. cabeca
vou|quase|acho .. desmaiar
to|estou|acho|vou .. morrendo ~ rir|fome|sono|frio|calor|saudade|vontade|medo|curiosidade|inveja|amor|cansaco|vergonha|sede|preguica|tedio
acho .. vou morrer
passando .. mal ~ ontem|faltei|remarc*|desmarc*|cancel*|semana|fome
passou|passei|passa mal ... agora|aqui|ai|saindo|depois|clinica|meio|socorro|procedimento|maca|dai ~ ontem|faltei|remarc*|desmarc*|semana
socorro ... passou|passando mal
suan*|suor|suo frio|gelad*|fria
ar NOT .. entra|entrando|vem|passa|chega ~ condicionado
NOT para|parou|paro|parando|estanca|estancou|estancando .. sangr*|sangue ~ nariz ?do frio
sangr*|sangue .. NOT para|parou|paro|parando|estanca|estancou|estancando
braco|mao|perna .. dormente*|formig*|fraco|fraca|paralisad* & NOT .. sinto ... rosto|cara|boca|face
rosto|cara|boca|face .. tort*|dormente*|paralisad*|paralisou|entort*|trav*|caid*|caiu|mole|adormec* & braco|perna|mao|maos .. dormente*|formig*|fraco|fraca|paralisad*|mole|pesad*|trav*|adormec*
pulso fraco|fraquinho
pressao|saturacao ?foi ?ta ?esta caiu|embaixo|despencou|despencando|baixou|baixissima|0|subiu
tont* ... escurec*|desmai*|vista|visao|cair
escurec* ... vista|visao|tudo
rosto|boca|lado|corpo|braco|perna|cara|metade .. paralis* ~ paralis* de medo|rir
boca|rosto|cara|fala .. entort*|tort*|enrolad*|enrolando|enrolou .. repente|nada|lado ~ sorriso
boca|rosto|cara ... tort*|entort* ... falar|fala|mexer|braco
fala|falando|voz|lingua .. enrolad*|enrolando|embolad*|arrastad*
NOT .. falar direito
tudo embacad*|turv* ~ foto|imagem|tela|video|site|espelho|vidro|oculos
luz|luzes|flash*|clarao|claroes .. piscando ?no ?na ?do ?da olho*|vista|visao
KIN NOT acorda|acordando|reage|reagindo|respira ?mais ?nada $ ~ cedo
NOT|sem .. mexer .. lado|braco|corpo|perna|pernas
sem forca|forcas .. braco|perna|lado|corpo
lado|metade .. dormente|paralis*|mexe|forca ... corpo|braco|perna|fala|boca ~ botox
sangr* ... parar|jorr*|horrores|esguich* ~ parar|passar .. sangrar ?quanto ~ costuma|normal|nariz
sangr*|sangue ... demais|bastante|muitao
sangr* muito
muito|tanto|monte|poca|mar|rio sangue
sangue ... para|parar|jorrando|escorrendo|esguich*|jorrar|estanca ~ exame
NOT para|estanca|coagula|parou|parando|estancou .. sangr*|sangue
vomit*|tossi*|cuspi* .. sangue
vomit* .. parar|para
engoli|engoliu|ingeriu|ingeri ~ sapo|seco|choro|orgulho|olhos|cafe|almoco
engoli*|bebi|bebeu|ingeri* .. acido|veneno|vidro|alvejante|sanitaria|detergente|produto*|comprimid*|querer|cola|oleo
tomou|bebeu|engoliu|bebi|engoli ... frasco|vidro|produto|liquido|acetona|removedor|shampo
convuls*|avc|derrame|infart*|desmaio .. agora|hoje|pouco|apos|socorro ~ anos|ano
tomou|tomei .. acido|veneno|alvejante|sanitaria|detergente ~ hialuronico|folico
veneno|envenen* ~ cobra curtida
emergencia ~ sem|nao|era|kit|atende*|voces emergencia ~ emergencia de|capilar|estetica|fashion|familiar
ambulancia|samu ~ trabalh*|sou|passou|motorista
chama|chame|chamar|chamei|chamamos|liguem|liga|liguei|ligamos|ligando .. bombeiro*|192|193|medico|resgate|socorro ~ medico .. consulta|retorno|ontem
socorr*|acode|acuda|acudam ~ FUN ~ ^ ?maria ?do socorro ?da ?de ?dos ?do ?maria SURNAME ~ nome|sou|chamo|chama|paciente .. socorro
^ socorro $
BABY|crianca|recem ... molinh*|molenga|prostrad*|sonolent*|desfalecid* ... NOT .. acord*|reag*|mama|mamar|responde|mexe|chora
BABY|crianca|recem ... NOT .. acord*|reag*|responde|mexe ... molinh*|molenga|mole|prostrad*
BABY|crianca|ele|ela .. NOT acorda|acordando|desperta|reage|reagindo direito ~ cedo|mensagem|whatsapp|botox
BABY ta|esta|ficou ?todo ?toda ?muito ?bem ?meio roxinh*|mole|molinh*|desacordad* ~ kkk|fof*|cabelo|moleira
tomei|tomou|engoli|engoliu|ingeri .. dobro|triplo ... PILLS|DRUG|gotas|dose ~ NOT|nem tomei ~ medic*|doutor*|psiquiatra|receit* .. mandou|passou|aumentou|mandada ~ vitamina|agua
PILLS|DRUG|zolpidem|clonazepam|alprazolam ... dobro|triplo & tomei|tomou ... mole|tont*|grogue|sono|dormindo|apag* ~ posso tomar
exager*|passei|errei ?um ?pouco ?na ?no ?a dose|calmante|rivotril|remedio|gotas|zolpidem ... mole|tont*|grogue|sono|apag*|enjo*|estranh*
vejo|enxergo|vendo|enxergando ?tudo ?meio ?as ?coisas embac*|turv*|dupl*|borrad*|dobrad*|dobro ~ link|foto|mensagem|preco|h|opc*|horario*
""".replace("FUN", "sobrancelha*|unha*|cabelo|cilio*|horario*|vaga|encaix*|marc*|agend*|promo*|preco*|quero|queria|kkk|amei|lind*|festa|casamento|formatura|presente*|desconto|desastre|maria|nossa|rua|perpetuo|bairro|jardim|sra|dona|tia|barat*|bigode|buco|depil*|raiz|pelo|pelos|salva|bom|boa|calor|noiva|amiga|lima|silva|santos|souza|alves|trabalho|pronto")  # fmt: skip

# What decides whether a symptom is had or only asked about.
SIGNS: dict[str, str] = {
    "sunburnt": """
sol|praia|piscina|verao ... queim*|vermelh*|ardendo|descasc*|torrad*|manch*
queim*|vermelh*|ardendo|descasc*|torrad*|manch* ... sol|praia|piscina|verao
""",
    "treated": """
fiz|fez|fizemos|apliquei|aplicou|aplicaram|injet*|injecao|injecoes|aplicacao|sessao|procedimento|anestesia|anestesico|agulha
depois|apos|pos|com|do|da|no|o PROC
passaram|colocaram|aplicaram .. creme|anestes*|produto|acido
""",
    "happened": """
ta|tao|to|esta|estao|estou|ficou|ficaram|fiquei|fiz|fizeram|apliquei|aplicaram|inchad*|inchou|inchando|queimou|inflamou|deu|tive|apareceu|apareceram|saiu|surgiu|surgiram|desde|ontem|anteontem|acordei|amanheci|amanheceu
comecou|continua|ainda|manchou|caiu|deixou|deixaram|sinto|senti|sentindo|entortou|encost*|some|sigo|parou
me queim*
sai com
""",
    "hypothetic": """
fica|ficam|costuma|incha|mancha|queima|causa|arde|doi|descasca|deixa|tirar|tratar|clarear|remover|melhorar|resolve|trata|para|pra
vai|pode ficar|dar|inchar|queimar|manchar
medo de
da alergia
quanto tempo
sumir com
tem risco
risco de
tenho ?muita ?umas ?algumas mancha|manchas|acne
""",
    "wished_away": """
o que voces ?tem|indicam|fazem
qual ?o tratamento
tem ?algum ?alguma tratamento|solucao|jeito
quero arrumar|corrigir|tirar|levantar|clarear|melhorar|tratar|fazer|marcar
preciso de uma|um
resolve|clareia|ajuda|ajudaria|adianta|adiantaria
de nascenca
desde nova|novo|crianca|sempre|pequen*
""",
    "asked": """
fica|ficam|vai|pode|costuma|deixa|incha|queima|descasca|arde|some|demora|mancha|piora|coca ... ?
""",
    "mine": """
fiz|apliquei|coloquei|meu|minha|meus|minhas|to|estou|ontem|desde|ta|tao
""",
    "came_after": """
depois|apos d*
apos
desde que|a|o|ontem|hoje|anteontem|terca|segunda|quarta|quinta|sexta
fiz|aplic*|inj*|fizeram
retorno|revisao|reavaliacao|reavaliar
PROC|DONE .. deixou|deixaram|causou ?me|minha|meu|eu ~ ?
""",
    "may_i": """
posso|pode fazer|ir|aplicar|marcar|laser|botox|peeling
posso|pode .. fazer|ir|aplicar|marcar|laser|botox|peeling
da pra|para .. fazer|ir|aplicar|marcar|laser|botox|peeling
tem problema
atrapalha|rola|interfere|contraindic*
""",
    # what is said of a reaction that waits for nobody
    "worse": """
piorou|piorei|piorando|aumentando|espalhando ~ NOT piorou|piorando
STATE .. pior ~ NOT .. pior
cada vez|dia|h .. pior|maior|inchad*
SWELL|SORE ... aumentou|espalhou|subiu|pior
NOT .. abro|abre|abrem|abrir|abrindo .. olho*|zoio
olho*|zoio|palpebra* .. NOT .. abro|abre|abrem|abrir
olho*|zoio|palpebra* .. inchad* .. fechad*
rosto|cara|lingua|garganta .. inchad*|inchou|inchando|incharam|deformad* ~ NOT .. inchad*|inchou
injet*|apliqu*|coloquei|colocaram|pus|botei|botaram|silicone|hidrogel|pmma|preench* ... pret*|enegrec*|podre|apodrec*|fedendo ~ casquinh*|casca*|cravo*|pontinh*|ponto*|pelo*|pinta*|crosta*|cabelo|olheir*|unha*
carne viva
vejo|vendo|enxergo|enxergando|enxerga|enxergar ?so ?a metade ~ foto|video|preco|valor
cortina|sombra|nevoa|veu|escureceu|escurecendo .. olho*|vista|visao ~ sobrancelha|maquiagem|casa|sala
perdi|perdendo|perdeu|sem ?a visao|vista ~ perd* .. oculos
olho*|vista|visao .. escureceu|apagou|sumiu ~ olheira* ~ sobrancelha
febre|calafrio*|febril ~ NOT|sem .. febre|calafrio*|febril
pus ~ NOT|sem .. pus
necros*
caiu|entrou|respingou|espirrou|pingou|escorreu .. LIQUID .. olho*|vista
labio*|boca|beico*|nariz|ponta|pele perdeu|perdendo|perderam ?a cor
labio*|boca|beico*|nariz|ponta|pele .. morrendo ... pret*|rox*|branc*|escur*|gelad*
labio*|boca|beico*|nariz|ponta ta|esta|ficou|ficando .. branc*|branquinh*|palid*|esbranquicad*|acinzentad* ... gelad*|fria|frio|doendo|doi|dor
labio*|boca|beico*|nariz|ponta ... roxo|roxa|roxos|arroxead*|azulad*|branc*|palid*|cinza|acinzentad* .. dormente*|dormencia|gelad*|adormecid*|sem ~ botox|toxina ~ quero|queria
labio*|boca|beico*|nariz|ponta ... dormente*|dormencia|gelad*|adormecid* .. roxo|roxa|roxos|arroxead*|azulad*|branc*|palid*|cinza|acinzentad* ~ botox|toxina ~ quero|queria
vista|visao|olho*|zoio|enxerg* .. embacad*|embacand*|turv*|borrad*|dupl*|embaralhad* ~ NOT .. embacad*|turv*
e|tudo|ta|esta|meio embacad*|embacando|turvo|turva|borrado ~ foto|imagem|tela|video|espelho|vidro|oculos|sobrancelha|batom|delineador
preench*|labial ... labio*|boca|beico*|nariz|pele|ponta .. roxo|roxa|roxos|roxas|arroxead*|branc*|palid*|cinza|acinzentad*|pret*|gelad*|esbranquicad*
preench*|labial ... muito|muita|forte|insuportavel .. dor|doendo|doi
preench*|labial ... dor|doendo|doi .. muito|forte|demais|insuportavel
agora .. roxo|roxa|branco|branca|palid*|cinza|pret* ... doendo|dor|doi|frio|fria|gelad* ~ botox|toxina
ficando ?mais|cada|meio|bem roxo|roxa|branco|branca|palid*|cinza|preto|preta ~ botox|toxina ~ quero|queria
tomei|engoli|tomando|engolindo .. cartela|caixa|frasco|vidro|punhado|monte|overdose|veneno
tomei|engoli|ingeri ... MANY|tudo|todos|todas ... PILLS
tomou|engoliu|ingeriu ... cartela|cartelas|frasco|vidro|punhado|monte|overdose|veneno
tomou|engoliu|ingeriu ... MANY|todos PILLS
tomei|engoli|ingeri .. PILLS ... demais|todos|MANY
to|estou|tenho|com .. PILLS .. mao|maos
cort*|abri .. pulso|pulsos
to|estou .. sangr*|ponte|janela|viaduto|sacada
me cortei
""",
    # a brow that came out crooked is no wound
    "displeased": """
sobrancelha*|cilios|design|henna ... mais|maior|menor ... outr* ~ botox|toxina|preenchimento|inch*|dor|doendo|ardendo|alergia|depois
sobrancelha*|cilios|design|henna ... ficou|ficaram|saiu|sairam ... tort*|desigua*|assimetric*|fei*|falhad*|fino|fina|finos|finas|gross*|escur*|manchad* ~ idade|tempo ~ botox|toxina|preenchimento|inch*|dor|doendo|ardendo|alergia
""",
}  # fmt: skip
