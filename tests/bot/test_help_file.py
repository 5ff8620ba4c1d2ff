"""HELP_FILE: numbers and words of one's own, and a sentence for each mistake in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ending import WrongSetting
from bot.help_file import read_help
from bot.settings import ADVICE
from programme.crisis import HINTS
from programme.helplines import HELP_LINES, HelpFor
from sandbox.town import Town
from tests.people import sam_with_lotte

EXAMPLE = Path(__file__).parents[2] / "help.example.toml"
TWO = """
[[line]]
number = "0470 12 34 56"
name = "Wacht van {and_}de regio"
says = "als je <buiten> staat"
always = false
checked_on = 2026-11-01

[[line]]
number = "112"
name = "Noodcentrale"
for = "emergency"
always = true
checked_on = 2026-11-01

[[line]]
number = "1813"
name = "Zelfmoordlijn"
for = "suicide"
always = true
checked_on = 2026-11-01
"""


def written(folder: Path, words: str) -> str:
    path = folder / "help.toml"
    path.write_text(words)
    return str(path)


def test_without_one_the_built_in_holds() -> None:
    assert read_help("").lines == HELP_LINES
    assert read_help("").hints is HINTS


def test_the_example_is_what_is_built_in() -> None:
    assert read_help(str(EXAMPLE)).lines == HELP_LINES
    assert read_help(str(EXAMPLE)).hints is HINTS


def test_lines_of_ones_own_take_the_place_of_the_others(tmp_path: Path) -> None:
    lines = read_help(written(tmp_path, TWO)).lines
    assert [line.number for line in lines] == ["112", "1813", "0470 12 34 56"]
    assert [line.key for line in lines] == [HelpFor.EMERGENCY, HelpFor.SUICIDE, None]


def test_words_alone_leave_the_lines(tmp_path: Path) -> None:
    words = '[words]\nhints = ["naar de .. wuppe"]\neveryday = ["dood van de wuppe"]\nleave_out = ["zm"]\n'
    found = read_help(written(tmp_path, words))
    assert found.lines == HELP_LINES
    assert found.hints.found_in("ik ga naar de grote WUPPE")
    assert found.hints.found_in("ik wil dood")
    assert not found.hints.found_in("ik wil dood van de wuppe")
    assert not found.hints.found_in("zm")


LINE = '[[line]]\nnumber="106"\nname="x"\nfor="listening"\nalways=true\nchecked_on=2026-11-01\n'


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        pytest.param("[[line", ["HELP_FILE is no TOML: "], id="no TOML"),
        pytest.param("lines = 1", ["lines says nothing here: there is only [[line]] and [words]."], id="elsewhere"),
        pytest.param("line = 1", ["write each number under [[line]]."], id="no lines"),
        pytest.param("words = 1", ["write the words under [words]."], id="no words"),
        pytest.param(
            LINE,
            [
                'a line for = "emergency" with always = true is missing.',
                'a line for = "suicide" with always = true is missing.',
            ],
            id="needed",
        ),
        pytest.param(TWO + LINE.replace('"106"', "106"), ["line 4 (106): number must be figures"], id="a number"),
        pytest.param(TWO + LINE.replace("106", "113"), ["line 4 (113): that is a Dutch number"], id="113"),
        pytest.param(TWO + LINE.replace('"x"', '""'), ["line 4 (106): name must be a few words"], id="no name"),
        pytest.param(TWO + LINE.replace("listening", "tea"), ["line 4 (106): for must be one of emergency,"], id="for"),
        pytest.param(TWO + LINE.replace('for="listening"\n', ""), ["line 4 (106): for or says must tell"], id="no for"),
        pytest.param(TWO + LINE.replace('for="listening"', "says=1"), ["line 4 (106): says must be"], id="says"),
        pytest.param(TWO + LINE.replace("=true", '="ja"'), ["line 4 (106): always must be"], id="always"),
        pytest.param(TWO + LINE.replace("2026-11-01", '"nu"'), ["line 4 (106): checked_on must be a day"], id="a day"),
        pytest.param(TWO + LINE + 'open="9u"', ["line 4 (106): open says nothing here."], id="hours"),
        pytest.param(TWO + LINE + LINE, ["106 stands there twice."], id="twice"),
        pytest.param(
            TWO + "".join(LINE.replace("106", f"1{at}6") for at in range(10, 28)), ["20 lines at most."], id="too many"
        ),
        pytest.param("[words]\nhint = []", ["hint says nothing under [words]"], id="another list"),
        pytest.param("[words]\nhints = 'x'", ["hints must be a list"], id="no list"),
        pytest.param("[words]\nhints = ['..', '!']", ["hints: '..' cannot", "hints: '!' cannot"], id="no phrase"),
        pytest.param("[words]\nleave_out = ['wuppe']", ["leave_out: the bot has no 'wuppe'."], id="not ours"),
    ],
)
def test_each_mistake_is_a_sentence(tmp_path: Path, words: str, sentences: list[str]) -> None:
    with pytest.raises(WrongSetting) as caught:
        read_help(written(tmp_path, words))
    said = str(caught.value).splitlines()
    assert len(said) == len(sentences)
    for one, sentence in zip(said, sentences, strict=True):
        assert one.startswith("HELP_FILE")
        assert sentence in one


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting) as caught:
        read_help(str(tmp_path / "nothing.toml"))
    assert str(caught.value) == f"HELP_FILE cannot be used: {ADVICE['HELP_FILE']}"


@pytest.mark.asyncio
async def test_they_are_what_a_youth_sees(town: Town, tmp_path: Path) -> None:
    sam, lotte = await sam_with_lotte(town, at=None)
    words = TWO + '[words]\nhints = ["naar de .. wuppe"]\n'
    town.settings = town.settings.model_copy(update={"help_file": written(tmp_path, words)})
    await town.restart()
    await sam.says("/hulp")
    shown = sam.expects("Dit kan je hier").plain
    assert "0470 12 34 56 Wacht van {and_}de regio: als je <buiten> staat" in shown
    assert "106" not in shown
    await sam.says("naar de wuppe")
    sam.expects("Dat klinkt zwaar.")
    lotte.expects("Sam vraagt aandacht.")
    lotte.expects("wuppe")
