"""How far somebody is on the way in, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.language import Phrase, _
from programme.joining import Place


@dataclass(frozen=True)
class Coming:
    """How far somebody is, and the local day on which their open link ends, if they have one."""

    place: Place
    until: date | None


def said(coming: Coming) -> Phrase:
    """After a name."""
    if coming.place is Place.INVITED and coming.until is not None:
        return _("invited until {day}", day=coming.until)
    return _PLACES[coming.place]


_PLACES: dict[Place, Phrase] = {
    Place.EXPIRED: _("link ran out"),
    Place.WITHDRAWN: _("no link"),
}
