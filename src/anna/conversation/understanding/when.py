"""From days and hours said to one `When`: what is wished, what is ruled out, what was taken back, and what the calendar says of it.

Each thing said is judged by the words around it ("menos", "não posso", "depois das", "aliás"), neighbours are joined ("de seg a
qui", "quarta ou sexta"), and what is left is resolved against the clinic's calendar.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from anna.clinica.calendar import Calendar
from anna.commands import Daypart, Exclude, RuleHit, TimeKind, When, WhenStatus
from anna.conversation.understanding.day_rules import day_of_month, read_days
from anna.conversation.understanding.days import DayAtom, Days, Today, week_of
from anna.conversation.understanding.line import HIDDEN, Line, rx
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.times import PARTS, PartAtom, TimeAtom, clock, read_parts, read_times
from anna.conversation.understanding.traps import hide_traps

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Atom = DayAtom | TimeAtom | PartAtom

# -- words around a thing said ------------------------------------------------------------------------------------------------

_LEAD = r"(?: (?:na|no|em|de|a|as|o|aos|nas|nos|da|das|do|dos|pela|para|pra|pras|pro|ser|na parte|ate|dia|e|la|tipo|mesmo|muito|ir|vir|ai|proxima|hoje))*"
_CANNOT = (
    r"(?:posso|consigo|da|de|pode|podia|quero|queria|rola|vai dar|vai rolar|vou poder|vou conseguir|vou|vai|dava|serve|gosto|prefiro|estou|estarei|tenho|"
    r"tenho como|tem como|atendo|costumo|curto|gostaria|me serve|e bom|fica bom|e legal|to|trabalho|marca|marque|coloca|agenda)"
)
NEGATED_BEFORE = rf"(?:\b(?:nao|num)(?: (?:me|mais|eu))?(?: {_CANNOT})*(?: (?:mais|me|ficar|estar|atender|fazer|marcar|agendar|vir|ir|ser))*|\b(?:menos|exceto|tirando|fora|sem ser|nunca|nem|so nao|jamais|evitar|evito|que nao seja|desde que nao seja|odeio|detesto|qualquer dia menos)){_LEAD} ?$"
NEGATED_AFTER = (
    r"^ ?(?:a? ?h )?(?:, )?(?:eu |pra mim |ja |ai |tambem |infelizmente )*(?:(?:nao|num)(?! (?:sei|tem (?:vaga|horario|h\b)|e\b))(?: (?:posso|consigo|da|pode|quero|rola|vai dar|vou|vai|tenho|estou|tem|trabalho|to|me|serve|"
    r"dou|gosto|costumo|vou poder|vou conseguir|daria|poderia|vai rolar|atendo|fica|e))*\b|(?:e |ta |fica |seria |esta )?(?:impossivel|complicado|dificil|ruim|pessim[ao])|nem pensar|jamais|(?:eu )?(?:ja )?tenho (?:compromisso|aula|medic[ao]|reuniao|viagem|"
    r"pilates|academia|prova|curso|faculdade|dentista|plantao|trabalho|terapia|outro|outra|coisa)|(?:eu )?(?:trabalho|viajo|to viajando|estou viajando|to de plantao|estou de plantao)(?! (?:ate|das)))"
)
INSTEAD = rf"\b(?:em vez|ao inves|no lugar|invez|em lugar|inves)(?: d[aeo]s?)?{_LEAD} ?$"
UNNEEDED = rf"\bnao (?:precisa|necessariamente|faz questao|tem que|precisava|obrigatoriamente)(?: (?:ser|que seja|de ser))?{_LEAD} ?$"
UNSURE = r"\bnao (?:sei|lembro|tenho certeza) se\b"
FIX = (
    r"\b(?:alias|quer dizer|quero dizer|digo|ou melhor|melhor dizendo|na verdade|pensando bem|pensando melhor|corrigindo|correcao|perdao|errei|me enganei|minto|"
    r"mentira|desculpa|desculpe|opa|ops|ou seja|esquece|deixa pra la|troca|muda|mudei de ideia|mas melhor|se bem que|pera|perai|espera|nao nao|melhor|prefiro|quis dizer|era|me confundi|confundi|retifico)\b|\bnao ,"
)
WISH = r"\b(?:nao (?:tem|teria|tinha|da|daria|dava|pode(?:ria)?|rola|seria possivel|consegue|conseguiria|consegues?|haveria|ha|existe|sobrou|abre|atende\w*|vai ter))\b"
GENERAL_FUTURE = r"\b(?:qualquer|tanto faz)\b"

AFTER_BEFORE = (
    r"(?:\b(?:depois|apos|apartir|a partir|partir|passou|passar|passando|passado)(?: d[aeo]s?)?(?: as| a| o| ao)?|\b(?:a partir|apartir|partir)(?: d[aeo]s?)?|\b(?:depois|quando)(?: que)?(?: eu)? (?:sair|saio|largar|largo|terminar|acabar|chegar|buscar|deixar)(?: (?!antes|pode|marca|quero)[a-z]+){0,5}(?: ,)?(?: as| a| das)?"
    r"|\b(?:saio|saindo|saia|(?<!preciso )(?<!que )sair|largo|libero|liberad[ao]|termino|chego|folgo|fico livre|estou livre|to livre|livre|so posso|so consigo|disponivel|disponibilidade|desocupo|solto|"
    r"acabo|acaba|encerro|trabalho ate)(?: (?!antes\b|ate\b|pode\b|marca|agend|quero\b)[a-z]+){0,4}?(?: (?:as|das|a partir das|depois das|umas|la pelas|pelas|la por|ate as|ate))"
    r"|\bnao antes d[aeo]s?|\bnao pode ser antes d[aeo]s?|\b(?:trabalho|aula|plantao|expediente)(?: [a-z]+){0,2} ate(?: as| a)?|acima d[aeo]s?|mais tarde que(?: as)?) ?$"
)
BEFORE_BEFORE = (
    r"(?:\bantes d[aeo]s?(?: as| a| o)?|\bate(?: no maximo)?(?: as| a| o| ao| umas)?|\bno maximo(?: ate)?(?: as| a| o)?|\bnao (?:depois|mais (?:tarde )?(?:que|d[aeo]s?)|passe|pode passar|passando|passar)(?: d[aeo]s?)?(?: as)?"
    r"|\b(?:entro|entrada|tenho que (?:sair|estar|buscar|voltar|ir)|preciso (?:sair|estar|voltar|buscar)|trabalho a partir|comeco a trabalhar|entro no trabalho)(?: (?!pode\b)[a-z]+){0,4}? (?:as|a partir das|das|ate as)) ?$"
)
AROUND_BEFORE = r"\b(?:umas|uns|la pelas|la pela|pelas|la por|por volta d[aeo]s?|perto d[aeo]s?|ali pelas|ali por|la para(?: as)?|la pras|la pra|ali pras|tipo(?: umas)?(?: as)?|mais ou menos(?: as| umas)?|\+ -(?: as)?|\+ ou -(?: as)?|a umas|em torno d[aeo]s?|aproximadamente(?: as)?|quase|cerca d[ae]s?) ?$"
AROUND_AFTER = r"^ ?(?:h )?(?:mais ou menos|\+ -|\+ ou -|por ai|e pouco|e pouquinho|em media|aproximadamente|e alguma coisa|ou por ai)"
ONWARDS = r"^ ?(?:h )?(?:em diante|para frente|pra frente|para la|pra la|adiante|pra mais tarde|ou mais tarde|ou depois)\b"
OR_BEFORE = r"^ ?(?:h )?(?:ou antes|para tras|pra tras|no maximo|ou mais cedo)\b"
FILLER = rf"[\s{HIDDEN},]*"
TO_WORDS = r"(?:a|as|ao|ate|ate as|ate a|ate o|-|e as|ate umas|a umas|e meia as)"
OR_WORDS = r"(?:,|e|ou|/|e/ou|ou entao|ou ate|ou mesmo|quem sabe|tambem|e tambem|ou ainda|, ou)"
JOIN_LEAD = r"(?:na|no|de|da|do|em|a|as|o|pela|das|dia|umas|pode ser|pode ser na|ser|nas|pras|pra|para|tem|la pelas|feira)"
EVENT = r"\b(?:casamento|formatura|festa|aniversario|niver|evento|prova|show|batizado|viagem|ensaio|noivado|baile|entrevista|viajo|viajar|viajando|caso|casando|formo)\b(?: [a-z]+){0,4} ?$"
FIXED_HOUR = r"\b(?:voo|onibus|reuniao|prova|entrevista|cirurgia|missa|culto|viagem|trem)\b(?: (?:e|eh|as|comeca|sai|so|que|da|meu|minha))* ?$"
NARRATIVE = (
    r"\b(?:fiz|fui|fizemos|foi feit[ao]|tava|estava|estive|tirei|coloquei|apliquei|aplicaram|comprei|paguei|recebi|mandei|liguei|falei|marcaram|atenderam|aconteceu|comecou|fizeram|tomei|fez|"
    r"operei|cai|passei|senti|desde que|ganhei|vim|perdi|faltei|esqueci|cheguei|conheci|vi|mandaram|responderam|disseram|ficou|fiquei|deu|era pra|voltei|sai d)\b(?: (?!quer|quero|pode|marca|agend|para\b|pra\b)[\w,]+){0,7}? ?$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A thing said and how it was meant."""

    atom: Atom
    mode: str  # wanted, excluded, dropped
    op: str  # "", after, before, around


