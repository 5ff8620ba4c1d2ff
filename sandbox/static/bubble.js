// One message, as it hangs in a chat.

import { h, icon, iconButton } from "./dom.js";
import { enlarge } from "./dialog.js";
import { rich } from "./rich.js";
import { clockTime } from "./times.js";
import { inlineKeyboard } from "./keyboards.js";
import { openActions } from "./actions.js";
import { t } from "./words.js";

/** The row that shows a message on a phone. */
export function bubble(phone, message) {
  const said = h("div", { class: "bubble" }, quote(phone, message), media(message),
    message.text && h("div", { class: "text" }, rich(message)), footer(message),
    iconButton("down", t("actions"), () => openActions(phone, message), { class: "icon-button more", tabindex: -1 }));
  return h("article", {
    class: `row ${message.mine ? "mine" : "theirs"}${message.buttons.length ? " keyed" : ""}`, "data-id": message.id, tabindex: -1,
    "aria-label": `${message.mine ? phone.person.name : phone.town.bot.name}, ${clockTime(message.at)}`,
    contextmenu: (event) => { event.preventDefault(); openActions(phone, message); },
  }, said, inlineKeyboard(phone, message), reactions(message));
}

function quote(phone, { quote: quoted }) {
  if (!quoted) return null;
  return h("button", { type: "button", class: "quote", click: () => phone.chat.lookAt(quoted.id) },
    h("strong", {}, quoted.mine ? phone.person.name : phone.town.bot.name), h("span", {}, quoted.text || t("message")));
}

function media({ media: attached }) {
  if (!attached) return null;
  if (attached.kind === "photo") return photo(attached.url);
  if (attached.emoji) return h("div", { class: "media sticker", role: "img", "aria-label": t("sticker") }, attached.emoji);
  const words = `${t(attached.kind)} · ${attached.name}`;
  if (attached.kind === "voice") return h("audio", { controls: true, preload: "none", src: attached.url, "aria-label": words });
  if (!attached.url) return h("div", { class: `media ${attached.kind}` }, words);
  return h("a", { class: `media ${attached.kind}`, href: attached.url, download: attached.name }, words);
}

function photo(address) {
  return h("button", { type: "button", class: "photo", "aria-label": t("enlarge"), click: () => enlarge(address, t("photo")) },
    h("img", { src: address, alt: t("photo"), loading: "lazy" }));
}

function footer(message) {
  return h("div", { class: "footer" },
    message.silent && h("span", { role: "img", "aria-label": t("silent"), title: t("silent") }, "🔕"),
    message.edited && h("span", {}, t("edited")),
    h("time", { datetime: message.at }, clockTime(message.at)),
    message.mine && h("span", { class: "tick", role: "img", "aria-label": t("sent") }, icon("tick")));
}

function reactions({ reactions: given }) {
  if (!given.length) return null;
  return h("div", { class: "reactions" }, given.map(({ emoji, mine }) =>
    h("span", { class: mine ? "reaction own" : "reaction" }, emoji === "❤" ? "❤️" : emoji)));
}
