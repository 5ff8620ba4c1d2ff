"""Every line of the table of contents as something that a person can do; nothing of it is written out by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from chat.taps import Tap
from handlers import TABLE
from handlers.routing import ANYTHING, CORRECTION, ReplyTo, Route
from store.flow import Step
from tests.fuzz.door import Json
from tests.fuzz.filled import filled
from tests.fuzz.payloads import SECONDS

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
    filled: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True)
class Deed:
    """Something somebody does."""

    update: Json
    prepared: Prepared = Prepared()


def deeds(line: Route, sender: int, numbers: Sequence[int], steps: Steps) -> Iterator[Deed]:
    """All that this line may answer to, from this account, about these numbers. Raises LookupError for a kind of line
    that is not known here: say how somebody does it.
    """
    match line.trigger:
        case type() as kind if issubclass(kind, Tap):
            yield from (Deed(tap(sender, data)) for data in filled(kind, list(numbers)))
        case Step() as step:
            for written in islice(steps.get(step, ()), TRIED):
                yield from (Deed(says(sender, words), Prepared(step, written)) for words in TYPED)
        case ReplyTo(kind):
            yield Deed(says(sender, TYPED[0], reply_to=OURS), Prepared(reply_to=kind))
        case str(word) if word == CORRECTION:
            yield from (Deed({"update_id": 1, "edited_message": _written(sender, TYPED[0], number)}) for number in MINE)
        case str(word) if word == ANYTHING:
            yield Deed(says(sender, TYPED[0]))
        case str(word):
            yield from (Deed(says(sender, text)) for text in (word, f"{word} {numbers[-1]}"))
        case other:
            raise LookupError(other)


Steps = dict[Step, list[str | None]]
"""For a step, what stood filled in when somebody came there."""

# So many different ways to stand at a step.
TRIED = 3
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
