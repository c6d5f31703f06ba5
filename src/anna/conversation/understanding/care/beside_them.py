"""What is easily missed, as phrases: too much swallowed, somebody old who is no longer herself or does not answer, a child's burn; farewells."""

from __future__ import annotations

BESIDE_THEM = """
tomei|tomou|tomamos ?ja ?hoje ?uns ?umas ?mais ?de 6|7|MANY ?comprimid* ?capsul* dipirona*|paracetamol|tylenol|dorflex|novalgina|ibuprofeno|torsilax|buscopan|nimesulida|neosaldina|dramin|anador|calmante*|relaxante*
tomou|engoliu|ingeriu|tomaram|misturou ... PILLS|DRUG|calmante|zolpidem|clonazepam|alprazolam|diazepam ... apag*|desfalec*|grogue|desmai*|mole|molinh*|molenga|roxa|roxo|babando|vomit*|convuls*|revirando|tremendo ~ posso|pode|antibiotic*|anestesi* ~ pele|rosto|cabelo|mancha* .. apag*
tomou|engoliu|ingeriu|tomaram ?tudo ?um ?uma ?uns ?quase ?mais ?de monte|montao|punhado|porrada|mao|cartela|cartelas|frasco|vidro|caixa|caixas|overdose ?inteir* ?cheia ?toda ?todo ?de PILLS|DRUG|tarja ~ antibiotic*|emagrecer|acne|espinha*|melasma|ano|anos|meses|semanas|vida|receit*|medic*|nada adiantou|resolveu ~ NOT .. adiantou|resolveu|funcionou|passou|melhorou ~ posso|pode
misturou .. PILLS|DRUG|rivotril|calmante .. bebida|alcool|cachaca|vinho|cerveja|vodka|pinga|whisky ~ posso|pode|problema
BABY|filhinh*|netinh*|neto|neta|crianca ... tomou|pegou|achou ?e ?tomou|comeu|engoliu ?o ?um meu|minha|nosso remedio*|comprimid*|calmante*|cartela|rivotril|anticoncepcional
SHE|KIN ?ja ?quase ?se ta|esta|ficando|ficou ?quase ?ja ?meio ?se apagando|desfalecendo|desacordad*|perdendo ?os sentidos ~ mensagem*|foto*|conversa*|tatuagem|mancha*|sobrancelha*|pelo*|celular
SHE|KIN ... confus*|desorientad*|desnortead*|delirando|delira|variando|caducando ... caiu|queda|tombo|vomit*|sonolent*|febre|prostrad* ~ confus* se|entre|sobre|qual ~ agenda|pagina|promo*|endereco|link|site|horario|preco|valor|pix|ligacao|marc* .. confus*
SHE|KIN ... caiu|queda|tombo|vomit*|sonolent*|febre|prostrad* ... confus*|desorientad*|desnortead*|delirando|delira|variando ~ confus* se|entre|sobre|qual ~ agenda|pagina|promo*|endereco|link|site|horario|preco|valor|pix|ligacao
SHE|KIN ... coisa|nada com coisa|nada ~ kkk|voces|recepcao|atendente|robo|nada com nada .. ver ~ marido|namorado
SHE|KIN ... hoje|agora|repente|depois|desde|ficou|acordou|amanheceu ... NOT reconhece|reconhecendo ?mais ?ninguem ?a|os gente|mim|filhos|filha|filho|ninguem|familia ~ alzheimer|demencia|kkk
mae|pai|vo|avo|sogra|sogro|tia|idos* ... caiu|queda|tombo ... bateu|sangr*|desmai*|tont*|vomit* ~ remarc*|desmarc*|cancel*|semana|mes|ano
mae|pai|vo|avo|sogra|sogro|tia|idos* ... caiu|queda|tombo ... NOT .. levant*|andar|mexe* ~ remarc*|desmarc*|cancel*|semana|mes|ano
tremendo|tremo|tremores ?toda ?todo ?muito e|, ?toda ?toda gelad*|suando|tont*|palid* ~ frio|inverno|ar|sorvete
madre|padre|abuela|abuelo|esposa|esposo|filha|filho ?de ?NUMBER ?se cayo
NOT|no pode|posso mover|caminar|levantarse|respirar ~ fecha|para|o
me|se|esta|estoy desmay*|muriendo|ahogando ~ risa
BABY|filh*|crianca|net*|menin*|sobrinh* ... queimou|queimada|queimado|queimadura ... bolha*|chorando|agora|socorro|cera|oleo|fervendo ~ ano|anos|mes passad*|atras ~ depil*|laser
filh*|crianca|net*|menin*|sobrinh* de SMALL|10|11|12 anos|aninhos|ano|meses ... queimad*|queimou|queimadura*|bolha|bolhas ~ anos|ano atras ~ cicatriz*|manch* ~ agua|febre ~ prova|bolo|comida|celular
chorando|gritando|berrando ?muito de dor & bolha*|queim*|ela|ele|filh*|bebe ~ kkk|rir
mae|pai|vo|avo|sogra|sogro|idos* ... NOT atende|atendendo|responde|respondendo|abre ... desde|ontem|dias|h & sozinh*|preocupad*|caid*|caiu|medo ~ kkk|mensage*|confirm*
mae|pai|vo|avo|sogra|sogro|idos* ... pode|deve|capaz|acho ?de ?que ter caido|desmaiado|passado|machucado ~ kkk
tomei|tomou ... remedio*|comprimid*|insulina|capsula* ... 2|3|4|5|6 x|vezes ... querer|engano|tont*|mole|mal|fraca|fraco|enjo*|tremendo ~ posso|pode|dia|ano|anos|mes|semana
tomei|tomou ... remedio*|comprimid*|insulina|capsula* .. dobro|dobrad*|duplicad*|repetid* ... querer|engano|tont*|mole|mal|fraca|fraco|enjo*|tremendo ~ posso|pode
LIQUID ... caiu|entrou|espirrou|respingou|pingou|escorreu|bateu .. olho|olhos|vista|zoio ~ NOT .. caiu|entrou ~ medo|se|perigo
passei|passou LIQUID .. no|nos|dentro|do olho|olhos ~ em volta|posso|pode
SHE|KIN ... NOT reconhece|reconhecendo|conhece ?mais ... hoje|agora|repente|desde|ontem|cedo|fez|depois ~ alzheimer|demencia|kkk
SHE|KIN ta|esta|ficou|acordou|anda ?toda ?todo ?meio ?muito ?bem confus*|desorientad*|desnortead* ... NOT|hoje|repente|desde|depois|fez ~ kkk|se|entre|sobre|qual|agenda|promo*|endereco|link|site|horario|preco|valor|pix|marc*
tomei|tomou|tomaram|dei ... PILLS|DRUG|dose|gotas ... por engano|confusao|descuido|distracao|erro ~ anticoncepcional|vitamina*
tomei|tomou ... PILLS|DRUG|dose ... 2|3|4|5|6 x|vezes ... tont*|mole|mal|tremendo|tremo|sono|sonolent*|escurec*|vista|fraca|fraco|gelad*|enjo*|vomit*|suando|zonza|zonzo|grogue ~ x|vezes ao|por dia ~ anticoncepcional
confundi|esqueci|distrai|errei ... tomei|tomou|tomando ... PILLS|DRUG|dose ?de ?da ?do ?2 novo|denovo|vezes|dobrad*|dobro ~ anticoncepcional|vitamina*
dobrei|tripliquei|repeti ?a ?o ?os ?minha ?meu dose|remedio|comprimid* ~ medic*|doutor*|receit* ~ anticoncepcional|vitamina*
mae|mainha|pai|painho|vo|vovo|avo|tia|tio|sogra|sogro|idos*|vizinha ... NOT atende|atendeu|atendendo|responde|respondeu|respondendo ?mais ?o ?as ?nem ?telefone ?celular ?ligacao ?ligacoes ?mensagem ?mensagens ... desde|ontem|anteontem|dias|h|madrugada ~ confirm*|cadastr*|trocou|mudou|quebr*|roub*|bateria|chip|trabalh*
SHE ta|esta|ficou|fica|acordou|amanheceu ... torta|torto|tortinha|mole|pensa|penso ?de ?pra ?para|so um lado ~ sobrancelha*|cilio*|franja|unha*|quadro|dente*|aparelho|kkk|cabelo|sempre|nascenca
mae|mainha|pai|painho|vo|vovo|avo|tia|tio|sogra|sogro|marido|esposa|esposo|irmao|irma ?ta ?esta ?ficou ?acordou ?amanheceu com boca|rosto|cara|sorriso tort*|entort*|caid*|puxad* ~ sempre|nascenca|dente*|aparelho|quer|queria|quero|resolve|corrige ~ AFTER|PROC
caiu|entrou|respingou|espirrou|pingou|escorreu .. acido|acetona|amonia|soda|formol|alvejante|removedor|sanitaria .. olho|olhos|vista
perna|panturrilha|batata|coxa ... SWELL ... quente|dura|vermelha|roxa|doendo|dolorida|dor & parto|cesarea|cesaria|pari|resguardo|puerper*|viagem|aviao
perna|panturrilha|coxa ... SWELL ... quente|dura|vermelha|doendo|dor & tive|ganhei ... bebe|nenem ~ anos
panturrilha|batata ... SWELL ... quente ~ treino|academia|malh*|corrida
BABY|filh*|crianca|net*|menin* ... derramou|derrubou|entornou ... quente|fervendo|fervente ~ kkk|sofa|roupa|celular
derramou|derramei|entornou|entornei|derrubou|derrubei|caiu|virou|respingou ?a ?o ?uma ?um cera|agua|oleo|gordura|cafe|cha|leite|sopa ?muito quente|fervendo|fervente .. perna*|mao|maos|braco*|rosto|cara|pe|pes|barriga|costas|peito|coxa*|pescoco|mim|filh*|BABY ~ kkk|posso|pode|medo|se|sofa|roupa|celular
tomei|tomou ... PILLS|dose|gotas ... a mais ... tont*|mole|mal|tremendo|zonza|zonzo|grogue|enjo*|vomit*|vista ~ NOT ... mais ~ posso|pode
tomei|tomou ... PILLS|DRUG|dose ... ja tinha|havia tomado|tomada ~ anticoncepcional|vitamina*
"""

