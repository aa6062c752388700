// Shortcuts of the assisted form: save, next question, previous question, mark as checked.

/**
 * `fields`: `Map(fact → Field)` in their order. Returns a function that stops listening.
 * @param {HTMLElement} form
 * @param {{save: () => unknown, fields: Map<string, Pages.Field>, verify: (fact: string) => unknown}} actions
 */
export function keyboard(form, { save, fields, verify }) {
  /** @param {KeyboardEvent} event */
  const listen = (event) => {
    if (event.isComposing) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && key === 's') act(event, save);
    else if (!event.altKey || event.ctrlKey || event.metaKey) return;
    else if (event.code === 'KeyJ') act(event, () => step(form, fields, 1));
    else if (event.code === 'KeyK') act(event, () => step(form, fields, -1));
    else if (event.code === 'KeyV') act(event, () => verify(factAt(form)));
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

/** @param {Event} event @param {() => unknown} what */
function act(event, what) {
  event.preventDefault();
  what();
}

/** @param {HTMLElement} form */
function factAt(form) {
  const place = document.activeElement?.closest('[data-fact]');
  return place instanceof HTMLElement && form.contains(place) ? (place.dataset.fact ?? '') : '';
}

// If no question has the focus, starts at the first or the last one.
/** @param {HTMLElement} form @param {Map<string, Pages.Field>} fields @param {number} by */
function step(form, fields, by) {
  const shown = [...fields.values()].filter(({ element }) => !element.hidden);
  const at = shown.findIndex(({ fact }) => fact.id === factAt(form));
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
  shown[next]?.focus();
}
