"""What a picture or paper is drawn from: plain facts, which can wait in the outbox until they are drawn.

Drawing takes too long for the transaction in which something is said, so a screen holds the facts and the way out makes
the picture (chat/charts) or the paper (chat/papers). A kind of drawing is a frozen dataclass of plain values, with a
name to read it back by:

    @dataclass(frozen=True)
    class Timeline(Drawing, name="timeline"):
        weeks: tuple[Week, ...]
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from pydantic import TypeAdapter


@dataclass(frozen=True)
class Drawing:
    """The facts of a picture or paper, and the language of the words in it."""

    name: ClassVar[str]
    kinds: ClassVar[dict[str, type[Drawing]]] = {}

    language: str
    """The code of the language of whoever looks at it."""

    def __init_subclass__(cls, *, name: str) -> None:
        """Raises ValueError when the name is taken."""
        if name in Drawing.kinds:
            raise ValueError(f"two kinds of drawing are called {name}")
        cls.name = name
        Drawing.kinds[name] = cls

    def write(self) -> dict[str, Any]:
        """As values of which JSON can be made."""
        return {"drawing": self.name, "facts": _form_of(self.name).dump_python(self, mode="json")}


def read(written: dict[str, Any]) -> Drawing:
    """Back from what `write` made. Raises KeyError for a kind we do not know, ValueError for facts that do not fit."""
    return _form_of(written["drawing"]).validate_python(written["facts"])


@cache
def _form_of(name: str) -> TypeAdapter[Drawing]:
    return TypeAdapter(Drawing.kinds[name])
