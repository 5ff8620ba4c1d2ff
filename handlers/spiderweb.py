"""A youth scores their own life, or whoever walks with them does beside it: one message, a tap for each domain, and it
goes on wherever it was left."""

from __future__ import annotations

from dataclasses import dataclass

from chat.screen import Screen
from chat.screens import spiderweb as screens
from chat.screens.spiderweb import Asking, DomainShown, LaterTapped, LeftForNow, ScoreTapped, SkipTapped, WebBegun
from chat.turn import Turn
from handlers import baskets, look, lost, webs
from programme.names import read_name
from programme.spiderweb import (
    LONGEST_OWN,
    Domain,
    WebMoment,
    first_open,
    is_score,
    moment_of,
    next_open,
    one_before,
)
from store import away, flow, milestones, spiderweb
from store.flow import Step
from store.journal import Happened
from store.tables import Person, Scoring


@dataclass(frozen=True)
class OwnForm:
    """In which scoring the youth's own theme is being named."""

    scoring_id: int


async def mine(turn: Turn) -> None:
    """🕸 Mijn spinnenweb"""
    await flow.leave(turn.session, turn.me.id)
    begun = await spiderweb.open_of(turn.session, turn.me.id, turn.now)
    ended = [row for row in await spiderweb.visible(turn.session, turn.me.id) if begun is None or row.id != begun.id]
    last = webs.day_of(turn, ended[0]) if ended else None
    begeleider = await away.in_charge(turn.session, turn.me.id, turn.today)
    looks = await look.without_web(turn)
    await turn.reply(
        screens.intro(turn.me.id, begeleider.name, last, turn.today, goes_on=begun is not None, looks=looks)
    )


async def begin(turn: Turn, _tap: WebBegun) -> None:
    """Begin, or go on where it was."""
    await begin_for(turn, None)


async def begin_for(turn: Turn, moment: WebMoment | None) -> None:
    """Begin for this moment, or go on where it was. None: for whatever is near."""
    begun = await spiderweb.open_of(turn.session, turn.me.id, turn.now)
    if begun is None:
        begun = await spiderweb.begin(turn.session, turn.me.id, moment or await _moment(turn), turn.now)
        turn.note(Happened.WEB_BEGUN, actor=turn.me)
    elif moment is not None and begun.moment is WebMoment.ANY:
        begun.moment = moment  # begun of their own accord, and gone on with because it is asked for now
    await go_on(turn, begun)


async def _moment(turn: Turn) -> WebMoment:
    due = {row.kind: row.due_on for row in await milestones.open_of(turn.session, turn.me.id)}
    return moment_of(due, turn.today)


async def not_now(turn: Turn, _tap: LeftForNow) -> None:
    """Another time."""
    await turn.show(screens.not_now())


async def scored(turn: Turn, tap: ScoreTapped) -> None:
    """A number."""
    if not is_score(tap.value):
        await lost.old_button(turn)
    else:
        await _answer(turn, tap.scoring_id, tap.domain, tap.value)


async def skipped(turn: Turn, tap: SkipTapped) -> None:
    """Nothing about this one."""
    await _answer(turn, tap.scoring_id, tap.domain, None)


async def _answer(turn: Turn, scoring_id: int, domain: Domain, value: int | None) -> None:
    scoring = await open_of_button(turn, scoring_id)
    if scoring is None:
        return
    if domain in await spiderweb.asked_in(turn.session, scoring):
        await spiderweb.answer(turn.session, scoring, domain, value, turn.now)
    else:
        await turn.stop_spinner(screens.NOT_ASKED)
    await flow.leave_step(turn.session, turn.me.id, Step.OWN_THEME)
    await go_on(turn, scoring, domain)


async def back(turn: Turn, tap: DomainShown) -> None:
    """The one before, with what was answered."""
    scoring = await open_of_button(turn, tap.scoring_id)
    if scoring is None:
        return
    if tap.domain in await spiderweb.asked_in(turn.session, scoring):
        await turn.show(await _question(turn, scoring, tap.domain))
    else:
        await turn.stop_spinner(screens.NOT_ASKED)
        await go_on(turn, scoring)


