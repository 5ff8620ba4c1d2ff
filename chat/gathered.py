"""A message that gathers, as it is now: its lines from the facts, and how the weeks go."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from chat.language import Text
from chat.occasion import Manner, Occasion
from chat.screen import Screen
from chat.screens import digest as screens
from chat.screens import targets as target_screens
from chat.screens.digest import Week
from chat.screens.lines import Line, Stands
from programme.digest import Ask, expires_at, looks_back
from programme.targets import Walk, counts_on, monday_of, of_week, slips
from programme.workdays import A_WEEK
from store import asks, away, digest, people, promises, spiderweb_offer, talk, year
from store.tables import Bundle, Digest, DigestItem, Lane, Person, Promise, Silence, Talk

Drawn = Callable[[int | None], Screen]
"""The message, with a way back on the line of that id."""

KINDS = {Bundle.DIGEST: screens.DIGEST, Bundle.TARGETS: target_screens.TARGETS}


async def say(occasion: Occasion, bundle: Digest) -> None:
    """Say it, as it is now. What cannot leave before the day's work ends is not said."""
    person, screen = await occasion.session.get_one(Person, bundle.person_id), await screen_of(occasion, bundle)
    bundle.shown = mark(screen)
    until = expires_at(occasion.now, occasion.setting.zone)
    manner = Manner(KINDS[bundle.bundle], Lane.PLANNED, about=bundle.id, expires_at=until)
    await occasion.say(screen, person, manner)


def mark(screen: Screen) -> str:
    """What tells one screen from another."""
    return hashlib.sha256(repr(screen).encode()).hexdigest()


async def screen_of(occasion: Occasion, bundle: Digest) -> Screen:
    """The whole message."""
    return (await drawn(occasion, bundle))(None)


async def drawn(occasion: Occasion, bundle: Digest) -> Drawn:
    """The same, of which the line that was tapped just now may show a way back."""
    person = await occasion.session.get_one(Person, bundle.person_id)
    lines = await _lines(occasion, bundle)
    if bundle.bundle is Bundle.TARGETS:
        return partial(target_screens.reminder, tuple(lines))
    before = await last_week(occasion, person) if looks_back(bundle.day) else ()
    now = await _this_week(occasion, person, bundle.day)
    return lambda undo: screens.digest(person.name, lines, last_week=before, this_week=now, undo=undo)


async def last_week(occasion: Occasion, person: Person) -> list[Week]:
    """How the week before this one went with each youth they look after."""
    return [week for _, week in await _weeks(occasion, person, monday_of(occasion.today) - A_WEEK)]


async def _this_week(occasion: Occasion, person: Person, day: date) -> list[Week]:
    """How the week of `day` goes with each youth they look after whose days still count then."""
    return [week for walk, week in await _weeks(occasion, person, monday_of(day)) if counts_on(walk, day)]


async def _weeks(occasion: Occasion, person: Person, monday: date) -> list[tuple[Walk, Week]]:
    names = {one.id: one.name for one in await away.looks_after(occasion.session, person.id, occasion.today)}
    years = await people.years_of(occasion.session, names)
    walks = await year.walks_of(occasion.session, years, occasion.setting.zone)
    met = await asks.all_met(occasion.session, names, occasion.today)
    weeks = ((each, of_week(walks[each], met.get(each, ()), monday)) for each in names)
    return [(walks[each], Week(names[each], progress)) for each, progress in weeks if progress]


async def _walk(occasion: Occasion, youth_id: int) -> tuple[Walk, Sequence[date]]:
    walk = await year.walk_of(occasion.session, youth_id, occasion.setting.zone)
    return walk, await asks.met(occasion.session, youth_id, occasion.today)


# --- The lines ---


async def _lines(occasion: Occasion, bundle: Digest) -> list[Line]:
    """Those about youths that this person still walks with."""
    found = []
    for item in await digest.items(occasion.session, bundle.id):
        youth = await people.youth_seen_by(occasion.session, bundle.person_id, item.youth_id)
        if youth is not None:
            found.append(await line_of(occasion, bundle, item, youth))
    return found


async def line_of(occasion: Occasion, bundle: Digest, item: DigestItem, youth: Person) -> Line:
    """A line as it is now."""
    if item.ask is Ask.TARGET:
        waits = await _still_slips(occasion, bundle, youth)
    else:
        waits = await asks.still_waits(occasion.session, item, occasion.today)
    if waits and item.ask is Ask.MESSAGES and (by := await _taken_up_by(occasion, item)) is not None:
        other = None if by.id == bundle.person_id else by.name
        return Line(item.id, youth.id, item.ask, Stands.TAKEN_UP, screens.taken_up(youth.name, other))
    stands = Stands.OPEN if waits else Stands.DONE
    if waits and item.again_on is not None and item.again_on > occasion.today:
        stands = Stands.TOMORROW
    text = await _text(occasion, bundle, item, youth, waits=waits)
    return Line(item.id, youth.id, item.ask, stands, text)


