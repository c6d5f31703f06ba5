"""What is asked beside an answer or a wish and was read as nothing: "pode ser a 1, e vcs dão atestado?". Pure.

A question that nobody here understands is no reason to leave it out: it is looked for in what the clinic has written, else passed on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from anna.commands import Intent, Reading, YesNo
from anna.conversation.decision import commands
from anna.conversation.inquiries import ASKS, ONE_ANSWER, WHOLE, Inquiry
from anna.conversation.understanding.facts.procedures import asks_of_return
from anna.conversation.understanding.facts.whom import KIN, comes_too, read_whom
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_SENTENCES = re.compile(r"[^.!?;\n]+\??")
_GAPS = re.compile(
    r"(?<=^\d)\s+(?!e\b)|\s*(?:,+|\.\.+|\b(?:e(?!\s+(?:meia|pouco|[1-5][05])\b)|mas|porém|porem|só que|so que|só q|so q|aí|ai|agora)\b)\s*",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:(?:quero|queria|gostaria(?: de)?|qria|preciso|precisava) (?:tamb[eé]m )?(?:saber|perguntar|entender|tirar (?:uma|1) d[uú]vida)"
    r"|me (?:diz|fala|responde|explica|tira (?:uma|1|s[oó] uma) d[uú]vida)|(?:tenho|tive|tava com) (?:uma|1|outra) (?:d[uú]vida|pergunta)"
    r"|(?:uma|1|s[oó] uma|outra|[uú]ltima|minha) (?:d[uú]vida|pergunta))\b",
    re.IGNORECASE,
)
"""Who says so asks, with a question mark or without."""

_LED = r"^(?:(?:sim|ok|okay|claro|certo|confirm\w+|pode (?:marcar|confirmar|ser|ficar)|vou|ta (?:bom|marcado|certo)|beleza|fechado|combinado|isso|perfeito|otimo|entao|mas|e|ah|ai|oi|ola|bom dia|boa tarde|boa noite|moca|querida|anna|obrigad[ao]|so|que|me (?:diz|fala|responde|explica)|por favor|uma coisa|olha|deixa eu|,|:|-) )+"
_POLITE = r"(?:^| )(?:ne|nao (?:e|eh)|ta|viu|ok|okay|certo|hein|hem|beleza|blza|blz|combinado|ta (?:bom|bem|certo|ok)|tudo (?:bem|bom|certo|joia)|pode ser|posso|fechado|fechou|entendeu|entende|sabe|(?:voces? )?(?:ja )?(?:me )?(?:confirm\w+|reserv\w+|marc\w+|agend\w+|esper\w+)|isso|sim|isso mesmo|nao|pode|por favor|por gentileza|como vai|como (?:voce|ce) (?:esta|ta)|da|serve|tem como|que tal|ok pra (?:voce|voces)) \?$"
_SOUNDS = r"\b(?:por que nao|pq nao|como (?:nao|recusar)|resist\w+|quem (?:nao|disse|falou|diria|recusa)|quando (?:e|foi) que|desde quando|assino|eu (?:la )?(?:ia|iria|seria|ousaria|sou louc[ao]))\b"
_OPENS = re.compile(
    r"(?:(?:vcs|voc[eê]s|c[eê]s|vc|voc[eê]|a[ií]|l[aá]) (?:d[aã]o?|t[eê]m|faz(?:em)?|aceitam?|vendem?|emitem?|deixam?|ligam?|mandam?|passam?|cobram?|usam?|trabalham?|atendem?|servem?|entregam?|avisam?)"
    r"|(?:eu )?posso (?:levar|ir|comer|beber|tomar|usar|deixar|entrar|mandar|trazer|fazer|voltar|trabalhar|dirigir|lavar|passar)|precis[ao] (?:levar|ir|estar|chegar|usar|trazer|tirar|parar)"
    r"|tem (?:que|algum|alguma|como|problema)|(?:qual|quais|como|onde|quanto|quantos|quantas|quem|ser[aá] que) \w+)\b",
    re.IGNORECASE,
)
"""How a question begins that is typed without its mark, behind an answer."""
_OF_OTHERS = r"^(?:(?:e|a|o|da|do|de|pra|para|com) )*(?:(?:minha|meu|nossa|nosso) \w+|voces?|eu|ela|ele|mim)(?: (?:tambem|pode|vai|junto))* \?$"
_EARLIER = r"^(?:(?:consigo|consegue|da|daria|tem|pode|posso|teria|ir|um|uma|pouco|h|vaga|algo|nao|alguma|algum|nada) )+(?:mais |bem )?(?:antes|depois|cedo|tarde)\b"
""" "e a da minha mãe?", "consigo antes disso?": heard where times are looked for."""
_OF_TIME = r"\b(?:(?:n?ess[ae]|n?est[ae]|outr[oa]|mesm[oa]) (?:dia|h|horario|data|semana)|feriado|da tempo|encaixe|vagas?|horarios?|cancel\w*|desist\w*)\b|^(?:pode|tem que|precisa) ser (?:so|antes|depois|qualquer|uma?|o|a)\b"
_GREETS = (
    r"\b(?:tudo|td|tdo) (?:bem|bom|certo|certinho|joia|tranquil[oa]|otimo|blz|beleza)\b|\bcomo (?:voce |ce |tu |a senhora )?(?:vai|vao|passou|passaram|foi|ta|tao|esta|estao|anda|andam)\b.*\b(?:voces?|ce|tu|familia|senhora|fim de semana|final de semana|feriado|semana|noite|natal|ano novo|por ai|coisas)\b"
    r"|\bfamilia\b(?: \w+){0,2} (?:bem|boa)\b|\b(?:vai|vao|ta|tao|esta|estao) bem (?:voce|por ai|a familia)\b"
)
""" "tudo bem com você e com a família?" """
_JOKES = r"\b(?:me visita|casa comigo|quer casar|me namora|toma um chopp?|tem namorad[oa]|sentiu (?:minha )?falta|saudades?)\b"
_REPROACHES = r"\b(?:voces? |ce |anna )?(?:(?:nao )?(?:me )?(?:leu|leram|le|lendo|ouviu|ouviram|escutou|prestou atencao)|(?:nao )?(?:viu|entendeu) (?:o que|a|minha|meu|que))(?: (?:eu|ja|o|a|isso|que|direito|mesmo|minha|meu|mensagem|escrevi|falei|disse|mandei|ai|em cima|acima))* \?$"
""" "mas vc leu?" """
_COMES_ALONG = rf"\b{KIN} (?:vai|vem|vir|ir)(?: (?:junto|comigo|tambem|,))+ pode \?$"
""" "minha filha vai junto, pode?": no mere courtesy."""
_NO_QUESTIONS = (_POLITE, _REPROACHES, _GREETS, _JOKES, _SOUNDS, _OF_OTHERS, _EARLIER, _OF_TIME)
_TAKES = re.compile(
    r"^\W*\d\W*$|\b(?:sim|pode|quero|fico|fech\w+|marc\w+|reserv\w+|bora|ok|beleza|isso|confirm\w+|combinado|vou|claro)\b"
)
_FIRST = re.compile(r"\b(?:antes|primeiro|depende)\b", re.IGNORECASE)
"""Who wants to know before takes nothing yet."""
_ANNOUNCES = r"(?i)^(?:e |mas )?(?:(?:quero|queria|gostaria(?: de)?|qria|preciso|precisava) (?:tamb[eé]m |tb[mn]? )?(?:saber|perguntar|entender)|me (?:diz|fala|responde|explica)(?: (?:uma|1) coisa)?|(?:(?:quero|queria|me) tira\w* |tenho |tive )?(?:s[oó] )?(?:uma|1|outra) (?:d[uú]vida|pergunta))\s*[:,.-]*\s*(?:se |que )?|^e "
_ENDS_OPEN = r"(?i)[\s,]*(?:\b(?:e|mas|só|so|porém|também|tb|tbm|aí|ai|eu)\b[\s,]*)*$"
_HOLE = r"\S  +\S"
"""Where rude words were left out: what remains is no question that could be said back."""
_CALLED = r"(?i)\b(?:seus?|suas?|bando de|cambada de|oh?) (?:bandid|ladr|safad|pilantr|vagabund|golpist|idiot|imbecil|imbecis|burr|otari|incompetent|palhac|trouxa|lix|cret|canalh|estupid|ignorant|inutil|inuteis|nojent|merd|pest|desgra\S*|corn|fdp|vac|porc|jument|anim)[a-zõãáé]*[\s,!:]*"
_PAPER = r"\bnotas? fisca\w+|\bnf[es]?\b|\brecibos?\b"
_FEWEST = 2
_OF_NOTHING = frozenset({Intent.UNCLEAR, Intent.GREET, Intent.THANKS, Intent.BYE, Intent.INFO})
_ACTS = frozenset({
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.RESCHEDULE, Intent.CANCEL, Intent.CONFIRM_ATTENDANCE, Intent.WAITLIST, Intent.AFFIRM, Intent.CHOOSE_SLOT,
    Intent.OTHER_TIMES, Intent.GIVE_NAME, Intent.GIVE_PHONE,
})  # fmt: skip
_ELSE = frozenset(
    {Intent.OFFTOPIC, Intent.INFO_BOT, Intent.B2B, Intent.INJECTION, Intent.DENY, Intent.CORRECTION}
)
"""With these it is not only an answer or a wish, and heard otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is asked beside, and how the rest of the message is read."""

    inquiry: Inquiry
    rest: Reading


def unanswered(
    text: str, reading: Reading, read: Callable[[str], Reading], read_alone: Callable[[str], Reading]
) -> Left | None:
    """The question beside an answer or a wish that nothing else in `text` (`reading`) answers; None where there is none.

    `read` reads a part as an answer to what is asked, `read_alone` as if nothing were.
    """
    reading = _of_paper(reading, text)
    if not _may_ask(reading) or not (_acts(reading) or reading.intents <= _OF_NOTHING):
        return None
    for sentence in _SENTENCES.finditer(text):
        start = _asked_from(sentence[0], read)
        if start is None:
            continue
        part = text[sentence.start() + start : sentence.end()]
        if rx(_HOLE).search(part):
            continue
        words = _without(text, sentence.start() + start, sentence.end())
        besides = read(words)
        rest = reading if _acts(reading) else besides
        surely = rest is reading or _takes(words, besides)
        hers = Intent.CONFIRM_ATTENDANCE not in rest.intents and _is_of_hers(text, part)
        asks = surely and _acts(besides) and _may_ask(rest) and not hers
        if not (asks and _is_left(part, rest, read, read_alone)):
            continue
        own = read_alone(part)
        asked = replace(own, intents=frozenset({Intent.INFO}), procedure=own.procedure or rest.procedure)
        return Left(inquiry=Inquiry(text=_plain(part), reading=asked), rest=rest)
    return None


def _of_paper(reading: Reading, text: str) -> Reading:
    """The same, where a paper for the tax office is asked for, as a plain question: no way of paying answers it."""
    if Intent.PAYMENT not in reading.intents or not rx(_PAPER).search(fold(text)):
        return reading
    return replace(reading, intents=reading.intents - {Intent.PAYMENT} | {Intent.INFO})


def _may_ask(reading: Reading) -> bool:
    """Whether it is nothing that comes first or is one thing whatever is asked, and no question that was understood."""
    if reading.safety or reading.human or reading.optout or reading.nuances & ONE_ANSWER:
        return False
    return not commands(reading) & (ASKS - {Intent.INFO} | WHOLE - _ACTS | _ELSE)


def _acts(reading: Reading) -> bool:
    return bool(reading.intents & _ACTS)


def _is_of_hers(text: str, part: str) -> bool:
    """Whether it is somebody of hers who is to be seen: "posso levar minha irmã? ela também quer"."""
    spoken_of = comes_too(text) or read_whom(text) is not None
    return spoken_of and rx(rf"\b{KIN}\b").search(Line.of(part).norm) is not None


def _takes(words: str, besides: Reading) -> bool:
    """Whether `words`, which nothing was made of beside the question, answer all the same: "a 1 e a 2 são com quem?" takes nothing."""
    return bool(besides.when or besides.phone) or _TAKES.search(fold(words)) is not None


def _asked_from(sentence: str, read: Callable[[str], Reading]) -> int | None:
    """Where in `sentence` a question begins: where it is announced, or behind an answer; None where nothing is asked."""
    lead = _LEADS.search(sentence)
    if lead:
        return None if _FIRST.search(sentence[: lead.end()]) else lead.start()
    for gap in _GAPS.finditer(sentence):
        asks = sentence.endswith("?") or _OPENS.match(sentence, gap.end())
        if asks and gap.start() and _says(read(sentence[: gap.start()])):
            return gap.end()
    return 0 if sentence.endswith("?") else None


def _without(text: str, start: int, end: int) -> str:
    return f"{rx(_ENDS_OPEN).sub('', text[:start])} {text[end:]}".strip()


def _plain(part: str) -> str:
    """The question without what announces it, and without what she calls us: nobody's rude words are said back to her."""
    return rx(_CALLED).sub("", rx(_ANNOUNCES).sub("", part.strip(" ,"), count=1)).strip(" ,!")


