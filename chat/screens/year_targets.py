"""How often a begeleider and a jongere aim to meet, where that is another number than for everybody."""

from __future__ import annotations

from chat.language import Text, Verbatim, _, lines, paragraphs, plural
from chat.screen import Button, Screen, column
from chat.screens.shown import PHASES, Shown
from chat.screens.year_words import changed
from chat.screens.youths import YearShown
from chat.taps import Tap
from programme.phases import Phase
from programme.targets import DEFAULTS, MOST


class TargetsShown(Tap, name="yeartargets"):
    """What is aimed for."""

    youth_id: int


class TargetTapped(Tap, name="yeartarget"):
    """Another number in this phase."""

    youth_id: int
    phase: Phase


class TargetSet(Tap, name="yeartargetset"):
    """From one number to another, as long as it still is the first; AS_USUAL for the default."""

    youth_id: int
    phase: Phase
    was: int
    to: int


AS_USUAL = -1


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
    was = youth.walk.targets.get(phase, AS_USUAL)

    def to(number: int) -> TargetSet:
        return TargetSet(youth.youth_id, phase, was, number)

    numbers = [Button(Verbatim(str(number)), to(number)) for number in range(MOST + 1)]
    usual = Button(_("As usual ({count})", count=DEFAULTS[phase]), to(AS_USUAL))
    back = Button(_("← Back"), TargetsShown(youth.youth_id))
    question = _("How often a week in {phase}? Now: {count}.", phase=PHASES[phase], count=youth.walk.per_week(phase))
    return Screen(question, (tuple(numbers[:4]), tuple(numbers[4:]), (usual,), (back,)))


def chosen(youth: Shown, phase: Phase, was: int) -> Screen:
    """From now on."""
    return changed(
        youth.youth_id,
        youth.name,
        TargetSet(youth.youth_id, phase, youth.walk.targets.get(phase, AS_USUAL), was),
        _("You aim to meet {name} in {phase}:", name=youth.name, phase=PHASES[phase]),
        plural("{count} time a week.", "{count} times a week.", youth.walk.per_week(phase)),
    )