@dataclass(slots=True)
class _Build:
    """What is collected on the way to a `When`."""

    days: Days | None = None
    kind: TimeKind | None = None
    first: time | None = None
    last: time | None = None
    part: Daypart | None = None
    conflict: bool = False
    doubt: bool = False
    dates: list[date] = field(default_factory=list)
    weekdays: list[str] = field(default_factory=list)
    parts: list[Daypart] = field(default_factory=list)
    times: list[time] = field(default_factory=list)


def read_when(line: Line, context: Context) -> tuple[When | None, tuple[RuleHit, ...]]:
    """The wish for a day or an hour in `line`, or None, and the rules that saw it."""
    now = context.local_now
    asked = context.state in {State.ASK_WHEN, State.ASK_TIME}
    bare, hits = hide_traps(line, day_asked=asked)
    days, rest = read_days(bare, Today(now.date(), context.calendar))
    times, rest = read_times(rest, day_said=bool(days) or context.state is State.ASK_TIME)
    parts, rest = read_parts(rest)
    extra, days = _bare_numbers(rest, days, times, context)
    times = tuple(sorted(times + extra, key=lambda a: a.start))
    unordered: list[Atom] = [*days, *times, *parts]
    atoms = sorted(unordered, key=lambda atom: atom.start)
    if not atoms:
        return _any_day(line, context), hits
    said = _taken_back(line, _judge(line, atoms))
    build = _Build()
    _take_days(build, line, said, now.date())
    _take_times(build, line, said)
    when = _resolve(build, now, context.calendar)
    shown = tuple(line.hit(s.atom.rule, s.atom.start, s.atom.end, _meant(s)) for s in said)
    return when, hits + shown


