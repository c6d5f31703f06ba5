"""Whether somebody says that she has a consulta already: "eu já marquei semana passada", "eu só quero confirmar", "confirma meu horário?"."""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line

_STEMS = ("marquei", "marcad", "marcaram", "marcou", "agend", "confirm")
"""Without one of these nothing is looked for."""

_OF_HERS = r"(?:consulta|sessao|horario|h|hora|horinha|agendamento|reserva|retorno|avaliacao|atendimento)"
_DONE = r"(?:marquei|agendei|marcaram|agendaram|(?:deixei|tenho|tinha|tava|estava|ta|esta|to|estou|ficou) (?:ja |tudo )?(?:marcad|agendad)[ao])"
_SAYS = (
    rf"\b(?:eu|a gente|moca|nao|mas|ue|uai) (?:eu )?ja {_DONE}\b|^ja {_DONE}\b|(?<=[,.!?] )ja {_DONE}\b"
    rf"|\b[dn]?[ao] {_OF_HERS} que (?:eu )?(?:ja )?{_DONE}\b"
    rf"|\b(?:so|apenas|somente) (?:(?:quero|queria|gostaria|preciso|vim|era|para|pra|de|mesmo) )+confirmar ?(?:$|[.!?,]|(?:se (?:ta|esta|tem)|[ao]|que|minha|meu|{_OF_HERS}) (?!preco|valor|endereco|numero|nome|forma|telefone))"
    rf"|\b(?:me )?confirm(?:a|am|e|em) (?:(?:ai|aqui|pra mim|para mim|por favor|entao) )*(?:[ao] )?(?:minha|meu) {_OF_HERS}\b"
)
_NOT_HERE = r"\b(?:outr[ao]s?|em outr[ao]|n[ao] concorren\w+)\b|\b(?:quero|queria|gostaria de|vou|posso|pode|da (?:pra|para)|preciso|vamos|quer|como) (?:\w+ )?(?:marc|agend|remarc|cancel|desmarc|mud|troc|faz|antecip|adi|pag)\w*|\btambem\b|\bnao (?:marquei|agendei|tenho)\b|\bmais (?:um|uma)\b|\b(?:paguei|atras\w+|chego|vi)\b"


def says_booked(line: Line) -> bool:
    """Whether what is booked is only told of, or to be confirmed: nothing new, and no change of it, is wished."""
    if not any(stem in line.norm for stem in _STEMS):
        return False
    return line.find(_SAYS) is not None and line.find(_NOT_HERE) is None
