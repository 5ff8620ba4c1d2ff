// What the page asks of the sandbox.

/** Posts a wish; returns the answer, or throws the short name of what went wrong. */
const post = (path, wish = {}) => bring(path, JSON.stringify(wish), "application/json");

async function bring(path, body, type) {
  const answer = await fetch(`/page/${path}`, { method: "POST", headers: { "content-type": type }, body }).catch(() => null);
  if (answer === null) throw new Error("lost");
  if (answer.status === 409) throw new Error("busy");
  if (!answer.ok) throw new Error("failed");
  return answer.json();
}

export const say = (person, text, replyTo) => post(`people/${person}/say`, { text, reply_to: replyTo });
export const place = (person, latitude, longitude, replyTo) => post(`people/${person}/place`, { latitude, longitude, reply_to: replyTo });
export const edit = (person, message, text) => post(`people/${person}/edit`, { message, text });
export const remove = (person, message, onlyHere) => post(`people/${person}/remove`, { message, only_here: onlyHere });
export const tap = (person, message, row, column) => post(`people/${person}/tap`, { message, row, column });
export const react = (person, message, emoji) => post(`people/${person}/react`, { message, emoji });
export const open = (person, link) => post(`people/${person}/open`, { link });
export const block = (person, blocked) => post(`people/${person}/block`, { blocked });
export const offline = (person, wanted) => post(`people/${person}/offline`, { offline: wanted });
export const newPhone = (person) => post(`people/${person}/phone`);
export const weather = (trouble, seconds, twice) => post("weather", { trouble, seconds, twice });
export const wind = (to) => post("clock", { to });
export const direct = (wish, story) => post("theatre", { do: wish, story });

/** Sends the bytes of a file as they are; `wish` tells what they are: kind, name, mime, and perhaps caption, seconds, … */
export const sendFile = (person, wish, bytes) =>
  bring(`people/${person}/send?wish=${encodeURIComponent(JSON.stringify(wish))}`, bytes, "application/octet-stream");
