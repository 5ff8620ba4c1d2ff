// Says aloud, for a screen reader, what arrives on the phone in hand: the one place on the page that does.

import { h } from "./dom.js";
import { oneLine } from "./preview.js";
import { t } from "./words.js";

const GATHERS = 400; // milliseconds, so that many messages at once are told as many
const AT_MOST = 3;

export function announcer(town, desk, signal) {
  const element = h("div", { class: "unseen", role: "status", "aria-live": "polite", id: "announcer" });
  let heard = new Map();
  let timer;

  function hear({ detail: { person, message } }) {
    if (message.mine || person.id !== desk.active) return;
    heard.set(message.id, message);
    timer ??= setTimeout(tell, GATHERS);
  }
  function tell() {
    const all = [...heard.values()];
    const more = all.length > AT_MOST ? [h("p", {}, t("manyNew", { count: all.length }))] : [];
    const { name } = town.people.get(desk.active);
    element.replaceChildren(...more, ...all.slice(-AT_MOST).map((message) => h("p", {}, said(town.bot.name, name, message))));
    heard = new Map();
    timer = null;
  }
  town.addEventListener("message", hear, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  return element;
}

function said(bot, name, message) {
  const keys = message.buttons.flat().map(({ text }) => text).join(", ");
  const words = t(message.edited ? "toldEdited" : "told", { bot, name, words: oneLine(message) });
  return keys ? `${words} ${t("keys")}: ${keys}.` : words;
}
