"""Giving up that is only threatened with: "se for ficar perguntando eu desisto. pode", "ou marca ou eu desisto". Nothing is given up by it."""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line, rx

_IF = r"\b(?:se|caso|quando) (?:\w+ ){0,3}?(?:for(?! (?:assim|isso|esse|essa|so isso)\b)|tiver|der|vier|puder|fizer|houver|estiver|[a-z]{2,}(?:ar|er|ir))\b"
_THREATENED = (
    rf"{_IF}[^.!?;\n]{{0,60}}?(?P<it>\b(?:eu )?(?:desisto|vou desistir)\b)"
    r"|\b(?:ou|senao)\b[^.!?;\n]{0,60}?(?P<or>\b(?:eu )?(?:desisto|vou desistir)\b)"
    rf"|(?P<then>\b(?:eu )?(?:desisto|vou desistir)) {_IF}"
    r"|(?P<almost>\bquase (?:que )?(?:desist(?:i|indo|o)|a desistir|pra desistir|para desistir)\b)"
)


def without_ultimatum(line: Line) -> Line:
    """The line without the giving up that is only threatened with."""
    if "desist" not in line.norm:
        return line
    found = rx(_THREATENED).search(line.norm)
    if found is None:
        return line
    name = next(name for name, said in found.groupdict().items() if said)
    return line.hide(*found.span(name))
