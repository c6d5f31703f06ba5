"""How each thought of a message stands to what was offered: takes, refuses, doubts, asks about it, or tells something else.

"8h30 não dá, a 2 pode ser" refuses one and takes another; "a 2 é muito cara?" asks; "talvez o 2" doubts. Only what is taken may be
chosen. A message falls into thoughts at its marks and at the words that begin another ("mas", "porque", "prefiro"); a thought that
names nothing of its own bears on the one before it ("o 2 era bom, mas tenho cliente").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from anna.conversation.understanding.text.line import Line, rx


class Stance(StrEnum):
    """What a thought does with what it names."""

    TAKES = "takes"
    REFUSES = "refuses"
    DOUBTS = "doubts"
    ASKS = "asks"
    TELLS = "tells"


@dataclass(frozen=True, slots=True)
class Stances:
    """The message seen once for each stance, everything else hidden; `doubts` when a doubt suspends what was taken."""

    taken: Line
    refused: Line
    asked: Line
    doubted: Line
    beside: Line  # what is taken or asked: a wish may be in it
    doubts: bool

    @property
    def plain(self) -> bool:
        """Whether nothing is done but taking."""
        return not self.doubts and not any(
            rx(r"[^\W_]").search(x.norm) for x in (self.refused, self.asked, self.doubted)
        )


def read_stances(line: Line) -> Stances:
    """How `line` stands to what it names."""
    thoughts = _weighed(line)
    return Stances(
        taken=_only(line, thoughts, {Stance.TAKES}, hidden=_HARMLESS),
        refused=_only(line, thoughts, {Stance.REFUSES}),
        asked=_only(line, thoughts, {Stance.ASKS}),
        doubted=_only(line, thoughts, {Stance.DOUBTS}),
        beside=_only(line, thoughts, {Stance.TAKES, Stance.ASKS}),
        doubts=_in_doubt(thoughts),
    )


# -- thoughts --------------------------------------------------------------------------------------------------------------------

_NUMBER = r"\d{1,2}(?::\d{2})?"
_ORDER = r"(?:(?:primeir|segund|terceir|quart|quint|penultim|ultim)[ao]s?|d[ao] meio)"
_DAY = r"(?:segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|hoje)"
_PART = r"(?:(?:de|a|da|na|pela|toda|todas as) (?:manhas?|tardes?|noites?)|manhazinha|tardinha|meio dia)"
_NAMES = rf"(?<![\w.,:/-]){_NUMBER}\b|\b(?:{_ORDER}|{_DAY}|{_PART})\b"
# What is about other times than the one before it.
_OTHERS = (
    r"\b(?:outr[ao]s?|antes|depois|mais (?:cedo|tarde)|resto|demais|dias?|semana|esses|essas|nenhum\w*)\b"
)

_TAKE = (
    r"(?:quero|prefiro|queria|preferia|escolho|pode(?:mos)? (?:ser|marcar|agendar|reservar|confirmar|colocar|por|botar|deixar|fechar)|fica com|fico com|ficamos com|vou (?:de|querer|ficar com)|"
    r"bota|marca|agenda|reserva|confirma|coloca|poe|pega|pego|manda|deixa (?:o|a|n[ao])|fecha|fechamos|bora|vamos (?:de|com|n[ao])|melhor|aceito|topo)(?! nao\b)"
)
# After these a verb of taking begins nothing new: "não quero", "se eu quero", "o que eu prefiro".
_BOUND = r"(?:nao|num|nem|nunca|se|que|me|te|ja|so|sem|ate|como|onde|quando|quem|para|de|e pra|por|mais|muito|o|a|e|da|ta|ser|fica|seria|sera|acho|acharia|nem eu|nao eu|minha|meu|sua|seu|nossa|na|no|essa|uma)"
_BEGINS = rf"\b(?:mas|porem|so que|porque|pois|ja que|(?<=mim )que(?= (?:eu )?(?:to|estou)\b)|(?<=bora )que(?= (?:eu )?(?:to|estou)\b)|visto que|entao|agora|e sim|(?<!ou )menos|tirando|exceto|sem ser|(?:desde )?que nao (?:seja|for)|{_TAKE})\b"
_HARD = r" ?(?:[,;!?\n]|(?<!\d)[.:](?!\d)|(?<=[a-z\d]) [.:](?= |$))+ ?"
_CANNOT = r"(?:posso|consigo|da|quero|rola|vai|dar|vou|poder|conseguir|serve|tem|como|gosto|gostei|pode|poderia|daria|e|fica|ta|bom|mesmo|tambem|eu|para|mim|nessa?)"
_NO_AFTER = rf"^(?: (?:h|e meia|\d{{2}}|da (?:manha|tarde|noite)|eu|ai|tambem|ja|infelizmente|feira|ne))* (?:nao|num)(?: {_CANNOT})*(?= )"
# "não é o 1 é o 3": what stands between the two, where the first was denied.
_DENIED = r"\b(?:nao|num) (?:e|era)(?: (?:o|a|no|na|as))? $"
_RATHER = r"^ (?:e|era)(?: (?:o|a|no|na|as))? $"
_FEWEST = 2


@dataclass(slots=True)
class _Thought:
    start: int
    end: int
    text: str
    led: str  # the word or mark that it begins with
    asked: bool
    stance: Stance = Stance.TAKES
    suspends: bool = False

    @property
    def names(self) -> bool:
        return rx(_NAMES).search(self.text) is not None


def _split(line: Line) -> list[_Thought]:
    """The thoughts of a message, in their order."""
    norm = line.norm
    should = rx(SHOULD).search(norm)
    if should and should.start():
        norm = norm[: should.start()] + "_" * (len(norm) - should.start())
    ends = [(m.start(), m.end(), m.group().strip()) for m in rx(_HARD).finditer(norm)]
    thoughts: list[_Thought] = []
    start, led = 0, ""
    for stop, after, mark in [*ends, (len(norm), len(norm), "")]:
        pieces = _pieces(norm, start, stop)
        for number, (first, last, word) in enumerate(pieces):
            text = norm[first:last]
            if rx(r"\w").search(text.replace("_", "")) or rx(r"[^\w\s]").search(text):
                asked = "?" in mark and number == len(pieces) - 1
                thoughts.append(
                    _Thought(first, last, text, word or (led if first == start else "soft"), asked)
                )
        start, led = after, mark or ","
    return thoughts


def _pieces(norm: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    """The parts of a stretch without marks: another begins with "mas", with a verb of taking, or after one thing was refused."""
    cuts: dict[int, str] = {}
    for match in rx(_BEGINS).finditer(norm, start, stop):
        before = norm[start : match.start()]
        taking = rx(_TAKE).match(match.group()) is not None
        if before.strip() and not (
            taking
            and rx(rf"(?:^|\b){_BOUND}(?: (?:eu|ja|mais|me|te|pra|para|mim|a gente))* ?$").search(before)
        ):
            cuts[match.start()] = "taking" if taking else match.group()
    named = list(rx(_NAMES).finditer(norm, start, stop))
    for this, following in pairwise(named):
        refused = rx(_NO_AFTER).match(norm[this.end() : following.start()])
        wanted = rx(rf"\b{_TAKE}\b").search(norm[start : this.start()])
        between = norm[this.end() : following.start()]
        if rx(_DENIED).search(norm[start : this.start()]) and rx(_RATHER).match(between):
            cuts[this.end()] = "soft"
        if refused and not any(this.end() <= cut <= following.start() for cut in cuts):
            cuts[this.end() + (0 if wanted else refused.end())] = "soft"
    places = [start, *sorted(cuts), stop]
    words = ["", *(cuts[cut] for cut in sorted(cuts))]
    return [
        (first, last, word)
        for first, last, word in zip(places, places[1:], words, strict=False)
        if last > first
    ]


# "a 2, mas se vagar a 1 me chama", "a 1, se não der a 2": what would be, should another thing happen.
SHOULD = r"(?:[,.;] ?)?\b(?:mas |e |ou )?(?:se|caso) (?:nao |num |alguem |por acaso |ela |ele |ainda |por um acaso )*(?:vag\w+|abr\w+|surg\w+|der|tiver|puder|desist\w+|liber\w+|aparec\w+|sobr\w+|desmarc\w+|cancel\w+)\b.*$"

# -- what a thought does -----------------------------------------------------------------------------------------------------------

# "não tem problema", "não vou faltar", "não sei o endereço": these refuse nothing.
_HARMLESS = (
    r"\b(?:nao|num)(?: (?:eu|ja|ai))* (?:(?:tem|ha|vejo|teria|tenho|vai ter|da|dou)(?: (?:nenhum\w*|mais))? (?:problema\w*|erro\w*|jeito melhor|como errar|duvidas?|stress|estresse|galho|bo|nada (?:n[ao]|marcado|contra|melhor|nesse)|compromisso|nada|prefer\w+|preocup\w+|frescura)|"
    r"(?:me )?(?:importo|ligo|incomodo|incomoda|oponho|preocupo|(?:atrapalh|conflit|choc)a(?: (?:com|em|n[ao]|o|a|meu|minha|nada|[a-z]+)){0,3}|bate com [a-z ]{0,20})|"
    r"(?:posso|consigo|quero|vou|vo|devo|gosto de)(?: (?:me|mais|te|eu|nem|la|pra))* (?:atras\w+|falt\w+|perder|esquecer|demorar|furar|enrolar|esperar|adiar|errar|falar|responder|ouvir|atender|conversar|digitar|escrever|escutar)|"
    r"(?:perco|falto|furo|atraso|demoro|esqueco|erro)|"
    r"(?:vejo|veja) a h\w*|(?:sei|lembro|tenho|conheco)(?: (?:o|a|seu|onde|como|qual|bem|direito|esse)){1,2} (?:endereco|caminho|local|e|fica|chega\w*|nome|numero|app|cartao|pix|carro)|(?:sei|lembro) (?:onde|como|chegar|ir)|"
    r"(?:precis\w+|esquec\w+|deix[ae]\w*|se preocup\w*|perd[ae]\w*)(?! (?:ser|sair)\b)|"
    r"(?:e|eh|ta|fica|acho|achei|foi)(?: (?:nada|tao|muito|nem|assim))* (?:ruim|mal|cedo|tarde|longe|dificil|complicad[ao]|problema)|"
    r"(?:trabalho|estudo|(?:to|estou) trabalhando|tenho (?:aula|plantao|trabalho))|(?:podia|poderia|tinha como) ser melhor|(?:tem|tinha) (?:outro |nada |horario )*(?:melhor|igual))(?![a-z])(?: nao\b)?"
    r"|\bpor ?que nao\b|\bcomo nao\b|\bnem (?:precis\w+(?: pensar)?|pens(?:o|ei)|pens\w+ (?:2|duas)|acredito|que (?:chova|seja))|\b(?:sem|zero) (?:problema\w*|stress|erro|duvida\w*|falta|medo|pressa)|\bporque nao\b|\b(?:dificil|complicad[ao]|duro) (?:de |e )?(?:escolher|decidir)|\bmesmo (?:nao |sem )\w+ndo|\bnao se (?:fala|discute|preocup\w+)(?: mais)?(?: nisso)?|\bqualquer coisa (?:eu )?(?:te |lhe )?(?:aviso|falo|chamo|ligo|digo|grito|mando)"
)
# Conditions that do not matter to the answer, or that Anna's agenda answers.
_IF_FREE = r"\b(?:se|caso) (?:ainda |por acaso |nao |eu nao |voces? )*(?:tiver|estiver|esteja|houver|tenha|for (?:possivel|preciso|incomodo|problema|abuso|muito|da|necessario)|possivel|der(?: certo)?(?= ?$)|puder(?: ser)?|puderem|quiser\w*(?= ?$)|deus\b[a-z ]*|tudo (?:bem|certo)|jesus|se importar\w*)(?: (?:vaga|vag[ao]|livre|disponivel|incomodo|esse|essa|horario|la|ai|ser|dia|lugar|muito|de pe|valendo))*"
_LOOK = r"(?:pensar|pensando|ver|vendo|olhar|olhando|conferir|verificar|verificando|consultar|falar com|conversar|perguntar|checar|analisar|analisando|decidir|avaliar|combinar|confirmar (?:com|no|na|se|antes|depois|em|a)|checa|resolver|me organizar|estudar|alinhar)"
_DOUBT = (
    rf"\b(?:talvez|quem sabe|provavel\w*|possivelmente|depende\w*|depender|duvida|indecis[ao]|hesit\w+|sei nao|vai saber|sei la|por enquanto|a principio|em principio|quase(?! (?:meio|na h))|"
    rf"(?:nao|nem|num)(?: \w+)? (?:sei|tenho (?:certeza|como saber)|decidi|garanto|prometo|resolvi|pensei|confirmei)|ainda nao\b|pode ser que|acho que (?:nao|talvez)|(?:to|tou|estou|fico|fiquei|tava) entre|"
    rf"(?:vou|vo|irei|preciso|precisava|precisaria|deixa(?: eu| me)?|deixe(?: eu| me)?|tenho que|teria que|tem que|queria|quero|gostaria de|posso|so|ainda|antes|falta|estou|to|tou|tava|estava|fiquei|fico)(?: (?:eu|so|antes|primeiro|ainda|dar uma|de|aqui|que|me|ate|ir|tambem))* {_LOOK}|"
    r"dar uma (?:olhad\w+|pensad\w+|verificad\w+)|dou uma olhada|"
    r"(?:te|lhe) (?:aviso|falo|confirmo|digo|respondo|retorno|dou (?:um retorno|uma resposta|certeza|resposta))(?! (?:quando|se|caso|qualquer|chegando|ao|assim))|(?:confirmo|decido|resolvo|respondo|vejo|penso|aviso|falo|retorno)(?: (?:com voces?|isso|ai|la|mais|so))* (?:depois|amanha|tarde|a noite|ate|logo|em breve|daqui|mais tarde)|"
    r"(?:depois|amanha|mais tarde|logo mais)(?: (?:eu|te|lhe|ai|so))* (?:confirmo|decido|resolvo|respondo|vejo|penso|aviso|falo|retorno|digo)|"
    r"pensando (?:n[aeo]|em)|sera que (?!(?:pode|da (?:para|pra)|daria|rola|seria)\b)|quando (?:eu )?(?:souber|conseguir|puder|resolver)|tomara|(?:para|pra) (?:eu )?(?:decidir|pensar|resolver)|(?:segur|guard)\w+ [^.!?]*(?:ate|enquanto|que eu)|vou tentar|vou fazer o possivel|tentar)\b"
    r"|\b(?:(?<!nao )se(?! (?:fal|trat|import|tudo|cuid))|caso|desde que|contanto que|a menos que|a nao ser que|so se|assim que)\b"
)
_TIMED = r"(?:reuniao|plantao|expediente|dentista|escola|faculdade|facul|aulas?|trabalho|servico|compromisso|viagem|velorio|enterro|prova|terapia|academia|pilates|treino|culto|missa|medic[ao]|audiencia|fisioterapia|cliente|paciente|entrevista|curso|exame|consulta|voo|onibus|psicolog[ao])"
_GOOD = r"\b(?:otim[ao]|perfeit[ao]|maravilh\w+|bom|boa|certinh[ao]|serve|encaix\w+|melhor|fech(?:a|ou|ado|o)|da certo|da (?:para|pra)|consigo|posso|prefiro|pode|marca\w*|reserv\w+|top|beleza|combinado|massa|bacana|livre|ja vou|vou sim|topo|to ai|chego ai|vou direto|da tempo|de la vou|e vou|e ja)\b"
_OBSTACLE = (
    rf"\b(?:(?:tenho|terei|tinha|temos|tem) (?:que|de|um\b|uma\b|uns\b|umas\b|muit\w+|{_TIMED}|outr\w+|coisa|gente|visita|jogo|ensaio|hora\b|h\b|horario (?:no|na|com|d)|filho|crianca|a? ?cabelei\w+|manicure|banho|rodizio|evento|festa|casamento)(?!disponib\w+|tempo|folga|intervalo|janela|espaco|brecha)|"
    rf"(?<!do )(?<!de )(?<!no )(?<!meu )(?<!ao )(?<!d )(?:trabalh(?:o|ando|ar|arei)|estudo|estudando|trampo|viajo|viajando|saio|entro|acordo|levanto|durmo|dormindo|(?<!o )almoco|almocando|janto|largo|termino|acabo|malho|treino|busco|buscar|levo|levar (?:minha?s?|meus?|as?|os?|ela|ele)|deixo|atendo|cuido|opero|dou (?:aula|plantao)|fecho (?:a|o) [a-z]|abro (?:a|o) [a-z]|pego (?:meus?|minhas?|as? (?:menin|crianc|filh)|os? (?:menin|filh|onibus|servico)|servico|onibus|no))|"
    r"(?:to|tou|estou|estarei|vou (?:ta|estar)|fico|ficarei|tava|estamos) (?!com\b|livre|liberad[ao]|de folga|disponivel|ai\b|la\b|dentro|ok|bem|de boa|tranquil|sussa|querendo|precisando|indo|feliz|ansios|afim|a fim|por|perto|pert|nesse|nessa|esperando|aguardando|de acordo|pronta|pronto|ciente)[a-z]|"
    rf"vou (?:a\b|ao|n[ao] (?!\d|d[aeo]s?\b|primeir|segund|terceir|ultim|quart|sext|quint|opc|horario)|buscar|levar|trabalhar|viajar|estar|ta\b|ter|sair|dar aula|almocar|dormir|perder|me atrasar)|"
    rf"(?:e|eh) (?:bem |justo |justamente |exatamente )?(?:a |o |na |no )?(?:h|hora|horario) (?:d[aeo]s?\b|que (?!(?:eu )?(?:posso|consigo|quero|prefiro|da|tenho livre|mais)))|(?:meu|minha|meus|minhas|nosso|nossa) (?:filh\w+|marido|mae|pai|chefe|espos\w|bebe|crianc\w+|patrao|patroa|{_TIMED})\b|ja tenho\b|compromisso|ocupad[ao]|plantao)"
    rf"|(?<!do )(?<!da )(?<!depois de )(?<!antes de )(?<!saida )\b{_TIMED}\b(?! de pele)"
)
_REFUSE = (
    r"\b(?:nao|num|nem|nunca|jamais|menos|tirando|exceto|fora(?= (?:o|a|os|as|esse|essa|\d))|sem ser|odeio|detesto|dispenso|recuso|descart\w+|cort[ae]\w*(?= (?:a|o|ess))|odiei|detestei|risca\w*|elimina\w*|tira (?:o|a|esse|essa)\b|esquece\w*|impossivel|inviavel|complicad[ao]|dificil|dificulta|ruim|pessim[ao]|horrivel|terrivel|pesado|puxad[ao]|corrid[ao]|apertad[ao]|tenso|osso|contramao|atrapalha|conflita|choca|bate com|sem (?:chance|condic\w+|possib\w+|tempo|como)|deus me livre|(?:to|estou|tou) fora|ja era|passo(?= ?$)|nem pensar|credo)\b|[👎❌🚫🙅]"
    r"|\b(?:muito|meio|super|tao|um pouco|1 pouco|bastante|cedissimo|tardissimo) (?:cedo|tarde|longe|em cima|apertado|proximo)\b|\b(?:cedo|tarde|longe|em cima) (?:demais|para mim|pra mim|para caramba)\b|\b(?:e|eh|ta|fica|acho|achei|seria) (?:bem )?(?:cedo|tarde|longe|cedinho)\b"
)
_ASK = rf"\b(?:quanto(?! antes)|quant[ao]s|qual(?! (?:for|quer))|quais|quem(?! sabe)|onde|por que|com quem|que dia|(?:que|qual) (?:dr|dra|doutora?|profissional|medic[ao])|e com (?:a|o|dr|dra|quem)|tem (?!que|de|como (?:marcar|ser)|problema|erro|(?:o |a |as |os )?(?:{_NUMBER}|{_ORDER}))[a-z]+|aceita\w*|parcela\w*|demora\w*|dura|doi|inclui|paga\w*|custa\w*|e (?:muito )?car[ao]|pode (?:levar|ir)|posso (?:levar|ir com|pagar|trocar|mudar|remarcar)|precisa (?:de|levar|ir))\b"
# A question that takes: "2 pode ser?", "posso ficar com o das 9?", "dá pra ser a de sexta?".
_TAKING_WORDS = (
    rf"{_NAMES}|[^\w\s]|\b(?:quero|queria|pode(?:mos|ria)?|podia|ser|seria|marc\w+|agend\w+|reserv\w+|confirm\w+|coloc\w+|por|bota\w*|poe|deixar?|fech\w+|da|daria|rola|posso|consigo|consegue\w*|fic\w+|com|vamos|vou|bora|nesse|nessa|esse|essa|este|esta|aquele|aquela|o|a|os|as|no|na|do|da|das|dos|de|em|as|aos?|um|"
    r"eu|me|mim|pra|para|voces?|ve|vc|gente|entao|e|eh|ta|bom|certo|ok|okay|beleza|ne|por favor|favor|la|ai|ja|so|sim|mesmo|melhor|otimo|perfeito|opcao|numero|horario|hora|h|feira|dia|mes|manha|tarde|noite|meia|cedo|sera|que|acho|prefiro|obrigad[ao]|moca|amor|querid[ao]|viu|mas|agora|serve|combinado|"
    r"janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|oi|ola|isso|ultim\w+|certinho|tambem|hj|kkk|tem como|como|entre|tal)\b"
)


_STILL_THERE = r"\bainda (?:tem|ta|esta|da|existe|tem vaga)\b|\b(?:tem|ta|esta) ainda\b|\b(?:de pe|disponivel|livre|valendo)\b(?= |$)"


def _weighed(line: Line) -> list[_Thought]:
    thoughts = _split(line)
    if thoughts and rx(_NUMBERED).match(line.text.casefold()):
        thoughts[0].text = rx(r"\bnao\b").sub("_", thoughts[0].text, count=1)  # "n° 1" is no "não"
    for place, thought in enumerate(thoughts):
        thought.stance = _stance(thought, thoughts[:place])
        if not thought.names or (thought.stance is Stance.DOUBTS and rx(_PROMISE).search(thought.text)):
            _bear_back(thought, thoughts[:place])
    _correct(thoughts)
    return thoughts


# "quero o 2, não pera, o 3": said between two, it takes the first back.
_CORRECTS = r"^\W*(?:(?:ai|ah|ih|nao|num|ops|opa|eita|desculpa|mas|entao|moca|,) )*(?:pera|perai|espera|calma|nao|ops|opa|errei|me enganei|mudei de ideia|pensando (?:bem|melhor))(?: (?:ai|la|nao|moca))*\W*$"


def _correct(thoughts: list[_Thought]) -> None:
    """Take back what was taken before a thought that only corrects, where something is taken after it."""
    for place, thought in enumerate(thoughts):
        before = [one for one in thoughts[:place] if one.names and one.stance is Stance.TAKES]
        after = [one for one in thoughts[place + 1 :] if one.names]
        if before and after and after[0].stance is Stance.TAKES and rx(_CORRECTS).match(thought.text):
            before[-1].stance = Stance.REFUSES


# "te confirmo amanhã": that day is no day of the visit.
_PROMISE = r"\b(?:te|lhe) (?:aviso|falo|confirmo|digo|respondo|retorno|dou)|(?:confirmo|decido|resolvo|respondo|aviso|retorno)\b"
_NUMBERED = r"^\W*n[\W_]{0,2}\d"
_REASONS = frozenset({"porque", "pois", "ja que", "visto que"})


def _stance(thought: _Thought, before: list[_Thought]) -> Stance:
    text = rx(_IF_FREE).sub(" _ ", rx(_HARMLESS).sub(" _ ", thought.text))
    if thought.asked and rx(_STILL_THERE).search(text):
        text = rx(_STILL_THERE).sub(" _ ", text)  # "ainda tem a primeira?" wants it
    if thought.asked and rx(r"[a-z]{2,}").search(rx(_TAKING_WORDS).sub(" ", text)):
        return Stance.ASKS
    if thought.asked and rx(r"^\W*(?:e |mas )?(?:tem|teria|nao)\b").search(text):
        return Stance.ASKS
    refuses = rx(_REFUSE).search(text) is not None
    if rx(_DOUBT).search(text):
        return Stance.DOUBTS
    if refuses:
        return Stance.REFUSES
    if rx(_OBSTACLE).search(text) and not rx(_GOOD).search(text):
        return Stance.REFUSES if thought.names or thought.led not in _REASONS else Stance.TELLS
    if thought.led in _REASONS:
        return Stance.TELLS
    if rx(_ASK).search(text) and not thought.asked:
        return Stance.ASKS
    hesitant = any(one.suspends for one in before) and rx(r"\b(?:acho|acredito|creio)\b").search(text)
    return Stance.DOUBTS if hesitant else Stance.TAKES


# A thought that names nothing refuses the one before it with these: "8h30, não consigo", "a 2, é muito cedo", "o 2 era bom, mas tenho cliente".
_BARE_NO = (
    r"^\W*(?:(?:eu|ai|ah|mas|so que|porem|infelizmente|pena que|que pena|acho que|moca|poxa|putz|ih|vish|nossa|esse|essa|isso|para mim|pra mim|ne|e|ja|tambem|agora|alias|ops|opa|desculpa|digo|melhor dizendo|na verdade) )*"
    r"(?:(?:nao|num|nem)(?= ?$)|(?:nao|num)(?: (?:me|eu|vai|vou|mais))* (?:da|posso|consigo|quero|rola|dar|poder|conseguir|querer|serve\w*|tem como|tenho como|gosto|gostei|curti|fica bom|e bom|poderia|daria|chego|pode|vou|atende)\b|"
    r"(?:e|ta|fica|acho|achei|seria|muito|meio|super|bem|impossivel|sem (?:chance|condic\w+)|nem pensar|inviavel|ruim|pessimo|horrivel|complicado|dificil|[👎❌🚫🙅])|"
    r"(?:to|tou|estou|estarei|tenho|terei|trabalho|estudo|viajo|vou (?:estar|ta|trabalhar|viajar|ao?|n[ao])|saio|acordo|peguei|marquei|ja tenho|tem (?:reuniao|aula|plantao)|tava|surgiu|apareceu|deixo|busco|levo))"
)


def _bear_back(thought: _Thought, before: list[_Thought]) -> None:
    """A thought that names nothing bears on what was named before it."""
    last = next((one for one in reversed(before) if one.names), None)
    if thought.stance is Stance.DOUBTS:
        thought.suspends = True
        for one in before:
            one.stance = Stance.DOUBTS if one.stance is Stance.TAKES and one.names else one.stance
    elif last is not None and last.stance is Stance.REFUSES and _comes_all_the_same(last, thought):
        last.stance = Stance.TAKES
    elif last is None or last.stance is not Stance.TAKES or rx(_OTHERS).search(thought.text):
        return
    elif thought.stance is Stance.REFUSES or (
        thought.led in {"mas", "porem", "so que"} and _excuses(thought)
    ):
        if rx(_BARE_NO).match(thought.text):
            last.stance = Stance.REFUSES
    elif thought.stance is Stance.ASKS and thought.led in {"soft", "taking", "entao", "agora"}:
        last.stance = Stance.ASKS


def _comes_all_the_same(refused: _Thought, thought: _Thought) -> bool:
    """ "8h30 é cedo, mas eu vou"."""
    outright = rx(r"\b(?:nao|num|nem|nunca|jamais)\b").search(refused.text) is not None
    return not outright and rx(_ALL_THE_SAME).match(thought.text) is not None


_ALL_THE_SAME = r"^\W*(?:mas|porem|so que)(?: (?:eu|tudo bem|ta bom|ok|ai|,))* (?:vou|da(?! (?:para|pra))|dou um jeito|encaro|aceito|quero|consigo|serve|topo|fico com|marca\w*|pode (?:ser|marcar)|vamos|bora|tudo bem|ta bom|ok)\b(?! nao)"


def _excuses(thought: _Thought) -> bool:
    """ "mas peguei cliente bem na hora": what came in the way meanwhile."""
    return rx(rf"\b(?:peguei|marquei|surgiu|apareceu|pintou)\b|{_OBSTACLE}").search(thought.text) is not None


def _in_doubt(thoughts: list[_Thought]) -> bool:
    """Whether the last doubt still holds: "deixa eu ver… pode ser a 1" has overcome it."""
    doubt = max((place for place, thought in enumerate(thoughts) if thought.suspends), default=None)
    if doubt is None:
        return False
    later = [one for one in thoughts[doubt + 1 :] if one.stance is Stance.TAKES and one.names]
    if rx(_ON_CONDITION).match(thoughts[doubt].text):
        later = [one for one in later if one.led in {"mas", "porem"}]
    light = rx(_LIGHT).match(thoughts[doubt].text) is not None
    return not any(light or rx(rf"\b{_TAKE}\b").search(one.text) for one in later)


_ON_CONDITION = r"^\W*(?:(?:mas|so|e|ai|entao) )*(?:se|caso|quando|desde que|dependendo)\b"
_LIGHT = r"^\W*(?:h+u*m+ |ah |ai |bom |entao |pera |, )*(?:(?:deixa|deixe)(?: eu| me)? ver|pera|vou ver|nao sei|sei la)(?: (?:aqui|bem|direito|so|ai))*\W*$"


def _only(line: Line, thoughts: list[_Thought], stances: set[Stance], *, hidden: str = "") -> Line:
    """The line with everything hidden but the thoughts of these stances, and in them what is `hidden`."""
    for match in rx(hidden).finditer(line.norm) if hidden else ():
        line = line.hide(*match.span())
    for thought in thoughts:
        if thought.stance not in stances:
            line = line.hide(thought.start, thought.end)
    return line
