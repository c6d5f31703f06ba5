"""The question that a model is asked when it may write an answer: fixed words from `prompts/modelos/`, the rows, and the patient's question as data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.drafting.models import Proposed, Source
from anna.conversation.understanding.model.prompt import shortened
from anna.errors import InvalidInput
from anna.kit.dates import WEEKDAYS
from anna.llm.forms import read_form
from anna.llm.models import Prompt

FILE = Path("modelos") / "responder.yaml"
NAME = "resposta"
MAX_OUTPUT_TOKENS = 1500
"""An answer is about 150; what a model thinks before counts too."""

MOST_ASKED = 800

MOST_READ = 1200
"""Characters of a draft: a longer one is too long to be sent whatever it says, and reading claims takes time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBook:
    """The fixed words; `version` changes with any letter of them and with the form of the answer."""

    system: str
    version: str
    reasons: Mapping[str, str]  # by kind of claim, what a model is told of one that nothing shows

    @classmethod
    def load(cls, folder: Path) -> DraftBook:
        """Read `modelos/responder.yaml` in the folder of the prompts; raises InvalidInput unless every kind of claim has its reason."""
        raw = YAML(typ="safe").load((folder / FILE).read_text("utf-8"))
        system, reasons = str(raw["sistema"]).strip(), {str(k): str(v) for k, v in raw["recusas"].items()}
        odd = set(reasons) ^ set(map(str, ClaimKind))
        if odd:
            raise InvalidInput(
                f"{FILE}: recusas must have exactly the kinds of claims: {', '.join(sorted(odd))}"
            )
        fixed = json.dumps([form_for(["k1"]), reasons], sort_keys=True)
        digest = hashlib.sha256(f"{system}\0{fixed}".encode()).hexdigest()
        return cls(system=system, version=digest[:12], reasons=reasons)

    def prompt(
        self, asked: str, sources: Sequence[Source], *, tom: str, now: datetime, refused: tuple[str, Sequence[Claim]] | None = None
    ) -> Prompt:  # fmt: skip
        """The question about what a patient `asked`; `refused` is the draft before and what was wrong with it."""
        data: dict[str, Any] = {
            "agora": f"{now.isoformat(timespec='minutes')} ({WEEKDAYS[now.weekday()]})",
            "tom": tom,
            "pergunta_do_paciente": shortened(asked, MOST_ASKED),
            "linhas": [{"id": one.id, "sobre": one.about, "diz": one.text} for one in sources],
        }
        if refused:
            text, claims = refused
            told = [{"trecho": claim.text, "porque": self.reasons[claim.kind]} for claim in claims]
            data["recusado"] = {"texto": text, "porque": told}
        return Prompt(
            name=NAME,
            version=self.version,
            system=self.system,
            user=json.dumps(data, ensure_ascii=False),
            schema=form_for([one.id for one in sources]),
            max_output_tokens=MAX_OUTPUT_TOKENS,
        )


def form_for(ids: Sequence[str]) -> dict[str, Any]:
    """The form of an answer as JSON Schema, in the part of it that both vendors' strict modes take."""
    fields: dict[str, Any] = {
        "responde": {"type": "boolean"},
        "texto": {"anyOf": [{"type": "string"}, {"type": "null"}]},
        "usou": {"type": "array", "items": {"type": "string", "enum": list(ids)}},
    }
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def read_proposed(text: str, sources: Sequence[Source]) -> Proposed | None:
    """The draft in a model's answer; None when it says that the rows hold no answer. Raises InvalidInput for anything but the form."""
    said = read_form(text)
    if set(said) != {"responde", "texto", "usou"} or type(said["responde"]) is not bool:
        raise InvalidInput("the answer is not in the form")
    if not said["responde"]:
        return None
    written, used = said["texto"], said["usou"]
    known = {one.id for one in sources}
    if not isinstance(written, str) or not written.strip():
        raise InvalidInput("an answer without words")
    if not isinstance(used, list) or not used or not all(isinstance(id, str) and id in known for id in used):
        raise InvalidInput("an answer that rests on no row that was shown")
    return Proposed(written.strip()[:MOST_READ], tuple(dict.fromkeys(used)))
