"""Who leaves what is asked of her: for good ("deixa então, fica pra próxima") or to come back by herself ("deixa ela ver e eu volto"). Pure.

A message is one of these where every clause of it is: who wishes something beside it has not left.
"""

from __future__ import annotations

from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx

_THEN = r"(?: (?:entao|mesmo|moca|moco|anna|ai|isso|la|nao|ne|viu|filha|gente|bem|por enquanto|por hoje|por agora|agora|hoje|hj|tambem|ja|ta|mais|com voces|de voces))*"
_LATER = r"(?:outro dia|outra h|outra vez|outra ocasiao|qualquer dia(?: desses)?|depois|mais tarde|mais (?:pra|para) frente|(?:n?a )?proxima(?: vez| semana)?|outro momento|semana que vem|mes que vem|um dia desses)"
_COMES = r"(?:vejo|volto|marco|falo|chamo|ligo|resolvo|venho|vou|procuro|tento|escrevo|faco|aviso|penso|olho|retorno)"
_STRONG = (
    r"(?:deixa|deixe|deixem) (?:(?:pra|para) la|quieto|queto|disso|estar)"
    rf"|(?:deixa|deixo|fica|vai ficar|fique) (?:isso |essa |pra |para )*{_LATER}"
    r"|esquec[ea](?: (?:isso|tudo|essa historia))?|(?:eu )?desist[io](?: (?:dessa? \w+|disso|de voces|da consulta))?|nao vai dar certo"
    rf"|{_LATER} (?:eu |a gente |nos )?{_COMES}(?: (?:isso|com calma|de novo|com voces|ai|aqui|certinho))*"
    rf"|(?:eu |a gente )?{_COMES}(?: (?:isso|com calma|com ela|com ele|junto|la|ai|de novo|a|n))* {_LATER}"
    r"|nao (?:quero|vou querer|preciso|queria)(?: (?:marcar|agendar|fazer|ver|saber|reservar|de))*(?: (?:mais|nada|nenhum|nenhuma|horario|consulta|procedimento|disso|coisa|nao|outra coisa))+"
    r"|nao (?:quero|vou|queria|pretendo) (?:mais )?(?:marcar|agendar|reservar)|fica assim"
)
_WEAK = r"nenhum[ao]?(?: (?:dess[ea]s|deles|delas|dai))?|nada|(?:nao )?precisa(?: mais)?(?: nao)?|deixa|deixe|par[ae]|chega|parou|nao quero|quero nao"
_WORDS = (
    r"(?:ah+|ai|aff?e?|poxa|puxa|nossa|ue|uai|eita|ok|okay|ta|tah|bom|certo|tudo bem|beleza|de boa|sem problemas?|entao|mas|e|viu|ne|kk+|rs+|gente|moca|moco|filha|anna|querida|amiga|bem|ja"
    r"|(?:muito )?obrigad[ao]|brigad[ao]|brigadinh[ao]|valeu|agradec\w+|tchau|xau|ate (?:mais|logo|a proxima)|desculp\w+(?: (?:o|a|pel[oa]|por|incomodo|ai|viu|qualquer coisa|incomodar|tomar seu tempo))*|foi mal|fica com deus|boa (?:tarde|noite)|bom dia"
    r"|(?:eu )?(?:ja )?(?:disse|falei|avisei)(?: (?:que|ja))?|agora|hoje|hj|por enquanto|amem|deus abencoe|fica pr[ao]xima)"
)
_PLAIN = r"(?:(?:ta|e|esta|ficou|muito|tao|bem|meio|que) )+(?:dificil|ruim|complicad[ao]|car[ao]|salgad[ao]|corrid[ao]|longe)|(?:que )?pena|so (?:queria|quero|vim) [^,.;!?]*"
_CLAUSES = r"[.,;!?\n]+|\b(?:mas|entao|porque|pois) "

_KIN_SEES = (
    rf"\bdeix[ao] (?:(?:[oa] )?(?:minha |meu )?(?:el[ea]s?|{KIN}|marido|esposo|esposa|patroa)) (?:\w+ )?(?:ver|decidir|pensar|resolver|olhar|confirmar|falar|escolher|saber|chegar)\b"
    r"|\bdeix[ao] (?:eu )?(?:perguntar|falar|conversar|combinar|confirmar|checar) (?:com |pra |para |pr[ao] )?(?:el[ea]s?|[oa] |minha |meu )"
    r"|\b(?:vou|preciso|tenho que|melhor) (?:\w+ )?(?:perguntar|falar|conversar|combinar|confirmar|ver|checar|consultar) (?:isso |antes |primeiro |la )*(?:com |pra |para |pr[ao] )(?:el[ea]s?|[oa]|minha|meu)\b"
    rf"|\b(?:el[ea]|minha {KIN}|meu {KIN}) (?:volta|fala|chama|escreve|manda|liga|marca|ve|decide|resolve)(?: \w+)? depois\b"
)
_ASKED_BESIDE = r"\?|\b(?:quero|queria|prefiro|pode ser|marca|reserva|segura|guarda|agenda|fico com|tem|outr[ao] (?:h|horario|opcao))\b"
_NOT_WANTED = r"\bnao (?:quero|queria|prefiro|tem|pode ser)\b|\boutra h\b"


def leaves_for_good(text: str, *, unasked: bool = False) -> bool:
    """Whether she wants nothing of what she is asked, and nothing else; `unasked` where "nenhum" refuses no times that were offered."""
    strong = weak = False
    for clause in rx(_CLAUSES).split(Line.of(text).norm):
        left = " ".join(clause.split())
        if not left or rx(rf"{_WORDS}(?: {_WORDS})*").fullmatch(left) or rx(_PLAIN).fullmatch(left):
            continue
        before, behind = rf"(?:{_WORDS} )*", rf"{_THEN}(?: {_WORDS})*"
        if rx(rf"{before}(?:{_STRONG})(?:(?: e)? (?:{_STRONG}))*{behind}").fullmatch(left):
            strong = True
        elif rx(rf"{before}(?:{_WEAK}){behind}").fullmatch(left):
            weak = True
        elif strong or weak or not rx(_BEFORE_IT).fullmatch(left):
            return False
    return strong or (weak and unasked)


_BEFORE_IT = r"(?!.*\b(?:quero|queria|prefiro|pode|marca|reserva|agenda|confirma|sim|isso|fico|aceito|serve|1|2|3|4|link|paguei|pago|desconto|promocao|lembrete\w*|mensage\w+)\b).*"
"""What may be told or asked before she leaves: "não tem sábado nunca? então esquece"."""


def leaves_for_now(text: str) -> bool:
    """Whether she goes to ask or think, and comes back by herself: "deixa ela ver e eu volto", "vou perguntar pra ele"."""
    norm = Line.of(text).norm
    if rx(_KIN_SEES).search(norm) is None:
        return False
    return rx(_ASKED_BESIDE).search(rx(_NOT_WANTED).sub(" ", norm)) is None
