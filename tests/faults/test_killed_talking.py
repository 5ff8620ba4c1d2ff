"""Killed at any point between what somebody says and its arrival: it arrives once, or twice where Telegram's answer was
lost, and then says so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count, takewhile
from random import Random

import pytest

from sandbox.model import Media, Message
from sandbox.model import MediaKind as Is
from sandbox.town import Town
from tests.faults.axe import Axe, Death, dies
from tests.people import Phone, sam_with_lotte
from tests.scenarios.test_push import hush

MARK = "(misschien voor de tweede keer)"

MESSAGES = ("sendMessage", "sendPhoto", "copyMessage")

Wanted = str | bytes
"""What a message shows: a part of its text, or the file in it."""


@dataclass
class Scene:
    """A town in which somebody says one thing after another."""

    town: Town
    sam: Phone
    lotte: Phone
    copy: Message
    """Something of Sam's on Lotte's phone."""

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Everybody's."""
        return self.sam, self.lotte, self.town.person("Bram")

    async def lottes(self, text: str) -> Message:
        """Lotte said this to Sam, and it arrived."""
        return await self.lotte.says(text, reply_to=self.copy)

    def file(self, kind: Is, text: str) -> Media:
        """A file with this in it."""
        return self.town.telegram.files.keep(kind, text.encode(), name="f.bin", mime="application/octet-stream")


@dataclass(frozen=True)
class After:
    """What each phone shows once it is done: what came, in order; and, changed under it, what stands there or is gone.

    On a phone that is not named comes nothing.
    """

    sam: tuple[Wanted, ...] = ()
    lotte: tuple[Wanted, ...] = ()
    bram: tuple[Wanted, ...] = ()
    stands: tuple[tuple[Phone, str], ...] = ()
    gone: tuple[tuple[Phone, str], ...] = ()


Act = Callable[[Scene, str], Awaitable[After]]
"""Somebody does something with these words. The bot does not hear it yet."""


async def text(scene: Scene, words: str) -> After:
    """Sam writes."""
    evening = scene.town.now().hour >= 16
    await scene.town.wind(hours=16 if evening else 1)  # another talk, of which Sam is told that it was passed on
    scene.town.telegram.write(scene.sam.user, words)
    return After(sam=("Lotte",), lotte=(f"Sam: {words}",))


async def long_text(scene: Scene, words: str) -> After:
    """More than goes in one message."""
    long = f"{'a' * 3500} {'b' * 500} {words}"
    scene.town.telegram.write(scene.sam.user, long)
    return After(
        lotte=(
            f"Sam: {'a' * 3500}",
            f"Sam: {'b' * 500} {words}",
        )
    )


async def voice(scene: Scene, words: str) -> After:
    """Sam speaks."""
    scene.town.telegram.send(scene.sam.user, scene.file(Is.VOICE, words))
    return After(lotte=(words.encode(),))


async def photo(scene: Scene, words: str) -> After:
    """Sam shows something."""
    scene.town.telegram.send(scene.sam.user, scene.file(Is.PHOTO, words), f"kijk: {words}")
    return After(lotte=(words.encode(),))


async def sticker(scene: Scene, words: str) -> After:
    """What has no room for a name has it in a message before it."""
    scene.town.telegram.send(scene.sam.user, scene.file(Is.STICKER, words))
    return After(
        lotte=(
            "Sam stuurt je dit:",
            words.encode(),
        )
    )


async def reply(scene: Scene, words: str) -> After:
    """Lotte answers."""
    scene.town.telegram.write(scene.lotte.user, words, reply_to=scene.copy.id)
    return After(sam=(f"Lotte: {words}",), lotte=("Verstuurd naar Sam",))


async def correction(scene: Scene, words: str) -> After:
    """Sam changes what he wrote."""
    said = await scene.sam.says("eerst dit")
    scene.town.telegram.edit(scene.sam.user, said.id, words)
    return After(lotte=(f"Sam (verbeterd): {words}",))


async def ready_made(scene: Scene, words: str) -> After:  # noqa: ARG001 - they are ready
    """Lotte begins, with words that are ready."""
    await scene.lotte.taps("✍️ Schrijf", on="Begeleider: Lotte")
    await scene.lotte.taps("koffie")
    tap(scene, "Verstuur")
    return After(sam=("Lotte: Dag Sam, zin in een koffie",), stands=((scene.lotte, "Verstuurd naar Sam"),))


async def for_sam(scene: Scene, words: str) -> After:
    """Lotte wrote to nobody in particular, twice, and taps for whom it is."""
    await scene.lotte.says(f"{words} een")
    await scene.lotte.says(f"{words} twee")
    tap(scene, "Sam", on="Voor wie")
    return After(sam=(f"Lotte: {words} een", f"Lotte: {words} twee"), stands=((scene.lotte, "Verstuurd naar Sam"),))


async def for_two(scene: Scene, words: str) -> After:
    """Sam writes while Lotte is away: Bram reads it too."""
    scene.town.telegram.write(scene.sam.user, words)
    return After(lotte=(f"Sam: {words}",), bram=(f"Sam: {words}",))


async def lottes_correction(scene: Scene, words: str) -> After:
    """Lotte changes what she said: it changes on Sam's phone."""
    before = f"{words} fout"
    said = await scene.lottes(before)
    scene.town.telegram.edit(scene.lotte.user, said.id, words)
    return After(stands=((scene.sam, f"Lotte: {words}"),), gone=((scene.sam, before),))


async def withdrawal(scene: Scene, words: str) -> After:
    """Lotte takes back what she said: it goes off Sam's phone."""
    await scene.lottes(words)
    tap(scene, "Terugtrekken")
    return After(stands=((scene.lotte, "Teruggetrokken"),), gone=((scene.sam, words),))


