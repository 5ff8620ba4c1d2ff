"""Lotte is on holiday: what Sam writes reaches Bram, her duo, and Sam knows beforehand who reads it."""

from __future__ import annotations

from sandbox.cast import DEMO
from sandbox.stories.story import FACES, Both, Stage, Story
from sandbox.wishes import Step

VAKANTIE = Story("vakantie", Both("Lotte is met vakantie", "Lotte is on holiday"), DEMO.only("Sam", "Lotte", "Bram"))


@VAKANTIE.scene(
    "Lotte vertrekt een week met vakantie, en tikt dat aan. Bram, haar duo, weet het meteen, en Sam ook.",
    "Lotte leaves on holiday for a week, and taps so. Bram, her duo, knows at once, and so does Sam.",
    "Lotte",
    "Bram",
    "Sam",
)
async def lotte_leaves(stage: Stage) -> None:
    """One command and a tap."""
    await stage.says("Lotte", "/afwezig")
    await stage.expects("Lotte", "Hoelang ben je er niet?")
    await stage.taps("Lotte", "Een week")
    await stage.expects("Lotte", "Oké, je bent weg tot en met maandag.", buttons=["Ik ben er weer"], edited=True)
    await stage.expects("Bram", "Lotte is er niet tot en met maandag.\nWat Sam schrijft, komt ook bij jou.")
    await stage.expects("Sam", "Lotte is er niet tot en met maandag.\nBram leest en antwoordt intussen.")


@VAKANTIE.scene(
    "Sam antwoordt op de vraag van 10u. Nu ziet ook Bram het.",
    "Sam answers the question of 10:00. Now Bram sees it too.",
    "Sam",
    "Bram",
)
async def sam_answers(stage: Stage) -> None:
    """The duo sees the answer."""
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Sam", buttons=FACES)
    await stage.taps("Sam", "😐 Gaat wel")
    await stage.expects("Sam", "Jij: 😐 Gaat wel", edited=True)
    await stage.expects("Lotte", "Sam: 😐 Gaat wel")
    await stage.expects("Bram", "Sam: 😐 Gaat wel")


@VAKANTIE.scene(
    "Een uur later schrijft Sam iets. Sam hoort eerlijk wie het leest; bij Lotte blijft de gsm stil.",
    "An hour later Sam writes something. Sam is told honestly who reads it; Lotte's phone makes no sound.",
    "Sam",
    "Bram",
    "Lotte",
)
async def sam_writes(stage: Stage) -> None:
    """It reaches whoever is there."""
    await stage.winds(Step.HOUR)
    await stage.says("Sam", "mijn slot is kapot, ik kan niet binnen")
    await stage.expects("Sam", "Lotte is er even niet.\nBram krijgt het nu te lezen.")
    await stage.expects("Bram", "Sam: mijn slot is kapot", buttons=["✍️ Antwoord", "✓ Al gesproken"])
    await stage.expects("Lotte", "Sam: mijn slot is kapot")


@VAKANTIE.scene(
    "Bram antwoordt op het bericht. Sam ziet van wie het komt.",
    "Bram replies to the message. Sam sees whom it comes from.",
    "Bram",
    "Sam",
)
async def bram_answers(stage: Stage) -> None:
    """Under his own name."""
    await stage.says("Bram", "Ik kom om 2 uur kijken.", reply_to="slot is kapot")
    await stage.expects("Bram", "Verstuurd naar Sam.")
    await stage.expects("Sam", "Bram: Ik kom om 2 uur kijken.")
    await stage.says("Sam", "top, merci")
    await stage.expects("Bram", "Sam: top, merci")
    await stage.expects("Lotte", "Sam: top, merci")


@VAKANTIE.scene(
    "Bram krijgt nu 's ochtends wat anders Lotte krijgt. Ze is vroeger terug: één bericht zegt haar wat er gebeurde.",
    "Bram now gets what Lotte gets in the mornings. She is back early: one message tells her what happened.",
    "Lotte",
    "Bram",
    "Sam",
)
async def lotte_is_back(stage: Stage) -> None:
    """The duo is free again."""
    await stage.winds(Step.DAY, times=2)
    for _ in range(2):
        await stage.expects("Sam", "Sam", buttons=FACES)
    await stage.expects("Sam", "", buttons=FACES)
    for day in ("gisteren", "dinsdag"):
        buttons = ["✍️ Antwoord", "Gedaan", "Ik neem contact op", "Morgen"]
        await stage.expects("Bram", f"Sam schreef {day} om 11u.", buttons=buttons)
    await stage.taps("Lotte", "Ik ben er weer")
    await stage.expects("Lotte", "Welkom terug.", edited=True)
    told = "Sam\nBram: op 1 dag geschreven.\nAntwoorden: 😐\n1 bericht wacht op antwoord."
    await stage.expects("Lotte", told, buttons=["✍️ Antwoord Sam"])
    await stage.expects("Bram", "Lotte is er weer.")
    await stage.expects("Sam", "Lotte is er weer, en leest wat je schrijft.")


@VAKANTIE.scene(
    "Wat Sam nu schrijft, komt weer bij Lotte alleen.",
    "What Sam writes now comes to Lotte alone again.",
    "Sam",
    "Lotte",
)
async def everything_as_before(stage: Stage) -> None:
    """As it was."""
    await stage.says("Sam", "het slot is gemaakt!")
    await stage.expects("Sam", "Lotte")
    await stage.expects("Lotte", "Sam: het slot is gemaakt!", buttons=["✍️ Antwoord", "✓ Al gesproken"])
