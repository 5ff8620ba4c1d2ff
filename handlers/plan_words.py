"""What is said about one part of the plan of a youth: written, taken away, put back. By the youth too: it is theirs."""

from __future__ import annotations

from dataclasses import dataclass

from chat.language import Text
from chat.screen import Screen
from chat.screens import plan_words as screens
from chat.screens.plan import AboutShown, WordsPutBack, WordsRemoved, WriteTapped
from chat.screens.plan_words import Said
from chat.turn import Turn
from handlers import lost, webs
from handlers.plan import leave, whose
from programme.plan import About, Refused, read_words
from store import flow, plan
from store.flow import Step
from store.journal import Happened
from store.tables import Person, PlanWords


@dataclass(frozen=True)
class WordsForm:
    """About which part of whose plan words are awaited."""

    youth_id: int
    about: str


async def shown(turn: Turn, tap: AboutShown) -> None:
    """What is said about it; whatever was being typed is left."""
    if youth := await _youth(turn, tap.youth_id):
        await leave(turn)
        await turn.show(await _page(turn, youth, tap.about))


async def write(turn: Turn, tap: WriteTapped) -> None:
    """What do they say?"""
    if youth := await _youth(turn, tap.youth_id):
        await flow.go(turn.session, turn.me.id, Step.PLAN_WORDS, turn.now, WordsForm(youth.id, tap.about))
        row = await plan.newest(turn.session, youth.id, tap.about.domain)
        await turn.show(screens.ask(await whose(turn, youth), tap.about, await _said(turn, row)))


async def typed(turn: Turn) -> None:
    """The words, in place of those that were there."""
    form = None if turn.position is None else turn.position.read(WordsForm)
    youth = None if form is None else await webs.seen(turn, form.youth_id)
    if form is None or youth is None:
        await leave(turn)
        await lost.words(turn)
        return
    words, about = read_words(turn.text), About(form.about)
    if not turn.text:
        await turn.reply(screens.only_text(await whose(turn, youth), about))
    elif isinstance(words, Refused):
        await turn.reply(await _refused(turn, youth, about, words))
    else:
        await leave(turn)
        await turn.reply(await _keep(turn, youth, about, words, screens.KEPT))


async def _refused(turn: Turn, youth: Person, about: About, why: Refused) -> Screen:
    theirs = await whose(turn, youth)
    match why:
        case Refused.TOO_LONG:
            return screens.too_long(theirs, about, len(turn.text))
        case Refused.NO_WORDS:
            return screens.no_words(theirs, about)


async def removed(turn: Turn, tap: WordsRemoved) -> None:
    """They are taken away, while nobody said something else since."""
    found = await _of_button(turn, tap.words_id)
    if found is None:
        return
    youth, row = found
    about, newest = About.of(row.domain), await plan.newest(turn.session, youth.id, row.domain)
    if newest is None or newest.id != row.id or row.words is None:
        await turn.show(await _page(turn, youth, about))
    else:
        await turn.show(await _keep(turn, youth, about, None, screens.TAKEN_AWAY))


async def put_back(turn: Turn, tap: WordsPutBack) -> None:
    """The words of before, while nobody said something else since."""
    found = await _of_button(turn, tap.words_id)
    if found is None:
        return
    youth, before = found
    about, newest = About.of(before.domain), await plan.newest(turn.session, youth.id, before.domain)
    if newest is None or newest.id != tap.now_id or newest.id == before.id:
        await turn.show(await _page(turn, youth, about))
        return
    await plan.write(turn.session, youth.id, before.domain, before.words, turn.me.id, turn.now)
    turn.note(Happened.PLAN_WORDS, actor=turn.me, subject=youth)
    await turn.show(await _page(turn, youth, about, just=screens.AS_BEFORE))


async def _keep(turn: Turn, youth: Person, about: About, words: str | None, just: Text) -> Screen:
    """From now on it says this, and for a tap what it said before."""
    before = await plan.newest(turn.session, youth.id, about.domain)
    now = await plan.write(turn.session, youth.id, about.domain, words, turn.me.id, turn.now)
    turn.note(Happened.PLAN_WORDS, actor=turn.me, subject=youth)
    undo = None if before is None or before.words is None else WordsPutBack(before.id, now.id)
    return await _page(turn, youth, about, just=just, undo=undo)


async def _page(
    turn: Turn, youth: Person, about: About, *, just: Text | None = None, undo: WordsPutBack | None = None
) -> Screen:
    said = await _said(turn, await plan.newest(turn.session, youth.id, about.domain))
    return screens.page(await whose(turn, youth), about, said, turn.today, just=just, undo=undo)


async def _said(turn: Turn, row: PlanWords | None) -> Said | None:
    if row is None or row.words is None:
        return None
    by = None if row.by_id == turn.me.id else (await turn.session.get_one(Person, row.by_id)).name
    return Said(row.id, row.words, by, turn.local(row.at).date())


async def _youth(turn: Turn, youth_id: int) -> Person | None:
    """Whose plan it is; says that it is an old button for anybody else."""
    youth = await webs.seen(turn, youth_id)
    if youth is None:
        await lost.old_button(turn)
    return youth


async def _of_button(turn: Turn, words_id: int) -> tuple[Person, PlanWords] | None:
    """The words of a button and whose they are; whatever was being typed is left."""
    row = await turn.session.get(PlanWords, words_id)
    youth = None if row is None else await webs.seen(turn, row.youth_id)
    if row is None or youth is None:
        await lost.old_button(turn)
        return None
    await leave(turn)
    return youth, row
