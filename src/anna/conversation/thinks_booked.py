"""Who believes that something is booked for her, does not know it any more, or has missed it: "minha consulta era hoje e eu esqueci", "nem sei mais se marquei". Pure."""

from __future__ import annotations

from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx

_DAY = r"(?:hoje|ontem|anteontem|amanha|segunda|terca|quarta|quinta|sexta|sabado|dia \d{1,2}|semana passada|mes passado)"
_OF_HERS = r"(?:consulta|sessao|horario|h|hora|horinha|agendamento|reserva|retorno|avaliacao|atendimento|limpeza(?: de pele)?|botox|peeling|laser|depilacao|massagem|drenagem|preenchimento|microagulhamento|procedimento)"
_DONE = r"(?:marquei|marcamos|agendei|agendamos|marcad[ao]s?|agendad[ao]s?|marcaram|marcou|agendaram|agendou)"
_MISSED = (
    rf"\b(?:minha|meu|nossa|nosso|a|o) {_OF_HERS} (?:d[aeo] \w+ )?(?:era|eram|foi|seria|tava marcad[ao]|estava marcad[ao]) (?:(?:pra|para|n[ao]|de|agora|as|marcad[ao]) )*{_DAY}\b"
    rf"|\bera (?:pra|para|n?o|n?a)? ?(?:ser |ir )?{_DAY}\b(?: \w+){{0,4}} (?:esqueci|nao (?:fui|deu|consegui|pude|apareci)|faltei|perdi|dormi)\b"
    rf"|\b(?:esqueci|esquecemos)(?: (?:completamente|totalmente|mesmo|eu))? (?:de ir\b(?! (?:ao|a|n[ao]|pr[ao]|para [ao]) (?!clinica|consulta|sessao))|da (?:minha )?(?:{_OF_HERS}|de {_DAY})|d[oe] (?:meu )?(?:{_OF_HERS}|de {_DAY}))"
    rf"|\b(?:perdi|faltei|furei|perdemos)(?: (?:a|o|n[ao]|d[ao]|minha|meu))* {_OF_HERS} (?:d[aeo] )?(?:{_DAY}|(?:e|pq|porque|mas|ne|nao)\b)"
    rf"|\btinha (?:uma? |marcad[ao] )*(?!h\b|hora|horario ?(?:pra |para |n?[ao] )*{_DAY} ?\?){_OF_HERS}(?: de pele)? (?:marcad[ao] |pra |para |n?[ao] )*{_DAY}\b"
    rf"|\b(?:nao fui|faltei|nao (?:pude|consegui) ir)(?: \w+){{0,3}} (?:minha|meu) {_OF_HERS}\b"
)
_DOUBTS = (
    r"\b(?:nem|nao|num) (?:sei|lembro|recordo)(?: (?:mais|direito|bem|nem))*(?: (?:se|que dia|qual dia|o dia|quando))(?: (?:eu|a gente|nos|ja|e que|que))* (?:marqu|marcam|agend|reserv|ta marcad|esta marcad)\w*"
    rf"|\b(?:eu|a gente|nos|sera que)(?: e (?:o |a )?(?:meu|minha) {KIN})?(?: (?:ja|eu|nos|chegamos a))* (?:marquei|marcamos|agendei|agendamos)\b[^?.!\n]*\?(?: ou (?:foi|fui) so\b| ou nao\b)?"
    r"|\b(?:saber|ver|confere|conferir|verifica\w*|olha\w*|ve)(?: (?:ai|pra mim|para mim|por favor|so))* se (?:eu |a gente |ja |ela |minha \w+ |meu \w+ )*(?:(?:ta|esta|tava|estava|ficou|tem|tinha|tenho) (?:\w+ )?(?:marcad|agendad|confirmad)[ao]|marquei|marcamos|agendei|chegamos a marcar)"
    rf"|\b{_DONE}\b[^?.!\n]*\b(?:e|mas) (?:ninguem|nao|nunca)(?: me)? (?:mand\w+|confirm\w+|receb\w+|cheg\w+|avis\w+|respond\w+|veio|vi)\b[^?.!\n]*\b(?:confirm\w*|nada|aviso|mensagem|lembrete|respost\w+)"
    rf"|\b{_DONE}\b[^?.!\n]*\b(?:mas|ou) (?:\w+ ){{0,2}}(?:era|foi|sera|seria)(?: (?:pra|para|n[ao]))* {_DAY} ?\?"
)
_WHICH = (
    rf"\b(?:confirmacao|comprovante) d[aeo] (?:que (?:eu )?(?:ja )?{_DONE}|(?:minha|meu) {_OF_HERS})"
    rf"|\b(?:perguntando|falando|querendo saber|perguntei|falei) d[aeo] (?:(?:de )?{_DAY}|minha|meu|que (?:eu )?(?:ja )?(?:{_DONE}|tinha|tenho))"
    rf"|\b(?:quero|queria|preciso|gostaria de|so|e so) (?:so )?confirmar (?:se )?(?:(?:a|o) (?:d[aeo] )(?:{_DAY})|[ao]? ?(?:minha|meu) {_OF_HERS}|[ao] {_OF_HERS} (?:d[aeo] |que (?:eu )?(?:ja )?{_DONE})|[ao] que (?:eu )?(?:ja )?{_DONE})"
    rf"|\b(?:nao|ninguem) (?:me )?ach(?:a|am|ou|aram|o)(?: (?:o|a))?(?: (?:meu|minha|aqui|ai))+(?: {_OF_HERS}| nome| cadastro)? ?\?"
    rf"|\b(?:ja|eu) (?:ja )?(?:tenho|tinha) (?:sim )?(?:uma? |minha |meu )?(?:consulta|horario|sessao|h|avaliacao|retorno) (?:sim |marcad[ao] |pra |para |n?[ao] |d[aeo] )*{_DAY}\b"
)
_CHANGES = r"\b(?:remarc|reagend|desmarc|cancel|adi|antecip|mud|troc|pass)(?:ar|a|o|ei|em|e|ue|uem)\b"
_NEW = r"\b(?:quero|queria|gostaria de|posso|pode|vou|vamos|bora|da (?:pra|para)|preciso|tem como|consigo) (?:\w+ )?(?:marc|agend|reserv|encaix|faz)(?!ad)\w*|\boutr[ao] (?:consulta|sessao|horario|h)\b|\btambem\b|\bmais (?:um|uma)\b"
_NO_NEW = r"\bnao (?:quero|e (?:para|pra)|preciso|vou|queria) (?:\w+ )?(?:marc|agend|reserv|faz)\w*(?: outr[ao](?: vez| consulta| h)?| de novo| nada)?"
_ELSEWHERE = r"\b(?:medic[ao]|dentista|hospital|trabalho|reuniao|faculdade|prova|viagem|outr[ao] (?:clinica|lugar|dentista)|posto|exame)\b"


