"""The second "não" of Brazilian Portuguese, which closes the first and denies nothing: "não tem problema ser sábado não"."""

from __future__ import annotations

from anna.conversation.understanding.text.line import COURTESY, Line, rx

_CLOSING = (
    r"\b(?:nao|num) (?:(?:tem|ha|vejo|teria)(?: nenhum)? (?:problema|nada)|me importo|ligo|faz mal|me incomoda)\b"
    rf"[^.,;!?\n]* (?P<no>nao)(?={COURTESY}*$| *[.,;!?\n])"
)


def without_closing_no(line: Line) -> Line:
    """`line` with such a "não" hidden, where the first stands in words that make no trouble."""
    for match in rx(_CLOSING).finditer(line.norm):
        line = line.hide(*match.span("no"))
    return line
