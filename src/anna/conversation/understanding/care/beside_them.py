"""What is easily missed, as phrases: somebody else who swallowed too much, is going under or old and no longer herself; and farewells."""

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
filh*|crianca|net*|menin*|sobrinh* de SMALL|10|11|12 anos|aninhos|ano|meses ... queimad*|queimou|queimadura*|bolha|bolhas ~ anos|ano atras ~ cicatriz*|manch* ~ agua|febre
chorando|gritando|berrando ?muito de dor & bolha*|queim*|ela|ele|filh*|bebe ~ kkk|rir
mae|pai|vo|avo|sogra|sogro|idos* ... NOT atende|atendendo|responde|respondendo|abre ... desde|ontem|dias|h & sozinh*|preocupad*|caid*|caiu|medo ~ kkk|mensage*|confirm*
mae|pai|vo|avo|sogra|sogro|idos* ... pode|deve|capaz|acho ?de ?que ter caido|desmaiado|passado|machucado ~ kkk
tomei|tomou ... remedio*|comprimid*|insulina|capsula* ... 2|3|4|5|6 x|vezes ... querer|engano|tont*|mole|mal|fraca|fraco|enjo*|tremendo ~ posso|pode|dia|ano|anos|mes|semana
tomei|tomou ... remedio*|comprimid*|insulina|capsula* .. dobro|dobrad*|duplicad*|repetid* ... querer|engano|tont*|mole|mal|fraca|fraco|enjo*|tremendo ~ posso|pode
LIQUID ... caiu|entrou|espirrou|respingou|pingou|escorreu|bateu .. olho|olhos|vista|zoio ~ NOT .. caiu|entrou ~ medo|se|perigo
passei|passou LIQUID .. no|nos|dentro|do olho|olhos ~ em volta|posso|pode
SHE|KIN ... NOT reconhece|reconhecendo|conhece ?mais ... hoje|agora|repente|desde|ontem|cedo|fez|depois ~ alzheimer|demencia|kkk
SHE|KIN ta|esta|ficou|acordou|anda ?toda ?todo ?meio ?muito ?bem confus*|desorientad*|desnortead* ... NOT|hoje|repente|desde|depois|fez ~ kkk|se|entre|sobre|qual|agenda|promo*|endereco|link|site|horario|preco|valor|pix|marc*
"""

FAREWELLS = """
vontade|querendo sumir|desaparecer ,|.|;|mas|e ~ kkk
melhor ?era ?se ?que ?eu NOT existir|existisse
melhor ?era ?seria ?se ?que ?eu NOT acordar|acordasse ~ cedo|tarde|6|7|8|segunda
pens*|queria|quero|preferia|vontade .. nem|NOT ?mais acordar|acordasse ~ cedo|tarde|6|7|8|segunda|barulho|bebe
me machuc*|corto|queimo|arranho|mordo|firo quando|sempre|toda|todo ?vez ?que ?eu fico|to|estou|bate|fiquei|sinto ?muito ?mal ?triste ?nervos* ?ansios* ~ gilete|depil*|barba|salto|sapato|treino|kkk
me cortei|corto|cortando .. novo|denovo|sempre & cicatriz*|marca|marcas ~ gilete|barba*|barbear|depilador|cozinh*|faca|vidro|alicate|unha*|papel|trabalh*
desist* de tudo & NOT .. precisar|preciso|precisa ?mais ?de nada ~ kkk|pacote|plano
minha despedida ~ solteir*|festa|trabalho|empresa|viagem|cidade|kkk|casamento|turma|clinica
ficar|fico|ser ?tao ?bem bonita|bonito|linda|lindo|arrumada|arrumado ?so ?pela|por ?1 ultima vez ~ da|na|que|desde ultima ~ kkk|casamento|formatura|antes
bonit*|lind*|arrumad*|maquiad* ... meu|proprio caixao|velorio|enterro|funeral ~ kkk
"""
"""By one's own hand, as a hint: a last time to be pretty, a wish to be gone said in passing."""
