"""Whether a person wants no more messages. Never from a word alone: a verb of stopping needs an object of communication.

"tem como parar a dor?" and "posso sair antes das 15h?" must not silence anybody (field note 12); "não quero mais receber nada" must.
"""

from __future__ import annotations

from functools import cache

from anna.commands import RuleHit
from anna.conversation.understanding.intents.optout_words import FAMILY, OTHERS, RULES
from anna.conversation.understanding.intents.reminders import find_refused
from anna.conversation.understanding.port import State
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.understanding.text.phrases import Found, Phrases

_LOOKALIKE_RULE, _CAMPAIGN_RULE, _ERASURE_RULE, _CHANNEL_RULE, _NOT_HERE_RULE = range(5)
_THREAT = "optout.threat"
_OF_CONTACT = (
    r"\b(?:bloque\w+|spams?|report\w+|mandem|mandar\w*|mandand\w+|envi\w+|mensage\w+|numero|contato|insist\w+|continu\w+|ench\w+|perturb\w+|incomod\w+|receb\w+|lista|propagand\w*|promo\w*"
    r"|whatsapp|celular|telefone|lig\w+|par[ae]m?|parar|sair|saiam?|perfil|conta|assedio|importun\w+|chega|nao quero|nao pedi|nunca)\b"
)
"""What is threatened with is no wish for silence unless it is of messages."""
_SHORTEST, _LONGEST = 4, 5
_BLOCKS = "bloque"
_NO_SLIPS = frozenset({"cair", "saia", "sais"})
_ALSO_ERASES = frozenset({"optout.remove", "optout.stop_record"})


@cache
def _grammar() -> Phrases:
    return Phrases(FAMILY, [text for _, text in RULES])


@cache
def _others() -> Phrases:
    return Phrases(FAMILY, OTHERS)


def read_optout(
    line: Line, *, under_campaign: bool = False, unasked: bool = False
) -> tuple[bool, tuple[RuleHit, ...]]:
    """Whether the message asks for silence, and the rule that saw it. `unasked`: it answers what nobody had asked us to write."""
    others = tuple(_others().all(line))
    if plain := _plainly(line, talked_with=not (under_campaign or unasked)):
        return plain
    if under_campaign and (_is_slip_of_sair(line) or any(f.rule == _CAMPAIGN_RULE for f in others)):
        return True, (line.hit("optout.keyword", 0, len(line.norm), "opt-out"),)
    here = next((f for f in others if f.rule == _NOT_HERE_RULE), None)
    if here is not None:
        return True, (line.hit("optout.not_here", here.start, here.end, "opt-out"),)
    refused = find_refused(line.norm)
    if refused is not None and not any(_within(refused, f) for f in others):
        return True, (line.hit("optout.reminders", *refused, "opt-out"),)
    bare = line
    for found in others:
        if found.rule == _LOOKALIKE_RULE:
            bare = bare.hide(found.start, found.end)
    seen = _grammar().first(bare)
    besides = not (under_campaign or unasked) and seen is not None and _threatens_besides(line, seen)
    if seen is not None and not under_campaign and (besides or _only_presses(line)):
        return False, (line.hit("optout.lookalike", seen.start, seen.end, "no opt-out"),)
    if seen is not None:
        return True, (line.hit(RULES[seen.rule][0], seen.start, seen.end, "opt-out"),)
    if (shouted := _shouted(line)) is not None:
        return True, (RuleHit("optout.keyword", shouted, "opt-out"),)
    hidden = next((f for f in others if f.rule == _LOOKALIKE_RULE), None)
    return False, () if hidden is None else (
        line.hit("optout.lookalike", hidden.start, hidden.end, "no opt-out"),
    )


def _plainly(line: Line, *, talked_with: bool) -> tuple[bool, tuple[RuleHit, ...]] | None:
    """What is decided before any look-alike: at no hour is none, and "não enche" of who is talked with only cross."""
    if at_no_hour := line.find(_AT_NO_HOUR):
        return True, (line.hit("optout.at_no_hour", *at_no_hour.span(), "opt-out"),)
    if talked_with and only_rebuffs(line.norm):
        return False, (line.hit("optout.lookalike", 0, len(line.norm), "no opt-out"),)
    return None


_UNASKED = frozenset({State.REMINDER, State.NPS})


def read_optout_to(line: Line, state: State) -> tuple[bool, tuple[RuleHit, ...]]:
    """The same of a message that answers what Anna said last."""
    return read_optout(line, under_campaign=state is State.CAMPAIGN, unasked=state in _UNASKED)


_AT_NO_HOUR = (
    r"\b(?:nao|num|nunca|nem|par[ae]m?|parar)\b[^.!?;\n]{0,40}\b(?:mand\w+|envi\w+|escrev\w+|receber|lig(?:a|ue|uem|ar)|cham(?:a|e|em|ar))\b[^.!?;\n]{0,30}"
    r"\b(?:(?:nem )?(?:de|a) (?:dia|manha|tarde|noite|madrugada) (?:e )?nem (?:de|a) (?:dia|manha|tarde|noite|madrugada)|(?:em )?(?:hora|momento|horario) nenhum[a]?)\b"
)
""" "não mande mais nada de noite nem de dia": no wish for hours."""
_REBUFFS = (
    r"(?:(?:ai|ah|aff?|afe|ei|eita|poxa|puxa|mano|cara|gente|moca|moco|anna|robo|caramba|por favor|porra|caralho|vai|ta|ok|calma|credo|nossa|oxe|uai|pelo amor de deus|,|\.|!) )*"
    r"(?:nao|num|n) (?:enche|encha|enches|amola|amole|torra|torre|aperreia|aporrinha)(?: (?:ai|nao|cara|mano|moca|po|pow|vai|kkk+|rs+|por favor|ta|porra|caramba|anna|,|\.|!))*[ .!]*"
)


