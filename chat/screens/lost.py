"""What to say when nobody expected it."""

from __future__ import annotations

from chat.language import _, lines
from chat.screen import Screen
from programme.people import Role

OLD_BUTTON = _("This button is from before. Nothing happened.")


def unknown_command() -> Screen:
    """A command that is not theirs, or nobody's."""
    return Screen(_("I don't know that one. With /hulp you see what I can do."))


def words_outside_a_flow(role: Role) -> Screen:
    """Words that nothing was waiting for. To a youth: honest about who reads them."""
    if role is Role.YOUTH:
        return Screen(_("I'm a bot and didn't understand that. Tap /hulp to reach somebody."))
    return Screen(_("I don't know what to do with that. With /hulp you see what I can do."))


def did_not_work() -> Screen:
    """After the last try."""
    return Screen(
        lines(_("That didn't work."), _("What you sent is kept, and somebody will look at it. Feel free to try again."))
    )
