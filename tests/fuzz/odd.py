"""Odd values: texts, numbers and things that are neither."""

from __future__ import annotations

from random import Random
from typing import Any

TEXTS = (
    "", " ", "\n", "\x00", "a\x00b", "\u202e omgekeerd", "\u200b\u200d\ufeff", "é" * 40, "e\u0301\u0302" * 30,
    "👩‍👩‍👧‍👧" * 300, "🏳️‍🌈", "\U0010ffff", "\uffff", "\ud800", "\udfff x", "<b>&\"'</b>",
    "</a><script>", "{name}", "%s%n", "%(x)s",
    "'; DROP TABLE person; --", "../../etc/passwd", "a" * 4096, "b" * 20_000, "１７ｕ３０", "٣", "Ⅷ", "ﬀ", "İ", "ß",
    "17u30", "25u99", "24/11/2026", "31/02/2026", "00/00/0000", "29/02/2027", "9" * 40, "-1", "1e9", "NaN", "0x10",
    "📞 Bel me", "🕸 Mijn spinnenweb", "ik wil dood", "1813", "Niet nodig", "ja", "nee", "maandag",
    "9-17u", "9u-12u, 13u-17u",
)  # fmt: skip
COMMANDS = (
    "start", "team", "nieuw", "jongeren", "belme", "oproepen", "plan", "berichten", "agenda", "contact", "afwezig",
    "bereikbaar", "pauze", "stop", "instellingen", "hulp", "onzin", "", "/", "START", "Stop",
)  # fmt: skip
AFTER_COMMANDS = ("", "", " x", "@spoor_bot", "@spoor_bot x", "\nx", " " * 50)
NUMBERS = (0, 1, 2, 3, 7, -1, -(2**31), 2**31, 2**52, 2**63 - 1, 2**63, -(2**63) - 1, 10**30)
OTHERS: tuple[Any, ...] = (
    None,
    True,
    False,
    [],
    {},
    [[]],
    [None],
    {"": ""},
    1.5,
    -0.0,
    1e300,
    "x",
    [1, "a", {}],
    {"id": "x"},
)


def text(chance: Random) -> str:
    """A text as nobody would write it, or as somebody would."""
    match chance.randrange(6):
        case 0:
            return "".join(chr(_sign(chance)) for _ in range(chance.randint(1, 60)))
        case 1:
            return f"/{chance.choice(COMMANDS)}{chance.choice(AFTER_COMMANDS)}"
        case 2:
            return chance.choice(TEXTS) + chance.choice(TEXTS)
        case _:
            return chance.choice(TEXTS)


def _sign(chance: Random) -> int:
    top = chance.choice([0x7F, 0x7F, 0x2FF, 0xFFFF, 0x10FFFF])
    return chance.randint(0, top)


def number(chance: Random) -> int:
    """A number of any size."""
    return chance.choice(NUMBERS) if chance.random() < 0.7 else chance.randint(-(2**64), 2**64)


def anything(chance: Random) -> Any:
    """A value of any type."""
    match chance.randrange(3):
        case 0:
            return text(chance)
        case 1:
            return number(chance)
        case _:
            return chance.choice(OTHERS)
