// The list of measures with its filters. The address holds the filters, so that it can be linked.

import { fill, h } from '../dom.js';
import { onlyChinese, say, t, tCode } from '../language.js';
import { forceText, measureAddress } from '../parts/links.js';
import { readdress } from '../router.js';
import { addressOf, isEmpty, narrowed, readFilter } from './filter.js';
import { FilterForm } from './filter_form.js';
import { calculateLink, title } from './frame.js';
import * as library from './library.js';

export async function measuresPage(view, query) {
  const [measures, chapters] = await Promise.all([library.measures(), library.chapters()]);
  const hits = h('p', { class: 'hits', role: 'status' });
  const found = h('div', { class: 'found' });
  const show = (filter) => {
    const list = narrowed(measures, filter);
    fill(hits, t(isEmpty(filter) ? 'hits' : 'hits_of', { n: list.length, all: measures.length }));
    fill(found, list.length > 0 ? list.map(entry) : nothing(() => form.clearAll()));
  };
  const form = new FilterForm(measures, chapters, readFilter(query), (filter, step) => {
    readdress(addressOf(filter), step);
    show(filter);
  });
  show(readFilter(query));
  fill(view, h('div', { class: 'page-head' }, title(t('measures_title')), calculateLink(false)),
    h('p', { class: 'lead' }, t('measures_lead')), form.element, hits, found);
}

function entry(measure) {
  const id = `e-${measure.id}`;
  return h('article', { class: 'card entry', 'aria-labelledby': id },
    h('p', { class: 'card-topic' }, [say(measure, 'topic_label'), tCode('kind', measure.kind), t('item', measure)].join(' · ')),
    h('h2', { id }, h('a', { href: measureAddress(measure.id) }, say(measure, 'title'))),
    expired(measure.valid),
    h('p', { class: 'card-summary', lang: onlyChinese() }, measure.summary),
    h('p', { class: 'muted entry-units' }, measure.units.map(({ name }) => name).join(t('list_separator'))));
}

function expired(valid) {
  const day = library.today();
  if (valid.from <= day && (valid.to === null || valid.to >= day)) return null;
  return h('p', { class: 'tag tag-expired' }, forceText(valid, day));
}

function nothing(clear) {
  return h('div', { class: 'notice' }, h('h2', {}, t('none_title')), h('p', {}, t('none_text')),
    h('button', { type: 'button', class: 'button', click: clear }, t('filter_clear')));
}
