// Building the page out of nodes. Text only ever goes in as text.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  clip: "M19 11.5l-7.6 7.6a4.6 4.6 0 01-6.5-6.5l8.2-8.2a3 3 0 014.3 4.3l-8 8a1.5 1.5 0 01-2.2-2.2l7-7",
  cloud: "M7 18a4 4 0 01-.5-7.97A6 6 0 0118 9.5a4.3 4.3 0 01-.5 8.5zM9 21v.01M13 21v.01",
  offline: "M4 4l16 16M2 9c2-2 4.500-3 7-3.600M22 9c-3-2.800-6.500-4-10-4M6 13c1.500-1.500 3-2.200 5-2.500M18 13c-.6-.6-1.200-1-2-1.500M12 18.500v.01",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3.500 2",
  close: "M6 6l12 12M18 6L6 18",
  dots: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  down: "M6 9l6 6 6-6",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  forward: "M5 6l7 6-7 6zM19 6v12",
  globe: "M12 3a9 9 0 100 18 9 9 0 000-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18",
  half: "M12 3a9 9 0 100 18zM12 3a9 9 0 010 18",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01",
  journal: "M5 4h14v16H5zM9 9h6M9 13h6M9 17h3",
  menu: "M5 8h14M5 12h14M5 16h9",
  mic: "M12 3a3 3 0 00-3 3v5a3 3 0 006 0V6a3 3 0 00-3-3zM6 11a6 6 0 0012 0M12 17v4",
  people: "M9 11a3.2 3.2 0 100-6.4A3.2 3.2 0 009 11zM3 19c0-7 12-7 12 0M16 5a3 3 0 010 5.6M17.5 14c2.5.6 3.5 2.5 3.5 5",
  pause: "M8 5v14M16 5v14",
  pin: "M12 21c-4.5-5-6.5-8-6.5-11a6.5 6.5 0 0113 0c0 3-2 6-6.5 11zM12 10v.01",
  play: "M7 5l12 7-12 7z",
  reply: "M10 7l-5 5 5 5M5 12h9q5 0 5 6",
  keyboard: "M3 7h18v10H3zM7 11v.01M11 11v.01M15 11v.01M8 14h8",
  smile: "M12 3a9 9 0 100 18 9 9 0 000-18zM8.5 14.5q3.5 3 7 0M9 9.5v.01M15 9.5v.01",
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
