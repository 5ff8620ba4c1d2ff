"""What to say when nobody expected it."""

from __future__ import annotations

from chat.language import _, lines
from chat.screen import Screen

OLD_BUTTON = _("This button is from before. Nothing happened.")


def over() -> Screen:
    """In place of a question that waits for nothing any more, with its way out."""
    return Screen(_("This question is over. Nothing changes."))


def unknown_command() -> Screen:
    """A command that is not theirs, or nobody's."""
    return Screen(_("I don't know that one. With /hulp you see what I can do."))


def words_of_staff() -> Screen:
    """Something a colleague sent that nothing was waiting for."""
    return Screen(_("That went to nobody. With /hulp you see what I can do."))


def did_not_work() -> Screen:
    """After the last try."""
    return Screen(
        lines(_("That didn't work."), _("What you sent is kept, and somebody will look at it. Feel free to try again."))
    )
