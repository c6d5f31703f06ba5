"""What follows from the rest of a message: a wish without a verb, and days that are only asked about or told."""

from __future__ import annotations

from anna.commands import Intent, RuleHit, YesNo
from anna.conversation.understanding.dates.feasts import FEAST
from anna.conversation.understanding.findings import ASKS, TASKS, Findings
from anna.conversation.understanding.intents.booked import asks_whether_it_stands, says_booked
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import rx
from anna.when import TimeKind, When, WhenStatus

WANTS = r"\b(?:marc|agend|reserv)\w*|\b(?:quero|queria|gostaria|preciso|tem como|da (?:para|pra))\b"
_TOLD = r"\b(?:minha (?:consulta|sessao) (?:e|eh|ta|esta|ficou)|fiz|fez|fizemos|ja fiz|fui|apliquei|coloquei|sempre faco|costumo fazer)\b"
# What was answered to the open question leaves nothing to infer.
_ANSWERED = frozenset(
    {Intent.NPS, Intent.CHOOSE_SLOT, Intent.CORRECTION, Intent.OTHER_TIMES, Intent.CONFIRM_ATTENDANCE}
)
_NOTHING_NEW = frozenset({State.OFFER_SLOTS, State.CONFIRM_BOOKING, State.REMINDER})

# With these, a day beside a question about one's appointment is a new one.
_MOVES = frozenset({Intent.SCHEDULE, Intent.RESCHEDULE, Intent.AVAILABILITY, Intent.WAITLIST})


# "feriado vocês abrem? se sim, dia 7 às 9": the question, and the wish if the answer is yes.
IF_SO = r"\bse (?:sim|nao|abrir\w*|atender\w*|funcionar\w*|tiver\w*|der|for|estiver\w*)\b"

_MOVING = r"\b(?:da (?:para|pra)|tem como|pode ser|podia ser|quero|queria|troca\w*|muda\w*)\b"


# "e a minha das 16 continua, né?", where an hour was asked for
_OF_HER_OWN = r"\b[ao] (?:minha|meu)\b|\b(?:minha|meu) (?:consulta|horario|sessao)\b|\b(?:marquei|agendei)\b"
_STANDS_STILL = r"\b(?:continua|segue|permanece|de pe|valendo)\b"


def _of_her_own(found: Findings) -> bool:
    """Whether it is told of what is booked, though a day or an hour had been asked for; "15h, mas posso atrasar" answers."""
    late = found.line.find(r"\batras\w+") is not None and (found.when is None or found.when.time_kind is None)
    return late or found.line.find(_OF_HER_OWN) is not None


def _still_stands(found: Findings) -> bool:
    """ "a minha de sexta às 16h continua, né?": the hour is that of what is booked."""
    asks = Intent.CHECK_APPOINTMENT in found.intents and not found.intents & _MOVES
    return asks and found.line.find(_STANDS_STILL) is not None


_NOT_YET = frozenset({State.NONE, State.ASK_PROCEDURE, State.ASK_WHEN, State.ASK_TIME})
_BESIDE_ONE = frozenset({
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.GREET, Intent.THANKS, Intent.GIVE_NAME, Intent.CORRECTION, Intent.CHECK_APPOINTMENT, Intent.INFO,
})  # fmt: skip


def _tells_of_one(found: Findings, context: Context) -> bool:
    """Take what only tells of a consulta that she has for the question whether it stands: no other is begun for her."""
    beside = (found.intents | found.answer) - {Intent.AFFIRM}
    may = context.state in _NOT_YET and found.safety is None and beside <= _BESIDE_ONE
    of_nothing_asked = context.state is State.NONE and asks_whether_it_stands(found.line)
    if not may or not (of_nothing_asked or says_booked(found.line)):
        return False
    found.intents = (found.intents - _MOVES - {Intent.AFFIRM}) | {Intent.CHECK_APPOINTMENT}
    found.answer -= {Intent.CORRECTION, Intent.SCHEDULE, Intent.AFFIRM}
    if context.state is not State.NONE:
        found.when = None  # no answer to what was asked of a new one
    return True


