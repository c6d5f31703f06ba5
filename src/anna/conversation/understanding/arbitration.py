"""What a message means as a whole: what its rules saw, weighed against each other and against what Anna had asked.

Gravest first: safety, opt-out, a wish for a person. Then the answer to the open question, then everything else; courtesies count
only when nothing else was said.
"""

from __future__ import annotations

from anna.commands import Intent, Safety, YesNo
from anna.conversation.understanding.care.safety import after_treatment, beyond_insult
from anna.conversation.understanding.care.suspected import read_cry, read_suspicion
from anna.conversation.understanding.findings import ASKS, COURTESIES, Findings
from anna.conversation.understanding.inference import WANTS, infer, names_a_place
from anna.conversation.understanding.intents.intents import read_intents, wants_other_times
from anna.conversation.understanding.intents.yes_no import without_put_off
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.replies.open_question import ANSWERS, answer_any, answer_nps, take_option
from anna.conversation.understanding.replies.silencing import leaves_in_danger, means_silence, silence
from anna.conversation.understanding.replies.supposed import weigh_cancelling, weigh_permission, weigh_told
from anna.conversation.understanding.text.line import Line, rx

# (if this was seen, then these were only its shadow)
SHADOWS: tuple[tuple[Intent, frozenset[Intent]], ...] = (
    (
        Intent.DATA_RIGHTS,
        frozenset(
            {
                Intent.INFO,
                Intent.OPTOUT,
                Intent.CANCEL,
                Intent.DATA_REQUEST,
                Intent.RESCHEDULE,
                Intent.LOCATION,
                Intent.AVAILABILITY,
            }
        ),
    ),
    (Intent.DATA_REQUEST, frozenset({Intent.INFO, Intent.CHECK_APPOINTMENT})),
    (
        Intent.B2B,
        frozenset(
            {
                Intent.SCHEDULE,
                Intent.HUMAN,
                Intent.INFO,
                Intent.PRICE,
                Intent.PROMO_INTEREST,
                Intent.AVAILABILITY,
                Intent.OFFTOPIC,
                Intent.PAYMENT,
                Intent.MEDICAL_QUESTION,
            }
        ),
    ),
    (
        Intent.WAITLIST,
        frozenset(
            {
                Intent.AVAILABILITY,
                Intent.SCHEDULE,
                Intent.CANCEL,
                Intent.RESCHEDULE,
                Intent.INFO,
                Intent.HUMAN,
            }
        ),
    ),
    (
        Intent.RESCHEDULE,
        frozenset(
            {
                Intent.SCHEDULE,
                Intent.CANCEL,
                Intent.AVAILABILITY,
                Intent.CHECK_APPOINTMENT,
                Intent.INFO,
                Intent.HOURS,
                Intent.MEDICAL_QUESTION,
                Intent.LATE,
            }
        ),
    ),
    (
        Intent.CANCEL,
        frozenset({Intent.SCHEDULE, Intent.INFO, Intent.CHECK_APPOINTMENT, Intent.MEDICAL_QUESTION}),
    ),
    (
        Intent.LATE,
        frozenset(
            {Intent.AVAILABILITY, Intent.SCHEDULE, Intent.INFO, Intent.LOCATION, Intent.MEDICAL_QUESTION}
        ),
    ),
    (
        Intent.CHECK_APPOINTMENT,
        frozenset({Intent.AVAILABILITY, Intent.SCHEDULE, Intent.HOURS, Intent.INFO, Intent.MEDICAL_QUESTION}),
    ),
    (Intent.CONFIRM_ATTENDANCE, frozenset({Intent.SCHEDULE, Intent.AVAILABILITY, Intent.INFO})),
    (Intent.LOCATION, frozenset({Intent.INFO, Intent.MEDICAL_QUESTION, Intent.HOURS})),
    (Intent.PAYMENT, frozenset({Intent.INFO, Intent.MEDICAL_QUESTION})),
    (Intent.HOURS, frozenset({Intent.INFO, Intent.AVAILABILITY})),
    (Intent.PRICE, frozenset({Intent.INFO})),
    (Intent.AVAILABILITY, frozenset({Intent.INFO})),
    (Intent.MEDICAL_QUESTION, frozenset({Intent.INFO})),
    (Intent.PROMO_INTEREST, frozenset({Intent.INFO})),
    (Intent.INFO_PREFERENCE, frozenset({Intent.INFO, Intent.HUMAN, Intent.OPTOUT})),
    (Intent.INFO_BOT, frozenset({Intent.INFO, Intent.INFO_PREFERENCE})),
    (Intent.SCHEDULE, frozenset({Intent.INFO, Intent.MEDICAL_QUESTION})),
)


