"""Whether another procedure is to be done instead of one that stands: "em vez de limpeza pode ser peeling?", "na verdade quero peeling"."""

from __future__ import annotations

from dataclasses import dataclass

from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.facts.procedures import read_named, read_procedures
from anna.conversation.understanding.facts.whom import read_whom
from anna.conversation.understanding.text.line import Line, rx

_STEAD = r"\b(?:em vez|ao inves|inves|no lugar|em lugar|troc\w+|substitu\w+|nao (?:quer|quero|queria|vou querer|vou fazer|vai querer|vai fazer|era|e)|desist\w+|na verdade|prefiro|preferia|mudei de ideia|melhor)\b|\b[ao] (?:meu|minha|d?el[ae]|d[ao] [a-z]+)\b.*(?:,|\be|\bmas) nao(?: (?:o|a|um|uma))* \w+"
_INTO = r"\b(?:troc|mud|substitu|alter)\w*\b(?! (?:o )?(?:nome|cadastro|telefone))[^.!?]*? (?:por|para|pra|pro|pelo|pela)(?: (?:o|a|um|uma|fazer|ser))* ?$"
_RATHER = r"\b(?:na verdade|na real|pensando (?:bem|melhor)|mudei de ideia|mudamos de ideia|ou melhor|me enganei|errei|confundi|prefiro|preferia)\b"
_WISHED = r"\b(?:quero|queria|vou querer|vou fazer|prefiro|preferia|pode ser|podia ser|seria|era|e)(?: (?:o|a|um|uma|fazer|ser|so|mesmo|que fosse|marcar))* ?$"
_BESIDES = r"\b(?:tambem|alem d\w+|mais (?:um|uma|1)|outr[ao]|junto)\b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """What is to be done, and instead of what; `instead` is empty where that was not said."""

    wanted: tuple[str, ...]
    instead: tuple[str, ...]


def read_swap(line: Line, catalogue: Catalogue) -> Swap | None:
    """What is wished instead of what stands; None where a procedure is only wished, or one more."""
    wanted, _ = read_procedures(line, catalogue)
    if not wanted or line.find(_BESIDES):
        return None
    named = read_named(line, catalogue)
    refused = tuple(dict.fromkeys(one.slug for one in named if one.slug not in wanted))
    if refused and line.find(_STEAD):
        return Swap(wanted=wanted, instead=refused)
    into = [one.slug for one in named if rx(_INTO).search(line.norm[: one.start])]
    if into and set(wanted) <= set(into):
        return Swap(wanted=wanted, instead=refused)
    rather = line.find(_RATHER) and read_whom(line.text) is None
    if rather and any(rx(_WISHED).search(line.norm[: one.start]) for one in named if one.slug in wanted):
        return Swap(wanted=wanted, instead=())
    return None
