"""Violence that somebody suffers, as phrases: at home, sexual, or under threat. The hand that hurts is no treatment gone wrong."""

from __future__ import annotations

VIOLENCE = """
se ele|PARTNER|ex|padrasto|pai ?me souber|descobrir|desconfiar|sonhar|ver|pegar|ler .. ele|dai|ai ?me acaba|quebra|arrebenta|mata|mato|espanca|cobre|bate ?comigo ?de ?na ?a ?mim ~ galho|rir|saudade|preco|valor|gast*|kkk
ele|PARTNER|ex|padrasto|pai acaba|acabou|acabava|acabar ?com comigo ~ rir|saudade|preco|valor|kkk|jogo|cansa*|ronc*
ele|PARTNER|ex|padrasto|pai jogou|joga|tacou|atirou|derramou|virou|entornou|despejou ?uma ?um ?a ?o ?panela ?caneca ?xicara ?balde ?de agua|cafe|oleo|alcool|gasolina|acido|cha|sopa|leite|caldo|fervendo ?quente ?fervendo .. mim|nela|gente|cara|rosto|braco|perna|costas ~ sem querer ~ kkk|festa|piscina
quem ?me machuca|machucou|bate|bateu|quebrou|queimou ?me foi|e ele|PARTNER|ex|padrasto|pai ~ kkk|doutor|dr|bola
estupr*
fui|sou|sendo|sido|era abusad*|violentad*|espancad*|agredid*|molestad*|ameacad*|perseguid* ~ telefone|robo|ligac*
sofri|sofro|sofrendo|sofria|vitima .. abuso|abusos|agressao|agressoes|estupro|violencia|assedio|ameaca|ameacas ~ preco|valor
AGGRESSOR|PARTNER|ex|homem|cara|alguem .. me|nos seguindo|perseguindo|rondando|vigiando|seguiu|perseguiu ~ instagram|insta|facebook|tiktok|perfil|rede|status|stories|kkk
AGGRESSOR|PARTNER|ex NOT para|parou|cansa de|em ?me perseguir|seguir|ameacar|rondar|vigiar
AGGRESSOR|PARTNER|ex ?ta ?esta ?parado ?aqui .. portao|porta|frente ... minha casa ~ buscar|busca|esper*|uber|entreg*|carona
violencia domestica|sexual|fisica|psicologica
abuso sexual
abuso|agressao .. casa|marido|namorado|padrasto|pai|ex
medida protetiva
AGGRESSOR .. abusa|abusou|abusava|abusando|aproveitou|aproveitava|aproveita de|d* ?mim|ela|nos|mim|filha ~ abus* .. confianca|paciencia|boa ~ aproveit* .. promo*|desconto|preco|oferta|dia|viagem|vaga
fui|sou|sendo|sido|era assediad*|bolinad*|apalpad*|encoxad* ~ mensage*|propaganda*|promoc*|vendedor*|ligac*
me assediou|assediando|assedia|assediaram|apalpou|apalpando|bolinou|encoxou|encoxando|alisou|alisando|acariciou|acariciando ~ mensage*|propaganda*|promoc*|preenchimento|cabelo
passou|passaram|passando|passava|passa|botou|enfiou|colocou ?a ?as mao|maos em|na|no|nas|nos ?minha ?meu ?meus ?minhas mim|INTIMATE ~ PROC|depil*|laser|creme|gel|cera
tocou|tocava|tocando|toca|encostou|encostava|mexeu|mexia|pegou|pegava .. onde|aonde|lugar|jeito ... NOT devia|deveria|podia|precisava|pode|era ~ sobrancelha|cabelo|celular
tocou|tocava|tocando|encostou|encostando|mexeu|mexendo|pegou|pegando|alisou|alisando|apertou|apertando|esfregando|lambeu|beijou .. em|na|no|nas|nos|minha|meu ?minha ?meu ?minhas ?meus INTIMATE ~ PROC|depil*|laser|creme|gel|cera
se|esfreg* esfreg*|rocando|rocou .. mim
tentou|quis|forcou|forcando .. me beijar|agarrar|apalpar ~ brinc*
me|nos beijou|agarrou ?a forca
padrasto|padastro|tio|avo|pai|primo|irmao|patrao|homem ... entra|entrou|entrando|vem|deita|deitou .. meu|minha quarto|cama ... noite|madrugada|dormindo|durmo|escuro|medo ~ kkk
padrasto|padastro|tio|avo|pai|primo|vizinho|irmao|cunhado .. mexe|mexeu|mexia|mexendo comigo|nela|nele
NOT posso|consigo ?te ?falar ?nada .. ele ... lado|perto|ouvindo|ouvir|vendo ~ bebe|filh*|marc*|agend*|horario|doutor|medico
ele|PARTNER disse|falou|fala|diz|jurou|avisou|prometeu ... me bate|arrebenta|mata|espanca ~ rir|kkk|preco|valor|gast*|compr*|saudade|brinc*
PARTNER NOT me deixa|deixar sair $
medo .. marido|namorado|ex|padrasto|companheiro|pai ... me matar|matar ~ preco|valor|gast*|conta|car*|kkk|compr*
AGGRESSOR .. me ASSAULTS ~ bateu|bate .. saudade|vontade|duvida|curiosidade|fome|sono|medo|preguica|papo ~ ameac* .. cancelar|separar ~ me bateu .. carro|moto|cabeca ~ procon|processar
me ASSAULTS em|na|no|de ?minha casa|cara|rosto|soco|murro|tapa|cinto ~ saudade|vontade|duvida ~ sol|forno|laser|cera|panela|ferro
AGGRESSOR ... bate|batendo|bateu|espanc* em|na|nos|no mim|minha ?mae|filha|filhos|irma ~ carro|porta
AGGRESSOR .. NOT .. deixa|deixam ?eu|me sair|falar ... casa|ninguem|sozinha|quarto ~ sair .. trabalho
NOT .. deixa|deixam ?eu|me sair de|da casa ~ chuva|medico|febre|dor
trancad*|presa|presos casa|quarto ... medo|ele|marido|namorado|ex ~ chuva|chave ~ covid|gripe|dengue
AGGRESSOR .. me forca|forcou|obriga|obrigou ?a ?fazer ?ter transar|sexo|relacao|relacoes|deitar
apanhei|apanho|apanhando|apanhava ~ chuva|sol|vento|trem|onibus|uber|encomenda|flores|fruta* ~ cabelo|computador|celular|tecnologia
!filho|bebe|nenem|menino|moleque|gato|cachorro|neto|sobrinho ele|marido|esposo|namorado|padrasto|pai .. jogando|atirando|tacando .. coisas|tudo|pratos|objetos|copos ... parede|mim|gente|chao ~ kkk
tranquei|trancamos|escondi|escondemos|escondida ... banheiro|quarto|casa ... ele|PARTNER|gritando|filh*|crianca* ~ chave|chaves|fechadura|kkk|presente|surpresa|festa|trabalho
ele|PARTNER ... batendo|esmurrando|chutando|socando|forcando|forcar|derrubar|derrubando ... porta|portas|portao ... gritando|grita|xingando|bebado|furios*|arrombar|medo|ameac*|entrar|abrir ~ kkk|entreg*|correio|uber
medo|socorro|ajud*|sozinha|crianca*|filh* & ele|PARTNER|pai|padrasto chegou|ta|esta|vem|voltou|vindo ?em ?muito ?todo bebado|transtornado|drogado|alterado|descontrolado|agressivo|violento|furioso|armado ~ kkk|festa|botox
NOT posso|consigo|tenho ?mais ?como voltar|volto pra|para|em casa & ele|PARTNER|medo|celular ~ trabalho|transito|chuva|PROC|dirig*|uber|onibus|carona|depois|almoco|cedo|tempo
levei|levo|tomei .. soco|murro|surra|tapa|facada|tiro|chute|porrada ~ preco|cara|vida|susto
ele|marido|ex|namorado .. vai|quer|disse|jurou ?que ?ia me matar|bater ~ rir
medo .. marido|namorado|ex|padrasto|companheiro ... bater|matar|bate|mata|machuc*|agre*|viol*
olho*|zoio|braco*|pescoco|cara|rosto|toda ?esta ?todo roxo|roxa|roxos|roxas|marcad* ... PARTNER NO_HAND
olho*|zoio|braco*|pescoco|cara|rosto|toda ?esta ?todo roxo|roxa|roxos|roxas|marcad* ... foi|culpa|causa|por ?o ?do ele ?$ NO_HAND
roxo|roxos|roxa|hematoma* no|na|nos|pelo ?meu olho*|zoio|braco*|pescoco|cara|rosto|corpo ... PARTNER NO_HAND
roxo|roxos|roxa|hematoma* no|na|nos|pelo ?meu olho*|zoio|braco*|pescoco|cara|rosto|corpo ... ele apertou|segurou|puxou|empurrou|sacudiu NO_HAND
roxo|roxa|roxos|roxas|hematoma*|machucad* & ele|PARTNER .. le|lendo|olha|mexe|mexendo|vigia|fuca|confere tudo|celular|mensage*|aqui|conversa NO_HAND
roxo|roxa|roxos|roxas|hematoma*|machucad* & ele|PARTNER|ninguem NOT .. pode|podem|poder|vai saber|ver|descobrir|desconfiar NO_HAND
roxo|roxos|hematoma*|machucad* & antes ?de que ?ele ?alguem ?todo ?mundo ?me veja|vejam|perceb*|descubra NO_HAND
roxo|roxos|roxa|hematoma*|machucad* & sem que|ninguem|ele ?ninguem ?ele ?me ver|saber|perceb*|veja|saiba NO_HAND
roxo|roxos|roxa|hematoma*|machucad* & apaga|apague|deleta|delete ?a ?essa ?essas conversa|mensage*|isso ~ PROC ~ cai|tombo|escada|batida|acidente
PARTNER .. deixou|deixa|fez .. roxo|roxa|roxos|hematoma*|marcada NO_HAND
PARTNER ... olho*|zoio|cara|rosto ?ficou ?todo roxo|roxa NO_HAND
PARTNER .. me empurrou|empurra|empurrando|sacudiu|sacode|machucou|machuca|enforca|arranhou|agarrou|derrubou ~ sem querer ~ brincando|jogando|dancando|barba|alianca ~ empurr* .. pacote|plano|compra|procedimento|fazer|marcar|vir|agendar|aqui
ele me empurrou|sacudiu|enforcou|esganou|derrubou ~ sem querer ~ brincando|doutor|dr|medico ~ empurr* .. pacote|plano|compra|procedimento|produto*|fazer|marcar|vir|agendar|aqui
ele|PARTNER .. segurou|pegou|apertou|agarrou .. pescoco ~ massag* ~ PROC ~ doutor|dr|medico
PARTNER|ele ... com ?uma ?a faca|facao|revolver|arma ... porta|casa|mao|portao|mim ~ cozinha|churrasco
PARTNER|ele ... porta|portao|casa ... faca|facao|revolver|arma ~ cozinha|churrasco
PARTNER .. quebrando|quebrou tudo|casa|coisas|porta ~ galho
!NOT medo de|do|desse ?meu PARTNER $
!NOT medo de|do|desse ?meu PARTNER ,|.|;|!|e|bebe|bebado|agressiv*|violent* ~ medo .. PARTNER e|, eu|de|tambem ~ tem|tambem medo de|do
!NOT medo dele|deles|desse|daquele ?homem ?cara $ ~ doutor|doutora|dr|dra|medico|acido|cachorro|kkk ~ PROC
!NOT medo dele ,|.|;|! ... ajud*|socorro|casa|filh*|crianca*|sair|policia|bebe|bebado ~ doutor|dr|medico ~ PROC
!NOT medo ?de apanhar ~ chuva|sol|onibus
!NOT medo ?de ?do ?que ele|dele|PARTNER .. bater|matar|machucar|agredir|avancar|quebrar|explodir ~ doutor|dr|medico|kkk ~ PROC ~ bater .. saudade|carro|moto
!NOT medo ?do ?de que ele|PARTNER pode|vai|possa|podia|capaz fazer ?comigo ?pra ?mim ~ doutor|dr|medico ~ PROC
PARTNER|padrasto|pai|ele quebrou|torceu|deslocou|fraturou|trincou|arrancou meu|minha|meus BODY|costela*|dentes|pulso*|clavicula|punho ~ doutor|doutora|dr|dra|dentista|medico ~ brincando|jogando|jogo|futebol|sem querer ~ PROC
ele me machucou|machuca|feriu|fere|agarrou|arrastou|queimou ~ PROC ~ DONE ~ HERE ~ doutor|doutora|dr|dra|medico|dentista ~ sem querer ~ brincando
PARTNER NOT .. deixa|deixam|deixou eu|me sair ~ trabalho|kkk ~ sem comer
ele|PARTNER ... me tranca|trancou|trancava|prende|prendeu ?em ?casa ~ trabalho|kkk|atencao
AGGRESSOR|neto|neta|filha|nora .. me deixa|deixam|deixou|mantem|deixava ?em ?casa ?no ?na ?quarto trancad*|presa|preso|amarrad* ~ trabalh*|kkk|reuniao|escritorio|servico|transito|loja|fila
AGGRESSOR|neto|neta|filha|nora ?me|nos tirou|tomou|pegou|tira|toma|pega|roubou|confiscou|esconde|escondeu ... celular|telefone|dinheiro|cartao|aposentadoria|beneficio|pensao|documento*|chave* ... NOT .. deixa|deixam|sair|saio|posso|tenho ~ kkk|emprest*|conserto|marc*|pix|sinal
AGGRESSOR|neto|neta|filha|nora ?me|nos tirou|tomou|pegou|tira|toma|pega|roubou|confiscou|esconde|escondeu ... celular|telefone|dinheiro|cartao|aposentadoria|beneficio|pensao|documento*|chave* ... trancad*|presa|preso|bate|bateu|medo|ameac*
AGGRESSOR|neto|neta|filha|nora ?que me tranca|trancou|trancam|prende|prendeu|prendem ?em ?casa ~ trabalh*|kkk|atencao|escritorio|servico|transito
AGGRESSOR|neto|neta|filha|nora ... celular|dinheiro|cartao|aposentadoria|beneficio|pensao|documento*|chave* ... NOT .. deixa|deixam|deixar|deixando ?eu|me sair|sai|falar|usar ~ kkk|emprest*|conserto ~ chefe|patrao|gerente|trabalho|servico|escola
me tocou|tocava|tocando|tocaram|encostou|pegou|apalpou|alisou|apertou ... jeito|forma|modo|lugar|lugares ?muito ?bem ?meio ?tao estranh*|esquisit*|errad*|inapropriad*|indevid*|impropri*|nojent*|malicios*|intim* ~ musica|telefone|sobrancelha|cabelo
tocou|tocava|tocando|encostou|pegou|alisou|apertou em|ne mim ... jeito|forma|modo|lugar|lugares ?muito ?bem ?meio ?tao estranh*|esquisit*|errad*|inapropriad*|indevid*|impropri*|nojent*|malicios*|intim*
foi|houve|teve|aconteceu|denunciar ?um assedio|importunacao|estupro ~ mensage*|propaganda*|promoc*|ligac*|vendedor*|moral|telefone
esposo|marido|novio|ex|companheiro me pega|golpea|maltrata|grita & NOT|no me deja|dejan ~ kkk
NOT|no me deja|dejan salir ~ kkk
ele|PARTNER|pai|padrasto .. so ?que ?eu posso|deixa|permite|deixou ?eu sair ... ele|dele|comigo ?for ?vier ?estiver junto|perto|lado|comigo|for ~ kkk|carro
dr|doutor|doutora|dra|medico|medica|massagist*|profissional|funcionari*|recepcionista|atendente|enfermeir*|esteticista ... disse|falou|dizendo|falando|mand*|pediu|pedindo|chamou|chamando ... gostosa|gostoso|tesao|nude|nudes|pelada|pelado|motel|transar ~ anna|kkk ~ ficar|fique|ficasse
me mand*|chamou|disse|falou ... gostosa|gostoso|tesao|nude|nudes|pelada|pelado|motel|transar & dr|doutor|doutora|dra|medico|medica|massagist*|profissional|funcionari*|esteticista ~ anna|kkk ~ ficar|fique|ficasse
PARTNER|padrasto|ex|filho|neto|genro ASSAULTS ?a ?na ?minha ?minhas ela|nela|amiga|irma|mae|vo|avo|vizinha|filha|sobrinha|prima ~ kkk|saudade|papo|carro|porta|cancelar|separar|preco
filh*|neto*|nora|genro|famili* ... deixa|deixam|deixando ?a ela|ele|vo|avo|idos*|vizinha|mae|pai sem comer|comida|remedio|banho|agua ~ kkk|jejum|exame
me pego|golpeo|empujo ayer|anoche|otra|outra|hoje ~ kkk
va ?a matar sim|se ~ kkk
tenho miedo de|do|del|a|al esposo|marido|ele|novio|meu
ele|PARTNER|padrasto|pai .. quebrando|destruindo|quebrou|destruiu ?a ?as ?toda tudo|casa|coisas|porta|moveis|portao ~ galho|obra|pedreiro|parede|preco|promo*|kkk|recorde|cama
ele ?ja ?sempre ?tambem bateu|bate|batendo|espancou|espanca|agrediu|agride ?em ?na ?no ela|nela|mim|filha|filho|filhos|crianca|criancas|bebe ~ kkk|papo|saudade|carro|porta|foto|ponto|bola
ele|PARTNER .. tirou|tomou|quebrou|pegou|escondeu|confiscou meu|o celular|telefone & NOT posso|consigo|quero|devo voltar ?pra|para casa ~ kkk|conserto|assist*
NOT posso|consigo|quero|tenho voltar|volto ?como ?pra|para casa & ele|PARTNER|medo ~ kkk|chuva|transito|onibus|metro|carona|busca|buscar|marc*
to|estou|estamos|tamos trancad*|escondid* ?dentro no|na|num|do banheiro|quarto|closet|guarda|carro|lavabo & ele|PARTNER|medo|ajud*|socorro|grit*|quebr* ~ kkk|chave|fechadura|surpresa|PROC
ele|PARTNER|padrasto|pai ?me ameaca|ameacou ?me serio|sempre|mesmo|direto|vezes|verdade ~ kkk|cancelar|separar|processar
ele|PARTNER|pai|padrasto me proibe|proibiu|proibia ?de sair|falar|trabalhar|ver ~ sol|praia|kkk|medico|doutor|dr
!bebe|filh*|chefe|patrao|gato|cachorro ele NOT deixa|deixam eu sair|sai $ ~ chefe|patrao|trabalh*|gerente|doutor|medico|gato|cachorr*|bebe|kkk|supervisor
!bebe|filh*|chefe|patrao|gato|cachorro ele NOT deixa|deixam eu sair|sai ?de ?da casa|nem|sozinha|pra ~ chefe|patrao|trabalh*|gerente|doutor|medico|gato|cachorr*|bebe|kkk|supervisor
ele|PARTNER .. controla|fiscaliza|rastreia|vigia ?todo ?todos ?os ?o meu|meus|minha|minhas horario*|celular|dinheiro|vida|passos|mensage*|whatsapp|roupa*|conversa* ~ kkk|aplicativo|surpresa|presente
NOT posso|consigo falar|escrever ?alto ?muito ?direito ?agora & ele|PARTNER .. sala|quarto|casa|lado|perto|aqui|cozinha|banheiro|ouvindo ~ bebe|filh*|reuniao|trabalho|chefe|medico|dormindo|dorme|surpresa
ele|PARTNER|padrasto|pai|ex .. arrombar|arrombando|arrombou|arrebentar|arrebentando ?a ?o porta|portao|janela|casa ~ kkk|festa|nota|prova
ele|PARTNER|padrasto|pai|ex .. socando|esmurrando|chutando ?a ?o porta|portao|janela|parede ~ kkk|academia|treino|saco
ele|PARTNER ta|esta|veio|chegou|entrou|apareceu ?aqui com ?uma ?um ?a ?o faca|facao|revolver|arma|pau|barra|machado ~ cozinha|churrasco|kkk|cozinheiro
ele|PARTNER ?que me deu|acertou ?um ?uma soco|murro|tapa|chute|porrada|empurrao|surra ~ kkk|brinc*
olho|boca|bochecha|cara|rosto|cabeca|barriga|costela* que ele|PARTNER me acertou|bateu ~ kkk|bola|brinc*|sem querer
marca*|mancha*|roxo|roxos|machucado* que ?o ?meu PARTNER|ele|ex deixou|fez|causou ?em mim|no|na|nos ~ batom|barba|beijo*|PROC
ele|PARTNER ta|esta|anda ?ainda me procurando|cacando|rastreando ~ vaga|emprego|kkk|whatsapp
READER celular|telefone|whatsapp|mensage*|conversa*|aqui|tudo|aparelho & SILENT NO_SURPRISE
ele|PARTNER ?ta ?esta vendo|lendo|olhando|espiando & SILENT NO_SURPRISE
"""

