"""What a message answers where a yes books or confirms: to "posso confirmar?" and to a reminder."""

from __future__ import annotations

from anna.commands import Intent, YesNo
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.findings import TASKS, Findings
from anna.conversation.understanding.intents.intents import wants_other_times
from anna.conversation.understanding.intents.yes_no import read_yes_no, without_kept, without_put_off
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.besides import agree, asks_for_other, is_busy, set_aside
from anna.conversation.understanding.replies.circumstances import hear_circumstance
from anna.conversation.understanding.replies.plainly import answer_plainly
from anna.conversation.understanding.text.line import EMOJI, Line, rx
from anna.when import Exclude, TimeKind, When

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# "não, quero falar com alguém antes": the answer stands in front of the wish for a person.
_ANSWERS_FIRST = (
    r"^(?:(?:oi|ola|moca|ah|ai|entao|bom dia|boa tarde|boa noite|,) )*(?:nao|sim|claro|com certeza) ?[,.!;]"
)


_ONLY_IF = r"\bso (?:se (?:for|fosse|der|tiver|puder ser)|consigo|posso|da|dava)\b"


def _only_if_other(found: Findings) -> bool:
    """ "não tem outro horário?", "só se for à noite": other times are asked or wished for, and nothing is refused yet."""
    if found.line.find(r"^(?:e )?(?:se|caso) (?:\w+ )?(?:fosse|for|ficasse|mudasse|trocasse)\b[^.!]*\?"):
        return True
    if found.line.find(_ONLY_IF) and not found.line.find(r"\b(?:nao|num)\b"):
        return True
    return found.question and not found.wishes_when and Intent.CANCEL not in found.intents


def _before_a_person(found: Findings) -> None:
    if found.human and found.spoken is not YesNo.UNCLEAR and found.line.find(_ANSWERS_FIRST):
        found.yes_no = read_yes_no(Line.of(rx(r"[,.!;]").split(found.line.text)[0]))[0] or found.yes_no
        found.answer |= {Intent.DENY} if found.yes_no is YesNo.NO else set()


def answer_booking(found: Findings, context: Context) -> None:
    found.yes_no = YesNo.UNCLEAR
    _before_a_person(found)
    if found.human and Intent.DENY in found.answer:
        return
    hear_circumstance(found, context)
    offers = set_aside(found)
    moved = Intent.RESCHEDULE in found.intents and not found.human
    if found.intents & {Intent.RESCHEDULE, Intent.SCHEDULE, Intent.CANCEL} and not found.human:
        found.intents -= {Intent.RESCHEDULE, Intent.SCHEDULE}
        if Intent.CANCEL in found.intents and found.spoken is not YesNo.YES:
            found.intents.discard(Intent.CANCEL)
            found.spoken = YesNo.NO
        elif not without_kept(found.line).find(r"\b(?:cancel|desmarc)\w*"):
            found.intents.discard(Intent.CANCEL)  # "sim, mas não vou poder levar minha irmã"
    if found.name and found.spoken is YesNo.NO:
        found.yes_no = YesNo.NO
        found.answer.add(Intent.CORRECTION)
        return
    line = without_put_off(found.line)
    elsewhere = wants_other_times(line) or line.find(r"\bmais (?:cedo|tarde)\b") is not None
    moved = moved and not offers
    if moved or _changes(found, context) or (elsewhere and found.spoken not in {YesNo.YES, YesNo.UNCLEAR}):
        found.yes_no = YesNo.UNCLEAR if _only_if_other(found) else YesNo.NO
        found.intents.discard(Intent.AVAILABILITY)
        found.answer.add(Intent.CORRECTION)
        return
    if found.wishes_when and found.spoken is not YesNo.NO and not found.question:
        agreed = YesNo.YES if _says_back(found.line) else found.spoken
        found.when, found.spoken = None, agreed
    late = found.intents & TASKS == {Intent.LATE}
    if found.spoken is YesNo.YES and (late or (found.procedure and not is_busy(found))):
        agree(found, Intent.AFFIRM)
        return
    answer_plainly(found, context)
    if found.yes_no is YesNo.YES:
        agree(found, Intent.AFFIRM)


