"""How silence is asked for, and what only looks alike: the phrases of `optout`."""

from __future__ import annotations

from anna.conversation.understanding.text.families import FAMILIES

# A choice of channel, a thing not wanted once, a waiting list: none of these is an opt-out.
LOOKALIKES = """
NOT pedi|solicitei ?isso ?pra ?para ?que ?voces parar|parem|pararem|sair|cancelar|cancelem|bloquear|silenciar|tirar|tirarem|tirem|desligar ?das ?da ?dos ?do ?de ?receber ?mensagem ?mensagens ?lista ?lembretes ~ ja|quantas|NUMBER NOT pedi ~ parar|parem|pararem|sair|tirar ... ?
quem disse|falou|mandou|pediu ?que|pra|para .. parar|sair|cancelar|tirar ?de ?das ?da ?receber ?mensagem ?mensagens ?lista
manda|mande|mandem|mandar|envia|envie|enviar|passa ?ai ?logo ?o ?a link|endereco|localizacao|foto|fotos|preco|valor|valores|tabela|pix|chave|horario|horarios|contrato|nota|orcamento
ops|opa|eita|ih|vixe|putz|errei|desculpa|desculpe|engano ... NOT era pra|para ?eu ?ter mandar|mandado|enviar|enviado|escrever|escrito isso|isto|essa|esse|aquilo ~ me
NOT|nem ?me|nos deixa|deixe|deixem|deixar ?na mao|vacuo|esperando
mas|porem|e NOT ?me tira|tire|tirem|remova|remove|exclua|exclui|risca|risque .. lista|grupo|LISTED ~ voces|ainda|nunca|porque
NOT ?quero ?queria ?vou ?pretendo sair|saio|parar|deixar|sai .. lista|receber|grupo|mensagens|LISTED ~ mais .. parar
NOT|nem ?precisa ?precisam SENDV mais horario*|opc*|dia|dias|data|datas|detalhe*|informac*|documento*|exame*
cancel*|apaga|apague|desconsider* .. mensagem|mensagens ?que ?eu mandei|enviei|escrevi|anterior
NOT parem|pare|parar|deixem|deixe|deixa|deixar de .. SENDV|receber|avisar|chamar ?NEWS
so|somente|apenas|prefiro|pode|manda|mande|melhor .. aqui|whatsapp|email|sms|noite|manha|tarde|depois|antes|comercial ~ mensage*|propaganda*|promoc* NOT ~ NOT ?me manda|mande mensage* depois $ ~ NOT ?me manda|mande mensage* depois por|ta|viu
NOT|sem|para|pare ?de ?me ?precisa ?SENDV ?mais textao|textoes
NOT|sem|para|pare ?de ?me ?precisa SENDV ?mais texto|textos|mensagem|mensagens ?tao longo|longos|longa|longas|grande|grandes|enorme|enormes|gigante
NUMBER|h|manha|tarde|noite|primeir*|segund*|terceir*|ultim* ?, ?. ?! e|,|.|!|mas NOT ?me enche|encha|amola|perturba ?o ?meu ?saco|paciencia|mais $
NOT ?me lig*|telefon* ... mensagem|whatsapp|aqui|escrev*|texto
NOT|sem ?quero|precisa|receber|mandar|enviar|mande|manda mais|a|o|outra|outro|minha|meu nota|recibo|boleto|audio|audios|comprovante|foto|fotos|orcamento|fatura|video|videos|figurinha*|localizacao|link|endereco
NOT|sem nota|recibo|boleto|audio|comprovante|foto|orcamento|fatura
NOT mande|manda|mandem ?mais ?me audio|audios|foto|fotos|video|videos|figurinha*|localizacao|link|endereco|gif|boleto
NOT precisa .. mandar|enviar|ligar|chamar ~ mais|nada|nenhum*|mensage*|propaganda*|promoc*|lembrete*|aviso*
DROP ... lista|fila ?de espera
DROP ... lista|relacao d* ?meus ?minha procedimento*|servico*|pacote*|pedido*|orcamento|espera|exame*|compra*
DROP .. mancha*|pelo*|rug*|papada|tatuagem|espinha*|estri*|olheir*|cicatriz*|celulit*|gordur*|sinal|verruga*|pinta*|cravo*|buco|micropigm* ~ lista|numero|contato|cadastro
lista|fila de espera
NOT .. receber .. email|sms|ligac*|telefone|audio|audios|whatsapp ~ mais ~ nem|e mensage*|nada
cadastro|inscricao|assinatura .. clube|programa|aplicativo
da espera
NOT ?estou ?to ?mais ?to consigo|consegui|conseguindo|consegue|conseguiu ?mais .. SENDV|receber|recebendo
para|pare|parem|parar de ?me SENDV ?mais ?mensagem ?mensagens ?lembrete ?lembretes ?tao de|na|a madrugada|noite ~ nunca|nada|nem
NOT quero|queria|gosto|precisa ?que ?me ?voces ?me SENDV|chamem|liguem|escrevam ?mais ?mensagem ?mensagens ?lembrete ?lembretes de|na|a madrugada|noite ~ nunca|nada|nem
NOT ?me SENDV ?mais lembrete|lembretes|aviso|avisos de|na|a madrugada|noite|manha ~ nunca|nada|nem
cancelaram|desativaram|desligaram|removeram ?ja ?as ?os ?a ?o ?minhas ?suas promoc*|propagand*|mensage*|novidades|oferta* ... ?
NOT ?me ?mais SENDV|lig*|chama|chame|chamem ?mensagem ?mensagens ?nada ?tao de madrugada|noite|manha|domingo|feriado ~ nunca|nada
NOT ?me SENDV|lig*|chama|chame|chamem ?mais ?mensagem ?mensagens ?antes ?depois NUMBER ~ nunca|nada|nenhum* ~ NUMBER dia*|semana*|mes*|ano*|vez*
NOT ?me SENDV|lig*|chama|chame|chamem ?mais ?mensagem ?mensagens ... so depois|antes|apos|entre|de dia ~ nunca|nada|nenhum*
NOT ?quero ?receber ?mais mensagem|mensagens|lembrete|aviso de|no|aos|em|a domingo|domingos|feriado|feriados|noite|madrugada|manha ~ nunca|nada|nenhum*
NOT ?quero ficar|fico|ficar sem receber|SENDV
se|caso for|forem|vier|vir|chegar|chegarem|mandar|mandarem ?de ?da ?pela ?na ?muito ?tao manha|cedo|madrugada|noite ... bloque*
bloque* ?esse ?um ?o ?a ?minha ?meu horario|agenda|dia|cartao|data|vaga|manha|tarde|sala
bloqueou|bloquearam|bloqueado|bloqueada .. cartao|conta|celular|whatsapp|pix|banco
cartao|conta|celular|whatsapp|pix|banco .. bloqueou|bloquearam|bloqueado|bloqueada
caiu|foi|caixa|pasta|veio|parou .. spam
ela|ele|elas|eles|mae|pai|marido|esposa|mulher|irma|irmao|filh*|amig*|namorad* NOT vai|vao receber|ver|ganhar
NOT ?vao ?vai ?va ?me SENDV .. pra|para|pro ela|ele|elas|eles ~ mais
para|pare|parem|parar|chega de SENDV .. pra|para|pro|no|ao ?o celular|telefone|numero|contato|whatsapp|chip dela|dele
NOT ?vao ?vai ?va ?me SENDV .. pra|para|pro|no|ao ?o celular|telefone|numero|contato|whatsapp|chip dela|dele
cham* ?mais de senhora|senhor|dona|voce|tu|tia
NOT .. ligar|chamar|mandar ?mais tarde|cedo
perguntar isso|isto
NOT quero|queria|gosto|pretendo|vim|to|estou ?aqui ?de ?pra ?para ?te ?voces ?mais encher|incomodar|perturbar|amolar|importunar|atrapalhar|abusar
tinha|tava|estava|desativei|desativado|desativadas|silenciei|silenciado|desliguei|desligado .. notificac*|aviso*|whatsapp|celular|grupo|som ~ NOT|parem|pare quero|mandem
desativei|silenciei|desliguei .. notificac*|aviso*|grupo|som
me|eu DROP da|do|na|de ?parte ?turno manha|tarde|noite|segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|horario|dia
NOT precisa ?me mandar|enviar|avisar mensage*|aviso|lembrete amanha|hoje|agora|dia ~ mais
NOT ?me ?e ?para ?pra DROP ?o ?a ?meu lista|nome|numero|contato ~ lista|nome|numero|contato .. erra*
pedi|falei .. sair .. cedo|trabalho|servico|aula|plantao|turno|escola
clube|programa|aplicativo ?de pontos|fidelidade|beneficios
DROP ?o ?meu ?minha ?nome ?horario .. agenda|segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|horario
"""

