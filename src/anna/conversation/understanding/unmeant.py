"""What is threatened with or complained of and not meant: a condition that may never come ("se doer eu processo"), a joke, another place.

A complaint is about what happened here. What would have to be made good ("se não devolverem eu processo") happened, and is none of these.
"""

from __future__ import annotations

from anna.commands import Safety
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.intents.ultimatums import without_ultimatum
from anna.conversation.understanding.text.line import Line, rx

_BAD = r"(?:ruim|errado|errada|merda|mal|feios?|feias?|tort[ao]s?|uma bosta|um lixo|pessim[ao]|horrivel|problema|rox[ao]|manchad[ao]|queimad[ao]|deformad[ao]|car[ao]|estranh[ao]|demorad[ao]|grosseir[ao]s?|zoad[ao]|igual|bagunca)"
_GOOD = r"(?:bom|boa|bem|cert[ao]|lind[ao]|legal|perfeit[ao]|otim[ao]|top|direito|como eu|do jeito|natural|igual|o que|bonit[ao])"
_WORDS = r"(?:(?!nao\b)[a-z]+ ){0,3}?"
_IF = (
    rf"\b(?:se|caso|quando) {_WORDS}(?:doer|doerem|arder|queimar(?:em)?|manchar(?:em)?|machucar(?:em)?|inchar|cocar|sangrar|atrasar(?:em)?|me perder|perder a hora|me furar(?:em)?|desmarcar(?:em)?|errar(?:em)?|mentir(?:em)?"
    rf"|demorar(?:em)?(?! (?:mais )?(?:a |pra |para )?respond)|acabar (?:mal|feia)|piorar|estragar(?:em)?|me deixar(?:em)? (?:esperando|{_BAD})"
    rf"|(?:for|forem|der|derem|ficar|ficarem|fique|fica|sair|vier|estiver|acontecer) (?:(?:com|uma?|a|o|minha|meu|cara|algum|alguma|alguem|muito|bem|tudo|coisa|todo|toda|meio|resultado|so) )*(?:{_BAD}|cara de \w+|algo|alguma coisa)"
    rf"|(?:eu )?nao (?:eu |me )?(?:(?:for|ficar|ficarem|fique|sair|der|tiver|estiver) (?:(?:muito|bem|tudo|tao|a|o|uma?) )*{_GOOD}|gostar|prestar|funcionar|durar|valer|(?:atender|atenderem|tratar|tratarem|cuidarem|fizerem|fizer) (?:(?:eu|me|muito|tudo|a gente|super) )*(?:direito|bem|certo|direitinho|bonito))"
    r"|(?:me )?(?:atenderem|tratarem|atender|tratar) (?:muito )?mal|eu (?:morrer|ficar com \w+|sair (?:com|de)(?: \w+)?))\b"
)
_WHERE_TO = r"(?:(?:n[ao]|ao|a|pr[ao]|para o|para a) )?(?:procon|justica|policia|delegacia|anvisa|crm|conselho|reclame(?: aqui)?|google|internet|advogad[ao])"
_LETS_GO = (
    rf"(?:(?:eu|ja|ai|entao|,|vou|ir|irei|juro que|logo|hein|e) )*(?:process(?:o|ar|arei|aria)|denunci(?:o|ar|arei)|(?:faco |fazer )?reclam(?:o|ar|arei|acao)|(?:cham|acion)(?:o|ar|arei) {_WHERE_TO}|(?:vou|ir|corro|bato|boto|coloco|falo) (?:direto )?{_WHERE_TO}"
    r"|nunca mais (?:eu )?(?:falo|volto|piso|venho|apareco|faco|marco|indico|entro|boto os pes|coloco)|(?:quero|vou querer|exijo) (?:o )?(?:meu )?dinheiro(?: de volta)?|(?:deixo|dou|faco|posto|escrevo|deixar|dar|fazer|postar) (?:uma )?(?:resenha|avaliacao|nota|critica)\b[^.,;!?\n]{0,12}?(?:ruim|pessima|0|1|uma estrela)|falo mal|abro (?:um )?processo|meto (?:um )?processo)"
)
_TAIL = r"(?: (?:contra|voces?|a|o|os|com|n[ao]|ao|em|de|pr[ao]|para|clinica|procon|justica|policia|delegacia|reclame|aqui|ai|la|internet|google|todos|todas|tudo|todo|mundo|geral|hein|viu|ne|mesmo|sim|kkk+|rs+|haha\w*|hehe\w*|volta))*"
_REDRESS = r"\b(?:devolv|resolv|respond|retorn|reembols|estorn|explic|continu|insist|par(?:ar|em|arem)\b|mand(?:ar|arem)\b|ligar|refa|refiz|corrig|consert|de novo|outra vez|novamente)"
_THREATENED = (
    rf"(?P<then>{_IF}[^.!?;\n]{{0,30}}? ?{_LETS_GO}{_TAIL})",
    rf"(?P<then>\b{_LETS_GO}{_TAIL} ?,? ?{_IF})",
)

