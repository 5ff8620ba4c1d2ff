"""The year of a jongere: the page from which it is changed, and what every change of it has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chat.screens import year as screens
from chat.screens import year_words
from chat.screens.shown import Shown
from chat.screens.youths import YearShown
from chat.turn import Turn
from handlers import gathered, lost
from handlers.youths import of_button, shown_as
from programme.calendar import read_day
from programme.year import Refused
from store import flow, year, youths
from store.flow import Step
from store.journal import Happened
from store.youths import Youth

STEPS = frozenset({Step.START_DAY, Step.STOP_DAY, Step.YEAR_PAUSE_THROUGH, Step.HOME_DAY})


@dataclass(frozen=True)
class YearForm:
    """Whose year it is, and for a stop the reason."""

    youth_id: int
    why: str = ""


async def shown(turn: Turn, tap: YearShown) -> None:
    """What can be changed. Whoever comes back here leaves what was asked."""
    if youth := await of_button(turn, tap.youth_id):
        await leave(turn)
        await turn.show(screens.page(shown_as(turn, youth)))


async def wait_for_day(turn: Turn, step: Step, youth: Youth, why: str = "") -> None:
    """The next words they type are a day."""
    await flow.go(turn.session, turn.me.id, step, turn.now, YearForm(youth.person.id, why))


async def leave(turn: Turn) -> None:
    """No day is waited for any more."""
    if turn.position is not None and turn.position.step in STEPS:
        await flow.leave(turn.session, turn.me.id)


def form_of(turn: Turn) -> YearForm:
    """What is being changed while a day is waited for."""
    return YearForm(0) if turn.position is None else turn.position.read(YearForm)


async def of_typed(turn: Turn) -> Youth | None:
    """The jongere for whom a day is typed; says that it went nowhere when they walk with them no more."""
    youth_id = form_of(turn).youth_id
    youth = await youths.one_seen_by(turn.session, turn.me.id, youth_id, turn.now, turn.setting.zone)
    if youth is None:
        await flow.leave(turn.session, turn.me.id)
        await lost.words(turn)
    return youth


def typed_day(turn: Turn) -> date | None:
    """The day in what they typed."""
    return read_day(turn.text, turn.today)


async def refuse(turn: Turn, youth: Youth, why: Refused) -> None:
    """That day cannot be; another one can be typed."""
    await turn.show(year_words.refused(why, youth.person.id))


async def as_it_was(turn: Turn, youth: Youth) -> None:
    """They chose what was so already."""
    await leave(turn)
    await turn.show(year_words.as_it_was(youth.person.id))


async def changed(turn: Turn, youth: Youth, happened: Happened) -> Shown:
    """What is counted from the year follows, and it is remembered. The jongere as they are now."""
    await leave(turn)
    await year.replan(turn.session, youth.person.id, turn.now, turn.setting.zone)
    turn.note(happened, actor=turn.me, subject=youth.person)
    await gathered.refresh(turn, youth.person.id)
    now = await youths.one_seen_by(turn.session, turn.me.id, youth.person.id, turn.now, turn.setting.zone)
    return shown_as(turn, now or youth)
