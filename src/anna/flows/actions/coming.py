"""Who comes: whoever writes, or somebody she writes for; under which name, and when beside whom."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from anna.agendamento.pairs import BESIDE
from anna.conversation.understanding.facts.people import is_order_for_a_name
from anna.conversation.understanding.facts.plausible import plausible_name
from anna.conversation.understanding.facts.whom import Whom
from anna.crm.models import Relacao
from anna.crm.queries import find_last_qualificacao
from anna.crm.service import list_pacientes_by_contato, register_paciente
from anna.flows.actions.finding import speaks_of_kin
from anna.flows.actions.pairing import both_fit
from anna.flows.facts import first_name
from anna.flows.registry import Result, Scene
from anna.flows.run_queries import find_others_name, find_others_time
from anna.flows.vocabulary import DONE
from anna.kit.phone import pretty
from anna.kit.text import fold
from anna.when import TimeKind, When

_HERSELF = frozenset({Whom.OWN, Whom.BOTH})
"""For whom the booking is that is for whoever writes: of two, hers comes first."""


async def who_comes(scene: Scene) -> Result:
    """Whether a name is known to book under; `unnamed` and `unnamed_kin` say whose is not, `apart` that of two the other one cannot come then.

    What WhatsApp calls a name is none where it is a word, a firm or an order.
    """
    fit = await both_fit(scene)
    if fit.name != DONE or scene.run.slots.get("nome") or await known_comer(scene):
        return fit
    if _is_for_kin(scene):
        return replace(fit, name="unnamed_kin")
    said = (scene.run.trigger.data.get("frase"), scene.turn and scene.turn.text)
    ordered = any(is_order_for_a_name(text) for text in said if text)
    named = plausible_name(scene.known.around.contato_nome) and not ordered
    return fit if named else replace(fit, name="unnamed")


async def other_named(scene: Scene) -> Result:
    """Whether the name of the other one of two was told in this talk; `unnamed` where it was not."""
    return Result() if await find_others_name(scene.conn, scene.raiz_id) else Result(name="unnamed")


async def other_comes(scene: Scene) -> Result:
    """The first of two is booked, and the run lets go of it to book for the other one: `ao_lado.quando` is beside it, `ao_lado.nome` who.

    `apart` where the other one's wish was told apart.
    """
    booked = scene.known.consulta
    assert booked is not None, "the first was booked"
    start, end = (at.astimezone(scene.known.zone) for at in (booked.inicio, booked.fim + BESIDE))
    wish = When(
        date_start=start.date(), date_end=start.date(), time_kind=TimeKind.BETWEEN,
        time_start=start.time(), time_end=end.time() if end.date() == start.date() else None,
    )  # fmt: skip
    nome = await find_others_name(scene.conn, scene.raiz_id)
    told_first = (scene.run.data.get("cada") or {}).get("quando_da_outra")
    own_wish = await find_others_time(scene.conn, scene.raiz_id) or told_first
    words = {"outra_pessoa": first_name(nome)}
    data = {"ao_lado": {"quando": own_wish or wish.to_json(), "nome": nome}, "palavras": words}
    return Result(
        name="apart" if own_wish else DONE, data=data, forgets=frozenset({"consulta", "paciente", "fatura"})
    )


async def comer(scene: Scene) -> UUID:
    """The patient who comes; a patient is born at the first booking."""
    known = await known_comer(scene)
    if known:
        return known
    own = not _is_for_kin(scene) and await _own(scene) is None and not _is_somebody_else(scene)
    return await _register(scene, Relacao.PROPRIO if own else Relacao.OUTRO)


async def known_comer(scene: Scene) -> UUID | None:
    """Who comes, as far as it is known before anything is booked: None for somebody who was never a patient."""
    around, nome = scene.known.around, scene.run.slots.get("nome")
    if "paciente" in scene.refs or around.paciente_id is None or for_nameless_kin(scene):
        return scene.refs.get("paciente")
    if scene.run.slots.get("para") in _HERSELF:
        return await _own(scene)
    if not (_is_for_kin(scene) or _is_somebody_else(scene)):
        return around.paciente_id
    linked = await list_pacientes_by_contato(scene.conn, scene.ref("contato"))
    others = [one for one in linked if one.relacao is not Relacao.PROPRIO or not _is_for_kin(scene)]
    called = str(nome)
    return next((one.paciente.id for one in others if not is_another(called, one.paciente.nome)), None)


def for_nameless_kin(scene: Scene) -> bool:
    """Whether it is for somebody who belongs to whoever writes, and whose name was not told: "pra minha mãe"."""
    return not scene.run.slots.get("nome") and _is_for_kin(scene)


def _is_for_kin(scene: Scene) -> bool:
    para: str | None = scene.run.slots.get("para")
    if para is not None:
        return para == Whom.KIN
    said = (scene.run.trigger.data.get("frase"), scene.turn and scene.turn.text)
    return any(speaks_of_kin(text) for text in said if text)


async def _own(scene: Scene) -> UUID | None:
    linked = await list_pacientes_by_contato(scene.conn, scene.ref("contato"))
    return next((one.paciente.id for one in linked if one.relacao is Relacao.PROPRIO), None)


def _is_somebody_else(scene: Scene) -> bool:
    """Whether another name was given than that of the one patient there is."""
    known: str | None = scene.known.around.paciente_nome
    nome: str | None = scene.run.slots.get("nome")
    if not known or not nome or scene.run.slots.get("para") in _HERSELF:
        return False
    return is_another(nome, known)


def is_another(nome: str, known: str) -> bool:
    """Whether the first names are of two people: "Lu" may be short for "Luzinete", "Carolina" is not."""
    one, other = fold(nome).split()[0], fold(known).split()[0]
    return not (one.startswith(other) or other.startswith(one))


async def _register(scene: Scene, relacao: Relacao) -> UUID:
    """Under the name that was given, or chosen on WhatsApp if it is one."""
    around = scene.known.around
    qualificacao = await find_last_qualificacao(scene.conn, around.lead_id) if around.lead_id else None
    telefone = (qualificacao and qualificacao.telefone) or around.telefone
    called = around.contato_nome if relacao is Relacao.PROPRIO else None
    nome = scene.run.slots.get("nome") or plausible_name(called) or _letters_only(called)
    if not nome or not any(c.isalpha() for c in nome):
        nome = f"WhatsApp {pretty(telefone) if telefone else scene.ref('contato').hex[-6:]}"
    paciente = await register_paciente(
        scene.conn, contato_id=scene.ref("contato"), nome=nome, telefone=telefone, relacao=relacao,
        now=scene.now,
    )  # fmt: skip
    return paciente.id


def _letters_only(called: str | None) -> str | None:
    """A word that is all that is known of somebody who did not say her name; no order, no number."""
    return called if called and all(c.isalpha() or c == " " for c in called) else None