RULES: tuple[tuple[str, str], ...] = (
    ("optout.keyword", """
^ ?quero|queria|desejo sair|pare|parar|parem|stop|descadastr*|remover|remova|unsubscribe|optout|bloqueei|bloqueando|bloquear|bloqueia $
^ ?quero me descadastr*|remov*|tir*|exclu*|desinscrev* $
^ sai fora|dessa ?lista $
^ sai|saia|saiam|saindo da|de|dessa|desta|do|desse lista|grupo|mailing|cadastro $ ~ ja|?
^ sair|cancelar|remover inscricao|lista $
^ opt out $
^ remova|retire|exclua|tire|remove ?- me $
^ NOT receber $
^ 0|nada|sem ?de ?mais UNASKED|spam|lembrete|lembretes|avisos $
^ NOT mais UNASKED $
^ block $
^ para de $
quitenme|quiteme|saquenme|borrenme|eliminenme
^ stop texting|messaging|it|this|please ?me $
^ para de mensagens $
descad*|desinscrev*|desinscric*|unsubscribe
silenci* isso|isto|esse|essas|voces
^ ?isso ?eu NOT autorizei $
"""),
    ("optout.stop_sending", """
!NOT para|pare|parem|parar|pararem|parando|parasse|parassem|deixa|deixe|deixem|deixar|deixassem|chega|cessem|cessar|evitem|basta ?ja de|com .. SENDV|ligar|ligarem|chamar|chamarem|ligando ~ endereco|foto|fotos|audio|audios|figurinha*|link|pergunta|perguntas|resposta*|opc* ~ mesma coisa
!NOT pare|parem|cessem|evite|evitem|cesse .. SENDV
TIRED ?de .. receber|recebendo
TIRED .. UNASKED ~ mandar|enviar|escrever|mandando
dar|da|deem|de tempo .. mensage*|propagand*|promoc*|envio*
ja deu|chega|basta ?de .. UNASKED
ta|esta bom ?ja ?chega de UNASKED
digit*|escrev*|respond* .. pra|para sair|parar|cancelar ~ consulta|horario
pra|para|pare de|di ?me manda|mandar|envia|enviar ?mais ?essas ?esse UNASKED|nada|isso
fica|ficam|vive|vivem|continua|continuam mandando|enviando|chegando ... UNASKED & , para|pare|parem|chega|basta $
UNASKED & como|onde .. cancel*|parar|saio|sair|desativ*|desliga*|bloque* ~ consulta|horario|espera|agenda
continu* .. recebendo|mandando|enviando|chegando & pedi|falei|solicitei|sai|sair|parar|parassem
insistente|insistentes|insistencia ... chega|para|pare|parem|basta
exijo|ordeno ?que parem|pare|cessem|tirem|retirem|removam
vai|vao|va .. SENDV .. outr*
cadastr*|inscrev* .. querer|errado|engano & tira|tirem|remov*|exclu*|retir*
faleceu|morreu|falecid* & remov*|tir*|retir*|parem|pare|exclu*
chega|basta de UNASKED
tod* dia|semana|h|dias ... UNASKED & pare|parem|para|chega|basta|deu
tod* dia|semana|h|dias ... UNASKED & NOT quero|aguento ?mais
UNASKED & ,|.|!|; pare|parem|chega|basta $
UNASKED .. ?me incomod*|perturb*|irrit*|enchendo ~ NOT .. incomod*|perturb*|irrit*
incomodando|perturbando|irritando|enchendo|chato|chata|chatas|irritante|insuportavel .. UNASKED ~ NOT .. incomodando|perturbando
chato|chata|irritante|insuportavel .. receber
se|caso ?voces ?nao continu*|insist* .. SENDV|com
"""),
    ("optout.stop_object", """
!NOT para|pare|parem|parar|chega com|de ?essas ?essa ?esse ?tanta ?tantas pesquisa*|enquete*|questionario* ~ ? ~ consulta
!NOT para|pare|parem|parar|pararem|chega|basta|cessem|deixem|deixe de|com .. NEWS|envio|envios|recebimento
!NOT pare|parem|cessem|suspend*|interromp*|paralis* .. NEWS|envio|envios|recebimento|disparo*
cancel*|desativ*|encerr*|deslig*|remov*|tir*|retir*|silenci* .. envio|envios|recebimento|UNASKED|lembrete*|notificac*|aviso|avisos|inscric*|newsletter ~ consulta|foto ~ lembrete|aviso errad*
NEWS .. chega|basta $
"""),
    ("optout.stop_record", "cancel*|encerr*|exclu* .. cadastro|inscricao|assinatura ~ clube|site|aplicativo|programa|consulta|plano"),
    ("optout.stop_record_of", "DROP|cancel* .. cadastro|nome|numero|contato|telefone d* ?suas mensage*|promoc*|propagand*|divulgac*|marketing|disparos|oferta*"),
    ("optout.enough", """
da|de|dar|deem|dando|poe|bota|coloca|ponham ?um ?uma ?logo basta
poe|bota|coloca|ponham|da|deem um fim|freio ... UNASKED|oferta*|nisso|isso
acaba|acabem|acabar|corta|corte|cortem|cortar com|as|os|essas|esses|essa ?chuva ?enxurrada .. UNASKED|oferta*|disparo* ~ desconto
UNASKED|oferta* ... da|de|deem um tempo
oferta*|propagand*|promoc* atras oferta|propagand*|promoc* ... chega|tempo|basta|para|parem
UNASKED ... chega|basta $
todo|toda ?santo dia|h ... ninguem merece ~ trabalho|transito|onibus
falei|disse|pedi|avisei .. NOT .. SENDTHEY|mandar|enviar ~ foto*|documento*|audio*|comprovante|boleto|pix
quero|queria paz ... UNASKED|mensage*
isso|isto e|virou assedio|perseguicao|importunacao
voces NOT cansa|cansam ?de ?nunca ?mandar ?enviar
NOT cansa|cansam .. SENDV|encher|UNASKED
"""),
    ("optout.not_to_come", """
NOT chegar|vir|aparecer|entrar ?mais ?nada .. isso|disso|NEWS|coisa|coisas
por que|porque ... receb*|mand* ?me isso|essa|essas|esse|esses|UNASKED & removam|remova|tirem|parem|descadastr*|excluam|apaguem ~ foto*|consulta
para|pare|parem|parar|pararem ?de chegar|vir|aparecer|cair|entrar .. isso|NEWS|coisa|coisas|celular|whatsapp|caixa ~ espinha*|pelo*|mancha*
pare|parem ?de chegar|vir|aparecer $
NOT .. sentido|motivo|razao|cabimento .. receb*
NOT tem|ha|existe .. por|motivo|porque .. receb*
mudei|moro|viajei|saio ... pode|podem ?me DROPME $
pode|podem|poderiam ?ja me DROPME ,|.|;|!
me tirem|removam|retirem|excluam|descadastrem ,|.|;|!
nome|numero|contato|telefone|celular .. saia|sair|saiam|suma|fora .. LISTS|LISTED|UNASKED ~ espera ~ agenda
some|sumam|suma .. meu|minha .. numero|contato|nome|telefone
"""),
    ("optout.stop_this", """
para|pare|parem|parar|pararem com isso|isto|essas|esses|essa|esse|tanta|tanto & UNASKED|NEWS
ja|vez|vezes|NUMBER pedi|falei|disse|avisei|solicitei|pedimos ... parar|pararem|parem|pare|mandem|mandarem|mandar|receber|enviem|tirar|tirarem|remover|excluir|sair|descadastr* ~ ? ~ respond*
NOT ?me perturbe|perturbem|perturba|perturbar|perturbando|amole|amolem|amola|importune|importunem|importuna|azucrine|azucrinem|enche|encham|encha
vai|vao|va encher|perturbar|amolar outr*|saco
"""),
    ("optout.not_to_receive", """
NOT .. receber mais|nada|NEWS|isso|esse|essa|esses|essas|disso|tipo|nunca|mensage*
gostaria|prefiro|favor|desejo|quero|queria|peco|solicito|pedir|exijo|prefere .. NOT .. receber|SENDTHEY|enviar|mandar|contatar|ser ~ foto|audio
NOT mais receber ~ sem receber
so|somente|apenas ?quero ?queria ?os ?o lembrete|lembretes ... promoc*|propagand*|oferta*|novidade* nao|dispenso
promoc*|propagand*|oferta*|novidade* nao|dispenso ... so|apenas|somente lembrete|lembretes
NOT ?quero ... promoc*|propagand*|oferta*|black ... lembrete|lembretes pode|podem|sim ~ lembrete NOT
quero|queria|precisa|preciso|vou ?mais receber|mandar|enviar ?mais ?isso ?nada nao $ ~ por que
!essa|esta UNASKED|oferta* ... NOT quero|queria|preciso|precisa|aceito|aguento|necessito mais ~ perder ~ espera
UNASKED|oferta* ... dispenso|dispensamos
NOT WISHES .. receber|recebendo
NOT WISHES .. SENDTHEY
NOT quero|queria|desejo|aceito|autorizo|curto|pedi|solicitei|necessito|preciso|gostaria ... mensage*|propagand*|spam|marketing|publicidade*|newsletter ~ perder ~ mandar|enviar ~ preocup*
NOT quero|queria|preciso|aceito mais|nenhum* .. UNASKED|oferta*|cupom|cupons|lembrete*|aviso|avisos|notificac*
NOT pedi|solicitei ?nenhum lembrete|lembretes ~ pode*|manda*|mande*|envi*|esqueci
NOT quero|aceito lembrete|lembretes nenhum|algum
NOT quero|aguento mais esses|essas|esse|tanto|tanta|tantos|tantas whatsapp|zaps|recado*|sms
NOT aguento|suporto|aturo mais ?de voces ?aqui ?no ?na ?meu ?minha whatsapp|celular|telefone|caixa
NOT quero ?mais isso|isto ?aqui no|nesse|neste meu|celular|whatsapp|telefone|numero celular|whatsapp|telefone|numero
NOT conheco ?essa ?esta clinica|voces & parem|para|tira|tirem|remov*
NOT quero mais voces|clinica no|em|pelo ?meu whatsapp|celular|telefone|numero
NOT quero|desejo|vou|pretendo mais participar $
NOT quero|desejo|vou|pretendo mais participar|parte d* ~ clube|programa|consulta|sessao
NOT preciso|necessito ?mais ?das ?dessas ?suas promocoes|mensagens|propaganda*|ofertas|marketing
NOT quero .. parte|estar|ficar|participar .. LISTED|cadastro ~ ficar ?de fora
NOT|nunca .. cadastrei|inscrevi|assinei ... remov*|tira|tire|exclu*|pare
NOT quero|gosto|queria|aceito|admito|permito ?que .. fiquem|fique|ficam|ficarem ?me chamando|ligando|mandando|procurando|enchendo|cutucando|perturbando|incomodando ~ foto*|audio*|comprovante|documento*
NOT WISHES .. contato|envio|comunicac*|disparos|comunicado* ~ novo ~ perder ~ NOT tenho contato
NOT WISHES mais|nada ?nada de|com voces ~ marcar
"""),
    ("optout.do_not_send", """
NOT ?me ?mais ?precisa ?precisam avisa|avise|avisem|avisar ?me mais de|dessas|desses|disso|nada|dessa
NOT ?me ?precisa ?precisam avisa|avise|avisem|avisar ?me mais $
NOT ?me ?mais ?precisa ?precisam avisa|avise|avisem|avisar ?mais nada|disso|dessas
NOT WISHES .. ser|ficar avisad*|lembrad*|notificad*|contatad*|procurad*|incomodad*
NOT .. SENDV ?me mais ~ foto|fotos|audio|video
NOT .. SENDV .. nada|NEWS|disso|isso|isto|coisa|coisas|saco|porcaria* ~ foto|audio
NOT mais .. SENDV ~ foto
nunca mais .. SENDV|ligue|liguem|chame|chamem|ligar
NOT .. ligue|liguem|chame|chamem|ligar|procurem ?me mais
NOT me liga|chama mais
NOT volta|volte|voltem|torna|torne|tornem .. SENDV|chamar|ligar
NOT|sem mais mensage*|promoc*|propagand*|texto|textos|ligac*|NEWS ~ quero|recebo|recebi|chegou|veio
sem mensagem|mensagens depois $
para|pare|parem ?de mensage*|texto|escrevendo|textando
NOT .. procurem|procure|contatem|contate|importunem|importune|incomode|incomodem|perturbe|perturbem
NOT .. entrem|entre|entra|entram|entrar ?mais ?em contato
"""),
    ("optout.no_more", """
NOT quero ?mais saber ?mais de|disso|dessas|desses|dessa|desse|do|da|isso ~ preco|valor
dispenso|dispensa|rejeito .. UNASKED|tais|isso|novidades|ofertas|promoc*
sem mais mensage*|promoc*|propagand*
chega|basta ?ja ?por ?favor disso|dessas|desses|dessa|desse ~ dor|mancha*
me poupe*|poupa|poupem d*|dess* mensage*|propagand*|promoc*|disso|pesquisa*|enquete*|questionario*
pesquisa*|enquete*|questionario* ... pare|parem|chega|basta $ ~ ?
livre .. mensage*|propagand*|promoc* ~ deus
"""),
    ("optout.remove", """
DROP .. LISTS ~ dados ~ espera ~ agenda|horario|consulta ~ troc*|atualiz*|coloc*|antigo|velho|novo ~ foto
me DROPME ?dai|disso|daqui|dessa|desse|desta|deste|fora|lista|disparo*|grupo* $
me DROPME dai|disso|daqui|dessa|desse|desta|deste|fora ~ espera ~ duvida|sufoco|aperto|enrascada|apuro ~ dessa ... ?
me DROPME d*|dos|das|da|do|desses|dessas|destes|seus|seu|sua .. LISTS|disparos|envios|NEWS ~ espera
"""),
    ("optout.remove_number", """
DROP meu|minha nome dai|dali|disso|dessa|desse|daqui ~ agenda|horario|consulta
me exclu*|remov*|descadastr*|desinscrev*|bloque*|desvincul* ~ espera|agenda|horario
DROP meu|meus|minha|esse|este|nosso .. numero|contato|whatsapp|telefone|celular ~ dados ~ troc*|atualiz*|coloc*|antigo|velho ~ numero|contato|telefone|whatsapp novo ~ novo numero|contato|telefone|whatsapp ~ novo e ~ consulta|agenda
retirada|exclusao|remocao|saida|cancelamento|baixa|descadastramento .. numero|contato|telefone|LISTS|mensage* ~ dados ~ espera
"""),
    ("optout.threat", """
vou|irei|vo|ja|ou|proxima|senao|aqui|eu ?ter ?tenho ?que ?de bloque*|denunci*|report* ~ se|caso ?voces falar|falarem|disser|disserem|recus*|negar*|errar*|machuc*|der|ficar ~ procon|medic*|policia|reclame|confirmo|crm|conselho|anvisa|delegacia|doutor*|dr|dra|justica|jornal|ministerio|vigilancia ~ NOT vou|irei ~ agenda|horario|cartao|dia|clinica
bloque*|denunci*|report*|marc* .. spam ~ caiu
isso|isto|e|virou|puro|fazendo|fazem|so|mandando|mandar|parece|proibido ?um spam|spans ~ spam ... ? ~ fake|fals*|golpe|perfil
bloqueei|bloqueando ?voces|esse|este|numero|contato $
mand*|envi*|continu*|insist* ... bloque*|denunci*|process*|report* ~ horario|agenda ~ reclame|confirmo|crm|conselho|delegacia|doutor*|dra
"""),
    ("optout.consent", """
revogo|retiro|cancelo|revogar|retirar|revogacao .. consentimento|autorizacao|permissao|aceite|anuencia ~ foto|fotos|imagem|imagens|instagram|video
NOT dei|autorizo|autorizei|permiti|permito|aceitei|aceito|concordo|concordei|consenti|consinto ?mais ?nenhum* .. consentimento|autorizacao|permissao|envio|contato|mensage*|receb*|mandarem|numero|NEWS ~ desconto
NOT|nunca pedi|solicitei|assinei ?para|pra .. receber|mensage*|propagand*|promoc*|lista|newsletter|enviassem|mandassem ~ ajuda|orcamento
"""),
    ("optout.leave_me", """
deixa|deixe|deixem|deixar ?eu ?me ?a ?gente ?nos ?em paz ~ sobrancelha|cabelo
me deixa|deixe|deixem ?em ?por paz|quieto|quieta|favor|mao|sossegada|sossego
deixa eu quieta|quieto
!NOT me esquece|esquecam|esqueca|esquecem|erra|errem|larga|larguem ~ me esquec* na|da ~ duvida ~ esquece esse|essa|dia|horario
deixa|deixe|deixem|larga|larguem .. whatsapp|celular|telefone|numero|contato|caixa|email ?em paz|quieto|sossegad*|sossego
!NOT tira|tire|tirem|deixa|deixe|deixem|inclua|inclui ?me|eu|nois|gente ?de fora disso|dessa|desse|dessas|daqui|lista|UNASKED ~ espera ~ inclua|inclui ?de fora dessa|disso $
esquece|esqueca|esquecam .. numero|contato|whatsapp|telefone|existo|existe
!NOT esquece|esqueca|esquecam de mim
desconsider* .. contato|numero|cadastro|email ~ anterior|antigo|velho ~ novo
tira|tirem|tire eu disso|dai|dessa|daqui
larga|larguem|sai|saiam|saia|desgruda|desgrudem .. pe ~ de pe
sai|saiam|saia|some|sumam|suma|vaza|vazem|xo .. whatsapp|celular|daqui|vida ~ quando|h
"""),
    ("optout.leave_list", """
sair|saio ?so ?somente ?apenas das|dessas|de|do novidades|oferta*|marketing|campanha*|informativo*
sair|saio|tirada|retirada|excluida|removida|fora d* ?essa ?esta ?dessa LISTS|mensagens|grupo|propagandas|promocoes|disparos|campanha* ~ espera ~ NOT .. ficar|fico ?de fora
me DROPME d*|da|do|das|dos ?sua LISTED ~ espera
pedi|solicitei|mandei|respondi|digitei|escrevi ?pra ?para ?o sair ~ querer|engano|voltar
"""),
)  # fmt: skip

