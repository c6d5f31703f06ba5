"""Taking back what a person was called for: "deixa, não precisa mais", "marca sem desconto mesmo", "pode ser com você". Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from anna.conversation.understanding.facts.whom import KIN, Whom, read_whom
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.understanding.unmeant import is_jest

_BEFORE = r"(?:(?:ah|oh|ok|ta|bom|bem|entao|nao|olha|mas|ai|agora|gente|moca|anna|tudo|certo|beleza|e|eu|ja|pode|obrigad[ao]) )*"
_AFTER = r"(?: (?:entao|nao|obrigad[ao]|brigad[ao]|valeu|viu|mesmo|ne|ta|tambem|mais|por favor|(?:pra|para) la|isso|assim|por enquanto))*"
_GIVES_UP = r"deixa(?: (?:pra|para) la| quieto| isso| assim| estar)?|esquec[ea](?! nao)(?: isso)?|nao precis[ao](?: mais)?(?: (?:de )?(?:nada|isso))?|precis[ao] mais nao|(?:ja )?(?:resolvi|descobri|consegui (?:resolver|descobrir|saber)|me responderam)"
_ASKED_FOR = r"(?:(?:deixa|esquec[ea]|desist[io]) (?:d?[oae] |dess[ae] |ess[ae] )?|nao (?:precis[ao]|quero)(?: mais)? (?:d?[oae] |responder (?:a |o )?)?)(?:descont\w+|promoc\w+|condic\w+|pergunta|duvida)"
_PERSON = r"(?:ninguem|alguem|atendente|atendimento humano|pessoa|humano|gente|equipe|moca)"
_NO_PERSON = (
    rf"nao (?:precis[ao]|quero)(?: mais)? (?:(?:de|que|chamar|falar|com|a|um|uma|nenhum|nenhuma) )*{_PERSON}(?: (?:me )?(?:falar|fale|responder|responda|ligar|ligue|chamar|chame|atender|atenda|vir)\w*)?"
    r"|nao precis[ao](?: mais)? (?:me |que me )?(?:responder|retornar|chamar|ligar|chamem|respondam|liguem)"
    rf"|nao (?:precis[ao]|quero|vou) (?:mais )?(?:esperar|aguardar)(?: (?:por|a|uma?|mais|retorno|resposta))*(?: {_PERSON})?"
    rf"|nao quero que (?:{_PERSON}) (?:me )?(?:fal\w+|cham\w+|lig\w+|respond\w+|procur\w+|escrev\w+|atend\w+)(?: (?:comigo|pra mim|para mim))?"
    r"|(?:marca|agenda|reserva|faz|resolve|continua|pode (?:marcar|agendar|reservar|fazer|resolver|continuar|seguir)) (?:ai )?voce mesm[ao](?: (?:ai|por aqui|aqui))?"
    rf"|desist[io] de (?:falar|esperar)(?: (?:com|por|uma?))*(?: {_PERSON})?"
    r"|(?:pode ser|serve|prefiro|quero|aceito) (?:com |por |so )?voce(?: mesm[ao]| propri[ao])?(?: (?:ai|por aqui|aqui))?"
    r"|(?:pode ser|(?:eu )?(?:continuo|resolvo|falo|prefiro|vou)|(?:quero|posso) (?:continuar|resolver|falar|ver)) (?:aqui )?com voce(?: mesm[ao])?"
)
_PARTS = r"[.,;!\n]+|(?<=\?) | (?:mas|so que) "
_COURTESY = r"(?:obrigad[ao]|brigad[ao]|valeu|ok|ta(?: bom| certo)?|tudo bem|beleza|blz|de boa|sem problema\w*|bom dia|boa (?:tarde|noite)|tchau|ate (?:mais|logo)|oi|ola|ah|entao|viu|gente|moca|anna|desculp\w+|(?:e|foi|era) (?:so |um )*engano)"
_FULL_PRICE = r"\bsem (?:o |nenhum )?desconto\b(?! (?:nao|nem|fica|e\b|eu nao|ta\b))|\b(?:pelo|no|esse) (?:preco|valor) (?:normal|cheio|mesmo|da tabela|de tabela|que (?:e|for|ta))\b"


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """`alone`: nothing else is said but courtesies. `person`: it is the person herself who is not wanted any more."""

    alone: bool
    person: bool
    outright: bool = field(
        default=False, compare=False
    )  # "deixa", "já resolvi": all that was asked for, and no single thing


_APOLOGY = (
    r"\b(?:desculp\w+|foi mal|perdao|perdoa|me exaltei|me excedi|(?:perdi|perdemos) a (?:cabeca|paciencia)|de cabeca quente|peguei pesado|fui (?:grossa|grosso|ignorante|rude|injust[ao])|retiro o que (?:eu )?disse"
    r"|(?:to|estou|tava|estava|sou|fiquei) (?:so |muito |meio |um pouco )*(?:nervos[ao]|estressad[ao]|irritad[ao]|chatead[ao]|brav[ao]))\b"
)
_NO_APOLOGY = r"\b(?:quero|exijo|mereco|espero|cade|pec[ao]m?|devem|deviam|aceito) (?:\w+ ){0,3}(?:desculp\w+|perdao)\b|\bdesculpas? (?:nao|nada|esfarrapada)\b"


def apologises(text: str) -> bool:
    """Whether somebody takes back how she spoke: "desculpa, tô nervoso", "foi mal, tava de cabeça quente"."""
    norm = Line.of(text).norm
    return rx(_APOLOGY).search(norm) is not None and rx(_NO_APOLOGY).search(norm) is None


_NO_GRIEVANCE = (
    r"\bninguem (?:\w+ ){0,2}?(?:reclam\w+|falou (?:mal|isso)|disse isso|brig\w+|se queix\w+)\b|\bnao (?:\w+ ){0,2}?(?:reclam(?:ei|ando|ava|o|acao|ou)|queix\w+)\b"
    r"|(?:^|[.,;!?]) ?(?:(?:mas|ue|gente|aqui|ai|e) )*ninguem (?:me )?fez nada(?= ?(?:$|[.,;!?]| (?:comigo|nao|de errado|de mal)))"
    r"|\bnada (?:a|para|pra|de que|do que) reclam\w+\b|\bsinto muito (?:de|por|pelo) (?:o )?que\b|\b(?:que|qual) reclamacao\b|\bdesculpas? (?:de|por|pelo) (?:o )?que\b|\bvoces? nao fizeram nada\b"
)
_STILL = r"\b(?:mas|so que|porem|ainda|ate agora) (?:\w+ ){0,4}?(?:reclam|exijo|absurdo|devolv|procon|process|denunc|ninguem|nao (?:respond|resolv|atend))"
_ONLY_BOOKS = r"\b(?:so|apenas|somente) (?:\w+ )?(?:quero|queria|preciso|gostaria|vim|tentando|to querendo)\b|\b(?:quero|queria|preciso|vim) (?:so|apenas|somente|e|mesmo e) (?!que\b|saber|falar|reclam|meu)\w+"


def takes_grievance_back(text: str) -> bool:
    """Whether what was heard as a complaint is said to be none: "ninguém reclamou de nada", "foi piada", "sinto muito de quê?"."""
    norm = Line.of(text).norm
    if rx(_STILL).search(norm):
        return False
    return rx(_NO_GRIEVANCE).search(norm) is not None or is_jest(text) or was_manner_of_speech(text)


def without_denied_grievance(text: str) -> str:
    """The words beside those by which a complaint is denied."""
    return rx(_NO_GRIEVANCE).sub(" ", Line.of(text).norm)


def only_books(text: str) -> bool:
    """Whether a wish is said to be all: "eu só quero quarta 16h", "quero só marcar"."""
    return rx(_ONLY_BOOKS).search(Line.of(text).norm) is not None


_MY_MISTAKE = r"(?:foi mal|mals|desculp\w+|perdao|me enganei|(?:foi |e |era )?engano(?: meu)?|erro meu|falha (?:minha|nossa)|errei(?: (?:de |o )?(?:numero|lugar|contato|pessoa))?|me confundi|confundi)"
_BESIDE_IT = r"(?:ah|ata|ops|oops|putz|puts|ok|ta|tah|bom|certo|blz|beleza|opa|eita|vixe|ih|ai|nossa|gente|moca|moco|mano|kkk|entao|entendi|valeu|obrigad[ao]|ai|tchau|pelo (?:incomodo|engano)|por incomodar|o incomodo|deixa(?: (?:pra|para) la| quieto)?|,|\.|!)"


def bows_out(text: str) -> bool:
    """Whether nothing is said but that it was her own mistake: "ah blz foi mal"."""
    return (
        rx(rf"(?:{_BESIDE_IT} )*{_MY_MISTAKE}(?: (?:{_BESIDE_IT}|{_MY_MISTAKE}))*").fullmatch(
            Line.of(text).norm
        )
        is not None
    )


_JOKED = r"\b(?:(?:to|tou|estou|tava|estava|era|foi|e) (?:so |tudo |uma? )*(?:brincando|brincadeira|brinks|zoando|zoeira|zuando|zueira|tirando onda|pegadinha|mentira|trolando|trolagem|gracinha)|brincadeirinha|brinks|mentirinha|zoeira|zueira)\b"


def was_joking(text: str) -> bool:
    """Whether what was told before is said to have been a joke: "tô brincando, ela tá ótima"; "não é brincadeira" and who asks say the contrary."""
    norm = Line.of(text).norm
    serious = rx(
        r"\?|\b(?:nao|num|nem) (?:e|to|tou|estou|era|foi|tava|estava)\b|\b(?:voces?|ta|estao|tao|isso) (?:\w+ )?(?:brincando|zoando|brincadeira|de brincadeira)\b|\bpare\w* de\b"
    )
    return rx(_JOKED).search(norm) is not None and serious.search(norm) is None


_MANNER = r"(?:(?:modo|jeito|maneira|forma|forca|figura) de (?:falar|dizer|expressao|linguagem|me expressar)|exager(?:o|ei|ad[ao])|drama(?: meu)?|dramatic[ao]|expressao)"
_MEANT = (
    rf"\b(?:e|era|foi|so|um|uma|sou|fui|puro|muito|que) {_MANNER}\b|^{_MANNER}\b|\b(?:modo|jeito|maneira) de (?:falar|dizer)\b"
    r"|\bnao (?:e|era|foi|to|tava|falei|disse|falando|estou)(?: \w+)? serio\b|\bnao (?:quis|quero) dizer (?:isso|que|nesse)\b|\b(?:entende\w+|leu|leram|interpret\w+) (?:tudo |isso |me )?(?:errado|mal)\b"
    r"|\b(?:era|foi|e) (?:so|apenas|somente) (?:d?[oa]s? |d[eo] |uma? |pra |para )?(?:saber|marcar|ver|preco|valor|limpeza|botox|horario|pele|manchas?|cravos?|espinhas?|viagem)\b"
)
_LAUGHS = r"\bk{3,}|\b(?:haha\w*|hehe\w*|rs(?:rs)+|huehue\w*)\b"
_EXPLAINS = r"\b(?:calma|relaxa|credo|gente|nossa)\b.*\b(?:era|e|foi|falei|falando)\b|\b(?:era|falei|falando|to falando|tava falando) (?:so )?(?:d[aoe]s?|sobre|pra|para)\b|\b(?:e|era) (?:de )?(?:viagem|brinca\w+|zoeira|zueira|mentira)\b"
_SAD = r"\b(?:nao (?:aguento|aguentava|quero|consigo)|ninguem|sozinh[ao]|trist\w+|chor\w+|desabaf\w+|dor|morr\w+|mat(?:ar|o)|sumir|serio mesmo|verdade)\b"
_SERIOUS = rf"\b(?:nao|num|nem) (?:e|era|foi|to|tou|estou|tava) (?:so |um |uma |de |nem )*(?:{_MANNER}|brinca\w+|zo\w+|zu\w+|piada|mentira)"


def was_manner_of_speech(text: str) -> bool:
    """Whether what was said before is said to have been no more than words: "é modo de falar", "kkk calma, era dos cravos"."""
    norm = Line.of(text).norm
    if rx(_SERIOUS).search(norm) or rx(_SAD).search(norm):
        return False
    return rx(_MEANT).search(norm) is not None or (laughs(text) and rx(_EXPLAINS).search(norm) is not None)


_DENIES = (
    r"\b(?:nada disso|nada a ver|que isso|como assim|entendeu (?:tudo )?(?:errado|mal)|(?:voce |vc )?(?:se )?confundiu|foi (?:so )?(?:modo|jeito|maneira) de (?:falar|dizer)|alarme falso)\b"
    r"|\bnao (?:\w+ ){0,2}?(?:nada|nenhum\w*|isso|briga|perigo|emergencia|urgencia|hospital|policia|samu|ambulancia)\b"
    r"|\bninguem (?:\w+ ){0,2}(?:mal|machucad[ao]|doente|perigo|ferid[ao]|briga\w*)\b"
    r"|\b(?:so|apenas) (?:quero|queria|perguntei|quis|to|estou|estava|tava|disse|falei)\b|\beu (?:disse|falei|quis dizer|perguntei)\b|\bto (?:so )?(?:falando|perguntando) d[aeo]\b"
)
"""By which who was thought to be in trouble says that she is not: "que isso moça, não tem briga nenhuma"."""


def denies(text: str) -> bool:
    """Whether somebody says that nothing of what was feared is so."""
    return rx(_DENIES).search(Line.of(text).norm) is not None


_SOMEBODY = (
    rf"(?:a |o |com a |com o |d[ao] )?(?:minha|meu) (?:{KIN}|cachorr\w+|cadela|gat[ao]|gatinh[ao]|pet)\b"
)
_ANOTHERS = (
    rf"(?<!to )(?<!tou )(?<!estou )\b(?:gravida|gestante|gravidez|barriga|bebe|doente|remedio|cancer|cirurgia|operad[ao])(?: nao)?(?: ,)? (?:quem )?(?:e|ta|esta|era|foi) {_SOMEBODY}(?! tambem)"
    rf"|\bquem (?:ta|esta|e|tem|toma|teve|espera|operou|vai ter)\b[^.!?]{{0,30}}\b(?:e|foi|era) (?:ela|ele|{_SOMEBODY})"
    rf"|\bnao (?:sou eu|to|tou|estou|e (?:eu|comigo|meu|minha|pra mim))\b[^?]*\b(?:e|ta|foi|era) {_SOMEBODY}"
)
"""By which what was taken for hers is said to be another's: "grávida é minha nora", "não sou eu não, é minha irmã"."""


