// What a person can do with a message: answer it, react, change it, take it back.

import * as ask from "./ask.js";
import { h } from "./dom.js";
import { copyText } from "./links.js";
import { item, sheet } from "./sheet.js";
import { t } from "./words.js";

/** What takes words, and so can be given others. */
const WORDY = ["photo", "voice", "document"];

const EMOJI = ["❤", "👍", "🙏", "😢", "👀"];

export function openActions(phone, message) {
  const doing = (act) => () => { close(); act(); };
  const sent = message.id > 0; // one that waits for a connection can only be copied or taken back
  const lines = [
    sent && item(doing(() => phone.composer.reply(message)), t("reply")),
    message.text && item(doing(() => copyText(message.text, phone)), t("copy")),
    sent && message.mine && (!message.media || WORDY.includes(message.media.kind)) && item(doing(() => phone.composer.edit(message)), t("edit")),
    item(doing(() => phone.attempt(ask.remove(phone.person.id, message.id, !message.mine))), t(message.mine ? "remove" : "removeHere")),
  ];
  const close = sheet(phone, t("actions"), "menu", [sent && emojiRow(phone, message, doing), ...lines].filter(Boolean));
}

function emojiRow(phone, message, doing) {
  const given = message.reactions.find(({ mine }) => mine)?.emoji;
  return h("div", { class: "emoji-row", role: "group" }, EMOJI.map((emoji) =>
    h("button", {
      type: "button", role: "menuitemcheckbox", "aria-checked": String(emoji === given), "aria-label": t("react", { emoji }),
      click: doing(() => phone.attempt(ask.react(phone.person.id, message.id, emoji === given ? null : emoji))),
    }, emoji === "❤" ? "❤️" : emoji)));
}
