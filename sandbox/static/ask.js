// What the page asks of the sandbox.

/** Posts a wish; returns the answer, or throws the short name of what went wrong. */
async function post(path, wish = {}) {
  const answer = await fetch(`/page/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(wish),
  }).catch(() => null);
  if (answer === null) throw new Error("lost");
  if (answer.status === 409) throw new Error("busy");
  if (!answer.ok) throw new Error("failed");
  return answer.json();
}

export const say = (person, text, replyTo) => post(`people/${person}/say`, { text, reply_to: replyTo });
export const edit = (person, message, text) => post(`people/${person}/edit`, { message, text });
export const remove = (person, message) => post(`people/${person}/remove`, { message });
export const tap = (person, message, row, column) => post(`people/${person}/tap`, { message, row, column });
export const react = (person, message, emoji) => post(`people/${person}/react`, { message, emoji });
export const open = (person, link) => post(`people/${person}/open`, { link });
export const block = (person, blocked) => post(`people/${person}/block`, { blocked });
export const wind = (to) => post("clock", { to });
