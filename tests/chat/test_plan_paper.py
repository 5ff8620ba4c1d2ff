"""The plan on paper, read back: it says what is so on one or two sheets, and nothing is lost in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from chat import charts, drawing, papers
from chat.drawing import Drawing
from chat.language import language
from chat.papers import letters
from chat.plan import Action, Part, Plan
from programme.actions import ActionState
from programme.spiderweb import Domain
from tests.chat.plans import ALL, DAY, EMPTY, HARD, LABELS, LONG_STATE, ORDINARY, part

NL = language("nl")
MILLIMETRE = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 17.5, 192.5, 15, 290
# What a letter stands further out by because places are written in whole hundredths of a point.
ROUNDED = 0.005
CUT = "Waar … staat, was er geen plaats voor alles."

NAMES = {
    "long": "Maximiliaan-Alexander Ferdinand van der Strichtenaarsveldebeekhoeve",
    "wide": "W" * 60,
    "emoji": "👩‍👩‍👧‍👧 Sam 🙂",
    "chinese": "小明",
    "arabic": "محمد",
    "mathematical": r"$x^2$ \frac{1}{2} (",
    "lines": "Sam\nvan\tder\u200b\ufe0f\u202e",
    "markup": "<b>Sam</b> &amp; {name}",
    "in pieces": "Aure\u0301lie",
}


@dataclass(frozen=True)
class Read:
    """A paper, as readers of PDF see it."""

    pdf: bytes

    @cached_property
    def sheets(self) -> list[Any]:
        """What pdfium sees on each."""
        return [page.get_textpage() for page in pypdfium2.PdfDocument(self.pdf)]

    @cached_property
    def words(self) -> str:
        """All of it in the order in which it is read aloud, with single spaces."""
        return " ".join(" ".join(page.extract_text() for page in self.file.pages).split())

    def says(self, words: str) -> bool:
        """Whether it holds this, wherever lines were broken."""
        return _bare(words) in _bare(self.words)

    def places(self) -> Iterator[tuple[str, float, float, float, float]]:
        """Each letter, and where it is: left, top, right and bottom in millimetres from the upper left corner."""
        for sheet in self.sheets:
            for number, char in enumerate(sheet.get_text_range()):
                if not char.isspace():
                    left, bottom, right, top = (at / MILLIMETRE for at in sheet.get_charbox(number))
                    yield char, left, 297 - top, right, 297 - bottom

    @cached_property
    def file(self) -> PdfReader:
        """What pypdf makes of it."""
        return PdfReader(BytesIO(self.pdf))

    @property
    def root(self) -> Any:
        """Its catalogue."""
        return self.file.root_object

    def parts(self) -> list[tuple[str, str]]:
        """The parts of the text that are read aloud: what each is, and what it says of a picture."""
        each = (part.get_object() for part in self.root["/StructTreeRoot"]["/K"][0].get_object()["/K"])
        return [(part["/S"], part.get("/Alt", "")) for part in each]


def _bare(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


@pytest.fixture(autouse=True)
def _a_web(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture in place of the spiderweb, so that only the paper is looked at."""
    made = BytesIO()
    Image.new("RGB", (1000, 900), "#fdfcf9").save(made, "PNG")
    monkeypatch.setattr(charts, "draw", lambda _web: made.getvalue())


def read(plan: Plan) -> Read:
    return Read(papers.draw(plan))


@pytest.mark.parametrize("plan", ALL.values(), ids=ALL)
def test_it_is_a_file_that_any_reader_takes(plan: Plan) -> None:
    paper = read(plan)
    assert 1 <= len(paper.file.pages) <= 2
    assert [[round(float(at)) for at in page.mediabox] for page in paper.file.pages] == [[0, 0, 595, 842]] * len(
        paper.file.pages
    )
    assert paper.root["/Lang"] == "nl"
    assert paper.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert len(paper.pdf) < 100_000
    assert papers.draw(drawing.read(plan.write())) == paper.pdf


@pytest.mark.parametrize("plan", ALL.values(), ids=ALL)
def test_its_letters_are_in_the_file(plan: Plan) -> None:
    for page in read(plan).file.pages:
        resources: Any = page["/Resources"]
        fonts = resources["/Font"]
        assert len(fonts) == 2
        for font in fonts.values():
            letters_of = font.get_object()["/DescendantFonts"][0].get_object()
            assert "DejaVu" in letters_of["/BaseFont"]
            assert "/FontFile2" in letters_of["/FontDescriptor"].get_object()


def test_it_is_called_what_it_is() -> None:
    about = read(ORDINARY).file.metadata
    assert about is not None
    assert about.title == "Sam: ondersteuningsplan"
    assert about.creation_date is not None
    assert about.creation_date.date() == DAY


