// Recording a voice with the microphone, in the place of the field to type in.

import { h, icon, iconButton } from "./dom.js";
import { clock } from "./media.js";
import { t } from "./words.js";

const SHORTEST = 0.5; // seconds; less was a slip of the finger
const LONGEST = 3600;

/** Starts to record; resolves to the bar to show, or to null when there is no microphone. */
export async function record({ done, dropped }) {
  const sound = await navigator.mediaDevices?.getUserMedia?.({ audio: true }).catch(() => null);
  if (!sound || !window.MediaRecorder) return null;
  const chunks = [];
  const began = performance.now();
  const length = () => (performance.now() - began) / 1000;
  const recorder = new MediaRecorder(sound);
  const time = h("span", { class: "length", role: "timer", "aria-label": t("recording") }, clock(0));
  const ticking = setInterval(() => {
    time.textContent = clock(length());
    if (!time.isConnected) stop(false); // the phone was put away
    else if (length() > LONGEST) stop(true);
  }, 250);
  let wanted = false;

  recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
  recorder.addEventListener("stop", () => {
    const content = new Blob(chunks, { type: recorder.mimeType });
    if (wanted && content.size) done(content, length());
    else dropped();
  });
  function stop(keep) {
    wanted = keep && length() >= SHORTEST;
    clearInterval(ticking);
    recorder.stop();
    for (const track of sound.getTracks()) track.stop();
  }

  recorder.start();
  return h("div", { class: "composer recording", role: "group", "aria-label": t("recording"),
    keydown: (event) => { if (event.key === "Escape") stop(false); } },
  iconButton("close", t("cancel"), () => stop(false)), h("span", { class: "dot", "aria-hidden": "true" }), time,
  h("button", { type: "button", class: "send", "aria-label": t("send"), title: t("send"), click: () => stop(true) }, icon("send")));
}
