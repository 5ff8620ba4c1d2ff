"""Reading Telegram's HTML, and showing it safely on a page."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.markup import read_html, safe_html
from sandbox.model import Entity, Text
from sandbox.plain import trimmed, typed, units


@pytest.mark.parametrize(
    ("source", "plain", "entities"),
    [
        ("plain", "plain", ()),
        ("a &lt;b&gt; &amp;amp; &quot;&#233;&#x1F600;", 'a <b> &amp; "é😀', ()),
        ("&copy; 2026 &", "&copy; 2026 &", ()),
        ("😄 <b>vet</b>", "😄 vet", (Entity("bold", 3, 3),)),
        ("<b>a<i>b</i></b>", "ab", (Entity("bold", 0, 2), Entity("italic", 1, 1))),
        ('<a href="https://x.be/?a=1&amp;b=2">hier</a>', "hier", (Entity("text_link", 0, 4, "https://x.be/?a=1&b=2"),)),
        ('<span class="tg-spoiler">geheim</span>', "geheim", (Entity("spoiler", 0, 6),)),
        (
            '<pre><code class="language-py">x</code></pre>',
            "x",
            (Entity("code", 0, 1, language="py"), Entity("pre", 0, 1)),
        ),
        ("<b></b>x", "x", ()),
        ("<blockquote expandable>wijs</blockquote>", "wijs", (Entity("blockquote", 0, 4),)),
    ],
)
def test_reading(source: str, plain: str, entities: tuple[Entity, ...]) -> None:
    assert read_html(source) == Text(plain, entities)


@given(st.text())
def test_escaped_text_is_read_back_as_it_was(text: str) -> None:
    kept = "".join(" " if character < " " and character != "\n" else character for character in text.replace("\r", ""))
    assert read_html(html.escape(text, quote=False)) == Text(kept)


@given(
    st.text(), st.lists(st.tuples(st.sampled_from(["bold", "code", "text_link", "spoiler", "url"]), st.integers(0, 9)))
)
def test_a_page_never_gets_markup_from_a_text(text: str, marks: list[tuple[str, int]]) -> None:
    entities = tuple(Entity(kind, offset, 3, "javascript:alert(1)") for kind, offset in marks)
    shown = safe_html(Text(text, entities))
    for tag in ("b", "/b", "code", "/code", '"spoiler"', 'span class="spoiler"', "/span", "/a"):
        shown = shown.replace(f"<{tag}>", "")
    assert "<script" not in shown
    assert "javascript:" not in safe_html(Text("x" * 20, entities))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (Text("1 < 2 & 3"), "1 &lt; 2 &amp; 3"),
        (Text("ja", (Entity("bold", 0, 2), Entity("italic", 1, 1))), "<b>j</b><b><i>a</i></b>"),
        (typed("bel 0800 13 500 nu"), 'bel <a href="tel:080013500" rel="noopener">0800 13 500</a> nu'),
        (
            typed("t.me/spoor_bot?start=x."),
            '<a href="https://t.me/spoor_bot?start=x" rel="noopener">t.me/spoor_bot?start=x</a>.',
        ),
        (Text("klik", (Entity("text_link", 0, 4, "javascript:x"),)), "klik"),
    ],
)
def test_showing(text: Text, shown: str) -> None:
    assert safe_html(text) == shown


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start abc", ["bot_command"]),
        ("/start@spoor_bot", ["bot_command"]),
        ("kijk 1/2 en a/b", []),
        ("24/11/2026 om 17u30", []),
        ("112 of 1813", []),
        ("+32 470 12 34 56", ["phone_number"]),
        ("@lotte_b of lotte@oranje.example", ["mention", "email"]),
        ("https://x.be/a/start", ["url"]),
        ("kijk op caw.be/jongeren, www.awel.be of 1712.be.", ["url", "url", "url"]),
        ("sam.peeters@caw.be", ["email"]),
        ("een zin.En nog een, of a.b en 3.5", []),
        ("0470/12.34.56 en 0800 13 500", ["phone_number", "phone_number"]),
        ("01/02/2026 10:30", []),
    ],
)
def test_what_telegram_marks_by_itself(text: str, kinds: list[str]) -> None:
    assert [entity.kind for entity in typed(text).entities] == kinds


@given(st.text(alphabet=" \n😄ab", max_size=12), st.integers(0, 12), st.integers(1, 12))
def test_trimming_keeps_what_is_marked(text: str, start: int, length: int) -> None:
    entity = Entity("bold", start, min(length, max(units(text) - start, 0)))
    for kept in trimmed(Text(text, (entity,))).entities:
        assert kept.offset >= 0
        assert kept.length > 0
        assert kept.offset + kept.length <= units(text.strip())
