"""Who writes, or for whom: names."""

from __future__ import annotations

from itertools import pairwise

from anna.commands import RuleHit
from anna.conversation.understanding.facts.common_words import is_common
from anna.conversation.understanding.facts.given_names import KNOWN, SHORT
from anna.conversation.understanding.intents.yes_no import is_bare_answer, read_yes_no
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import Token, fold

PARTICLES = frozenset({"de", "da", "do", "das", "dos", "e", "di", "del"})
# What cannot begin or continue a name, folded. Verbs, pronouns, kinship, professions and chat words.
NOT_NAMES = frozenset({
    "na", "no", "saiu", "ficou", "veio", "ate", "entre", "cada", "apenas", "pois", "logo", "talvez", "acho", "precisa", "dizer", "pergunta", "responder", "passar", "esqueci", "serve", "tanto",
    "faz", "outro", "outra", "espera", "calma", "vlw", "amem", "gratidao", "brigada", "brigado", "uma", "umas", "uns", "dois", "duas", "quanta", "quantas",
    "a", "o", "as", "os", "um", "eu", "voce", "voces", "ele", "ela", "nos", "me", "meu", "minha", "seu", "sua", "dele", "dela",
    "que", "quem", "qual", "quando", "onde", "como", "quanto", "porque", "por", "para", "pra", "pro", "com", "sem", "mas", "ou", "se", "ja", "so",
    "sim", "nao", "ok", "ta", "to", "tudo", "bem", "bom", "boa", "dia", "tarde", "noite", "oi", "ola", "obrigada", "obrigado", "valeu", "beleza",
    "tchau", "quero", "queria", "gostaria", "preciso", "posso", "pode", "marcar", "agendar", "cancelar", "remarcar", "confirmar", "vou", "vai", "vim",
    "sou", "e", "era", "foi", "fui", "tenho", "tem", "ter", "fazer", "fiz", "saber", "falar", "ver", "mae", "pai", "filha", "filho", "esposa",
    "marido", "namorada", "irma", "irmao", "amiga", "amigo", "tia", "tio", "avo", "sobrinha", "prima", "dona", "mesma", "mesmo", "paciente",
    "cliente", "nova", "novo", "antiga", "aqui", "ai", "la", "de", "dnv", "hoje", "amanha", "ontem", "segunda", "terca", "quarta", "quinta", "sexta",
    "sabado", "domingo", "semana", "mes", "alergica", "alergico", "gravida", "gestante", "diabetica", "diabetico", "hipertensa", "casada", "solteira",
    "medica", "medico", "dentista", "enfermeira", "advogada", "professora", "estudante", "menor", "maior", "pessoa", "humano", "gente", "dra", "dr",
    "doutora", "doutor", "muito", "mais", "menos", "tambem", "telefone", "celular", "numero", "whatsapp", "email", "cpf", "nome", "chamo", "sobre", "nenhum", "nenhuma", "profa", "prof",
    "preco", "valor", "horario", "vaga", "consulta", "botox", "preenchimento", "limpeza", "pele", "peeling", "laser", "depilacao", "sobrancelha",
    "cilios", "design", "extensao", "skinbooster", "bioestimulador", "harmonizacao", "microagulhamento", "drenagem", "massagem", "avaliacao", "retorno", "criolipolise", "ultraformer", "kkk", "haha", "desculpa", "licenca", "favor",
    "porfavor", "isso", "esse", "essa", "este", "esta", "aquele", "aquela", "seria", "nada", "ninguem", "qualquer", "atendente", "recepcao",
    "clinica", "verdade", "certo", "claro", "certeza", "perfeito", "otimo", "nunca", "sempre", "depois", "antes", "agora", "ainda", "entao",
    "ne", "uai", "oxe", "tche", "bah", "robo", "bot", "assistente", "ia", "interessada", "interessado", "moca", "moco", "amor", "querida", "flor",
    "linda", "gata", "vida", "casa", "mim", "comigo", "alguem", "ansiosa", "feliz", "triste", "chata", "cansada", "atrasada", "perdida", "doida",
    "louca", "gorda", "velha", "jovem", "loira", "morena", "negra", "branca", "mulher", "homem", "menina", "menino", "trans", "vegana", "fumante",
    "deus", "ex", "do", "da", "indicada", "indicacao", "poe", "poem", "ponha", "bota", "bote", "anota", "anote", "coloca", "coloque", "registra", "escreve", "marca", "marque", "agenda",
    "agende", "passei", "falei", "disse", "mandei", "eita", "nossa", "hum", "puts", "opa", "criada", "esquece", "recepcionista", "secretaria", "gerente", "responsavel", "atendimento", "quer", "querem", "acabei", "peraai", "ih", "ah", "hein", "visse", "guria", "sinha", "mainha", "painho", "vixe", "oxente", "egua",
    "senhor", "senhora", "sr", "sra", "completo", "completa", "social", "registro", "errado", "errada", "errei", "correto", "chama", "chamada",
    "dessa", "desse", "desta", "deste", "dessas", "desses", "disso", "disto", "daqui", "dai", "dali", "nessa", "nesse", "lista", "cadastro",
    "usa", "use", "anos", "idade", "sete", "oito", "casei", "conhecida", "conhecido", "chamam", "chamar", "chamem", "chame", "todo", "todos", "mundo", "conhece", "apelido", "moro", "trabalho", "fiquei", "viuva", "viuvo", "paguei", "comprei",
})  # fmt: skip
_INTRODUCED = (
    r"\b(?:meu |o )?nome (?:certo|correto|verdadeiro)(?: dela| dele)? ?(?:(?:e|eh|seria) |[:=-] ?)+(?:a |o )?",
    r"\b(?:meu nome completo|meu nome|o nome|nome completo|nome)(?: (?:e|eh|seria|completo e|da paciente|dela|dele|para o agendamento))? ?[:=-]? ?(?:e )?",
    r"\b(?:me chamo|eu me chamo|chamo me|prazer ,|quem fala aqui e|quem fala e|quem ta falando e|quem escreve e|aqui quem fala e|falando aqui e|aqui fala|quem ta escrevendo e|fui batizad[ao](?: de| como)?|assino|na identidade (?:e|ta|esta))(?: (?:a|o))? ",
    r"\bnome (?:e |eh )?(?:escrito |se escreve |e escrito )?com \w+(?: e (?:com )?\w+)? ?[,:-] ?",
    r"(?:\b(?:sou|aqui e|aq e|aqui|eu sou)|^(?:(?:oi|ola|e ai|bom dia|boa tarde|boa noite|opa)[ ,!.]*)*e(?! (?:a|o) [a-z]+ ?\?))(?: eu ,)? (?:a|o) ",
    r"\b(?:no nome d[aeo]|em nome d[aeo]|pode por no nome d[aeo]|pode colocar|coloca no nome d[aeo]|para o nome d[aeo])(?: ?:)? ",
    r"\b(?:troc|mud|corrig|corrij|alter|atualiz|acert|arrum|consert|coloc|poe|ponh|bot)\w*(?: \w+){0,2} nome(?: d[aeo] \w+){0,2} (?:(?:pra|para|por|pro|como) |: ?)+(?:a |o )?",
    r"\b(?:sou|aqui e|aq e|eu sou) ",
)
TITLES = frozenset(
    {
        "dona",
        "seu",
        "sra",
        "sr",
        "senhora",
        "senhor",
        "dr",
        "dra",
        "doutor",
        "doutora",
        "prof",
        "profa",
        "professor",
        "professora",
        "tia",
        "tio",
    }
)
_APART = frozenset(",;:-–(\n.")
_OUTRIGHT = 3  # up to here the words before it leave no doubt that a name follows
_HERE = r"^(?:(?:oi|ola|e ai|bom dia|boa tarde|boa noite|oi bom dia) ?,? ?)?(?P<name>[a-z]+(?: (?:d[aeo]s? )?[a-z]+)?) aqui\b"


