"""How each thought of a message stands to what was offered: takes, refuses, doubts, asks about it, or tells something else.

"8h30 não dá, a 2 pode ser" refuses one and takes another; "a 2 é muito cara?" asks; "talvez o 2" doubts. Only what is taken may be
chosen. A message falls into thoughts at its marks and at the words that begin another ("mas", "porque", "prefiro"); a thought that
names nothing of its own bears on the one before it ("o 2 era bom, mas tenho cliente").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from anna.conversation.understanding.replies.stance_words import Said, says, spans, without
from anna.conversation.understanding.text.line import Line, just_before, rx


class Stance(StrEnum):
    """What a thought does with what it names."""

    TAKES = "takes"
    REFUSES = "refuses"
    DOUBTS = "doubts"
    ASKS = "asks"
    TELLS = "tells"


@dataclass(frozen=True, slots=True)
class Stances:
    """The message seen once for each stance, everything else hidden; `doubts` when a doubt suspends what was taken."""

    taken: Line
    refused: Line
    asked: Line
    doubted: Line
    beside: Line  # what is taken or asked: a wish may be in it
    doubts: bool

    @property
    def plain(self) -> bool:
        """Whether nothing is done but taking."""
        return not self.doubts and not any(
            rx(r"[^\W_]").search(x.norm) for x in (self.refused, self.asked, self.doubted)
        )


def read_stances(line: Line) -> Stances:
    """How `line` stands to what it names."""
    thoughts = _weighed(line)
    return Stances(
        taken=_only(_without_harmless(line), thoughts, {Stance.TAKES}),
        refused=_only(line, thoughts, {Stance.REFUSES}),
        asked=_only(line, thoughts, {Stance.ASKS}),
        doubted=_only(line, thoughts, {Stance.DOUBTS}),
        beside=_only(line, thoughts, {Stance.TAKES, Stance.ASKS}),
        doubts=_in_doubt(thoughts),
    )


def is_taken(line: Line, place: int) -> bool:
    """Whether what `line` says at `place` only takes; where nothing is left to read, nothing speaks against it."""
    return all(one.stance is Stance.TAKES for one in _weighed(line) if one.start <= place < one.end)


def only_refuses(stances: Stances, *, of: int) -> bool:
    """Whether nothing is named that could be taken, and the rest is refused in so many words; one of two also by what is in its way."""
    outright = of == _FEWEST or says(Said.REFUSAL, stances.refused.norm)
    return outright and rx(_NAMES).search(stances.taken.norm) is None


def warns_of_late(line: Line) -> bool:
    """Whether it is the clinic that is not to be late: "1, e vocês me pagam se atrasar"."""
    return any("atras" in line.norm[start:end] for start, end in spans(Said.HARMLESS, line.norm))


# -- thoughts --------------------------------------------------------------------------------------------------------------------

_NUMBER = r"\d{1,2}(?::\d{2})?"
_ORDER = r"(?:(?:primeir|segund|terceir|quart|quint|penultim|ultim)[ao]s?|d[ao] meio)"
_DAY = r"(?:segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|hoje)"
_PART = r"(?:(?:de|a|da|na|pela|toda|todas as) (?:manhas?|tardes?|noites?)|manhazinha|tardinha|meio dia)"
_NAMES = rf"(?<![\w.,:/-]){_NUMBER}\b|\b(?:{_ORDER}|{_DAY}|{_PART})\b"
_TAKE = (
    r"(?:quero|prefiro|queria|preferia|escolho|pode(?:mos)? (?:ser|marcar|agendar|reservar|confirmar|colocar|por|botar|deixar|fechar)|fica com|fico com|ficamos com|vou (?:de|querer|ficar com)|"
    r"bota|marca|agenda|reserva|confirma|coloca|poe|pega|pego|manda|deixa (?:so )?(?:o|a|n[ao])|fecha|fechamos|bora|vamos (?:de|com|n[ao])|melhor|aceito|topo)(?! nao\b)"
)
_TAKES = rf"\b{_TAKE}\b"
# After these a verb of taking begins nothing new: "não quero", "se eu quero", "o que eu prefiro".
_BOUND = r"(?:nao|num|nem|nunca|se|que|me|te|ja|so|sem|ate|como|onde|quando|quem|para|de|e pra|por|mais|muito|o|a|e|da|ta|ser|fica|seria|sera|acho|acharia|nem eu|nao eu|minha|meu|sua|seu|nossa|na|no|essa|uma)"
_IS_BOUND = rf"\b{_BOUND}(?: (?:eu|ja|mais|me|te|pra|para|mim|a gente))* ?$"
_AND_TAKE = rf"e (?:ai |ja |depois )?(?={_TAKE})"
_CALLS_OFF = r"\b(?:cancel|desmar[cq])\w*\b"
_BEGINS = rf"\b(?:{_AND_TAKE}|mas|porem|so que|porque|pois|ja que|(?<=mim )que(?= (?:eu )?(?:to|estou)\b)|(?<=bora )que(?= (?:eu )?(?:to|estou)\b)|visto que|entao|agora|e sim|(?<!ou )menos|tirando|exceto|sem ser|(?:desde )?que nao (?:seja|for)|{_TAKE})(?:(?<= )|\b)"
_HARD = r" ?(?:[,;!?\n]|(?<!\d)[.:](?!\d)|(?<=[a-z\d]) [.:](?= |$))+ ?"
_CANNOT = r"(?:posso|consigo|da|quero|rola|vai|dar|vou|poder|conseguir|serve|tem|como|gosto|gostei|pode|poderia|daria|e|fica|ta|bom|mesmo|tambem|eu|para|mim|nessa?)"
_NO_AFTER = rf"^(?: (?:h|e meia|\d{{2}}|da (?:manha|tarde|noite)|eu|ai|tambem|ja|infelizmente|feira|ne))* (?:nao|num)(?: {_CANNOT})*(?= )"
# "não é o 1 é o 3": what stands between the two, where the first was denied.
_DENIED = r"\b(?:nao|num) (?:e|era)(?: (?:o|a|no|na|as))? $"
_RATHER = r"^ (?:e|era)(?: (?:o|a|no|na|as))? $"
_FEWEST = 2
# "1 e divide em 6?", "quero a 2 e como chego aí?": a number of the list, and then something of its own.
_HEAD = (
    r"\W*(?:(?:ok|oi|sim|ta|bom|entao|ai|eu|o|a) )*(?:(?:quero|queria|prefiro|fico com|vou de|vou querer|pode ser|marca|reserva|confirma|opcao|numero|horario|n|op) (?:(?:o|a|opcao|numero|horario) )*)?"
    r"\d(?: (?:entao|mesmo|por favor|ai|moca|sim|obrigad[ao]))*(?= e (?:(?:ai|ja|eu|queria|quero|so|me|vou|voce|voces|tambem|depois|gostaria|ainda) )*(?P<own>[a-z]{2,}))"
)
# "2 vocês aceitam pix?": what follows can be asked of no single time.
_HEAD_ALONE = (
    r"\W*\d(?= (?P<own>voces? (?:aceit|parcel)\w*|aceita\w* (?:pix|cart|debit|credit)|parcela|divide|da (?:para|pra) (?:parcelar|dividir|pagar)|"
    r"tem (?:estacion|wifi|elevador)|como (?:pago|chego|faco)|onde (?:fica|e) |(?:preciso|posso|precisa) (?:levar|pagar|ir )|qual o (?:endereco|valor|preco)|quanto (?:fica|custa|sai)))"
)
_STILL = r"(?:nao|nem|meia|mais|muito|meio|bem|tao|cedo|tarde|longe|so|o|a|os|as|no|na|talvez|primeir\w+|segund\w+|terceir\w+|quart\w+|quint\w+|ultim\w+|outr\w+|acho|tanto|entre|otim[ao]|bo[am]|perfeit[ao]|melhor)"


@dataclass(slots=True)
class _Thought:
    start: int
    end: int
    text: str
    led: str  # the word or mark that it begins with
    asked: bool
    names: bool
    stance: Stance = Stance.TAKES
    suspends: bool = False


def _split(line: Line) -> list[_Thought]:
    """The thoughts of a message, in their order."""
    norm = line.norm
    should = rx(SHOULD).search(norm)
    if should and should.start():
        norm = norm[: should.start()] + "_" * (len(norm) - should.start())
    ends = [(m.start(), m.end(), m.group().strip()) for m in rx(_HARD).finditer(norm)]
    thoughts: list[_Thought] = []
    start, led = 0, ""
    for stop, after, mark in [*ends, (len(norm), len(norm), "")]:
        pieces = _pieces(norm, start, stop)
        if len(pieces) == 1 and (own := _after_head(line, norm, start, stop)):
            pieces = [(start, own, ""), (own, stop, "e")]
        for number, (first, last, word) in enumerate(pieces):
            text = norm[first:last]
            if rx(r"\w").search(text.replace("_", "")) or rx(r"[^\w\s]").search(text):
                asked = "?" in mark and number == len(pieces) - 1
                began = word or (led if first == start else "soft")
                names = rx(_NAMES).search(text) is not None
                thoughts.append(_Thought(first, last, text, began, asked, names))
        start, led = after, mark or ","
    return thoughts


def _after_head(line: Line, norm: str, start: int, stop: int) -> int | None:
    """Where something of its own begins behind a number of the list; "o 1 é caro?" is still about that number."""
    head = rx(_HEAD).match(norm, start, stop) or rx(_HEAD_ALONE).match(norm, start, stop)
    is_it = rx(r"\d\W*(?:é|eh)\b").search(line.text.casefold())
    return None if head is None or is_it or rx(_STILL).fullmatch(head["own"]) else head.end() + 1


def _pieces(norm: str, start: int, stop: int) -> list[tuple[int, int, str]]:
    """The parts of a stretch without marks: another begins with "mas", with a verb of taking, or after one thing was refused."""
    cuts: dict[int, str] = {}
    for match in rx(_BEGINS).finditer(norm, start, stop):
        if match.group().startswith("e ") and match.group() != "e sim":  # "cancela a 1 e marca a 2"
            if rx(_CALLS_OFF).search(norm, start, match.start()):
                cuts[match.end()] = "taking"
            continue
        taking = rx(_TAKES).match(match.group()) is not None
        is_first = norm[start : match.start()].isspace() or match.start() == start
        if not is_first and not (taking and just_before(_IS_BOUND, norm, match.start(), start)):
            cuts[match.start()] = "taking" if taking else match.group()
    named = list(rx(_NAMES).finditer(norm, start, stop))
    for this, following in pairwise(named):
        refused = rx(_NO_AFTER).match(norm[this.end() : following.start()])
        between = norm[this.end() : following.start()]
        if just_before(_DENIED, norm, this.start(), start) and rx(_RATHER).match(between):
            cuts[this.end()] = "soft"
        if refused and not any(this.end() <= cut <= following.start() for cut in cuts):
            wanted = rx(_TAKES).search(norm, start, this.start())
            cuts[this.end() + (0 if wanted else refused.end())] = "soft"
    places = [start, *sorted(cuts), stop]
    words = ["", *(cuts[cut] for cut in sorted(cuts))]
    return [
        (first, last, word)
        for first, last, word in zip(places, places[1:], words, strict=False)
        if last > first
    ]


# "a 2, mas se vagar a 1 me chama", "a 1, se não der a 2": what would be, should another thing happen.
SHOULD = r"(?:[,.;] ?)?\b(?:mas |e |ou )?(?:se|caso) (?:nao |num |alguem |por acaso |ela |ele |ainda |por um acaso )*(?:vag\w+|abr\w+|surg\w+|der|tiver|puder|desist\w+|liber\w+|aparec\w+|sobr\w+|desmarc\w+|cancel\w+)\b.*$"

# -- what a thought does -----------------------------------------------------------------------------------------------------------


def _weighed(line: Line) -> list[_Thought]:
    thoughts = _split(line)
    if thoughts and rx(_NUMBERED).match(line.text.casefold()):
        thoughts[0].text = rx(r"\bnao\b").sub("_", thoughts[0].text, count=1)  # "n° 1" is no "não"
    for place, thought in enumerate(thoughts):
        thought.stance = _stance(thought, thoughts[:place])
        if not thought.names or (thought.stance is Stance.DOUBTS and says(Said.PROMISE, thought.text)):
            _bear_back(thought, thoughts[:place])
    _correct(thoughts)
    return thoughts


# "quero o 2, não pera, o 3": said between two, it takes the first back.
_CORRECTS = r"^\W*(?:(?:ai|ah|ih|nao|num|ops|opa|eita|desculpa|mas|entao|moca|,) )*(?:pera|perai|espera|calma|nao|ops|opa|errei|me enganei|mudei de ideia|pensando (?:bem|melhor))(?: (?:ai|la|nao|moca))*\W*$"


def _correct(thoughts: list[_Thought]) -> None:
    """Take back what was taken before a thought that only corrects, where something is taken after it."""
    for place, thought in enumerate(thoughts):
        before = [one for one in thoughts[:place] if one.names and one.stance is Stance.TAKES]
        after = [one for one in thoughts[place + 1 :] if one.names]
        if before and after and after[0].stance is Stance.TAKES and rx(_CORRECTS).match(thought.text):
            before[-1].stance = Stance.REFUSES


_NUMBERED = r"^\W*n[\W_]{0,2}\d"
_REASONS = frozenset({"porque", "pois", "ja que", "visto que"})


def _stance(thought: _Thought, before: list[_Thought]) -> Stance:
    text = without(Said.IF_FREE, without(Said.HARMLESS, thought.text))
    if thought.asked:
        text = without(Said.STILL_THERE, text)
        if rx(r"[a-z]{2,}").search(without(Said.TAKING, rx(_NAMES).sub(" _ ", text))):
            return Stance.ASKS
        if rx(r"^\W*(?:e |mas )?(?:tem|teria|nao)\b").search(text):
            return Stance.ASKS
    if rx(_ASKS_IN_PASSING).match(text):
        return Stance.ASKS
    if says(Said.DOUBT, text):
        return Stance.DOUBTS
    if says(Said.REFUSAL, text):
        return Stance.REFUSES
    if says(Said.OBSTACLE, text) and not says(Said.GOOD, text):
        return Stance.REFUSES if thought.names or thought.led not in _REASONS else Stance.TELLS
    if thought.led in _REASONS:
        return Stance.TELLS
    if not thought.asked and says(Said.QUESTION, text):
        return Stance.ASKS
    hesitant = any(one.suspends for one in before) and rx(r"\b(?:acho|acredito|creio)\b").search(text)
    return Stance.DOUBTS if hesitant else Stance.TAKES


# "2, mas me responde se pode tomar sol depois": the "se" of a question is no condition
_ASKS_IN_PASSING = r"^\W*(?:(?:mas|e|so|ai|agora|por favor|moca) )*(?:me (?:responde|responda|diz|diga|fala|fale|explica|explique|esclarece|conta)|(?:so )?(?:quero|queria|gostaria de) saber)(?: (?:uma coisa|ai|so|por favor))* (?:se(?! (?:tem|teria|ha|abr\w+|vag\w+|sobr\w+|consegue\w*)\b)|quanto|como|onde|qual|o que)\b"

# A thought that names nothing refuses the one before it with these: "8h30, não consigo", "a 2, é muito cedo", "o 2 era bom, mas tenho cliente".
_BARE_NO = (
    r"^\W*(?:(?:eu|ai|ah|mas|so que|porem|infelizmente|pena que|que pena|acho que|moca|poxa|putz|ih|vish|nossa|esse|essa|isso|para mim|pra mim|ne|e|ja|tambem|agora|alias|ops|opa|desculpa|digo|melhor dizendo|na verdade) )*"
    r"(?:(?:nao|num|nem)(?= ?$)|(?:nao|num)(?: (?:me|eu|vai|vou|mais))* (?:da|posso|consigo|quero|rola|dar|poder|conseguir|querer|serve\w*|tem como|tenho como|gosto|gostei|curti|fica bom|e bom|poderia|daria|chego|pode|vou|atende)\b|"
    r"(?:e|ta|fica|acho|achei|seria|muito|meio|super|bem|impossivel|sem (?:chance|condic\w+)|nem pensar|inviavel|ruim|pessimo|horrivel|complicado|dificil|[👎❌🚫🙅])|"
    r"(?:to|tou|estou|estarei|tenho|terei|trabalho|estudo|viajo|vou (?:estar|ta|trabalhar|viajar|ao?|n[ao])|saio|acordo|peguei|marquei|ja tenho|tem (?:reuniao|aula|plantao)|tava|surgiu|apareceu|deixo|busco|levo))"
)


def _bear_back(thought: _Thought, before: list[_Thought]) -> None:
    """A thought that names nothing bears on what was named before it."""
    last = next((one for one in reversed(before) if one.names), None)
    if thought.stance is Stance.DOUBTS:
        thought.suspends = True
        for one in before:
            one.stance = Stance.DOUBTS if one.stance is Stance.TAKES and one.names else one.stance
    elif last is not None and last.stance is Stance.REFUSES and _comes_all_the_same(last, thought):
        last.stance = Stance.TAKES
    elif last is None or last.stance is not Stance.TAKES or says(Said.OTHERS, thought.text):
        return
    elif thought.stance is Stance.REFUSES or (
        thought.led in {"mas", "porem", "so que"} and _excuses(thought)
    ):
        if rx(_BARE_NO).match(thought.text):
            last.stance = Stance.REFUSES
    elif thought.stance is Stance.ASKS and thought.led in {"soft", "taking", "entao", "agora"}:
        last.stance = Stance.ASKS


def _comes_all_the_same(refused: _Thought, thought: _Thought) -> bool:
    """ "8h30 é cedo, mas eu vou"."""
    outright = rx(r"\b(?:nao|num|nem|nunca|jamais)\b").search(refused.text) is not None
    return not outright and rx(_ALL_THE_SAME).match(thought.text) is not None


_ALL_THE_SAME = r"^\W*(?:mas|porem|so que)(?: (?:eu|tudo bem|ta bom|ok|ai|,))* (?:vou|da(?! (?:para|pra))|dou um jeito|encaro|aceito|quero|consigo|serve|topo|fico com|marca\w*|pode (?:ser|marcar)|vamos|bora|tudo bem|ta bom|ok)\b(?! nao)"


def _excuses(thought: _Thought) -> bool:
    """ "mas peguei cliente bem na hora": what came in the way meanwhile."""
    came_up = rx(r"\b(?:peguei|marquei|surgiu|apareceu|pintou)\b").search(thought.text) is not None
    return came_up or says(Said.OBSTACLE, thought.text)


def _in_doubt(thoughts: list[_Thought]) -> bool:
    """Whether the last doubt still holds: "deixa eu ver… pode ser a 1" has overcome it."""
    doubt = max((place for place, thought in enumerate(thoughts) if thought.suspends), default=None)
    if doubt is None:
        return False
    later = [one for one in thoughts[doubt + 1 :] if one.stance is Stance.TAKES and one.names]
    if rx(_ON_CONDITION).match(thoughts[doubt].text):
        later = [one for one in later if one.led in {"mas", "porem"}]
    light = rx(_LIGHT).match(thoughts[doubt].text) is not None
    return not any(light or rx(_TAKES).search(one.text) for one in later)


_ON_CONDITION = r"^\W*(?:(?:mas|so|e|ai|entao) )*(?:se|caso|quando|desde que|dependendo)\b"
_LIGHT = r"^\W*(?:h+u*m+ |ah |ai |bom |entao |pera |, )*(?:(?:deixa|deixe)(?: eu| me)? ver|pera|vou ver|nao sei|sei la)(?: (?:aqui|bem|direito|so|ai))*\W*$"


def _only(line: Line, thoughts: list[_Thought], stances: set[Stance]) -> Line:
    """The line with everything hidden but the thoughts of these stances."""
    for thought in thoughts:
        if thought.stance not in stances:
            line = line.hide(thought.start, thought.end)
    return line


def _without_harmless(line: Line) -> Line:
    for start, end in spans(Said.HARMLESS, line.norm):
        line = line.hide(start, end)
    return line
