// Building the page out of nodes. Text only ever goes in as text.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  close: "M6 6l12 12M18 6L6 18",
  dots: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  down: "M6 9l6 6 6-6",
  forward: "M5 6l7 6-7 6zM19 6v12",
  globe: "M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  half: "M12 3a9 9 0 100 18zM12 3a9 9 0 010 18",
  journal: "M5 4h14v16H5zM9 9h6M9 13h6M9 17h3",
  menu: "M5 8h14M5 12h14M5 16h9",
  people: "M9 11a3.2 3.2 0 100-6.4A3.2 3.2 0 009 11zM3 19c0-7 12-7 12 0M16 5a3 3 0 010 5.6M17.5 14c2.5.6 3.5 2.5 3.5 5",
  reply: "M10 7l-5 5 5 5M5 12h9q5 0 5 6",
  keyboard: "M3 7h18v10H3zM7 11v.01M11 11v.01M15 11v.01M8 14h8",
  send: "M4 11.5L20 4l-6 16-3.5-6.5z",
  tick: "M5 13l4.5 4.5L19 7",
};

/** An element with attributes (functions become listeners, false and null are left out) and children. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setAttribute(node, name, value) {
  if (typeof value === "function") node.addEventListener(name, value);
  else if (value === true) node.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
}

/** A drawing of one line, in the colour of the text around it; silent to a screen reader. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.dataset.name = name;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows only a drawing, and says its name to who cannot see it. */
export function iconButton(name, label, click, attributes = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, click, ...attributes }, icon(name));
}

/** The circle with initials that stands for a person; the same person always has the same tint. */
export function avatar(person) {
  const initials = person.name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("").toUpperCase();
  return h("span", { class: "avatar", "data-tint": person.id % 6, "aria-hidden": "true" }, initials);
}