ANY_DAY = r"\b(?:qualquer (?:dia|um|data)|tanto faz|o quanto antes|quanto antes|mais rapido possivel|mais cedo possivel|assim que (?:der|puder|tiver)|data mais proxima|primeir[ao] (?:dia|data|vaga)|o que tiver|quando tiver|quando (?:voces )?puder\w*|urgente)\b"


def _any_day(line: Line, context: Context) -> When | None:
    """ "o quanto antes", when a day was asked for: any from today on."""
    if context.state is State.ASK_WHEN and line.find(ANY_DAY):
        return When(date_start=context.local_now.date())
    return None


def _meant(said: Said) -> str:
    atom = said.atom
    if isinstance(atom, DayAtom):
        value = f"{atom.days.start}" if atom.days.single else f"{atom.days.start}..{atom.days.end}"
    elif isinstance(atom, TimeAtom):
        value = atom.at.isoformat(timespec="minutes")
    else:
        value = atom.part.value
    return " ".join(
        word for word in (said.op, value, "" if said.mode == "wanted" else f"({said.mode})") if word
    )


# -- numbers that only the context makes days or hours ------------------------------------------------------------------------


def _bare_numbers(
    rest: Line, days: tuple[DayAtom, ...], times: tuple[TimeAtom, ...], context: Context
) -> tuple[tuple[TimeAtom, ...], tuple[DayAtom, ...]]:
    """A number right after a day is its date if they agree, else an hour; alone it is what Anna asked for."""
    found: list[TimeAtom] = []
    kept = list(days)
    for i, day in enumerate(days):
        follow = rx(
            rf"^{FILLER}(?P<n>\d{{1,2}})(?= *(?:$|[^\w\s:/.]|ou\b|e\b|pode|da\b|se\b|mesmo|ta\b|por\b|{HIDDEN}))"
        ).match(rest.norm[day.end :])
        if not follow or day.days.single is None:
            continue
        number, place = int(follow["n"]), day.end + follow.start("n")
        if day.days.weekday is not None and number == _same_weekday(day, number):
            kept[i] = replace(day, end=day.end + follow.end(), rule="days.weekday_and_number")
        elif ((at := clock(number, 0, "")) and 6 <= number <= 22) or number in range(1, 6):
            found.append(
                TimeAtom(
                    place, day.end + follow.end(), at or clock(number, 0, "") or time(0), "times.after_day"
                )
            )
    if not days and not times:
        return _lone_hour(rest, context), _lone_day(rest, context)
    return tuple(found), tuple(kept)


