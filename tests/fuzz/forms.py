"""What stands filled in where somebody is in a conversation: whatever form a handler asks for, with numbers of ours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any, TypeVar, get_type_hints

import pytest

from store.flow import Position

T = TypeVar("T")
# Words, and a day as it is written down.
SOMETHING = "2026-12-08"


@contextmanager
def filled_in(first: int, other: int) -> Iterator[None]:
    """Until the end every form reads as if it held these: its first number, and the others."""

    def read(_position: Position, form: type[T]) -> T:
        numbers, values = iter((first,)), {}
        for name, hint in get_type_hints(form).items():
            if _is_number(hint):
                values[name] = next(numbers, other)
            elif _has_no_default(form, name):
                values[name] = _something(hint)
        return form(**values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Position, "read", read)
        yield


def _is_number(hint: Any) -> bool:
    return hint is int or "int" in str(hint).split(" | ")


def _has_no_default(form: Any, name: str) -> bool:
    field = next(field for field in fields(form) if field.name == name)
    return field.default is MISSING and field.default_factory is MISSING


def _something(hint: Any) -> Any:
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if hint is bool:
        return False
    return [] if "list" in str(hint) else SOMETHING
