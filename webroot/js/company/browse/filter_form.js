// The fields that narrow the list of measures. Each option says how many measures it would leave.

import { h } from '../../shared/dom.js';
import { say, t, tCode } from '../../shared/language.js';
import { searchField } from './frame.js';
import { countsOf, isEmpty, kChoices, valuesOf } from './filter.js';

const kKinds = ['benefit', 'right', 'service'];
const kInFront = 2; // choices that stand open; the others are folded on a phone

export class FilterForm {
  /** `index` is the search's; `onChange(filter, step)`: `step` where Back should lead to the filter before. */
  constructor(measures, index, chapters, filter, onChange) {
    this.measures_ = measures;
    this.index_ = index;
    this.filter_ = filter;
    this.on_change_ = onChange;
    this.selects_ = new Map(kChoices.map((name) => [name, this.select_(name, optionsOf(name, measures, chapters))]));
    this.search_ = searchField('find', t('filter_text'), t('filter_text_hint'), filter.q, (q) =>
      this.set_({ q: q.trim() }, false),
    );
    this.clear_ = h(
      'button',
      { type: 'button', class: 'button button-quiet', click: () => this.clearAll() },
      t('filter_clear'),
    );
    const fields = kChoices.map((name) => this.labelled_(name));
    const folded =
      kChoices.slice(kInFront).some((name) => filter[name] !== '') || matchMedia('(min-width: 48rem)').matches;
    this.element = h(
      'search',
      {},
      h(
        'form',
        { class: 'filters', 'aria-label': t('filters'), submit: (event) => event.preventDefault() },
        this.search_.element,
        h('div', { class: 'filter-choices' }, fields.slice(0, kInFront)),
        h(
          'details',
          { class: 'filter-more', open: folded },
          h('summary', {}, t('filter_more')),
          h('div', { class: 'filter-choices' }, fields.slice(kInFront)),
        ),
        this.clear_,
      ),
    );
    this.update_();
  }

  clearAll() {
    this.search_.input.value = '';
    this.set_(Object.fromEntries(Object.keys(this.filter_).map((name) => [name, ''])), true);
    this.search_.input.focus();
  }

  set_(part, step) {
    this.filter_ = { ...this.filter_, ...part };
    this.update_();
    this.on_change_(this.filter_, step);
  }

  labelled_(name) {
    return h(
      'div',
      { class: 'filter' },
      h('label', { for: `by-${name}` }, t(`filter_${name}`)),
      this.selects_.get(name),
    );
  }

  select_(name, groups) {
    const select = h(
      'select',
      { id: `by-${name}`, change: () => this.set_({ [name]: select.value }, true) },
      h('option', { value: '' }, t('filter_any')),
      groups.map(([label, options]) => {
        const all = options.map(([value, text]) => h('option', { value, 'data-label': text }));
        return label ? h('optgroup', { label }, all) : all;
      }),
    );
    const value = this.filter_[name];
    // A value that no option has stays to be seen, and can be taken back.
    if (value && ![...select.options].some((option) => option.value === value)) {
      select.append(h('option', { value, 'data-label': value }));
    }
    return select;
  }

  update_() {
    for (const [name, select] of this.selects_) {
      const counts = countsOf(name, this.measures_, this.index_, this.filter_);
      for (const option of select.options) {
        if (option.value === '') continue;
        option.textContent = t('filter_counted', { label: option.dataset.label, n: counts.get(option.value) ?? 0 });
      }
      select.value = this.filter_[name];
    }
    this.clear_.hidden = isEmpty(this.filter_);
  }
}

// `[[group label or null, [[value, text]]]]`, in the order of the notice.
function optionsOf(name, measures, chapters) {
  if (name === 'topic')
    return [[null, distinct(measures.map((measure) => [measure.topic, say(measure, 'topic_label')]))]];
  if (name === 'kind') return [[null, kKinds.map((kind) => [kind, tCode('kind', kind)])]];
  if (name === 'chapter') return [[null, chapters.map((chapter) => [String(chapter.number), t('chapter', chapter)])]];
  if (name === 'item') return itemsByChapter(measures, chapters);
  const units = distinct(measures.flatMap((measure) => measure.units.map(({ id, name: unit }) => [id, unit])));
  return [[null, units.sort(([, a], [, b]) => a.localeCompare(b, 'zh-Hans'))]];
}

function itemsByChapter(measures, chapters) {
  return chapters.map((chapter) => [
    t('chapter', chapter),
    distinct(
      measures
        .filter((measure) => measure.chapter === chapter.number)
        .flatMap((measure) =>
          valuesOf('item', measure).map((item) => [item, `${t('item', { item })} ${say(measure, 'item_title')}`]),
        ),
    ),
  ]);
}

function distinct(pairs) {
  return [...new Map(pairs)];
}
