"""Inviting a colleague: role, name, region."""

from __future__ import annotations

from collections.abc import Sequence

from chat.language import Verbatim, _, lines
from chat.pages import page_rows
from chat.screen import Button, Screen, column
from chat.screens.roles import ROLES
from chat.screens.team import TeamShown
from chat.taps import Tap
from programme.names import LONGEST_NAME
from programme.people import Role
from store.tables import Region

OFFERED = (Role.BEGELEIDER, Role.TEAMCOACH, Role.COORDINATOR)


class InviteTapped(Tap, name="invite"):
    """Somebody new."""


class RoleChosen(Tap, name="inrole"):
    """As what."""

    role: Role


class RegionChosen(Tap, name="inregion"):
    """In which region; 0 for none. `began` says to which invitation the button belongs."""

    began: int
    region_id: int


class RegionsShown(Tap, name="inregions"):
    """The regions, at a page."""

    began: int
    page: int


class InviteDropped(Tap, name="indrop"):
    """Nobody, after all."""

    began: int


def invite() -> Button:
    """Under the list of colleagues."""
    return Button(_("➕ Invite somebody"), InviteTapped())


def choose_role() -> Screen:
    """The first question."""
    roles = (Button(ROLES[role], RoleChosen(role)) for role in OFFERED)
    return Screen(_("As what does your colleague come in?"), column(*roles, Button(_("Rather not"), TeamShown(0))))


def type_name(role: Role, began: int) -> Screen:
    """The second."""
    return Screen(_("What is the new {role} called? Type the first name.", role=ROLES[role]), _way_out(began))


def name_refused(began: int) -> Screen:
    """Not a name that we can show."""
    return Screen(_("Type a name of 1 to {count} characters, on one line.", count=LONGEST_NAME), _way_out(began))


def choose_region(name: str, regions: Sequence[Region], began: int, page: int) -> Screen:
    """The third. A new region is typed."""

    def choice(region: Region) -> Button:
        return Button(Verbatim(region.name), RegionChosen(began, region.id))

    rows = page_rows(regions, page, choice, lambda to: RegionsShown(began, to))
    skip = Button(_("Skip"), RegionChosen(began, 0))
    new = _("Not among them? Type its name.") if regions else _("Type the name of the region.")
    return Screen(lines(_("In which region does {name} work?", name=name), new), (*rows, (skip,), *_way_out(began)))


def dropped() -> Screen:
    """Nobody is invited."""
    return Screen(_("Okay, nobody is invited."), column(Button(_("Back to the team"), TeamShown(0))))


def _way_out(began: int) -> tuple[tuple[Button, ...], ...]:
    return column(Button(_("Rather not"), InviteDropped(began)))
