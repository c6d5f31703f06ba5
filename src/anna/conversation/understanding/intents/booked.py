"""Whether somebody says that she has a consulta already: "eu já marquei semana passada", "eu só quero confirmar", "confirma meu horário?"."""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line

_STEMS = (
    "marquei",
    "marcad",
    "marcaram",
    "marcou",
    "agend",
    "confirm",
    "reservad",
    "garantid",
    "guardad",
    "saber",
    "certo",
)
"""Without one of these nothing is told of."""

_LOOKED_FOR = ("perdi", "tenho", "tinha", "marcad", "marquei", "marcou", "mesmo", "acharam", "acho")
"""Without one of these nothing is asked to be looked up."""

_OF_HERS = r"(?:consulta|sessao|horario|h|hora|horinha|agendamento|reserva|retorno|avaliacao|atendimento)"
_DONE = r"(?:marquei|agendei|marcaram|agendaram|(?:deixei|tenho|tinha|tava|estava|ta|esta|to|estou|ficou) (?:ja |tudo )?(?:marcad|agendad)[ao])"
_SAYS = (
    r"\b(?:eu|a gente) tinha (?:ja )?(?:marcado|agendado)\b"
    rf"|\b(?:eu|a gente|moca|nao|mas|ue|uai) (?:eu )?ja {_DONE}\b|^ja {_DONE}\b|(?<=[,.!?] )ja {_DONE}\b"
    rf"|\b[dn]?[ao] {_OF_HERS} que (?:eu )?(?:ja )?{_DONE}\b"
    rf"|\b(?:so|apenas|somente) (?:(?:quero|queria|gostaria|preciso|vim|era|para|pra|de|mesmo) )+confirmar ?(?:$|[.!?,]|(?:se (?:ta|esta|tem)|[ao]|que|minha|meu|{_OF_HERS}) (?!preco|valor|endereco|numero|nome|forma|telefone))"
    rf"|\b(?:me )?confirm(?:a|am|e|em) (?:(?:ai|aqui|pra mim|para mim|por favor|entao) )*(?:[ao] )?(?:minha|meu) {_OF_HERS}\b"
)
_STATE = r"(?:marcad|agendad|reservad|confirmad|garantid|guardad|cancelad|desmarcad)[ao]s?"
_ASKS = r"(?=[^?!.\n]{0,30}(?:\?|\b(?:ne|hein|certo|mesmo)\b))"
_TO_BE_SURE = (
    rf"\bconfirm(?:a|am|e|em|ar) (?:(?:ai|aqui|pra mim|para mim|por favor|entao|so|isso) )*(?:se|que) [^?!.\n]{{0,40}}\b(?:ta|esta|ficou|tava|continua|e) (?:(?:mesmo|tudo|certinho|ja) )*(?:{_STATE}|certo)\b"
    rf"|\bconfirmar (?:se|que) (?:a |o )?(?:minha|meu) {_OF_HERS}\b"
    rf"|\bso (?:quero|queria|preciso|era|pra|para)(?: (?:pra|para|eu))* (?:saber|confirmar|ver) se [^?!.\n]{{0,40}}?\b(?:ta|esta|ficou|continua) (?:(?:mesmo|tudo|certinho|ja|ainda) )*(?:{_STATE}|certo|certinho|de pe|valendo|pag[oa])\b"
    rf"|\b(?:a|o|as|os|minha|meu|ess[ea]) (?:\w+ ){{1,4}}?(?:continua|continuam|segue|permanece|ainda (?:ta|esta|fica)|(?:ta|esta) ainda) (?:(?:mesmo|tudo|la|ai) )*{_STATE}\b{_ASKS}"
)
"""To be sure that it stands: "só confirma se quarta às 13h tá marcado", "a limpeza continua marcada né"."""

_DAY = r"(?:(?:a |o |n[ao] |d[aeo] )?(?:segunda|terca|quarta|quinta|sexta|sabado|hoje|amanha)(?: feira)?(?: que vem)?|(?:o |no )?dia \d{1,2}(?:/\d{1,2})?|\d{1,2}/\d{1,2})"
_AT = r"(?: ?,? (?:as |de |da |das |pras )?\d{1,2}(?::\d\d)?(?: ?h(?: ?\d\d)?| e meia)?)"
_LEAD = r"(?:(?:oi|ola|oie|ei|e|ai|eai|entao|mas|moca|bom dia|boa tarde|boa noite|so|opa|gente|,|!|\.) ?)*"
_TAIL = r"(?: (?:ne|certo|mesmo|hein|viu|moca|entao|sim|isso|por favor|ok|ta)| ?[,.!?])*"
_STILL = (
    rf"^{_LEAD}(?:(?:ta|esta|ficou) )?tudo (?:certo|certinho|ok|confirmado|combinado|de pe)(?: (?:pra|para|pro|com|n[ao]|d[ao]|a|o|minha|meu|nossa|nosso))* (?:{_DAY}{_AT}?|{_OF_HERS}(?: {_DAY}{_AT}?)?){_TAIL}$"
    rf"|^{_LEAD}(?:(?:ta|esta|continua|segue|ficou) |(?=confirmado|garantido))(?:(?:tudo|mesmo|ainda) )*(?:de pe|valendo|certo|{_STATE})(?: (?:pra|para|pro|n[ao]|d[ao]|a|o|minha|meu))* (?:{_DAY}{_AT}?|{_OF_HERS}(?: {_DAY}{_AT}?)?){_TAIL}$"
    rf"|^{_LEAD}(?:(?:e|fica|ficou|ta|esta) )?{_DAY}{_AT} (?:(?:ta|esta|ficou) )?(?:confirmado|mesmo|certo|marcado|combinado|garantido|de pe)(?: ?,)? (?:ne|certo|hein|\?){_TAIL}$"
)
"""Where nothing is asked, of what stands already: "tudo certo pra quinta né", "quinta 17:15 confirmado né"."""

