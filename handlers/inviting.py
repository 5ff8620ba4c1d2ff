"""The coördinator invites a colleague: role, name, region, and there is the link."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chat.screens import inviting as screens
from chat.screens.inviting import InviteDropped, InviteTapped, RegionChosen, RegionsShown, RoleChosen
from chat.turn import Turn
from handlers import lost
from handlers.team import show_link
from programme.names import read_name
from programme.people import Role, may_invite
from store import flow, team
from store.flow import Step
from store.tables import Person, Region


@dataclass(frozen=True)
class Invite:
    """What is known so far of who is invited. `began`: when, in seconds, which tells one invitation from another."""

    began: int
    role: str
    name: str = ""


async def asked(turn: Turn, _tap: InviteTapped) -> None:
    """Somebody new: as what?"""
    await flow.leave(turn.session, turn.me.id)
    await turn.show(screens.choose_role())


async def role_chosen(turn: Turn, tap: RoleChosen) -> None:
    """Then the name."""
    if tap.role not in may_invite(turn.me.role) or tap.role not in screens.OFFERED:
        await lost.old_button(turn)
        return
    began = int(turn.now.timestamp())
    await flow.go(turn.session, turn.me.id, Step.COLLEAGUE_NAME, turn.now, Invite(began, tap.role))
    await turn.show(screens.type_name(tap.role, began))


async def name_typed(turn: Turn) -> None:
    """Then the region."""
    form, name = _form(turn), read_name(turn.text)
    if form is None:
        return
    if name is None:
        await turn.reply(screens.name_refused(form.began))
        return
    await flow.go(turn.session, turn.me.id, Step.COLLEAGUE_REGION, turn.now, replace(form, name=name))
    await turn.reply(screens.choose_region(name, await team.regions(turn.session), form.began, 0))


async def regions_shown(turn: Turn, tap: RegionsShown) -> None:
    """More regions."""
    form = _form(turn, tap.began, Step.COLLEAGUE_REGION)
    if form is None:
        await lost.old_button(turn)
        return
    await turn.show(screens.choose_region(form.name, await team.regions(turn.session), form.began, tap.page))


async def region_chosen(turn: Turn, tap: RegionChosen) -> None:
    """One that is there, or none."""
    form = _form(turn, tap.began, Step.COLLEAGUE_REGION)
    known = tap.region_id == 0 or await turn.session.get(Region, tap.region_id) is not None
    if form is None or not known:
        await lost.old_button(turn)
        return
    await _invite(turn, form, tap.region_id or None)


async def region_typed(turn: Turn) -> None:
    """A new one."""
    form, name = _form(turn), read_name(turn.text)
    if form is None:
        return
    if name is None:
        await turn.reply(screens.name_refused(form.began))
        return
    await _invite(turn, form, (await team.region_called(turn.session, name)).id)


async def dropped(turn: Turn, tap: InviteDropped) -> None:
    """Nobody, after all; too late when it was done already."""
    if _form(turn, tap.began) is None:
        await lost.over(turn)
        return
    await flow.leave(turn.session, turn.me.id)
    await turn.show(screens.dropped())


async def _invite(turn: Turn, form: Invite, region_id: int | None) -> None:
    await flow.leave(turn.session, turn.me.id)
    language = turn.setting.language
    person = Person(role=Role(form.role), name=form.name, region_id=region_id, language=language, created_at=turn.now)
    turn.session.add(person)
    await turn.session.flush()
    await show_link(turn, person)


def _form(turn: Turn, began: int | None = None, step: Step | None = None) -> Invite | None:
    """What is known so far; None when they are not inviting, or when the button belongs to another time."""
    at = turn.position
    if at is None or at.step not in (Step.COLLEAGUE_NAME, Step.COLLEAGUE_REGION) or step not in (None, at.step):
        return None
    form = at.read(Invite)
    return form if began in (None, form.began) else None
