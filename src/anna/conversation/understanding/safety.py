"""What must be handled with care before anything else is answered. Wide on purpose: a false alarm costs a person a look."""

from __future__ import annotations

from anna.commands import RuleHit, Safety
from anna.conversation.understanding.concerns import RULES, grammar
from anna.conversation.understanding.idioms import without_idioms
from anna.conversation.understanding.line import Line, rx

_HAPPENED = r"\b(?:ta|tao|to|esta|estao|estou|ficou|fiquei|fiz|fizeram|apliquei|aplicaram|inch(?:ou|ando)|queimou|me queim\w+|inflamou|deu|tive|apareceu|apareceram|saiu|surgiu|desde|ontem|anteontem|acordei|comecou|sai com|encost\w+|some|continua|ainda|manchou|caiu|deixou|entortou|onde (?:aplicou|passou|injetou|fiz))\b"
_HYPOTHETIC = r"\b(?:fica|ficam|vai ficar|pode ficar|pode dar|costuma ficar|costuma|medo de|deixa|incha|queima|da alergia|causa|quanto tempo|para nao|arde|doi|descasca|mancha a pele|tirar|tratar|clarear|remover|sumir com|melhorar|resolve|trata|para|pra|serve para|tem risco|risco de|tenho (?:muita|umas|algumas)?(?: )?(?:mancha|manchas|acne))\b"
# A wish to have changed what has long been so: "minha testa tá marcada, quero botox".
_WISHED_AWAY = r"\b(?:o que (?:voces )?(?:tem|indicam|fazem)|qual (?:o )?tratamento|tem (?:algum |alguma )?(?:tratamento|solucao|jeito)|quero (?:arrumar|corrigir|tirar|levantar|clarear|melhorar|tratar|fazer|marcar)|preciso de (?:uma|um)|resolve|clareia|de nascenca|desde (?:nova|novo|crianca|sempre|pequen[ao]))\b"


# A brow that came out crooked is no wound.
_DISPLEASED = r"\b(?:sobrancelhas?|cilios|design|henna)\b[^.!?]*\bfic(?:ou|aram)\b[^.!?]*\b(?:tort\w+|desigua\w+|assimetric\w+|fei\w+|falhad\w+|fin[ao]s?|gross[ao]s?|escur\w+|manchad\w+)\b(?![^.!?]*\b(?:botox|toxina|preenchimento|inch\w+|dor|doendo|ardendo|alergia)\b)"


def read_safety(line: Line) -> tuple[Safety | None, tuple[RuleHit, ...]]:
    """The gravest concern of the message, and the rule that saw it."""
    line = without_idioms(line)
    seen = sorted(grammar().all(line), key=lambda f: (f.rule, f.start))
    names = {RULES[f.rule][0] for f in seen}
    for found in seen:
        rule, kind, _ = RULES[found.rule]
        if kind is Safety.ADVERSE_REACTION:
            if rx(_DISPLEASED).search(line.norm):
                return Safety.COMPLAINT, (
                    line.hit("safety.displeased", found.start, found.end, Safety.COMPLAINT.value),
                )
            if _only_asked(line.norm) or ("safety.remedy" in names and not _came_after(line.norm)):
                continue
        return kind, (line.hit(rule, found.start, found.end, kind.value),)
    return None, ()


def threatens(line: Line) -> bool:
    """Whether somebody is threatened: a person must know at once, of an insult nobody need."""
    return any(RULES[f.rule][0] == "safety.threat" for f in grammar().all(line))


def after_treatment(line: Line) -> bool:
    """Whether an emergency also tells of something done: "fiz preenchimento e minha garganta está fechando"."""
    return (
        line.find(r"\b(?:fiz|apliquei|coloquei|tomei|(?:depois|apos|desde) (?:d[aeo]|a|o|que))\b") is not None
    )


def _only_asked(norm: str) -> bool:
    """ "fica muito inchado?" asks what may come; "está muito inchado" tells what is; "quero tirar" is why people come."""
    came_after = _came_after(norm)
    if not came_after and rx(
        r"\b(?:posso|pode|da (?:pra|para))(?: \w+){0,3} (?:fazer|ir|aplicar|marcar|laser|botox|peeling)\b"
    ).search(norm):
        return True
    asked = "?" in norm and rx(
        r"\b(?:fica|ficam|vai ficar|pode ficar|pode dar|costuma|deixa|incha|queima|descasca|arde|some|demora)\b"
    ).search(norm)
    if asked and not rx(
        r"\b(?:fiz|apliquei|coloquei|meu|minha|meus|minhas|to|estou|ontem|desde|ta|tao)\b"
    ).search(norm):
        return True
    happened = rx(_HAPPENED).search(norm)
    if happened is None:
        return rx(_HYPOTHETIC).search(norm) is not None
    return rx(_WISHED_AWAY).search(norm) is not None and not came_after


def _came_after(norm: str) -> bool:
    return rx(r"\b(?:depois d|apos|desde (?:que|a|o|ontem)|fiz|aplic|inj)").search(norm) is not None
