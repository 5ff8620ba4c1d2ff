"""Files that were sent, as Telegram keeps them."""

from __future__ import annotations

import hashlib

from sandbox.model import File, Media, MediaKind
from sandbox.pictures import size_of

#: A sticker stands for an emoji.
ANY = "🙂"


class Files:
    """Every file by its id."""

    def __init__(self) -> None:
        self._media: dict[str, Media] = {}

    def keep(
        self, kind: MediaKind, content: bytes, *, name: str, mime: str, seconds: int = 0, emoji: str = ANY
    ) -> Media:
        """Take in a file. Each sending gets an id of its own."""
        digest = hashlib.sha256(content).hexdigest()[:12]
        file = File(f"{kind.value}-{len(self._media) + 1}-{digest}", content, mime, name)
        width, height = size_of(content)
        media = Media(kind, file, width, height, seconds, emoji if kind is MediaKind.STICKER else None)
        self._media[file.id] = media
        return media

    def find(self, file_id: str) -> Media | None:
        """A file that was sent before."""
        return self._media.get(file_id)