def infer(found: Findings, context: Context) -> None:
    """Decide, in place, what is meant without being said: "botox amanhã às 14" wants an appointment."""
    if found.name:
        found.answer.add(Intent.GIVE_NAME)
    if found.phone:
        found.answer.add(Intent.GIVE_PHONE)
    told = _tells_of_one(found, context)
    if told or (found.answer | found.intents) & _ANSWERED or _carries_on(found, context):
        found.intents -= {Intent.OFFTOPIC}
        return
    passing = context.state is State.NONE and not found.procedure and _in_passing(found)
    asked = context.state in {State.ASK_WHEN, State.ASK_TIME}
    told_of = found.intents & {Intent.CHECK_APPOINTMENT, Intent.LATE} and not found.intents & _MOVES
    told_of = told_of and not found.line.find(_MOVING) and not _at_an_hour(found.when)
    told_of = _of_her_own(found) if told_of and asked else told_of or _still_stands(found)
    found.intents |= _wished_beside(found)
    if passing or told_of or Intent.INFO_PREFERENCE in found.intents or _only_asks(found, context):
        found.when = None
    if Intent.HOURS in found.intents and found.wishes_when and found.line.find(IF_SO):
        found.intents.add(Intent.SCHEDULE)
    if _is_other_business(found, context):
        found.intents |= {Intent.INFO} if _asks_about_another(found, context) else set()
        return
    if _asks_about_procedure(found, context):
        found.intents.add(Intent.INFO)  # "o retorno está incluso?" asks about it, and does not want it yet
    elif _wants_without_verb(found):
        found.intents.add(Intent.SCHEDULE)
        found.hits.append(
            RuleHit("inferred.schedule", "", "a procedure, a day or an hour, and nothing else asked")
        )


# "e terça?", "e no dia 31?", after a question about opening hours.
_ANOTHER_DAY = r"^(?:(?:ah|ata|ok|certo|hum|entendi|legal|beleza|,|\.) )*e (?:(?:n[ao]s?|a[os]?|em|de|d[ao]|dia|vespera|depois|de|que vem) )*(?:segunda|terca|quarta|quinta|sexta|sabado|domingo|hoje|amanha|feriado|carnaval|natal|ano novo|reveillon|pascoa|\d{1,2})(?: (?:feira|que vem|de|do|/|\d{1,2}|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|voces|abrem?|atendem?))* \?\W*$"


# "e amanhã? abre às 8?": what is asked is that day's hours
_OPENS_THEN = r"^(?:(?:ah|ata|ok|certo|entendi|legal|beleza|e|,|\.) )*(?:n?[ao]s? |dia )?(?:segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|hoje|\d{1,2})(?: feira)? ?\? ?(?:voces |a clinica )?(?:abre|abrem|fecha|fecham)\b[^?]*\?\W*$"


_DAY = r"(?:segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|dia \d{1,2})"
# "fechado?", "então fica quarta, né?", "me confirma quarta", "é que dia mesmo?": where nothing is asked, of what stands already
_STANDS = rf"^(?:(?:oi|ola|bom dia|boa tarde|boa noite|moca|entao|,|!|\.) )*(?:(?:fechado|combinado|confirmado|certo|marcado) ?\?|fic(?:a|ou) (?:(?:mesmo|para|pra|na|no|de) )*{_DAY}\b[^?]*\b(?:ne|certo|mesmo|hein)\b|me confirma (?:(?:se|e|ficou|a|o|na|no|de|da|do) )*{_DAY}\b|(?:e|era|ficou|vai ser) (?:que|qual) (?:dia|h|horas?) mesmo\b)"

# "esse é labial, né?", "essa reserva é pro Marcos né?": hidden is the name
_IS_IT = (
    r"^(?:(?:oi|mas|e|entao|,) )*(?:(?:ess[ea]|est[ea]|aquel[ea]|o|a)(?: (?:reserva|consulta|horario|vaga|procedimento|sessao|que (?:eu )?(?:marquei|reservei|paguei)))?(?: ai)?)"
    r" (?:e|eh|ta|esta|ficou|foi) (?:mesmo |so )?(?:(?:n?o nome d[aeo]|em nome d[aeo]|pr[ao]|para|de|d[ao]|o|a) )*(?:_+|\w+(?: \w+){0,3}?) ?,? (?:ne|certo|correto|isso mesmo)\W*$"
    r"|^(?:(?:oi|mas|e|entao|,) )*(?:ta|esta|ficou|foi) (?:mesmo |marcad[ao] )?(?:n?o|em) (?:meu nome|nome d[aeo]s? (?:\w+ ){0,2}?\w+) ?,? ?(?:(?:ne|certo|correto|mesmo) ?)*\?\W*$"
)

