// Order and filter of the matches. Both are part of the address, so links and Back restore them.

import { fill, h } from '../dom.js';
import { say, t } from '../language.js';
import { isNarrowed, narrowed, SORTS } from './arrange.js';

/** @type {('topic' | 'unit')[]} */
const FILTERS = ['topic', 'unit'];

export class Controls {
  #view;
  #onChange;
  #sort;
  #filters;
  #hidden;
  #clear;

  /**
   * `onChange(view)` gets each choice.
   * @param {Pages.ResultView} view @param {(view: Pages.ResultView) => unknown} onChange
   */
  constructor(view, onChange) {
    this.#view = view;
    this.#onChange = onChange;
    this.#sort = this.#select('sort');
    this.#filters = new Map(FILTERS.map((name) => [name, this.#select(name)]));
    this.#hidden = h('p', { class: 'muted filter-state', role: 'status' });
    this.#clear = h(
      'button',
      { type: 'button', class: 'button button-quiet', click: () => this.clear() },
      t('result_filter_clear'),
    );
    this.element = h(
      'details',
      {
        class: 'result-controls',
        'data-fold': 'controls',
        'data-unprinted': true,
        open: isNarrowed(view) || matchMedia('(min-width: 48rem)').matches,
      },
      h('summary', {}, t('controls_title')),
      h(
        'div',
        { class: 'controls-fields' },
        [/** @type {[string, HTMLSelectElement]} */ (['sort', this.#sort]), ...this.#filters].map(([name, select]) =>
          h('div', { class: 'control' }, h('label', { for: select.id }, t(`by_${name}`)), select),
        ),
        this.#clear,
      ),
      this.#hidden,
    );
    fill(
      this.#sort,
      SORTS.map((sort) => h('option', { value: sort }, t(`sort.${sort}`))),
    );
  }

  /** Takes a view that was chosen elsewhere. @param {Pages.ResultView} view */
  set(view) {
    this.#view = view;
    if (isNarrowed(view)) this.element.open = true;
  }

  /**
   * Offers what `matches` have, and says how many are hidden. `topic(measure)` gives a label.
   * @param {Api.Match[]} matches @param {(measure: Api.MatchedMeasure) => string} topic
   */
  show(matches, topic) {
    this.element.hidden = matches.length === 0;
    this.#sort.value = this.#view.sort;
    for (const [name, select] of this.#filters) {
      const rest = narrowed(matches, { ...this.#view, [name]: '' });
      this.#offer(select, this.#view[name], optionsOf(name, rest, topic));
    }
    const hidden = matches.length - narrowed(matches, this.#view).length;
    fill(
      this.#hidden,
      isNarrowed(this.#view)
        ? t(this.#view.item ? 'result_hidden_item' : 'result_hidden', {
            shown: matches.length - hidden,
            n: hidden,
            item: this.#view.item,
          })
        : '',
    );
    this.#clear.hidden = !isNarrowed(this.#view);
  }

  clear() {
    this.#sort.focus(); // the button goes away
    this.#change({ topic: '', unit: '', item: '' });
  }

  /** @param {'sort' | 'topic' | 'unit'} name */
  #select(name) {
    const select = h('select', {
      id: `result-${name}`,
      change: ({ target }) => this.#change({ [name]: target.value }),
    });
    return select;
  }

  /** @param {Partial<Pages.ResultView>} part */
  #change(part) {
    this.#view = { ...this.#view, ...part };
    this.#onChange(this.#view);
  }

  // A filter value that no match has stays visible, so that it can be removed.
  /**
   * @param {HTMLSelectElement} select @param {string} value
   * @param {Map<string, {label: string, n: number}>} options
   */
  #offer(select, value, options) {
    const all = value === '' || options.has(value) ? options : new Map([...options, [value, { label: value, n: 0 }]]);
    fill(
      select,
      h('option', { value: '' }, t('filter_all')),
      [...all].map(([id, { label, n }]) => h('option', { value: id }, t('option_count', { label, n }))),
    );
    select.value = value;
  }
}

/**
 * @param {string} name @param {Api.Match[]} matches @param {(measure: Api.MatchedMeasure) => string} topic
 */
function optionsOf(name, matches, topic) {
  /** @type {Map<string, {label: string, n: number}>} */
  const options = new Map();
  /** @param {string} id @param {string} label */
  const count = (id, label) => options.set(id, { label, n: (options.get(id)?.n ?? 0) + 1 });
  for (const { measure, units } of matches) {
    if (name === 'topic') count(measure.topic, topic(measure));
    else for (const unit of units) count(unit.id, say(unit, 'name'));
  }
  return options;
}
