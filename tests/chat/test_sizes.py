"""The longest names, the longest words, the most people: every message still fits in what Telegram takes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from chat import menu
from chat.language import LANGUAGES, Text, Verbatim, _, language
from chat.pieces import pieces
from chat.plan import Plan
from chat.screen import Button, Screen
from chat.screens import (
    action_asked,
    action_line,
    actions,
    after_year,
    agenda,
    away,
    birthday,
    call,
    call_staff,
    checkin,
    compared,
    consent,
    contact_list,
    contacts,
    crisis,
    crisis_staff,
    digest,
    first_steps,
    handing_over,
    help,  # noqa: A004 - /hulp
    look,
    meanwhile,
    messages,
    milestones,
    moving,
    nazorg,
    new_youth,
    opening,
    own_dates,
    plan,
    plan_page,
    plan_paper,
    plan_words,
    push,
    question,
    spiderweb,
    spiderweb_offer,
    spiderweb_page,
    standing_in,
    talk,
    targets,
    team,
    timeline,
    year,
    year_home,
    year_pause,
    year_start,
    year_stop,
    year_targets,
    year_words,
    youths,
)
from chat.screens.lines import Line, Stands
from chat.screens.place import Coming
from chat.screens.plan_paper import WhyNot
from chat.screens.settings import Page, PageTapped
from chat.screens.shown import Shown
from chat.screens.talk import Said
from chat.screens.team import Listed, TeamShown
from chat.screens.youths import YouthTapped
from chat.sent import Sent
from chat.spiderweb import Radar, Web
from chat.timeline import Timeline
from programme.actions import LONGEST_STEP, ActionState
from programme.call import LONGEST_WORDS as MOST_WORDS
from programme.call import MOST_MOMENTS, CallEnd, Wish
from programme.checkin import Face
from programme.contacts import LONGEST_NOTE, ContactKind, When
from programme.digest import Ask
from programme.handing_over import LONGEST_WORDS
from programme.helplines import HELP_LINES
from programme.joining import Place
from programme.milestones import LONGEST_NAME as LONGEST_OWN
from programme.milestones import LONGEST_NAME as LONGEST_OWN_DATE
from programme.milestones import Milestone
from programme.names import LONGEST_NAME
from programme.nazorg import PLANNED, TABLE, Nazorg
from programme.people import Role
from programme.phases import Phase, StopReason, Year
from programme.plan import LONGEST_WORDS as LONGEST_PLAN_WORDS
from programme.plan import About
from programme.question import LONGEST_QUESTION
from programme.reachable import MOST_PLANNED
from programme.spiderweb import HIGHEST, Change, Domain, WebMoment
from programme.spiderweb import LONGEST_OWN as LONGEST_OWN_THEME
from programme.talk import Kind
from programme.targets import Progress, Walk
from programme.year import Refused
from sandbox.markup import read_html
from sandbox.plain import units
from store.handing_over import Waits
from store.meanwhile import Meanwhile, Quiet
from store.tables import MilestoneState, Person
from store.youths import FACES

TEXT, CAPTION, DATA = 4096, 1024, 64
# What is counted is UTF-16, in which these take two; and what is escaped must not count for more than it shows.
NAMES = {"emoji": "😀" * LONGEST_NAME, "signs": '<&>"' * (LONGEST_NAME // 4)}
WRITTEN = {"emoji": "😀" * 2048, "signs": '<&>"' * 1024, "letters": "x" * 4096}
TODAY = date(2026, 9, 30)  # the longest month on the longest weekday
MANY = 300
ID = 10**12
ORDINAL = date.max.toordinal()


def person(name: str) -> Person:
    return Person(id=ID, role=Role.YOUTH, name=name, created_at=datetime(2026, 9, 30, tzinfo=UTC))


def listed(name: str) -> Listed:
    return Listed(ID, name, Role.COORDINATOR, name, Coming(Place.INVITED, TODAY))


def said(name: str, written: str, kind: Kind = Kind.TEXT, *, corrected: bool = False) -> Said:
    return Said(name, Sent(kind, written), ID, ID, corrected)


def _shown(name: str) -> Shown:
    """Somebody about whom there is as much to say as can be."""
    walk = Walk(Year(TODAY - timedelta(days=200), stopped_on=TODAY), {Phase.OPSTART: 7}, [(TODAY, TODAY)])
    faces = (Face.VERY_BAD,) * FACES
    return Shown(
        ID, name, TODAY, walk, name, name, mine=False, coming=Coming(Place.INVITED, TODAY), asked_at=time(17, 30),
        quiet=False, stopped_why=StopReason.BY_YOUTH, home_since=TODAY, last_contact=TODAY,
        together=Progress(MANY, MANY, average=True, per_week=MANY), faces=faces,
    )  # fmt: skip


def _of_a_year(shown: Shown) -> list[Screen]:
    """What is said while it is changed."""
    day = TODAY - timedelta(days=300)
    return [
        year.page(shown),
        year_start.ask(shown),
        year_start.moved(shown, day),
        year_stop.ask_why(shown),
        year_stop.ask_day(shown, StopReason.BY_YOUTH),
        year_stop.stopped(shown, day, StopReason.BY_YOUTH),
        year_stop.reopened(shown, day, StopReason.BY_YOUTH),
        year_pause.ask(shown),
        year_pause.paused(shown, ID, day, day),
        year_pause.goes_on(shown, ID, day, date.max),
        year_targets.page(shown),
        year_targets.choose(shown, Phase.UITVOERING_2),
        year_targets.chosen(shown, Phase.UITVOERING_2, year_targets.PerWeek.AS_USUAL),
        year_home.ask(shown),
        year_home.lives_there(shown, day, None),
        year_home.lives_there_no_more(shown, day),
        *(year_words.refused(why, ID) for why in Refused),
        timeline.picture(shown.name, Timeline("nl", shown.name, day, TODAY, ())),
    ]


def screens(name: str, written: str) -> list[Screen]:
    """Everything that grows with what people are called, what they write, and how many they are."""
    asked = written[:LONGEST_QUESTION]
    opened = push.Opened(name, ID, ID, Face.VERY_BAD, TODAY, time(17, 30), name, asked)
    shown = _shown(name)
    everybody, code = [person(name)] * MANY, "A" * 22
    after = nazorg.Shown(ID, name, 52, over=False, mode=Nazorg.VAST, due=dict.fromkeys(PLANNED, TODAY))
    undo = nazorg.Done(nazorg.switched(name, Nazorg.VAST, hears=True), nazorg.ModeUndone(ID, Nazorg.SOEPEL, ORDINAL))
    note = pieces(written, LONGEST_NOTE)[0]
    contact = contacts.Shown(ID, ID, name, ContactKind.NETWORK, TODAY, When.OTHER, name, note)
    told = contact_list.Told(ContactKind.NETWORK, TODAY, name, note)
    listed_contact = contact_list.Listed(ID, ContactKind.NETWORK, TODAY, name, has_note=True)
    own = milestones.Shown(ID, ID, name, Milestone.OWN_DATE, TODAY, MilestoneState.OPEN, own=written[:LONGEST_OWN])
    entry = agenda.Entry(TODAY, ID, name, own.name, with_=name)
    moved_back = milestones.MovedBack(ID, "9999999.9999999")
    return [
        nazorg.page(after, TODAY, undo),
        nazorg.choose_day(after, PLANNED[1], [TODAY] * 4, TODAY),
        nazorg.news(after, TODAY),
        after_year.year_ended(name, name, TABLE[0]),
        after_year.year_ended_early(name, name),
        after_year.chosen(name, Nazorg.VAST, after.due, TODAY, hears=True),
        after_year.page(name, Nazorg.VAST, after.due, TODAY),
        after_year.told(name, Nazorg.VAST),
        contacts.ask(name, ID, others=True),
        contacts.with_whom(everybody, 0),
        contacts.noted(contact, TODAY),
        contacts.removed(contact, TODAY),
        contacts.which_day(contact, TODAY),
        contacts.write_note(contact),
        contact_list.overview(name, ID, [listed_contact] * MANY, 0, TODAY, YouthTapped(ID)),
        contact_list.mine([told] * MANY, 0, TODAY, PageTapped(Page.HOME)),
        *push.opened(opened, written, TODAY),
        *talk.to_youth(said(name, written), silent=False),
        *talk.to_staff(said(name, written), talk.answer_buttons(ID, ID), silent=False),
        *talk.to_staff(said(name, written, corrected=True), silent=False),
        *talk.to_staff(said(name, written[:1024], Kind.VOICE), silent=False),
        *talk.to_youth(said(name, written[:900], Kind.PHOTO), silent=False),
        messages.overview([messages.Waiting(ID, name, MANY, TODAY, time(17, 30), ID)] * MANY, 0, TODAY),
        talk.which_youth(everybody[:20], ID),
        opening.begin(name, ID),
        opening.preview(name, written[:300], ID, 0),
        checkin.question_of(name, asked, ID),
        checkin.of_before_with_open(TODAY, Face.BAD, TODAY, checkin.Open(ID, TODAY, name, asked)),
        question.preview(name, name, asked, ID),
        question.waits(name, name, asked, TODAY, time(17, 30), TODAY, ID),
        consent.consent(name, name, name, code, "nl"),
        team.overview([listed(name)] * MANY, 0, Button(_("Done"), TeamShown(0))),
        team.confirm_end(listed(name), [name] * MANY),
        handing_over.who_takes_over(person(name), everybody, everybody, 0),
        handing_over.nobody_to_take_over(person(name), everybody),
        away.page(TODAY, [away.Listed(ID, TODAY, TODAY)] * MOST_PLANNED, TODAY, leads=True),
        away.gone(away.Listed(ID, TODAY, TODAY), TODAY, [standing_in.Gap(name, name)] * MANY, [name] * MANY),
        standing_in.to_duo(name, TODAY, TODAY, TODAY, [name] * MANY),
        standing_in.to_lead(name, TODAY, TODAY, TODAY, [standing_in.Gap(name, name)] * MANY),
        standing_in.to_youth_alone(name, TODAY, TODAY, (name, TODAY), [name, name], HELP_LINES),
        meanwhile.summary([_meanwhile(name)] * MANY, TODAY),
        handing_over.to_whom(person(name), everybody, 0),
        handing_over.preview(name, person(name), name, written[:LONGEST_WORDS], TODAY, TODAY, stays=True),
        handing_over.write(person(name), written[:LONGEST_WORDS]),
        handing_over.in_their_words(name, written[:LONGEST_WORDS]),
        handing_over.yours_now(person(name), name, Waits(MANY, promised=True, question=True), knows=True),
        youths.overview([shown] * MANY, 0),
        youths.page(shown, youths.Ahead(Verbatim(name * 2), TODAY, Nazorg.VAST, TODAY, TODAY, _many_steps(written))),
        *_of_a_year(shown),
        milestones.overview(ID, name, [own] * MANY, 0, TODAY, ((own_dates.button(ID), birthday.button(ID)),)),
        milestones.page(own, TODAY, own_dates.choices(own)),
        milestones.page(own, TODAY, birthday.choices(own, TODAY)),
        milestones.settled(milestones.Change(own, moved_back, [(Milestone.EVALUATIE_1, TODAY)], heard=True), TODAY),
        moving.which_day(own, list(Milestone), TODAY),
        own_dates.kept(own, TODAY, moved_back),
        own_dates.ask_day(written[:LONGEST_OWN], own_dates.Whose(ID)),
        birthday.kept(name, ID, 18, TODAY, TODAY, birthday.BirthdaySet(ID, "9999999.9999999")),
        agenda.overview([entry] * MANY, 0, TODAY),
        *_gathered(name, written),
        *_crisis(name),
        *_calls(name, written, everybody),
        *_webs(name, written),
        *_steps(name, written),
        *_plan(name, written),
        new_youth.ask_duo(name, everybody, ID, 0),
        new_youth.to_show(name, f"https://t.me/{'b' * 32}?start={code}", TODAY, b"\x89PNG"),
    ]


def _crisis(name: str) -> list[Screen]:
    """With everybody who can be involved, and all numbers of an organisation."""
    told = crisis.Told([name] * MANY, name)
    numbers = tuple(
        replace(line, name=name[:60], says=name[:60]) for line in (*HELP_LINES, *HELP_LINES, *HELP_LINES)[:20]
    )
    alerted = crisis_staff.Alerted(-ID, ID, name, walks=True, wants_call=True)
    return [
        crisis.answer(ID, told, HELP_LINES),
        crisis.meant_otherwise(told, HELP_LINES),
        crisis.help_now(numbers),
        help.help_for_youth(name, menu.ROLES[Role.YOUTH], numbers),
        help.help_for_staff(menu.ROLES[Role.BEGELEIDER], numbers),
        crisis.calls_now(name),
        crisis_staff.alert(alerted, again=True),
        crisis_staff.state(replace(alerted, calling=name)),
        crisis_staff.state(replace(alerted, meant_otherwise=True)),
        crisis_staff.state(replace(alerted, taken_by=name)),
    ]


def _calls(name: str, written: str, everybody: list[Person]) -> list[Screen]:
    """With words as long as can be, of people with long names, and many of them."""
    when, besides = call.When(TODAY, time(17, 30)), call.Besides(name, HELP_LINES)
    shown = call_staff.Shown(
        -ID, ID, name, Wish.TOMORROW, when, timedelta(days=MANY), written[:MOST_WORDS], taken_by=name, promised=when
    )
    free, done = replace(shown, taken_by=None), replace(shown, end=CallEnd.SPOKEN, ended_by=name)
    moments = [(datetime.fromtimestamp(ID // 1000, UTC), when)] * MOST_MOMENTS
    return [
        call.which(-ID),
        call.told(-ID, Wish.TODAY, name, besides),
        call.waits(-ID, Wish.TODAY, name, when, TODAY, besides, night=True),
        call.nobody_reached(-ID, Wish.TODAY, name, HELP_LINES),
        call.taken(-ID, name, when, TODAY),
        call.not_reached(-ID, name),
        call_staff.alert(free, TODAY, again=True),
        call_staff.state(replace(shown, mine=True), TODAY),
        call_staff.reminder(shown),
        call_staff.which_moment(shown, moments, TODAY),
        call_staff.which_colleague(shown, everybody, 0),
        call_staff.overview([free] * MANY, [done] * MANY, TODAY),
        call_staff.overview([shown] * MANY, [], TODAY),
    ]


def _webs(name: str, written: str) -> list[Screen]:
    """A web with everything, and a theme with a long name of its own."""
    own, all_of_them = written[:LONGEST_OWN_THEME], tuple(Domain)
    asking = spiderweb.Asking(ID, Domain.OWN, MANY, MANY, Domain.JUSTICE, own, HIGHEST)
    radar = Radar("nl", name, (own,), Web(TODAY, (HIGHEST,)))
    offer = spiderweb_offer.Offer(ID, name, name, half=False)
    return [
        spiderweb.intro(ID, name, TODAY, TODAY, goes_on=True),
        spiderweb.question(asking),
        spiderweb.ask_own(asking),
        spiderweb.web(spiderweb.Web(radar, Change(rose=all_of_them), all_of_them[-3:], own), name),
        spiderweb.baskets(ID, all_of_them, all_of_them[-3:], own),
        spiderweb.finished(name, all_of_them[-3:], own),
        spiderweb.told(ID, name),
        spiderweb_offer.near(Milestone.FIRST_SPIDERWEB, offer, at_hand=False),
        spiderweb_offer.near(Milestone.ONDERSTEUNINGSPLAN, replace(offer, half=True), at_hand=False),
        spiderweb_offer.reminder(offer),
        spiderweb_offer.together(ID, name),
        spiderweb_offer.later(ID, TODAY, TODAY),
        spiderweb_offer.wants_together(name),
        spiderweb_page.page(spiderweb_page.Known(ID, name, TODAY, all_of_them[-3:], own, justice=True, looks=True)),
        *_looks(name, own, radar),
    ]


def _looks(name: str, own: str, radar: Radar) -> list[Screen]:
    """How somebody else sees it."""
    everything, theirs = tuple(Domain), look.Looked(ID, name)
    asking = spiderweb.Asking(ID, Domain.OWN, MANY, MANY, Domain.JUSTICE, own, HIGHEST, whose=name)
    return [
        spiderweb.question(asking),
        spiderweb.intro(ID, name, TODAY, TODAY, goes_on=True, looks=look.buttons([theirs])),
        spiderweb.web(spiderweb.Web(radar, None, (), own), name, compared.buttons(ID, [theirs], has_first=True)),
        spiderweb.baskets(ID, everything, everything[-3:], own, name),
        look.later(ID, name),
        look.ask_done(ID, Domain.OWN, name),
        look.in_words(everything, dict.fromkeys(everything), own, name, name),
        look.finished(ID, name, heard=False),
        look.told(ID, name),
        compared.with_first(radar, Change(rose=everything), own, name),
        compared.with_look(radar, Change(fell=everything), own, name, name),
    ]


def _steps(name: str, written: str) -> list[Screen]:
    """Steps as long as can be, many of them."""
    own = written[:LONGEST_OWN_THEME]
    one = action_line.Shown(ID, ID, Domain.OWN, own, written[:LONGEST_STEP], TODAY, added_by=name)
    done, whose = replace(one, state=ActionState.DROPPED), actions.Whose(ID, name)
    first = tuple((first_steps.first_button(ID, domain, own),) for domain in tuple(Domain)[-3:])
    return [
        actions.overview(whose, [one] * MANY, [done] * MANY, 1, TODAY, first),
        actions.page(one, TODAY),
        actions.settled(done, TODAY),
        actions.changed(name, ID),
        actions.which_domain(whose, tuple(Domain), own),
        first_steps.ask_first(ID, Domain.OWN, own),
        first_steps.ask(whose, Domain.OWN, own),
        first_steps.ask_reworded(one, TODAY),
        first_steps.by_when(one, TODAY, first=True),
        first_steps.type_day(one, TODAY),
        first_steps.kept(one, TODAY),
        action_asked.question(one, name, TODAY),
    ]


def _many_steps(written: str) -> tuple[action_line.Shown, ...]:
    own = written[:LONGEST_OWN_THEME]
    return (action_line.Shown(ID, ID, Domain.OWN, own, written[:LONGEST_STEP], TODAY),) * MANY


def _plan(name: str, written: str) -> list[Screen]:
    """As much as can be said about one, and as many papers as nobody would make."""
    own, words = written[:LONGEST_OWN_THEME], written[:LONGEST_PLAN_WORDS]
    whose, theirs = plan.Whose(ID, name, name, own), plan.Whose(ID, None, name, own)
    said = plan_words.Said(ID, words, name, TODAY)
    undo = plan.WordsPutBack(ID, ID)
    made = plan.Made(ID, WebMoment.EVALUATIE_1, MANY, TODAY)
    facts = Plan("nl", name, name, name, own, MANY, TODAY, own, ())
    parts = [plan_page.Part(about, has_words=True, steps=MANY) for about in About]
    return [
        plan_page.which([person(name)] * MANY, 1),
        plan_page.page(whose, parts, plan_page.Coming(WebMoment.PLAN, TODAY), [made] * MANY, TODAY),
        plan_page.page(theirs, parts, plan_page.Coming(WebMoment.PLAN, TODAY), [made] * MANY, TODAY),
        plan_page.all_papers(whose, [made] * MANY, 1, TODAY),
        plan_words.page(whose, About.OWN, said, TODAY, just=plan_words.KEPT, undo=undo),
        plan_words.ask(whose, About.OWN, said),
        plan_words.too_long(whose, About.OWN, MANY),
        *(plan_paper.ask(whose, WebMoment.EVALUATIE_1, MANY, why_not) for why_not in (None, *WhyNot)),
        *(plan_paper.made(whose, made, why_not) for why_not in (None, *WhyNot)),
        plan_paper.to_staff(whose, made, facts),
        plan_paper.to_youth(ID, name, facts, silent=True),
        plan_paper.again(whose, made, facts, TODAY),
        plan_paper.again(theirs, made, facts, TODAY),
    ]


def _gathered(name: str, written: str) -> list[Screen]:
    """Morning messages and reminders with more than anybody would read."""
    progress = Progress(7, 8, average=True, per_week=7)
    weeks = [digest.Week(name, progress)] * MANY
    own = digest.milestone(name, Milestone.OWN_DATE, written[:LONGEST_OWN_DATE], TODAY, TODAY + timedelta(days=30))
    asks = (Ask.MESSAGES, Ask.SILENCE, Ask.CALL)
    still_open = [Line(ID + n, ID, asks[n % 3], Stands.OPEN, own) for n in range(MANY)]
    half = [*still_open[:5], *(Line(ID + n, ID, Ask.PROMISE, Stands.TOMORROW, own) for n in range(MANY))]
    still = targets.still(name, replace(progress, met=0, since=TODAY - timedelta(days=20)), TODAY)
    slips = tuple(Line(ID + n, ID, Ask.TARGET, Stands.OPEN, still) for n in range(MANY))
    return [
        digest.digest(name, still_open, last_week=weeks, this_week=weeks, undo=ID),
        digest.digest(name, half, last_week=weeks, this_week=weeks, undo=ID),
        targets.reminder(slips, undo=ID),
    ]


def _meanwhile(name: str) -> Meanwhile:
    """Everything at once, over a year."""
    kinds, faces = Counter(dict.fromkeys(ContactKind, MANY)), (Face.VERY_BAD,) * MANY
    quiet = (Quiet(TODAY, name, heard_again=False),) * MANY
    done = (Milestone.LEVENSLIJN,) * MANY
    contacts = {f"{number}{name}": kinds for number in range(MANY)}
    return Meanwhile(ID, name, contacts, faces, MANY, MANY, quiet, done, wants_quiet=True)


def length(text: Text, code: str) -> int:
    """As Telegram counts it, with the mark that a repeated message gets."""
    mark = language(code).show(_("(perhaps for the second time)")) + "\n"
    return units(read_html(mark + language(code).show(text)).plain)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_every_message_fits(code: str, name: str, written: str) -> None:
    for screen in screens(name, written):
        room = CAPTION if screen.is_caption else TEXT
        assert 0 < length(screen.text, code) <= room, language(code).plain(screen.text)[:200]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_button_fits(code: str) -> None:
    for screen in screens(NAMES["emoji"], WRITTEN["letters"]):
        buttons = [button for row in screen.buttons for button in row]
        assert len(buttons) <= 100
        for button in buttons:
            assert button.tap is not None
            assert len(button.tap.data.encode()) <= DATA
            assert language(code).plain(button.label)