async def _taken_up_by(occasion: Occasion, item: DigestItem) -> Person | None:
    """Who said, since these words, that they will get in touch."""
    said = await occasion.session.get_one(Talk, item.subject)
    promise = await promises.covering(occasion.session, item.youth_id, said.at)
    return None if promise is None else await occasion.session.get_one(Person, promise.by_id)


async def _still_slips(occasion: Occasion, bundle: Digest, youth: Person) -> bool:
    if await year.is_week_off(occasion.session, youth.id, monday_of(bundle.day)):
        return False
    return slips(*await _walk(occasion, youth.id), bundle.day) is not None


async def _text(occasion: Occasion, bundle: Digest, item: DigestItem, youth: Person, *, waits: bool) -> Text:
    match item.ask:
        case Ask.MESSAGES:
            return await _messages(occasion, item, youth) if waits else screens.answered(youth.name)
        case Ask.SILENCE:
            return await _silence(occasion, bundle, item, youth, waits=waits)
        case Ask.PROMISE:
            return await _promise(occasion, bundle, item, youth) if waits else screens.kept(youth.name)
        case Ask.YEAR_OVER:
            return await _year_over(occasion, item, youth, waits=waits)
        case Ask.CALL | Ask.MEETING:
            if not waits or item.due_on is None:
                return screens.nazorg_held(youth.name, item.ask)
            return screens.nazorg(youth.name, item.ask, item.due_on, occasion.today)
        case Ask.MILESTONE:
            return await _milestone(occasion, item, youth, waits=waits)
        case Ask.WEB:
            return await _web(occasion, item, youth, waits=waits)
        case Ask.TARGET:
            return await _target(occasion, bundle, youth)


async def _messages(occasion: Occasion, item: DigestItem, youth: Person) -> Text:
    waiting = [row for row in await talk.waiting(occasion.session, youth.id) if row.id <= item.subject]
    since = occasion.local(waiting[0].at)
    return screens.wrote(youth.name, len(waiting), since.date(), occasion.local_time(waiting[0].at), occasion.today)


async def _silence(occasion: Occasion, bundle: Digest, item: DigestItem, youth: Person, *, waits: bool) -> Text:
    row = await occasion.session.get_one(Silence, item.subject)
    if not waits:
        return screens.quiet_no_more(youth.name, heard=row.settled_by is None)
    return screens.quiet(youth.name, (bundle.day - occasion.local(row.since).date()).days)


async def _promise(occasion: Occasion, bundle: Digest, item: DigestItem, youth: Person) -> Text:
    row = await occasion.session.get_one(Promise, item.subject)
    by = await occasion.session.get_one(Person, row.by_id)
    other = None if by.id == bundle.person_id else by.name
    return screens.promised(youth.name, other, row.day, occasion.today)


async def _year_over(occasion: Occasion, item: DigestItem, youth: Person, *, waits: bool) -> Text:
    if waits:
        return screens.year_over(youth.name)
    ends = (await people.year_of(occasion.session, youth.id)).ends
    return screens.year_over_known(youth.name, ends if ends != item.due_on else None, occasion.today)


async def _milestone(occasion: Occasion, item: DigestItem, youth: Person, *, waits: bool) -> Text:
    row = await asks.milestone_of(occasion.session, item)
    if row is None:
        return screens.gone(youth.name)
    if waits:
        return screens.milestone(youth.name, row.kind, row.name, row.due_on, occasion.today)
    moved = row.due_on if row.due_on != item.due_on else None
    return screens.milestone_settled(youth.name, row.kind, row.name, moved, occasion.today)


async def _web(occasion: Occasion, item: DigestItem, youth: Person, *, waits: bool) -> Text:
    offered = await spiderweb_offer.of_youth(occasion.session, youth.id, item.subject)
    if not waits or offered is None:
        return screens.web_settled(youth.name)
    return screens.web(youth.name, offered[1].kind, together=offered[0].together_at is not None)


async def _target(occasion: Occasion, bundle: Digest, youth: Person) -> Text:
    if await year.is_week_off(occasion.session, youth.id, monday_of(bundle.day)):
        return target_screens.put_aside(youth.name)
    walk, met = await _walk(occasion, youth.id)
    if progress := slips(walk, met, bundle.day):
        return target_screens.still(youth.name, progress, occasion.today)
    week = of_week(walk, met, monday_of(bundle.day))
    return target_screens.on_its_way(youth.name, 0 if week is None else week.met)
