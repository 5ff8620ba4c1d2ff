"""Names in .env that are nearly those of a setting: what stands there is not used, and nobody would notice."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from pydantic_settings import DotEnvSettingsSource

from bot.settings import FILE, Settings


@dataclass(frozen=True)
class Misspelt:
    """A name that was written, and the setting that is nearest."""

    written: str
    meant: str

    def __str__(self) -> str:
        """As it is printed."""
        return f"{self.written} in {FILE} is no setting: did you mean {self.meant}?"


def misspelt_names() -> list[Misspelt]:
    """Those in .env. A name that is like none of ours is somebody else's."""
    written = DotEnvSettingsSource(Settings).env_vars
    return [
        Misspelt(name.upper(), near[0].upper())
        for name in written
        if name not in Settings.model_fields and (near := get_close_matches(name, Settings.model_fields, n=1))
    ]
