"""Data of buttons, made from what the buttons themselves are declared to carry."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import product

from chat.taps import Tap

# So many numbers of one button are tried in all combinations.
TRIED_TOGETHER = 2


def filled(kind: type[Tap], numbers: list[int]) -> Iterator[str]:
    """Data of this kind, with these numbers wherever it has one; of a third and further number only few."""
    whole = 0
    choices: list[list[str]] = []
    for type_ in kind.types:
        values = _values(type_, numbers)
        whole += issubclass(type_, int)
        choices.append(values if whole <= TRIED_TOGETHER else values[:2])
    for each in product(*choices):
        yield ":".join((kind.name, *each))


def _values(type_: type, numbers: list[int]) -> list[str]:
    if issubclass(type_, Enum):
        return [str(member.value) for member in type_][:1]
    return [str(number) for number in numbers] if issubclass(type_, int) else ["A" * 22]
