// The line to the sandbox: one stream that the browser takes up again by itself, from where it broke off.

const KINDS = ["snapshot", "message", "gone", "person", "answered", "typing", "clock", "journal", "weather", "theatre"];
const AGAIN_AFTER = 2000;

export function listen(town) {
  const source = new EventSource("/page/events");
  for (const kind of KINDS) {
    source.addEventListener(kind, (event) => town.take(kind, JSON.parse(event.data)));
  }
  source.addEventListener("moved", () => { source.close(); listen(town); });
  source.addEventListener("open", () => town.setOnline(true));
  source.addEventListener("error", () => {
    town.setOnline(false);
    // A browser gives up for good when the answer was no stream at all: then a new line, and everything anew.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(town), AGAIN_AFTER);
  });
}
