// Shortcuts of the assisted form: save, next, previous, mark as checked, and the rest is no.

/**
 * Listens until the returned function is called.
 * @param {{save: () => unknown, step: (by: number) => unknown, verify: () => unknown, leaveOut: () => unknown}} actions
 */
export function keyboard({ save, step, verify, leaveOut }) {
  /** @param {KeyboardEvent} event */
  const listen = (event) => {
    if (event.isComposing) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && key === 's') act(event, save);
    else if (!event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.code === 'KeyJ') act(event, () => step(1));
    else if (event.code === 'KeyK') act(event, () => step(-1));
    else if (event.code === 'KeyV') act(event, verify);
    else if (event.code === 'KeyN') act(event, leaveOut);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** @param {Event} event @param {() => unknown} what */
function act(event, what) {
  event.preventDefault();
  what();
}

/**
 * The fact of the question in `place` that has the focus; '' without one.
 * @param {HTMLElement} place
 */
export function factAt(place) {
  const question = document.activeElement?.closest('[data-fact]');
  return question instanceof HTMLElement && place.contains(question) ? (question.dataset.fact ?? '') : '';
}

/**
 * Arrows lead from tile to tile of `place`, as Tab does but without the rest of the page.
 * @param {HTMLElement} place @param {KeyboardEvent} event
 */
export function moveBetweenTiles(place, event) {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  /** @type {HTMLElement[]} */
  const tiles = [...place.querySelectorAll('.screen-tile:not([hidden])')].filter((tile) => tile instanceof HTMLElement);
  const at = tiles.findIndex((tile) => tile === document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  tiles[at + by]?.focus();
}
