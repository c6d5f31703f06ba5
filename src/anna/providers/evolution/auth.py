"""Who may speak as an Evolution instance: whoever knows the secret that Anna gave it.

Evolution signs nothing. It sends back a header it was given (`Authorization: Bearer <secret>`), or makes a short JWT with it. The
`apikey` in the body proves nothing: it is often null, and on the Cloud channel it is Meta's token.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import jwt

from anna.errors import Unauthorized

JWT_LEEWAY = timedelta(minutes=30)
"""A retry carries the token of the first try, which lived ten minutes; Evolution goes on for about twenty."""

_BEARER = "Bearer "


def verify(authorization: str | None, segredos: Mapping[str, Any], *, now: datetime) -> None:
    """Raise Unauthorized unless the `Authorization` header proves the instance whose secrets these are.

    `segredos["webhook_secret"]` is the secret; with `segredos["jwt"]` true it signs a token instead of being sent, and then only
    a token is taken.
    """
    secret = segredos.get("webhook_secret")
    if not isinstance(secret, str) or not secret or authorization is None:
        raise Unauthorized("no secret on one of the sides")
    if authorization[: len(_BEARER)].casefold() != _BEARER.casefold():
        raise Unauthorized("not a bearer")
    shown = authorization[len(_BEARER) :].strip()
    if segredos.get("jwt"):
        _verify_jwt(shown, secret, now)
    elif not hmac.compare_digest(shown.encode("utf-8", "surrogateescape"), secret.encode()):
        raise Unauthorized("wrong secret")


def _verify_jwt(token: str, secret: str, now: datetime) -> None:
    try:
        claims = jwt.decode(
            token,
            secret,
            algorithms=["HS256"],
            options={"verify_exp": False, "verify_iat": False, "verify_nbf": False, "require": ["exp"]},
        )
    except (jwt.PyJWTError, UnicodeError) as error:
        raise Unauthorized("wrong token") from error
    expires = claims["exp"]
    if not isinstance(expires, int | float) or claims.get("app") != "evolution":
        raise Unauthorized("not Evolution's token")
    if now.timestamp() - expires > JWT_LEEWAY.total_seconds():
        raise Unauthorized("the token is too old")
