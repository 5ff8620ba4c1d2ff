"""Data of buttons, made from what the buttons themselves are declared to carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import product

from chat.taps import Tap

# So many numbers of one button are tried in all combinations.
TRIED_TOGETHER = 2


def filled(kind: type[Tap], numbers: Sequence[int], *, fully: bool = False) -> Iterator[str]:
    """Data of this kind, with these numbers wherever it has one; of a third and further number only few. `fully`: with
    every value of an enumeration too, not only its first."""
    whole = 0
    choices: list[Sequence[str]] = []
    for type_ in kind.types:
        values = _values(type_, numbers, fully=fully)
        whole += issubclass(type_, int)
        choices.append(values if whole <= TRIED_TOGETHER else values[:2])
    for each in product(*choices):
        yield ":".join((kind.name, *each))


def _values(type_: type, numbers: Sequence[int], *, fully: bool) -> Sequence[str]:
    if issubclass(type_, Enum):
        return [str(member.value) for member in type_][: None if fully else 1]
    return [str(number) for number in numbers] if issubclass(type_, int) else ["A" * 22]
