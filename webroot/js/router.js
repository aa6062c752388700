// Pages by fragment: `#/form/employees` is the page `form` with the argument `employees`.
// Going back or forward returns to where the reader was; a new page starts at its heading.

/**
 * `pages` maps a name to `(container, argument) => void | cleanup | Promise of these`; '' is the
 * first page. An unknown name shows the first page.
 */
export function startRouter(container, pages) {
  const scrolls = new Map();
  let shown = null;
  let turn = 0;

  async function go() {
    const mine = ++turn;
    if (shown) scrolls.set(shown.key, shown.scroll());
    shown?.leave?.();
    const [name = '', argument = ''] = location.hash.replace(/^#\/?/, '').split('/').map(decode);
    const first = shown === null;
    const returning = history.state?.key;
    const key = returning ?? `${Date.now()}.${mine}`;
    if (!returning) history.replaceState({ key }, '');
    shown = { key, scroll: () => window.scrollY };
    const leave = await (pages[name] ?? pages[''])(container, argument);
    if (mine !== turn) return leave?.();
    shown.leave = leave;
    settle(container, argument, first ? 0 : scrolls.get(returning));
  }

  history.scrollRestoration = 'manual';
  window.addEventListener('hashchange', go);
  return go();
}

function settle(container, argument, scroll) {
  const heading = container.querySelector('h1');
  if (heading) document.title = heading.textContent;
  const focused = document.activeElement;
  if (argument || (focused !== container && container.contains(focused))) return;  // the page has chosen a place
  // At the first page the keyboard starts at the top, with the skip link.
  if (scroll !== undefined) window.scrollTo(0, scroll);
  else {
    window.scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
  }
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
