"""What a message answers to the question Anna had open; the same "10" is a slot, a score, an hour or a day."""

from __future__ import annotations

from collections.abc import Callable

from anna.commands import Intent, Safety, YesNo
from anna.conversation.understanding.facts.procedures import read_procedures
from anna.conversation.understanding.findings import ASKS, COURTESIES, TASKS, Findings
from anna.conversation.understanding.inference import IF_SO
from anna.conversation.understanding.intents.elsewhere import is_anothers
from anna.conversation.understanding.intents.intents import read_intents
from anna.conversation.understanding.intents.scores import read_score
from anna.conversation.understanding.intents.yes_no import (
    read_yes_no,
)
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.replies.campaign import answer_campaign
from anna.conversation.understanding.replies.choices import Choice, is_bare_word, read_choice, read_label
from anna.conversation.understanding.replies.confirmations import (
    answer_booking,
    answer_reminder,
    rules_out,
)
from anna.conversation.understanding.replies.offer import answer_slots
from anna.conversation.understanding.replies.plainly import answer_plainly
from anna.conversation.understanding.replies.refusing import calls_off
from anna.conversation.understanding.replies.slots import refuses_all
from anna.conversation.understanding.replies.stances import read_stances
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_OWN_QUESTION = frozenset(
    {Intent.CHECK_APPOINTMENT, Intent.PRICE, Intent.HOURS, Intent.LOCATION, Intent.PAYMENT, Intent.INFO_BOT}
)
"""Who asks this may use a word of a label for it: "que dia é mesmo?" picks no "Outro dia ou horário"."""


def take_option(found: Findings, context: Context) -> None:
    """A numbered option that was picked says what its label says."""
    if not context.options:
        return
    if found.wishes_when:
        _take_what_it_says(found, context)
        return
    stances = read_stances(found.line)
    bare = stances.plain or is_bare_word(found.line)
    taken = found.line if bare else stances.taken
    picked = read_choice(taken, len(context.options))
    if picked is None and not found.intents & _OWN_QUESTION:
        picked = read_label(found.line if bare else stances.beside, context.options)
        if picked and _ends_something(context, picked) and read_label(taken, context.options) != picked:
            picked = None  # "vocês vão cancelar se chover?"
        if picked and picked.number <= len(context.slots) and refuses_all(found.line):
            picked = None  # "nenhum desses, é depois das 16h que eu posso"
    if picked is None and context.state in _TO_CONFIRM and not found.question and found.line.find(_CANNOT):
        picked = _calling_off(found, context)
    if picked is None:
        return
    found.choice = picked.number
    found.hits.append(picked.hit)
    label = Line.of(context.options[picked.number - 1])
    found.intents = (found.intents - {Intent.INFO}) | read_intents(label)[0]
    found.spoken = read_yes_no(label)[0] or found.spoken


def _take_what_it_says(found: Findings, context: Context) -> None:
    """The one option that is for what is asked in so many words, though a day is named: "remarcar pro dia 30", "sim cancela, a de segunda"."""
    wished = found.intents & _OF_ITS_OWN
    if context.slots or len(wished) != 1:
        return
    offered = [
        number
        for number, option in enumerate(context.options, 1)
        if wished <= read_intents(Line.of(option))[0]
    ]
    if len(offered) != 1:
        return
    found.choice = offered[0]
    found.hits.append(found.line.hit("answers.said_option", 0, len(found.line.norm), str(offered[0])))
    found.spoken = read_yes_no(Line.of(context.options[offered[0] - 1]))[0] or found.spoken
    if wished == {Intent.CANCEL}:
        found.when = None


