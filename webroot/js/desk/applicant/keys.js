// The assisted form from the keyboard: save, the next question, the one before, mark as checked.

/** `fields`: `Map(fact → Field)` in their order. Returns what ends it. */
export function keyboard(form, { save, fields, verify }) {
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

function act(event, what) {
  event.preventDefault();
  what();
}

function factAt(form) {
  const place = document.activeElement?.closest('[data-fact]');
  return form.contains(place) ? place.dataset.fact : undefined;
}

// From outside the questions it begins at the first, or at the last.
function step(form, fields, by) {
  const shown = [...fields.values()].filter(({ element }) => !element.hidden);
  const at = shown.findIndex(({ fact }) => fact.id === factAt(form));
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by;
  shown[next]?.focus();
}
