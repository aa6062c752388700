// Pages by fragment: `#/form/employees` is the page `form` with the argument `employees`, and
// `#/measures?kind=right` the page `measures` with a query. Going back or forward returns to where
// the reader was; a new page starts at its heading.

/** @type {HTMLElement} */
let container;
/** @type {Record<string, Pages.Page>} */
let pages = {};
/** @type {{key: string, onLeave?: Pages.OnLeave | void} | null} */
let shown = null;
let turn = 0;
const scrolls = new Map();

/**
 * `all` maps a name to `(view, argument, query) => void | cleanup | Promise of these`; '' is the
 * first page. An unknown name shows the page '*', or else the first page. Each page draws
 * into an element `view` made for it, so a page that finishes late does not overwrite the next one.
 * @param {HTMLElement} element @param {Record<string, Pages.Page>} all
 */
export function startRouter(element, all) {
  container = element;
  pages = all;
  history.scrollRestoration = 'manual';
  window.addEventListener('hashchange', showAgain);
  return showAgain();
}

/** Draws the page that the address names again. */
export async function showAgain() {
  const mine = ++turn;
  const first = shown === null;
  remember();
  shown?.onLeave?.();
  const { name, argument, query } = readAddress(location.hash);
  const returning = history.state?.key;
  shown = { key: returning ?? newKey() };
  if (!returning) history.replaceState({ key: shown.key }, '');
  const view = document.createElement('div');
  container.replaceChildren(view);
  markCurrent(name);
  const onLeave = await pageOf(name)(view, argument, query);
  if (mine !== turn) return onLeave?.();
  shown.onLeave = onLeave;
  settle(first, scrolls.get(returning));
}

/**
 * Changes the address of the current page; with `step`, Back leads to the previous address.
 * @param {string} hash @param {boolean} [step]
 */
export function readdress(hash, step) {
  if (hash === location.hash) return;
  if (!step) {
    history.replaceState(history.state, '', hash);
    return;
  }
  remember();
  const key = newKey();
  if (shown) shown.key = key;
  history.pushState({ key }, '', hash);
}

/**
 * `{name, argument, query}` of a fragment. What cannot be decoded is left out.
 * @param {string} hash
 */
export function readAddress(hash) {
  const [path, search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name = '', argument = ''] = path.split('/').map(decode);
  return { name, argument, query: new URLSearchParams(search) };
}

function remember() {
  if (shown) scrolls.set(shown.key, window.scrollY);
}

function newKey() {
  return `${Date.now()}.${Math.random()}`;
}

/** @param {string} name */
function pageOf(name) {
  return (Object.hasOwn(pages, name) ? pages[name] : pages['*']) ?? pages[''];
}

/** @param {string} name */
function markCurrent(name) {
  const current = Object.hasOwn(pages, name) || pages['*'] ? name : '';
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('a[data-pages]'))) {
    if (link.dataset.pages?.split(' ').includes(current || 'start')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/**
 * Leads the keyboard to where a new page begins: to the control marked `data-begin` of a page that is one
 * form, else to the heading.
 */
export function begin() {
  const start = container.querySelector('[data-begin]') ?? container.querySelector('h1');
  if (start instanceof HTMLElement) start.focus({ preventScroll: true });
}

/** @param {boolean} first @param {number | undefined} scroll */
function settle(first, scroll) {
  const heading = container.querySelector('h1');
  if (heading) document.title = heading.textContent;
  const focused = document.activeElement;
  const chosen = focused !== container && container.contains(focused); // the page has chosen a place
  if (scroll !== undefined) window.scrollTo(0, scroll);
  else if (!chosen) {
    window.scrollTo(0, 0);
    // At the first page the keyboard starts at the top, with the skip link, unless there is a form to fill in.
    if (!first || container.querySelector('[data-begin]')) begin();
  }
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
