// Sending a place: one of a few that everybody knows, one's own, or any on earth.

import * as ask from "./ask.js";
import { h, icon } from "./dom.js";
import { dialog } from "./dialog.js";
import { t } from "./words.js";

const KNOWN = [
  ["Gent-Sint-Pieters", 51.03564, 3.71071],
  ["Brussel-Centraal", 50.84549, 4.35706],
  ["Antwerpen-Centraal", 51.21728, 4.42116],
  ["Leuven, Grote Markt", 50.87896, 4.70093],
];

export function askPlace(phone) {
  const send = (latitude, longitude) => {
    box.close();
    phone.attempt(ask.place(phone.person.id, latitude, longitude, phone.composer.takeReply()));
  };
  const line = (label, click, hint) => h("button", { type: "button", class: "choice", click },
    h("span", { class: "card-icon" }, icon("pin")), h("span", { class: "who" }, h("strong", {}, label), hint && h("small", {}, hint)));
  const box = dialog(t("whichPlace"),
    h("div", { class: "choices" },
      KNOWN.map(([name, latitude, longitude]) => line(name, () => send(latitude, longitude), `${latitude}, ${longitude}`)),
      "geolocation" in navigator && line(t("hereNow"), () => whereIAm(phone, send))),
    typed(send));
}

function whereIAm(phone, send) {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => send(coords.latitude, coords.longitude),
    () => phone.toast(t("notFound")));
}

function typed(send) {
  const degrees = (name, most) => h("input", { type: "number", step: "any", min: -most, max: most, required: true, placeholder: t(name), "aria-label": t(name) });
  const [latitude, longitude] = [degrees("latitude", 90), degrees("longitude", 180)];
  return h("form", { class: "degrees", submit: (event) => { event.preventDefault(); send(latitude.valueAsNumber, longitude.valueAsNumber); } },
    latitude, longitude, h("button", { type: "submit", class: "main-button" }, t("send")));
}
