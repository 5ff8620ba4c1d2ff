"""Who has an account, and how each stands towards the bot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sandbox.model import Chat, ChatKind, User
from sandbox.refusals import bad_request, forbidden

#: Larger than 32 bits, as Telegram's ids are nowadays.
FIRST_PERSON = 5_000_000_001
FIRST_GROUP = -1_000_000_001


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a person opened the bot's chat, blocked the bot, or left Telegram."""

    opened: bool = False
    blocked: bool = False
    deactivated: bool = False


class Accounts:
    """People, and the chats the bot is in."""

    def __init__(self) -> None:
        self.people: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self._standing: dict[int, Standing] = {}
        self._first_phone: dict[int, int] = {}

    def add_person(self, name: str, last_name: str | None, username: str | None, language: str | None) -> User:
        """A new account, with its (still closed) chat with the bot."""
        person = User(FIRST_PERSON + len(self.people), name, last_name, username, language)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, ChatKind.PRIVATE, person=person)
        return person

    def add_phone(self, person: User) -> User:
        """Another account of the same person; what is on the phone before stays there."""
        fresh = self.add_person(person.first_name, person.last_name, None, person.language_code)
        self._first_phone[fresh.id] = self._first_phone.get(person.id, person.id)
        return fresh

    def phones(self, person_id: int) -> tuple[int, ...]:
        """All accounts of the same person, the one in use last."""
        first = self._first_phone.get(person_id, person_id)
        return (first, *(later for later, one in self._first_phone.items() if one == first))

    def add_chat(self, kind: ChatKind, title: str) -> Chat:
        """A group or channel the bot was put in."""
        shared = sum(chat.kind is not ChatKind.PRIVATE for chat in self.chats.values())
        chat = Chat(FIRST_GROUP - shared, kind, title)
        self.chats[chat.id] = chat
        return chat

    def standing(self, person_id: int) -> Standing:
        """How a person stands towards the bot."""
        return self._standing.get(person_id, Standing())

    def change(
        self,
        person_id: int,
        *,
        opened: bool | None = None,
        blocked: bool | None = None,
        deactivated: bool | None = None,
    ) -> None:
        """Change what is given, leave the rest."""
        given = {"opened": opened, "blocked": blocked, "deactivated": deactivated}
        changed = {name: value for name, value in given.items() if value is not None}
        self._standing[person_id] = replace(self.standing(person_id), **changed)

    def reachable(self, chat_id: int) -> Chat:
        """A chat the bot may write in; raises RefusedError otherwise."""
        chat, standing = self.visible(chat_id), self.standing(chat_id)
        if standing.deactivated:
            raise forbidden("user is deactivated")
        if standing.blocked:
            raise forbidden("bot was blocked by the user")
        return chat

    def visible(self, chat_id: int) -> Chat:
        """A chat the bot has met; raises RefusedError otherwise, as for somebody who never wrote to it."""
        chat = self.chats.get(chat_id)
        if chat is None or (chat.kind is ChatKind.PRIVATE and not self.standing(chat_id).opened):
            raise bad_request("chat not found")
        return chat
