"""A youth goes to another begeleider: decided by the begeleider, or by the coördinator when somebody leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from chat.days import spoken
from chat.language import Phrase, Text, Verbatim, _, lines, paragraphs, plural
from chat.pages import page_rows
from chat.screen import Button, Screen, column
from chat.screens import opening, question
from chat.screens.team import ColleagueTapped, TeamShown
from chat.taps import Tap
from programme.handing_over import LONGEST_WORDS
from store.handing_over import Waits
from store.tables import Person

HANDED_OVER = "handed over"
"""The kind of what is said about it; about the youth."""


class HandOverShown(Tap, name="handover"):
    """Whom the first of this begeleider's youths can go to, at a page."""

    leaver_id: int
    page: int


class HandedTo(Tap, name="handto"):
    """This youth goes from one begeleider to another."""

    youth_id: int
    leaver_id: int
    to_id: int


class HandedBack(Tap, name="unhand"):
    """It does not, after all; the duo (0 for none) is who it was."""

    youth_id: int
    leaver_id: int
    duo_id: int


class PassOnTapped(Tap, name="passon"):
    """To whom their own youth can go, at a page."""

    youth_id: int
    page: int


class PassOnTo(Tap, name="passto"):
    """To this colleague."""

    youth_id: int
    to_id: int


class StayTapped(Tap, name="passduo"):
    """They stay as the duo, or not."""

    youth_id: int


class PassOnWritten(Tap, name="passown"):
    """They want to say it in their own words."""

    youth_id: int


class PassOnSent(Tap, name="passsend"):
    """Let it be so."""

    youth_id: int


class PassOnUndone(Tap, name="passundo"):
    """Or not, as long as the youth did not hear it."""

    youth_id: int


# --- From the card ---


def button(youth_id: int) -> Button:
    """For a youth's page, when whoever looks is the begeleider."""
    return Button(_("🤝 Pass on to a colleague"), PassOnTapped(youth_id, 0))


def to_whom(youth: Person, others: Sequence[Person], page: int) -> Screen:
    """Another begeleider."""

    def choice(other: Person) -> Button:
        return Button(Verbatim(other.name), PassOnTo(youth.id, other.id))

    rows = page_rows(others, page, choice, lambda to: PassOnTapped(youth.id, to))
    ask = _("Who walks with {name} from now on?", name=youth.name)
    return Screen(lines(ask, _("First you see what {name} gets to read.", name=youth.name)), (*rows, _never(youth.id)))


def nobody_else(youth: Person) -> Screen:
    """There is no other begeleider."""
    return Screen(_("There is no other begeleider here yet."), (_never(youth.id),))


def default_words(to: str, *, stays: bool) -> Phrase:
    """What a begeleider says when they write nothing else: theirs once they send it."""
    if stays:
        return _(
            "From now on {name} walks with you. {name} knows what we agreed. I stay near, as the second one.", name=to
        )
    return _("From now on {name} walks with you. {name} knows what we agreed. It was good to walk with you.", name=to)


def preview(me: str, youth: Person, to: str, words: str, away: date | None, today: date, *, stays: bool) -> Screen:
    """As the youth gets it. `away`: through which day whoever takes over is not there."""
    shown = _("{name}: {words}", name=me, words=words)
    is_away = None if away is None else _("{name} is away through {day}.", name=to, day=spoken(away, today))
    stay = _("✓ I stay as the duo") if stays else _("I stay as the duo")
    return Screen(
        paragraphs(_("This is how {name} gets it:", name=youth.name), shown, is_away),
        (
            (Button(_("Send it like this"), PassOnSent(youth.id)),),
            (Button(_("Write it myself"), PassOnWritten(youth.id)),),
            (Button(stay, StayTapped(youth.id)),),
            _never(youth.id),
        ),
    )


def write(youth: Person, words: str) -> Screen:
    """To copy, to change and to send back."""
    how = _("Type here what you want to tell {name}. Tap this one to copy it:", name=youth.name)
    return Screen(paragraphs(how, _("<code>{words}</code>", words=words)), (_never(youth.id),))


def too_long(length: int, youth_id: int) -> Screen:
    """Over the limit."""
    over = _("That's {length} characters; {most} fit.", length=length, most=LONGEST_WORDS)
    return Screen(lines(over, _("Can you make it shorter?")), (_never(youth_id),))


def only_text(youth_id: int) -> Screen:
    """They sent a picture or their voice."""
    return Screen(_("Here it can only be text. Type it here."), (_never(youth_id),))


def waits_until(youth: Person, to: str, day: date, at: time, today: date) -> Screen:
    """It is decided; until then all stays as it is."""
    hears = _("{name} hears it {day} at {time}.", name=youth.name, day=spoken(day, today), time=at)
    undo = Button(_("Undo"), PassOnUndone(youth.id))
    return Screen(lines(hears, _("From then on {to} walks with {name}.", to=to, name=youth.name)), column(undo))


