"""/hulp, for whoever has a place, and what one can do here."""

from __future__ import annotations

from chat import menu
from chat.screen import Screen
from chat.screens import help as screens
from chat.turn import Turn
from programme.people import Role
from store import people


async def asked(turn: Turn) -> None:
    """/hulp: numbers first."""
    others = _others(turn, "start", "hulp")
    if turn.me.role is Role.YOUTH:
        await turn.reply(screens.help_for_youth(await _begeleider(turn), others, turn.setting.help_lines))
    else:
        await turn.reply(screens.help_for_staff(others, turn.setting.help_lines))


async def here(turn: Turn) -> Screen:
    """What this person can do here; with a youth's keyboard."""
    if turn.me.role is Role.YOUTH:
        return screens.start_for_youth(turn.me.name, await _begeleider(turn), _others(turn, "start"))
    return screens.start_for_staff(turn.me.name, _others(turn, "start"))


def _others(turn: Turn, *here: str) -> menu.Commands:
    """The menu of their role, without the ways to where they are."""
    return tuple((name, does) for name, does in menu.ROLES[turn.me.role] if name not in here)


async def _begeleider(turn: Turn) -> str:
    return (await people.begeleider_of(turn.session, turn.me.id)).name
