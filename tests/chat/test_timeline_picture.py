"""The picture of a year: it holds what is so, it fits, and it looks as it looked when somebody looked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from chat.charts import draw
from chat.charts.timeline import paint
from chat.drawing import Drawing
from chat.timeline import Mark, Milestone, Timeline, Week
from programme.checkin import Face
from sandbox.pictures import is_picture, size_of
from tests.chat.pictures import KEPT, SAME, blurred, difference, kept
from tests.chat.sheets import NAMES, assert_legible, said
from tests.chat.timelines import ALL, MONDAY, NAZORG, ONE_WEEK, UITVOERING, day


@pytest.mark.parametrize("name", [name for name in KEPT if name.startswith("timeline")])
def test_it_looks_as_it_did(name: str) -> None:
    now = blurred(KEPT[name])
    with Image.open(kept(name)) as before:
        assert now.size == before.size
        assert difference(now, before) < SAME


def test_what_differs_is_seen() -> None:
    all_open = tuple(replace(one, mark=Mark.OPEN) for one in UITVOERING.milestones)
    assert difference(blurred(UITVOERING), blurred(replace(UITVOERING, milestones=all_open))) > SAME


@pytest.mark.parametrize("timeline", ALL.values(), ids=ALL)
def test_it_is_a_picture_for_a_phone(timeline: Timeline) -> None:
    png = draw(timeline)
    width, height = size_of(png)
    assert is_picture(png)
    assert width == 1000
    assert 480 < height < 820
    assert draw(timeline) == png
    assert len(png) < 120_000


@pytest.mark.parametrize("timeline", ALL.values(), ids=ALL)
def test_its_words_can_be_read(timeline: Timeline) -> None:
    assert_legible(paint(timeline))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_whatever_people_are_called(name: str) -> None:
    timeline = replace(ONE_WEEK, title=name, milestones=(Milestone(day(4), name), Milestone(day(50), name)))
    assert_legible(paint(timeline))
    assert is_picture(draw(timeline))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 210), st.text(max_size=30)), max_size=12))
def test_whatever_is_written(title: str, labels: list[tuple[int, str]]) -> None:
    milestones = tuple(Milestone(day(at), label) for at, label in labels)
    assert_legible(paint(replace(UITVOERING, title=title, milestones=milestones)))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(ONE_WEEK, language="en"), id="language"),
        pytest.param(replace(ONE_WEEK, title="Mo"), id="title"),
        pytest.param(replace(ONE_WEEK, start=day(1)), id="start"),
        pytest.param(replace(ONE_WEEK, today=day(3)), id="today"),
        pytest.param(replace(ONE_WEEK, weeks=(Week(MONDAY, 2, target=3),)), id="face to face"),
        pytest.param(replace(ONE_WEEK, weeks=(Week(MONDAY, 1, 1, target=3),)), id="by phone"),
        pytest.param(replace(ONE_WEEK, weeks=(Week(MONDAY, 1, 0, 1, target=3),)), id="message"),
        pytest.param(replace(ONE_WEEK, weeks=(Week(MONDAY, 1, 0, 0, 1, target=3),)), id="network"),
        pytest.param(replace(ONE_WEEK, weeks=(Week(MONDAY, 1, target=2),)), id="target"),
        pytest.param(replace(ONE_WEEK, weeks=(Week(MONDAY, 1),)), id="no target"),
        pytest.param(replace(ONE_WEEK, answers=ONE_WEEK.answers[1:]), id="an answer less"),
        pytest.param(
            replace(ONE_WEEK, answers=(*ONE_WEEK.answers[:2], replace(ONE_WEEK.answers[2], face=Face.VERY_GOOD))),
            id="a face",
        ),
        *(
            pytest.param(replace(ONE_WEEK, milestones=(Milestone(day(4), "test", mark),)), id=mark)
            for mark in (Mark.DONE, Mark.DROPPED)
        ),
        pytest.param(replace(ONE_WEEK, milestones=(Milestone(day(5), "test"),)), id="a day later"),
        pytest.param(replace(ONE_WEEK, milestones=(Milestone(day(4), "tent"),)), id="a word"),
    ],
)
def test_each_fact_is_seen(other: Timeline) -> None:
    assert draw(other) != one_week()


@cache
def one_week() -> bytes:
    """To compare with."""
    return draw(ONE_WEEK)


def test_what_lies_outside_its_weeks_is_left_out() -> None:
    far = NAZORG.weeks[-1].monday + timedelta(weeks=2)
    more = replace(NAZORG, milestones=(*NAZORG.milestones, Milestone(far, "later")), answers=())
    assert draw(more) == draw(NAZORG)


def test_it_speaks_the_language_of_who_looks() -> None:
    assert said(paint(UITVOERING)) >= {
        "Yara",
        "sinds 1 sep 2026",
        "samen",
        "waar we op mikken",
        "telefoon",
        "vandaag",
        "mrt",
    }
    english = said(paint(replace(UITVOERING, language="en")))
    assert english >= {"Yara", "since 1 Sep 2026", "together", "what we aim for", "by phone", "today", "Mar"}


def test_without_a_target_it_speaks_of_none() -> None:
    assert "waar we op mikken" not in said(paint(NAZORG))


def test_the_milestones_around_today_have_their_words() -> None:
    assert said(paint(UITVOERING)) >= {"evaluatie 1", "verjaardag"}


def test_a_drawing_that_nobody_can_draw() -> None:
    @dataclass(frozen=True)
    class Unknown(Drawing, name="unknown to all"):
        """One that has no chart."""

    with pytest.raises(TypeError, match="unknown to all"):
        draw(Unknown("nl"))
