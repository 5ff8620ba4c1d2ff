// The sandbox as this page knows it: fed by the stream, read by the phones.
//
// Events: "everything" (draw all anew), "message", "gone", "person", "answered", "typing", "clock", "journal", "weather",
// "theatre", "unread", "line" (the connection came or went). `detail` says what it is about.

import { recall, remember } from "./memory.js";
import { useZone } from "./times.js";

const JOURNAL_KEPT = 500;

export class Town extends EventTarget {
  bot = null;
  now = null;
  busy = false;
  people = new Map();
  journal = new Map();
  online = true;
  weather = null; // at Telegram
  theatre = null; // the stories, and the one that plays
  #seen = {};
  #run = null;

  take(kind, detail) {
    this[`take_${kind}`]?.(detail);
  }

  tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }

  take_snapshot({ run, bot, zone, now, busy, people, journal, weather, theatre }) {
    useZone(zone);
    Object.assign(this, { bot, now, busy, weather, theatre });
    this.#run = run;
    const remembered = recall("seen", {});
    this.#seen = remembered.run === run ? remembered.last : {};
    this.people = new Map(people.map((person) => [person.id, withMessages(person)]));
    this.journal = new Map();
    this.#keepRows(journal);
    this.tell("everything");
  }

  take_message({ person, message }) {
    const owner = this.people.get(person);
    if (!owner) return;
    const fresh = !owner.messages.has(message.id);
    owner.messages.set(message.id, message);
    owner.typing = false;
    this.tell("message", { person: owner, message, fresh });
    this.tell("unread", { person: owner });
  }

  take_gone({ person, id }) {
    const owner = this.people.get(person);
    if (!owner?.messages.delete(id)) return;
    this.tell("gone", { person: owner, id });
    this.tell("unread", { person: owner });
  }

  take_person(person) {
    const known = this.people.get(person.id);
    if (known) Object.assign(known, { ...person, messages: known.messages });
    else this.people.set(person.id, withMessages({ ...person, messages: [] }));
    this.tell("person", { person: this.people.get(person.id) });
  }

  take_answered(answer) {
    this.tell("answered", answer);
  }

  take_typing({ person }) {
    this.tell("typing", { person: this.people.get(person) });
  }

  take_clock({ now, busy }) {
    Object.assign(this, { now, busy });
    this.tell("clock");
  }

  take_weather(weather) {
    this.weather = weather;
    this.tell("weather");
  }

  take_theatre(theatre) {
    this.theatre = theatre;
    this.tell("theatre");
  }

  take_journal({ rows }) {
    const fresh = this.#keepRows(rows);
    if (fresh.length) this.tell("journal", { rows: fresh });
  }

  setOnline(online) {
    if (online === this.online) return;
    this.online = online;
    this.tell("line");
  }

  #keepRows(rows) {
    const fresh = rows.filter((row) => !this.journal.has(row.id));
    for (const row of fresh) this.journal.set(row.id, row);
    for (const id of this.journal.keys()) {
      if (this.journal.size <= JOURNAL_KEPT) break;
      this.journal.delete(id);
    }
    return fresh;
  }

  /** How many messages of the bot this phone got since it was last looked at. */
  unread(person) {
    const seen = this.#seen[person.id] ?? 0;
    let count = 0;
    for (const message of person.messages.values()) if (!message.mine && message.id > seen) count += 1;
    return count;
  }

  markSeen(person) {
    const newest = Math.max(0, ...person.messages.keys());
    if ((this.#seen[person.id] ?? 0) >= newest) return;
    this.#seen[person.id] = newest;
    remember("seen", { run: this.#run, last: this.#seen });
    this.tell("unread", { person });
  }

  /** The reply keyboard this phone shows now, or null: the newest message that brought or took one decides. */
  keyboardOf(person) {
    for (const message of [...person.messages.values()].reverse()) {
      if (message.keys) return message.keys.rows.length ? message.keys : null;
    }
    return null;
  }
}

function withMessages(person) {
  return { ...person, messages: new Map(person.messages.map((message) => [message.id, message])) };
}
