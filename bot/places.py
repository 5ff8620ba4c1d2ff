"""An exception as its kind and the places it passed: its message may hold somebody's words."""

from __future__ import annotations

import traceback
from pathlib import Path

HOME = Path(__file__).parent.parent


def kinds_of(error: BaseException) -> list[str]:
    """The name of an exception's class, then of those it came from."""
    kinds: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        kinds.append(type(at).__name__)
        at = at.__cause__ or at.__context__
    return kinds


def places_of(error: BaseException) -> list[str]:
    """The files and lines that an exception passed, outermost first."""
    return [place(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(error.__traceback__)]


def place(path: str, line: int | None) -> str:
    """A file of ours from where the rooms are; of others the end of its path."""
    file = Path(path)
    short = file.relative_to(HOME) if file.is_relative_to(HOME) else Path(*file.parts[-3:])
    return f"{short}:{line}"
