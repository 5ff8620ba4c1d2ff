"""What people choose for themselves: the value is on the button, a tap opens the choice, a tap makes it."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from chat.language import LANGUAGES, NAMES, Text, Verbatim, _, lines
from chat.screen import Button, Screen, column
from chat.screens.contact_list import mine_button
from chat.screens.joining import KEYBOARD, TimeChosen, no_such_time
from chat.screens.pause import AskAgain, rest
from chat.screens.rhythm import RHYTHMS
from chat.taps import Tap
from programme.joining import OFFERED_TIMES
from programme.rhythm import Rhythm
from store.tables import PushChoice

ANSWERS: dict[PushChoice, Text] = {PushChoice.ALL: _("Every answer"), PushChoice.LOW: _("Only the low ones")}


class Page(StrEnum):
    """The pages of the settings."""

    HOME = "home"
    TIME = "time"
    RHYTHM = "rhythm"
    LANGUAGE = "language"
    ANSWERS = "answers"
    CLOSED = "closed"


class PageTapped(Tap, name="set"):
    """Go to this page."""

    page: Page


class NewTime(TimeChosen, name="settime"):
    """Another time for the daily question."""


class NewRhythm(Tap, name="setrhythm"):
    """Another rhythm."""

    rhythm: Rhythm


class NewLanguage(Tap, name="setlang"):
    """Another language."""

    code: str


class NewAnswers(Tap, name="setanswers"):
    """Other answers to be told of."""

    answers: PushChoice


def home_of_youth(at: time | None, rhythm: Rhythm, language: str, quiet: Text | None) -> Screen:
    """What a youth chose. `quiet` says so when they paused or stopped, with a way back."""
    when = _("⏰ Choose a time") if at is None else _("⏰ Around {time}", time=at)
    often = _("🔁 No questions") if rhythm is Rhythm.NONE else _("🔁 {rhythm}", rhythm=RHYTHMS[rhythm])
    again = None if quiet is None else Button(_("Ask me again"), AskAgain())
    choices = (_to(Page.TIME, when), _to(Page.RHYTHM, often), _speaks(language))
    buttons = column(again, *choices, mine_button(), _close())
    return Screen(lines(quiet, _title()), buttons)


def home_of_staff(answers: PushChoice | None, language: str, away: Button | None) -> Screen:
    """What a colleague chose. `answers` and `away` only for who has youths."""
    told = None if answers is None else _to(Page.ANSWERS, _("🔔 {answers}", answers=ANSWERS[answers]))
    return Screen(_title(), column(told, away, _speaks(language), _close()))


def times(at: time | None) -> Screen:
    """The times that are offered, and any other."""
    offered = tuple(
        Button(_chosen(_("{time}", time=each), is_so=each == at), NewTime(each.hour * 100 + each.minute))
        for each in OFFERED_TIMES
    )
    now = None if at is None else _("Now it is around {time}.", time=at)
    other = Button(_("Another time"), NewTime(0))
    return Screen(lines(_("When may I ask?"), now), (offered, *column(other, _back())))


def type_time() -> Screen:
    """They want a time that is not offered."""
    return Screen(_("Type a time between 9:00 and 21:30. For example 18:15."), column(_back()))


def time_refused(at: time | None) -> Screen:
    """Not within the hours, or no time at all."""
    how = _("Type a time between 9:00 and 21:30. For example 18:15.")
    return Screen(lines(no_such_time(at), how), column(_back()))


def rhythms(rhythm: Rhythm) -> Screen:
    """How often."""
    buttons = (Button(_chosen(label, is_so=each is rhythm), NewRhythm(each)) for each, label in RHYTHMS.items())
    return Screen(_("How often may I ask?"), column(*buttons, _back()))


def languages(code: str) -> Screen:
    """Which language."""
    buttons = (Button(_chosen(NAMES[each], is_so=each == code), NewLanguage(each)) for each in LANGUAGES)
    return Screen(_("Which language shall I use?"), column(*buttons, _back()))


def answers(chosen: PushChoice) -> Screen:
    """Which answers a begeleider is told of at once."""
    buttons = (Button(_chosen(label, is_so=each is chosen), NewAnswers(each)) for each, label in ANSWERS.items())
    text = lines(
        _("Which answers do you want to hear at once?"), _("You always hear about Call me, and about silence.")
    )
    return Screen(text, column(*buttons, _back()))


def closed() -> Screen:
    """Done."""
    return Screen(_("Okay, we'll keep it like this."))


def speaking() -> Screen:
    """In the new language, with the keyboard in that language."""
    return Screen(_("From now on in English."), keyboard=KEYBOARD)


def is_quiet(until: date | None, today: date, *, stopped: bool) -> Text:
    """Said above the settings of who paused or stopped."""
    return _("You get no questions now.") if stopped else rest(until, today)


def _title() -> Text:
    return _("This is what you chose. Tap to change it.")


def _to(page: Page, label: Text) -> Button:
    return Button(label, PageTapped(page))


def _speaks(code: str) -> Button:
    return _to(Page.LANGUAGE, _("🌐 {language}", language=NAMES.get(code, Verbatim(code))))


def _back() -> Button:
    return _to(Page.HOME, _("← Back"))


def _close() -> Button:
    return _to(Page.CLOSED, _("Done"))


def _chosen(label: Text, *, is_so: bool) -> Text:
    return _("✓ {choice}", choice=label) if is_so else label
