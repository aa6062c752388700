// Two changed one record: what the other did is said, what was typed here stays, and where both
// changed the same the clerk chooses. Nothing is saved before that.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { partName, partValue } from './values.js';
import { timeText } from '../../shared/china_time.js';

/** `changes` as the refusal lists them, `met` as Record.meet() answers; `redraw` after a choice. */
export function changesByOthers(record, changes, { taken, both }, { redraw, save }) {
  return h(
    'div',
    { class: 'notice notice-trouble meet', role: 'alert' },
    h('h2', {}, t('meet_title')),
    h(
      'ul',
      {},
      changes.filter(({ what }) => what.length > 0).map((change) => h('li', {}, changeText(record, change))),
    ),
    taken.length > 0 ? h('p', {}, t('meet_taken', { names: names(record, taken) })) : null,
    both.length === 0
      ? h('p', {}, t('meet_none'))
      : [
          h('p', {}, t('meet_both')),
          h(
            'ul',
            { class: 'meet-both' },
            both.map((one) => choice(record, one, redraw)),
          ),
        ],
    h('button', { type: 'button', class: 'button', click: save }, t('meet_save')),
  );
}

function changeText(record, { at, who, what }) {
  return t('meet_change', { at: timeText(at), who: who?.name ?? t('by_company'), what: names(record, what) });
}

function names(record, all) {
  return all.map((name) => partName(record, name)).join(t('list_separator'));
}

function choice(record, { name, mine, theirs, checked }, redraw) {
  const place = h('li', { 'data-part': name });
  const show = (takesTheirs) =>
    fill(
      place,
      h('b', {}, partName(record, name)),
      option(t('meet_mine', { value: partValue(record, name, mine) }), !takesTheirs, () => take(mine, false)),
      option(t('meet_theirs', { value: partValue(record, name, theirs) }), takesTheirs, () => take(theirs, true)),
    );
  const take = (value, takesTheirs) => {
    record.takeOne(name, value, takesTheirs && checked);
    redraw();
    show(takesTheirs);
    place.querySelector('[aria-pressed="true"]').focus();
  };
  show(false);
  return place;
}

function option(text, pressed, click) {
  return h(
    'button',
    { type: 'button', class: 'button button-quiet', 'aria-pressed': String(pressed), click },
    pressed ? '● ' : '○ ',
    text,
  );
}
