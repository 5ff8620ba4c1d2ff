// The messages of one phone: in order, with the days between them, and walked through with the arrow keys.

import { h, icon } from "./dom.js";
import { bubble } from "./bubble.js";
import { openActions } from "./actions.js";
import { follow } from "./links.js";
import { dayName } from "./times.js";
import { t } from "./words.js";

/** So many messages are drawn at once; older ones follow when one scrolls up to them. */
const AT_ONCE = 60;

export class Chat {
  #rows = new Map();
  #older = []; // ids of messages that are not drawn yet
  #below = 0;

  constructor(phone) {
    this.phone = phone;
    this.empty = h("p", { class: "empty" }, t("emptyChat"));
    this.list = h("div", { class: "messages", role: "log",
      "aria-label": t("chatOf", { name: phone.person.name, bot: phone.town.bot.name }),
      keydown: (event) => this.#walk(event), click: (event) => this.#click(event) }, this.empty);
    this.window = h("div", { class: "window", scroll: () => this.#scrolled() }, this.list);
    this.jump = h("button", { type: "button", class: "jump", hidden: true, "aria-label": t("newest"), click: () => this.toNewest() }, icon("down"));
    this.#older = [...phone.person.messages.keys()];
    this.#showEmpty();
  }

  put(message, fresh) {
    const old = this.#rows.get(message.id);
    if (old) this.#swap(old, message);
    else if (fresh) this.#append(message);
    this.#showEmpty();
    if (fresh && message.mine) this.toNewest();
    else if (fresh && this.#isUp()) this.#countBelow(this.#below + 1);
  }

  drop(id) {
    const row = this.#rows.get(id);
    const focused = row?.contains(document.activeElement);
    row?.remove();
    this.#rows.delete(id);
    if (row === this.stop && this.#rows.size) this.#current([...this.#rows.values()].at(-1));
    if (focused) (this.#rows.size ? this.stop : this.phone.composer.field).focus({ preventScroll: true });
    for (const line of this.list.querySelectorAll(".day")) if (!line.nextElementSibling?.matches(".row")) line.remove();
    this.#showEmpty();
  }

  toNewest() {
    this.window.scrollTop = 0; // the window counts from below
    this.#countBelow(0);
  }

  lookAt(id) {
    while (this.#older.includes(id)) this.#drawOlder();
    const row = this.#rows.get(id);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }

  #append(message) {
    const nodes = this.#draw([message], this.lastDay);
    nodes.at(-1).classList.add("fresh");
    this.list.append(...nodes);
    this.#current(nodes.at(-1));
  }

  #drawOlder() {
    const messages = this.#older.splice(-AT_ONCE).map((id) => this.phone.person.messages.get(id)).filter(Boolean);
    if (!messages.length) return;
    const below = this.list.querySelector(".day");
    if (below?.textContent === dayName(messages.at(-1).at)) below.remove();
    const nodes = this.#draw(messages, null);
    this.list.setAttribute("aria-busy", "true"); // old messages are no news to a screen reader
    this.list.prepend(...nodes);
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

  #isUp = () => this.window.scrollTop < -80;

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.window;
    if (scrollHeight + scrollTop - clientHeight < clientHeight) this.#drawOlder();
    if (this.#isUp()) this.jump.hidden = false;
    else this.#countBelow(0);
  }

  #countBelow(count) {
    this.#below = count;
    this.jump.hidden = !this.#isUp();
    this.jump.dataset.count = count || "";
    this.jump.setAttribute("aria-label", count ? t("newestOf", { count }) : t("newest"));
  }
}
