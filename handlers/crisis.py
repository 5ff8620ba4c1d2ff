"""Words of a youth that hint at suicide are looked for before anything else is done with them, and answered at once."""

from __future__ import annotations

from dataclasses import replace

from chat import crisis as going_round
from chat.screens import crisis as screens
from chat.screens.crisis import CallMeTapped, MeantOtherwise
from chat.screens.help import HelpNowTapped
from chat.turn import Turn
from handlers import call, checkin, lost, talk
from handlers.routing import Handler
from programme.people import Role
from store import crisis
from store import talk as talks
from store.journal import Happened

# What these do with words brings them to a person; what others are told (a theme, a step, a day) reaches nobody.
REACH_A_PERSON: tuple[Handler, ...] = (talk.said, checkin.told)


def hints(turn: Turn) -> bool:
    """Whether a youth wrote, captioned, corrected or passed on something that hints at it."""
    sent = turn.heard.sent
    return turn.me.role is Role.YOUTH and sent is not None and turn.setting.hints.found_in(sent.words)


async def written(turn: Turn, handle: Handler, *, is_command: bool) -> None:
    """The answer first. Then the words reach a person, whatever was waited for: nothing of them is lost.

    A step that waited for something else goes on waiting for it. A command does what it does.
    """
    answered = await answer(turn)
    if is_command or handle not in REACH_A_PERSON:
        await talk.said(answered)
    if is_command or handle in REACH_A_PERSON:
        await handle(answered)


async def corrected(turn: Turn) -> None:
    """What an earlier message is now hints at it. One that never reached a person does so now."""
    answered, message_id = await answer(turn), turn.heard.message_id
    before = None if message_id is None else await talks.written_as(turn.session, turn.me.id, message_id)
    await (talk.said if before is None else talk.corrected)(answered)


async def answer(turn: Turn) -> Turn:
    """The answer, each time, and the alert; who was alerted just now is not alerted again."""
    row = await going_round.sound(turn, turn.me)
    told = await going_round.told(turn, row)
    await turn.reply(screens.answer(row.id, told, turn.setting.help_lines), going_round.ANSWER)
    return replace(turn, answered=True)


async def meant_otherwise(turn: Turn, tap: MeantOtherwise) -> None:
    """It ends gently. Who heard of it still sees it, and can tap it off."""
    row = await crisis.of_youth(turn.session, turn.me.id, tap.alarm_id)
    if row is None:
        await lost.old_button(turn)
        return
    if row.taken_up_at is None and row.meant_otherwise_at is None:
        turn.note(Happened.CRISIS_MEANT_OTHERWISE, actor=turn.me)
        await going_round.meant_otherwise(turn, row)
    await turn.show(screens.meant_otherwise(await going_round.told(turn, row), turn.setting.help_lines))


async def help_now(turn: Turn, _tap: HelpNowTapped) -> None:
    """The numbers."""
    turn.note(Happened.HELP_NOW, actor=turn.me)
    await turn.reply(screens.help_now(turn.setting.help_lines), going_round.ANSWER)


async def call_me(turn: Turn, _tap: CallMeTapped) -> None:
    """Somebody is to call, as soon as can be. Who heard of words of theirs sees that too."""
    await call.at_once(turn)
    if row := await crisis.open_of(turn.session, turn.me.id):
        await going_round.show_all(turn, row)