_ELSEWHERE = r"(?P<it>\b(?:(?:vou|to|estou|tive que|ja) )*(?:process\w+|denunci\w+|reclam\w+))\b[^.,!?;\n]{0,30}\b(?:(?:outr|ultim|antig)[ao] (?:lugar|clinica|salao|profissional|medic[ao]|dentista|estetica)|clinica antiga)\b(?:[^.!?\n]{0,20}(?P<to>\bn[ao] (?:procon|justica|policia|delegacia)\b))?"
_LAUGH = r"(?:k{3,}|haha\w*|hehe\w*|rs+|hein|viu|,|!)"
_JOKE = (
    r"(?:(?<!nao )(?<!isso )(?<!num )\b(?:to|tou|estou|tava|estava|era|foi|falei) (?:(?:so|de|uma?|na|por) )*(?:brincando|brincadeira|brinks|zoando|zoeira|zuando|zueira|piada|gracinha)(?! nao\b)"
    rf"|\b(?:brinks|brincadeirinha|zoeira|zueira)|(?:^|[.,;!?\n]|{_LAUGH}) ?brincadeira(?= ?(?:$|[.,;!?\n]|{_LAUGH})))"
)
_IN_JEST = rf"[^.,;!?\n]*(?:[.,;!?\n]+ ?)?(?:{_LAUGH} )*{_JOKE}"


_HELP = r"(?:samu|192|188|cvv|ambulancia)"
_WANTS_LITTLE = r"(?:desconto|vaga|horario|encaixe|promocao|precinho|resposta|botox|laser)"
_NEVER = (
    # "não vou me matar não, tô ótimo"
    r"\bnao (?:vou|irei|ia|pretendo) me matar\b(?: nao)?(?=.*\b(?:(?:to|tou|estou|ta tudo) (?:\w+ )?(?:otim[ao]|bem|de boa|tranquil[ao])\b|k{3,}|haha))(?!.*\b(?:nao aguento|nao quero|sumir|trist\w+|sozinh[ao]|mas)\b)",
    # "e não vem com samu"
    rf"\b(?:nao|nem) (?:me )?(?:vem|venha|venham|fala|fale|falem) (?:(?:mais|de novo) )?(?:com|de|em|do|no) (?:\w+ ){{0,2}}?{_HELP}\b|\b(?:para|pare|parem|chega) (?:com|de) (?:\w+ ){{0,3}}?{_HELP}\b",
    # "vou me matar se não me derem desconto kkk. brinks"
    rf"\b(?:vou |eu )*me mat(?:ar|o) se (?=[^\n]{{0,60}}?(?:\bbrinks|\bbrincadeira|\bbrincando|\bzoeira|\bzoando|\b{_WANTS_LITTLE}\b[^.\n]{{0,20}}(?:k{{3,}}|haha)))",
)


def is_jest(text: str) -> bool:
    """Whether something is said to have been a joke: "foi piada", "falei brincadeira". Who asks whether it is one does not say so."""
    return rx(_JOKE).search(Line.of(text).norm) is not None


def as_meant(line: Line) -> Line:
    """The line without giving up that is only threatened with, without a threat that hangs on what may come, and without a complaint that is said to be a joke in the same breath.

    What is graver than a complaint is left as it was told.
    """
    line = without_ultimatum(line)
    for pattern in _NEVER:
        never = rx(pattern).search(line.norm)
        line = line if never is None else line.hide(*never.span())
    if elsewhere := rx(_ELSEWHERE).search(line.norm):
        for name in ("it", "to") if elsewhere["to"] else ("it",):
            line = line.hide(*elsewhere.span(name))
    safety = read_safety(line)[0]
    if safety not in {None, Safety.COMPLAINT}:
        return line
    for pattern in _THREATENED:
        found = rx(pattern).search(line.norm)
        if found is not None and rx(_REDRESS).search(found["then"]) is None:
            line = line.hide(*found.span("then"))
    joke = rx(_IN_JEST).search(line.norm) if safety is not None else None
    return line if joke is None else line.hide(*joke.span())
