"""What people typed, as it is kept: without what cannot be seen or would rearrange what stands beside it."""

from __future__ import annotations

import unicodedata

# The marks that turn the direction of all text after them, with which words could rearrange a whole message.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """All of it on one line, with single spaces. Joiners of emoji stay."""
    return " ".join("".join(_shown(sign) for sign in text).split())


def says_something(text: str) -> bool:
    """Whether there is a letter or digit in it: of signs alone nobody would know later what was meant."""
    return any(unicodedata.category(sign)[0] in "LN" for sign in text)


def _shown(sign: str) -> str:
    kind = unicodedata.category(sign)
    if sign.isspace() or kind == "Cc":
        return " "
    return "" if kind in {"Cs", "Co", "Cn"} or sign in TURNING else sign
