"""What is said to somebody in danger while nobody has come (decision 0019): every word hears where help is, until she is out of it. Pure.

Who says that it has passed, that she is safe or not alone, or that help is coming, hears a warm word and no number again, unless danger is
spoken of anew; what she wishes then is done (decision 0020). Who suffers violence may have a telephone that others read: once she says so, or
somebody else writes, nothing of it is named any more.
"""

from __future__ import annotations

from collections.abc import Mapping

from anna.commands import Intent, Nuance, Safety
from anna.conversation.manners import DANGERS as DANGER_KINDS, IDENTITY
from anna.conversation.understanding.care.concerns import VIOLENT as VIOLENT_RULE
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.facts.speaking import who_speaks
from anna.conversation.understanding.intents.elsewhere import reads_along
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.withdrawal import laughs, still_bad, was_joking, was_manner_of_speech
from anna.kit.text import fold
from anna.turns.asked import Asked
from anna.turns.waiting_queries import (
    CALL,
    DISCREET,
    ERASES,
    FREE,
    GONE,
    HE_COMES,
    HELD,
    HELP_COMES,
    HIDDEN,
    JOKED,
    KEPT,
    KEPT_GONE,
    KEPT_NOW,
    KEPT_UNSURE,
    NO_ONE_ELSE,
    NOW,
    REACTION_NOW,
    SECRET,
    Awaited,
)
from anna.whatsapp.reasons import ALARMS

DANGERS = frozenset(
    {Intent.EMERGENCY.value, Intent.ADVERSE_REACTION.value, Nuance.VIOLENCE.value, Nuance.WORSENS.value}
)

PASSED: Mapping[str, str] = {
    Intent.EMERGENCY.value: "danger_passed",
    Safety.SELF_HARM.value: "self_harm_passed",
    Nuance.VIOLENCE.value: "violence_passed",
    Nuance.GRIEF.value: "grief_goes_on",
    Intent.COMPLAINT.value: "complaint_passed",
}
"""The reason of a hand-off that was a danger, or anger, until the patient wrote that it is over, or went on with something else; a person still
looks into it. A reaction never passes: what was done to her is the matter itself. Who mourns and wishes for a time has it; what she had booked is the
person's to see to."""

VIOLENT = frozenset({Nuance.VIOLENCE.value, PASSED[Nuance.VIOLENCE.value]})

TOLD = frozenset({Intent.HOURS, Intent.LOCATION, Nuance.ASKS_REFUND})
"""What is told in danger beside where help is; who has something done or not, only of somebody whose telephone is her own."""

OWN = frozenset({Intent.CHECK_APPOINTMENT, Nuance.ASKS_PLACE, Nuance.ASKS_WHO})

