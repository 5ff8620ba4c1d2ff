"""The year of one youth as a picture: weeks across, and below each other the milestones, the times one met, the other
contacts and the answers to the check-in.

A begeleider shows it to a youth in a car. So it tells what was and what comes, and adds nothing up, ranks nothing and
finds nothing good or bad.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from babel.dates import format_date

from chat.charts.canvas import EDGE, FAINT, GRID, INK, PAPER, SHADE, WIDTH, Canvas, Point
from chat.charts.flags import Flag, Label, hang
from chat.charts.letters import drawable, fitting, width_of
from chat.charts.smiley import smiley
from chat.language import Language, Text, _, language
from chat.timeline import Answer, Mark, Milestone, Timeline, Week
from programme.checkin import Face

# Where the weeks stand, in pixels from the left; before them there is room for numbers and faces.
LEFT, RIGHT = 66.0, 976.0
# Fewer weeks leave room on the right: a bar as wide as a hand says nothing more.
FEWEST_WEEKS = 8

# Where the bands stand, in pixels from below. The sheet is as high as the flags at the milestones need.
DAYS, TICKS, SHADE_ENDS = 26.0, 58.0, 66.0
LOWEST_FACE, FACE_STEP, NO_FACES = 84.0, 26.0, 146.0  # so much lower is a sheet without answers
OTHERS, MEETINGS, BAR_ROOM = 232.0, 386.0, 100.0
LEGEND = 16.0  # above the bars
MARKS = 542.0
FLAGS, FLAG_ROW, MOST_ROWS = 562.0, 33.0, 4
TITLE = 30.0  # above the highest flag
ABOVE_TITLE = 62.0

# The words at a milestone: the longest there may be, and what they are cut to where there is little room. Then the gap
# between them and their pole, and the next word.
LONGEST_LABEL, SHORT_LABEL = 290.0, 150.0
GAP, ROOM_AROUND = 8.0, 22.0


@dataclass(frozen=True)
class Look:
    """How bars of one kind look: apart in lightness and in hatching, so that nobody needs the colour."""

    fill: str
    hatch: str
    edge: str


MEETING = Look("#6ba0cf", "", "#2f6796")
PHONE = Look("#0f6b66", "", "#0f6b66")
MESSAGE = Look("#a3dbd2", "", "#0f6b66")
NETWORK = Look("#ffffff", "////", "#0f6b66")
AIM = (12.0, 6.0)


class Span:
    """The weeks that are shown, and where each day of them stands."""

    def __init__(self, timeline: Timeline) -> None:
        start = timeline.start - timedelta(days=timeline.start.weekday())
        self.weeks = timeline.weeks or (Week(start),)
        self.first = self.weeks[0].monday
        self.after = self.first + timedelta(weeks=max(len(self.weeks), FEWEST_WEEKS))
        self.day = (RIGHT - LEFT) / (self.after - self.first).days
        """How wide a day is, in pixels."""

    def at(self, day: date) -> float:
        """Where a day begins."""
        return LEFT + (day - self.first).days * self.day

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return self.at(day) + self.day / 2

    def holds(self, day: date) -> bool:
        """Whether this day is shown."""
        return self.first <= day < self.after


def draw(timeline: Timeline) -> bytes:
    """The picture, as a PNG."""
    return paint(timeline).png()


def paint(timeline: Timeline) -> Canvas:
    """The picture before it is made into a file."""
    span, speaks = Span(timeline), language(timeline.language)
    flags = _flags(span, timeline)
    title = FLAGS + FLAG_ROW * max((flag.row + 1 for _, flag in flags), default=0) + TITLE
    answers = [one for one in timeline.answers if span.holds(one.day)]
    canvas = Canvas(top=title + ABOVE_TITLE, foot=0 if answers else NO_FACES)
    _what_comes(canvas, span, timeline.today)
    _title(canvas, title, timeline, speaks)
    _meetings(canvas, span, speaks)
    _others(canvas, span, speaks)
    if answers:
        _answers(canvas, span, answers)
    _milestones(canvas, span, timeline, flags)
    _calendar(canvas, span, timeline.today, speaks)
    return canvas


def _what_comes(canvas: Canvas, span: Span, today: date) -> None:
    """The days after today lie in the shade."""
    begins = max(LEFT, span.at(today + timedelta(days=1)))
    if begins < RIGHT:
        ends = canvas.foot + SHADE_ENDS
        canvas.box(begins, ends, RIGHT - begins, MARKS - ends, fill=SHADE)


def _title(canvas: Canvas, y: float, timeline: Timeline, speaks: Language) -> None:
    since = speaks.plain(_("since {day}", day=format_date(timeline.start, "d MMM y", locale=speaks.code)))
    canvas.words(RIGHT, y, since, ink=FAINT, side="right")
    canvas.title(28, y, timeline.title, RIGHT - width_of(since) - 40 - 28)


def _meetings(canvas: Canvas, span: Span, speaks: Language) -> None:
    """How often one met, against how often one aims to."""
    most = max(3, *(week.face_to_face for week in span.weeks), *(week.target or 0 for week in span.weeks))
    scale = _scale(canvas, MEETINGS, most)
    _bars(canvas, span, MEETINGS, [(0, week.face_to_face * scale) for week in span.weeks], MEETING)
    x = _legend(canvas, LEFT, MEETINGS, _("together"), MEETING, speaks)
    aims = list(_aims(span, scale))
    if aims:
        y = MEETINGS + BAR_ROOM + LEGEND + 9
        canvas.line([(x, y), (x + 48, y)], wide=4, dashes=AIM)
        canvas.words(x + 60, y - 9, speaks.plain(_("what we aim for")))
    for points in aims:
        canvas.line(points, wide=4, dashes=AIM)


def _aims(span: Span, scale: float) -> Iterator[list[Point]]:
    """A line for each run of weeks that have a target."""
    for has_one, run in groupby(span.weeks, lambda week: week.target is not None):
        if has_one:
            yield [
                (x, MEETINGS + (week.target or 0) * scale)
                for week in run
                for x in (span.at(week.monday), span.at(week.monday + timedelta(weeks=1)))
            ]


def _others(canvas: Canvas, span: Span, speaks: Language) -> None:
    """The other contacts, on top of each other."""
    scale = _scale(canvas, OTHERS, max(3, *(week.phone + week.message + week.network for week in span.weeks)))
    kinds: list[tuple[Text, Look, list[int]]] = [
        (_("by phone"), PHONE, [week.phone for week in span.weeks]),
        (_("messages"), MESSAGE, [week.message for week in span.weeks]),
        (_("network"), NETWORK, [week.network for week in span.weeks]),
    ]
    below, x = [0] * len(span.weeks), LEFT
    for name, look, counts in kinds:
        stacked = [(under * scale, count * scale) for under, count in zip(below, counts, strict=True)]
        _bars(canvas, span, OTHERS, stacked, look)
        below = [under + count for under, count in zip(below, counts, strict=True)]
        x = _legend(canvas, x, OTHERS, name, look, speaks)


def _bars(canvas: Canvas, span: Span, foot: float, stacked: Sequence[tuple[float, float]], look: Look) -> None:
    """A bar in each week: how high above `foot` it begins, and its height."""
    wide = min(7 * span.day * 0.7, 60.0)
    boxes = [
        (span.at(week.monday) + (7 * span.day - wide) / 2, foot + under, wide, high)
        for week, (under, high) in zip(span.weeks, stacked, strict=True)
        if high
    ]
    canvas.bars(boxes, fill=look.fill, hatch=look.hatch, edge=look.edge)


def _scale(canvas: Canvas, foot: float, most: int) -> float:
    """Lines with their numbers. How many pixels one contact takes."""
    scale = BAR_ROOM / most
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, most) if most / step < 4)
    for number in range(step, most + 1, step):
        canvas.line([(LEFT, foot + number * scale), (RIGHT, foot + number * scale)], ink=GRID)
        canvas.words(LEFT - 12, foot + number * scale - 10, str(number), ink=FAINT, side="right")
    canvas.line([(LEFT, foot), (RIGHT, foot)], ink=EDGE, wide=3)
    return scale


def _legend(canvas: Canvas, x: float, foot: float, name: Text, look: Look, speaks: Language) -> float:
    """What such a bar means, above the band. Where the next may stand."""
    words, y = speaks.plain(name), foot + BAR_ROOM + LEGEND
    canvas.bars([(x + 1, y - 2, 22, 22)], fill=look.fill, hatch=look.hatch, edge=look.edge)
    canvas.words(x + 34, y, words)
    return x + 34 + width_of(words) + 36


def _answers(canvas: Canvas, span: Span, answers: Sequence[Answer]) -> None:
    """A dot for each answer, as high as its face."""
    for face in Face:
        canvas.line([(LEFT, _height(face)), (RIGHT, _height(face))], ink=GRID)
    for face in (Face.VERY_BAD, Face.SO_SO, Face.VERY_GOOD):
        smiley(canvas, 36, _height(face), face)
    dots = [(span.middle(one.day), _height(one.face)) for one in answers]
    canvas.dots(dots, across=min(17.0, max(11.0, span.day)), fill="#5b3f8c")


def _height(face: Face) -> float:
    return LOWEST_FACE + (face - Face.VERY_BAD) * FACE_STEP


def _flags(span: Span, timeline: Timeline) -> list[tuple[Milestone, Flag]]:
    """The milestones for whose words there is room; those around today come first."""
    named = [one for one in timeline.milestones if span.holds(one.day) and drawable(one.label)]
    named.sort(key=lambda one: (one.mark is Mark.DROPPED, abs((one.day - timeline.today).days), one.day))
    labels = [Label(span.middle(one.day), tuple(_widths(one.label))) for one in named]
    hung = hang(labels, right=WIDTH - GAP, rows=MOST_ROWS)
    return [(named[number], flag) for number, flag in hung.items()]


def _widths(label: str) -> Iterator[float]:
    wide = width_of(label)
    yield min(wide, LONGEST_LABEL) + ROOM_AROUND
    if wide > SHORT_LABEL:
        yield SHORT_LABEL + ROOM_AROUND


def _milestones(canvas: Canvas, span: Span, timeline: Timeline, flags: Sequence[tuple[Milestone, Flag]]) -> None:
    """A mark for each, and the flags above them."""
    shown = [one for one in timeline.milestones if span.holds(one.day)]
    if shown:
        canvas.line([(LEFT, MARKS), (RIGHT, MARKS)], ink=EDGE, wide=3)
    for one, flag in flags:
        _hoist(canvas, span.middle(one.day), one, flag)
    done, still_open, dropped = (
        [(span.middle(one.day), MARKS) for one in shown if one.mark is mark]
        for mark in (Mark.DONE, Mark.OPEN, Mark.DROPPED)
    )
    canvas.dots(dropped, across=22, fill=PAPER)
    canvas.lines([stroke for at in dropped for stroke in _cross(at)], ink=FAINT, wide=4)
    canvas.dots(still_open, across=21, fill=PAPER, edge=INK, wide=4)
    canvas.dots(done, across=25, fill=INK, edge=PAPER, wide=2)
    canvas.lines([_check(at) for at in done], ink=PAPER, wide=3)


def _hoist(canvas: Canvas, x: float, milestone: Milestone, flag: Flag) -> None:
    """The pole, and the words beside it."""
    y = FLAGS + flag.row * FLAG_ROW
    canvas.line([(x, MARKS), (x, y + 18)], ink=EDGE, wide=3)
    words = fitting(milestone.label, flag.width - ROOM_AROUND)
    ink = FAINT if milestone.mark is Mark.DROPPED else INK
    if flag.to_the_left:
        canvas.words(x - GAP, y, words, ink=ink, side="right")
    else:
        canvas.words(x + GAP, y, words, ink=ink)


def _check(at: Point) -> list[Point]:
    return [(at[0] + dx, at[1] + dy) for dx, dy in ((-5.5, 0), (-1.5, -4.5), (5.5, 4.5))]


def _cross(at: Point) -> tuple[list[Point], list[Point]]:
    (x, y), arm = at, 7
    return [(x - arm, y - arm), (x + arm, y + arm)], [(x - arm, y + arm), (x + arm, y - arm)]


def _calendar(canvas: Canvas, span: Span, today: date, speaks: Language) -> None:
    """The months, or each week when there are few; and today, which takes the place of the words that it covers."""
    left, right = _today(canvas, span, today, speaks) if span.holds(today) else (WIDTH, 0.0)
    y = canvas.foot + DAYS
    for x, words in _days(span, speaks):
        ends = x + width_of(words)
        canvas.line([(x, canvas.foot + TICKS), (x, canvas.foot + TICKS + 10)], ink=FAINT, wide=3)
        if ends < WIDTH - 12 and (ends < left or x > right):
            canvas.words(x, y, words, ink=FAINT)


def _today(canvas: Canvas, span: Span, today: date, speaks: Language) -> tuple[float, float]:
    """A line through the bands, and the word below it. Where the word begins and ends, with room around it."""
    words, x = speaks.plain(_("today")), span.middle(today)
    for foot, top in ((canvas.foot + TICKS - 2, OTHERS + BAR_ROOM), (MEETINGS, MEETINGS + BAR_ROOM)):
        canvas.line([(x, foot), (x, top)], wide=3, dashes=(3, 6))
    half = width_of(words, bold=True) / 2
    centre = min(max(x, half + 16), WIDTH - half - 16)
    canvas.words(centre, canvas.foot + DAYS, words, bold=True, side="center")
    return centre - half - 12, centre + half + 12


def _days(span: Span, speaks: Language) -> Iterator[tuple[float, str]]:
    """Where a week or a month begins, and its name."""
    days = [span.first + timedelta(days=number) for number in range((span.after - span.first).days)]
    weekly = 7 * span.day > 110
    for day in days:
        if weekly and day.weekday() == 0:
            yield span.at(day), format_date(day, "d MMM", locale=speaks.code)
        elif not weekly and day.day == 1:
            yield span.at(day), format_date(day, "LLL", locale=speaks.code)
