"""Whose place this is, for whoever takes it for another: whose number she has, what kind of place it is, who is not reached through it. Pure."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from anna.conversation.passing import without_source
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import tokenize

_OTHER = (
    r"(?:pizzaria|loja|restaurante|farmacia|drogaria|hospital|empresa|salao|barbearia|mercado|supermercado|padaria|oficina|escola|academia"
    r"|lanchonete|laboratorio|papelaria|otica|veterinari[ao]|petshop|pet shop|mercearia|borracharia|imobiliaria|igreja|banco|correios?|posto)"
)
_KIND_OF_PLACE = rf"(?:clinica|consultorio|{_OTHER})"
_HELLO = r"(?:(?:oi|ola|alo|opa|bom dia|boa tarde|boa noite|por favor|desculpa|ue|mas|moca|moco|,|!|\.) )*"
_ASKS_PLACE = (
    rf"{_HELLO}(?:[\d()+. -]{{8,}} )?(?:(?:ai|aqui|esse|este|numero|telefone|whatsapp|desse|isso|la) )*"
    rf"(?:nao )?(?:e|eh|seria|era|fala) (?:d?[aeo]s? |uma? )?(?P<what>{_KIND_OF_PLACE}\b(?: \w+){{0,4}}|\w+(?: \w+){{0,3}}) ?\?"
)
_NAMES_OTHER = rf"{_HELLO}(?:ai |aqui )?(?:e|eh|seria) d[ao] {_OTHER}(?: d[aeo] \w+)?[ .!]*"
""" "alô é da borracharia do Tonho", without its mark."""
_ADDRESSED = rf"{_HELLO}(?:(?:ai|aqui) )?(?:(?:e|eh|era) )?(?:d?[aeo] )?{_OTHER}\b(?P<name>(?: (?!que\b|e\b|ou\b|hoje\b|amanha\b)\w+){{0,4}}) ?[,.?!]"
_BESIDE = r"\b(?:perto|lado|frente|proxim[ao]|fica|ficam|esquina|atras)\b"


def takes_this_for(text: str) -> bool:
    """Whether nothing is asked but whose number this is: "não é a Bella Napoli?". What has no capital letter must be a kind of place."""
    said = _words(without_source(text))
    if rx(_NAMES_OTHER).fullmatch(said):
        return True
    match = rx(_ASKS_PLACE).fullmatch(said)
    if match is None:
        return False
    return (
        rx(_KIND_OF_PLACE).match(match["what"]) is not None
        or rx(r"\b[aAdDoOeE]{1,2}[aos]? [A-ZÀ-Ý]").search(text) is not None
    )


_SPEAKS_TO = rf"\b(?:falar|falo|ligar|lig[ou]|contato) (?:com |na |no |pra |para |d[ao] )+(?:a |o |alguem d[ao] )?{_OTHER}\b"
_BY_HERE = rf"{_HELLO}(?:e|eh|seria) (?:por )?(?:aqui|nesse numero|neste numero|com voces?)(?: mesmo)? (?:que|q) (?:se |eu |a gente )?(?:marc|agend|fal|reserv|consegu)\w*(?: (?:consulta|horario|a consulta|com voces|com a clinica|hora|isso|os horarios))*[ ?!.]*"
_FEW = 6
_THERE = (
    r"\b(?:alguem|voces?|vcs?|voce) (?:ta |esta |tao |estao )?(?:ai|online|me ouvindo)\b"
    r"|\b(?:cade|kd) (?:(?:a|o|minha|meu|de|da|do) )*(?:voces?|resposta|retorno|anna)\b|^(?:oi|ei|ola|mas|e|poxa|,| )*voces?(?: ainda)? (?:nao|nunca)(?: me| vao)? (?:respond\w+|atend\w+|fal\w+)(?: mais| nunca| nada| (?:mensage\w+|ninguem))*[ ?!.]*$"
    r"|^(?:(?:oi|alo|ei|ola) (?:\? ?){2,})+$"
)


def seeks_person_elsewhere(text: str) -> bool:
    """Whether who is to be talked with belongs to a place of another kind: "queria falar com a pizzaria"."""
    return rx(_SPEAKS_TO).search(_words(text)) is not None


_WAS_FREE = r"\b(?:tava|estava|tinha|apareceu|aparecia|mostrou|tava la)\b(?: \w+){0,3} (?:livre|disponivel|vago|vaga|aberto|agorinha|agora|pouco|aqui|antes)\b"
_WHY_NONE = r"\b(?:pq|por que|porque|porq|como assim|ue|cade)\b(?: \w+){0,3} (?:nao tem(?: mais)?|nao da(?: mais)?|sumiu|acabou|saiu|foi embora|nao aparece(?: mais)?)\b"


def asks_why_gone(text: str) -> bool:
    """Whether it is asked why a time that was shown is free no more: "pq não tem? tava livre agorinha"."""
    said = " ".join(rx(r"[^\w ]").sub(" ", _words(text)).split())
    why = rx(_WHY_NONE).search(said) is not None
    return why or (
        rx(_WAS_FREE).search(said) is not None
        and ("?" in text or rx(r"\b(?:mas|ue|nossa|eita|como)\b").search(said) is not None)
    )


def asks_whether_here(text: str) -> bool:
    """Whether it is asked if times are booked here: "é aqui mesmo que marca?"."""
    return rx(_BY_HERE).fullmatch(_words(text)) is not None


def asks_whether_there(text: str) -> bool:
    """Whether no more is asked than whether anybody reads this: "tem alguém aí?"; a bare "alô" greets."""
    said = _words(text)
    return len(rx(r"\w+").findall(said)) <= _FEW and rx(_THERE).search(said) is not None


_ORDERED = r"\b(?:cade|quero|queria|pedi|esqueceram|falt(?:a|ou)|chegou|veio|esperando) (?:d?[aeo] )?(?:minhas?|meus?|uma?) (?:pizzas?|calabresa|mussarela|esfi[hr]\w*|lanche|hamburguer|marmita|marmitex|acai|motoboy|entregador|sushi|pastel|refri\w*)\b"
"""What another trade delivers."""


def seeks_elsewhere(text: str) -> bool:
    """Whether a place of another kind is spoken to: "farmácia São João, vocês entregam dipirona?", "é da padaria?". Not one that is a landmark."""
    said = _words(text)
    if seeks_person_elsewhere(text) or rx(_ORDERED).search(Line.of(text).norm):
        return True
    match = rx(_ADDRESSED).match(said)
    return match is not None and "?" in text and not rx(_BESIDE).search(said[: match.end()])


_TRADE = (
    r"(?:dentistas?|odonto\w*|veterinari[ao]s?|farmacia|laboratorio|hospital|posto de saude|upa|pronto socorro|salao(?: de beleza)?|barbearia|academia|spa|loja"
    r"|fisioterap\w*|psicolog\w*|oftalmo\w*|pediatr\w*|ginecolog\w*|cardiolog\w*|ortoped\w*|dermatolog\w*|nutricionistas?|estetica|clinica(?: (?:de |medica\b|odonto|estetica)\w*(?: \w+)?)?)"
)
_ASKS_WHAT = (
    rf"{_HELLO}(?:(?:mas|e|entao|afinal|ai|aqui|isso|esse lugar|essa clinica|a clinica|voces?|vcs) )+(?:sao|e|eh|seria) (?:uma? |de )?{_TRADE}"
    r"(?: (?:ou (?:nao|o que|que|e \w+|\w+(?: \w+)?)|mesmo|ne|tambem|isso))* ?\?"
)
_ASKS_KIND = rf"{_HELLO}(?:(?:mas|e|ai|aqui|isso|afinal) )*(?:(?:voces|isso|esse lugar|a clinica|essa clinica|ai|aqui) )?(?:sao|e|eh) (?:o que|que tipo de (?:lugar|clinica|empresa))(?: (?:ai|afinal|mesmo|isso|essa clinica|esse lugar))* ?\?"


def asks_what_it_is(text: str) -> bool:
    """Whether it is asked what kind of place this is: "vocês são dentista ou não?". Of a person ("é dermatologista?") it says nothing."""
    said = _words(Line.of(text).norm)
    return rx(_ASKS_WHAT).fullmatch(said) is not None or rx(_ASKS_KIND).fullmatch(said) is not None


_OF_ONE = r"d[aeo]l?[aeo]?s?"
_NUMBER = r"(?:numero|telefone|fone|celular|zap|whats|whatsapp|contato|insta|instagram)"
_WHO = r"(?:doutora?|dra?|medic[ao]|profissional|esteticista|biomedica|enfermeira)"
_OWN = r"(?:particular|pessoal|privad[ao]|direto)"
_HERS = rf"\b{_NUMBER}(?: {_OWN}| de casa| residencial)? {_OF_ONE}(?: (?:{_WHO}|(?P<name>[a-z]{{3,}})))\b"
_HERS_ALONE = rf"\b(?:{_NUMBER} {_OWN}|{_OWN} {_NUMBER})\b(?: {_OF_ONE}\b)?"
_ITS = rf"\b(?:pass[ae]|mand[ae]|me da|da|qual(?: e)?|tem|sabe|quero|queria)(?: (?:ai|me|pra mim|para mim))* (?:o |a )?(?:{_NUMBER} )?(?:{_OWN} )?del[ea]s?\b"
"""Of who is named besides: "a dra. Helena é minha amiga, me dá o celular dela"."""
_HOME = rf"\b(?:endereco|casa|localizacao)(?: (?:residencial|particular|pessoal|d[ae] (?:a )?casa))*(?: {_OF_ONE})(?: (?:{_WHO}|(?P<name>[a-z]{{3,}})))?\b|\bonde (?:e que |que )?(?:a |o )?(?:{_WHO}(?: \w+)?|(?P<who>[a-z]{{3,}})) (?:mora|reside|vive)\b|\bonde (?:e que |que )?(?:mora|reside|vive) (?:a |o )?(?:{_WHO}\b|(?P<whom>[a-z]{{3,}}))"
_AT_HOME = r"\b(?:casa|residencial|particular|pessoal|mora|reside|vive)\b"
_WHERE_IS = r"\b(?:endereco|onde|localizacao|pass[ae]\w*|mand[ae]\w*|qual|quero|queria|preciso)\b"
"""The home of somebody who attends, which is no address of the clinic's."""
_OUTSIDE = r"\b(?:por )?fora da clinica\b"
_MINE = r"\b(?:meu|minha|nosso|anota|segue|clinica)\b"


