"""Answers to what Anna just asked: yes or no, one of the numbered options, one of the offered slots, a score.

A refusal inside an agreement ("não, pode sim!") and an agreement inside a refusal ("sim... aliás não") are told apart by reading
whole expressions, longest first, and letting the last clear one decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from anna.commands import RuleHit, TimeKind, When, YesNo
from anna.conversation.understanding.line import Line, rx
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.times import PARTS, clock
from anna.kit.text import fold

# (verdict, expression); the order is the order of reading, longer and trickier ones first. "-" has no verdict of its own.
_YES, _NO, _UNCLEAR, _SILENT = "yes", "no", "unclear", "-"
EXPRESSIONS: tuple[tuple[str, str], ...] = (
    (_SILENT, r"\bsim ou nao\b|\bnao e (?:isso|verdade|mesmo)? ?\?|\bnao e \?|, nao ?\?|\bpois nao\b|\bne\b|\bbem vind\w+"),
    (_UNCLEAR, r"\b(?:eu )?sei nao\b|\bainda nao (?:sei|decidi|vi|confirmei|tenho certeza)\b"),
    (_YES, r"\b(?:nao (?:tenho como|posso|poderia|consigo|vou|da pra|tem como)|quem sou eu (?:pra|para)|como (?:vou|posso|eu)) (?:\w+ )?(?:dizer|falar|recusar|negar)(?: que)?(?: nao)?\b|\bnem que (?:chova|caia)\b[^.!?]*|\bnem precisa (?:perguntar|falar|pedir)\b|\bcom (?:muito |todo )?(?:prazer|gosto)\b|\bvai que vai\b|\buhul?\b|\bdeixa (?:ja )?(?:marcad[ao]|agendad[ao]|reservad[ao]|confirmad[ao])\b"),
    (_NO, r"\b(?:nao|num) pode ser\b(?! sim)|\bvou passar(?: essa| dessa| por enquanto| dessa vez)?(?= *(?:$|[^\w\s]))"),
    (_UNCLEAR, r"\bcapaz(?: que)?(?: nao)?\b|\b(?:nao|num) pode (?:deixar|manter|seguir|ficar|continuar)\b(?! sim)|\bvou (?:tentar|fazer o possivel|me esforcar|dar um jeito)\b|\bfarei o possivel\b"),
    (_YES, r"\bnao (?:ha|tem|vejo|tenho|teria|existe)(?: (?:nenhum|nenhuma|qualquer|o))? (?:motivos?|razao|razoes|impedimento|objec\w+|nada contra|empecilho|erro|por ?que|do que reclamar|o que mudar)\b(?: (?:algum|nenhum))?(?: (?:para|pra|de) nao(?: \w+)?| nao)?|\bnada contra\b|\bnao me (?:oponho|importo|incomodo|incomoda)\b|\bnao (?:poderia|podia|tem como) (?:ser|estar|ficar) melhor\b|\b(?:jamais|nunca|nao) (?:faltaria|falto|vou faltar|perderia|perco|esqueceria|disse que nao|falei que nao)\b(?: nao)?"),
    (_UNCLEAR, r"\bnao , (?:ta|esta) (?:otimo|bom|legal)\b"),
    (_YES, r"\b(?:claro|logico|obvio|evidente) que sim\b|\b(?:ja )?(?:falei|disse|respondi|confirmei) que (?:sim|vou|quero|pode)\b|\bacho que sim\b|\bcreio que sim\b|\bpor mim sim\b|\bdigo (?:que )?sim\b"),
    (_NO, r"\b(?:claro|logico|obvio) que nao\b(?: (?:quero|vou|posso|da|consigo|pode|preciso))?|\b(?:ja )?(?:falei|disse|respondi) que nao\b(?: (?:quero|vou|posso|da|consigo|pode|preciso))?|\bnao e (?:isso|assim|bem isso|exatamente)\b(?: nao)?|\bacho (?:melhor|que) nao\b|\bcreio que nao\b|\b(?:com certeza|de jeito nenhum|sim|certeza|melhor|prefiro|hoje|dessa vez|por enquanto|agora|infelizmente|ainda) nao\b(?! (?:sei|decidi|vou|posso|consigo|quero|da|pode|vai|vejo|tem|precisa|esqueci|vo|perco|tenho)\b)|\bcerteza que nao\b"),
    (_UNCLEAR, r"\b(?:nao|nem) (?:sei|tenho certeza|entendi|lembro|faco ideia|decidi|consegui entender)\b|\bsei la\b|\btalvez\b|\bdepende\b|\bvou (?:ver|pensar|verificar|confirmar (?:depois|mais tarde|com)|falar com|olhar|checar)\b|\b(?:mais ou menos|quem sabe|pode ser que|acho que da|em duvida|to na duvida|estou na duvida|tenho que ver|preciso (?:ver|pensar)|tenho que pensar|deixa eu ver|aviso depois|(?:ja |mais tarde |depois |logo )*(?:eu )?(?:te|lhe|ti) (?:aviso|dou|falo|digo|retorno|respondo|confirmo)(?: (?:certeza|uma? resposta|depois|mais tarde|amanha|logo))?|depois (?:eu )?(?:confirmo|vejo|aviso|respondo|falo)|confirmo (?:depois|mais tarde|amanha|daqui)|ja (?:respondo|confirmo|volto)|ainda vou|a confirmar|tomara|(?:depois|mais tarde|ja|logo|amanha)(?: eu)?(?: te| lhe| ja)? (?:passo|mando|envio|informo))\b"),
    (_YES, r"\b(?:e )?(?:por que|porque) nao\b|\bnao (?:tem|ha|vejo|teria) (?:nenhum )?problema\b|\bsem (?:nenhum )?problemas?\b|\bnao (?:vou|irei) (?:faltar|perder|esquecer|desistir|cancelar|desmarcar)\b|\bnao (?:vejo a h|perco|esqueci|falto|quero (?:cancelar|desmarcar|remarcar|mudar|perder)|cancela|cancelem|desmarca|mude nada|muda nada|precisa (?:mudar|cancelar|remarcar|desmarcar|alterar|trocar))(?: nao)?\b|\bsem (?:falta|duvidas?|erro)\b|\bnao tenha duvida\b|\bnada a mudar\b|\bnao ,? (?:ta|esta) (?:certo|certinho|tudo certo|perfeito)\b"),
    (_NO, r"\b(?:nao|num) podem? (?:confirmar|marcar|agendar|reservar|fechar|mandar|colocar|prosseguir)\b(?! sim)"),
    (_YES, r"\bnao podem? sim\b|(?<!nao )(?<!num )\b(?:pode|podem) (?:sim|confirmar|marcar|agendar|deixar|reservar|fechar|mandar|ser|seguir|prosseguir|colocar|manter)\b(?! nao)(?: sim)?|\bpode\b(?= *(?:$|[^\w\s]))|\bpode (?:por|botar|ir|me (?:esperar|aguardar|por|colocar|marcar))\b"),
    (_NO, r"\b(?:pode|quero|vou|confirmo|consigo|posso|da|preciso|precisa|marca|gostei|serve|rola|concordo|tenho|sei|obrigad[ao]|ta bom|estarei|desejo|aceito|topo|vai dar|e isso) nao\b(?! (?:tem|ha) problema)"),
    (_NO, r"\b(?:nao|num) (?:(?:eu|me|mais|vai|vou|ta|estou|to|estarei|muito|posso|consigo|quero|da|e|esta) ?)*(?:confirm\w*|posso|pode|consigo|conseguir\w*|consegui\w*|quero|queria|gostaria|vou|vai|da|dar|darei|rola|rolar|precis\w*|marqu\w*|marc\w*|aceit\w*|topo|concord\w*|desej\w*|tenho|e|serve|estou|to|ir|irei|estarei|poder\w*|interess\w*|ta|esta|comparec\w*|era|foi|quis|ser|gostei|agendei|pedi|bom)\b"),
    (_NO, r"\b(?:de (?:jeito|modo|forma|maneira) (?:nenhum|nenhuma|algum|alguma)|nem (?:pensar|morta|a pau|ferrando|fudendo|louca|que)|jamais|nunca|negativo|nada disso|deix(?:a|e|o|ar) (?:pra|para) (?:la|depois|outr[ao]|a? ?proxima)|deixa quieto|deixa baixo|esquece|esqueca|desisto|desisti|imposs\w+|fica pra proxima|fica para a proxima|outra h|dispenso|passo|ta errad[ao]|esta errad[ao]|(?:^)errad[ao]|incorreto|to fora|sem interesse|sem condic\w+|mudei de ideia|pensando bem nao|cancel\w+|desmarc\w+|nops?|tenho (?:um |uma |outr[ao] )?(?:compromisso|imprevisto|coisa|aula|plantao|reuniao|viagem)|surgiu um imprevisto|tive um imprevisto|(?:^)nem(?: nem)*(?=$| [^\w])|neca|nana ?nina ?nao|nananina\w*|nanao|de jeito maneira|(?:^)deixa(?: (?:ai|estar))?(?=$| [^\w])|(?:vou|terei|tenho|preciso|precisarei) (?:\w+ ){0,2}faltar|to sem (?:grana|dinheiro)|sem (?:grana|condicoes)|to (?:lisa|liso|dura|duro|quebrada)|so (?:to|tava|estava|estou|queria) (?:olhando|vendo|olhar|ver|pesquisando|so olhando)|(?:^)nenhum[a]?(?=$| [^\w])|escolhi errado|nok)\b"),
    (_YES, r"\b(?:isso (?:mesmo|ai)|ess[ae] (?:mesm[ao]|ai|numero)|est[ae] (?:mesm[ao]|numero)|e isso(?: mesmo| ai)?|isso(?= *(?:$|[^\w\s]|obrigad|por favor))|exat\w+|perfeit\w+|certinh\w+|cert[ao]|corret\w+|com (?:toda )?certeza|certeza|certamente|claro|logico|obvio|positivo|afirmativo|afirmo|confirm(?:o|ad[ao]|adissimo|ar|amos|a)|combinad[ao]|fechad[ao]|fechou|fecha|beleza|show(?: de bola)?|top|otimo|maravilha|excelente|bora|simbora|partiu|vamos|aceito|aceitamos|topo|to dentro|"
           r"quero(?: sim| muito)?(?= *(?:$|[^\w\s]|por favor|obrigad|ne\b|uai\b))|quero (?:sim|ess[ae]|est[ae]|aproveitar|participar)|desejo|gostaria(?: sim)?|vou(?=(?: sim| estar| ir\b| comparecer)? *(?:$|[^\w\s]|sim|estar|ir\b|comparecer|la\b|ai\b|com certeza|se deus|e\b|mesmo|amanha|hoje|viu|uai|tche|visse|so\b|as\b|nesse|no\b|na\b|obrigad|moca|meu|minha|com\b|levar\b))|(?:to|estou) indo(?: sim)?|indo sim|me (?:aguard\w+|esper\w+)|(?:ta|esta|continua|segue) de pe|iremos|estarei(?: ai| la| presente)?|pode ser|serve|marca(?: ai| sim)?|marque|marquem|agende|reserve|reserva|agenda(?: ai| sim)?|manda ver|manda|concordo|de acordo|acordo|ok|sim|aham|uhum|arram|ahan|hum hum|yes|yep|si|ja e|demorou?|dale|de boas?|tranquilo|suave|bele|massa|arretad[ao]|tri(?: legal)?|bao(?: demais)?|craro|(?:mete|manda) (?:bronca|ficha|bala|ve|ver)|okok|yess|fechadissimo|confirmadissim[ao]|confirmadinh[ao]|combinadissim[ao]|combinadinh[ao]|perfeitamente|(?:to|estou) a caminho|a caminho|to me arrumando|(?:ta|esta) (?:bom|otimo|ok|certo|tudo certo|perfeito|confirmado|marcado|combinado|legal|joia|bem|fechado|massa|tri|bao|show|firme|beleza|tranquilo)|tudo certo|tudo ok|tudo bem|joia|legal|blza|de fato|sem falta|^ta$|^e$|compareco|comparecerei|presente|to confirmando|consigo(?: sim| ir)|posso(?: sim| ir)|tenho interesse|interessad[ao]|(?:me )?interess(?:ei|a|ou)|tenho sim|bem isso|isto|indeed|ate la|la estarei|nos vemos|vai ser|faz isso|faca isso)\b(?!.{0,12} nao\b(?! (?:tem|vejo|ha)))"),
    (_NO, r"^(?:quero )?nada(?: nao)?(?=$| [^\w])|\bnao\b|\bno\b(?= *(?:$|[^\w\s]))|\bnegativ[ao]\b"),
    (_YES, r"[👍👌✅🆗🤝☑✔🙆💯🤙🫡🙌🫱🫲👊]"),
    (_NO, r"[👎❌🚫🙅]"),
)  # fmt: skip

# What is asked is no answer, unless it is a bare "ok?" or "pode ser?"; a refusal in a question still refuses.
_QUESTION = r"(?:(?<=^)|(?<=[.!?;,\n] ))(?!(?:nao|ja|eu|sim|claro|ok|confirmo|pode ser \?|ta bom \?|tudo bem \?|tudo certo \?|por ?que nao|e por ?que nao)\b)(?:[^\s.!?;,\n]+ ){2,}\?"


def read_yes_no(line: Line) -> tuple[YesNo | None, tuple[RuleHit, ...]]:
    """What the message says to a yes/no question; None when it says nothing of the kind."""
    for asked in rx(_QUESTION).finditer(line.norm):
        line = line.hide(asked.start(), asked.end())
    found: list[tuple[int, int, str]] = []
    for verdict, pattern in EXPRESSIONS:
        for match in rx(pattern).finditer(line.norm):
            found.append((match.start(), match.end(), verdict))
            line = line.hide(match.start(), match.end())
    spoken = sorted(f for f in found if f[2] != _SILENT)
    if not spoken:
        return None, ()
    start, end, verdict = spoken[-1]
    kinds = {f[2] for f in spoken}
    if _UNCLEAR in kinds and verdict == _YES and spoken[-2][2] == _UNCLEAR:
        verdict = _UNCLEAR  # "não sei, ok"
    return YesNo(verdict), (line.hit("answers.yes_no", start, end, verdict),)


_FILLERS = r"\b(?:eu|e|a|o|que|mas|entao|por favor|obrigad[ao]|valeu|moca|moco|amor|querida|flor|linda|kkk|ai|la|mesmo|viu|ta|oi|ola|bom dia|boa tarde|boa noite|muito|mais|ne|uai|oxe|bah|tche|ja|agora|hoje|deus|gente|amiga|gata|me|se|de|da|do|com|para|pra)\b"


def is_bare_answer(line: Line) -> bool:
    """Whether the message is little more than a yes or a no: at most one other word."""
    for _, pattern in EXPRESSIONS:
        for match in rx(pattern).finditer(line.norm):
            line = line.hide(match.start(), match.end())
    return len(rx(r"\b[a-z]{2,}\b").findall(rx(_FILLERS).sub("", line.norm))) <= 1


# -- numbered options and offered slots ----------------------------------------------------------------------------------------

_ORDINALS: tuple[tuple[str, int], ...] = (
    (r"primeir[ao]|1 [ao]\b", 1),
    (r"segund[ao]|2 [ao]\b", 2),
    (r"terceir[ao]|3 [ao]\b", 3),
    (r"quart[ao]|4 [ao]\b", 4),
    (r"quint[ao]|5 [ao]\b", 5),
    (r"(?:d[ao]|op\w+) meio", 0),
    (r"penultim[ao]", -2),
    (r"ultim[ao]", -1),
)
_LETTERS = {"a": 1, "b": 2, "com": 3, "de": 4}  # "c" and "d" are abbreviations of these
_OPTION = r"(?:opcao|numero|n|alternativa|horario|opc|item|op|letra|num)"
_NUMBER = rf"(?<![\w.,:/-])(?:(?:{_OPTION}|o|a|no|na|quero|prefiro|fico com|pode ser|vou de|escolho|marca|com|esse|essa|#) )*(?P<n>\d)(?! ?(?:h\b|:|da (?:manha|tarde|noite)|e meia|/|min|pessoas|x\b|vezes|reais|anos|sess|a feira|dias?))(?!\d|[\w.,/-]\w)"
_KEYCAPS = {"1️⃣": 1, "2️⃣": 2, "3️⃣": 3, "4️⃣": 4, "5️⃣": 5}


@dataclass(frozen=True, slots=True)
class Choice:
    """The 1-based number that was picked."""

    number: int
    hit: RuleHit


def read_choice(line: Line, count: int, *, weekdays: frozenset[int] = frozenset()) -> Choice | None:
    """The option picked by number or ordinal, out of `count`. On `weekdays` (0 = Monday) there are slots: "segunda" may mean a day."""
    left = _left(line, count)
    if left:
        return left
    days = {0: "segund", 2: "quart", 3: "quint"}
    for pattern, number in _ORDINALS:
        for match in rx(
            rf"(?:\b|^)(?:(?:a|o|na|no|{_OPTION}) )?(?:{pattern})(?! feira)(?: {_OPTION})?\b"
        ).finditer(line.norm):
            chosen = {-2: count - 1, -1: count, 0: (count + 1) // 2 if count % 2 else 0}.get(number, number)
            explicit = rx(rf"\b{_OPTION}\b").search(match.group()) is not None
            is_day = any(f"{word}a" in match.group() for word in days.values())
            article = match.group().startswith(("a ", "o "))
            if (
                is_day
                and not explicit
                and (not article or any(d in weekdays and w in match.group() for d, w in days.items()))
            ):
                continue
            if 1 <= chosen <= count and not _refused(line.norm, match.start(), match.end()):
                return Choice(chosen, line.hit("answers.ordinal", match.start(), match.end(), str(chosen)))
    return _by_letter(line, count) or _by_number(line, count)


_REFUSED = (
    r"\b(?:nem|menos|tirando|exceto)(?: (?:o|a|n))? (?P<a>\d|{ORD})(?: (?:e|nem|ou) (?:o |a )?(?P<b>\d|{ORD}))?\b(?! ?(?:h\b|:))|"
    r"\b(?:o|a) (?P<c>\d|{ORD})(?: e (?:o |a )?(?P<d>\d|{ORD}))?(?: (?:eu|ja))? nao\b(?! (?:sei|tem problema))|"
    r"\b[ao]s (?P<n>[2-4]) (?:primeir|ultim)[ao]s(?: (?:eu|ja))? nao\b"
).replace("{ORD}", r"(?:primeir|segund|terceir|quart|ultim)[ao]")


def _left(line: Line, count: int) -> Choice | None:
    """The one option that refusing the others by number leaves: "os dois primeiros não", "menos o 1 e o 3"."""
    refused: set[int] = set()
    for match in rx(_REFUSED).finditer(line.norm):
        several = int(match["n"] or 0)
        first = 1 if "primeir" in match.group() else count - several + 1
        refused |= set(range(first, first + several))
        refused |= {_option(match[name], count) for name in "abcd" if match[name]}
    left = set(range(1, count + 1)) - refused
    if len(left) != 1 or not refused:
        return None
    number = left.pop()
    return Choice(number, line.hit("answers.left", 0, len(line.norm), str(number)))


def _option(word: str, count: int) -> int:
    stems = {"primeir": 1, "segund": 2, "terceir": 3, "quart": 4, "ultim": count}
    return int(word) if word.isdigit() else stems[word[:-1]]


def _by_letter(line: Line, count: int) -> Choice | None:
    match = line.find(r"\b(?:opcao|letra|alternativa) (?P<l>a|b|com|de)[^\w]*$")
    number = _LETTERS[match["l"]] if match else 0
    if match is None or number > count:
        return None
    return Choice(number, line.hit("answers.letter", match.start(), match.end(), str(number)))


def _by_number(line: Line, count: int) -> Choice | None:
    found = []
    for match in rx(_NUMBER).finditer(line.norm):
        number = int(match["n"])
        clock = rx(r"\b(?:as|das|umas|dia|ate|depois|antes|pelas) ?$").search(line.norm[: match.start("n")])
        if 1 <= number <= count and not clock and not _refused(line.norm, match.start(), match.end()):
            found.append((number, match))
    corrected = found and rx(_INSTEAD).search(line.norm[found[0][1].end() : found[-1][1].start()])
    if not corrected and len({number for number, _ in found}) != 1:
        return None
    number, match = found[-1]
    return Choice(number, line.hit("answers.number", match.start(), match.end(), str(number)))


def _refused(norm: str, start: int, end: int) -> bool:
    return bool(
        rx(r"\b(?:nao|menos|nem|exceto)(?: (?:a|o|quero|posso|pode|ser|da|na|no|e))* ?$").search(norm[:start])
        or rx(r"^ nao\b(?! tem problema)").match(norm[end:])
    )


def read_label(line: Line, options: tuple[str, ...]) -> Choice | None:
    """The option whose label (or the words that only it has) the message repeats."""
    said = set(rx(r"\w+").findall(line.norm))
    labels = [set(rx(r"\w+").findall(fold(option))) for option in options]
    scores = [len(said & (words - set().union(*(w for w in labels if w is not words)))) for words in labels]
    best = max(scores, default=0)
    if not best or scores.count(best) > 1:
        return None
    number = scores.index(best) + 1
    return Choice(number, line.hit("answers.label", 0, len(line.norm), str(number)))


def read_slot(line: Line, when: When | None, context: Context) -> tuple[datetime | None, RuleHit | None]:
    """The offered slot that was picked: by number, ordinal, hour, day, part of the day, "o mais cedo", or the only one by a yes."""
    slots = context.slots
    if rx(
        r"\b(?:nenhum|nenhuma|nem um|nem uma|outr[ao]s? (?:horarios?|dias?|h|datas?|opc\w+)|tem outr[ao]s?)\b"
    ).search(line.norm):
        return None, None
    weekdays = frozenset(s.weekday() for s in slots)
    if when is None or not _has_wish(when) or _second_not_monday(line, weekdays):
        choice = read_choice(line, len(slots), weekdays=weekdays)
        if choice:
            return slots[choice.number - 1], choice.hit
        when = _hour_alone(line, len(slots)) or when
    wished = [slot for slot in slots if _matches(slot, when)] if when is not None else []
    picked = read_choice(line, len(slots), weekdays=weekdays) if len(wished) > 1 else None
    if picked:  # "o segundo de quinta"
        alike = slots[picked.number - 1]
        return alike if alike in wished else wished[min(picked.number, len(wished)) - 1], picked.hit
    return _by_time(line, when, slots)


def _second_not_monday(line: Line, weekdays: frozenset[int]) -> bool:
    """ "a segunda", when nothing was offered on a Monday, is the second one."""
    return (
        0 not in weekdays
        and line.find(r"\ba segunda\b(?! feira| que vem| de manha| a tarde| as)|\b2 a$") is not None
    )


def _hour_alone(line: Line, count: int) -> When | None:
    """ "11", "no de 9", when there are fewer slots than that, is an hour; the last that is not refused."""
    hours = [
        clock(int(match.group()), 0, "")
        for match in rx(r"(?<![\w.,:/-])\d{1,2}(?![\w:/.,-]*\d| ?(?:x|reais|anos|min|pessoas)\b)").finditer(
            line.norm
        )
        if int(match.group()) > count and not _refused(line.norm, match.start(), match.end())
    ]
    said = [at for at in hours if at]
    return When(time_kind=TimeKind.AT, time_start=said[-1]) if said else None


def _has_wish(when: When) -> bool:
    return when.date_start is not None or when.time_kind is not None or when.date_end is not None


def _by_time(
    line: Line, when: When | None, slots: tuple[datetime, ...]
) -> tuple[datetime | None, RuleHit | None]:
    whole = line.hit("answers.slot", 0, len(line.norm), "offered slot")
    if line.find(
        r"\b(?:tem|teria|nao tem|consegue)\b.*\bmais (?:cedo|tarde)\b|^(?:e )?(?:um )?(?:pouco )?mais (?:cedo|tarde) ?\?"
    ):
        return None, None
    wish = when is not None and _has_wish(when)
    left = [slot for slot in slots if when is None or not _excluded(slot, when)]
    for pattern, pick in (
        (r"\b(?:mais cedo|primeiro horario|quanto antes|mais proxim[ao])\b", min),
        (r"\b(?:mais tarde|ultimo horario)\b", max),
        (r"\b(?:qualquer|tanto faz|o que for melhor|o melhor para voces?)\b", _first),
    ):
        fitting = [slot for slot in left if when is None or not wish or _matches(slot, when)]
        if fitting and (not wish or pick is not _first) and rx(pattern).search(line.norm):
            return pick(fitting), whole
    if when is None:
        return None, None
    fitting = [slot for slot in left if not wish or _matches(slot, when)]
    if wish and len(fitting) > 1 and when.time_kind is TimeKind.AT:
        fitting = [s for s in fitting if s.time() == when.time_start] or fitting
    if wish and not fitting:
        fitting = [slot for slot in left if _same_hour(slot, when)] or [
            slot for slot in left if _same_weekday(slot, when)
        ]
    return (fitting[0], whole) if len(fitting) == 1 else (None, None)


def _first(slots: list[datetime]) -> datetime:
    return slots[0]


def _same_weekday(slot: datetime, when: When) -> bool:
    """ "quinta", of an offer for the Thursday after next."""
    day = when.date_start
    alike = day is not None and day == when.date_end and slot.date() > day and slot.weekday() == day.weekday()
    return alike and _time_matches(slot, when)


def _same_hour(slot: datetime, when: When) -> bool:
    """ "às 14", of the one at 14:30."""
    at = when.time_start
    whole = when.time_kind is TimeKind.AT and at is not None and at.minute == 0
    return whole and at is not None and slot.hour == at.hour and _day_matches(slot, when)


_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _excluded(slot: datetime, when: When) -> bool:
    out = when.exclude
    if slot.date() in out.dates or _WEEK[slot.weekday()] in out.weekdays or slot.time() in out.times:
        return True
    return any(PARTS[part][0] <= slot.time() < PARTS[part][1] for part in out.dayparts)


def _matches(slot: datetime, when: When) -> bool:
    return not _excluded(slot, when) and _day_matches(slot, when) and _time_matches(slot, when)


def _day_matches(slot: datetime, when: When) -> bool:
    if when.dates:
        return slot.date() in when.dates
    if when.date_start and when.date_start == when.date_end:
        days = (slot.date() - when.date_start).days
        return days == 0 or (days % 7 == 0 and when.clarify)
    return not (when.date_start and slot.date() < when.date_start) and not (
        when.date_end and slot.date() > when.date_end
    )


def _time_matches(slot: datetime, when: When) -> bool:
    if when.time_kind is None:
        return True
    at, first, last = slot.time(), when.time_start, when.time_end
    if when.time_kind is TimeKind.AT and first:
        twelve_later = first.replace(hour=(first.hour + 12) % 24)
        return at in {first, twelve_later}
    if when.time_kind is TimeKind.AROUND and first:
        return abs((at.hour - first.hour) * 60 + at.minute - first.minute) <= 30
    return not (first and at < first) and not (last and at >= last)


# -- a score from 0 to 10 ------------------------------------------------------------------------------------------------------

_SCALE = r"\b(?:de )?(?:0|1) (?:a|ate) 10\b"
_SCORE = r"(?<![\w.,:/-])(?P<n>10|\d)(?: ?/ ?10|/10)?(?! ?(?:h\b|:|min\b|%|reais|anos|dias?\b|vezes|x\b|sess|a feira|semanas|meses|pessoas|mil|estrelas? de))(?![\w:/-]|[.,]\d)"


def read_score(line: Line) -> tuple[int | None, tuple[RuleHit, ...]]:
    """The NPS score given; "de 0 a 10" names the scale, hours and counts are no scores; "daria 10, mas fica 6" is a 6."""
    norm = rx(_SCALE).sub(lambda m: "_" * len(m.group()), _keycaps(line.norm))
    slashed = rx(r"(?<![\w/])(?P<n>10|\d)(?: ?/ ?| de | em )10(?![\w/])").search(norm)
    found = [m for m in rx(_SCORE).finditer(norm) if not rx(_NO_SCORE).search(norm[: m.start()])]
    if slashed or found:
        match = slashed or _last_said(norm, found)
        start = min(match.start(), max(0, len(line.norm) - 1))
        return int(match["n"]), (
            line.hit("answers.score", start, min(match.end(), len(line.norm)), match["n"]),
        )
    best = line.find(r"\bnota (?:maxima|mil|1000)\b|🔟")
    if best:
        return 10, (line.hit("answers.score", best.start(), best.end(), "10"),)
    one = line.find(r"^(?:nota |dou )?um[^\w]*$")
    return (1, (line.hit("answers.score", one.start(), one.end(), "1"),)) if one else (None, ())


_NO_SCORE = r"\b(?:as|das|dia|umas|depois de|ha|r ?\$|sao) ?$"
_INSTEAD = r"\b(?:mas|porem|na verdade|quer dizer|digo|alias|so que|entao|fica|vou dar|melhor|nao)\b"


def _keycaps(norm: str) -> str:
    """ "1️⃣0️⃣" is 10."""
    return rx(r"(\d) \u20e3 ?").sub(r"\1", norm)


def _last_said(norm: str, found: list[re.Match[str]]) -> re.Match[str]:
    first, last = found[0], found[-1]
    return last if rx(_INSTEAD).search(norm[first.end() : last.start()]) else first


def slots_left(when: When, context: Context) -> int:
    """How many of the offered slots a wish leaves standing."""
    fits = _matches if _has_wish(when) else lambda slot, ruled: not _excluded(slot, ruled)
    return sum(fits(slot, when) for slot in context.slots)


def slots_alike(when: When, context: Context) -> int:
    """How many of the offered slots are on the weekday of a wish, in another week."""
    return sum(_same_weekday(slot, when) for slot in context.slots)
