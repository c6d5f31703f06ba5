"""With whom of those who attend a visit is wished for: by name, or only a man or a woman. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.facts.whom import KIN, introduces
from anna.conversation.understanding.facts.whose_name import comes_instead
from anna.kit.text import fold

_TITLE = r"(?:dra?|doutora?|doutor|prof\w*)"
_NOT = re.compile(r"\b(?:n|nn|naum|num)\b(?! ?[.:]| ?\d)")
_REFUSED = r"\b(?:nao|nem|sem(?: ser)?|menos|exceto|tirando)(?: \w+){0,3} $"
_WITH = rf"\b(?:com|c|pel[ao])(?: [ao])?(?: {_TITLE})? $"
_TITLED = rf"\b{_TITLE} $"
_HERS = rf"^ ?,? ?(?:e )?(?:a |o )?(?:minha|meu) {KIN}\b"
_ABOUT = r"\b(?:e (?:medic|biomedic|formad|dentista)|faz\b|fazem|atende\w*|trabalha\w*|formad\w+|crm|quem e|whats\w*|telefone|instagram)"
_TOLD = r"\b(?:foi|fui|era|atendeu|atendid[ao]|fiz|fez|marquei|estava|tava|disse|falou|indicou)\b"
_BARE = re.compile(
    r"(?:[^a-z]|\b(?:a|as|o|os|e|na|no|de|da|do|das|dia|com|ou|pode|ser|seria|quero|queria|prefiro|so|mesmo|entao|tem|h|horas?|hrs?|min|meia|manha|tarde|cedo|hoje"
    r"|amanha|segunda|terca|quarta|quinta|sexta|sabado|feira|que|vem|por|favor|tipo|umas|sim|isso|dra?|doutora?)\b)*"
)
_SEX = re.compile(
    r"\b(?:com|so|ser|seja|prefiro|quero|queria|preferencia)(?: (?:com|c|um|uma|por|pra|so|ser|atendid[ao]|medic[ao]|doutora?|profissional|alguem|que seja))*(?: [ao])? (?P<sex>homem|mulher)\b(?! gravid| d[ao]\b| de (?!preferencia)| que\b)"
)
_WOMAN = re.compile(
    r"\b(?:doutora|medica|dermato\w*|dermatologista|profissional|dra|ginecologista|tem|teria)(?: (?:so|alguma|uma|a))* mulher\b(?! gravid| d[ao]\b| de (?!preferencia))"
    r"|(?<!minha )(?<!ou )\bmulher (?:pra|para|p|que|q) (?:me |nos )?(?:atend\w+|fa[zc]\w*|aplic\w+)|\b(?:homem nao|nada de homem|sem ser homem|menos homem)\b"
)
""" "tem mulher pra atender?", "homem não"."""
_HER = re.compile(
    r"\b(?:so|somente|prefiro|preferia|preferencia|tem que ser|precisa ser|se for|que seja|faco questao)(?: (?:se|for|com|por|uma|a|de|que|seja|ser|atendid[ao]))* (?:doutora|medica)\b"
)
""" "só se for com doutora"."""
_ONCE = re.compile(
    r"\b(?:botou|botaram|colocou|colocaram|marcou|marcaram|passou|passaram|atendeu|atenderam|foi|era|fui)(?: \w+){0,2} $"
)
_MEN, _WOMEN = frozenset({"dr", "sr", "prof"}), frozenset({"dra", "sra", "profa"})
_TITLES = _MEN | _WOMEN
_EITHER = frozenset({"luca", "nicola", "sasha", "joshua", "consuelo", "socorro", "rosario", "amparo"})
"""Given names whose end does not tell."""


def without_attendant(reading: Reading, text: str, team: Sequence[str]) -> Reading:
    """The same without a name that is one of `team` and no writer's own: "sim é a Helena que vai fazer né" tells of who does it."""
    said = fold(reading.name or "").split()
    hers = said and any(set(said) <= set(fold(name).split()) for name in team)
    if not hers or introduces(text, reading.name or "") or comes_instead(text):
        return reading
    first = re.escape(said[0])
    comes = (
        rf"\b(?:pra|para|pro|d[aeo]|nome(?: del[ae])?|chama|chamo|(?:minha|meu) {KIN}|(?:vai|vem) (?:e|eh))\b(?: (?:a|o|e|eh))* {first}\b"
        rf"|\b{first},? (?:minha|meu) {KIN}\b|\b{first} (?:que|q) (?:vai|vem)\b(?! (?:me |nos )?(?:fazer|atender))"
    )
    if re.search(comes, fold(text)):
        return reading  # who comes may be called so too
    told = reading.intents - {Intent.GIVE_NAME}
    return replace(reading, name=None, intents=told, nuances=reading.nuances - {Nuance.CORRECTS_NAME})


