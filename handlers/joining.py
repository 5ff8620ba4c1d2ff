"""Coming in with a personal link. Until somebody says yes, nothing of them is kept."""

from __future__ import annotations

from chat import menu, taps
from chat.occasion import Manner
from chat.screens import consent as consent_screens
from chat.screens import joining as screens
from chat.screens.consent import ConsentGiven, ConsentIn, NotNow
from chat.screens.help import can
from chat.turn import Knock, Turn
from handlers import access, first_time, help  # noqa: A004 - /hulp
from programme.joining import CONSENT_VERSION, is_locked_out
from programme.people import Role
from store import checkin, digest, joining, people
from store.journal import Happened
from store.sealed import Vault
from store.tables import Doubt, Invitation, Person


async def at_the_door(knock: Knock, vault: Vault) -> None:
    """Somebody without a place: a link opens it, all else gets one polite screen."""
    tap = taps.read(knock.heard.tapped or "")
    if isinstance(tap, NotNow | ConsentIn | ConsentGiven):
        knock = knock.speaking(tap.language)
    if isinstance(tap, NotNow):
        await knock.show(consent_screens.not_now(tap.code, tap.language))
    elif isinstance(tap, ConsentGiven | ConsentIn):
        await _with_code(knock, vault, tap.code, agreed=isinstance(tap, ConsentGiven))
    elif code := _code_in(knock.heard.text or ""):
        await _with_code(knock, vault, code, agreed=False)
    else:
        await knock.reply(screens.stranger(knock.setting.help_lines))
    await knock.stop_spinner()


def _code_in(text: str) -> str | None:
    """The code of a link that was opened."""
    command, _, code = text.partition(" ")
    return code.strip() or None if command == "/start" else None


async def _with_code(knock: Knock, vault: Vault, code: str, *, agreed: bool) -> None:
    invitation = await _opened_by(knock, vault, code)
    if invitation is None:
        await knock.reply(screens.stranger(knock.setting.help_lines))
        return
    person = await knock.session.get_one(Person, invitation.person_id)
    if person.role is Role.YOUTH and person.joined_at is None and not agreed:
        await _ask_consent(knock, person, code)
    else:
        await _come_in(knock, invitation, person)


async def _opened_by(knock: Knock, vault: Vault, code: str) -> Invitation | None:
    """What the code opens. A guess counts; after too many of their own, a right one opens nothing either.

    A link that was used, withdrawn or is past is no guess: who taps it again and again still gets in with the next.
    """
    session, now = knock.session, knock.now
    sender = vault.fingerprint(str(knock.heard.chat_id))
    own, everybodys = await joining.wrong_codes(session, now, sender), await joining.wrong_codes(session, now)
    if is_locked_out(own, everybodys, now):
        return None
    invitation = await joining.invitation_for(session, code, now)
    if invitation is None and not await joining.was_given(session, code):
        await joining.wrong_code(session, sender, now)
    return invitation


async def _ask_consent(knock: Knock, youth: Person, code: str) -> None:
    readers, speaks = await _readers(knock, youth), knock.language.code
    await knock.show(consent_screens.consent(youth.name, *readers, code, speaks))


async def _readers(knock: Knock, youth: Person) -> tuple[str, str | None]:
    begeleider = await people.begeleider_of(knock.session, youth.id)
    duo = await people.duo_of(knock.session, youth.id)
    return begeleider.name, None if duo is None else duo.name


async def _come_in(knock: Knock, invitation: Invitation, person: Person) -> None:
    was_in = person.joined_at is not None
    if person.role is Role.YOUTH and not was_in:
        person.language = knock.language.code
    await access.give(knock, person, knock.heard.chat_id, screens.farewell())
    turn = Turn(knock.session, knock.now, knock.setting, knock.heard, person)
    turn.note(Happened.MOVED if was_in else Happened.JOINED, actor=person)
    if person.role is Role.YOUTH:
        await (_youth_moved(turn) if was_in else _youth_joined(turn))
    elif was_in:
        await turn.reply(screens.staff_moved(person.name))
    else:
        await _colleague_joined(turn, invitation)


async def _youth_joined(turn: Turn) -> None:
    joining.consent(turn.session, turn.me, CONSENT_VERSION, turn.now)
    turn.note(Happened.CONSENTED, actor=turn.me)
    await turn.show(consent_screens.agreed(turn.me.name, *await _readers(turn, turn.me)))
    begeleider = await people.begeleider_of(turn.session, turn.me.id)
    await turn.reply(screens.welcome(turn.me.name, begeleider.name))
    await turn.reply(await first_time.ask(turn))
    await turn.say(screens.youth_joined(turn.me.name), begeleider, Manner("joined", about=turn.me.id))


async def _youth_moved(turn: Turn) -> None:
    await turn.reply(screens.moved(turn.me.name))
    await _ask_time_if_none(turn)
    begeleider = await people.begeleider_of(turn.session, turn.me.id)
    manner = Manner("moved", doubt=Doubt.REPEAT_MARKED, about=turn.me.id)
    await turn.say(screens.youth_moved(turn.me.name), begeleider, manner)


async def _colleague_joined(turn: Turn, invitation: Invitation) -> None:
    await turn.reply(screens.welcome_staff(turn.me.name, turn.me.role, can(menu.ROLES[turn.me.role])))
    await digest.plan_for(turn.session, turn.me, turn.now, turn.setting.zone)
    if invitation.invited_by is not None:
        inviter = await turn.session.get_one(Person, invitation.invited_by)
        await turn.say(screens.colleague_joined(turn.me.name), inviter, Manner("joined", about=turn.me.id))


async def start(turn: Turn) -> None:
    """Somebody with a place opens a link, or taps start."""
    code = _code_in(turn.text)
    if code is None:
        await turn.reply(await help.here(turn))
    elif not await joining.was_for(turn.session, code, turn.me.id):
        await turn.reply(screens.anothers_link(turn.me.name))
        return
    else:
        await _own_link(turn, code)
    await _ask_time_if_none(turn)


async def _own_link(turn: Turn, code: str) -> None:
    """Used before, or a new one opened on the phone they have: it is of no use to anybody any more."""
    if await joining.invitation_for(turn.session, code, turn.now) is not None:
        await joining.close_links(turn.session, turn.me.id, turn.now)
    if turn.me.role is Role.YOUTH:
        await turn.reply(screens.already_in(turn.me.name))
    else:
        await turn.reply(screens.staff_already_in(turn.me.name, turn.me.role))


async def _ask_time_if_none(turn: Turn) -> None:
    """Whoever put the phone away before choosing a time can still choose it."""
    if turn.me.role is Role.YOUTH and await checkin.plan_of(turn.session, turn.me.id) is None:
        await turn.reply(await first_time.ask(turn))


async def agreed_already(turn: Turn, tap: ConsentGiven) -> None:
    """A second tap on yes, by somebody who is in: it changes nothing."""
    if not await joining.was_for(turn.session, tap.code, turn.me.id):
        await turn.reply(screens.anothers_link(turn.me.name))
