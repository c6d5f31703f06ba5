"""Twilio's signature: HMAC-SHA1 with the account's token over the address Twilio called and everything it sent.

The address is Anna's configured public one: behind a proxy the request itself knows neither scheme nor host. Which key and which
algorithm is Anna's decision alone; the header with which Twilio announces a SharedKey is not read.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qs, urlsplit

from anna.errors import Unauthorized

_DEFAULT_PORTS = {"https": 443, "http": 80}


def verify(
    signature: str | None, *, url: str, params: Iterable[tuple[str, str]] | None, body: bytes, auth_token: str
) -> None:
    """Raise Unauthorized unless `signature` (the header `X-Twilio-Signature`) is Twilio's over this request.

    `url` is what Twilio called: scheme, host, path and query as they were sent. `params` are the form's fields, all of them; None
    for a body that is no form, whose hash must then stand in the query (`bodySHA256`).
    """
    if not signature or not auth_token:
        raise Unauthorized("no signature")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise Unauthorized("not an address") from error
    if params is None:
        told = parse_qs(parts.query).get("bodySHA256", [""])[0]
        if not hmac.compare_digest(hashlib.sha256(body).hexdigest().encode(), told.encode()):
            raise Unauthorized("the body is not the one that was signed")
    fields = _fields(params or ())
    shown = signature.encode("utf-8", "surrogateescape")
    # Twilio itself is not of one mind whether the port belongs to it
    matches = [
        hmac.compare_digest(compute(variant, fields, auth_token), shown)
        for variant in _with_and_without_port(parts)
    ]
    if not any(matches):
        raise Unauthorized("wrong signature")


def compute(url: str, fields: str, auth_token: str) -> bytes:
    """The signature over an address and the fields as `verify` strings them together."""
    text = (url + fields).encode("utf-8", "surrogatepass")
    return base64.b64encode(hmac.new(auth_token.encode(), text, hashlib.sha1).digest())


def _fields(params: Iterable[tuple[str, str]]) -> str:
    """Each name with each of its distinct values, sorted by name, then by value."""
    values: dict[str, set[str]] = defaultdict(set)
    for name, value in params:
        values[name].add(value)
    return "".join(name + value for name in sorted(values) for value in sorted(values[name]))


def _with_and_without_port(parts: SplitResult) -> tuple[str, str]:
    user, at, host = parts.netloc.rpartition("@")
    bare, colon, port = host.rpartition(":")
    if not (colon and port.isdigit()):
        bare, port = host, str(_DEFAULT_PORTS.get(parts.scheme, 443))
    bare = user + at + bare
    return parts._replace(netloc=bare).geturl(), parts._replace(netloc=f"{bare}:{port}").geturl()
