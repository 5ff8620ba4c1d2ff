// What happens when somebody taps a link: a link to the bot opens on a phone, a number is not really called.

import * as ask from "./ask.js";
import { avatar, h } from "./dom.js";
import { dialog } from "./dialog.js";
import { partOf, t } from "./words.js";

/** Whether the address opens a chat with this bot. */
export function opensBot(address, bot) {
  const name = bot.username.toLowerCase();
  try {
    const url = new URL(address);
    if (url.protocol === "tg:") return url.searchParams.get("domain")?.toLowerCase() === name;
    return ["t.me", "telegram.me"].includes(url.hostname) && url.pathname.slice(1).toLowerCase() === name;
  } catch {
    return false;
  }
}

/** Follows a tapped link on a phone; returns whether the browser itself has nothing left to do. */
export function follow(address, phone) {
  if (address.startsWith("tel:")) phone.toast(t("calling", { number: decodeURIComponent(address.slice(4)) }));
  else if (address.startsWith("#/")) phone.attempt(ask.say(phone.person.id, address.slice(1), null));
  else if (opensBot(address, phone.town.bot)) chooseWho(address, phone);
  else return false;
  return true;
}

function chooseWho(address, phone) {
  const choice = (person) =>
    h("button", { type: "button", class: "choice", click: () => openOn(person) }, avatar(person),
      h("span", { class: "who" }, h("strong", {}, person.name), h("small", {}, partOf(person))));
  const openOn = (person) => {
    box.close();
    phone.desk.show(person.id);
    ask.open(person.id, address).catch((error) => phone.toast(t(error.message)));
  };
  const copy = h("button", { type: "button", class: "plain-button", click: () => copyText(address, phone) }, t("copyLink"));
  const box = dialog(t("openOn"), h("p", {}, t("openOnHint")), h("code", { class: "address" }, address),
    h("div", { class: "choices" }, newcomersFirst([...phone.town.people.values()]).map(choice)), copy);
}

/** Most links are made for somebody who is not in yet. */
const newcomersFirst = (people) => people.sort((one, other) => (other.part === "stranger") - (one.part === "stranger"));

/** Puts a text on the clipboard, and says so on the phone. */
export async function copyText(text, phone) {
  await navigator.clipboard.writeText(text).then(() => phone.toast(t("copied")), () => phone.toast(t("failed")));
}
