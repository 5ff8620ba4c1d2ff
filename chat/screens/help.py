"""Numbers to call, and what one can do here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chat.language import Joined, Phrase, Text, Verbatim, _, lines, paragraphs
from chat.screen import Button, Screen, column
from chat.screens.call import CALL_ME
from chat.screens.joining import KEYBOARD
from chat.screens.spiderweb import MY_WEB
from chat.taps import Tap
from programme.helplines import HelpFor, HelpLine

Commands = Iterable[tuple[str, Text]]


class HelpNowTapped(Tap, name="helpnow"):
    """They want the numbers, and nothing else."""


WHEN: dict[HelpFor, Phrase] = {
    HelpFor.EMERGENCY: _("in danger, or hurt"),
    HelpFor.SUICIDE: _("if you think of suicide"),
    HelpFor.LISTENING: _("somebody who listens"),
    HelpFor.POLICE: _("if you need the police now"),
    HelpFor.YOUNG_PEOPLE: _("listens to young people"),
    HelpFor.VIOLENCE: _("violence or abuse"),
    HelpFor.WELFARE: _("help near you"),
}


def help_lines(numbers: Sequence[HelpLine]) -> Text:
    """All numbers, those that answer day and night first. Plain, so that a phone can make them tappable."""
    always = [_number(line) for line in numbers if line.always]
    others = [_number(line) for line in numbers if not line.always]
    return paragraphs(lines(_("<b>Day and night</b>"), *always), lines(_("<b>Not always open</b>"), *others))


def help_button() -> Button:
    """The way to the numbers."""
    return Button(_("🆘 Help now"), HelpNowTapped())


def help_for_youth(begeleider: str, commands: Commands, numbers: Sequence[HelpLine]) -> Screen:
    """The numbers first, then what a youth can do here."""
    return Screen(paragraphs(help_lines(numbers), _youth_can(begeleider, commands)), column(help_button()))


def help_for_staff(commands: Commands, numbers: Sequence[HelpLine]) -> Screen:
    """The numbers first, then what this colleague can do here."""
    return Screen(paragraphs(help_lines(numbers), can(commands)))


def start_for_youth(name: str, begeleider: str, commands: Commands) -> Screen:
    """What a youth can do here; the keyboard comes back."""
    return Screen(paragraphs(_("Hey {name}.", name=name), _youth_can(begeleider, commands)), keyboard=KEYBOARD)


def start_for_staff(name: str, commands: Commands) -> Screen:
    """What this colleague can do here."""
    return Screen(paragraphs(_("Hey {name}.", name=name), can(commands)))


def _youth_can(begeleider: str, commands: Commands) -> Text:
    call = _("{call_me}: {begeleider} gets a message at once", call_me=CALL_ME, begeleider=begeleider)
    web = _("{my_web}: how your life is going, in numbers", my_web=MY_WEB)
    return can(commands, call, web)


def can(commands: Commands, *first: Text) -> Joined:
    """What can be done, a command a line."""
    named = [_("{what}: {how}", what=f"/{command}", how=does) for command, does in commands]
    return lines(_("<b>What you can do here</b>"), *first, *named)


def _number(line: HelpLine) -> Text:
    when: Text = Verbatim(line.says or line.name)
    if line.says is None and line.key is not None:
        when = WHEN[line.key]
    if line.name == line.number:
        return _("{what}: {how}", what=line.number, how=when)
    return _("{number} {name}: {when}", number=line.number, name=line.name, when=when)
