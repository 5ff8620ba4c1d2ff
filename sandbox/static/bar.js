// The bar on top: the clock and what winds it.

import * as ask from "./ask.js";
import { h, iconButton } from "./dom.js";
import { clockTime, shortDay } from "./times.js";
import { cycleTheme, themeLabel } from "./theme.js";
import { currentLanguage, t } from "./words.js";

const STAYS = 4000;
const JUMP = 120_000; // shorter ones need no show
const RUNS = 700;
const STEPS = ["now", "hour", "next", "day", "week"];

export function bar(town, desk, toggles, signal, changeLanguage) {
  let said = "";
  let fading;
  const show = (at) => { time.textContent = `${shortDay(at)}, ${clockTime(at)}`; };
  const run = running(Date.parse(town.now), show);
  const trouble = h("span", { class: "trouble", role: "status" });
  const time = h("time", { class: "moment", role: "timer", "aria-live": "off" });
  const steps = STEPS.map((to) => h("button", { type: "button", class: to === "next" ? "step main" : "step",
    title: to === "now" ? t("nowHint") : null, click: () => wind(to) }, t(to)));
  const clock = h("div", { class: "clock", role: "group", "aria-label": t("clock") }, time, h("div", { class: "steps" }, steps));
  const element = h("header", { class: "bar" },
    h("a", { class: "skip", href: "#shelf" }, t("skip")), h("a", { class: "skip", href: "#sides" }, t("skipToSides")),
    h("h1", {}, h("img", { src: "/static/icon.svg", alt: "", width: 30, height: 30 }), h("span", {}, "Spoor"), h("small", {}, t("tagline"))),
    clock, trouble,
    h("div", { class: "tools" }, desk.menu, toggles, themeButton(),
      h("button", { type: "button", class: "tool language", lang: currentLanguage() === "nl" ? "en" : "nl", title: t("language"), click: changeLanguage },
        currentLanguage() === "nl" ? "EN" : "NL")),
    h("div", { class: "progress", "aria-hidden": "true" }));

  function wind(to) {
    ask.wind(to).then(({ anything }) => { if (!anything) tell(t("nothingDue")); }, (error) => tell(t(error.message)));
  }
  function tell(words) {
    said = words;
    draw();
    clearTimeout(fading);
    fading = setTimeout(() => { said = ""; draw(); }, STAYS);
  }
  function draw() {
    run(Date.parse(town.now));
    time.dateTime = town.now;
    element.classList.toggle("busy", town.busy);
    for (const step of steps) step.disabled = town.busy;
    const words = town.busy ? t("winding") : town.online ? said : t("lost");
    if (trouble.textContent !== words) trouble.textContent = words;
  }
  for (const kind of ["clock", "line"]) town.addEventListener(kind, draw, { signal });
  show(town.now);
  draw();
  return element;
}

/** A clock that is wound runs there, so that one sees it. Returns what sets it to a moment, in milliseconds. */
function running(shown, show) {
  let frame;
  return (goal) => {
    cancelAnimationFrame(frame);
    const [from, began] = [shown, performance.now()];
    const jump = Math.abs(goal - from) < JUMP || document.hidden || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = (now) => {
      const part = jump ? 1 : Math.min(1, (now - began) / RUNS);
      show(shown = from + (goal - from) * part);
      if (part < 1) frame = requestAnimationFrame(step);
    };
    step(began);
  };
}

function themeButton() {
  const button = iconButton("half", themeLabel(), () => {
    cycleTheme();
    button.title = themeLabel();
    button.setAttribute("aria-label", themeLabel());
  }, { class: "tool icon-button" });
  return button;
}
