"""What a told circumstance answers: who is in the car on the way to us comes, whose mother is buried today does not.

People seldom say yes or no. A circumstance counts only where neither was said, and only one that leaves little doubt: a cold, a flat tyre or
a busy week is none. What is asked, what hangs on an "if" and what is told of the past answers nothing, and of two that disagree neither counts.
"""

from __future__ import annotations

from functools import cache

from anna.commands import Intent, RuleHit, YesNo
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.findings import ASKS, Findings
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.understanding.text.phrases import Phrases

FAMILIES = {
    "NOT": "nao num nem nunca jamais ninguem",
    "AM": "to estou tamo estamos fiquei ficamos amanheci acordei continuo sigo",
    "KIN": "mae mainha pai painho filh* marido esposo esposa sogr* vo avo vovo voinha irma irmao tia tio net* bebe nenem menin* cacula crianca criancas namorad* noiv* prima primo cunhad* "
    "afilhad* madrinha padrinho enteada enteado cachorr* gat* pet",
    "KID": "filh* menin* crianca criancas bebe nenem net* cacula gemeos pequen* sobrinh* cachorr*",
    "KEEPER": "mae mainha sogr* vizinha irma baba marido avo vo comadre tia cunhada pai prima madrinha",
    "BOSS": "patroa patrao chefe chefia supervisor* gerente coordenador* rh encarregad* empresa escritorio trabalho servico trampo diretora",
    "THAT": "nesse nessa neste nesta esse essa este esta nesses nessas nestes nestas esses essas mesmo mesma justo bem nele",
    "DAY": "dia dias h horario horarios data datas momento semana",
    "LIMB": "pe perna braco tornozelo joelho mao dedo punho costela coluna bacia ombro clavicula quadril femur cotovelo",
    "GRAVE": "internad* internou hospital hospitalizad* uti cti upa cirurgia operar operad* operou opera operando infart* avc faleceu morreu falecid* parto parir pariu",
    "ILL": "doente doentinh* dodoi febre febril vomit* mal catapora virose dengue covid pneumonia bronquite bronquiolite adoeceu machuc* acident* quebrou piorou diarreia convuls*",
    "BED": "cama repouso internad* hospitalizad* acamad* engessad* gesso muleta* quarentena isolamento soro operad* atestado",
    "PLAGUE": "covid dengue chikungunya zika virose catapora caxumba conjuntivite pneumonia coqueluche rotavirus",
    "RIDE": "uber onibus busao metro taxi trem van lotacao catraia balsa barca moto carro carona bike mototaxi brt vlt",
    "AWAY": "praia sitio fazenda chacara roca interior exterior aeroporto rodoviaria cruzeiro serra viagem viajando acampamento retiro",
    "ABROAD": "portugal lisboa exterior orlando miami europa espanha italia irlanda canada argentina chile paraguai japao inglaterra londres eua",
    "WAKE": "velorio enterro sepultamento funeral luto cremacao",
    "EVENT": "casamento batizado formatura prova concurso vestibular enem audiencia mudanca vistoria pericia feira excursao romaria retiro plantao trabalho reuniao aula curso viagem cirurgia exame "
    "culto missa conselho defesa congresso entrevista apresentacao velorio enterro faculdade estagio servico fisioterapia quimio hemodialise mutirao festa",
    "BROKE": "quebrou morreu pifou enguicou fundiu guincho bateu capotou",
    "STRANDED": "presa preso ilhad* retid* travad* parad*",
    "POOR": "desempregad* demitid* endividad* falid* individad* negativad*",
    "BILLS": "ipva iptu boleto boletos aluguel fatura prestacao agiota contas mercado farmacia material matricula escola reforma obra oficina conserto dentista luz",
    "SPENT": "salario dinheiro grana pagamento decimo 13 ferias limite cartao bolso conta",
    "ELSEWHERE": "outro outra outros outras concorrente",
    "SHOPS": "lugar clinica salao profissional medico medica moca doutora esteticista pessoa cidade espaco studio estudio dermato",
}  # fmt: skip

