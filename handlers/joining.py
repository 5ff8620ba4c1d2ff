"""Coming in with a personal link. Until somebody says yes, nothing of them is kept."""

from __future__ import annotations

from datetime import time

from chat import taps
from chat.screen import Screen
from chat.screens import joining as screens
from chat.screens.joining import ConsentGiven, NotNow, TimeChosen
from chat.turn import Knock, Turn
from programme.calendar import may_be_asked_at, read_time
from programme.joining import CONSENT_VERSION, WRONG_CODES, WRONG_CODES_ALL, locked_until
from programme.people import Role
from store import checkin, flow, joining, people
from store.flow import Step
from store.journal import Happened
from store.sealed import Vault
from store.tables import CheckinPlan, Invitation, Person


async def at_the_door(knock: Knock, vault: Vault) -> None:
    """Somebody without a place: a link opens it, all else gets one polite screen."""
    tap = taps.read(knock.heard.tapped or "")
    if isinstance(tap, NotNow):
        await knock.show(screens.not_now())
    elif isinstance(tap, ConsentGiven):
        await _with_code(knock, vault, tap.code, agreed=True)
    elif code := _code_in(knock.heard.text or ""):
        await _with_code(knock, vault, code, agreed=False)
    else:
        await knock.reply(screens.stranger())
    await knock.stop_spinner()


def _code_in(text: str) -> str | None:
    """The code of a link that was opened."""
    command, _, code = text.partition(" ")
    return code.strip() or None if command == "/start" else None


async def _with_code(knock: Knock, vault: Vault, code: str, *, agreed: bool) -> None:
    invitation = await _opened_by(knock, vault, code)
    if invitation is None:
        await knock.reply(screens.stranger())
        return
    person = await knock.session.get_one(Person, invitation.person_id)
    first_time = person.joined_at is None
    if person.role is Role.YOUTH and first_time and not agreed:
        begeleider = await people.begeleider_of(knock.session, person.id)
        await knock.reply(screens.consent(person.name, begeleider.name, code))
        return
    await _come_in(knock, invitation, first_time=first_time)


async def _opened_by(knock: Knock, vault: Vault, code: str) -> Invitation | None:
    """What the code opens. A wrong one counts; after too many, a right one opens nothing for a while either."""
    session, now = knock.session, knock.now
    sender = vault.fingerprint(str(knock.heard.chat_id))
    mine = locked_until(await joining.wrong_codes(session, now, sender), now, WRONG_CODES)
    if mine or locked_until(await joining.wrong_codes(session, now), now, WRONG_CODES_ALL):
        return None
    invitation = await joining.invitation_for(session, code, now)
    if invitation is None:
        joining.wrong_code(session, sender, now)
    return invitation


async def _come_in(knock: Knock, invitation: Invitation, *, first_time: bool) -> None:
    person = await joining.come_in(knock.session, invitation, knock.heard.chat_id, knock.now)
    turn = Turn(knock.session, knock.now, knock.setting, knock.heard, person)
    turn.note(Happened.JOINED if first_time else Happened.MOVED, actor=person)
    if person.role is not Role.YOUTH:
        await turn.show(screens.welcome_staff(person.name, person.role))
    elif first_time:
        joining.consent(knock.session, person, CONSENT_VERSION, knock.now)
        turn.note(Happened.CONSENTED, actor=person)
        await turn.show(screens.choose_time(person.name))
    else:
        await turn.reply(screens.moved(person.name))


async def time_chosen(turn: Turn, tap: TimeChosen) -> None:
    """One of the offered times, or another that they will type."""
    at = tap.at
    if at is None:
        await flow.go(turn.session, turn.me.id, Step.CHECKIN_TIME, turn.now)
        await turn.show(screens.type_time())
    else:
        await turn.show(await _ask_at(turn, at))


async def time_typed(turn: Turn) -> None:
    """A time they typed."""
    at = read_time(turn.text)
    if at is None or not may_be_asked_at(at):
        await turn.reply(screens.time_refused())
        return
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await _ask_at(turn, at))


async def _ask_at(turn: Turn, at: time) -> Screen:
    plan = await checkin.plan_of(turn.session, turn.me.id) or CheckinPlan(youth_id=turn.me.id)
    plan.at = at
    turn.session.add(plan)
    await turn.session.flush()
    await checkin.plan_next(turn.session, plan, turn.now, turn.setting.zone)
    return screens.time_set(at)
