"""A question to a chat model, its answer, and the port behind which every vendor's model stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Stop(StrEnum):
    """Why a model stopped. Only `DONE` has a text that can be whole."""

    DONE = "done"
    TRUNCATED = "truncated"  # its own limit of tokens
    REFUSED = "refused"  # it would not
    ODD = "odd"  # nothing, or something else than a text: a call of a tool that nobody offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question. `version` names the wording of `system` and the form of the answer; `schema` is JSON Schema.

    `user` holds everything that changes, what a patient wrote among it, as data.
    """

    name: str
    version: str
    system: str
    user: str
    schema: Mapping[str, Any]
    max_output_tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens as they are billed; the three kinds of input do not overlap."""

    input: int = 0
    cached: int = 0  # read from the provider's cache
    written: int = 0  # written into it
    output: int = 0  # reasoning among them


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What a model answered; `text` is empty unless `stop` is `DONE`, and nobody has looked into it yet."""

    text: str
    stop: Stop
    usage: Usage
    model: str
    request_id: str | None = None


class ChatModel(Protocol):
    """One model of one vendor.

    `complete` raises ProviderRefused when the same question will be refused again, ProviderBusy when it was surely not answered and may be
    later (with `retry_after_s` if the vendor said so), ProviderUnknown when nobody knows whether it was and will be billed. It tries once:
    whoever asks decides about time and about asking again.
    """

    @property
    def provider(self) -> str: ...

    @property
    def model(self) -> str: ...

    async def complete(self, prompt: Prompt) -> Completion: ...

    async def close(self) -> None: ...