_WHO = r"(?:ele|ela|marido|esposo|namorad[oa]|companheir[oa]|ex|pai|mae|alguem)"
_READ_BY_OTHERS = (
    rf"\b{_WHO} (?:sempre |tambem |fica )?(?:olha|ole|le|lendo|ve|olhando|vendo|mexe|mexendo|vigia|vigiando|fuca|confere)"
    r"(?: ?$| ?[.,;!]| (?:(?:o|a|as|no|nas|meu|minhas?) )*(?:tudo|celular|telefone|zap|whats\w*|conversa|mensage\w+|aqui|isso)\b)"
    r"|\b(?:apag\w+|delet\w+|exclu\w+) (?:\w+ ){0,2}(?:conversa|mensage\w+|tudo|isso)\b"
    r"|\bnao (?:me )?(?:mand[ae]m?|escreva\w*|ligue\w*|chame\w*)\b"
)
_HIDES = r"\b(?:apag\w+|delet\w+|exclu\w+) (?:\w+ ){0,2}(?:conversa|mensage\w+|tudo|isso)\b|\bnao (?:posso|da|consigo) (?:mais )?(?:falar|escrever|digitar|responder)\b"
_ERASES = (
    r"\b(?:apag(?!uei|amos)|delet(?!ei|amos)|exclu(?!i\b|imos))\w*"
    rf"|\b{_WHO} (?:\w+ )?(?:ler|leu|vir|ver|viu|descobrir|souber|achar|pegar|abrir) (?:\w+ ){{0,2}}(?:isso|aqui|celular|telefone|conversa|mensage\w+|tudo)\b"
)
"""What is wished gone from her telephone, or feared there: nothing of that is done from here."""
_AT_HAND = r"\b(?:socorro|faca|arma|revolver|grit\w+|matar|bate\w*|bateu|bati|sangr\w+)\b"
_AT_THE_DOOR = r"\b(?:chegou|chegando|porta)\b"
"""Danger that is there already: help is named, whoever reads it; he who only comes home reads what she asks to have deleted."""
_HE_IS_THERE = (
    r"\b(?:ele|(?:meu )?(?:marido|esposo|namorado|companheiro|ex|noivo|padrasto)) (?:(?:ja|ta|esta|tava|acabou de|de|aqui|quase|bem|me|la|vai|agora) )*(?:cheg(?:ou|a|ando|ar)|vindo|voltou|voltando|entrou|entrando|subindo|acordou|(?:na|no) (?:porta|portao|rua|casa|garagem))\b"
    r"|\b(?:ouvi|escutei|to ouvindo) (?:o |a |ele )?(?:carro|moto|portao|chave|porta|passos|cheg\w+|entr\w+)\b"
)
"""Who hurts her is there, or comes."""
_IS_ANOTHER = (
    r"\b(?:sou|aqui e|e|fala) (?:o |a )?(?:marido|esposo|esposa|namorad[oa]|companheir[oa]|irmao?|pai|mae|filh[oa]|noiv[oa]|ex)\b(?! me\b)"
    r"|\bo que (?:e que )?(?:ela|ele) (?:marcou|falou|disse|escreveu|contou|fez|quer|queria)\b"
)
_TELL_NOBODY = r"\bnao (?:\w+ )?(?:fal[ae]\w*|cont[ae]\w*|di(?:z|ga\w*)|pass[ae]\w*|inform[ae]\w*|confirm[ae]\w*)\b.{0,25}\b(?:nada|ninguem|ele|ela|onde|que eu)\b"
_OVER = (
    r"(?<!nao )(?<!num )(?<!nem )\b(?:(?:era|foi|tava|estava|to|e) (?:so |[oau] |uma? )*(?:alarme falso|panico|susto|calor|fome|nervos\w+|ansiedade|ressaca)"
    r"|(?:^|[.,;!?] ?|\b(?:moca|moco|mas|ah|calma|nossa|gente|desculpa|amiga|agora|entao|kk+) )(?:(?:(?:el[ea]|meu \w+|minha \w+) )?(?:(?:ja|agora) )*(?:acordou|voltou ao normal)|(?:el[ea]|meu \w+|minha \w+) (?:(?:ja|agora) )*(?:(?:ta|esta|ficou|tao|estao) (?:muito |super |bem )*(?:otim[oa]s?|melhor|normal|recuperad[oa]|bem)))(?! mal)(?! pior)(?=$| ?[.,;!]| (?:ja|sim|agora|gracas|obrigad|viu|foi|e (?!ta\b|nao\b|continu\w+)))(?!.*\b(?:mas|porem|so que|ainda|continua\w*|vomit\w+|caiu|desmai\w+)\b)"
    r"|(?:ja |tudo )+(?:passou(?! (?:d[aoe]s? |mais de |quase |muit[oa]s? |uns |umas )*(?:\d|h\b|hora|horario|min|meia|uma|duas|tres|tempo|dia|prazo|semana|mes\b|do ponto|dos limites))|melhor(?:ou|ei)|sarou|resolvi\w*)"
    r"|(?:to|estou|tou) (?:bem |muito |ja )?(?:bem|melhor|otim[ao])(?! (?:mal|ruim|pior|triste|tont\w+|frac\w+|sozinh\w+|cansad\w+|inchad\w+|rox\w+))\b)"
    r"|(?:^|[.,;!?\u2026] ?)(?:mas |agora )*passou ?(?:$|[.,;!])"
)
_KIN = r"(?:irma|irmao|irmas|mae|pai|pais|amig\w+|filh\w+|psicolog\w+|terapeuta|psiquiatra|medic\w+|enfermeir\w+|famil\w+|tia|tio|avo|vo|vizinh\w+|prim[ao]|sogra)"
_RESCUE = r"(?:samu|ambulancia|bombeir\w+|policia\w*|viatura|resgate|socorro|cvv|1(?:88|80|9[023]))"
_COMES = (
    rf"(?<!nao )\b{_RESCUE} (?:ja )?(?:ta|esta|tao|estao|vem|vai|vao)? ?(?:vindo|chegando|a caminho|chegou|chegaram|vir|aqui)\b"
    rf"|(?<!nao )\b(?:chamei|chamamos|chamaram|acionei|liguei|ligamos|ligaram)(?: (?:ja|pr[ao]|para|o|a|no|ao|pelo))* {_RESCUE}\b(?! (?:e |mas |so que )*(?:nao|ninguem|ocupad|demora))"
    r"|(?<!nao )\b(?:to|estou|indo|fui|cheguei|chegamos|chegando|vim|levaram|levando)\b (?:\w+ ){0,3}?(?:hospital|pronto ?-?socorro|pronto atendimento|upa|delegacia)\b"
    r"|(?<!nao )(?<!nem )(?<!se eu )\b(?:vou|vamos) (?!ter\b)(?:\w+ ){0,3}?(?:hospital|pronto ?-?socorro|pronto atendimento|upa)\b(?!.*(?:\?|\b(?:se|amanha|semana|caso|depois)\b))"
)
"""Help is on its way to her, or she to it."""
_SAFE = (
    r"(?<!nao )\b(?:to|estou|tou|fiquei|ficamos|estamos) (?:\w+ )?(?:segur[ao]|a salvo|salva|em seguranca|protegid[ao]|medicad[ao])\b"
    r"|\bnao (?:to|estou|tou|corro|ha|tem|tenho) (?:\w+ ){0,2}(?:em perigo|perigo|risco)\b"
    r"|(?<!nao )\b(?:sai|saimos|consegui sair|conseguimos sair|fugi) (?:de |da )(?:la|casa|perto)\b"
    rf"|\b(?:to|estou|vim|fui|dormi|fiquei) (?:aqui )?(?:n?a|pra|para a|pra a) casa d\w+ (?:minha |meu |uma )?{_KIN}\b"
    r"|(?<!nao )\b(?:me medicaram|me atenderam|me socorreram|fui (?:atendid|medicad|socorrid|internad)[ao]|to (?:internad|sendo (?:atendid|medicad))[ao]|me deram (?:alta|soro|corticoide|remedio|injecao|medicacao|antialergico|adrenalina)|(?:tive|recebi|ganhei) alta|(?:ele|ex|marido|namorado) (?:ja )?(?:foi|ta|esta) pres[oa])\b"
    rf"|(?<!nao )\b(?:to|estou|tou|fiquei|ficando) (?:aqui |agora )?com (?:a |o |os )?(?:minh?as?|meus?|uma?|duas) (?:\w+ )?{_KIN}\b"
    rf"|\b(?:minha|meu) {_KIN}\b(?:[^.!?]{{0,20}}\bel[ae])? (?:ja |tambem )*(?:ta|esta|chegou|veio|vem|ficou) (?:aqui|comigo|me buscar|(?:pra |para )?ca|ficar|dormir)\b"
    rf"|(?<!nao )\b(?:liguei|avisei|chamei|mandei mensagem)(?: (?:ja|pra|para|a|o))* (?:minha|meu|uma?) {_KIN}\b(?!.*\b(?:nao (?:me )?(?:atend\w+|respond\w+|vem|veio|quer|liga\w*)|ninguem|caixa postal)\b)"
    rf"|(?<!nao )\b(?:conversei|falei|desabafei|to (?:falando|conversando)) com (?:alguem|ela|minha|meu|uma?|o|a) ?(?:{_KIN}|cvv|policia)?\b"
)
_HE_IS_GONE = (
    r"\b(?:ele|marido|namorado|ex) (?:ja )?(?:saiu|foi embora|foi trabalhar|nao ta (?:aqui|em casa)|viajou)\b"
)
_CRIES = (
    r"\b(?:preciso|precisando|quero|queria) (?:\w+ )?(?:de )?(?:ajuda|socorro)\b(?! (?:pra|para|com|em)\b)"
    r"|\bme (?:ajud(?:a|e|em)|socorr\w+)\b(?! (?:a|pra|para|com|em)\b)"
)
"""Who calls for help hears where it is, whoever reads it."""
_DENIES = r"\b(?:nao|nem) (?:to |estou |tenho |sinto |sentindo |com |mais |nenhum |nenhuma )+(?:falta de ar|febre|dor|inchaco|tontura)\b"
_JOKE = r"(?<!nao )(?<!num )(?<!nem )\b(?:era|foi|tava|estava|to) (?:so |uma? )*(?:brinca\w+|zoeira|zuera|zoando|piada|engano)"
"""It was nothing: so says also who thinks better of having told it, and despair taken back so stays with a person."""
_TAKEN_BACK = r"\b(?:brinca\w+|zoeira|zuera|zoando|expliquei|era (?:so )?|foi so)\b"
_EVERYDAY = r"\b(?:dipirona|paracetamol|tylenol|novalgina|dorflex|ibuprofeno|neosaldina|aspirina|vitaminas?|antibiotico|anticoncepcional|antialergico|remedio (?:pra|para|de) (?:dor|gripe|enxaqueca|colica|resfriado|alergia|pressao))\b"
_TOO_MUCH = r"\b(?:cartelas?|caixas?|frascos?|vidros?|monte|punhado|tudo|todos|varios|demais|\d{2,})\b"
_SCARS = r"\b(?:marcas?|cicatriz\w*|cortes?)\b"
_NO_DANGER = (
    r"\bnao (?:e|foi|era|to com|tive|tenho) (?:uma? |nenhuma? )?(?:reacao|emergencia|urgencia|alergia|nada (?:grave|serio|d\w+ agora|de voces))\b"
    r"|\bnao (?:to|estou|tou|tava|estava) passando mal\b"
    r"|\b(?:cicatriz\w*|marcas?|manchas?|isso|e|sao|coisa) (?:(?:ja|e|sao|so|bem|uma?|muito|coisa|cicatriz\w*|marcas?|manchas?|d[aeo]) )*(?:antig[ao]s?|velh[ao]s?|de nascenca|de (?:quando (?:eu )?(?:era )?)?crianca|de (?:muitos )?anos)\b"
)
"""What was taken for a reaction is none, or was long ago."""
_NO_MONEY = r"\b(?:sem|nao (?:\w+ )?(?:tenho|posso|consigo|tem)) (?:\w+ ){0,3}?(?:dinheiro|grana|pagar|convenio|plano|condic\w+)\b|\b(?:e|fica|muito) (?:muito )?car[oa]\b|\b(?:quanto (?:custa|e|sai)|paga|cobra\w*)\b"
_OF_HELP = r"\b(?:hospital|pronto ?-?socorro|socorro|medic[ao]|upa|samu|ambulancia|particular|convenio|plano|emergencia|ps|192)\b"
_GOES = r"\b(?:adeus|fica(?:m|r|ndo)? com deus|fique(?:m)? com deus|obrigad[ao] por tudo|perdao|me perdoa\w*|pra que|pra q|desist\w+|cansei|nada adianta|nao adianta)\b"
"""A good-bye behind despair, though it was said to be over."""
_NOT_ME = r"\bnao (?:sou|fui|e|foi) eu\b(?! que)"
"""Somebody else is in danger: who writes needs the ambulance's number, and nobody to talk to."""
FAREWELL = r"\b(?:tchau|adeus|dormir|perdao|me perdoa)\b"


