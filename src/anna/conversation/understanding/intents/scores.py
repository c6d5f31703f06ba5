"""A score from 0 to 10: "nota 9", "10/10", "daria 10, mas fica 6".

"De 0 a 10" names the scale, hours and counts are no scores, and of several numbers the one counts that is given: neither one that is
refused ("nem 10 nem 9, um 8") nor one that would have been ("daria 10, mas o ar estava gelado. 7").
"""

from __future__ import annotations

import re

from anna.commands import RuleHit
from anna.conversation.understanding.text.line import Line, rx

_SCALE = r"\b(?:de )?(?:0|1) (?:a|ate) 10\b"
_SCORE = r"(?<![\w.,:/-])(?P<n>10|\d)(?: ?/ ?10|/10)?(?! ?(?:h\b|:|min\b|%|reais|anos|dias?\b|vezes|x\b|sess|a feira|semanas|meses|pessoas|mil|minut\w+|mins\b|(?!pontos|estrelas|mais\b|nos\b|pois\b|voces\b|demais|gracas|parabens|meus|minhas|simples|apenas|antes|todos|todas|atras|vcs)[a-z]{3,}s\b(?<!s )))(?![\w:/-]|[.,]\d)"
# "oitão", "dezinho": but "novinha" is young.
_GROWN = r"\b(?P<stem>zer|dois|tres|quatr|cinqu?|seis|seiz|set|oit|nov|dez)(?:z?ao|zao|aco|aozao|oes)\b|\b(?P<small>zer|quatr|cinqu|sei[sz]|set|oit|dez)(?:z?inho)\b"
_GROWN_UP = {
    "zer": 0,
    "dois": 2,
    "tres": 3,
    "quatr": 4,
    "cinq": 5,
    "cinqu": 5,
    "seis": 6,
    "seiz": 6,
    "set": 7,
    "oit": 8,
    "nov": 9,
    "dez": 10,
}
# What a score is given with: of several numbers it is the one that counts.
_GIVES = r"\b(?:nota|dou|daria|dei|darei|dar|leva|levam|merece\w*|voto|fica|fico|ficou|fiquei|vou de|minha nota|avaliacao|bota|boto|poe|ponho|ponha|coloca|coloque|anota|marca|deixa|deixo|crava|cravo|arredond\w+)(?: (?:um|uma|uns|e|eh|de|a|o|com|no|na|nota|so|sem duvida|pra voces|para|pra|pro|ai|seria|:|,))* ?$"
# "se pudesse dava 11, mas vai 10": what would have been, had it been otherwise.
_WOULD = r"\b(?:daria|dava|seria|era (?:pra ser|para ser|pra dar|para dar)|(?:ia|iria) (?:dar|ser)|merecia|mereceria|podia ser|poderia ser|tinha tudo (?:pra|para) ser)(?: (?:um|uma|nota|o|a|ate|facil|sim|,))* ?$"
_BUT = r"\b(?:mas|so que|porem|pena que|se|entretanto|todavia|contudo|so por\w*|tirando|nao fosse)\b"
_NO_SCORE = r"^- $|\b(?:as|das|dia|umas|depois de|ha|r ?\$|sao) ?$"
# "nem 10", "não dou 10", "só não é 10", "menos de 8", "quase 10"; "não dou menos de 9" gives nine.
_REFUSED = r"\b(?:nem|(?:nao|num|nunca|jamais)(?: (?:dou|dei|darei|daria|e|foi|era|seria|vai ser|leva|levou|levam|ganha|merece\w*|chega|chegou|vale|da|vou dar|posso dar|consigo dar|tem como dar))+|(?<!nao dou )(?<!nao daria )(?<!nao e )menos|acima|abaixo|quase)(?: (?:um|uma|nota|o|a|de|do|que|pra|para|ser|e))* ?$"
# "10 só Jesus", "10 não dou", "10 ninguém merece"
_KEPT = r"^(?: (?:eu|ai|ja|mesmo|redondo|cheio|,|e))* so (?:(?:pra|para|quem|e|o|a|em|no|na) )*(?:jesus|deus|senhor|papai|pai|ceu|mae|minha mae|sonho|perfeicao|perfeito)\b|^(?: (?:eu|ai|ja|mesmo|redondo|cheio))* (?:(?:nao|num|nunca) (?:dou|dei|foi|merec\w+|lev\w+|ganh\w+|chega\w*)|nao da(?= *(?:$|[,.;!]))|ninguem (?:e|merec\w+|leva|ganha|tira))\b"
_HIGHEST = r"\b(?:nota|dou|daria|e|merece\w*|so|voces sao|vai|com)(?: (?:um|uma|e|nota|a|,))* (?:maxima|mil|1000|100|11|12|20|infinit[ao])\b|🔟|^(?:mil|1000|100|11|infinit[ao])[^\w]*$"
_LOWEST = r"\bnota minima\b|\b(?:nao merece\w*|nao dou|nao vale\w*)(?: nem)? (?:nota nenhuma|nenhuma nota)\b"
INSTEAD = r"\b(?:mas|porem|na verdade|quer dizer|digo|alias|so que|entao|fica|vou dar|melhor|nao|brincadeira|brincando|brinks|zoeira|zoando|minto|ops|pensando (?:bem|melhor))\b"


def read_score(line: Line) -> tuple[int | None, tuple[RuleHit, ...]]:
    """The score given, with what was seen of it; None where none is."""
    norm = rx(_SCALE).sub(lambda m: "_" * len(m.group()), _in_digits(line.norm))
    slashed = rx(r"(?<![\w/])(?P<n>10|\d)(?: ?/ ?| de | em )10(?![\w/])").search(norm)
    found = [m for m in rx(_SCORE).finditer(norm) if _is_score(norm, m)]
    match = slashed or _meant(norm, found)
    if match:
        start = min(match.start(), max(0, len(line.norm) - 1))
        return int(match["n"]), (
            line.hit("answers.score", start, min(match.end(), len(line.norm)), match["n"]),
        )
    for pattern, score in ((_HIGHEST, 10), (_LOWEST, 0), (r"^(?:nota |dou )?um[^\w]*$", 1)):
        seen = line.find(pattern)
        if seen:
            return score, (line.hit("answers.score", seen.start(), seen.end(), str(score)),)
    return None, ()


def _is_score(norm: str, match: re.Match[str]) -> bool:
    before = norm[: match.start()]
    return not (
        rx(_NO_SCORE).search(before) or rx(_REFUSED).search(before) or rx(_KEPT).match(norm[match.end() :])
    )


def _meant(norm: str, found: list[re.Match[str]]) -> re.Match[str] | None:
    """Of the scores that were named the one that is given."""
    if len(found) > 1:
        found = [m for m in found if not _would_be(norm, m)] or found
    given = [m for m in found if rx(_GIVES).search(norm[: m.start()])]
    if given or not found:
        return given[-1] if given else None
    first, last = found[0], found[-1]
    return last if rx(INSTEAD).search(norm[first.end() : last.start()]) else first


def _would_be(norm: str, match: re.Match[str]) -> bool:
    return bool(rx(_WOULD).search(norm[: match.start()]) and rx(_BUT).search(norm))


def _in_digits(norm: str) -> str:
    """ "1️⃣0️⃣" is 10, and so is "dezão"."""
    keycaps = rx(r"(\d) \u20e3 ?").sub(r"\1", norm)
    return rx(_GROWN).sub(_grown, keycaps)


def _grown(match: re.Match[str]) -> str:
    return str(_GROWN_UP[match["stem"] or match["small"]]).ljust(len(match.group()))
