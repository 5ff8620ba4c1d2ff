// The field to type in, with what is being answered or changed above it.

import * as ask from "./ask.js";
import { acceptDrops, offer, openAttach, openSamples, sendVoice } from "./attach.js";
import { h, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { oneLine } from "./preview.js";
import { record } from "./recorder.js";
import { item, sheet } from "./sheet.js";
import { t } from "./words.js";

export class Composer {
  #about = null; // { message, editing }
  #hiddenKeys = null;
  #drawnKeys = null;

  constructor(phone) {
    this.phone = phone;
    this.field = h("textarea", { rows: 1, maxlength: 4096, placeholder: t("message"), "aria-label": t("write", { name: phone.person.name }),
      autocomplete: "off", input: () => this.#grow(), keydown: (event) => this.#key(event), paste: (event) => this.#paste(event) });
    this.menu = h("button", { type: "button", class: "menu-button", "aria-haspopup": "menu", "aria-label": t("commands"), title: t("commands"),
      click: () => this.#openMenu() }, icon("menu"));
    this.keysToggle = iconButton("keyboard", t("hideKeys"), () => this.#toggleKeys());
    this.above = h("div", { class: "about", hidden: true });
    this.keys = h("div", { class: "keys" });
    this.attach = iconButton("clip", t("attach"), () => openAttach(this.phone), { "aria-haspopup": "menu" });
    this.sender = h("button", { type: "submit", class: "send", "aria-label": t("send"), title: t("send") }, icon("send"));
    this.mic = h("button", { type: "button", class: "send", "aria-label": t("record"), title: t("record"), click: () => this.#record() }, icon("mic"));
    this.form = h("form", { class: "composer", submit: (event) => { event.preventDefault(); this.#send(); } },
      this.menu, this.field, this.keysToggle, this.attach, this.mic, this.sender);
    this.instead = h("button", { type: "button", class: "instead", click: () => this.#instead() });
    this.element = h("div", { class: "bottom" }, this.above, this.form, this.instead, this.keys);
    for (const node of [phone.chat.window, this.element]) acceptDrops(node, phone);
    this.#offerToSpeak();
    this.refresh();
  }

  /** Whether anything can be sent from here now. */
  get ready() { return !this.form.hidden; }

  /** The id of the message that is being answered, once: what is sent with it is the answer. */
  takeReply() {
    const about = this.#about;
    if (!about || about.editing) return null;
    this.#let(false);
    return about.message.id;
  }

  /** What was typed, to go with a file; the field is empty after. */
  takeText() {
    if (this.#about?.editing) return "";
    const text = this.field.value;
    this.field.value = "";
    this.#grow();
    return text;
  }

  /** Fits the bottom of the phone to what the person can do now. */
  refresh() {
    const { blocked, commands, messages } = this.phone.person;
    const fresh = !messages.size;
    this.instead.textContent = blocked ? t("unblock") : t("start");
    this.instead.hidden = !(blocked || fresh);
    this.form.hidden = blocked || fresh;
    this.menu.hidden = !commands.length;
    this.#showKeys();
  }

  /** Puts a text in the field, to be sent or not. */
  propose(text) {
    this.field.value = text;
    this.#grow();
  }

  reply(message) { this.#take({ message, editing: false }); }

  edit(message) {
    this.#take({ message, editing: true });
    this.field.value = message.text;
    this.#grow();
  }

  #take(about) {
    this.#about = about;
    const { message, editing } = about;
    this.above.replaceChildren(
      h("div", {}, h("strong", {}, t(editing ? "editing" : "replyingTo")), h("span", {}, oneLine(message))),
      iconButton("close", t("cancel"), () => this.#let(editing)));
    this.above.hidden = false;
    this.field.focus();
  }

  #let(clear) {
    if (clear) this.field.value = "";
    this.#about = null;
    this.above.hidden = true;
    this.#grow();
    this.field.focus();
  }

  async #send() {
    const text = this.field.value.trim();
    const about = this.#about;
    if (!text && !(about?.editing && about.message.media)) return;
    this.#let(true);
    const { id } = this.phone.person;
    const wish = about?.editing ? ask.edit(id, about.message.id, text) : ask.say(id, text, about?.message.id ?? null);
    if ((await this.phone.attempt(wish)) || this.field.value) return;
    this.field.value = text; // nothing typed gets lost
    this.#grow();
  }

  async #record() {
    const over = () => { bar.remove(); this.form.classList.remove("away"); this.field.focus(); };
    const bar = await record({ dropped: over, done: (content, seconds) => { over(); sendVoice(this.phone, content, seconds); } });
    if (!bar) { this.phone.toast(t("noMicrophone")); openSamples(this.phone); return; }
    this.form.classList.add("away");
    this.form.before(bar);
    bar.querySelector(".send").focus();
  }

  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    offer(this.phone, files);
  }

  #instead() {
    const { id, blocked } = this.phone.person;
    this.phone.attempt(blocked ? ask.block(id, false) : ask.say(id, "/start", null));
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.#send(); }
    else if (event.key === "Escape" && this.#about) this.#let(this.#about.editing);
  }

  #grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 120)}px`;
    this.#offerToSpeak();
  }

  /** With nothing typed there is nothing to send but a voice. */
  #offerToSpeak() {
    const speaks = !this.field.value.trim() && !this.#about?.editing;
    this.mic.hidden = !speaks;
    this.sender.hidden = speaks;
  }

  #openMenu() {
    const close = sheet(this.phone, t("commands"), "menu", this.phone.person.commands.map(({ command, description }) =>
      item(() => { close(); this.phone.attempt(ask.say(this.phone.person.id, `/${command}`, null)); },
        h("span", {}, description), h("code", {}, `/${command}`))));
  }

  #showKeys() {
    const keys = this.phone.town.keyboardOf(this.phone.person);
    const shown = keys && keys !== this.#hiddenKeys && !this.form.hidden;
    this.keysToggle.hidden = !keys;
    this.keysToggle.setAttribute("aria-expanded", String(Boolean(shown)));
    this.field.placeholder = keys?.placeholder ?? t("message");
    const drawn = shown ? keys : null;
    if (drawn === this.#drawnKeys) return; // a button in use keeps the focus
    this.#drawnKeys = drawn;
    this.keys.replaceChildren(...(shown ? [replyKeyboard(this.phone, keys, (used) => used.once && this.#toggleKeys())] : []));
  }

  #toggleKeys() {
    const keys = this.phone.town.keyboardOf(this.phone.person);
    this.#hiddenKeys = this.#hiddenKeys === keys ? null : keys;
    this.#showKeys();
  }
}