def is_over(asked: Asked, awaited: Awaited) -> bool:
    """Whether who was in danger says that it has passed, or was none. A good-bye behind despair, or what was swallowed, never has."""
    text = fold(asked.burst.text)
    if asked.said() & DANGERS or still_bad(text) or not (rx(_OVER).search(text) or rx(_JOKE).search(text)):
        return False
    if awaited.motivo != Safety.SELF_HARM:
        return True
    return not (_is_now(asked, awaited) or rx(FAREWELL).search(text))


def held(asked: Asked, awaited: Awaited) -> str | None:
    """What is said to who is out of the worst by these words: help is coming, she is safe, or not alone, or it is over. None where she is not."""
    text = fold(asked.burst.text)
    if awaited.motivo not in KEPT or asked.burst.wordless or _in_danger_beside_help(text):
        return None
    if _others_read(asked, awaited):
        return None
    if rx(_COMES).search(text):
        return HELD if awaited.motivo == Nuance.VIOLENCE else HELP_COMES
    if awaited.motivo == Safety.SELF_HARM and (_is_now(asked, awaited) or rx(FAREWELL).search(text)):
        return HELD if _was_everyday(asked) else None
    if awaited.motivo == Safety.SELF_HARM and (words := _only_words(asked, awaited)):
        return words
    safe = rx(_SAFE).search(text) or (awaited.motivo == Nuance.VIOLENCE and _is_back(text, awaited))
    none = not asked.said() & DANGERS and rx(_NO_DANGER).search(text)
    if awaited.motivo == Intent.ADVERSE_REACTION:
        return HELD if safe or none or rx(_DENIES).search(text) else None
    if awaited.motivo == Intent.EMERGENCY and none:
        return HELD
    over = awaited.motivo != Nuance.VIOLENCE and rx(_OVER).search(text) and not still_bad(text)
    return HELD if safe or over else None


