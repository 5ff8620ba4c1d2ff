// One message, as it hangs in a chat.

import { h, icon, iconButton } from "./dom.js";
import { media } from "./media.js";
import { described } from "./preview.js";
import { rich } from "./rich.js";
import { clockTime } from "./times.js";
import { inlineKeyboard } from "./keyboards.js";
import { openActions } from "./actions.js";
import { t } from "./words.js";

const HELD = 500; // milliseconds
const STILL = 10; // pixels

/** The row that shows a message on a phone. */
export function bubble(phone, message) {
  const said = h("div", { class: "bubble" }, quote(phone, message), media(message),
    message.text && h("div", { class: "text" }, rich(message)), footer(message),
    iconButton("dots", t("actions"), () => openActions(phone, message), { class: "icon-button more", tabindex: -1, "aria-haspopup": "menu" }));
  return h("article", {
    class: `row ${message.mine ? "mine" : "theirs"}${message.buttons.length ? " keyed" : ""}`, "data-id": message.id, tabindex: -1,
    "aria-label": `${message.mine ? phone.person.name : phone.town.bot.name}, ${clockTime(message.at)}`,
    contextmenu: (event) => openByHand(event, phone, message),
    pointerdown: (event) => press(event, phone, message),
  }, said, inlineKeyboard(phone, message), reactions(message));
}

function quote(phone, { quote: quoted }) {
  if (!quoted) return null;
  return h("button", { type: "button", class: "quote", click: () => phone.chat.lookAt(quoted.id) },
    h("strong", {}, quoted.mine ? phone.person.name : phone.town.bot.name), h("span", {}, described(quoted.text, quoted.kind)));
}

/** The right button of a mouse; on text that was selected and on a link the browser's own menu is more use. */
function openByHand(event, phone, message) {
  if (String(getSelection()) || event.target.closest("a")) return;
  event.preventDefault();
  if (!phone.closeSheet) openActions(phone, message);
}

/** A finger that stays where it is asks for the actions too: not every browser makes a menu of that. */
function press(event, phone, message) {
  if (event.pointerType !== "touch") return;
  const over = new AbortController();
  const held = setTimeout(() => { over.abort(); if (!phone.closeSheet) openActions(phone, message); }, HELD);
  const drop = () => { clearTimeout(held); over.abort(); };
  const moved = ({ clientX, clientY }) => Math.hypot(clientX - event.clientX, clientY - event.clientY) > STILL && drop();
  window.addEventListener("pointermove", moved, { signal: over.signal });
  for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, drop, { signal: over.signal });
}

function footer(message) {
  return h("div", { class: "footer" },
    message.silent && h("span", { role: "img", "aria-label": t("silent"), title: t("silent") }, "🔕"),
    message.edited && h("span", {}, t("edited")),
    h("time", { datetime: message.at }, clockTime(message.at)),
    message.mine && h("span", { class: "tick", role: "img", "aria-label": t(message.waiting ? "waiting" : "sent") },
      icon(message.waiting ? "clock" : "tick")));
}

function reactions({ reactions: given }) {
  if (!given.length) return null;
  return h("div", { class: "reactions" }, given.map(({ emoji, mine }) =>
    h("span", { class: mine ? "reaction own" : "reaction" }, emoji === "❤" ? "❤️" : emoji)));
}
