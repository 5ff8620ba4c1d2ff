// Sending what is not typed: a picture, a file, a place, a voice, a sticker. By menu, by dropping it, by pasting it.

import * as ask from "./ask.js";
import { h, icon } from "./dom.js";
import { dialog } from "./dialog.js";
import { bytes } from "./media.js";
import { askPlace } from "./places.js";
import { sampleVoice } from "./samples.js";
import { item, sheet } from "./sheet.js";
import { drawSticker, STICKERS } from "./stickers.js";
import { t } from "./words.js";

const PICTURES = ["image/png", "image/jpeg", "image/webp", "image/gif"];
const LARGEST = 20 * 1024 * 1024; // what a bot can fetch from Telegram
const SAMPLES = [3, 12];

export function openAttach(phone) {
  const line = (name, label, act) => item(() => { close(); act(); }, h("span", { class: "what" }, icon(name), label));
  const close = sheet(phone, t("attach"), "menu", [
    line("image", t("photo"), () => pick(phone, PICTURES.join())),
    line("file", t("document"), () => pick(phone, "")),
    line("pin", t("location"), () => askPlace(phone)),
    line("mic", t("sampleVoice"), () => openSamples(phone)),
    line("smile", t("sticker"), () => openStickers(phone)),
  ]);
}

/** Voices that are made here, for who has no microphone or would rather not be heard. */
export function openSamples(phone) {
  const send = (seconds) => { close(); sendVoice(phone, sampleVoice(seconds), seconds); };
  const close = sheet(phone, t("sampleVoice"), "menu", SAMPLES.map((seconds) =>
    item(() => send(seconds), h("span", { class: "what" }, icon("mic"), t("seconds", { seconds })))));
}

function openStickers(phone) {
  const send = async (emoji) => {
    close();
    const content = await drawSticker(emoji);
    deliver(phone, { kind: "sticker", name: "sticker.webp", mime: content.type, emoji }, content);
  };
  const close = sheet(phone, t("sticker"), "menu", [h("div", { class: "emoji-row stickers", role: "group" }, STICKERS.map((emoji) =>
    h("button", { type: "button", role: "menuitem", "aria-label": `${t("sticker")} ${emoji}`, click: () => send(emoji) }, emoji)))]);
}

export const sendVoice = (phone, content, seconds) =>
  deliver(phone, { kind: "voice", name: "voice", mime: typeOf(content), seconds: Math.max(1, Math.round(seconds)) }, content);

const deliver = (phone, wish, content) =>
  phone.attempt(ask.sendFile(phone.person.id, { reply_to: phone.composer.takeReply(), ...wish }, content));

function pick(phone, accept) {
  const input = h("input", { type: "file", multiple: true, accept: accept || null, change: () => offer(phone, [...input.files]) });
  input.click();
}

/** Shows what is about to go, with a word to go with it. */
export function offer(phone, files) {
  if (!files.length || !phone.composer.ready) return;
  if (files.some(({ size }) => size > LARGEST)) { phone.toast(t("tooLarge")); return; }
  const caption = h("input", { type: "text", maxlength: 1024, placeholder: t("caption"), "aria-label": t("caption"), value: phone.composer.takeText() });
  const whole = h("input", { type: "checkbox" });
  const form = h("form", { class: "offer", submit: (event) => { event.preventDefault(); box.close(); sendAll(phone, files, caption.value.trim(), whole.checked); } },
    h("ul", { class: "offered" }, files.map(offered)), caption,
    files.some(isPicture) && h("label", { class: "check" }, whole, t("asFile")),
    h("button", { type: "submit", class: "main-button" }, t("send")));
  const box = dialog(t("sendTo", { bot: phone.town.bot.name }), form);
  caption.focus();
}

function offered(file) {
  const frame = h("span", { class: "card-icon" }, icon(isPicture(file) ? "image" : "file"));
  if (isPicture(file)) thumbnail(file).then((drawn) => frame.replaceChildren(drawn), () => null);
  return h("li", {}, frame, h("span", { class: "card-words" }, h("strong", {}, file.name), h("small", {}, bytes(file.size))));
}

async function thumbnail(file) {
  const picture = await createImageBitmap(file, { resizeHeight: 96, resizeQuality: "medium" });
  const canvas = h("canvas", { width: picture.width, height: picture.height });
  canvas.getContext("2d").drawImage(picture, 0, 0);
  return canvas;
}

/** One after the other, so that they stay in order; several of a kind are an album, with the words at the first. */
async function sendAll(phone, files, caption, asFile) {
  const replyTo = phone.composer.takeReply();
  const kinds = files.map((file) => (isPicture(file) && !asFile ? "photo" : "document"));
  const album = files.length > 1 && new Set(kinds).size === 1 ? crypto.randomUUID() : null;
  for (const [index, file] of files.entries()) {
    const wish = { kind: kinds[index], name: file.name || kinds[index], mime: typeOf(file), caption: index ? "" : caption, album, reply_to: replyTo };
    if (!(await phone.attempt(ask.sendFile(phone.person.id, wish, file)))) return;
  }
}

const isPicture = ({ type }) => PICTURES.includes(type);

const typeOf = ({ type }) => type.split(";")[0] || "application/octet-stream";

/** Takes in what is dropped there. */
export function acceptDrops(node, phone) {
  const over = (on) => node.classList.toggle("dropping", on);
  const carries = ({ dataTransfer }) => dataTransfer?.types.includes("Files");
  node.addEventListener("dragover", (event) => { if (carries(event)) { event.preventDefault(); over(true); } });
  node.addEventListener("dragleave", () => over(false));
  node.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over(false);
    offer(phone, [...event.dataTransfer.files]);
  });
}