def read_attendants(text: str, team: Sequence[str]) -> list[str] | None:
    """Those of `team` of whom one is wished for in `text`; None where nobody is, empty where none is known to be what is wished for.

    Whether it is a man or a woman the title tells, and of who has none how the given name ends. Whoever is ruled out leaves the others.
    """
    said = _NOT.sub("nao", re.sub(r"[.\n]+ ?", " ", fold(text)).strip())
    wished: list[str] = []
    refused: list[str] = []
    for name in team:
        match = re.search(rf"\b(?:{'|'.join(map(re.escape, sorted(_words(name))))})\b", said)
        if match is None:
            continue
        before, after = said[: match.start()], said[match.end() :]
        if re.search(_REFUSED, re.sub(rf"(?:com )?(?:[ao] )?(?:{_TITLE} )?$", "", before)):
            refused.append(name)
        elif _is_wish(said, before, after, match[0]):
            wished.append(name)
    if wished:
        return wished if len(wished) == 1 or re.search(r"\bou\b", said) else None
    if refused:
        return [name for name in team if name not in refused]
    return _of_sex(said, team)


_WITH_THEM = re.compile(
    rf"\b(?!{KIN}\b)(?!(?:ir|vou|vamos|irei|vir|veio|vem|vim|fui|fomos|fal\w+|convers\w+|combin\w+|junto|estou|to|mor[ao]|brig\w+)\b)[a-z]+ com (?P<who>ele|ela)\b(?! (?:junto|tambem)\b)"
)


def spoken_of(text: str, before: Sequence[str], team: Sequence[str]) -> str | None:
    """The one of `team` whom "com ele" means: who alone is named in the last of the texts `before`, newest first, that names somebody."""
    match = _WITH_THEM.search(fold(text))
    if match is None:
        return None
    for said in (set(re.findall(r"[a-z]+", fold(one))) for one in before):
        named = [name for name in team if _words(name) & said]
        if named:
            wrong = _WOMEN if match["who"] == "ele" else _MEN
            return named[0] if len(named) == 1 and _title(named[0]) not in wrong else None
    return None


def _is_wish(said: str, before: str, after: str, name: str) -> bool:
    if re.search(_TOLD, said) or re.match(_HERS, after):
        return False
    if re.search(_WITH, before):
        return True
    rest = re.sub(r"\d+", " ", said.replace(name, ""))
    if re.search(_TITLED, before) and not re.search(_ABOUT, said):
        return True
    return _BARE.fullmatch(rest) is not None


def _of_sex(said: str, team: Sequence[str]) -> list[str] | None:
    if re.search(r"\bnao (?:faco|tenho) (?:questao|preferencia)\b", said):
        return None
    match = next((one for one in _SEX.finditer(said) if not _ONCE.search(said[: one.start()])), None)
    if match is None:
        if re.search(_TOLD, said) or not (_HER.search(said) or _WOMAN.search(said)):
            return None
        women = [name for name in team if _is_of(name, man=False)]
        return [name for name in women if _title(name) in _WOMEN] if _HER.search(said) else women
    man = (match["sex"] == "homem") is not bool(re.search(_REFUSED, said[: match.start()].rstrip() + " "))
    return [name for name in team if _is_of(name, man=man)]


def _is_of(name: str, *, man: bool) -> bool:
    title = _title(name)
    if title in _TITLES:
        return title in (_MEN if man else _WOMEN)
    return title not in _EITHER and title.endswith("o" if man else "a")


def _title(name: str) -> str:
    return fold(name).split()[0].strip(".")


def _words(name: str) -> set[str]:
    """The given name and the last one: what somebody is called by."""
    words = [word for word in re.findall(r"[a-z]+", fold(name)) if word not in _TITLES]
    return {words[0], words[-1]} if words else set()
