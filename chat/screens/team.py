"""The team: colleagues, their links, their access."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat.language import Text, Verbatim, _, lines, paragraphs, plural
from chat.pages import on_page, page_rows
from chat.screen import Button, Screen, column
from chat.screens.place import Coming, said
from chat.screens.roles import ROLES
from chat.screens.standing_in import more
from chat.taps import Tap
from programme.joining import Place
from programme.people import Role
from programme.reachable import Missing

# So many names fit on one message; the others are counted.
BY_NAME = 20


class TeamShown(Tap, name="team"):
    """The list, at a page."""

    page: int


class ColleagueTapped(Tap, name="mate"):
    """One of the list."""

    person_id: int


class NewLinkTapped(Tap, name="relink"):
    """Another link for a colleague: the old one was lost, or they have another phone."""

    person_id: int


class LinkTakenBack(Tap, name="unlink"):
    """The link that is open works no more."""

    person_id: int


class EndTapped(Tap, name="end"):
    """This colleague's access may end."""

    person_id: int


class EndConfirmed(Tap, name="ended"):
    """It ends."""

    person_id: int


class NightSet(Tap, name="night"):
    """This colleague is called at night when a jongere cannot wait (1), or not (0)."""

    person_id: int
    on: int


@dataclass(frozen=True)
class Listed:
    """A colleague as the coördinator sees them."""

    person_id: int
    name: str
    role: Role
    region: str | None
    coming: Coming
    at_night: bool = False
    """Whether they are called at night."""


@dataclass(frozen=True)
class Unreached:
    """What keeps a call from reaching a colleague. `youths`: how many of theirs have no duo."""

    name: str
    missing: Missing
    youths: int = 0


def overview(colleagues: Sequence[Listed], page: int, invite: Button, unreached: Sequence[Unreached] = ()) -> Screen:
    """Who there are, and how far each is; and whom a call does not reach."""
    told = (_line(colleague) for colleague in on_page(colleagues, page))
    count = plural("{count} colleague", "{count} colleagues", len(colleagues))
    turn = page_rows(colleagues, page, _button, TeamShown)
    head = _("<b>Your team</b>: {count}", count=count)
    return Screen(paragraphs(head, lines(*told), _unreached(unreached)), (*turn, (invite,)))


def _unreached(found: Sequence[Unreached]) -> Text | None:
    if not found:
        return None
    told = (_missing(one) for one in found[:BY_NAME])
    return lines(_("<b>If a jongere asks for a call</b>"), *told, more(len(found) - BY_NAME))


def _missing(one: Unreached) -> Text:
    match one.missing:
        case Missing.NOT_JOINED:
            return _("{name} isn't in yet.", name=one.name)
        case Missing.BLOCKED:
            return _("{name} gets nothing: the bot is blocked.", name=one.name)
        case Missing.NO_HOURS:
            return _("{name} set no hours yet (/bereikbaar).", name=one.name)
        case Missing.NO_DUO:
            return plural(
                "{name} has {count} jongere without a duo.",
                "{name} has {count} jongeren without a duo.",
                one.youths,
                name=one.name,
            )


def _line(colleague: Listed) -> Text:
    if colleague.coming.place is Place.JOINED:
        return _("{name}, {role}", name=colleague.name, role=_role(colleague))
    return _("{name}, {role} ({place})", name=colleague.name, role=_role(colleague), place=said(colleague.coming))


def _role(colleague: Listed) -> Text:
    role = ROLES[colleague.role]
    return role if colleague.region is None else _("{role} in {region}", role=role, region=colleague.region)


def _button(colleague: Listed) -> Button:
    return Button(Verbatim(colleague.name), ColleagueTapped(colleague.person_id))


def colleague(one: Listed) -> Screen:
    """One colleague, and what can be done."""
    withdraw = Button(_("Withdraw the link"), LinkTakenBack(one.person_id)) if one.coming.until else None
    joined = one.coming.place is Place.JOINED
    end = _("End access") if joined else _("Take off the list")
    fresh = _("New link (other phone)") if joined else _("New link")
    night = _("Not called at night any more") if one.at_night else _("Called at night if it can't wait")
    return Screen(
        lines(_line(one), _link_open(one) if joined else None, _night(one)),
        column(
            Button(fresh, NewLinkTapped(one.person_id)),
            withdraw,
            Button(night, NightSet(one.person_id, int(not one.at_night))) if joined else None,
            Button(end, EndTapped(one.person_id)),
            _back(),
        ),
    )


def _night(one: Listed) -> Text | None:
    return _("Is called at night when a jongere can't wait.") if one.at_night else None


def _link_open(one: Listed) -> Text | None:
    return None if one.coming.until is None else _("A new link is open until {day}.", day=one.coming.until)


def link_made(one: Listed) -> Screen:
    """A link follows on a message of its own, ready to be passed on."""
    return Screen(
        lines(
            _("{name} gets in with the link below.", name=one.name),
            _("It works once, until {day}.", day=one.coming.until) if one.coming.until else None,
            _("Send it to {name} and nobody else.", name=one.name),
        ),
        column(_back()),
    )


def to_pass_on(name: str, link: str) -> Screen:
    """As it can be passed on, whole."""
    return Screen(
        lines(
            _("Hi {name}. This is your personal link to Spoor:", name=name),
            Verbatim(link),
            _("Open it on your phone and tap Start."),
        )
    )


def withdrawn(one: Listed) -> Screen:
    """The link opens nothing any more."""
    return Screen(
        lines(_("Done. That link of {name} opens nothing any more.", name=one.name)),
        column(
            Button(_("New link"), NewLinkTapped(one.person_id)),
            _back(),
        ),
    )


def confirm_end(one: Listed, seconded: Sequence[str], undo: Button | None = None) -> Screen:
    """Asked once."""
    joined = one.coming.place is Place.JOINED
    question = _("End {name}'s access?", name=one.name) if joined else _("Take {name} off the list?", name=one.name)
    yes = _("Yes, end it") if joined else _("Yes, take off")
    return Screen(
        lines(
            question,
            _("{name} sees nothing and gets nothing after that.", name=one.name) if joined else None,
            *(_("{youth} has no duo then.", youth=youth) for youth in seconded[:BY_NAME]),
            _more(len(seconded) - BY_NAME),
        ),
        column(Button(yes, EndConfirmed(one.person_id)), undo, Button(_("Rather not"), ColleagueTapped(one.person_id))),
    )


def _more(count: int) -> Text | None:
    return plural("And {count} more.", "And {count} more.", count) if count > 0 else None


def ended(one: Listed) -> Screen:
    """It is done."""
    if one.coming.place is Place.JOINED:
        return Screen(_("Done. {name} has no access any more.", name=one.name), column(_back()))
    return Screen(_("Okay. {name} is off the list.", name=one.name), column(_back()))


def last_coordinator(one: Listed) -> Screen:
    """Nobody could invite any more."""
    return Screen(
        lines(
            _("{name} is the only coördinator who is in.", name=one.name),
            _("Invite another one first. Then it works."),
        ),
        column(_back()),
    )


def access_ended() -> Screen:
    """To whoever has no access any more."""
    return Screen(
        lines(_("Your access to Spoor has ended."), _("Questions? Ask your coördinator.")), takes_keyboard=True
    )


def _back() -> Button:
    return Button(_("Back to the team"), TeamShown(0))