# What "e do botox?" may ask again.
_CARRIED = frozenset({Intent.PRICE, Intent.INFO, Intent.AVAILABILITY})
_ONLY_NAMED = r"^(?:(?:ah|ata|ok|certo|hum|entendi|legal|beleza|e|,|\.) )*e (?:(?:o|a|os|as|d[aeo]s?|n[ao]s?|pel[ao]|pra|pro|para|com|so|se for|se fosse|quanto|ja|um|uma|valor|preco|fazer) )*(?!\b(?:se|eu|quando|quem|como|voces?)\b)(?:\w+ ?){1,4}\W*$"
_ADDED = r"\b(?:tambem|tb|tbm|junto|mais|quero|queria|pode|marca\w*|agenda\w*)\b"


def _carries_on(found: Findings, context: Context) -> bool:
    """Ask again what was asked, of another procedure; True for another day of a question about opening hours, which is all then."""
    if found.line.find(_OPENS_THEN):
        found.intents = {Intent.HOURS}
        return True
    if Intent.HOURS in context.asked and context.state is State.NONE and found.line.find(_ANOTHER_DAY):
        found.intents = {Intent.HOURS}
        return True
    found.intents |= context.asked & _CARRIED if _asks_again(found) else frozenset()
    if context.state is State.NONE and (found.line.find(_STANDS) or _asks_of_it(found)):
        found.intents = {Intent.CHECK_APPOINTMENT}
        found.answer.discard(Intent.GIVE_NAME)
    return False


def _asks_of_it(found: Findings) -> bool:
    """Whether a procedure or a name is said to be that of what stands, to be sure."""
    match = found.line.find(_IS_IT)
    return match is not None and (bool(found.procedure) or "_" in match.group() or "nome" in match.group())


def _asks_again(found: Findings) -> bool:
    """ "e da virilha?", "e o botox": another procedure, and of what the message before it asked nothing but that."""
    alone = found.procedure and not (found.wishes_when or found.intents or found.answer or found.safety)
    return bool(alone) and found.line.find(_ONLY_NAMED) is not None and found.line.find(_ADDED) is None


def _is_other_business(found: Findings, context: Context) -> bool:
    """Whether the message is about something that a procedure or a day in it does not turn into a wish to book."""
    unasked = {Intent.B2B} if found.procedure and _dated(found) else {Intent.B2B, Intent.HOURS}
    if found.intents & (TASKS | unasked | {Intent.INFO_PREFERENCE}) or context.state in _NOTHING_NEW:
        return True
    if not found.wishes_when and Intent.MINOR in found.intents:
        return True
    thanked = Intent.THANKS in found.intents and not found.wishes_when and not found.line.find(WANTS)
    return thanked or (
        Intent.PROMO_INTEREST in found.answer
        and (found.question or Intent.DENY in found.answer or not _dates_it(found.when))
    )


def _dates_it(when: When | None) -> bool:
    """ "quero, mas só à tarde" takes an offer, and names no day yet."""
    return when is None or when.date_start is not None


def _asks_about_procedure(found: Findings, context: Context) -> bool:
    said_more = found.wishes_when or found.intents or found.answer
    asks = bool(found.procedure) and found.question and not said_more
    return asks and (context.state is State.NONE or _asks_about_another(found, context))


def _asks_about_another(found: Findings, context: Context) -> bool:
    """ "o peeling é o que descama?", where something else is under way: asked, and not wished for."""
    said_more = found.wishes_when or found.intents or found.answer or found.spoken is not None
    another = bool(context.under_way) and not set(found.procedure) <= set(context.under_way)
    return another and found.question and not said_more and not found.line.find(rf"{_ONLY_NAMED}|{_RATHER}")


# "pode ser peeling?", "e se eu fizer peeling?": a wish, put as a question, where something else is under way
_RATHER = r"\b(?:pode|posso|podia|poderia|da|daria|rola|quero|queria|prefiro|troc\w+|mud\w+|tem|teria|fizer|fizesse|faco|marc\w+|agend\w+|for|fosse|serve|em vez|no lugar|inclu\w+|coloc\w+|junto)\b"


def _wants_without_verb(found: Findings) -> bool:
    if found.procedure and found.wishes_when:
        return True
    told = found.line.find(_TOLD) is not None and Intent.SCHEDULE not in found.intents
    asks = found.intents & (ASKS | {Intent.HUMAN}) or found.answer & {Intent.MEDICAL_QUESTION}
    return (bool(found.procedure) or found.wishes_when) and not asks and not told


