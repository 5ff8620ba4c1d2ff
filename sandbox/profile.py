"""What the bot says about itself, per language."""

from __future__ import annotations

from enum import StrEnum

from sandbox.refusals import bad_request


class Field(StrEnum):
    """The parts of a bot's profile; the values are the wire's names."""

    NAME = "name"
    DESCRIPTION = "description"
    SHORT_DESCRIPTION = "short_description"


LONGEST = {Field.NAME: 64, Field.DESCRIPTION: 512, Field.SHORT_DESCRIPTION: 120}


class Profile:
    """Texts by field and language; a language without its own shows the general one."""

    def __init__(self, name: str) -> None:
        self._texts = {(Field.NAME, ""): name}

    def set(self, field: Field, language: str, text: str) -> None:
        """Change a text; raises RefusedError when it is too long."""
        if len(text) > LONGEST[field]:
            raise bad_request(f"bot {field.value.replace('_', ' ')} is too long")
        self._texts[field, language] = text

    def get(self, field: Field, language: str = "") -> str:
        """A text, empty when never set."""
        return self._texts.get((field, language)) or self._texts.get((field, ""), "")
