// The saved views of the queue: one question each, with how many matters there are.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/** What each view asks the service for. @type {Record<string, Record<string, string>>} */
const ASKS = {
  mine: { turn: 'mine' },
  colleagues: { turn: 'colleagues' },
  window: { turn: 'window' },
  unit: { turn: 'unit' },
  nobody: { turn: 'nobody' },
  company: { turn: 'company' },
  to_tell: { turn: 'to_tell' },
  overdue: { due: 'overdue' },
  due_soon: { due: 'due_soon' },
  returned: { returned: 'true' },
  returned_twice: { returned_times: '2' },
  inactive: { inactive: 'true' },
  permission: { permission: 'ending' },
  measure: { measure: 'moved' },
  closed: { closed: 'only' },
};

/** The views whose count has another name. @type {Record<string, string>} */
const COUNTED = { '': 'open', permission: 'permission_ending', measure: 'measure_moved' };
const PRESSING = new Set(['nobody', 'overdue', 'permission']);

/**
 * The views of this member of the staff; '' is all open matters.
 * @param {{role: string, unit: string | null}} staff
 */
export function viewsOf({ role, unit }) {
  const ofUnit = role === 'handler' || (role === 'supervisor' && unit);
  const views = ['', 'mine', 'colleagues', ofUnit ? 'window' : 'unit', 'nobody', 'company', 'to_tell'];
  return [...views, 'overdue', 'due_soon', 'returned', 'permission', 'measure', 'closed'];
}

/** @param {string} name */
export function isView(name) {
  return Object.hasOwn(ASKS, name);
}

/** The parameters of the view. @param {string} view */
export function asksOf(view) {
  return ASKS[view] ?? {};
}

/**
 * `choose(view)` gets each choice. `counts` is null before the first answer.
 * @param {string[]} views @param {string} chosen @param {Record<string, number> | null} counts
 * @param {(view: string) => unknown} choose
 */
export function viewBar(views, chosen, counts, choose) {
  return h(
    'div',
    { class: 'views', role: 'group', 'aria-label': t('views') },
    // What only a link of the overview asks for is shown while it is chosen.
    (views.includes(chosen) ? views : [...views, chosen]).map((view) => {
      const count = counts?.[COUNTED[view] ?? view];
      return h(
        'button',
        {
          type: 'button',
          id: `view-${view || 'open'}`,
          class: PRESSING.has(view) && (count ?? 0) > 0 ? 'view view-pressing' : 'view',
          'aria-pressed': String(view === chosen),
          'data-view': view || 'open',
          click: () => choose(view),
        },
        t(`view.${view || 'open'}`),
        count === undefined ? null : [' ', h('span', { class: 'view-count' }, String(count))],
      );
    }),
  );
}
