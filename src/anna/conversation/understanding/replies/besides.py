"""What comes with a yes or a no and is no answer itself: what was thought before, another hour offered, a question of its own."""

from __future__ import annotations

from anna.commands import Intent, YesNo
from anna.conversation.understanding.findings import ASKS, TASKS, Findings
from anna.conversation.understanding.text.line import EMOJI, Line, rx

# "sim, se quiser posso ir mais cedo": who offers another hour does not ask for it.
_OFFERS = r"\b(?:vou|chego|posso ir|consigo ir|posso chegar) mais (?:cedo|tarde) (?:se|caso)\b|\bse (?:(?:voces?|ai|eu) )?(?:quiser\w*|precisar\w*|preferir\w*|puder\w*)(?: \w+){0,3}? (?:posso|consigo|vou|chego)\b"
# "né?", "pode ser?": said after an answer, they ask nothing.
_TAG = r"\b(?:ne|nao e|ta|viu|ok|okay|certo|hein|beleza|blza|combinado|ta (?:bom|bem|certo)|tudo (?:bem|certo)|pode ser|fechado|entendeu|isso|sim|e isso|nao) \?$"
_LED = r"^(?:(?:sim|ok|claro|certo|confirmo|confirmad[ao]|pode (?:marcar|confirmar|ser)(?: sim)?|vou(?: sim)?|ta marcado|ta bom|beleza|fechado|combinado|isso|perfeito|otimo|entao|mas|e|presenca|com certeza|moca|obrigad[ao]|,) )+"
_FEWEST = 2


def is_busy(found: Findings) -> bool:
    """Whether the message is about something else than the question."""
    return bool(found.intents & (TASKS | (ASKS - {Intent.AVAILABILITY}) | {Intent.HUMAN, Intent.SCHEDULE}))


def set_aside(found: Findings) -> bool:
    """Take out of a yes or a no what it only tells ("achei que era outro dia, vou sim"); whether it offers another hour besides."""
    if found.spoken in {YesNo.YES, YesNo.NO} and not found.question:
        found.intents.discard(Intent.CHECK_APPOINTMENT)
    if found.spoken is YesNo.NO:
        found.intents.discard(Intent.LATE)  # "o carro quebrou, não vou"
    offers = found.spoken is YesNo.YES and found.line.find(_OFFERS) is not None
    if offers:
        found.intents.discard(Intent.RESCHEDULE)
    return offers


def asks_besides(line: Line) -> bool:
    """Whether a yes comes with a question of its own: "sim, precisa ir de jejum?", but not "sim, tá?" or "por que não?"."""
    for asked in rx(rf"[^.!?;\n{EMOJI}]+\?").findall(line.norm):
        rest = rx(_LED).sub("", asked.strip())
        words = rx(r"[a-z0-9]{2,}").findall(rest)
        if (
            len(words) >= _FEWEST
            and not rx(_TAG).search(rest)
            and not rx(
                r"\bnao\b|\bcomo recusar|\bquando (?:e|foi) que\b|\bdesde quando\b|\b(?:resiste|resistir|recusar|assino)\b|\beu (?:la )?(?:ia|iria|seria|ousaria|sou louc[ao])\b|\bquem (?:disse|falou|diria|recusa)"
            ).search(rest)
        ):
            return True
    return False


def agree(found: Findings, intent: Intent) -> None:
    """Note the yes, and the question beside it that no other rule knows."""
    found.yes_no = YesNo.YES
    found.answer.add(intent)
    if (
        not found.intents & (ASKS | TASKS) - {Intent.INFO, Intent.LATE}
        and not found.safety
        and asks_besides(found.line)
    ):
        found.answer.add(Intent.INFO)


# "não tem mais tarde?" asks, "não posso, tem mais tarde?" refuses and asks.
_NONE_SUCH = r"\b(?:nao|num) (?:tem|teria|ha|haveria|da (?:para|pra)|daria|podia|pode|seria|rola|consegue)\b(?=[^.!]*\?)"


def asks_for_other(line: Line) -> bool:
    """Whether other times are asked for and nothing is refused."""
    asked = line.find(_NONE_SUCH)
    return (
        asked is not None
        and line.hide(*asked.span()).find(r"\b(?:nao|num|nem|cancel\w*|desmarc\w*)\b") is None
    )
