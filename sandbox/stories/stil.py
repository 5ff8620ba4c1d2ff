"""Sam goes silent: the begeleider hears of it, two days later the duo, and Sam never."""

from __future__ import annotations

from sandbox.cast import DEMO
from sandbox.stories.story import FACES, Both, Stage, Story
from sandbox.wishes import Step

# What settles a silence: saying that one will, or that one did.
SILENT = ("Ik neem contact op", "📝 Contact noteren")
# What stands under the morning message, and under a word about the meetings of a week.
MORNING = ("📝 Contact", "Gedaan", "Morgen")
TARGET = ("📝 Contact", "Niet deze week")

STIL = Story("stil", Both("Sam is stil", "Sam goes silent"), DEMO.only("Sam", "Lotte", "Bram"))


async def a_day_without_an_answer(stage: Stage) -> None:
    """One soft nudge, and the next morning the next question."""
    await stage.winds(Step.DAY)
    await stage.expects("Sam", "", buttons=FACES)
    await stage.expects("Sam", "Sam", buttons=FACES)


@STIL.scene(
    "Dinsdag, 10u. Sam krijgt de vraag van vandaag, en tikt niets aan.",
    "Tuesday, 10:00. Sam gets today's question, and taps nothing.",
    "Sam",
    "Lotte",
)
async def sam_is_asked(stage: Stage) -> None:
    """The last question before the silence."""
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Sam", buttons=FACES)


@STIL.scene(
    "Eén keer per dag komt er een zachte herinnering, zonder verwijt. Lotte hoort nog niets: een dag stil mag.",
    "Once a day there is a soft nudge, without reproach. Lotte hears nothing yet: a quiet day is fine.",
    "Sam",
    "Lotte",
)
async def a_quiet_day(stage: Stage) -> None:
    """Nobody hears of one day."""
    await a_day_without_an_answer(stage)


@STIL.scene(
    "Na twee dagen hoort Lotte het. Eén bericht, met het laatste antwoord en wat je kan doen.",
    "After two days Lotte hears of it. One message, with the last answer and what can be done.",
    "Lotte",
    "Sam",
)
async def lotte_hears(stage: Stage) -> None:
    """The begeleider is told."""
    await a_day_without_an_answer(stage)
    await stage.expects("Lotte", "Sam is 2 dagen stil.\nLaatste antwoord: 🙂 maandag.", buttons=SILENT)


@STIL.scene(
    "Op Lottes ochtendlijst staat het de volgende dag weer. Nog een dag later hoort ook Bram het, de duo.",
    "The next day it is on Lotte's morning list. A day later Bram, the duo, hears it too.",
    "Bram",
    "Lotte",
)
async def bram_hears(stage: Stage) -> None:
    """The duo is told."""
    await a_day_without_an_answer(stage)
    await stage.expects("Lotte", "Sam is 3 dagen stil.", buttons=MORNING)
    await stage.expects("Lotte", "Nog 2 keer samen met Sam deze week", buttons=TARGET)
    await a_day_without_an_answer(stage)
    await stage.expects("Bram", "Sam is 4 dagen stil.\nLotte weet het al.", buttons=SILENT)


@STIL.scene(
    "Lotte tikt “Ik neem contact op”. Bram ziet dat het geregeld is, en hoeft niets te doen.",
    "Lotte taps “Ik neem contact op”. Bram sees that it is settled, and has nothing to do.",
    "Lotte",
    "Bram",
)
async def lotte_settles(stage: Stage) -> None:
    """One tap for both."""
    await stage.taps("Lotte", "Ik neem contact op")
    await stage.expects("Lotte", "Jij neemt contact op met Sam.", buttons=["Contact noteren"], edited=True)
    await stage.expects("Bram", "Sam was stil. Lotte neemt contact op.", buttons=[], edited=True)


@STIL.scene(
    "Een uur later tikt Sam weer. Van de stilte zag Sam nooit een woord: alles gaat gewoon verder.",
    "An hour later Sam taps again. Of the silence Sam never saw a word: everything simply goes on.",
    "Sam",
    "Lotte",
)
async def sam_is_back(stage: Stage) -> None:
    """The youth never hears that they were quiet."""
    await stage.winds(Step.HOUR)
    await stage.taps("Sam", "😐 Gaat wel")
    await stage.expects("Sam", "Jij: 😐 Gaat wel", edited=True)
    await stage.expects("Lotte", "Sam: 😐 Gaat wel")
    await stage.expects_no_word("Sam", "stil.", "contact")