def answer_reminder(found: Findings, context: Context) -> None:
    found.yes_no = YesNo.UNCLEAR
    hear_circumstance(found, context)
    _forget_thought(found, context)
    offers = set_aside(found)
    moved = wants_other_times(without_put_off(found.line)) or found.line.find(
        r"\b(?:tem como|da pra|da para|pode|posso|consigo|teria como)\b.*\bmais (?:cedo|tarde)\b"
    )
    if moved and found.spoken is not YesNo.YES and not offers:
        found.intents.add(Intent.RESCHEDULE)
    if found.spoken is YesNo.YES and found.line.find(r"\bchego\b") and Intent.RESCHEDULE not in found.intents:
        found.when = None  # "vou sim, chego 14:50"
    if Intent.RESCHEDULE in found.intents or (
        found.wishes_when and Intent.CHECK_APPOINTMENT not in found.intents and _changes(found, context)
    ):
        found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CANCEL}
        found.intents -= set() if found.safety else {Intent.MEDICAL_QUESTION}
        found.intents.add(Intent.RESCHEDULE)
        refused = found.spoken is YesNo.NO and not asks_for_other(found.line)
        found.yes_no = YesNo.NO if refused else YesNo.UNCLEAR
        return
    if found.spoken is YesNo.NO:
        found.intents.discard(Intent.SCHEDULE)  # "pode dar meu horário pra outra"
    if Intent.CANCEL in found.intents and found.line.find(
        r"(?<!nao )(?<!num )\bme (?:tir|risc|exclu|remov)\w+ d"
    ):
        found.spoken = YesNo.NO  # "me tira desse horário, arrumei emprego 🙌"
    if found.spoken is YesNo.NO and _stays_away(found) and not found.intents & (TASKS - {Intent.LATE}):
        found.intents = (found.intents - {Intent.LATE, Intent.MEDICAL_QUESTION}) | {Intent.CANCEL}
    if Intent.CANCEL in found.intents and found.spoken is not YesNo.YES:
        found.yes_no = YesNo.NO
        found.intents.discard(Intent.SCHEDULE)
        found.when = found.when if found.wishes_when else None  # "cancela minha sessão de amanhã" names it
        return
    found.intents.discard(Intent.CANCEL)
    _stays_booked(found, context)


_OF_DAYS = r"\b(?:\d\S*|hoje|amanha|dia|h|horas?|as|a|o|e|da|de|do|das|no|na|em|para|pra|pras|manha|manhazinha|tarde|noite|meia|min|feira|segunda|terca|quarta|quinta|sexta|sabado|meio|certo|isso|entao|moca|moco|bom|boa|ta|obrigad[ao]|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b"
_LITTLE_ELSE = 3


def _says_back(line: Line) -> bool:
    """ "quinta às 10 então": the day and hour that Anna named, and no story about them ("quinta minha sogra opera")."""
    return len(rx(r"\b[a-z]{2,}\b").findall(rx(_OF_DAYS).sub("", line.norm))) <= _LITTLE_ELSE


def _stays_away(found: Findings) -> bool:
    """ "vou não" and whatever implies it; "vai dar não" only denies, even where it says why."""
    told = found.implied is YesNo.NO and not found.line.find(r"\bdar? nao\b")
    return told or found.line.find(_STAYS_AWAY) is not None


def _stays_booked(found: Findings, context: Context) -> None:
    """Neither moved nor called off: a yes, a plain no, or something else altogether."""
    if found.line.find(r"^quem (?:e|eh) ?\?$"):
        found.intents.discard(Intent.INFO_BOT)  # a stranger's reminder: it says nothing of the consulta
    if Intent.LATE in found.intents and found.line.find(_THOUGH_LATE):
        agree(found, Intent.CONFIRM_ATTENDANCE)
        return
    if found.wishes_when:
        found.when = None
        found.spoken = found.spoken or (YesNo.YES if _says_back(found.line) and not found.question else None)
    if (
        found.spoken is YesNo.YES and found.question and found.intents & TASKS == {Intent.CHECK_APPOINTMENT}
    ):  # "vou sim, que horas é mesmo?"
        agree(found, Intent.CONFIRM_ATTENDANCE)
        return
    if found.spoken is YesNo.YES and not (found.intents & (TASKS | {Intent.HUMAN})):
        found.intents -= {Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CHECK_APPOINTMENT}
        agree(found, Intent.CONFIRM_ATTENDANCE)
        return
    answer_plainly(found, context)


