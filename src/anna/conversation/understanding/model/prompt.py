"""The question that a model is asked about one message: fixed words from `prompts/modelos/`, and the message as data.

What leaves the house is the message with numbers, addresses and links veiled, what Anna said just before, the options she offered and what
the clinic calls its procedures: no telephone, no record, no history beyond that, and a first name only where she had just said it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from anna.commands import Intent, Safety
from anna.conversation.understanding.catalogue import DEFAULT, Catalogue
from anna.conversation.understanding.model.proposal import MOST_OPTIONS, NONE, schema_for
from anna.conversation.understanding.port import Context
from anna.errors import InvalidInput
from anna.kit.dates import WEEKDAYS
from anna.llm.models import Prompt

FILE = Path("modelos") / "entender.yaml"
NAME = "leitura"
MAX_OUTPUT_TOKENS = 2000
"""The form is about 200; what a model thinks before counts too."""

MOST_TEXT = 1500
MOST_SAID_BEFORE = 500
_NAMES_TOLD = 4
_VEILED = (
    (re.compile(r"[\w.+-]{1,64}@[\w.-]{3,255}"), "[e-mail]"),
    (re.compile(r"https?://\S+|\bwww\.\S+"), "[link]"),
    (re.compile(r"\+?\d(?:[\s().-]*\d){7,}"), "[número]"),
)


def veil(text: str) -> str:
    """`text` without e-mail addresses, links and long numbers (telephones, documents, cards): no model needs them."""
    for pattern, instead in _VEILED:
        text = pattern.sub(instead, text)
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptBook:
    """The fixed words; `version` changes with any letter of them and with the form of the answer."""

    system: str
    version: str

    @classmethod
    def load(cls, folder: Path) -> PromptBook:
        """Read `modelos/entender.yaml` in the folder of the prompts; raises InvalidInput when a command is explained twice or not at all."""
        raw = YAML(typ="safe").load((folder / FILE).read_text("utf-8"))
        parts = [str(raw["sistema"]).strip()]
        for field, title, members in (
            ("intencoes", "intents", {str(intent) for intent in Intent}),
            ("cuidados", "safety", {*map(str, Safety), NONE}),
        ):
            explained: Mapping[str, str] = raw[field]
            odd = members ^ set(explained)
            if odd:
                raise InvalidInput(
                    f"{FILE}: {field} must explain exactly the commands: {', '.join(sorted(odd))}"
                )
            parts.append(f'"{title}":\n' + "\n".join(f"- {name}: {text}" for name, text in explained.items()))
        system = "\n\n".join(parts)
        form = json.dumps(schema_for(DEFAULT), sort_keys=True)
        digest = hashlib.sha256(f"{system}\0{form}".encode()).hexdigest()
        return cls(system=system, version=digest[:12])

    def prompt(self, text: str, context: Context) -> Prompt:
        """The question about `text`."""
        return Prompt(
            name=NAME,
            version=self.version,
            system=self.system,
            user=json.dumps(_data(text, context), ensure_ascii=False),
            schema=schema_for(context.catalogue),
            max_output_tokens=MAX_OUTPUT_TOKENS,
        )


def _data(text: str, context: Context) -> dict[str, Any]:
    """JSON is the fence: whatever the patient writes stays inside its quotes."""
    now = context.local_now
    offered = [slot.isoformat(timespec="minutes") for slot in context.slots] or [*context.options]
    return {
        "agora": f"{now.isoformat(timespec='minutes')} ({WEEKDAYS[now.weekday()]})",
        "estado": context.state.value,
        "anna_disse": shortened(context.bot_text or "", -MOST_SAID_BEFORE) or None,
        "opcoes": {str(number): label for number, label in enumerate(offered[:MOST_OPTIONS], start=1)},
        "procedimentos": _told(context.catalogue),
        "mensagem_do_paciente": shortened(text, MOST_TEXT),
    }


def shortened(text: str, most: int) -> str:
    """The first `most` characters, or the last if it is negative; veiled before, so that no half of a number is left over."""
    if most < 0:
        return veil(text[2 * most :])[most:]
    return veil(text[: 2 * most])[:most]


def _told(catalogue: Catalogue) -> dict[str, str]:
    return {p.slug: ", ".join(p.names[:_NAMES_TOLD]) for p in catalogue.procedures}
