"""What somebody sent, as far as it can be passed on."""

from __future__ import annotations

from dataclasses import dataclass

from programme.talk import Kind


@dataclass(frozen=True)
class Sent:
    """A message: its kind, the words in or under it, and what Telegram calls its file, where that is of use."""

    kind: Kind
    words: str = ""
    file_id: str | None = None
    album: str | None = None
    forwarded: bool = False
    """Whether it is somebody else's, passed on."""
