"""Every line of the table of contents as something that a person can do; nothing of it is written out by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from random import Random
from typing import TypeVar

from chat.taps import Tap
from handlers import TABLE
from handlers.routing import ANYTHING, CORRECTION, ReplyTo, Route
from store.flow import Step
from tests.fuzz.door import Json
from tests.fuzz.filled import filled
from tests.fuzz.payloads import SECONDS

T = TypeVar("T")

LINES: tuple[Route, ...] = tuple(
    route for entry in TABLE for route in (entry if isinstance(entry, tuple) else (entry,))
)
# Where a message of ours stands in their chat to which they reply, or under which they tap.
OURS = 700
# What is typed at a step: what some of them want, and what others do. The day is one of the coming weeks.
A_DAY = date(2026, 12, 8)
TYPED = ("een paar woorden", f"{A_DAY:%d/%m/%Y}", "17u30", "9u-17u", "3")


@dataclass(frozen=True)
class Prepared:
    """What has to be there before: where they are in a conversation, or a message of ours about somebody."""

    step: Step | None = None
    filled_in: tuple[int, int] = (0, 0)
    """The first number of the form that belongs to it, and the others."""
    reply_to: str | None = None
    about: int | None = None


@dataclass(frozen=True)
class Deed:
    """Something somebody does."""

    update: Json
    prepared: Prepared = Prepared()


def deeds(
    line: Route, sender: int, numbers: Sequence[int], *, fully: bool = False, typed: Sequence[str] = TYPED
) -> Iterator[Deed]:
    """All that this line may answer to, from this account, about these numbers. Raises LookupError for a kind of line
    that is not known here: say how somebody does it.
    """
    match line.trigger:
        case type() as kind if issubclass(kind, Tap):
            taps = [tap(sender, data) for data in filled(kind, numbers, fully=fully)]
            yield from (Deed(each) for each in taps)
            ways = product(_steps_beside(line), few(taps, AT_A_STEP), [(a, b) for a in numbers for b in numbers])
            yield from (Deed(each, Prepared(step, form)) for step, each, form in few(list(ways), AT_A_STEP))
        case Step() as step:
            forms = product(numbers, numbers, typed)
            all_ = [Deed(says(sender, words), Prepared(step, (first, other))) for first, other, words in forms]
            yield from few(all_, AT_A_STEP)
        case ReplyTo(kind):
            reply = says(sender, typed[0], reply_to=OURS)
            yield from (Deed(reply, Prepared(reply_to=kind, about=number)) for number in numbers)
        case str(word) if word == CORRECTION:
            yield from (Deed({"update_id": 1, "edited_message": _written(sender, typed[0], number)}) for number in MINE)
        case str(word) if word == ANYTHING:
            yield Deed(says(sender, typed[0]))
        case str(word):
            yield from (Deed(says(sender, text)) for text in (word, f"{word} {numbers[-1]}"))
        case other:
            raise LookupError(other)


def _steps_beside(line: Route) -> list[Step]:
    """Where somebody may be when they tap: the steps of the same file."""
    file = line.handle.__module__
    return [other.trigger for other in LINES if isinstance(other.trigger, Step) and other.handle.__module__ == file]


def few(all_: Sequence[T], count: int) -> Sequence[T]:
    """So many of them, from everywhere among them, the same every time."""
    return all_ if len(all_) <= count else Random(0).sample(all_, count)


# So many different ways to stand at a step.
AT_A_STEP = 12
# Numbers of messages that somebody changes.
MINE = range(1, 8)


def tap(sender: int, data: str) -> Json:
    """A tap under a message of ours."""
    under = {**_written(sender, "?", OURS), "from": {"id": 1, "is_bot": True, "first_name": "Spoor"}}
    whose = {"id": "1", "from": _user(sender), "chat_instance": "1"}
    return {"update_id": 1, "callback_query": {**whose, "data": data, "message": under}}


def says(sender: int, words: str, *, reply_to: int | None = None) -> Json:
    """A message."""
    message = _written(sender, words, 801)
    if reply_to is not None:
        message["reply_to_message"] = {**_written(sender, "?", reply_to), "from": None}
    return {"update_id": 1, "message": message}


def _written(sender: int, words: str, number: int) -> Json:
    chat = {"id": sender, "type": "private", "first_name": "X"}
    return {"message_id": number, "date": SECONDS, "chat": chat, "from": _user(sender), "text": words}


def _user(sender: int) -> Json:
    return {"id": sender, "is_bot": False, "first_name": "X", "language_code": "nl"}


def name_of(line: Route) -> str:
    """A label for it."""
    kind = line.trigger
    return str(kind.name if isinstance(kind, type) and issubclass(kind, Tap) else getattr(kind, "value", kind))
