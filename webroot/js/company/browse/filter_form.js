// The fields that narrow the list of measures. Each option says how many measures it would leave.

import { h } from '../../shared/dom.js';
import { say, t, tCode } from '../../shared/language.js';
import { searchField } from './frame.js';
import { countsOf, isEmpty, CHOICES, valuesOf } from './filter.js';

const KINDS = ['benefit', 'right', 'service'];
const IN_FRONT = 2; // visible choices; a phone folds the others

export class FilterForm {
  #measures;
  #index;
  #filter;
  #onChange;
  #selects;
  #search;
  #clear;

  /**
   * `index` is the search's; `onChange(filter, step)`: `step`: Back should restore the previous filter.
   * @param {Api.MeasureEntry[]} measures @param {Pages.SearchIndex} index @param {Api.Chapter[]} chapters
   * @param {Pages.Filter} filter @param {(filter: Pages.Filter, step: boolean) => void} onChange
   */
  constructor(measures, index, chapters, filter, onChange) {
    this.#measures = measures;
    this.#index = index;
    this.#filter = filter;
    this.#onChange = onChange;
    this.#selects = new Map(CHOICES.map((name) => [name, this.#select(name, optionsOf(name, measures, chapters))]));
    this.#search = searchField('find', t('filter_text'), t('filter_text_hint'), filter.q, (q) =>
      this.#set({ q: q.trim() }, false),
    );
    this.#clear = h(
      'button',
      { type: 'button', class: 'button button-quiet', click: () => this.clearAll() },
      t('filter_clear'),
    );
    const fields = CHOICES.map((name) => this.#labelled(name));
    const folded =
      CHOICES.slice(IN_FRONT).some((name) => filter[name] !== '') || matchMedia('(min-width: 48rem)').matches;
    this.element = h(
      'search',
      {},
      h(
        'form',
        { class: 'filters', 'aria-label': t('filters'), submit: (event) => event.preventDefault() },
        this.#search.element,
        h('div', { class: 'filter-choices' }, fields.slice(0, IN_FRONT)),
        h(
          'details',
          { class: 'filter-more', open: folded },
          h('summary', {}, t('filter_more')),
          h('div', { class: 'filter-choices' }, fields.slice(IN_FRONT)),
        ),
        this.#clear,
      ),
    );
    this.#update();
  }

  clearAll() {
    this.#search.input.value = '';
    this.#set(Object.fromEntries(Object.keys(this.#filter).map((name) => [name, ''])), true);
    this.#search.input.focus();
  }

  /** @param {Pages.Filter} part @param {boolean} step */
  #set(part, step) {
    this.#filter = { ...this.#filter, ...part };
    this.#update();
    this.#onChange(this.#filter, step);
  }

  /** @param {Pages.Choice} name */
  #labelled(name) {
    return h(
      'div',
      { class: 'filter' },
      h('label', { for: `by-${name}` }, t(`filter_${name}`)),
      this.#selects.get(name),
    );
  }

  /** @param {Pages.Choice} name @param {[string | null, Pages.Link[]][]} groups @returns {HTMLSelectElement} */
  #select(name, groups) {
    /** @type {HTMLSelectElement} */
    const select = h(
      'select',
      { id: `by-${name}`, change: () => this.#set({ [name]: select.value }, true) },
      h('option', { value: '' }, t('filter_any')),
      groups.map(([label, options]) => {
        const all = options.map(([value, text]) => h('option', { value, 'data-label': text }));
        return label ? h('optgroup', { label }, all) : all;
      }),
    );
    const value = this.#filter[name];
    // A value that no option has stays visible, so that it can be removed.
    if (value && ![...select.options].some((option) => option.value === value)) {
      select.append(h('option', { value, 'data-label': value }));
    }
    return select;
  }

  #update() {
    for (const [name, select] of this.#selects) {
      const counts = countsOf(name, this.#measures, this.#index, this.#filter);
      for (const option of select.options) {
        if (option.value === '') continue;
        option.textContent = t('filter_counted', { label: option.dataset.label, n: counts.get(option.value) ?? 0 });
      }
      select.value = this.#filter[name];
    }
    this.#clear.hidden = isEmpty(this.#filter);
  }
}

/** The label of a group, or null, and its values with their texts. @typedef {[string | null, Pages.Link[]][]} Groups */

// In the order of the notice.
/** @param {Pages.Choice} name @param {Api.MeasureEntry[]} measures @param {Api.Chapter[]} chapters @returns {Groups} */
function optionsOf(name, measures, chapters) {
  if (name === 'topic')
    return [[null, distinct(measures.map((measure) => [measure.topic, say(measure, 'topic_label')]))]];
  if (name === 'kind') return [[null, KINDS.map((kind) => [kind, tCode('kind', kind)])]];
  if (name === 'chapter') return [[null, chapters.map((chapter) => [String(chapter.number), t('chapter', chapter)])]];
  if (name === 'item') return itemsByChapter(measures, chapters);
  const units = distinct(measures.flatMap((measure) => measure.units.map(({ id, name: unit }) => [id, unit])));
  return [[null, units.sort(([, a], [, b]) => a.localeCompare(b, 'zh-Hans'))]];
}

/** @param {Api.MeasureEntry[]} measures @param {Api.Chapter[]} chapters @returns {Groups} */
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

/** @param {string[][]} pairs @returns {Pages.Link[]} */
function distinct(pairs) {
  return [...new Map(pairs.map(([value, text]) => [value, text]))];
}
