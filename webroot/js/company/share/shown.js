// The pages of what was shared, as elements. Everything from the link goes in as text.

import { h } from '../../shared/dom.js';
import { factValue, shortVersion } from '../../shared/format.js';
import { say, t } from '../../shared/language.js';
import { measureAddress } from '../../shared/parts/links.js';
import { HANDED_ON } from '../../shared/share/links.js';

/**
 * `again`: a notice or null. `own`: how many of the reader's answers would be replaced; `same`: they
 * equal the shared ones.
 * @param {{taken: [Api.Fact, Api.Value][], left: number, needs: Api.Need[], again: HTMLElement | null,
 *   day: string | null, own: number, same: boolean, saved: boolean}} given
 * @param {() => void} onRestore
 */
export function answersPage({ taken, left, needs, again, day, own, same, saved }, onRestore) {
  /** @param {string} label @param {string} value @param {string} id */
  const line = (label, value, id) => h('div', { 'data-shared': id }, h('dt', {}, label), h('dd', {}, value));
  const replaces = own > 0 && !same;
  return h(
    'div',
    { class: 'shared' },
    title('shared_answers'),
    h('p', { class: 'lead' }, t('shared_answers_lead')),
    replaces
      ? h(
          'div',
          { class: 'notice notice-trouble shared-other' },
          h('h2', {}, t('shared_other_title')),
          h('p', {}, t('shared_other_text', { n: own })),
          saved ? h('p', {}, t('shared_other_saved')) : null,
        )
      : null,
    same ? h('p', { class: 'notice' }, t('shared_same')) : null,
    again,
    h(
      'section',
      { class: 'panel' },
      h('h2', {}, t('shared_count', { n: taken.length })),
      h(
        'dl',
        { class: 'shared-answers' },
        taken.map(([fact, value]) => line(say(fact), factValue(fact, value), fact.id)),
        day ? line(t('shared_as_of'), day, 'as_of') : null,
        needs.length > 0
          ? line(t('shared_needs'), needs.map((need) => say(need)).join(t('list_separator')), 'needs')
          : null,
      ),
      left > 0 ? h('p', { class: 'muted shared-left' }, t('shared_left', { n: left })) : null,
    ),
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { type: 'button', class: 'button button-main', click: onRestore },
        t(replaces ? 'shared_replace' : 'shared_take'),
      ),
      own > 0
        ? h('a', { href: '#/check', class: 'button' }, t('shared_keep'))
        : h('a', { href: '#/form', class: 'button' }, t('shared_own')),
    ),
  );
}

/**
 * `known` maps the id of each of today's measures to it; `today` is the catalogue that they are from.
 * @param {Pages.SharedList} given @param {Map<string, Api.MeasureEntry>} known @param {string} today
 */
export function listPage({ entries, day, catalogue }, known, today) {
  const newer = !today.startsWith(catalogue);
  return h(
    'div',
    { class: 'shared' },
    title('shared_list'),
    h('p', { class: 'lead' }, t('shared_list_lead')),
    h('p', { class: 'notice shared-unchecked' }, t('shared_unchecked')),
    newer
      ? h(
          'div',
          { class: 'notice notice-trouble shared-newer' },
          h('h2', {}, t('shared_newer_title')),
          h('p', {}, t('shared_newer_text', { id: shortVersion(today) })),
        )
      : null,
    [...HANDED_ON].map((verdict) =>
      section(
        verdict,
        entries.filter((entry) => entry.verdict === verdict),
        known,
      ),
    ),
    h('p', { class: 'muted' }, t('shared_basis', { date: day, id: shortVersion(catalogue) }), ' ', t('disclaimer')),
    h('div', { class: 'actions' }, h('a', { href: '#/form', class: 'button button-main' }, t('shared_calculate'))),
  );
}

/**
 * @param {string} verdict @param {Pages.SharedList['entries']} entries
 * @param {Map<string, Api.MeasureEntry>} known
 */
function section(verdict, entries, known) {
  if (entries.length === 0) return null;
  return h(
    'section',
    { class: `panel shared-group group-${verdict}` },
    h(
      'h2',
      {},
      t(`shared_verdict.${verdict}`),
      h('span', { class: 'group-count' }, t('group_count', { n: entries.length })),
    ),
    h(
      'ul',
      { class: 'shared-list' },
      entries.map(({ id }) =>
        h(
          'li',
          { 'data-measure': id },
          known.has(id)
            ? h('a', { href: measureAddress(id) }, say(known.get(id) ?? {}, 'title'))
            : h('span', { class: 'muted' }, t('shared_gone', { id })),
        ),
      ),
    ),
  );
}

export function brokenPage() {
  return h(
    'div',
    { class: 'shared' },
    title('shared_broken_title'),
    h('p', { class: 'lead' }, t('shared_broken_text')),
    h('div', { class: 'actions' }, h('a', { href: '#/form', class: 'button button-main' }, t('shared_to_form'))),
  );
}

/** @param {string} key */
function title(key) {
  return h('h1', { tabindex: '-1' }, t(key));
}
