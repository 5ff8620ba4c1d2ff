"""Reading the Dutch catalogue, and what a machine can say against a translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from chat.language import LOCALES

ROOT = Path(__file__).parent.parent.parent

# A youth reads little: no sentence is longer, in words. What follows a colon counts apart.
LONGEST_SENTENCE = 12
# One word more, to a colleague: this sentence was agreed as it is.
AS_AGREED = {"Nog {count} keer samen met {name} deze week om aan {target} te komen."}

# Words that stand above somebody, or are of the office. Neither to a youth, nor to a colleague about one.
NOT_OURS = re.compile(
    r"\b(je moet|moet je|moeten|vergeet niet|helaas|pas op|let op|u|uw|cliënt\w*|dossier\w*|traject\w*|hulpvraag)\b",
    re.IGNORECASE,
)
OUR_TAGS = re.compile(r"</?(?:b|i|u|s|code|tg-spoiler)>")
COMMAND_OR_NUMBER = re.compile(r"/[a-z]+\b|\b1\d{2,3}\b")


def catalogue() -> Catalog:
    """As it stands in the repository."""
    with (LOCALES / "nl" / "LC_MESSAGES" / "bot.po").open("rb") as source:
        return read_po(source, locale="nl")


def messages() -> list[Message]:
    """Each text with its translation."""
    return [message for message in catalogue() if message.id]


def forms(value: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """One form, or one for each number."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def in_the_code() -> set[tuple[str, ...]]:
    """What Babel finds, asked as `make catalogue` asks it."""
    with (ROOT / "locales/babel.cfg").open() as source:
        methods, options = parse_mapping_cfg(source)  # type: ignore[no-untyped-call]  # Babel has no types here
    found = extract_from_dir(ROOT, methods, options, {**DEFAULT_KEYWORDS, "plural": (1, 2)})
    return {forms(text) for _file, _line, text, _comments, _context in found}


def problems(message: Message) -> Iterator[str]:
    """What is wrong with a translation; nothing when it is fine."""
    english, dutch = forms(message.id), forms(message.string)
    if message.fuzzy or not all(dutch) or len(dutch) != len(english):
        yield "not translated"
        return
    names = _names(english[-1])
    if any(not names - {"count"} <= _names(form) <= names for form in (*english, *dutch)) or _names(dutch[-1]) != names:
        yield "other values"
    for one, other in zip(english, dutch, strict=True):
        yield from _unlike(one, other)
        yield from _not_our_voice(other)


def _unlike(english: str, dutch: str) -> Iterator[str]:
    if Counter(OUR_TAGS.findall(english)) != Counter(OUR_TAGS.findall(dutch)) or re.search(r"[<>&]", _bare(dutch)):
        yield "other tags"
    if COMMAND_OR_NUMBER.findall(_bare(english)) != COMMAND_OR_NUMBER.findall(_bare(dutch)):
        yield "other commands or numbers"


def _not_our_voice(dutch: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?:])\s+|\n+", _bare(dutch)):
        words = [word for word in sentence.split() if re.search(r"\w", word)]
        if len(words) > LONGEST_SENTENCE and sentence not in AS_AGREED:
            yield f"a long sentence: {sentence}"
    if NOT_OURS.search(dutch):
        yield "words that are not ours"
    if dutch != " ".join(dutch.split()):
        yield "white space"


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _bare(text: str) -> str:
    return OUR_TAGS.sub("", text)