# "quero limpeza de pele, quanto custa?": the wish stands beside the question, or behind it: "tá aberto ainda? preciso de um peeling".
_WANTED_OUTRIGHT = r"(?:^|(?P<asked>\? ))(?:(?:oi|ola|bom|boa|dia|tarde|noite|tudo|bem|moca|entao|eu|,|!|\.) ?)*(?:quero|queria|gostaria de|preciso de|vou querer)(?: (?:fazer|marcar|agendar|um|uma|o|a))* (?!saber|ver|falar|sair|aproveitar|deixar|parar|dar|ter|cancel|desmarc|remarc|tirar|entender|mud[ae]r|troc|pass[ae]r|adi[ae]r|antecip|transfer|alter|jogar|sair|mais|que|perguntar)[a-z]+"
# "tem botox quinta de tarde?": of a day, whatever else is asked
_HAVE_YOU_THEN = r"(?:^|[?!.,\n] |\b(?:oi|ola|ai|voces?|e|dia|tarde|noite) )(?:tem|teria|consegue\w*)(?: (?!como|problema|que)[a-z]+){1,4}? (?:n[ao] |pr[ao] |para )?(?:segunda|terca|quarta|quinta|sexta|sabado|hoje|amanha|dia \d{1,2})\b[^?]*\?"
_BOOKING = r"\b(?:pode|podia|vou|posso|tem|bora|da|prefiro|melhor|fica|consigo|quer|quero|queria|queremos|queriamos|podemos|podiamos|serve|vaga|horario|h|encaix\w+|livre|folg\w+|so|disponive\w+|possivel|viavel|vamos|bota\w*|poe|coloca\w*|joga\w*|passa(?= (?:pra|para|pro)))\b|\b(?:marc|agend|reserv)\w*"


def _wished_beside(found: Findings) -> set[Intent]:
    """What is wished of a procedure that is named, whatever is asked besides."""
    if not found.procedure or found.safety:
        return set()
    wanted = found.line.find(_WANTED_OUTRIGHT)
    outright = wanted is not None and not (wanted["asked"] and found.intents & TASKS)
    of_a_day = found.wishes_when and found.line.find(_HAVE_YOU_THEN) is not None
    return ({Intent.SCHEDULE} if outright else set()) | ({Intent.AVAILABILITY} if of_a_day else set())


def _in_passing(found: Findings) -> bool:
    """ "hoje tá quente né": a day with no hour, among other words, and nothing of a booking."""
    when = found.when
    if when is not None and when.status is WhenStatus.PAST and found.line.find(_BOOKING) is None:
        return True  # "ontem fui aí e esqueci o óculos"
    plain = (
        when is not None
        and when.time_kind is None
        and when.date_start is not None
        and when.date_start == when.date_end
    )
    words = rx(r"[a-z]{2,}").findall(rx(FEAST).sub("", found.line.norm))
    others = [w for w in words if not rx(_CALENDAR).fullmatch(w)]
    return (
        plain
        and len(words) > _FEW
        and len(others) > 1
        and not found.intents
        and found.line.find(_BOOKING) is None
    )


_FEW = 3
# Words that only say when: a message of these is no chatter.
_CALENDAR = r"dias?|d[aeo]s?|n[ao]s?|em|ao?|as|pel[ao]s?|la|por|volta|perto|mais|ou|menos|que|vem|essa?|este?|est[ae]|outr[ao]|proxim[ao]|seguinte|semanas?|mes(?:es)?|ser|sem|nao|daqui|hoje|amanha|depois|antes|ate|partir|para|pra|pro|segunda|terca|quarta|quinta|sexta|sabado|domingo|feira|feriad[ao]o?|vesperas?|primeir[ao]|segund[ao]|terceir[ao]|ultim[ao]|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|cedo|tarde|manha|entao"