def _same_weekday(day: DayAtom, number: int) -> int | None:
    return number if day.days.start and day.days.start.day == number else None


def _lone_day(rest: Line, context: Context) -> tuple[DayAtom, ...]:
    """ "15", when a day was asked for."""
    match = rx(
        r"^(?:(?:no|o|pro|la|pode ser|acho que|quero) )*(?P<d>\d{1,2})(?: (?:mesmo|por favor|pode ser))?$"
    ).match(rest.norm)
    if context.state is not State.ASK_WHEN or not match or not 1 <= int(match["d"]) <= 31:
        return ()
    days = day_of_month(int(match["d"]), Today(context.local_now.date(), context.calendar))
    return (DayAtom(match.start("d"), match.end("d"), replace(days, doubt=True), "days.asked"),)


def _lone_hour(rest: Line, context: Context) -> tuple[TimeAtom, ...]:
    if context.state is not State.ASK_TIME:
        return ()
    one = rx(r"^(?:a |as )?uma(?: h)?(?: em ponto)?$").match(rest.norm)
    if one:
        return (TimeAtom(0, one.end(), time(13), "times.asked"),)
    match = rx(r"(?<![\w.,/:-])(?P<h>\d{1,2})(?:(?: e | )?(?P<m>[0-5]\d))?(?![\w.,/:-])").search(rest.norm)
    if not match:
        return ()
    at = clock(int(match["h"]), int(match["m"] or 0), "")
    return (TimeAtom(match.start(), match.end(), at, "times.asked"),) if at else ()


# -- how each thing was meant ---------------------------------------------------------------------------------------------------


def _judge(line: Line, atoms: list[Atom]) -> list[Said]:
    said: list[Said] = []
    for i, atom in enumerate(atoms):
        left = atoms[i - 1].end if i else 0
        right = atoms[i + 1].start if i + 1 < len(atoms) else len(line.norm)
        before, after = line.norm[left : atom.start], line.norm[atom.end : right]
        said.append(Said(atom, _mode(line, before, after, atom), _operator(before, after, atom)))
    return _spread(line, said)


def _mode(line: Line, before: str, after: str, atom: Atom) -> str:
    clause = rx(r"[.!?;\n]").split(before)[-1]
    if rx(INSTEAD).search(clause):
        return "excluded"
    if rx(UNNEEDED).search(clause) or rx(NARRATIVE).search(clause) or _is_reason(line, before, atom):
        return "dropped"
    if rx(r"^ ?[,.]+ ?nao ,").match(after):
        return "wanted"  # "às 9, não, às 10": taken back, which is `_taken_back`'s business
    question = rx(r"^[^.!;\n]*\?").match(after) is not None
    if question and rx(WISH).search(clause):
        return "wanted"
    if rx(NEGATED_BEFORE).search(clause) and not rx(r"\bnao (?:antes|depois)").search(clause):
        return "excluded"
    if rx(NEGATED_AFTER).match(after) and not (
        question and rx(r"^ ?nao (?:tem|da|pode|rola)\b[^,]*\?").match(after)
    ):
        return "excluded"
    return "wanted"


def _is_reason(line: Line, before: str, atom: Atom) -> bool:
    """ "porque à tarde pego meu filho às 3", "tenho um casamento sábado": why, not when. Working hours are both."""
    told = line.norm[: atom.start]
    if (
        isinstance(atom, DayAtom)
        and rx(EVENT).search(told)
        and not rx(r"\b(?:antes|ate la)\b").search(line.norm)
    ):
        return True
    if isinstance(atom, TimeAtom) and rx(FIXED_HOUR).search(told):
        return True
    since = rx(
        r"\b(?:porque|pois|ja que|por causa)\b(?!.*\b(?:porque|entao|por isso|quero|queria|pode ser|marca)\b)"
    ).search(told)
    return since is not None and not rx(AFTER_BEFORE).search(before) and not rx(BEFORE_BEFORE).search(before)


def _operator(before: str, after: str, atom: Atom) -> str:
    if isinstance(atom, DayAtom):
        lead = rx(r"[.!?;\n]").split(before)[-1]
        if rx(r"\b(?:depois|apos|passando|passado) (?:d[aeo]s?|o|a)(?: dia| o| a)? ?$").search(lead):
            return "after"
        if rx(r"\b(?:a partir|apartir|partir)(?: d[aeo]s?)?(?: dia)? ?$").search(lead) or rx(ONWARDS).match(
            after
        ):
            return "from"
        if rx(r"\bantes(?: d[aeo]s?)?(?: dia| meu| minha)? ?$").search(lead):
            return "before"
        return (
            "until" if rx(r"\b(?:ate|no maximo(?: ate)?)(?: o| a| no| na)?(?: dia)? ?$").search(lead) else ""
        )
    if rx(BEFORE_BEFORE).search(before) and not rx(AFTER_BEFORE).search(before):
        return "before"
    if rx(r"\bnao (?:depois|mais tarde)[a-z ]*$").search(before) or rx(OR_BEFORE).match(after):
        return "before"
    if rx(AFTER_BEFORE).search(before) or rx(ONWARDS).match(after):
        return "after"
    return "around" if rx(AROUND_BEFORE).search(before) or rx(AROUND_AFTER).match(after) else ""


