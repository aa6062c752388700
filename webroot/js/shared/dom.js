// Builds elements. Text always goes in as text: nothing here parses markup.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @overload
 * @param {Tag} tag
 * @param {Pages.Attributes | null} [attributes]
 * @param {...Pages.Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
/**
 * @overload
 * @param {string} tag
 * @param {Pages.Attributes | null} [attributes]
 * @param {...Pages.Child} children
 * @returns {HTMLElement}
 */
/**
 * `h('p', {class: 'note'}, 'text', child)` makes an element. Attributes that are null or false are left
 * out; true gives an empty attribute; a function listens to the event of that name. Children that are
 * null or false are skipped, lists are flattened.
 *
 * @param {string} tag @param {Pages.Attributes | null} [attributes] @param {...any} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** @param {HTMLElement} element @param {readonly Pages.Child[]} children */
export function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Replaces all that `element` holds.
 * @param {HTMLElement} element @param {...Pages.Child} children
 */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

/**
 * A sign to see, with its meaning for screen readers.
 * @param {string} glyph @param {string} meaning @param {string} kind
 */
export function sign(glyph, meaning, kind) {
  return h(
    'span',
    { class: `sign sign-${kind}` },
    h('span', { 'aria-hidden': 'true' }, glyph),
    h('span', { class: 'visually-hidden' }, meaning),
  );
}

/**
 * Moves the focus for keyboard and screen reader, opening the folds that hide the element.
 * @param {HTMLElement} element
 */
export function reveal(element) {
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}

/**
 * Puts a notice into its place and leads keyboard and screen reader to it.
 * @param {HTMLElement} place @param {HTMLElement} notice
 */
export function announce(place, notice) {
  fill(place, notice);
  notice.tabIndex = -1;
  reveal(notice);
}

/**
 * The one element that `selector` finds under `root`; it must be there.
 * @param {ParentNode} root @param {string} selector @returns {HTMLElement}
 */
export function find(root, selector) {
  const element = root.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`no element ${selector}`);
  return element;
}
