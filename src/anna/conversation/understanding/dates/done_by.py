"""An hour by which all must be over: "preciso estar livre às 10", "tem que acabar antes das 11".

It is no hour to begin at, nor one from which she is free. The contract of `anna understand` knows it as a limit only; how long it takes is the search's to say.
"""

from __future__ import annotations

from dataclasses import replace

from anna.conversation.understanding.text.line import Line, rx
from anna.when import TimeKind, When

_NEEDS = r"(?:preciso|precisava|precisaria|necessito|(?:tenho|tinha|teria|terei|vou ter) (?:que|de)|quero|queria|gostaria de|devo|vou precisar|pra|para)"
_FREE = r"(?:livre|liberad[ao]|desocupad[ao]|dispensad[ao]|pront[ao])"
_LEAVE = r"(?:sair|ir embora|acabar|terminar|me liberar|(?:ter|tar|estar) (?:acabado|terminado|saido))(?: (?:dai|daqui|de la|de ai|ai|la|tudo|isso))?"
_BY = (
    r"(?: (?:as|a|ao|ate|antes d[aeo]s?|la pelas|pelas|umas|no maximo|o mais tardar|mais tardar|la|mesmo|,))+"
)
_DONE_BY = rf"\b{_NEEDS}(?: (?:ja|eu|tudo|mesmo))* (?:(?:estar|ta|tar|esta|to|ficar|sair|ser)(?: ja)? {_FREE}|{_LEAVE}){_BY} ?$"
_OWN = r"\b(?:aula|curso|faculdade|facul|reuniao|trabalho|servico|expediente|turno|plantao|treino|prova)(?: \w+){0,2} $"
_ENDS = (
    r"\b(?:acab(?:ar|e|ando)|termin(?:ar|e|ando)|acabado|terminado|acabou|encerr(?:ar|e|ando))(?: (?:tudo|isso|la|ai|no maximo|bem))* (?:antes|ate)\b"
    r"|\bate (?:as )?\d{1,2}(?: ?[:h] ?\d{0,2})? (?:eu )?(?:ja )?(?:preciso|tenho que|tem que) (?:ja )?(?:ter|ta|estar|sair|acabar|terminar)\b"
)


def done_by(before: str) -> bool:
    """Whether the hour behind these words is when she must be free again."""
    return rx(_DONE_BY).search(before) is not None


def with_end(line: Line, said: When | None) -> When | None:
    """`said` as a wish to be done by its limit, where `line` says so."""
    if said is None or said.time_kind is not TimeKind.BEFORE or said.each:
        return said
    ends = line.find(_ENDS)
    told = ends is not None and not rx(_OWN).search(line.norm[: ends.start()])
    hours = rx(r"\d").finditer(line.norm)
    return replace(said, done=True) if told or any(done_by(line.norm[: h.start()]) for h in hours) else said