def _spread(line: Line, said: list[Said]) -> list[Said]:
    """ "menos segunda e terça": what is joined to something ruled out is ruled out too."""
    for i in range(1, len(said)):
        last, this = said[i - 1], said[i]
        between = line.norm[last.atom.end : this.atom.start]
        if type(last.atom) is not type(this.atom) or this.mode != "wanted" or last.mode != "excluded":
            continue
        if rx(r"^ ?(?:e|nem|ou|e nem|/)(?: (?:a|as|na|no|nas|de|da|aos?|pela))* ?$").match(between):
            said[i] = replace(this, mode="excluded")
    for i in range(len(said) - 2, -1, -1):  # "segunda e terça não posso"
        this, following = said[i], said[i + 1]
        between = line.norm[this.atom.end : following.atom.start]
        backwards = rx(NEGATED_AFTER).match(line.norm[following.atom.end :]) is not None
        joined = rx(r"^ ?(?:e|nem|e nem)(?: (?:a|as|na|no|nas|de|da|aos?))* ?$").match(between)
        if backwards and joined and type(this.atom) is type(following.atom) and following.mode == "excluded":
            said[i] = replace(this, mode="excluded")
    return said


def _taken_back(line: Line, said: list[Said]) -> list[Said]:
    """After "aliás" what was said before of the same kind no longer holds; "da quinta para a sexta" means the sexta."""
    out = list(said)
    for i, this in enumerate(said):
        for later in said[i + 1 :]:
            if type(later.atom) is not type(this.atom) or later.mode != "wanted" or this.mode != "wanted":
                continue
            between = line.norm[this.atom.end : later.atom.start]
            moved = _moved(line, this, later, between)
            if moved or rx(FIX).search(between):
                out[i] = replace(this, mode="dropped")
            if moved:
                out[i + 1 :] = [_left_behind(line, s, later) for s in out[i + 1 :]]
    return out


def _left_behind(line: Line, said: Said, later: Said) -> Said:
    """The hour of the visit that is moved away from goes with its day: "era sexta 10h, queria mudar pra segunda"."""
    between = line.norm[said.atom.end : max(said.atom.end, later.atom.start)]
    before = said.atom.start < later.atom.start and not isinstance(said.atom, DayAtom)
    if (
        before
        and isinstance(later.atom, DayAtom)
        and rx(r"\b(?:para|pra|pro|mudar|passar|trocar|pode ser)\b").search(between)
    ):
        return replace(said, mode="dropped")
    return said


def _moved(line: Line, this: Said, later: Said, between: str) -> bool:
    before = line.norm[: this.atom.start]
    of_a_visit = rx(
        r"\b(?:consulta|sessao|horario|h|agendamento|marcad[ao]|procedimento|atendimento|retorno|avaliacao|limpeza|botox|reserva|visita|minha|meu|agendad[ao]|remarcar|mudar|trocar|passar|transferir|adiar|antecipar|reagendar|muda|troca|passa|desmarc\w+|cancel\w+)"
        r"(?: (?:d[aeo]s?|ta|esta|para|pra|que|e|era|marcad[ao]|agendad[ao]|com|na|no|a|as|dia|tenho|minha|meu|amanha|hoje|dela|dele|nossa|nosso))* ?$"
    ).search(before)
    moved = rx(
        r"\b(?:para|pra|pro|pras|pode ser|queria|quero|mudar|trocar|passar|remarcar|tem como ser|tem|daria|consigo|posso|marca|marcar|coloca|agenda)\b"
    ).search(between)
    return bool(of_a_visit and moved)


# -- days ------------------------------------------------------------------------------------------------------------------------


def _take_days(build: _Build, line: Line, said: list[Said], today: date) -> None:
    days = [s for s in said if isinstance(s.atom, DayAtom)]
    for s in days:
        if s.mode == "excluded" and isinstance(s.atom, DayAtom):
            _exclude_days(build, line, s.atom)
    wanted = [s for s in days if s.mode == "wanted"]
    if not wanted:
        return
    wanted = _framed(wanted)
    current = _limited(wanted[0], line, today)
    for last, this in pairwise(wanted):
        current = _join(build, line, current, last, this, today)
    build.days = current
    build.doubt |= current.doubt