_NOT_HERE = r"\b(?:outr[ao]s?|em outr[ao]|n[ao] concorren\w+)\b|\b(?:quero|queria|gostaria de|vou|posso|pode|da (?:pra|para)|preciso|vamos|quer|como) (?:\w+ )?(?:marc|agend|remarc|cancel|desmarc|mud|troc|faz|antecip|adi|pag)\w*|\btambem\b|\bnao (?:marquei|agendei|tenho)\b|\bmais (?:um|uma)\b|\b(?:paguei|atras\w+|chego|vi)\b"
# "eu tenho hora aí dia 15 ou 16, num lembro", "tem uma ou duas marcadas no meu nome?", "na sexta que horas tá mesmo?"
_DOUBTS = r"(?:(?:nao|num|nem|nunca) (?:me )?(?:lembro|sei|recordo|to lembrad[ao]|estou lembrad[ao])|esqueci|(?:ve|ver|veja|olha|olhe|confere|verifica)(?: ai| isso)?(?: se)?(?: (?:pra|para) mim| por favor| ai)+)"
_PASSED = rf"\b(?:se|sera que|sera se) (?:eu )?(?:ja )?(?:perdi|passou) (?:[ao] )?(?:(?:minha|meu) )?{_OF_HERS}\b|\bperdi (?:[ao] )?(?:minha|meu) {_OF_HERS}(?: [a-z]+){{0,3}} ?\?"
_LOOKS_UP = (
    rf"\b(?:tenho|tinha) (?:(?:uma?|ja|ai) )*{_OF_HERS}\b[^?!.]{{0,50}}\b{_DOUBTS}"
    rf"|\b(?:minha|meu) (?:\w+ ){{1,3}}?que (?:eu )?(?:ja )?{_DONE}\b"
    r"|\b(?:tem|tenho|tinha|ta|esta|ficou) (?:[a-z]+ |\d ){0,4}?(?:marcad|agendad)[ao]s? (?:ai )?(?:n?o|em) meu nome\b"
    rf"|{_PASSED}"
    r"|\bque (?:h|horario|dia)(?: e que| que)? (?:ta|esta|ficou|era|e|foi|sera)(?: (?:a )?(?:minha|meu)(?: [a-z]+)?)? mesmo(?= ?(?:$|[?!.,]))"
    r"|\b(?:disse|falou|diz|avisou|jura|garante|contou)(?: (?:pra|para) mim)? que (?:eu )?(?:ja )?(?:tinha|tenho|tava|estava|to|estou)\b[^?!.]*(?:\?|\bverdade\b|\bconfere\b|\bmesmo\b)"
    rf"|\bnao (?:quero|e para|e pra|preciso) (?:fazer|marcar)(?: [a-z]+)? ?[,.!]* ja {_DONE}\b"
)
_WISHES = r"\b(?:remarc|tambem|outr[ao]|mais um)\w*|\b(?:quero|queria|gostaria de|vou|posso|pode|preciso|vamos) (?:marc|agend|mud|troc|cancel|desmarc|antecip|adi)\w*"
_NO_NEW = r"\bnao (?:quero|e para|e pra|preciso) (?:fazer|marcar)\b"


def says_booked(line: Line) -> bool:
    """Whether what is booked is only told of, or to be confirmed: nothing new, and no change of it, is wished."""
    if any(stem in line.norm for stem in _STEMS):
        if line.find(_TO_BE_SURE):
            new = line.find(_NO_NEW)
            return (line.hide(*new.span()) if new else line).find(_WISHES) is None
        if line.find(_SAYS):
            return line.find(_NOT_HERE) is None
    return looks_up(line)


def asks_whether_it_stands(line: Line) -> bool:
    """Whether, nothing being asked, no more is said than that what stands does stand: "tudo certo pra quinta né"."""
    return any(stem in line.norm for stem in (*_STEMS, "de pe", "valendo", "mesmo", "tudo")) and (
        line.find(_STILL) is not None
    )


def looks_up(line: Line) -> bool:
    """Whether it is asked what stands for her: "tem uma ou duas marcadas no meu nome?", "só quero saber se perdi minha hora"."""
    if not any(stem in line.norm for stem in _LOOKED_FOR) or line.find(_LOOKS_UP) is None:
        return False
    new = line.find(_NO_NEW)
    return (line.hide(*new.span()) if new else line).find(_NOT_HERE) is None
