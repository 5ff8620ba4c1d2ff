// Formatted text as nodes: the entities of the message decide, the text itself is never read as HTML.

import { h } from "./dom.js";
import { t } from "./words.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** Where a tap on such an entity leads; a command is written by the one who taps it. */
const TARGETS = {
  text_link: (entity) => entity.url,
  url: (_, text) => (/^[a-z]+:/i.test(text) ? text : `https://${text}`),
  email: (_, text) => `mailto:${text}`,
  phone_number: (_, text) => tel(text),
  bot_command: (_, text) => `#${text}`,
};

/** The short numbers of help lines and emergency services, which no entity marks. */
const SHORT_NUMBER = /(?<![\w+.,/:-])(?:112|10[1-9]|1[78]\d{2})(?![\w/-]|[.,:]\d)/g;

/** The nodes of a text with entities (offsets count UTF-16 units, as strings do here). */
export function rich({ text, entities }) {
  const marks = entities.filter(({ kind }) => kind in TAGS || kind in TARGETS || kind === "spoiler");
  return inside(text, 0, text.length, marks);
}

function inside(text, from, until, marks) {
  const nodes = [];
  let at = from;
  for (const [index, mark] of marks.entries()) {
    const end = mark.offset + mark.length;
    if (mark.offset < at || end > until) continue;
    nodes.push(...plain(text.slice(at, mark.offset)), marked(mark, text, marks.slice(index + 1)));
    at = end;
  }
  return [...nodes, ...plain(text.slice(at, until))];
}

function marked(mark, text, others) {
  const end = mark.offset + mark.length;
  const said = text.slice(mark.offset, end);
  if (mark.kind in TARGETS) return link(TARGETS[mark.kind](mark, said), said);
  const children = inside(text, mark.offset, end, others.filter(({ offset }) => offset < end));
  if (mark.kind === "spoiler") return spoiler(children);
  return h(TAGS[mark.kind], {}, children);
}

/** Hidden from eyes and from a screen reader until it is tapped. */
function spoiler(children) {
  const inside = h("span", { inert: true }, children);
  const show = () => {
    inside.inert = false;
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
    node.classList.add("shown");
  };
  const key = (event) => {
    if (!["Enter", " "].includes(event.key) || event.target !== node) return;
    event.preventDefault();
    show();
  };
  const node = h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": t("hidden"), click: show, keydown: key }, inside);
  return node;
}

function plain(text) {
  const nodes = [];
  let at = 0;
  for (const { 0: number, index } of text.matchAll(SHORT_NUMBER)) {
    nodes.push(text.slice(at, index), link(tel(number), number));
    at = index + number.length;
  }
  return [...nodes, text.slice(at)].filter(Boolean);
}

const tel = (number) => `tel:${number.replace(/[^\d+]/g, "")}`;

function link(target, text) {
  if (!/^(https?:|tg:|tel:|mailto:|#\/)/i.test(target)) return text;
  return h("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, text);
}