# On the way: an answer on the day itself only.
_COMING_NOW = """
!NOT saindo|sai|saimos|descendo|partindo ?ja ?agora .. casa|servico|trabalho|trampo|escritorio|faculdade|escola|hotel|predio|garagem ~ viagem|viajar
!NOT to|estou|tamo|estamos|ja|vou|indo|peguei|chamei|pedi|esperando|dentro .. RIDE ~ BROKE|perdi|atras*|oficina ~ cancelou|cancelaram
!NOT to|estou|tamo|estamos|ja|quase .. chegando|pertinho|perto|esquina|portao|porta|portaria|recepcao|elevador|embaixo|quadra ~ cheia|longe
!NOT procurando|cacando|achando|achei|buscando .. vaga|lugar .. estacionar|parar|carro|moto
!NOT estacionando|estacionei|cheguei|chegando|chegamos ~ casa|trabalho|servico|viagem|atrasad*|agora a pouco|conclusao|febre|h
falta|faltam .. quadra|quadras|quarteirao|quarteiroes|estacao|estacoes|pontos
"""
# Arranged for, prepared, looked forward to.
_WILL_COME = """
!NOT|se|quando pedi|peguei|consegui|negociei|arrumei|combinei|tirei|ganhei|troquei .. folga|dispensa|liberacao|abono|banco|turno|plantao|escala ~ NOT ~ medic*|viaj* ~ doente
!NOT|se|quando avisei|falei|combinei|conversei|acertei|pedi|negociei .. BOSS ... que|pra|para ... entro|saio|chego|sair|chegar|entrar|tarde|cedo|folg*|faltar|liber*|compens* ~ NOT
BOSS ?ja ?me ?nos liberou|dispensou|autorizou|deixou|liberaram ~ NOT
!NOT|se|quando deixei|arrumei|consegui|combinei|acertei|pedi .. KEEPER|alguem|quem .. ficar|olhar|cuidar|buscar|fica|olhe|cuide|fique ~ NOT
!NOT|se|quando deixei|deixo|largo|larguei .. KID .. com .. KEEPER
!se|quando KEEPER .. vai|vem|fica|concordou|topou ficar|olhar|cuidar|buscar|com ... KID ~ NOT ~ hospital|internad*|doente
!NOT|se|quando|caso marquei|anotei|botei|coloquei|pus|salvei|ta|esta|anotado|anotadinho|marcado|escrito .. agenda|calendario|geladeira|alarme|despertador|lembrete|folhinha|espelho ~ NOT
!NOT|se|quando botei|coloquei|pus|programei despertador|alarme
!NOT|se|quando separei|deixei|arrumei|passei .. roupa|bolsa|documento*|exames|cartao .. ir|pronta|pronto|separad*|amanha
!NOT|se esperei|esperando|espero|sonhando|sonho .. tanto|meses|semanas|muito .. isso|esse|dia|momento|h
contando|conto .. dias|h|min|segundos|dedos
!NOT|muito|fico ansios*|animad*|empolgad*|doida|louca ?demais ?pra ?por ?chegar ?ir ?esse ?essa ?amanha ?que ?chegue $ ~ medo|nervos*|crise|remedio*|NOT
!NOT colega|menina|moca|amiga|KEEPER .. vai|vem|ficou ?de cobrir ... turno|plantao|h|lugar|escala ~ NOT
!NOT ?to ?estou livre|folga|atoa .. THAT DAY ~ NOT|so|depois
THAT DAY .. livre|folga|atoa ~ NOT|so|depois
"""
# Ill, hurt, bereaved, needed elsewhere, kept by work, far away.
_STAYS_AWAY = """
!NOT AM ?de ?no ?na ?com ?em ?pra BED ~ sai|saindo|termin*|acab*|passou
!NOT testei|testou|deu|deram|testamos ?deu positivo ~ gravid* ~ NOT
positivo .. PLAGUE ~ NOT
!NOT AM|peguei|to|com|tive PLAGUE ~ tive ... mes|ano|passad* ~ curad*|sarei|vacin*
!NOT quebrei|torci|fraturei|luxei|desloquei|rompi|engessei|engessaram|operei|operaram .. LIMB
!NOT cai|caida ?feio .. escada|moto|bicicleta|bike|telhado|cavalo|laje|chao|banheiro ~ ficha
!NOT|se|caso surgiu|apareceu|tive|marcaram|inventaram|arrumaram|tenho .. compromisso|imprevisto|contratempo|viagem|plantao|audiencia|velorio|prova ~ desmarc*|cancel*|resolvi|resolveu
!NOT sofri|tive|sofremos .. acidente|infarto|avc|aborto|derrame
!NOT AM .. hospital|upa|pronto|uti|posto|maternidade ~ trabalho|trabalhando|saindo|sai
internei|internaram|baixei .. ?no hospital|upa|uti|me
tive ?que ?vir|ir ?pro ?para ?as ?pressas hospital|upa|pronto
!NOT|quando KIN .. vai|foi|ta|esta|ficou|amanheceu|acordou|passou|internou|baixou|deu|tem|teve|esteve|precisou ... GRAVE ~ ano|anos|mes|meses|passado|passada|alta|ja saiu ~ NOT
!NOT|quando KIN .. ta|esta|ficou|amanheceu|acordou|passou|com|se ... ILL ~ ano|anos|mes|meses|passado|passada|melhor*|ja sarou ~ NOT
!NOT|quando KIN .. operou|opera|internou|faleceu|morreu|adoeceu|infartou|acidentou|machucou ~ ano|anos|mes|meses|passado|passada|saudade* ~ NOT
perdi|perdemos .. KIN ~ festa|vez|celular|NOT ~ ano|anos
WAKE ~ voltei|voltamos|saindo|sai ~ NOT
nao|num .. enterr* ~ amanha
acompanh* .. KIN ... hospital|medico|exame|cirurgia|consulta|quimio|fisioterapia|uti ~ NOT
acompanhante .. KIN ... hospital|cirurgia
!NOT levar|levando|levo|correndo|socorrer|socorrendo .. KIN|KID .. hospital|medico|posto|upa|veterinari*|aeroporto|rodoviaria|pediatra|emergencia|pronto ~ NOT|antes|depois
escola|creche|professora|diretora .. ligou|chamou|fechou|fechada|suspens* ~ NOT ~ curso
buscar|pegar|buscando|pegando .. KID .. escola|creche|colegio ~ NOT|antes|depois|posso|consigo
h de|que .. buscar|pegar|levar|busco|pego|levo .. KID
baba|diarista|cuidadora|KEEPER|folguista .. faltou|furou|adoeceu|desmarcou .. ~ NOT ~ se|caso|quando
baba|diarista|cuidadora|folguista NOT|nao veio|vem|apareceu
!NOT botaram|puseram|colocaram|escalaram|convocaram|chamaram|jogaram|mandaram ?me ?nos ?eu ?pra ?para ?de ?em ?no ?fazer ?cobrir plantao|escala|trabalhar|servico|extra|turno|reuniao|viagem|viajar|cobrir|dobrar ~ NOT
!NOT|sai|saindo|saio|apos|depois|acabei AM ?de ?no ?meu plantao ~ sai|saio|saindo|depois|termin*|acab* ~ ate as
BOSS .. NOT ?me liber*|deix*|autoriz*|dispens* ~ problema ~ sei|soube|queria
BOSS ?me barrou|segurou|prendeu|negou
!NOT AM ?la ?ca ?ja ?na ?no ?de ?em ?aqui AWAY ~ voltando|volto|voltei|chegando|saindo ~ se|quando
!NOT viajei|embarquei|embarco|embarcando|mudei ~ ideia|pensamento|voltei|volto|cabelo|numero|telefone|nome|NOT
!NOT moro|morando|mudei|mudamos|vivo .. ABROAD|longe|fora|cidade|estado|pais|interior
!NOT THAT DAY ... EVENT ~ NOT|desmarc*|cancel*|adiou|adiaram|mas|antes|depois|lind*|bonit*|folga|ate|posso|quero
EVENT .. THAT DAY ~ NOT|desmarc*|cancel*|adiou|adiaram|mas|antes|depois|lind*|bonit*|folga|ate|posso|quero|liber*
THAT DAY .. trabalho|trabalhando|viajo|viajando|dando|atendo ?aula ~ NOT|mas|ate|so|antes|depois|posso|quero
STRANDED .. em|no|na|aqui ... aeroporto|rodoviaria|cidade|estrada|alagamento|enchente|brasilia|interior|servico|trabalho
rua|bairro|cidade|casa|estrada|avenida .. alag*|inund*|interditad*|debaixo|enchente ~ NOT
"""
# No money, elsewhere already, afraid of it.
_DECLINES = """
!NOT AM|fui|sou ?mais ?muito ?toda ?super POOR
!NOT perdi .. emprego|servico|renda
mandaram|mandou ?me embora
SPENT .. foi|foram|acabou|evaporou|sumiu|estourou|estourad*|zerad*|comprometid* .. ?todo ?tudo ?no ?na ?nos ?com ?pro BILLS
BILLS .. levou|levaram|comeu|comeram ?todo ?tudo ?meu SPENT|tudo
gastei|torrei|estourei ... BILLS|SPENT|tudo
SPENT ?ja ?ta ?esta ?do ?no ?da ?foi estourad*|estourou|zerad*|acabou|curt*
devendo ?ate ?a ?pra ?pro alma|deus|todo|mundo|banco|cartao|agiota|cueca|calcas
pavor|panico|fobia|horror de .. agulha|agulhas|injec*|picada|furar|sangue
"""
_GOES_ELSEWHERE = """
!NOT|nunca achei|encontrei|arrumei|descobri|fechei|agendei|marquei|fiz|faco|fazendo|consegui|contratei|fazia .. ELSEWHERE|em|na SHOPS ~ problema|errado|ruim|reac*|deu ~ caro
!NOT fiz|fizemos|acabei|fazendo|faco .. ELSEWHERE SHOPS|canto
!NOT achei|encontrei|arrumei|consegui .. lugar|clinica|salao|alguem|profissional|moca .. pertinho|perto|barat*|melhor|proximo
"""

