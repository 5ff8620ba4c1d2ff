// Says aloud, for a screen reader, what arrives on the phone in hand: the one place on the page that does.

import { h } from "./dom.js";
import { oneLine } from "./preview.js";
import { t } from "./words.js";

const GATHERS = 400; // milliseconds, so that many messages at once are told as many
const AT_MOST = 3;
const HIDDEN = /▒+/g; // nobody wants to hear as many blocks

export function announcer(town, desk, signal) {
  const element = h("div", { class: "unseen", role: "status", "aria-live": "polite", id: "announcer" });
  let heard = new Map();
  let timer;

  function hear({ detail: { person, message } }) {
    if (message.mine || person.id !== desk.active) return;
    heard.set(message.id, said(town.bot.name, person.name, message));
    timer ??= setTimeout(tell, GATHERS);
  }
  function tell() {
    const all = [...heard.values()];
    const more = all.length > AT_MOST ? [h("p", {}, t("manyNew", { count: all.length }))] : [];
    element.replaceChildren(...more, ...all.slice(-AT_MOST).map((words) => h("p", {}, words)));
    heard = new Map();
    timer = null;
  }
  town.addEventListener("message", hear, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return element;
}

function said(bot, name, message) {
  const keys = message.buttons.flat().map(({ text }) => text).join(", ");
  const shown = oneLine(message).replace(HIDDEN, t("hiddenWords"));
  const words = t(message.edited ? "toldEdited" : "told", { bot, name, words: shown });
  return keys ? `${words} ${t("keys")}: ${keys}.` : words;
}
