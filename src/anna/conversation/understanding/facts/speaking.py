"""Who says that he, or she, writes: the owner of the telephone, or somebody of hers. Words only; whose it is rows say."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx

_PARTNER = r"(?:marido|espos[ao]|mulher|namorad[ao]|noiv[ao]|ex|companheir[oa]|advogad[oa]|patrao|patroa|chefe|cuidador[a]?|secretari[oa]|parente)"
_ROLE = rf"(?:{_PARTNER}|{KIN})"
_IS = r"(?:(?:eu )?sou|(?:aqui|quem (?:fala|escreve|ta falando|ta escrevendo)|aqui quem fala|falando) e|aqui|fala|falando)"
_ANOTHER = (
    rf"\b{_IS} (?:o |a |um |uma )?(?P<role>{_ROLE}) "
    r"(?:del[ae]\b|d[aeo] (?!minha\b|meu\b)(?:dona |seu |sra |senhora? |paciente |cliente )?(?P<name>[a-z]{3,})\b)"
)
_NOT_MY_PHONE = (
    r"\b(?:(?:esse|este) (?:e (?:o )?)?|(?:to|estou) com o |peguei o |(?:to |estou )?(?:usando|escrevendo|falando) d?o )"
    r"(?:celular|telefone|zap|whats\w*|aparelho) (?:e )?del[ae]\b"
)
_HERSELF = r"\b(?:sou eu|(?:sou|e) (?:eu|ela) mesm[ao]|eu mesm[ao]|sou [ao] propri[ao])\b"
_NAMED = r"\b(?:sou|aqui e|quem fala e|fala) (?:a |o )?(?P<name>[a-z]{3,})\b"
_PERSON = r"(?:el[ae]|alguem|(?:o |a )?(?:meu|minha) (?:ex[ -]?)?(?:\w+))"
_IF_HE_ASKS = (
    rf"\b(?:se|quando|caso) {_PERSON} (?:\w+ ){{0,2}}?(?:pergunt\w+|lig\w+|mand\w+|vier|aparec\w+|quiser saber|escrev\w+|cham\w+)\b"
    r".{0,30}\b(?:(?:fal[ae]\w*|di(?:z|ga\w*|gam)|respond\w+) (?:pra ele |pra ela )?que (?:eu )?nao|nao (?:fal[ae]\w*|cont[ae]\w*|di(?:z|ga\w*)|pass[ae]\w*|inform\w+|confirm\w+))\b"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who writes, by the words: `name` is whose relative he is, if any is named; `borrows` that the telephone is not his own."""

    name: str | None = None
    herself: bool = False
    borrows: bool = False
    partner: bool = False  # of hers, as no mother or friend is

    def is_owner(self, own: Collection[str], hers: Collection[str]) -> bool:
        """Whether it is who owns the telephone: `own` are the words of her name, `hers` those of them whom she books for.

        The husband of somebody whom no row knows is no owner; the mother of such a one may be.
        """
        if self.herself or self.borrows:
            return self.herself
        if self.name is None:
            return bool(hers)
        return self.name in hers or (bool(own) and self.name not in own and not self.partner)


def who_speaks(text: str) -> Speaker | None:
    """Who says that he writes: "sou o marido da Gisele", "aqui é a filha dela", "sou eu"; None where that is not said."""
    said = Line.of(text).norm
    if rx(_HERSELF).search(said):
        return Speaker(herself=True)
    if rx(_NOT_MY_PHONE).search(said):
        return Speaker(borrows=True)
    another = rx(_ANOTHER).search(said)
    if another is None:
        return None
    return Speaker(another["name"], partner=rx(_PARTNER).fullmatch(another["role"]) is not None)


def says_name(text: str, own: Collection[str]) -> bool:
    """Whether she says that it is her, by one of these folded names: "aqui é a Gisele"."""
    named = rx(_NAMED).finditer(Line.of(text).norm)
    return any(match["name"] in own for match in named)


def asks_to_tell_nobody(text: str) -> bool:
    """Whether she wishes that somebody who asks be told nothing: "se meu marido perguntar, fala que não tem nada marcado"."""
    return rx(_IF_HE_ASKS).search(Line.of(text).norm) is not None
