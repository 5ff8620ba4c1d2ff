"""The bot's command menus, per scope and language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox.model import Command, User


@dataclass(frozen=True, slots=True)
class Scope:
    """For whom a menu is; the kinds are the wire's (`default`, `all_private_chats`, `chat`, …)."""

    kind: str = "default"
    chat_id: int | None = None
    user_id: int | None = None


class Menus:
    """Which commands a phone offers, and what hangs on the menu button."""

    def __init__(self) -> None:
        self._commands: dict[tuple[Scope, str], tuple[Command, ...]] = {}
        self._buttons: dict[int | None, str] = {}

    def set(self, scope: Scope, language: str, commands: tuple[Command, ...]) -> None:
        """Put a menu in place; an empty one is the same as none."""
        self._commands[scope, language] = commands

    def get(self, scope: Scope, language: str) -> tuple[Command, ...]:
        """Exactly the menu of this scope and language."""
        return self._commands.get((scope, language), ())

    def of(self, person: User) -> tuple[Command, ...]:
        """What this person's phone offers: the narrowest menu that is filled in."""
        return next(filter(None, self._candidates(person)), ())

    def _candidates(self, person: User) -> Iterator[tuple[Command, ...]]:
        for scope in (Scope("chat", person.id), Scope("all_private_chats"), Scope()):
            yield self.get(scope, person.language_code or "")
            yield self.get(scope, "")

    def set_button(self, chat_id: int | None, kind: str) -> None:
        """`commands`, `default` or `web_app`; without a chat: everywhere."""
        self._buttons[chat_id] = kind

    def button(self, chat_id: int | None) -> str:
        """What the menu button does in a chat."""
        return self._buttons.get(chat_id, self._buttons.get(None, "default"))