def _only_asks(found: Findings, context: Context) -> bool:
    """Whether a day in the message belongs to a question ("abrem sábado?", "posso malhar amanhã?") and is no wish."""
    if found.intents & {
        Intent.SCHEDULE,
        Intent.AVAILABILITY,
        Intent.RESCHEDULE,
        Intent.CANCEL,
        Intent.WAITLIST,
    } or found.answer & {Intent.SCHEDULE}:
        return False
    untimed = found.when is None or found.when.time_kind is None
    if Intent.LOCATION in found.intents and untimed and not found.procedure and not found.line.find(WANTS):
        return True  # "me passa o endereço que eu vou amanhã"
    if Intent.HOURS in found.intents and _dated(found):
        return False
    told = r"\b(?:entao|marca\w*|pode ser|tem que|prefiro|quero)\b"
    if Intent.HOURS in found.intents and (found.question or not found.line.find(told)):
        return True
    if Intent.OFFTOPIC in found.intents and not found.procedure and not _at_an_hour(found.when):
        return True
    if Intent.MEDICAL_QUESTION in found.intents:
        # "ela tem 70 anos, pode fazer limpeza de pele quinta às 14?" asks for the appointment too
        return not (found.procedure and _at_an_hour(found.when)) and (
            found.line.find(
                r"\b(?:da tempo|quero|marcar|agendar|pode ser(?: n?[ao]| dia| ja)* (?:amanha|\d|segunda|terca|quarta|quinta|sexta|sabado)|(?:posso|consigo|da (?:pra|para)) (?:ir|passar|chegar|vir)(?: ai)? (?:ai|as|umas|direto|depois das|antes das|hoje|amanha|dia|segunda|terca|quarta|quinta|sexta|sabado))\b"
            )
            is None
        )
    when = found.when
    vague = (
        when is not None
        and when.time_kind is None
        and (when.date_start != when.date_end or found.line.find(r"\bhoje\b") is not None)
    )
    only = found.line.find(
        r"\b(?:marc\w+|pode ser|prefiro|depois d[aeo]|a partir|antes d[aeo])\b|\bso (?:n[ao]|mes|semana|depois)\b"
    )
    if only and not found.question and context.state is not State.CAMPAIGN:
        return False  # "só mês que vem, depois do dia 5 que cai o pagamento"
    return vague and bool(found.intents & {Intent.PRICE, Intent.PROMO_INTEREST, Intent.INFO, Intent.PAYMENT})


def _at_an_hour(when: When | None) -> bool:
    """Whether one day and an hour of it are named."""
    if when is None or when.time_kind in {None, TimeKind.DAYPART}:
        return False
    return when.date_start == when.date_end is not None


# "é no jardins né?"; of "é no cartão né?", "é na barriga né?" and "é no nome da Duda?" no place is asked
_THERE = (
    r"^(?:(?:oi|ola|mas|e|ai|entao|la|voces?|a clinica|isso|bom dia|boa tarde|boa noite|moca|,|!) )*(?:e|eh|sao|fica|ficam)(?: ai| la| ali)? (?:n[ao]s?|em|perto d[aeo]s?|pert(?:o|inho) ali d[aeo]s?) "
    r"(?!(?:hora|h|momento|ato|cartao|pix|dinheiro|especie|debito|credito|boleto|conta|nome|caso|dia|semana|mes|ano|feriado|outr[ao]|mesm[ao]|mi[mn]\w*|meu|minha|seu|sua|seus|dele|dela|del[ae]s|"
    r"quant[ao]s?|qual|que|media|serio|verdade|vez\w*|parcela\w*|promoc\w+|total|maximo|minimo|tabela|faixa|sistema|agenda|app|aplicativo|site|link|instagram|insta|zap|whats\w*|telefone|numero|foto|video|"
    r"ess[ae]s?|est[ae]s?|aquel[ae]s?|rosto|face|pele|corpo|barriga|abdomen|costas?|pernas?|coxas?|bracos?|axilas?|virilhas?|bucos?|buco|labios?|boca|testa|olhos?|nariz|queixo|papada|pescoco|colo|maos?|pes|peito|bumbum|gluteos?|cabelo|"
    r"umas?|uns|dois|duas|tres|_+|\d+)\b)(?:[a-z]+ ?){1,4},? ?(?:ne|certo|mesmo|nao e|hein|\?)[ ?!.]*$"
)


def names_a_place(found: Findings) -> bool:
    """Whether nothing is asked but to be sure of a place by its name."""
    if found.procedure or found.when or found.name or found.safety or found.spoken is YesNo.NO:
        return False
    return found.line.find(_THERE) is not None


def _dated(found: Findings) -> bool:
    """ "abrem na terça de carnaval?", "amanhã às 19h vocês atendem?": one day, not the timetable."""
    if _at_an_hour(found.when):
        return True  # "sábado vocês atendem até que horas? consigo às 11?"
    if found.line.find(r"\bque h\b"):
        return False  # "abre que horas na segunda de carnaval?"
    return bool(
        found.line.find(r"\b(?:hoje|amanha|dia \d+|\d+/\d+|que vem|agora)\b") or found.line.find(FEAST)
    )
