"""Which of the offered times a message picks, which it drops, and which it only speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from anna.commands import RuleHit
from anna.conversation.understanding.dates.times import read_times
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.intents.intents import wants_other_times
from anna.conversation.understanding.intents.yes_no import without_put_off, without_waiting
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.attended import Attended, read_attended
from anna.conversation.understanding.replies.choices import BESIDE_OTHERS, named_numbers, read_choice
from anna.conversation.understanding.replies.slots import (
    TOO,
    Named,
    fits,
    has_wish,
    is_ruled_out,
    named_slots,
    read_slot,
    refuses_all,
    wishes_any_but,
)
from anna.conversation.understanding.replies.stances import SHOULD, Stances, only_refuses, read_stances
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import FOLDED_WEEKDAYS
from anna.when import Exclude, TimeKind, When


@dataclass(frozen=True, slots=True)
class Picked:
    """`slot` was chosen; `dropped` were refused; `held` when one was asked about or doubted; `when` is what is wished beside."""

    when: When | None
    slot: datetime | None = None
    hit: RuleHit | None = None
    dropped: frozenset[datetime] = frozenset()
    doubted: bool = False
    asked: bool = False
    attended: bool = False  # it is said who is to attend
    torn: bool = False  # what is said fits several of them, or none: an hour of hers "com o médico"
    refuses: bool = False  # what was offered, without a name of it: too early, not with him


_TORN = Picked(None, attended=True, torn=True)


def pick(line: Line, when: When | None, context: Context) -> Picked:
    """What `line`, in which `when` was read, picks of `context.slots`: never what it refuses, doubts or asks about."""
    other = line.find(_BARE_NUMBER)
    if other and _is_no_slot(int(other["number"]), context, numbered=bool(other["numbered"])):
        return Picked(None)
    between = when is not None and when.time_kind is TimeKind.BETWEEN
    if _wishes(when) and line.find(_IS_THERE_ANY if between else _IS_THERE_NONE):
        return Picked(when)
    if when is not None and (_protests(line, when, context) or _asks_instead(line, context)):
        return Picked(when)
    if (
        line.find(_ANOTHER_DAY)
        and (another := read_when(line, context)[0])
        and not _is_offered(another, context)
    ):
        return Picked(another)
    attended = read_attended(line, context)
    if attended:
        return _pick_of(attended, context) or _pick(line, when, context)
    for bare in (*_opening(line, context), *_without_reasons(line, context)):
        chosen = _pick(bare, read_when(without_put_off(bare), context)[0], context)
        if chosen.slot:
            return chosen
    whole = _pick(line, when, context)
    if whole.slot or _wishes(whole.when):
        return whole
    return _outright(line, context) or whole


_ANOTHER_DAY = rf"\boutr[ao] (?:{'|'.join(FOLDED_WEEKDAYS)})\b"
"""A day of the same name as one of those offered, and none of them: "deixa pra outra quarta"."""


def _is_offered(when: When, context: Context) -> bool:
    return when.date_start is None or any(slot.date() == when.date_start for slot in context.slots)


_OPENS = r"^(?:(?:quero|fico com|pode ser|entao|eu|moca|vou de|,) )*(?:(?:a|o|opcao|numero|n) )?(?:\d|(?:primeir|segund|terceir|quart|ultim)[ao])(?: (?:opcao|mesm[ao]|entao|por favor))* ?[.!,;]"


def _opening(line: Line, context: Context) -> Iterator[Line]:
    """What is taken by its number in a clause of its own, where what follows only makes sure of its day: "a primeira. não é sábado né, segunda"."""
    opens = rx(_OPENS).match(line.norm)
    choice = read_choice(Line.of(opens.group()), len(context.slots)) if opens else None
    if opens is None or choice is None:
        return
    rest, slot = Line.of(line.norm[opens.end() :]), context.slots[choice.number - 1]
    when = read_when(rest, context)[0]
    if (
        rest.find(rf"\b{FOLDED_WEEKDAYS[slot.weekday()]}\b")
        and not read_times(rest, day_said=True)[0]
        and not (when is not None and is_ruled_out(slot, when))
        and not (wants_other_times(rest) or refuses_all(rest))
    ):
        yield Line.of(opens.group())


_FIRST = r"^(?:(?:quero|fico com|pode ser|marca|entao|eu|moca|vou de|sim|ta|ok|,) )*(?:(?P<article>a|o|opcao|numero|n) )?(?P<what>\d|(?:primeir|segund|terceir|ultim)[ao])(?: (?:opcao|mesm[ao]|entao|por favor|(?:minha )?filha|moca|querida|amor|porra|caralho|vai|logo|ai|sim))* ?(?:[.!;,]|(?= (?:e (?:(?:meu|minha) [a-z]+ (?:vai|vem) (?:me |comigo|junto)|cancel|quem|me |obrigad|voces? |quero |ja |manda|avisa|fala|diz|pode |por favor|ai )|(?:mas|so que) (?!(?:[ao] )?\d))))"
_TURNS_BACK = (
    r"\b(?:se|caso|quando|talvez|sei|acho|ou|na verdade|na real|alias|melhor|troca|outr[ao]s?|nenhum\w*|mudei|perai|pera|depende|ver|vejo|confirm\w+|pens\w+|tem|teria|"
    r"nao (?:posso|consigo|da|vai dar|quero|serve|rola|tenho como|vou poder|vou conseguir))\b"
)
_NO_TURN = r"\bse (?:voces? )?(?:me )?(?:atras|demor|enrol|fiz|err|esquec)\w*"


def _outright(line: Line, context: Context) -> Picked | None:
    """What is taken by its number in the first clause, where the rest names no time and takes nothing back: "1 então. Mas tô de olho em vocês"."""
    first = line.find(_FIRST)
    choice = read_choice(Line.of(first.group()), len(context.slots)) if first else None
    if first is None or choice is None:
        return None
    rest = Line.of(line.norm[first.end() :])
    kept = Line.of(rx(_NO_TURN).sub(" ", rest.norm))
    if kept.find(_TURNS_BACK) or wants_other_times(rest) or refuses_all(rest):
        return None
    if _wishes(read_when(rest, context)[0]) or named_slots(rest, context).slots:
        return None
    return Picked(
        None,
        context.slots[choice.number - 1],
        line.hit("answers.outright", *first.span(), "the one named first"),
    )


def _without_reasons(line: Line, context: Context) -> Iterator[Line]:
    """What is said before, or around, words that neither pick nor refuse anything."""
    should = line.find(SHOULD)
    if should and should.start():  # "a 2, mas se vagar às 8h me avisa": that hour is waited for
        yield line.hide(*should.span())
    if order := line.find(_AND_NOT):  # "2 e não conta pra ela", "a 1 e não a 2"
        yield Line.of(line.norm[: order.start()])
    if kept := _before_the_other_hour(line, context):  # "é 11h não 10h30", "11h e não 10h30"
        yield kept
    if can := line.find(_WHY_SHE_CAN):  # "a das 17h, vou sair mais cedo": no wish for an earlier one
        yield line.hide(*can.span())


_NOT_THAT_HOUR = r"^(?P<kept>(?:(?:nao|ah|entao|moca|,) )*(?:e|eh|era|seria|quero|prefiro|marca|bota|poe)\b.+?|.+? e) nao (?:(?:a|as|o|de|das) )*(?P<other>\d.*|[a-z]+ (?:h\b|e meia|e \d).*)$"


def _before_the_other_hour(line: Line, context: Context) -> Line | None:
    """What stands before an hour that is set against it; None where there are not two hours."""
    found = line.find(_NOT_THAT_HOUR)
    if found is None:
        return None
    kept, other = (Line.of(found[name]) for name in ("kept", "other"))
    return kept if named_slots(kept, context).hours and read_times(other, day_said=True)[0] else None


_BARE_NUMBER = r"^\W*(?:(?:quero|prefiro|pode ser|marca|vou de|fico com|o|a|da|do|,|moca) )*(?P<numbered>(?:opcao|numero|n|alternativa) )?(?P<number>\d)(?: (?:por favor|mesmo|moca|obrigad[ao]))*\W*$"
_EARLIEST = 7
"""From here on a bare number is an hour as it stands."""


def _is_no_slot(number: int, context: Context, *, numbered: bool) -> bool:
    """Whether a number alone is none of the times: "4. Outro dia ou horário", and one beyond the list that is no hour of theirs to the minute."""
    if number <= len(context.slots):
        return False
    if number <= len(context.options) or numbered:
        return True
    hours = {slot.hour % 12 for slot in context.slots if slot.minute == 0}
    return number < _EARLIEST and number not in hours


_PROTESTS = r"\b(?:mas|nossa|ue|uai|gente|moca|nao|ja|,|^) ?(?:mas )?(?:eu )?(?:ja |tinha |te |lhe |so )*(?:falei|disse|pedi|falado|pedido|dito|expliquei)\b(?! com )"


def _protests(line: Line, when: When, context: Context) -> bool:
    """Whether she says again what she has said before: nothing of what is offered instead is taken, unless it is the very hour."""
    if not has_wish(when) or not line.find(_PROTESTS):
        return False
    named = named_numbers(line, len(context.slots), frozenset())
    its_hour = when.time_kind is TimeKind.AT and any(s.time() == when.time_start for s in context.slots)
    return not named and not its_hour


_NONE_BUT = r"^(?:(?:ah|ai|poxa|puts|nossa|moca|entao|hum+|,) )*(?:nao (?:da|posso|consigo|vai dar|rola|serve|tenho como)|deixa (?:pra|para) la|nenhum\w*)\b[^?]*[.,;!?] ?(?:e )?(?:[a-z]+ ){0,3}(?:tem|teria|da|rola|pode)(?: [a-z]+){0,2} ?\?"


def _asks_instead(line: Line, context: Context) -> bool:
    """Whether all is refused and another day asked for: "não dá, meu almoço é 12 às 13. sábado tem?"."""
    return line.find(_NONE_BUT) is not None and not named_numbers(line, len(context.slots), frozenset())


_IS_THERE_NONE = r"\bnao (?:tem|teria|tinha|ha|sobrou)(?! (?:problema|como|importancia|erro|duvida|medo|pressa|nada (?:a ver|contra|que)|preferencia)\b)[^,.!;\n]*\?"
_IS_THERE_ANY = r"\b(?:tem|teria|ha|sobrou)\b[^.!;\n]*\?"
"""Whether there is none: that asks, and neither refuses nor takes one."""

_WHY_SHE_CAN = (
    r"\b(?:(?:vou|consigo|posso|da (?:para|pra)|deixam|deixaram|(?:vao|vou) (?:me )?(?:deixar|pedir para|pedir pra)|peco (?:para|pra)|pedi (?:para|pra)|dou um jeito de)(?: eu| me)? "
    r"(?:sair|largar|terminar|acabar|escapar)|saio|largo|termino|acabo|me liberam|me libero|(?:to|estou|fico) (?:livre|liberad[ao]))"
    r"(?: (?:do|da|de|no|meu|minha|trabalho|servico|trampo|aula|escola|faculdade|plantao|expediente|reuniao|ja|ai|nesse dia|hoje|la))*"
    r" (?:mais cedo|antes|(?:as|a partir das|desde as) \d{1,2}(?: ?:? ?\d{2})?(?: ?h)?(?: ?\d{2})?(?: e meia)?)(?![\w:])"
)
"""How it comes that she can: her own leaving, with its hour."""


_AND_NOT = (
    r"(?<=[\w)]) ?(?:[,.;!] ?(?:(?:e|mas) )?|\b(?:e|mas|so que) )(?:por favor )?(?:nao|nem) "
    r"(?:(?:[ao]s? )(?:\d|(?:primeir|segund|terceir|quart|ultim)[ao]\b)"
    r"|(?:me |nos |se |lhe |mim )?(?:precisa (?:me )?)?(?:(?:vai|vao|va) (?:me |se )?)?(?:cont|fal|avis|lig|mand|demor|invent|ench|esquec|deix|atras|mud|cobr|err|enrol|perturb|amol|incomod|troc|diz|diga|faz|faca|pergunt|marqu|perca|perd|comec|insist|escrev|cancel|repit|espalh)"
    r"(?!ei\b|ou\b|o\b|ad[ao]\b|\w*(?:amos|[aei]ram)\b)\w*)"
)
"""What is ordered, or set against it, behind what is taken: that refuses nothing of what stands before."""


def _pick_of(attended: Attended, context: Context) -> Picked | None:
    """What is picked where it is said who is to attend; None where it is none of those that were offered."""
    line, theirs = attended.line, attended.slots
    wish = read_when(without_put_off(line), context)[0]
    if refuses_all(line) or wants_other_times(line):
        return None
    picked = _pick(line, wish, context)
    if picked.slot and (picked.slot in theirs or _names_one(line, context)):
        return replace(picked, attended=True) if picked.slot in theirs else _TORN
    if picked.asked or picked.doubted or (_wishes(wish) and not _names_one(line, context)):
        return None
    of_theirs = tuple(slot for slot in context.slots if slot in theirs)
    among = _pick(line, wish, replace(context, slots=of_theirs, attends=())) if of_theirs else Picked(None)
    slot = among.slot or (of_theirs[0] if len(of_theirs) == 1 and not _wishes(wish) else None)
    if slot is None and not of_theirs and not _wishes(wish):
        return None
    hit = line.hit("answers.attended", 0, len(line.norm), "the one with whom it is said")
    return Picked(None, slot, hit, attended=True) if slot else _TORN


def _names_one(line: Line, context: Context) -> bool:
    return bool(named_slots(line, context).slots)


def _pick(line: Line, when: When | None, context: Context) -> Picked:
    stances = read_stances(line)
    if wishes_any_but(line, when, context) and not named_slots(stances.taken, context).slots:
        return Picked(when)
    ordinal = line.find(BESIDE_OTHERS) is not None
    if stances.plain:
        taken = without_waiting(stances.taken)
        wish = when if stances.taken == line else read_when(without_put_off(taken), context)[0]
        slot, hit = read_slot(taken, wish, context, ordinal=ordinal)
        return Picked(wish, slot, hit)
    refused = named_slots(stances.refused, context)
    dropped, asked = refused.slots, _some(named_slots(stances.asked, context), context)
    doubted = named_slots(stances.doubted, context).slots
    taken = without_waiting(stances.taken)
    wish = read_when(without_put_off(taken), context)[0]
    ruled_out = read_when(stances.refused, context)[0]
    slot, hit = None, None
    if rx(r"[^\W_]").search(taken.norm):
        slot, hit = read_slot(taken, _excluding(wish, ruled_out), context, out=dropped, ordinal=ordinal)
    if slot and dropped and not _is_within(slot, when, context):
        slot, hit = None, None
    if (
        slot
        and dropped
        and not _wishes(wish)
        and not named_slots(taken, context).slots
        and _wishes(_beside(stances, context))
    ):
        slot, hit = (
            None,
            None,
        )  # "é? 10:30 não dá. quarta às 8 tem?": what is left is not taken by who asks for another
    if (
        slot
        and not (_wishes(wish) or named_slots(taken, context).slots)
        and _names_day(stances.asked, context)
    ):
        slot, hit = None, None  # "tem quinta ou sábado? o que vier antes": of those days, and not of the list
    open_yet = bool(asked or doubted or stances.doubts)
    too = stances.refused.find(TOO) is not None
    told = when is not None and _wishes(when) and any(fits(s, when) for s in dropped | asked | doubted)
    beside = _beside(stances, context) if told or too or stances.doubts or not _wishes(when) else when
    if slot is None and dropped and not (open_yet or _wishes(wish) or _wishes(beside) or refuses_all(line)):
        left = [offered for offered in context.slots if offered not in dropped]
        if len(left) == 1 and not refused.alike and only_refuses(stances, of=len(context.slots)):
            slot, hit = left[0], line.hit("answers.left", 0, len(line.norm), "the one left")
    if stances.doubts or slot in doubted:
        slot, hit = None, None
    hours = When(exclude=Exclude(times=tuple(sorted(refused.hours))))
    beside = _excluding(_excluding(beside, ruled_out), hours)
    return Picked(
        beside,
        slot,
        hit,
        dropped,
        doubted=bool(doubted) or stances.doubts,
        asked=bool(asked),
        refuses=too or stances.refused.find(_WITH) is not None,
    )


def _names_day(line: Line, context: Context) -> bool:
    wish = read_when(line, context)[0]
    return wish is not None and bool(wish.date_start or wish.date_end or wish.dates)


_LIMITS = frozenset({TimeKind.BEFORE, TimeKind.AFTER, TimeKind.BETWEEN})


def _is_within(slot: datetime, when: When | None, context: Context) -> bool:
    """Whether a time that is left is the only one within the hours she told: of "sábado, entro às 11" none at noon is."""
    if when is None or when.time_kind not in _LIMITS:
        return True
    return [offered for offered in context.slots if fits(offered, when)] == [slot]


_WITH = r"\bcom (?:o|a|ele|ela|ess[ae]|dr|dra|doutora?)\b(?! (?:mesm[ao]|de|das|d[ao]) )"


def _some(named: Named, context: Context) -> frozenset[datetime]:
    """Those that are asked about, if they are not merely all that there are: "tem mais pro fim do mês?"."""
    return frozenset() if len(named.slots) == len(context.slots) > 1 else named.slots


def _beside(stances: Stances, context: Context) -> When | None:
    """What is wished beside what was refused: "8h30 não dá, tem às 10?"."""
    return read_when(without_put_off(stances.beside), context)[0]


def _wishes(when: When | None) -> bool:
    return when is not None and has_wish(when)


def _excluding(wish: When | None, refused: When | None) -> When | None:
    """`wish` without what the other rules out."""
    if refused is None or refused.exclude == Exclude():
        return wish
    base = wish or When()
    ours, theirs = base.exclude, refused.exclude
    joined = Exclude(
        dates=tuple(dict.fromkeys((*ours.dates, *theirs.dates))),
        weekdays=tuple(dict.fromkeys((*ours.weekdays, *theirs.weekdays))),
        # "de manhã cedo não dá, mais pro fim da manhã": what is wished of the morning stays
        dayparts=tuple(
            dict.fromkeys((*ours.dayparts, *(p for p in theirs.dayparts if p is not base.daypart)))
        ),
        times=tuple(dict.fromkeys((*ours.times, *theirs.times))),
    )
    return replace(base, exclude=joined)
