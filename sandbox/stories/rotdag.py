"""Sam has a rotten day, says so and asks to be called; Lotte is there, and the bot keeps out of the way."""

from __future__ import annotations

from sandbox.cast import DEMO
from sandbox.stories.story import FACES, Both, Stage, Story
from sandbox.wishes import Step

ROTDAG = Story("rotdag", Both("Sam heeft een rotdag", "Sam has a rotten day"), DEMO.only("Sam", "Lotte", "Bram"))


@ROTDAG.scene(
    "Sam tikt het laagste gezicht aan. De bot biedt meteen aan om Lotte te vragen, en Lotte hoort het met geluid.",
    "Sam taps the lowest face. The bot offers at once to ask for Lotte, and Lotte's phone makes a sound.",
    "Sam",
    "Lotte",
)
async def sam_says_it(stage: Stage) -> None:
    """One tap."""
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Sam", buttons=FACES)
    await stage.taps("Sam", "😣 Heel slecht")
    await stage.expects("Sam", "Jij: 😣 Heel slecht", edited=True)
    await stage.expects("Lotte", "Sam: 😣 Heel slecht")


@ROTDAG.scene(
    "Sam schrijft er iets bij. Op Lottes scherm staat niet wat: iemand kan meekijken.",
    "Sam adds some words. Lotte's screen does not show them: somebody may be looking along.",
    "Sam",
    "Lotte",
)
async def sam_writes(stage: Stage) -> None:
    """Words with an answer stay closed until Lotte opens them."""
    await stage.taps("Sam", "✍️ Iets vertellen")
    await stage.expects("Sam", "Typ het hier.", edited=True)
    await stage.says("Sam", "ruzie gehad, ik wil hier weg")
    await stage.expects("Sam", "Jij: 😣 Heel slecht", edited=True)
    await stage.expects("Sam", "Lotte")
    await stage.expects("Lotte", "Sam schreef je iets.", buttons=["Openen", "❤️", "✍️ Antwoord"])


@ROTDAG.scene(
    "Sam tikt “Bel me”, zo snel mogelijk. Lotte hoort het met geluid; neemt zij het niet op, dan hoort haar duo het.",
    "Sam taps “Bel me” (call me), as soon as possible. Lotte hears it; if she doesn't take it, her duo hears it too.",
    "Sam",
    "Lotte",
)
async def sam_asks_to_be_called(stage: Stage) -> None:
    """The call goes to Lotte first."""
    await stage.taps("Sam", "📞 Bel me")
    await stage.expects("Sam", "Wanneer wil je dat er iemand belt?")
    await stage.taps("Sam", "Zo snel mogelijk")
    await stage.expects("Sam", "Ik heb Lotte gevraagd om je te bellen.", edited=True)
    await stage.expects(
        "Lotte", "Sam vraagt of je belt.", buttons=["Ik bel nu", "Ik bel om …", "Gesproken", "Geef door"]
    )


@ROTDAG.scene(
    "Lotte zit met een andere jongere. Ze belt over een half uur, en Sam hoort dat meteen.",
    "Lotte is with another youth. She calls in half an hour, and Sam hears that at once.",
    "Lotte",
    "Sam",
)
async def lotte_promises(stage: Stage) -> None:
    """A moment within what was asked."""
    await stage.taps("Lotte", "Ik bel om …")
    await stage.expects("Lotte", "Wanneer bel je Sam?", edited=True)
    await stage.taps("Lotte", "10u30")
    await stage.expects("Lotte", "Jij belt Sam vandaag om 10u30.", edited=True)
    await stage.expects("Sam", "Lotte belt je vandaag om 10u30.")


