"""What a message expects of whoever reads it: whether it asks something, or calls for somebody. Pure, over folded text.

Whoever asks is answered in the turn of her question for as long as nobody of the clinic has the conversation: silence is never the answer.
"""

from __future__ import annotations

from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold

_LINK = r"\bhttps?://\S+|\bwww\.\S+"
_HEY = r"(?:al+o+|o+i+e?|ola|e+i+|opa|hey|hello|psiu|gente|moca|anna|pessoal)"
_BEFORE = (
    r"(?:(?:bom dia|boa (?:tarde|noite)|por favor|pf|pfv|e|mas|nossa|aff|ainda|ate agora|ate que enfim) )*"
)
_PEOPLE = r"(?:alguem|algm|ninguem|ngm|voces|vcs|vc|voce|(?:o |a )?(?:pessoal|equipe|gente|atendente|humano|pessoa|secretaria|menina|moca)s?)"
_HERE = r"(?:(?:ai|aqui|por ai|por favor|pf|online|vivo|viva|do outro lado|me ouve|me ouvindo|agora) ?)*"
_CALLS = (
    rf"{_BEFORE}{_HEY}(?: {_HEY})*(?: {_HERE})?"
    rf"|{_BEFORE}(?:{_HEY} )*(?:tem |ta |cade |kd |onde (?:ta|esta|estao) )?{_PEOPLE}(?: {_HERE})?"
    rf"|{_BEFORE}(?:{_HEY} )*(?:cade|kd)(?: {_PEOPLE})?(?: {_HERE})?"
    r"|.*\b(?:alguem|algm|cade|kd|voces|vcs)\b.*\b(?:me respo\w+|vao respo\w+|vai respo\w+|me atend\w+|fal\w+ comigo|retorn\w+)\b.*"
    r"|.*\b(?:me respond[ae]m?|respond[ae]m? (?:ai|por favor|logo|alguem))\b.*"
)
_COMPLAINS = r"\b(?:ninguem|ngm|nao)\b.*\b(?:respond\w+|me respo\w+)\b|\bque demora\b|\bdemorando\b"
_MARKS = r"[^\w\s]+"
_SOUND = r"k+|(?:ha|he|hi|hua|rs|kk|ah|ra)+s?|rs+|h+u*m+|u+h?m+|h+a?n+|a+h*n*|o+h+|e+r*|ixi|eita|puts|putz|poxa|nossa|gente|vixe|bah|oxe|uai|a+f+|ai|ue|opa"
_SMALL = r"ok+|okay|ta|tah|certo|entendi|entendo|entao|sei|sim|bom|bem|blz|beleza|joia|show|isso|pois|e|ata|atah|hein|viu|ne|mesmo|valeu"
_SOUNDS = rf"(?:(?:{_SOUND}|{_SMALL})(?: |$))*"


def asks(text: str) -> bool:
    """Whether something is asked: by a mark, or by calling for whoever reads. The mark of a link asks nothing."""
    bare = rx(_LINK).sub(" ", fold(text))
    return "?" in bare or calls_out(bare)


def calls_out(text: str) -> bool:
    """Whether it is the person who is asked for, by no more than "alô?", or by "alguém vai me responder"; "ninguém responde" only complains."""
    bare = " ".join(rx(_MARKS).sub(" ", fold(text)).split())
    return (
        bool(bare)
        and rx(_CALLS).fullmatch(bare) is not None
        and ("?" in text or not rx(_COMPLAINS).search(bare))
    )


def tells(text: str) -> bool:
    """Whether something is told, and not only sounded or taken note of: "hmm", "kkk", "ah tá, entendi"."""
    bare = " ".join(rx(_MARKS).sub(" ", fold(text)).split())
    return rx(_SOUNDS).fullmatch(bare) is None