def is_anothers(text: str) -> bool:
    """Whether the state of health that was spoken of is somebody else's, for whom nothing is wished."""
    return rx(_ANOTHERS).search(Line.of(text).norm) is not None and read_whom(text) is not Whom.KIN


_ANIMAL = r"(?:gat[oa]|gatinh[oa]|cachorr\w+|cadela|pet|bicho|passarinho|calopsita)"
_FICTION = r"(?:filme|novela|serie|livro|video|personagem|jogo|meme)"
_LONG_AGO = (
    r"\b(?:foi|faz|fez|era|aconteceu|tive|teve)(?: [a-z]+){0,3} (?:(?:mes|ano|semana) passad[ao]|em (?:19|20)\d\d|\d+ anos|anos atras|muito tempo|muitos anos)\b"
    r"|\bha (?:\d+|muitos|uns \d+) anos\b|\bhistoria (?:antiga|velha)\b"
)
_NOT_HERE = (
    rf"\b(?:foi|era|e|falei|falando|fui|do|da|no|na) (?:so |d?[oa] |n[oa] |um |uma |com [oa] |(?:minha |meu ))*(?:{_FICTION}|{_ANIMAL})\b|{_LONG_AGO}"
    r"|\bnao tem ninguem (?:aqui )?(?:passando )?mal\b|\bninguem (?:aqui )?(?:ta|esta|tava) (?:passando )?mal\b|\bninguem (?:\w+ )?(?:desmaiou|morreu|infartou)\b"
)
_IS_WELL = (
    r"\b(?:to|estou|tou|ta|esta) (?:ja |super |bem |muito |mais )*(?:otim[ao]|curad[ao]|feliz|recuperad[ao])\b|\bsarei\b"
    r"|\bnao (?:to|estou|tou) (?:\w+ )?(?:triste|mal|doente|passando mal|sentindo nada|com nada)\b"
    r"|\bnao (?:tenho|sinto|tem|to com) (?:nada|(?:[a-z]+ )?(?:inchaco|alergia|falta de ar|dor|reacao|sintoma)[a-z]*)(?= *(?:$|[,.!]|nao\b|nenhum))"
    r"|\bnao fiz nada (?:ai|ainda|com voces)\b|\b(?:e|foi|era|so) (?:so )?(?:de |do )?(?:chorar|choro|tristeza|sono|calor|batom|maquiagem)\b"
)
_STILL = r"\bsocorro\b|\bme ajud\w+|\bpior(?:ou|ando|a)\b|\b(?:ainda|mas|so que|porem|agora)(?: [a-z]+){0,2} (?:doi|doendo|inch\w+|sangr\w+|desmai\w+|vomit\w+|tont\w+|mal|sem ar|ruim|nao aguent\w+|quero morrer)\b"


