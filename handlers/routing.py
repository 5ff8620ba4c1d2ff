"""How a line in the table of contents (handlers/__init__.py) is written and found.

Default deny: a line names the roles that may use it, and what no line allows does not happen.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from chat.language import LANGUAGES, Text, language
from chat.taps import Tap
from chat.turn import Turn
from programme.people import Role
from store.flow import Step

T = TypeVar("T", bound=Tap)
Roles = frozenset[Role]
Handler = Callable[[Turn], Awaitable[None]]

ANYTHING = "anything"
CORRECTION = "correction"


@dataclass(frozen=True)
class ReplyTo:
    """A reply to a message of ours, of this kind."""

    kind: str


@dataclass(frozen=True)
class Route:
    """One line: who may, and what happens.

    `trigger`: a command, a kind of tap, a step, a reply, a word of the keyboard, a correction, anything at all.
    """

    trigger: Any
    roles: Roles
    handle: Callable[..., Awaitable[None]]


def on_command(name: str, handle: Handler, roles: Roles) -> Route:
    """When they send /name."""
    return Route(f"/{name}", roles, handle)


def on_tap(kind: type[T], handle: Callable[[Turn, T], Awaitable[None]], roles: Roles) -> Route:
    """When they tap such a button."""
    return Route(kind, roles, handle)


def on_step(step: Step, handle: Handler, roles: Roles) -> Route:
    """When they write while the bot waits for it."""
    return Route(step, roles, handle)


def on_reply(kinds: Iterable[str], handle: Handler, roles: Roles) -> tuple[Route, ...]:
    """When they reply to a message of one of these kinds."""
    return tuple(Route(ReplyTo(kind), roles, handle) for kind in kinds)


def on_anything(handle: Handler, roles: Roles) -> Route:
    """When they send something that nothing else is for."""
    return Route(ANYTHING, roles, handle)


def on_correction(handle: Handler, roles: Roles) -> Route:
    """When they change a message of theirs. That triggers nothing else."""
    return Route(CORRECTION, roles, handle)


def on_word(word: Text, handle: Handler, roles: Roles) -> tuple[Route, ...]:
    """When they send a word of the keyboard at the bottom of their chat, in any of our languages."""
    return tuple(Route(language(code).plain(word), roles, handle) for code in LANGUAGES)


class TableOfContents:
    """All lines, found by role and trigger. Raises ValueError for two lines that would answer to the same."""

    def __init__(self, routes: Iterable[Route | tuple[Route, ...]]) -> None:
        self._lines: dict[tuple[Role, Any], Callable[..., Awaitable[None]]] = {}
        for entry in routes:
            for route in entry if isinstance(entry, tuple) else (entry,):
                self._add(route)

    def _add(self, route: Route) -> None:
        for role in route.roles:
            known = self._lines.setdefault((role, route.trigger), route.handle)
            if known is not route.handle:
                raise ValueError(f"two lines for {route.trigger} of a {role}")

    def find(self, role: Role, trigger: Any) -> Callable[..., Awaitable[None]] | None:
        """What happens for this role; None when nothing may."""
        return self._lines.get((role, trigger))
