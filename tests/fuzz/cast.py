"""Who is there while bad input comes in: Sam with a whole story, and everybody who has no right to any of it."""

from __future__ import annotations

from dataclasses import dataclass

from programme.checkin import Face
from sandbox.town import Town
from store.tables import Checkin
from tests.fuzz.story import sams_story
from tests.people import Phone, coordinator, row_of, staff, teamcoach, today, youth
from tests.scenarios.test_push import hush

# None of Sam's numbers.
HERS = 99


@dataclass(frozen=True)
class Cast:
    """Phones by name, and the numbers of all that is Sam's."""

    phones: dict[str, Phone]
    numbers: tuple[int, ...]

    def name_of(self, account: int) -> str:
        """Whose account it is; empty for somebody who was never seen."""
        return next((name for name, phone in self.phones.items() if phone.user.id == account), "")


# Sam, Lotte and Bram have a right to Sam's story; these have none.
OUTSIDERS = ("Mo", "Noor", "Tine", "Stranger")
EVERYBODY = ("Sam", "Lotte", "Bram", "An", *OUTSIDERS)
# Whoever a line of the table may be for: as Sam's people, or in their role for everybody.
IN_THEIR_ROLE = ("Sam", "Lotte", "Bram", "Tine", "An")


async def gather(town: Town) -> Cast:
    """Sam and Lotte with their story, and Bram, the duo; Mo and Noor, who walk together; Tine, An, and somebody without
    a place.
    """
    numbers = await sams_story(town)
    noor = await staff(town, "Noor")
    mo = await youth(town, "Mo", noor)
    async with town.spoor.database.write() as session:
        me = await row_of(town, mo)
        own = Checkin(id=HERS, youth_id=me.id, day=today(town), opener=0, asked_at=town.now())
        own.face, own.answered_at = Face.GOOD, town.now()
        session.add(own)
    await coordinator(town)
    await teamcoach(town)
    stranger = town.person("Stranger")
    town.telegram.accounts.change(stranger.user.id, opened=True)
    phones = {name: town.person(name) for name in EVERYBODY}
    hush(*phones.values())
    return Cast(phones, tuple(numbers))


def on_their_phones(*phones: Phone) -> list[str]:
    """The data of the buttons that they have."""
    messages = (message for phone in phones for message in phone.sees())
    return [button.data for message in messages for button in message.buttons if button.data]
