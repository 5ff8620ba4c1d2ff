"""The plan: what words of it can be, and for which moment it is put on paper."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.milestones import Milestone
from programme.plan import LONGEST_WORDS, PAPERS, About, Refused, paper_for, read_words
from programme.spiderweb import AT, Domain

PLAN, FIRST, SECOND, THIRD, END = PAPERS
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Het gaat goed.", "Het gaat goed."),
        ("  Eerst dit \n en   dan dat ", "Eerst dit\nen dan dat"),
        ("\n\nEen\n\n\n\ntwee\n \n\t\ndrie\n", "Een\n\ntwee\n\ndrie"),
        ("Een\r\ntwee\u2028drie", "Een\ntwee\ndrie"),
        ("💪 sporten", "💪 sporten"),
        ("1", "1"),
        ("x" * LONGEST_WORDS, "x" * LONGEST_WORDS),
        ("x" * LONGEST_WORDS + "\n\n\n  ", "x" * LONGEST_WORDS),
        ("x" * (LONGEST_WORDS + 1), Refused.TOO_LONG),
        ("💪🏽👨‍👩‍👧\n🎉", Refused.NO_WORDS),
        ("...", Refused.NO_WORDS),
        (" \n ", Refused.NO_WORDS),
        ("", Refused.NO_WORDS),
        ("\u202eredro\u0000 ni", "redro ni"),
        ("محمد\n日本", "محمد\n日本"),
    ],
)
def test_what_are_words(typed: str, words: str | Refused) -> None:
    assert read_words(typed) == words


@given(st.text())
def test_words_that_are_kept_stay_as_they_are(typed: str) -> None:
    kept = read_words(typed)
    if not isinstance(kept, Refused):
        assert read_words(kept) == kept
        assert 0 < len(kept) <= LONGEST_WORDS


def test_there_are_words_about_each_domain_and_about_people() -> None:
    assert [about.domain for about in About] == [*Domain, None]
    assert [About.of(about.domain) for about in About] == list(About)


def test_each_paper_is_for_a_moment_of_the_web() -> None:
    assert set(PAPERS) <= AT.keys()


@pytest.mark.parametrize(
    ("label", "still_open", "past", "expected"),
    [
        ("nothing fits this youth", {}, {}, PLAN),
        ("the first week", {PLAN: 40, FIRST: 130, END: 360}, {}, PLAN),
        ("the day itself", {PLAN: 0, FIRST: 90}, {}, PLAN),
        ("late, and nobody said that it is done", {PLAN: -10, FIRST: 80}, {}, PLAN),
        ("done, and the next far off", {FIRST: 85}, {PLAN: -5}, PLAN),
        ("done early, and the next far off", {FIRST: 99}, {PLAN: 9}, PLAN),
        ("three weeks and a day before the next", {FIRST: 22}, {PLAN: -70}, PLAN),
        ("three weeks before the next", {FIRST: 21}, {PLAN: -71}, FIRST),
        ("late, and the next is near", {PLAN: -70, FIRST: 20}, {}, FIRST),
        ("a plan does not fit", {FIRST: 85, SECOND: 175}, {}, FIRST),
        ("the next does not fit", {SECOND: 50}, {PLAN: -120}, PLAN),
        ("known here since the middle of the year", {THIRD: 60, END: 102}, {PLAN: -200, FIRST: -110}, FIRST),
        ("both near", {THIRD: -22, END: 20}, {}, END),
        ("the third is late, and the end not near yet", {THIRD: -10, END: 32}, {SECOND: -90}, THIRD),
        ("the year is over", {}, {THIRD: -300, END: -258}, END),
        ("two on one day", {THIRD: 3, END: 3}, {}, END),
        ("other milestones", {Milestone.LEVENSLIJN: 2, Milestone.BIRTHDAY: 1, PLAN: 30}, {}, PLAN),
        ("other milestones that are past", {FIRST: 15}, {Milestone.FIRST_SPIDERWEB: -1, PLAN: -76}, FIRST),
    ],
)
def test_for_which_moment_a_paper_is(
    label: str, still_open: dict[Milestone, int], past: dict[Milestone, int], expected: Milestone
) -> None:
    def days(ahead: dict[Milestone, int]) -> dict[Milestone, date]:
        return {kind: TODAY + timedelta(days=count) for kind, count in ahead.items()}

    assert paper_for(days(still_open), days(past), TODAY) is expected, label
