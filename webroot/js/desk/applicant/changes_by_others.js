// When two people change one record: shows what the other person did, keeps what was typed here, and lets
// the clerk choose where both changed the same thing. Nothing is saved before that.

import { fill, find, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { partName, partValue } from './values.js';
import { timeText } from '../../shared/china_time.js';

/**
 * `changes` come from the refusal, the rest from Record.mergeOthers(); `redraw` is called after a choice.
 * @param {Desk.Record} record @param {Api.Change[]} changes @param {{taken: string[], both: Desk.Both[]}} merged
 * @param {{redraw: () => void, save: () => unknown}} then
 */
export function changesByOthers(record, changes, { taken, both }, { redraw, save }) {
  return h(
    'div',
    { class: 'notice notice-trouble by-others', role: 'alert' },
    h('h2', {}, t('by_others_title')),
    h(
      'ul',
      {},
      changes.filter(({ what }) => what.length > 0).map((change) => h('li', {}, changeText(record, change))),
    ),
    taken.length > 0 ? h('p', {}, t('by_others_taken', { names: names(record, taken) })) : null,
    both.length === 0
      ? h('p', {}, t('by_others_none'))
      : [
          h('p', {}, t('by_others_both')),
          h(
            'ul',
            { class: 'by-others-both' },
            both.map((one) => choice(record, one, redraw)),
          ),
        ],
    h('button', { type: 'button', class: 'button', click: save }, t('by_others_save')),
  );
}

/** @param {Desk.Record} record @param {Api.Change} change */
function changeText(record, { at, who, what }) {
  return t('by_others_change', { at: timeText(at), who: who?.name ?? t('by_company'), what: names(record, what) });
}

/** @param {Desk.Record} record @param {string[]} all */
function names(record, all) {
  return all.map((name) => partName(record, name)).join(t('list_separator'));
}

/** @param {Desk.Record} record @param {Desk.Both} both @param {() => void} redraw */
function choice(record, { name, mine, theirs, by }, redraw) {
  const place = h('li', { 'data-part': name });
  /** @param {boolean} takesTheirs */
  const show = (takesTheirs) =>
    fill(
      place,
      h('b', {}, partName(record, name)),
      option(t('by_others_mine', { value: partValue(record, name, mine) }), !takesTheirs, () => take(mine, false)),
      option(t('by_others_theirs', { value: partValue(record, name, theirs) }), takesTheirs, () => take(theirs, true)),
    );
  /** @param {Desk.PartValue} value @param {boolean} takesTheirs */
  const take = (value, takesTheirs) => {
    record.takeOne(name, value, takesTheirs ? by : 'declared');
    redraw();
    show(takesTheirs);
    find(place, '[aria-pressed="true"]').focus();
  };
  show(false);
  return place;
}

/** @param {string} text @param {boolean} pressed @param {() => void} click */
function option(text, pressed, click) {
  return h(
    'button',
    { type: 'button', class: 'button button-quiet', 'aria-pressed': String(pressed), click },
    pressed ? '● ' : '○ ',
    text,
  );
}