def _framed(wanted: list[Said]) -> list[Said]:
    """ "semana que vem, quarta e sexta": every weekday after the week is of that week."""
    frame: Days | None = None
    out: list[Said] = []
    for said in wanted:
        atom = said.atom
        if isinstance(atom, DayAtom) and atom.days.grain == "week" and not said.op:
            frame = atom.days
        elif isinstance(atom, DayAtom) and frame is not None and (inside := _narrow(frame, atom.days)):
            said = replace(said, atom=replace(atom, days=replace(inside, weekday=atom.days.weekday)))
            if out and isinstance(out[-1].atom, DayAtom) and out[-1].atom.days is frame:
                out.pop()
        out.append(said)
    return out


def _exclude_days(build: _Build, line: Line, atom: DayAtom) -> None:
    if atom.days.weekday is not None:
        build.weekdays.append(NAMES[atom.days.weekday])
    elif atom.days.single:
        build.dates.append(atom.days.single)
    elif atom.days.dates:
        build.dates.extend(atom.days.dates)
    elif atom.days.grain == "weekend":
        build.weekdays.extend(("sat", "sun"))


def _limited(said: Said, line: Line, today: date) -> Days:
    assert isinstance(said.atom, DayAtom)
    days = said.atom.days
    event = rx(EVENT).search(line.norm[: said.atom.start]) is not None
    if event and rx(r"\b(?:antes|ate la)\b").search(line.norm) and days.start:
        return Days(today, days.start - timedelta(days=1), grain="limit", doubt=True)
    if said.op == "after" and days.end:
        return Days(days.end + timedelta(days=1), None, grain="limit", doubt=days.doubt)
    if said.op == "from":
        return Days(days.start, None, grain="limit", doubt=days.doubt)
    if said.op == "before" and days.start:
        return Days(today, days.start - timedelta(days=1), grain="limit", doubt=days.doubt)
    if said.op == "until" and days.end:
        return Days(today, days.end, grain="limit", doubt=days.doubt)
    return days


def _join(build: _Build, line: Line, current: Days, last: Said, this: Said, today: date) -> Days:
    """One more wanted day, read together with what was wanted before it."""
    assert isinstance(this.atom, DayAtom)
    assert isinstance(last.atom, DayAtom)
    new, between = _limited(this, line, today), line.norm[last.atom.end : this.atom.start]
    if new.impossible or current.impossible:
        return new if new.impossible else current
    if (
        this.op in {"", "until"}
        and rx(rf"^ ?{TO_WORDS}(?: (?:a|o|dia|na|no))?(?: feira)? ?$").match(between)
        and last.op != "after"
    ):
        return _span(current, this.atom.days, last.atom.days, today)
    if last.op in {"from", "after"} and this.op in {"until", "before"}:
        return Days(current.start, new.end, grain="range", doubt=current.doubt)
    lead = line.norm[max(0, last.atom.start - 7) : last.atom.start]
    if rx(r"\bentre(?: a| o)? $").search(lead) and rx(r"^ ?e(?: a| o)? ?$").match(between):
        return _span(current, this.atom.days, last.atom.days, today)
    narrowed = _narrow(current, new)
    if narrowed:
        return narrowed
    if _same_breath(between) and (_agree(last.atom.days, new) or _agree(new, last.atom.days)):
        return replace(new if new.weekday is None else current, doubt=False)
    if (
        current.single
        and new.single
        and current.single != new.single
        and _same_breath(between)
        and (last.atom.days.weekday is None) != (new.weekday is None)
    ):
        build.conflict = True  # "segunda, dia 10", and the 10th is no Monday
        return new if new.weekday is None else current
    if current.single and current.single == new.single:
        return replace(new, doubt=False)
    return _alternatives(current, new)


def _agree(weekday: Days, dated: Days) -> bool:
    """ "quinta, dia 12": the date is that weekday, though maybe not the nearest one."""
    day = dated.single
    return (
        weekday.weekday is not None
        and dated.weekday is None
        and day is not None
        and day.weekday() == weekday.weekday
    )


def _same_breath(between: str) -> bool:
    return rx(r"^ ?(?:feira)? ?[,(-]?(?: que e| e)?(?: (?:no|na|dia|o))* ?$").match(between) is not None


