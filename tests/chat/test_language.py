"""Texts are translated when shown, and nobody's name can break a message."""

from __future__ import annotations

import html
import re
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chat.language import (
    Capital,
    Language,
    Phrase,
    Text,
    Value,
    Verbatim,
    Weekday,
    _,
    language,
    lines,
    paragraphs,
    plural,
)

NL, EN = language("nl"), language("en")
NAME = st.text(min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (time(17, 30), "17u30", "17:30"),
        (time(10), "10u", "10:00"),
        (time(9, 5), "9u05", "09:05"),
        (time(0), "0u", "00:00"),
        (date(2026, 11, 24), "dinsdag 24 november", "Tuesday 24 November"),
        (Weekday(date(2026, 11, 24)), "dinsdag", "Tuesday"),
        (3, "3", "3"),
        (Decimal("1.8"), "1,8", "1.8"),
        (Decimal("2.0"), "2", "2"),
        ("{name}", "{name}", "{name}"),
        ("%s", "%s", "%s"),
        (Verbatim("<b>"), "<b>", "<b>"),
        (_("Done"), "Klaar", "Done"),
    ],
)
def test_values_are_shown_as_one_says_them(value: Value, dutch: str, english: str) -> None:
    text = Phrase("= {value}", (("value", value),))
    assert NL.plain(text) == f"= {dutch}"
    assert EN.plain(text) == f"= {english}"


@given(NAME)
def test_no_name_breaks_a_message(name: str) -> None:
    for text in (Phrase("Hey {name}.", (("name", name),)), lines(Phrase("Hey "), Verbatim(name))):
        for speaks in (NL, EN):
            shown = speaks.show(text)
            assert not re.search(r"[<>]", shown)
            assert name in html.unescape(shown) or "&" in name
            assert name in speaks.plain(text)


def test_our_own_tags_stay_and_other_peoples_do_not() -> None:
    text = Phrase("<b>{name}</b>", (("name", '<b>&"'),))
    assert EN.show(text) == '<b>&lt;b&gt;&amp;"</b>'
    assert EN.plain(Verbatim('<b>&"')) == '<b>&"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (lines(Verbatim("a"), None, Verbatim("b")), "a\nb"),
        (paragraphs(Verbatim("a"), None, lines(Verbatim("b"), Verbatim("c"))), "a\n\nb\nc"),
        (lines(), ""),
    ],
)
def test_texts_are_put_together(text: Text, shown: str) -> None:
    assert NL.show(text) == shown


@pytest.mark.parametrize(("count", "shown"), [(0, "0 days"), (1, "a day"), (2, "2 days")])
def test_a_number_chooses_the_form(count: int, shown: str) -> None:
    assert EN.show(plural("a day", "{count} days", count)) == shown


@pytest.mark.parametrize(("code", "known"), [("nl", "nl"), ("en", "en"), ("fr", "en"), ("", "en"), ("../nl", "en")])
def test_a_language_we_lack_is_english(code: str, known: str) -> None:
    found = language(code)
    assert isinstance(found, Language)
    assert found.code == known


def test_a_value_that_is_missing_is_noticed() -> None:
    with pytest.raises(KeyError):
        NL.show(_("Hey {name}."))


@pytest.mark.parametrize("words", ["élan", "Zo", "<b>", "😀 ja", ""])
def test_a_capital_stands_in_front_and_nothing_else_changes(words: str) -> None:
    assert NL.plain(Capital(Verbatim(words))) == words[:1].upper() + words[1:]
    assert html.unescape(NL.show(Capital(Verbatim(words)))) == words[:1].upper() + words[1:]
