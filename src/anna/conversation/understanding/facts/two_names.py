"""The names of two who come, said in one breath: "nilza e neide", "eu sou a Nilza e ela é Neide". Pure."""

from __future__ import annotations

from collections.abc import Collection

from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.facts.name_words import PARTICLES
from anna.conversation.understanding.facts.plausible import plausible_name
from anna.conversation.understanding.facts.whom import KIN, introduces
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold

_WORDS = r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,4}?"
_PAIR = rf"\W*(?:(?:é|e|eh|são|sao|somos|nomes?|a|o|eu) )*(?P<one>{_WORDS}) ?(?:,|/|\+|&| e| mais)(?: (?:a|o))? (?P<other>{_WORDS})\W*"
_WHO = r"(?:\b(?:a|o|dona) )?(?P<who>[^\W\d_]{2,}(?: (?:d[aeo]s? )?[^\W\d_]{2,}){0,4})"
_OTHERS = rf"\b(?:ela|ele|dela|dele|outra|outro|(?:minha|meu) {KIN})(?: (?:se|chama|e|eh|o|nome|a|vai|ser)\b)*[ ,:]*{_WHO}"
_CALLED_SO = rf"\b(?:nome (?:completo )?d(?:ela|ele|[ao] (?:minha|meu) {KIN}|a outra(?: pessoa)?)(?: (?:completo|e|eh|fica|vai ser|ta|viu|ok))*|(?:ela|ele|(?:minha|meu) {KIN}|a outra) se chama)[ ,:]*{_WHO}"
_NO_MORE = frozenset({"e", "eu", "mas", "queremos", "querem", "queria", "queriamos", "gostaria", "gostariamos", "precisamos", "vamos", "vem", "topa", "topou", "tarde", "manha", "noite", "hoje", "amanha", "segunda", "terca", "quarta", "quinta", "sexta", "sabado", "sou", "quer", "que", "pode", "tem", "com", "pra", "para", "no", "na", "mesmo", "ta", "viu", "por", "obrigada", "obrigado", "ok", "ela", "ele", "vai", "tambem"})  # fmt: skip


def two_names(text: str) -> tuple[str, str] | None:
    """The two names that are all of the text, as they were written; None where it is one name: "Maria do Carmo e Silva"."""
    pair = rx(rf"(?i:{_PAIR})").fullmatch(text)
    if pair is None or not all(fold(pair[at]).split()[0] in KNOWN for at in ("one", "other")):
        return None
    return _capitalised(pair["one"]), _capitalised(pair["other"])


def others_name(text: str) -> str | None:
    """How the other one is called, where that is said beside who she is: "eu sou nilza e ela neide"."""
    said = fold(text)
    whole = text if len(said) == len(text) else said
    for called_so, pattern in ((True, _CALLED_SO), (False, _OTHERS)):
        for match in rx(pattern).finditer(said):
            words = _name_of(whole[slice(*match.span("who"))].split())
            name = plausible_name(" ".join(words)) if words else None
            if name is None:
                continue
            beside_kin = (
                whole[match.start()].islower() or len(words) > 1
            )  # "minha irmã Odila", not all begin so
            written = beside_kin and all(
                word[0].isupper() and not word.isupper() for word in words if fold(word) not in PARTICLES
            )
            if called_so or written or fold(words[0]) in KNOWN:
                return _capitalised(name)
    return None


def name_of_kin(text: str, name: str | None) -> str | None:
    """How whom it is for is called, where `name`, read in `text`, is none or hers who writes: "meu nome é Lourdes, o dela Jandira"."""
    return others_name(text) if not name or introduces(text, name) else None


def _name_of(words: list[str]) -> list[str]:
    """The words up to the first that is none of a name."""
    end = next((at for at, word in enumerate(words) if fold(word) in _NO_MORE), len(words))
    left = words[:end]
    while left and fold(left[-1]) in PARTICLES:
        left.pop()
    return left


def the_other_of(pair: Collection[str], hers: str) -> str | None:
    """Which of a pair is not `hers`, where one of them is."""
    first = fold(hers).split()[:1]
    rest = [one for one in pair if fold(one).split()[:1] != first]
    return rest[0] if len(rest) == 1 else None


def _capitalised(name: str) -> str:
    return " ".join(word if word in PARTICLES else word.capitalize() for word in name.lower().split())
