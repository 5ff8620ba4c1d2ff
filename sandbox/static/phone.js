// One person's phone: who it belongs to, the chat with the bot, the field to type in, its switches.

import * as ask from "./ask.js";
import { avatar, h, icon, iconButton } from "./dom.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { dialog } from "./dialog.js";
import { sheet } from "./sheet.js";
import { partOf, t } from "./words.js";

const TOAST_STAYS = 4000;
const TYPING_STAYS = 5000;

export class Phone {
  waiting = new Map(); // key of a tapped button → the tap's id, once known
  #answeredEarly = new Set();

  constructor(desk, person) {
    Object.assign(this, { desk, town: desk.town, person });
    this.chat = new Chat(this);
    this.composer = new Composer(this);
    this.count = h("span", { class: "badge", hidden: true });
    this.bread = h("div", { class: "toast", role: "status" });
    this.status = h("small", { class: "part" });
    this.line = h("p", { class: "no-line" }, icon("offline"), t("offlineHint"));
    this.body = h("div", { class: "phone-body" }, this.line, this.chat.window, this.chat.jump, this.bread, this.composer.element);
    this.element = h("section", { class: "phone", id: `phone-${person.id}`, "data-person": person.id, "aria-label": person.name,
      focusin: () => desk.inHand(person.id), pointerdown: () => desk.inHand(person.id) },
    h("header", { class: "phone-head" }, avatar(person), h("div", { class: "who" }, h("h2", {}, person.name), this.status), this.count,
      iconButton("dots", t("switches", { name: person.name }), () => this.#openSwitches(), { "aria-haspopup": "dialog" }),
      iconButton("close", t("putAway"), () => desk.putAway(person.id), { class: "icon-button put-away" })), this.body);
    this.refresh();
  }

  put(message, fresh) {
    this.chat.put(message, fresh);
    this.refresh();
  }

  drop(id) {
    this.chat.drop(id);
    this.refresh();
  }

  refresh() {
    this.element.classList.toggle("blocked", this.person.blocked);
    this.element.classList.toggle("offline", this.person.offline);
    this.line.hidden = !this.person.offline;
    this.#showStatus();
    this.composer.refresh();
  }

  typing() {
    this.#showStatus(t("typing", { bot: this.town.bot.name }));
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.#showStatus(), TYPING_STAYS);
  }

  #showStatus(words = partOf(this.person)) {
    this.status.textContent = words;
  }

  /** Waits for a wish; tells the person when it failed. Resolves to the answer, or null. */
  async attempt(wish) {
    return wish.catch((error) => {
      this.toast(t(error.message === "failed" && this.person.offline ? "offlineFailed" : error.message));
      return null;
    });
  }

  toast(text) {
    this.bread.replaceChildren(h("span", {}, text));
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => this.bread.replaceChildren(), TOAST_STAYS);
  }

  wait(key) {
    this.waiting.set(key, null);
    this.#mark(key, true);
  }

  /** The tap is on its way: its button waits until the answer comes, which may have overtaken us. */
  waitFor(key, query, patience) {
    if (this.#answeredEarly.delete(query)) { this.stopWaiting(key); return; }
    this.waiting.set(key, query);
    setTimeout(() => this.waiting.get(key) === query && this.stopWaiting(key), patience);
  }

  stopWaiting(key) {
    this.waiting.delete(key);
    this.#mark(key, false);
  }

  answered({ query, text, alert }) {
    const [key] = [...this.waiting].find(([, tap]) => tap === query) ?? [];
    if (key) this.stopWaiting(key);
    else this.#answeredEarly.add(query);
    if (text && alert) dialog(this.town.bot.name, h("p", {}, text));
    else if (text) this.toast(text);
  }

  #mark(key, busy) {
    this.element.querySelector(`[data-key="${key}"]`)?.setAttribute("aria-busy", String(busy));
  }

  #openSwitches() {
    const { blocked, offline, id, name } = this.person;
    const doing = (act) => async () => { close(); return this.attempt(act()); };
    const close = sheet(this, t("switches", { name }), "dialog", [
      knob(t("blocked"), blocked, doing(() => ask.block(id, !blocked)), offline),
      knob(t("offline"), offline, doing(() => ask.offline(id, !offline))),
      h("button", { type: "button", class: "item", click: async () => {
        const answer = await doing(() => ask.newPhone(id))();
        if (answer) this.desk.showSoon(answer.person);
      } }, h("span", {}, t("newPhone"), h("small", {}, t("newPhoneHint")))),
    ]);
  }
}

const knob = (label, on, click, disabled = false) =>
  h("button", { type: "button", role: "switch", class: "item switch", "aria-checked": String(on), disabled, click },
    h("span", {}, label), h("span", { class: "knob", "aria-hidden": "true" }));
