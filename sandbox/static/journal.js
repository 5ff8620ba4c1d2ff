// The journal beside the phones: who, what kind, when. The newest line is on top.

import { h } from "./dom.js";
import { side } from "./side.js";
import { clockTime, shortestDay } from "./times.js";
import { currentLanguage, t } from "./words.js";

const ROOM_FOR_IT = 1600;

export function journal(town, signal) {
  const lines = h("ol", { class: "lines" });
  const empty = h("p", { class: "empty" }, t("journalEmpty"));

  function add(rows) {
    lines.prepend(...rows.map(line).reverse());
    while (lines.children.length > town.journal.size) lines.lastChild.remove();
    empty.hidden = lines.children.length > 0;
  }
  town.addEventListener("journal", ({ detail }) => add(detail.rows), { signal });
  add([...town.journal.values()]);
  return side("journal", "journal", ROOM_FOR_IT, signal,
    h("div", { class: "lines-window", tabindex: 0, role: "region", "aria-labelledby": "journal-title" }, lines, empty));
}

function line({ at, who, ...kind }) {
  return h("li", {}, h("time", { datetime: at }, h("span", {}, shortestDay(at)), ` ${clockTime(at)}`),
    h("strong", {}, who), h("span", {}, kind[currentLanguage()]));
}