# Who wants to be forgotten, not only left alone.
ERASURE = """
DROP meu|meus|minha|esse|este|nosso .. numero|contato|whatsapp|telefone|celular|nome ~ LISTED ~ troc*|atualiz*|coloc*|antigo|velho|novo ~ tir*|tira|remov* ~ consulta|agenda|horario
me DROPME .. cadastro|sistema|base|banco ~ mensage*|promoc*|propagand*
DROP .. cadastro ~ mensage*|promoc*|propagand* ~ clube|aplicativo|site|atualiz*|coloc*
lgpd & DROP|descadastr*
"""

# Another way to be reached is wanted, not silence.
CHANNEL = """
so|somente|apenas|prefiro|pode|podem|melhor|manda|mande|mandem|avisa|avise|avisem|chama|chame|chamem|escreve|escrevam|fala|falem .. email|whatsapp|sms|mensagem|mensagens|texto|escrito|audio|telefone|ligac*|aqui ~ NOT mande|mandem|manda|chame|chamem|avisem .. mensagem|mensagens|whatsapp
email|whatsapp|sms|mensagem|texto|aqui|telefone pode|tudo
"""

# No news where Anna writes, wherever else they may be wanted: that is silence for her.
NOT_HERE = """
NOT quero|queria|aceito|gosto|curto ?de ?receber ?mais UNASKED|oferta*|novidade* no|pelo|por|nesse|neste|aqui whatsapp|celular|telefone|numero ~ sem
NOT mande|mandem|manda|envie|enviem ?mais UNASKED|oferta*|novidade* no|pelo|por|nesse|neste|aqui whatsapp|celular|telefone|numero
"""