def asks_private_number(text: str, professionals: AbstractSet[str], *, again: bool = False) -> bool:
    """Whether the own number of somebody who attends is asked for, or (`again`) goes on being; `professionals` are folded words of their names.

    Her own given is none.
    """
    said = rx(_OUTSIDE).sub(" ", Line.of(text).norm)
    if rx(r"\d{4}").search(said):
        return False
    named = again or rx(rf"\b{_WHO}\b").search(said) or not professionals.isdisjoint(said.split())
    if named and rx(_ITS).search(said):
        return True
    if named and rx(_AT_HOME).search(said) and _asks_home(said, professionals, again=again):
        return True
    if rx(_MINE).search(said):
        return False
    if rx(_HERS_ALONE).search(said):
        return True
    return any(match["name"] is None or match["name"] in professionals for match in rx(_HERS).finditer(said))


def _asks_home(said: str, professionals: AbstractSet[str], *, again: bool) -> bool:
    """Whether it is where one of those who attend lives that is asked for."""
    if rx(r"\b(?:minha|nossa|em|moro) casa\b").search(said) or not (again or rx(_WHERE_IS).search(said)):
        return False
    hers = rx(r"\bd(?:el[ae]s?|a doutora?|[ao] (?:dra?|medic[ao]))\b").search(said) is not None
    return hers or any(
        (name := match["name"] or match["who"] or match["whom"]) is None or name in professionals
        for match in rx(_HOME).finditer(said)
    )


