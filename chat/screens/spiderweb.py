"""The spinnenweb of a youth: scored in a few taps on one message, then seen as a picture, then what comes first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from chat.days import spoken
from chat.language import Joined, Text, _, lines, paragraphs
from chat.screen import Button, Rows, Screen, column, two_by_two
from chat.screens.domains import QUESTIONS, name
from chat.spiderweb import Radar
from chat.taps import Tap
from programme.spiderweb import HIGHEST, LOWEST, MOST_FIRST, Change, Domain

MY_WEB = _("🕸 My spinnenweb")

SHOWN = "spiderweb"
"""The kind of the messages that show a finished web; they are about a scoring."""
TOLD = "spiderweb told"
"""The kind of the messages that say that a youth finished; they are about a scoring."""


class WebBegun(Tap, name="wbegin"):
    """Begin, or go on with what was begun."""

    youth_id: int


class LeftForNow(Tap, name="wnot"):
    """Not now."""

    youth_id: int


class ScoreTapped(Tap, name="wscore"):
    """How it is with a domain."""

    scoring_id: int
    domain: Domain
    value: int


class SkipTapped(Tap, name="wskip"):
    """Nothing about this domain."""

    scoring_id: int
    domain: Domain


class DomainShown(Tap, name="wback"):
    """Show this domain again."""

    scoring_id: int
    domain: Domain


class LaterTapped(Tap, name="wlater"):
    """Go on another time."""

    scoring_id: int


class BasketTapped(Tap, name="wfirst"):
    """Into the first basket, or out of it."""

    scoring_id: int
    domain: Domain


class FinishTapped(Tap, name="wdone"):
    """It is finished: nothing changes any more, and the begeleider may see it."""

    scoring_id: int


class ShareTapped(Tap, name="wshare"):
    """The begeleider may see it now, before it is finished."""

    scoring_id: int


class WebShown(Tap, name="wshow"):
    """The newest web of a youth that is finished, or shared."""

    youth_id: int


class JusticeSet(Tap, name="wjustice"):
    """Whether staying out of trouble is asked: 1 or 0."""

    youth_id: int
    on: int


@dataclass(frozen=True)
class Asking:
    """A domain, where one is, and what was answered about it before."""

    scoring_id: int
    domain: Domain
    number: int
    of: int
    before: Domain | None
    """The domain to which one can go back."""
    own: str | None
    chosen: int | None = None
    whose: str | None = None
    """Whose life it is, when somebody else than the youth is asked."""


# --- Before ---


def intro(
    youth_id: int, begeleider: str, last: date | None, today: date, *, goes_on: bool, looks: Sequence[Button] = ()
) -> Screen:
    """What it is, and who will see it. `looks`: to see how others see it."""
    seen = (
        _("You give numbers from {low} to {high}. Skipping is fine.", low=LOWEST, high=HIGHEST),
        _("{begeleider} sees it once you finish or share it. Not half-way.", begeleider=begeleider),
        _("Whoever stands in for {begeleider} can see it too.", begeleider=begeleider),
    )
    before = None if last is None else _("Last time: {day}.", day=spoken(last, today))
    begin = Button(_("Go on") if goes_on else _("Begin"), WebBegun(youth_id))
    show = None if last is None else Button(_("See the last one"), WebShown(youth_id))
    return Screen(
        paragraphs(lines(_("How is it going with your life? You tell it."), *seen), before),
        column(begin, show, *looks, Button(_("Not now"), LeftForNow(youth_id))),
    )


def not_now() -> Screen:
    """Another time."""
    return Screen(_("Okay. {web} is always at the bottom.", web=MY_WEB))


# --- Scoring ---


def question(asking: Asking) -> Screen:
    """One domain: what is asked, what the numbers mean, ten of them, and the ways out."""
    top = _("10 = top, I manage by myself") if asking.whose is None else _("10 = top, manages alone")
    scale = lines(_("1 = it all goes wrong"), _("5 = so-so"), top)
    return Screen(
        paragraphs(_asks(asking), scale),
        (_numbers(asking, 1, 5), _numbers(asking, 6, HIGHEST), *_ways_out(asking)),
    )


def _asks(asking: Asking) -> Text:
    domain = name(asking.domain, asking.own)
    if asking.whose is None:
        head = _("<b>{domain}</b> ({number}/{of})", domain=domain, number=asking.number, of=asking.of)
        return lines(head, QUESTIONS[asking.domain])
    head = _("<b>{name}: {domain}</b> ({number}/{of})", name=asking.whose, domain=domain, number=asking.number,
             of=asking.of)  # fmt: skip
    return lines(head, _("How do you see it?"))


def _numbers(asking: Asking, first: int, last: int) -> tuple[Button, ...]:
    return tuple(
        Button(
            _("• {number} •", number=number) if number == asking.chosen else _("{number}", number=number),
            ScoreTapped(asking.scoring_id, asking.domain, number),
        )
        for number in range(first, last + 1)
    )


def _ways_out(asking: Asking) -> Rows:
    skip = Button(_("Skip"), SkipTapped(asking.scoring_id, asking.domain))
    later = Button(_("Go on later"), LaterTapped(asking.scoring_id))
    if asking.before is None:
        return ((skip,), (later,))
    back = Button(_("⬅️ Back"), DomainShown(asking.scoring_id, asking.before))
    return ((back, skip), (later,))


def ask_own(asking: Asking) -> Screen:
    """The youth's own theme has no name yet."""
    head = _("<b>{domain}</b> ({number}/{of})", domain=name(asking.domain, None), number=asking.number, of=asking.of)
    asked = lines(_("Is there something else that counts for you?"), _("What do you call it? Type it, in a few words."))
    return Screen(paragraphs(head, asked), _ways_out(asking))


