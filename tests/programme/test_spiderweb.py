"""The spinnenweb: where one goes on, what a scoring is for, and what moved."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.milestones import Milestone
from programme.spiderweb import (
    Change,
    Domain,
    WebMoment,
    change,
    domains,
    first_open,
    goes_on,
    is_beside,
    is_score,
    moment_of,
    one_before,
)
from programme.spiderweb import next_open as after

TODAY = date(2026, 11, 24)
HOUSING, MONEY, WORK = Domain.HOUSING, Domain.MONEY, Domain.WORK
ASKED = (HOUSING, MONEY, WORK)
Web = dict[Domain, int | None]
WEBS = st.dictionaries(st.sampled_from(Domain), st.none() | st.integers(1, 10))


@pytest.mark.parametrize(("number", "on_it"), [(0, False), (1, True), (10, True), (11, False), (-5, False)])
def test_the_scale(number: int, *, on_it: bool) -> None:
    assert is_score(number) is on_it


def test_out_of_trouble_is_asked_only_where_it_was_turned_on() -> None:
    assert len(domains(justice=False)) == 10
    assert set(domains(justice=True)) - set(domains(justice=False)) == {Domain.JUSTICE}


@pytest.mark.parametrize(
    ("answered", "at", "goes_to"),
    [
        pytest.param({HOUSING: 3}, HOUSING, MONEY, id="the next"),
        pytest.param({HOUSING: 3, MONEY: None}, HOUSING, WORK, id="skipped is answered"),
        pytest.param({MONEY: 3, WORK: 3}, WORK, HOUSING, id="one that was left open before"),
        pytest.param({HOUSING: 3, MONEY: 3, WORK: 3}, MONEY, None, id="all of them"),
        pytest.param({HOUSING: 3}, Domain.JUSTICE, MONEY, id="after one that is not asked any more"),
    ],
)
def test_where_one_goes_on(answered: Web, at: Domain, goes_to: Domain | None) -> None:
    assert after(ASKED, answered, at) is goes_to


@given(st.lists(st.sampled_from(ASKED)))
def test_whatever_is_answered_in_whatever_order_it_ends(order: list[Domain]) -> None:
    answered: Web = dict.fromkeys(order)
    at = first_open(ASKED, answered)
    for _ in ASKED:
        if at is not None:
            answered[at] = 5
            at = after(ASKED, answered, at)
    assert at is None
    assert set(answered) == set(ASKED)


@pytest.mark.parametrize(("domain", "before"), [(HOUSING, None), (MONEY, HOUSING), (WORK, MONEY)])
def test_the_one_before(domain: Domain, before: Domain | None) -> None:
    assert one_before(ASKED, domain) is before


@pytest.mark.parametrize(("days", "on"), [(0, True), (3, True), (21, True), (22, False)])
def test_how_long_one_goes_on_with_what_was_begun(days: int, *, on: bool) -> None:
    begun = datetime(2026, 3, 20, 12, tzinfo=UTC)  # the clock goes forward in between
    assert goes_on(begun, begun + timedelta(days=days)) is on


@pytest.mark.parametrize(
    ("look", "later", "stands"),
    [
        pytest.param(0, None, True, id="the same day"),
        pytest.param(-21, None, True, id="three weeks before it"),
        pytest.param(-22, None, False, id="longer before it"),
        pytest.param(200, None, True, id="after it, when no other followed"),
        pytest.param(29, 30, True, id="before the next"),
        pytest.param(30, 30, False, id="with the next"),
    ],
)
def test_beside_which_web_a_look_stands(look: int, later: int | None, *, stands: bool) -> None:
    web = datetime(2026, 10, 20, 12, tzinfo=UTC)
    following = None if later is None else web + timedelta(days=later)
    assert is_beside(web + timedelta(days=look), web, following) is stands


@pytest.mark.parametrize(
    ("due", "moment"),
    [
        pytest.param({}, WebMoment.ANY, id="nothing"),
        pytest.param({Milestone.FIRST_SPIDERWEB: 10}, WebMoment.FIRST, id="the first"),
        pytest.param({Milestone.FIRST_SPIDERWEB: -30}, WebMoment.FIRST, id="the first, overdue"),
        pytest.param({Milestone.EVALUATIE_1: 21}, WebMoment.EVALUATIE_1, id="three weeks ahead"),
        pytest.param({Milestone.EVALUATIE_1: 22}, WebMoment.ANY, id="further off"),
        pytest.param({Milestone.EVALUATIE_3: 9, Milestone.ONDERSTEUNINGSPLAN: 4}, WebMoment.PLAN, id="the soonest"),
        pytest.param(
            {Milestone.BIRTHDAY: 1, Milestone.AFRONDING: 5}, WebMoment.AFRONDING, id="a birthday asks for none"
        ),
    ],
)
def test_what_it_is_for(due: dict[Milestone, int], moment: WebMoment) -> None:
    days = {kind: TODAY + timedelta(days=ahead) for kind, ahead in due.items()}
    assert moment_of(days, TODAY) is moment


def test_what_moved() -> None:
    before = {HOUSING: 3, MONEY: 7, WORK: 5, Domain.BODY: None, Domain.MIND: 4}
    now = {HOUSING: 5, MONEY: 2, WORK: 5, Domain.BODY: 4, Domain.MIND: None}
    assert change(before, now) == Change((HOUSING,), (MONEY,), (WORK,))


@given(WEBS, WEBS)
def test_every_domain_that_was_scored_twice_moved_in_one_way(before: Web, now: Web) -> None:
    moved = change(before, now)
    told = (*moved.rose, *moved.fell, *moved.same)
    assert sorted(told) == sorted(d for d in Domain if before.get(d) is not None and now.get(d) is not None)
    back = change(now, before)
    assert (back.rose, back.fell, back.same) == (moved.fell, moved.rose, moved.same)
