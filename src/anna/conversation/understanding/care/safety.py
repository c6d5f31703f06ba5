"""What must be handled with care before anything else is answered. Wide on purpose: a false alarm costs a person a look."""

from __future__ import annotations

from anna.commands import RuleHit, Safety
from anna.conversation.understanding.care.concerns import HURT, RULES, look
from anna.conversation.understanding.care.idioms import without_idioms
from anna.conversation.understanding.text.line import Line


def read_safety(line: Line) -> tuple[Safety | None, tuple[RuleHit, ...]]:
    """The gravest concern of the message, and the rule that saw it."""
    line = without_idioms(line)
    seen = look(line)
    names = {RULES[f.rule][0] for f in seen.concerns}
    for found in seen.concerns:
        rule, kind, _ = RULES[found.rule]
        if kind is Safety.ADVERSE_REACTION and rule != HURT:
            if "displeased" in seen.signs:
                rule, kind = "safety.displeased", Safety.COMPLAINT
            elif _only_asked(seen.signs) or (
                "came_after" not in seen.signs and _otherwise(names, seen.signs)
            ):
                continue
        return kind, (line.hit(rule, found.start, found.end, kind.value),)
    return None, ()


def _otherwise(names: set[str], signs: frozenset[str]) -> bool:
    """Whether a symptom that follows nothing done is rather asked about than told, or comes from the sun."""
    return "safety.remedy" in names or "sunburnt" in signs


def beyond_insult(line: Line) -> bool:
    """Whether there is more to an insult than the insult: a threat, or a complaint in other words than the rude ones."""
    concerns = look(line).concerns
    insults = [f for f in concerns if RULES[f.rule][0] == "safety.abuse"]
    return any(
        RULES[f.rule][0] == "safety.threat"
        or (
            RULES[f.rule][1] is Safety.COMPLAINT
            and all(f.end <= i.start or i.end <= f.start for i in insults)
        )
        for f in concerns
    )


def after_treatment(line: Line) -> bool:
    """Whether an emergency also tells of something done: "fiz preenchimento e minha garganta está fechando"."""
    return "treated" in look(line).signs


def worsens(line: Line) -> bool:
    """Whether what is said of a reaction waits for nobody: it grows, the eye stays shut, there is fever. By itself it is no reaction."""
    return "worse" in look(without_idioms(line)).signs


def _only_asked(signs: frozenset[str]) -> bool:
    """ "fica muito inchado?" asks what may come; "está muito inchado" tells what is; "quero tirar" is why people come."""
    if "came_after" not in signs and "may_i" in signs:
        return True
    if "asked" in signs and "mine" not in signs:
        return True
    if "happened" not in signs:
        return "hypothetic" in signs
    return "wished_away" in signs and "came_after" not in signs
