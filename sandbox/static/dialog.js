// A window over the page. The browser keeps the keyboard inside it and gives it back after.

import { h, iconButton } from "./dom.js";
import { t } from "./words.js";

let count = 0;

/** Opens a dialog with a title; returns the element, whose `close()` ends it. */
export function dialog(title, ...content) {
  const titleId = `dialog-${(count += 1)}`;
  const box = h("dialog", { class: "dialog", "aria-labelledby": titleId, close: () => box.remove(), click: closeOutside },
    h("div", { class: "dialog-inside" },
      h("header", {}, h("h2", { id: titleId }, title), iconButton("close", t("close"), () => box.close())),
      ...content));
  document.body.append(box);
  box.showModal();
  return box;
}

function closeOutside(event) {
  if (event.target === event.currentTarget) event.currentTarget.close();
}

const TINY = 320; // pixels; a drawing of fewer keeps its edges when it grows

/** Shows a picture as large as the window allows. */
export function enlarge(address, label) {
  const image = h("img", { class: "large", src: address, alt: label,
    load: () => { image.style.imageRendering = image.naturalWidth < TINY ? "pixelated" : "auto"; } });
  return dialog(label, image);
}
