"""For whom it is: for herself, for somebody who belongs to her, for both. Words only; who it is a name says."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.text.company import MANY_TOGETHER, for_two
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

KIN = (
    r"(?:(?:filh|filhinh|espos|ti|prim|sogr|namorad|sobrinh|net|amig|cunhad|noiv|afilhad|entead|vizinh)[ao]|mae|mainha|pai|painho|irma|irmao|marido"
    r"|mulher|avo|vo|vovo|nora|genro|madrinha|padrinho|comadre|colega|soci[ao]|companheir[ao]|parceir[ao]|patroa|patrao|chefe)"
)
"""Who belongs to whoever writes, folded."""


class Whom(StrEnum):
    """For whom a wish is: what a slot of the type `who` holds."""

    OWN = "own"
    KIN = "kin"
    BOTH = "both"
    MORE = "more"  # three and more


_TO = r"(?:pra|para|pro)"
_WISHES = r"(?:quer|queria|gostaria|precisa|ta querendo|deseja)"
_NO_WISH = r"(?! (?:que|saber|ver|me|ir|vir|so|entender|conhecer|falar|o (?:meu|seu)|a (?:minha|sua)|dizer|ajuda|acompanhar)\b)"
_THEIRS = rf"(?:ela|ele|(?:a |o )?(?:minha|meu) {KIN})"
_NOT_FOR_HER = r"(?:(?:lig|pergunt|fal|cont|mostr|mand|envi|avis|lev|compr|pass|pedi|diz|dig|dar|dei|dou|explic|indic|pag|repass|combin)\w*|saber|ver|presente|bom|boa|melhor|pior|mim)\b"
# Said of somebody else in a clause of its own: "esse número é dela", "no nome da minha mãe", "é ela que vai", "ele quer botox".
_THIRD = (
    rf"\b(?:numero|celular|telefone|zap|whats\w*|contato) (?:e|eh) d(?:ela|ele|[ao] (?:minha|meu) {KIN})\b"
    rf"|\b(?:n?o|em) nome (?:d[ao] (?:minha|meu) {KIN}|dela|dele)\b"
    rf"|\b(?:marc|agend|reserv)\w*(?: (?!dia\b|horario\b|h\b|hora\b|lado\b|vez\b|depois\b|antes\b|mesm[ao]\b)\w+){{0,5}} d(?:ela|ele)\b"
    rf"|\b{_THEIRS} (?:que|quem) (?:vai|vem|quer|faz)\b|\b{_THEIRS} (?:vai|vem) (?:no meu lugar|fazer)\b"
    rf"|\bquem (?:vai|vem|quer)(?: \w+)? (?:e|eh|vai ser) {_THEIRS}(?! (?:saber|ver)\b)\b"
    rf"|\b(?:ela|ele|(?:minha|meu) {KIN}(?: ,)?(?: (?!que\b|e\b|pra\b|nao\b)[a-z]+){{0,2}}(?: ,)?)(?: que)? (?:tambem )?{_WISHES}\b{_NO_WISH}"
    rf"|\b(?:e|seria|vai ser|quero|queria|marc\w+|agend\w+|\d) {_TO} (?:ela|ele)\b(?! [a-z]+[aei]r\b)"
    rf"|\b(?:marc\w+|agend\w+|reserv\w+|encaix\w+|queria|quero|gostaria|preciso|vaga|horario|consulta)(?: (?!{_NOT_FOR_HER})\w+){{1,5}} {_TO} (?:ela|ele)\b(?! [a-z]+[aei]r\b)"
)
_ONLY_THE_OTHER = rf"\b(?:so|somente|apenas) (?:e )?(?:{_TO} (?:ela|ele)\b|(?:{_TO} )?(?:a |o )?(?:minha|meu) {KIN}\b(?! (?:que )?(?:pode|consegue)))"
_TOO = rf"\btambem {_WISHES}\b{_NO_WISH}|\b{_WISHES}(?: (?:fazer|marcar|agendar|vir|uma|um))? tambem\b"
_NAMED = r"\b(?:ela|ele|paciente|nome d(?:ela|ele)|quem (?:vai|vem|quer)(?: [a-z]+)?)(?: se)? (?:e|eh|chama|vai ser|sera) (?:(?:a|o|dona|seu) )*{first}\b|\b{first}(?: [a-z]+)? (?:tambem )?{wishes}\b{no_wish}|\bnome d[aeo] {first}\b"
_ONE_OF_HERS = rf"(?:{_TO} )?(?:(?:a|o) )?(?:minha|meu|uma|um) {KIN}"
_PAST = r"(?:fomos|fizemos|viemos|estivemos|ficamos|somos|moramos|brigamos|ja)"
_BOTH = (
    rf"\b{_TO} (?:mim|eu) (?:e|mais|\+|junto com|com)(?: mais| tambem)? {_ONE_OF_HERS}\b"
    rf"|\beu (?:e|mais) (?:{_ONE_OF_HERS}|ela|ele)\b(?!(?: \w+){{0,2}} {_PAST})"
    rf"|\b{_TO} {_ONE_OF_HERS}(?: \w+){{0,3}} e (?:{_TO} mim|{_TO} eu|eu)\b"
    rf"|(?<!d[aeo] )(?<!com )\b{_ONE_OF_HERS} e eu (?:queremos|vamos|queriamos|gostariamos|podemos|precisamos|pensamos)\b"
    rf"|\b(?:{_TO} (?:as |os )?(?:duas|dois|2) pessoas|(?:{_TO} )?(?:nos|a gente) (?:as |os )?(?:duas|dois|2)|somos (?:em )?(?:duas|dois|2))\b"
    r"(?! (?:dias|anos|horarios|periodos|primeir\w+|ultim\w+|h\b|semanas))"
    r"|(?:^|(?<=[,.!] )|\b(?:e|eh|sao|seria|vai ser|vao ser) )2 pessoas(?= *(?:$|[,.!]))"
    rf"|\b(?:uma|um|1) (?:e |eh )?(?:(?:pra|para) )?(?:a |o )?(?:minha|meu|mim|eu)(?! {KIN})(?: ?,)?(?: e)? (?:a |o )?(?:uma |um |1 )?(?:outr[ao] )?(?:e |eh )?(?:d[ao]|pra|para) (?:a |o )?(?:minha|meu|uma|um) {KIN}\b"
)
_NUMBER = r"(?:2|3|4|5|duas|dois|tres|quatro|cinco)"
_KINS = r"(?:irmaos|irmas|filh[ao]s|amig[ao]s|prim[ao]s|ti[ao]s|sobrinh[ao]s|net[ao]s|cunhad[ao]s|colegas|vizinh[ao]s|maes|pais|noras|genros|avos)"
_MANY = r"(?:tres|3|quatro|4|cinco|5|seis|6)"
_MORE = (
    rf"\b(?:{_TO} (?:as |os )?{_MANY} (?:pessoas|mulheres|amigas)|(?:{_TO} )?(?:nos|a gente) (?:as |os )?{_MANY}|somos (?:em )?{_MANY})\b"
    r"(?! (?:dias|anos|horarios|periodos|primeir\w+|ultim\w+|h\b|semanas))"
    rf"|\b{_TO} (?:(?:a|o) )?(?:minha|meu) {KIN}(?: \w+){{0,2}} e (?:\w+ ){{0,3}}?{_TO} (?:(?:a|o) )?(?:(?:minha|meu) )?{KIN}\b"  # two, and not herself
    rf"|\b{_TO} (?:(?:a|o) )?(?:ela|ele|(?:minha|meu) {KIN})(?: \w+)? e (?:{_TO} )?(?:a |o )?(?:minha|meu) {KIN}\b(?! (?:{_WISHES}|vai|vem|leva|paga|pode|me|que|acompanha|mora|trabalha|tambem|{_TO})\b)"
    rf"|\b(?:{_TO} (?:mim|eu)|eu|mim) (?:e|mais)(?: mais)? (?:{_TO} |pros |pras |os |as )*(?:(?:meus|minhas)(?: {_NUMBER})?|{_NUMBER}) {_KINS}\b(?!(?: \w+){{0,2}} {_PAST})"
    rf"|(?:^|(?<=[,.!;] )|\b(?:mas|e|eh|que|moca) )(?:sao|seremos|vao ser|serao) (?:em )?{_MANY} (?:pessoas|mulheres|amigas|irm[ao]s)\b(?! (?:ou|na fila|na frente|trabalh\w+|atend\w+)\b)"
    rf"|\b{_MANY} (?:avaliacoes|consultas|horarios|vagas|sessoes) ?[:,-] ?(?:eu|pra mim|para mim)\b"
    rf"|{MANY_TOGETHER}|\b(?:mim|eu) ?, {_ONE_OF_HERS}(?: \w+){{0,2}} ?(?:,|e) {_ONE_OF_HERS}\b"
)
_NOT_TO_BOOK = (
    r"(?:lig\w+|pergunt\w+|fal\w+|cont\w+|mostr\w+|mand\w+|avis\w+|lev\w+|compr\w+|presente|pass\w+|pedi\w*)"
)
_KIN = rf"(?:(?<!\w){_NOT_TO_BOOK}(?: \w+){{0,2}} )?\b{_TO} (?:(?:a|o) )?(?:(?:minha|meu|uma|um) {KIN}|filh[ao]|mae|marido|espos[ao])\b"
_OWN = (
    rf"\b(?:uma|um|outra|outro|marc\w*|marqu\w*|agend\w*|vaga|consulta|sessao)(?: \w+){{0,2}} {_TO} mim\b|\b{_TO} mim tambem\b|\btambem {_TO} mim\b"
    rf"|(?<!nao )(?<!num )\be {_TO} mim\b"
    rf"|\bagora(?: (?!fic\w*|melhor|bom|boa|ruim|da|serve|nao|so)\w+){{1,4}} {_TO} mim\b"
    rf"|\b(?:quero|queria|gostaria de|preciso de|vou querer)(?: (?!que\b|(?:mand|envi|pass|lig|diz|fal|olh|cont|explic|repet|ve)\w*)\w+){{1,5}} {_TO} mim\b"
)

_SAID_FOR = (
    rf"(?:,? ?\b(?:mas|so que|porem|e|que|seria|vai ser|fica|marc\w+|coloc\w+|poe|bota|agend\w+|reserv\w+) )*\b(?:{_TO}|n?o nome d[aeo]|em nome d[aeo])"
    rf"(?: (?:a|o|dona|seu|minha|meu|,|{KIN}|_+))+(?= |$|\W)|,? ?\b(?:porque |pois |e |que )*{_THEIRS} (?:(?:que|quem) (?:vai|vem)|(?:vai|vem) (?:no meu lugar|fazer))(?: (?:ir|vir|fazer|no meu lugar|mesmo))*"
)


def hide_whom(line: Line) -> Line:
    """The line without what says for whom it is: "2, mas é pra Marlene, minha mãe" picks the second. Names are hidden already."""
    for match in rx(_SAID_FOR).finditer(line.norm):
        if match.group().strip(" ,") and rx(rf"_|\b{KIN}\b|\bvai\b|\bvem\b").search(match.group()):
            spaces = len(match.group()) - len(match.group().lstrip())
            line = line.hide(match.start() + spaces, match.end())
    return line


_ONLY = rf"\bso (?:eu(?= *(?:$|[,.!]|(?:mesm[ao]|entao|agora|ta|viu|por enquanto|ok|por favor)\b|que vou\b))|(?:mesmo )?(?:(?:a|o) (?:minha|meu)|{_TO} mim)\b(?! (?:filh|mae|irma|amig|marido|espos)))"


_HERS = rf"\b(?:a minha|o meu|(?:meu|minha) (?:consulta|horario|h|sessao|vaga))\b(?! {KIN})"


def speaks_of_hers(text: str) -> bool:
    """Whether what stands for whoever writes is named: "cancela a minha, a dela fica"."""
    return Line.of(text).find(_HERS) is not None


_CHANGED = r"(?:cancel|desmar[cq]|remarc|mud[ae]|troc|adi[ae]|tir[ae])\w*"
_CHANGES_HERS = (
    rf"\b{_CHANGED}(?: (?:so|ai|entao|tambem|por favor))* (?:{_HERS})"
    rf"|(?:{_HERS})(?: (?:eu|pode|podem|quero|queria|vou|preciso|da|pra|para|voce|ja|so))* {_CHANGED}"
)


def changes_hers(text: str) -> bool:
    """Whether it is her own that is called off or moved: "cancela a minha", and not "cancela a dela, deixa só a minha"."""
    return Line.of(text).find(_CHANGES_HERS) is not None


_FOR_HER = rf"\b{_TO} (?:mim|eu)\b"
_FOR_ONE_OF_HERS = rf"\b{_TO} (?:(?:a|o) )?(?:minha|meu|uma|um) {KIN}\b"
_SHE_WISHES = r"\b(?:eu )?(?:quero|queria|gostaria de|vou (?:fazer|querer))\b(?! (?:saber|ver|que|perguntar|remarcar|cancelar))"
_THEY_WISH = rf"(?<!da )(?<!do )(?<!com )\b(?:a |o )?(?:minha|meu) {KIN}(?: que)?(?: tambem)? (?:{_WISHES}|vai (?:fazer|querer))\b{_NO_WISH}"
# "minha filha vai casar e ela queria preenchimento e eu queria botox": hers comes last, and says "eu".
_THEN_SHE_WISHES = r"(?<=\be )eu (?:tambem )?(?:quero|queria|gostaria de|vou (?:fazer|querer))\b(?! (?:tambem )?(?:saber|ver|que|perguntar|remarcar|cancelar|ir|acompanhar|pagar|dar|marcar (?:pra|para)|agendar (?:pra|para))\b)"
_THEY_WISH_FIRST = rf"\b(?:minha|meu) {KIN}\b[^.!?;]{{0,120}}?\b(?:ela|ele) (?:tambem )?(?:{_WISHES}|vai (?:fazer|querer))\b{_NO_WISH}"
_EACH = ((_FOR_HER, _FOR_ONE_OF_HERS), (_SHE_WISHES, _THEY_WISH), (_THEN_SHE_WISHES, _THEY_WISH_FIRST))
_EACH_OF_TWO = (
    *_EACH,
    (
        rf"{_FOR_HER}|\b(?:eu|a minha|o meu)\b(?! {KIN})",
        rf"\b{_TO} (?:ela|ele)\b|\bd(?:ela|ele)\b|{_THEIRS}|\bda outra\b",
    ),
)
"""How both are named: in any message, and where it is known already that there are two."""
_OPINION = r"\b(?:tanto faz|melhor|pior|ruim|bom|boa|otimo|serve|qualquer|impossivel|nao da)\b"
_IS = re.compile(r"\bé\b", re.IGNORECASE)
"""What folded is no "e": "a limpeza é pra mim e o botox é pra ela"."""
_AND = r" ?,? (?:e|mais) (?=[a-z]|\d{1,2} ?(?:h|:|e meia|pra |para |x$))| ?[,;+\n] ?| ?\. "


def each_ones(text: str, *, two: bool = False) -> tuple[str, str] | None:
    """What is said, folded, of herself and of the other one: "limpeza pra mim sexta e botox pra minha mãe quinta"; None where not both are named.

    `two`: that two come is known, and "eu sexta e ela quinta" will do.
    """
    said = fold(_IS.sub("eh", by_pronoun(text) if two else text))
    said = _each_again(said) if two else said
    for hers, theirs in _EACH_OF_TWO if two else _EACH:
        own, other = rx(hers).search(said), rx(theirs).search(said)
        if own is None or other is None:
            continue
        first, second = sorted((own, other), key=lambda match: match.start())
        cut = _cut(said[first.end() : second.start()])
        if cut is None:
            continue
        at = first.end() + cut
        before, after = said[:at], said[at:]
        thought = said[own.start() : at] if first is own else said[own.start() :]
        if rx(rf"\b{_NOT_TO_BOOK}").search(after) or rx(_OPINION).search(thought):
            continue  # "pra mim fica melhor de manhã, é pra minha mãe"
        return (before, after) if first is own else (after, before)
    return None


_BOTH_FIRST = rf"\b(?:{_TO} )?(?:eu|mim) (?:e|mais|com) {_ONE_OF_HERS}\b|\b{_ONE_OF_HERS} e eu\b"


def _each_again(said: str) -> str:
    """`said` without who come, where each of them is named once more: "eu e minha mãe queremos botox, eu às 14h e ela às 16h"."""
    both = rx(_BOTH_FIRST).search(said)
    if both is None:
        return said
    rest = said[both.end() :]
    again = all(rx(one).search(rest) for one in _EACH_OF_TWO[-1])
    return "," * both.end() + rest if again else said


_CALLED = re.compile(
    r"(?<!\bcom )(?<!\bd[rao] )(?<!\bdra )\b(?P<to>pra |para )?(?:[ao] )(?P<who>[a-zà-ú]{3,})\b|\b(?:pra|para) (?P<for>[a-zà-ú]{3,})\b",
    re.IGNORECASE,
)


def by_pronoun(text: str) -> str:
    """The text with "ela" for a given name that is told whose time it is: "eu 9h e a Jessica depois", of two who come."""

    def pronoun(match: re.Match[str]) -> str:
        name = match["who"] or match["for"]
        if fold(name) not in KNOWN:
            return match.group()
        return "pra ela" if match["to"] or match["for"] else "ela"

    return _CALLED.sub(pronoun, text)


def called(text: str, but: Collection[str] = ()) -> str | None:
    """The given name that is told whose time it is, none of `but`, which are folded: "eu 9h e a Jessica depois", of two who come."""
    names = [match["who"] or match["for"] for match in _CALLED.finditer(text)]
    told = [name.capitalize() for name in names if fold(name) in KNOWN and fold(name) not in but]
    return told[0] if len(set(told)) == 1 else None


def _cut(between: str) -> int | None:
    """Where what is said of the second begins, between both: at the last "e" where that is all that leads to it, else at the first."""
    marks = list(rx(_AND).finditer(between + "x"))
    if not marks:
        return None
    led = [mark for mark in marks if mark.end() >= len(between)]
    ands = [mark for mark in marks if mark.group().strip(" ,") in {"e", "mais"}]
    return (led or ands or marks)[0].start()


def only_herself(text: str) -> bool:
    """Whether it is for nobody but herself after all: "deixa só a minha"."""
    return rx(_ONLY).search(fold(text)) is not None


def only_the_other(text: str) -> bool:
    """Whether it is for nobody but the other one after all: "na verdade só pra ela"."""
    return Line.of(text).find(_ONLY_THE_OTHER) is not None


_OTHER_ONE = rf"(?:ela|ele|(?:[ao] )?(?:minha|meu) {KIN}|[ao] outr[ao])"
_OTHERS_ONLY = (
    rf"\b(?:so|somente|apenas) (?:(?:a|o|uma?|quer|faz|vai fazer) )*[a-z]+(?: [a-z]+){{0,2}}? {_TO} (?:ela|ele|(?:[ao] )?(?:minha|meu) {KIN})\b"
    rf"|(?:\b{_TO} )?\b(?:ela|ele|(?:minha|meu) {KIN}) (?:(?:e|eh|vai|quer|faz|fazer|vai fazer) )*(?:so|somente|apenas) [a-z]+"
    rf"|\b(?:{_TO}|no caso d[ae]) {_OTHER_ONE}(?! (?:saber|ver|ler|dizer|falar|ir|entender)\b)\b"
    rf"|(?<!com )(?<!eu )\b{_OTHER_ONE}(?: (?:tambem|que|so|ja|agora|mesmo|na verdade|,))* (?:e|eh|quer|queria|prefere|preferiu|faz|fara|(?:vai|ficou|fica|queria) (?:de|com|fazer|querer)|mudou|resolveu|decidiu|gostaria|precisa)\b{_NO_WISH}(?! (?:alergic[ao]|diabetic[ao]|gravida|gestante|idos[ao]|quem|que|medo)\b)"
    rf"|\b[ao] (?!mesm[ao]\b|horario\b|h\b|vez\b|consulta\b)[a-z]+(?: [a-z]+){{0,2}}? d(?:ela|ele|[ao] (?:minha|meu) {KIN}|[ao] outr[ao])\b"
    r"|\b[ao] d(?:ela|ele) (?:e|eh|seria|vai ser|muda)\b"
)
_SHE_AND_ANOTHER = rf"^(?:(?:e|somos|vamos|pra|para|as 2|nos 2|nos|sim|ok|entao|oi|,|:) )*(?:eu|mim) (?:e|mais) (?:{_TO} )?(?:a |o )?(?:minha|meu) {KIN}\b(?= *[,.;\n-]| (?:a|o) d(?:ela|ele)\b)"
_ASKS_OF_IT = r"\b(?:quanto|preco|valor|custa|doi|ligar|perguntar?|perguntou|disse|falou|fez|tomou|ja faz|presente|dar)\b"


def tells_only_of_the_other(text: str) -> bool:
    """Whether it is said what the other one of two is to have, and nothing of herself: "só limpeza pra ela", "o dela é botox"."""
    line = Line.of(text)
    if told := line.find(_SHE_AND_ANOTHER):
        line = line.hide(*told.span())  # "eu e minha irmã, a dela é peeling"
    both = rf"{_FOR_HER}|\beu\b|\bnos\b|\bas 2\b|\bos 2\b|\bambas\b|\b(?:a minha|o meu)\b(?! {KIN})"
    return line.find(_OTHERS_ONLY) is not None and line.find(rf"{both}|{_ASKS_OF_IT}") is None


def wishes_too(text: str) -> bool:
    """Whether somebody else wishes for it besides: "ela também quer fazer"."""
    return Line.of(text).find(_TOO) is not None


_RATHER = r"\b(?:na verdade|em vez|ao inves|no lugar|troc\w+|mud\w+|alias|errei|nao e (?:para|pra) mim)\b"


def wishes_another(text: str, para: object = None) -> bool:
    """Whether one of hers wishes for something of her own, said beside what is `para` herself: "minha irmã quer limpeza"."""
    line = Line.of(text)
    theirs = line.find(_THEY_WISH) is not None or (para == Whom.OWN and tells_only_of_the_other(text))
    return theirs and line.find(_RATHER) is None


def introduces(text: str, name: str) -> bool:
    """Whether `name`, read in `text`, is that of whoever writes: "aqui é a Glória, queria pra mim e pra minha mãe"."""
    said, first = fold(text), re.escape(fold(name).split()[0])
    own = re.search(r"(?<!\bno )\b(?:meu nome|me chamo)\b(?: (?:e|eh|completo))*(?: (?P<who>[a-z]+))?", said)
    if own:  # "meu nome é Marcos mas quem vai é minha esposa, troca pra Juliana"
        another = own["who"] in KNOWN and not re.match(first, own["who"])
        return not (another and rx(_THIRD).search(said))
    return (
        re.search(
            rf"\b(?:aqui e|sou|quem fala e)(?: (?:a|o))? {first}\b|\b{first}(?: [a-z]+){{0,2}} aqui\b", said
        )
        is not None
    )


_SHE_AND = rf"\b(?:{_TO} mim|eu) e (?:{_TO} )?(?:(?:a|o) )?(?P<who>[a-z]+)\b(?! (?:{_PAST}|estamos|(?!vamos\b|precisamos\b|[a-z]+iamos\b)[a-z]+[ai]mos)\b)"
_WE_ARE = (
    r"\b(?:somos|aqui (?:e|eh|sao|somos)|(?:e|eh|sao)) (?:a|o) (?P<one>[a-z]+) e (?:a|o) (?P<who>[a-z]+)\b"
)


def _with_somebody(said: str) -> bool:
    """Whether it is for herself and somebody whose name is no other word: "pra mim e pra Rita", "eu e o Marcelo", "somos a Sandra e a Ju"."""
    both = rx(_SHE_AND).search(said)
    if both and both["who"] in KNOWN:
        return True
    named = rx(_WE_ARE).search(said)
    return named is not None and (
        named.group().startswith("somos") or (named["one"] in KNOWN and named["who"] in KNOWN)
    )


_NOT_FOR_ME = rf"\bnao (?:e|eh|seria|era|vai ser) {_TO} (?:mim|eu)(?: nao| mesm[ao])*(?: ,)?(?: mas| e sim)? (?=(?:e|eh|seria|era|vai ser) {_TO})"
"""Who says so speaks of nobody but the other one: "não é pra mim, é pra minha mãe"."""


_OF_HERS_SEVERAL = rf"\b(?:pra|para|pro|pros|pras) (?:(?:os|as) )?(?:(?:meus|minhas) (?:{_NUMBER} )?|{_NUMBER} )(?:{_KINS}|meninos|meninas|criancas)\b"
_EACH_NAMED = (
    r"\b(?:pra|para|pro) (?:(?:a|o) )?(?P<one>[a-z]+) e (?:pra|para|pro) (?:(?:a|o) )?(?P<other>[a-z]+)\b"
)


def _for_several_of_hers(said: str) -> bool:
    """Whether two of hers are to come, and not she: "pros meus dois filhos", "pro Pedro e pro João"."""
    if rx(rf"\b{_NOT_TO_BOOK}").search(said):
        return False
    if rx(_OF_HERS_SEVERAL).search(said):
        return True
    named = rx(_EACH_NAMED).search(said)
    return named is not None and {named["one"], named["other"]} <= KNOWN


def read_whom(text: str, name: str | None = None) -> Whom | None:
    """For whom `text` says that it is; None where it does not. `name` is the one that was read in it."""
    line = Line.of(text)
    if refused := line.find(_NOT_FOR_ME):
        text = line.norm[: refused.start()] + line.norm[refused.end() :]
        line = Line.of(text)
    said = line.norm
    if rx(_MORE).search(said) or _for_several_of_hers(said):
        return Whom.MORE
    both = rx(_BOTH).search(said)
    if both and rx(_ONLY).search(said, both.end()):
        return Whom.OWN  # "pra mim e minha mãe, mas ela faleceu, então só eu mesmo"
    if both or each_ones(text) or _with_somebody(said) or for_two(line):
        return Whom.BOTH
    if any(not re.match(_NOT_TO_BOOK, match.group()) for match in rx(_KIN).finditer(said)):
        return Whom.KIN
    first = re.escape(fold(name).split()[0]) if name else None
    if first and re.search(rf"\b{_TO} (?:(?:a|o|dona|seu) )*{first}\b", said):
        return Whom.KIN  # "marca pra Carolina"
    named = _NAMED.format(first=first, wishes=_WISHES, no_wish=_NO_WISH) if first else None
    if (named and re.search(named, said)) or rx(_THIRD).search(said):
        return Whom.KIN
    return Whom.OWN if rx(_OWN).search(said) else None


_HERS_AFTER_ALL = rf"(?<!tanto faz )(?<!melhor )(?<!pior )(?<!bom )(?<!boa )(?<!otimo )(?<!serve )(?<!ruim )\b{_TO} mim(?: (?:mesm[ao]|agora|viu|por favor))*(?= *(?:$|[,.!;]))|\b(?:e|eh|era|seria) {_TO} mim\b"


def is_hers_after_all(text: str) -> bool:
    """Whether what is named is for whoever writes, said while somebody else's was looked for: "qualquer dia pra mim, botox"."""
    line = Line.of(text)
    return line.find(_HERS_AFTER_ALL) is not None and line.find(rf"\b{_NOT_TO_BOOK}\b") is None