def undone(name: str) -> Screen:
    """Nothing changes."""
    return Screen(_("Okay, {name} stays with you.", name=name))


def not_done(name: str, to: str) -> Screen:
    """To whoever decided it: something came in the way."""
    return Screen(_("{name} did not go to {to}: {to} can't be reached now.", name=name, to=to))


def _never(youth_id: int) -> tuple[Button]:
    # The way back to the page of this youth: what is typed after that is for nobody.
    return (Button(_("Rather not"), PassOnUndone(youth_id)),)


# --- When somebody leaves ---


def who_takes_over(
    leaver: Person, youths: Sequence[Person], others: Sequence[Person], page: int, undo: Button | None = None
) -> Screen:
    """One youth after another, so that nobody is left without. `undo`: of the one before."""
    youth, back = youths[0], Button(_("Rather not"), ColleagueTapped(leaver.id))

    def choice(other: Person) -> Button:
        return Button(Verbatim(other.name), HandedTo(youth.id, leaver.id, other.id))

    rows = page_rows(others, page, choice, lambda to: HandOverShown(leaver.id, to))
    ask = _("Who takes over {youth}?", youth=youth.name)
    return Screen(lines(_left(leaver, youths), ask), (*rows, *column(undo), (back,)))


def undo(youth: Person, leaver_id: int, duo_id: int) -> Button:
    """For the screen after it."""
    return Button(_("Undo {name}", name=youth.name), HandedBack(youth.id, leaver_id, duo_id))


def nobody_to_take_over(leaver: Person, youths: Sequence[Person]) -> Screen:
    """There is no other begeleider."""
    return Screen(
        lines(
            _left(leaver, youths),
            _("There is no other begeleider yet. Invite one first."),
        ),
        column(Button(_("Back to the team"), TeamShown(0))),
    )


def _left(leaver: Person, youths: Sequence[Person]) -> Text:
    return plural(
        "{name} still walks with {count} jongere.",
        "{name} still walks with {count} jongeren.",
        len(youths),
        name=leaver.name,
    )


# --- Who hears it ---


def in_their_words(by: str, words: str) -> Screen:
    """To the youth, from whoever walked with them until now."""
    return Screen(_("{name}: {words}", name=by, words=words))


def who_reads_now(to: str, leaver: str, *, stays: bool) -> Screen:
    """To the youth, right after it: what that means here."""
    reads = _("What you write goes to {to} from now on.", to=to)
    only = _("{name} reads along when {to} is away.", name=leaver, to=to) if stays else None
    return Screen(lines(reads, only or _("{name} doesn't read it any more.", name=leaver)), silent=True)


def somebody_left(to: str, leaver: str, *, reads: bool) -> Screen:
    """To the youth, from the bot, when whoever walked with them is gone. `reads`: whether `to` gets their messages."""
    return Screen(
        lines(
            _("Something changes: from now on {to} walks with you.", to=to),
            _("{name} doesn't any more.", name=leaver),
            _("What you write goes to {to}. Call me does too.", to=to) if reads else None,
        )
    )


def yours_now(youth: Person, leaver: str, waits: Waits, *, knows: bool) -> Screen:
    """To the new begeleider. `knows`: whether the youth hears it from the leaver or the bot."""
    messages = plural(
        "{count} message waits for an answer. Ask {leaver} about it.",
        "{count} messages wait for an answer. Ask {leaver} about them.",
        waits.messages,
        leaver=leaver,
    )
    told = _("{youth} gets to hear it.", youth=youth.name) if knows else None
    return Screen(
        lines(
            _("{youth} comes from {leaver} to you.", youth=youth.name, leaver=leaver),
            told or _("Will you tell {youth} yourself? I could not.", youth=youth.name),
            messages if waits.messages else None,
            _("{leaver} was going to get in touch. That's yours now.", leaver=leaver) if waits.promised else None,
            _("{leaver} wrote a question for the next time.", leaver=leaver) if waits.question else None,
        ),
        column(opening.button(youth.id), question.button(youth.id) if waits.question else None),
    )


def stays_with(youth: str, leaver: str) -> Screen:
    """To who would have been the new begeleider."""
    return Screen(_("{youth} stays with {leaver} after all.", youth=youth, leaver=leaver))


def not_yours_any_more(youth: str, to: str, *, knows: bool, stays: bool) -> Screen:
    """To whoever handed over: it is done."""
    told = _("{youth} knows.", youth=youth) if knows else None
    now = _("{to} walks with {youth} now.", to=to, youth=youth)
    duo = _("You're the duo.") if stays else None
    return Screen(lines(told or _("I could not tell {youth}. Do it yourself.", youth=youth), now, duo), silent=True)


def other_begeleider(youth: str, to: str) -> Screen:
    """To the duo who stays."""
    return Screen(_("{to} walks with {youth} now. You stay the duo.", to=to, youth=youth), silent=True)
