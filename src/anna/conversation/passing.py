"""What is said in passing while a question is open, and is neither its answer nor a misunderstanding, or takes what Anna offered. Pure.

A part of the body or a trouble is a detail of what is talked about, "hmm" is somebody who thinks, "sei lá" somebody who wants help.
"""

from __future__ import annotations

import re
from enum import StrEnum

from anna.kit.text import tokenize


class Passing(StrEnum):
    """What such words are; the value is why the turn ended so."""

    DETAIL = "detail"  # "costas", "to com muita espinha", "ela tem 22 anos"
    THINKS = "thinks"  # "hmm", "entendi"
    UNSURE = "unsure"  # "sei lá"
    HURRIES = "hurries"  # "tô com pressa, responde logo"
    HEARD_OF = "heard_of"  # "minha vizinha falou de vocês", "vi no insta"


LONGEST = 8
"""Of more words than these a part of the body is named for another reason."""

_AROUND = r"(?:ah|ai|hum|hm|hmm|olha|poxa|puts|kkk|eu|entao|mas|e|ainda|bem|direito|mesmo|moca|viu|ao certo|te dizer|dizer|agora|nao|,|\.|!)"
_UNSURE = re.compile(
    rf"(?:{_AROUND} )*?(?:sei la|(?:nao|nem|num) sei|(?:nao|nem|num) (?:faco|tenho) (?:a menor )?ideia|sem ideia|(?:to|estou|tou|fiquei) (?:na|em) duvida"
    rf"|(?:nao|num|nem) decidi|(?:to|estou|tou) indecis[ao])(?: {_AROUND}| (?:qual|quando|que dia|o dia|a hora|que h))*"
)
_IN_A_HURRY = r"(?:(?:to|estou|tou) (?:com |na |de )?(?:muita |mo |maior )?(?:pressa|correria)|(?:sem|nao tenho|tenho pouco) tempo|(?:me )?(?:respond[ae]|fala|diz|adianta|agiliza|anda|vai)(?: (?:logo|rapido|ai|de uma vez|isso|depressa))+|(?:rapido|depressa|agiliza|anda logo))"
_HURRIES = re.compile(
    rf"(?:{_AROUND} )*{_IN_A_HURRY}(?: (?:{_AROUND}|por favor|pfv|ta|ok))*(?: {_IN_A_HURRY})*(?: (?:{_AROUND}|por favor|pfv|ta|ok))*"
)
_SOURCE = r"(?:insta\w*|face\w*|google|site|anuncio|tiktok|youtube|internet|propaganda|post|stor(?:y|ies)|placa|rua|radio|panfleto|cartao|perfil|reels?)"
_BY_WHOM = (
    r"(?:(?:a|o|uma?) )?(?:(?:minha|meu) )?\w+(?: (?:da minha|do meu|do|da|de)? ?\w+)? (?:me )?"
    r"(?:indicou|recomendou|passou o contato|elogiou|(?:falou|fala)(?= (?:de |bem|muito bem|super|d[ao] clinica|sobre voce)))"
    r"(?: (?:muito|bem|super|de|d[ao]|sobre|voces?|esse|numero|contato|clinica|a|o|ai|aqui|por ai|pra mim))*"
)
_WHERE = (
    r"(?:eu )?(?:vi|achei|conheci|encontrei|peguei|descobri)(?: (?:voces?|a clinica|o numero|o contato|isso|aqui|ai|o perfil|o anuncio|pel[ao]|n[ao]|d[ao]|por|um|uma|o|a))*"
    rf" {_SOURCE}(?: (?:de voces?|d[ao] clinica|ontem|hoje|agora|tambem|ai))*"
)
_HEARD_OF = re.compile(
    rf"(?:{_AROUND} |(?:oi|ola|bom dia|boa tarde|boa noite) )*"
    rf"(?:{_BY_WHOM}|{_WHERE}|(?:foi )?(?:por )?indicac[a-z]+(?: (?:de|d[ao]) (?:(?:uma?|minha|meu) )?\w+)?)"
)
_THINKS = re.compile(
    r"(?:h+u*m+|u+h?m+|h+a?n+|a+h*n+|e+r*|ixi|eita|puts|hein|(?:(?:ah|hm+|ok|ta|oi|certo)(?: ,)? )?(?:entendi|saquei|captei|compreendi|interessante)(?: (?:ja|sim|tudo|bem|agora|moca))*)(?: (?:\.|,|h+u*m+))*"
)
_DETAIL = re.compile(
    r"\b(?:costas|ombros?|pernas?|coxas?|panturrilhas?|bracos?|axilas?|virilhas?|buco|barba|peito|barriga|abdomen|gluteos?|bumbum|nuca|pescoco|colo"
    r"|papada|queixo|testa|glabela|rosto|face|bochechas?|nariz|olhos?|olheiras?|boca|labios?|maos?|pes|culotes?|flancos?|cintura|sobrancelhas?"
    r"|espinhas?|acne|cravos?|manchas?|manchinhas?|melasma|rugas?|ruguinhas?|linhas?|pes de galinha|bigode chines|flacidez|celulites?|estrias?"
    r"|gordur\w+|vasinhos?|oleosidade|poros?|cicatriz\w*|pelos?|pelinhos?)\b"
    r"|\b(?:tem|tenho|fiz|fez|faz|com|completou) (?:1[89]|[2-9]\d) anos?\b"
)
_NO_DETAIL = re.compile(
    r"\b(?:nao|nem|num|cancel\w*|desmarc\w*|ar(?:de|dendo)|do[ei]\w*|cocando|inchad\w*|sangr\w*|queimad\w*|vermelh[ao]s?|ferid\w*|alergi\w*)\b"
)


def passing(text: str) -> Passing | None:
    """What `text`, read as nothing else, says in passing; None where it may be anything."""
    said = " ".join(token.norm for token in tokenize(text))
    if "?" in said:
        return None
    bare = said.rstrip(" .!,")
    if _THINKS.fullmatch(bare):
        return Passing.THINKS
    if _UNSURE.fullmatch(bare):
        return Passing.UNSURE
    if _HURRIES.fullmatch(bare):
        return Passing.HURRIES
    if _HEARD_OF.fullmatch(bare):
        return Passing.HEARD_OF
    detail = len(said.split()) <= LONGEST and _DETAIL.search(said) and not _NO_DETAIL.search(said)
    return Passing.DETAIL if detail else None


def without_source(text: str) -> str:
    """`text` without the sentences that tell how its writer heard of the clinic."""
    parts = re.split(r"(?<=[.!?,;\n])", text)
    return "".join(part for part in parts if passing(part) is not Passing.HEARD_OF).rstrip(" ,;")


_LEADS_IN = r"(?:(?:sim|ok|ta|tah|ah|entao|pode|quero|claro|isso|beleza|blz|por favor|eu|bom|certo|prefiro|que|,|!|\.) )*"
_TAKES_PERSON = re.compile(
    rf"{_LEADS_IN}(?:chama|chame|chamar|chamem)(?: (?:sim|entao|ai|la|por favor|pfv|alguem|eles|ela|ele|logo|ja|a equipe|da equipe|uma pessoa|pra mim|para mim|obrigad[ao]|,|!|\.))*[ .,!]*"
)


def takes_person(text: str) -> bool:
    """Whether nothing is said but that somebody may be called: "chama então"."""
    return _TAKES_PERSON.fullmatch(" ".join(token.norm for token in tokenize(text))) is not None
