// The notes at a question of the desk: the origin of the answer, and the rules that use it.

import { fill, h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';
import { rulesPart } from './rules.js';
import { timeText } from '../../shared/china_time.js';

export class QuestionNotes {
  #record;
  #fact;
  #box;
  #state;
  #origin;
  #rules;

  /**
   * `onMark()` is called after the clerk changes the mark.
   * @param {Desk.Record} record @param {Api.Fact} fact @param {() => void} onMark
   */
  constructor(record, fact, onMark) {
    this.#record = record;
    this.#fact = fact;
    const id = `v-${fact.id}`;
    this.#box = h('input', {
      type: 'checkbox',
      id,
      change: () => {
        record.mark(fact.id, this.#box.checked);
        onMark();
      },
    });
    this.#state = h('span', { class: 'origin-state' });
    this.#origin = h(
      'div',
      { class: 'origin' },
      this.#state,
      h(
        'label',
        { class: 'option option-inline', for: id },
        this.#box,
        h('span', {}, t('verify'), h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${say(fact)}`)),
      ),
    );
    this.#rules = h('div', { class: 'beside-rules', hidden: true });
    this.element = h('div', { class: 'beside' }, this.#origin, this.#rules);
    this.update();
  }

  /** Shows the present answer and mark. */
  update() {
    const record = this.#record;
    const fact = this.#fact;
    this.#origin.hidden = !record.answers.isKnown(fact.id);
    this.element.hidden = this.#origin.hidden && this.#rules.hidden;
    if (this.#origin.hidden) return;
    const verified = record.isVerified(fact.id);
    const kept = record.origin(fact.id);
    this.#box.checked = verified;
    const by = record.givenBy(fact.id);
    this.#state.dataset.by = by;
    fill(
      this.#state,
      h('b', {}, verified ? '✓ ' : by === 'left_out' ? '○ ' : '· ', t(`provenance.${by}`)),
      ` ${kept ? t('by_whom', { name: kept.staff?.name ?? t('by_company'), at: timeText(kept.at) }) : t('by_unsaved')}`,
    );
  }

  toggle() {
    if (this.#origin.hidden) return;
    this.#box.click();
  }

  /**
   * If `rules` is undefined, no rule uses this answer. `open`: they are unfolded where there is room.
   * @param {Desk.UsedRule[] | undefined} rules @param {boolean} [open]
   */
  showRules(rules, open = true) {
    this.#rules.hidden = !rules;
    if (rules) fill(this.#rules, rulesPart(rules, say(this.#fact), open));
    this.update();
  }
}
