// Counts what a person's hands do in a page.
//
// A step is what makes something happen: a press of the pointer on a control, a choice in a list, or a key
// such as Enter, Space or Alt+A. A move only brings the focus somewhere: a press into a text field, Tab, an
// arrow, `/`, Alt+J. Characters typed into a field do not count.

/** Runs `act()` in `page`, which keeps its document meanwhile, and returns `{steps, moves}`. */
export async function counted(page, act) {
  await page.evaluate(watchHands);
  await act();
  return page.evaluate(() => window.hands);
}

// In the page.
function watchHands() {
  const hands = { steps: 0, moves: 0 };
  const isWatched = window.hands !== undefined;
  window.hands = hands;
  window.chosen = new Set();
  if (isWatched) return;
  const FIELDS = 'textarea, input:not([type="checkbox"], [type="radio"])';
  const MOVES = ['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];
  const BETWEEN = ['KeyG', 'KeyJ', 'KeyK'];
  const HELD = ['Alt', 'Control', 'Meta', 'Shift'];
  const is = (target, selector) => target instanceof Element && target.matches(selector);
  const listen = (kind, heard) => document.addEventListener(kind, heard, { capture: true, passive: true });
  listen('pointerdown', ({ target }) => {
    if (is(target, FIELDS)) window.hands.moves += 1;
    else if (!is(target, 'select')) window.hands.steps += 1;
  });
  // One choice, however it was come to.
  listen('change', ({ target }) => {
    if (!is(target, 'select') || window.chosen.has(target.id)) return;
    window.chosen.add(target.id);
    window.hands.steps += 1;
  });
  listen('keydown', ({ key, code, altKey, ctrlKey, target }) => {
    if (HELD.includes(key)) return;
    const inField = is(target, FIELDS) && [...key].length === 1 && !altKey;
    if (inField && !ctrlKey) return;
    const isMove = inField || MOVES.includes(key) || key === '/' || (altKey && BETWEEN.includes(code));
    window.hands[isMove ? 'moves' : 'steps'] += 1;
  });
}
