"""Whether a message keeps what is booked, while another time is offered or asked for: "não! deixa as 16", "esquece, vou às 16, tchau". Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time

from anna.commands import Reading
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import FOLDED_WEEKDAYS
from anna.kit.text import fold
from anna.when import TimeKind

_BYE = r"\bate (?:mais(?: tarde)?|logo|breve|la|ja|amanha|mais ver|(?:segunda|terca|quarta|quinta|sexta|sabado)(?: feira)?)\b"
"""At the end of a talk "mais tarde" is no hour."""

_WANTS_NOTHING_NEW = r"\bnao (?:precis\w+|quero|queria|vou|e pra|e para|era pra|tem que|precisa de)(?: (?:mais|que|de|voce))* (?:marcar|agendar|mudar|trocar|remarcar|alterar|mexer|reservar|outr[ao]|mais (?:um|uma|nada))(?: (?:de novo|denovo|outr[ao]\w*|horario|nada|mais|nao))*"
_WISHES = (
    r"\b(?:quero|queria|gostaria|preciso|prefiro|troc\w+|mud\w+|remarc\w+|pass[ae]r?|adiant\w+|antecip\w+|cancel\w+|desmarc\w+|marcar|marca|agendar|agenda|reserv\w+|encaix\w+|outr[ao]s?"
    r"|mais (?:um|uma|cedo|tarde|pra|perto)|tambem|falta|faltou|so que|porem|mas|ou|antes|depois|se)\b"
)
_KEEPS = (
    r"\b(?:deixa|deixe|deixar|fica|fico|ficar|fique|mantem|mantenha|manter|mantenho|continua|continuo|segue)(?: (?:entao|so|tudo|ele|ela|isso|ai|la))* "
    r"(?:assim|como (?:ta|tava|esta|estava|era|ja ta|ja esta|combinad\w+|marcad\w+)|do jeito que (?:ta|esta|tava|estava|era)|quieto|(?:n?[oa]|com [oa])? ?(?:meu|minha|mesm[ao]|que (?:eu )?(?:ja )?(?:tenho|tinha|marquei|ta|esta|tava|estava)|marcad[ao]|de (?:antes|sempre)))\b"
    r"|\b(?:vou|venho|compareco|estarei(?: ai)?|apareco) (?:n[oa] |mesmo n[oa] )?(?:meu|minha|mesm[ao]|(?:h|horario|dia|consulta) (?:mesmo|marcad[oa]|que (?:eu )?(?:ja )?(?:tenho|tinha|marquei|ta|tava|esta|estava)))\b"
    r"|\b(?:ja )?(?:ta|esta|foi|tava|estava) (?:tudo )?(?:marcad[oa]|agendad[oa])(?: (?:ja|sim|ue|uai))?(?= *(?:$|[,.!;]))|\bja (?:marquei|agendei)\b"
    r"|\b(?:e|eh|era|sendo) (?:[oa] )?mesm[ao] (?:consulta|sessao|horario|h|marcacao|agendamento)\b|\b(?:e|eh) (?:ess[ea]|aquel[ea]) (?:mesm[oa]|que (?:ja )?(?:ta|esta|marquei|tenho))"
    r"|\b(?:so|era so|somente|apenas)(?: (?:to|tou|estou|tava|estava|queria|quero|vim|passei|pra|para|e|te|era))* (?:confirmando|conferindo|confirmar|conferir|confirmo)\b"
    r"|\bdeixa[ ,]*(?:nao precisa|esquece)\b|\besquec[ea]\b(?! (?:de|que)\b)|\b(?:deixa|fica|mantem) so [oa]\b|\bdeixa (?:pra|para) la\b"
)
"""What is kept by these needs no hour."""

_AT_ITS_HOUR = r"\b(?:deixa|deixe|fica|fico|fique|ficar|mantem|mantenha|manter|mantenho|vou|venho|continua|confirmo|confirmad[oa]|esquece|mesmo|ne|certo|marcad[oa]|combinad[oa]|ok|tchau|(?:a|o) que (?:eu )?(?:ja )?(?:tenho|tinha|marquei))\b"
"""Beside the very hour of what is booked."""

_SURE = r"\b(?:ne|certo|isso|mesmo|confere|confirmad[oa]|combinad[oa]|ok|sim)\W*$"
_HOUR = r"\b(?:as|das|pras|na das|de|a) (\d{1,2})(?::(\d\d))?(?: ?h)?\b"
_MARKS = r"[^\w\s]+"
_ANOTHER_TIME = (
    r"(?:(?:oi|ola|moca|anna|bom dia|boa tarde|boa noite|tudo bem|e|entao|sera que|voces|me diz|por acaso|nao) )*"
    r"(?:tem como|da (?:pra|para)|tem|teria|ha|daria|consegue|consigo|queria|quero|gostaria(?: de)?|poderia|posso|pode|rola)(?: (?:pra|para|ser|um|uma|algum|alguma|algo|h|horario|vaga|vaguinha|ver|ir|vir|eu|me|encaixar|passar|a|o|de|minha|meu|consulta|marcar|colocar|por))* "
    r"(?:(?:um pouco|pouquinho|bem) )?(?:mais (?:cedo|tarde)|outr[ao] (?:dia|horario|h|data|semana))(?: (?:por favor|nesse dia|no mesmo dia|esse dia|pra mim|para mim|que seja|moca|ne))*"
)
_LAST, _MINUTES = 23, 60
_GIVEN = r"\bdia (\d{1,2})\b|\b(\d{1,2})/\d{1,2}\b"


_ARRIVES = r"\b(?:chegar|chego|chegando|chegarei|chega|aparecer|entrar)\b"
_NO_LATENESS = r"\b(?:antes|mais cedo|mud\w+|troc\w+|remarc\w+|marcar?|agendar?|quer\w+|como|onde|vaga|tem)\b"


def arrives(text: str) -> bool:
    """Whether it is about when she will be there, and about no other time to come: "dá pra chegar 15:15?"."""
    norm = Line.of(text).norm
    return rx(_ARRIVES).search(norm) is not None and rx(_NO_LATENESS).search(norm) is None


_MOVES = r"\b(?:muda|mudar|trocar|troca|troco|remarcar|remarca|passar|adiantar|antecipar|alterar|reagendar|transferir)\b"
_HERS_HERE = r"\b(?:minha|meu) (?!nome|telefone|numero|cadastro|mae|pai|filh|marid|espos|endereco|email|whatsapp|celular|amig|irm)\w+|\b(?:ja (?:ta|esta|tava) marcad[ao]|(?:que|a que|o que) (?:eu )?(?:ja )?(?:tenho|marquei|agendei)|que (?:ja )?(?:ta|esta) marcad[ao])\b"
_NOT_SO = r"\b(?:se|caso|ainda nao|nao marquei|nao tenho|posso|poderei|da pra|consigo) (?:\w+ ){0,3}(?:mudar|trocar|remarcar)|\b(?:depois|futuramente)\b|\b(?:mudar|trocar) (?:de|a|o|minha|meu) (?:assunto|visual|ideia|pele|cor|rosto|vida|cara|aparencia)\b"


def moves_own(text: str) -> bool:
    """Whether a consulta of hers is to be moved that is spoken of as booked: "queria trocar de 16h pra mais cedo minha limpeza"."""
    norm = Line.of(text).norm
    return all(rx(pattern).search(norm) for pattern in (_MOVES, _HERS_HERE)) and not rx(_NOT_SO).search(norm)


def wishes_other_time(text: str) -> bool:
    """Whether no more is said than that another hour or day is wished: "tem mais cedo?", "tem como ser outro dia?"."""
    return rx(_ANOTHER_TIME).fullmatch(" ".join(rx(_MARKS).sub(" ", Line.of(text).norm).split())) is not None


def forgets(text: str) -> bool:
    """Whether a thing that is named is given up: "deixa, esquece o botox"."""
    return rx(r"\besquec[ea] (?:d?[oa]|ess[ea])\b").search(Line.of(text).norm) is not None


_LETS_GO = r"\b(?:deixa|deixar|deixe|esquec[ea]r?|tira|tirar|desisti|desisto|larga|larguei)(?: (?:pra la|para la|quieto|entao|de))* (?:d?[ao]s? )?$"
_LEFT_THEN = r"^(?: (?:entao|pra la|para la|mesmo|quiet[oa]|por enquanto|de lado|(?:pra|para) depois|(?:pra|para) (?:um )?outro dia))* ?(?=$|[,.;!]|e? ?(?:fica|so|fico)\b)"


def lets_go(norm: str, named: Sequence[tuple[str, str]]) -> set[str]:
    """Those of the procedures that are given up: "deixa a limpeza então, fica só o botox"; not "deixa a limpeza pras 11h".

    `norm` is a normal form, and `named` are the procedures in it, each with the words that named it.
    """
    given_up = set()
    for slug, saw in named:
        before, found, after = norm.partition(fold(saw))
        if found and rx(_LETS_GO).search(before) and rx(_LEFT_THEN).match(after):
            given_up.add(slug)
    return given_up


def keeps_booked(
    text: str, reading: Reading, booked: Collection[datetime], offered: Collection[datetime] = ()
) -> bool:
    """Whether what begins at one of `booked` (the clinic's wall clock, naive) stays as it is, and nothing new is wished.

    A day or an hour that is named must be one of theirs, and an hour that is `offered` too says nothing.
    """
    line = Line.of(text)
    norm = rx(_WANTS_NOTHING_NEW).sub(" ", rx(_BYE).sub(" ", line.norm))
    refuses = norm != rx(_BYE).sub(" ", line.norm)
    asks = "?" in text and rx(_SURE).search(norm.replace("?", " ").strip()) is None
    if not booked or asks or rx(_WISHES).search(norm):
        return False
    named = {FOLDED_WEEKDAYS.index(name) for name in rx(rf"\b({'|'.join(FOLDED_WEEKDAYS)})\b").findall(norm)}
    numbers = {int(day or other) for day, other in rx(_GIVEN).findall(norm)}
    theirs = [at for at in booked if _fits(at.date(), named, numbers)]
    if (named or numbers) and not theirs:
        return False
    hours = _hours(norm)
    if reading.slot_choice and hours:
        hour = next((at.time() for at in theirs if at.time() in hours), None)
    else:
        hour = reading.when.time_start if reading.when and reading.when.time_kind is TimeKind.AT else None
    if hour is None and (hours or (reading.when and reading.when.time_kind)):
        return False
    if hour is None:
        plainly = refuses or rx(_KEEPS).search(norm) is not None
        others = [at for at in offered if (named or numbers) and _fits(at.date(), named, numbers)]
        return plainly and not others
    if not any(at.time() == hour for at in theirs):
        return False
    if any(at.time() == hour and _fits(at.date(), named, numbers) for at in offered):
        return False
    return refuses or rx(rf"{_KEEPS}|{_AT_ITS_HOUR}").search(norm) is not None


def _hours(norm: str) -> set[time]:
    """The hours that are said, each also as one of the afternoon."""
    said = [(int(hour), int(minute or 0)) for hour, minute in rx(_HOUR).findall(norm)]
    return {
        time(hour + more, minute)
        for hour, minute in said
        for more in (0, 12)
        if hour + more <= _LAST and minute < _MINUTES
    }


def _fits(day: date, weekdays: Collection[int], numbers: Collection[int]) -> bool:
    return set(weekdays) <= {day.weekday()} and set(numbers) <= {day.day}
