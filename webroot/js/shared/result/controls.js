// In what order and which of them: both stand in the address, so that a link or Back leads to it.

import { fill, h } from '../dom.js';
import { t } from '../language.js';
import { isNarrowed, narrowed } from './arrange.js';

const kFilters = ['topic', 'unit'];

export class Controls {
  /** `sorts` are the orders to choose from; `onChange(view)` is told of each choice. */
  constructor(view, sorts, onChange) {
    this.view_ = view;
    this.on_change_ = onChange;
    this.sort_ = this.select_('sort');
    this.filters_ = new Map(kFilters.map((name) => [name, this.select_(name)]));
    this.hidden_ = h('p', { class: 'muted filter-state', role: 'status' });
    this.clear_ = h(
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
        [['sort', this.sort_], ...this.filters_].map(([name, select]) =>
          h('div', { class: 'control' }, h('label', { for: select.id }, t(`by_${name}`)), select),
        ),
        this.clear_,
      ),
      this.hidden_,
    );
    fill(
      this.sort_,
      sorts.map((sort) => h('option', { value: sort }, t(`sort.${sort}`))),
    );
  }

  /** Offers what `matches` have, and says how many are hidden. `topic(measure)` gives a label. */
  show(matches, topic) {
    this.element.hidden = matches.length === 0;
    this.sort_.value = this.view_.sort;
    for (const [name, select] of this.filters_) {
      const rest = narrowed(matches, { ...this.view_, [name]: '' });
      this.offer_(select, this.view_[name], optionsOf(name, rest, topic));
    }
    const hidden = matches.length - narrowed(matches, this.view_).length;
    fill(this.hidden_, isNarrowed(this.view_) ? t('result_hidden', { shown: matches.length - hidden, n: hidden }) : '');
    this.clear_.hidden = !isNarrowed(this.view_);
  }

  clear() {
    this.sort_.focus(); // the button goes away
    this.change_({ topic: '', unit: '' });
  }

  select_(name) {
    const select = h('select', { id: `result-${name}`, change: () => this.change_({ [name]: select.value }) });
    return select;
  }

  change_(part) {
    this.view_ = { ...this.view_, ...part };
    this.on_change_(this.view_);
  }

  // A value that nothing has stays to be seen, and can be taken back.
  offer_(select, value, options) {
    const all = value === '' || options.has(value) ? options : new Map([...options, [value, { label: value, n: 0 }]]);
    fill(
      select,
      h('option', { value: '' }, t('filter_all')),
      [...all].map(([id, { label, n }]) => h('option', { value: id }, t('option_count', { label, n }))),
    );
    select.value = value;
  }
}

function optionsOf(name, matches, topic) {
  const options = new Map();
  const count = (id, label) => options.set(id, { label, n: (options.get(id)?.n ?? 0) + 1 });
  for (const { measure, units } of matches) {
    if (name === 'topic') count(measure.topic, topic(measure));
    else for (const unit of units) count(unit.id, unit.name);
  }
  return options;
}
