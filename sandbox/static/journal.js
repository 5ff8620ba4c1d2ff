// The journal beside the phones: who, what kind, when. The newest line is on top.

import { h, icon, iconButton } from "./dom.js";
import { recall, remember } from "./memory.js";
import { clockTime, shortestDay } from "./times.js";
import { t } from "./words.js";

export function journal(town, signal) {
  const lines = h("ol", { class: "lines" });
  const empty = h("p", { class: "empty" }, t("journalEmpty"));
  const element = h("aside", { class: "journal", id: "journal", "aria-labelledby": "journal-title" },
    h("header", {}, h("div", {}, h("h2", { id: "journal-title" }, t("journal")), h("small", {}, t("journalHint"))),
      iconButton("close", t("close"), () => { open(false); toggle.focus(); })),
    h("div", { class: "lines-window", tabindex: 0, role: "region", "aria-labelledby": "journal-title" }, lines, empty));
  const toggle = h("button", { type: "button", class: "tool", "aria-controls": "journal", click: () => open(element.hidden) },
    icon("journal"), h("span", {}, t("journal")));

  function open(wanted) {
    element.hidden = !wanted;
    toggle.setAttribute("aria-expanded", String(wanted));
    remember("journal", wanted);
  }
  function add(rows) {
    lines.prepend(...rows.map(line).reverse());
    while (lines.children.length > town.journal.size) lines.lastChild.remove();
    empty.hidden = lines.children.length > 0;
  }
  town.addEventListener("journal", ({ detail }) => add(detail.rows), { signal });
  add([...town.journal.values()]);
  open(recall("journal", window.innerWidth >= 1600));
  return { element, toggle };
}

function line({ at, who, kind }) {
  return h("li", {}, h("time", { datetime: at }, h("span", {}, shortestDay(at)), ` ${clockTime(at)}`),
    h("strong", {}, who), h("span", {}, kind));
}
