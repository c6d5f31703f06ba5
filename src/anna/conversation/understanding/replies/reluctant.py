"""What names an offered time without taking it: "13h15 é pior ainda", "só podia 9h mesmo, me avisa", "10h. peraí, dura 2h?". Pure."""

from __future__ import annotations

from anna.commands import Nuance
from anna.conversation.understanding.findings import Findings
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line

_THANKS = r"(?:muito (?:complicad[ao]|dificil|obrigad[ao])|obrigad[ao]|brigad[ao]|valeu|tchau|desculpa|mesmo assim|(?:fica|deixa) (?:pra|para) (?:a )?(?:proxima|outra vez|outro dia)|(?:outro dia|qualquer dia|depois|mais tarde)(?: eu)? (?:vejo|volto|marco|falo|chamo|ligo|resolvo)|nao quero (?:marcar )?(?:mais )?nada(?: hoje| agora)?)"
_LEAVES_ALL = (
    r"(?:^|[.,;!?] ?|\b(?:entao|ah|ai|melhor|mas) )(?:deixa(?: (?:(?:pra|para) la|quieto))?|esquece(?: isso)?|desisto|desisti|entao nada)"
    rf"(?: (?:entao|mesmo|por enquanto|moca|agora))*[ ,.!]*(?:{_THANKS}[ ,.!]*)*$"
)
_AGREES_FIRST = r"^\W*(?:sim|isso|ta bom|pode)\b"

_BAD = r"(?<!nao )(?<!nem )\b(?:e|fica|ficou|seria|ta) (?:(?:ainda|muito|bem|tao|meio) )*(?:pior|horrivel|pessim[ao]|ruim|complicad[ao]|inviavel|impossivel)\b|\b(?:pior|horrivel) ainda\b"
_TAKEN_AFTER = (
    r"\b(?:mas (?:pode|serve|vai|aceito|ok|da|vou)|pode ser|fico|quero|marca|prefiro|serve|aceito|bora)\b"
)
_REGRETS = (
    r"\b(?:so|apenas) (?:podia|poderia|posso|consigo|conseguia|dava|da|serve|servia)\b|\b(?:poxa|que pena)\b"
)
_HOLDS_ON = r"\b(?:perai|pera ai|pera|espera(?: ai)?|calma(?: ai)?)\b ?,?[^?]*\?"
_NO_MORE_THAN_ASKED = r"\?[^?]*\bso isso\b"


def leaves_all(line: Line) -> bool:
    """Whether who was offered times wants none of them and no others: "sexta é horrível. deixa quieto", "tá difícil, deixa"."""
    return line.find(_LEAVES_ALL) is not None and line.find(_AGREES_FIRST) is None


def draws_back(line: Line, *, waits: bool) -> bool:
    """Whether the time that is named is not taken: it is bad, it is asked about first, or (`waits`) another is waited for instead."""
    bad = line.find(_BAD)
    if bad and not Line.of(line.norm[bad.end() :]).find(_TAKEN_AFTER):
        return True
    return line.find(_HOLDS_ON) is not None or (waits and line.find(_REGRETS) is not None)


def only_asked(line: Line) -> bool:
    """Whether "só isso" ends a question, and agrees to nothing: "quanto dura? só isso"."""
    return line.find(_NO_MORE_THAN_ASKED) is not None


def gives_up(nuances: frozenset[Nuance], found: Findings, context: Context) -> frozenset[Nuance]:
    """`nuances` as they are of who was offered times: giving up is to want none of them, and "8h30 não quero" leaves the others."""
    if context.state is State.OFFER_SLOTS and leaves_all(found.line):
        return nuances | {Nuance.GIVES_UP}
    return nuances - {Nuance.GIVES_UP} if found.refuses_some or found.slot else nuances
