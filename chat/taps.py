"""Typed button data. A button carries its full address in at most 64 bytes; reading it back trusts nothing.

A kind of tap is declared beside the screen that shows its button:

    class FaceTapped(Tap, name="face"):
        checkin_id: int
        face: Face
"""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, fields
from enum import Enum
from typing import Any, ClassVar, dataclass_transform, get_type_hints

LIMIT_BYTES = 64
_NUMBER = re.compile(r"-?[0-9]{1,18}", re.ASCII)


@dataclass_transform(frozen_default=True)
class Tap:
    """What a button says when it is tapped. Fields are whole numbers, short texts without a colon, or enumerations."""

    name: ClassVar[str]
    kinds: ClassVar[dict[str, type[Tap]]] = {}
    types: ClassVar[tuple[type, ...]]

    def __init_subclass__(cls, *, name: str) -> None:
        """Raises ValueError when the name is taken."""
        if name in Tap.kinds:
            raise ValueError(f"two kinds of tap are called {name}")
        cls.name = name
        hints = get_type_hints(cls)
        Tap.kinds[name] = made = dataclass(frozen=True)(cls)
        cls.types = tuple(hints[field.name] for field in fields(made))  # type: ignore[arg-type]  # it is a dataclass

    @property
    def data(self) -> str:
        """As Telegram carries it. Raises ValueError when it does not fit."""
        values: tuple[Any, ...] = astuple(self)  # type: ignore[call-overload]  # it is a dataclass
        data = ":".join((self.name, *(_write(value) for value in values)))
        if len(data.encode()) > LIMIT_BYTES:
            raise ValueError(f"the data of a {self.name} button is over {LIMIT_BYTES} bytes")
        return data


def read(data: str) -> Tap | None:
    """The tap that this data stands for; None when it is none of ours, or not any more."""
    name, *parts = data.split(":")
    kind = Tap.kinds.get(name) if len(data.encode(errors="replace")) <= LIMIT_BYTES else None
    if kind is None or len(parts) != len(kind.types):
        return None
    try:
        return kind(*(_read(part, type_) for part, type_ in zip(parts, kind.types, strict=True)))
    except ValueError:
        return None


def _write(value: Any) -> str:
    text = str(value.value if isinstance(value, Enum) else value)
    if ":" in text:
        raise ValueError("a text in a button holds a colon")
    return text


def _read(part: str, type_: type) -> Any:
    """Raises ValueError for what does not fit."""
    is_number = issubclass(type_, int)
    if is_number and not _NUMBER.fullmatch(part):
        raise ValueError(part)
    return type_(int(part) if is_number else part)
