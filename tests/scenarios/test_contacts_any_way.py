"""Whatever is noted, corrected, taken away and put back: what stands is what a simple model says."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from chat.screens.contacts import ContactTapped, DayTapped, KindTapped, PutBackTapped, RemoveTapped, WhenTapped
from chat.taps import Tap
from programme.contacts import NOTED_WITHIN, WITH_THE_YOUTH, ContactKind, When
from sandbox.town import Town
from store import contacts, promises
from store.tables import Contact
from tests.people import Phone, row_of, staff, today, youth

KIND = st.sampled_from(list(ContactKind))
WHICH = st.integers(0, 1)
ACT = st.one_of(
    st.tuples(st.just("note"), KIND, st.integers(1, 2)),
    st.tuples(st.just("when"), WHICH, st.sampled_from([When.NOW, When.EARLIER, When.YESTERDAY])),
    st.tuples(st.just("day"), WHICH, st.integers(0, 61)),
    st.tuples(st.just("remove"), WHICH, st.integers(1, 2)),
    st.tuples(st.just("back"), WHICH, KIND),
)

Act = tuple[str, ContactKind | int, ContactKind | When | int]
FIRST: Act = ("note", ContactKind.FACE_TO_FACE, 1)


@dataclass
class Model:
    """What a contact should be."""

    kind: ContactKind
    day: date
    removed: bool = False


def test_what_stands_is_what_the_model_says(prepared: Path) -> None:
    """In one town, with another youth each time."""
    names = count()
    with asyncio.Runner() as runner:
        town = Town(prepared)
        runner.run(town.open())

        @settings(max_examples=8, deadline=None)
        @given(st.lists(ACT, min_size=3, max_size=7))
        def holds(acts: list[Act]) -> None:
            runner.run(_walk(town, f"Jo{next(names)}", acts))

        holds()
        runner.run(town.close())


async def _walk(town: Town, name: str, acts: list[Act]) -> None:
    """Lotte promises to get in touch with this youth, does all that, and something stands."""
    lotte = await staff(town, "Lotte")
    jo = await youth(town, name, lotte, at=None)
    young, guide = (await row_of(town, jo)).id, (await row_of(town, lotte)).id
    async with town.spoor.database.write() as session:
        await promises.make(session, young, guide, town.now(), today(town))
    await lotte.says("/instellingen")  # a message to tap on
    models: dict[int, Model] = {}
    for act in [FIRST, *acts]:
        await _do(town, lotte, young, act, models)
    alive = [model for model in models.values() if not model.removed]
    async with town.spoor.database.read() as session:
        found = await contacts.newest(session, young)
        open_ones = await promises.open_about(session, young)
    assert sorted((entry.kind, entry.day) for entry in found) == sorted((each.kind, each.day) for each in alive)
    kept = any(model.kind in WITH_THE_YOUTH and model.day >= today(town) for model in alive)
    assert bool(open_ones) is not kept


async def _do(town: Town, lotte: Phone, young: int, act: Act, models: dict[int, Model]) -> None:
    """One act on the phone, and in the model."""
    match act:
        case ("note", ContactKind() as kind, int(times)):
            await lotte.forges(ContactTapped(young).data, on=lotte.sees()[-1])
            question = lotte.sees()[-1]
            for _ in range(times):
                town.telegram.forge(lotte.user, question, KindTapped(young, kind).data)
            await town.settle()
            models[await _newest(town, young)] = Model(kind, today(town))
        case (str(what), int(which), how) if models and what != "note":
            contact_id = sorted(models)[which % len(models)]
            for tap in _taps(town, what, contact_id, how):
                await lotte.forges(tap.data, on=lotte.sees()[-1])
            _correct(models[contact_id], today(town), what, how)
        case _:
            return
    _hush(lotte)


def _taps(town: Town, what: str, contact_id: int, how: object) -> list[Tap]:
    """What is tapped for it; a removal perhaps twice."""
    match what, how:
        case "when", When() as when:
            return [WhenTapped(contact_id, when)]
        case "day", int(back):
            return [DayTapped(contact_id, today(town).toordinal() - back)]
        case "back", ContactKind() as kind:
            return [PutBackTapped(contact_id, kind)]
        case _, int(times):
            return [RemoveTapped(contact_id)] * times
        case _:
            raise ValueError(what)


def _correct(model: Model, day: date, what: str, how: object) -> None:
    """The same in the model: what was taken away is not corrected, only put back; what stands is not put back."""
    match what, how:
        case "back", ContactKind() as kind if model.removed:
            model.kind, model.removed = kind, False
        case "when", When() as when if not model.removed:
            model.day = day - timedelta(days=1) if when is When.YESTERDAY else day
        case "day", int(back) if not model.removed and back <= NOTED_WITHIN.days:
            model.day = day - timedelta(days=back)
        case "remove", _:
            model.removed = True


async def _newest(town: Town, young: int) -> int:
    """The id of what was noted last."""
    async with town.spoor.database.read() as session:
        return await session.scalar(select(func.max(Contact.id)).where(Contact.youth_id == young)) or 0


def _hush(phone: Phone) -> None:
    for arrival in phone.unexpected():
        arrival.expected = True