def assert_within(paper: Read) -> None:
    """Every letter stands between the margins."""
    for char, left, top, right, bottom in paper.places():
        assert LEFT - ROUNDED <= left <= right <= RIGHT + ROUNDED, (char, left, right)
        assert TOP <= top <= bottom <= BOTTOM, (char, top, bottom)


@pytest.mark.parametrize("plan", ALL.values(), ids=ALL)
def test_its_words_stand_between_the_margins(plan: Plan) -> None:
    assert_within(read(plan))


def facts(plan: Plan) -> Iterator[str]:
    """All that an ordinary plan holds, as it stands on paper."""
    yield from (plan.youth, f"{plan.begeleider}, begeleider", f"{plan.duo}, duo", plan.phase[1:], plan.network)
    yield f"{plan.moment}, versie {plan.version}".capitalize()
    yield f"{plan.youth} heeft hetzelfde blad."
    for one in plan.parts:
        yield from (letters.name(one.label, NL), one.state)
        yield f"{one.score} · {one.means}" if one.score else "geen cijfer"
        yield f"vorige keer {one.before}" if one.before else ""
        yield from (action.step for action in one.actions)


def test_an_ordinary_plan_says_all_there_is() -> None:
    paper = read(ORDINARY)
    assert [fact for fact in facts(ORDINARY) if not paper.says(fact)] == []
    assert "Dinsdag 24 november 2026" in paper.words
    assert "huisvesting invullen tegen 4 december 2026" in paper.words
    assert "Gelukt: Een lijstje maken" in paper.words
    assert "Laten vallen: Tandarts" in paper.words
    assert "…" not in paper.words


def test_what_one_wants_to_do_something_about_comes_first_and_says_so() -> None:
    late = tuple(replace(one, first_basket=one.label == LABELS[8]) for one in ORDINARY.parts)
    order = ["Hier wil ik nu iets aan doen", "Zelf doen", "Hoe het met de rest gaat", "Wonen", "Wat mijn mensen doen"]
    words = read(replace(ORDINARY, parts=late)).words
    assert order == sorted(order, key=words.index)
    none = read(replace(ORDINARY, parts=tuple(replace(one, first_basket=False) for one in ORDINARY.parts)))
    assert "Hier wil ik" not in none.words
    assert "Hoe het gaat" in none.words


def test_what_is_open_comes_before_what_was_done() -> None:
    done, still_open = Action("gedaan werk", None, ActionState.DONE), Action("open werk", None)
    words = read(replace(EMPTY, parts=(part(0, 3, None, "", done, still_open),))).words
    assert words.index("open werk") < words.index("Gelukt: gedaan werk")


def test_a_plan_without_a_web_says_that_there_are_no_numbers() -> None:
    paper = read(EMPTY)
    assert "Er zijn nog geen cijfers." in paper.words
    assert paper.words.count("geen cijfer") == 10
    assert "duo" not in paper.words
    assert len(paper.file.pages) == 1
    assert not paper.file.pages[0].images


def test_the_web_is_on_the_first_sheet_and_nowhere_else() -> None:
    assert [len(page.images) for page in read(ORDINARY).file.pages] == [1, 0]


def test_who_has_it_read_aloud_hears_headings_and_what_the_picture_is() -> None:
    parts = read(ORDINARY).parts()
    kinds = [kind for kind, _ in parts]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 4
    assert kinds.count("/H3") == len(ORDINARY.parts)
    assert [says for kind, says in parts if kind == "/Figure"] == [
        "Het spinnenweb als tekening. De cijfers staan hieronder, in woorden."
    ]


def test_all_that_is_on_a_sheet_is_read_aloud_or_there_for_the_eye() -> None:
    for page in read(HARD).file.pages:
        content = page.get_contents()
        assert content is not None
        outside = re.sub(rb"BDC.*?EMC|BMC.*?EMC", b"", content.get_data(), flags=re.DOTALL)
        assert b"Tj" not in outside
        assert b" l S" not in outside


def test_the_hardest_plan_keeps_every_domain_and_says_that_there_was_more() -> None:
    paper = read(HARD)
    assert len(paper.file.pages) == 2
    assert [one.label for one in HARD.parts if not paper.says(letters.name(one.label, NL))] == []
    assert CUT in paper.words
    assert paper.words.count("☐") == paper.words.count("☑") == paper.words.count("☒") == len(HARD.parts)
    assert paper.words.count("Laten vallen: (emoji)") == len(HARD.parts)
    assert not paper.says(LONG_STATE)


def test_steps_that_there_is_no_room_for_are_counted() -> None:
    many = tuple(Action(f"stap {number}", DAY) for number in range(40))
    paper = read(replace(EMPTY, parts=tuple(part(number, 5, None, "", *many) for number in range(11))))
    assert len(paper.file.pages) == 2
    assert "… en nog 35 stappen" in paper.words
    assert CUT in paper.words


