"""A screen becomes a request that Telegram takes, and comes back from the outbox unharmed."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.language import Verbatim, _, language
from chat.outgoing import Outgoing, edit, message
from chat.screen import Button, Document, Paper, Screen, column
from chat.screens.checkin import FaceTapped
from programme.checkin import Face
from tests.chat.test_drawing import TIMELINE

NL = language("nl")
MARK = Verbatim("again?")
BUTTON = Button(_("Done"), FaceTapped(7, Face.GOOD))
INLINE = {"inline_keyboard": [[{"text": "Klaar", "callback_data": "face:7:4"}]]}
KEYS = {"keyboard": [[{"text": "Klaar"}]], "resize_keyboard": True, "is_persistent": True}


@pytest.mark.parametrize(
    ("screen", "more"),
    [
        (Screen(Verbatim("<i>")), {}),
        (Screen(Verbatim("<i>"), silent=True), {"disable_notification": True}),
        (Screen(Verbatim("<i>"), column(BUTTON, None)), {"reply_markup": INLINE}),
        (Screen(Verbatim("<i>"), keyboard=((_("Done"),),)), {"reply_markup": KEYS}),
        (Screen(Verbatim("<i>"), takes_keyboard=True), {"reply_markup": {"remove_keyboard": True}}),
    ],
    ids=["words", "silent", "buttons", "keyboard", "keyboard taken"],
)
def test_a_message(screen: Screen, more: dict[str, Any]) -> None:
    outgoing = message(5, screen, NL)
    assert outgoing.method == "sendMessage"
    assert outgoing.parameters == {"chat_id": 5, "text": "&lt;i&gt;", "parse_mode": "HTML", **more}


def test_a_picture_carries_its_words_along() -> None:
    outgoing = message(5, Screen(Verbatim("&"), picture=b"\x89PNG"), NL)
    assert outgoing.method == "sendPhoto"
    assert outgoing.parameters["caption"] == "&amp;"
    assert base64.b64decode(outgoing.parameters["photo"]) == b"\x89PNG"


def test_a_drawing_waits_as_facts() -> None:
    outgoing = message(5, Screen(Verbatim("&"), column(BUTTON), drawing=TIMELINE), NL, MARK)
    assert (outgoing.method, outgoing.parameters["photo"]) == ("sendPhoto", TIMELINE.write())
    assert outgoing.parameters["reply_markup"] == INLINE
    assert Outgoing.read(outgoing.method, outgoing.write(), marked=False) == outgoing


def test_a_document_keeps_its_name() -> None:
    outgoing = message(5, Screen(Verbatim("&"), document=Document("agenda.ics", b"\r\n\xff")), NL)
    assert (outgoing.method, outgoing.parameters["caption"]) == ("sendDocument", "&amp;")
    assert outgoing.parameters["document"]["name"] == "agenda.ics"
    assert base64.b64decode(outgoing.parameters["document"]["content"]) == b"\r\n\xff"


def test_a_paper_waits_as_facts_with_its_name() -> None:
    outgoing = message(5, Screen(Verbatim("&"), column(BUTTON), paper=Paper("plan.pdf", TIMELINE)), NL, MARK)
    assert (outgoing.method, outgoing.parameters["caption"]) == ("sendDocument", "&amp;")
    assert outgoing.parameters["document"] == {"name": "plan.pdf", **TIMELINE.write()}
    assert outgoing.parameters["reply_markup"] == INLINE
    assert Outgoing.read(outgoing.method, outgoing.write(), marked=False) == outgoing


@pytest.mark.parametrize(
    "screen",
    [
        Screen(Verbatim("a"), picture=b"\x89PNG"),
        Screen(Verbatim("a"), drawing=TIMELINE),
        Screen(Verbatim("a"), document=Document("a.ics", b"a")),
        Screen(Verbatim("a"), paper=Paper("a.pdf", TIMELINE)),
    ],
    ids=["picture", "drawing", "document", "paper"],
)
def test_under_a_picture_or_file_stand_the_words_and_the_mark(screen: Screen) -> None:
    outgoing = message(5, screen, NL, MARK)
    repeated = Outgoing.read(outgoing.method, outgoing.write(), marked=True)
    assert (repeated.parameters["caption"], repeated.ahead) == ("again?\na", None)
    moved = outgoing.to(6)
    assert moved is not None
    assert moved.parameters == {**outgoing.parameters, "chat_id": 6}
    with pytest.raises(ValueError, match="does not become"):
        edit(5, 8, screen, NL)


@pytest.mark.parametrize(("buttons", "rows"), [((), []), (column(BUTTON), INLINE["inline_keyboard"])])
def test_an_edit_takes_away_the_buttons_it_does_not_have(buttons: Any, rows: Any) -> None:
    outgoing = edit(5, 8, Screen(Verbatim("a"), buttons), NL)
    assert outgoing.method == "editMessageText"
    assert (outgoing.parameters["message_id"], outgoing.parameters["reply_markup"]) == (8, {"inline_keyboard": rows})


@given(st.text())
def test_it_comes_back_as_it_went(words: str) -> None:
    outgoing = message(5, Screen(Verbatim(words), column(BUTTON)), NL, MARK)
    assert Outgoing.read(outgoing.method, outgoing.write(), marked=False) == outgoing


@pytest.mark.parametrize(("marked", "text"), [(False, "a"), (True, "again?\na")])
def test_what_may_arrive_twice_says_so_when_it_is_repeated(marked: bool, text: str) -> None:  # noqa: FBT001 - a row
    outgoing = message(5, Screen(Verbatim("a")), NL, MARK)
    assert Outgoing.read(outgoing.method, outgoing.write(), marked=marked).parameters["text"] == text


def test_to_another_chat_goes_only_what_makes_sense_there() -> None:
    moved = message(5, Screen(Verbatim("a")), NL).to(6)
    assert moved is not None
    assert moved.parameters["chat_id"] == 6
    assert edit(5, 8, Screen(Verbatim("a")), NL).to(6) is None


def test_a_button_opens_a_link_or_does_something() -> None:
    linked = message(5, Screen(Verbatim("a"), column(Button(_("Done"), url="https://t.me/x"))), NL)
    assert linked.parameters["reply_markup"]["inline_keyboard"] == [[{"text": "Klaar", "url": "https://t.me/x"}]]
    with pytest.raises(ValueError, match="something to do"):
        message(5, Screen(Verbatim("a"), column(Button(_("Done")))), NL)
