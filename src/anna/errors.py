"""Every error Anna raises on purpose, in one tree.

    AnnaError
    ├── InvalidInput        what somebody gave is wrong: says what, where, what to do
    │   ├── InvalidSettings
    │   ├── InvalidFlow
    │   └── InvalidBody     a webhook body that cannot be read at all
    ├── NotFound            no such row, instance, flow
    ├── Conflict            the database refused: somebody was there first
    │   └── ConsultaConflict  the slot was taken
    ├── Unauthorized        a webhook or a request that does not prove who it is
    ├── ProviderError       the far side of a wire
    │   ├── ProviderRefused   it surely did not take it, and never will
    │   ├── ProviderBusy      it surely did not take it; later it may
    │   └── ProviderUnknown   nobody knows whether it took it
    └── Busy                Anna's own trouble: ask again later

An error knows the HTTP `status` it becomes at the edge. Messages are English and for operators; text for patients lives in
`prompts/`.
"""

from __future__ import annotations

from typing import ClassVar


class AnnaError(Exception):
    """Root of the tree."""

    status: ClassVar[int] = 500


class InvalidInput(AnnaError):
    """What somebody gave is wrong."""

    status = 400


class InvalidSettings(InvalidInput):
    """The settings cannot be used; the message lists every problem at once."""


class InvalidFlow(InvalidInput):
    """A flow file does not hold together; the message lists every problem with file:line:column."""


class InvalidBody(InvalidInput):
    """A webhook body that cannot be read at all."""


class NotFound(AnnaError):
    """There is no such thing."""

    status = 404


class Conflict(AnnaError):
    """The database refused, because somebody was there first."""

    status = 409


class ConsultaConflict(Conflict):
    """The slot was taken between the look and the booking."""


class Unauthorized(AnnaError):
    """The caller did not prove who it is."""

    status = 401


class ProviderError(AnnaError):
    """Something on the far side of a wire; `provider_code` is what it said, in its own words."""

    status = 502

    def __init__(self, message: str, *, provider_code: str | None = None) -> None:
        super().__init__(message)
        self.provider_code = provider_code


class ProviderRefused(ProviderError):
    """The provider surely did not take it, and the same request will be refused again."""


class ProviderBusy(ProviderError):
    """The provider surely did not take it; the same request may be taken later."""

    def __init__(
        self, message: str, *, provider_code: str | None = None, retry_after_s: float | None = None
    ) -> None:
        super().__init__(message, provider_code=provider_code)
        self.retry_after_s = retry_after_s


class ProviderUnknown(ProviderError):
    """The request left, and nobody knows whether it was taken: look it up or ask a person, never resend blindly."""


class Busy(AnnaError):
    """Anna's own trouble (database or Redis away): the caller should ask again."""

    status = 503
