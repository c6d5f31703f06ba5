"""Every way a day is said, as data: a name, a pattern over the normal form, and what it means (`day_`, `week_` and `month_readings`).

Rules run from the most specific to the least; each hides what it explained from the next. Whether a day is wished for, ruled
out or corrected is not decided here but in `surroundings`.
"""

from __future__ import annotations

from anna.conversation.understanding.dates import (
    day_readings as day,
    month_readings as month,
    nth_days as nth,
    week_readings as week,
)
from anna.conversation.understanding.dates.day_marks import (
    FEAST,
    FULL_MONTH,
    MONTH,
    SECOND,
    WEEKDAY,
    marked,
    with_short,
)
from anna.conversation.understanding.dates.day_readings import NUM, Build
from anna.conversation.understanding.dates.days import DayAtom, Today
from anna.conversation.understanding.dates.nth_days import NTH
from anna.conversation.understanding.text.line import Line, rx

SINCE = r"(?:(?:desde|a partir d[eo]|apartir d[eo]|d[eo])(?: o)?(?: dia(?= \d))? )?"
YEAR = r"(?: (?:de |do ano |do ano de )?(?P<year>(?:19|20)\d\d)\b)?"
NEXT_WEEK = (
    r"(?:(?:semana|sem) (?:que vem|seguinte|que entra|proxima)|proxima semana|(?:a |na |da )?outra semana"
    r"|(?<=pra )semana(?= *(?:$|[^\w\s]|entao|mesmo|pode|ta|de (?:manha|tarde)|a tarde))(?! ?, (?:d[ae] )?(?:dia|que)))"
)
THIS_WEEK = r"(?:(?:n?essa|n?esta|dessa|desta) (?:mesma )?semana(?: mesmo| agora| ainda)?|semana atual)"
TO = r"(?:ao?|ate(?: [oa])?|-)"
_PARTS = rf"(?P<part>comecinho|comeco|inicio|meio|meados|metade|finalzinho|finzinho|final|fim|(?:primeira|{SECOND}|[12] a) (?:quinzena|metade))"
PART = rf"(?:{_PARTS} (?:d[aeo] )?)"
NEXT_MONTH = r"(?:mes (?:que (?:vem|entra)|seguinte|proximo|novo)|(?:proximo|outro) mes)"
OF_MONTH = rf"(?:d[eo] (?:mes de )?|(?=des[st]e mes))(?:(?P<m>{MONTH}){YEAR}|(?P<which>(?:{NEXT_MONTH}|(?:d?esse |d?este )?mes|ano que vem|proximo ano|ano)\b))"


def read_days(line: Line, today: Today) -> tuple[tuple[DayAtom, ...], Line]:
    """All days said in `line`, in order, and the line with them hidden."""
    found: list[DayAtom] = []
    seen = marked(line)
    every = with_short(seen).norm
    idle = {name for word, names in _NEEDED if not rx(word).search(every) for name in names}
    for name, pattern, build in RULES:
        if name == _LAST_OF_MONTHS:
            seen = with_short(seen)
        if name in idle:
            continue
        read_in = with_short(seen) if name in _SHORT_TOO else seen
        for match in rx(pattern).finditer(read_in.norm):
            days = build(match, today)
            if days is not None:
                found.append(DayAtom(match.start(), match.end(), days, name))
                seen = seen.hide(match.start(), match.end())
    for atom in found:
        line = line.hide(atom.start, atom.end)
    return tuple(sorted(found, key=lambda a: a.start)), line