def thinks_booked(text: str) -> bool:
    """Whether she tells of a consulta that she believes she has, had, or may have, and wishes nothing else."""
    return doubts(text) or _tells(text, _WHICH)


def doubts(text: str) -> bool:
    """Whether she missed it, or does not know whether or when it is: that is asked of what stands too."""
    return _tells(text, _MISSED, _DOUBTS)


def _tells(text: str, *patterns: str) -> bool:
    norm = rx(_NO_NEW).sub(" ", Line.of(text).norm)
    if rx(_CHANGES).search(norm) or rx(_NEW).search(norm) or rx(_ELSEWHERE).search(norm):
        return False
    return any(rx(pattern).search(norm) for pattern in patterns)


_GOT = r"\b(?:recebeu|recebi|recebemos|chegou|veio|mandaram|mandou|enviaram)\b[^?.!\n]*\b(?:mensage\w+|lembrete|aviso|sms|whats\w*|recado|confirmacao)\b|\b(?:mensagem|lembrete|aviso) (?:de voces|da clinica|dai)\b"
_NEVER = r"\b(?:ela|ele|eu|a gente|minha \w+|meu \w+)? ?(?:nao|nunca|nem) (?:\w+ )?(?:marcou|marquei|marcamos|agendou|agendei|fez|fiz|tem|tenho|conhece|conheco)\b"


def got_what_she_never_booked(text: str) -> bool:
    """Whether a message of the clinic's spoke of a consulta that nobody booked: "minha tia recebeu msg dizendo que tem consulta, ela não marcou nada"."""
    norm = Line.of(text).norm
    return (
        rx(_GOT).search(norm) is not None
        and rx(_NEVER).search(norm) is not None
        and rx(rf"\b(?:consulta|horario|{_OF_HERS})\b").search(norm) is not None
    )
