"""Of two who come: whether both are to have all of it."""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line

_THE_SAME = (
    r"\b(?:(?:as )?mesmas? coisas?|o mesmo|os mesmos|tudo igual|iguais|tudo (?:pra|para|pras) (?:as |os |nos )?(?:duas|dois|2)"
    r"|(?:(?:as|os|nos) (?:duas|dois|2)|ambas|ambos|cada (?:uma?|1))(?: \w+){0,2} (?:as duas|os dois|as 2|os 2|tudo)"
    r"|(?:as duas|os dois|as 2|os 2|tudo)(?: coisas| procedimentos)? (?:para|pra|pras|em) (?:cada (?:uma?|1)|ambas|ambos|(?:as |os |nos )?(?:duas|dois|2)))\b"
)


def is_the_same(line: Line) -> bool:
    """Whether both are to have the same: "as duas querem as duas coisas", "o mesmo pra ela"."""
    return line.find(_THE_SAME) is not None