_TO_CONFIRM = frozenset({State.CONFIRM_BOOKING, State.REMINDER})
_OFFERED = frozenset({State.OFFER_SLOTS, State.CAMPAIGN})


def weigh(found: Findings, context: Context) -> None:
    """Decide, in place, what the message means."""
    _judge_offer(found, context)
    if _grave(found):
        if context.state is State.NPS:
            answer_nps(found, context)
            found.intents |= found.answer
        elif context.state in _TO_CONFIRM and Intent.CANCEL in found.intents:
            found.yes_no = YesNo.NO
        elif context.state in _TO_CONFIRM and found.safety is Safety.ADVERSE_REACTION and found.question:
            found.yes_no = YesNo.UNCLEAR  # "tô toda inchada, vou assim mesmo?"
        return
    _shadows(found, context)
    if found.optout:
        silence(found, context)
        return
    if Intent.HUMAN in found.intents:
        found.human = True
        if not found.question:
            found.intents -= _subjects(found.line)
        found.intents -= {Intent.INFO_BOT, Intent.INFO, Intent.OFFTOPIC, Intent.AVAILABILITY} | (
            set() if found.wishes_when else {Intent.SCHEDULE}
        )
    take_option(found, context)
    if Intent.CONFIRM_ATTENDANCE in found.intents and context.state not in _TO_CONFIRM:
        found.yes_no = YesNo.UNCLEAR if context.state in _OFFERED else None
    else:
        ANSWERS.get(context.state, answer_any)(found, context)
    _take_no_condition(found)
    if Intent.B2B in found.intents:
        found.procedure = ()  # what somebody sells is no wish
    infer(found, context)
    _tidy(found)
    _suspect(found, context)


# "1, mas com o desconto, senão não quero": what is taken on a condition is not taken.
_IF_CHEAPER = r"\b(?:so|somente|apenas) (?:se|com)\b.*\bdesconto|\bdesconto\b.*\bsenao\b|\bse (?!nao)(?:\w+ )?(?:tiver|tem|der|fizer\w*|rolar|houver|ganhar)\b.*\bdesconto"


def _take_no_condition(found: Findings) -> None:
    """Leave a time that is taken only with a discount: nobody has promised one."""
    if Intent.PROMO_INTEREST in found.intents and found.slot and found.line.find(_IF_CHEAPER):
        found.slot = found.choice = found.yes_no = None
        found.intents -= {Intent.CHOOSE_SLOT, Intent.AFFIRM}
        found.answer -= {Intent.CHOOSE_SLOT, Intent.AFFIRM}


# "não gostei da 2", "14h30 é terrível": of what was offered, and of nothing that was done.
_OF_A_SLOT = (
    r"^\W*(?:(?:eu|moca|nossa|ai|credo|nao|num|odiei|detestei|gostei|curti|amei|achei|d[aeo]s?|n[ao]|a|o|as|os|ess[ae]s?|h|horario|opcao|primeir[ao]|segund[ao]|terceir[ao]|ultim[ao]|hora|\d{1,2}(?::\d\d)?|e|eh|meia|ta|fica|muito|"
    r"terrivel|horrivel|pessim[ao]|ruim|cedo|tarde|demais|para|pra|mim|tem outr[ao]s?|quero outr[ao]s?|,|\.|!|\?)(?= |$) ?)+$"
)


def _judge_offer(found: Findings, context: Context) -> None:
    """Take a word against an offered time for what it is, and no complaint."""
    if (
        context.state is State.OFFER_SLOTS
        and found.safety is Safety.COMPLAINT
        and found.line.find(_OF_A_SLOT)
    ):
        found.safety, found.intents = None, found.intents - {Intent.COMPLAINT}


# "posso levar os meninos? quero marcar terça": the question stands beside the wish.
_ASKS_AND_BOOKS = r"\? (?:(?:e|entao|ai|,|eu|se sim|se nao|se der) )*(?:quero|queria|gostaria|preciso|marca|pode marcar|agenda|bora)\b(?! (?:de )?(?:saber|ver|entender|perguntar|falar|uma ideia)\b)"
# "tem vaga hoje? se não tiver me deixa na espera": both are wanted.
_OR_ELSE = r"\?.*\b(?:se|caso) nao (?:tiver|houver|der|rolar|tem|ter|conseguir)\b"
_MOVES = r"\b(?:remarc|remarqu|reagend|mud[ae]|troc|passar|adi[ae]|antecip|alter|jog[ae]|empurr)\w*"


