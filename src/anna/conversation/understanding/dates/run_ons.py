"""Where one thought ends and the next begins in a message without marks, as a voice is written out.

"quarta eu tenho reunião e sexta eu viajo então tinha que ser quinta": each day stands at the head of what is said of it, and what was
told before a conclusion does not bear on the day that is concluded.
"""

from __future__ import annotations

from collections.abc import Iterator

from anna.conversation.understanding.text.line import rx

# "aí eu pensei na quinta", "daí ficava sábado"
_SO = (
    r"\b(?:ai|dai) (?:eu )?(?:fica(?:va|ria)?|pod(?:e|ia|eria)|pensei|seria|da|dava|daria|marca|queria|quero|prefiro)\b|"
    r"\b(?:ficava|ficaria) (?:bom |melhor )?(?=(?:na|no|pra|para|com)? ?$)"
)
# after these a wish begins, whatever was told before
_TURN = r"\b(?:entao|por isso|portanto|so (?:da|dava|daria|posso|consigo|podia|tenho)|(?:tinha|teria|tem|vai ter) (?:que|de) ser)\b"
# "quinta eu tenho faculdade", "terça é o dia da minha mãe": a day at the head of what is told of it
_HEADS = (
    r"\b(?:(?:segunda|terca|quarta|quinta|sexta)(?: feira)?|sabado|domingo|seg|ter|qua|qui|sex|sab|dom|hoje|amanha|dia \d{1,2}) "
    r"(?=(?:(?:eu|ja|tambem|a gente|nos) )*(?:(?:tenho|faco|trabalho|estudo|viajo|levo|busco|acompanho|cuido|estarei|dou|vou (?:viajar|trabalhar|estar|ter|levar|sair|n[ao]|pr[ao]|ao|a))\b|"
    r"(?:e|vai ser) (?:o |a |meu |minha )*(?:aniversario|niver|casamento|formatura|festa|prova|plantao|dia d[aeo])\b|"
    r"(?:meu|minha) [a-z]+ (?:me |vai |vem |tem |faz |leva |opera)))"
)


def after_turn(before: str) -> str:
    """What of the words before a day or an hour still bears on it: those after the last conclusion."""
    turns = [match.start() for pattern in (_TURN, _SO) for match in rx(pattern).finditer(before)]
    return before[max(turns) :] if turns else before


def thoughts(norm: str) -> Iterator[int]:
    """Where in a message a thought begins without a mark or a joining word before it."""
    for pattern in (_SO, _HEADS):
        yield from (match.start() for match in rx(pattern).finditer(norm))


def is_of_day_before(between: str) -> bool:
    """ "quinta eu tenho faculdade sexta…": the words between are told of the first; in "terça, que tenho aula na quarta" of the second."""
    return (
        rx(_HEADS).match(f"hoje{between}") is not None
        and rx(r"\b(?:n[ao]s?|de|d[ao]|toda?|dia) $").search(between) is None
    )