MISSING = """
filh*|net*|mae|pai|marido|avo|menin*|crianca|irma|irmao|sobrinh* ta|esta|continua ?ha ?desde desaparecid*
filh*|net*|mae|pai|avo|menin*|crianca|sobrinh* ... sumiu|desapareceu|sumida|sumido & desde|desligado|desesperad*|voltou|achar|acho|policia|socorro|ajud* ~ dinheiro|pacote|celular sumiu|cartao|kkk
minha|meu filh*|net*|sobrinh*|mae|avo|vo sumiu|desapareceu $ ~ ? ~ manch*|espinha*|acne|verruga*|pelo*|dor|dores|foto*|PROC|mensage*|numero|cadastro|horario|consulta|cicatriz*|olheir* ~ kkk
fugiu ?de casa & filh*|net*|menin*|irma|irmao|sobrinh* ~ cachorr*|gat*|kkk
"""
"""Somebody of hers whom nobody finds."""

_NO_HAND = "~ PROC ~ AFTER ~ viu|notou|reparou|reclam*|perguntou|preocupad*|assustad*|disse|falou|acha|achou|levou|mandou|pediu|rindo|tambem|comigo ~ cai|cair|tombo|bati|escada|batida|acidente|ressaca|sono"
"""What says that it was the treatment, or a fall; or that he only saw it."""

_READER = "ele|PARTNER|padrasto .. le|lendo|ler|olha|olhando|ve|vendo|mexe|mexendo|vigia|fuca|confere|controla ?no ?o ?meu ?as ?minhas"
_SILENT = "NOT mand*|envi*|escrev*|fal*|pon*|poe|coloc*|aparec*|quero ?o ?meu ?de ?nada preco*|valor*|nome|nada|lembrete*|dinheiro"
_NO_SURPRISE = "~ surpresa|presente|festa ~ outr*|novo|numero|nesse"
"""Somebody reads along, and a price or a name is not to stand there: no surprise for him, and no other number is given."""

VIOLENCE = (
    VIOLENCE.replace("NO_HAND", _NO_HAND)
    .replace("NO_SURPRISE", _NO_SURPRISE)
    .replace("READER", _READER)
    .replace("SILENT", _SILENT)
)
