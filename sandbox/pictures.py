"""How large a picture is, read from its first bytes."""

from __future__ import annotations

import struct

#: What Telegram takes for a picture: PNG, JPEG, WebP and GIF.
PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"GIF8")
UNKNOWN = (512, 512)

_PNG, _JPEG, _, _GIF = PICTURES
#: Segments of a JPEG without a length of their own.
_BARE = frozenset({0x01, *range(0xD0, 0xDA)})
#: Segments that tell the size: every start of frame. C4, C8 and CC are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def is_picture(content: bytes) -> bool:
    """Whether Telegram would take it for one."""
    return content.startswith(PICTURES)


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; 512 by 512 when they cannot be read."""
    try:
        return _size(content)
    except (struct.error, IndexError):
        return UNKNOWN


def _size(content: bytes) -> tuple[int, int]:
    if content.startswith(_PNG):
        width, height = struct.unpack_from(">II", content, 16)
        return width, height
    if content.startswith(_GIF):
        width, height = struct.unpack_from("<HH", content, 6)
        return width, height
    return _jpeg(content) if content.startswith(_JPEG) else UNKNOWN


def _jpeg(content: bytes) -> tuple[int, int]:
    at = 2
    while (kind := content[at + 1]) not in _FRAMES:
        at += 2 if kind in _BARE else 2 + int(struct.unpack_from(">H", content, at + 2)[0])
    height, width = struct.unpack_from(">HH", content, at + 5)
    return width, height