def takes_leave(asked: Asked, awaited: Awaited) -> bool:
    """Whether who wanted to die, and then said that she was better, gives up or says farewell."""
    if (
        awaited.motivo != PASSED[Safety.SELF_HARM.value]
        or asked.burst.wordless
        or asked.said() & {Intent.CANCEL}
    ):
        return False
    return rx(_GOES).search(Line.of(asked.burst.text).norm) is not None


def _cannot_pay(text: str) -> bool:
    """Whether who is sent to a hospital has no money for one."""
    norm = Line.of(text).norm
    return rx(_NO_MONEY).search(norm) is not None and rx(_OF_HELP).search(norm) is not None


def _was_everyday(asked: Asked) -> bool:
    """Whether what was swallowed is explained to have been nothing: "não, brincadeira, tomei dipirona pra dor de cabeça"."""
    text = fold(asked.burst.text)
    danger = asked.said() & DANGERS or Nuance.WORSENS in asked.heard.reading.nuances
    return not (danger or rx(_TOO_MUCH).search(text) or rx(FAREWELL).search(text)) and all(
        rx(part).search(text) for part in (_TAKEN_BACK, _EVERYDAY)
    )


def _only_words(asked: Asked, awaited: Awaited) -> str | None:
    """What is said to who takes despair back: she laughed when she said it, or explains how she meant it; else it stays a person's to believe."""
    text = asked.burst.text
    laughed = awaited.frase is not None and laughs(awaited.frase.splitlines()[-1])
    joking = was_joking(text) or rx(_JOKE).search(fold(text)) is not None
    if was_manner_of_speech(text) or (joking and laughed):
        return HELD
    return JOKED if joking and not rx(_OVER).search(fold(text)) else None


