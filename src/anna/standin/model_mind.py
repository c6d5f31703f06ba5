"""What a pretended model knows: the offline rules, asked about the question that Anna put and answering in the form she gave."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson

from anna.clinica.calendar import DEFAULT as CALENDAR
from anna.clinica.retrieval import terms
from anna.commands import Reading
from anna.conversation.drafting.vocabulary import COURTESY
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.model.proposal import MOST_OPTIONS, NONE
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.when import When

Body = dict[str, Any]
_MOST_INTENTS = 6


def think(user: str, schema: Mapping[str, Any]) -> Body:
    """The answer to one question; to a question of another kind, an object with nothing in it."""
    try:
        asked = orjson.loads(user)
        if "usou" in schema["properties"]:
            return _answer(asked)
        context = _context(asked)
        text = str(asked["mensagem_do_paciente"])
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        return {}
    reading = OfflineUnderstander().understand(text, context)
    return {name: value for name, value in _form(reading, text).items() if name in schema["properties"]}


def _answer(asked: Mapping[str, Any]) -> Body:
    """An answer in the words of the row that shares most with the question; a plain price where it is about one."""
    wanted = terms(str(asked["pergunta_do_paciente"])) - terms(" ".join(COURTESY))
    rows = {row["id"]: row for row in asked["linhas"]}
    shared = {id: len(wanted & terms(f"{row['sobre']} {row['diz']}")) for id, row in rows.items()}
    best = max(rows, key=lambda id: (shared[id], id))
    said = dict(column.split(": ", 1) for column in rows[best]["diz"].split("; ") if ": " in column)
    text = said.get("resposta") or (f"{said['nome']} custa {said['preco']}." if "preco" in said else None)
    if 2 * shared[best] <= len(wanted) or text is None:
        return {"responde": False, "texto": None, "usou": []}
    return {"responde": True, "texto": text, "usou": [best]}


def _context(asked: Mapping[str, Any]) -> Context:
    state = State(asked["estado"])
    options = tuple(str(label) for label in asked["opcoes"].values())
    offered = state is State.OFFER_SLOTS
    local = datetime.fromisoformat(str(asked["agora"]).partition(" ")[0])
    return Context(
        reference_time=local.replace(tzinfo=CALENDAR.tz),
        state=state,
        bot_text=asked["anna_disse"],
        slots=tuple(datetime.fromisoformat(label) for label in options) if offered else (),
        options=() if offered else options,
        catalogue=Catalogue.from_rows(
            (slug, str(names).split(", ")) for slug, names in asked["procedimentos"].items()
        ),
    )


def _form(reading: Reading, text: str) -> Body:
    day, hour, daypart = _when(reading.when)
    return {
        "intents": sorted(reading.intents)[:_MOST_INTENTS],
        "procedures": [{"slug": slug, "words": text} for slug in reading.procedure],
        "day": day,
        "hour": hour,
        "daypart": daypart,
        "name": reading.name,
        "yes_no": reading.yes_no or NONE,
        "choice": min(reading.choice or 0, MOST_OPTIONS),
        "human": reading.human,
        "optout": reading.optout,
        "safety": reading.safety or NONE,
        "sentiment": reading.sentiment,
    }


def _when(when: When | None) -> tuple[str | None, str | None, str]:
    if when is None:
        return None, None, NONE
    return (
        when.date_start.isoformat() if when.date_start else None,
        when.time_start.isoformat("minutes") if when.time_start else None,
        when.daypart or NONE,
    )
