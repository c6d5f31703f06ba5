"""The offline understander: rules over normalised text, no network, no randomness; the same message always reads the same.

    text -> Line (tokens in normal form) -> people, safety, opt-out, days and hours, procedures, intents -> arbitration by context

It is the embedded default, what answers when every model is away, and the referee of dates whoever reads the rest.
"""

from __future__ import annotations

from dataclasses import replace

from anna.commands import Intent, Nuance, Reading, RuleHit
from anna.conversation.understanding.arbitration import weigh
from anna.conversation.understanding.care.concerns import AGAINST_HER_WILL, GONE, UNDER_THREAT, VIOLENT
from anna.conversation.understanding.care.grief import read_grief
from anna.conversation.understanding.care.resembling import LIKE_VIOLENCE, UNSURE
from anna.conversation.understanding.care.safety import worsens
from anna.conversation.understanding.catalogue import EVALUATION
from anna.conversation.understanding.concern import read_concern, read_perhaps
from anna.conversation.understanding.dates.day_for_day import put_right, without_its_no
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.facts.families import of_this_talk, spelt_out
from anna.conversation.understanding.facts.people import denies_name, is_bare_name, read_name
from anna.conversation.understanding.facts.phones import read_phone
from anna.conversation.understanding.facts.procedures import read_procedures
from anna.conversation.understanding.facts.swaps import read_swap
from anna.conversation.understanding.facts.unnamed import is_evaluated_for, read_body_part, talks_first
from anna.conversation.understanding.facts.whom import hide_whom
from anna.conversation.understanding.findings import Findings
from anna.conversation.understanding.intents.asked_besides import read_asked_besides
from anna.conversation.understanding.intents.elsewhere import reads_along, writes_elsewhere
from anna.conversation.understanding.intents.facts_asked import read_facts_asked
from anna.conversation.understanding.intents.happened import asks_what_happened
from anna.conversation.understanding.intents.intents import confirms_own, read_intents, read_sentiment
from anna.conversation.understanding.intents.jests import without_jest
from anna.conversation.understanding.intents.nuances import leaves_it, read_nuances
from anna.conversation.understanding.intents.optout import read_optout_to
from anna.conversation.understanding.intents.wishes import (
    corrects_name,
    hide_all,
    is_only_hour,
    is_only_time,
    puts_name,
    puts_under_hers,
    read_wishes,
    says_name_is_wrong,
    says_of_name,
    says_whose_it_is,
    thinks_again,
    wants_it_again,
    wishes_another,
    without_mistaken,
)
from anna.conversation.understanding.intents.yes_no import read_yes_no, without_put_off
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.replies.reluctant import gives_up
from anna.conversation.understanding.text.double_no import without_closing_no
from anna.conversation.understanding.text.foreign import language_of
from anna.conversation.understanding.text.line import COURTESY, Line, rx
from anna.conversation.understanding.unmeant import as_meant
from anna.kit.text import fold
from anna.when import Exclude, When

_SHORT = 16  # words: in a longer message a part of the body is named for another reason
_NOTHING_ELSE = frozenset({Intent.UNCLEAR, Intent.GREET})
_ASKS_FOR_IT = r"\?|\b(?:trat|cuid|resolv|faz)\w*"
"""By which a procedure that is in no catalogue is asked for, and not only named."""
_SOMEBODY_DOES = r"^(?:(?:e|mas|oi|ola|,|bom|boa|dia|tarde|noite) )*[ao] (?:(?:dra?|doutora?)(?: \.)? )?[a-z]+ (?:faz|aplica|atende)\b[^?]*\?"
_ONLY_TO_KNOW = rf"\b(?:so|apenas) (?:(?:eu|queria|quero|estava|to|estou|era|pra|para|mesmo) ){{1,4}}(?:saber|perguntar)(?: mesmo| isso| por curiosidade)*{COURTESY}*$"
"""By which nothing is asked any more: "na verdade só queria saber mesmo, obrigada"."""


_DONE_WITH_IT = r"\b(?<!se )(?<!se eu )(?:desisti|desisto|nao (?:quero|vou|irei|vamos)(?: ir| querer| fazer| marcar)? mais|deixa (?:quieto|pra la|para la)|mudei de ideia|esquece)\b(?! (?:d[aeo] (?:desconto|parcel)))"
_ABOUT_THE_MONEY = frozenset({Intent.INFO, Intent.PAYMENT, Intent.DENY, Intent.UNCLEAR})
"""What a question about the money is read as, where somebody gives up: "desisti, vocês devolvem o que paguei?"."""
_IF_PAID = r"\b(?:se|caso)(?: (?:eu|ja|a gente|tiver))* (?:paguei|pago|pagou|pagamos)\b"
"""By which nothing is said to be paid: "e se já paguei, volta?"."""


