"""The page about one youth's nazorg, with what holds now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.screen import Screen
from chat.screens import nazorg as screens
from chat.screens.nazorg import Done, Shown
from chat.turn import REPLY, Turn
from handlers import lost
from programme.contacts import ContactKind
from programme.phases import Phase, Year, week_of
from programme.workdays import A_DAY
from store import nazorg, outbox, people, year_ends
from store.tables import NazorgPlan, Person


@dataclass(frozen=True)
class Subject:
    """A youth in nazorg, or after it, and what is planned."""

    youth: Person
    year: Year
    plan: NazorgPlan
    due: dict[ContactKind, date]

    def is_over(self, today: date) -> bool:
        """Whether the weeks of nazorg are past."""
        return self.year.phase_on(today) is Phase.DAARNA

    @property
    def last_day(self) -> date:
        """The last day of nazorg."""
        return self.year.nazorg_ends - A_DAY


async def seen(turn: Turn, youth_id: int) -> Subject | None:
    """The youth of a button; None for one that is not theirs, or whose year goes on."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, youth_id)
    return None if youth is None else await of(turn, youth)


async def of(turn: Turn, youth: Person) -> Subject | None:
    """This youth's nazorg; None while the year goes on."""
    plan = await year_ends.begin(turn.session, youth.id, turn.now, turn.setting.zone)
    if plan is None:
        return None
    year = await people.year_of(turn.session, youth.id)
    return Subject(youth, year, plan, await nazorg.next_due(turn.session, youth.id, turn.today))


async def subject_of(turn: Turn, youth_id: int) -> Subject | None:
    """The same; says that it is an old button otherwise."""
    subject = await seen(turn, youth_id)
    if subject is None:
        await lost.old_button(turn)
    return subject


async def planned(turn: Turn, youth_id: int, kind: ContactKind) -> Subject | None:
    """The same, when a contact of this kind is planned; says that it is an old button otherwise."""
    subject = await seen(turn, youth_id)
    if subject is None or kind not in subject.due:
        await lost.old_button(turn)
        return None
    return subject


def shown(turn: Turn, subject: Subject) -> Shown:
    """As the screens show it."""
    return Shown(
        youth_id=subject.youth.id,
        name=subject.youth.name,
        week=week_of(subject.year.ends, turn.today),
        over=subject.is_over(turn.today),
        mode=subject.plan.mode,
        due=subject.due,
    )


async def page(turn: Turn, youth_id: int, done: Done | None = None) -> Screen | None:
    """The page as it is now, with what was just done; None when it is not theirs, which is said."""
    subject = await subject_of(turn, youth_id)
    return None if subject is None else screens.page(shown(turn, subject), turn.today, done)


async def show_page(turn: Turn, youth_id: int, done: Done | None = None) -> None:
    """Show it."""
    if screen := await page(turn, youth_id, done):
        await show(turn, screen)


async def show(turn: Turn, screen: Screen) -> None:
    """In place of the page under which they tapped; under a message that gathers other things, as a new message."""
    under = await outbox.by_message(turn.session, turn.heard.chat_id, turn.heard.message_id or 0)
    if under is not None and under.kind == REPLY.kind:
        await turn.show(screen)
    else:
        await turn.reply(screen)