# "chama a gerente, é assunto de nota fiscal": what a person is wanted for is not asked of Anna.
_SUBJECT = r"\b(?:assunto|sobre|respeito|por causa|questao|tratar|resolver|problema)(?: (?:d[aeo]s?|com|um|uma|o|a|no|na|meu|minha|esse|essa))* [^.!?,;]+"


def _subjects(line: Line) -> frozenset[Intent]:
    subject = line.find(_SUBJECT)
    if subject is None:
        return frozenset()
    return (read_intents(line)[0] - read_intents(line.hide(*subject.span()))[0]) & ASKS


# "quero", "e queria fazer", but not "quero saber".
_WISHES_IT = r"(?:^|[?!.,] |\be |\bmas )(?:eu )?(?:quero|queria (?:fazer|marcar|agendar|colocar|por|botar|aplicar)) (?!saber|ver|fazer uma pergunta)"


_DANGERS = frozenset({Safety.EMERGENCY, Safety.SELF_HARM, Safety.ADVERSE_REACTION})


def _grave(found: Findings) -> bool:
    """Whether safety alone decides; otherwise it has only added its intent."""
    kind = found.safety
    leaves = kind in _DANGERS and found.optout and leaves_in_danger(found)
    if kind is Safety.INJECTION:
        found.intents, found.procedure, found.when, found.name = {Intent.INJECTION}, (), None, None
    elif kind in {Safety.EMERGENCY, Safety.SELF_HARM}:
        found.intents, found.when, found.human = {Intent.EMERGENCY}, None, True
        if kind is Safety.EMERGENCY and after_treatment(found.line):
            found.intents.add(Intent.ADVERSE_REACTION)
    elif kind is Safety.ADVERSE_REACTION:
        called_off = found.line.find(r"\b(?:cancel|desmarc|desmarqu)\w*") is not None
        found.intents = {Intent.ADVERSE_REACTION} | (
            found.intents & ({Intent.HUMAN, Intent.CANCEL} if called_off else {Intent.HUMAN})
        )
        found.when, found.human = None, True
    elif kind is Safety.ABUSE:
        found.intents, found.when = {Intent.INSULT} | (found.intents & {Intent.HUMAN}), None
        found.human = Intent.HUMAN in found.intents or beyond_insult(found.line)
        found.intents |= {Intent.OPTOUT} if found.optout else set()
        return True  # "vão se lascar, parem de mandar": rude, and to be obeyed
    elif kind is Safety.COMPLAINT and not found.optout:
        found.intents = {Intent.COMPLAINT} | (found.intents & {Intent.CANCEL, Intent.HUMAN})
        found.when, found.human = None, True
    else:
        return _care(found)
    found.optout = leaves
    found.intents |= {Intent.OPTOUT} if leaves else set()
    return True


def _care(found: Findings) -> bool:
    if found.safety in {Safety.PREGNANCY, Safety.CONTRAINDICATION, Safety.MEDICAL_ADVICE}:
        explicit = found.intents & {Intent.SCHEDULE, Intent.PRICE, Intent.RESCHEDULE, Intent.CANCEL}
        found.intents = {Intent.MEDICAL_QUESTION} | (
            explicit if found.wishes_when or explicit - {Intent.SCHEDULE} else set()
        )
        found.answer.add(Intent.MEDICAL_QUESTION)
    if found.safety is Safety.MINOR:
        found.intents.add(Intent.MINOR)
        found.intents -= {Intent.INFO, Intent.MEDICAL_QUESTION}
        if found.procedure and found.line.find(_WISHES_IT):
            found.intents.add(Intent.SCHEDULE)
        if not found.line.find(rf"\b(?:marc|agend|reserv)\w*|{_WISHES_IT}"):
            found.intents.discard(Intent.SCHEDULE)
    return False


