"""Whose consulta a person is to look for: the name that is given for it, and who booked it elsewhere. What is given is kept, and nothing begins anew."""

from __future__ import annotations

import re

from anna.commands import Intent, Nuance
from anna.conversation.claims.models import Fact
from anna.conversation.understanding.facts.name_words import PARTICLES
from anna.conversation.understanding.facts.plausible import plausible_name
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.intents.booked import says_booked
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold
from anna.turns.acting import Acting
from anna.turns.asked import COURTESIES, Asked
from anna.turns.handoff.nothing_booked import OF_CONSULTA
from anna.turns.handoff.serving import fresh
from anna.turns.speaking import say
from anna.turns.waiting_queries import Awaited

NAMED = "espera_nome"
"""What is said to a name that is given to whoever comes."""

_FEWEST = 2
"""A name of fewer words, in small letters and in no list, may be any word."""

_BOOKED = r"(?:marqu(?:ei|ou)|marcou|marcaram|marquemos|agend(?:ei|ou|aram)|fi(?:z|zeram)|fez|reserv(?:ei|ou)|marcad[oa]|agendad[oa])"
_TELEPHONE = r"(?:telefone|celular|numero|whats\w*|chip|aparelho|contato)"
_ELSEWHERE = (
    rf"\b(?:{_BOOKED}|foi|era|e|esta|ta)\b(?: \w+){{0,5}} (?:n|d|pel|com )?(?:o|outro|meu outro) (?:outro |antigo )?{_TELEPHONE}(?: del[ae]s?\b| antigo\b| d[aeo] \w+|$)"
    rf"|\b(?:{_BOOKED}|foi|era|e|esta|ta)\b(?: \w+){{0,4}} (?:de |com |por |pelo |do |no |num )*outro {_TELEPHONE}\b"
    rf"|\bfoi (?:a |o |minha |meu |ate )*{KIN} (?:mesm[ao] )?(?:que|quem)(?: ja| me)? {_BOOKED}\b"
    rf"|\bquem {_BOOKED} (?:pra mim |para mim )?foi (?:a |o |minha |meu ){KIN}\b|\b(?:minha|meu) {KIN} (?:que |quem |ja )*{_BOOKED}(?: (?:pra|para) mim)?$"
    rf"|\b{_BOOKED} (?:\w+ ){{0,4}}?(?:por telefone|por ligacao|pessoalmente|ai na (?:clinica|recepcao)|na recepcao|no balcao|pel[oa] (?:instagram|insta|site|recepcao))\b"
)


_THEIR_NAME = rf"(?:(?:n|d|pel)?[oa]|em|com o|por) (?:{_TELEPHONE}|nome|cadastro|conta) (?:del[ae]s?|d[aeo] (?:minha |meu )?{KIN})"
_FOR_HER = (
    rf"\b(?:minha|meu) {KIN} (?:que |quem |ja )*{_BOOKED}\b(?: \w+){{0,6}} {_THEIR_NAME}\b"
    rf"|\b(?:minha|meu) {KIN} (?:que |quem |ja )*{_BOOKED} (?:uma? \w+ )?(?:pra mim|para mim)\b|\b{_BOOKED} {_THEIR_NAME}\b"
)
_NEW = r"\b(?:quero|queria|gostaria de|posso|pode|vou|da (?:pra|para)) (?:tambem )?(?:marc|agend|remarc|cancel|desmarc|mud|troc)\w*"

_AT_THE_DOOR = r"\b(?:na porta|na frente|em frente|no portao|aqui na clinica|na recepcao|aqui embaixo|cheguei (?:ai|aqui))\b"
_NOBODY_THERE = r"\b(?:fechad[ao]|trancad[ao]|ninguem (?:abre|atende|abriu|atendeu|responde|aparece)|nao tem ninguem|tudo (?:escuro|apagado)|nao abre\w*)\b"

_ALONE = re.compile(
    r"^(?:(?:o )?(?:meu )?nome (?:dela |dele )?(?:e|eh|ta|esta)|e|eh|sou|em nome de|no nome d[aeo]|me chamo|aqui e|oi|ola)\b[ ,]*(?:a |o )?"
)
"""What a name that is given for itself may come with."""

TOLD = OF_CONSULTA | {Intent.HUMAN.value}
"""Reasons of a hand-off beside which a name says for whom it is."""


def booked_elsewhere(text: str) -> bool:
    """Whether a consulta was booked by another telephone, by somebody of hers, or at the desk: "foi minha filha que marcou"."""
    line = Line.of(text)
    asks = "?" in text or rx(r"\bnao (?:foi|marquei|marcou)\b|\b(?:quero|queria|posso|pode)\b").search(
        line.norm
    )
    return not asks and rx(_ELSEWHERE).search(line.norm) is not None


def booked_by_hers(text: str) -> bool:
    """Whether somebody of hers booked it, under a name or a telephone that is not hers: "meu marido marcou no sábado pelo número dele"."""
    norm = Line.of(text).norm
    return rx(_FOR_HER).search(norm) is not None and not rx(_NEW).search(norm)