_AND_HERS = rf"\be (?:(?:a|o|d[ao]|pra|para|pro)(?: a| o)? )?(?:minha|meu) {KIN}\b"


def adds_another(text: str, para: object = None) -> bool:
    """Whether somebody of hers is to be seen beside her, and not instead: "e limpeza pra minha filha", "e a minha mãe?".

    `para` is for whom it has been so far: who books for two, or for somebody else, adds nobody.
    """
    theirs = read_whom(text) is Whom.KIN or Line.of(text).find(_AND_HERS) is not None
    return para in {None, Whom.OWN} and theirs


_COMES_TOO = (
    rf"\b(?:minha|meu) {KIN}\b(?! nao)(?: [a-z]+){{1,4}} (?:antes|depois) (?:de mim|d[ao] (?:meu|minha))\b|"
    rf"(?<!dia )(?<!data )\be (?:(?:[ao]|como fica|pra quando|quando|fica|tem) )*(?:[ao]|horario|h|vaga|consulta|sessao|vez) d[ao] (?:minha|meu) {KIN}\b"
    rf"|\be (?:[ao] )?(?:minha|meu) {KIN}(?= *(?:\?|tambem\b|{_WISHES}\b))"
    rf"|\b(?:minha|meu) {KIN}(?: [a-z]+)? tambem\b(?! (?:e|eh|acha|acho|pode|ja|foi|fez|gost\w*|esta|ta|nao|vai (?:me|so))\b)"
    rf"|\b(?:minha|meu) {KIN}(?: [a-z]+){{1,3}}? (?:tambem(?: [a-z]+){{0,2}}? (?:fazer|marcar)|(?:fazer|marcar)(?: [a-z]+){{0,2}}? (?:tambem|junto))\b"
    rf"|\btambem (?:(?:uma?|1|outr[ao]) (?:[a-z]+ ){{0,2}})?{_TO} (?:[ao] )?(?:minha|meu) {KIN}\b"
    rf"|\be (?:mais )?(?:uma?|1|outr[ao])(?: [a-z]+){{0,2}} {_TO} (?:[ao] )?(?:minha|meu) {KIN}\b"
)
_ONLY_ALONG = r"\b(?:acompanh\w*|ir junto|entrar|comigo|esperar|me levar|me buscar|ficou|marcad[ao]|que h|que dia|quando e|remarc\w*|cancel\w*|mud\w*|desmarc\w*)\b"


def comes_too(text: str) -> bool:
    """Whether somebody of hers is to be seen beside her: "1, e a da minha mãe?", "minha irmã também", and not only comes along."""
    line = Line.of(_IS.sub("seria", text))  # "é a da minha mãe" says whose it is
    return line.find(_COMES_TOO) is not None and line.find(_ONLY_ALONG) is None


_TWO_NUMBERS = re.compile(r"\W*(?:(?:o|a|opcao|quero|pode ser) )*(\d) e (?:o |a )?\d\W*")


def first_of_two(text: str) -> int | None:
    """ "1 e 2", of two who come: the first is for whoever writes, and the other's is looked for beside it."""
    said = _TWO_NUMBERS.fullmatch(fold(text))
    return int(said[1]) if said else None
