"""Who comes back with no more than "oi, ainda tem?", after a person had the conversation or by herself: what she had wished for is looked at again."""

from __future__ import annotations

from dataclasses import replace

from anna.agendamento.service import known_patient
from anna.commands import Intent
from anna.conversation.understanding.text.line import rx
from anna.flows.actions.telling_queries import was_said
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns.asked import Asked
from anna.turns.remembering import REMEMBERED
from anna.turns.returning import hearing
from anna.turns.spoken_queries import find_named_before, find_wished_before
from anna.when import When

_IT = r"(?:(?:o|a|um|uma|ess[ea]|aquel[ea]|mesm[oa]|horarios?|horinha|hora|vagas?|vaguinha|livre|disponivel|de pe|la|ai|por favor|(?:pra|para) mim|(?:que|q) (?:eu )?(?:queria|pedi|falei|perguntei)) ?)*"
_STILL = (
    r"(?:(?:oi+|ola|opa|bom dia|boa tarde|boa noite|tudo bem|e|e ai|entao|mas|moca|anna|gente|voltei|desculpa|me diz) )*"
    rf"(?:(?:voces )?(?:ainda|aind) (?:tem|tera|teria|ha|da|rola|consigo|sobrou|(?:ta|esta) (?:livre|disponivel|de pe|vag[ao])) ?{_IT}|(?:ess[ea]|aquel[ea]|o) (?:horario|vaga) (?:ainda )?(?:ta|esta|continua|segue) (?:livre|disponivel|de pe|vag[ao]))"
)
_SHOW = r"(?:me )?(?:mostr[ae]|mand[ae]|fal[ae]|di(?:z|ga)|pass[ae]|ve|quero ver|quero saber|quais (?:sao )?)(?: (?:ai|pra mim|para mim|logo|so))* ?(?:os |quais |que )*(?:horarios?|vagas?|dias)(?: (?:ai|livres?|disponive(?:l|is)|que (?:tem|tiver)|voces tem|tem|por favor|logo|entao))*"
""" "me mostra os horários aí", once no person is wished for any more."""
_NOBODY = r"(?:(?:nao|nem) (?:precis[ao]|quero)(?: mais)? (?:de |d?[ao] |falar |com |chamar |esperar )*(?:equipe|ninguem|pessoa|atendente|humano|gente)|nao precisa(?: mais)?|deixa(?: pra la)?|pode ser (?:com )?voce(?: mesmo?a?)?) "
_MARKS = r"[^\w\s]+"


async def still_there(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """ "Oi, ainda tem?", as if the procedure and the time that were named last had been asked for once more."""
    reading = asked.heard.reading
    if reading.procedure or reading.when or reading.safety or asked.open_question() or move.turn is None:
        return move, asked
    again_then = await _wants_another(move, asked)
    if not (again_then or asks_whether_still(asked.burst.text)):
        return move, asked
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    since = move.now - REMEMBERED
    named = await find_named_before(move.conn, asked.taken.id, before=move.turn.id, since=since)
    if known.proximas or not named:
        return move, asked
    wished = await find_wished_before(move.conn, asked.taken.id, before=move.turn.id, since=since)
    when = When.from_json(wished) if wished else None
    arrived = asked.heard.arrived
    if when and arrived:
        days = [day for day in (when.date_end, when.date_start, *(when.dates or ())) if day]
        when = when if not days or max(days) >= arrived.date() else None
    when = None if again_then else when  # which day is asked
    wish = Intent.SCHEDULE if again_then else Intent.AVAILABILITY
    again = replace(reading, intents=frozenset({wish}), procedure=tuple(named), when=when, yes_no=None)
    return hearing(move, asked, replace(asked.heard, reading=again))


async def _wants_another(move: Move, asked: Asked) -> bool:
    """Whether "sim" answers that another time would be looked for, now that the deposit did not come: "se ainda quiser, me diz um dia"."""
    bare = asked.said() <= {Intent.AFFIRM, Intent.GREET} and Intent.AFFIRM in asked.said()
    return bare and await was_said(move.conn, asked.taken.id, ("sinal_expirou",), since=move.now - REMEMBERED)


def asks_whether_still(text: str) -> bool:
    """Whether no more is asked than that, of something that was named before."""
    bare = " ".join(rx(_MARKS).sub(" ", fold(text)).split())
    return (rx(_STILL).fullmatch(bare) or rx(rf"{_NOBODY}{_SHOW}").fullmatch(bare)) is not None
