from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.calendar import local, local_day, may_be_asked_at, read_day, read_time, slot, within_hours
from tests.programme.moments import BRUSSELS, utc

TODAY = date(2026, 11, 24)
ZONES = st.sampled_from(["Europe/Brussels", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"])
DAYS = st.dates(date(2000, 1, 1), date(2037, 12, 31))


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        pytest.param(date(2026, 11, 24), time(17, 30), utc(2026, 11, 24, 16, 30), id="winter"),
        pytest.param(date(2026, 7, 1), time(17, 30), utc(2026, 7, 1, 15, 30), id="summer"),
        pytest.param(date(2026, 3, 28), time(10), utc(2026, 3, 28, 9), id="day before March change"),
        pytest.param(date(2026, 3, 29), time(10), utc(2026, 3, 29, 8), id="day of March change"),
        pytest.param(date(2026, 3, 29), time(1, 59), utc(2026, 3, 29, 0, 59), id="just before the gap"),
        pytest.param(date(2026, 3, 29), time(2), utc(2026, 3, 29, 1), id="gap begins: 2u is 3u"),
        pytest.param(date(2026, 3, 29), time(2, 30), utc(2026, 3, 29, 1, 30), id="skipped: 2u30 is 3u30"),
        pytest.param(date(2026, 3, 29), time(3), utc(2026, 3, 29, 1), id="after the gap"),
        pytest.param(date(2026, 10, 25), time(1, 59), utc(2026, 10, 24, 23, 59), id="before October change"),
        pytest.param(date(2026, 10, 25), time(2, 30), utc(2026, 10, 25, 0, 30), id="twice: the first"),
        pytest.param(date(2026, 10, 25), time(2, 30, fold=1), utc(2026, 10, 25, 0, 30), id="twice, asked second"),
        pytest.param(date(2026, 10, 25), time(3), utc(2026, 10, 25, 2), id="after October change"),
        pytest.param(date(2026, 10, 25), time(10), utc(2026, 10, 25, 9), id="day of October change"),
        pytest.param(date(2028, 2, 29), time(21, 30), utc(2028, 2, 29, 20, 30), id="leap day"),
        pytest.param(date(2027, 1, 1), time(0, 15), utc(2026, 12, 31, 23, 15), id="new year"),
    ],
)
def test_slot(day: date, at: time, moment: datetime) -> None:
    found = slot(day, at, BRUSSELS)
    assert found == moment
    assert found.tzinfo is UTC


@given(DAYS, st.times(), ZONES)
def test_a_slot_lies_on_the_day_asked_and_never_before_the_time_asked(day: date, at: time, name: str) -> None:
    zone = ZoneInfo(name)
    moment = slot(day, at, zone)
    assert local_day(moment, zone) == day
    shown = local(moment, zone).replace(tzinfo=None)
    assert timedelta(0) <= shown - datetime.combine(day, at) <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        pytest.param(utc(2026, 11, 24, 22, 59), date(2026, 11, 24), id="winter, a minute before"),
        pytest.param(utc(2026, 11, 24, 23, 0), date(2026, 11, 25), id="winter midnight"),
        pytest.param(utc(2026, 6, 30, 22, 0), date(2026, 7, 1), id="summer midnight"),
    ],
)
def test_local_day(now: datetime, day: date) -> None:
    assert local_day(now, BRUSSELS) == day


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_day(utc(2026, 11, 24, 12).replace(tzinfo=None), BRUSSELS)


@pytest.mark.parametrize(
    ("at", "within"),
    [
        pytest.param(time(8, 59, 59), False, id="before"),
        pytest.param(time(9), True, id="first"),
        pytest.param(time(21, 30), True, id="last"),
        pytest.param(time(21, 30, 59), True, id="the last minute counts whole"),
        pytest.param(time(21, 31), False, id="after"),
        pytest.param(time(0), False, id="midnight"),
    ],
)
@pytest.mark.parametrize("day", [date(2026, 1, 5), date(2026, 3, 29), date(2026, 7, 1), date(2026, 10, 25)])
def test_hours(day: date, at: time, within: bool) -> None:  # noqa: FBT001 - a column of the table
    assert within_hours(slot(day, at, BRUSSELS), BRUSSELS) is within
    assert may_be_asked_at(at) is within


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/11/2026", date(2026, 11, 24)),
        ("1/2/2026", date(2026, 2, 1)),
        ("1/2/26", date(2026, 2, 1)),
        ("01-02-2026", date(2026, 2, 1)),
        ("1.2.26", date(2026, 2, 1)),
        ("  1 / 2 / 2026 ", date(2026, 2, 1)),
        ("29/02/2028", date(2028, 2, 29)),
        ("29/2/27", None),
        ("31/02/2026", None),
        ("31/04/2026", None),
        ("31/12/2026", date(2026, 12, 31)),
        ("0/1/2026", None),
        ("1/13/2026", None),
        ("1/1/0000", None),
        ("24/11", None),
        ("24/11/126", None),
        ("24/11-2026", None),
        ("2026-11-24", None),
        ("24112026", None),
        ("24 november 2026", None),
        ("١/٢/٢٠٢٦", None),
        ("", None),
        ("<b>1/2/2026</b>", None),
        ("1" * 4096, None),
    ],
)
def test_read_day(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("today", "year"),
    [
        pytest.param(date(2026, 1, 1), 2004, id="this century"),
        pytest.param(date(2096, 1, 1), 2104, id="the next is nearer"),
        pytest.param(date(2001, 1, 1), 2004, id="just after the turn"),
    ],
)
def test_a_short_year_is_the_nearest(today: date, year: int) -> None:
    assert read_day("5/6/04", today) == date(year, 6, 5)


@given(DAYS, st.sampled_from("/-."))
def test_a_date_written_in_full_is_read_back(day: date, separator: str) -> None:
    assert read_day(day.strftime(f"%d{separator}%m{separator}%Y"), TODAY) == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("17u30", time(17, 30)),
        ("17u", time(17)),
        ("17 uur", time(17)),
        ("17:30", time(17, 30)),
        ("17.30", time(17, 30)),
        ("17.30 uur", time(17, 30)),
        ("17 uur 30", time(17, 30)),
        ("1730", time(17, 30)),
        ("930", time(9, 30)),
        ("0905", time(9, 5)),
        ("17", time(17)),
        ("9", time(9)),
        ("9u05", time(9, 5)),
        (" 17 U 30 ", time(17, 30)),
        ("17H30", time(17, 30)),
        ("0u", time(0)),
        ("23:59", time(23, 59)),
        ("24u", None),
        ("2400", None),
        ("17u60", None),
        ("9u5", None),
        ("25", None),
        ("173000", None),
        ("17:30:00", None),
        ("-17", None),
        ("half zes", None),
        ("u30", None),
        ("17:", None),
        ("", None),
        ("👍", None),
        ("١٧", None),
    ],
)
def test_read_time(text: str, at: time | None) -> None:
    assert read_time(text) == at


@given(st.times(), st.sampled_from(["%Hu%M", "%H:%M", "%H.%M", "%H%M", "%H U %M", " %Hu%M "]))
def test_a_time_written_in_any_form_is_read_back(at: time, form: str) -> None:
    assert read_time(at.strftime(form)) == at.replace(second=0, microsecond=0)


@given(st.text())
def test_whatever_is_typed_is_read_or_is_none(text: str) -> None:
    assert isinstance(read_time(text), time | None)
    assert isinstance(read_day(text, TODAY), date | None)
