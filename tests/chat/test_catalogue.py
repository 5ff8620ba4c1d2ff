"""The Dutch catalogue: complete, true to the English, and in the voice of the house."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from chat.language import Phrase, language
from chat.screens.call import CALL_ME
from chat.screens.checkin import FACES
from chat.screens.pause import PAUSES
from chat.screens.rhythm import RHYTHMS
from chat.screens.roles import ROLES
from chat.screens.settings import ANSWERS
from tests.chat.catalogue import ROOT, catalogue, forms, in_the_code, messages, problems

# What fits on half the width of a small phone, or on one line of a whole one.
LONGEST_LABEL = 30


def test_it_holds_what_the_code_says_and_nothing_else() -> None:
    assert {forms(message.id) for message in messages()} == in_the_code()
    assert not catalogue().obsolete


def test_nothing_can_be_said_against_any_translation() -> None:
    wrong = {forms(message.id)[0]: found for message in messages() if (found := list(problems(message)))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("english", "dutch", "problem"),
    [
        ("Hey", "", "not translated"),
        (("{count} day", "{count} days"), ("{count} dag", ""), "not translated"),
        ("Hey {name}.", "Hey {naam}.", "other values"),
        ("Hey {name}.", "Hey.", "other values"),
        ("Hey.", "Hey {name}.", "other values"),
        ("<b>Hey</b>", "Hey", "other tags"),
        ("<b>Hey</b>", "<b>Hey<b>", "other tags"),
        ("You & me", "Jij & ik", "other tags"),
        ("Call 1813.", "Bel 113.", "other commands or numbers"),
        ("See /hulp.", "Zie /help.", "other commands or numbers"),
        ("Do it.", "Je moet dat doen.", "words that are not ours"),
        ("Client.", "Cliënten en begeleiders.", "words that are not ours"),
        ("Hey. You.", "Hey.  Jij.", "white space"),
    ],
)
def test_the_rules_catch(english: str, dutch: str, problem: str) -> None:
    assert problem in list(problems(Message(english, dutch)))


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("Hey {name}.", "Dag {name}."),
        (("a day", "{count} days"), ("een dag", "{count} dagen")),
        ("<b>Help</b>: 112", "<b>Hulp</b>: 112"),
        ("Long.", "Zo lang als dit mag een zin nog net zijn, niet langer."),
    ],
)
def test_the_rules_let_be(english: str, dutch: str) -> None:
    assert list(problems(Message(english, dutch))) == []


def test_a_sentence_of_thirteen_words_is_too_long() -> None:
    dutch = "Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien."
    assert list(problems(Message("Long.", dutch))) == [f"a long sentence: {dutch}"]


def test_the_one_of_a_plural_is_for_one() -> None:
    """The catalogue has no header of its own; Dutch counts as English does."""
    dutch = language("nl")
    english = next(forms(message.id) for message in messages() if message.pluralizable)
    values = dict.fromkeys(("name", "count"), "x")
    for count in (0, 1, 2, 11):
        phrase = Phrase(english[0], tuple(values.items()), english[1], count)
        form = 0 if count == 1 else 1
        expected = next(forms(message.string) for message in messages() if forms(message.id) == english)[form]
        assert dutch.plain(phrase) == expected.format_map(values)


def test_labels_fit_on_a_small_phone() -> None:
    labels = {*_labels_in_the_code(), *(phrase.english for phrase in _labels_in_tables())}
    assert len(labels) > 50
    shown = {code: [language(code).plain(_filled(label)) for label in labels] for code in ("nl", "en")}
    assert [label for label in (*shown["nl"], *shown["en"]) if len(label) > LONGEST_LABEL] == []


def _labels_in_tables() -> Iterator[Phrase]:
    for table in (FACES, PAUSES, RHYTHMS, ANSWERS, ROLES):
        yield from (label for label in table.values() if isinstance(label, Phrase))
    yield CALL_ME


def _labels_in_the_code() -> Iterator[str]:
    """The English of each phrase that a button is made with."""
    for path in (ROOT / "chat").rglob("*.py"):
        yield from _labels_in(path)


def _labels_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Button":
            for inner in ast.walk(node.args[0]):
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                    yield inner.value


def _filled(english: str) -> Phrase:
    names = ("name", "time", "day", "date", "count", "page", "pages", "role", "choice", "rhythm", "answers", "language",
             "number", "label", "domain")  # fmt: skip
    return Phrase(english, tuple((name, "Yara") for name in names))
