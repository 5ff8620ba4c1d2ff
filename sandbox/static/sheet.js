// A panel that comes up from the bottom of one phone: a menu, the actions of a message, its switches.

import { h } from "./dom.js";

/** Opens a sheet in the phone; Escape, a click beside it or `close()` ends it and gives the focus back. */
export function sheet(phone, label, role, content) {
  const before = document.activeElement;
  phone.closeSheet?.();
  const panel = h("div", { class: "sheet", role, "aria-label": label, keydown: (event) => steer(event, close) }, content);
  const veil = h("div", { class: "veil", click: (event) => event.target === veil && close() }, panel);
  function close() {
    if (!veil.isConnected) return;
    veil.remove();
    phone.closeSheet = null;
    before?.focus?.();
  }
  phone.closeSheet = close;
  phone.body.append(veil);
  panel.querySelector("button")?.focus();
  return close;
}

function steer(event, close) {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape") close();
  else if (event.key === "Tab") close();
  else if (step) buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length]?.focus();
  else return;
  if (event.key !== "Tab") event.preventDefault();
  event.stopPropagation();
}

/** One line of a sheet that is a menu. */
export const item = (click, ...content) => h("button", { type: "button", role: "menuitem", class: "item", click }, content);