class OfflineUnderstander:
    """Reads Portuguese chat by rules. Pure: nothing is remembered between messages."""

    name = "offline"

    async def read(self, text: str, context: Context) -> Reading:
        """`understand`, for whoever holds an `Understander`."""
        return self.understand(text, context)

    def understand(self, text: str, context: Context) -> Reading:
        """What `text` means as an answer to what Anna last said. Any text has a reading; nothing is raised."""
        line = as_meant(Line.of(spelt_out(text, context.catalogue, (*context.under_way, *context.booked))))
        line = without_its_no(line, context)
        found, trace = _find(line, context)
        weigh(found, context)
        nuances, nuance_hits = read_nuances(found.line, named=bool(found.procedure), state=context.state)
        _want_to_know(found, nuances)
        nuances = gives_up(nuances, found, context)
        _want_nothing(found, nuances)
        if Intent.OTHER_TIMES in found.intents and leaves_it(found.line, gives_up=Nuance.GIVES_UP in nuances):
            nuances |= {Nuance.GIVES_UP}
            found.intents = (found.intents - {Intent.OTHER_TIMES}) | {Intent.DENY}
        if Nuance.HAGGLES in nuances:  # "500 e fecho agora" agrees to nothing that was offered
            found.yes_no = None
            found.intents = found.intents - {Intent.AFFIRM} or {Intent.UNCLEAR}
        wishes, wish_hits = read_wishes(line, which=_asks_which(context))
        if _corrects_name(found, line, trace):
            wishes |= {Nuance.CORRECTS_NAME}
            if context.state is State.OFFER_SLOTS and found.intents <= _NAMES_ONLY:
                found.yes_no, found.intents = None, found.intents - {Intent.DENY}
        wishes = _of_what_was_done(wishes, found, line, context)
        if Intent.CHOOSE_SLOT in found.intents:
            wishes -= {Nuance.OTHER_PROFESSIONAL}  # "quero a do dr. Otávio": one of those that were offered
        asked, asked_hits = read_facts_asked(
            found.line,
            named=bool(found.procedure),
            advised=found.safety is None and EVALUATION in context.catalogue.slugs,
            asked_what=context.state is State.ASK_PROCEDURE,
        )
        besides, beside_hits = read_asked_besides(
            found.line,
            advised=found.safety is None and EVALUATION in context.catalogue.slugs,
            asked_when=context.state in {State.ASK_WHEN, State.ASK_TIME},
        )
        asked, asked_hits = asked | besides, (*asked_hits, *beside_hits)
        nuances -= {Nuance.ASKS_CATALOGUE} if Nuance.ASKS_FREE in besides else set()
        _only_want_to_know(found, besides)
        asked -= _not_asked(nuances | wishes)
        if Nuance.ASKS_REFUND in asked:
            nuances = _of_the_refund(nuances, found)
        nuances -= {Nuance.UNLISTED} if Nuance.ASKS_DOCTOR in asked else set()  # who looks at it is here
        nuances |= _told_besides(found, line, context, trace)
        if Nuance.COERCED in nuances:  # "se eu não fizer ele me larga": we are not to leave her alone
            found.optout, found.intents = False, found.intents - {Intent.OPTOUT} or {Intent.MEDICAL_QUESTION}
        grief, grief_hits = read_grief(line)
        return Reading(
            intents=frozenset(found.intents),
            procedure=found.procedure,
            when=found.when,
            name=found.name,
            phone=found.phone,
            nps=found.nps,
            yes_no=found.yes_no,
            optout=found.optout,
            human=found.human,
            safety=found.safety,
            slot_choice=found.slot,
            choice=found.choice,
            sentiment=read_sentiment(line),
            nuances=nuances | wishes | asked | grief | language_of(line.text),
            by=self.name,
            trace=(*trace, *found.hits, *nuance_hits, *wish_hits, *asked_hits, *grief_hits),
        )

    def when(self, text: str, context: Context) -> When | None:
        """Only the wish for a day or an hour: the referee of dates for other understanders."""
        return read_when(without_closing_no(Line.of(text)), context)[0]


