"""What concerns people: handing a conversation over, telling the clinic, and letting somebody go."""

from __future__ import annotations

import re
from datetime import timedelta

from anna.clinica.service import load_calendar, load_settings
from anna.commands import Intent, Nuance, Safety
from anna.conversation.manners import DANGERS
from anna.conversation.understanding.intents.reminders import refuses_only_reminders, refuses_reminders
from anna.crm.queries import insert_atividade
from anna.flows.actions.request_queries import insert_opt_in, insert_refusal
from anna.flows.registry import Result, Scene
from anna.kit.text import fold
from anna.whatsapp import ownership
from anna.whatsapp.ownership_queries import find_open_transferencia, widen_saida
from anna.whatsapp.reasons import URGENT

NOT_UNDERSTOOD = "entendimento.falhou_2x"
TWICE = "falhou_2x"
"""The event by which turns call a person, and its reason where nothing but not understanding was the matter."""


_THE_LIST = re.compile(r"\b(?:d[ae]|dess[ae]|dest[ae]) (?:lista|fila)\b")
_OF_MESSAGES = re.compile(
    r"\b(?:mensage\w+|msgs?|promo\w*|propagand\w+|novidades?|contatos?|transmiss\w+|divulga\w+|ofertas?)\b"
)
_WANTS_REMINDERS = re.compile(
    r"\b(?:mas|porem|so|apenas|somente|e|,)\b(?: (?!nao\b|nem\b)\w+){0,3} lembr\w+|lembretes?(?: \w+){0,5} (?:pode|podem|quero|preciso|deix\w+|mant\w+|continu\w+)\b"
)
_ONLY_REMINDERS = re.compile(
    r"(?<!mandar )(?<!mandem )(?<!mandando )(?<!nem )\b(?:so|apenas|somente|exceto|menos|tirando)\b"
    r"(?: (?:quero|queria|pode|mand(?:a|e|ar|em)|deix(?:a|e|em)|receber|me|o|os|a|as|de|meus?|avisos?))* lembr\w+(?!(?: \w+){0,3} nao\b)"
    r"|\b(?:promo\w*|propagand\w+|novidades?|ofertas?)\b.*\bmas (?:eu )?(?:ainda )?(?:quero|queria|pode|preciso|gosto|mand\w+|deix\w+|continu\w+)(?: \w+){0,3} lembr\w+"
    r"|(?<!nem )(?<!nem o )\b(?:o|os|meus?|minha|so|,) lembretes?(?: (?:d[aeo]s?|minhas?|meus?|consultas?|dia|vespera|eu|sim|esse|isso|ai|tudo bem|,)){0,6} (?:quero|pode|podem|preciso|deix(?:a|e|em)|mant\w+|continua\w*|ok)\b(?! (?:parar|tirar|cancelar|nao|sair))"
)
"""What says that of all messages the reminders are to stay."""


async def hand_off(scene: Scene) -> Result:
    """A person answers from here on: within the clinic's own time while it is open, of whoever is in danger by the clock.

    `known` where somebody has been called already, for a reason as urgent.
    """
    settings = await load_settings(scene.conn, scene.clinica_id)
    calendar = await load_calendar(scene.conn, scene.clinica_id)
    frase = scene.turn.text if scene.turn else scene.run.trigger.data.get("frase")
    motivo, wait = _why(scene), timedelta(minutes=settings.espera_min)
    due = scene.now + wait if motivo in URGENT else calendar.after_open(scene.now, wait)
    opened = await ownership.hand_over(
        scene.conn, scene.ref("conversa"), motivo=motivo, frase=frase or None, due=due, now=scene.now, causa=scene.raiz_id
    )  # fmt: skip
    return Result() if opened else Result(name="known")


def _why(scene: Scene) -> str:
    """What the person who answers reads: the reason of the flow, or that of the turn where the turn had one of its own."""
    trigger, reason = scene.run.trigger, str(scene.args["reason"])
    if reason == Intent.EMERGENCY and trigger.data.get("safety") == Safety.SELF_HARM:
        return Safety.SELF_HARM
    if reason == Intent.ADVERSE_REACTION and Nuance.WORSENS in scene.run.heard:
        return Intent.EMERGENCY
    told = trigger.data.get("motivo")
    own = reason == trigger.name == NOT_UNDERSTOOD and told not in (None, TWICE)
    return str(told) if own else reason


