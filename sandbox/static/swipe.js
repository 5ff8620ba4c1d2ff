// A finger drawn sideways over the phone in hand brings the next one, where one phone fills the screen.

const SMALL = matchMedia("(max-width: 719px)");
const FAR = 60; // pixels
const STEADY = 2; // so many times as far sideways as up or down

export function swipe(element, go) {
  let from = null;
  element.addEventListener("touchstart", ({ touches }) => { from = SMALL.matches && touches.length === 1 ? touches[0] : null; }, { passive: true });
  element.addEventListener("touchend", ({ changedTouches: [to] }) => {
    if (!from || scrollsSideways(to.target, element)) return;
    const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY];
    from = null;
    if (Math.abs(across) > FAR && Math.abs(across) > STEADY * Math.abs(along)) go(across < 0 ? 1 : -1);
  });
}

/** What can itself be scrolled sideways (a piece of code, the field to type in) keeps its finger. */
function scrollsSideways(node, until) {
  if (node.matches("textarea, input")) return true;
  for (let at = node; at && at !== until; at = at.parentElement) {
    if (at.scrollWidth > at.clientWidth && getComputedStyle(at).overflowX === "auto") return true;
  }
  return false;
}
