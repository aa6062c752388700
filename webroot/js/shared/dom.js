// Builds elements. Text always goes in as text: nothing here parses markup.

/**
 * `h('p', {class: 'note'}, 'text', child)`. Attributes that are null or false are left out; true
 * gives an empty attribute; `onclick` and the like take functions. Children that are null or
 * false are skipped, lists are flattened.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces all that `element` holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/** A sign for the eye with its meaning for the ear. */
export function sign(glyph, meaning, kind) {
  return h(
    'span',
    { class: `sign sign-${kind}` },
    h('span', { 'aria-hidden': 'true' }, glyph),
    h('span', { class: 'visually-hidden' }, meaning),
  );
}

/** Moves the focus for keyboard and screen reader, opening the folds that hide the element. */
export function reveal(element) {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/** Puts a notice into its place and leads keyboard and screen reader to it. */
export function announce(place, notice) {
  fill(place, notice);
  notice.tabIndex = -1;
  reveal(notice);
}