def _words(text: str) -> str:
    return " ".join(token.norm for token in tokenize(text))


_NAME = r"\bnome (?:d[aeo]l?[aeo]? )?(?:\w+ )?(?:(?:ta|esta|saiu|ficou|veio|foi) )*(?:errad[ao]|trocad[ao])\b|\b(?:meu )?nome (?:nao e|ta nao e)(?: (?:ess[ea]|est[ea]|assim|isso))\b|\berr(?:ou|aram|ei) (?:o )?(?:meu )?nome\b"
_LETTERS = r"\b(?:e|eh|meu nome|escreve|nome)\b(?: [a-z]{2,}){1,3} (?:e )?(?:com|sem) (?:(?:2|dois|duas|um|1) )?(?:[a-gi-z]|nao|ll|nn|th|ph|h no (?:final|fim|meio|comeco))(?: (?:mesmo|no (?:final|fim|comeco|inicio|meio)|ta|viu|e nao (?:com )?[a-z]))* ?[.!]*$"


def says_name_is_misspelt(text: str) -> bool:
    """Whether a name is said to be wrong, or with which letters it is written: "meu nome tá errado", "é Karla com k"."""
    norm = Line.of(text).norm
    return "?" not in norm and (rx(_NAME).search(norm) or rx(_LETTERS).search(norm)) is not None