_SIGNED = r"\b(?:att?|atenciosamente|cordialmente|respeitosamente|grat[ao]|abracos?|beijos?|beijinhos|assinado|ass)(?: ,| \.| :| -|!|\n)* (?=[a-z])"
# "…, é a Bruna Salles": who speaks, at the end of a clause.
_BEHIND = r"(?:^|(?<=[.,!;?\n] ))(?:e|aqui e|sou) (?P<article>[ao] )?(?=[a-z])"
_CLOSED = r"^ ?(?:$|[^\w\s']|de novo\b|esposa\b|mulher\b|mae\b|filha\b)"


def read_name(line: Line, context: Context) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    """The name that was given, written as a name, the line with it hidden, and the rule that saw it."""
    asked = context.state is State.ASK_NAME
    introduced = _introduced(line, asked=asked)
    if introduced:
        return _given(line, introduced, "people.introduced")
    here = rx(_HERE).match(line.norm)
    if here:
        found = _name_at(line, line.token_at(here.start("name")), capital=False, strict=True)
        if found and line.starts[found[-1]] < here.end():
            return _given(line, found, "people.here")
    answered = _answered(line) if asked else (None, line, ())
    if answered[0]:
        return answered
    found = _beside_phone(line) or _for_another(line) or _signed(line)
    return _given(line, found, "people.beside") if found else _called(line)


