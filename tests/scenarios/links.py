"""The links in what the bot showed."""

from __future__ import annotations

import re

from sandbox.model import Message

LINK = re.compile(r"https://t\.me/spoor_bot\?start=[\w-]{22}\b")


def link_in(message: Message) -> str:
    """The personal link in a message. Raises AssertionError when there is none."""
    found = LINK.search(message.plain)
    assert found is not None, message.plain
    return found.group()
