// A panel that comes up from the bottom of one phone: a menu, the actions of a message, its switches.

import { h } from "./dom.js";

/** Opens a sheet in the phone; Escape, a click beside it or `close()` ends it and gives the focus back. */
export function sheet(phone, label, role, content) {
  const before = document.activeElement;
  phone.closeSheet?.();
  const modal = role === "dialog";
  const panel = h("div", { class: "sheet", role, "aria-label": label, "aria-modal": modal && "true", keydown: (event) => steer(event, close) }, content);
  const veil = h("div", { class: "veil", click: (event) => event.target === veil && close() }, panel);
  function close() {
    if (!veil.isConnected) return;
    veil.remove();
    phone.closeSheet = null;
    before?.focus?.();
  }
  phone.closeSheet = close;
  phone.body.append(veil);
  panel.querySelector("button:enabled")?.focus();
  return close;
}

function steer(event, close) {
  const buttons = [...event.currentTarget.querySelectorAll("button:enabled")];
  const modal = event.currentTarget.role === "dialog";
  const tab = event.key === "Tab" && modal && (event.shiftKey ? -1 : 1);
  const step = tab || { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape" || (event.key === "Tab" && !modal)) close();
  else if (step) buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length]?.focus();
  else return;
  if (event.key !== "Tab" || modal) event.preventDefault();
  event.stopPropagation();
}

/** One line of a sheet that is a menu. */
export const item = (click, ...content) => h("button", { type: "button", role: "menuitem", class: "item", click }, content);
