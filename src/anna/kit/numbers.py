"""Portuguese number words, 0-99, as people say days and hours: "vinte e cinco" is 25, but "dez e quinze" stays two numbers."""

from __future__ import annotations

UNITS: dict[str, int] = {
    "zero": 0, "dois": 2, "duas": 2, "tres": 3, "treis": 3, "quatro": 4, "cuatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8,
    "nove": 9,
}  # fmt: skip
TEENS: dict[str, int] = {
    "dez": 10, "onze": 11, "doze": 12, "treze": 13, "quatorze": 14, "catorze": 14, "quinze": 15, "dezesseis": 16, "dezeseis": 16,
    "dezessete": 17, "dezesete": 17, "dezoito": 18, "dezenove": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "cincoenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80,
    "noventa": 90,
}  # fmt: skip
# "um" and "uma" are articles far more often than numbers: only after a ten ("vinte e um") are they counted here.
ARTICLES: dict[str, int] = {"um": 1, "uma": 1, "hum": 1}


def read_number(words: tuple[str, ...]) -> tuple[int, int] | None:
    """The number that folded `words` begin with, as (value, words used); None if they begin with none."""
    if not words:
        return None
    first = words[0]
    if first in TENS:
        tail = words[2] if len(words) > 2 and words[1] == "e" else ""
        unit = UNITS.get(tail, ARTICLES.get(tail, 0))
        return (TENS[first] + unit, 3) if unit else (TENS[first], 1)
    if first == "zero" and len(words) > 1 and words[1] in UNITS:
        return UNITS[words[1]], 2  # "zero oito", as hours are dictated
    simple = UNITS.get(first, TEENS.get(first))
    return None if simple is None else (simple, 1)
