"""/plan: what is in the plan of a youth. For the youth, and for begeleider and duo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from chat.screen import Screen
from chat.screens import plan_page as screens
from chat.screens import youths as youth_screens
from chat.screens.plan import Made, PlanShown, PlansShown, Whose
from chat.screens.plan_page import Coming, Part
from chat.turn import Turn
from handlers import lost, webs
from programme.plan import About, paper_for
from programme.spiderweb import AT, Domain
from store import actions, flow, milestones, people, plan, spiderweb
from store.flow import Step
from store.tables import MilestoneState, Person, PlanPaper

PAST = frozenset({MilestoneState.DONE, MilestoneState.BEFORE})


async def overview(turn: Turn) -> None:
    """/plan of a begeleider: that of the one youth they walk with, or whose?"""
    await flow.leave(turn.session, turn.me.id)
    youths = await people.youths_of(turn.session, turn.me.id)
    if len(youths) == 1:
        await turn.reply(await page(turn, youths[0]))
    else:
        await turn.reply(screens.which(youths, 0) if youths else youth_screens.nobody_yet())


async def listed(turn: Turn, tap: PlansShown) -> None:
    """Whose, at a page."""
    youths = await people.youths_of(turn.session, turn.me.id)
    await turn.show(screens.which(youths, tap.page) if youths else youth_screens.nobody_yet())


async def shown(turn: Turn, tap: PlanShown) -> None:
    """That of one youth; whatever was being typed about it is left."""
    youth = await webs.seen(turn, tap.youth_id)
    if youth is None:
        await lost.old_button(turn)
        return
    await leave(turn)
    await turn.show(await page(turn, youth))


async def page(turn: Turn, youth: Person) -> Screen:
    """All of it at a glance."""
    said = await plan.words_of(turn.session, youth.id)
    steps = Counter(row.domain for row in await actions.open_of(turn.session, youth.id))
    domains = await domains_of(turn, youth.id, {*steps, *said})
    parts = [Part(About.of(domain), domain in said, steps[domain]) for domain in domains]
    around = Part(About.PEOPLE, None in said)
    papers = [made(turn, row) for row in await plan.papers_of(turn.session, youth.id)]
    return screens.page(await whose(turn, youth), [*parts, around], await coming(turn, youth.id), papers, turn.today)


async def domains_of(turn: Turn, youth_id: int, has: Iterable[Domain | None]) -> list[Domain]:
    """What the youth is asked about, their own theme once it has a name; and what `has` something that was said of it:
    nothing is kept about somebody that they do not see."""
    seen = {*await spiderweb.choices(turn.session, youth_id), *has}
    return [domain for domain in Domain if domain in seen]


async def coming(turn: Turn, youth_id: int) -> Coming:
    """For what it would be put on paper now."""
    still_open = {row.kind: row.due_on for row in await milestones.open_of(turn.session, youth_id)}
    rows = await milestones.of_youth(turn.session, youth_id)
    past = {row.kind: row.due_on for row in rows if row.state in PAST}
    kind = paper_for(still_open, past, turn.today)
    return Coming(AT[kind], still_open.get(kind))


async def whose(turn: Turn, youth: Person) -> Whose:
    """Whose plan it is, for whoever looks."""
    return Whose(
        youth_id=youth.id,
        name=webs.whose(turn, youth),
        begeleider=(await people.begeleider_of(turn.session, youth.id)).name,
        own=await spiderweb.own_theme(turn.session, youth.id),
    )


def made(turn: Turn, row: PlanPaper) -> Made:
    """A paper, as the screens show it."""
    return Made(row.id, row.moment, row.version, turn.local(row.at).date())


async def leave(turn: Turn) -> None:
    """Out of what was being typed here; elsewhere nothing changes."""
    await flow.leave_step(turn.session, turn.me.id, Step.PLAN_WORDS)
