"""What is said of the clinic's messages and is no wish to leave them: not at night, has it stopped?, not the reminder of the day, "não enche". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from anna.commands import Nuance, Reading
from anna.conversation.question import Heard
from anna.conversation.understanding.intents.optout import only_rebuffs
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold


class Spoken(StrEnum):
    """What is said of them; the value is why the turn ended so."""

    NIGHTS = "no messages at night"
    SOME_REMINDERS = "some reminders"  # "lembrete no dia não, só na véspera"
    STOPPED_NEWS = "have the news stopped"
    STOPPED_ALL = "have the messages stopped"
    REBUFF = "rebuff"


_NO = r"(?:nao|num|n|nem|nada de|para de|parem de|evita|evitem)"
_SENDS = r"(?:mand(?:a|e|em|ar|ando)|envi(?:a|e|em|ar)|escrev(?:a|e|am|er)|cham(?:a|e|em|ar)|receber|avis(?:a|e|em|ar)|chegar?)"
_MESSAGES = r"(?:mensage(?:m|ns)|msgs?|recad(?:o|os)|lembretes?|avisos?|nada|coisas?|isso|zaps?|whats\w*)"
_NIGHT = r"(?:de|na|a|pela|durante a|altas horas da|no meio da) (?:noite|noitinha|madrugada|madruga)"
_LATE = rf"(?:{_NIGHT}|(?:depois|apos) d[aeo]s? (?:19|20|21|22|23|dez|nove|oito)(?: ?h\w*| da noite)?|(?:muito |tao )?tarde(?: da noite)?|fora d[eo] horario(?: comercial)?)"
_BY_DAY = r"(?:[ ,;.!]*(?:e |mas )?(?:so|somente|apenas|pode ser|prefiro|quero|manda|mande|melhor)(?: (?:so|me|manda|mande|mandar|mensagem|msg|se for|quero|pode|ser))* (?:de|durante o|no) (?:dia|manha|tarde|horario comercial)(?: (?:ta|ta bom|viu|por favor|ok|por gentileza|moca))*)"
_AT_NIGHT = (
    rf"\b{_NO} (?:(?:me|mais|e pra|e para|quero|queria|precisa|vai|vao|fica|fique|fiquem|por favor|voces|pode|podem|gosto|de|que|q|tao|vcs|vc) )*{_SENDS}(?: (?:mais|me|de|tanta|tanto|essas|esse|esses|muita))*(?: {_MESSAGES})?(?: (?:mais|pra mim|aqui))* {_LATE}{_BY_DAY}?"
    rf"|\b{_MESSAGES} {_LATE} (?:nao|nem pensar|jamais|de jeito nenhum)\b{_BY_DAY}?"
    rf"|\b(?:sem|nada de) {_MESSAGES} {_LATE}{_BY_DAY}?"
    rf"|\b{_LATE} (?:nao|nem|num|nunca) (?:precisa |e pra |e para )?(?:me )?{_SENDS}(?: {_MESSAGES})?{_BY_DAY}?"
    rf"|\b(?:me )?(?:mand(?:a|e|em|ar)|envi(?:a|e|em|ar)|escrev(?:a|e|am|er)|cham(?:a|e|em|ar))(?: {_MESSAGES})?,? (?:so|somente|apenas) (?:de dia|durante o dia|(?:em|no) horario comercial)(?:,? (?:(?:que|pois|porque) )?{_NIGHT} (?:nao|eu durmo|to dormindo|durmo|estou dormindo))?"
)
_BARE_NIGHT = rf"(?:(?:oi|olha|ah|ai|moca|gente|por favor|pode mandar|podem mandar|manda|tudo bem|mas|so que|,) ?)*{_NIGHT} (?:nao|nem pensar)\b{_BY_DAY}?[ .!]*"
_NO_HOUR_AT_ALL = r"\bnem de (?:dia|manha|tarde|noite|madrugada)\b|\b(?:hora|dia|momento) nenhum"

_NEWS = r"(?:propagandas?|promoc\w+|promos?|novidades|ofertas?|anuncios?|campanhas?|marketing|publicidades?|divulgac\w+)"
_HAS_STOPPED = r"(?:par(?:ou|aram)|cancel(?:ou|aram|ado|ada|adas)|deslig(?:ou|aram|ado|ada|adas|ados)|sa(?:i|iu)|tir(?:ou|aram)|remov(?:eu|eram|ido|ida)|bloque(?:ou|aram|ad[ao]s?)|desativ(?:ou|aram|ad[ao]s?)|(?:nao|num) (?:vem|vai vir|vao vir|vai chegar|vao chegar|chega|chegam|recebo|vou receber) mais|parad[ao]s?)"
_ASKED = r"(?:(?: (?:mesmo|ja|tudo|agora|viu|entao|de vez|sim))* ?(?:,? ?(?:ne|nao e|nao foi|certo|ok))? ?\?|(?: (?:mesmo|ja|agora))* ?,? ?(?:ne|nao e|nao foi))[ ?!.]*$"
_WITH = r"(?:(?:e|as?|os?|ja|me|voces?|de|da|do|das|dos|com|essas?|esses?|aquel[ae]s?|mensage\w+|msgs?|lista|grupo|envio|que|vcs|eu|fui|foi|to|estou|ta|esta|tao|estao|mandar|enviar|receber|suas?|minhas?|isso|aqui|ai|entao|oi|olha|moca|so|confirma|confirmar|pra|para|quero|queria|saber|se|fora) )*"
_NEWS_STOPPED = (
    rf"^{_WITH}(?:{_NEWS} {_WITH}{_HAS_STOPPED}|{_HAS_STOPPED} {_WITH}{_NEWS}|fora {_WITH}{_NEWS}){_ASKED}"
)
_ALL_STOPPED = rf"^{_WITH}(?:mensage\w+|msgs?|mensagens automaticas) {_WITH}{_HAS_STOPPED}{_ASKED}|^{_WITH}{_HAS_STOPPED} (?:de (?:me )?(?:mandar|enviar)|as|com as) (?:mensage\w+|msgs?){_ASKED}"

_WHICH = r"(?:no dia|na hora|do dia|de manha|na vespera|um dia antes|2 dias antes|dois dias antes|no proprio dia|em cima da hora)"
_SOME = (
    rf"(?:\b(?:nao|num|nem) (?:(?:precisa|quero|queria|me|mais|de) )*(?:(?:mand(?:a|e|em|ar)|envi(?:a|e|em|ar)|receber) )?(?:(?:o|de|mais|nenhum) )*lembretes? {_WHICH}|\blembretes? {_WHICH} (?:nao(?: (?:precisa|quero))?|dispenso))"
    rf"(?:[ ,;]*(?:mas |e )?(?:so|somente|apenas|pode ser|quero|manda|prefiro|basta)(?: (?:o|um|quero|manda|pode ser|me avisa|so))* {_WHICH})?"
)
_ONLY_FILLS = r"(?:(?:por favor|pfv?|viu|ta|ta bom|ok|obrigad[ao]|moca|gente|e|oi|ola|bom dia|boa tarde|boa noite|desculpa|mas|hein|entao|tudo bem|porque|pq|eu durmo|durmo cedo|acordo cedo|acorda (?:o )?bebe|acorda todo mundo|meu (?:filho|bebe|marido) acorda|ok\?|combinado|pode ser|beleza|valeu|sim)[ ,.!?;]*)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenOf:
    """What is said of the messages, and what is said besides."""

    what: Spoken
    rest: Heard | None = None


def spoken_of_messages(heard: Heard, read: Callable[[str], Reading], *, answers: bool) -> SpokenOf | None:
    """What a message says of the clinic's messages without leaving them; None where it says nothing of the kind.

    `answers` is whether Anna has asked something: "de noite não, só de dia" is an hour then.
    """
    norm, reading = fold(heard.text), heard.reading
    if heard.tapped or reading.safety or len(norm) != len(heard.text) or Nuance.GRIEF in reading.nuances:
        return None
    if only_rebuffs(norm):
        return None if reading.optout else SpokenOf(what=Spoken.REBUFF)
    if rx(_NEWS_STOPPED).search(norm) and not reading.optout:
        return SpokenOf(what=Spoken.STOPPED_NEWS)
    if rx(_ALL_STOPPED).search(norm) and not reading.optout:
        return SpokenOf(what=Spoken.STOPPED_ALL)
    if not rx(_NO_HOUR_AT_ALL).search(norm):
        for pattern, what in ((_AT_NIGHT, Spoken.NIGHTS), (_SOME, Spoken.SOME_REMINDERS)):
            found = rx(pattern).search(norm)
            if found and (what is Spoken.SOME_REMINDERS or not reading.optout):
                return _beside(heard, found, read, what)
    if not answers and rx(_BARE_NIGHT).fullmatch(norm):
        return SpokenOf(what=Spoken.NIGHTS)
    return None


def _beside(heard: Heard, found: re.Match[str], read: Callable[[str], Reading], what: Spoken) -> SpokenOf:
    rest = f"{heard.text[: found.start()]} {heard.text[found.end() :]}".strip(" ,;.!")
    if rx(_ONLY_FILLS).fullmatch(fold(rest)):
        return SpokenOf(what=what)
    return SpokenOf(what=what, rest=replace(heard, text=rest, reading=read(rest)))