def _span(first: Days, last: Days, first_said: Days, today: date) -> Days:
    """From one day to another: a weekday that is today begins today; the end follows the beginning."""
    start, end = first.start, last.end
    if first_said.weekday is not None and today.weekday() == first_said.weekday:
        start = today
    if start and end and last.weekday is not None:
        end = start + timedelta(days=(last.weekday - start.weekday()) % 7)
    if start and end and end < start:
        return Days(None, None, impossible=True, doubt=True)
    return Days(start, end, grain="range")


def _narrow(current: Days, new: Days) -> Days | None:
    """ "semana que vem, na quinta": a weekday within a longer span, whichever was said first."""
    for longer, day in ((current, new), (new, current)):
        if (
            longer.grain not in {"week", "month", "limit", "range"}
            or day.weekday is None
            or longer.start is None
        ):
            continue
        found = longer.start + timedelta(days=(day.weekday - longer.start.weekday()) % 7)
        if longer.end is None or found <= longer.end:
            return Days.one(found, doubt=longer.grain != "week")
    for longer, day in ((current, new), (new, current)):
        if (
            longer.grain in {"week", "month"}
            and day.single
            and longer.start
            and longer.end
            and longer.start <= day.single <= longer.end
        ):
            return day
    return None


def _alternatives(current: Days, new: Days) -> Days:
    known = list(current.dates or ([current.single] if current.single else []))
    added = list(new.dates or ([new.single] if new.single else []))
    if not known or not added:
        if current.start and new.end and current.end and new.start:
            return Days(min(current.start, new.start), max(current.end, new.end), grain="range", doubt=True)
        return current
    dates = tuple(sorted({*known, *added}))
    if len(dates) == 1:
        return Days.one(dates[0])
    return Days(dates[0], dates[-1], dates=dates)


# -- hours -----------------------------------------------------------------------------------------------------------------------


def _take_times(build: _Build, line: Line, said: list[Said]) -> None:
    hours = [s for s in said if isinstance(s.atom, TimeAtom)]
    parts = [s for s in said if isinstance(s.atom, PartAtom)]
    for s in said:
        if s.mode == "excluded" and isinstance(s.atom, TimeAtom):
            build.times.append(s.atom.at)
        if s.mode == "excluded" and isinstance(s.atom, PartAtom):
            build.parts.append(s.atom.part)
    _take_hours(build, line, [s for s in hours if s.mode == "wanted"])
    wanted = [s.atom for s in parts if s.mode == "wanted" and isinstance(s.atom, PartAtom)]
    if any(s.mode == "wanted" for s in hours):  # "hora do almoço, umas 12:30": the hour says it all
        wanted = [atom for atom in wanted if atom.rule != "parts.lunch"]
    ops = [s.op for s in parts if s.mode == "wanted"]
    if wanted:
        _take_part(build, wanted, ops, line)


def _take_hours(build: _Build, line: Line, wanted: list[Said]) -> None:
    if not wanted:
        return
    ats = [s.atom.at for s in wanted if isinstance(s.atom, TimeAtom)]
    first = wanted[0]
    if len(wanted) == 1:
        build.first = ats[0]
        build.kind = TimeKind(first.op) if first.op else TimeKind.AT
        return
    second, between = wanted[1], line.norm[first.atom.end : wanted[1].atom.start]
    lead = line.norm[max(0, first.atom.start - 30) : first.atom.start]
    if _works_between(lead, between):
        build.kind, build.first = TimeKind.AFTER, ats[1]
    elif _is_span(lead, between, first, second):
        build.kind, build.first, build.last = TimeKind.BETWEEN, ats[0], _later(ats[0], ats[1])
    elif rx(r"^ ?(?:para|pras|pra|pro)(?: as)? ?$").match(between):
        build.kind, build.first = TimeKind.AT, ats[1]
        build.times.append(ats[0])
    else:
        build.first, build.kind = ats[0], TimeKind(first.op) if first.op else TimeKind.AT
        build.doubt |= ats[0] != ats[1]


def _works_between(lead: str, between: str) -> bool:
    return bool(
        rx(r"\b(?:trabalho|aula|estudo|plantao|expediente|ocupad[ao])(?: [a-z]+){0,3} (?:das?|de) ?$").search(
            lead
        )
    ) and bool(rx(rf"^ ?(?:h )?{TO_WORDS} ?$").match(between))


def _is_span(lead: str, between: str, first: Said, second: Said) -> bool:
    if rx(rf"^ ?(?:h )?{TO_WORDS} ?$").match(between) and first.op != "after":
        return True
    if rx(r"\bentre(?: as| a| o)? $").search(lead) and rx(r"^ ?(?:h )?e(?: as| a| o| umas)? ?$").match(
        between
    ):
        return True
    return first.op == "after" and second.op == "before"