def tap(scene: Scene, label: str, on: str = "") -> None:
    """Lotte taps, and the bot does not hear it yet."""
    message, button = next(
        (message, button)
        for message in reversed(scene.lotte.sees())
        for button in message.buttons
        if label in button.text and on in message.plain
    )
    scene.town.telegram.tap(scene.lotte.user, message.id, button.data or "")


ACTS: list[Act] = [text, long_text, voice, sticker, correction, reply, for_sam, for_two, lottes_correction, withdrawal]


def among(*acts: Act, longer: tuple[Act, ...]) -> pytest.MarkDecorator:
    """Each of these in turn; the longer ones go another way through what was tried already."""
    each = [pytest.param(act, id=act.__name__) for act in acts]
    more = [pytest.param(act, id=act.__name__, marks=pytest.mark.fault) for act in longer]
    return pytest.mark.parametrize("act", [*each, *more])


@pytest.fixture
def axe(monkeypatch: pytest.MonkeyPatch) -> Axe:
    """Over whatever town is opened after this."""
    return Axe(monkeypatch)


async def scene_in(town: Town, act: Act) -> Scene:
    """Sam wrote, and Lotte has it."""
    sam, lotte = await sam_with_lotte(town, at=None, duo="Bram")
    await sam.says("hoi")
    scene = Scene(town, sam, lotte, lotte.expects("Sam: hoi"))
    if act is for_two:
        await lotte.says("/instellingen")
        for label in ("Ik ben er even niet", "Twee weken"):
            await lotte.taps(label)
        await sam.says("Bram?")
    if act is ready_made:
        await lotte.says("/jongeren")
        await lotte.taps("Sam")
    return scene


@among(*ACTS, longer=(photo, ready_made))
@pytest.mark.asyncio
async def test_killed_at_each_step_it_arrives(axe: Axe, town: Town, act: Act) -> None:
    scene, repeated_after = await scene_in(town, act), set[str]()
    for steps in count():
        wanted = await act(scene, f"woord-{steps:03}.")
        before = last_id(scene)
        death = await dies(town, axe, steps, town.settle)
        if death is None:
            judge(scene, wanted, before, [])
            break
        await town.restart()
        if judge(scene, wanted, before, [death]):
            repeated_after.add(death.step)
        await town.wind(seconds=10)
    says = wanted.sam or wanted.lotte
    assert bool(says) is bool(repeated_after & {f"after {method}" for method in MESSAGES})


@among(sticker, longer=(text, reply))
@pytest.mark.asyncio
async def test_killed_again_while_it_recovers_it_arrives(axe: Axe, town: Town, act: Act) -> None:
    scene, chance, killed_again = await scene_in(town, act), Random(3), 0
    for steps in count():
        wanted = await act(scene, f"woord-{steps:03}.")
        before = last_id(scene)
        first = await dies(town, axe, steps, town.settle)
        if first is None:
            judge(scene, wanted, before, [])
            break
        again = await dies(town, axe, chance.randrange(16), town.restart)
        await town.restart()
        judge(scene, wanted, before, [first, *([again] if again else [])])
        killed_again += again is not None
        await town.wind(seconds=10)
    assert killed_again > steps / 2


def last_id(scene: Scene) -> int:
    """The newest message anywhere."""
    return max(message.id for phone in scene.phones for message in phone.sees())


def judge(scene: Scene, after: After, before: int, deaths: list[Death]) -> bool:
    """See that it all came to that, and nothing else. Whether anything came more than once."""
    repeated = False
    for phone, wanted in zip(scene.phones, (after.sam, after.lotte, after.bram), strict=True):
        came = [message for message in phone.sees() if message.from_bot and message.id > before]
        doubts = sum(phone.user.id in death.in_doubt for death in deaths)
        repeated = arrived(came, wanted, phone, doubts) or repeated
    hush(*scene.phones)
    for phone, words in after.stands:
        assert any(words in message.plain for message in phone.sees()), phone.transcript()
    for phone, words in after.gone:
        assert not any(words in message.plain for message in phone.sees()), phone.transcript()
    return repeated


def arrived(came: list[Message], wanted: tuple[Wanted, ...], phone: Phone, doubts: int) -> bool:
    """See that it came in order, once; again only where nobody could know, and then it says so."""
    left, repeated = list(came), False
    for one in wanted:
        times = list(iter(lambda one=one: take(left, one), None))  # type: ignore[misc]
        told = f"{phone.user.first_name}: {one!r} came {len(times)} times, {doubts} in doubt\n{phone.transcript()}"
        assert 1 <= len(times) <= 1 + doubts, told
        assert all(MARK in text for text in times[1:]), told
        assert doubts or MARK not in times[0], told
        repeated = repeated or len(times) > 1
    assert not left, f"{phone.user.first_name} did not wait for {left}\n{phone.transcript()}"
    return repeated


def take(left: list[Message], one: Wanted) -> str | None:
    """The text of what comes next, when it is this; before what has no room for words, the mark comes by itself."""
    marks = list(takewhile(lambda message: message.plain == MARK, left))
    if len(marks) == len(left) or not is_it(left[len(marks)], one):
        return None
    taken, left[:] = left[: len(marks) + 1], left[len(marks) + 1 :]
    return " ".join(message.plain for message in taken)


def is_it(message: Message, one: Wanted) -> bool:
    """Whether a message shows this."""
    if isinstance(one, str):
        return one in message.plain
    return isinstance(message.attachment, Media) and message.attachment.file.content == one
