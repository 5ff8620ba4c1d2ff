// A panel beside the phones. On a small screen it lies over them, and one is open at a time.

import { h, icon, iconButton } from "./dom.js";
import { recall, remember } from "./memory.js";
import { t } from "./words.js";

const SMALL = matchMedia("(max-width: 719px)");
const OPENED = "side-opened";

/** Whether a panel is open when the page is drawn: as it was left, or where there is that much room. */
export const startsOpen = (name, wide) => recall(name, window.innerWidth >= wide) && !SMALL.matches;

/** A panel opens: on a small screen the others close, and the keyboard goes along. */
export function makeRoom(name, element) {
  if (!SMALL.matches) return;
  document.dispatchEvent(new CustomEvent(OPENED, { detail: name }));
  element.querySelector("button:not([hidden])").focus();
}

/** Calls `close` when another panel takes the screen. */
export function giveWay(name, close, signal) {
  document.addEventListener(OPENED, ({ detail }) => detail === name || close(), { signal });
}

/** Makes one called `name`, with a button that opens it; `wide`: it opens by itself where there is that much room. */
export function side(name, drawing, wide, signal, ...content) {
  const label = h("span", {}, t(name));
  const toggle = h("button", { type: "button", class: "tool", "aria-controls": name, click: () => open(element.hidden) }, icon(drawing), label);
  const element = h("aside", { class: `side ${name}`, id: name, "aria-labelledby": `${name}-title`, keydown: leave },
    h("header", {}, h("div", {}, h("h2", { id: `${name}-title` }, t(name)), h("small", {}, t(`${name}Hint`))),
      iconButton("close", t("close"), leaveBy)), ...content);

  function open(wanted) {
    show(wanted);
    remember(name, wanted);
    if (wanted) makeRoom(name, element);
  }
  function show(wanted) {
    element.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
  }
  function leaveBy() {
    open(false);
    toggle.focus();
  }
  function leave(event) {
    if (event.key === "Escape") leaveBy();
  }
  giveWay(name, () => show(false), signal);
  show(startsOpen(name, wide));
  return { element, toggle, label };
}
