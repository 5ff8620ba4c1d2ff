"""A person with a phone, for tests: says, taps, expects."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sandbox.model import Attachment, Button, Media, MediaKind, Message, User
from sandbox.screen import Screen
from sandbox.telegram import Telegram

After = Callable[[], Awaitable[None]]


class Person(Screen):
    """Somebody with a phone. What they do is awaited until the bot has settled (`after`)."""

    def __init__(self, user: User, telegram: Telegram, after: After) -> None:
        super().__init__(user, telegram)
        self._after = after

    async def says(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Write a message."""
        message = self._telegram.write(self.user, text, reply_to=reply_to.id if reply_to else None)
        await self._after()
        return message

    async def sends(self, attachment: Attachment, caption: str = "", *, reply_to: Message | None = None) -> Message:
        """Send a place, a contact, or a file that was kept before."""
        answered = reply_to.id if reply_to else None
        message = self._telegram.send(self.user, attachment, caption, reply_to=answered)
        await self._after()
        return message

    async def sends_voice(self, content: bytes, *, seconds: int = 3, reply_to: Message | None = None) -> Message:
        """Send a voice message."""
        return await self.sends(self._file(MediaKind.VOICE, content, "audio/ogg", seconds), reply_to=reply_to)

    async def sends_photo(self, content: bytes, caption: str = "", *, reply_to: Message | None = None) -> Message:
        """Send a picture."""
        return await self.sends(self._file(MediaKind.PHOTO, content, "image/png"), caption, reply_to=reply_to)

    async def sends_document(self, content: bytes, caption: str = "", *, reply_to: Message | None = None) -> Message:
        """Send a file."""
        media = self._file(MediaKind.DOCUMENT, content, "application/octet-stream")
        return await self.sends(media, caption, reply_to=reply_to)

    async def sends_sticker(self, content: bytes = b"RIFF-sticker") -> Message:
        """Send a sticker."""
        return await self.sends(self._file(MediaKind.STICKER, content, "image/webp"))

    async def forwards(self, message: Message) -> Message:
        """Pass on what somebody else wrote."""
        forwarded = self._telegram.forward(self.user, message)
        await self._after()
        return forwarded

    async def taps(self, label: str, *, on: str | None = None, times: int = 1) -> None:
        """Tap a button by (a part of) its label: under the newest message that has it and contains `on`, or else on
        the reply keyboard. More `times`: taps that follow each other before the bot could answer."""
        found = self._button(label, on)
        for _ in range(times):
            if found is None:
                self._telegram.write(self.user, self._key(label))
            else:
                self._telegram.tap(self.user, found[0].id, found[1].data or self._fail_link(found[1]))
        await self._after()

    async def forges(self, data: str, *, on: Message) -> None:
        """Tap with data that no button has."""
        self._telegram.forge(self.user, on, data)
        await self._after()

    async def opens(self, link: str) -> None:
        """Follow a link to the bot and press Start."""
        self._telegram.open_link(self.user, link)
        await self._after()

    async def edits(self, message: Message, text: str) -> None:
        """Change a message of one's own."""
        self._telegram.edit(self.user, message.id, text)
        await self._after()

    async def deletes(self, message: Message) -> None:
        """Delete a message; the bot is not told."""
        self._telegram.delete(self.user, message.id)
        await self._after()

    async def reacts(self, message: Message, emoji: str | None) -> None:
        """Put an emoji under a message."""
        self._telegram.react(self.user, message.id, emoji)
        await self._after()

    async def blocks(self) -> None:
        """Block the bot."""
        self._telegram.block(self.user)
        await self._after()

    async def unblocks(self) -> None:
        """Unblock the bot."""
        self._telegram.unblock(self.user)
        await self._after()

    async def goes_offline(self) -> None:
        """Lose the connection: nothing new shows, and what is said or tapped waits."""
        self._telegram.go_offline(self.user)
        await self._after()

    async def comes_online(self) -> None:
        """Be back."""
        self._telegram.come_online(self.user)
        await self._after()

    def _file(self, kind: MediaKind, content: bytes, mime: str, seconds: int = 0) -> Media:
        return self._telegram.files.keep(kind, content, name=f"{kind.value}.bin", mime=mime, seconds=seconds)

    def _button(self, label: str, on: str | None) -> tuple[Message, Button] | None:
        for message in reversed(self.sees()):
            if message.from_bot and (on is None or on in message.plain):
                for button in message.buttons:
                    if label in button.text:
                        return message, button
        return None

    def _key(self, label: str) -> str:
        keyboard = self._telegram.keyboard(self.user.id)
        for row in keyboard.rows if keyboard else ():
            for key in row:
                if label in key:
                    return key
        raise AssertionError(self._complaint(f"there is no button {label!r}"))

    def _fail_link(self, button: Button) -> str:
        raise AssertionError(self._complaint(f"{button.text!r} opens {button.url}: use opens()"))
