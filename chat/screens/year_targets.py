"""How often a begeleider and a jongere aim to meet, where that is another number than for everybody."""

from __future__ import annotations

from enum import IntEnum

from chat.language import Text, Verbatim, _, lines, paragraphs, plural
from chat.screen import Button, Screen, column
from chat.screens.shown import PHASES, Shown
from chat.screens.year_words import changed
from chat.screens.youths import YearShown
from chat.taps import Tap
from programme.phases import Phase
from programme.targets import DEFAULTS, Walk


class TargetsShown(Tap, name="yeartargets"):
    """What is aimed for."""

    youth_id: int


class TargetTapped(Tap, name="yeartarget"):
    """Another number in this phase."""

    youth_id: int
    phase: Phase


class PerWeek(IntEnum):
    """How often."""

    AS_USUAL = -1
    """The default."""
    NONE = 0
    ONE = 1
    TWO = 2
    THREE = 3
    FOUR = 4
    FIVE = 5
    SIX = 6
    SEVEN = 7


class TargetSet(Tap, name="yeartargetset"):
    """From one number to another, as long as it still is the first."""

    youth_id: int
    phase: Phase
    was: PerWeek
    to: PerWeek


def now_in(walk: Walk, phase: Phase) -> PerWeek:
    """What is aimed for in a phase."""
    return PerWeek(walk.targets.get(phase, PerWeek.AS_USUAL))


def page(youth: Shown) -> Screen:
    """Phase by phase."""
    each = (Button(PHASES[phase], TargetTapped(youth.youth_id, phase)) for phase in DEFAULTS)
    return Screen(
        paragraphs(
            _("How often do you aim to meet {name}, a week?", name=youth.name),
            lines(*(_line(youth, phase) for phase in DEFAULTS)),
        ),
        (*column(*each), *column(Button(_("← Back"), YearShown(youth.youth_id)))),
    )


def _line(youth: Shown, phase: Phase) -> Text:
    number = youth.walk.per_week(phase)
    if phase not in youth.walk.targets:
        return _("{phase}: {count}, as usual", phase=PHASES[phase], count=number)
    return _("{phase}: {count}", phase=PHASES[phase], count=number)


def choose(youth: Shown, phase: Phase) -> Screen:
    """Which number."""

    def to(number: PerWeek) -> TargetSet:
        return TargetSet(youth.youth_id, phase, now_in(youth.walk, phase), number)

    numbers = [Button(Verbatim(str(int(number))), to(number)) for number in PerWeek if number is not PerWeek.AS_USUAL]
    usual = Button(_("As usual ({count})", count=DEFAULTS[phase]), to(PerWeek.AS_USUAL))
    back = Button(_("← Back"), TargetsShown(youth.youth_id))
    question = _("How often a week in {phase}? Now: {count}.", phase=PHASES[phase], count=youth.walk.per_week(phase))
    return Screen(question, (tuple(numbers[:4]), tuple(numbers[4:]), (usual,), (back,)))


def chosen(youth: Shown, phase: Phase, was: PerWeek) -> Screen:
    """From now on."""
    return changed(
        youth.youth_id,
        youth.name,
        TargetSet(youth.youth_id, phase, now_in(youth.walk, phase), was),
        _("You aim to meet {name} in {phase}:", name=youth.name, phase=PHASES[phase]),
        plural("{count} time a week.", "{count} times a week.", youth.walk.per_week(phase)),
    )
