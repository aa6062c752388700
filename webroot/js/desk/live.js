// What keeps an open page true: it asks again every while, and when somebody looks at it again.

const EVERY = 5_000; // milliseconds: what is withdrawn elsewhere must not go on standing here

/**
 * Calls `ask(looked)` until the returned function is called; `looked`: somebody has just come back
 * to the page. Never while nobody looks, never twice at a time. What `ask` throws is lost: it says
 * itself what has gone wrong.
 */
export function keepFresh(ask) {
  let asking = false;
  const again = async (looked) => {
    if (asking || document.visibilityState !== 'visible') return;
    asking = true;
    try {
      await ask(looked);
    } catch {
      // The next turn tries again.
    }
    asking = false;
  };
  const timer = setInterval(() => again(false), EVERY);
  const look = () => again(true);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

/** Draws `element` anew by `draw()`; who was writing in it goes on at the same place. */
export function keepPlace(element, draw) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const { id, selectionStart: start, selectionEnd: end } = focused ?? {};
  const scroll = window.scrollY;
  draw();
  const again = id ? document.getElementById(id) : null;
  if (again && element.contains(again)) {
    again.focus({ preventScroll: true });
    if (start !== undefined && start !== null) again.setSelectionRange(start, end);
  }
  window.scrollTo(0, scroll);
}
