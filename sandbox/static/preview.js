// A message in one line: above an answer, above the field, in a list. What hides until it is tapped stays hidden here.

import { t } from "./words.js";

const MASK = "▒";

export function oneLine({ text, entities, media }) {
  let shown = text;
  for (const { kind, offset, length } of entities) {
    if (kind === "spoiler") shown = shown.slice(0, offset) + MASK.repeat(length) + shown.slice(offset + length);
  }
  return described(shown, media?.kind);
}

/** What stands there, after what is attached: "Foto · kijk eens". */
export function described(text, kind) {
  return [kind && t(kind), text].filter(Boolean).join(" · ") || t("message");
}
