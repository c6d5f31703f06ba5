"""Leaving messages beside something else, leaving them once more, and coming back at once: what a message with an opt-out says besides, and "foi sem querer". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from anna.commands import Intent, Nuance, Reading
from anna.conversation.decision import commands
from anna.conversation.question import Heard
from anna.conversation.understanding.intents.reminders import find_refused
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold, tokenize

WISHES = frozenset({
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.PRICE, Intent.HOURS, Intent.LOCATION, Intent.PAYMENT, Intent.CHECK_APPOINTMENT,
    Intent.RESCHEDULE, Intent.CANCEL, Intent.WAITLIST, Intent.CONFIRM_ATTENDANCE, Intent.CHOOSE_SLOT,
})  # fmt: skip
"""What somebody wants for herself, whatever messages she wants no more."""

_DICTATED = re.compile(r":\s*\w")
"""What stands behind a colon is dictated: an order to the machine silences nobody besides."""

OF_DATA = frozenset({Intent.DATA_REQUEST, Intent.DATA_RIGHTS})
"""What is asked of her data in the words of an opt-out, and beside it."""

CHANGES = frozenset({Intent.CANCEL, Intent.RESCHEDULE, Intent.SCHEDULE, Intent.CONFIRM_ATTENDANCE})
"""What is done in the same breath."""

_TALKED_OF = CHANGES | {Intent.AVAILABILITY, Intent.WAITLIST}
"""What begins a talk of its own; a question is answered beside another one."""

_BOOKED = re.compile(
    r"\b(?:consultas?|horarios?|sess(?:ao|oes)|avaliacao|agendamentos?|reservas?|vagas?|marquei|marcad[ao])\b"
)
_AND = re.compile(r"\s*,\s*(?:e\s+)?|\s+e\s+|\s+(?=(?:n[aã]o|sem|par[ae]m?) )", re.IGNORECASE)
_BEGINS = re.compile(r"\s*(?!\w+[aeio]r\b)\w", re.IGNORECASE)
"""No half goes on with the verb of the other: "parem de ligar e marcar consulta"."""

_PARTS = re.compile(r"(?<=[.!?;\n])\s*|\s*\b(?:mas|porém|porem)\b\s*", re.IGNORECASE)
_TAKES_BACK = re.compile(
    r"(?<!nao )(?<!num )\b(?:foi (?:sem querer|engano|por engano|um erro|erro meu)|sem querer|por engano|(?:apertei|cliquei|digitei|mandei|escrevi|toquei) (?:\w+ ){0,2}errad[oa]|mudei de ideia|me arrependi|arrependi|desfaz|desfaca|volta atras)\b"
    r"|\bnao (?:era|e|foi) (?:isso|(?:pra|para) (?:sair|parar|tirar))\b|\bnao quero (?:sair|parar)\b"
    r"|\b(?:quero|queria|pode|podem|prefiro) (?:\w+ ){0,2}?(?:continua\w*|receber|voltar a receber|ficar recebendo|manda\w*|envia\w*)\b"
)
_BACK = re.compile(
    r"^(?:(?:oi|ola|quero|queria|pode|podem|eu|sim|me|por favor|ta|ok) )*(?:voltar|volta|volto|voltem)(?: (?:a (?:me )?(?:receber|mandar|enviar|escrever|avisar)|sim|por favor|quero|eu|tudo|entao|agora|aqui|ai|ta|ok|pfv?|obrigad[ao]))*$"
)


_WORD = "VOLTAR"
_SENDS_AGAIN = re.compile(
    r"(?<!nao )(?<!num )\b(?:volt(?:a|e|em|ar)|torn[ae]m?) a (?:me )?(?:mandar|enviar|escrever|avisar)(?: (?:entao|sim|tudo|por favor|pfv?))*\s*(?:$|[.,;!\n]| e\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A message in two: what asks for silence, or (`back`) ends it, and what is wished besides."""

    leaving: Heard
    rest: Heard
    back: bool = False


def apart(heard: Heard, read: Callable[[str], Reading]) -> Apart | None:
    """The two halves of a message that opts out, or in again; None where it does not, or says nothing else that somebody could wish."""
    if not heard.reading.safety and not heard.reading.optout:
        back = _back_besides(heard, read)
        if back or Nuance.OPTS_IN in heard.reading.nuances:
            return back
    if not heard.reading.optout or heard.reading.safety or Nuance.GRIEF in heard.reading.nuances:
        return None
    if heard.reading.intents & OF_DATA:
        if _DICTATED.search(heard.text):
            return None
        kept = replace(heard.reading, intents=heard.reading.intents - {Intent.OPTOUT}, optout=False)
        out_of_it = replace(heard.reading, intents=frozenset({Intent.OPTOUT}))
        return Apart(leaving=replace(heard, reading=out_of_it), rest=replace(heard, reading=kept))
    if (found := _without_reminders(heard.text, read)) is not None:
        return _apart(heard, found, read)
    parts = [part for part in _PARTS.split(heard.text) if part and part.strip()]
    leaving = [part for part in parts if read(part).optout]
    found = _halves(
        "\n".join(leaving), "\n".join(part for part in parts if part not in leaving), read, WISHES
    )
    found = found or _in_one_breath(heard.text, read)
    return None if found is None else _apart(heard, found, read)


def _apart(heard: Heard, found: tuple[str, str, Reading], read: Callable[[str], Reading]) -> Apart:
    out, rest, reading = found
    return Apart(
        leaving=replace(heard, text=out, reading=read(out), tapped=None),
        rest=replace(heard, text=rest, reading=reading),
    )


