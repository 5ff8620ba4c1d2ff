"""A jongere in words: where in the year they are, when they were last met, how it goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

from chat.days import spoken
from chat.language import Joined, Phrase, Text, Verbatim, _
from chat.screens.checkin import ICONS
from chat.screens.place import Coming
from programme.checkin import Face
from programme.joining import Place
from programme.phases import Phase, StopReason, Year, week_of
from programme.targets import Progress, Walk

NO_ANSWER = "·"
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Shown:
    """A jongere as their begeleider or duo sees them. `mine`: whoever looks is the begeleider.

    `asked_at` is None before a time was chosen; `quiet`: no question comes for now, because they wanted none or because
    nazorg has none. `together` is None where nothing is aimed for. `faces`: oldest first, None without an answer.
    """

    youth_id: int
    name: str
    today: date
    walk: Walk
    begeleider: str
    duo: str | None
    mine: bool
    coming: Coming
    asked_at: time | None
    quiet: bool
    stopped_why: StopReason | None = None
    home_since: date | None = None
    last_contact: date | None = None
    together: Progress | None = None
    faces: tuple[Face | None, ...] = ()

    @property
    def year(self) -> Year:
        """The days of their year."""
        return self.walk.year

    @property
    def has_joined(self) -> bool:
        """Whether they are in."""
        return self.coming.place is Place.JOINED


PHASES: dict[Phase, Phrase] = {
    Phase.OPSTART: _("opstart"),
    Phase.UITVOERING_1: _("uitvoering 1"),
    Phase.UITVOERING_2: _("uitvoering 2"),
    Phase.NAZORG: _("nazorg"),
    Phase.DAARNA: _("daarna"),
}

REASONS: dict[StopReason, Phrase] = {
    StopReason.BY_YOUTH: _("stopped by the jongere"),
    StopReason.MOVED: _("moved away"),
    StopReason.OTHER_HELP: _("other help"),
    StopReason.ELSE: _("something else"),
}


def when(youth: Shown) -> Phrase:
    """Where in the year they are. The weeks of nazorg count from the end of the year."""
    year, phase = youth.year, youth.year.phase_on(youth.today)
    if youth.today < year.start:
        return _("starts {day}", day=spoken(year.start, youth.today))
    if phase is Phase.DAARNA:
        return PHASES[phase]
    counted_from = year.ends if phase is Phase.NAZORG else year.start
    return _("{phase}, week {week}", phase=PHASES[phase], week=week_of(counted_from, youth.today))


def contact(youth: Shown) -> Phrase:
    """When somebody last was in contact with them."""
    if youth.last_contact is None:
        return _("Contact: not yet")
    return _("Contact: {day}", day=spoken(youth.last_contact, youth.today))


def together(progress: Progress) -> Phrase:
    """How often they met against what is aimed for: this week, or on average."""
    if not progress.average:
        return _("together {met}/{target}", met=progress.met, target=progress.target)
    met, target = (_tenths(number) for number in (progress.met_a_week, Fraction(progress.per_week)))
    return _("together {met} of {target} on average", met=met, target=target)


def on_hold(youth: Shown) -> Phrase | None:
    """That the year is paused."""
    pause = youth.walk.pause_on(youth.today)
    if pause is None:
        return None
    _first, last = pause
    return _("on pause") if last == date.max else _("on pause through {day}", day=spoken(last, youth.today))


def ended_early(youth: Shown) -> Phrase | None:
    """That the year was ended early, or will be."""
    day = youth.year.stopped_on
    if day is None or day >= youth.year.full:
        return None
    said = spoken(day, youth.today)
    return _("year stopped {day}", day=said) if day <= youth.today else _("year stops {day}", day=said)


def marks(youth: Shown) -> tuple[Text | None, ...]:
    """What is out of the ordinary about the year, said plainly."""
    stopped, why = ended_early(youth), youth.stopped_why
    if stopped is not None and why is not None:
        stopped = _("{line} ({place})", line=stopped, place=REASONS[why])
    return _marked("⏸", on_hold(youth)), _marked("⏹", stopped)


def home(youth: Shown) -> Phrase | None:
    """Since when they have a temporary home."""
    if youth.home_since is None:
        return None
    return _("Temporary home: since {day}", day=spoken(youth.home_since, youth.today))


def _marked(sign: str, text: Text | None) -> Text | None:
    return None if text is None else Joined((Verbatim(sign), text), " ")


def faces(youth: Shown) -> Text | None:
    """Their last answers, the newest right."""
    shown = (NO_ANSWER if face is None else ICONS[face] for face in youth.faces)
    return Verbatim("".join(shown)) if youth.faces else None


def _tenths(number: Fraction) -> Decimal:
    """Rounded down: what is not reached does not look as if it were."""
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(TENTH, ROUND_DOWN)
