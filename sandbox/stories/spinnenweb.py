"""Mo says how life is going, in numbers, and chooses what comes first; it becomes a plan that both have on paper."""

from __future__ import annotations

from sandbox.cast import DEMO
from sandbox.stories.story import Both, Stage, Story

SPINNENWEB = Story("spinnenweb", Both("Het spinnenweb van Mo", "Mo's spinnenweb"), DEMO.only("Mo", "Lotte", "Noor"))

#: What Mo thinks of the nine domains that are always asked.
NUMBERS = (3, 4, 7, 8, 6, 5, 6, 8, 4)
STEP = "Naar de bank voor een nieuwe kaart"
WORDS = "Mo slaapt bij zijn neef, tot nieuwjaar. Hij wil iets voor zich alleen."


@SPINNENWEB.scene(
    "Mo tikt op “Mijn spinnenweb”. Vooraf staat er wie het zal zien, en wanneer: pas als Mo klaar is.",
    "Mo taps “Mijn spinnenweb”. It says beforehand who will see it, and when: only once Mo is done.",
    "Mo",
)
async def begins(stage: Stage) -> None:
    """The key at the bottom of the chat."""
    await stage.says("Mo", "🕸 Mijn spinnenweb")
    await stage.expects("Mo", "Lotte ziet het als je klaar bent", buttons=["Beginnen", "Nu niet"])
    await stage.taps("Mo", "Beginnen")
    await stage.expects("Mo", "🏠 Wonen (1/10)", edited=True)


@SPINNENWEB.scene(
    "Eén bericht, tien vragen, een tik per vraag. Stoppen kan altijd: het gaat verder waar Mo was.",
    "One message, ten questions, a tap for each. Mo can stop at any time: it goes on where it was left.",
    "Mo",
)
async def scores(stage: Stage) -> None:
    """Nine numbers, and no theme of one's own."""
    for at, number in enumerate(NUMBERS, 2):
        await stage.taps("Mo", str(number))
        await stage.expects("Mo", f"({at}/10)", edited=True)
    await stage.taps("Mo", "Sla over")
    await stage.expects("Mo", "Alles ingevuld.", edited=True)
    await stage.expects("Mo", "Jouw spinnenweb.")
    await stage.expects("Mo", "Waar wil je nu eerst iets aan doen?")


@SPINNENWEB.scene(
    "Mo kiest wat eerst komt, en rondt af. Nu pas hoort Lotte het; wat erop staat, toont geen enkel slotscherm.",
    "Mo chooses what comes first, and finishes. Only now Lotte hears of it; no lock screen shows what is on it.",
    "Mo",
    "Lotte",
)
async def chooses(stage: Stage) -> None:
    """One domain in the first basket."""
    await stage.taps("Mo", "💶 Geld & papieren")
    await stage.expects("Mo", "Waar wil je nu eerst iets aan doen?", edited=True)
    await stage.taps("Mo", "Dat is het")
    await stage.expects("Mo", "Lotte kan je web nu zien.", edited=True)
    await stage.expects("Lotte", "Mo vulde het spinnenweb in.")
    await stage.expects("Mo", "Wat is een eerste stap?", buttons=["Sla over", "Later"])


@SPINNENWEB.scene(
    "Een eerste stap, in Mo's eigen woorden, en tegen wanneer. Die dag vraagt de bot er vriendelijk naar.",
    "A first step, in Mo's own words, and by when. On that day the bot asks about it, kindly.",
    "Mo",
)
async def names_a_step(stage: Stage) -> None:
    """The SMART action."""
    await stage.says("Mo", STEP)
    await stage.expects("Mo", "Tegen wanneer?")
    await stage.taps("Mo", "2 weken")
    await stage.expects("Mo", "Genoteerd.", edited=True)
    await stage.expects("Mo", "Dat zijn je eerste stappen.")


@SPINNENWEB.scene(
    "Lotte bekijkt het web, en de stap staat op de kaart van Mo. Ze kan er samen met Mo aan werken.",
    "Lotte looks at the web, and the step stands on Mo's card. She can work on it together with Mo.",
    "Lotte",
)
async def lotte_looks(stage: Stage) -> None:
    """The picture, and the card."""
    await stage.taps("Lotte", "Bekijken", on="Mo vulde")
    await stage.expects("Lotte", "Het spinnenweb van Mo.")
    await stage.says("Lotte", "/jongeren")
    await stage.expects("Lotte", "Jouw jongeren")
    await stage.taps("Lotte", "Mo", on="Jouw jongeren")
    await stage.expects("Lotte", STEP, edited=True)


@SPINNENWEB.scene(
    "Met /plan zet Lotte er in gewone woorden bij hoe het gaat. Mo kan elk woord lezen, en zelf veranderen.",
    "With /plan Lotte adds in plain words how it goes. Mo can read every word of it, and change it too.",
    "Lotte",
)
async def lotte_writes(stage: Stage) -> None:
    """One part of the plan."""
    await stage.says("Lotte", "/plan")
    await stage.expects("Lotte", "Het plan van Mo")
    await stage.taps("Lotte", "🏠 Wonen", on="Het plan van Mo")
    await stage.expects("Lotte", "🏠 Wonen", edited=True)
    await stage.taps("Lotte", "Schrijven")
    await stage.expects("Lotte", "Typ", edited=True)
    await stage.says("Lotte", WORDS)
    await stage.expects("Lotte", WORDS)


@SPINNENWEB.scene(
    "Op papier voor het overleg: Mo krijgt op hetzelfde moment hetzelfde blad als Lotte. Niets gaat rond over Mo.",
    "On paper for the meeting: Mo gets the same paper at the same moment as Lotte. Nothing goes round about Mo.",
    "Lotte",
    "Mo",
)
async def on_paper(stage: Stage) -> None:
    """The golden rule."""
    await stage.says("Lotte", "/plan")
    await stage.expects("Lotte", "Het plan van Mo")
    await stage.taps("Lotte", "📄 Op papier zetten")
    await stage.expects("Lotte", "Mo", edited=True)
    await stage.taps("Lotte", "Ja, zet op papier")
    await stage.expects("Lotte", "Mo heeft hetzelfde blad.", edited=True)
    await stage.expects("Lotte", "Mo: ondersteuningsplan.")
    await stage.expects("Mo", "Lotte zette jouw plan op papier, en heeft hetzelfde blad.")
