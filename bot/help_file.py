"""HELP_FILE: an organisation's own numbers, and words that hint at suicide. help.example.toml explains it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.ending import WrongSetting
from bot.settings import ADVICE
from programme.crisis import BUILT_IN, HINTS, Hints
from programme.crisis_words import EVERYDAY
from programme.helplines import HELP_LINES, NEEDED, NOT_BELGIAN, HelpFor, HelpLine
from programme.phrases import read_phrase

_PLACES = {"line", "words"}
_OF_A_LINE = {"number", "name", "for", "says", "always", "checked_on"}
_LISTS = ("hints", "everyday", "leave_out")
_NUMBER = re.compile(r"\+?[0-9][0-9 ]{1,18}[0-9]")
_LONGEST = 60
_MOST_LINES = 20
_PURPOSES = ", ".join(HelpFor)


@dataclass(frozen=True)
class Help:
    """What holds for as long as the bot runs."""

    lines: tuple[HelpLine, ...] = HELP_LINES
    hints: Hints = HINTS


def read_help(path: str) -> Help:
    """What this file says; without one, what is built in. Raises WrongSetting, with a sentence for each mistake."""
    if not path:
        return Help()
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise WrongSetting(f"HELP_FILE cannot be used: {ADVICE['HELP_FILE']}") from None
    except tomllib.TOMLDecodeError as error:
        raise WrongSetting(f"HELP_FILE is no TOML: {error}.") from None
    if mistakes := list(_mistakes(table)):
        raise WrongSetting("\n".join(f"HELP_FILE: {mistake}" for mistake in mistakes))
    return Help(_lines(table.get("line", [])) or HELP_LINES, _hints(table.get("words", {})))


def _mistakes(table: dict[str, Any]) -> Iterator[str]:
    for name in sorted(table.keys() - _PLACES):
        yield f"{name} says nothing here: there is only [[line]] and [words]."
    yield from _mistakes_in_lines(table.get("line"))
    yield from _mistakes_in_words(table.get("words"))


# --- Numbers ---


def _mistakes_in_lines(lines: Any) -> Iterator[str]:
    if lines is None:
        return
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        yield "write each number under [[line]]."
        return
    for at, line in enumerate(lines, 1):
        yield from (f"line {at} ({line.get('number', 'no number')}): {mistake}" for mistake in _mistakes_in(line))
    numbers = [str(line.get("number")) for line in lines]
    twice = sorted({number for number in numbers if numbers.count(number) > 1})
    yield from (f"{number} stands there twice." for number in twice)
    if len(lines) > _MOST_LINES:
        yield f"that is more than fits in one message: {_MOST_LINES} lines at most."
    for purpose in NEEDED:
        if not any(line.get("for") == purpose and line.get("always") is True for line in lines):
            yield f'a line for = "{purpose}" with always = true is missing.'


def _mistakes_in(line: dict[str, Any]) -> Iterator[str]:
    if unknown := sorted(line.keys() - _OF_A_LINE):
        yield f"{', '.join(unknown)} says nothing here."
    number = line.get("number")
    if not isinstance(number, str) or not _NUMBER.fullmatch(number):
        yield 'number must be figures between quotes, like "0800 13 500".'
    elif number == NOT_BELGIAN:
        yield "that is a Dutch number, which cannot be reached from Belgium."
    if not _is_words(line.get("name")):
        yield f"name must be a few words, {_LONGEST} letters at most."
    if "for" in line and line["for"] not in list(HelpFor):
        yield f"for must be one of {_PURPOSES}."
    if "says" in line and not _is_words(line["says"]):
        yield f"says must be a few words, {_LONGEST} letters at most."
    if not line.keys() & {"for", "says"}:
        yield "for or says must tell when to call it."
    if not isinstance(line.get("always"), bool):
        yield "always must be true or false."
    if not isinstance(line.get("checked_on"), date) or isinstance(line.get("checked_on"), datetime):
        yield "checked_on must be a day, like 2026-11-23 without quotes."


def _is_words(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST


def _lines(lines: list[dict[str, Any]]) -> tuple[HelpLine, ...]:
    """Those that answer day and night first, otherwise as they stand there."""
    read = [
        HelpLine(
            line["number"],
            line["name"].strip(),
            HelpFor(line["for"]) if "for" in line else None,
            line["always"],
            line["checked_on"],
            line.get("says"),
        )
        for line in lines
    ]
    return tuple(sorted(read, key=lambda line: not line.always))


# --- Words ---


def _mistakes_in_words(words: Any) -> Iterator[str]:
    if words is None:
        return
    if not isinstance(words, dict):
        yield "write the words under [words]."
        return
    if unknown := sorted(words.keys() - set(_LISTS)):
        yield f"{', '.join(unknown)} says nothing under [words]: there is {', '.join(_LISTS)}."
    for name, phrases in words.items():
        if name not in _LISTS:
            continue
        if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
            yield f"{name} must be a list of phrases between quotes."
        elif name == "leave_out":
            yield from (f"leave_out: the bot has no {phrase!r}." for phrase in phrases if phrase not in BUILT_IN)
        else:
            yield from (f"{name}: {phrase!r} cannot be read." for phrase in phrases if not _can_be_read(phrase))


def _can_be_read(phrase: str) -> bool:
    try:
        read_phrase(phrase)
    except ValueError:
        return False
    return True


def _hints(words: dict[str, list[str]]) -> Hints:
    if not any(words.values()):
        return HINTS
    left = [phrase for phrase in BUILT_IN if phrase not in words.get("leave_out", [])]
    return Hints([*left, *words.get("hints", [])], [*EVERYDAY, *words.get("everyday", [])])
