"""What is asked, told or wanted, as phrases: the many ways beside those that `intents` knows as patterns."""

from __future__ import annotations

from functools import cache

from anna.commands import Intent
from anna.conversation.understanding.text.phrases import Phrases

_FAMILIES = {
    "MONEY": "preco precos valor valores custo custos orcamento precinho tabela investimento",
    "COST": "custa custaria fica ficaria sai sairia saindo saia vale cobra cobram cobraria cobrando custando seria dava",
    "OWN": "consulta sessao horario agendamento retorno avaliacao limpeza botox peeling drenagem massagem depilacao laser procedimento atendimento reserva sobrancelha cilios preenchimento",
    "OPEN": "abre abrem fecha fecham funciona funcionam atende atendem atendendo trabalha trabalham abrindo funcionando aberto aberta abertos abertas",
    "SHUT": "sabado sabados domingo domingos feriado feriados carnaval natal noite cedo almoco fds",
    "CAR": "carro moto caminhonete caminhao van carreta bicicleta bike",
    "LASTS": "dura duram durar durou demora demoram demorar leva levam",
    "QUIT": "desist* cancel* desmarc* falt* furar furou",
    "SHOP": "farmacia drogaria pizzaria padaria banco igreja escola oficina mercado supermercado restaurante lanchonete taxi correios prefeitura hospital veterinari* petshop hotel pousada "
    "academia loja imobiliaria cartorio lavanderia floricultura chaveiro borracharia gas detran receita",
}