def _shadows(found: Findings, context: Context) -> None:
    weigh_cancelling(found)
    weigh_told(found)
    weigh_permission(found)
    found.optout = found.optout and means_silence(found)
    if {Intent.SCHEDULE, Intent.MEDICAL_QUESTION} <= found.intents and not found.line.find(WANTS):
        found.intents.discard(Intent.SCHEDULE)  # "posso fazer botox e ir na academia?"
    asking = context.state in {State.ASK_PROCEDURE, State.ASK_WHEN, State.ASK_TIME}
    if asking and Intent.CANCEL in found.intents and not found.line.find(r"\b(?:cancel|desmarc)\w*"):
        found.intents.discard(Intent.CANCEL)  # nothing is booked yet: "hoje não vou conseguir" is about a day
    if Intent.CANCEL in found.intents and _would_rather_move(found):
        found.intents = (found.intents - {Intent.CANCEL}) | {Intent.RESCHEDULE}
    sells = r"\b(?:parceria|proposta|fornec\w+|represent\w+|vend\w+|apresent\w+|curriculo|vaga de|contratando|permuta|ofere\w+|(?:agendar|marcar) (?:um|uma) (?:cal|reuniao))\b"
    if {Intent.B2B, Intent.SCHEDULE} <= found.intents and found.wishes_when and not found.line.find(sells):
        found.intents.discard(Intent.B2B)  # "sou do marketing, quero marcar quinta": a trade, no business
    _overheard(found)
    beside = found.intents & {Intent.INFO} if found.line.find(_ASKS_AND_BOOKS) else set()
    beside |= found.intents & {Intent.AVAILABILITY} if found.line.find(_OR_ELSE) else set()
    beside |= found.intents & {Intent.SCHEDULE} if found.line.find(rf"_ ?{_ASKS_AND_BOOKS}") else set()
    beside |= _asked_apart(found)
    for seen, shadows in SHADOWS:
        if seen in found.intents and not (seen is Intent.SCHEDULE and found.safety):
            found.intents -= shadows
    found.intents |= beside
    if (
        Intent.PROMO_INTEREST in found.intents
        and found.line.find(r"\b(?:tem|ha|algum|alguma|faz|fazem|dao|da|deixa|rola|consegue\w*|teria)\b.*\?")
        and found.line.find(r"\b(?:descont\w+|menos|barato|precinho)\b")
    ):
        found.intents.add(Intent.PRICE)


_APART = frozenset({Intent.HOURS, Intent.LOCATION, Intent.INFO})
_FEWEST = 2


def _asked_apart(found: Findings) -> set[Intent]:
    """What has a question of its own: "é médico que aplica? e abrem que horas?" asks for both."""
    asked = found.intents & _APART if found.intents <= _APART | {Intent.LATE} | COURTESIES else set()
    parts = [part for part in rx(r"(?<=[?.!\n])\s").split(found.line.text) if part.strip()]
    if not asked or len(parts) < _FEWEST or len(found.intents) < _FEWEST or "?" not in parts[0] + parts[-1]:
        return set()
    apart: set[Intent] = set()
    for part in parts:
        seen = read_intents(Line.of(part))[0]
        alone = {intent for intent in seen if not any(intent in s for by, s in SHADOWS if by in seen)}
        apart |= (
            alone if "?" in part or rx(r"^(?:e|qual|onde|que|quanto)\b").match(Line.of(part).norm) else set()
        )
    return apart & asked


_ERASED = r"\b(?:apaguei|deletei|apagou|deletou)\b"
# "manda a chave pra eu transferir": money, and no appointment
_TRANSFERS = (
    r"\b(?:chave|pix|sinal|conta|dinheiro|valor)\b.*\btransf\w+|\btransf\w+.*\b(?:pix|sinal|dinheiro|valor)\b"
)


# "fica na sexta mesmo" is a day, no street.
_STAYS_ON_A_DAY = r"\bfi(?:ca|co|que|car) (?:n[ao] |para |pra )?(?:segunda|terca|quarta|quinta|sexta|sabado)\b(?! (?:rua|quadra|porta|casa|esquina|travessa|avenida))"
_WHERE = r"\b(?:onde|aonde|endereco|rua|perto|longe)\b"


