"""Sealed columns: what is written about people is unreadable without the key.

AES-256-GCM. Every value is bound to the table and column it stands in, so that a value copied elsewhere does not
open. A value names the key that sealed it: with a list of keys the first one seals and all of them open, which is
how a key is changed.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.types import TypeDecorator

KEY_BYTES = 32
NAME_BYTES = 4
NONCE_BYTES = 12


class KeyRefused(ValueError):
    """A key that cannot be used; the message never holds the key."""


class CannotUnseal(Exception):
    """A value that none of our keys opens: another key, another column, or damage."""


def new_key() -> str:
    """A fresh key, as it is written in the settings."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def read_keys(text: str) -> tuple[bytes, ...]:
    """The keys in a comma-separated list, the sealing one first. Raises KeyRefused."""
    keys = tuple(_read_key(part) for part in text.split(",") if part.strip())
    if not keys:
        raise KeyRefused("no key")
    return keys


def _read_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), altchars=b"-_", validate=True)
    except ValueError:
        raise KeyRefused("not base64") from None
    if len(key) != KEY_BYTES:
        raise KeyRefused(f"not {KEY_BYTES} bytes")
    return key


class Vault:
    """Seals and unseals with a list of keys, the first of which seals."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._ciphers = {_name(key): AESGCM(key) for key in keys}
        self._sealing = _name(keys[0])
        self._secret = keys[-1]

    def seal(self, text: str, place: str) -> bytes:
        """`text` made unreadable, bound to `place` ("table.column")."""
        nonce = os.urandom(NONCE_BYTES)
        cipher = self._ciphers[self._sealing]
        return self._sealing + nonce + cipher.encrypt(nonce, text.encode(), place.encode())

    def unseal(self, sealed: bytes, place: str) -> str:
        """What was sealed at `place`. Raises CannotUnseal."""
        name, nonce = sealed[:NAME_BYTES], sealed[NAME_BYTES : NAME_BYTES + NONCE_BYTES]
        cipher = self._ciphers.get(name)
        if cipher is None:
            raise CannotUnseal(f"{place} was sealed with a key that SPOOR_KEY does not hold")
        try:
            return cipher.decrypt(nonce, sealed[NAME_BYTES + NONCE_BYTES :], place.encode()).decode()
        except InvalidTag:
            raise CannotUnseal(f"{place} does not open: damaged, or moved from elsewhere") from None

    def fingerprint(self, text: str) -> bytes:
        """A keyed one-way mark of `text`: equal texts give equal marks, and only with our oldest key."""
        return hashlib.blake2b(text.encode(), key=self._secret, digest_size=16).digest()


def _name(key: bytes) -> bytes:
    return hashlib.sha256(b"spoor key name" + key).digest()[:NAME_BYTES]


_VAULTS: WeakKeyDictionary[Dialect, Vault] = WeakKeyDictionary()


def give_vault(engine: AsyncEngine, vault: Vault) -> None:
    """Let the sealed columns of everything that goes through `engine` use `vault`."""
    _VAULTS[engine.dialect] = vault


class Sealed(TypeDecorator[str]):
    """A text column kept sealed. `place` is its "table.column" (a test compares it with the table)."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, place: str) -> None:
        super().__init__()
        self.place = place

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Seal on the way in."""
        return None if value is None else _VAULTS[dialect].seal(value, self.place)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Unseal on the way out."""
        return None if value is None else _VAULTS[dialect].unseal(value, self.place)