_RULES: tuple[tuple[Intent, str], ...] = (
    (Intent.PRICE, """
quanto que|e|ia|vou|vai|vamos|daria|da|eu .. pagar|gastar|desembolsar|investir|deixar
quanto que|e|que|q ?e COST|ta|e
quanto ?voces ?que ?ai COST
por quanto COST|voces|faz|fazem|da
a partir de quanto
faixa de preco|quanto|valor
me ?voce ?pode passa|passar|manda|mandar|fala|falar|diz|dizer|informa|informar|fornece ?o ?os ?uma MONEY
fazer|consigo|conseguiria|da o que com
da fazer o que
cobra*|paga ... avaliacao ~ cobraram
avaliacao ... gratis|gratuita|paga|cobrada|cobra
sai|fica|e|seria mais barato|conta ~ parcel*
MONEY ... ficou|fica|esta|ta|e quanto|qual
quanto ?e|ta|anda ?mesmo ?o ?a ?hoje sess*|aplicac*|ml|seringa|area|pacote ~ LASTS quanto
"""),
    (Intent.PAYMENT, """
aceita*|aceitam|passa|recebe*|trabalha* .. vr|va|vale|sodexo|alelo|cheque|carne|picpay|nubank|mercadopago|amex|elo|visa|master*|debito|credito|cartao|pix|dinheiro|boleto ~ passa .. pix|chave|mim
pago|paga|pagamento|acerto .. na|no|antes|depois|adiantado|hora|ato ~ por mim ~ dia
precisa|tem|tenho|tinha ... sinal|adiantado|entrada|caucao ~ sinal ... de|da vida
fiz|mandei|enviei|transferi|paguei ... pix|comprovante|transferencia|boleto|sinal
caiu|chegou|entrou|recebe* ?o ?ai pix|pagamento|transferencia|dinheiro|comprovante
pix ... caiu|chegou|entrou
cade|preciso|quero|manda|emite|emitem|fornece* .. nota fiscal|recibo|nf
"""),
    (Intent.LOCATION, """
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
    (Intent.AVAILABILITY, """
hoje|amanha ainda da|rola|tem|teria ~ tempo
ta|esta|tem|teria|tera livre|vago|disponivel|desocupad* ~ to|estou|eu|fico|quando estiver
tem|teria|sobrou|ha|tera ?ainda ?ai algo|alguma|algum|nada|horinha|brecha|encaixe ... ?de ?pra ?para hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|semana|depois|antes|h|manha|tarde|noite ~ MONEY|desconto*|promo*|duvida|problema|pacote
consigo|conseguiria ?encaixar ?fazer ?um ?uma ?uns ?umas ?uma OWN|horario|vaga|encaixe|micro*|criolipo*|peelin*|botox|harmoniz*|bioestim*|skin*|ultraf*|extensao|design|sobranc*|cili* ~ nao|num ~ ir|pagar|chegar|remarc*|mudar|cancel* ~ so consigo
tem como ?fazer ?ser ?eu ?ir ~ MONEY|pagar|parcel*|parar|sair|antecipar|adiantar|adiar|mudar|trocar|remarc*|marcar|agendar|encaixar|cancel*|saber|mandar|falar|ver|voce*|ligar|chegar|ser|descont*|tirar|receber
"""),
    (Intent.HOURS, """
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
LASTS quanto|muito|quantas|quantos|horas
quanto|quantas|quantos|qnto ?tempo ?h ?min ?meses ?dias ?mais ?menos ?ou ?em ?media ?que ?e LASTS
tempo LASTS|e|de .. sess*|efeito|resultado|procedimento
efeito|resultado .. LASTS
domicilio|residencia
OPEN|vai|vao|atendimento|fazem|faz em casa
espaco|lugar|sala|cantinho .. crianca|criancas|filho|filhos|esperar|esperarem|acompanhante|eles ~ CAR
brinquedoteca|kids|fraldario|elevador|rampa|cadeirante|acessivel
posso|pode|podem|da levar|ir|entrar|trazer .. crianca*|filh*|menin*|bebe|acompanhante|marido|amiga|mae|cachorr*|pet|gato|alguem
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
tem|precisa|preciso|tenho|devo|necessario ?que ?de levar|trazer|apresentar|imprimir ... ?
tem|precisa|preciso|tenho|devo|posso|pode ?que ?de ir|vir|chegar|estar .. sem|com|antes|jejum|maquiagem|roupa|chinelo|short|vestido|calca|acompanhante|acompanhad* ... ? ~ carro|dor
precisa|precisam|pedem ?do ?da ?de ?meu ?minha cpf|rg|documento*|carteirinha|identidade ... ?
cpf|rg|documento*|carteirinha|identidade .. precisa|necessari* ... ?
"""),
    (Intent.INFO_PREFERENCE, """
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
    (Intent.CHECK_APPOINTMENT, """
que|qual|q dia|h|horario ficou|marquei|agendei|marcou|marcaram|agendaram
nao sei|lembro|anotei|recordo|guardei ... dia|h|horario|data ?que ?ficou ?marquei ?e ?era
perdi|esqueci|apaguei .. dia|h|horario|data|mensagem ... OWN|marquei|ficou|marcad*
ve|veja|olha|confere|verifica|consulta|conferir|ver ?ai ?pra ?mim ... minha|meu OWN ~ quero marcar ~ vai|vou|ir
to|estou|tou|fiquei marcad*|agendad*|encaixad* pra|para|quando|que|mesmo
tenho ?um ?uma ?algum ?alguma OWN|coisa|algo|hora marcad*|agendad*|hoje|amanha ~ cancel* ~ queria|quero|mudar|trocar|remarc*|posso|pode|faco|da
disse|falou|falaram|passou|marcou|passaram ... ta|esta|e certo|correto|isso|confirmad*
"""),
    (Intent.WAITLIST, """
se|caso|quando|qualquer alguem|algum|alguma|outra|outro|uma|um|mais ... QUIT
se|caso|quando surgir|abrir|aparecer|vagar|liberar|tiver|houver|sobrar|rolar .. vaga|horario|encaixe|brecha|desistencia|algo|alguma|a|o|um|me|primeiro|lugar
avisa|avise|avisem|chama|chame|encaixa|liga|lembra .. se|quando|caso ... vaga|QUIT|surgir|abrir|vagar|liberar|aparecer|horario
lista|fila de espera
desistencia|desistencias ~ politica
"""),
    (Intent.LATE, """
vou|irei|devo|capaz chegar .. tarde|atrasad*|depois
preso|presa|parado|parada|travado|travada .. transito|engarrafamento|congestionamento|marginal|linha|rodovia|br|avenida
pneu|onibus|metro|trem|uber|carro .. furou|quebrou|atrasou|parou|pifou|enguicou
perdi .. onibus|metro|trem|hora
chego|chegarei ... atraso|atrasad* ~ sem
min|minutos|minutinhos .. atraso|atrasad*
"""),
    (Intent.RESCHEDULE, """
sair|tirar|tira .. OWN ... e|pra|para ir|colocar|botar|passar|por ~ plantao
preciso|quero|queria|posso|tem|da ?como ?que ?de trocar|mudar|alterar ?isso ?ai ?o ?a ?ela ?ele e|, ~ telefone|numero|procedimento
troca|trocar|troco .. minha|meu OWN por|pelo|pela
"""),
    (Intent.INFO_BOT, """
e|eh|sao|parece|isso|isto|deve resposta|mensagem|mensagens|respostas|texto|audio automatic*|pronta|prontas|programad*|gravad*|robotizad*|padrao ~ recebi
resposta*|mensage*|texto*|isso|isto|aqui .. automatic*|programad*|gravad*|robotizad* ~ recebi ~ audio|ligac*
quem ta|esta|que|e ?ta ?e digitando|escrevendo|respondendo|digita|escreve ?aqui ?ai ?mesmo ?comigo ?
isso|isto|aqui|ai|tu|voce automatic*|robo|robozinho|gravacao|maquina|chatgpt|ia ?mesmo ne|?|, ~ quero|falar|pass*|chega
atendente|pessoa|humano|humana|gente|alguem ou|, bot|robo|maquina|ia|computador|automatico|chatbot
bot|robo|maquina|ia|chatbot ou ?e ?um ?uma ?ser atendente|pessoa|humano|humana|gente|alguem
quem responde|atende|escreve|fala|digita .. aqui|ai|mim|e .. robo|bot|pessoa|gente|voce|maquina
voce existe|pensa|sente
"""),
    (Intent.B2B, """
represento|represent* .. empresa|distribuidora|marca|laboratorio|industria|fabrica
sou|trabalho representante|vendedor*|consultor*|corretor*|distribuidor* .. de|da|na|com
energia solar|consorcio|emprestimo*|maquininha*|seguro empresa*
solucao|sistema|software|aplicativo|plataforma pra|para clinica*|voces
aument* .. faturamento|pacientes|seguidores|vendas .. clinica|voces|sua
parceria*|permuta|collab|publi|patrocinio
"""),
    (Intent.OFFTOPIC, """
http|https|www|bit|link ... ganh*|renda|premio|resgat*|sorte*|gratis|lucr*|invest*|clique|clica|acesse|dinheiro
ganh*|renda|premio|resgat*|lucr*|invest*|clique|clica|acesse|dinheiro ... http|https|www|bit|link|com
voce foi selecionad*|sortead*|premiad*|contemplad*
e|eh|eh|seria|falo|numero|telefone|whatsapp ?o ?e da|do|na|no SHOP
vende*|entrega* .. gas|agua|pizza|marmita|comida|remedio
resultado|placar .. jogo|loteria|mega|enem
"""),
    (Intent.GREET, """
^ tem|alguem alguem|ai|online ?ai ?online ?por $
^ oi|ola|alo alguem ?ai $
^ fala|eai parceiro|parca|meu|mano|brother|amigo
^ cade voces|todo|mundo ?ai $
"""),
    (Intent.SCHEDULE, """
me encaixa|encaixe|encaixar|bota|poe|coloca .. agenda|hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|semana ~ lista
arruma|arranja|descola|consegue .. horario|vaga|horinha|encaixe|brecha
separa|guarda|segura ?um ?uma ?pra ?mim horario|vaga|horinha
quero|vou|queria tirar|aproveitar ?e ?pra ?para marcar|agendar|fazer
"""),
)  # fmt: skip


@cache
def phrases() -> Phrases:
    """The rules, ready to be read; rule n is `_RULES[n]`."""
    return Phrases(_FAMILIES, [text for _, text in _RULES])


def intent_of(rule: int) -> Intent:
    """What rule number `rule` means."""
    return _RULES[rule][0]