_MOVED = """
!NOT moro|morando|mudei|mudamos|vivo .. ABROAD|longe|fora|cidade|estado|pais|interior
!NOT AM ?de ?no ?na ?em BED
!NOT AM .. hospital|uti|maternidade
"""

RULES = (_COMING_NOW, _WILL_COME, _STAYS_AWAY, _DECLINES, _GOES_ELSEWHERE, _MOVED)

_HOPEFUL = r"\b(?:se|caso|quando|talvez|tomara|espero que|vai que)\b(?! (?:machuc|acident|feri|quebr|cort|queim|internou|deus|perdeu|perdi)\w*)"
_ASKED = r"[^.!?;,\n]+\?"
_AFTER_ALL = r"\b(?:mas (?:eu )?(?:vou|consigo|posso|da pra|da para|ja (?:to|estou|passou|sarei|melhorei|resolvi))|mesmo assim|ja (?:melhorei|sarei|passou|resolvi|resolveu|voltei|to bem|estou bem|to boa|to melhor))\b"


@cache
def _phrases(*rules: str) -> Phrases:
    return Phrases(FAMILIES, rules)


def read_circumstance(line: Line, *, today: bool, offered: bool) -> tuple[YesNo | None, tuple[RuleHit, ...]]:
    """The answer that a circumstance implies, with what was seen of it. `today`: it is about a consulta of the same day; `offered`: about an offer."""
    asked = line.find(_ASKED) is not None
    for question in rx(_ASKED).finditer(line.norm):
        line = line.hide(*question.span())
    if line.find(_HOPEFUL) or line.find(_AFTER_ALL):
        return None, ()
    comes = "" if offered else _WILL_COME + (_COMING_NOW if today else "")
    stays = _DECLINES + _GOES_ELSEWHERE + (_MOVED if offered else _STAYS_AWAY)
    seen = tuple(_phrases(comes, stays).all(line))
    said = {found.rule for found in seen}
    if len(said) != 1 or (said == {1} and asked):
        return None, ()
    meant = YesNo.NO if 1 in said else YesNo.YES
    return meant, (line.hit("answers.circumstance", seen[0].start, seen[0].end, meant.value),)


