"""`spoor invite`: the first coördinator comes in this way, and whoever lost their phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from telegram.error import NetworkError, TelegramError

from bot.application import Spoor
from bot.ending import CannotGoOn
from chat.link import link
from programme.names import LONGEST_NAME, read_name
from programme.people import STAFF, Role
from store import joining
from store.database import is_there
from store.journal import Happened, note
from store.tables import Person


async def invite_staff(spoor: Spoor, role: str, name: str) -> str:
    """The link with which a new colleague comes in, for seven days and once. Raises CannotGoOn."""
    wanted, name = _read_role(role), _read_name(name)
    try:
        bot_name = await _bot_name(spoor)
        async with spoor.database.write() as session:
            now = spoor.clock.now()
            person = Person(role=wanted, name=name, language=spoor.setting.language, created_at=now)
            session.add(person)
            await session.flush()
            code = await joining.invite(session, person, None, now)
            note(session, Happened.INVITED, now, subject=person.id)
    finally:
        await spoor.close()
    return link(bot_name, code)


def _read_role(text: str) -> Role:
    roles = {role.value: role for role in STAFF}
    word = text.strip().lower().replace("ö", "o")
    if word == Role.YOUTH:
        raise CannotGoOn("A youth is invited by their begeleider, in the bot: /nieuw.")
    if word not in roles:
        raise CannotGoOn(f"There is no role called {text!r}: choose {', '.join(sorted(roles))}.")
    return roles[word]


def _read_name(text: str) -> str:
    name = read_name(text)
    if name is None:
        raise CannotGoOn(f"A name has 1 to {LONGEST_NAME} characters.")
    return name


async def _bot_name(spoor: Spoor) -> str:
    """What a link needs: remembered, or else asked once. Asked first where a database would be made for nothing."""
    path = spoor.database.path
    if path is not None and not is_there(path):
        await _asked(spoor.bot.initialize)
    await spoor.prepare()
    if not spoor.setting.bot_name:
        await _asked(spoor.learn_name)
    return spoor.setting.bot_name


async def _asked(ask: Callable[[], Awaitable[None]]) -> None:
    try:
        await ask()
    except NetworkError:
        raise CannotGoOn("Telegram cannot be reached, and the link needs the bot's name: see `spoor check`.") from None
    except TelegramError:
        raise CannotGoOn("Telegram does not say what the bot is called: see `spoor check`.") from None
