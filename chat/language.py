"""Texts, translated when they are shown.

A screen holds phrases (the English text is the name of the phrase); only `Language.show` turns them into words, in the
language of whoever reads them. Every inserted value is escaped there, so that nobody's name can break a message.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("nl", "en")

Value: TypeAlias = "str | int | Decimal | date | time | Weekday | Text"


@dataclass(frozen=True)
class Weekday:
    """A day near enough to be called by its weekday alone."""

    day: date


@dataclass(frozen=True)
class Phrase:
    """One text, with the values to be filled in."""

    english: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str | None = None
    count: int = 1


@dataclass(frozen=True)
class Verbatim:
    """Somebody's own words, or a name: shown as they are, in no language of ours."""

    words: str


@dataclass(frozen=True)
class Capital:
    """A text that begins with a capital: where it stands alone, or first in a sentence."""

    part: Text


@dataclass(frozen=True)
class Joined:
    """Several texts, one after the other."""

    parts: tuple[Text, ...]
    between: str


Text: TypeAlias = Phrase | Verbatim | Capital | Joined

# A language calls itself by its own name, whatever one reads now.
NAMES: dict[str, Text] = {"nl": Verbatim("Nederlands"), "en": Verbatim("English")}


def _(english: str, /, **values: Value) -> Phrase:
    """A phrase. `{name}` in it is filled with the value called so."""
    return Phrase(english, tuple(values.items()))


def plural(one: str, many: str, count: int, /, **values: Value) -> Phrase:
    """A phrase that depends on a number; `{count}` is filled with it."""
    return Phrase(one, (("count", count), *values.items()), many, count)


def lines(*parts: Text | None) -> Joined:
    """Each part on a line of its own; None is left out."""
    return Joined(tuple(part for part in parts if part is not None), "\n")


def paragraphs(*parts: Text | None) -> Joined:
    """Each part as a paragraph; None is left out."""
    return Joined(tuple(part for part in parts if part is not None), "\n\n")


class Language:
    """One language: its texts, dates and times."""

    def __init__(self, code: str, texts: NullTranslations) -> None:
        self.code = code
        self._texts = texts

    def show(self, text: Text) -> str:
        """As HTML for a message: inserted values are escaped, our own tags are not."""
        return self._show(text, lambda words: html.escape(words, quote=False))

    def plain(self, text: Text) -> str:
        """As plain text, for a button or a short notice."""
        return self._show(text, str)

    def _show(self, text: Text, escape: Callable[[str], str]) -> str:
        if isinstance(text, Verbatim):
            return escape(text.words)
        if isinstance(text, Capital):
            shown = self._show(text.part, escape)
            return shown[:1].upper() + shown[1:]
        if isinstance(text, Joined):
            return text.between.join(self._show(part, escape) for part in text.parts)
        return self._pattern(text).format_map({name: self._value(value, escape) for name, value in text.values})

    def _pattern(self, phrase: Phrase) -> str:
        if phrase.plural is None:
            return self._texts.gettext(phrase.english)
        return self._texts.ngettext(phrase.english, phrase.plural, phrase.count)

    def _value(self, value: Value, escape: Callable[[str], str]) -> str:
        if isinstance(value, Weekday):
            return format_date(value.day, "EEEE", locale=self.code)
        if isinstance(value, date):
            return format_date(value, "EEEE d MMMM", locale=self.code)
        if isinstance(value, time):
            return self._time(value)
        if isinstance(value, Decimal):
            return format_decimal(value, "0.#", locale=self.code)
        if isinstance(value, str | int):
            return escape(str(value))
        return self._show(value, escape)

    def _time(self, value: time) -> str:
        if self.code != "nl":
            return f"{value:%H:%M}"
        return f"{value.hour}u{value.minute:02}" if value.minute else f"{value.hour}u"


@cache
def language(code: str) -> Language:
    """The language with this code; English for one we do not have."""
    return Language(code, _texts(code)) if code in LANGUAGES else language("en")


def _texts(code: str) -> NullTranslations:
    """The catalogue, read from its .po file; English is the phrases themselves."""
    path = LOCALES / code / "LC_MESSAGES" / "bot.po"
    if not path.exists():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as source:
        write_mo(compiled, read_po(source, locale=code))
    compiled.seek(0)
    return GNUTranslations(compiled)
