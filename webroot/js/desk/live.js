// Keeps an open page up to date: it asks regularly, and when the reader returns to the page.

const EVERY = 5_000; // milliseconds: withdrawn data must soon disappear from the screen

/**
 * Calls `ask()` every five seconds, and when the reader returns to the page, until the returned function
 * is called. Calls pause in a hidden tab and never overlap. Errors of `ask` are dropped; it reports them
 * itself.
 * @param {() => Promise<unknown>} ask
 */
export function keepFresh(ask) {
  let asking = false;
  const again = async () => {
    if (asking || document.visibilityState !== 'visible') return;
    asking = true;
    try {
      await ask();
    } catch {
      // The next turn tries again.
    }
    asking = false;
  };
  const timer = setInterval(again, EVERY);
  document.addEventListener('visibilitychange', again);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', again);
  };
}

/**
 * Redraws `element` by `draw()` and keeps focus, text and caret.
 * @param {HTMLElement} element @param {() => void} draw
 */
export function keepPlace(element, draw) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  const id = focused?.id;
  const typing = isTypedInto(focused) ? focused : null;
  const start = typing?.selectionStart ?? null;
  const end = typing?.selectionEnd ?? null;
  const scroll = window.scrollY;
  draw();
  const again = id ? document.getElementById(id) : null;
  if (again && element.contains(again)) {
    again.focus({ preventScroll: true });
    if (start !== null && isTypedInto(again)) again.setSelectionRange(start, end);
  }
  window.scrollTo(0, scroll);
}

/** @param {Element | null} element @returns {element is HTMLInputElement | HTMLTextAreaElement} */
function isTypedInto(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
