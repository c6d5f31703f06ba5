"""A condition that is only a joke beside what is said: "3, se eu não derreter até lá", "a 1, se Deus quiser". It makes nothing doubtful and takes no leave."""

from __future__ import annotations

from anna.conversation.understanding.text.line import Line, rx

_WHAT = (
    r"(?:derret(?:er|i|o)|morr(?:er|i|o)|evapor(?:ar|ei|o)|explod(?:ir|i)|congel(?:ar|ei|o)|enlouquec(?:er|i)|infart(?:ar|ei|o)|surt(?:ar|ei|o)|desintegr(?:ar|ei)|virar (?:po|pedra|sorvete|picole|mumia|gelo)"
    r"|cozinhar|assar|torrar|pirar|sumir do mapa|ganhar na (?:mega|loteria)\w*|ficar (?:rica|milionaria|velha|careca|maluca|louca))"
)
_WORLD = r"(?:o mundo (?:nao )?(?:acabar|cair|explodir)|jesus (?:nao )?voltar|deus (?:quiser|permitir|deixar)|o ceu nao cair|nao cair o mundo|eu sobreviver|eu (?:ainda )?(?:estiver|tiver) (?:viv[ao]|aqui|inteir[ao]))"
_UNTIL = r"(?: (?:ate (?:la|esse dia|o dia|entao|quinta|sexta|segunda|terca|quarta|sabado|amanha)|antes(?: disso)?|primeiro|de (?:calor|frio|fome|tedio|ansiedade|vergonha|velha|rir|tanto \w+)|no caminho|aqui|kkk+|rs+))*"
_JEST = rf"(?:[,.!;] )?\bse (?:(?:eu |a gente )?nao {_WHAT}|{_WORLD}){_UNTIL}"


def without_jest(line: Line) -> Line:
    """The line without a condition that nobody means."""
    found = rx(_JEST).search(line.norm)
    return line if found is None or not found.start() else line.hide(*found.span())