def test_no_plan_needs_a_third_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = "W" * 400
    one = Part(
        wide, 10, wide, 10, first_basket=True, state=wide * 9, actions=(Action(wide, DAY, ActionState.DROPPED),) * 50
    )
    web = ORDINARY.web
    plan = Plan("nl", wide, wide, wide, wide, 1000, DAY, wide, (one,) * len(Domain), web, wide * 9)
    made = BytesIO()
    Image.new("RGB", (1000, 3000)).save(made, "PNG")
    monkeypatch.setattr(charts, "draw", lambda _web: made.getvalue())
    paper = read(plan)
    assert len(paper.file.pages) == 2
    assert CUT in paper.words
    assert_within(paper)


def test_a_head_that_does_not_fit_says_so() -> None:
    assert CUT in read(replace(EMPTY, phase="week " * 200)).words


def test_one_long_story_is_told_whole_where_there_is_room() -> None:
    paper = read(replace(ORDINARY, parts=(part(0, 3, None, LONG_STATE, first=True),)))
    assert paper.says(LONG_STATE)
    assert CUT not in paper.words


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_whatever_people_are_called(name: str) -> None:
    step = Action(name, DAY)
    named = replace(
        ORDINARY, youth=name, begeleider=name, duo=name, network=name, parts=(part(0, 3, None, name, step),)
    )
    assert_within(read(named))


def test_a_name_in_arabic_is_joined_and_runs_the_other_way() -> None:
    paper = read(replace(EMPTY, youth="محمد"))
    name = [(char, left) for char, left, *_rest in paper.places() if unicodedata.bidirectional(char) == "AL"][:4]
    assert "".join(char for char, _ in sorted(name, key=lambda place: -place[1])) == "محمد"
    assert all(left < 60 for _, left in name)


def test_a_dutch_sentence_about_somebody_with_an_arabic_name_runs_as_dutch_does() -> None:
    places = [(char, left, top) for char, left, top, *_rest in read(replace(EMPTY, youth="محمد")).places()]
    line = sorted((left, char) for char, left, top in places if 281 < top < 284.5)
    assert "".join(char for _, char in line) == "دمحمheefthetzelfdeblad.1/1"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Naar 🏠 toe\n\n  en   terug ", "Naar (emoji) toe\nen terug"),
        ("🎉🎊👍🏽", "(emoji)"),
        ("👨‍👩‍👧", "(emoji)"),
        ("小明 belt", "(letters die dit papier niet kent) belt"),
        ("Aure\u0301lie", "Aurélie"),
        ("\u200b\u202e", ""),
        ("", ""),
    ],
)
def test_own_words_stay_as_they_are_or_say_what_is_missing(words: str, shown: str) -> None:
    assert letters.own_words(words, NL) == shown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("🏠 Wonen", "Wonen"),
        ("⚖️ Uit de problemen", "Uit de problemen"),
        ("🐶", "(emoji)"),
        ("Sam\n🙂", "Sam"),
        ("", ""),
    ],
)
def test_a_name_goes_without_what_decorates_it(words: str, shown: str) -> None:
    assert letters.name(words, NL) == shown


def test_it_speaks_the_language_of_who_reads() -> None:
    english = replace(ORDINARY, language="en")
    paper = read(english)
    assert "Sam has the same paper." in paper.words
    assert "Here I want to do something now" in paper.words
    assert paper.root["/Lang"] == "en"


WORDS = st.text(max_size=700) | st.sampled_from(["x" * 500, "🎉" * 40, LONG_STATE, "a b " * 200, "één\n" * 60])
ACTIONS = st.builds(
    Action, WORDS, st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(list(ActionState))
)
SCORES = st.none() | st.integers(1, 10)
PARTS = st.builds(
    Part, st.text(max_size=40), SCORES, st.text(max_size=20), SCORES, st.booleans(), WORDS,
    st.lists(ACTIONS, max_size=5).map(tuple),
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60), st.text(max_size=60), WORDS, st.lists(PARTS, max_size=11), st.booleans())
def test_whatever_is_written(
    youth: str, duo: str, network: str, parts: list[Part], with_web: bool  # noqa: FBT001 - drawn
) -> None:  # fmt: skip
    web = ORDINARY.web if with_web else None
    plan = replace(ORDINARY, youth=youth, duo=duo, network=network, parts=tuple(parts), web=web)
    paper = read(plan)
    assert 1 <= len(paper.file.pages) <= 2
    assert_within(paper)
    if CUT not in paper.words:
        said = [network, *(one.state for one in parts), *(action.step for one in parts for action in one.actions)]
        plain = [letters.own_words(words, NL) for words in said]
        assert [words for words in plain if not letters.is_joined(words) and not paper.says(words)] == []


def test_facts_that_nobody_can_put_on_paper() -> None:
    @dataclass(frozen=True)
    class Unprinted(Drawing, name="printed by nobody"):
        """One that has no paper."""

    with pytest.raises(TypeError, match="printed by nobody"):
        papers.draw(Unprinted("nl"))
