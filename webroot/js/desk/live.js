// Keeps an open page up to date: it asks regularly, and when the reader returns to the page.

const EVERY = 5_000; // milliseconds: withdrawn data must soon disappear from the screen

/**
 * Calls `ask(looked)` until the returned function is called; `looked`: the reader has just returned to
 * the page. Calls pause in a hidden tab and never overlap. Errors of `ask` are dropped; it reports them
 * itself.
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

/** Draws `element` again by `draw()`; focus, text and caret in it stay. */
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
