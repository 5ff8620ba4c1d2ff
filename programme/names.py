"""What can be somebody's name here: one line, in any script."""

from __future__ import annotations

import unicodedata

from programme.words import TURNING

LONGEST_NAME = 40

# Line breaks, control characters, halves of characters and private ones.
_NEVER = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
# Something to see: a letter, a digit or a sign. Marks, spaces and joiners alone are no name.
_SEEN = frozenset("LNSP")


def read_name(text: str, longest: int = LONGEST_NAME) -> str | None:
    """The name in what was typed, with single spaces; None when it is empty, too long, or more than one line."""
    if any(unicodedata.category(sign) in _NEVER or sign in TURNING for sign in text.strip()):
        return None
    name = " ".join(text.split())
    seen = any(unicodedata.category(sign)[0] in _SEEN for sign in name)
    return name if seen and len(name) <= longest else None
