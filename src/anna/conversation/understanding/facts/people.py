"""Who writes, or for whom: names."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from anna.commands import RuleHit
from anna.conversation.understanding.facts.common_words import is_common
from anna.conversation.understanding.facts.given_names import KNOWN, SHORT
from anna.conversation.understanding.facts.name_words import (
    JOINS,
    NOT_NAMES,
    PARTICLES,
    TITLES,
    after_title,
    known_word,
    name_at,
    name_runs,
)
from anna.conversation.understanding.facts.put_names import is_thing, named_before, put_so
from anna.conversation.understanding.intents.yes_no import is_bare_answer, read_yes_no
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_INTRODUCED = (
    r"\b(?:nome (?:d[ao] \w+ )?(?:(?:ta|esta|saiu|ficou|veio|foi) )?errad[ao]|errad[ao] (?:o )?(?:meu )?nome)(?: n?[ao] (?:agendamento|consulta|reserva|cadastro|sistema))?(?: (?:viu|ne|hein|ta|ai|kkk|moca))* ?[,.;]? ?(?:mas )?(?:e|eh|seria|o certo e|o correto e|(?:coloc|bot|troc|corrig|mud|poe|ponh)\w*(?: (?:ai|la|para|pra|por))*) (?:a |o )?",
    r"\b(?:meu |o )?nome (?:certo|correto|verdadeiro)(?: dela| dele)? ?(?:(?:e|eh|seria) |[:=-] ?)+(?:a |o )?",
    r"\b(?:meu nome completo|meu nome|o nome(?: completo)?|nome completo|nome)(?: (?:e|eh|seria|completo e|da paciente|dela|dele|para o agendamento))? ?[:=-]? ?(?:e )?",
    r"\b(?:me chamo|eu me chamo|chamo me|prazer ,|quem fala aqui e|quem fala e|quem ta falando e|quem escreve e|aqui quem fala e|falando aqui e|aqui fala|quem ta escrevendo e|fui batizad[ao](?: de| como)?|assino|na identidade (?:e|ta|esta))(?: (?:a|o))? ",
    r"\bnome (?:e |eh )?(?:escrito |se escreve |e escrito )?com \w+(?: e (?:com )?\w+)? ?[,:-] ?",
    r"(?:\b(?:sou|aqui e|aq e|aqui|eu sou)|^(?:(?:oi|ola|e ai|bom dia|boa tarde|boa noite|opa)[ ,!.]*)*e(?! (?:a|o) [a-z]+ ?\?))(?: eu ,)? (?:a|o) ",
    r"\b(?:no nome d[aeo]|em nome d[aeo]|pode por no nome d[aeo]|pode colocar|coloca no nome d[aeo]|para o nome d[aeo])(?: ?:)? ",
    r"\b(?:troc|mud|corrig|corrij|alter|atualiz|acert|arrum|consert|coloc|poe|ponh|bot)\w*(?: \w+){0,2} nome(?: d[aeo] \w+){0,2} (?:(?:pra|para|por|pro|como) |: ?)+(?:a |o )?|\b(?:pode|podem) (?:por|botar|deixar) (?:como |a |o )?(?=(?!rua|avenida|av)[a-z]+ [a-z])",
    r"\b(?:sou|aqui e|aq e|eu sou) ",
)
_AND_THE = 5
"""The place of "é a …" among them, which may as well be "e a …"."""
_APART = frozenset(",;:-–(\n.")
_OUTRIGHT = 4  # up to here the words before it leave no doubt that a name follows
_HERE = r"^(?:(?:oi|ola|e ai|bom dia|boa tarde|boa noite|oi bom dia) ?,? ?)?(?P<name>[a-z]+(?: (?:d[aeo]s? )?[a-z]+)?) aqui\b"

ALONE = "people.alone"
"""The rule that saw a full name, and nothing else in the message."""
_FULL = 2  # words
# "meu nome é Cancelar Tudo": whatever it is, it was given for a name, and nothing is to be cancelled.
_ORDER = (
    r"\b(?:meu nome(?: completo)? (?:e|eh)|me chamo) (?P<said>(?:cancel|desmarc|remarc|confirm|apag|exclu|delet|ignor|esquec|reset|desativ|desist)[a-z]*(?: [a-z]+){0,3}"
    r"|(?:para|pare|parar|sair|sai|stop)(?: (?:tudo|agora|de [a-z]+))?)(?=\W*$|\W*[,.;!?\n])"
)
# "tudo que tem no meu nome e apaga meus dados": another wish follows, and no name
_UNDER_HERS = r"\b(?:no|em) meu nome e (?:ja |ai |depois |tambem )?(?:me |os? |as? )?(?:cancel|desmarc|remarc|apag|exclu|delet|remov|tir)[a-z]*"
_BARE_NAME = r"^\W*(?:o )?(?:meu )?nome(?: (?:completo|dela|dele|e|eh|certo|correto|da paciente|do paciente))* ?[:=-]? ?_+\W*$"


_SIGNED = r"\b(?:att?|atenciosamente|cordialmente|respeitosamente|grat[ao]|abracos?|beijos?|beijinhos|assinado|ass)(?: ,| \.| :| -|!|\n)* (?=[a-z])"
# "…, é a Bruna Salles": who speaks, at the end of a clause.
_BEHIND = r"(?:^|(?<=[.,!;?\n] ))(?:e|aqui e|sou) (?P<article>[ao] )?(?=[a-z])"
_CLOSED = r"^ ?(?:$|[^\w\s']|de novo\b|esposa\b|mulher\b|mae\b|filha\b|que (?:casei|casou|casamos|separei|mudei|mudou)\b|porque\b)"


def read_name(line: Line, context: Context) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    """The name that was given, written as a name, the line with it hidden, and the rule that saw it.

    One that is said not to be the right one is none ("sou a Telma, não a Cláudia"), nor is one of a list that was shown ("a última").
    """
    if line.find(_ONE_OF_THEM):
        return None, line, ()
    read = _read_name(line, context)
    denied = _denied(line) if read[0] else []
    names = {fold(line.saw(start, end)) for start, end in denied}
    if fold(read[0] or "") not in names:
        return read
    for span in denied:
        line = line.hide(*span)
    return _read_name(line, context)


_ONE_OF_THEM = (
    r"^\W*(?:(?:quero|pode ser|prefiro|entao|eu|fico com|vou|de|e|eh|n?[oa]|pr[ao]) )*(?:pen)?(?:ultim|primeir|segund|terceir|derradeir)[oa]"
    r"(?: (?:mesm[oa]|opcao|horario|h|del[ae]s|dess[ea]s|da lista|d?[oa] dia|por favor|viu|ta|moc[oa]|entao|ai|pode ser|serve))*\W*$"
)

_ON_PAPER = r"\b(?:nota(?: fiscal)?|nf|recibo|fatura|boleto|orcamento|declaracao)(?: (?!e\b|marc|agend|reserv)\w+){0,3} (?P<said>(?:n?o|em) nome (?:d[aeo] )?(?:(?:a|o|meu|minha) )?\w+(?: \w+)?)"
"""In whose name a paper is wished: "preciso de nota fiscal no nome da empresa"."""

_DENIES = r"\bnao (?:(?:e|eh|era|foi|sou|me chamo|se chama|(?:meu nome|aqui) e|n?o nome|em nome|pra|para|pro|de|d?[ao]) )*(?=[a-z]{2})"


def denies_name(line: Line) -> bool:
    """Whether a name is said not to be the right one: "sou a Telma, não a Cláudia"."""
    return bool(_denied(line))


def _denied(line: Line) -> list[tuple[int, int]]:
    """Where names stand that are said not to be meant: "não a Cláudia", "não me chamo Cláudia"."""
    spans = []
    for match in rx(_DENIES).finditer(line.norm):
        first = after_title(line, line.token_at(match.end()))
        found = name_at(line, first, capital=False, strict=True) if first < len(line.tokens) else None
        if found and (line.tokens[first].norm in KNOWN | SHORT or line.tokens[first].text[:1].isupper()):
            last = found[-1]
            spans.append((line.starts[first], line.starts[last] + len(line.tokens[last].norm)))
    return spans


def _read_name(line: Line, context: Context) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    asked = context.state is State.ASK_NAME
    if line.find(_UNDER_HERS):
        return None, line, ()
    order = line.find(_ORDER) or line.find(_ON_PAPER)
    if order:
        return None, line.hide(*order.span("said")), (line.hit("people.order", *order.span("said"), ""),)
    if before := named_before(line):
        return _given(line, before, "people.introduced")
    introduced = _introduced(line, asked=asked)
    if introduced and not (context.state in _OTHERWISE and _is_that(line, introduced)):
        return _given(line, introduced, "people.introduced")
    here = rx(_HERE).match(line.norm)
    if here:
        found = name_at(line, line.token_at(here.start("name")), capital=False, strict=True)
        if found and line.starts[found[-1]] < here.end():
            return _given(line, found, "people.here")
    alone = None if asked else _alone(line) or put_so(line)
    if alone:
        name, _, hits = _given(line, alone, ALONE)
        return name, line.hide(0, len(line.norm)), hits
    answered = _answered(line) if asked else (None, line, ())
    if answered[0]:
        return answered
    found = _beside_phone(line) or _for_another(line) or _signed(line) or _put_right(line)
    return _given(line, found, "people.beside") if found else _called(line)


_OTHERWISE = frozenset({State.ASK_PROCEDURE, State.ASK_WHEN, State.ASK_TIME, State.OFFER_SLOTS})
_THAT = r"^(?:(?:oi|ola|opa|entao|mas|nao)[ ,!.]*)*(?:e|eh) [ao] $"


def _is_that(line: Line, place: list[int]) -> bool:
    """Whether "é o pilingue" says what is wished, where that was asked for: one small word that nobody is known to be called."""
    first = line.tokens[place[0]]
    unknown = len(place) == 1 and first.text.islower() and first.norm not in KNOWN | SHORT
    return unknown and rx(_THAT).match(line.norm[: line.starts[place[0]]]) is not None


def is_order_for_a_name(text: str) -> bool:
    """Whether an order was given for a name: "meu nome é Cancelar Tudo"."""
    return Line.of(text).find(_ORDER) is not None


def is_bare_name(line: Line, trace: Iterable[RuleHit]) -> bool:
    """Whether `line`, from which the name is hidden, was nothing but a full name, or "nome: Eduardo Souza"."""
    return any(hit.rule == ALONE for hit in trace) or line.find(_BARE_NAME) is not None


def _alone(line: Line) -> list[int] | None:
    """The full name that is all of the message: "Bruna Alves Teixeira", "zé da silva"."""
    first = after_title(line, 0) if line.tokens else 0
    if first >= len(line.tokens) or line.tokens[first].norm not in KNOWN | SHORT:
        return None
    found = name_at(line, first, capital=False, strict=False)
    words = [i for i in found or () if line.tokens[i].text.casefold() not in PARTICLES]
    if found is None or len(words) < _FULL or any(t.text.isalnum() for t in line.tokens[found[-1] + 1 :]):
        return None
    if any(t.text == "?" for t in line.tokens):
        return None
    small = [line.tokens[i] for i in words[1:] if not line.tokens[i].text.istitle()]
    return None if any(is_common(t.norm) or t.norm.endswith("ou") for t in small) else found


def _introduced(line: Line, *, asked: bool) -> list[int]:
    """ "meu nome é", "aqui é a", "sou": the name behind such words; of a nickname and a full name, where a name was asked for, the full one."""
    for number, pattern in enumerate(_INTRODUCED):
        for match in rx(pattern).finditer(line.norm):
            place = line.token_at(match.end())
            first = after_title(line, place)
            strict = number > _OUTRIGHT and not asked
            titled = first > place and line.tokens[first].norm in KNOWN
            corrected = number == len(_INTRODUCED) - 2 and line.tokens[first].norm not in KNOWN
            only_capital = (corrected or number == len(_INTRODUCED) - 1) and not asked and not titled
            found = name_at(line, first, capital=only_capital, strict=strict)
            if found and not (number == _AND_THE and is_thing(line, match.group(), found, asked=asked)):
                return (_fuller(line, found) if asked and number > _OUTRIGHT else None) or found
    return []


def _fuller(line: Line, short: list[int]) -> list[int] | None:
    """ "é a Mai, Maiara da Silva": the full name that follows a single one in a clause of its own."""
    if len(short) > 1:
        return None
    apart = (run for run in name_runs(line) if run[0] > short[-1] and line.tokens[run[0] - 1].text in _APART)
    names = (run for run in apart if len(run) > 1 and line.tokens[run[0]].text[:1].isupper())
    return next(names, None)


def _signed(line: Line) -> list[int] | None:
    """ "Att, Mariana Falcão" at the end of a message; "pode ser a 1, é a Bruna Salles" at the end of a clause."""
    for pattern in (_SIGNED, _BEHIND):
        for match in rx(pattern).finditer(line.norm):
            first = after_title(line, line.token_at(match.end()))
            found = name_at(line, first, capital=True, strict=True)
            if not found or known_word(line, first):
                continue
            after = line.norm[line.starts[found[-1]] + len(line.tokens[found[-1]].norm) :]
            sure = len(found) > 1 or line.tokens[first].norm in KNOWN
            if pattern is _SIGNED and rx(r"^\W*_*\W*$").match(after):
                return found
            if (
                pattern is _BEHIND
                and sure
                and rx(_CLOSED).match(after)
                and not after.lstrip().startswith("?")
            ):
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
        found = name_at(line, first, capital=True, strict=True)
        if found and found[-1] == last and not known_word(line, first) and (len(found) > 1 or first == 0):
            return found
    after = line.token_at(hidden.end() - 1) + 1
    while after < len(line.tokens) and line.tokens[after].text in "-,:;/|\n":
        after += 1
    found = name_at(line, after, capital=True, strict=True) if after < len(line.tokens) else None
    return found if found and len(found) > 1 and not known_word(line, after) else None


_LONGEST_NAME = 6
_KIN_NAMES = r"\b(?:filh[ao]|mae|mainha|pai|painho|irma|irmao|espos[ao]|marido|namorad[ao]|noiv[ao]|sogr[ao]|cunhad[ao]|nora|genro|ti[ao]|prim[ao]|sobrinh[ao]|net[ao]|av[o]|amig[ao]|vizinh[ao]|madrinha|afilhad[ao]|patroa|chefe|comadre|enteada)\b"
# Written over in a line, letter by letter: spelled out in each of these patterns, they took most of the time to compile them.
_KIN, _WORD = "K+", "[a-zK]+"
_FOR = (
    rf"\b(?:pra|para|pro|d[aeo]) (?:(?:a|o|as|os|minhas?|meus?) )*{_KIN} ?[,:(]? ?(?:a |o |de nome |chamada |chamado |que se chama |se chama |nome dela e |nome dele e )*",
    rf"\b(?:eu|mim) (?:e|mais) (?:(?:a|o) )?(?:minha|meu) {_KIN} ?,? ?(?:a |o )?",
    r"^(?:(?:quero|pode ser|a|o|opcao|numero) )*\d(?: mesmo| entao)? (?:, )?(?:mas )?(?:e )?(?:pra|para|pro) (?:[ao] )?",
    r"\b(?:ela|ele)(?: se)? chama ",
    rf"\b(?:minha|meu) {_KIN} (?:, )?(?={_WORD}(?: {_WORD})? (?:, )?(?:tambem )?(?:quer|queria|gostaria|precisa|(?:vai|vem) (?:no meu lugar|fazer|querer))\b)",
    r"\b(?:ela|ele) (?:e|eh) [ao] (?!dr|dout|prof|[a-z]+(?: [a-z]+)? ?\?)",
    rf"\b(?:quem (?:vai|vem|quer|faz|vai (?:fazer|ir|vir|ser atendid[ao])|vem fazer)|[ao] paciente)(?: mesmo)? (?:e|eh|vai ser|sera|seria) (?:(?:a|o|minha|meu) )*(?:{_KIN} ,? ?)?(?:a |o )?",
    rf"\bquem (?:vai fazer|faz)(?: (?!e\b)\w+){{0,4}} (?:e|eh|vai ser|sera) (?:[ao] )?(?:minha|meu) {_KIN} ?,? (?:a |o )?",
    rf"\b(?:e|eh) [ao] (?={_WORD}(?: {_WORD})? que (?:vai|vem)\b(?! (?:me |nos )?(?:atend|aplic)\w*)(?![^?]*\?))",
    rf"(?:^|[.,!;?\n] )(?:[ao] )?(?={_WORD} (?:tambem )?(?:quer|queria|gostaria|precisa) (?!que\b|saber\b|ver\b))",
    rf"\b(?:pra|para|pro|d[aeo]) (?:[ao] )?(?={_WORD}(?: {_WORD})? ?,? (?:que e )?(?:[ao] )?(?:minha|meu) {_KIN}\b)",
    rf"\b(?:marc|agend|reserv|encaix|coloc|bot)\w+ (?:[a-z]+ )?(?:minh|me)\w+ {_KIN} ",
    rf"\bsou (?:a |o )?{_KIN} d[aeo] {_WORD} , (?:a|o) ",
    r"(?:\b(?:marc\w+|agend\w+|reserv\w+|encaix\w+|horario|vaga|consulta|sessao|atendimento|seria)|(?:^|[,.?!;\n] )e) (?:\w+ ){0,3}?(?:pra|para|pro|em nome d[aeo])(?: (?:a|o))? ",
)
# "a de sexta é da Sofia, corrige o nome"
_IS_THEIRS = r"\b(?:e|eh|era|seria|fica) (?:d[ao]|pra|para|pro)(?: [ao])? (?=[a-z])"
_OF_A_NAME = r"\bnomes?\b|\bcorri[gj]\w+\b"
# "sou a mãe da Sofia, quero marcar pra ela", "aqui é o marido da Elaine, é ela que vai"
_RELATIVE_OF = rf"\b(?:sou|e|aqui) (?:[ao] )?{_KIN} d[aeo] (?:dona |seu )?(?={_WORD})"
_FOR_THEM = r"\b(?:pra|para|pro) (?:ela|ele)\b|\b(?:marc|agend|reserv)\w* (?:\w+ ){0,4}d(?:ela|ele)\b|\b(?:ela|ele) (?:quer|queria|gostaria|precisa|que vai|que vem|quem vai)\b"
_MONTH = r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b"


def _for_another(line: Line) -> list[int] | None:
    """ "pra minha filha Bruna", "marca pra Carolina": the name of whom it is for."""
    norm = rx(_KIN_NAMES).sub(lambda kin: "K" * len(kin.group()), line.norm)
    patterns = (*_FOR, _RELATIVE_OF) if rx(_FOR_THEM).search(norm) else _FOR
    patterns = (*patterns, _IS_THEIRS) if rx(_OF_A_NAME).search(norm) else patterns
    for match in (match for pattern in patterns for match in rx(pattern).finditer(norm)):
        if match.end() >= len(line.norm) or rx(_MONTH).match(line.norm, match.end()):
            continue
        first = after_title(line, line.token_at(match.end()))
        found = name_at(line, first, capital=True, strict=True)
        if found and not known_word(line, first) and not line.tokens[first].text.isupper():
            return found
        if line.tokens[first].norm in KNOWN:
            return [first]
    return None


_IS_WRONG = r"\bnome (?:d[ao] \w+ )?(?:(?:ta|esta|saiu|ficou|veio|foi) )?(?:errad[ao]|incomplet[ao]|faltando)\b|\berr\w+ (?:o |no )?nome\b"


def _put_right(line: Line) -> list[int] | None:
    """ "o nome está errado, faltou Alves. Irene Duarte Alves": the full name that is said last, where one is said to be wrong."""
    if line.find(_IS_WRONG) is None:
        return None
    full = [run for run in name_runs(line) if len(run) >= _FULL and line.tokens[run[0]].norm in KNOWN]
    return full[-1] if full and line.tokens[full[-1][0]].text[:1].isupper() else None


_NICKNAMED = r"\b(?:pode me chamar de|me cham\w+ de|todo mundo me chama de|(?:me conhecem?|conhecid[ao]|sou conhecid[ao]|me tratam)(?: (?:por|como|de))+|apelido(?: e)?) "


def _called(line: Line) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    """A nickname, when no name was given."""
    match = rx(_NICKNAMED).search(line.norm)
    found = name_at(line, line.token_at(match.end()), capital=False, strict=True) if match else None
    return _given(line, found, "people.nickname") if found else (None, line, ())


_ASIDE = 6


def _answered(line: Line) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    """Anna asked for the name: the longest of the name-like runs of words is it, if little else was said."""
    if is_bare_answer(line, others=0) and read_yes_no(line)[0] is not None:
        return None, line, ()  # "exatamente", "de jeito nenhum"
    if line.find(r"\b(?:que|q(?:ual|uais)) (?:dias?|h|horarios?)\b"):
        return None, line, ()  # "a dra Helena atende que dia"
    shy = line.find(r"\bnao\b|\bpor ?que\b|\?") is not None
    runs = name_runs(line)
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
        again and first < len(line.tokens) and name_at(line, first, capital=capital, strict=True)
    ) or found


_SOMEBODY_GOES = r"\b(?:quem|ela|ele) (?:que |quem )?(?:vai|vem)\b"
_PUT_INSTEAD = (
    r"\b(?:troc|mud|coloc|alter|pass|bot)\w*(?: (?:o |esse )?nome| (?:a|essa|minha) (?:consulta|reserva)| (?:o|esse|meu) (?:agendamento|horario)| isso| ai)?"
    r" (?:pra|para|por|pro|n?o nome d[aeo]|em nome d[aeo])(?: (?:o nome d[aeo]|nome d[aeo]))?(?: [ao])? (?=[a-z])"
)


def _instead(line: Line, found: list[int]) -> list[int] | None:
    """ "meu nome é Marcos mas quem vai é minha esposa, troca pra Juliana Vieira": whose name is to stand, not whose asks for it."""
    end = line.starts[found[-1]] + len(line.tokens[found[-1]].norm)
    if not any(rx(whoever).search(line.norm, end) for whoever in (_SOMEBODY_GOES, _KIN_NAMES)):
        return None
    for match in rx(_PUT_INSTEAD).finditer(line.norm, end):
        first = after_title(line, line.token_at(match.end()))
        if line.tokens[first].norm in KNOWN:
            return name_at(line, first, capital=line.tokens[first].text[:1].isupper(), strict=True)
    return None


def _given(line: Line, found: list[int], rule: str) -> tuple[str | None, Line, tuple[RuleHit, ...]]:
    found = _instead(line, found) or _rather(line, found)
    words = [line.tokens[i].text for i in found]
    shouting = all(w.isupper() for w in words)
    name = _written(words[0], shouting)
    for before, here in pairwise(found):
        between = line.text[line.tokens[before].end : line.tokens[here].start]
        name += (between if between in JOINS else " ") + _written(line.tokens[here].text, shouting)
    start, end = line.starts[found[0]], line.starts[found[-1]] + len(line.tokens[found[-1]].norm)
    title = found[0]
    while title and line.tokens[title - 1].norm in TITLES:  # "a dona Marta" is no wish for the owner
        title -= 1
    return name, line.hide(line.starts[title], end), (line.hit(rule, start, end, name),)


def _written(word: str, shouting: bool) -> str:
    if word.casefold() in PARTICLES:
        return word.casefold()
    if word.islower() or shouting:
        return word.capitalize()
    return word
