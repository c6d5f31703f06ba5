"""On which day of the week a date falls, or a date on which day, to who asks or has it wrong: "dia 27 é quarta né?", "que dia da semana cai 27?". Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from anna.conversation.understanding.dates.day_rules import read_days
from anna.conversation.understanding.dates.days import Today
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import FOLDED_WEEKDAYS

_WEEKDAY = rf"(?:{'|'.join(FOLDED_WEEKDAYS)})(?: feira)?"
_MONTH = r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
_DATE = rf"(?:(?:o |no )?dia )?(?P<date>\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|(?:\d{{1,2}}|primeiro)(?: o)?(?: de {_MONTH})?|amanha|depois de amanha)"
_IS = r"(?:e|cai|caiu|seria|vai ser|vai cair|da|fica|nao (?:e|seria|cai))(?: (?:em|n[oa]|numa?|um|uma|a|o))?"
_WHICH = r"(?:em )?(?:que|qual) dia(?: d[ae] semana)?"
_LEAD = r"(?:(?:oi|ola|mas|pera|perai|espera|ue|ah|gente|moca|entao|nossa|desculpa|me (?:diz|fala)|bom dia|boa tarde|boa noite|e|,|!|\.) ?)*"
_TAIL = rf"(?P<tail>(?: ?(?:,|\?|!|\.|ne|nao|nao e|certo|mesmo|moca|ou|isso|hein|agora|por favor|to perdid[ao]|nao sei|{_WEEKDAY}))*)"

_DATE_FIRST = rf"{_LEAD}{_DATE} (?:{_IS} (?:(?P<said>{_WEEKDAY})|{_WHICH})|{_WHICH}){_TAIL}"
_WHICH_FIRST = rf"{_LEAD}{_WHICH}(?: (?:que )?{_IS})? {_DATE}{_TAIL}"
_WEEKDAY_FIRST = rf"{_LEAD}(?:a |na |ess[ae] |est[ae] )?(?P<day>{_WEEKDAY})(?: que vem)? {_IS} (?:(?:o )?dia )?(?P<number>\d{{1,2}})(?! ?(?:h\b|:)){_TAIL}"
_DATE_OF = rf"{_LEAD}(?:(?:que|qual) dia(?: do mes)? {_IS} (?P<a>{_WEEKDAY})|(?:a |ess[ae] )?(?P<b>{_WEEKDAY}) {_IS} (?:dia )?(?:que dia(?: do mes)?|quantos?|dia quantos?)){_TAIL}"


def date_asked(line: Line, today: Today, *, numbered: int = 0) -> date | None:
    """The date that is to be said with its day of the week; None where the message asks nothing of the kind, or has it right and asks nothing.

    Of numbers up to `numbered` a bare one is an option of a list.
    """
    asks = "?" in line.norm
    if match := rx(_WHICH_FIRST).fullmatch(line.norm) or rx(_DATE_FIRST).fullmatch(line.norm):
        found = _date(match["date"], today)
        if found is None or ("dia" not in match.group() and _is_option(match["date"], numbered)):
            return None
        said = _weekday(match["said"]) if "said" in match.groupdict() and match["said"] else None
        return found if asks or said is None or said != found.weekday() or _doubts(match) else None
    if match := rx(_WEEKDAY_FIRST).fullmatch(line.norm):
        found = _date(match["number"], today)
        wrong = found is not None and found.weekday() != _weekday(match["day"])
        return found if asks or wrong or _doubts(match) else None
    if match := rx(_DATE_OF).fullmatch(line.norm):
        ahead = (_weekday(match["a"] or match["b"]) - today.day.weekday()) % 7
        return today.day + timedelta(days=ahead)
    return None


def _doubts(match: re.Match[str]) -> bool:
    return rx(r"\bne\b|\bcerto\b").search(match["tail"]) is not None


def _is_option(number: str, numbered: int) -> bool:
    return number.isdigit() and int(number) <= numbered


def _weekday(name: str) -> int:
    return FOLDED_WEEKDAYS.index(name.split()[0])


def _date(said: str, today: Today) -> date | None:
    lead = "dia " if said[0].isdigit() and "/" not in said else ""
    days, _ = read_days(Line.of(lead + said), today)
    single = days[0].days if len(days) == 1 else None
    return single.start if single and single.start == single.end and not single.impossible else None
