"""What is asked and told of consultas, one's own and those to come, as phrases: when it is, another day, a place on the list, being late."""

from __future__ import annotations

from anna.commands import Intent

BOOKING_PHRASES: tuple[tuple[Intent, str], ...] = (
    (Intent.AVAILABILITY, """
hoje|amanha ainda da|rola|tem|teria ~ tempo
ta|esta|tem|teria|tera livre|vago|disponivel|desocupad* ~ to|estou|eu|fico|quando estiver
tem|teria|sobrou|sobra|ha|tera ?ainda ?ai algo|alguma|algum|nada|horinha|brecha|encaixe|beirada|beiradinha|janela|janelinha|buraco|buraquinho|lugarzinho|espacinho|vaguinha ... ?de ?pra ?para hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|semana|depois|antes|h|manha|tarde|noite ~ MONEY|desconto*|promo*|duvida|problema|pacote
consigo|conseguiria ?encaixar ?fazer ?um ?uma ?uns ?umas ?uma OWN|horario|vaga|encaixe|micro*|criolipo*|peelin*|botox|harmoniz*|bioestim*|skin*|ultraf*|extensao|design|sobranc*|cili* ~ nao|num ~ ir|pagar|chegar|remarc*|mudar|cancel* ~ so consigo
tem como ?fazer ?ser ?eu ?ir ~ MONEY|pagar|parcel*|parar|sair|antecipar|adiantar|adiar|mudar|trocar|remarc*|marcar|agendar|encaixar|cancel*|saber|mandar|falar|ver|voce*|ligar|chegar|ser|descont*|tirar|receber
"""),
    (Intent.CHECK_APPOINTMENT, """
que|qual dia|h|horario ?que ?eu fiquei|peguei|escolhi
e pra|para ir|estar|chegar|comparecer|aparecer ?ai ?la que|qual dia|h|horario ~ posso|pode|da|buscar|pegar|retirar
que|qual dia|h|horario e pra|para ir|estar|chegar|comparecer|aparecer ~ posso|pode|da|buscar|pegar|retirar
que|qual dia|h|horario vou|tenho|preciso ?que ?de ?ir|estar|chegar|comparecer ?ai ?la mesmo
vou|tenho ?que ?ir que dia|h|horario mesmo
quando e pra|para ir|estar|comparecer|aparecer ~ posso|pode|da|buscar|pegar|retirar
no|em nome de quem
qual ?e ?foi ?o nome ?que ?ta ?esta ?ficou na|no|da|do consulta|agendamento|reserva|horario ~ procedimento|tratamento
quem vai|vem na|no|nessa|nesse|pra|para ?a ?o ?essa ?esse consulta|horario|dia|sessao
pra|para quem e|ta|esta|ficou|foi ... consulta|horario|sessao|marcad* ~ quero|marcar
pra|para quando voces|eu|ai|me ?me PUT|fiquei|peguei
me PUT .. que|qual dia|h|horario
ficou|deu|ta|esta certo|marcado|confirmado|anotado .. MY|aquele|aquela ITS ~ NOT vou|quero ~ pode
MY|aquele|aquela ?aquele ?meu ITS .. valendo|pe|certo|marcad*|confirmad*|garantid* ... ? ~ pode
MY|aquele|aquela ?meu ?minha ITS .. ficou ... ?
reserva ... valendo|vale|pe|ativa|guardada ... ? ~ pode
cancelaram|cancelou|tiraram|derrubaram|perderam|liberaram|caiu|venceu|expirou ?a ?minha reserva
porque|quem|quando ?foi ?e ?que ?voces ?a ?clinica cancelaram|cancelou|desmarcaram|desmarcou ~ NOT vou|consigo
por que ?foi ?e ?que ?voces ?a ?clinica cancelaram|cancelou|desmarcaram|desmarcou ~ NOT vou|consigo
cancelaram|cancelou|desmarcaram|desmarcou|remarcaram .. MY|ITS ... ? ~ NOT vou|consigo
MY ?ITS foi cancelad*|desmarcad* ... ?
foi cancelad*|desmarcad* .. MY ... ?
as|das|de|da|do|hoje|amanha ... continua|segue|permanece|mantem ... ne|certo|certinho|pe|valendo|marcad*|confirmad*|? & MY
a|o MY ?ainda ta|esta|tao|continua|segue .. pe|valendo|marcad*|confirmad*|garantid* ... ?
e de|da|pela|a manha|tarde|noite ?ou ?de ?a ?da manha|tarde|noite ?a ?o MY ITS
MY ITS e|ta|esta|seria|ficou hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|cedo|manha|tarde ... ?
e hoje|amanha ?mesmo ?o ?a MY ITS
e hoje|amanha|segunda|terca|quarta|quinta|sexta ?que ?mesmo eu vou|venho|faco|volto ?ai ... ?
confere|confira|conferir|ve|veja|olha|verifica|checa ?ai ?pra ?mim ?se ?eu ?meu ?nome to|estou|ta|esta|tem|caiu|entrou|nome .. sistema|agenda|agendad*|marcad*|lista|anotad*
confere|confira|verifica|olha|ve ... ta|caiu|entrou|to .. sistema ~ MONEY
NOT recebi|chegou|veio ?a ?nenhuma mensagem|confirmacao|lembrete|aviso|nada .. MY ITS
NOT recebi|chegou nada .. confirmando|confirmacao|avisando
perdi|sumiu|apaguei .. papel|papelzinho|cartao|mensagem|conversa|anotacao ... que|qual|quando|data|horario|h|dia ~ remarc*
me lembra|lembre|confirma|confirme|fala|fale|diz|diga ?ai ?o ?a ?pra ?mim quando|dia|horario|h ... marquei|marcad*|fiquei|MY
ainda tenho ?uma ?um ?alguma ?algum h|horario|sessao|consulta ... ?
quando e|sera|vai ?ser ?a ?minha proxima ~ promoc*
marquei|agendei ... nao|num lembro|sei|anotei ... quando|dia|h|horario
marquei|agendei|marcaram|agendaram ... NOT recebi|recebemos|chegou|veio|mandaram ?ainda ?nenhuma ?nenhum nada|confirmacao|mensagem|retorno|resposta|lembrete|aviso|comprovante ~ quero|queria marcar|mudar|remarcar
marquei|agendei ... confere|confira|conferir|verifica|verifique|verificar|checa|checar ~ quero|queria marcar|mudar|remarcar
marquei|agendei ... nao|num lembro|sei|recordo ?direito ?bem se|qual ~ se .. vou|posso|consigo|da|poder*|conseguir*
marquei|agendei ... ver|ve|veja|conferir|confere|olhar|olha|checar ?ai pra|para mim ~ quero|queria marcar|mudar|remarcar
que|qual|q dia|h|horario ficou|marquei|agendei|marcou|marcaram|agendaram
nao lembro|anotei|recordo|guardei ... dia|h|horario|data ?que ?ficou ?marquei ?e ?era
nao sei ... dia|h|horario|data ?que ?ficou ?marquei ?e ?era ~ nao|num sei ainda ~ ainda nao|num sei
nao sei ... dia|h|horario|data .. minha|meu|marquei|marcaram|ficou|marcad*
perdi|esqueci|apaguei .. dia|h|horario|data|mensagem ... OWN|marquei|ficou|marcad*
ve|veja|olha|confere|verifica|consulta|conferir|ver ?ai ?pra ?mim ... minha|meu OWN ~ quero marcar ~ vai|vou|ir
to|estou|tou|fiquei marcad*|agendad*|encaixad* pra|para|quando|que|mesmo
tenho ?um ?uma ?algum ?alguma OWN|coisa|algo|hora marcad*|agendad*|hoje|amanha ~ cancel* ~ queria|quero|mudar|trocar|remarc*|posso|pode|faco|da
cade|kd ?a ?o ?da ?do minha|meu|a|o OWN|confirmacao|reserva ~ voces|clinica|predio|rua|porta|atendimento
nao|num|nem recebi|chegou|veio|mandaram|mandou ?ainda ?nenhuma ?a ?minha confirmacao ~ pagamento
e a|minha confirmacao ?
disse|falou|falaram|passou|marcou|passaram ... ta|esta|e certo|correto|isso|confirmad*
"""),
    (Intent.WAITLIST, """
se|caso|quando|qualquer ?alguem ?alguma ?algum ?um ?uma FREE ... me|chama|avisa|avise|encaixa|grita|corro|vou ~ promoc* ~ remarc*
me|chama|avisa|avise|encaixa|grita|lembra ... se|quando|caso ?alguem ?alguma ?algum ?um FREE ~ promoc*
se|caso|quando alguem|algum|alguma ... sair|sai|saia|desiste|tras|faltar|furar|desmarcar .. agenda|horario|eu|me|chama|avisa
alguem .. der|dar|deu tras|pra|para tras ... me|chama|avisa|eu
furo|buraco|brecha|encaixe ... me chama|avisa|encaixa|grita ~ tem
fico|ficar|deixa|deixe|coloca|bota|poe|deixar .. na|em espera|esperinha ~ telefone
poe|bota|coloca|inclui|anota ... listinha|lista|fila ... vaga|desistencia|esperando|espera
torcida|torcendo|esperando|aguardando .. desistencia|vaga|encaixe
se|caso|quando|qualquer alguem|algum|alguma|outra|outro|uma|um|mais ... QUIT
se|caso|quando surgir|abrir|aparecer|vagar|liberar|sobrar|rolar .. vaga|horario|encaixe|brecha|desistencia|algo|alguma|a|o|um|me|primeiro|lugar
quando tiver|houver .. vaga|vaguinha|horario|encaixe|brecha|desistencia ... avisa*|avise*|cham*|encaix*|lembr*|lig*|grita
se|caso tiver|houver !quero|queria|prefiro|pode|marca*|fico|pego|aceito|escolho|reserva* .. vaga|horario|encaixe|brecha|desistencia|algo|alguma|a|o|um|me|primeiro|lugar
avisa|avise|avisem|chama|chame|encaixa|liga|lembra .. se|quando|caso ... vaga|QUIT|surgir|abrir|vagar|liberar|aparecer|horario
lista|fila de espera ~ que lista|fila ?de ?espera ? ~ quem .. falou|disse|pediu .. lista|fila ~ NOT pedi|falei|quero|queria|quis .. lista|fila
desistencia|desistencias ~ politica
"""),
    (Intent.LATE, """
uber|onibus|carona|taxi|motorista|metro|trem ... cancel*|quebr*|atras*|demor*|parou|passou|furou|sumiu ... espera|segura|chego|indo|vou|atras*|aguarda ~ remarc*|amanha|outro
me aguarda|segura|guarda ?ai ?so|uns|umas|ai|1|pouquinho|tiquinho|ja|minutinho*|min ~ escola|se
me espera ?ai ?so uns|umas|1|pouquinho|tiquinho|minutinho*|min ~ escola|se
uber|onibus|carona|taxi|motorista|metro|trem|transito|engarrafamento & me espera ~ escola|se
perdi|passei da|a h ... indo|chego|correndo|vou ~ remarc*
to|estou|tou saindo|sai ?de ?do casa|trabalho|servico|aqui so|agora ~ quando
to|estou|tou enrolad*|agarrad*|presa|preso ... !NOT chego|demor*|ja|min ~ hoje nao|remarc*
tiquinho|cadinho|pouquinho|bocadinho|pouco ?de|mais|depois|atras* atraso|atrasad*|tarde ~ marcar|tem ~ posso|pode ... ?
demorar|demoro|atrasar|atraso ?mais ?um ?so tiquinho|cadinho|pouquinho|bocadinho|pouco
chuva|alag*|enchente|acidente|protesto ... chego|chegar|atras*|demor* ... depois|tarde|atras*|min|demor* ~ remarc*
vou|irei|devo|capaz chegar .. tarde|atrasad*|depois
preso|presa|parado|parada|travado|travada .. transito|engarrafamento|congestionamento|marginal|linha|rodovia|br|avenida
pneu|onibus|metro|trem|uber|carro .. furou|quebrou|atrasou|parou|pifou|enguicou
perdi .. onibus|metro|trem|hora
chego|chegarei ... atraso|atrasad* ~ sem
min|minutos|minutinhos .. atraso|atrasad*
"""),
    (Intent.RESCHEDULE, """
horario|dia|data|h ... nao|num serve|da|rola|bate|encaixa|combina ?mais ... arruma|arranja|ve|veja|muda|troca|tem|me|consegue ?me ?um outro|outra
turno|escala|plantao|trabalho|aula|horario mudou|virou|trocou ... troca|muda|arruma|outro|outra|passa
tirar|tira .. MY ITS .. dia|data|horario ... jogar|joga|passar|passa|colocar|botar
joga|jogar|empurra|empurrar|puxa|puxar|passa|passar|chuta|chutar|adianta|arrasta .. MY|ITS .. frente|tras|cima|baixo|depois|pouco|pouquinho|outr* ~ contato|nome
me passa|joga|muda|troca|bota|poe|coloca pra|para ?a ?o outra|outro|proxima semana|dia|data|horario|mes
nao|num vou|posso|consigo|da ... nao|sem quero perder ... poe|passa|bota|muda|outro
que|q ?eu marquei|peguei|escolhi ... tem|arruma|ve|muda|troca|passa ?um ?uma outro|outra
mudar|trocar|mudo|troco .. MY ITS de dia|horario|data
arruma|arranja|arrume outro|outra dia|horario|data .. MY ITS
sair|tirar|tira .. OWN ... e|pra|para ir|colocar|botar|passar|por ~ plantao
preciso|quero|queria|posso|tem|da ?como ?que ?de trocar|mudar|alterar ?isso ?ai ?o ?a ?ela ?ele e|, ~ telefone|numero|procedimento
troca|trocar|troco .. minha|meu OWN por|pelo|pela
"""),
    (Intent.SCHEDULE, """
me encaixa|encaixe|encaixar|bota|poe|coloca .. agenda|hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|semana ~ lista
arruma|arranja|descola|consegue .. horario|vaga|horinha|encaixe|brecha
separa|guarda|segura ?um ?uma ?pra ?mim horario|vaga|horinha
quero|vou|queria tirar|aproveitar ?e ?pra ?para marcar|agendar|fazer
voce|voces ?mesmo ?mesma que|quem|q marca|marcam|agenda|agendam ~ marca|marcam|agenda .. para|avaliacao ?ele
com|contigo voce|voces ?mesmo ?mesma ?que|q ?eu ?se marco|agendo
quem marca|agenda ?as ?os ?consultas|horarios e voce|voces
"""),
    (Intent.CANCEL, """
!nao|num me tira|tire|tirem|risca|exclui|remove d*|desse|deste|dessa horario|dia|agenda|segunda|terca|quarta|quinta|sexta|sabado ~ parte|manha|tarde ~ poe|bota|coloca|passa|so
"""),
    (Intent.CORRECTION, """
corretor|teclado mudou|trocou|comeu|corrigiu|errou|escreveu|colocou
enganei|errei|equivoquei ... e|era|quis|na ~ endereco|caminho|rua|nao
escrevi|falei|disse|digitei|cliquei|apertei|anotei|marquei errad*|outr* ~ remarc* ~ sair
disse|falei|escrevi|cliquei|apertei|botei|coloquei ... mas|porem|so ?que e|era|quero|quis ~ ja disse|falei
nao|num quero mais ... que ?eu disse|falei|pedi|escolhi
"""),
)  # fmt: skip
