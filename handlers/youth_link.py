"""A jongere's personal link: as a picture to show, and as text."""

from __future__ import annotations

from chat.link import link, picture
from chat.screens import new_youth as screens
from chat.turn import Turn
from programme.joining import INVITATION_LASTS
from store import joining
from store.journal import Happened
from store.tables import Person


async def show_link(turn: Turn, youth: Person) -> None:
    """Make a link in place of the one that was open, and show it."""
    code = await joining.invite(turn.session, youth, turn.me, turn.now)
    turn.note(Happened.INVITED, actor=turn.me, subject=youth)
    address = link(turn.setting.bot_name, code)
    until = turn.local(turn.now + INVITATION_LASTS).date()
    await turn.reply(screens.to_show(youth.name, address, until, picture(address)))
