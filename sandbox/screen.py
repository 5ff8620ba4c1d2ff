"""What the bot showed on somebody's phone, each thing to be expected once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.model import Change, ChangeKind, Media, MediaKind, Message, User
from sandbox.telegram import Telegram
from sandbox.transcript import line, shown

Wanted = str | re.Pattern[str]


@dataclass(slots=True)
class Arrival:
    """A message of the bot as it was when it arrived or changed."""

    message: Message
    edited: bool
    expected: bool = False

    def __str__(self) -> str:
        """On one line."""
        return f"{'(edited) ' if self.edited else ''}{shown(self.message)}"


class Screen:
    """The `expects…` methods raise AssertionError with the transcript of the phone.

    A new message and an edit of one are each to be expected once, in any order; toasts and deletions may be.
    """

    def __init__(self, user: User, telegram: Telegram) -> None:
        self.user = user
        self._telegram = telegram
        self._arrivals: list[Arrival] = []
        self._toasts: list[str] = []
        self._lines: list[str] = []
        telegram.feed.observe(self._notice)

    def _notice(self, change: Change) -> None:
        if change.chat_id != self.user.id:
            return
        if told := line(change, self._telegram.clock.now()):
            self._lines.append(told)
        if change.toast:
            self._toasts.append(change.toast.text)
        if change.by_bot and change.message and change.kind in {ChangeKind.MESSAGE, ChangeKind.EDITED}:
            self._arrivals.append(Arrival(change.message, change.kind is ChangeKind.EDITED))

    def expects(
        self,
        wanted: Wanted,
        *,
        buttons: Sequence[str] | None = None,
        silent: bool | None = None,
        photo: bool | None = None,
        edited: bool | None = None,
    ) -> Message:
        """The first message or edit not expected before that contains `wanted` and fits what else is given.

        `buttons` names all of them in order, each by (a part of) its label; [] wants none.
        """
        for arrival in self._arrivals:
            fits = not arrival.expected and _fits(arrival, wanted, buttons, silent=silent, photo=photo, edited=edited)
            if fits:
                arrival.expected = True
                return arrival.message
        also = {"buttons": buttons, "silent": silent, "photo": photo, "edited": edited}
        asked = ", ".join(f"{name}={value!r}" for name, value in also.items() if value is not None)
        raise AssertionError(self._complaint(f"expected {_named(wanted)!r}{' with ' if asked else ''}{asked}"))

    def expects_toast(self, wanted: Wanted) -> str:
        """The first toast not expected before that contains `wanted`."""
        for number, toast in enumerate(self._toasts):
            if _contains(toast, wanted):
                return self._toasts.pop(number)
        raise AssertionError(self._complaint(f"expected a toast {_named(wanted)!r}"))

    def expects_nothing(self) -> None:
        """Nothing arrived that was not expected."""
        if self.unexpected():
            raise AssertionError(self._complaint("expected nothing more"))

    def expects_no_word(self, *words: str) -> None:
        """None of these words ever stood on this phone, written by the bot."""
        for arrival in self._arrivals:
            if any(word in shown(arrival.message) for word in words):
                raise AssertionError(self._complaint(f"expected none of {words}"))

    def unexpected(self) -> tuple[Arrival, ...]:
        """What arrived and nobody expected yet."""
        return tuple(arrival for arrival in self._arrivals if not arrival.expected)

    def sees(self) -> tuple[Message, ...]:
        """The chat as it is on the screen now, oldest first."""
        return self._telegram.messages(self.user.id)

    def transcript(self) -> str:
        """All that happened on this phone."""
        return "\n".join(f"    {told}" for told in self._lines) or "    (nothing ever happened here)"

    def _complaint(self, what: str) -> str:
        waiting = "\n".join(f"    {arrival}" for arrival in self.unexpected()) or "    (nothing)"
        name = self.user.first_name
        return f"{name}: {what}\n  not expected yet:\n{waiting}\n  {name}'s phone:\n{self.transcript()}"


def _fits(
    arrival: Arrival,
    wanted: Wanted,
    buttons: Sequence[str] | None,
    *,
    silent: bool | None,
    photo: bool | None,
    edited: bool | None,
) -> bool:
    message = arrival.message
    is_photo = isinstance(message.attachment, Media) and message.attachment.kind is MediaKind.PHOTO
    return (
        _contains(message.plain, wanted)
        and (buttons is None or _labelled([button.text for button in message.buttons], buttons))
        and silent in (None, message.silent)
        and photo in (None, is_photo)
        and edited in (None, arrival.edited)
    )


def _labelled(labels: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(labels) == len(wanted) and all(part in label for part, label in zip(wanted, labels, strict=True))


def _contains(text: str, wanted: Wanted) -> bool:
    return wanted in text if isinstance(wanted, str) else bool(wanted.search(text))


def _named(wanted: Wanted) -> str:
    return wanted if isinstance(wanted, str) else wanted.pattern
