// The list of measures with its filters. The address holds the filters, so that it can be linked.

import { today } from '../../shared/china_time.js';
import { fill, h } from '../../shared/dom.js';
import { say, t, tCode } from '../../shared/language.js';
import { forceText, measureAddress } from '../../shared/parts/links.js';
import { chineseNote } from '../../shared/parts/notices.js';
import { told } from '../../shared/parts/told.js';
import { readdress } from '../../shared/router.js';
import { addressOf, isEmpty, isSearchOnly, narrowed, readFilter } from './filter.js';
import { FilterForm } from './filter_form.js';
import { calculateLink, call12345, title } from './frame.js';
import * as library from '../../shared/library.js';
import { searchIndex } from './search.js';

/** @param {HTMLElement} view @param {URLSearchParams} query */
export async function measuresPage(view, query) {
  const [measures, chapters, units] = await Promise.all([library.measures(), library.chapters(), library.units()]);
  const index = searchIndex(measures, units);
  const hits = h('p', { class: 'hits', role: 'status' });
  const found = h('div', { class: 'found' });
  /** @param {Pages.Filter} filter */
  const show = (filter) => {
    const { found: list, unknown } = narrowed(measures, index, filter);
    fill(
      hits,
      t(isEmpty(filter) ? 'hits' : 'hits_of', { n: list.length, all: measures.length }),
      list.length > 0 && unknown.length > 0 ? ` ${t('hits_unknown', { words: quoted(unknown) })}` : '',
    );
    if (list.length === 0)
      fill(
        found,
        nothing(filter, unknown, () => form.clearAll()),
      );
    else fill(found, isEmpty(filter) ? everything(list) : list.map(entry));
  };
  const form = new FilterForm(measures, index, chapters, readFilter(query), (filter, step) => {
    readdress(addressOf(filter), step);
    show(filter);
  });
  show(readFilter(query));
  fill(
    view,
    h('div', { class: 'page-head' }, title(t('measures_title')), calculateLink(false)),
    h('p', { class: 'lead' }, t('measures_lead')),
    chineseNote(),
    form.element,
    hits,
    found,
  );
}

// Services for every company share one fold.
/** @param {Api.MeasureEntry[]} list */
function everything(list) {
  const everybody = list.filter(({ universal }) => universal);
  return [
    list.filter(({ universal }) => !universal).map(entry),
    everybody.length === 0
      ? null
      : h(
          'details',
          { class: 'universal' },
          h('summary', {}, t('universal_n', { n: everybody.length })),
          h('div', { class: 'found' }, everybody.map(entry)),
        ),
  ];
}

/** @param {Api.MeasureEntry} measure */
function entry(measure) {
  const id = `e-${measure.id}`;
  return h(
    'article',
    { class: 'card entry', 'aria-labelledby': id },
    h(
      'p',
      { class: 'card-topic' },
      [say(measure, 'topic_label'), tCode('kind', measure.kind), t('item', measure)].join(' · '),
    ),
    h('h2', { id }, h('a', { href: measureAddress(measure.id) }, say(measure, 'title'))),
    expired(measure.valid),
    h('p', { class: 'card-summary' }, told(measure, 'summary')),
    h('p', { class: 'muted entry-units' }, measure.units.map((unit) => say(unit, 'name')).join(t('list_separator'))),
  );
}

/** @param {Api.Validity} valid */
function expired(valid) {
  const day = today();
  if (valid.from <= day && (valid.to === null || valid.to >= day)) return null;
  return h('p', { class: 'tag tag-expired' }, forceText(valid, day));
}

// If no word is found, the notice has no such measure; another text may have it.
/** @param {Pages.Filter} filter @param {string[]} unknown @param {() => void} clear */
function nothing(filter, unknown, clear) {
  const words = isSearchOnly(filter) ? quoted(unknown) : '';
  return h(
    'div',
    { class: 'notice' },
    h('h2', {}, words ? t('none_words_title', { words }) : t('none_title')),
    h('p', {}, t(words ? 'none_words_text' : 'none_text')),
    words ? h('p', {}, call12345()) : null,
    h('button', { type: 'button', class: 'button', click: clear }, t('filter_clear')),
  );
}

/** @param {string[]} words */
function quoted(words) {
  return words.map((word) => t('quoted', { word })).join(t('list_separator'));
}
