"""Not for a while: Sam pauses, later stops, the begeleider is told once each time, and Sam comes back."""

from __future__ import annotations

from sandbox.cast import DEMO
from sandbox.stories.story import FACES, Both, Stage, Story
from sandbox.wishes import Step

# What stands under a word to Lotte about how often she and Sam meet.
TARGET = ("📝 Contact", "Niet deze week")

EVEN_NIET = Story("even-niet", Both("Even niet", "Not for a while"), DEMO.only("Sam", "Lotte", "Bram"))


@EVEN_NIET.scene(
    "Sam wil even geen vragen, en kiest zelf hoelang. Lotte hoort het één keer, zonder geluid.",
    "Sam wants no questions for a while, and decides how long. Lotte hears it once, without a sound.",
    "Sam",
    "Lotte",
)
async def sam_pauses(stage: Stage) -> None:
    """Two taps, and no reason asked."""
    await stage.says("Sam", "/pauze")
    await stage.expects("Sam", "Hoe lang wil je geen vragen?")
    await stage.taps("Sam", "3 dagen")
    await stage.expects("Sam", "Vanaf vrijdag vraag ik het weer.", buttons=["Vraag maar weer"], edited=True)
    await stage.expects("Lotte", "Sam wil even geen vragen. Vanaf vrijdag weer wel.")


@EVEN_NIET.scene(
    "Drie dagen lang komt er niets. Dat is geen stilte: ook bij Lotte gaat er niets af.",
    "For three days nothing comes. That is no silence: Lotte's phone stays quiet too.",
    "Sam",
    "Lotte",
)
async def three_days_of_rest(stage: Stage) -> None:
    """Nobody hears anything."""
    await stage.winds(Step.DAY, times=3)


@EVEN_NIET.scene(
    "Vrijdag, 10u: de vraag is er weer. Sam stopt liever helemaal. Dat mag, en met Lotte verandert er niets.",
    "Friday, 10:00: the question is back. Sam would rather stop. That is fine, and with Lotte nothing changes.",
    "Sam",
    "Lotte",
)
async def sam_stops(stage: Stage) -> None:
    """The begeleider hears it once."""
    await stage.winds(Step.NEXT)
    await stage.expects("Lotte", "Nog 2 keer samen met Sam deze week", buttons=TARGET)
    await stage.expects("Sam", "Sam", buttons=FACES)
    await stage.says("Sam", "/stop")
    await stage.expects("Sam", "Zal ik stoppen met vragen?")
    await stage.taps("Sam", "Ja, stop maar")
    await stage.expects("Sam", "Oké, ik vraag niets meer.", buttons=["Toch weer wel"], edited=True)
    await stage.expects("Lotte", "Sam wil van mij geen vragen meer.")


@EVEN_NIET.scene(
    "Een week lang schrijft de bot Sam niets. Lotte krijgt 's ochtends wat hun jaar vraagt: dat gaat gewoon verder.",
    "For a week the bot writes Sam nothing. Lotte gets in the morning what their year asks: that simply goes on.",
    "Sam",
    "Lotte",
)
async def a_week_without_a_word(stage: Stage) -> None:
    """Stopped is stopped; Lotte and Sam go on."""
    await stage.winds(Step.WEEK)
    await stage.expects("Lotte", "Vorige week: Sam 1 keer samen.", buttons=[])
    for day in ("zaterdag", "morgen"):
        await stage.expects("Lotte", f"Sam: eerste spinnenweb, {day}.", buttons=["Gedaan", "Morgen"])


@EVEN_NIET.scene(
    "“Bel me” blijft altijd werken, ook na een stop. Lotte spreekt Sam, en één tik zet het erbij.",
    "“Bel me” (call me) always works, also after a stop. Lotte speaks with Sam, and one tap notes it.",
    "Sam",
    "Lotte",
)
async def sam_asks_to_be_called(stage: Stage) -> None:
    """What the youth asks for is answered, always."""
    await stage.taps("Sam", "Bel me")
    await stage.expects("Sam", "Wanneer wil je dat er iemand belt?")
    await stage.taps("Sam", "Zo snel mogelijk")
    await stage.expects("Sam", "Ik heb Lotte gevraagd om je te bellen.", edited=True)
    await stage.expects("Lotte", "Sam vraagt of je belt.")
    await stage.taps("Lotte", "Gesproken")
    await stage.expects("Lotte", "✓ Lotte heeft Sam gesproken.", edited=True)


@EVEN_NIET.scene(
    "Sam wil toch weer vragen: één tik is genoeg. Om 16u krijgt Sam het spinnenweb aangeboden, morgen is er een vraag.",
    "Sam wants questions again after all: one tap. At 16:00 the spinnenweb is offered, tomorrow there is a question.",
    "Sam",
    "Lotte",
)
async def sam_comes_back(stage: Stage) -> None:
    """As if nothing happened."""
    await stage.taps("Sam", "Toch weer wel")
    await stage.expects("Sam", "De volgende keer: morgen, rond 10u.", buttons=[], edited=True)
    await stage.expects("Lotte", "Sam krijgt weer vragen.")
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Je kan tonen hoe het gaat", buttons=["Nu, alleen", "Samen met Lotte", "Later"])
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Sam", buttons=FACES)
    await stage.taps("Sam", "🙂 Goed")
    await stage.expects("Sam", "Jij: 🙂 Goed", edited=True)
    await stage.expects("Lotte", "Sam: 🙂 Goed")
