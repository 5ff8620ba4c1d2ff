"""The plan of a youth on paper: made by whoever walks with them, and in the same moment the youth has it too."""

from __future__ import annotations

import json

from chat import drawing
from chat.occasion import Manner
from chat.plan import Plan
from chat.screens import plan_page
from chat.screens import plan_paper as screens
from chat.screens.plan import PaperAsked, PaperMade, PaperShown, PapersShown
from chat.screens.plan_paper import WhyNot
from chat.turn import Turn
from handlers import lost, plan_facts, webs
from handlers.plan import coming, leave, made, page, whose
from programme.calendar import within_hours
from programme.spiderweb import WebMoment
from store import pause, people, plan
from store.journal import Happened
from store.tables import Person, PlanPaper


async def ask(turn: Turn, tap: PaperAsked) -> None:
    """Before it is made: that the youth has it too."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await leave(turn)
    await _ask(turn, youth)


async def _ask(turn: Turn, youth: Person) -> None:
    moment = (await coming(turn, youth.id)).moment
    version = await _next_version(turn, youth.id, moment)
    await turn.show(screens.ask(await whose(turn, youth), moment, version, await _why_not(turn, youth)))


async def make(turn: Turn, tap: PaperMade) -> None:
    """It is made, once: the button says as which version."""
    youth = await people.youth_seen_by(turn.session, turn.me.id, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    moment = (await coming(turn, youth.id)).moment
    version = await _next_version(turn, youth.id, tap.moment)
    if 0 < tap.version < version:
        await turn.stop_spinner(screens.MADE_BEFORE)
        await turn.show(await page(turn, youth))
    elif (tap.moment, tap.version) != (moment, version):
        await _ask(turn, youth)  # it would be for something else by now
    else:
        await _make(turn, youth, moment, version)


async def _make(turn: Turn, youth: Person, moment: WebMoment, version: int) -> None:
    facts = await plan_facts.of(turn, youth, moment, version)
    written = json.dumps(facts.write())
    row = await plan.keep(turn.session, youth.id, moment, version, turn.me.id, turn.now, written)
    turn.note(Happened.PLAN_PAPER, actor=turn.me, subject=youth)
    why_not, theirs, paper = await _why_not(turn, youth), await whose(turn, youth), made(turn, row)
    await turn.show(screens.made(theirs, paper, why_not))
    await turn.say(screens.to_staff(theirs, paper, facts), turn.me, _manner(row, turn.me))
    if why_not is None:
        silent = await pause.keeps_quiet(turn.session, youth.id, turn.now) or not within_hours(
            turn.now, turn.setting.zone
        )
        await turn.say(screens.to_youth(youth.id, turn.me.name, facts, silent=silent), youth, _manner(row, youth))


def _manner(row: PlanPaper, to: Person) -> Manner:
    """A person had it made: a pause lets it through."""
    return Manner(screens.SHOWN, about=row.id, key=f"paper:{row.id}:{to.id}")


async def _next_version(turn: Turn, youth_id: int, moment: WebMoment) -> int:
    papers = await plan.papers_of(turn.session, youth_id)
    return max((row.version for row in papers if row.moment is moment), default=0) + 1


async def _why_not(turn: Turn, youth: Person) -> WhyNot | None:
    """Why it would not reach the youth, as far as we know. After a stop nothing comes that they did not ask for."""
    if youth.telegram_id is None:
        return WhyNot.NOT_JOINED
    if youth.blocked_at is not None:
        return WhyNot.BLOCKED
    return None if await pause.may_be_answered(turn.session, youth.id) else WhyNot.STOPPED


async def listed(turn: Turn, tap: PapersShown) -> None:
    """All that were made."""
    youth = await webs.seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await leave(turn)
    papers = [made(turn, row) for row in await plan.papers_of(turn.session, youth.id)]
    await turn.show(plan_page.all_papers(await whose(turn, youth), papers, tap.page, turn.today))


async def again(turn: Turn, tap: PaperShown) -> None:
    """One of them, as it was made; taps within the same minute ask for one."""
    row = await turn.session.get(PlanPaper, tap.paper_id)
    youth = None if row is None else await webs.seen(turn, row.youth_id)
    if row is None or youth is None:
        await lost.old_button(turn)
        return
    facts = drawing.read(json.loads(await plan.facts_of(turn.session, row.id)))
    if not isinstance(facts, Plan):
        raise TypeError(f"paper {row.id} is no plan")
    turn.note(Happened.PAPER_AGAIN, actor=turn.me, subject=youth)
    minute = turn.now.strftime("%Y-%m-%dT%H:%M")
    manner = Manner(screens.SHOWN, about=row.id, key=f"paper:{row.id}:{turn.me.id}:{minute}")
    await turn.reply(screens.again(await whose(turn, youth), made(turn, row), facts, turn.today), manner)