def own_refused() -> Screen:
    """What was typed is no name for a theme."""
    return Screen(lines(_("A few words are enough, on one line."), _("Or tap Skip above.")))


def later(youth_id: int) -> Screen:
    """All is kept."""
    kept = lines(_("Okay. What you filled in is kept."), _("You go on where you were."))
    return Screen(kept, column(Button(_("Go on"), WebBegun(youth_id))))


def filled(scoring_id: int, last: Domain) -> Screen:
    """Every domain has an answer: the message on which one scored says so, and one can still go back."""
    return Screen(_("All filled in. Look below."), column(Button(_("⬅️ Back"), DomainShown(scoring_id, last))))


# --- The picture, and what moved ---


@dataclass(frozen=True)
class Web:
    """A web to look at."""

    radar: Radar
    moved: Change | None
    """None when there was no time before."""
    first: Sequence[Domain]
    """What is in the first basket."""
    own: str | None


def web(web: Web, whose: str | None = None, buttons: Rows = ()) -> Screen:
    """The web, with in words what is on it. `whose`: for somebody else than the youth."""
    title = _("Your spinnenweb.") if whose is None else _("The spinnenweb of {name}.", name=whose)
    chosen = _("First: {domains}.", domains=names(web.first, web.own)) if web.first else None
    moved = None if web.moved is None else _moved(web.moved, web.own)
    return Screen(paragraphs(title, moved, chosen), buttons, drawing=web.radar)


def _moved(moved: Change, own: str | None) -> Text | None:
    told = (
        _("Higher than last time: {domains}.", domains=names(moved.rose, own)) if moved.rose else None,
        _("Lower than last time: {domains}.", domains=names(moved.fell, own)) if moved.fell else None,
        _("The same: {domains}.", domains=names(moved.same, own)) if moved.same else None,
    )
    return lines(*told) if any(told) else None


def names(found: Sequence[Domain], own: str | None) -> Text:
    """Several domains in a row."""
    return Joined(tuple(name(domain, own) for domain in found), ", ")


# --- What comes first ---


def baskets(
    scoring_id: int, asked: Sequence[Domain], first: Collection[Domain], own: str | None, seen_by: str | None = None
) -> Screen:
    """At most three domains to do something about now. `seen_by`: the begeleider, once it is shared."""
    buttons = [_basket(scoring_id, domain, own, chosen=domain in first) for domain in asked]
    rows = two_by_two(buttons)
    done = Button(_("That's it") if first else _("Nothing now"), FinishTapped(scoring_id))
    asks = lines(_("What do you want to work on first?"), _("At most {count}. None is fine too.", count=MOST_FIRST))
    if seen_by is None:
        return Screen(asks, (*rows, (done,), (Button(_("Share it"), ShareTapped(scoring_id)),)))
    shared = _("Shared. {begeleider} can see it now.", begeleider=seen_by)
    return Screen(paragraphs(asks, shared), (*rows, (done,)))


def _basket(scoring_id: int, domain: Domain, own: str | None, *, chosen: bool) -> Button:
    label = name(domain, own)
    return Button(_("✓ {domain}", domain=label) if chosen else label, BasketTapped(scoring_id, domain))


FULL = _("Three is enough for now. Tap one away first.")
FINISHED_BEFORE = _("That one is finished. With {web} you begin anew.", web=MY_WEB)
LEFT_BEFORE = _("That one is from a while ago. With {web} you begin anew.", web=MY_WEB)
ONE_MORE = _("There is one more question first.")
NOT_ASKED = _("That isn't asked any more.")


def finished(begeleider: str, first: Sequence[Domain], own: str | None) -> Screen:
    """To the youth: done, and who sees it now."""
    chosen = _("First: {domains}.", domains=names(first, own)) if first else None
    sees = _("{begeleider} can see your web now.", begeleider=begeleider)
    return Screen(
        paragraphs(lines(_("Done. Nicely done."), chosen), lines(sees, _("Talk about it when you see each other.")))
    )


def told(youth_id: int, whose: str) -> Screen:
    """To begeleider and duo: the youth finished. What is on it shows on a tap, and on no lock screen."""
    see = Button(_("See it"), WebShown(youth_id))
    return Screen(_("{name} filled in the spinnenweb.", name=whose), column(see))


# --- The begeleider's page ---


class PageShown(Tap, name="wpage"):
    """The page about it, from the card."""

    youth_id: int


def button(youth_id: int) -> Button:
    """For the card of this youth."""
    return Button(_("🕸 Spinnenweb"), PageShown(youth_id))


NOTHING_YET = _("There is no finished spinnenweb yet.")