def of_scars(asked: Asked, awaited: Awaited) -> bool:
    """Whether who told of hurting herself wishes to be rid of its marks: a person's to speak of, and nothing to sell."""
    harmed = awaited.motivo in {Safety.SELF_HARM, PASSED[Safety.SELF_HARM.value]}
    return harmed and rx(_SCARS).search(fold(asked.burst.text)) is not None


def is_calm(asked: Asked, awaited: Awaited) -> bool:
    """Whether she is out of the worst by her own words, and has spoken of no danger since; or goes on, discreetly, with something else."""
    if asked.said() & DANGERS:
        return False
    if any(awaited.since_danger(said) for said in (HELD, HELP_COMES)):
        return True
    if awaited.motivo != Nuance.VIOLENCE or _not_aloud(awaited):
        return False
    return not _others_read(asked, awaited) and _hidden(awaited)


def _hidden(awaited: Awaited) -> bool:
    """Whether she has been answered so that nobody else learns of it, since danger was spoken of last."""
    return any(awaited.since_danger(said) for said in (DISCREET, ERASES))


def _not_aloud(awaited: Awaited) -> bool:
    """Whether nothing of her danger was named when she told it, and it has not been since: what she wishes waits for the person."""
    aloud = max((at for name, at in awaited.order.items() if name in ALARMS and name != HIDDEN), default="")
    return awaited.order.get(HIDDEN, "") > aloud


