"""Contact noteren: two taps from any reminder, and it stands."""

from __future__ import annotations

from chat.occasion import Manner
from chat.screen import Screen
from chat.screens import contacts as screens
from chat.screens import youths as youth_screens
from chat.screens.contacts import ContactTapped, KindTapped, NothingTapped, OthersShown, YouthPicked
from chat.turn import Turn
from handlers import contact_seen, contact_settles, lost
from handlers.contact_seen import Seen
from programme.contacts import IN_HAND_FOR, ContactKind
from store import contacts, flow, journal, people
from store.journal import Happened
from store.tables import Contact, Person


async def begin(turn: Turn, tap: ContactTapped) -> None:
    """Ask how it was, in a message of its own: the reminder stays."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
    else:
        await turn.reply(await _ask(turn, youth), Manner(screens.QUESTION, about=youth.id))


async def command(turn: Turn) -> None:
    """/contact: with the youth who was last in hand, or else which one."""
    await flow.leave(turn.session, turn.me.id)
    youths = await people.youths_of(turn.session, turn.me.id)
    in_hand = await journal.last_about(turn.session, turn.me.id, [each.id for each in youths], turn.now - IN_HAND_FOR)
    likely = next((each for each in youths if each.id == in_hand or len(youths) == 1), None)
    if likely is not None:
        await turn.reply(await _ask(turn, likely), Manner(screens.QUESTION, about=likely.id))
    else:
        await turn.reply(screens.with_whom(youths, 0) if youths else youth_screens.nobody_yet())


async def others_shown(turn: Turn, tap: OthersShown) -> None:
    """With somebody else."""
    await turn.show(screens.with_whom(await people.youths_of(turn.session, turn.me.id), tap.page))


async def picked(turn: Turn, tap: YouthPicked) -> None:
    """With this one; the same message goes on."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
    else:
        await turn.show(await _ask(turn, youth))


async def nothing(turn: Turn, _tap: NothingTapped) -> None:
    """There was none, after all."""
    await turn.show(screens.nothing())


async def kind_tapped(turn: Turn, tap: KindTapped) -> None:
    """It is noted at once. A second tap under the same question shows what stands."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    under = turn.heard.message_id
    row = await contacts.noted_under(turn.session, turn.me.id, youth.id, under)
    row = row or await keep(turn, youth, tap.kind, message_id=under)
    await turn.show(await contact_seen.screen(turn, Seen(row, youth)))


async def note(turn: Turn, youth: Person, kind: ContactKind) -> Screen:
    """For other buttons that say the same: there is contact right now. What to reply, with all that corrects it."""
    return await contact_seen.screen(turn, Seen(await keep(turn, youth, kind), youth))


async def _ask(turn: Turn, youth: Person) -> Screen:
    youths = await people.youths_of(turn.session, turn.me.id)
    return screens.ask(youth.name, youth.id, others=len(youths) > 1)


async def keep(turn: Turn, youth: Person, kind: ContactKind, *, message_id: int | None = None) -> Contact:
    """There is contact right now: what waited for it is settled."""
    row = await contacts.note(
        turn.session, youth.id, kind, turn.today, turn.me.id, turn.now, at=turn.now, message_id=message_id
    )
    turn.note(Happened.CONTACT_NOTED, actor=turn.me, subject=youth)
    await contact_settles.weigh(turn, youth, row)
    return row
