"""Which hours a message speaks of. A bare 1-6 is the afternoon; 7 stays 07:00, before the clinic opens, so that it is asked about.

Only the hour itself is read here; "depois das", "entre" and "umas" are read from the words around it in `when`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from anna.conversation.understanding.text.line import Line, rx
from anna.when import Daypart

HOUR = r"(?P<h>\d{1,2}|uma)"
MERIDIAN = r"(?: ?,?(?: da| de| a| na| pela)? (?P<part>manha|tarde|tardinha|noite|madrugada)\b(?! ou| e a))"
ARTICLE = r"(?:as|das|nas|pras|pelas|aas)"
VAGUE = r"(?:umas|uns|tipo|a partir de|no maximo|mais tardar|nao mais que|mais (?:tarde|cedo) que|passar d[ae]s?|passando d[ae]s?|beirando|chegando|entorno d[ae]s?|em torno d[ae]s?|cerca d[ae]s?|proximo d[ae]s?|para|pra|ate|apos|depois de|antes de|por volta de|perto de|la|ali)"
# After a vague word, a number is an hour only if no counted thing follows it.
ALONE = (
    r"(?= *(?:$|[^\w\s]|(?:h|ou|da|de|e|a|ate|por|pra|para|mais|se|pode|ta|na|no|em|amanha|hoje|dia|mesmo|que|nao|sim|tem|eu|mas|so|do|"
    r"seria|serve|seg|ter|qua|qui|sex|sab|segunda|terca|quarta|quinta|sexta|sabado|horas?)\b|_))(?! dias?\b)"
)
MINUTES = r"(?P<m>[0-5]\d)"

COUNTED = (
    r"(?:juntas|coisas|irmas|amigas|axilas|pernas|sobrancelhas|opcoes|sess|vezes|pessoas|maos|semanas|primeiras|ultimas|filhas|meninas|anos|"
    r"dias?\b|reais|mil\b|x\b|%|a feira|areas|regioes|parcelas|aplicacoes|fotos|perguntas|duvidas)"
)

PARTS: dict[Daypart, tuple[time, time]] = {
    Daypart.MANHA: (time(8), time(12)),
    Daypart.TARDE: (time(12), time(18)),
    Daypart.NOITE: (time(18), time(22)),
}


_LATEST = 19  # no clinic begins later, so a greater number without an "h" is a day


@dataclass(frozen=True, slots=True)
class TimeAtom:
    """An hour said at `line.norm[start:end]`; `certain` when nobody could read it as anything but a time."""

    start: int
    end: int
    at: time
    rule: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class PartAtom:
    """A part of the day said; `first` and `last` narrow it ("fim da tarde")."""

    start: int
    end: int
    part: Daypart
    first: time
    last: time | None
    rule: str


def clock(hour: int, minute: int, part: str) -> time | None:
    """The time of day that was meant, None if there is none. `part` is manha, tarde, noite, madrugada or empty."""
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    if (part == "manha" and hour > 12) or (part.startswith("tard") and hour > _LATEST):
        return None  # "até o 23 de tarde": a day
    hour %= 24
    if (part.startswith(("tard", "noit")) and 1 <= hour < 12) or (not part and 1 <= hour <= 6):
        hour += 12
    return time(hour, minute)


def _get(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _hour(match: re.Match[str]) -> int:
    return 1 if match["h"] == "uma" else int(match["h"])


def _bare(word: str) -> int:
    return {"uma": 1, "meio dia": 12}.get(word) or int(word)


def _plain(match: re.Match[str]) -> time | None:
    minutes = _get(match, "m")
    return clock(_hour(match), 30 if minutes == "meia" else int(minutes or 0), _get(match, "part"))


def _written(match: re.Match[str]) -> time | None:
    """14:30, 14h30, 1430."""
    return clock(_hour(match), int(match["m"]), _get(match, "part"))


def _noon(match: re.Match[str]) -> time | None:
    minutes = _get(match, "m")
    return time(12, 30 if minutes == "meia" else int(minutes or 0))


def _to(match: re.Match[str]) -> time | None:
    before = int(match["m"])
    base = time(12) if match["h"].startswith("meio") else clock(_hour(match), 0, _get(match, "part"))
    if base is None or not 1 <= before < 60:
        return None
    total = (base.hour * 60 - before) % (24 * 60)
    return time(total // 60, total % 60)


def _english(match: re.Match[str]) -> time | None:
    hour = _hour(match) % 12 + (12 if match["pm"] == "pm" else 0)
    return time(hour, int(_get(match, "m") or 0))


Build = Callable[[re.Match[str]], time | None]

# Stands for "o último horário" until the day is known.
LAST_OF_DAY = time(23, 59, 59)
_ANY = r"(?! (?:disponive|que|livre|vago|voces?|que tiver|possivel))"
# "de manhã, que depois do almoço eu durmo": what fills the afternoon is why it is not wished for.
_TAKEN_UP = r" ?,? (?:(?:eu|ja|sempre|ai|minha filha|costumo|gosto de|tenho que|preciso|vou) )*(?:durmo|dormir|descans(?:o|ar)|cochil(?:o|ar)|deit(?:o|ar)|tiro (?:um |uma |meu |minha )?(?:cochilo|soneca)|trabalh(?:o|ar)|estudo|viajo|cuid(?:o|ar)|busc(?:o|ar)|peg(?:o|ar)|fico com|entro no|tenho (?!(?:livre|tempo|disponibilidade|horario)\b))"
_WORK = r"(?:trabalho|trampo|servico|expediente|escritorio|firma|emprego)"

RULES: tuple[tuple[str, str, Build], ...] = (
    ("times.first", rf"\b(?:primeir[ao] (?:h|horario)|(?:logo )?(?:quando|assim que|na h que|logo que) (?:abre|abrir|abrirem|abrem|(?:voces|a clinica|o? ?salao) abr\w+))\b{_ANY}(?! (?:a |as |o |os )?(?:agenda|vagas?|horarios?|turma|espaco|promo\w*|uma vaga))(?! d[ao] tarde)(?: d[ao] (?:dia|manha))?", lambda _: time(8)),
    ("times.first_of_afternoon", rf"\bprimeir[ao] (?:h|horario) da tarde\b{_ANY}", lambda _: time(13)),
    ("times.last_of_morning", rf"\bultim[ao] (?:h|horario|vaga|encaixe) da manha\b{_ANY}", lambda _: time(11)),
    ("times.last", rf"\b(?<!de )(?<!em cima da )ultim[ao] (?:h|horario)\b{_ANY}(?: d[ao] (?:dia|tarde)| de voces)?", lambda _: LAST_OF_DAY),
    ("times.before_lunch", r"(?<=antes do )almoco\b", lambda _: time(12)),
    ("times.after_lunch", rf"(?:(?<=depois do )|(?<=apos o ))almoco\b(?!{_TAKEN_UP})", lambda _: time(13)),
    ("times.after_work", rf"(?:(?<=depois do )|(?<=apos o )|(?<=saida do )|(?<=saindo do )|(?<=sair do )(?<!posso sair do )|(?<=saio do )|(?<=depois do meu ))(?:h )?{_WORK}\b(?! (?:saio|as|das|ate|vai|acaba|termina))", lambda _: time(18)),
    ("times.lunch", r"\b(?:(?:na|no|em|a|o|meu|pela)? ?(?:h|horario|hora|pausa|intervalo) d[eo] almoco|no (?:meu )?almoco|na h do rango)\b", lambda _: time(12)),
    ("times.midnight", r"\bmeia noite\b", lambda _: time(0)),
    (
        "times.minutes_to",
        rf"(?<!das )(?<!de )\b(?P<m>[1-9]|1\d|2\d)(?: min)? (?:para|pra|pro|pras|p)(?: as| a| o)? (?P<h>meio dia|\d{{1,2}}|uma)\b(?: h\b)?{MERIDIAN}?(?! (?:sessao|sessoes|pessoas|dias))",
        _to,
    ),
    ("times.minutes_less", rf"\b(?:(?:{ARTICLE}|a|pelas) )?{HOUR} (?:h )?menos (?P<m>5|10|15|20|25)\b(?: min\b)?{MERIDIAN}?", _to),
    ("times.noon", r"\bmeio dia(?: e (?P<m>meia|[0-5]?\d)\b)?(?: da tarde)?", _noon),
    ("times.am_pm", rf"\b{HOUR}(?: ?: ?{MINUTES})? (?P<pm>am|pm)\b", _english),
    ("times.written", rf"(?<![\w.,/-]){HOUR} ?[:h;] ?{MINUTES}\b(?![:/-])(?: (?:h|min)\b)?{MERIDIAN}?", _written),
    ("times.written_apart", rf"(?<![\w.,/-]){HOUR} h e? ?(?P<m>meia|[0-5]\d|(?<=e )\d|\d(?= min\b))\b(?: min\b)?(?! (?:sess|de ))(?! ?/){MERIDIAN}?", _plain),
    ("times.hour", rf"(?<![\w.,/-])(?!(?:1|uma) h)(?P<h>\d{{1,2}}|uma) h\b(?! (?:de|por) (?!manha|tarde|noite|favor|gentileza|graca|preferencia|enquanto|dia|_|\d{{2,4}}\b(?! ?(?:h|min|dias?|sem\w*|mes\w*|anos?|sess\w*|vez\w*)\b))){MERIDIAN}?", _plain),
    ("times.one", rf"(?:(?<=as )|(?<=a )|(?<=das )|(?<=pra )|(?<=pras )|(?<=umas ))(?P<h>1|uma) h\b{MERIDIAN}?", _plain),
    ("times.one", rf"\b(?P<h>1|uma) h{MERIDIAN}", _plain),
    ("times.one", r"(?<=_ a )(?P<h>1)(?= *(?:$|[,.;?!]))", _plain),
    ("times.one", r"\b(?P<h>uma)(?= e pouc)", _plain),
    ("times.one", r"\ba (?P<h>uma)(?= *(?:$|[,.;?!]|da tarde))", _plain),
    ("times.dotted", rf"(?:(?<=as )|(?<=das )|(?<=pras )|(?<=_ )|(?<=[,!?] )|^)(?P<h>\d{{1,2}})[.,]{MINUTES}\b(?! (?:as|a tarde|de manha)\b){MERIDIAN}?", _written),
    ("times.joined", r"(?:(?<=as )|(?<=das )|(?<=pras )|(?<=umas )|(?<=_ ))(?P<h>0?[7-9]|1\d)(?P<m>[0-5][05])\b", _written),
    ("times.either", r"(?<![\w.,/-])(?P<h>[7-9]|1\d)(?= ou (?:as )?\d{1,2} e (?:meia|[1-5][05])\b)", _plain),
    ("times.half_past", rf"\b{HOUR} e (?P<m>meia)\b(?! (?:seringa|unidade|ampola|hora|h\b)){MERIDIAN}?", _plain),
    ("times.minutes_past", rf"\b(?:{ARTICLE}|{VAGUE}) {HOUR} e (?P<m>[0-5]\d|5)\b(?! (?:dias?|anos?|sess)){MERIDIAN}?", _plain),
    ("times.minutes_past_alone", rf"(?:^|(?<=[,!?] )|_ (?:, )?){HOUR} e (?P<m>15|20|25|30|35|40|45|50|55)\b{ALONE}", _plain),
    ("times.minutes_past_part", rf"\b{HOUR} e (?P<m>15|20|30|40|45|50){MERIDIAN}", _plain),
    ("times.either", rf"(?<![\w.,/-]){HOUR}(?= ou (?:as )?\d{{1,2}}(?: h)? (?:da|de) (?P<part>manha|tarde|noite)\b)", _plain),
    ("times.of_part", rf"(?<![\w.,/-]){HOUR}{MERIDIAN}", _plain),
    ("times.article", rf"(?<!\batender )(?<!\bencaixar )(?<!\btodas )(?<!\bnos )\b{ARTICLE} {HOUR}\b(?! {COUNTED})", _plain),
    ("times.corrected", rf"_ ?,? ?(?:nao(?: (?:da|posso|consigo|pode|rola|serve|quero))?|digo|alias|melhor|quer dizer|ou melhor|perdao|desculpa) ,? ?(?:as )?(?P<h>\d{{1,2}})\b{ALONE}", _plain),
    ("times.vague", rf"\b{VAGUE} {HOUR}\b{ALONE}", _plain),
)  # fmt: skip


# Two bare hours joined: "das 8 às 10", "entre 10 e 12h", "de 14 a 16h", "9-11h".
# Two bare numbers with only "às" between them: "9 às 11", if the second is later; "5 às 9" is the 5th, at nine.
_BARE = r"(?<![\w.,/:])(?<!dia )(?<!_ )"
_SPAN_WORDS = r"(?: ?(?:h|hs))?(?: ?-| a| as| ate| ate as| e| e as| ate umas) ?"
_FROM, _TO_HOUR = r"(?P<a>\d{1,2}|uma|meio dia)", r"(?P<b>\d{1,2}|uma|meio dia)"
_ALREADY = r"(?![:./]\d| e (?:\d|meia)| h \d)"
SPANS: tuple[str, ...] = (
    rf"(?:(?<=das )|(?<=do )|(?<=da )){_FROM}{_SPAN_WORDS}(?:o )?{_TO_HOUR}(?: h)?\b(?! h){_ALREADY}",
    rf"(?<=de )(?P<a>uma|meio dia)(?: h)?{_SPAN_WORDS}{_TO_HOUR}(?: h)?\b{_ALREADY}",
    r"(?<![\w.,/:])(?P<a>\d{1,2}) ?(?:h )?- ?(?P<b>\d{1,2}) h\b(?! \d)",
    rf"(?<![\w.,/:]){_FROM} (?:h )?(?:a|ao|as|ate|ate as|ate o) {_TO_HOUR} h\b(?! \d)",
    rf"(?<=entre )(?:as |o |a )?{_FROM} (?:h )?e (?:as |o |a )?{_TO_HOUR} h\b(?! \d)",
    rf"(?<=entre )(?:o |a )?(?P<a>uma|meio dia)(?: h)? e (?:as |umas )?{_TO_HOUR}\b{_ALREADY}",
    rf"(?<=entre )(?:as )?(?P<a>\d{{1,2}})(?: h)? e (?:o |a )?(?P<b>uma|meio dia)\b{_ALREADY}",
    _BARE
    + r"(?P<a>\d{1,2}) (?:h )?(?:as|ate as) (?P<b>\d{1,2})\b(?! ?(?:h|[:./]\d|e meia|da |sess|pessoas))",
    r"(?<![\w.,/:])(?P<a>\d{1,2})/(?P<b>\d{1,2}) h\b",
)
_SPAN_PART = r" (?:da|de) (?P<part>manha|tarde|noite)\b"
PART_SPANS: tuple[str, ...] = (
    rf"(?<=entre )(?:as |o |a )?{_FROM} (?:h )?e (?:as |o |a )?{_TO_HOUR}(?: h)?{_SPAN_PART}",
    rf"(?:(?<=das )|(?<=de )|(?<=da )|(?<=do )){_FROM} (?:h )?(?:a|ao|as|ate|ate as|ate o) {_TO_HOUR}(?: h)?{_SPAN_PART}",
)
BARE_SPANS: tuple[str, ...] = (
    r"(?:^|(?<=_ ))(?P<a>\d{1,2}) ?- ?(?P<b>\d{1,2})(?= *$)",
    r"(?<=entre )(?:as )?(?P<a>\d{1,2}) (?:h )?e (?:as )?(?P<b>\d{1,2})\b(?! ?(?:h|[:./]\d))",
    r"(?<=de )(?P<a>\d{1,2}) (?:a|as|ate|ate as) (?P<b>\d{1,2})\b(?! ?(?:h|[:./]\d))",
)


def _clock_of(name: str) -> str:
    return rf"(?P<{name}>\d{{1,2}}|uma|meio dia)(?: ?[:h] ?(?P<{name}m>[0-5]\d)| e (?P<{name}h>meia|[1-5][05]))?(?: h)?"


# The same with minutes, which bare numbers beside them take for hours: "entre 2 e meia e 4".
_OF_PART = r"(?: (?:da|de) (?P<part>manha|tarde|noite))?\b"
FULL_SPANS: tuple[str, ...] = (
    rf"(?<=entre )(?:as |o |a )?{_clock_of('a')} e (?:as |o |a )?{_clock_of('b')}{_OF_PART}",
    rf"(?:(?<=das )|(?<=de )|(?<=da )|(?<=do )|^){_clock_of('a')} (?:a|ao|as|ate|ate as|ate o|-) {_clock_of('b')}{_OF_PART}",
)


def _minutes(match: re.Match[str], name: str) -> int | None:
    said = _get(match, f"{name}m") or _get(match, f"{name}h")
    return 30 if said == "meia" else int(said) if said else None


def _end_of_first(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("a", "am", "ah") if match.groupdict().get(name))


def _spans(line: Line, *, day_said: bool) -> tuple[list[TimeAtom], Line]:
    """Spans of bare hours; without an "h" they need a day beside them, else they may be days themselves."""
    found: list[TimeAtom] = []
    for pattern in FULL_SPANS + PART_SPANS + SPANS + (BARE_SPANS if day_said else ()):
        for match in rx(pattern).finditer(line.norm):
            part = _get(match, "part")
            minutes = [_minutes(match, name) for name in "ab"]
            if pattern in FULL_SPANS and minutes == [None, None]:
                continue
            if match["a"].isdigit() and int(match["a"]) > _LATEST and "h" not in match.group():
                continue  # "de 20 a 24": days
            begin = clock(_bare(match["a"]), minutes[0] or 0, "" if part == "tarde" else part)
            end = clock(_bare(match["b"]), minutes[1] or 0, part)
            if begin is None or end is None or (_BARE in pattern and end <= begin):
                continue
            found.append(TimeAtom(match.start("a"), _end_of_first(match), begin, "times.span"))
            found.append(TimeAtom(match.start("b"), match.end(), end, "times.span"))
            line = line.hide(match.start("a"), match.end())
    return found, line


# When a day was said or an hour asked for, a bare number is an hour after these.
WITH_DAY: tuple[tuple[str, str, Build], ...] = (
    ("times.refused", r"(?<![\w.,/:-])(?<!dia )(?<!opcao )(?P<h>[7-9]|1\d)(?= nao\b)", _plain),
    ("times.suits", r"(?:^|(?<=[.,!?;] ))(?:as )?(?P<h>[7-9]|1\d)(?= (?:h )?(?:(?:ta|fica|seria|e|esta|ficaria|pode ser|me) )?(?:otimo|bom|melhor|perfeito|pode ser|serve|certo|beleza|tranquilo|maravilha|eu (?:consigo|posso|vou)|da certo|rola|show)\b)", _plain),
    ("times.neither", r"\bnem (?:as )?(?P<h>[7-9]|1\d)(?= (?:nem|,|e)\b| ?,| nem)", _plain),
    ("times.wished", rf"\b(?:pode(?:ria)? ser|pode|seria|entao|marca|bota|poe|coloca|quero|queria|prefiro|melhor|fica|so|consigo|posso|tipo|talvez|acho que) (?P<h>1?\d|uma)\b{ALONE}", _plain),
)  # fmt: skip


_BARE_RULES = frozenset({"times.vague", "times.wished"})


def read_times(line: Line, *, day_said: bool) -> tuple[tuple[TimeAtom, ...], Line]:
    """All hours said in `line` beyond doubt, in order, and the line with them hidden."""
    found, line = _spans(line, day_said=day_said)
    for name, pattern, build in (WITH_DAY[0], *RULES, *WITH_DAY[1:]) if day_said else RULES:
        for match in rx(pattern).finditer(line.norm):
            at = build(match)
            if (
                name in _BARE_RULES
                and at is not None
                and int(match["h"] if match["h"].isdigit() else 1) > _LATEST + 1
            ):
                continue
            if at is not None:
                start = (
                    match.start("m")
                    if name == "times.minutes_to"
                    else match.start("h")
                    if "h" in match.re.groupindex
                    else match.start()
                )
                found.append(TimeAtom(start, match.end(), at, name))
                line = line.hide(start, match.end())
    return tuple(sorted(found, key=lambda a: a.start)), line


_EARLY, _LATE = r"(?:comecinho|comeco|inicio|inicinho|iniciozinho)", r"(?:final|fim|finalzinho|finzinho)"
PART_RULES: tuple[tuple[str, str, Daypart, time, time | None], ...] = (
    ("parts.early_morning", rf"\b{_EARLY} d[ae] manha\b", Daypart.MANHA, time(8), time(10)),
    ("parts.late_morning", rf"\b(?:{_LATE}|meio) d[ae] manha\b", Daypart.MANHA, time(10), time(12)),
    ("parts.early_afternoon", rf"\b{_EARLY} d[ae] tarde\b", Daypart.TARDE, time(12), time(15)),
    ("parts.middle_afternoon", r"\bmeio d[ae] tarde\b", Daypart.TARDE, time(14), time(16)),
    ("parts.late_afternoon", rf"\b{_LATE} d[ae] tarde\b|\b(?:{_LATE} do dia|{_LATE} de tarde|{_LATE} do expediente)\b", Daypart.TARDE, time(16), time(18)),
    ("parts.morning", r"\b(?:(?:de|pela|da|na|a|so|so de|mais de|das?|para|periodo da|parte da|turno da)(?: a)? )?(?:manha|manhas|manhazinha|manhanzinha|matutino)\b(?: (?:bem |muito |logo )?ced(?:o|inho|im|in)\b)?", Daypart.MANHA, time(8), time(12)),
    ("parts.early", r"\b(?:(?:bem|logo|de manha|muito) )*(?:cedo|cedinho|cedim|cedin)\b", Daypart.MANHA, time(8), time(12)),
    ("parts.afternoon", r"\b(?:(?:de|a|pela|da|na|so|so a|as|para|periodo da|parte da|turno da)(?: a)? )?(?:tarde|tardes|tardinha|tardezinha|tardizinha|tardin|tardim|vespertino)\b", Daypart.TARDE, time(12), time(18)),
    ("parts.night", r"\b(?:(?:de|a|pela|da|na|so|so a|as|para|periodo da|parte da|turno da)(?: a)? )?(?:noite|noites|noitinha|noturno)\b", Daypart.NOITE, time(18), time(22)),
)  # fmt: skip
NOT_PARTS = r"\b(?:(?:sair|saio|saia|acordar|acordo|levantar|levanto|madrugar|dormir|durmo|deitar|deito|chegar|saindo|acordando)(?: (?:muito|bem|mais|tao))? (?:cedo|cedinho|tarde)|boa (?:tarde|noite)|mais (?:tarde|cedo)|tarde demais|muito tarde|tao tarde|(?:o|a) quanto mais cedo|mais cedo possivel|boa manha|assim que|desde cedo|nem (?:muito |tao )?(?:cedo|tarde)(?: demais)?(?: ,| e)? nem (?:muito |tao )?(?:cedo|tarde)(?: demais)?|(?<=[,.] )(?:e )?(?:muito|mto|tao|bem|mt) cedo(?= *(?:$|[.,!;]|para mim|pra mim|demais))|(?:e|sao|ta|esta|fica|ficou|ficam|achei) (?:muito |meio |bem )?(?:cedo|tarde)(?= *(?:$|[^\w\s])))\b"


def read_parts(line: Line) -> tuple[tuple[PartAtom, ...], Line]:
    """All parts of the day said in `line`, in order; greetings ("boa tarde") are not among them."""
    for match in rx(NOT_PARTS).finditer(line.norm):
        line = line.hide(match.start(), match.end())
    found: list[PartAtom] = []
    for name, pattern, part, first, last in PART_RULES:
        for match in rx(pattern).finditer(line.norm):
            found.append(PartAtom(match.start(), match.end(), part, first, last, name))
            line = line.hide(match.start(), match.end())
    return tuple(sorted(found, key=lambda a: a.start)), line