async def later(turn: Turn, tap: LaterTapped) -> None:
    """Another time; all of it is kept."""
    await flow.leave_step(turn.session, turn.me.id, Step.OWN_THEME)
    scoring = await open_of_button(turn, tap.scoring_id)
    if scoring is None:
        return
    if is_own(turn, scoring):
        await turn.show(screens.later(turn.me.id))
    else:
        await look.later(turn, scoring)


async def named(turn: Turn) -> None:
    """The youth's own theme, in their words. Then they score it."""
    form = None if turn.position is None else turn.position.read(OwnForm)
    scoring = None if form is None else await spiderweb.of_scorer(turn.session, turn.me.id, form.scoring_id)
    words = read_name(turn.text, LONGEST_OWN)
    if words is None:
        await turn.reply(screens.own_refused())
        return
    await flow.leave(turn.session, turn.me.id)
    (await spiderweb.of_youth(turn.session, turn.me.id)).own = words
    turn.note(Happened.OWN_THEME_NAMED, actor=turn.me)
    if scoring is None or scoring.finished_at is not None or scoring.left_at is not None:
        await mine(turn)
    else:
        await turn.reply(await _question(turn, scoring, Domain.OWN))


async def open_of_button(turn: Turn, scoring_id: int) -> Scoring | None:
    """Their scoring of a button, when it still changes; what is past says so."""
    row = await spiderweb.of_scorer(turn.session, turn.me.id, scoring_id)
    if row is None or await webs.seen(turn, row.youth_id) is None:
        await lost.old_button(turn)
        return None
    if row.finished_at is not None:
        await turn.stop_spinner(screens.FINISHED_BEFORE)
        return None
    going_on = await spiderweb.open_of(turn.session, row.youth_id, turn.now, by_id=turn.me.id)
    if going_on is None or going_on.id != row.id:
        await turn.stop_spinner(screens.LEFT_BEFORE)
        return None
    return row


def is_own(turn: Turn, scoring: Scoring) -> bool:
    """Whether they score their own life."""
    return scoring.youth_id == turn.me.id


async def is_complete(turn: Turn, scoring: Scoring) -> bool:
    """Whether every domain has an answer. If not, the one that has none is asked: it was turned on meanwhile."""
    answered = await spiderweb.answers(turn.session, scoring.id)
    if first_open(await spiderweb.asked_in(turn.session, scoring), answered) is None:
        return True
    await turn.stop_spinner(screens.ONE_MORE)
    await go_on(turn, scoring)
    return False


async def go_on(turn: Turn, scoring: Scoring, after: Domain | None = None) -> None:
    """The next domain without an answer; when there is none, the picture and what comes of it."""
    asked = await spiderweb.asked_in(turn.session, scoring)
    answered = await spiderweb.answers(turn.session, scoring.id)
    domain = first_open(asked, answered) if after is None else next_open(asked, answered, after)
    if domain is not None:
        await turn.show(await _question(turn, scoring, domain))
    else:
        await turn.show(screens.filled(scoring.id, asked[-1]))
        await (baskets.offer(turn, scoring) if is_own(turn, scoring) else look.offer(turn, scoring))


async def _question(turn: Turn, scoring: Scoring, domain: Domain) -> Screen:
    asked = await spiderweb.asked_in(turn.session, scoring)
    own = await spiderweb.own_theme(turn.session, scoring.youth_id)
    youth = await turn.session.get_one(Person, scoring.youth_id)
    asking = Asking(
        scoring_id=scoring.id,
        domain=domain,
        number=asked.index(domain) + 1,
        of=len(asked),
        before=one_before(asked, domain),
        own=own,
        chosen=(await spiderweb.answers(turn.session, scoring.id)).get(domain),
        whose=None if is_own(turn, scoring) else youth.name,
    )
    if domain is Domain.OWN and own is None:
        await flow.go(turn.session, turn.me.id, Step.OWN_THEME, turn.now, OwnForm(scoring.id))
        return screens.ask_own(asking)
    return screens.question(asking)
