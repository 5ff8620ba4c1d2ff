"""What one does in a chat on the page, in a real browser: send, answer, change, hide, read back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
import segno
from playwright.async_api import FilePayload, Locator, Page, expect

from programme.helplines import HELP_LINES
from sandbox.markup import read_html
from sandbox.model import Attachment, ChangeKind, Contact, Location, Media, MediaKind, Message, Text
from sandbox.plain import typed
from tests.sandbox.echo import EchoTown
from tests.sandbox.pages import IN_A_BROWSER, phone, says, starts

pytestmark = IN_A_BROWSER

#: How much dearer a new message may be in a chat of 500 than in one of 20.
DEARER = 4
PDF = b"%PDF-1.7\r\n" + bytes(range(256))

#: Puts files in the hands of an element, dropped there or pasted.
HAND_OVER = """(node, [event, name, mime, content]) => {
  const bytes = new DataTransfer();
  bytes.items.add(new File([new Uint8Array(content)], name, { type: mime }));
  const given = event === "paste"
    ? new ClipboardEvent("paste", { clipboardData: bytes, bubbles: true, cancelable: true })
    : new DragEvent("drop", { dataTransfer: bytes, bubbles: true, cancelable: true });
  node.dispatchEvent(given);
}"""
NO_MICROPHONE = "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('none')); }"
HOLD = """node => node.dispatchEvent(
  new PointerEvent("pointerdown", { pointerType: "touch", clientX: 9, clientY: 9, bubbles: true }))"""
#: Where a message stands, whose text contains this.
TOP = """(chat, text) => [...chat.querySelectorAll(".row")]
  .find(row => row.textContent.includes(text)).getBoundingClientRect().top"""
#: What one new message costs in a chat of so many, all of them drawn: the middle one of thirty.
COST = """async (count) => {
  const { Chat } = await import("/static/chat.js");
  const at = "2026-11-24T16:30:00+00:00";
  const message = (id) =>
    ({ id, mine: false, at, text: `bericht ${id}`, entities: [], reactions: [], buttons: [[{ text: "Ja" }]] });
  const messages = new Map(Array.from({ length: count }, (_, id) => [id + 1, message(id + 1)]));
  const chat = new Chat({ person: { name: "x", messages }, town: { bot: { name: "y" } }, waiting: new Map() });
  const usual = document.querySelector(".window");
  usual.replaceWith(chat.window);
  chat.lookAt(1);
  chat.toNewest();
  const costs = [];
  for (let id = count + 1; id <= count + 30; id += 1) {
    const begin = performance.now();
    chat.put(message(id), true);
    chat.window.lastElementChild.getBoundingClientRect();
    costs.push(performance.now() - begin);
    await new Promise(requestAnimationFrame);
  }
  const drawn = chat.list.querySelectorAll(".row").length;
  chat.window.replaceWith(usual);
  return { cost: costs.sort((one, other) => one - other)[15], drawn };
}"""

#: How many lines of a message lie under the button for its actions.
COVERED = """message => {
  const words = document.createRange();
  words.selectNodeContents(message.querySelector(".text"));
  const dots = message.querySelector(".more .icon").getBoundingClientRect();
  const beside = (line) => line.right <= dots.left || line.left >= dots.right;
  const under = (line) => !beside(line) && line.bottom > dots.top && line.top < dots.bottom;
  return [...words.getClientRects()].filter(under).length;
}"""


@pytest.fixture
def town(echo_town: EchoTown) -> EchoTown:
    """The town that the page shows."""
    return echo_town


def picture() -> bytes:
    """A small one."""
    drawn = BytesIO()
    segno.make("spoor").save(drawn, kind="png", scale=4)
    return drawn.getvalue()


def from_bot(town: EchoTown, text: Text, attachment: Attachment | None = None) -> Message:
    """Something the bot sent to Sam."""
    chat = town.telegram.accounts.chats[town.sam.id]
    number = town.telegram.book.next_id()
    return town.telegram.book.add(Message(number, chat, town.telegram.bot, town.now(), text, attachment))


def sent(town: EchoTown) -> list[Media]:
    """The files Sam sent, oldest first."""
    messages = (one for one in town.telegram.messages(town.sam.id) if not one.from_bot)
    return [one.attachment for one in messages if isinstance(one.attachment, Media)]


async def attach(page: Page, what: str) -> Locator:
    """Opens the menu of what can be sent from Sam's phone, and chooses."""
    sam = phone(page, "Sam")
    await sam.get_by_role("button", name="Foto, bestand of plaats sturen").click()
    await sam.get_by_role("menuitem", name=what).click()
    return page.get_by_role("dialog")