def help_for(asked: Asked, awaited: Awaited) -> str | None:
    """The template that answers these words of somebody in danger; None where nobody is, or she is out of it."""
    kept = KEPT.get(awaited.motivo)
    if awaited.motivo in VIOLENT:
        if rx(_CRIES).search(fold(asked.burst.text)):
            return KEPT[Nuance.VIOLENCE.value]
        if _is_told_to_anybody(asked, awaited):
            return None
        discreet = _beside_the_aggressor(asked, awaited)
        if discreet or kept is None:
            return discreet
    if (
        kept is None
        or is_calm(asked, awaited)
        or (awaited.motivo == Safety.SELF_HARM and (is_over(asked, awaited) or awaited.since_danger(JOKED)))
    ):
        return None
    if awaited.motivo != Nuance.VIOLENCE and _cannot_pay(asked.burst.text):
        return FREE
    if awaited.motivo == Intent.EMERGENCY and GONE in awaited.said_at:
        return KEPT_GONE
    if awaited.is_unsure():
        return KEPT_UNSURE
    now = KEPT_NOW.get(awaited.motivo)
    return now if now and _is_now(asked, awaited) else kept


def hides_a_hand(asked: Asked, awaited: Awaited) -> frozenset[str]:
    """The commands of a bruise that was told of and is now hidden from somebody: another's hand, and no treatment; empty where it is not that."""
    if awaited.motivo != Intent.ADVERSE_REACTION or asked.burst.wordless or awaited.frase is None:
        return frozenset()
    both = Line.of(f"{awaited.frase}. {asked.burst.text}")
    if all(hit.rule != VIOLENT_RULE for hit in read_safety(both)[1]):
        return frozenset()
    read = reads_along(Line.of(asked.burst.text))
    return frozenset({Nuance.VIOLENCE.value} | ({Nuance.READ_ALONG.value} if read else set()))


def told_to_go(asked: Asked, awaited: Awaited) -> bool:
    """Whether what is said of a reaction waits for nobody: it grows, or she was sent to a hospital and tells more of it."""
    if awaited.motivo == Intent.ADVERSE_REACTION and Nuance.WORSENS in asked.heard.reading.nuances:
        return True
    helped = any(awaited.since_danger(said) for said in (HELD, HELP_COMES))
    sent = REACTION_NOW in awaited.said_at or (awaited.motivo == Intent.EMERGENCY and not helped)
    return sent and Intent.ADVERSE_REACTION in asked.said()


def tellable(asked: Asked, awaited: Awaited) -> frozenset[str]:
    """What of these words rows answer, beside where help is."""
    said = asked.said()
    if awaited.motivo == Nuance.VIOLENCE:
        return said & TOLD
    hers = rx(r"\b(?:meu|minha)\b").search(fold(asked.burst.text)) and "?" in asked.burst.text
    asks = (
        {Intent.CHECK_APPOINTMENT.value} if hers and said & {Intent.SCHEDULE, Intent.AVAILABILITY} else set()
    )
    return (said & (TOLD | OWN)) | asks