# Told of a circumstance, and no wish of its own.
_TOLD = ASKS | {Intent.OFFTOPIC, Intent.B2B, Intent.CHECK_APPOINTMENT, Intent.SCHEDULE}
_MOVES = r"\b(?:remarc|remarqu|reagend|marc|marqu|agend|mud(?:a|e|ar|em)\b|troc|passa\b|passar|adi[ae]|antecip|alter|jog[ae]|bota|poe|coloca|quero|queria|prefiro|pode ser|so se|so posso|so consigo)\w*"


def hear_circumstance(found: Findings, context: Context, *, offered: bool = False) -> None:
    """Take the answer that a circumstance implies, where none was said; what only tells of it is no wish for a day or for anything else."""
    if found.safety or found.human or (Intent.RESCHEDULE in found.intents and found.line.find(_MOVES)):
        return
    before = found.said_before
    today = before is not None and before.date_start == context.reference_time.date()
    found.implied, seen = read_circumstance(found.line, today=today, offered=offered)
    if found.implied is None or found.spoken not in {None, found.implied}:
        return
    found.hits += seen
    if not found.question and not found.line.find(_MOVES):
        untold = _without_told(found.line, found.implied, today=today, offered=offered)
        found.when = read_when(untold, context)[0] if found.when else None
        found.intents -= set() if found.wishes_when else {Intent.RESCHEDULE}
    if found.spoken is None:
        found.spoken = found.implied
        found.intents -= set() if found.question or found.wishes_when else _TOLD


def _without_told(line: Line, implied: YesNo, *, today: bool, offered: bool) -> Line:
    """The line without the clauses that tell of the circumstance."""
    for clause in rx(r"[^.!?;,\n]+").finditer(line.norm):
        if read_circumstance(Line.of(clause.group()), today=today, offered=offered)[0] is implied:
            line = line.hide(*clause.span())
    return line
