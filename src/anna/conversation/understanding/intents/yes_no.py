"""Answers to what Anna just asked: yes, no or neither yet.

"não, pode sim!", "claro que não", "vou ver e te falo", "nem morta eu perco": expressions are read longest and trickiest first, each
hiding its words from the next, and the last clear one decides. What "não" denies matters more than the word: "não quero" refuses,
"não quero cancelar" agrees, "não sei" does neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anna.commands import RuleHit, YesNo
from anna.conversation.understanding.intents.answer_words import MILD, NO, SILENT, UNCLEAR, WEAK, YES
from anna.conversation.understanding.intents.answers import EXPRESSIONS, RHETORICAL, place_of, wordings
from anna.conversation.understanding.intents.decided import KEPT
from anna.conversation.understanding.intents.undecided import ANOTHER_DAY, ASKED_BACK, PUT_OFF, WAIT
from anna.conversation.understanding.text.line import EMOJI, Line, rx

# -- yes or no -----------------------------------------------------------------------------------------------------------------

# These answer only when nothing else is said.
_ALONE: dict[str, str] = {
    **dict.fromkeys(
        ("ta", "entao ta", "e", "da", "rola", "vai", "consigo", "posso", "eu posso", "tenho", "atende", "feito", "amo", "amei", "adoro", "unhum", "umhum", "uhuum",
         "hm hm", "aha", "arra", "ahn ahn", "firme", "massa", "opa", "amem", "e ele", "e ela", "e sim", "e vero", "de lei", "agora mesmo", "na h", "so vai", "so bora",
         "so vamos", "avante", "egua", "demais", "egua demais", "oxe demais", "quero", "vou", "valido", "validado", "pd", "pd ser", "pd sim", "cta", "pfto", "pft",
         "cfm", "perfect", "dim", "aim", "sjm", "sinm", "sum", "yesss", "oky", "pode s", "prefeito", "fexado", "jae", "legal", "bom", "boa", "vamos nessa", "com tudo", "se deus quiser", "se deus permitir", "com fe em deus", "e como", "com ctz", "ate amanha", "quero de"),
        YES,
    ),
    **dict.fromkeys(("nap", "nai", "nso", "nqo", "naop", "deixa", "deixa ai", "deixa estar", "fora", "sem mais", "necas", "no", "nada", "nada nao", "quero nada", "negado", "que nada", "nada a ver"), NO),
    **dict.fromkeys(
        ("hum", "hm", "humm", "hmm", "eita", "ixi", "vish", "vixe", "sei", "entao", "pois e", "ue", "uai", "ha", "hein", "ahn", "como assim", "oi", "que", "o que", "cuma",
         "imagina", "magina", "decide voce", "escolhe voce"),
        UNCLEAR,
    ),
}  # fmt: skip
_ADDRESS = (
    r"(?<!\w)(?:moca|moco|mano|mana|guria|gente|amiga|amigo|amor|querid[ao]|flor|linda|gata|mulher|menina|minha filha|minha flor|meu bem|anjo|doutora?|dona \w+|tche|bah|uai|oxe|oxente|"
    r"so|visse|viu|ne|kkk|por favor|obrigad[ao]|valeu|entao|ah|ai|ih|olha|eh|bom dia|boa tarde|boa noite|oi|ola|opa|eita|vixe|egua|mermao|parca|fia|nega|fofa|ok|sim|ta)(?!\w)|[^\w\s]"
)

# What is asked is no answer, unless it is a bare "ok?" or "pode ser?"; a refusal in a question still refuses.
_QUESTION = (
    r"(?:(?<=^)|(?<=[^\w\s] ))(?!(?:nao(?! (?:tem|da (?:para|pra)|doi|e|precis\w+|aceita\w*|parcel\w+|cobra\w*|paga\w*|era|faz\w*|fica|vai doer|incha|arde|mancha|machuca|queima|descasca|dura|demora|sangra|irrita|deforma|vence|expira|acaba|volta|cai|enruga|ha|existe|teria)\b(?! (?:esse|essa|isso|como|mais|jeito|para mim|pra mim)\b))|ja|eu|sim|(?:vou|quero|pode|posso|irei) sim|claro|ok|confirmo|confirma(?:d[ao])? (?:e|sim|,)|pode ser \?|ta bom \?|tudo bem \?|tudo certo \?|por ?que nao|e por ?que nao)\b)(?:[^\s.!?;,\n"
    + f"\u2600-\u27bf{EMOJI}"
    + r"]+ ){2,}\?"
)


def without_kept(line: Line) -> Line:
    """The line without what it says is not to be undone: "não quero cancelar" and "quando foi que eu faltei?" cancel nothing."""
    return _hidden(_hidden(line, ASKED_BACK), KEPT)


def without_put_off(line: Line) -> Line:
    """The line without the promise of an answer: "te aviso amanhã" wishes for no day."""
    return _hidden(_hidden(line, ANOTHER_DAY), PUT_OFF)


def without_waiting(line: Line) -> Line:
    """The same without being asked to wait: "só um segundo" picks no slot."""
    return _hidden(without_put_off(line), WAIT)


def _hidden(line: Line, words: str) -> Line:
    for span in wordings().spans(place_of(words), line.norm):
        line = line.hide(*span)
    return line


def read_yes_no(line: Line) -> tuple[YesNo | None, tuple[RuleHit, ...]]:
    """What the message says to a yes/no question; None when it says nothing of the kind."""
    whole = line
    found: list[_Verdict] = []
    possible = wordings().possible(line.norm)
    for row in range(len(EXPRESSIONS)):
        if row == RHETORICAL:
            for asked in rx(_QUESTION).finditer(line.norm):
                line = line.hide(asked.start(), asked.end())
        for start, end in _spans(row, line, possible):
            found.append(_Verdict(start, end, EXPRESSIONS[row].verdict, line.norm[start:end]))
            line = line.hide(start, end)
    spoken = _decided(sorted((f for f in found if f.verdict != SILENT), key=lambda f: f.start))
    if spoken is None:
        alone = _ALONE.get(_bare(whole.norm))
        spoken = _Verdict(0, len(whole.norm), alone, "") if alone else None
    if spoken is None:
        return None, ()
    said = YesNo({MILD: YES, WEAK: NO}.get(spoken.verdict, spoken.verdict))
    return said, (whole.hit("answers.yes_no", spoken.start, spoken.end, said.value),)


def _spans(row: int, line: Line, possible: frozenset[int]) -> Iterator[tuple[int, int]]:
    if row in possible:
        yield from wordings().spans(row, line.norm)
    if EXPRESSIONS[row].pattern:
        yield from (match.span() for match in rx(EXPRESSIONS[row].pattern).finditer(line.norm))


@dataclass(frozen=True, slots=True)
class _Verdict:
    start: int
    end: int
    verdict: str
    said: str


def _decided(spoken: list[_Verdict]) -> _Verdict | None:
    """The last clear one of the verdicts, which are in the order of saying; what is only polite or by the way does not count."""
    heard: list[_Verdict] = []
    for this in spoken:
        before = heard[-1].verdict if heard else ""
        if this.verdict == WEAK and before in {YES, MILD}:
            continue  # "confirmo, meu marido é que não vai"
        if before in {YES, MILD, NO} and this.said.startswith("qualquer coisa"):
            continue  # "pode marcar, qualquer coisa te aviso"
        if before in {NO, WEAK} and (this.verdict == MILD or rx(_POLITE).fullmatch(this.said)):
            if heard[-1].said == "nao":
                heard.append(_Verdict(this.start, this.end, UNCLEAR, this.said))  # "não, tudo bem"
            continue
        heard.append(this)
    if not heard:
        return None
    last, doubt = heard[-1], heard[-2] if len(heard) > 1 else None
    doubted = doubt is not None and doubt.verdict == UNCLEAR and last.verdict in {YES, MILD}
    passes = doubt is not None and any(rx(said).match(doubt.said) for said in (_LOOKS, _POLITE))
    if doubt and doubted and not (passes and rx(_OUTRIGHT).match(last.said)):
        return doubt  # "não sei, ok", but "deixa eu ver... pode marcar!"
    return last


_POLITE = r"(?:beleza|belezinha|show(?: de bola)?|top|joia|joinha|tranquil[ao]|suave|massa|maravilha|otim[ao]|perfeit[ao]|cert[ao]|certinh[ao]|combinado|fechado|(?:numa|na|de) boas?|excelente|bacana|isso(?: ai| mesmo)?|isto|correto)"
_LOOKS = (
    r"(?:deix|dxa|pera|peri|calma|espera|aguard|um |1 |so |vou (?:ver|olhar|conferir|dar um jeito|tentar))"
)
_OUTRIGHT = r"(?:pode|podem|sim|confirm|marca|fecha|quero|vou)"


def _bare(norm: str) -> str:
    """The words without whom they are said to and how politely; of these alone, themselves."""
    words = rx(r"[^\w\s]").sub(" ", norm)
    return " ".join(rx(_ADDRESS).sub(" ", words).split()) or " ".join(words.split())


_FILLERS = r"\b(?:eu|e|a|o|que|mas|entao|por favor|obrigad[ao]|valeu|moca|moco|amor|querida|flor|linda|kkk|ai|la|mesmo|viu|ta|oi|ola|bom dia|boa tarde|boa noite|muito|mais|ne|uai|oxe|bah|tche|ja|agora|hoje|deus|gente|amiga|gata|me|se|de|da|do|com|para|pra)\b"


def is_bare_answer(line: Line, *, others: int = 1) -> bool:
    """Whether the message is little more than a yes or a no: at most so many `others` words."""
    if _bare(line.norm) in _ALONE:
        return True
    possible = wordings().possible(line.norm)
    for row in range(len(EXPRESSIONS)):
        for span in _spans(row, line, possible):
            line = line.hide(*span)
    return len(rx(r"\b[a-z]{2,}\b").findall(rx(_FILLERS).sub("", line.norm))) <= others


_NODS = frozenset({"ok", "ta", "certo", "entendi", "legal", "bom", "bem", "tudo", "sei", "ah"})
"""What only says that something was read."""


def is_plain_yes(line: Line) -> bool:
    """Whether a message is a yes and nothing else, and more than that it was read."""
    bare = is_bare_answer(line, others=0) and read_yes_no(line)[0] is YesNo.YES
    return bare and "?" not in line.norm and not {token.norm for token in line.tokens} <= _NODS