def _without_reminders(text: str, read: Callable[[str], Reading]) -> tuple[str, str, Reading] | None:
    """The same of reminders that are refused, wherever that stands: "marca sexta 10h sem lembrete, por favor"."""
    place = find_refused(text)
    if place is None:
        return None
    rest = f"{text[: place[0]].rstrip(' ,;')} {text[place[1] :].lstrip(' ,;')}".strip()
    return _halves(text[slice(*place)].strip(), rest, read, WISHES)


_ANGER = (
    r"a+f+e?|nossa|credo|meu deus|pelo amor de deus|caramba|inferno|droga|porra|caralho|merda|gente|moca|moco|voces?|vcs|robo|anna|por favor|pfv|ja|agora|logo|tudo|isso|com|que|eu|e"
    r"|disse|falei|pedi|mandei|avisei|cansei|de novo|outra vez|mais|me|mim|te|de|d[ao]|minha vida|pra|para|a|o|essas?|esses?|mensage\w+|msgs?|ligac\w+|contato|numero|lista|nada"
    r"|entendeu|entende|quero|receber|aqui|daqui|disso|ligar|mandar|escrever|encher|chamar|perturbar|incomodar|,|\.|!"
)
_STOPS = (
    r"par[ae]|parem|parar|chega|basta|sai|sair|saiam|saco|em paz|(?:me )?deix[ae]m?(?: me)? em paz|some|suma|sumam"
    r"|(?:nunca mais|nao|num)(?: me)? (?:lig\w+|mand(?:a|e|em|am)|escrev\w+|cham(?:a|e|em|am)|perturb\w+|incomod\w+|procur\w+|ench\w+)(?: mais)?"
)
_ONLY_ANGER = rf"(?:(?:{_STOPS}|{_ANGER})(?: |$))+"
_STOP = rf"(?:^|(?<= ))(?:a+f+e?|{_STOPS})(?= |$)"
_NO_STOP = r"\b(?:voces?|vcs) (?:nao|nunca)\b|\b(?:para|pra) (?:mim|minha|eu)\b"


def _halves(
    out: str, rest: str, read: Callable[[str], Reading], wishes: frozenset[Intent]
) -> tuple[str, str, Reading] | None:
    """The two halves and how the second is read, where that is a wish and no opt-out."""
    reading = read(rest) if out and rest else None
    if reading is None or reading.optout or reading.safety or not commands(reading) & wishes:
        return None
    return out, rest, reading


def _back_besides(heard: Heard, read: Callable[[str], Reading]) -> Apart | None:
    """ "Quero voltar a receber sim. e quero marcar laser": what she comes back to, and what she wishes with it."""
    if not _says_back(heard.text, heard.reading) and _WORD not in heard.text:
        return None
    for gap in (*rx(r"[.!;\n]+").finditer(heard.text), *_AND.finditer(heard.text)):
        halves = heard.text[: gap.start()], heard.text[gap.end() :]
        readings = [read(half) for half in halves]
        back = [_says_back(half, reading) for half, reading in zip(halves, readings, strict=True)]
        if not all(halves) or back.count(True) != 1:
            continue
        rest = readings[back.index(False)]
        wished = commands(rest) & _TALKED_OF and (
            rest.procedure or rest.when or _BOOKED.search(fold(heard.text))
        )
        if wished and not rest.safety and not rest.optout:
            back_half, rest_half = (halves[back.index(which)] for which in (True, False))
            return Apart(
                leaving=replace(heard, text=back_half, reading=readings[back.index(True)], tapped=None),
                rest=replace(heard, text=rest_half, reading=rest, tapped=None),
                back=True,
            )
    return None


def _says_back(text: str, reading: Reading) -> bool:
    """Whether messages are wanted again: by the word that was promised, as it was written, or in others."""
    if Nuance.OPTS_IN in reading.nuances or text.strip(" .!") == _WORD:
        return True
    return _SENDS_AGAIN.search(fold(text)) is not None


def _in_one_breath(text: str, read: Callable[[str], Reading]) -> tuple[str, str, Reading] | None:
    """The same of one clause with an "e" or a comma: "cancela minha consulta e me tira da lista"."""
    for gap in _AND.finditer(text):
        halves = text[: gap.start()], text[gap.end() :]
        if len([half for half in halves if read(half).optout]) != 1 or not all(map(_BEGINS.match, halves)):
            continue
        out, rest = halves if read(halves[0]).optout else halves[::-1]
        found = _halves(out, rest, read, CHANGES | {Intent.CHOOSE_SLOT})
        if found and (found[2].procedure or found[2].when or found[2].choice or _BOOKED.search(fold(rest))):
            return found
    return None


def stops_again(text: str) -> bool:
    """Whether nothing is said but that it is to stop: "aff para", "e nunca mais me liga". Only of somebody who has left the messages."""
    said = " ".join(token.norm for token in tokenize(text))
    return (
        "?" not in said
        and rx(_ONLY_ANGER).fullmatch(said) is not None
        and rx(_STOP).search(said) is not None
        and rx(_NO_STOP).search(said) is None
    )


def regrets_leaving(text: str, said: frozenset[str]) -> bool:
    """Whether whoever has just left the messages would not have: "ops, foi sem querer, quero continuar recebendo".

    Who wishes something else with it has changed her mind about that ("mudei de ideia, quero a limpeza").
    """
    return not said & WISHES and _TAKES_BACK.search(" ".join(fold(text).split())) is not None


def comes_back(text: str) -> bool:
    """Whether it is the word by which whoever left the messages comes back ("VOLTAR"), and nothing else; of others it says nothing."""
    return _BACK.search(" ".join(re.sub(r"[^\w ]", " ", fold(text)).split())) is not None
