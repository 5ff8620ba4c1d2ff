// Moments in the sandbox's own time zone, the way people here write them.

import { currentLanguage } from "./words.js";

const formats = new Map();
let zone = "Europe/Brussels";

export function useZone(name) {
  zone = name;
  formats.clear();
}

function parts(moment, options) {
  const key = `${currentLanguage()} ${Object.values(options)}`;
  if (!formats.has(key)) {
    const locale = currentLanguage() === "nl" ? "nl-BE" : "en-GB";
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  }
  return Object.fromEntries(formats.get(key).formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
}

/** "17u30" in Dutch, "17:30" in English. */
export function clockTime(moment) {
  const { hour, minute } = parts(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return currentLanguage() === "nl" ? `${Number(hour)}u${minute}` : `${hour}:${minute}`;
}

/** "dinsdag 24 november" */
export function dayName(moment) {
  const { weekday, day, month } = parts(moment, { weekday: "long", day: "numeric", month: "long" });
  return `${weekday} ${day} ${month}`;
}

/** "di 24 november" */
export function shortDay(moment) {
  const { weekday, day, month } = parts(moment, { weekday: "short", day: "numeric", month: "long" });
  return `${weekday.replace(".", "")} ${day} ${month}`;
}

/** "di 24/11" */
export function shortestDay(moment) {
  const { weekday, day, month } = parts(moment, { weekday: "short", day: "numeric", month: "numeric" });
  return `${weekday.replace(".", "")} ${day}/${month}`;
}
