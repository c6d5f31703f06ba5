"""Learns what `care.likeness` weighs, from the labelled messages; `make train` runs it (a minute).

python -m tests.understanding.train

Learnt from: the sets that may be, the messages of `trouble/learnt.jsonl`, and what people say in the conversations without any trouble. Never from an unseen set.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from ruamel.yaml import YAML
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from anna.commands import Intent, Safety
from anna.conversation.understanding.care import likeness
from anna.conversation.understanding.care.concerns import VIOLENT
from anna.conversation.understanding.care.idioms import without_idioms
from anna.conversation.understanding.care.likeness import PLACES, Trouble, places
from anna.conversation.understanding.care.resembling import CONCERNS
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.text.line import Line
from tests.understanding.evaluate import CHECKED, DATA, OPEN, load

NONE = "none"
CONVERSATIONS = Path(__file__).parent.parent / "conversations"
_TROUBLES = frozenset(Trouble)
_GRAVE = frozenset({Intent.EMERGENCY.value, Intent.ADVERSE_REACTION.value})
STRICTNESS = 30.0  # C of scikit-learn: the larger, the closer to what was learnt from
_TOP = 127
_OURS = 3  # times an example of the labelled sets counts: what is harmless there was once taken for trouble


def examples() -> Iterator[tuple[str, str, int]]:
    """Texts, their kind, and how often each counts; what is labelled as a milder concern tells of no trouble."""
    for name in OPEN:
        for row in load(DATA / f"{name}.jsonl"):
            if "safety" in row.get("only", CHECKED) or not _may_be_grave(row):
                yield row["text"], _kind(row), _OURS
    for row in load(DATA / "trouble" / "learnt.jsonl"):
        yield row["text"], row["trouble"] or NONE, 1
    for text in [*_harmless_talk(), *_plain_answers()]:
        yield text, NONE, 1


def _may_be_grave(row: dict[str, Any]) -> bool:
    """Whether a message that is labelled for something else may tell of trouble all the same: it is not learnt as harmless."""
    named = _GRAVE & set(row.get("intents") or ())
    return bool(named) or read_safety(Line.of(row["text"]))[0] in CONCERNS.values()


_OF_DANGER = re.compile(
    r"transferencia_(?!pergunta|menor|reclamacao)|espera_(?:emerg|autol|viol|reac|perigo|desap|disc|apagar|ele_chegou|de_graca|com_calma)|nada_de|nao_sei_se_entendi|\b1(?:80|88|9[023])\b|luto|ameaca|violence|emergency|self_harm|adverse_reaction"
)


def _harmless_talk() -> Iterator[str]:
    """What is said in the conversations of the tests in which nobody tells of any trouble."""
    for path in sorted(CONVERSATIONS.glob("*.yaml")):
        told = path.read_text("utf-8")
        if not _OF_DANGER.search(told):
            yield from (
                step["says"]
                for step in YAML(typ="safe").load(told)["talk"]
                if isinstance(step.get("says"), str)
            )


def _plain_answers() -> Iterator[str]:
    """Ways to say yes and no, however strong the words."""
    yield from (
        line for line in (DATA / "yes_no.txt").read_text("utf-8").splitlines() if line and line[0] not in "#["
    )


def _kind(row: dict[str, Any]) -> str:
    """The trouble of a labelled message; violence, which the contract calls an emergency, is what a rule names so."""
    if row.get("safety") != Safety.EMERGENCY:
        return row["safety"] if row.get("safety") in _TROUBLES else NONE
    violent = any(hit.rule == VIOLENT for hit in read_safety(Line.of(row["text"]))[1])
    return (Trouble.VIOLENCE if violent else Trouble.EMERGENCY).value


def matrix(texts: Sequence[str]) -> csr_matrix:
    """The messages as the weights see them."""
    starts, at, values = [0], list[int](), list[float]()
    for text in texts:
        found = sorted(places(without_idioms(Line.of(text)).norm))
        at += found
        values += [len(found) ** -0.5] * len(found)
        starts.append(len(at))
    return csr_matrix((values, at, starts), shape=(len(texts), PLACES))


def learn() -> bytes:
    """The stored form of what is learnt (`likeness.Weights.of` reads it)."""
    texts, kinds, times = zip(*examples(), strict=True)
    model = LogisticRegression(C=STRICTNESS, max_iter=2000)
    model.fit(matrix(texts), np.array(kinds), sample_weight=np.array(times))
    names = list(model.classes_)
    none = names.index(NONE)
    steps, biases, stored = list[float](), list[float](), list[bytes]()
    for kind in Trouble:
        this = names.index(kind.value)
        weights = model.coef_[this] - model.coef_[none]
        step = float(np.abs(weights).max()) / _TOP
        steps.append(round(step, 6))
        biases.append(round(float(model.intercept_[this] - model.intercept_[none]), 4))
        stored.append(np.round(weights / step).astype(np.int8).tobytes())
    head = {
        "steps": steps,
        "biases": biases,
        "messages": len(texts),
        "of_trouble": sum(k != NONE for k in kinds),
    }
    print(orjson.dumps(head).decode())
    return orjson.dumps(head) + b"\n" + b"".join(stored)


def main() -> None:
    """Write the weights beside the module that weighs them."""
    Path(likeness.__file__).with_name(likeness.WEIGHTS).write_bytes(learn())


if __name__ == "__main__":
    sys.exit(main())
