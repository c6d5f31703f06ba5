"""What went wrong after something was done, as phrases: what shows on the body, what it no longer does, and what is felt."""

from __future__ import annotations

REACTION = """
tomei|tomou|botei|botou|botaram|meti|meteram|levei|ganhei ... PROC ... BODY .. SORE|SLOW ~ quero|queria tirar|tratar|levantar ~ amei|adorei|lind*
BODY .. SORE|SLOW ... tomei|botei|botaram|meti|meteram|levei|ganhei ... PROC ~ quero|queria tirar|tratar|levantar ~ amei|adorei|lind*
olho*|zoio|zoi|palpebr*|boca ?direito ?direita ?esquerdo ?esquerda ta|tao|esta|estao|ficou|ficaram|fica|comecou|comecaram ?meio ?quase ?a ?de ?se caindo|caid*|cair|fechando|fechar|pendend* ~ DROOPS
to|estou|fiquei|acordei|amanheci ?com olho*|zoio|palpebr*|boca|sorriso ?meio ?esquerdo ?direito ?esquerda ?direita ?quase caindo|caid*|fechando|fechad*|tort* ~ DROOPS
metade|lado ... rosto|cara|face|boca .. caindo|caid*|caiu|tort* ~ DROOPS
rosto|cara|face|boca .. caindo|caid*|caiu|tort* ... lado ~ DROOPS
DID|fizeram ... BODY ta|esta|ficou|fica ?muito ?bem ?ainda ?ate pior|piorou ~ antes .. PROC
AFTER ... SORE|SLOW
palpebra* ta|estao|esta|ficou|ficaram|caiu|desceu caid*|fechad*|pesad*|baix* ~ resolve|levanta|levantar|tira|tirar|melhora|corrige|botox|indicad*|sempre
foliculite ... AFTER
AFTER ... foliculite
apareceu|deu|surgiu|saiu|fiquei .. foliculite
ficou|ficaram|fiquei|deixou ... lado maior|menor|diferente|torto|inchado|pequeno|alto|baixo
fiquei|deu|tive|peguei|causou ?com alergia d* cola|produto|creme|acido|cera|tinta|linha|mascara
sem conseguir|conseguindo fech*|abr*|mex*|levant*|sorrir|sorri|falar|mastigar ... AFTER
NOT ?consigo ?mais fech*|abr*|mex* ?mais ?o ?meu olho*|testa|boca ... AFTER
SORE|SLOW ... AFTER
o|do|no|com|pelo|da|na|de PROC ... SORE|SLOW
a micropig* .. SORE|SLOW
SORE|SLOW ... do|no|pelo|da|na|com|o|de PROC
SORE|SLOW ... de voces
bola|bolona ... onde|depois|desde .. injet*|aplic*|PROC
onde|lugar|local|ponto|bem|regiao .. PRICKED ... SORE|SLOW|OOZE ~ pneu|cabelo
SORE|SLOW|OOZE ... onde|lugar|local|ponto .. PRICKED|aplic* ~ pneu
saindo|escorrendo|sai|soltando|vazando|minando|brotando ?um ?uma OOZE ?meio amarel*|verd*|fed*|escur*|branc*|grudent*|nojent*
OOZE amarel*|verd*|fed*|nojent*|grudent* .. saindo|escorrendo|vazando|brotando
olho*|zoio|palpebr* fechou|fecharam|fechado|fechada|fechados ?e ?, ?ai ?ele ?ta NOT abre|abrem|abrindo|abro|consigo ~ sono|acord*|preguica
NOT abro|abre olho*|zoio ~ sono|acord*|preguica|sol|manha
SWELL .. pior|piorou|piorando|aumentou|aumentando ~ NOT .. pior|piorou|aumentou
BODY .. FAILS & AFTER|PROC ~ cilio*|pelo*|fio*|mancha* ~ quero|queria|gostaria|vou fazer
FAILS .. BODY & AFTER ~ cilio*|pelo*|fio*|mancha* ~ quero|queria|gostaria|vou fazer
BODY .. parar|foi no|na meio|lado|altura BODY & AFTER|PROC
um|uma BODY|lado .. maior|menor|nao|diferente|mais .. outr* & AFTER|PROC
um|uma|so lado ... NOT .. outr* & AFTER|PROC
um|uma|o|a|so BODY|lado .. ficou|ficaram|ta|esta|saiu|continua ?bem|muito|meio ?mais alto|alta|baixo|baixa|caid*|tort*|levantad*|gross*|fin*|estranh*|arquead*|assimetric* & AFTER|PROC ~ quero|queria|gostaria|vou fazer
so sobe|mexe|abre|levanta|sorri um|uma lado
burrada|lambanca|cagada|estrago|besteira|merda ... BODY ... SORE
BODY .. SORE
SORE .. BODY
CHANGED .. SLOW
olho*|palpebra* .. fechad* ... AFTER|PROC
AFTER|PROC ... olho*|palpebra* .. fechad*
rosto|cara|boca|beico*|labio*|olho*|fuca|testa|perna*|braco* ta|esta|estao|ficou|virou|amanheceu ?que ?so um|uma|que bola|bolota|balao|pao|batata|abobora|tomate|bexiga|jaca|chuchu|pimentao|monstro
labio*|boca|beico*|nariz|ponta|bochecha*|queixo|pele|sulco|bigode .. azulad*|acinzentad*|cinza|marmor*|roxead*|arroxead*|apodrec*|podre|sem ?cor circulacao|sangue|cor ~ quero|queria|batom|lapis|natural|finos|resolve|fazem|revitaliz*|hidrat*
labio*|boca|beico*|nariz|ponta|bochecha* .. escurecendo|escureceu|pretejando|preto|preta|morrendo|morreu ~ quero|queria|batom|clare*|tratamento|sol|idade|cigarro|trat*|barba|pelo*|resolve|cravo*
BODY .. parece|parecendo|igual|feito|nem ?um ?uma balao|bola|monstro|sapo|batata|pimentao|tomate|camarao|pedra|bexiga|jaca
saiu|arrancou|arrancaram|soltou|soltando|levou|rasgou|descolou .. pele|couro|pedaco ~ morta|limpeza
pele|couro .. saiu|soltou|soltando|descolou|rasgou|arrancad* ~ morta
!cilio* BODY .. entort*|caiu|paralis*|murch*|despenc*|desabou|cedeu|arriou|arriad*|afund*|necros*
deu|tive|tendo|dando|acho|teve .. alergia|reacao|rejeicao|queimadura|complicac*|intercorrencia|necrose|infecc* ~ deu .. coronavirus
carne viva
pegando fogo ~ promo*|preco*
BODY .. fechando ~ sono
necros* ~ risco|riscos|medo|evit*|causa*|chance
caiu|entrou|respingou|espirrou|pingou|escorreu .. LIQUID .. olho*|vista
labio*|boca|beico*|nariz|ponta|pele perdeu|perdendo|perderam ?a cor
labio*|boca|beico*|nariz|ponta|pele .. morrendo ... pret*|rox*|branc*|escur*|gelad*
labio*|boca|beico*|nariz|ponta ta|esta|ficou|ficando .. branc*|palid*|esbranquicad*|acinzentad* ... gelad*|fria|frio|doendo|doi|dor
labio*|boca|beico*|olho*|rosto|cara|lingua ta|esta|ficou|ficando enorme|gigante ... depois|apos|comi|tomei|desde
abriu|abriram|estourou|estouraram|soltou|soltaram ?os ?meus pontos
deixou|deixaram|ficou|ficaram .. marca|marcas|cicatriz* .. BODY
BODY nao abre|fecha|mexe|volta|levanta|some
BODY ?superior ?inferior ?direit* ?esquerd* ?de ?cima ?baixo NOT ?ta ?esta ?quer ?se abre|abrindo|fecha|fechando|mexe|mexendo|levanta|levantando|sobe|subindo|pisca|responde|obedece|abrir|fechar|mexer|levantar ~ cilio*|pelo*
NOT para|parou|parando|parava ?mais de arder|doer|cocar|inchar|latejar|sangrar|vazar|pinicar|queimar|formigar|repuxar|descascar|purgar|minar|lacrimejar|crescer|aumentar ~ pelo*|cabelo|unha*|preco*|ouvido|rir|espinha*|ansiedade|bolso|coracao
bola|bolha|bolsa|bolsinha|bolona|poca|placa|pelota|derrame|mancha|coagulo|acumulo de sangue|pus|secrecao|liquido|agua
liquido|secrecao|aguinha|OOZE .. saindo|escorrendo|vazando|minando|pingando|brotando & BODY ~ perfume|torneira|chuveiro|cano
parecendo|pareco|parece|virei|igual|fiquei|ficou|to|estou|feito ?que ?nem ?mais ?um ?uma ?o ?a monstro|monstra|frankenstein|aberracao|baiacu|sapo|sapa|shrek|bruxa|palhaco|palhaca|coringa|queimad*|deformad*|mutante|extraterrestre|alien & AFTER|PROC & depois|desde|desse|dessa|desta|deste|fiz|fizeram|apos|culpa|causa|ficou|fiquei ~ antes ~ amei|adorei|lind*
PROC .. comeu|arrancou|fritou|cozinhou|torrou|corroeu|derreteu|acabou|destruiu|detonou|ferrou|desgracou|estragou|arrebentou|marcou|furou|cortou ?com ?toda ?toda BODY|pele ~ mancha*|pelo*|rug*|espinha*|acne|celulit*
BODY nao para .. arder|doer|cocar|inchar|latejar|descascar
NOT .. levantar|abrir|fechar|mexer|mover|piscar|sorrir|mastigar|franzir ?o ?a BODY
um|uma BODY .. subiu|desceu|abaixou|levantou ?mais ... outr*
NOT .. sorrir|mastigar|piscar|assobiar|fechar|abrir|franzir|beber direito|normal*|certo
NOT ?to ?estou consigo|conseguindo|consegue|da ?para ?nem ?mais ?o ?os ?meus assobiar|soprar|piscar|mastigar|sorrir|bochechar|cuspir ~ vergonha|fei*|dente|dentes|foto*|lente*|autoestima
NOT|nem ... canudo|canudinho
inchaco|vermelhid*|dor|ferida*|roxo|hematoma*|queimadura*|ardencia|coceira|carocinho|caroco|febre|dormencia .. NOT ?quer ?ta baixa|baixou|baixando|some|sumiu|passa|passou|passando|sara|sarou|melhora|melhorou|diminui|diminuiu|desincha|cicatriza|fecha|fechou|sai|seca|secou|cede ~ quero|costas|resolve|ajuda|massagem|drenagem|trat* ~ NOT .. NOT
sai|saindo|saiu|sair|saia .. caldo|caldinho|aguinha|gosma|meleca|melado|catarro
fedid*|fedor|cheirando|cheiro ... ferida|corte|ponto|pontos|BODY ~ perfume
sinto|sentindo|com|tenho|tive|senti|dando ?muita dor|dores|fisgada*|pontada* ... AFTER
AFTER ... sinto|sentindo|com|tenho|tive|senti|dando|sentir ?muita dor|dores|fisgada*|pontada*
deu|dando|causou|provocou|atacou|desenvolvi .. alergia
AFTER ... alergia ~ tenho|a|sou|de alergia ~ alergia a|ao|de
PROC ... alergia ?no ?na ?em BODY|braba|forte
to|estou|fiquei|fico|continuo com ?uma ?muita alergia|reacao|irritacao|infeccao|inflamacao ... PROC|procedimento|AFTER ~ posso|pode|podem fazer|marcar
fiquei|to|estou|ficou ?toda ?todo alergic* ~ alergic* a|ao
mais fechad*|abert*|alt*|baix*|caid*|inchad*|cheio|cheia|fin*|gross* que|do outr*
um|uma BODY|lado .. mais fechad*|abert*|alt*|baix*|caid*|inchad*|cheio|cheia .. outr*
saiu|saindo|sai|sair|tem|com|vazando|escorrendo|solta*|minando|vaza|purgando .. pus|secrecao|liquido
vazando|escorrendo|minando .. agua|liquido|amarel*
me queim*
STATE .. STRONG
queimadur*
!NOT PROC ?que deu|deram ?muito ?tudo ruim|errado|problema|problemas|treta ~ PROC .. pix|pagamento|agenda|horario|data|dia|marcacao|agendamento|reserva
deu ruim|errado|problema|treta no|na|com|o|a|em|meu|minha ~ pix|pagamento|agenda|horario|sistema|site|link|aplicativo|cartao|carro|moto|onibus|uber|trabalho|reuniao|celular|internet|transporte
deu ruim|errado|problema|treta aqui ~ pix|pagamento|agenda|horario|sistema|site|link|aplicativo|cartao|carro|moto|onibus|uber|trabalho|reuniao|celular|internet|transporte|desmarc*|cancel*|remarc*|marcar
deu ruim|errado|problema|treta aqui & AFTER|PROC|BODY ~ pix|pagamento|agenda|horario|sistema|site|link|aplicativo|cartao|carro|moto|onibus|uber|trabalho|reuniao|celular|internet|transporte
nao sinto|sentindo|sente .. BODY ~ sinto diferenca|resultado|efeito|melhora|mudanca
perdi .. sensibilidade
dor|dores|doi|doeu|doendo ... AFTER
doi|doeu|dor|doendo ... muito|demais|bastante|forte|horrores|insuportavel ... desde|onde|ha|faz|hoje|agora
febre|calafrio*|tont*|tontura|enjo*|vomit*|nausea*|mal|dor|fraqueza|tremendo|tremedeira ... depois|desde|apos|aplic*|procedimento|anestesia
depois|desde|apos|aplic* ... febre|calafrio*|tontura|tonta|enjo*|vomitando|nausea*|fraqueza|tremendo
hospital|upa ... depois|apos .. PROC
cheio|cheia|tomad*|coberto|coberta ?de SPOTS ~ acne|espinha* ... tratar|quero
pior ?do ?que antes ?tava|estava ~ preco
""".replace(
    "DROOPS",
    "sono|idade|tempo|anos|nascenca|sempre|velh*|flacid*|rug*|resolve|levanta|levantar|tira|tirar|melhora|corrige|arruma|indic*|quero|queria|gostaria|trat*|tem|fazem|serve|qual|crianca|gostos*|sol",
)