def _later(first: time, last: time) -> time:
    """ "das 9 às 3": the end of a span lies after its beginning."""
    return last.replace(hour=last.hour + 12) if last <= first and last.hour < 12 else last


def _take_part(build: _Build, wanted: list[PartAtom], ops: list[str], line: Line) -> None:
    part = wanted[0]
    several = {p.part for p in wanted}
    if build.kind is not None and build.first is not None:
        build.part = part.part if len(several) == 1 else None
        if (
            part.part is not Daypart.MANHA
            and build.first.hour < 12
            and (part.part is Daypart.NOITE or build.first.hour < 7)
        ):
            build.first = build.first.replace(hour=build.first.hour + 12)
        return
    if part.last is None:
        build.kind, build.first = TimeKind.AFTER, part.first
    elif len(several) > 1:
        chosen = sorted(several, key=lambda p: PARTS[p][0])
        build.kind, build.first, build.last = TimeKind.BETWEEN, PARTS[chosen[0]][0], PARTS[chosen[-1]][1]
    elif part.rule == "parts.lunch":
        build.kind, build.first, build.last = TimeKind.BETWEEN, part.first, part.last
    else:
        build.kind, build.part, build.first, build.last = TimeKind.DAYPART, part.part, part.first, part.last


# -- the calendar's word ---------------------------------------------------------------------------------------------------------


def _resolve(build: _Build, now: datetime, calendar: Calendar) -> When | None:
    exclude = Exclude(
        dates=tuple(dict.fromkeys(build.dates)),
        weekdays=tuple(dict.fromkeys(build.weekdays)),
        dayparts=tuple(dict.fromkeys(build.parts)),
        times=tuple(dict.fromkeys(build.times)),
    )
    if build.days is None and build.kind is None and exclude == Exclude():
        return None
    days = build.days or Days(None, None)
    when = When(
        date_start=days.start,
        date_end=days.end,
        dates=days.dates,
        time_kind=build.kind,
        time_start=build.first,
        time_end=build.last,
        daypart=build.part,
        exclude=exclude,
    )
    if build.kind is TimeKind.BEFORE:
        when = replace(when, time_start=None, time_end=build.first)
    status = WhenStatus.AMBIGUOUS if build.conflict or days.impossible else judge(when, now, calendar)
    return replace(when, status=status, clarify=build.doubt or status is not WhenStatus.OK)


def judge(when: When, now: datetime, calendar: Calendar) -> WhenStatus:
    """What the calendar says of a wish: past, closed or ok. A span is ok while one of its days and hours is."""
    last = when.date_end or when.date_start
    if last and when.date_end and last < now.date():
        return WhenStatus.PAST
    days = _days_of(when, now.date(), calendar)
    if days and all(_gone(day, when, now) for day in days):
        return WhenStatus.PAST
    return WhenStatus.OK if not days or any(_fits(day, when, calendar) for day in days) else WhenStatus.CLOSED


def _days_of(when: When, today: date, calendar: Calendar) -> list[date]:
    """The days worth asking about: those named, or a fortnight of a long span, or any open day for a bare hour."""
    if when.dates:
        return list(when.dates)
    if when.date_start is None:
        monday = week_of(today, 1).start or today
        return [d for d in (monday + timedelta(days=i) for i in range(14)) if calendar.is_open(d)]
    end = min(when.date_end or when.date_start + timedelta(days=13), when.date_start + timedelta(days=40))
    return [when.date_start + timedelta(days=i) for i in range((end - when.date_start).days + 1)]


def _gone(day: date, when: When, now: datetime) -> bool:
    if day != now.date() or when.date_start is None:
        return day < now.date()
    if when.time_kind in {TimeKind.AT, TimeKind.AROUND} and when.time_start:
        return when.time_start <= now.time()
    return when.time_end is not None and when.time_end <= now.time()


def _fits(day: date, when: When, calendar: Calendar) -> bool:
    """Whether an hour of the wish lies within opening hours; a wide wish that only touches them does not fit."""
    opening = calendar.opening(day)
    if when.time_kind is None or not opening:
        return bool(opening)
    if when.time_kind in {TimeKind.AT, TimeKind.AROUND} and when.time_start:
        return any(start <= when.time_start < end for start, end in opening)
    first, last = when.time_start or time(0), when.time_end or time(23, 59)
    needed = 61 if when.time_kind is TimeKind.DAYPART else 1
    return any(_minutes(min(end, last)) - _minutes(max(start, first)) >= needed for start, end in opening)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
