"""The year of a jongere as a picture."""

from __future__ import annotations

from chat.language import _
from chat.screen import Button, Screen
from chat.taps import Tap
from chat.timeline import Timeline

PICTURE = "timeline"
"""The kind of these messages; they are about a youth."""


class TimelineTapped(Tap, name="timeline"):
    """Show it."""

    youth_id: int


def button(youth_id: int) -> Button:
    """For a page about this youth."""
    return Button(_("📈 Timeline"), TimelineTapped(youth_id))


def picture(name: str, timeline: Timeline) -> Screen:
    """To look at, together if they like."""
    return Screen(_("The year of {name}, to look at together.", name=name), drawing=timeline)