def _told_besides(
    found: Findings, line: Line, context: Context, trace: tuple[RuleHit, ...]
) -> frozenset[Nuance]:
    """What else the whole message tells, whatever it asks or wishes."""
    rules = {hit.rule for hit in (*trace, *found.hits)}
    violent, coerced = bool(rules & {VIOLENT, LIKE_VIOLENCE}), UNDER_THREAT in rules
    told = {
        Nuance.VIOLENCE: violent,
        Nuance.UNWILLING: coerced or AGAINST_HER_WILL in rules,
        Nuance.COERCED: coerced,
        Nuance.READ_ALONG: violent and reads_along(line),
        Nuance.ELSEWHERE: writes_elsewhere(line, phone=found.phone is not None),
        Nuance.EVALUATION_ONLY: EVALUATION in found.procedure and is_evaluated_for(line, context.catalogue),
        Nuance.WORSENS: worsens(line),
        Nuance.MISSING: GONE in rules,
        Nuance.TROUBLED: UNSURE in rules,
    }
    return frozenset(nuance for nuance, is_told in told.items() if is_told)


def _want_to_know(found: Findings, nuances: frozenset[Nuance]) -> None:
    """What is only asked, by what is asked for: "barba vocês tratam?", "aceita bradesco?", "a Camila faz botox?"."""
    if Nuance.UNLISTED in nuances and found.intents <= _NOTHING_ELSE and found.line.find(_ASKS_FOR_IT):
        found.intents = (found.intents - {Intent.UNCLEAR}) | {Intent.INFO}
    if Nuance.ASKS_INSURANCE in nuances and found.intents <= _NOTHING_ELSE | {Intent.INFO}:
        found.intents = {Intent.PAYMENT}
    wished = found.intents == {Intent.SCHEDULE} and bool(found.procedure) and not found.wishes_when
    if wished and found.line.find(_SOMEBODY_DOES):
        found.intents = {Intent.INFO}


_ONLY_NAMED = frozenset({Intent.SCHEDULE, Intent.UNCLEAR, Intent.GREET})
_BOOKS = r"\b(?:marc|agend|reserv|encaix)\w*"


def _only_want_to_know(found: Findings, besides: frozenset[Nuance]) -> None:
    """What names a procedure to ask of it in words of its own wishes for none yet: "quantos anos tem que ter pra fazer preenchimento"."""
    asks = besides & {Nuance.ASKS_AGE, Nuance.ASKS_ADVICE, Nuance.ASKS_CARE}
    if Nuance.ASKS_FREE in besides and found.intents <= _NOTHING_ELSE | {Intent.INFO}:
        found.intents, found.yes_no = {Intent.AVAILABILITY}, None
    if asks and found.intents <= _ONLY_NAMED and not found.wishes_when and not found.line.find(_BOOKS):
        found.intents = {Intent.INFO}


def _want_nothing(found: Findings, nuances: frozenset[Nuance]) -> None:
    """Who only wished to know asks nothing more, and who gives up ("para") says no."""
    if Nuance.ONLY_ASKED in nuances and found.line.find(_ONLY_TO_KNOW):
        found.intents = (found.intents - {Intent.INFO}) or {Intent.THANKS}
    if Nuance.GIVES_UP in nuances and found.intents == {Intent.UNCLEAR}:
        found.intents = {Intent.DENY}


def _corrects_name(found: Findings, line: Line, trace: tuple[RuleHit, ...]) -> bool:
    """Whether a name that stands somewhere is to be another one: that which is given, or that of whoever writes."""
    if found.name and says_name_is_wrong(line) and not (found.procedure or found.wishes_when):
        found.intents = found.intents - {Intent.SCHEDULE}  # "o nome tá errado no agendamento" wishes for none
    if found.name and says_whose_it_is(line):  # the day only says which
        found.intents = found.intents - _WISHES_A_TIME or {Intent.GIVE_NAME}
        found.when = found.slot = found.choice = None
        return True
    schedules = Intent.SCHEDULE in found.intents
    if found.name:
        alone = is_bare_name(found.line, trace) or puts_name(found.line)
        return alone or corrects_name(line, schedules=schedules) or (not schedules and denies_name(line))
    return not schedules and Intent.CHECK_APPOINTMENT not in found.intents and puts_under_hers(line)


_WISHES_A_TIME = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CHOOSE_SLOT, Intent.RESCHEDULE})


def _not_asked(said: frozenset[Nuance]) -> frozenset[Nuance]:
    """What only looks asked for beside what else is said."""
    unlisted = {Nuance.ASKS_ADVICE} if Nuance.UNLISTED in said else set()  # it is not done here
    named = (
        {Nuance.ASKS_WHO} if Nuance.CORRECTS_NAME in said else set()
    )  # "quem vai é meu filho Kaio, muda o nome"
    return frozenset(unlisted | named)