def _says(reading: Reading) -> bool:
    plain = reading.yes_no in {YesNo.YES, YesNo.NO}
    plain = plain or Intent.CONFIRM_ATTENDANCE in reading.intents
    return plain or bool(reading.choice or reading.when or reading.name or reading.procedure)


def _is_left(
    part: str, rest: Reading, read: Callable[[str], Reading], read_alone: Callable[[str], Reading]
) -> bool:
    """Whether `part` is a question that means nothing by itself, nor as an answer."""
    norm = Line.of(part).norm
    bare = rx(_LED).sub("", norm)
    few = min(len(rx(r"[a-z0-9]{2,}").findall(bare)), len(_plain(part).split())) < _FEWEST
    along = rx(_COMES_ALONG).search(norm) is not None
    if few or any(not along and rx(this).search(words) for this in _NO_QUESTIONS for words in (bare, norm)):
        return False
    if rest.name and fold(rest.name.split()[0]) in bare.split():
        return False
    own, answered = _of_paper(read_alone(part), part), read(part)
    if asks_of_return(Line.of(part)):  # "o retoque é pago?" names no second wish
        own, answered = replace(own, procedure=()), replace(answered, procedure=())
    noticed = own.nuances and Intent.INFO not in own.intents
    return not (_says(own) or noticed or commands(own) - _OF_NOTHING or own.safety or _says(answered))