_OF_ITS_OWN = frozenset({Intent.RESCHEDULE, Intent.CANCEL})
_TO_CONFIRM = frozenset({State.REMINDER, State.CONFIRM_BOOKING})
_CANNOT = (
    r"^\W*(?:(?:e|ah|ai|pois|entao|olha|infelizmente|poxa|puts|eu|acho que|moca|sim|isso|,|\.) )*"
    r"(?:nao|num) (?:vai (?:dar|rolar|ter (?:como|jeito))|da|deu|dara|tem (?:como|jeito)|rola|(?:vou )?(?:conseguir|poder|consigo|posso)|vou)"
    r"(?: (?:mesmo|mais|nao|infelizmente|de jeito nenhum|ir|comparecer|(?:pra|para) (?:mim|ir)|dessa vez|esse dia|nesse dia|nessa data|moca|viu|obrigad[ao]|desculpa|,|\.|!))*\W*$"
)
"""She cannot come: asked whether it is to be called off, that says yes; a bare "não" does not."""


def _calling_off(found: Findings, context: Context) -> Choice | None:
    """The option by which a consulta is called off, where that is what was asked: it is the first one."""
    first = Choice(1, found.line.hit("answers.cannot_come", 0, len(found.line.norm), "1"))
    return first if _ends_something(context, first) else None


def _ends_something(context: Context, picked: Choice) -> bool:
    return Intent.CANCEL in read_intents(Line.of(context.options[picked.number - 1]))[0]


# What belongs to a score and is no wish of its own: "8, o estacionamento é caro".
_WITH_A_SCORE = frozenset(
    {
        Intent.NPS,
        Intent.COMPLAINT,
        Intent.HUMAN,
        Intent.ADVERSE_REACTION,
        Intent.EMERGENCY,
        Intent.INSULT,
        Intent.OPTOUT,
    }
)
_JUDGED = r"\b(?:amei|ador\w+|gostei|perfeit\w+|maravilh\w+|excelente|otim[ao]|incrivel|show|top|recomend\w+|satisfeit\w+|impecavel|sensacional|bom|boa|muito bem|parabens|querid[ao]s)\b"


def answer_nps(found: Findings, context: Context) -> None:
    """A score, or praise without one; a wish for something else is no score ("remarcar pra dia 10"), unless the score comes first."""
    wishes = found.intents & (TASKS | {Intent.SCHEDULE, Intent.AVAILABILITY}) - {
        Intent.COMPLAINT,
        Intent.LATE,
    }
    led = found.line.find(r"^(?:nota |dou |um |de )?(?:10|\d)(?= *(?:$|[!,.]))") is not None
    if wishes and not led:
        return
    score, seen = read_score(found.line)
    if score is not None:
        found.hits += seen
        found.nps, found.procedure = score, found.procedure if led and Intent.SCHEDULE in wishes else ()
        found.when = found.when if led and wishes else None  # "10, quero marcar de novo dia 20"
        asks = ASKS - {Intent.MEDICAL_QUESTION, Intent.PROMO_INTEREST} if led and found.question else set()
        found.intents &= _WITH_A_SCORE | wishes | asks if led else _WITH_A_SCORE
        if score >= _CONTENT and found.safety is Safety.COMPLAINT and not found.line.find(_GRIEVANCE):
            found.intents.discard(Intent.COMPLAINT)
            found.safety, found.human = None, False
        found.answer.add(Intent.NPS)
    elif not found.question and not found.intents - COURTESIES - {Intent.INFO} and found.line.find(_JUDGED):
        found.intents -= COURTESIES | {Intent.INFO}
        found.answer.add(Intent.NPS)


_CONTENT = 5
_GRIEVANCE = (
    r"\b(?:procon|advogad\w+|dinheiro|process\w+|mal atendid\w+|absurdo|respeito|reclam\w+|engan\w+)\b"
)


# "tá errado, é Thalita e não Talita", "…7766, ops, …7767": what was given is put right in the same breath.
_MENDED = r"\b(?:(?:ta|esta|ficou|foi|saiu|escrev\w+|escrit[ao]|anot\w+|digit\w+|coloc\w+|veio)(?: \w+){0,2} errad[ao]|errei|ops|oops|corretor|corrig\w+|correcao)\b"


