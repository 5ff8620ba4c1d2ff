"""When nobody expected it: an old button, a command of another role, words outside any flow, a failure."""

from __future__ import annotations

from chat.occasion import Manner, Occasion
from chat.screens import lost as screens
from chat.turn import Turn
from store.tables import Person


async def old_button(turn: Turn) -> None:
    """A button we no longer have, or that is not for this role. The message stays as it is."""
    await turn.stop_spinner(screens.OLD_BUTTON)


async def over(turn: Turn) -> None:
    """The way out of a question that was answered, or left, before: what was done stays done, the button goes."""
    await turn.show(screens.over())


async def unknown_command(turn: Turn) -> None:
    """A command we do not have, or that is not for this role."""
    await turn.reply(screens.unknown_command())


async def words(turn: Turn) -> None:
    """Something a colleague sent that nothing was waiting for, and that can be for no youth of theirs."""
    await turn.reply(screens.words_of_staff())


async def tell(occasion: Occasion, person: Person) -> None:
    """Something of theirs could not be handled, after every try."""
    await occasion.say(screens.did_not_work(), person, Manner(kind="failed"))
