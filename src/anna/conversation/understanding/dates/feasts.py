"""Feasts people date things by: "antes do natal", "depois do carnaval", "véspera de ano novo"."""

from __future__ import annotations

from datetime import date, timedelta

from anna.clinica.calendar import easter
from anna.conversation.understanding.dates.days import next_weekday
from anna.conversation.understanding.text.line import rx

# (folded name, month, day)
FIXED: tuple[tuple[str, int, int], ...] = (
    (r"ano novo|reveillon|virada do ano", 1, 1),
    (r"dia da mulher|dia das mulheres", 3, 8),
    (r"tiradentes", 4, 21),
    (r"dia do trabalh\w+", 5, 1),
    (r"dia dos namorados", 6, 12),
    (r"sao joao", 6, 24),
    (r"independencia", 9, 7),
    (r"dia das criancas|nossa senhora aparecida", 10, 12),
    (r"finados", 11, 2),
    (r"proclamacao da republica", 11, 15),
    (r"consciencia negra", 11, 20),
    (r"natal", 12, 25),
)
# (folded name, days after Easter Sunday)
MOVING: tuple[tuple[str, int], ...] = (
    (r"sexta(?: feira)? de carnaval", -51),
    (r"sabado de carnaval", -50),
    (r"domingo de carnaval", -49),
    (r"segunda(?: feira)? de carnaval", -48),
    (r"terca(?: feira)? de carnaval", -47),
    (r"carnaval", -48),
    (r"quarta(?: feira)? de cinzas|cinzas", -46),
    (r"semana santa", -6),
    (r"sexta(?: feira)? (?:santa|da paixao)", -2),
    (r"sabado de aleluia", -1),
    (r"domingo de pascoa", 0),
    (r"domingo de ramos", -7),
    (r"pascoa", 0),
    (r"corpus christi", 60),
)
# How many more days a feast lasts.
LONG_FEASTS = {"carnaval": 1, "semana santa": 6}
# (folded name, month before which Sunday is counted, which Sunday)
SUNDAYS: tuple[tuple[str, int, int], ...] = ((r"dia das maes", 5, 2), (r"dia dos pais", 8, 2))

FEAST_NAMES = tuple(row[0] for rows in (FIXED, MOVING, SUNDAYS) for row in rows)
FEAST = rf"\b(?:{'|'.join(FEAST_NAMES)})(?!\w)"


def feast_named(said: str) -> str:
    """Which of `FEAST_NAMES`, each a pattern, is the name of the feast that was said."""
    return next(name for name in FEAST_NAMES if rx(name).fullmatch(said))


def holiday_date(name: str, year: int) -> date | None:
    """When the feast of that name, one of `FEAST_NAMES`, falls in `year` (carnaval: its Monday); None for an unknown name."""
    for known, month, day in FIXED:
        if known == name:
            return date(year, month, day)
    for known, offset in MOVING:
        if known == name:
            return easter(year) + timedelta(days=offset)
    for known, month, which in SUNDAYS:
        if known == name:
            return next_weekday(date(year, month, 1), 6, today_counts=True) + timedelta(weeks=which - 1)
    return None