async def test_pictures_and_files_are_chosen_dropped_and_pasted(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    sam, dialog = phone(page, "Sam"), page.get_by_role("dialog")
    async with page.expect_file_chooser() as chooser:
        await attach(page, "Foto")
    files = [FilePayload(name=f"{name}.png", mimeType="image/png", buffer=picture()) for name in ("een", "twee")]
    await (await chooser.value).set_files(files)
    await dialog.get_by_role("textbox").fill("twee foto's")
    await dialog.get_by_role("button", name="Versturen").click()
    await expect(sam.get_by_role("button", name="Foto groter bekijken")).to_have_count(2)
    await sam.get_by_role("textbox").fill("hier is hij")
    await sam.get_by_role("log").locator("..").evaluate(HAND_OVER, ["drop", "brief.pdf", "application/pdf", list(PDF)])
    await dialog.get_by_role("button", name="Versturen").click()
    await expect(sam.get_by_role("link", name="brief.pdf 266 B")).to_be_visible()
    await sam.get_by_role("textbox").evaluate(HAND_OVER, ["paste", "plak.png", "image/png", list(picture())])
    await dialog.get_by_role("checkbox", name="Als bestand").check()
    await dialog.get_by_role("button", name="Versturen").click()
    await expect(sam.get_by_role("link", name="plak.png")).to_be_visible()
    assert [one.kind for one in sent(town)] == [MediaKind.PHOTO] * 2 + [MediaKind.DOCUMENT] * 2
    assert [one.file.content for one in sent(town)] == [picture(), picture(), PDF, picture()]
    albums = [one.album for one in town.telegram.messages(town.sam.id) if isinstance(one.attachment, Media)]
    assert albums[0] == albums[1] != albums[2] is None
    said = [one.plain for one in town.telegram.messages(town.sam.id) if isinstance(one.attachment, Media)]
    assert said == ["twee foto's", "", "hier is hij", ""]


async def test_a_voice_a_place_and_a_sticker(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    sam = phone(page, "Sam")
    await sam.get_by_role("button", name="Spraakbericht opnemen").click()
    await expect(sam.get_by_role("timer", name="Opname")).to_have_text("0:01")
    await sam.get_by_role("group", name="Opname").get_by_role("button", name="Versturen").click()
    await expect(sam.locator("audio")).to_have_count(1)
    await sam.get_by_role("button", name="Spraakbericht opnemen").click()
    await sam.get_by_role("group", name="Opname").get_by_role("button", name="Versturen").press("Escape")
    await expect(sam.get_by_role("textbox")).to_be_focused()
    await page.evaluate(NO_MICROPHONE)
    await sam.get_by_role("button", name="Spraakbericht opnemen").click()
    await sam.get_by_role("menuitem", name="12 seconden").click()
    sample = sam.locator(".voice").nth(1)
    await expect(sample).to_contain_text("0:12")
    await sample.locator("audio").evaluate("sound => { sound.currentTime = 11.8; return sound.play(); }")
    await sample.locator("audio").evaluate("sound => new Promise(done => { sound.onended = done; })")
    voices = sent(town)
    assert [one.kind for one in voices] == [MediaKind.VOICE] * 2
    assert len(voices[0].file.content) > 0
    assert (voices[1].seconds, len(voices[1].file.content)) == (12, 44 + 12 * 16_000)
    town.clock.wind(town.now() + timedelta(minutes=1))  # a chat gets so many messages at once, and no more
    await (await attach(page, "Locatie")).get_by_role("button", name="Gent-Sint-Pieters").click()
    await expect(sam.get_by_role("link", name="Bekijk op de kaart")).to_have_count(1)
    dialog = await attach(page, "Locatie")
    await dialog.get_by_role("spinbutton", name="Breedte").fill("50.85")
    await dialog.get_by_role("spinbutton", name="Lengte").fill("4.35")
    await dialog.get_by_role("button", name="Versturen").click()
    await expect(sam.get_by_text("50.85000, 4.35000")).to_be_visible()
    await attach(page, "Sticker")
    await sam.get_by_role("menuitem", name="🐸").click()
    await expect(sam.get_by_role("img", name="Sticker 🐸")).to_be_visible()
    assert sent(town)[-1].file.content[8:12] == b"WEBP"


async def test_what_the_bot_sends_is_shown_and_handed_over(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    keep, sam = town.telegram.files.keep, phone(page, "Sam")
    covered = replace(keep(MediaKind.PHOTO, picture(), name="p", mime="image/png"), covered=True)
    from_bot(town, Text("kijk"), covered)
    await sam.get_by_role("button", name="Verborgen foto").click()
    await sam.get_by_role("button", name="Foto groter bekijken").click()
    await page.keyboard.press("Escape")
    from_bot(town, Text(""), keep(MediaKind.DOCUMENT, PDF, name="jouw agenda.ics", mime="text/calendar"))
    async with page.expect_download() as download:
        await sam.get_by_role("link", name="jouw agenda.ics").click()
    handed = await download.value
    assert handed.suggested_filename == "jouw agenda.ics"
    assert (await handed.path()).read_bytes() == PDF
    from_bot(town, Text(""), keep(MediaKind.DOCUMENT, PDF, name="jouw plan.pdf", mime="application/pdf"))
    plan = sam.get_by_role("link", name="jouw plan.pdf")
    async with page.expect_popup() as tab:
        await plan.click()
    assert await plan.get_attribute("download") is None
    await (await tab.value).close()
    from_bot(town, Text(""), Location(51.05, 3.72))
    place = sam.get_by_role("link", name="Bekijk op de kaart")
    await expect(place).to_have_attribute("rel", "noopener noreferrer")
    await expect(place).to_have_attribute("href", re.compile("mlat=51.05000&mlon=3.72000"))
    from_bot(town, Text(""), Contact("+32 470 12 34 56", "Lotte"))
    await sam.get_by_role("link", name="Lotte +32 470 12 34 56").click()
    await expect(sam.get_by_role("status")).to_contain_text("+32470123456")


async def test_what_can_be_done_with_a_message(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    sam = phone(page, "Sam")
    said = from_bot(town, typed("van de bot"))
    row = sam.get_by_role("article").filter(has_text="van de bot")
    await row.focus()
    await page.keyboard.press("Tab")
    await expect(row.get_by_role("button", name="Wat doe je met dit bericht?")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(sam.get_by_role("menuitem", name="Bewerken")).to_have_count(0)
    await sam.get_by_role("menuitem", name="Verwijderen op deze gsm").click()
    await expect(row).to_have_count(0)
    assert town.telegram.book.find(town.sam.id, said.id) == said
    photo = town.telegram.files.keep(MediaKind.PHOTO, picture(), name="p", mime="image/png")
    mine = sam.get_by_role("article").filter(has=page.get_by_role("button", name="Foto groter bekijken"))
    shown = town.telegram.send(town.sam, photo, "mijn foto")
    await mine.evaluate(HOLD)
    await sam.get_by_role("menuitem", name="Bewerken").click()
    await says(page, "Sam", "")
    await expect(mine).to_contain_text("bewerkt")
    await expect(mine).not_to_contain_text("mijn foto")
    await mine.locator("time").click(button="right")
    await sam.get_by_role("menuitem", name="Antwoorden").click()
    await attach(page, "Spraakbericht, een voorbeeld")
    await sam.get_by_role("menuitem", name="3 seconden").click()
    answer = sam.get_by_role("article").filter(has=page.locator("audio"))
    for number in range(12):
        from_bot(town, Text(f"en {number}"))
    await expect(mine).not_to_be_in_viewport()
    await answer.get_by_role("button", name="Sam Foto").click()
    await expect(mine).to_be_in_viewport()
    await expect(mine).to_be_focused()
    assert [one.reply_to for one in town.telegram.messages(town.sam.id) if isinstance(one.attachment, Media)][
        1
    ] == shown.id


async def test_hidden_words_numbers_and_links(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    sam = phone(page, "Sam")
    secret = from_bot(town, read_html("De code is <tg-spoiler>1234 of bel 112</tg-spoiler>."))
    row = sam.get_by_role("article").filter(has_text="De code is").first
    await expect(row.locator("a")).to_be_hidden()
    town.telegram.write(town.sam, "merci", reply_to=secret.id)
    await expect(sam.locator(".quote")).to_contain_text("De code is ▒▒▒▒")
    await row.press("Enter")
    await sam.get_by_role("menuitem", name="Antwoorden").click()
    await expect(sam.locator(".about")).to_contain_text("De code is ▒▒▒▒")
    await row.locator("a").click(force=True)
    await expect(row.get_by_role("button", name="Verborgen tekst")).to_have_count(0)
    await expect(sam.get_by_role("status")).to_be_empty()
    await row.get_by_role("link", name="112").click()
    await expect(sam.get_by_role("status")).to_contain_text("112")
    lines = " – ".join(f"{line.name}: {line.number}" for line in HELP_LINES)
    from_bot(town, typed(f"{lines}. Of sam@caw.be, caw.be/jac en +32 470 12 34 56. Niet om 17u30 of 01/02/2026 10:30."))
    links = sam.get_by_role("article").last.get_by_role("link")
    numbers = [f"tel:{line.number.replace(' ', '')}" for line in HELP_LINES]
    found = await links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert found.count("tel:1712") == 2  # its name is its number
    expected = {*numbers, "mailto:sam@caw.be", "https://caw.be/jac", "tel:+32470123456"}
    assert (set(found), len(found)) == (expected, len(expected) + 1)
    assert await links.evaluate_all("links => links.every(link => link.rel === 'noopener noreferrer')")


async def test_reading_back_stays_put_and_counts_what_is_new(page: Page, town: EchoTown) -> None:
    for number in range(119):
        from_bot(town, Text(f"regel {number}."))
    sam = phone(page, "Sam")
    await expect(sam.get_by_text("regel 118.")).to_be_in_viewport()
    chat = sam.get_by_role("log").locator("..")
    await chat.evaluate("chat => chat.scrollTo(0, -900)")
    await expect(sam.get_by_role("button", name="Naar het laatste bericht")).to_be_visible()
    before = await chat.evaluate(TOP, "regel 99.")
    for number in range(5):
        from_bot(town, Text(f"nieuw {number}"))
    jump = sam.get_by_role("button", name="Naar het laatste bericht, 5 nieuw")
    await expect(jump).to_be_visible()
    assert abs(await chat.evaluate(TOP, "regel 99.") - before) < 5
    await jump.click()
    await expect(sam.get_by_text("nieuw 4")).to_be_in_viewport()
    await expect(jump).to_be_hidden()


async def test_a_new_message_costs_hardly_more_among_five_hundred(page: Page) -> None:
    await expect(phone(page, "Sam")).to_be_visible()
    measured = {count: [await page.evaluate(COST, count) for _ in range(3)] for count in (20, 500)}
    assert [one["drawn"] for one in measured[500]] == [530] * 3
    few, many = (min(one["cost"] for one in measured[count]) for count in (20, 500))
    assert many < DEARER * few


async def test_typing_shows_and_what_is_not_looked_at_is_counted(page: Page, town: EchoTown) -> None:
    await starts(page, "Yara")
    from_bot(town, Text("voor Sam"))
    sam = phone(page, "Sam")
    await expect(sam.get_by_label("1 ongelezen")).to_have_text("1")
    await expect(page).to_have_title("(1) Spoor, de zandbak")
    await sam.get_by_text("voor Sam").click()
    await expect(sam.get_by_label("1 ongelezen")).to_be_hidden()
    await expect(page).to_have_title("Spoor, de zandbak")
    town.telegram.feed.tell(ChangeKind.TYPING, town.sam.id, by_bot=True)
    await expect(sam.get_by_text("Spoor schrijft…")).to_be_visible()
    from_bot(town, Text("hier"))
    await expect(sam.get_by_text("Spoor schrijft…")).to_be_hidden()


async def test_the_actions_of_a_message_do_not_cover_its_words(page: Page, town: EchoTown) -> None:
    await starts(page, "Sam")
    from_bot(town, Text("zeggen" * 60))
    message = phone(page, "Sam").get_by_role("article").last
    await expect(message).to_contain_text("zeggen")
    await message.hover()
    await expect(message.get_by_role("button", name="Wat doe je met dit bericht?")).to_be_visible()
    assert await message.evaluate(COVERED) == 0