# Under a campaign ("responda SAIR") these have only one meaning.
UNDER_CAMPAIGN = """
NOT autorizei|autorizo
NOT|nunca pedi|solicitei|assinei isso|isto|nada
bloqueando|bloqueei ~ agenda|horario
pare|parem|chega $
.|!|?|,|; sai|saia|saiam|some|suma|sumam|vaza|xo|removam|tirem|excluam|retirem|exclua|apaguem|apaga|descadastrem|bloqueiem|parem ?agora ?ja ?daqui ?isso ?tudo ?me $ ~ calma|pera|h|trabalho|que h
tira|tirem|tire eu|nois|gente disso|dai|dessa|daqui
^ quero|queria|desejo sair ?disso ?dessa ?desse ?daqui $
^ parou|dispenso|rejeito|remove|remova|exclui|retira $
.|!|?|,|; para|remove|remova|exclui|exclua|tira|retira $
quem .. autorizou|permitiu|autorizacao|permissao
!NOT tira|tire|tirem|deixa|deixe|deixem|inclua|inclui ?me|eu|nois|gente ?de fora
quero ?nao ver ?mais isso|NEWS
NOT quero|queria ?mais ver ?mais isso|NEWS
me deixa|deixe|deixem $
para|pare|parem|parar|pararem com isso|isto
^ ?ja ?falei ?nao ?, para|chega|sai|cancelar|cancela|cancele|basta|fora|some|xo ?ja ?agora ?com ?isso ?de ?mim ?daqui $ ~ to|estou fora
^ ?ja ?falei ?nao ?, nao perturbe|perturba $
^ me tira ?dai ?disso $
^ ?ja ?falei ?nao ?, nao quero mais ?isso ?nada ?disso $
vai encher outr*
^ nao me interessa mais $
^ deixa disso $
.|!|?|,|;|mas pare|parem|parou|basta|chega|sair $
^ NOT quero .. mais $
sai|saia|saiam fora
tira ?isso ?ai ?daqui $
me tira dai|disso|daqui|dessa
^ sair sair ?sair ?sair $
^ ?ja ?eu ?ok respondo|respondi|mandei|digitei|escrevi|falei|pedi ?que ?pra ?para ?de sair $
^ sair de novo $
^ sem UNASKED $
^ NOT quero|aceito|gosto|curto ?de ?receber ?suas UNASKED|ofertas|oferta $
NOT insista|insistam|insiste
^ xo $
DROP meu|minha|o ?meu nome|numero|contato|telefone|cadastro $
^ desativar|desativa|desative|cessar|encerrar|encerra ?isso $
^ ?ja para|pare|parem com isso ?ja $
"""

