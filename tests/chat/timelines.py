"""Years to draw: ordinary ones, full ones and empty ones."""

from __future__ import annotations

from datetime import date, timedelta

from chat.timeline import Answer, Mark, Milestone, Timeline, Week
from programme.checkin import Face

START = date(2026, 9, 1)  # a Tuesday
MONDAY = date(2026, 8, 31)

# Of each week: face to face, by phone, messages, with the network. Then it begins again.
RHYTHM = ((1, 0, 2, 0), (2, 1, 3, 0), (3, 0, 1, 1), (2, 2, 0, 0), (0, 1, 4, 0), (3, 1, 2, 2), (1, 0, 0, 0))
LABELS = ("kamer", "papieren van het OCMW")
MOODS = (2, 3, 3, 1, 2, 4, 4, 3, 5, 4, 2)

YEAR = (
    ("spinnenweb", 10),
    ("ondersteuningsplan", 42),
    ("netwerkwandeling", 75),
    ("levenslijn", 88),
    ("evaluatie 1", 133),
    ("verjaardag", 150),
    ("evaluatie 2", 224),
    ("evaluatie 3", 323),
    ("relatiegebaar", 358),
    ("afronding", 364),
)


def day(number: int) -> date:
    """A day of the year, counted from 0."""
    return START + timedelta(days=number)


def weeks(shown: int, past: int, target: int | None = 2) -> tuple[Week, ...]:
    """So many weeks, of which the first `past` hold contacts."""
    mondays = [MONDAY + timedelta(weeks=number) for number in range(shown)]
    counts = [RHYTHM[number % len(RHYTHM)] if number < past else (0, 0, 0, 0) for number in range(shown)]
    aims = [3 if target and number < 6 else target for number in range(shown)]
    return tuple(Week(monday, *count, target=aim) for monday, count, aim in zip(mondays, counts, aims, strict=True))


def answers(until: int) -> tuple[Answer, ...]:
    """Daily for six weeks, then three times a week."""
    asked = [number for number in range(until) if number < 42 or number % 7 in (0, 2, 4)]
    return tuple(Answer(day(number), Face(MOODS[i % len(MOODS)])) for i, number in enumerate(asked))


def milestones(today: int) -> tuple[Milestone, ...]:
    """Those of a year: what lies behind is done, but for one."""
    marks = [Mark.DROPPED if name == "levenslijn" else Mark.DONE if at < today else Mark.OPEN for name, at in YEAR]
    return tuple(Milestone(day(at), name, mark) for (name, at), mark in zip(YEAR, marks, strict=True))


OPSTART = Timeline("nl", "Sam", START, day(17), weeks(7, 3, 3), answers(18), milestones(17))
UITVOERING = Timeline("nl", "Yara", START, day(150), weeks(30, 22), answers(151), milestones(150))
NAZORG = Timeline(
    "nl",
    "Mo",
    START - timedelta(days=365),
    day(140),
    tuple(
        Week(MONDAY + timedelta(weeks=n), (3, 8, 14).count(n), (1, 5, 7, 11, 16).count(n), (2, 9, 18).count(n))
        for n in range(52)
    ),
    (),
    (Milestone(day(49), "verjaardag", Mark.DONE), Milestone(day(147), "bellen"), Milestone(day(174), "afspraak")),
)
CROWDED = Timeline(
    "nl",
    "Aurélie-Fleur",
    START,
    day(200),
    tuple(Week(MONDAY + timedelta(weeks=n), n % 8, n % 5, n % 12, n % 3, 3 if n % 10 else None) for n in range(53)),
    tuple(Answer(day(n), Face(1 + (n * 7 + n // 5) % 5)) for n in range(201)),
    tuple(Milestone(day(9 * n), f"{LABELS[n % 2]} {n}", list(Mark)[n % 3]) for n in range(40)),
)
EMPTY = Timeline("nl", "Jo", START, START, weeks(8, 0, None))
ONE_WEEK = Timeline("nl", "Jo", START, day(2), (Week(MONDAY, 1, target=3),), answers(3), (Milestone(day(4), "test"),))
NOTHING = Timeline("nl", "", START, START, ())
YEARS_AGO = Timeline("en", "Jo", START, day(900), weeks(52, 52, None), answers(40))
NOT_BEGUN = Timeline("en", "Jo", START, day(-40), weeks(10, 0, 3))
SAME_DAY = Timeline("nl", "Jo", START, START, weeks(8, 0, 3), (), (Milestone(day(3), "rechtbank"),) * 5)

ALL = {
    "opstart": OPSTART,
    "uitvoering": UITVOERING,
    "nazorg": NAZORG,
    "crowded": CROWDED,
    "empty": EMPTY,
    "one week": ONE_WEEK,
    "nothing": NOTHING,
    "years ago": YEARS_AGO,
    "not begun": NOT_BEGUN,
    "same day": SAME_DAY,
}
