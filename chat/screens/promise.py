"""Somebody of the staff will get in touch with a youth. The youth sees none of this."""

from __future__ import annotations

from chat.language import _
from chat.screen import Button
from chat.taps import Tap


class PromiseMade(Tap, name="promise"):
    """They will get in touch with this youth."""

    youth_id: int


class PromiseDropped(Tap, name="unpromise"):
    """It is not needed any more."""

    promise_id: int


MADE = _("Okay. It comes back if nothing is noted.")
DROPPED = _("Okay, it doesn't come back.")
DROPPED_BEFORE = _("That was settled already.")


def button(youth_id: int) -> Button:
    """For a line about a youth with whom somebody has to get in touch."""
    return Button(_("I'll get in touch"), PromiseMade(youth_id))


def drop_button(promise_id: int) -> Button:
    """For a line about a promise that came back."""
    return Button(_("Not needed any more"), PromiseDropped(promise_id))