def _is_now(asked: Asked, awaited: Awaited) -> bool:
    """Whether it is done, or about to be, by these words or by earlier ones."""
    told = NOW in awaited.said_at or not awaited.said_at.keys().isdisjoint(KEPT_NOW.values())
    heard = asked.heard.reading
    return (
        told
        or Nuance.WORSENS in heard.nuances
        or heard.safety is Safety.EMERGENCY
        or rx(_NOT_ME).search(fold(asked.burst.text)) is not None
    )


def _beside_the_aggressor(asked: Asked, awaited: Awaited) -> str | None:
    """What is said where others read, or write; None where she may be told of help."""
    text = fold(asked.burst.text)
    if asked.heard.reading.nuances & set(IDENTITY) or rx(_IS_ANOTHER).search(text):
        return NO_ONE_ELSE
    hides = rx(_HIDES).search(text)
    if rx(_AT_HAND).search(text):
        return None
    if rx(_HE_IS_THERE).search(text) and not hides:
        return HE_COMES
    if rx(_AT_THE_DOOR).search(text) and not hides:
        return None
    if Intent.HUMAN in asked.said():
        return CALL
    if _he_writes(awaited) and not _is_back(text, awaited):
        return NO_ONE_ELSE if "?" in text else DISCREET
    if rx(_ERASES).search(text):
        return ERASES
    if hides or any(rx(sign).search(text) for sign in (_READ_BY_OTHERS, _OVER, _JOKE)):
        return DISCREET
    if rx(_TELL_NOBODY).search(text):
        return SECRET
    hidden = _hidden(awaited) and HELD not in awaited.said_at and not wants_something(asked)
    return DISCREET if hidden or _not_aloud(awaited) else None


def _others_read(asked: Asked, awaited: Awaited) -> bool:
    """Whether somebody else reads, or writes, at this moment, or she asks that it be hidden."""
    if awaited.motivo not in VIOLENT:
        return False
    text = fold(asked.burst.text)
    another = asked.heard.reading.nuances & set(IDENTITY) or rx(_IS_ANOTHER).search(text)
    hides = rx(_HIDES).search(text) or rx(_READ_BY_OTHERS).search(text)
    return bool(another or hides or (_he_writes(awaited) and not _is_back(text, awaited)))


def _he_writes(awaited: Awaited) -> bool:
    """Whether it was somebody else who wrote last, as far as anybody said."""
    he = awaited.order.get(NO_ONE_ELSE, "")
    return awaited.since_danger(NO_ONE_ELSE) and he > awaited.order.get(HELD, "")


def _is_back(text: str, awaited: Awaited) -> bool:
    """Whether she says that he is gone, or, after him, that it is her."""
    speaker = who_speaks(text)
    herself = speaker is not None and speaker.herself and _he_writes(awaited)
    return herself or rx(_HE_IS_GONE).search(text) is not None


def _is_told_to_anybody(asked: Asked, awaited: Awaited) -> bool:
    """Whether he who may read is asked nothing away by the answer: what things cost is nobody's secret."""
    said = asked.said()
    open_to_all = said & {Intent.PRICE, Intent.HOURS, Intent.LOCATION} and not said & (OWN | DANGERS)
    another = asked.heard.reading.nuances & set(IDENTITY) or rx(_IS_ANOTHER).search(fold(asked.burst.text))
    return _he_writes(awaited) and bool(open_to_all) and not another


def wants_something(asked: Asked) -> bool:
    """Whether these words are about what people come to a clinic for."""
    return bool(
        asked.said()
        & (
            TOLD
            | OWN
            | {
                Intent.PRICE,
                Intent.INFO,
                Intent.PAYMENT,
                Intent.SCHEDULE,
                Intent.AVAILABILITY,
                Intent.RESCHEDULE,
                Intent.CANCEL,
            }
        )
    )


def _in_danger_beside_help(text: str) -> bool:
    """Whether danger is told of beside the help that is coming: its own name ("o samu") is none."""
    return (
        read_safety(Line.of(rx(rf"\b{_RESCUE}\b|\b(?:pronto ?-?socorro)\b").sub(" ", text)))[0]
        in DANGER_KINDS
    )