def _overheard(found: Findings) -> None:
    """Take out what words of another wish only sound like."""
    if {Intent.THANKS, Intent.MEDICAL_QUESTION} <= found.intents and not found.question and not found.safety:
        found.intents.discard(Intent.MEDICAL_QUESTION)  # "não senti dor, obrigada!"
    if Intent.OFFTOPIC in found.intents and found.question:
        found.name = None  # "qual o nome daquele filme?"
    if {Intent.THANKS, Intent.COMPLAINT} <= found.intents and found.safety is None:
        found.intents.discard(Intent.COMPLAINT)  # "reclamar eu não reclamo, vocês são dez"
    if {Intent.DATA_RIGHTS, Intent.CHECK_APPOINTMENT} <= found.intents and found.line.find(_ERASED):
        found.intents -= {
            Intent.DATA_RIGHTS,
            Intent.HUMAN,
        }  # "apaguei a conversa com vocês, que horas eu fiquei?"
    if {Intent.PAYMENT, Intent.RESCHEDULE} <= found.intents and not found.wishes_when:
        found.intents -= {Intent.RESCHEDULE} if found.line.find(_TRANSFERS) else set()
    if {Intent.HUMAN, Intent.RESCHEDULE} <= found.intents and not found.line.find(_MOVES):
        found.intents.discard(Intent.RESCHEDULE)  # "quero a gerente, pode transferir?"
    if Intent.CANCEL in found.intents and not found.question:
        found.intents.discard(Intent.PROMO_INTEREST)  # "cancela, mas continua mandando as promoções"
    if found.line.find(_STAYS_ON_A_DAY) and not found.line.find(_WHERE):
        found.intents.discard(Intent.LOCATION)
    if Intent.CHECK_APPOINTMENT in found.intents and found.line.find(r"\breserva\b"):
        found.intents.discard(Intent.PROMO_INTEREST)  # "a reserva ainda está valendo?"


def _would_rather_move(found: Findings) -> bool:
    """ "não vou conseguir ir hoje, tem amanhã?", "desmarca a de sexta e marca pra segunda"."""
    if found.line.find(r"\b(?:cancel|desmarc|tir[ae]|remov|risc|falt)\w*|\bcont\w+ (?:mais )?comigo\b"):
        return (
            found.wishes_when
            and found.line.find(
                r"\b(?:marc\w+|coloc\w+|agend\w+) (?:para|pra|na|no|em|outr\w+)\b|\b(?:pode ser|tem como|da pra|da para|consigo)\b.*\?"
            )
            is not None
        )
    return found.wishes_when or wants_other_times(without_put_off(found.line))


def _only_named(found: Findings) -> bool:
    """Whether a wish to book follows from nothing but that a procedure was named: "saiu um treco esquisito da pele com esse peeling"."""
    inferred = any(hit.rule == "inferred.schedule" for hit in found.hits)
    alone = found.intents - {Intent.AFFIRM, Intent.DENY} == {Intent.SCHEDULE} and not found.wishes_when
    return inferred and alone and not found.question and found.line.find(WANTS) is None


def _suspect(found: Findings, context: Context) -> None:
    """Call a person for what is told of a body and says nothing else to Anna: she would only say that she did not understand."""
    if found.safety is not None or not (found.intents == {Intent.UNCLEAR} or _only_named(found)):
        return
    cry = read_cry(found.line)
    if cry is not None and not found.procedure:
        found.hits.append(cry)
        found.safety, found.intents, found.human = Safety.EMERGENCY, {Intent.EMERGENCY}, True
        return
    wishes = context.state is State.ASK_PROCEDURE or Intent.SCHEDULE in found.intents
    hit = read_suspicion(found.line, wishes=wishes)
    if hit is not None:
        found.hits.append(hit)
        found.safety, found.intents, found.human = Safety.ADVERSE_REACTION, {Intent.ADVERSE_REACTION}, True
        return
    found.safety, like = found.perhaps
    found.hits += like
    _grave(found)


def _tidy(found: Findings) -> None:
    if Intent.BYE in found.intents and not found.line.find(r"\b(?:oi|ola)\b"):
        found.intents.discard(Intent.GREET)
    if found.name:
        found.intents.discard(Intent.INFO_BOT)  # "quem tá falando é o Wesley"
    if found.human and found.intents & {Intent.GREET, Intent.SCHEDULE}:
        found.intents.discard(Intent.GREET)
    found.intents |= found.answer
    serious = found.intents - COURTESIES
    if serious - {Intent.OFFTOPIC}:
        found.intents = serious - {Intent.OFFTOPIC}
    elif serious:
        found.intents = serious
    if found.intents & {Intent.AFFIRM, Intent.DENY}:
        found.intents -= {Intent.INFO} - found.answer
    if not found.intents:
        found.intents = {Intent.LOCATION if names_a_place(found) else Intent.UNCLEAR}