def still_bad(text: str) -> bool:
    """Whether something of it goes on, whatever else has passed: "foi só susto, mas ainda tá tonta"."""
    return rx(_STILL).search(Line.of(text).norm) is not None


def explains_away(text: str, *, of_herself: bool) -> bool:
    """Whether what was heard as a danger is explained: it was a film, the cat, long ago; or (`of_herself`) she has nothing of the kind."""
    norm = Line.of(text).norm
    if still_bad(text):
        return False
    return rx(_NOT_HERE).search(norm) is not None or (of_herself and rx(_IS_WELL).search(norm) is not None)


def laughs(text: str) -> bool:
    """Whether she laughs at what she writes."""
    return rx(_LAUGHS).search(Line.of(text).norm) is not None


def waits_no_more(text: str) -> bool:
    """Whether "desisto" gives up a person who has not come, and no consulta: "desisto, pode ser com você mesmo"."""
    norm = Line.of(text).norm
    return (
        rx(r"\bdesist[io]\b").search(norm) is not None and rx(r"\b(?:cancel|desmarc)\w*").search(norm) is None
    )


def read_withdrawal(text: str) -> Withdrawn | None:
    """What a message takes back; None where it takes nothing back, or asks. Words that only look so ("deixa eu ver") take nothing back."""
    parts = [" ".join(part.split()) for part in rx(_PARTS).split(Line.of(text).norm) if part.strip()]
    told = [part for part in parts if not part.endswith("?")]
    person = [
        part for part in told if rx(f"{_BEFORE}(?:(?:{_GIVES_UP}) )*(?:{_NO_PERSON}){_AFTER}").fullmatch(part)
    ]
    given_up = [
        part
        for part in told
        if rx(f"{_BEFORE}(?:{_GIVES_UP}|{_ASKED_FOR})(?: (?:{_GIVES_UP}))*{_AFTER}").fullmatch(part)
    ]
    full_price = rx(_FULL_PRICE).search(" ".join(told)) is not None
    if not person and not given_up:
        return Withdrawn(alone=False, person=False) if full_price else None
    rest = [part for part in parts if part not in person and part not in given_up]
    alone = all(rx(f"{_COURTESY}(?: {_COURTESY})*").fullmatch(part) for part in rest)
    outright = not full_price and any(not rx(_ASKED_FOR).search(part) for part in given_up)
    return Withdrawn(alone=alone, person=bool(person), outright=outright)


def drops_discount(text: str) -> bool:
    """Whether a discount is given up, and none is asked for beside it: "tá bom, esquece o desconto. tem sábado?"."""
    parts = [" ".join(part.split()) for part in rx(_PARTS).split(Line.of(text).norm) if part.strip()]
    dropped = [
        part
        for part in parts
        if not part.endswith("?")
        and (rx(f"{_BEFORE}(?:{_ASKED_FOR}){_AFTER}").fullmatch(part) or rx(_FULL_PRICE).search(part))
    ]
    left = " ".join(part for part in parts if part not in dropped)
    return bool(dropped) and rx(r"\b(?:descont|promoc|condic)\w*|%|\bpor \d{2,}").search(left) is None
