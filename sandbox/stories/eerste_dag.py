"""The first day in a new house: An invites Lotte, Lotte adds Sam, Sam takes part and answers, Lotte sees it."""

from __future__ import annotations

from sandbox.cast import FIRST_DAY
from sandbox.stories.story import FACES, Both, Stage, Story
from sandbox.wishes import Step

EERSTE_DAG = Story("eerste-dag", Both("De eerste dag", "The first day"), FIRST_DAY)


@EERSTE_DAG.scene(
    "An, de coördinator, nodigt Lotte uit. De link is voor Lotte alleen, en werkt zeven dagen.",
    "An, the coördinator, invites Lotte. The link is for Lotte alone, and works for seven days.",
    "An",
)
async def an_invites_lotte(stage: Stage) -> None:
    """An makes a link."""
    await stage.says("An", "/team")
    await stage.expects("An", "Je team: 1 collega")
    await stage.taps("An", "➕ Iemand uitnodigen")
    await stage.expects("An", "Welke rol krijgt je collega?")
    await stage.taps("An", "begeleider")
    await stage.expects("An", "Hoe heet de nieuwe begeleider?")
    await stage.says("An", "Lotte")
    await stage.expects("An", "In welke regio werkt Lotte?")
    await stage.taps("An", "Sla over")
    await stage.expects("An", "Lotte komt binnen met de link hieronder")
    await stage.expects("An", "Dag Lotte. Dit is jouw link naar Spoor")


@EERSTE_DAG.scene(
    "Lotte opent de link op haar gsm. Meer is er niet nodig: de bot kent haar nu.",
    "Lotte opens the link on her phone. That is all it takes: now the bot knows her.",
    "Lotte",
    "An",
)
async def lotte_comes_in(stage: Stage) -> None:
    """Lotte joins."""
    await stage.opens_link_of("Lotte", "An")
    await stage.expects("Lotte", "Welkom Lotte")
    await stage.expects("An", "Lotte is erbij.")


@EERSTE_DAG.scene(
    "Lotte voegt Sam toe: een voornaam, de dag waarop het jaar begint, en een link voor Sam.",
    "Lotte adds Sam: a first name, the day on which the year begins, and a link for Sam.",
    "Lotte",
)
async def lotte_adds_sam(stage: Stage) -> None:
    """Lotte makes a link for a youth."""
    await stage.says("Lotte", "/nieuw")
    await stage.expects("Lotte", "Hoe heet de jongere?")
    await stage.says("Lotte", "Sam")
    await stage.expects("Lotte", "Wanneer start het jaar met Sam?")
    await stage.taps("Lotte", "Vandaag")
    await stage.expects("Lotte", "Wie is de duo van Sam?")
    await stage.taps("Lotte", "Later")
    await stage.expects("Lotte", "Klopt dit?")
    await stage.taps("Lotte", "maak de link")
    await stage.expects("Lotte", "Sam staat erbij.")
    await stage.expects("Lotte", "Laat Sam dit scannen")


@EERSTE_DAG.scene(
    "Sam opent de link. Eerst leest Sam wat de bot is en wie wat ziet, en kiest dan zelf.",
    "Sam opens the link. First Sam reads what the bot is and who sees what, and then decides.",
    "Sam",
    "Lotte",
)
async def sam_takes_part(stage: Stage) -> None:
    """Sam agrees."""
    await stage.opens_link_of("Sam", "Lotte")
    await stage.expects("Sam", "Ik ben een bot")
    await stage.taps("Sam", "Ik doe mee")
    await stage.expects("Sam", "Je doet mee.")
    await stage.expects("Sam", "Fijn, Sam.")
    await stage.expects("Lotte", "Sam doet mee")
    await stage.expects("Sam", "Hoe laat mag ik vragen hoe het gaat?")
    await stage.taps("Sam", "10u")
    await stage.expects("Sam", "Ik vraag het je rond 10u")


@EERSTE_DAG.scene(
    "Het is 10u: de eerste vraag. Eén tik is een antwoord, en Lotte ziet het meteen.",
    "It is 10:00: the first question. One tap is an answer, and Lotte sees it at once.",
    "Sam",
    "Lotte",
)
async def sam_answers(stage: Stage) -> None:
    """The first check-in."""
    await stage.winds(Step.NEXT)
    await stage.expects("Sam", "Sam", buttons=FACES)
    await stage.taps("Sam", "🙂 Goed")
    await stage.expects("Sam", "Jij: 🙂 Goed")
    await stage.expects("Lotte", "Sam: 🙂 Goed")