_HERE = (
    r"\bfoi (?:sim )?(?:por|pel[oa]|n[oa]|com|desse|dessa|desde|daqui|n?ess[ea])? ?(?:aqui|(?:n?ess[ea]|est[ea]|mesmo|meu) (?:mesm[oa] )?(?:numero|telefone|celular|whats\w*)|(?:numero|telefone|whats\w*) mesmo)\b"
    r"|\b(?:marquei|agendei)(?: \w+){0,2} (?:sim|aqui|por aqui|daqui|com voces?|desse (?:mesmo )?numero|nesse (?:mesmo )?numero)\b|\b(?:marquei|agendei) sim\b"
    r"|\b(?:tenho certeza|certeza que (?:eu )?(?:marquei|ta marcad[ao]))\b|\b(?:olha|ve|procura|confere|verifica) (?:\w+ )?(?:direito|de novo|outra vez|melhor|novamente)\b"
)


def booked_here(text: str) -> bool:
    """Whether she insists that it was booked by this telephone, or is to be looked for once more: "foi por aqui mesmo", "procura direito"."""
    norm = Line.of(text).norm
    return rx(_HERE).search(norm) is not None and not rx(_NEW).search(norm)


_DENIED = rf"\b(?:nao|num|nem|nunca)(?: \w+)? (?:{_BOOKED}|tenho|tem|tinha|tive)\b(?: (?:mais|nenhum|nada|consulta|horario|outro|{_TELEPHONE}))*"
_DONE_WITH = r"\b(?:pel[oa]|d[eo]|n[oa]|com o|com|por|usei|usou|era)"
_INSISTS = (
    rf"{_DONE_WITH}? ?(?:o )?(?:meu )?outro {_TELEPHONE}\b(?! (?:e|eh|ai)\b)|\boutro {_TELEPHONE}$"
    rf"|{_DONE_WITH} (?:o )?(?:meu )?{_TELEPHONE} (?:fixo|antigo|velho|residencial|de casa|do (?:trabalho|servico)|del[ae]s?|d[aeo] (?:minha |meu )?{KIN})\b"
    rf"|\b(?:troquei|mudei) (?:de|o) {_TELEPHONE}\b|\b(?:marquei|agendei|marcou|marcaram|agendou|agendaram)\b"
    r"|\b(?:ja|eu|sim|mas) tenho (?:sim )?(?:(?:uma?|o|meu|minha) )?(?:consulta|horario|sessao|h|retorno|hora)\b(?: (?:sim|marcad[ao]|agendad[ao]|ai|com|na clinica|n[ao])|\W*$)"
    r"|\btenho (?:(?:sim|uma?|a|o|ja|meu|minha|consulta|horario|sessao|h) )*(?:marcad|agendad)[ao]\b"
)
_NOT_THIS = r"\boutr[ao] (?:clinica|lugar|dia|consulta|procedimento)\b|\b(?:lig|cham|mand|escrev|avis)(?:a|ue|e|em|uem|ar) (?:\w+ )?(?:n?o|pr[ao]|para o) outro\b|\bmarc(?:a|ar|e) (?:entao|pra|para)\b|\b(?:marquei|agendei|marcou) (?:errado|engano|nada)\b"


def insists_booked(text: str) -> bool:
    """Whether who was told that nothing is booked on this number holds that it is, here or from elsewhere: "minha filha que marcou", "eu já tenho horário"."""
    line = Line.of(text)
    refused = rx(r"\bnao (?:quero|e para|e pra|preciso) (?:fazer|marcar|agendar)\b").sub("_", line.norm)
    norm = rx(_DENIED).sub("_", refused)
    if rx(_NEW).search(norm) or rx(_NOT_THIS).search(norm):
        return False
    return says_booked(line) or rx(_INSISTS).search(norm) is not None


def stands_outside(text: str) -> bool:
    """Whether somebody stands at the clinic, and nobody opens: "tô aqui na porta, tá fechado"."""
    norm = Line.of(text).norm
    return rx(_AT_THE_DOOR).search(norm) is not None and rx(_NOBODY_THERE).search(norm) is not None


def name_alone(asked: Asked) -> str | None:
    """The name that is all of the message: nothing else was said, nor asked."""
    said, reading, text = asked.said(), asked.heard.reading, asked.burst.text
    names = COURTESIES | {Intent.GIVE_NAME, Nuance.CORRECTS_NAME}
    if asked.burst.wordless or "?" in text or not said <= names or reading.procedure or reading.when:
        return None
    if Intent.GIVE_NAME in said:
        return (
            reading.name
            if reading.name and _ALONE.sub("", fold(text)).strip(" .!,") == fold(reading.name)
            else None
        )
    bare = None if said or len(text.split()) < _FEWEST else plausible_name(text)
    return (
        " ".join(word if word in PARTICLES else word.capitalize() for word in bare.split()) if bare else None
    )


async def note_name(acting: Acting, awaited: Awaited) -> bool:
    """Keep the name that is given to whoever comes; False where the message is another, or a name was asked for since."""
    asked = acting.asked
    if awaited.motivo not in TOLD or fresh(asked.open_question(), awaited):
        return False
    name = name_alone(asked)
    if name is None:
        return False
    given = Fact("whatsapp.turnos", str(acting.turno_id), "texto", name)
    await say(
        acting.move, acting.replies, asked.taken, NAMED, turno_id=acting.turno_id, unnamed=True,
        rows={"nome_para_equipe": given},
    )  # fmt: skip
    return True
