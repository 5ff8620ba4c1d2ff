// What hangs in a message besides words: a picture, a voice, a sticker, a file, a place, somebody's number.

import { h, icon } from "./dom.js";
import { enlarge } from "./dialog.js";
import { currentLanguage, t } from "./words.js";

function photo({ url, width, height, covered }) {
  const image = h("img", { src: url, alt: t("photo"), loading: "lazy", width, height });
  const button = h("button", { type: "button", class: covered ? "photo covered" : "photo", "aria-label": t(covered ? "uncover" : "enlarge"),
    click: () => (button.classList.contains("covered") ? uncover(button) : enlarge(url, t("photo"))) }, image);
  return button;
}

function uncover(button) {
  button.classList.remove("covered");
  button.setAttribute("aria-label", t("enlarge"));
}

function voice({ url, seconds }) {
  const length = clock(seconds);
  return h("div", { class: "voice" },
    h("audio", { controls: true, preload: "none", src: url, "aria-label": `${t("voice")}, ${length}` }),
    h("span", { class: "length", "aria-hidden": "true" }, length));
}

const sticker = ({ emoji }) => h("div", { class: "sticker", role: "img", "aria-label": `${t("sticker")} ${emoji}` }, emoji);

const IN_A_TAB = { target: "_blank", rel: "noopener noreferrer" };

const file = ({ url, name, size, mime }) =>
  h("a", { class: "card", href: url, ...(mime === "application/pdf" ? IN_A_TAB : { download: name }) }, badge("file"), words(name, bytes(size)));

const place = ({ url, name }) =>
  h("a", { class: "card place", href: url, ...IN_A_TAB }, badge("pin"), words(t("location"), name, t("onMap")));

const contact = ({ name, number }) =>
  h("a", { class: "card", href: `tel:${number.replace(/[^\d+]/g, "")}` }, badge("people"), words(name, number));

const SHOWN = { photo, voice, sticker, document: file, location: place, contact };

export const media = (message) => message.media && SHOWN[message.media.kind](message.media);

const badge = (name) => h("span", { class: "card-icon" }, icon(name));

const words = (title, ...lines) => h("span", { class: "card-words" }, h("strong", {}, title), lines.map((line) => h("small", {}, line)));

/** "0:07" */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** "3,4 kB" */
export function bytes(size) {
  const step = size < 1000 ? 0 : size < 1e6 ? 1 : 2;
  const number = new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: 1 }).format(size / 1000 ** step);
  return `${number} ${["B", "kB", "MB"][step]}`;
}
