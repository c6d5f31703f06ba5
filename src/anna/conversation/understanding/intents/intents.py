"""What a message asks Anna to do or to tell: independent rules over the normal form. What they mean together is `offline`'s work."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from anna.commands import Intent, RuleHit, Sentiment
from anna.conversation.understanding.intents.asks import intent_of, phrases
from anna.conversation.understanding.intents.optout import read_erasure
from anna.conversation.understanding.intents.person import read_person
from anna.conversation.understanding.intents.requests import EXPLAINS, INTENTS, wordings
from anna.conversation.understanding.intents.yes_no import without_kept
from anna.conversation.understanding.text.line import Line, rx

_WANT = r"(?:quero|queria|gostaria|preciso|posso|pode|podia|poderia|podemos|da para|da pra|tem como|consigo|consegue|conseguiria|vamos|to querendo|estou querendo|tava querendo|penso em|pensando em|afim de|a fim de|interesse em|desejo|vim|bora|vou|tentar|favor)"
_FILL = r"(?: (?!nao\b)[\w]+){0,4}?"

# What wordings do not say: numbers of a size, and what must not stand between or anywhere behind.
PATTERNS: tuple[tuple[Intent, str], ...] = (
    (Intent.PRICE, r"\b(?:dizia|diz|era|tava|ta|e|continua|sai|saia|por|custava)(?: \w+){0,2} (?:r ?\$ ?)?[1-9]\d{2,3}(?: reais)?\b(?! ?(?:h\b|:|/|anos|min|%|ml))(?=.*\?)|\b(?:ainda|continua)(?: \w+){0,3} (?:r ?\$ ?)?(?<!as )(?<!dia )(?<!h )[1-9]\d{1,3}(?: reais)?\b(?! ?(?:h\b|:|/|anos|min|%|ml))(?=.*\?)"),
    (Intent.AVAILABILITY, r"\b(?:quando|que dia) (?:tem|teria|voces tem|seria|posso|da|consigo|poderia|e possivel)\b(?! .*\b(?:parar|voltar|ver resultado|trabalhar|tomar sol|malhar|sair)\b)|(?:^|[,.!_] ?|\b(?:hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|manha|manhazinha|tarde|noite|h|feira|\d) )(?:voces )?(?:tem|teria)(?: ai)? \?"
        r"|\bdepend\w+ (?:(?:d[aeo]s?|de que|qual) )?(?:h|hora|horas|horario|horarios|dia)\b.{0,12}\b(?:qual|quais|que(?: h)?|o que) (?:(?:e que|voces|ai) )*(?:tem|teria)\b"),
    (Intent.SCHEDULE, rf"(?<!nao )\b{_WANT}{_FILL} (?:fazer|faco|realizar|um horario|uma consulta|horario|uma sessao|uma vaga|atendimento|uma avaliacao|passar (?:com|por))\b"),
    (Intent.MEDICAL_QUESTION, r"\bposso (?:parar (?!o carro)|fazer|tomar|malhar|beber|treinar|ir (?:(?:n[ao]|a|ao|pra|para|pro)(?: \w+)? (?:academia|praia|piscina|sol|sauna|rio|mar|clube|cachoeira|trabalho|festa|treino|igreja|escola)|(?:assim|mesmo|com (?:dor|febre|gripe|tosse|herpes|alergia|ferida|o rosto|a pele)|menstruad\w+|gripad\w+|doente|resfriad\w+|bronzead\w+|queimad\w+))|pegar|dirigir|trabalhar|usar|aplicar|passar|dormir|me maquiar|lavar|depilar|tomar sol|viajar|voltar)(?!(?: \w+){0,3} (?:pix|cartao|agendamento|pagamento|remarc\w+|horario))\b"),
)  # fmt: skip

_OTHER_TIMES = r"\b(?:(?<!pra )(?<!para )outr[ao]s? (?:horarios?|h|dias?|datas?|opc\w+|vagas?|data)|(?<!jeito )(?<!maneira )(?<!forma )(?<!modo )(?<!problema )(?<!duvida )(?<!objecao )(?<!alteracao )(?<!ressalva )(?<!perigo )(?<!condicao )(?<!condicoes )(?<!chance )(?<!vontade )(?<!interesse )(?<!possibilidade )(?<!duvidas )nenhum(?:a)?(?! (?:problema|duvida|impedimento|objec|chance|interesse))(?: (?:desses|dessas|deles|delas|d[aeo]|serve|da|me serve|esses|essas|horario|opcao))?|mais (?:opc\w+|horarios)|tem (?:mais|outr[ao]s?)|nao (?:consigo|posso|da|quero|serve|gostei|rola) (?:em )?(?:nenhum\w*|ness\w+|ess\w+)|algo diferente|so (?:tem )?(?:esses|essas|isso))\b"

_POSITIVE = r"\b(?:amei|adorei|perfeit\w+|maravilh\w+|excelente|otim[ao]|lind[ao]|obrigad\w+|feliz|gratidao|show|top|parabens|incrivel|ansiosa|amo|sensacional|satisfeit\w+|recomendo)\b|[😍🥰❤💕💖😊🙏💋👏🤩😘]"
_NEGATIVE = r"\b(?:pessim[ao]|horrivel|odiei|detestei|absurdo|decepcion\w+|insatisfeit\w+|raiva|irritad\w+|ridicul\w+|lixo|descaso|desrespeit\w+|nunca mais|nao gostei|ruim|demorad\w+|chatead\w+|triste|cansei|reclam\w+|procon|enganad\w+|merda|nervos[ao])\b|[😡🤬😠😤😞😢👎😭]"

# "sem atraso", "não vou atrasar", "nunca atraso"; "3 semanas de atraso" is no hour's
_ON_TIME = r"\b(?:semanas?|mes|meses) de atraso\b|\b(?:sem|nao|num|nunca|nem)(?: (?:vou|posso|quero|gosto de|costumo|me|nenhum|mais|pode|podem|vai|eu|to|estou))* (?:atras\w+|demorar)\b"
# "não quero marcar", "não marca não": no wish to book, unless it is asked.
_UNBOOKED = (
    r"\b(?:nao|num|nem) (?:(?:quero|queria|vou|precisa|preciso|pretendo|desejo|mais|me|e para|e pra|pode|podem|eu) )*(?:marc|marqu|agend|reserv)\w*(?! [^.!]*\?)|"
    r"\b(?:precisa|preciso|tem que|necessario) (?:agendar|marcar)(?: h)?(?= ?(?:ou\b|\?))|"
    r"\b(?:marc|marqu|agend|reserv)\w* nao\b|\bfazer o (?:que|possivel)\b"
)
# "já cancelei isso", "da outra vez desisti na hora": told, not wished.
_ALREADY = r"\b(?:tentei|fui|tava|estava)\b[^.!?]{0,40}\bdesisti\b|\bdesisti (?:(?:la )?na h|no meio|da (?:ultima|outra|primeira) vez|daquela vez|antes de|por medo|de medo)\b|\bja (?:tinha |havia |foi |tava |estava )?(?:cancel|desmarc|remarc)(?:ei|ou|ado|ada|amos|aram|quei)\b|\b(?:cancelei|desmarquei)\b|\bou (?:ja |entao )?(?:ficou|foi|ta|esta) (?:tudo )?(?:cancel|desmarc)ad[ao]s?\b|\b(?:ligou|ligaram|escreveu|avisou|avisaram|acabou|acabaram)(?: \w+)? (?:desmarc|cancel|adi|remarc)ando\b|\bvoces (?:\w+ )?(?:remarcaram|desmarcaram|cancelaram|adiaram)\b(?![^.!]*\?)|\b(?:dentista|reuniao|aula|viagem|compromisso|festa|cliente)(?: \w+){0,2} (?:desmarcou|cancelou|(?:cancelad|desmarcad|adiad)[ao]|adiou)\b"
# "não tenho nada marcado", "nem marquei ainda": nothing to be moved, and nothing that is looked for.
_UNHELD = (
    r"\b(?:nao|num|nem|nunca)(?: (?:eu|ainda|nem|mesmo|tinha|havia|cheguei a|consegui))* (?:marquei|agendei|reservei|marcar|agendar|marcado|agendado)\b"
    r"|\b(?:marquei|agendei|reservei)(?: (?:ainda|nada|mesmo))* nao(?: (?:ainda|nada|mesmo|moca|viu))*(?= *(?:$|[,.;!]))"
    r"|\b(?:nao|num|nem|nunca)(?: (?:eu|ainda|nem|mesmo))* (?:tenho|tinha|tive)(?: (?:nada|nenhum\w*|mais|ainda|hora|horario|consulta|sessao|uma?|coisa|alguma))* (?:marcad|agendad)\w*\b"
    r"|\b(?:nao|num|nem|nunca)(?: (?:eu|ainda|nem|mesmo))* (?:tenho|tinha|tive)(?: (?:mais|ainda|nenhuma?|uma?))* (?:consulta|sessao|agendamento)\b"
)
_UNHELD_AT_ALL = rf"(?:{_UNHELD})(?! (?:com|por|pel[oa]|n[oa]|em|para|pra|direito|porque|pois|ele|ela|(?:\w+ ){{0,2}}(?:numero|telefone|celular))\b)"
_ROOM = r"\b(?:espaco|lugar|sala|vaga)s? (?:pras?|pros?|para) (?:(?:a|o|as|os|meus?|minhas?|deixar|parar) )*(?:el[ae]s?|crianc\w+|filh\w+|menin\w+|esper\w+|carro|moto|estacion\w+)\b|\bou nao tem vaga\b"
# "a dra Renata ainda atende aí?": of a person, not of the clinic's hours.
_OF_SOMEBODY = r"\b(?:dra?|doutora?|medic[ao]|enfermeir[ao]|esteticista|biomedic[ao]|profissional)(?: [a-z]+){0,2}? (?:ainda |continua )?(?:atende|trabalha|atendendo|trabalhando)(?: (?:ai|aqui|com voces|na clinica|ainda))*(?= *(?:$|[?.!,]))"
_TO_PAY = r"\bquanto (?:\w+ ){0,3}pagar\b|^.*\bdinheiro de volta\b"
# "cobraram errado", "valorizo seu trabalho": no price is asked before them.
_CHARGED = r"^.*\b(?=(?:valorizo|cobraram|cobranca)\b)"
# What an intent's rules must not see.
_MEANT_TO_BOOK = r"\b(?:(?:re|des)marc\w+|cancel\w+|mudar|trocar)(?: [a-z]+){0,2}? ?,? ?(?:ou melhor|quer dizer|quero dizer|digo|alias|melhor dizendo|ops|opa|perdao)(?: ,)?(?: (?:e|eu|quero|queria))* (?=(?:marcar|agendar|marco|marca)\b)"
_VIEWS: dict[Intent, Callable[[Line], Line]] = {
    Intent.MEDICAL_QUESTION: lambda line: _without(line, EXPLAINS),
    Intent.CANCEL: lambda line: _hidden(_hidden(without_kept(line), _ALREADY), _MEANT_TO_BOOK),
    Intent.RESCHEDULE: lambda line: _hidden(
        _hidden(_hidden(without_kept(line), _ALREADY), _UNHELD), _MEANT_TO_BOOK
    ),
    Intent.CHECK_APPOINTMENT: lambda line: line if "?" in line.norm else _hidden(line, _UNHELD),
    Intent.COMPLAINT: without_kept,
    Intent.LATE: lambda line: _hidden(line, _ON_TIME),
    Intent.SCHEDULE: lambda line: _hidden(line, _UNBOOKED),
    Intent.AVAILABILITY: lambda line: _hidden(line, _ROOM),
    Intent.PAYMENT: lambda line: _hidden(line, _TO_PAY),
    Intent.HOURS: lambda line: _hidden(line, _OF_SOMEBODY),
    Intent.PRICE: lambda line: _hidden(line, _CHARGED),
}


def read_intents(line: Line) -> tuple[frozenset[Intent], tuple[RuleHit, ...]]:
    """Every intent some rule sees, before they are weighed against each other, and what each rule saw."""
    found: dict[Intent, RuleHit] = {}
    for intent, start, end in _seen(line):
        if intent not in found:
            found[intent] = line.hit(f"intents.{intent.value}", start, end, intent.value)
    somebody = line.find(_OF_SOMEBODY)
    for seen in phrases().all(line):
        intent = intent_of(seen.rule)
        if intent is Intent.HOURS and somebody and seen.start < somebody.end():
            continue
        if intent not in found:
            found[intent] = line.hit(f"asks.{intent.value}", seen.start, seen.end, intent.value)
    asked = read_person(
        _without(line, *(row for row, intent in enumerate(INTENTS) if intent is Intent.INFO_BOT))
    )
    if asked:  # "você é uma pessoa?" asks about Anna, it asks for nobody
        found[Intent.HUMAN] = asked
    erased = read_erasure(line)
    if erased:
        found.setdefault(Intent.DATA_RIGHTS, erased)
    return frozenset(found), tuple(found.values())


def _seen(line: Line) -> Iterator[tuple[Intent, int, int]]:
    """Every intent whose wordings or pattern are found in what its rules may see of the line."""
    possible = wordings().possible(line.norm)
    for row, intent in enumerate(INTENTS):
        span = wordings().find(row, _view(line, intent).norm) if row in possible else None
        if span:
            yield intent, *span
    for intent, pattern in PATTERNS:
        match = rx(pattern).search(_view(line, intent).norm)
        if match:
            yield intent, *match.span()


def _view(line: Line, intent: Intent) -> Line:
    return _VIEWS[intent](line) if intent in _VIEWS else line


def _hidden(line: Line, pattern: str) -> Line:
    for match in rx(pattern).finditer(line.norm):
        line = line.hide(match.start(), match.end())
    return line


def _without(line: Line, *rows: int) -> Line:
    for row in rows:
        for span in wordings().spans(row, line.norm):
            line = line.hide(*span)
    return line


def confirms_own(line: Line) -> bool:
    """Whether what is confirmed stands already, whatever Anna had asked: "confirmo minha consulta de amanhã"."""
    return line.find(_OWN_VISIT) is not None


_OWN_VISIT = r"\bconfirm\w*(?: \w+){0,3}? (?:(?:a )?(?:minha )?presenca|(?:minha|meu) (?:consulta|sessao|horario|agendamento|retorno|avaliacao|procedimento|atendimento)|(?:[ao] )?(?:consulta |horario |sessao )?d[aeo] (?:minha|meu) (?:mae|pai|filh[ao]|irma|irmao|marido|espos[ao]|sogr[ao]|amig[ao]))\b|\bpediu (?:pra|para) (?:eu )?confirmar\b"


def holds_none(line: Line) -> bool:
    """Whether it is told that nothing is booked: "nem marquei ainda", "não tenho nada marcado"; what is asked, or not booked for a day, is not that."""
    return "?" not in line.norm and line.find(_UNHELD_AT_ALL) is not None


def wants_other_times(line: Line) -> bool:
    """Whether none of what was offered suits."""
    return line.find(_OTHER_TIMES) is not None


def read_sentiment(line: Line) -> Sentiment:
    """How the message sounds; a complaint outweighs a thank-you."""
    if line.find(_NEGATIVE):
        return Sentiment.NEGATIVE
    return Sentiment.POSITIVE if line.find(_POSITIVE) else Sentiment.NEUTRAL
