"""Secrets at rest."""

from __future__ import annotations

from typing import Any

import orjson
from cryptography.fernet import Fernet, InvalidToken

from anna.errors import InvalidSettings


class SecretBox:
    """Encrypts provider tokens and DSNs with the installation's key (Fernet: AES-128-CBC with HMAC-SHA256)."""

    def __init__(self, key: str) -> None:
        try:
            self._fernet = Fernet(key)
        except ValueError as error:
            raise InvalidSettings("the secret key must be 32 bytes in url-safe base64") from error

    def seal(self, secret: Any) -> bytes:
        """Encrypt any JSON value."""
        return self._fernet.encrypt(orjson.dumps(secret))

    def open(self, sealed: bytes) -> Any:
        """Decrypt what `seal` returned; raises InvalidSettings when it was sealed with another key."""
        try:
            return orjson.loads(self._fernet.decrypt(sealed))
        except InvalidToken as error:
            raise InvalidSettings("a stored secret was encrypted with another ANNA_SECRET_KEY") from error


def new_key() -> str:
    """A fresh random key."""
    return Fernet.generate_key().decode()