# "feriado de 2ª", "ter a 8 dias": no day of a month is read there.
_SHORT_TOO = frozenset({"days.weekday_off", "days.weeks_after", "days.nth_weekday"})
# Before this rule all days of months have been read.
_LAST_OF_MONTHS = "days.last_of_month"
# What a line must hold for these rules to be looked at (and compiled) at all.
_NEEDED: tuple[tuple[str, frozenset[str]], ...] = (
    (r"[J-U]", frozenset(f"days.{name}" for name in (
        "range_two_months", "range_of_month", "range_between", "range_dash", "list_of_month", "day_month", "month_day", "part_of_named_month",
        "month_next_year", "month", "month_alone"))),
    (WEEKDAY, frozenset(f"days.{name}" for name in (
        "weekday_off", "nth_weekday", "weekday_in_weeks", "weekday_after_next_week", "weekday_of_next_week",
        "weekday_of_this_week", "next_week_weekday", "weekday_past", "weekday_skip", "weekday_after_this", "weekday_other", "weekday_que_vem",
        "weekday_proxima", "weekday_this", "every_weekday", "weekday"))),
    (rf"{FEAST}|\bferiad", frozenset(f"days.{name}" for name in (
        "between_feasts", "days_by_feast", "week_of_feast", "weekday_off", "feast", "public_holiday"))),
    (r"emenda|ponte|imprensad|enforcad", frozenset({"days.bridge"})),
    (r"\bano\b", frozenset(f"days.{name}" for name in ("part_of_year", "this_year", "next_year", "month_next_year"))),
    (r"\bsem", frozenset(f"days.{name}" for name in (
        "week_of_feast", "week_of_day", "two_weeks_ahead", "weekday_in_weeks", "weekday_of_next_week", "weekday_of_this_week", "next_week_weekday",
        "week_of_month", "next_weeks", "next_weekend", "weekend", "whole_week", "rest_of_week", "week_after_next", "next_week", "this_week",
        "part_of_week", "last_week"))),
)  # fmt: skip

_OTHER = r"(?:sem ser|tirando|nao(?: n?a| n?o)?) (?:ess[ae]|est[ae])(?: agora| que vem)?(?: ,)?(?: ?[an]a? outra| ?n?o outro)?"

