"""What hints at suicide, what only sounds like it, and in how many ways the same can be typed."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.call import Who, read_escalation
from programme.crisis import BUILT_IN, HINTS, Hints, is_night, step
from programme.crisis_words import EVERYDAY
from programme.phrases import read_phrase
from programme.reachable import USUAL

HINTING = {
    # The programme's own list
    "suicide": "ik denk aan zelfmoord",
    "suicide, the other word": "ik heb al aan zelfdoding gedacht",
    "wants to be dead": "ik wil dood",
    "wishes to be dead": "ik wou dat ik dood was",
    "an end to it": "ik ga er een einde aan maken",
    "out of life": "ik wil uit het leven stappen",
    "not to be there": "ik wil er niet meer zijn",
    "does something to themselves": "ik ga mezelf iets aandoen",
    "kms": "kms",
    "no way they see it": "ik zie het niet meer zitten",
    "never wake up": "ik hoop dat ik nooit meer wakker word",
    "better off": "iedereen is beter af zonder mij",
    "no way out": "er is geen uitweg",
    "cannot any more": "ik kan niet meer",
    # The same, with more around it
    "weight": "ik wil echt gewoon dood",
    "in the past": "ik wilde vannacht dood",
    "as a question": "wil jij weten waarom ik dood wil",
    "dying": "ik wil sterven",
    "rather dead": "liever dood dan terug naar daar",
    "better dead": "ik was beter dood",
    "about somebody who says so": "wat als ik gewoon voor de trein spring",
    "denied": "ik wil niet dood maar ik weet het niet meer",
    "no more life": "ik wil niet meer leven",
    "tired of life": "ik ben het leven beu",
    "no reason": "ik heb geen reden meer om te leven",
    "worthless": "mijn leven is niks waard",
    "what for": "waarom leef ik eigenlijk nog",
    "when I am gone": "als ik er niet meer ben, zeg aan mama dat ik van haar hou",
    "never born": "ik had nooit geboren moeten worden",
    "nobody would miss me": "niemand zou mij missen",
    "a burden": "ik ben toch maar een last voor iedereen",
    "a bridge": "ik sta op de brug en ik wil springen",
    "pills": "ik ga al mijn pillen pakken",
    "hurts themselves": "ik heb mezelf weer gesneden",
    "hangs": "ik ga me ophangen",
    "done away with": "ik maak mezelf van kant",
    "a letter": "er ligt een afscheidsbrief klaar",
    "cannot hold on": "ik hou het niet meer vol",
    "cannot bear it": "ik kan dit niet meer aan",
    "wants no more": "ik wil niet meer",
    "cannot any more, and more": "ik kan niet meer. echt niet. help",
    "cannot any more, and wants to sleep": "ik kan niet meer ik wil slapen",
    "wants to vanish": "ik wil gewoon verdwijnen",
    "in the middle": "school was ok maar savonds wil ik vaak dood en dan slaap ik",
    "beside everyday talk": "haha ik lach me dood. nee serieus, ik wil dood",
    # Dialect and chat
    "kwil": "kwil dood",
    "apart": "k wil dood",
    "with an apostrophe": "'k wil dood",
    "West-Flemish, to be dead": "'k zoe beter dood zyn",
    "West-Flemish, not to be there": "'k wille der nie mi zyn",
    "West-Flemish, to see it": "'k zie 't nie mi zittn",
    "West-Flemish, an end": "kgoan der een eind an moaken",
    "West-Flemish, away with": "kga myn eigen van kant maken",
    "Flemish, done with it": "kmaak er gedaan mee",
    "dak": "kwou dak dood was",
    "ni mr": "kan ni mr",
    "in one": "kani meer",
    "nimeer": "k kan echt nimeer",
    "t": "kzie t ni mr zitten",
    "goesting": "geen goesting meer om te leven",
    "zm": "ik pleeg zm",
    "einde ermee": "einde ermee",
    # Misspelt
    "one letter wrong": "zelfmoort",
    "a letter missing": "zelfmord plegen",
    "two swapped": "ik wil zelfmoodr plegen",
    "apart, suicide": "zelf moord",
    "suicide without its dots": "suicidale gedachten",
    "suicide with one wrong": "sucide",
    "long": "ik wil doooooood",
    "figures": "z3lfm00rd",
    "all figures": "1k w1l d00d",
    "spelt out": "z e l f m o o r d",
    "with points": "Z.E.L.F.M.O.O.R.D",
    "all in one": "ikwildood",
    "loud": "IK WIL DOOD!!!",
    # English, French
    "want to die": "I want to die",
    "wanna": "i wanna die",
    "kill myself": "im gonna kill myself",
    "end it all": "sometimes i just want to end it all",
    "better off without me": "everyone would be better off without me",
    "wish I was dead": "i wish i was dead",
    "not live": "i don't want to live anymore",
    "not be here": "i dont want to be here anymore",
    "cannot go on": "i cant go on",
    "French": "je veux mourir",
    "not worth it": "life is not worth living",
    "can't, and no more": "i cant anymore",
    # Around it
    "stepping out": "ik stap eruit",
    "wants to step out": "ik denk eraan om eruit te stappen",
    "hates life": "ik haat mijn leven",
    "a rope": "ik heb een touw",
    "a rope that is ready": "er is een touw klaarliggen",
    "pills taken": "kheb pillen genomen",
    "too many pills": "ik heb te veel pillen gepakt",
    "cutting again": "ik snij weer",
    "has cut again": "ik heb weer gesneden",
    "done for": "tis gedaan met mij",
    "farewell": "vaarwel allemaal",
    "this is goodbye": "dit is mijn afscheid",
    "on the bridge": "ik sta op de brug",
    "on the roof": "ik sta op het dak",
    "at the rails": "ik sta aan het spoor",
    "jumps": "ik spring",
    "something to oneself": "ik doe mezelf wat",
    "a burden, and no more": "ik ben een last",
    "everything to stop": "ik wil alles laten stoppen",
    "it to stop": "ik wil dat het stopt",
    "not for me any more": "het hoeft niet meer voor mij",
    "in one word": "kannimeer",
    "a letter dropped": "k wil ni meer leve",
}

EVERYDAY_TALK = {
    "out of the bus": "ik stap uit de bus",
    "out at the station": "ik stap eruit aan het station",
    "hates work": "ik haat mijn werk",
    "a rope for a bicycle": "ik heb een touw nodig om mijn fiets vast te maken",
    "pills every day": "ik neem mijn pillen elke dag",
    "waits on the bridge": "ik sta op de brug te wachten",
    "under the shower": "ik spring onder de douche",
    "rain to stop": "ik wil dat het stopt met regenen",
    "school is over": "t is gedaan met school",
    "wants away from here": "ik wil weg hier",
    "laughing": "ik lach me dood",
    "laughed": "we hebben ons dood gelachen",
    "wants to laugh": "kwil me dood lachen",
    "bored": "ik verveel me dood",
    "ashamed": "ik schaam mij dood",
    "startled": "ik schrok me dood",
    "tired": "ben doodmoe vandaag",
    "worn out": "bekaf",
    "broken": "kben kapot",
    "dead after training": "ik ben dood na die training",
    "killingly dull": "moordend saai",
    "deadly dull": "de les was dodelijk saai",
    "quite ordinary": "doodgewoon",
    "battery": "dood batterij",
    "telephone": "mijn gsm is dood",
    "grandmother": "mijn oma is dood",
    "grandfather": "mijn opa is vorige week gestorven",
    "the cat": "mijn kat is doodgegaan",
    "a funeral": "morgen is de begrafenis van mijn nonkel",
    "hungry": "ik ga dood van de honger",
    "a murderous mother": "mama vermoordt mij als ik te laat ben",
    "cannot wait": "ik kan niet meer wachten",
    "cannot come": "ik kan niet meer komen vandaag",
    "cannot be in time": "ik kan niet meer op tijd komen",
    "cannot sleep": "kan ni meer slapen",
    "cannot log in": "ik kan niet meer inloggen op mijn bank",
    "cannot get in": "ik kan niet meer in mijn account",
    "cannot find": "ik kan het niet meer vinden",
    "cannot pay": "ik kan mijn huur niet meer betalen",
    "that is not done": "dat kan niet meer",
    "not tomorrow": "morgen kan ik niet meer",
    "wants no more school": "ik wil niet meer naar school",
    "wants no more chips": "ik wil niet meer frietjes eten",
    "does not see a talk": "ik zie dat gesprek niet zitten",
    "does see it": "ik zie het wel zitten",
    "no more school": "ik zie school niet meer zitten",
    "the shop": "de winkel is er niet meer",
    "will not be there": "ik ben er morgen niet",
    "the end of a film": "het einde van de film was slecht",
    "the month": "einde van de maand is mijn geld op",
    "holidays end": "er komt een einde aan de vakantie",
    "a contract": "ze gaan mijn contract beëindigen",
    "what to wear": "ik moet nog iets warms aandoen",
    "does something about it": "kan je er iets aan doen",
    "the train": "ik sta voor de trein te wachten",
    "gets out": "ik stap uit de bus",
    "jumping": "we gaan springen op de trampoline",
    "on the roof": "ik werk vandaag op het dak",
    "one pill": "ik neem elke dag mijn pillen",
    "a finger": "ik heb in mijn vinger gesneden",
    "bread": "ik heb brood gesneden",
    "football": "ik heb mezelf pijn gedaan met voetbal",
    "hanging clothes": "ik hang mijn jas op",
    "hanging up": "ik moest de telefoon ophangen",
    "a picture": "ik wil een schilderij ophangen",
    "wants to live": "ik wil leven",
    "dear": "het leven is duur",
    "no mind to": "geen zin om af te wassen",
    "enough of it": "ik ben het beu",
    "alarm clock": "ik werd niet wakker van mijn wekker",
    "without him": "wij spelen beter zonder hem",
    "misses": "ik mis mijn broer",
    "the way out of a building": "waar is de uitgang",
    "over": "het is gedaan met mijn lief",
    "stops smoking": "ik wil stoppen met roken",
    "wants away": "ik wil weg van hier",
    "hold on": "hou vol",
    "kilometres": "nog 5 kms stappen",
    "a film": "suicide squad was ne goeie film",
    "a band": "ik luister naar $uicideboy$",
    "a spider": "ik wil die spin dood",
    "want, because": "want die bus rijdt niet",
    "dead tired": "dead tired",
    "died of laughter": "i'm dying haha",
    "my phone died": "my phone died",
    "cannot wait, in English": "i cant wait",
    "killing time": "just killing time",
    "this exercise": "i cant do this exercise",
    "never mind": "never mind",
    "well": "alles goed",
    "nothing": "",
    "a smile": "😂😂😂",
}

SENTENCES = (*HINTING.values(), *EVERYDAY_TALK.values())
BRUSSELS = ZoneInfo("Europe/Brussels")


def labelled(sentences: dict[str, str]) -> list[object]:
    return [pytest.param(sentence, id=label) for label, sentence in sentences.items()]


@pytest.mark.parametrize("sentence", labelled(HINTING))
def test_this_hints(sentence: str) -> None:
    assert HINTS.found_in(sentence)


@pytest.mark.parametrize("sentence", labelled(EVERYDAY_TALK))
def test_this_is_everyday_talk(sentence: str) -> None:
    assert not HINTS.found_in(sentence)


def test_there_are_enough_of_both() -> None:
    assert min(len(HINTING), len(EVERYDAY_TALK)) >= 60


@given(st.sampled_from(SENTENCES), st.data())
def test_how_it_is_typed_changes_nothing(sentence: str, data: st.DataObject) -> None:
    """Capitals, accents, space, signs between the words, letters held down."""
    typed = data.draw(_typed(sentence))
    assert HINTS.found_in(typed) == HINTS.found_in(sentence), typed


@st.composite
def _typed(draw: st.DrawFn, sentence: str) -> str:
    accent = draw(st.sampled_from(("", "\u0301", "\u0308", "\u0302")))
    between = st.sampled_from((" ", "  ", "\n", ", ", "... ", " - ", "! ", " 😭 ", "\u00a0", "?? ", " (", ' "'))
    written = "".join(draw(between) if sign == " " else _as_typed(draw, sign, accent) for sign in sentence)
    return (
        draw(st.sampled_from(("", "  ", "...", "!!"))) + written + draw(st.sampled_from(("", ".", " ...", " 😔", "\n")))
    )


def _as_typed(draw: st.DrawFn, sign: str, accent: str) -> str:
    if not sign.isalpha() or unicodedata.combining(sign):
        return sign
    case = draw(st.sampled_from((str.lower, str.upper, str.title)))
    return case(sign) + draw(st.sampled_from(("", "", "", accent, "\u200b")))


@given(
    st.sampled_from([sentence for sentence in SENTENCES if " e l " not in sentence and "." not in sentence]), st.data()
)
def test_a_letter_that_is_held_down_changes_nothing(sentence: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, max(0, len(sentence) - 1)))
    letter = sentence[at : at + 1]
    if letter.isalpha() and len(_word_at(sentence, at)) > 1:
        held = sentence[:at] + letter * data.draw(st.integers(2, 6)) + sentence[at + 1 :]
        assert HINTS.found_in(held) == HINTS.found_in(sentence), held


def _word_at(sentence: str, at: int) -> str:
    return sentence[sentence.rfind(" ", 0, at) + 1 :].split(" ")[0]


@given(st.text(max_size=300))
def test_whatever_is_written_can_be_looked_at(text: str) -> None:
    assert HINTS.found_in(text) in (True, False)


def test_a_long_text_takes_no_time() -> None:
    """The best of several, as others use this machine too."""
    text = ("ik wil gewoon niet dat het zo gaat en ik kan dat niet meer volgen omdat er geen tijd voor is " * 50)[:4000]
    took = []
    for _ in range(20):
        began = perf_counter()
        HINTS.found_in(text)
        took.append(perf_counter() - began)
    assert min(took) < 0.01


@pytest.mark.parametrize("phrase", [*BUILT_IN, *EVERYDAY])
def test_every_phrase_can_be_read(phrase: str) -> None:
    assert read_phrase(phrase)


@pytest.mark.parametrize("phrase", ["", "...", "ik ..", "!!", "ik/!", "a/zelf-moord"])
def test_a_phrase_that_says_nothing_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Hints([phrase])


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param("naar de wuppe", "Ik ga naar de Wuppe.", True, id="as it stands"),
        pytest.param("naar de wuppe", "naar die wuppe", False, id="another word"),
        pytest.param("naar .. wuppe", "naar die grote wuppe", True, id="two words between"),
        pytest.param("naar .. wuppe", "naar die heel erg grote wuppe", False, id="more between"),
        pytest.param("naar ... wuppe", "naar die o zo grote wuppe", True, id="four between"),
        pytest.param("wuppe/tuut", "een tuut", True, id="one of two"),
        pytest.param("wup*", "wuppetuut", True, id="begins with"),
        pytest.param("~wuppetuut", "wupetuit", True, id="one letter wrong"),
        pytest.param("# wuppe", "12 wuppe", True, id="a number"),
        pytest.param("wuppe $", "wuppe dan", False, id="not at the end"),
        pytest.param("wuppe $", "een wuppe!", True, id="at the end"),
    ],
)
def test_how_a_phrase_is_written(phrase: str, text: str, *, found: bool) -> None:
    assert Hints([phrase]).found_in(text) is found


def test_begeleider_and_duo_hear_at_once_then_it_goes_on_as_a_call() -> None:
    within = read_escalation("1 team, 2 leads, 3 everybody")
    steps = [step(number, within) for number in range(6)]
    assert [one.who for one in steps] == [Who.TEAM, Who.TEAM, Who.LEADS, *[Who.EVERYBODY] * 3]
    assert [one.after for one in steps] == [timedelta(minutes=after) for after in (0, 1, 2, 3, 3, 3)]


@pytest.mark.parametrize(
    ("day", "at", "night"),
    [
        pytest.param(24, time(0), True, id="midnight"),
        pytest.param(24, time(8, 59), True, id="before the first hour"),
        pytest.param(24, time(9), False, id="the first hour"),
        pytest.param(24, time(23, 59), False, id="late"),
        pytest.param(28, time(8, 59), True, id="a Saturday without hours"),
        pytest.param(28, time(9), False, id="its morning"),
    ],
)
def test_between_midnight_and_the_first_hours_it_is_night(day: int, at: time, *, night: bool) -> None:
    now = datetime.combine(datetime(2026, 11, day, tzinfo=UTC).date(), at, BRUSSELS)
    assert is_night(now.astimezone(UTC), BRUSSELS, USUAL) is night


def test_hours_of_ones_own_end_the_night() -> None:
    early = (((time(6), time(14)),),) * 7
    assert not is_night(datetime(2026, 11, 24, 5, tzinfo=UTC), BRUSSELS, early)