# "vou não, tô doente": who says that she will not come cancels; "vai dar não" only refuses.
_STAYS_AWAY = r"\b(?:dar|passar|ceder) (?:o |a )?(?:meu|minha) (?:horario|vaga|lugar|vez)\b|\bliber\w+ (?:o |a )?(?:meu|minha)\b|\b(?:vou|posso|consigo)(?: (?:mais|ir|poder|conseguir))? nao\b|\bsem (?:a menor |nenhuma |qualquer )?(?:chance|condic\w+|possibilidade)(?: \w+){0,2} (?:ir|sair|chegar|comparecer|andar|levantar)\b|\b(?:nao|num) (?:posso (?:ir|mais|comparecer)|posso(?= *(?:$|[^\w\s]))|consigo(?= *(?:$|[^\w\s]))|poderei|vou|chego|irei|estarei|comparec\w+|consigo (?:ir|chegar)|vou (?:ir|mais))\b"


# "achei que era só semana que vem, mas vou": the day that was thought is none that is wished.
_THOUGHT = rf"\b(?:achei|pensei|jurava|imaginei|achava|pensava|entendi|tinha (?:entendido|anotado|achado))(?: que)? (?:era|seria|fosse|tava|estava|ia ser|tinha)\b[^,.!?;\n{EMOJI}]*?(?= (?:mas|so que|kkk|e|vou|entao|confirm\w+)\b|[,.!?;\n{EMOJI}]| *$)"


def _forget_thought(found: Findings, context: Context) -> None:
    thought = found.line.find(_THOUGHT)
    if thought and found.wishes_when and found.spoken in {YesNo.YES, YesNo.NO}:
        found.when = read_when(found.line.hide(*thought.span()), context)[0]
        found.intents -= set() if found.when else {Intent.RESCHEDULE}


# "vou, mas chego uns dez minutos depois"
_THOUGH_LATE = r"\b(?:sim|confirm\w+|ok|mas (?:eu )?vou|(?:eu )?vou ?,? (?:mas|so que|porem)|a caminho|to (?:indo|chegando|quase)|ja (?:to|estou) (?:no|na|indo|saindo))\b"


# "não precisa de avaliação antes?" asks about another procedure and wants none.
_ASKED_ABOUT = r"\b(?:precis\w+|inclu\w+|mesma coisa|diferenca)\b[^.!]*\?"


# "morro de medo de agulha, mas vou": what is feared or disliked is no procedure that is wished instead.
_FEARED = r"\b(?:medo|pavor|panico|fobia|horror|gastura|agonia|aflicao|nervos[oa]|trauma|suporto|odeio|detesto|aguento|gosto)\b(?: \w+){0,3} (?:agulhas?|injec\w+|picada|furar|sangue|dor)\b"


def _changes(found: Findings, context: Context) -> bool:
    """Whether a day, hour or procedure is wished that is not the one Anna just named."""
    before, when = found.said_before, found.when
    if (
        found.procedure
        and not found.line.find(_ASKED_ABOUT)
        and not found.line.find(_FEARED)
        and found.procedures_before
        and not set(found.procedure) <= set(found.procedures_before)
    ):
        return True
    if when is None or not (found.wishes_when or when.exclude != Exclude()):
        return False
    if not found.wishes_when:
        return before is not None and rules_out(when.exclude, before)
    if before is None:
        return True
    day_same = (
        when.date_start is None
        or when.date_start == before.date_start
        or before.date_start in (when.dates or ())
    )
    hour_same = when.time_kind is None or when.time_start == before.time_start or _within(before, when)
    return not (day_same and hour_same and when.date_start == when.date_end)


def rules_out(exclude: Exclude, before: When) -> bool:
    """Whether the day or the hour said before is among what is ruled out."""
    day = before.date_start
    if day is not None and (day in exclude.dates or WEEKDAYS[day.weekday()] in exclude.weekdays):
        return True
    return before.time_start in exclude.times


def _within(before: When, when: When) -> bool:
    if when.time_kind is not TimeKind.DAYPART or not (
        before.time_start and when.time_start and when.time_end
    ):
        return False
    return when.time_start <= before.time_start < when.time_end