FAMILY = {
    **FAMILIES,
    "SENDV": "escreve manda mande mandem mandar mandarem mandes mandando mandassem envia envie enviem enviar enviarem enviando enviassem receber receberem perturba perturbe perturbem perturbar "
    "aperrear aperreie aperreia aperreando aporrinhar aporrinhe aporrinha atazanar atazane atazana apoquentar apoquente pentelhar pentelhe pentelha chatear chateie "
    "perturbando incomoda incomode incomodem incomodar incomodando encher encha encham enchendo escreva escrevam escrever importunar importune importunem "
    "procure procurem procurar contate contatem contatar disparar disparem disparando aborrecer aborrecam insistir insista insistam notificar notifiquem "
    "amolar azucrinar flodar floodar torrar bombardear spammar spamar encaminhar encaminhem mensagear tacar socar empurrar oferecer oferecendo ofereca oferecam oferece mandi mandim",
    "SENDTHEY": "mandem enviem mande envie mandarem enviarem mandassem enviassem chamem liguem perturbem incomodem procurem contatem escrevam importunem disparem insistam encham "
    "mandando enviando contatad* chamad* incomodad* perturbad* importunad* procurad*",
    "UNASKED": "mensage* propagand* promoc* promo promos publicidade* anuncio* marketing spam mensagens newsletter divulgac* informativo* disparo* panfleto* corrente campanha* recado* recadinho*",
    "TIRED": "cansei cansad* cansou fart* saco cheia cheio aguento suporto aturo enjoei enjoad* bast* exaust*",
    "WISHES": "quero queria desejo gostaria pretendo aceito autorizo quis interessa interesse interessad* solicitei pedi tenho faco permito curto necessito preciso vou",
    "DROPME": "tira tire tirar tirem tirarem remov* exclu* retir* descadastr* delet* desinscrev* apaga apague apaguem risca risque",
    "LISTED": "lista listas mailing disparos transmissao divulgacao propaganda* promoc* mensage* grupo",
    "LISTS": "lista listas cadastro base mailing disparos transmissao contatos relacao banco rol divulgacao sistema numero contato telefone celular",
}  # fmt: skip

OTHERS = (LOOKALIKES, UNDER_CAMPAIGN, ERASURE, CHANNEL, NOT_HERE)
