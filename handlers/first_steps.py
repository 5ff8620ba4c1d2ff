"""After a web: a first step for each domain of the first basket. It goes on wherever it was left."""

from __future__ import annotations

from dataclasses import replace

from chat.screen import Screen
from chat.screens import first_steps as screens
from chat.screens.first_steps import FirstStepAsked, FirstStepSkipped, FirstStepsLater
from chat.turn import REPLY, Turn
from handlers import lost
from handlers.one_action import StepForm
from programme.spiderweb import Domain
from store import actions, flow, spiderweb
from store.flow import Step
from store.journal import Happened
from store.tables import Action, Scoring


async def begin(turn: Turn, scoring: Scoring) -> None:
    """The first of them, when the youth put anything in the first basket."""
    if domains := await actions.without_step(turn.session, scoring.id):
        await _await(turn, scoring.id, domains[0])
        await turn.reply(await _question(turn, scoring.id, domains[0]))


async def go_on(turn: Turn, row: Action) -> None:
    """The next one, after this step has its day; a second tap asks nothing twice."""
    if row.scoring_id is None or row.added_by != turn.me.id:
        return
    manner = replace(REPLY, key=f"first steps:{row.id}")
    if domains := await actions.without_step(turn.session, row.scoring_id):
        await _await(turn, row.scoring_id, domains[0])
        await turn.reply(await _question(turn, row.scoring_id, domains[0]), manner)
    else:
        await turn.reply(screens.all_named(turn.me.id), manner)


async def asked(turn: Turn, tap: FirstStepAsked) -> None:
    """One that has none yet, from the page with all steps."""
    if await _is_theirs(turn, tap.scoring_id, tap.domain):
        await _await(turn, tap.scoring_id, tap.domain)
        await turn.show(await _question(turn, tap.scoring_id, tap.domain))


async def skipped(turn: Turn, tap: FirstStepSkipped) -> None:
    """None for this one; then the next."""
    if not await _is_theirs(turn, tap.scoring_id, tap.domain):
        return
    await actions.skip(turn.session, tap.scoring_id, tap.domain, turn.now)
    turn.note(Happened.STEP_SKIPPED, actor=turn.me)
    if domains := await actions.without_step(turn.session, tap.scoring_id):
        await _await(turn, tap.scoring_id, domains[0])
        await turn.show(await _question(turn, tap.scoring_id, domains[0]))
        return
    await flow.leave_step(turn.session, turn.me.id, Step.ACTION_STEP)
    named = any(row.scoring_id == tap.scoring_id for row in await actions.of_youth(turn.session, turn.me.id))
    await turn.show(screens.all_named(turn.me.id) if named else screens.skipped_all(turn.me.id))


async def later(turn: Turn, _tap: FirstStepsLater) -> None:
    """Another time."""
    await flow.leave_step(turn.session, turn.me.id, Step.ACTION_STEP)
    await turn.show(screens.later(turn.me.id))


async def _is_theirs(turn: Turn, scoring_id: int, domain: Domain) -> bool:
    """Whether it is in the first basket of a web of theirs, and without a step; says so otherwise."""
    scoring = await spiderweb.of_scorer(turn.session, turn.me.id, scoring_id)
    if scoring is None or domain not in await spiderweb.first_basket(turn.session, scoring_id):
        await lost.old_button(turn)
        return False
    if await actions.has_step(turn.session, scoring_id, domain):
        await turn.stop_spinner(screens.NAMED_BEFORE)
        return False
    return True


async def _await(turn: Turn, scoring_id: int, domain: Domain) -> None:
    await flow.go(turn.session, turn.me.id, Step.ACTION_STEP, turn.now, StepForm(turn.me.id, domain, scoring_id))


async def _question(turn: Turn, scoring_id: int, domain: Domain) -> Screen:
    return screens.ask_first(scoring_id, domain, await spiderweb.own_theme(turn.session, turn.me.id))