RULES: tuple[tuple[str, str, Build], ...] = (
    ("days.between_feasts", rf"\bentre (?:o |a )?(?P<name>{FEAST}) e (?:o |a )?(?P<until>{FEAST})\b", nth.between_feasts),
    ("days.bridge", rf"\b(?:emenda|(?:ponte|emendad[ao]|imprensad[ao]|enforcad[ao])(?= d[aeo]| com))(?: (?:d[aeo]|com o|com a))?(?: (?:feriad(?:o|ao)|dia))?(?: d[aeo])?(?: (?P<name>{FEAST}))?\b", nth.bridge),
    ("days.days_by_feast", rf"\b(?P<n>um|o|no|\d{{1,2}}) dias? (?P<side>antes|depois|seguinte|anterior) (?:d[aeo]|ao?) (?:feriado d[aeo] )?(?P<name>{FEAST}|feriado(?! (?:d[eo] )?(?:dia )?\d))\b", nth.days_by_feast),
    ("days.week_of_feast", rf"\bsemana d[aeo] (?:feriado d[aeo] )?(?P<name>{FEAST}|feriado(?! d[eo] ))\b", nth.week_of_feast),
    ("days.weekday_off", rf"\bferiad(?:o|ao) (?:d[ae]|na|no|n?ess[ae]|dess[ae]|dest[ae]) (?:proxim[ao] )?(?P<wd>{WEEKDAY})\b", nth.holiday_on),
    ("days.feast", rf"\b(?P<eve>(?:ante ?)?vesperas? d[aeo] )?(?:feriad(?:o|ao) d[aeo] )?(?P<name>{FEAST})\b", day.feast),
    ("days.weeks_after", rf"\b(?P<from>hoje|amanha|(?P<wd>{WEEKDAY})) (?:a|em) (?P<n>8|15)(?P<days> dias)?\b(?! ?(?:h\b|:|da (?:manha|tarde|noite)|e meia))", nth.weeks_after),
    ("days.tomorrow_skipped", r"\bamanha nao ?,? (?:so )?(?:depois|no outro(?: dia)?)\b(?! d)", day.tomorrow_skipped),
    ("days.tomorrow_or_after", r"\bamanha ou depois(?: de amanha)?\b(?! d)", day.tomorrow_or_after),
    ("days.after_tomorrow", r"\bdepois de (?:amanha|manha)\b(?! cedo| as)|\bdepois de amanha\b", day.relative(2)),
    ("days.before_yesterday", r"\b(?:anteontem|antes de ontem|antontem)\b", day.relative(-2)),
    ("days.yesterday", r"\bontem\b", day.relative(-1)),
    ("days.tomorrow", r"\bamanha\b", day.relative(1)),
    ("days.today", r"\b(?:hoje|(?:n?essa|n?esta)(?= (?:noite|tarde|manha)\b)|(?<![A-G] )(?<!feira )agora(?= (?:as \d|(?:a|de|pela) (?:tarde|manha|noite))))", day.relative(0)),
    ("days.nth_weekday", rf"\b(?P<nth>{NTH}) (?P<wd>{WEEKDAY}) {OF_MONTH}", nth.nth_weekday),
    ("days.nth_business_day", rf"\b(?P<nth>{NTH}) dia util(?: {OF_MONTH})?", nth.nth_business_day),
    ("days.business_days_from_now", r"\b(?:daqui(?: a)?|em|dentro de)(?: uns)? (?P<n>\d{1,2}) dias uteis\b", nth.business_days_from_now),
    ("days.week_of_day", rf"\bsemana (?:do|que tem o|que cai o) dia (?P<d>{NUM})(?: de (?P<m>{MONTH}))?\b", day.week_of_day),
    ("days.two_weeks_ahead", rf"\b{NEXT_WEEK} (?:eu )?nao(?: posso| consigo| da)? ?[,.]? (?:so |mas )?(?:n?a (?:outra|seguinte|proxima)|n?a que vem depois)\b", week.week(2)),
    ("days.month_then_day", rf"\b(?P<which>{NEXT_MONTH})(?: ,)?(?: la)?(?: n?o| pelo)? dia (?P<d>{NUM})\b", day.plain_day),
    ("days.day_of_next_month", rf"\b(?:dia )?(?P<d>{NUM}) d[eo] (?P<which>{NEXT_MONTH})\b", day.plain_day),
    (
        "days.range_two_months",
        rf"\b{SINCE}(?P<a>{NUM}) (?:de )?(?P<m1>{MONTH}) {TO}(?: dia)? (?P<b>{NUM}) (?:de )?(?P<m2>{MONTH}){YEAR}",
        day.ranged,
    ),
    ("days.range_of_month", rf"\b{SINCE}(?P<a>{NUM}) {TO}(?: dia)? (?P<b>{NUM}) (?:de )?(?P<m2>{MONTH}){YEAR}", day.ranged),
    (
        "days.range_between",
        rf"\bentre (?:os |o )?(?:dias? )?(?P<a>{NUM}) e (?:o )?(?:dia )?(?P<b>{NUM}) (?:de )?(?P<m2>{MONTH}){YEAR}",
        day.ranged,
    ),
    ("days.range_numeric", r"(?<![\w.,/-])(?P<a>\d{1,2}) (?:a|ao|ate|ate o|-)(?: dia)? (?P<b>\d{1,2})/(?P<m>0?[1-9]|1[0-2])\b(?![/\d])", day.ranged_numeric),
    ("days.range_dash", rf"\b(?P<a>\d{{1,2}})-(?P<b>\d{{1,2}}) (?:de )?(?P<m2>{MONTH}){YEAR}", day.ranged),
    ("days.range_this_month", rf"\b{SINCE}dias? (?P<a>{NUM}) {TO}(?: o)?(?: dia)? (?P<b>{NUM})\b(?! ?(?:h\b|:|da (?:manha|tarde)))", day.ranged),
    ("days.range_between_days", rf"\bentre (?:os |o )?dias? (?P<a>{NUM}) e (?:o )?(?:dia )?(?P<b>{NUM})\b", day.ranged),
    (
        "days.list",
        rf"(?<!\bnao e )\bdias? (?P<list>{NUM}(?: ?, (?:dia )?{NUM})* (?:e|ou|ou no|ou entao)(?: o)?(?: dia)? {NUM})\b(?! ?(?:h\b|:|da (?:manha|tarde)|e meia))(?: de (?P<m2>{MONTH}))?",
        day.listed,
    ),
    ("days.list_of_month", rf"(?<!\bas )(?<!das )\b(?P<list>{NUM}(?: ?, {NUM})* (?:e|ou) {NUM}) (?:de )?(?P<m2>{MONTH})", day.listed),
    ("days.numeric_words", r"(?:\bdia |(?<=[,.!?;] )|(?<=no )|(?<=pra )|(?<=para )|^)(?P<d>\d{1,2}) d[eo] (?:mes )?(?P<m>0?[1-9]|1[0-2])\b(?! ?(?:h\b|:|/|\d))", day.numeric),
    ("days.numeric", r"(?<![\w.,/-])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\w/-]| h\b)", day.numeric),
    ("days.numeric_marks", r"(?<![\w.,/-])(?P<d>\d{1,2})[.-](?P<m>\d{1,2})[.-](?P<year>20\d{2}|2\d)(?![\w/-])", day.numeric),
    ("days.numeric_dot", r"(?:^|(?<=[,!?] ))(?P<d>[0-2]?\d|3[01])\.(?P<m>0?[1-9]|1[0-2])$", day.numeric),
    ("days.numeric_dash", r"(?:(?<=dia )|(?<=pra )|(?<=para )|(?<=no )|(?<=em )|(?<=[,.!?;] )|^)(?P<d>\d{2})(?:-|\.(?=\d\d (?:as|a tarde|de manha|\d{1,2} ?[h:]) ?))(?P<m>0\d|1[0-2])(?= *$| as | ,| a tarde| de manha| \d{1,2} ?[h:])", day.numeric),
    ("days.day_month", rf"\b(?:(?<!meio )dia )?(?P<d>{NUM}|um(?= de)) (?:d[eo] )?(?P<m>{MONTH}){YEAR}", day.day_month),
    ("days.month_day", rf"\b(?P<m>{MONTH}) (?P<d>\d{{1,2}})(?: (?:th|st|nd|rd))?\b(?! ?(?:h\b|:|e meia|anos|a\b|reais|am\b|pm\b))", day.day_month),
    ("days.ordinal_day", r"(?<=[aeo] )(?P<d>\d{1,2}) (?:th|st|nd|rd)\b", day.plain_day),
    ("days.day_corrected", rf"(?<!falei )(?<!era )(?<! e )(?<!queria )(?<!pedi )(?<!quero )\bdia (?P<a>{NUM}) nao(?: da| posso| consigo)? ?,? (?:so |mas |pode ser )?(?:o |no |dia )?(?P<d>{NUM})\b(?! ?(?:h\b|:|da ))", day.day_corrected),
    ("days.day_corrected", rf"\bnao (?:e|era|foi|seria|pode ser|quero|e para|e pra) (?:[oa] |n[oa] |pr?o |para o )?dia (?P<a>{NUM})\b ?,? ?(?:(?:e|era|mas|sim|so|para|pra|pode ser|quero) )*(?:o |no |pro |dia )?(?P<d>{NUM})\b(?! ?(?:h\b|:|da ))", day.day_corrected),
    ("days.day_article", r"(?:(?<=depois do )|(?<=antes do )|(?<=partir do )|(?<=ate o )|(?<=desde o )|(?<=passar o ))(?P<d>[1-9]|[12]\d|3[01])\b(?! ?(?:h\b|:|/|\d|andar|dia|o\b|a\b|%))", day.plain_day),
    (
        "days.day",
        rf"\b(?<!meio )dia (?P<d>{NUM})\b(?! ?(?:h\b|/))(?P<which> (?:d[eo] )?(?:{NEXT_MONTH}|mes atual|desse mes|deste mes))?",
        day.plain_day,
    ),
    ("days.last_of_month", rf"\bultimo dia {OF_MONTH}", nth.last_of_month),
    ("days.weekday_in_weeks", rf"\bdaqui(?: a| ha)? (?P<n>\d|uma) semanas?(?: ,)?(?: na| no| de| numa?)? (?P<wd>{WEEKDAY})\b", nth.weekday_in_weeks),
    ("days.weekday_in_weeks", rf"\b(?P<wd>{WEEKDAY})(?: ,)? daqui(?: a| ha)? (?P<n>\d|uma) semanas?\b", nth.weekday_in_weeks),
    ("days.from_now", r"\b(?P<n>\d{1,3}) (?P<unit>dias|semanas|meses) (?:para|pra) frente\b", day.from_now),
    (
        "days.from_now",
        r"\b(?:daqui(?: a| ha)?|em|dentro de|de hoje a)(?: uns| umas| mais)? (?P<n>\d{1,3}|um|uma) (?P<unit>dias?|semanas?|mes(?:es)?)\b",
        day.from_now,
    ),
    ("days.weekday_after_next_week", rf"\b(?P<wd>{WEEKDAY}) da (?:outra )?semana depois d(?:a|essa)(?: semana)? (?:que vem|proxima)\b", week.weekday_in_week(2)),
    ("days.weekday_of_next_week", rf"\b(?P<wd>{WEEKDAY})(?: ,)? (?:d[ae] |na )?{NEXT_WEEK}\b", week.weekday_in_week(1)),
    ("days.weekday_of_this_week", rf"\b(?P<wd>{WEEKDAY})(?: ,)? (?:d[ae] |ainda )?{THIS_WEEK}\b", week.weekday_in_week(0)),
    (
        "days.next_week_weekday",
        rf"\b{NEXT_WEEK}(?: ,)?(?: na| no| de| numa?| pode ser(?: na| no)?| tipo)? (?P<wd>{WEEKDAY})\b(?! (?:a|ate|e|ou)(?: a)? {WEEKDAY}| ,)",
        week.weekday_in_week(1),
    ),
    ("days.parts_of_month", rf"\b(?P<from>comecinho|comeco|inicio|meio|meados) (?:ate|a|para|pro)(?: o)? {_PARTS} {OF_MONTH}", month.parts_of_month),
    ("days.part_of_month", rf"\b{_PARTS} d[oe] mes\b(?! (?:que vem|seguinte|proximo|de))", month.bare_part_of_month),
    ("days.part_of_named_month", rf"\b{PART}(?:mes de )?(?P<m>{MONTH}){YEAR}(?P<later> d[eo] (?:ano que vem|proximo ano))?", month.month_named),
    ("days.bare_fortnight", rf"\b(?P<part>(?:primeira|{SECOND}|[12] a) quinzena)\b", month.bare_part_of_month),
    ("days.week_of_month", rf"\b(?P<nth>{NTH}) semana {OF_MONTH}", nth.week_of_month),
    ("days.nth_week", rf"\b(?P<part>(?:primeira|{SECOND}|terceira|ultima) semana)\b(?! d)", month.bare_part_of_month),
    ("days.next_weeks", r"\b(?P<n>\d{1,2}) (?:proximas semanas|semanas que vem)\b", week.weeks_ahead),
    ("days.next_weeks", r"\bproximas (?P<n>\d{1,2}) semanas\b", week.weeks_ahead),
    ("days.next_days", r"\bproximos (?P<n>\d{1,2}) dias\b", day.days_ahead),
    ("days.next_months", r"\b(?P<n>\d{1,2}) (?:proximos meses|meses que vem)\b", month.months_ahead),
    ("days.next_months", r"\bproximos (?P<n>\d{1,2}) meses\b", month.months_ahead),
    ("days.next_weekend", r"\b(?:(?:fim|final) de semana (?:que vem|seguinte|sem ser esse)|(?:proximo|outro) (?:fim|final) de semana)\b", week.weekend(True)),
    ("days.weekend", r"\b(?:(?:n?esse|n?este) )?(?:fim|final|finais|fins) de semanas?\b", week.weekend(False)),
    ("days.whole_week", r"\b(?:n?a )?semana (?:toda|inteira)\b", week.working_week),
    ("days.rest_of_week", r"\b(?:o )?rest(?:o|inho|ante) da semana\b", week.week(0)),
    ("days.rest_of_month", r"\b(?:o )?rest(?:o|inho|ante) do mes\b", month.month_ahead(0)),
    ("days.week_after_next", rf"\b(?:outra )?semana(?: ,)? (?:depois d(?:a|essa|esta)(?: semana)? (?:que vem|proxima)|{_OTHER})\b", week.week(2)),
    ("days.next_week", rf"\b{PART}?{NEXT_WEEK}\b", week.week(1)),
    ("days.this_week", rf"\b{PART}?{THIS_WEEK}\b", week.week(0)),
    ("days.part_of_week", r"\b(?P<part>comecinho|comeco|inicio|meio|finalzinho|final|fim) da semana\b", week.bare_part_of_week),
    ("days.last_week", r"\bsemana (?:passada|retrasada)\b", week.week(-1)),
    ("days.weekday_past", rf"\b(?P<wd>{WEEKDAY}) (?:passad[ao]|retrasad[ao])\b", week.weekday_past),
    ("days.weekday_past", rf"\bultim[ao] (?P<wd>{WEEKDAY})\b", week.weekday_past),
    ("days.weekday_this", rf"\b(?:n?ess[ae]|n?est[ae]) (?P<wd>{WEEKDAY})(?: agora)? ?,? (?:e )?nao (?:e )?n?[ao] (?:outr[ao]|proxim[ao]|seguinte|que vem)\b", week.weekday_this),
    ("days.weekday_this", rf"\b(?P<wd>{WEEKDAY}) (?:que vem|seguinte) ?,? (?:e|seria|ou seja|digo|no caso)(?: a)? ?,? (?:ess[ae]|est[ae]) (?:(?:{WEEKDAY}|dia) )?agora\b", week.weekday_this),
    ("days.weekday_skip", rf"\b(?P<wd>{WEEKDAY})(?: que vem)?(?: [,(])? {_OTHER}(?: \))?", week.weekday_skipped),
    ("days.weekday_after_this", rf"\b(?P<wd>{WEEKDAY}) depois d(?:ess|est)[ae]\b", week.weekday_other),
    ("days.weekday_skip", rf"\b(?:n?ess[ae] |n?est[ae] )?(?P<wd>{WEEKDAY})(?: agora|(?P<later> que vem))?(?: eu)? nao(?: posso| consigo| da| vai dar| quero)? ?[,.]? (?:so |mas |pode ser )?(?:n?a outra|n?o outro|n?a proxima|n?o proximo|n?[ao] seguinte|n?[ao] que vem)\b", week.weekday_skipped),
    ("days.weekday_skip", rf"\b(?:sem ser|tirando|menos|nao(?: e| pode ser| quero| da)?) (?:n?ess[ae]|n?est[ae]) (?P<wd>{WEEKDAY})(?: agora)? ?,? ?(?:e |mas |so )?(?:n?a|n?o) (?:outr[ao]|proxim[ao]|seguinte)\b", week.weekday_skipped),
    ("days.weekday_other", rf"\boutr[ao] (?P<wd>{WEEKDAY})\b", week.weekday_other),
    ("days.weekday_que_vem", rf"\b(?P<wd>{WEEKDAY}) (?:que vem|q vem|seguinte|que entra)\b", week.weekday_next),
    ("days.weekday_proxima", rf"\bproxim[ao]s? (?P<wd>{WEEKDAY})\b", week.weekday_nearest),
    ("days.weekday_proxima", rf"\b(?P<wd>{WEEKDAY}) proxim[ao]\b", week.weekday_nearest),
    ("days.weekday_this", rf"\b(?:n?ess[ae]|n?est[ae]|dess[ae]|dest[ae]) (?P<wd>{WEEKDAY})\b(?: agora)?", week.weekday_this),
    ("days.weekday_this", rf"\b(?P<wd>{WEEKDAY}) agora\b", week.weekday_this),
    ("days.every_weekday", rf"\b(?:tod[ao]s?(?: a?[ao]s)?|tudo) (?P<wd>{WEEKDAY})(?!\w)", week.weekday_bare),
    ("days.weekday", rf"\b(?P<wd>{WEEKDAY})(?!\w)", week.weekday_bare),
    ("days.other_week", r"\b(?:n?a|pr?a|para a|da) (?:outra|proxima)(?= *(?:$|[^\w\s]|pode|por favor|ta|sim|entao|mesmo))", week.the_other),
    ("days.next_month", rf"\b{PART}?{NEXT_MONTH}\b", month.month_ahead(1)),
    ("days.this_month", rf"\b{PART}?(?:(?:n?esse|n?este|desse|deste) mes|mes atual)\b", month.month_ahead(0)),
    ("days.last_month", r"\bmes passado\b", month.month_ahead(-1)),
    ("days.month_next_year", rf"\b(?P<later>ano que vem|proximo ano)(?: ,)? (?:la )?(?:em |no mes de )?(?P<m>{MONTH})", month.month_named),
    (
        "days.month",
        rf"(?:(?<=em )|(?<=mes de )|(?<=agenda de )|(?<=para )|(?<=pra )|(?<=ate )|(?<=depois de )|(?<=antes de )|(?<=partir de )|(?<=durante )|(?<=[,.!?;] )|(?<=no mes de )|^)(?P<m>{MONTH}){YEAR}(?P<later> d[eo] (?:ano que vem|proximo ano))?(?! \d)",
        month.month_named,
    ),
    ("days.part_of_year", r"\b(?P<part>comecinho|comeco|inicio|meio|meados|metade|finalzinho|final|fim) d[eo] (?P<which>ano que vem|proximo ano|ano)\b", month.part_of_year),
    ("days.this_year", r"\b(?:n?esse|n?este|desse|deste) ano\b", month.this_year),
    ("days.month_alone", rf"\b(?P<m>{FULL_MONTH})(?= (?:entao|mesmo|ta|serve|da|fica|pode|eu|seria)\b| *$)", month.month_named),
    ("days.next_year", r"\b(?:ano que vem|proximo ano)\b", month.next_year),
    ("days.public_holiday", r"(?:(?<=o )|(?<=[J-LN-U]{4} )|(?<=Q )|(?<=^)|(?<=[,.!?;] ))(?:proximo )?(?:feriado|feriadao)\b(?! (?:d[eo] )?(?:dia )?\d| (?:d[eo] )?_| n[ae]o )", day.public_holiday),
)  # fmt: skip