_OF_A_NAME = frozenset({Intent.GIVE_NAME, Intent.CORRECTION, Intent.UNCLEAR})
_NAMES_ONLY = frozenset({Intent.GIVE_NAME, Intent.CORRECTION, Intent.DENY})
"""What a name put right beside offered times refuses none of: "ela chama Dirce Maria, não Dirce não"."""
_THOUGHTS = frozenset({Nuance.SECOND_THOUGHT, Nuance.CHANGES_MIND})


def _of_what_was_done(
    wishes: frozenset[Nuance], found: Findings, line: Line, context: Context
) -> frozenset[Nuance]:
    """The wishes and those that bear on what was done a moment ago: only where nothing is asked. `found.when` is then the right time."""
    if context.state is not State.NONE:
        return wishes - _THOUGHTS
    if wants_it_again(line):
        return wishes - _THOUGHTS | {Nuance.TAKES_BACK}
    if right := put_right(line):  # "não, quinta"
        found.when = read_when(right, context)[0]
        return wishes - _THOUGHTS | {Nuance.ONLY_TIME}
    if Nuance.WRONG_TIME in wishes and found.when is None and (found.name or line.find(r"\bnome\b")):
        wishes -= {Nuance.WRONG_TIME}  # "marcou errado, é pra minha mãe Lúcia"
        wishes |= {Nuance.CORRECTS_NAME} if found.name else frozenset()
    if found.name and found.intents <= _OF_A_NAME and says_of_name(line):
        wishes |= {Nuance.CORRECTS_NAME}  # "errei, o nome é Irene Duarte Alves"
    if Nuance.WRONG_TIME in wishes:
        found.when = read_when(without_mistaken(found.line), context)[0] or found.when
    if found.procedure and read_swap(line, context.catalogue):
        wishes |= _take_for_swap(found, line)
    if found.procedure or found.name or not thinks_again(line, found.intents, found.when):
        wishes -= _THOUGHTS
    elif wishes_another(line):
        wishes -= {Nuance.CHANGES_MIND}
    only = {
        Nuance.ONLY_TIME: is_only_time(line, found.when),
        Nuance.ONLY_HOUR: is_only_hour(line, found.when),
    }
    return wishes.union(nuance for nuance, alone in only.items() if alone)


_OF_A_SWAP = frozenset(
    {Intent.INFO, Intent.RESCHEDULE, Intent.MEDICAL_QUESTION, Intent.UNCLEAR, Intent.AVAILABILITY}
)
"""What a wish for another procedure may be read as besides, and is not."""

_BESIDE_A_SWAP = frozenset(
    {Intent.SCHEDULE, Intent.CORRECTION, Intent.AFFIRM, Intent.DENY, Intent.GREET, Intent.THANKS}
)
_WILL_PAY = r"\b(?:vou|irei|to indo|ja vou) (?:ja |agora )?pagar\b"
_CHANGES = r"\b(?:troc|mud|substitu|alter|remarc)\w*"


def _take_for_swap(found: Findings, line: Line) -> frozenset[Nuance]:
    """The wish for another procedure than the one that stands, unless something else is asked: of what it costs nothing is moved."""
    changes = found.intents & {Intent.RESCHEDULE} if line.find(_CHANGES) else frozenset()
    if Intent.PAYMENT in found.intents and line.find(_WILL_PAY) and not line.find(r"\?"):
        found.intents = found.intents - {Intent.PAYMENT}
    if found.safety is not None or found.human or not found.intents <= _OF_A_SWAP | _BESIDE_A_SWAP:
        found.intents = (found.intents - {Intent.RESCHEDULE}) | changes
        return frozenset()
    found.intents = (found.intents - _OF_A_SWAP) | (changes or {Intent.SCHEDULE})
    return frozenset({Nuance.OTHER_PROCEDURE})


