// The desk: which phones lie side by side, which one is in hand on a small screen, and who is in the menu.

import { avatar, h, icon } from "./dom.js";
import { Phone } from "./phone.js";
import { recall, remember } from "./memory.js";
import { swipe } from "./swipe.js";
import { partOf, t } from "./words.js";

export class Desk {
  phones = new Map();
  #awaited = null; // a phone that was asked for and is not known yet

  constructor(town, signal) {
    this.town = town;
    this.shelf = h("main", { class: "shelf", id: "shelf", "aria-label": t("phones"), tabindex: -1 });
    this.tabs = h("div", { class: "tabs", role: "tablist", "aria-label": t("phones"), keydown: (event) => this.#walk(event) });
    this.menuList = h("div", { class: "menu-list" });
    this.menuCount = h("span", { class: "badge" });
    this.menu = h("details", { class: "people-menu", keydown: (event) => event.key === "Escape" && this.#closeMenu() },
      h("summary", {}, icon("people"), h("span", {}, t("morePeople")), this.menuCount), this.menuList);
    document.addEventListener("pointerdown", (event) => { if (!this.menu.contains(event.target)) this.menu.open = false; }, { signal });
    swipe(this.shelf, (step) => this.#turn(step));
    this.#layOut();
    this.#listen(signal);
  }

  #layOut() {
    const usual = [...this.town.people.values()].filter(({ beside }) => beside).map(({ id }) => id);
    const known = this.#recall("shown", usual).filter((id) => this.town.people.has(id));
    for (const id of known.length ? known : usual) this.#add(id);
    const active = this.#recall("active", null);
    this.#pick(this.phones.has(active) ? active : [...this.phones.keys()][0]);
  }

  #listen(signal) {
    const on = (kind, react) => this.town.addEventListener(kind, ({ detail }) => react(detail), { signal });
    const phoneOf = ({ person }) => this.phones.get(person?.id ?? person);
    on("message", (detail) => phoneOf(detail)?.put(detail.message, detail.fresh));
    on("gone", (detail) => phoneOf(detail)?.drop(detail.id));
    on("person", (detail) => { phoneOf(detail)?.refresh(); this.#soon(); this.#arrived(detail.person.id); });
    on("typing", (detail) => phoneOf(detail)?.typing());
    on("answered", (detail) => phoneOf(detail)?.answered(detail));
    on("unread", () => this.#soon());
    document.addEventListener("visibilitychange", () => this.#soon(), { signal });
  }

  #add(id) {
    if (this.phones.has(id)) return;
    const phone = new Phone(this, this.town.people.get(id));
    this.phones.set(id, phone);
    this.shelf.append(phone.element);
    this.town.markSeen(phone.person); // laid down, looked at
  }

  /** Lays a phone on the desk (if it was not there yet) and takes it in hand. */
  show(id) {
    this.#add(id);
    this.#keep();
    this.#pick(id);
    const chosen = this.tabs.querySelector('[aria-selected="true"]');
    for (const element of [this.phones.get(id).element, chosen]) element?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }

  /** Shows a phone that was just made, as soon as we hear of it. */
  showSoon(id) {
    this.#awaited = id;
    if (this.town.people.has(id)) this.#arrived(id);
  }

  #arrived(id) {
    if (id !== this.#awaited) return;
    this.#awaited = null;
    this.show(id);
  }

  /** Takes in hand the phone so many places further. */
  #turn(step) {
    const ids = [...this.town.people.keys()];
    const next = ids[ids.indexOf(this.active) + step];
    if (next) this.show(next);
  }

  /** What was typed and not sent yet, for the phones that are drawn anew. */
  drafts = () => [...this.phones.values()].map(({ person, composer }) => [person.id, composer.field.value]);

  take(drafts) {
    for (const [id, text] of drafts) this.phones.get(id)?.composer.propose(text);
  }

  putAway(id) {
    if (this.phones.size === 1) return;
    this.phones.get(id).element.remove();
    this.phones.delete(id);
    this.#keep();
    this.#pick([...this.phones.keys()][0]);
    this.menu.querySelector("summary").focus();
  }

  #keep = () => this.#remember("shown", [...this.phones.keys()]);

  /** A story lays out its own phones; those of before lie there again when it is over. */
  #recall = (name, otherwise) => (this.town.theatre?.show ? otherwise : recall(name, otherwise));

  #remember(name, value) {
    if (!this.town.theatre?.show) remember(name, value);
  }

  #pick(id) {
    this.active = id;
    this.#remember("active", id);
    for (const [owner, phone] of this.phones) phone.element.classList.toggle("active", owner === id);
    this.refresh();
  }

  /** Counts once for all that comes in before the next picture: a week wound forward is a lot of messages. */
  #soon() {
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.refresh(); });
  }

  /** Somebody does something on this phone: it is the one in hand. */
  inHand(id) {
    if (id === this.active) this.#look();
    else if (this.phones.has(id)) this.#pick(id);
  }

  /** The phone in hand has no unread messages; the others count theirs until they are taken. */
  #look() {
    const phone = this.phones.get(this.active);
    if (phone?.element.checkVisibility?.() && document.visibilityState === "visible") this.town.markSeen(phone.person);
  }

  refresh() {
    this.#look();
    for (const phone of this.phones.values()) setCount(phone.count, this.town.unread(phone.person));
    const away = [...this.town.people.values()].filter(({ id }) => !this.phones.has(id));
    const unread = away.reduce((sum, person) => sum + this.town.unread(person), 0);
    setCount(this.menuCount, unread);
    document.title = this.#title();
    this.menu.hidden = !away.length;
    const focused = this.menuList.contains(document.activeElement) && document.activeElement.dataset.id;
    this.menuList.replaceChildren(...away.map((person) => this.#entry(person)));
    if (focused) this.menuList.querySelector(`[data-id="${focused}"]`)?.focus();
    this.#drawTabs();
  }

  /** What waits anywhere shows on the tab of the browser too. */
  #title() {
    const unread = [...this.town.people.values()].reduce((sum, person) => sum + this.town.unread(person), 0);
    return unread ? `(${unread}) ${t("title")}` : t("title");
  }

  #entry(person) {
    return h("button", { type: "button", class: "choice", "data-id": person.id, click: () => { this.#closeMenu(); this.show(person.id); } },
      avatar(person), h("span", { class: "who" }, h("strong", {}, person.name), h("small", {}, partOf(person))), this.#badge(person));
  }

  #drawTabs() {
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...[...this.town.people.values()].map((person) => this.#tab(person)));
    const chosen = this.tabs.querySelector('[aria-selected="true"]');
    if (focused) chosen?.focus();
  }

  #tab(person) {
    const chosen = person.id === this.active;
    return h("button", { type: "button", role: "tab", "aria-selected": String(chosen), tabindex: chosen ? 0 : -1,
      "aria-controls": this.phones.has(person.id) ? `phone-${person.id}` : null, "data-id": person.id, click: () => this.show(person.id) },
    avatar(person), h("span", {}, person.name), this.#badge(person));
  }

  #badge(person) {
    const badge = h("span", { class: "badge" });
    setCount(badge, this.town.unread(person));
    return badge;
  }

  #walk(event) {
    const tabs = [...this.tabs.children];
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    tabs.at(to % tabs.length).click();
    event.preventDefault();
  }

  #closeMenu() {
    this.menu.open = false;
  }
}

function setCount(badge, count) {
  badge.textContent = count > 99 ? "99+" : count || "";
  badge.hidden = !count;
  if (count) badge.setAttribute("aria-label", t("unread", { count }));
}
