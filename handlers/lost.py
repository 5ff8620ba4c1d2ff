"""When nobody expected it: an old button, a command of another role, words outside any flow, a failure."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import lost as screens
from chat.turn import Turn
from store.tables import Person


async def old_button(turn: Turn) -> None:
    """A button we no longer have, or that is not for this role. The message stays as it is."""
    await turn.stop_spinner(screens.OLD_BUTTON)


async def unknown_command(turn: Turn) -> None:
    """A command we do not have, or that is not for this role."""
    await turn.reply(screens.unknown_command())


async def words(turn: Turn) -> None:
    """Something written that nothing was waiting for."""
    await turn.reply(screens.words_outside_a_flow(turn.me.role))


async def tell(occasion: Occasion, person: Person) -> None:
    """Something of theirs could not be handled, after every try."""
    await occasion.say(screens.did_not_work(), person, Manner(kind="failed"))
