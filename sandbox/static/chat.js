// The messages of one phone: in order, with the days between them, and walked through with the arrow keys.

import { h, icon } from "./dom.js";
import { bubble } from "./bubble.js";
import { openActions } from "./actions.js";
import { follow } from "./links.js";
import { dayName } from "./times.js";
import { t } from "./words.js";

export class Chat {
  #rows = new Map();
  #below = 0;

  constructor(phone) {
    this.phone = phone;
    this.list = h("div", { class: "messages", role: "log", "aria-busy": "true",
      "aria-label": t("chatOf", { name: phone.person.name, bot: phone.town.bot.name }),
      keydown: (event) => this.#walk(event), click: (event) => this.#click(event) });
    this.window = h("div", { class: "window", scroll: () => this.#scrolled() }, this.list);
    this.jump = h("button", { type: "button", class: "jump", hidden: true, "aria-label": t("newest"), click: () => this.toNewest() }, icon("down"));
    for (const message of phone.person.messages.values()) this.#append(message);
    this.#showEmpty();
    this.list.removeAttribute("aria-busy");
  }

  put(message, fresh) {
    const old = this.#rows.get(message.id);
    if (old) this.#swap(old, message);
    else this.#append(message);
    this.#showEmpty();
    if (fresh && message.mine) this.toNewest();
    else if (fresh && this.#isUp()) this.#countBelow(this.#below + 1);
  }

  drop(id) {
    this.#rows.get(id)?.remove();
    this.#rows.delete(id);
    for (const line of this.list.querySelectorAll(".day")) if (!line.nextElementSibling?.matches(".row")) line.remove();
    this.#showEmpty();
  }

  toNewest() {
    this.window.scrollTop = 0; // the window counts from below
    this.#countBelow(0);
  }

  lookAt(id) {
    const row = this.#rows.get(id);
    row?.scrollIntoView({ block: "center" });
    row?.focus({ preventScroll: true });
  }

  #append(message) {
    const row = bubble(this.phone, message);
    const day = dayName(message.at);
    if (day !== this.lastDay) this.list.append(h("div", { class: "day" }, h("span", {}, day)));
    this.lastDay = day;
    this.list.querySelector('.row[tabindex="0"]')?.setAttribute("tabindex", "-1");
    row.tabIndex = 0;
    this.list.append(row);
    this.#rows.set(message.id, row);
  }

  #swap(old, message) {
    const row = bubble(this.phone, message);
    row.tabIndex = old.tabIndex;
    const focused = old.contains(document.activeElement) && (document.activeElement.dataset.key ?? "");
    old.replaceWith(row);
    this.#rows.set(message.id, row);
    if (focused === false) return;
    (row.querySelector(`[data-key="${focused}"]`) ?? row).focus({ preventScroll: true });
  }

  #showEmpty() {
    this.list.querySelector(".empty")?.remove();
    if (this.#rows.size) return;
    this.lastDay = null;
    this.list.replaceChildren(h("p", { class: "empty" }, t("emptyChat")));
  }

  #walk(event) {
    const row = event.target.closest(".row");
    if (event.target !== row) return;
    const rows = [...this.#rows.values()];
    const at = rows.indexOf(row);
    const target = { ArrowUp: rows[at - 1], ArrowDown: rows[at + 1], Home: rows[0], End: rows.at(-1) }[event.key];
    if (event.key === "Enter" || event.key === " ") this.#act(row);
    else if (target) this.#moveTo(row, target);
    else return;
    event.preventDefault();
  }

  #moveTo(row, target) {
    row.tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
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
    if (this.#isUp()) this.jump.hidden = false;
    else this.#countBelow(0);
  }

  #countBelow(count) {
    this.#below = count;
    this.jump.hidden = !this.#isUp();
    this.jump.dataset.count = count || "";
  }
}
