"""Killed at any point while a youth asks for a call, and people take it, pass it on or forget it: nobody is forgotten,
nobody hears it twice without being told so, and what stands on each phone is true."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from itertools import count

import pytest
from sqlalchemy import func, select

from programme.call import CallEnd
from sandbox.town import Town
from store import call, crisis
from store.tables import Alarm, Call, Contact
from tests.faults.axe import Axe, dies
from tests.faults.test_killed_talking import After, Scene, judge, last_id
from tests.people import Phone, sam_with_lotte
from tests.scenarios.test_call import ASKS
from tests.scenarios.test_push import hush

CRY, ALERT = "ik wil niet meer leven", "Sam vraagt aandacht"
TOLD = "Ik heb Lotte gevraagd"


@dataclass(frozen=True)
class Act:
    """What happens, after something else happened; and what it comes to."""

    name: str
    before: tuple[str, ...]
    """Taps and words, as "Sam: Bel me" and "Lotte: [Ik bel nu]"."""
    deed: str
    """The same; or so many minutes."""
    after: Callable[[Scene], After]
    holds: Callable[[Call], bool] | None = None
    """Of the request."""
    calls: int = field(default=0)
    """How many telephone contacts are noted by it."""


ASKED = ("Sam: 📞 Bel me", "Sam: [Zo snel mogelijk]")
TAKEN = (*ASKED, "Lotte: [Ik bel nu]")

ACTS = [
    Act(
        "asks",
        (),
        "Sam: 📞 Bel me",
        lambda _: After(sam=("Wanneer wil je",)),
        lambda row: row.wished_at is None and row.ended_at is None,
    ),
    Act(
        "chooses when",
        ASKED[:1],
        ASKED[1],
        lambda scene: After(lotte=(ASKS,), stands=((scene.sam, TOLD),)),
        lambda row: row.step == 1 and row.taken_by is None,
    ),
    Act(
        "chooses nothing",
        ASKED[:1],
        "4 minutes",
        lambda _: After(sam=(TOLD,), lotte=(ASKS,)),
        lambda row: row.step == 1 and row.wished_at is not None,
    ),
    Act(
        "nobody takes it",
        ASKED,
        "16 minutes",
        lambda _: After(lotte=("Nog niemand nam het op",), bram=("Nog niemand nam het op",)),
        lambda row: row.step == 2,
    ),
    Act(
        "takes it",
        ASKED,
        "Lotte: [Ik bel nu]",
        lambda scene: After(sam=("Lotte belt je zo",), stands=((scene.lotte, "Jij belt Sam nu"),)),
        lambda row: row.taken_by is not None,
    ),
    Act(
        "promises it",
        (*ASKED, "Lotte: [Ik bel om …]"),
        "Lotte: [30]",
        lambda scene: After(sam=("Lotte belt je",), stands=((scene.lotte, "Jij belt Sam vandaag om"),)),
        lambda row: row.promised_at is not None and row.taken_at is not None and row.promised_at > row.taken_at,
    ),
    Act(
        "nothing came of it",
        TAKEN,
        "31 minutes",
        lambda _: After(lotte=("Heb je Sam gesproken?",)),
        lambda row: row.reminded == 1,
    ),
    Act(
        "passes it on",
        (*ASKED, "Lotte: [Geef door]"),
        "Lotte: [Bram]",
        lambda _: After(sam=("Lotte vroeg aan Bram",), bram=(ASKS,)),
        lambda row: row.taken_by is None and row.step == 1,
    ),
    Act(
        "cannot after all",
        TAKEN,
        "Lotte: [Ik kan toch niet]",
        lambda _: After(
            sam=("Lotte kan toch niet",), lotte=("Nog niemand nam het op",), bram=("Nog niemand nam het op",)
        ),
        lambda row: row.taken_by is None and row.step == 2,
    ),
    Act(
        "did not reach them",
        TAKEN,
        "Lotte: [Niet bereikt]",
        lambda scene: After(sam=("Lotte belde je net",), stands=((scene.lotte, "Sam nam niet op"),)),
        lambda row: row.not_reached_at is not None,
    ),
    Act(
        "is called again",
        (*TAKEN, "Lotte: [Niet bereikt]"),
        "Sam: [Over een uur]",
        lambda scene: After(lotte=("Jij belt Sam",), stands=((scene.sam, "Lotte belt je"),)),
        lambda row: row.not_reached_at is None and row.promised_at is not None,
    ),
    Act(
        "speaks",
        TAKEN,
        "Lotte: [Gesproken]",
        lambda scene: After(stands=((scene.lotte, "✓ Lotte heeft Sam gesproken"),)),
        lambda row: row.end is CallEnd.SPOKEN,
        calls=1,
    ),
    Act(
        "needs it no more",
        ASKED,
        "Sam: [Niet meer nodig]",
        lambda scene: After(stands=((scene.sam, "er belt niemand"), (scene.lotte, "hoeft geen telefoontje meer"))),
        lambda row: row.end is CallEnd.WITHDRAWN,
    ),
    Act(
        "hints",
        (),
        f"Sam: {CRY}",
        lambda _: After(sam=("Dat klinkt zwaar",), lotte=(ALERT, f"Sam: {CRY}"), bram=(ALERT, f"Sam: {CRY}")),
    ),
    Act(
        "nobody is in touch",
        (f"Sam: {CRY}",),
        "31 minutes",
        lambda _: After(lotte=(ALERT,), bram=(ALERT,)),
    ),
    Act(
        "is in touch",
        (f"Sam: {CRY}",),
        "Lotte: [Ik heb contact]",
        lambda scene: After(
            stands=((scene.lotte, "✓ Lotte heeft contact"), (scene.town.person("Bram"), "✓ Lotte heeft contact"))
        ),
    ),
    Act(
        "meant something else",
        (f"Sam: {CRY}",),
        "Sam: [Ik bedoelde iets anders]",
        lambda scene: After(stands=((scene.sam, "Oké. Goed dat je het zegt"), (scene.lotte, "iets anders"))),
    ),
]


def begin(scene: Scene, deed: str) -> Callable[[], Awaitable[None]]:
    """Somebody does this, and the bot does not hear it yet; how it hears."""
    who, _, what = deed.partition(": ")
    if not what:
        return lambda: scene.town.wind(minutes=int(deed.split()[0]))
    phone = {one.user.first_name: one for one in scene.phones}[who]
    if what.startswith("["):
        tap(scene, phone, what[1:-1])
    else:
        scene.town.telegram.write(phone.user, what)
    return scene.town.settle


def tap(scene: Scene, phone: Phone, label: str) -> None:
    message, button = next(
        (message, button)
        for message in reversed(phone.sees())
        for button in message.buttons
        if label in button.text and button.data
    )
    scene.town.telegram.tap(phone.user, message.id, button.data or "")


async def contacts(town: Town) -> int:
    async with town.spoor.database.read() as session:
        return await session.scalar(select(func.count()).select_from(Contact)) or 0


async def newest(town: Town) -> Call:
    async with town.spoor.database.read() as session:
        return (await session.scalars(select(Call).order_by(Call.id.desc()).limit(1))).one()


async def over(scene: Scene) -> None:
    """Whatever is open is over, for the next time; on a day of its own, at 9u."""
    async with scene.town.spoor.database.write() as session:
        for row in await session.scalars(select(Call).where(Call.ended_at.is_(None))):
            await call.end(session, row, CallEnd.WITHDRAWN, row.youth_id, scene.town.now())
        for alarm in await session.scalars(select(Alarm).where(Alarm.taken_up_at.is_(None))):
            await crisis.take_up(session, alarm, alarm.youth_id, scene.town.now())
    await scene.town.wind(minutes=11)
    hush(*scene.phones)


@pytest.fixture
def axe(monkeypatch: pytest.MonkeyPatch) -> Axe:
    """Over whatever town is opened after this."""
    return Axe(monkeypatch)


@pytest.mark.parametrize("act", ACTS, ids=[act.name for act in ACTS])
@pytest.mark.asyncio
async def test_killed_at_each_step_nobody_is_forgotten(axe: Axe, town: Town, act: Act) -> None:
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    await sam.says("hoi")
    scene = Scene(town, sam, lotte, lotte.expects("Sam: hoi"))
    for steps in count():
        for deed in act.before:
            await begin(scene, deed)()
        hush(*scene.phones)
        before, noted = last_id(scene), await contacts(town)
        death = await dies(town, axe, steps, begin(scene, act.deed))
        if death is not None:
            await town.restart()
            await town.wind(seconds=10)
        judge(scene, act.after(scene), before, [death] if death else [])
        if act.holds is not None:
            row = await newest(town)
            assert act.holds(row), (death, row)
        assert await contacts(town) == noted + act.calls
        if death is None:
            break
        await over(scene)
    assert steps > 3
