"""Plain text as Telegram keeps it: cleaned, trimmed, measured in UTF-16, its links found."""

from __future__ import annotations

import re
from dataclasses import replace

from sandbox.model import Entity, Text

_ON = r"[^\s<>\"]*[^\s<>\".,;:!?)'\]]"  # goes on to the next space, without the stop of a sentence
_DATE = r"\d\d?[./-]\d\d?[./-]\d{4}"
_ENDS = "be|brussels|com|eu|info|net|nl|org|vlaanderen"

#: What Telegram marks by itself. Earlier lines win where two overlap.
FOUND = (
    ("url", re.compile(rf"\b(?:https?://|t\.me/|www\.){_ON}")),
    ("url", re.compile(rf"(?<![\w@./-])(?:[\w-]+\.)+(?:{_ENDS})\b(?![@\w-]|\.\w)(?:/{_ON})?", re.ASCII)),
    ("email", re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z]\w{3,31}\b")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?\b(?!/)", re.ASCII)),
    ("phone_number", re.compile(rf"(?<![\w+])(?!{_DATE})(?:\+|0)\d(?:[ ./-]?\d){{7,13}}\b")),
)

#: What stands in the place of a hidden letter.
MASK = "▒"

_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")


def clean(text: str) -> str:
    """Control characters become spaces, carriage returns go."""
    return _CONTROL.sub(" ", text.replace("\r", ""))


def units(text: str) -> int:
    """The length in UTF-16 units, in which Telegram counts offsets."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def trimmed(text: Text) -> Text:
    """Without white space around it; what marks only white space goes too."""
    plain = text.plain.strip()
    before = units(text.plain[: len(text.plain) - len(text.plain.lstrip())])
    moved = (_within(entity, -before, units(plain)) for entity in text.entities)
    return Text(plain, tuple(entity for entity in moved if entity.length > 0))


def _within(entity: Entity, shift: int, end: int) -> Entity:
    start = max(entity.offset + shift, 0)
    stop = min(entity.offset + shift + entity.length, end)
    return replace(entity, offset=start, length=stop - start)


def with_links(text: Text) -> Text:
    """With commands, addresses and telephone numbers marked, where nothing marked them as code or link."""
    taken = [entity for entity in text.entities if entity.kind in {"code", "pre", "text_link"}]
    for kind, pattern in FOUND:
        for match in pattern.finditer(text.plain):
            entity = Entity(kind, units(text.plain[: match.start()]), units(match.group()))
            if not any(_overlap(entity, other) for other in taken):
                taken.append(entity)
    found = [entity for entity in taken if entity not in text.entities]
    return Text(text.plain, tuple(sorted((*text.entities, *found), key=_order)))


def _overlap(one: Entity, other: Entity) -> bool:
    return one.offset < other.offset + other.length and other.offset < one.offset + one.length


def _order(entity: Entity) -> tuple[int, int]:
    return entity.offset, -entity.length


def masked(text: Text) -> str:
    """The text as a list or a quote shows it: what is hidden until tapped stays hidden there."""
    plain = text.plain.encode("utf-16-le", "surrogatepass")
    for entity in text.entities:
        if entity.kind == "spoiler":
            start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
            plain = plain[:start] + (MASK * entity.length).encode("utf-16-le") + plain[end:]
    return plain.decode("utf-16-le", "replace")


def typed(text: str) -> Text:
    """What a person typed, as it arrives."""
    return with_links(trimmed(Text(clean(text))))
