"""Whether messages are wanted at another number and not where she writes from: "usa outro número, ele pode ver esse".

Another number alone is only an answer to the question which one is hers; and one that is merely refused, "esse não", is too.
"""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line, rx

_ANOTHER = r"\b(?:outr[oa]|nov[oa]) (?:numero|telefone|celular|chip|whatsapp|aparelho|contato)\b|\b(?:n|pr|d)?o outro\b"
_WHO = r"(?:ele|ela|eles|marido|esposo|esposa|mulher|namorad[oa]|companheir[oa]|noiv[oa]|ex|pai|mae|irma|irmao|filh[oa]|sogra|patrao|patroa|alguem)"
_HERE = r"(?:n?ess[ea]|n?est[ea]|aqui|por aqui)"
_NUMBER = r"(?: (?:numero|telefone|celular|chip|whatsapp|contato|aparelho))?"
_SENDS = r"(?:mand\w+|envi\w+|escrev\w+|avis\w+)"
_READ_ALONG = (
    rf"\b{_WHO} (?:(?:nao|sempre|pode|podem|vai|consegue|fica|costuma|tambem|acaba|deve|as vezes) )*"
    r"(?:ver|ve|veem|veja|vendo|ler|le|leia|lendo|olha\w*|mex\w+|vigia\w*|fuca\w*|pega|pegar|confere|conferir|controla\w*)"
    r"(?: (?:o|a|os|as|no|na|em|meu|minhas?|tudo|isso))*"
    r" (?:n?esse|n?este|aqui|mensage\w+|conversa\w*|celular|telefone|numero|whatsapp|aparelho)\b(?! (?:del[ae]s?|da|do|horario|dia|preco|valor|link|procedimento|mes)\b)"
    rf"|\b{_WHO} nao pode (?:\w+ )?(?:ver|saber|ler|desconfiar|descobrir)\b"
    rf"|\b{_WHO} (?:ta|esta) (?:vendo|lendo|olhando|espiando)(?: ?$| ?[.,;!?])"
    rf"|\b(?:esse|este){_NUMBER} (?:e )?compartilhad\w+\b"
)
_NOT_HERE = (
    rf"\bnao (?:e (?:para|pra) |quero que )?(?:me )?(?:{_SENDS}|lig(?:a|ue|uem|ar)|cham(?:a|e|em|ar)|respond\w+|receb\w+)"
    rf"(?: (?:mais|nada|nenhuma?|mensage\w+|lembrete\w*|aviso\w*|isso|coisa|me|para|pra|por|em))* (?:ness[ea]|nest[ea]|aqui|ess[ea]{_NUMBER}$|est[ea]{_NUMBER}$)"
    rf"|\b{_SENDS}\b.{{0,120}}?\bnao (?:e (?:para|pra) )?(?:mandar )?{_HERE}{_NUMBER}(?: $|$| ?[.,;!?])"
    rf"|\b{_SENDS}\b.{{0,120}}?\b{_HERE}{_NUMBER} nao(?: $|$| ?[.,;!?])"
)


_READ_ALL = (
    rf"\b{_WHO} (?:(?:nao|sempre|pode|vai|fica|costuma|tambem) )*(?:ve|veem|vendo|le|lendo|ler|olha\w*|mex\w+|vigia\w*|fuca\w*|confere|controla\w*) tudo\b"
    r"|\b(?:apag\w+|delet\w+|exclu\w+) (?:\w+ ){0,2}(?:conversa|mensage\w+|isso|tudo)\b"
)

_HIS = r"\b(?:ess[ea]|est[ea])(?: (?:numero|telefone|celular|chip|whatsapp|aparelho))?(?: (?:ai|aqui))? (?:e|eh) d[ao] (?:meu|minha) \w+"
_ANOTHERS = rf"\b(?:esse|este|(?:o|esse|este){_NUMBER})(?: (?:aqui|ai|mesmo))? (?:nao e (?:o )?meu|e (?:o )?(?:d[oa] (?:meu |minha )?{_WHO}|del[ea]))\b"
_BUT_TAKE_IT = r"\b(?:mas|pode|podem) (?:pode|ser|usar|mandar|chamar|sim|ficar)\b|\b(?:sem|tem) problema|\b(?:tudo bem|tranquilo|nao tem problema|usa ele|nao importa)\b"

_AT_HAND = (
    r"\b(?:socorro|faca|facao|armad[ao]|arma|revolver|grit\w+|matar|mata|bate\w*|bati|sangr\w+|porta)\b"
)
"""Danger that is there already: help is named, whoever reads it."""


def reads_along(line: Line) -> bool:
    """Whether somebody else may read here, "ele lê tudo", "apaga essa conversa", and danger is not there already."""
    return line.find(_AT_HAND) is None and any(
        rx(words).search(line.norm) for words in (_READ_ALONG, _READ_ALL)
    )


def is_anothers(line: Line) -> bool:
    """Whether the number she was asked about is somebody else's, and is not to be used: "não, esse é do meu marido"."""
    return line.find(_ANOTHERS) is not None and line.find(_BUT_TAKE_IT) is None


def writes_elsewhere(line: Line, *, phone: bool) -> bool:
    """Whether she wants to be reached elsewhere, and not here; `phone` where the message gives a number."""
    if rx(_HIS).search(line.norm) and reads_along(line):
        return True  # "esse é do meu marido e ele vê tudo"
    if (
        not phone
        and "tudo" in line.norm
        and rx(_READ_ALL).search(line.norm)
        and rx(_NOT_HERE).search(line.norm)
    ):
        return True  # "não manda nesse número, ele lê tudo"
    if not phone and not ("outr" in line.norm or "nov" in line.norm):
        return False
    if not phone and line.find(_ANOTHER) is None:
        return False
    return any(rx(words).search(line.norm) for words in (_READ_ALONG, _NOT_HERE))
