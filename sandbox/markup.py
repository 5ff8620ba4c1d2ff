"""Telegram's HTML: read as the Bot API reads it, written safely for a page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from itertools import pairwise

from sandbox.model import Entity, Text
from sandbox.plain import clean, units
from sandbox.refusals import RefusedError, bad_request

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
#: How a page may show them; any other kind is shown as plain text.
SHOWN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}

_TAG = re.compile(r"<(/?)([A-Za-z0-9-]*)([^<>]*)(>?)")
_ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    at: int
    url: str | None = None
    language: str | None = None


@dataclass(slots=True)
class _Reader:
    """Reads from left to right; `read` is what came out so far."""

    source: str
    read: str = ""
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def text(self) -> Text:
        position = 0
        while (start := self.source.find("<", position)) >= 0:
            self.read += _unescaped(self.source[position:start])
            position = self._tag(start)
        self.read += _unescaped(self.source[position:])
        if self.opened:
            raise _broken(f'Can\'t find end tag corresponding to start tag "{self.opened[-1].tag}"')
        ordered = sorted(self.entities, key=lambda entity: (entity.offset, -entity.length))
        return Text(self.read, tuple(ordered))

    def _tag(self, start: int) -> int:
        match = _TAG.match(self.source, start)
        if match is None:
            raise _broken(f'Unsupported start tag "" at byte offset {self._byte(start)}')
        if match[1]:
            self._close(match[2].lower(), start)
        else:
            self._start(match, start)
        return match.end()

    def _start(self, match: re.Match[str], start: int) -> None:
        tag, attributes = match[2].lower(), _attributes(match[3])
        known = tag in KINDS and (tag != "span" or attributes.get("class") == "tg-spoiler")
        if not known:
            raise _broken(f'Unsupported start tag "{tag}" at byte offset {self._byte(start)}')
        if not match[4]:
            raise _broken(f"Unclosed start tag at byte offset {self._byte(start)}")
        language = attributes.get("class", "").removeprefix("language-") if tag == "code" else ""
        self.opened.append(_Open(tag, units(self.read), attributes.get("href"), language or None))

    def _close(self, tag: str, start: int) -> None:
        if not self.opened:
            raise _broken(f"Unexpected end tag at byte offset {self._byte(start)}")
        opened = self.opened.pop()
        if tag not in ("", opened.tag):
            raise _broken(
                f'Unmatched end tag at byte offset {self._byte(start)}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        self._mark(opened, units(self.read) - opened.at)

    def _mark(self, opened: _Open, length: int) -> None:
        if length <= 0 or (opened.tag == "a" and not (opened.url or "").strip()):
            return
        url = opened.url if opened.tag == "a" else None
        self.entities.append(Entity(KINDS[opened.tag], opened.at, length, url, opened.language))

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())


def read_html(source: str) -> Text:
    """Text and formatting of Telegram's HTML; raises RefusedError as the Bot API does."""
    return _Reader(clean(source)).text()


def _broken(reason: str) -> RefusedError:
    return bad_request(f"can't parse entities: {reason}")


def _unescaped(text: str) -> str:
    return _REFERENCE.sub(_referred, text)


def _referred(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1], 16) if match[1] else int(match[2])
    valid = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return chr(code) if valid else match[0]


def _attributes(source: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(source)
    return {name.lower(): _unescaped(double or single or bare) for name, double, single, bare in found}


def safe_html(text: Text) -> str:
    """HTML for a page: all text escaped, only known tags, links only to http(s), tg: and tel:."""
    plain = text.plain.encode("utf-16-le", "surrogatepass")
    edges = sorted({0, len(plain) // 2, *_edges(text)})
    pieces = (_piece(plain, text.entities, start, end) for start, end in pairwise(edges))
    return "".join(pieces)


def _edges(text: Text) -> set[int]:
    starts = {entity.offset for entity in text.entities}
    return starts | {entity.offset + entity.length for entity in text.entities}


def _piece(plain: bytes, entities: tuple[Entity, ...], start: int, end: int) -> str:
    written = plain[2 * start : 2 * end].decode("utf-16-le", "replace")
    shown = html.escape(written)
    around = [one for one in entities if one.offset <= start and end <= one.offset + one.length]
    for entity in reversed(around):
        whole = plain[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le", "replace")
        shown = _wrapped(entity, whole, shown)
    return shown


def _wrapped(entity: Entity, whole: str, shown: str) -> str:
    if target := _target(entity, whole):
        return f'<a href="{html.escape(target)}" rel="noopener">{shown}</a>'
    if entity.kind == "spoiler":
        return f'<span class="spoiler">{shown}</span>'
    tag = SHOWN.get(entity.kind)
    return f"<{tag}>{shown}</{tag}>" if tag else shown


def _target(entity: Entity, whole: str) -> str | None:
    match entity.kind:
        case "text_link":
            return entity.url if re.match(r"(?:https?|tg|tel):", entity.url or "") else None
        case "url":
            return whole if whole.startswith("http") else f"https://{whole}"
        case "email":
            return f"mailto:{whole}"
        case "phone_number":
            return "tel:" + re.sub(r"[^\d+]", "", whole)
        case _:
            return None