FAREWELLS = """
melhor ?era ?se ?eu ter ido|morrido junto|com ?com ele|ela|eles ~ kkk|viagem|festa|show|consulta
dormir ... so acordar quando|onde ?estiver ?tiver com|perto|junto ?de ?d* ele|ela|mae|pai|eles|la ~ kkk|filho nascer|bebe
bilhete|carta|audio|mensagem ?de ?se ?dizendo ?pedindo despedindo|despedida|adeus|perdao & ela|ele|filh*|irma|irmao|mae|pai|marido|amig* ~ festa|trabalho|empresa|solteir*|kkk|viagem
se despediu ?de ?da ?do todos|todo|toda|gente|nos|filhos|familia & bilhete|carta|apavorad*|desesperad*|medo|sumiu|remedio* ~ kkk|viagem|trabalho|festa
nada adianta ?mais & chor*|escuro|cama|sozinh*|importa|ninguem ~ kkk|creme|tratament*|mancha*
vontade|querendo sumir|desaparecer ,|.|;|mas|e ~ kkk
melhor ?era ?se ?que ?eu NOT existir|existisse
me machuc*|corto|queimo|arranho|mordo|firo quando|sempre|toda|todo ?vez ?que ?eu fico|to|estou|bate|fiquei|sinto ?muito ?mal ?triste ?nervos* ?ansios* ~ gilete|depil*|barba|salto|sapato|treino|kkk
me cortei|corto|cortando .. novo|denovo|sempre & cicatriz*|marca|marcas ~ gilete|barba*|barbear|depilador|cozinh*|faca|vidro|alicate|unha*|papel|trabalh*
desist* de tudo & NOT .. precisar|preciso|precisa ?mais ?de nada ~ kkk|pacote|plano
minha despedida ~ solteir*|festa|trabalho|empresa|viagem|cidade|kkk|casamento|turma|clinica
ficar|fico|ser ?tao ?bem bonita|bonito|linda|lindo|arrumada|arrumado ?so ?pela|por ?1 ultima vez ~ da|na|que|desde ultima ~ kkk|casamento|formatura|antes
bonit*|lind*|arrumad*|maquiad* ... meu|proprio caixao|velorio|enterro|funeral ~ kkk
melhor|bom|alivio|pens*|tomara|quisera|preferia|prefiro|preferiria|gostaria|queria|quero|vontade|podia|oxala|rezo|peco|torco|deus|sonho .. nem|NOT ?ter acordar|acorde|acordasse|acordado ~ WAKELESS
se eu NOT|nem acordasse|acordar ?mais ?hoje ?amanha ?, ?ia ?seria ?era ?um ?tanto ?nao alivio|melhor|bom|otimo|faz|fazia|falta ~ WAKELESS
me machuco|firo|corto|arranho|queimo|belisco|bato|soco|mordo ... quando|sempre ... mal|triste|tristeza|nervos*|ansios*|ansiedade|sozinh*|raiva|depre*|deprimid*|angusti*|crise|surto|choro|culpa ~ BLADE
quando ... mal|triste|tristeza|nervos*|ansios*|ansiedade|sozinh*|raiva|depre*|deprimid*|angusti*|crise|surto|choro|culpa ... me machuco|firo|corto|arranho|queimo|belisco|bato|soco|mordo ~ BLADE
me machuco|firo|corto|machucando|cortando|ferindo & ninguem|alguem|mae .. sabe|viu|descobriu|desconfia|descubra ~ BLADE
voltei|comecei|tornei|continuo|consigo|parar|paro|vontade .. me cortar|machucar|ferir|cortando|machucando|ferindo ~ BLADE ~ medo|receio
SHE|amig*|KIN ... vai|quer|queria|ia|disse|falou|pensando|medo|ameac* .. fazer|cometer|faca ?alguma ?uma besteira|loucura ~ cabelo|sobrancelha*|rosto|cara|boca|unha*|PROC|compra*|marc*|agend*|kkk|tatuagem|trabalho|dinheiro|franja|promo*|casamento|preco
dormir|dormisse|fechar|fechasse ... NOT .. abrir|abrisse ... olho|olhos ~ AFTER|PROC|inchad*|cilio*|maquiagem
queria|quero|vontade ?que tudo|isso acabasse $ ~ PROC|manch*|espinha*|pelos|kkk
SHE|amig*|KIN .. disse|falou|diz|fala|escreveu ... NOT quer|queria|aguenta ?mais viver|existir ~ kkk ~ viver|existir de|assim|com|sem|na
dia|dias|semana|semanas .. sem comer|banho|levantar ... chor*|triste*|cama|dormir ~ jejum|dieta|cirurgia|febre|virose|gripe|depil*|kkk
NOT|sem ... comer|banho|levantar ... so choro|chorar|choramos|chorando ~ kkk|cirurgia|filh*|bebe|nenem
"""
"""By one's own hand, as a hint: a last time to be pretty, a wish to be gone or not to wake said in passing, a harm that is told as a habit."""

_WAKELESS = (
    "cedo|tarde|antes|madrugada|segunda|domingo|feriado|despertador|sono|preguica|frio|kkk|h|tempo|atras*|barulho "
    "~ acord* .. bebe|nenem|filh*|marido|ele|ela|ninguem|casa|crianca*|vizinh* ~ acord* ?mais com|inchad*|assim|tao|fei*"
)
_BLADE = "gilete|lamina|depilando|depilar|barba*|barbear|cozinh*|alicate|papel|cabelo|franja|gastos|gasto|pelos|raspar|raspo|treino|academia"
FAREWELLS = FAREWELLS.replace("WAKELESS", _WAKELESS).replace("BLADE", _BLADE)
