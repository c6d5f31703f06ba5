"""Whether it is asked if something has become of a consulta: "e a consulta, cancelou?", "foi remarcada?", "vc cancelou mesmo?"."""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line

_STEMS = (
    "cancel",
    "marc",
    "marq",
    "agend",
    "reserv",
    "confirm",
    "adi",
    "antecip",
    "mud",
    "troc",
)
"""Without one of these nothing is looked for."""

_STEM = r"(?:cancel|desmarc|remarc|reagend|marc|agend|reserv|confirm|adi|antecip)"
_DAY = r"(?:hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|dia \d{1,2}|\d{1,2} ?h)"
_ITS = (
    r"(?:(?:[ao]s? )?(?:minh\w+ |me[uo]s? |noss\w+ )?(?:consultas?|sess(?:ao|oes)|horarios?|h|agendamentos?|reservas?|retorno|avaliacao|procedimento|atendimento)"
    rf"(?: d(?:el[ae]|[aeo]s? {_DAY}|e \d{{1,2}}))?|[ao] d[aeo]s? {_DAY}|[ao] minha|[ao] meu)"
)
_ASKED_BY = rf"(?:(?:oi|ola|opa|e|ai|mas|entao|ue|uai|gente|moca|bom dia|boa tarde|boa noite|tudo bem|afinal|,|!|{_ITS}) )*"
_WHETHER = r"(?:(?:(?:so )?(?:quero|queria|gostaria de|para|pra|preciso) (?:saber|ver|confirmar)|me (?:diz|fala|confirma)|sabe|sera)(?: (?:uma coisa|ai|,|:))* (?:se|que) )"
_SUBJECT = rf"(?:(?:voces?|(?:a )?(?:clinica|dra|doutora|moca|recepcao)|o (?:dr|doutor|sistema)|eu|ja|realmente|mesmo|{_ITS}|,) )*"
_DONE = (
    rf"(?:{_STEM}(?:ou|aram|ei)|(?:des|re)?marquei"
    rf"|(?:foi|foram|fui|ta|esta|tao|estao|ficou|ficaram|tava|estava|tinha sido) (?:(?:ja|mesmo|realmente|tudo) )*{_STEM}ad[ao]s?"
    rf"|(?:conseguiu|conseguiram|deu (?:para|pra)|chegou a|chegaram a|cheguei a) {_STEM}ar"
    r"|(?:deu certo|saiu|rolou|fez|fizeram) (?:[ao] )?(?:cancelamento|remarcacao|agendamento|marcacao|reserva|mudanca|troca)"
    rf"|(?:mudou|mudaram|trocou|trocaram) (?:{_ITS}|[ao] (?:dia|data)))"
)
_THEN = rf"(?:(?:para|pra|pro|n[ao]|as?) )?(?:{_DAY}|feira|\d{{1,2}}(?: : \d\d|:\d\d)?(?: h)?)"
_BEHIND = rf"(?: (?:mesmo|ai|ja|entao|certinho|direitinho|tudo|isso|(?:para|pra) mim|de novo|no sistema|na agenda|agora|sozinh[oa]|sim|direito|[ao] (?:botox|limpeza|peeling|laser|preenchimento|toxina|avaliacao|depilacao|microagulhamento)|{_ITS}|{_THEN}|,))*"
_ENDS = r"(?: (?:ne|hein|nao|viu|certo|por ?que|(?:para|pra) (?:quando|q(?:ue|ual) (?:dia|h|horario))))* ?\?| ?,? (?:ne|certo)(?= ?(?:$|[!.]))"
_OR_NOT = rf" ?,? ou nao(?: (?:{_DONE}|foi|ficou|ta|esta|deu))?(?= ?(?:$|[?!.,;\n]))"

# asked in so many words ("sabe se cancelou") it may end as it likes, else it must end as a question
_ASKS = rf"(?:^|(?<=[?!.,;\n] )){_ASKED_BY}(?P<whether>{_WHETHER})?{_SUBJECT}{_DONE}{_BEHIND}(?(whether)(?= ?(?:$|[?!.,;\n]))|(?:{_OR_NOT}|{_ENDS}))"


def asks_what_happened(line: Line) -> tuple[int, int] | None:
    """Where it is asked whether a consulta was called off, moved or booked; None where that is not asked.

    The mark is no part of it: what is left is still a question.
    """
    if not any(stem in line.norm for stem in _STEMS):
        return None
    if "?" not in line.norm and not line.find(
        r"\bou nao\b|\b(?:ne|certo)\b|\b(?:saber|ver|confirmar|sabe|sera|diz|fala|confirma) (?:se|que)\b"
    ):
        return None
    match = line.find(_ASKS)
    if match is None:
        return None
    return match.start(), match.end() - (match.group().endswith("?"))
