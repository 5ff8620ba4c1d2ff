// The page: lays everything out, once the stream told what there is.

import { h } from "./dom.js";
import { bar } from "./bar.js";
import { Desk } from "./desk.js";
import { journal } from "./journal.js";
import { recall, remember } from "./memory.js";
import { Stories } from "./stories.js";
import { listen } from "./stream.js";
import { applyTheme } from "./theme.js";
import { Town } from "./town.js";
import { currentLanguage, speak, t } from "./words.js";

const root = document.getElementById("page");
const town = new Town();
let life = new AbortController();

function draw() {
  life.abort();
  life = new AbortController();
  const desk = new Desk(town, life.signal);
  const panel = journal(town, life.signal);
  const stories = new Stories(town, desk, life.signal);
  const top = bar(town, desk, [stories.toggle, panel.toggle], life.signal, changeLanguage);
  root.replaceChildren(top, h("nav", {}, desk.tabs), h("div", { class: "floor" }, stories.element, desk.shelf, panel.element));
  desk.show(desk.active);
}

function changeLanguage() {
  speak(currentLanguage() === "nl" ? "en" : "nl");
  remember("language", currentLanguage());
  draw();
}

applyTheme();
speak(recall("language", "nl"));
root.replaceChildren(h("p", { class: "loading", role: "status" }, t("loading")));
town.addEventListener("everything", draw);
listen(town);
