// The messages of one phone: in order, with the days between them, and walked through with the arrow keys.

import { h, icon } from "./dom.js";
import { bubble } from "./bubble.js";
import { openActions } from "./actions.js";
import { follow } from "./links.js";
import { dayName } from "./times.js";
import { t } from "./words.js";

/** So many messages are drawn at once; older ones follow when one scrolls up to them. */
const AT_ONCE = 60;

/** So many messages at most are laid out together: a new one moves those of its own block only. */
const IN_A_BLOCK = 60;

const FAR = 80; // pixels from the newest message; nearer than that one is reading along

export class Chat {
  #rows = new Map();
  #older = []; // ids of messages that are not drawn yet
  #below = 0;
  #up = false;

  constructor(phone) {
    this.phone = phone;
    this.empty = h("p", { class: "empty" }, t("emptyChat"));
    this.list = h("div", { class: "messages", role: "log", "aria-live": "off", // one place on the page speaks: announcer.js
      "aria-label": t("chatOf", { name: phone.person.name, bot: phone.town.bot.name }),
      keydown: (event) => this.#walk(event), click: (event) => this.#click(event) }, this.empty);
    this.window = h("div", { class: "window", scroll: () => this.#scrolled() }, this.list);
    this.jump = h("button", { type: "button", class: "jump", hidden: true, "aria-label": t("newest"), click: () => this.toNewest() }, icon("down"));
    this.#older = [...phone.person.messages.keys()];
    this.#showEmpty();
  }

  put(message, fresh) {
    const old = this.#rows.get(message.id);
    if (old) this.#steady(() => this.#swap(old, message));
    else if (fresh) this.#steady(() => this.#append(message));
    this.#showEmpty();
    if (fresh && message.mine) this.toNewest();
    else if (fresh && this.#up) this.#countBelow(this.#below + 1);
  }

  drop(id) {
    const row = this.#rows.get(id);
    const focused = row?.contains(document.activeElement);
    this.#steady(() => row?.remove());
    this.#rows.delete(id);
    if (row === this.stop && this.#rows.size) this.#current([...this.#rows.values()].at(-1));
    if (focused) (this.#rows.size ? this.stop : this.phone.composer.field).focus({ preventScroll: true });
    this.#tidy();
    this.#showEmpty();
  }

  toNewest() {
    this.window.scrollTop = 0; // the window counts from below
    this.#up = false;
    this.#countBelow(0);
  }

  lookAt(id) {
    while (this.#older.includes(id)) this.#drawOlder();
    const row = this.#rows.get(id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "center" });
    row?.animate({ background: ["var(--green-soft)", "transparent"] }, 1400);
  }

  #append(message) {
    const nodes = this.#draw([message], this.lastDay);
    nodes.at(-1).classList.add("fresh");
    this.#lastBlock().append(...nodes);
    this.#current(nodes.at(-1));
  }

  #lastBlock() {
    const last = this.list.lastElementChild;
    if (last.matches(".block") && last.childElementCount < IN_A_BLOCK) return last;
    const block = h("div", { class: "block" });
    this.list.append(block);
    return block;
  }

  /** Without days on which nothing is left, and without empty blocks. */
  #tidy() {
    const lines = [...this.list.querySelectorAll(".day, .row")];
    lines.forEach((line, index) => { if (line.matches(".day") && !lines[index + 1]?.matches(".row")) line.remove(); });
    for (const block of this.list.querySelectorAll(".block:empty")) block.remove();
  }

  /** Changes something, and leaves what somebody is reading back where it was. */
  #steady(change) {
    const mark = this.#up ? this.#inView() : null;
    const was = mark?.getBoundingClientRect().top;
    change();
    if (mark?.isConnected) this.window.scrollTop += mark.getBoundingClientRect().top - was;
  }

  #inView() {
    const top = this.window.getBoundingClientRect().top;
    const reaches = (node) => node.getBoundingClientRect().bottom > top;
    return [...([...this.list.querySelectorAll(".block")].find(reaches)?.querySelectorAll(".row") ?? [])].find(reaches);
  }

  #drawOlder() {
    const messages = this.#older.splice(-AT_ONCE).map((id) => this.phone.person.messages.get(id)).filter(Boolean);
    if (!messages.length) return;
    const below = this.list.querySelector(".day");
    if (below?.textContent === dayName(messages.at(-1).at)) below.remove();
    const nodes = this.#draw(messages, null);
    this.list.setAttribute("aria-busy", "true"); // old messages are no news to a screen reader
    this.list.prepend(h("div", { class: "block" }, nodes));
    this.list.removeAttribute("aria-busy");
    this.#rows = new Map([...this.list.querySelectorAll(".row")].map((row) => [Number(row.dataset.id), row]));
    this.lastDay = [...this.list.querySelectorAll(".day")].at(-1).textContent;
    if (!this.stop) this.#current(nodes.at(-1));
  }

  /** Rows for these messages, with a line where another day than `day` begins. */
  #draw(messages, day) {
    return messages.flatMap((message) => {
      const row = bubble(this.phone, message);
      this.#rows.set(message.id, row);
      const today = dayName(message.at);
      const line = today === day ? [] : [h("div", { class: "day" }, h("span", {}, today))];
      day = today;
      this.lastDay = today;
      return [...line, row];
    });
  }

  /** The one row that the Tab key stops at, and after it at the button with what can be done with it. */
  #current(row) {
    for (const [one, index] of [[this.stop, -1], [row, 0]]) {
      for (const node of one ? [one, one.querySelector(".more")] : []) node.tabIndex = index;
    }
    this.stop = row;
  }

  #swap(old, message) {
    const row = bubble(this.phone, message);
    if (old === this.stop) this.#current(row);
    const focused = old.contains(document.activeElement) && (document.activeElement.dataset.key ?? "");
    old.replaceWith(row);
    this.#rows.set(message.id, row);
    if (focused === false) return;
    (row.querySelector(`[data-key="${focused}"]`) ?? row).focus({ preventScroll: true });
  }

  #showEmpty() {
    if (!this.#rows.size) this.#drawOlder();
    this.empty.hidden = this.#rows.size > 0;
    if (!this.empty.hidden) this.lastDay = null;
  }

  #walk(event) {
    const row = event.target.closest(".row");
    if (event.target !== row) return;
    const rows = [...this.#rows.values()];
    const at = rows.indexOf(row);
    const target = { ArrowUp: rows[at - 1], ArrowDown: rows[at + 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (event.key === "Enter" || event.key === " ") this.#act(row);
    else if (target) { this.#current(target); target.focus(); }
    else return;
    event.preventDefault();
  }

  #act(row) {
    const message = this.phone.person.messages.get(Number(row.dataset.id));
    if (message) openActions(this.phone, message);
  }

  #click(event) {
    const tapped = event.target.closest("a[href]");
    if (tapped && !tapped.download && follow(tapped.getAttribute("href"), this.phone)) event.preventDefault();
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.window;
    this.#up = scrollTop < -FAR;
    if (scrollHeight + scrollTop - clientHeight < clientHeight) this.#drawOlder();
    if (this.#up) this.jump.hidden = false;
    else this.#countBelow(0);
  }

  #countBelow(count) {
    this.#below = count;
    this.jump.hidden = !this.#up;
    this.jump.dataset.count = count || "";
    this.jump.setAttribute("aria-label", count ? t("newestOf", { count }) : t("newest"));
  }
}
