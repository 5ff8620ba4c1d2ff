// The weather at Telegram: what makes it ill, and what the bot does then.

import * as ask from "./ask.js";
import { h } from "./dom.js";
import { side } from "./side.js";
import { clockTime } from "./times.js";
import { t } from "./words.js";

const TROUBLES = ["none", "down", "429", "500"];
const LANES = ["urgent", "answer", "planned"];
const SLOWEST = 3; // seconds
const DOES = { getUpdates: "callUpdates", sendMessage: "callSend", copyMessage: "callSend", sendPhoto: "callSend",
  sendDocument: "callSend", sendVideo: "callSend", sendAnimation: "callSend", editMessageText: "callEdit", deleteMessage: "callDelete",
  setMessageReaction: "callReact", answerCallbackQuery: "callTap", setMyCommands: "callMenu",
  deleteMyCommands: "callMenu", setChatMenuButton: "callMenu", getMe: "callName" };

export function weather(town, signal) {
  const radios = TROUBLES.map((trouble) => h("input", { type: "radio", name: "trouble", value: trouble, change: wish }));
  const slow = h("input", { type: "range", id: "slow", min: 0, max: SLOWEST, step: 0.5, input: label, change: wish });
  const slowly = h("output", { for: "slow" });
  const twice = h("button", { type: "button", role: "switch", class: "item switch",
    click: () => { twice.setAttribute("aria-checked", String(twice.getAttribute("aria-checked") !== "true")); wish(); } },
  h("span", {}, t("twice")), h("span", { class: "knob", "aria-hidden": "true" }));
  const facts = h("ul", { class: "facts" });
  const calls = h("ol", { class: "calls" });
  const further = h("button", { type: "button", class: "plain-button", click: () => ask.wind("minutes").catch(() => {}) }, t("minutes"));
  const panel = side("weather", "cloud", Infinity, signal, h("div", { class: "weather-inside" },
    h("fieldset", {}, h("legend", {}, t("answers")), radios.map((radio) =>
      h("label", { class: "radio" }, radio, h("span", {}, t(`trouble_${radio.value}`))))),
    h("div", { class: "slow" }, h("label", { for: "slow" }, t("slow")), slowly, slow),
    twice,
    h("section", { "aria-labelledby": "does-title" }, h("h3", { id: "does-title" }, t("botDoes")), facts, further, calls)));

  function wish() {
    const trouble = radios.find(({ checked }) => checked).value;
    ask.weather(trouble, Number(slow.value), twice.getAttribute("aria-checked") === "true").catch(draw);
  }
  function label() {
    slowly.textContent = t("slowBy", { seconds: inWords(slow.value) });
    slow.setAttribute("aria-valuetext", slowly.textContent);
  }
  function draw() {
    const now = town.weather;
    for (const radio of radios) radio.checked = radio.value === now.trouble;
    if (document.activeElement !== slow) slow.value = now.seconds;
    twice.setAttribute("aria-checked", String(now.twice));
    label();
    const ill = now.trouble !== "none" || now.seconds > 0 || now.twice;
    panel.toggle.classList.toggle("ill", ill);
    panel.label.textContent = now.trouble === "none" ? t("weather") : t(`trouble_${now.trouble}`);
    facts.replaceChildren(...told(now).map((words) => h("li", {}, words)));
    calls.replaceChildren(...now.calls.map(call));
  }
  town.addEventListener("weather", draw, { signal });
  town.addEventListener("clock", () => { further.disabled = town.busy; }, { signal });
  draw();
  return panel;
}

const inWords = (seconds) => Number(seconds).toLocaleString(document.documentElement.lang);

/** What the bot is doing, in sentences; the most pressing one first. */
function told({ lanes, underWay, nextTry, unheard, endsIn, restarted }) {
  const count = Object.values(lanes).reduce((sum, one) => sum + one, 0);
  const parts = LANES.filter((lane) => lanes[lane]).map((lane) => t(`lane_${lane}`, { count: lanes[lane] })).join(", ");
  return [
    endsIn !== null && t("endsIn", { seconds: endsIn }),
    count ? t(count === 1 ? "waitsOne" : "waits", { count, parts }) : t("nothingWaits"),
    underWay && t("underWay", { count: underWay }),
    nextTry && t("nextTry", { time: clockTime(nextTry) }),
    unheard && t(unheard === 1 ? "unheardOne" : "unheard", { count: unheard }),
    restarted && t("restarted", { time: clockTime(restarted) }),
  ].filter(Boolean);
}

function call({ at, method, status, times }) {
  return h("li", {}, h("time", { datetime: at }, clockTime(at)), h("span", {}, method in DOES ? t(DOES[method]) : method, " ",
    h("strong", {}, outcome(status), times > 1 && ` ×${times}`)));
}

function outcome(status) {
  if (status === null) return t("callNone");
  if (status === 429) return t("call429");
  if (status === 403) return t("call403");
  return t(status >= 500 ? "call500" : "call400");
}