def _answer_name(found: Findings, context: Context) -> None:
    if _refused(found):
        return
    if found.name:
        found.intents -= {Intent.SCHEDULE, Intent.INFO, Intent.OFFTOPIC, Intent.MEDICAL_QUESTION}
        found.answer |= {Intent.CORRECTION} if found.line.find(_MENDED) else set()
    answer_plainly(found, context)


_OWN_NUMBER = r"\b(?:e o )?que (?:aparece|ta aparecendo|ta ai|to (?:usando|falando|te chamando|mandando))\b|\b(?:(?:e|eh|prefiro|quero|usa|use|usar|pode|podem|manda|chama)(?: (?:ser|usar|mandar|chamar|falar|nele|n[oe]sse|sim|so))* )?(?:(?:n?esse|n?este|o mesmo|d?esse|d?este)(?: (?:mesmo|aqui|ai|numero|telefone|celular|zap|whats\w*|contato))*|(?:e|eh) (?:(?:o )?meu|ele)(?: (?:mesmo|proprio|numero|telefone|celular|zap|whats\w*|contato))*|pode usar(?: sim| ele)?|(?:por|pelo) (?:aqui|whats\w*|zap)(?: mesmo)?)\b"


def _answer_phone(found: Findings, context: Context) -> None:
    """ "pode sim, esse mesmo é o meu zap": the number she writes from is the answer, however many words say so."""
    if _refused(found):
        return
    if not found.phone and not found.human and is_anothers(found.line):
        found.intents -= {Intent.OFFTOPIC, Intent.MEDICAL_QUESTION, Intent.INFO, Intent.AFFIRM}
        found.yes_no = YesNo.NO
        found.answer.add(Intent.DENY)
        return
    if not found.phone and found.line.find(
        r"^\W*(?:e |o |meu |numero |telefone |zap |whatsapp |: )*(?:\d[\d .()-]*){7,}\W*$"
    ):
        found.answer.add(Intent.GIVE_PHONE)  # of a kind: a digit is missing
        return
    found.answer |= {Intent.CORRECTION} if found.phone and found.line.find(_MENDED) else set()
    own = found.line.find(_OWN_NUMBER)
    plain = own and not found.question and not found.phone and found.spoken is not YesNo.NO
    if (
        plain
        and not found.intents & (TASKS | {Intent.HUMAN})
        and not found.procedure
        and not found.wishes_when
    ):
        found.intents -= {Intent.MEDICAL_QUESTION, Intent.INFO, Intent.INFO_PREFERENCE}
        found.yes_no = YesNo.YES
        found.answer.add(Intent.AFFIRM)
        return
    if (
        found.name
        and found.spoken is YesNo.YES
        and not (found.question or found.phone or found.procedure or found.wishes_when)
    ):
        found.yes_no = YesNo.YES  # "pode. meu nome é Thiago Ramos"
        found.answer.add(Intent.AFFIRM)
        return
    answer_plainly(found, context)


_PROPOSED = r"\b(?:fica (?:bom|bem)|pode ser|serve|te atende|da certo|consegue)\b[^.!]*\?"


# "sábado vcs abre?" is a question too, where nothing more is said
_OPENS = r"^(?:(?:oi|mas|e|ai|entao|moca|,) )*(?:(?:voces?|ai|a clinica) )*(?:(?:(?:n?[ao]s?|dia|aos) )*[a-z]+(?: feira)? )?(?:(?:voces?|ai|a clinica) )*(?:abr|atend|funciona)\w*(?: (?:n?[ao]s? |aos )?[a-z]+(?: feira)?)? ?\?\W*$"


def _answer_when(found: Findings, context: Context) -> None:
    if Intent.HOURS in found.intents and found.line.find(r"\bque h\b"):
        found.when = None
    if found.when is not None and not found.intents & TASKS:
        found.answer |= {Intent.CORRECTION} if _takes_back(found, context) else set()
        if not found.line.find(IF_SO) and not found.line.find(_OPENS):
            found.intents.discard(Intent.HOURS)
        found.answer.add(Intent.SCHEDULE)
        if found.spoken is YesNo.NO and rx(_PROPOSED).search(fold(context.bot_text or "")):
            found.yes_no = YesNo.NO  # "nesse sábado não, no outro"
        return
    answer_plainly(found, context)


