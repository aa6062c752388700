// Where the reader is: a dot for each screen, and the same in words.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { mostScreens, possibleScreens } from '../../shared/screens/rules.js';

/**
 * @param {Api.Screen[]} screens @param {Api.Screen} screen @param {string[]} passed
 * @param {Pages.ValueOf} valueOf
 */
export function progress(screens, screen, passed, valueOf) {
  const possible = possibleScreens(screens, passed, valueOf);
  const at = Math.max(1, possible.findIndex(({ id }) => id === screen.id) + 1);
  const most = Math.max(at, mostScreens(screens, screen, passed, valueOf));
  const dots = Array.from({ length: most }, (_, index) => {
    const isDone = index + 1 < at || passed.includes(possible[index]?.id);
    return h('span', { class: `screen-dot screen-dot-${index + 1 === at ? 'here' : isDone ? 'done' : 'open'}` });
  });
  return h(
    'div',
    { class: 'screen-progress' },
    h('span', { class: 'screen-dots', 'aria-hidden': 'true' }, dots),
    h('span', { class: 'screen-place' }, t('screen_place', { at, most })),
  );
}
