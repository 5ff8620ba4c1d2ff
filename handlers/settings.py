"""/instellingen: everybody changes what is theirs, a tap for each choice."""

from __future__ import annotations

from datetime import time

from chat import menu
from chat.language import LANGUAGES
from chat.screens import settings as screens
from chat.screens.pause import known
from chat.screens.settings import NewAnswers, NewDigestTime, NewLanguage, NewRhythm, NewTime, PageTapped
from chat.turn import Turn
from handlers import rhythm
from handlers import settings_pages as pages
from programme.calendar import may_be_asked_at, read_time
from programme.digest import may_come_at
from programme.people import Role
from programme.rhythm import Rhythm
from store import away, digest, flow, settings
from store.flow import Step
from store.journal import Happened


async def opened(turn: Turn) -> None:
    """/instellingen"""
    await flow.leave(turn.session, turn.me.id)
    await turn.reply(await pages.home(turn))


async def turned(turn: Turn, tap: PageTapped) -> None:
    """To another page. Who goes there does not type a time any more."""
    await flow.leave(turn.session, turn.me.id)
    await turn.show(await pages.page(turn, tap.page))


async def time_chosen(turn: Turn, tap: NewTime) -> None:
    """One of the offered times, or another that they will type."""
    if tap.at is None:
        await flow.go(turn.session, turn.me.id, Step.SETTINGS_TIME, turn.now)
        await turn.show(screens.type_time())
    else:
        await _ask_at(turn, tap.at)
        await turn.show(await pages.home(turn))


async def time_typed(turn: Turn) -> None:
    """A time they typed."""
    at = read_time(turn.text)
    if at is None or not may_be_asked_at(at):
        await turn.reply(screens.time_refused(at))
        return
    await _ask_at(turn, at)
    await turn.reply(await pages.home(turn))


async def rhythm_chosen(turn: Turn, tap: NewRhythm) -> None:
    """Another rhythm."""
    await rhythm.choose(turn, tap.rhythm)
    if tap.rhythm is Rhythm.NONE:
        await turn.stop_spinner(known((await away.in_charge(turn.session, turn.me.id, turn.today)).name))
    await turn.show(await pages.home(turn))


async def answers_chosen(turn: Turn, tap: NewAnswers) -> None:
    """Other answers to be told of."""
    await settings.choose_answers(turn.session, turn.me.id, tap.answers)
    turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)
    await turn.show(await pages.home(turn))


async def digest_chosen(turn: Turn, tap: NewDigestTime) -> None:
    """One of the offered times for the morning message, or another that they will type."""
    if tap.at is None:
        await flow.go(turn.session, turn.me.id, Step.DIGEST_TIME, turn.now)
        await turn.show(screens.type_digest_time())
    else:
        await _digest_at(turn, tap.at)
        await turn.show(await pages.home(turn))


async def digest_typed(turn: Turn) -> None:
    """A time they typed for it."""
    at = read_time(turn.text)
    if at is None or not may_come_at(at):
        await turn.reply(screens.digest_time_refused())
        return
    await _digest_at(turn, at)
    await turn.reply(await pages.home(turn))


async def _digest_at(turn: Turn, at: time) -> None:
    await flow.leave(turn.session, turn.me.id)
    await digest.choose_time(turn.session, turn.me.id, at, turn.now, turn.setting.zone)
    turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)


async def language_chosen(turn: Turn, tap: NewLanguage) -> None:
    """Another language, at once: this message, the menu, and a youth's keyboard."""
    changed = tap.code in LANGUAGES and tap.code != turn.me.language
    if changed:
        turn.me.language = tap.code
        turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)
        await menu.put(turn, turn.me)
    await turn.show(await pages.home(turn))
    if changed and turn.me.role is Role.YOUTH:
        await turn.reply(screens.speaking())


async def _ask_at(turn: Turn, at: time) -> None:
    await flow.leave(turn.session, turn.me.id)
    await settings.ask_at(turn.session, turn.me.id, at, turn.now, turn.setting.zone)
    turn.note(Happened.SETTINGS_CHANGED, actor=turn.me)
