"""What patients say aloud: how long an answer waits for its words, and why there may be none. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from anna.kit.text import fold
from anna.whatsapp.models import InboundMessage, Tipo

ACKNOWLEDGED_AFTER = timedelta(seconds=10)
"""So long a patient hears nothing while her voice message is written out; then that it has arrived."""

PATIENCE = timedelta(minutes=3)
"""So long an answer waits for the words; then it is given without them. Twice the longest try, and a worker that died meanwhile."""

WORDS = "transcricao"
"""Where the words of a voice message stand in `mensagens.dados`, whoever wrote them out: Anna, or an Evolution that was told to."""

_EVOLUTION_SAYS = "[audio]"
"""Evolution puts this before what it wrote out,"""

_EVOLUTION_FAILED = frozenset({"", "undefined", "null"})
"""and this after it when it could not."""

_HEARD_IN_SILENCE = frozenset(
    {
        "legendas pela comunidade amara.org",
        "transcricao e legendas pela comunidade amara.org",
        "obrigado por assistir",
        "obrigada por assistir",
        "inscreva-se no canal",
    }
)
"""What models of this kind, which learnt from subtitles, are known to hear where nobody speaks."""


class Unheard(StrEnum):
    """`transcricoes.motivo` of a voice message whose words nobody wrote out, and will not."""

    SEM_ARQUIVO = "sem_arquivo"  # the provider does not hand it over
    FORMATO = "formato"  # no sound file of a kind that is taken
    GRANDE = "grande"  # more bytes than are taken
    LONGO = "longo"  # longer than the settings allow
    VAZIO = "vazio"  # nobody says anything in it
    SEM_RESPOSTA = "sem_resposta"  # the provider did not answer, or not in time
    RECUSADA = "recusada"  # the provider would not
    TETO = "teto"  # it would have cost more than the client may spend
    APAGADA = "apagada"  # its author took it back
    DEMOROU = "demorou"  # the answer could not wait for it


TOO_MUCH = frozenset({Unheard.GRANDE, Unheard.LONGO})
"""Reasons that are in the message itself: a person hears it, and saying it again in writing is not asked for."""


def words_in(dados: Mapping[str, Any]) -> str | None:
    """The words that were written out of a voice message; None when there are none."""
    written = dados.get(WORDS)
    if not isinstance(written, str):
        return None
    said = written.strip().removeprefix(_EVOLUTION_SAYS).strip()
    return None if said in _EVOLUTION_FAILED else said


def lacks_words(item: InboundMessage) -> bool:
    """Whether it is a patient's voice that nobody has written out."""
    return (
        item.tipo is Tipo.AUDIO
        and item.midia is not None
        and not item.from_me
        and words_in(item.dados) is None
    )


def says_nothing(text: str) -> bool:
    """Whether nobody spoke in what was heard so."""
    said = fold(text).strip(" .!")
    return not any(map(str.isalnum, said)) or said in _HEARD_IN_SILENCE


@dataclass(frozen=True, slots=True)
class Wait:
    """Come back at `until`; with `acknowledge` the patient first hears that her voice message has arrived."""

    until: datetime
    acknowledge: bool


def wait_for_words(first: datetime, *, acknowledged: bool, now: datetime) -> Wait | None:
    """How long an answer waits for words of a message that arrived at `first`; None when it waited long enough."""
    if now >= first + PATIENCE:
        return None
    if now < first + ACKNOWLEDGED_AFTER:
        return Wait(first + ACKNOWLEDGED_AFTER, acknowledge=False)
    return Wait(first + PATIENCE, acknowledge=not acknowledged)
