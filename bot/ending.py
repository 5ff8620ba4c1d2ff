"""Why a process ends before it is asked to."""

from __future__ import annotations

from pathlib import Path


class CannotGoOn(Exception):
    """The process should end; says why and what to do, in one sentence that holds no secret."""

    code = 1
    """What the process ends with."""


class Deaf(CannotGoOn):
    """Nothing was heard from Telegram for so long that a new start is the better chance."""


class WrongSetting(CannotGoOn):
    """A setting is missing or cannot be used."""

    code = 2


class NotOurs(WrongSetting):
    """Something that we should look at stands where we may not come."""

    def __init__(self, path: str | None) -> None:
        super().__init__(f"{path or 'A file'} may not be looked at: see that it and its folders are yours to open.")


class NoPlace(WrongSetting):
    """The database cannot be where DATABASE_URL says."""

    def __init__(self, database: Path) -> None:
        place = database.absolute()
        super().__init__(
            f"DATABASE_URL cannot be used: {place} cannot be written, give a place that is yours to write."
        )