def _introduced(line: Line, *, asked: bool) -> list[int]:
    """ "meu nome é", "aqui é a", "sou": the name behind such words; of a nickname and a full name, where a name was asked for, the full one."""
    for number, pattern in enumerate(_INTRODUCED):
        for match in rx(pattern).finditer(line.norm):
            place = line.token_at(match.end())
            first = _after_title(line, place)
            strict = number > _OUTRIGHT and not asked
            titled = first > place and line.tokens[first].norm in KNOWN
            corrected = number == len(_INTRODUCED) - 2 and line.tokens[first].norm not in KNOWN
            only_capital = (corrected or number == len(_INTRODUCED) - 1) and not asked and not titled
            found = _name_at(line, first, capital=only_capital, strict=strict)
            if found:
                return (_fuller(line, found) if asked and number > _OUTRIGHT else None) or found
    return []


def _after_title(line: Line, i: int) -> int:
    """The token behind "dona", "seu", "dra."."""
    while i + 1 < len(line.tokens) and (fold(line.tokens[i].text) in TITLES or line.tokens[i].text == "."):
        i += 1
    return i


def _fuller(line: Line, short: list[int]) -> list[int] | None:
    """ "é a Mai, Maiara da Silva": the full name that follows a single one in a clause of its own."""
    if len(short) > 1:
        return None
    apart = (run for run in _runs(line) if run[0] > short[-1] and line.tokens[run[0] - 1].text in _APART)
    names = (run for run in apart if len(run) > 1 and line.tokens[run[0]].text[:1].isupper())
    return next(names, None)


def _signed(line: Line) -> list[int] | None:
    """ "Att, Mariana Falcão" at the end of a message; "pode ser a 1, é a Bruna Salles" at the end of a clause."""
    for pattern in (_SIGNED, _BEHIND):
        for match in rx(pattern).finditer(line.norm):
            first = _after_title(line, line.token_at(match.end()))
            found = _name_at(line, first, capital=True, strict=True)
            if not found or _known_word(line, first):
                continue
            after = line.norm[line.starts[found[-1]] + len(line.tokens[found[-1]].norm) :]
            sure = len(found) > 1 or line.tokens[first].norm in KNOWN
            if pattern is _SIGNED and rx(r"^\W*_*\W*$").match(after):
                return found
            if pattern is _BEHIND and sure and rx(_CLOSED).match(after):
                return found
    return None


def _beside_phone(line: Line) -> list[int] | None:
    """ "Heloísa Brandt, 61 98444-1020": two words with capital letters, or one that begins the message, before or after the number."""
    hidden = rx(r"_{8,}").search(line.norm)
    if hidden is None:
        return None
    place = line.token_at(hidden.start())
    last = place - 1
    while last >= 0 and not line.tokens[last].text.isalnum():
        last -= 1
    for first in range(max(0, last - _LONGEST_NAME), last + 1):
        found = _name_at(line, first, capital=True, strict=True)
        if found and found[-1] == last and not _known_word(line, first) and (len(found) > 1 or first == 0):
            return found
    after = line.token_at(hidden.end() - 1) + 1
    while after < len(line.tokens) and line.tokens[after].text in "-,:;/|\n":
        after += 1
    found = _name_at(line, after, capital=True, strict=True) if after < len(line.tokens) else None
    return found if found and len(found) > 1 and not _known_word(line, after) else None


_LONGEST_NAME = 6
_KIN = r"(?:filh[ao]|mae|mainha|pai|painho|irma|irmao|espos[ao]|marido|namorad[ao]|noiv[ao]|sogr[ao]|cunhad[ao]|nora|genro|ti[ao]|prim[ao]|sobrinh[ao]|net[ao]|av[o]|amig[ao]|vizinh[ao]|madrinha|afilhad[ao]|patroa|chefe|comadre|enteada)"
_FOR = (
    rf"\b(?:pra|para|pro|d[aeo]) (?:(?:a|o|as|os|minhas?|meus?) )*{_KIN} ?[,:(]? ?(?:a |o |de nome |chamada |chamado |que se chama |se chama |nome dela e |nome dele e )*",
    rf"\b(?:eu|mim) (?:e|mais) (?:(?:a|o) )?(?:minha|meu) {_KIN} ?,? ?(?:a |o )?",
    r"\b(?:ela|ele)(?: se)? chama ",
    rf"\b(?:marc|agend|reserv|encaix|coloc|bot)\w+ (?:[a-z]+ )?(?:minh|me)\w+ {_KIN} ",
    rf"\bsou (?:a |o )?{_KIN} d[aeo] [a-z]+ , (?:a|o) ",
    r"\b(?:marc\w+|agend\w+|reserv\w+|encaix\w+|horario|vaga|consulta|sessao|atendimento|seria|^e|, e) (?:\w+ ){0,3}?(?:pra|para|pro|em nome d[aeo])(?: (?:a|o))? ",
)
_MONTH = r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b"


