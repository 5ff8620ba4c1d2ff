// The page: lays everything out, once the stream told what there is.

import { h } from "./dom.js";
import { announcer } from "./announcer.js";
import { bar } from "./bar.js";
import { Desk } from "./desk.js";
import { journal } from "./journal.js";
import { recall, remember } from "./memory.js";
import { Stories } from "./stories.js";
import { listen } from "./stream.js";
import { applyTheme } from "./theme.js";
import { Town } from "./town.js";
import { weather } from "./weather.js";
import { currentLanguage, speak, t } from "./words.js";

const root = document.getElementById("page");
const town = new Town();
let life = new AbortController();
let desk = null;

function draw() {
  life.abort();
  life = new AbortController();
  desk = new Desk(town, life.signal);
  const sides = [weather(town, life.signal), journal(town, life.signal)];
  const stories = new Stories(town, desk, life.signal);
  const top = bar(town, desk, [stories.toggle, ...sides.map(({ toggle }) => toggle)], life.signal, changeLanguage);
  root.replaceChildren(top, h("nav", { "aria-label": t("phones") }, desk.tabs), h("div", { class: "floor" }, stories.element, desk.shelf,
    h("div", { class: "sides", id: "sides", tabindex: -1 }, sides.map(({ element }) => element))), announcer(town, desk, life.signal));
  desk.show(desk.active);
}

function changeLanguage() {
  const drafts = desk.drafts();
  speak(currentLanguage() === "nl" ? "en" : "nl");
  remember("language", currentLanguage());
  draw();
  desk.take(drafts);
  root.querySelector(".language").focus();
}

applyTheme();
speak(recall("language", "nl"));
root.replaceChildren(h("p", { class: "loading", role: "status" }, t("loading")));
town.addEventListener("everything", draw);
listen(town);
