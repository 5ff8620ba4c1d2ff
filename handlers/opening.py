"""Schrijf: a begeleider begins, in words of their own, or with ready-made ones that they send themselves."""

from __future__ import annotations

from chat.language import language
from chat.occasion import Manner
from chat.screens import opening as screens
from chat.screens.opening import BeginTapped, OpeningSent, OpeningTapped, RewordedTapped
from chat.screens.talk import PROMPT
from chat.sent import Sent
from chat.turn import Turn
from handlers import answer, lost
from programme.talk import Kind
from store import flow
from store.flow import Step
from store.tables import Person


async def begin(turn: Turn, tap: BeginTapped) -> None:
    """The next words go to this youth; or one of these does."""
    if youth := await _to(turn, tap.youth_id):
        await turn.reply(screens.begin(youth.name, youth.id), Manner(PROMPT, about=youth.id))


async def shown(turn: Turn, tap: OpeningTapped) -> None:
    """As the youth would get it. Nothing is sent yet, and what is typed instead goes there too."""
    if not _known(tap.number):
        await lost.old_button(turn)
    elif youth := await _to(turn, tap.youth_id):
        await turn.show(screens.preview(turn.me.name, _words(youth, tap.number), youth.id, tap.number))


async def reworded(turn: Turn, tap: RewordedTapped) -> None:
    """They say it their own way: here it is to copy."""
    if not _known(tap.number):
        await lost.old_button(turn)
    elif youth := await _to(turn, tap.youth_id):
        await turn.show(screens.reword(youth.name, _words(youth, tap.number)))


async def sent(turn: Turn, tap: OpeningSent) -> None:
    """Say it."""
    if not _known(tap.number):
        await lost.old_button(turn)
        return
    if turn.position is None or turn.position.step is not Step.STAFF_WORDS:
        await lost.over(turn)
        return
    if youth := await answer.may_write(turn, tap.youth_id):
        await flow.leave(turn.session, turn.me.id)
        words = Sent(Kind.TEXT, _words(youth, tap.number))
        await turn.show(await answer.say(turn, youth, words, None))


async def _to(turn: Turn, youth_id: int) -> Person | None:
    youth = await answer.may_write(turn, youth_id)
    if youth is not None:
        await flow.go(turn.session, turn.me.id, Step.STAFF_WORDS, turn.now, answer.WordsForm(youth.id))
    return youth


def _known(number: int) -> bool:
    return 0 <= number < len(screens.OPENINGS)


def _words(youth: Person, number: int) -> str:
    """In the language of whoever reads them."""
    return language(youth.language).plain(screens.words(youth.name, number))
