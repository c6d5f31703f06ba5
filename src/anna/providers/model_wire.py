"""What the doors to models share: a vendor's refusals as Anna's errors, and the numbers that stand in an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown

if TYPE_CHECKING:
    import anthropic
    import openai

    StatusError = anthropic.APIStatusError | openai.APIStatusError

_NEVER_AGAIN = "insufficient_quota"
"""OpenAI says that an account has no money left with the status of a queue that is too long."""

_MOST_TOKENS = 10_000_000
_MOST_SECONDS = 24 * 3600
"""No model reads more, and no voice message is longer: more is a slip of the vendor's, which no column takes."""


@contextmanager
def translated(vendor: str, status_error: type[StatusError], any_error: type[Exception]) -> Iterator[None]:
    """Raise what the vendor's SDK raises inside as a ProviderError; `any_error` is the root of its errors.

    What falls over an answer while it is read is an answer of no known form.
    """
    try:
        yield
    except status_error as error:
        raise _refused(vendor, error) from error
    except any_error as error:
        raise ProviderUnknown(f"{vendor}: {type(error).__name__}", provider_code="no_answer") from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise ProviderUnknown(f"{vendor}: an answer of no known form", provider_code="odd_answer") from error


def _refused(vendor: str, error: StatusError) -> ProviderError:
    """What a status that is no success means, whatever was asked for."""
    code = str(getattr(error, "code", None) or error.type or error.status_code)
    told = f"{vendor}: {error.status_code} {code}"
    again = error.status_code in (408, 409, 429) or error.status_code >= 500
    if again and code != _NEVER_AGAIN:
        return ProviderBusy(told, provider_code=code, retry_after_s=retry_after_s(error.response.headers))
    return ProviderRefused(told, provider_code=code)


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """`Retry-After` in seconds; None when it is absent or a date. It may be any number: whoever obeys it sets the limit."""
    value = headers.get("retry-after", "")
    return float(value) if value.isdecimal() else None


def count_of(usage: Mapping[str, Any], name: str) -> int:
    """A number of tokens; 0 when it is not told, or cannot be one."""
    value = usage.get(name)
    return value if type(value) is int and 0 < value <= _MOST_TOKENS else 0


def seconds_of(usage: Mapping[str, Any]) -> float | None:
    """How much sound is billed; None when it is not told, or cannot be that."""
    value = usage.get("seconds")
    return float(value) if isinstance(value, int | float) and 0 <= value <= _MOST_SECONDS else None