def only_rebuffs(norm: str) -> bool:
    """Whether nothing is said but "não enche": whoever is being talked with is cross, and leaves nothing by it."""
    return rx(_REBUFFS).fullmatch(norm) is not None


_ANNOYED = r"\b(?:ench(?:a|e|am|em|er|endo)|perturb\w+|amol\w+|em paz|essa lista|esse papo)\b"
_LEAVES = (
    r"\b(?:mensage\w+|msgs?|promo\w*|propagand\w+|ofertas?|numero|contato|whatsapp|celular|telefone|receb\w+|lembretes?|mais|nunca|lig\w+"
    r"|cadastro|grupo|spam|todo dia|sair|saia|tir[ae]\w*|remov\w+|exclu\w+|apag\w+|bloque\w+|cancel\w+|desmarc\w+|desist\w+|nao (?:quero|vou|preciso))\b"
)
_PRESSES = (
    r"(?:[.,;!\n]|\be\b|\bmas\b) ?(?:(?:e|so|ja|eu|ai|entao|porra|,) )*(?:(?:quero|queria|preciso) (?!paz|sossego|que\b|parar|nada|ficar|dormir|distancia|respeito|meu|minha|silencio|saber d)"
    r"|(?:marc|agend|reserv)(?:a|ar|e)\b|me (?:da|passa|diz|fala) |qual\b|quanto\b|que h\b|tem (?:vaga|horario)|escolhi\b|a [1-3]\b|[1-3] ?$)"
)


def _only_presses(line: Line) -> bool:
    """Whether who is annoyed says at once what is wanted of us: "não enche, qual o preço do botox", "para de mandar essa lista, já escolhi a 2"."""
    return line.find(_ANNOYED) is not None and line.find(_PRESSES) is not None and line.find(_LEAVES) is None


def _threatens_besides(line: Line, seen: Found) -> bool:
    """Whether it is something else than messages that is threatened with: "vou te denunciar, marca o botox"."""
    return RULES[seen.rule][0] == _THREAT and line.find(_OF_CONTACT) is None


def _within(span: tuple[int, int], found: Found) -> bool:
    """Whether it is part of what only looks so: "não mandem lembrete pro celular dela"."""
    return found.rule == _LOOKALIKE_RULE and found.start <= span[0] and span[1] <= found.end


def _shouted(line: Line) -> str | None:
    """The keyword as patients are told to send it, in capitals and alone, among other messages of a burst: "SAIR"."""
    if (match := rx(_WORD).match(line.text)) is not None:
        return match[1]
    if "\n" not in line.text or line.text.isupper():
        return None
    alone = (part.strip() for part in line.text.splitlines() if part.isupper())
    return next((part for part in alone if _is_keyword(Line.of(part))), None)


_WORD = r"^\s*(SAIR)\s*[,.;!]+\s*(?!\s)"
"""The word that was promised, as it was written, before what else is said: "SAIR, e me chama uma pessoa"."""


def _is_keyword(line: Line) -> bool:
    seen = _grammar().first(line)
    return seen is not None and RULES[seen.rule][0] == "optout.keyword"


def _is_slip_of_sair(line: Line) -> bool:
    """ "SAUR", "sairr": the one word a campaign asks for, with one slip."""
    word = line.core
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word in _NO_SLIPS:
        return False
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only a lone short word under a campaign needs it)

    return OSA.distance(word, "sair", score_cutoff=1) <= 1


def silences(line: Line) -> bool:
    """Whether an opt-out says more than that something is to be erased: "apaguem meus dados" alone is no opt-out."""
    return any(RULES[f.rule][0] not in _ALSO_ERASES for f in _grammar().all(line))


def prefers_channel(line: Line) -> bool:
    """Whether another way to be reached is named as wanted: "não me mande áudio, só mensagem"."""
    return any(f.rule == _CHANNEL_RULE for f in _others().all(line))


def refuses_here(line: Line) -> bool:
    """Whether news are refused where Anna writes: "não quero promoção no whats, manda por email"."""
    return any(f.rule == _NOT_HERE_RULE for f in _others().all(line))


def read_erasure(line: Line) -> RuleHit | None:
    """The rule hit of a wish that one's number or record be erased, None without one. "Bloqueia meu número" wants silence, and nothing erased."""
    seen = next(
        (
            f
            for f in _others().all(line)
            if f.rule == _ERASURE_RULE and not line.norm.startswith(_BLOCKS, f.start)
        ),
        None,
    )
    return None if seen is None else line.hit("optout.erasure", seen.start, seen.end, "data_rights")
