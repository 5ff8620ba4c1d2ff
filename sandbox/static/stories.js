// The stories beside the phones: which there are, and the one that plays itself.

import * as ask from "./ask.js";
import { h, icon, iconButton } from "./dom.js";
import { remember } from "./memory.js";
import { giveWay, makeRoom, startsOpen } from "./side.js";
import { currentLanguage, t } from "./words.js";

const ROOM_FOR_IT = 1400;
const TOUCHED = 900;

export class Stories {
  #scene = null; // which step was brought into view last
  #touch = 0;

  constructor(town, desk, signal) {
    Object.assign(this, { town, desk });
    this.said = h("p", { class: "unseen", role: "status" });
    this.inside = h("div", { class: "stories-inside" });
    this.close = iconButton("close", t("close"), () => this.#leave());
    this.element = h("aside", { class: "stories", id: "stories", "aria-labelledby": "stories-title",
      keydown: ({ key }) => key === "Escape" && !this.#show && this.#leave() },
      h("header", {}, h("div", {}, h("h2", { id: "stories-title" }, t("stories")), h("small", {}, t("storiesHint"))), this.close),
      this.said, this.inside);
    this.toggle = h("button", { type: "button", class: "tool", "aria-controls": "stories", click: () => this.#flip() },
      icon("play"), h("span", {}, t("stories")));
    town.addEventListener("theatre", () => this.#draw(), { signal });
    this.#touch = this.#show?.touch?.number ?? 0;
    giveWay("stories", () => this.#show || this.#open(false, false), signal);
    this.#open(startsOpen("stories", ROOM_FOR_IT), false);
    this.#draw();
  }

  #flip() {
    this.#open(this.element.hidden);
    if (!this.element.hidden && !this.#show) makeRoom("stories", this.element);
  }

  #leave() {
    this.#open(false);
    this.toggle.focus();
  }

  get #show() {
    return this.town.theatre?.show ?? null;
  }

  #open(wanted, kept = true) {
    this.element.hidden = !wanted;
    this.toggle.setAttribute("aria-expanded", String(wanted));
    if (kept) remember("stories", wanted);
  }

  #draw() {
    const show = this.#show;
    this.toggle.hidden = !this.town.theatre;
    this.close.hidden = Boolean(show);
    this.element.classList.toggle("on", Boolean(show));
    if (!this.town.theatre) this.#open(false, false);
    else if (show) this.#open(true, false);
    const focused = document.activeElement?.dataset.do;
    this.inside.replaceChildren(...(show ? this.#performance(show) : [this.#bill()]));
    if (focused) (this.inside.querySelector(`[data-do="${focused}"]`) ?? this.inside.querySelector("[data-do]"))?.focus();
    if (show) this.#follow(show);
  }

  #bill() {
    const line = (story, number) => h("li", {}, h("button", { type: "button", class: "choice", click: () => this.#play(story.name) },
      h("span", { class: "number", "aria-hidden": "true" }, number + 1), h("span", {}, this.#titleOf(story))));
    return h("ol", { class: "bill" }, (this.town.theatre?.stories ?? []).map(line));
  }

  #titleOf = (story) => story[currentLanguage()];

  #performance(show) {
    const { stories } = this.town.theatre;
    const at = stories.findIndex(({ name }) => name === show.name);
    const count = show.captions.length;
    const ended = { done: "storyDone", stuck: "storyStuck" }[show.state];
    return [
      h("p", { class: "story-title" }, this.#titleOf(stories[at])),
      h("progress", { max: count, value: show.at + (ended ? 1 : 0), "aria-label": t("storyStep", { at: show.at + 1, count }) }),
      h("p", { class: "count" }, t("storyStep", { at: show.at + 1, count })),
      h("p", { class: sceneOf(show) === this.#scene ? "caption" : "caption fresh" }, show.captions[show.at][currentLanguage()]),
      ended && h("p", { class: "ended" }, t(ended)),
      h("div", { class: "controls" }, ended ? this.#after(show, stories[at + 1]) : this.#during(show)),
      this.#control("stop", "reply", t("storyStop")),
    ].filter(Boolean);
  }

  #during({ state }) {
    const paused = state === "paused";
    return [paused ? this.#control("go_on", "play", t("storyGoOn")) : this.#control("pause", "pause", t("storyPause")),
      this.#control("next", "forward", t("storyNext"))];
  }

  #after({ name }, following) {
    return [this.#control("play", "play", t("storyAgain"), () => this.#play(name)),
      following && h("button", { type: "button", class: "control", click: () => this.#play(following.name) },
        icon("forward"), h("span", {}, this.#titleOf(following)))].filter(Boolean);
  }

  #control(wish, drawing, label, click = () => this.#direct(wish)) {
    return h("button", { type: "button", class: `control ${wish}`, "data-do": wish, click }, icon(drawing), h("span", {}, label));
  }

  #play(name) {
    this.inside.replaceChildren(h("p", { class: "opening" }, t("loading")));
    this.#direct("play", name);
  }

  #direct(wish, name = null) {
    ask.direct(wish, name).catch((error) => {
      this.#draw();
      this.inside.append(h("p", { class: "ended" }, t(error.message)));
    });
  }

  /** Brings the phones of a step into view, once: after that one may look elsewhere. */
  #follow(show) {
    const scene = sceneOf(show);
    if (scene !== this.#scene) {
      this.#scene = scene;
      this.said.textContent = show.captions[show.at][currentLanguage()];
      for (const id of [...show.phones].reverse()) if (this.town.people.has(id)) this.desk.show(id);
    }
    if (show.touch && show.touch.number > this.#touch) this.#point(show.touch);
    this.#touch = show.touch?.number ?? this.#touch;
  }

  /** Shows which button is about to be tapped. */
  #point({ person, label }) {
    this.desk.show(person);
    const keys = [...this.desk.phones.get(person).element.querySelectorAll(".key")].filter((key) => key.textContent.includes(label));
    const key = keys.findLast((one) => one.closest(".inline-keys")) ?? keys.at(-1);
    key?.scrollIntoView({ block: "nearest" });
    key?.classList.add("touched");
    setTimeout(() => key?.classList.remove("touched"), TOUCHED);
  }
}

const sceneOf = ({ name, at }) => `${name} ${at}`;