async def notify_clinic(scene: Scene) -> Result:
    """Put it where the clinic's staff look: on the contato's record if it concerns one; `about` is what it is about."""
    texto = ": ".join(str(scene.args[name]) for name in ("reason", "about") if scene.args.get(name))
    await insert_atividade(
        scene.conn, clinica_id=scene.clinica_id, contato_id=scene.refs.get("contato"),
        paciente_id=scene.refs.get("paciente"), tipo="aviso", texto=texto, now=scene.now,
    )  # fmt: skip
    return Result()


async def record_opt_out(scene: Scene) -> Result:
    """No automatic messages any more, or no `news` where only these were named. `ambiguous` unless said plainly, or confirmed (`sure`).

    `place`, and nothing is recorded, where she waits for a slot and speaks of "the list". Who leaves the news and asks for the reminders
    in one breath has both. `reminders` where it is they that are refused, `only_reminders` where nothing else is. `mourned` where a death is told of, or was, or danger is: it is recorded all the same.
    """
    text = fold(scene.turn.text) if scene.turn else ""
    if scene.known.around.esperas and _THE_LIST.search(text) and not _OF_MESSAGES.search(text):
        return Result(name="place")
    plain = scene.turn is not None and scene.turn.reading.optout
    if not (plain or scene.args.get("sure")):
        return Result(name="ambiguous")
    if scene.turn and plain and refuses_only_reminders(scene.turn.text):
        await _refuse_reminders(scene)
        return Result(name="only_reminders")
    only_news = (
        scene.turn is not None
        and plain
        and (Nuance.NAMES_NEWS in scene.turn.reading.nuances or _ONLY_REMINDERS.search(text) is not None)
    )
    scope = "marketing" if only_news else "automaticas"
    saida = await widen_saida(scene.conn, scene.ref("contato"), scope, now=scene.now)
    if only_news and _WANTS_REMINDERS.search(text):
        return await _only_reminders(scene)
    if saida == "marketing":
        return Result(name="news")
    if await _is_spared(scene):
        return Result(name="mourned")
    if scene.turn is not None and refuses_reminders(scene.turn.text):
        await _refuse_reminders(scene)
        return Result(name="reminders")
    return Result()


async def _refuse_reminders(scene: Scene) -> None:
    assert scene.turn is not None, "only the patient's own words refuse them"
    await insert_refusal(
        scene.conn, clinica_id=scene.clinica_id, contato_id=scene.ref("contato"), turno_id=scene.turn.id, palavras=scene.turn.text, now=scene.now,
    )  # fmt: skip


async def _is_spared(scene: Scene) -> bool:
    """Whether she mourns, or has just told of danger: nothing is said to her of coming back."""
    reading = scene.turn.reading if scene.turn else None
    if reading and (Nuance.GRIEF in reading.nuances or reading.safety in DANGERS):
        return True
    handed = await find_open_transferencia(scene.conn, scene.ref("conversa"))
    return handed is not None and handed.motivo in {Nuance.GRIEF, Nuance.VIOLENCE}


async def _only_reminders(scene: Scene) -> Result:
    await record_opt_in(scene)
    return Result(name="news")


async def record_opt_in(scene: Scene) -> Result:
    """The reminders of her consultas again, and `news` only if she wished for them. Kept with the question and her own words."""
    assert scene.turn is not None, "only the patient's own words bring her back"
    await insert_opt_in(
        scene.conn, clinica_id=scene.clinica_id, conversa_id=scene.ref("conversa"), execucao_id=scene.execucao_id,
        turno_id=scene.turn.id, palavras=scene.turn.text, pedido=scene.run.trigger.data.get("frase"),
        news=bool(scene.args.get("news")), now=scene.now,
    )  # fmt: skip
    return Result()
