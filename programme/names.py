"""What can be somebody's name here: one line, in any script."""

from __future__ import annotations

import unicodedata

LONGEST_NAME = 40

# Line breaks, control characters, halves of characters and private ones; and the marks that turn the direction of
# all text after them, with which a name could rearrange a whole message.
_NEVER = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Something to see: a letter, a digit or a sign. Marks, spaces and joiners alone are no name.
_SEEN = frozenset("LNSP")


def read_name(text: str, longest: int = LONGEST_NAME) -> str | None:
    """The name in what was typed, with single spaces; None when it is empty, too long, or more than one line."""
    if any(unicodedata.category(sign) in _NEVER or sign in _TURNING for sign in text.strip()):
        return None
    name = " ".join(text.split())
    seen = any(unicodedata.category(sign)[0] in _SEEN for sign in name)
    return name if seen and len(name) <= longest else None
