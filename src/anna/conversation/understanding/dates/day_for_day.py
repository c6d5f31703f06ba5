"""A day put right without a comma: "não quinta feira!!", over times of a Friday, says Thursday and rules none out. Pure."""

from __future__ import annotations

from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import FOLDED_WEEKDAYS

_FEW = 20
"""Of more words than these it is no mere correction."""

_DAY = rf"(?:{'|'.join(FOLDED_WEEKDAYS)})(?: feira)?"
_LEAD = r"(?:(?:oi|mas|ah|ue|opa|eita|moca|gente|ei|,|!|\.) ?)*"
_MILD = r"(?: (?:moca|por favor|que vem|po|poxa|cara|de manha|de tarde|a tarde|a noite|cedo|mesmo|as \d{1,2} ?(?:h|:)?(?: ?\d\d)?)| ?[!.,])*"
_IS = r"(?:e|eh|era|seria|para|pra)"
_PUT_RIGHT = rf"{_LEAD}nao(?: ?[,!.]* ?nao)*(?: ?[,!.])*(?: {_IS}| na)* (?P<day>{'|'.join(FOLDED_WEEKDAYS)})(?: feira)?{_MILD}"
_ONE_FOR_ANOTHER = rf"{_LEAD}nao(?: ?,)? {_IS}(?: {_IS})?(?: na)? {_DAY}(?: nao)?(?: ?[,!.])*(?: mas)?(?: sim)? (?:{_IS} )+(?:na )?(?P<day>{'|'.join(FOLDED_WEEKDAYS)})(?: feira)?{_MILD}"


def without_its_no(line: Line, context: Context) -> Line:
    """`line` without its "não", where what that would rule out is no day that is offered or wished."""
    spoken_of = {slot.weekday() for slot in context.slots}
    if not spoken_of and context.asked_day is not None:
        spoken_of = {context.asked_day.weekday()}
    if not spoken_of or "nao" not in line.norm or len(line.tokens) > _FEW:
        return line
    match = rx(_PUT_RIGHT).fullmatch(line.norm)
    if match is None or FOLDED_WEEKDAYS.index(match["day"]) in spoken_of:
        return line
    return _from(line, match.start("day"))


def put_right(line: Line) -> Line | None:
    """The day that is meant, where no more is said of what was booked than that it is another: "não! era quinta", "não é sexta, é quinta"."""
    if "nao" not in line.norm or len(line.tokens) > _FEW:
        return None
    match = rx(_PUT_RIGHT).fullmatch(line.norm) or rx(_ONE_FOR_ANOTHER).fullmatch(line.norm)
    return _from(line, match.start("day")) if match else None


def _from(line: Line, place: int) -> Line:
    return Line.of(line.text[line.tokens[line.token_at(place)].start :])