def _find(line: Line, context: Context) -> tuple[Findings, tuple[RuleHit, ...]]:
    phone, without_phone, phone_hits = read_phone(line)
    name, unnamed, name_hits = read_name(without_phone, context)
    bare = without_closing_no(hide_all(unnamed, which=_asks_which(context)))
    if context.state is State.OFFER_SLOTS:
        bare = without_jest(hide_whom(bare))
    happened = asks_what_happened(bare)
    bare = bare.hide(*happened) if happened else bare
    wishing = without_put_off(bare)
    when, when_hits = read_when(wishing, context)
    procedure, procedure_hits = read_procedures(wishing, context.catalogue)
    procedure = of_this_talk(wishing, procedure, context)
    intents, intent_hits = read_intents(bare)
    if happened:
        intents |= {Intent.CHECK_APPOINTMENT}
        intent_hits = (*intent_hits, line.hit("happened", *happened, Intent.CHECK_APPOINTMENT.value))
    if context.state is State.CONFIRM_BOOKING or (
        context.state not in {State.NONE, State.REMINDER} and not confirms_own(bare)
    ):
        intents -= {Intent.CONFIRM_ATTENDANCE}  # "confirmo o das 15h" answers what was asked
    safety, safety_hits = read_concern(line, unnamed, context, wishes=bool(procedure))
    optout, optout_hits = read_optout_to(without_phone, context.state)
    spoken, yes_no_hits = read_yes_no(bare)
    found = Findings(
        line=bare,
        intents=set(intents),
        procedure=procedure,
        when=when,
        name=name,
        phone=phone,
        safety=safety,
        optout=optout,
        spoken=spoken,
        perhaps=read_perhaps(unnamed, context),
    )
    wishes = context.state is State.ASK_PROCEDURE or (when is not None and context.state is State.NONE)
    if wishes and not procedure and safety is None and len(line.tokens) <= _SHORT:
        found.procedure = read_body_part(bare, context.catalogue)
    if _comes_to_talk(found, context):
        found.procedure, found.intents = (EVALUATION,), found.intents - {Intent.HUMAN, Intent.INFO}
    elif _prices_consultation(found, context):
        found.procedure = (EVALUATION,)
    answered = context.state in {State.CONFIRM_BOOKING, State.REMINDER}
    ruled_out = (
        context.state in {State.ASK_WHEN, State.ASK_TIME} and when is not None and when.exclude != Exclude()
    )
    if context.bot_text and (answered or ruled_out):
        said = Line.of(context.bot_text)
        found.said_before = read_when(said, replace(context, state=State.NONE))[0]
        found.procedures_before = read_procedures(said, context.catalogue)[0]
    trace = (
        *phone_hits,
        *name_hits,
        *when_hits,
        *procedure_hits,
        *intent_hits,
        *safety_hits,
        *optout_hits,
        *yes_no_hits,
    )
    return found, trace


_BEFORE_BOOKING = frozenset({State.NONE, State.ASK_PROCEDURE, State.ASK_WHEN, State.ASK_TIME})


def _comes_to_talk(found: Findings, context: Context) -> bool:
    """Whether a visit to talk first is wished for, where the clinic sells one."""
    sold = EVALUATION in context.catalogue.slugs and context.state in _BEFORE_BOOKING
    return sold and found.safety is None and not found.optout and talks_first(found.line)


def _prices_consultation(found: Findings, context: Context) -> bool:
    """Whether the price of a consultation is asked for, and nothing is under way that it may be of: here that is the evaluation."""
    sold = EVALUATION in context.catalogue.slugs and context.state in {State.NONE, State.ASK_PROCEDURE}
    unnamed = not (found.procedure or context.under_way or context.booked)
    asked = Intent.PRICE in found.intents and found.safety is None
    return sold and unnamed and asked and found.line.find(_CONSULTATION) is not None


_CONSULTATION = r"\b(?<!minha )(?<!nossa )(?<!ess[ae] )(?<!minhas )(?<!remarcar a )(?<!desmarcar a )(?<!outra )consultas?\b(?! (?:d[aeo] (?!avaliacao|consulta)|que (?:eu )?(?:marquei|fiz)|para (?!avaliar|ver|saber)))"
"""What has no name but this: "quanto é a consulta?", and not "a consulta do botox", "a minha consulta"."""


def _asks_which(context: Context) -> bool:
    """Whether Anna asked which of several things is meant, and all of them is an answer."""
    return any(rx(_ALL).search(fold(label)) for label in context.options)


_ALL = r"\btod[ao]s\b"


def _of_the_refund(nuances: frozenset[Nuance], found: Findings) -> frozenset[Nuance]:
    """What is said beside the question whether the money comes back: that it is paid, as a condition, is not, and who is done with it calls it off."""
    if found.line.find(_IF_PAID):
        nuances -= {Nuance.SAYS_PAID}
    if found.safety is None and found.line.find(_DONE_WITH_IT):
        nuances = (nuances - {Nuance.SAYS_PAID}) | {Nuance.GIVES_UP}
        found.intents = (found.intents - _ABOUT_THE_MONEY) | {Intent.CANCEL}
    return nuances
