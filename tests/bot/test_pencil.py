"""Pictures and papers that are made when they are sent, and files: from what is said to what stands on a phone."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot import drawing
from bot.pencil import Pencil
from chat import charts, papers
from chat.drawing import Drawing
from chat.language import Verbatim
from chat.occasion import Manner, Occasion
from chat.screen import Button, Document, Paper, Screen, column
from chat.screens.youths import YouthsShown
from chat.timeline import Timeline, Week
from chat.turn import Heard, Knock
from sandbox.faults import Fault
from sandbox.model import Media, MediaKind, Message
from sandbox.pictures import is_picture
from sandbox.town import Town
from store.tables import Outbox, OutboxState
from tests.chat.plans import EMPTY
from tests.people import Phone, row_of, sam_with_lotte, staff

MARK = "tweede keer"
WORDS = "ik slaap bij Jonas"
START = date(2026, 11, 2)
TIMELINE = Timeline("nl", "Sam", START, date(2026, 11, 24), (Week(START, 2, target=3),))
AGENDA = Document("agenda.ics", b"BEGIN:VCALENDAR\r\n\xff")
PLAN = Paper("plan van Jo.pdf", EMPTY)


@dataclass(frozen=True)
class Riddle(Drawing, name="riddle"):
    """What only we know of: nobody can draw it."""

    words: str


async def say(town: Town, who: Phone, *screens: Screen) -> None:
    """The bot says something."""
    person = await row_of(town, who)
    async with town.spoor.database.write() as session:
        for screen in screens:
            await Occasion(session, town.now(), town.spoor.setting).say(screen, person, Manner("reply"))
    await town.settle()


def file_in(message: Message) -> Media:
    """What hangs in a message. Raises AssertionError when it is no file."""
    assert isinstance(message.attachment, Media)
    return message.attachment


@pytest.mark.asyncio
async def test_a_drawing_arrives_as_a_picture(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await say(town, lotte, Screen(Verbatim("Sam"), column(Button(Verbatim("Terug"), YouthsShown(0))), drawing=TIMELINE))
    media = file_in(lotte.expects("Sam", photo=True, buttons=["Terug"]))
    assert is_picture(media.file.content)
    assert media.width == 1000


@pytest.mark.asyncio
async def test_it_is_drawn_beside_the_loop_one_at_a_time_by_a_process_of_its_own(town: Town) -> None:
    sam, lotte = await sam_with_lotte(town)
    screen = Screen(Verbatim("jaar"), drawing=TIMELINE)
    await say(town, sam, screen)
    await say(town, lotte, screen)
    pictures = [file_in(who.expects("jaar", photo=True)).file.content for who in (sam, lotte)]
    assert pictures == [charts.draw(TIMELINE)] * 2


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(Screen(Verbatim("jaar"), drawing=Riddle("nl", WORDS)), id="a picture"),
        pytest.param(Screen(Verbatim("plan"), paper=Paper("plan.pdf", Riddle("nl", WORDS))), id="a paper"),
    ],
)
@pytest.mark.asyncio
async def test_what_cannot_be_drawn_holds_nobody_up(town: Town, screen: Screen) -> None:
    lotte = await staff(town, "Lotte")
    with capture_logs() as log:
        await say(town, lotte, screen, Screen(Verbatim("en verder")))
    lotte.expects("en verder")
    async with town.spoor.database.read() as session:
        replies = select(Outbox.state, Outbox.payload).where(Outbox.kind == "reply").order_by(Outbox.id)
        kept = (await session.execute(replies)).all()
    assert [tuple(row) for row in kept] == [(OutboxState.FAILED, None), (OutboxState.SENT, None)]
    assert [line["error"] for line in log] == ["KeyError", "NotDrawn"]
    assert log[0]["at"].startswith("bot/drawing.py:")
    assert WORDS not in str(log)


def test_a_pencil_that_broke_or_ended_is_taken_anew() -> None:
    """It may be killed, as whatever is large may be; and it ends by itself when nobody asks."""
    pencil, line = Pencil(), json.dumps({"as": "picture", "of": TIMELINE.write()}).encode() + b"\n"
    made = {pencil.draw(line)}
    first = pencil.process
    assert first is not None
    first.kill()
    made.add(pencil.draw(line))
    second = pencil.process
    assert second is not None
    assert second.pid != first.pid
    assert made == {charts.draw(TIMELINE)}
    pencil.let_go()


def test_a_pencil_ends_when_there_is_nothing_to_draw_or_nobody_to_draw_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asks, asked = os.pipe()
    monkeypatch.setattr(drawing, "STAYS", 0.01)
    with os.fdopen(asks, "rb", buffering=0) as into:
        drawing.work(into, BytesIO())
        os.close(asked)
        monkeypatch.setattr(drawing, "STAYS", 60)
        drawing.work(into, BytesIO())


@pytest.mark.asyncio
async def test_a_drawing_in_doubt_comes_again_and_says_so(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendPhoto", calls=1)
    await say(town, lotte, Screen(Verbatim("jaar"), drawing=TIMELINE))
    await town.wind(minutes=1)
    first, second = lotte.expects("jaar", photo=True), lotte.expects("jaar", photo=True)
    assert [MARK in message.plain for message in (first, second)] == [False, True]
    assert file_in(first).file.content == file_in(second).file.content


@pytest.mark.asyncio
async def test_a_document_arrives_with_its_name(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await say(town, lotte, Screen(Verbatim("Je agenda"), document=AGENDA))
    media = file_in(lotte.expects("Je agenda", photo=False))
    assert (media.kind, media.file.name, media.file.mime) == (MediaKind.DOCUMENT, "agenda.ics", "text/calendar")
    assert media.file.content == AGENDA.content


@pytest.mark.asyncio
async def test_a_paper_arrives_as_a_file_to_print(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await say(town, lotte, Screen(Verbatim("Het plan"), column(Button(Verbatim("Terug"), YouthsShown(0))), paper=PLAN))
    media = file_in(lotte.expects("Het plan", photo=False, buttons=["Terug"]))
    assert (media.kind, media.file.name, media.file.mime) == (MediaKind.DOCUMENT, PLAN.name, "application/pdf")
    assert media.file.content == papers.draw(EMPTY)


@pytest.mark.asyncio
async def test_a_paper_in_doubt_comes_again_and_says_so(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    town.telegram.faults.switch_on(Fault.SILENT_AFTER, "sendDocument", calls=1)
    await say(town, lotte, Screen(Verbatim("plan"), paper=PLAN))
    await town.wind(minutes=1)
    first, second = lotte.expects("plan", photo=False), lotte.expects("plan", photo=False)
    assert [MARK in message.plain for message in (first, second)] == [False, True]
    assert file_in(first).file.content == file_in(second).file.content


@pytest.mark.asyncio
@pytest.mark.parametrize("screen", [Screen(Verbatim(""), document=AGENDA), Screen(Verbatim(""), paper=PLAN)])
async def test_the_longest_words_still_fit_below(town: Town, screen: Screen) -> None:
    lotte = await staff(town, "Lotte")
    await say(town, lotte, replace(screen, text=Verbatim("é" * 1024)))
    lotte.expects("é" * 1024)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "screen",
    [
        Screen(Verbatim("a"), document=AGENDA),
        Screen(Verbatim("a"), drawing=TIMELINE),
        Screen(Verbatim("a"), paper=PLAN),
    ],
)
async def test_what_is_tapped_under_a_file_is_answered_below_it(town: Town, screen: Screen) -> None:
    lotte = await staff(town, "Lotte")
    await say(town, lotte, replace(screen, buttons=column(Button(Verbatim("Jongeren"), YouthsShown(0)))))
    lotte.expects("a")
    await lotte.taps("Jongeren")
    lotte.expects("nog niemand", edited=False)


@pytest.mark.asyncio
async def test_a_picture_does_not_take_the_place_of_a_text(town: Town) -> None:
    lotte = await staff(town, "Lotte")
    await say(town, lotte, Screen(Verbatim("kaart")))
    card = lotte.expects("kaart")
    async with town.spoor.database.write() as session:
        heard = Heard(lotte.user.id, card.id, tap_id="1")
        knock = Knock(session, town.now(), town.spoor.setting, heard)
        await knock.show(Screen(Verbatim("jaar"), drawing=TIMELINE))
    await town.settle()
    lotte.expects("jaar", photo=True, edited=False)