def _for_another(line: Line) -> list[int] | None:
    """ "pra minha filha Bruna", "marca pra Carolina": the name of whom it is for."""
    for match in (match for pattern in _FOR for match in rx(pattern).finditer(line.norm)):
        if match.end() >= len(line.norm) or rx(_MONTH).match(line.norm, match.end()):
            continue
        first = _after_title(line, line.token_at(match.end()))
        found = _name_at(line, first, capital=True, strict=True)
        if found and not _known_word(line, first) and not line.tokens[first].text.isupper():
            return found
        if line.tokens[first].norm in KNOWN:
            return [first]
    return None


def _known_word(line: Line, first: int) -> bool:
    return is_common(line.tokens[first].norm) and line.tokens[first].norm not in ALSO_VERBS | SHORT


_NICKNAMED = r"\b(?:pode me chamar de|me cham\w+ de|todo mundo me chama de|(?:me conhecem?|conhecid[ao]|sou conhecid[ao]|me tratam)(?: (?:por|como|de))+|apelido(?: e)?) "


def _called(line: Line) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    """A nickname, when no name was given."""
    match = rx(_NICKNAMED).search(line.norm)
    found = _name_at(line, line.token_at(match.end()), capital=False, strict=True) if match else None
    return _given(line, found, "people.nickname") if found else (None, line, ())


def _answered(line: Line) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    """Anna asked for the name: the longest of the name-like runs of words is it, if little else was said."""
    if is_bare_answer(line, others=0) and read_yes_no(line)[0] is not None:
        return None, line, ()  # "exatamente", "de jeito nenhum"
    shy = line.find(r"\bnao\b|\bpor ?que\b|\?") is not None
    runs = _runs(line)
    capital = [run for run in runs if line.tokens[run[0]].text[:1].isupper()]
    chosen = capital or ([] if shy else runs[:1])
    if not chosen:
        return None, line, ()
    found = max(chosen, key=len)
    others = [t for t in line.tokens if t.norm.isalpha() and t.norm not in NOT_NAMES]
    words = sum(t.norm.isalpha() for t in line.tokens)
    rambling = len(found) < len(others) - 2 or (not capital and words > len(found) + _ASIDE)
    if rambling and not (capital and len(found) >= 2):
        return None, line, ()
    return _given(line, found, "people.answered")


def _runs(line: Line) -> list[list[int]]:
    """Every maximal run of words that could be a name."""
    runs: list[list[int]] = []
    i = 0
    while i < len(line.tokens):
        token = line.tokens[i]
        known = token.norm in NOT_NAMES and not _word_as_name(line, i) and not _joins(line, i + 1)
        plain = known or not token.norm[:1].isalpha() or _everyday(token)
        found = None if plain else _name_at(line, i, capital=False, strict=False)
        if found:
            runs.append(found)
        i = found[-1] + 1 if found else i + 1
    return runs


def _everyday(token: Token) -> bool:
    """Whether a word without a capital letter is one that everybody uses: "deixa", "chegando"."""
    short = len(token.norm) < _SHORTEST and token.norm not in SHORT
    common = len(token.norm) >= _SHORTEST and is_common(token.norm) and token.norm not in ALSO_VERBS
    return token.text.islower() and (short or common)


_SHORTEST = 4
ALSO_VERBS = frozenset({"marco", "marcos", "dias", "pessoa", "segura", "esperanca"})
_ASIDE = 6
_JOINS = frozenset("-'’`´")


def _name_at(line: Line, first: int, *, capital: bool, strict: bool) -> list[int] | None:
    """Token indexes of the name that begins at `first`: up to six words, particles only between names."""
    found: list[int] = []
    for i in range(first, min(first + 9, len(line.tokens))):
        token = line.tokens[i]
        if found and (_joins(line, i) or _initial(line, i) or (token.text == "." and _initial(line, i - 1))):
            continue
        if line.norm[line.starts[i]] == "_" or not token.text.isalpha() or _apart(line, found, token.start):
            break
        if found and token.text.casefold() in PARTICLES:
            found.append(i)
            continue
        surname = bool(found) and _is_surname(token.text, token.norm)
        if token.norm in NOT_NAMES and not _word_as_name(line, i) and not surname and not _joins(line, i + 1):
            break
        if (len(token.text) < 2 and not _joins(line, i + 1)) or (capital and not token.text[0].isupper()):
            break
        if found and strict and not token.text[0].isupper() and line.tokens[found[0]].text[0].isupper():
            break
        found.append(i)
    while found and line.tokens[found[-1]].text.casefold() in PARTICLES:
        found.pop()
    return found if found and (len(line.tokens[found[0]].text) >= 2 or len(found) > 1) else None


