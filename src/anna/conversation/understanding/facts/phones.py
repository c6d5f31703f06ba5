"""Telephone numbers in a message: written, dictated, corrected, or somebody else's."""

from __future__ import annotations

from anna.commands import RuleHit
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.phone import find, parse
from anna.kit.text import fold


def read_phone(line: Line) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    """The telephone number in E.164, the line with it hidden, and the rule that saw it. Digits may be spoken, corrected or another's."""
    found = _with_area_code(line.text) or find(line.text)
    if found:
        found = _newer(line.text, found)
        if rx(_NOT_OWN).search(fold(line.text[: found[1]])):
            start, end = line.place_of(found[1], found[2])
            return None, line.hide(start, end), ()
    if found and not rx(r"\d{5}[- .]\d{3}$").search(line.text[found[1] : found[2]]):  # a digit is missing
        phone, first, last = found
        start, end = line.place_of(first, last)
        hit = line.hit("people.phone", start, end, phone)
        further = find(line.text[last:])
        bare = line.hide(start, end)
        if further:  # and no hour either: "esse não, usa o 11 97766-5544"
            bare = bare.hide(*line.place_of(last + further[1], last + further[2]))
        return phone, bare, (hit,)
    for match in rx(r"\b(?:\d{1,5}|meia|um|uma)(?:[ ,-]+(?:\d{1,5}|meia|um|uma)){1,}\b").finditer(line.norm):
        phone_spoken = parse(_dictated(line, match.start(), match.end()))
        if phone_spoken:
            hit = line.hit("people.spoken_phone", match.start(), match.end(), phone_spoken)
            return phone_spoken, line.hide(match.start(), match.end()), (hit,)
    for match in rx(r"(?<![\w.,/])(?:9 ?\d{4}|[2-9]\d{3})[- ]?\d{4}\b").finditer(
        line.norm
    ):  # no area code: no number, but no hour either
        line = line.hide(match.start(), match.end())
    return None, line, ()


# "fiz o pix no 41…", "liguei no 11…": a number that is told, not given.
_NOT_OWN = r"\b(?:chave|pix)(?: pix)?(?: e)? ?:? ?$|\b(?:pix|transferi|paguei|depositei|liguei|telefonei|ligaram|me ligou)(?: [^.!?,]{0,24})? (?:n[ao]|para|pra|pro|d[ao]|pel[ao])(?: (?:o|a|numero|celular|chave|pix|telefone))*:? ?$"
_OLDER_BEFORE = r"\b(?:antig[ao]|velh[ao]|era|nao (?:e|uso)(?: mais)?)\W+(?:(?:numero|telefone|o|a|meu|e|era|zap|celular)\W+){0,3}$"
_OLDER_AFTER = r"^\W*(?:(?:eu|esse|e|era|o|ja|esta|ta)\W+){0,3}(?:nao (?:e (?:mais|meu)|uso|tenho mais|existe|funciona)|nao\W+(?:,\W*)?(?=(?:pode|podem|manda|mande|usa|use|liga|chama|melhor|prefiro|e sim|e pra|o outro)\b)|antig[ao]|velh[ao]|cancelad[ao]|perdi|errad[ao])(?:\b|(?<=\W))(?!\W*(?:$|\d|\+|(?:era|e|eh|foi|numero|telefone)\b))"
_NEWER_NOW = r"\b(?:agora|ops|oops|perai|correcao|errad[ao]|novo|nova|atual|alias|digo|corrig\w+|errei|na verdade|quer dizer)\b"
_LAST_DIGITS = r"\b(?:final|termina\w*|quis dizer|digo|opa|ops|oops|alias|perdao|desculpa|na verdade|errei|correcao|corrigindo)\W+(?:com |em |e |o final e |final |no final )*(\d{4})\b(?!\d)"


def _newer(text: str, first: tuple[str, int, int]) -> tuple[str, int, int]:
    """Of "era 71 98811-2203, agora é 71 98822-3304" the second, of "…1234, opa, final 1243" the corrected one."""
    rest = text[first[2] :]
    second = find(rest)
    if second:
        before, between = fold(text[: first[1]]), fold(rest[: second[1]])
        newer = (
            rx(_OLDER_BEFORE).search(before)
            or rx(_OLDER_AFTER).match(between)
            or rx(_NEWER_NOW).search(between)
        )
        return (second[0], first[1], first[2] + second[2]) if newer else first
    fixed = rx(_LAST_DIGITS).search(fold(rest))
    if fixed is None:
        return first
    return first[0][:-4] + fixed[1], first[1], first[2] + fixed.end()


def _with_area_code(text: str) -> tuple[str, int, int] | None:
    """ "98765-4321, ddd 11"."""
    area = rx(r"(?i)\bddd\W{0,3}(?:é\W)?(\d{2})\b").search(text)
    number = rx(r"(?<!\d)(?:9[ .]?\d{4}|[2-9]\d{3})[- .]?\d{4}(?!\d)").search(text) if area else None
    phone = parse(area[1] + number.group()) if area and number else None
    if area is None or number is None or phone is None:
        return None
    return phone, min(area.start(), number.start()), max(area.end(), number.end())


_DIGITS = {"meia": "6", "um": "1", "uma": "1"}


def _dictated(line: Line, start: int, end: int) -> str:
    """The digits of `norm[start:end]`; a "zero" before another digit is one of its own here."""
    digits = ""
    for place, token in zip(line.starts, line.tokens, strict=True):
        if start <= place < end and rx(r"\w").match(token.norm):
            words = line.text[token.start : token.end].casefold().split()
            zeros = len(words) - 1 if words[0] == "zero" else 0
            digits += "0" * zeros + _DIGITS.get(token.norm, rx(r"\D").sub("", token.norm))
    return digits
