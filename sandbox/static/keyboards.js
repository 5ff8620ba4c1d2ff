// The bot's buttons: under a message, and in place of the keyboard of the phone.

import * as ask from "./ask.js";
import { h } from "./dom.js";
import { t } from "./words.js";

const PATIENCE = 15_000; // as long as a phone lets its button spin

/** The buttons under a message; a tapped one waits visibly until the bot answered. */
export function inlineKeyboard(phone, message) {
  if (!message.buttons.length) return null;
  const button = (spec, row, column) => (spec.url ? linkButton(spec) : tapButton(phone, message, spec, row, column));
  return h("div", { class: "inline-keys", role: "group", "aria-label": t("keys") }, message.buttons.map((specs, row) =>
    h("div", { class: "key-row" }, specs.map((spec, column) => button(spec, row, column)))));
}

const linkButton = ({ text, url }) => h("a", { class: "key link", href: url, target: "_blank", rel: "noopener noreferrer" }, text);

function tapButton(phone, message, { text }, row, column) {
  const key = `${message.id}/${row}/${column}`;
  const waiting = phone.waiting.has(key);
  const node = h("button", { type: "button", class: "key", "data-key": key, "aria-busy": String(waiting), click: () => tap() }, text);
  async function tap() {
    if (phone.waiting.has(key)) return;
    phone.wait(key);
    const answer = await phone.attempt(ask.tap(phone.person.id, message.id, row, column));
    if (answer) phone.waitFor(key, answer.query, PATIENCE);
    else phone.stopWaiting(key);
  }
  return node;
}

/** The reply keyboard: a tap writes the text of the button. */
export function replyKeyboard(phone, keys, used) {
  const press = (text) => { used(keys); phone.attempt(ask.say(phone.person.id, text, null)); };
  return h("div", { class: "reply-keys", role: "group", "aria-label": t("keys") }, keys.rows.map((row) =>
    h("div", { class: "key-row" }, row.map((text) => h("button", { type: "button", class: "key", click: () => press(text) }, text)))));
}
