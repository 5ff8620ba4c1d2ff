"""Long texts in pieces that Telegram takes."""

from __future__ import annotations

# Telegram takes 4,096 characters in a message, counted in UTF-16 units. The rest is for what we write around them.
ROOM = 3_600


def pieces(words: str, room: int = ROOM) -> tuple[str, ...]:
    """`words` in order, in pieces of at most `room` UTF-16 units, cut at a line or a space where there is one."""
    left, found = words, []
    while units(left) > room:
        cut = _cut(left, room)
        found.append(left[:cut].rstrip())
        left = left[cut:].lstrip()
    return tuple(piece for piece in (*found, left) if piece)


def _cut(words: str, room: int) -> int:
    """Where to cut: after as many characters as fit, or earlier at a better place in their second half."""
    fits = len(words.encode("utf-16-le", "surrogatepass")[: room * 2].decode("utf-16-le", "ignore"))
    places = (words.rfind(gap, fits // 2, fits) for gap in ("\n", " "))
    return next((place for place in places if place > 0), fits)


def units(words: str) -> int:
    """How long Telegram finds it."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def short(words: str, most: int) -> str:
    """`words`, or as much of their beginning as `most` characters hold, with … after it."""
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
