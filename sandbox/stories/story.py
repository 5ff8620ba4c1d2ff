"""What a story is: steps with a caption, played by people with phones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sandbox.cast import Cast
from sandbox.wishes import Step

#: What hangs under the question of the day.
FACES = ("😣", "🙁", "😐", "🙂", "😄")


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence in the two languages of the page."""

    nl: str
    en: str


class Stage(Protocol):
    """Where a story is played. Everything waits until it can be done, and raises AssertionError when it cannot."""

    async def says(self, name: str, text: str, *, reply_to: str | None = None) -> None:
        """Somebody writes, perhaps in reply to the newest message that contains `reply_to`."""

    async def taps(self, name: str, label: str, *, on: str | None = None) -> None:
        """Somebody taps the newest button with this label, under a message that contains `on`."""

    async def opens_link_of(self, name: str, other: str) -> None:
        """Somebody opens, on their own phone, the newest link on the phone of another."""

    async def expects(
        self, name: str, text: str, *, buttons: Sequence[str] | None = None, edited: bool | None = None
    ) -> None:
        """A message with this text is on somebody's phone; `buttons` names all of them, `edited` asks how it came."""

    async def expects_no_word(self, name: str, *words: str) -> None:
        """The bot never wrote any of these words on somebody's phone."""

    async def winds(self, step: Step, *, times: int = 1) -> None:
        """The clock goes on, by so many steps."""

    async def telegram_goes(self, *, down: bool) -> None:
        """Telegram stops to answer the bot, or is there again."""


Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Scene:
    """One step of a story. `phones` are those to look at, the most important one first."""

    caption: Both
    phones: tuple[str, ...]
    play: Play


class Story:
    """A story under a short name; it begins with `cast`, on a morning in which nothing happened yet."""

    def __init__(self, name: str, title: Both, cast: Cast) -> None:
        self.name = name
        self.title = title
        self.cast = cast
        self.scenes: list[Scene] = []

    def scene(self, nl: str, en: str, *phones: str) -> Callable[[Play], Play]:
        """The decorated function is the next step; its caption says, in one line, what happens and why."""

        def add(play: Play) -> Play:
            self.scenes.append(Scene(Both(nl, en), phones, play))
            return play

        return add

    async def play(self, stage: Stage) -> None:
        """From beginning to end."""
        for scene in self.scenes:
            await scene.play(stage)
