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
from programme import digest
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
    DIGEST = "digest"
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


class NewDigestTime(Tap, name="setdigest"):
    """Another time for the morning message, as hhmm; 0 for one that they will type."""

    hhmm: int

    @property
    def at(self) -> time | None:
        """The time; None for another, or for one that nobody may choose."""
        hour, minute = divmod(self.hhmm, 100)
        at = time(hour, minute) if 0 <= hour < 24 and minute < 60 else time(0)
        return at if digest.may_come_at(at) else None


def home_of_youth(
    at: time | None, rhythm: Rhythm, language: str, quiet: Text | None, contact: tuple[Text, Button] | None
) -> Screen:
    """What a youth chose. `quiet` says so when they paused or stopped, with a way back; `contact`, in nazorg, when they
    hear from their begeleider, with a way to change it."""
    when = _("⏰ Choose a time") if at is None else _("⏰ Around {time}", time=at)
    often = _("🔁 No questions") if rhythm is Rhythm.NONE else _("🔁 {rhythm}", rhythm=RHYTHMS[rhythm])
    again = None if quiet is None else Button(_("Ask me again"), AskAgain())
    heard, change = (None, None) if contact is None else contact
    buttons = column(
        again, _to(Page.TIME, when), _to(Page.RHYTHM, often), change, _speaks(language), mine_button(), _close()
    )
    return Screen(lines(quiet, heard, _title()), buttons)


def home_of_staff(answers: PushChoice | None, morning: time | None, language: str, away: Button | None) -> Screen:
    """What a colleague chose. `answers`, `morning` and `away` only for who has youths."""
    told = None if answers is None else _to(Page.ANSWERS, _("🔔 {answers}", answers=ANSWERS[answers]))
    when = None if morning is None else _to(Page.DIGEST, _("☕ My day at {time}", time=morning))
    return Screen(_title(), column(told, when, away, _speaks(language), _close()))


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


def digest_times(at: time) -> Screen:
    """When the morning message comes: the times that are offered, and any other."""
    offered = tuple(
        Button(_chosen(_("{time}", time=each), is_so=each == at), NewDigestTime(each.hour * 100 + each.minute))
        for each in digest.OFFERED
    )
    ask = _("When shall I tell you what the day asks?")
    return Screen(
        lines(ask, _("Now it is at {time}.", time=at), _("Only on working days, and only when there is something.")),
        (offered, *column(Button(_("Another time"), NewDigestTime(0)), _back())),
    )


def type_digest_time() -> Screen:
    """They want a time that is not offered."""
    return Screen(_type_morning(), column(_back()))


def digest_time_refused() -> Screen:
    """Not in the morning, or no time at all."""
    return Screen(lines(_("I can't use that time."), _type_morning()), column(_back()))


def _type_morning() -> Text:
    return _("Type a time between {first} and {last}.", first=digest.EARLIEST, last=digest.LATEST)


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