@ROTDAG.scene(
    "Lotte opent wat Sam schreef, en antwoordt. Sam krijgt het onder Lottes naam: de bot speelt niet voor mens.",
    "Lotte opens what Sam wrote, and answers. Sam gets it under Lotte's name: the bot does not play a person.",
    "Lotte",
    "Sam",
)
async def lotte_answers(stage: Stage) -> None:
    """A heart, and words."""
    await stage.taps("Lotte", "Openen")
    await stage.expects("Lotte", "ruzie gehad, ik wil hier weg", edited=True)
    await stage.taps("Lotte", "❤️")
    await stage.expects("Sam", "❤️ van Lotte")
    await stage.taps("Lotte", "✍️ Antwoord")
    await stage.expects("Lotte", "Wat wil je tegen Sam zeggen?")
    await stage.says("Lotte", "Merci dat je het zegt. Ik bel je om half 11.")
    await stage.expects("Lotte", "Verstuurd naar Sam.")
    await stage.expects("Sam", "Lotte: Merci dat je het zegt. Ik bel je om half 11.")


@ROTDAG.scene(
    "Een uur later: belde Lotte? Eén tik, en het staat bij de contacten. Ze praten verder, zoals in elke chat.",
    "An hour later: did Lotte call? One tap, and it stands among the contacts. They talk on, as in any chat.",
    "Lotte",
    "Sam",
)
async def they_talk_on(stage: Stage) -> None:
    """Words both ways."""
    await stage.winds(Step.HOUR)
    await stage.expects("Lotte", "Heb je Sam gesproken?")
    await stage.taps("Lotte", "Gesproken")
    await stage.expects("Lotte", "✓ Lotte heeft Sam gesproken.", edited=True)
    await stage.says("Sam", "ik zit nu bij mijn tante", reply_to="Ik bel je om half 11.")
    await stage.expects("Sam", "Lotte")
    await stage.expects("Lotte", "Sam: ik zit nu bij mijn tante", buttons=["✍️ Antwoord", "✓ Al gesproken"])
    await stage.says("Lotte", "Goed zo. Morgen om 9u een koffie?", reply_to="bij mijn tante")
    await stage.expects("Lotte", "Verstuurd naar Sam.")
    await stage.expects("Sam", "Lotte: Goed zo. Morgen om 9u een koffie?")


@ROTDAG.scene(
    "De volgende ochtend schrijven ze elkaar weer, nog voor de vraag van 10u.",
    "The next morning they write each other again, before the question of 10:00.",
    "Sam",
    "Lotte",
)
async def the_next_morning(stage: Stage) -> None:
    """A conversation, early in the day."""
    await stage.winds(Step.HOUR, times=22)
    await stage.says("Sam", "ben onderweg", reply_to="een koffie?")
    await stage.expects("Sam", "Lotte")
    await stage.expects("Lotte", "Sam: ben onderweg", buttons=["✍️ Antwoord", "✓ Al gesproken"])
    await stage.says("Lotte", "Ik zit achteraan bij het raam", reply_to="ben onderweg")
    await stage.expects("Lotte", "Verstuurd naar Sam.")
    await stage.expects("Sam", "Lotte: Ik zit achteraan bij het raam")


@ROTDAG.scene(
    "Om 10u komt er geen vraag: wie met een mens praat, hoeft vandaag niet op een bot te antwoorden.",
    "At 10:00 no question comes: whoever talks with a person need not answer a bot today.",
    "Sam",
    "Lotte",
)
async def the_bot_holds_back(stage: Stage) -> None:
    """Neither the question nor its nudge."""
    await stage.winds(Step.HOUR, times=8)


@ROTDAG.scene(
    "Een dag later is de vraag er weer, zoals altijd.",
    "A day later the question is there again, as always.",
    "Sam",
    "Lotte",
)
async def as_always(stage: Stage) -> None:
    """The rhythm goes on."""
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Sam", buttons=FACES)
    await stage.taps("Sam", "😐 Gaat wel")
    await stage.expects("Sam", "Jij: 😐 Gaat wel", edited=True)
    await stage.expects("Lotte", "Sam: 😐 Gaat wel")
