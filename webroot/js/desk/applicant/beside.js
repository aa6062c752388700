// What stands beside a question at the desk: where the answer comes from, and which rules use it.

import { fill, h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';
import { rulesPart } from './rules.js';
import { timeText } from '../../shared/china_time.js';

export class Beside {
  /** `onMark()` is called after the clerk has changed the mark. */
  constructor(record, fact, onMark) {
    this.record_ = record;
    this.fact_ = fact;
    const id = `v-${fact.id}`;
    this.box_ = h('input', {
      type: 'checkbox',
      id,
      change: () => {
        record.mark(fact.id, this.box_.checked);
        onMark();
      },
    });
    this.state_ = h('span', { class: 'origin-state' });
    this.origin_ = h(
      'div',
      { class: 'origin' },
      this.state_,
      h(
        'label',
        { class: 'option option-inline', for: id },
        this.box_,
        h('span', {}, t('verify'), h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${say(fact)}`)),
      ),
    );
    this.rules_ = h('div', { class: 'beside-rules', hidden: true });
    this.element = h('div', { class: 'beside' }, this.origin_, this.rules_);
    this.update();
  }

  /** Follows answer and mark. */
  update() {
    const { record_: record, fact_: fact } = this;
    this.origin_.hidden = !record.answers.isKnown(fact.id);
    this.element.hidden = this.origin_.hidden && this.rules_.hidden;
    if (this.origin_.hidden) return;
    const verified = record.isVerified(fact.id);
    const kept = record.origin(fact.id);
    this.box_.checked = verified;
    this.state_.dataset.by = verified ? 'verified' : 'declared';
    fill(
      this.state_,
      h('b', {}, verified ? '✓ ' : '· ', t(verified ? 'provenance.verified' : 'provenance.declared')),
      ` ${kept ? t('by_whom', { name: kept.staff?.name ?? t('by_company'), at: timeText(kept.at) }) : t('by_unsaved')}`,
    );
  }

  toggle() {
    if (this.origin_.hidden) return;
    this.box_.click();
  }

  /** `rules` undefined: nothing hangs on this answer. */
  showRules(rules) {
    this.rules_.hidden = !rules;
    if (rules) fill(this.rules_, rulesPart(rules, say(this.fact_)));
    this.update();
  }
}