def _apart(line: Line, found: list[int], start: int) -> bool:
    """Whether something else than initials and joining marks stands between the name so far and `start`."""
    if not found:
        return False
    between = line.text[line.tokens[found[-1]].end : start]
    return bool(between.strip(" .-'’`´ABCDEFGHIJLMNOPQRSTUVXZ"))


def _joins(line: Line, i: int) -> bool:
    """ "Joana D'Arc": the mark between two letters."""
    if not 0 < i < len(line.tokens) - 1 or line.tokens[i].text not in _JOINS:
        return False
    token = line.tokens[i]
    return line.tokens[i - 1].end == token.start and token.end == line.tokens[i + 1].start


def _initial(line: Line, i: int) -> bool:
    """ "Kátia S. Oliveira": the initial is passed over."""
    token = line.tokens[i]
    return (
        len(token.text) == 1
        and token.text.isupper()
        and i + 1 < len(line.tokens)
        and line.tokens[i + 1].text == "."
    )


_DAY_NAMES = frozenset(
    {
        "segunda",
        "quinta",
        "sexta",
        "quarta",
        "sabado",
        "domingo",
        "domingos",
        "natal",
        "pascoa",
        "abril",
        "maio",
    }
)


ALSO_NAMES = frozenset({"linda", "flor", "vida", "branca", "moreno", "amor", "gentil", "feliz", "vitoria"})


def _word_as_name(line: Line, i: int) -> bool:
    """ "Sábado Ferreira", "Linda Branco": a word with a capital letter, before another capital letter."""
    if line.tokens[i].norm not in _DAY_NAMES | ALSO_NAMES or i + 1 >= len(line.tokens):
        return False
    here, after = line.tokens[i].text, line.tokens[i + 1].text
    return here[:1].isupper() and after[:1].isupper() and after.isalpha() and not after.isupper()


def _is_surname(text: str, norm: str) -> bool:
    return text[0].isupper() and norm in {
        *_DAY_NAMES,
        *ALSO_NAMES,
        "moreno",
        "branca",
        "branco",
        "flor",
        "linda",
        "novo",
        "velho",
    }


_SLIPS = r"(?:nao|mentira|zoeira|brincadeira|brincando|brinks|digo|alias|quer dizer|na verdade|melhor dizendo|opa|ops|errei|desculpa|perdao|pera)"
_RATHER = (
    rf"^(?:\W|kkk\b)*(?:{_SLIPS}\b(?:\W|kkk\b)*)+(?:(?:e|sou|era|o certo e|meu nome e) )?(?:[ao] )?(?=[a-z])"
)


def _rather(line: Line, found: list[int]) -> list[int]:
    """ "Luana Piovani kkk mentira, Luana Pires", "não é Marta, é Marcia": the name that was meant after all."""
    end = line.starts[found[-1]] + len(line.tokens[found[-1]].norm)
    refused = rx(r"\bnao (?:e|era|sou)(?: [ao])? $").search(line.norm[: line.starts[found[0]]]) is not None
    again = rx(r"^\W*(?:(?:mas|sim|e|era|sou) )+(?:[ao] )?" if refused else _RATHER).match(line.norm[end:])
    capital = line.tokens[found[0]].text[:1].isupper()
    first = line.token_at(end + again.end()) if again else 0
    return (
        again and first < len(line.tokens) and _name_at(line, first, capital=capital, strict=True)
    ) or found


def _given(line: Line, found: list[int], rule: str) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    found = _rather(line, found)
    words = [line.tokens[i].text for i in found]
    shouting = all(w.isupper() for w in words)
    name = _written(words[0], shouting)
    for before, here in pairwise(found):
        between = line.text[line.tokens[before].end : line.tokens[here].start]
        name += (between if between in _JOINS else " ") + _written(line.tokens[here].text, shouting)
    start, end = line.starts[found[0]], line.starts[found[-1]] + len(line.tokens[found[-1]].norm)
    return name, line.hide(start, end), (line.hit(rule, start, end, name),)


def _written(word: str, shouting: bool) -> str:
    if word.casefold() in PARTICLES:
        return word.casefold()
    if word.islower() or shouting:
        return word.capitalize()
    return word
