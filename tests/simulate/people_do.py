"""What people do, each deed through their phone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from random import Random

from sqlalchemy import func, select

from sandbox.model import Button, Message
from store.tables import Checkin
from tests.simulate.deeds import Kind
from tests.simulate.village import Village, kind_of

Do = Callable[[Village, str, Random], Awaitable[None]]

#: Drawings and papers are made elsewhere; whoever looks at random would make hundreds.
SELDOM = {"timeline", "wshow", "wpage", "planmake", "paper", "wbeside", "wfirst", "wlooked", "agendafile", "youthoff"}
#: What would end the story of a youth; now and then.
ENDS = {"yearwhy", "yearstoptoday", "passsend", "ended"}
COMMANDS = ("/jongeren", "/berichten", "/oproepen", "/contact", "/agenda", "/plan", "/instellingen", "/afwezig")
MORE_COMMANDS = ("/bereikbaar", "/hulp", "/start", "/onzin")
OF_YOUTHS = ("/hulp", "/instellingen", "/plan", "/start", "/belme", "🕸", "/pauze")
CRY = "ik wil dood"


async def answers(village: Village, name: str, chance: Random) -> None:
    """A face, under the newest question."""
    found = village.buttons(name, {"face"}, newest=4)
    if found:
        newest = max(int(data(button).split(":")[1]) for _, button in found)
        await taps(village, name, chance.choice([one for one in found if int(data(one[1]).split(":")[1]) == newest]))
    else:
        await _taps_any(village, name, {"another", "rhythm", "time", "woalone", "nzgood", "action"}, chance)


async def tells(village: Village, name: str, chance: Random) -> None:
    """Something with the answer."""
    if await _taps_any(village, name, {"tell"}, chance):
        for _ in range(chance.randint(1, 3)):
            await says(village, name, chance)


async def writes(village: Village, name: str, chance: Random) -> None:
    """Something to whoever walks along."""
    await says(village, name, chance)


async def calls(village: Village, name: str, chance: Random) -> None:
    """Bel me, or something about a call that was asked for."""
    about = {"callwish", "calloff", "callnight", "callagain", "callwrite", "callme"}
    if chance.random() < 0.5 or not await _taps_any(village, name, about, chance):
        await village.phones[name].says("/belme")
        if chance.random() < 0.7:
            await _taps_any(village, name, about, chance)


async def wanders(village: Village, name: str, chance: Random) -> None:
    """Taps what there is, some times in a row."""
    if chance.random() < 0.4:
        await village.phones[name].says(chance.choice(OF_YOUTHS))
    for _ in range(chance.randint(1, 5)):
        await _taps_any(village, name, None, chance)


async def digs(village: Village, name: str, chance: Random) -> None:
    """Something from long ago."""
    await _taps_any(village, name, None, chance, newest=200)


async def pauses(village: Village, name: str, chance: Random) -> None:
    """No questions for a while."""
    await village.phones[name].says("/pauze")
    await _taps_any(village, name, {"pause"}, chance, newest=1)


async def stops(village: Village, name: str, chance: Random) -> None:
    """No questions any more."""
    await village.phones[name].says("/stop")
    await _taps_any(village, name, {"stop"}, chance, newest=1)


async def returns(village: Village, name: str, chance: Random) -> None:
    """Questions after all."""
    if await _taps_any(village, name, {"again"}, chance, newest=8):
        return
    await village.phones[name].says("/stop")
    await _taps_any(village, name, {"again"}, chance, newest=1)


async def hints(village: Village, name: str, chance: Random) -> None:
    """Words that hint at suicide."""
    await says(village, name, chance, CRY)


async def looks_in(village: Village, name: str, chance: Random) -> None:
    """A colleague taps what there is."""
    for _ in range(chance.randint(1, 4)):
        await _taps_any(village, name, None, chance)


async def asks_for_a_page(village: Village, name: str, chance: Random) -> None:
    """A command, and what it leads to."""
    await village.phones[name].says(chance.choice([*COMMANDS, *COMMANDS, *MORE_COMMANDS]))
    for _ in range(chance.randint(0, 4)):
        await _taps_any(village, name, None, chance, newest=1)


async def replies(village: Village, name: str, chance: Random) -> None:
    """A colleague writes to a youth: in reply to what stands there, or to nobody in particular."""
    shown = [one for one in village.phones[name].sees() if one.from_bot][-8:]
    to = chance.choice(shown) if shown and chance.random() < 0.7 else None
    await says(village, name, chance, reply_to=to)
    await _taps_any(village, name, {"sayto", "unsay"}, chance, newest=2)


async def notes(village: Village, name: str, chance: Random) -> None:
    """A contact, somehow."""
    await village.phones[name].says("/contact")
    for _ in range(3):
        await _taps_any(village, name, {"cwith", "cothers", "ckind", "cwhen", "cday"}, chance, newest=1)


async def blocks(village: Village, name: str, chance: Random) -> None:  # noqa: ARG001 - as all deeds
    """Block the bot."""
    await village.phones[name].blocks()


async def moves(village: Village, name: str, chance: Random) -> None:
    """Another phone, with an account of its own."""
    if not village.town.is_open:
        return
    link = await village.new_link(name)
    fresh = village.town.person(f"{name} later {chance.randrange(10**9)}")
    if village.telegram.has_blocked(village.phones[name].user):
        return
    village.phones[name] = fresh
    await fresh.opens(link)


async def unblocks(village: Village, name: str) -> None:
    """The bot may speak again."""
    await village.phones[name].unblocks()


async def says(village: Village, name: str, chance: Random, words: str = "", reply_to: Message | None = None) -> None:
    """Words with one among them that nobody else says."""
    word = f"w{chance.randrange(10**9):09}"
    village.known.said[word] = name
    await village.phones[name].says(f"{words} {word}".strip(), reply_to=reply_to)


async def taps(village: Village, name: str, what: tuple[Message, Button]) -> None:
    """A button. Of a face under the newest question it is known that it is to be kept."""
    message, button = what
    if kind_of(button) == "face" and village.town.is_open and name not in village.known.away:
        question, face = (int(part) for part in data(button).split(":")[1:])
        if await _is_newest(village, name, question):
            village.known.faces[question] = face
    if kind_of(button) == "calto":
        call, colleague = (int(part) for part in data(button).split(":")[1:])
        village.known.passed.add((call, colleague))
    await village.phones[name].forges(data(button), on=message)


async def _taps_any(village: Village, name: str, kinds: set[str] | None, chance: Random, newest: int = 4) -> bool:
    found = village.buttons(name, kinds, newest)
    if found:
        what = chance.choice(found)
        kind = kind_of(what[1])
        if (kind in SELDOM and chance.random() > 0.05) or (kind in ENDS and chance.random() > 0.02):
            return False
        await taps(village, name, what)
    return bool(found)


async def _is_newest(village: Village, name: str, question: int) -> bool:
    async with village.town.spoor.database.read() as session:
        mine = select(func.max(Checkin.id)).where(Checkin.youth_id == village.ids[name])
        return await session.scalar(mine) == question


def data(button: Button) -> str:
    """What it says to the bot."""
    return button.data or ""


DO: dict[Kind, Do] = {
    Kind.ANSWERS: answers,
    Kind.TELLS: tells,
    Kind.WRITES: writes,
    Kind.CALLS: calls,
    Kind.WANDERS: wanders,
    Kind.DIGS: digs,
    Kind.PAUSES: pauses,
    Kind.STOPS: stops,
    Kind.RETURNS: returns,
    Kind.HINTS: hints,
    Kind.LOOKS_IN: looks_in,
    Kind.COMMANDS: asks_for_a_page,
    Kind.REPLIES: replies,
    Kind.NOTES: notes,
    Kind.BLOCKS: blocks,
    Kind.MOVES: moves,
}
