"""Another duo, or none."""

from __future__ import annotations

from chat.language import _, lines
from chat.screen import Button, Screen, column
from chat.screens.youths import DuosShown


def new_duo(duo: str, begeleider: str) -> Screen:
    """To the youth: somebody else reads along."""
    stands_in = _("From now on {duo} stands in when {begeleider} is away.", duo=duo, begeleider=begeleider)
    return Screen(lines(stands_in, _("{name} can read your answers.", name=duo)), silent=True)


def duo_left(duo: str, name: str, youth_id: int) -> Screen:
    """To the begeleider: nobody stands in any more."""
    choose = Button(_("Choose the duo"), DuosShown(youth_id, 0))
    return Screen(_("{duo} has left, so {name} has no duo for now.", duo=duo, name=name), column(choose), silent=True)