def _takes_back(found: Findings, context: Context) -> bool:
    """Whether a day that Anna had just said back is ruled out for another: "quinta não, esqueci do dentista. quarta 14h"."""
    before, when = found.said_before, found.when
    if before is None or when is None or not found.wishes_when or "?" in found.line.norm:
        return False
    said = rx(r"\b(?:anotado|certo|combinado|beleza|ok|entao|vou (?:procurar|olhar|ver))\b").search(
        fold(context.bot_text or "")
    )
    return said is not None and rules_out(when.exclude, before)


_REFUSES = r"\b(?:prefiro|quero|vou|gosto|gostaria|posso|preciso)?(?: de)? ?nao (?:quero |vou |gosto de |posso |preciso |gostaria de )?(?:passar|dizer|informar|dar|falar|responder|fornecer|compartilhar|revelar|mandar)\b"


def _refused(found: Findings) -> bool:
    """ "prefiro não passar", "quero nada não": what was asked for is not given."""
    declined = found.line.find(_REFUSES) is not None and not found.question
    if not declined or found.name or found.phone or found.wishes_when or found.human:
        return False
    found.intents -= {Intent.INFO_PREFERENCE, Intent.INFO}
    found.yes_no = YesNo.NO
    found.answer.add(Intent.DENY)
    return True


_SHORT_ANSWER = 8


_NOT_THAT = r"^(?:(?:ah|ops|desculpa|moca|espera|pera|,) )*nao e (?P<not>(?:[a-z]+ ){1,4}?)(?:nao )?(?:, |\. |mas )(?=e |era |quero |queria )"
"""An earlier answer taken back: "não é botox não, é preenchimento"."""


def _answer_procedure(found: Findings, context: Context) -> None:
    first = rx(
        r" [.,;] | mas | e (?=(?:me (?:diz|fala|passa) )?(?:quanto|qual|que|o preco|o valor|aceita|parcela|tem|onde|doi|demora)\b)"
    ).split(found.line.norm)[0]
    asks = found.safety or found.intents & {Intent.PRICE, Intent.PAYMENT, Intent.LOCATION, Intent.INFO}
    asked_first = rx(r"\b(?:quanto|qual|como|tem|posso|pode|sera|da (?:para|pra)|o que)\b").search(first)
    short = asks and not asked_first and len(first.split()) <= _SHORT_ANSWER and "?" not in first
    if short and read_procedures(Line.of(first), context.catalogue)[0]:
        found.answer.add(
            Intent.SCHEDULE
        )  # "botox. tenho miastenia, há problema?", "limpeza, e quanto custa?"
    denied = found.line.find(_NOT_THAT)
    if found.procedure and denied and read_procedures(Line.of(denied["not"]), context.catalogue)[0]:
        found.answer |= {Intent.SCHEDULE, Intent.CORRECTION}
    if found.choice is None and not _refused(found):
        answer_plainly(found, context)


def answer_any(found: Findings, context: Context) -> None:
    if context.under_way and found.intents <= {Intent.SCHEDULE} and calls_off(found.line, context):
        found.intents, found.procedure = {Intent.CANCEL}, ()  # "tira isso", of what was just held
        return
    if found.choice is None:
        answer_plainly(found, context)


Answer = Callable[[Findings, Context], None]
ANSWERS: dict[State, Answer] = {
    State.OFFER_SLOTS: answer_slots,
    State.CONFIRM_BOOKING: answer_booking,
    State.REMINDER: answer_reminder,
    State.CAMPAIGN: answer_campaign,
    State.NPS: answer_nps,
    State.ASK_PROCEDURE: _answer_procedure,
    State.ASK_NAME: _answer_name,
    State.ASK_PHONE: _answer_phone,
    State.ASK_WHEN: _answer_when,
    State.ASK_TIME: _answer_when,
}
