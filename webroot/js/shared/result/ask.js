// 再答几题: the open measures under the question that would decide them, and that question asked
// right here. Blocks stay where they are while somebody answers: what was answered here remains, so
// that it can be seen and changed, and no field moves under a finger or loses the focus.

import { fill, h } from '../dom.js';
import { questionField } from '../fields/question.js';
import { showBeside } from '../form/issues.js';
import { t } from '../language.js';
import { opened, reopen } from './fold.js';
import { cards } from './groups.js';

// Questions not yet answered that stand open: some have twenty options, which fill a phone.
const kAtOnce = { wide: 3, narrow: 1 };

export class Ask {
  /** `session` for the vocabulary and the answers, which the fields change by themselves. */
  constructor(session) {
    this.session_ = session;
    this.blocks_ = new Map(); // by fact
    this.title_count_ = h('span', { class: 'group-count' });
    this.asked_ = h('ol', { class: 'asked' });
    this.later_ = h('ol', { class: 'asked' });
    this.later_title_ = h('summary', {});
    this.later_fold_ = h('details', { class: 'more', 'data-fold': 'later' }, this.later_title_, this.later_);
    this.others_ = h('div', {}); // open measures that no question is known for
    this.trouble = h('div', {});
    this.element = h(
      'section',
      { class: 'group group-undetermined ask', id: 'g-undetermined' },
      h('h2', { tabindex: '-1' }, t('verdict.undetermined'), this.title_count_),
      h('p', { class: 'muted' }, t('ask_note')),
      this.asked_,
      this.later_fold_,
      this.others_,
      this.trouble,
    );
  }

  /** `groups` as `byQuestion` gives them, `others` what is in none of them; `context` is the cards'. */
  show(groups, others, context, warnings) {
    const wanted = new Map(groups.map((group) => [group.fact, group.matches]));
    for (const [fact, block] of this.blocks_) {
      if (!wanted.has(fact) && !this.stays_(fact, block)) this.remove_(fact, block);
    }
    for (const [fact] of wanted) if (!this.blocks_.has(fact) && this.session_.fact(fact)) this.add_(fact);
    for (const [fact, block] of this.blocks_) this.update_(block, wanted.get(fact) ?? [], context, warnings);
    this.place_([...wanted.keys()]);
    fill(this.others_, others.length > 0 ? cards('others', others, context) : null);
    const open = groups.reduce((sum, { matches }) => sum + matches.length, others.length);
    fill(this.title_count_, t('group_count', { n: open }));
    this.element.dataset.count = open;
    this.element.hidden = this.blocks_.size + others.length === 0;
  }

  /** `[{place, message}]` beside the fields. */
  setIssues(issues) {
    showBeside(new Map([...this.blocks_].map(([fact, { field }]) => [fact, field])), issues);
  }

  stays_(fact, { element }) {
    return this.session_.answers.isAnswered(fact) || element.contains(document.activeElement);
  }

  add_(fact) {
    const field = questionField(this.session_.fact(fact), this.session_.answers, (other, value) =>
      this.take_(other, value),
    );
    const helps = h('div', { class: 'helps' });
    this.blocks_.set(fact, { field, helps, element: h('li', { class: 'asked-one' }, field.element, helps) });
  }

  // A question that is not asked here is answered all the same.
  take_(fact, value) {
    this.session_.answers.set(fact, { value });
    this.blocks_.get(fact)?.field.redraw();
  }

  remove_(fact, { element }) {
    element.remove();
    this.blocks_.delete(fact);
  }

  update_({ field, helps }, matches, context, warnings) {
    const { id } = field.fact;
    field.setWarnings(warnings.filter((warning) => warning.fact === id).map(({ message }) => message));
    const open = opened(helps);
    fill(
      helps,
      matches.length === 0
        ? null
        : h(
            'details',
            { class: 'fold helps-fold', 'data-fold': `helps-${id}` },
            h('summary', {}, t('helps', { n: matches.length })),
            cards(`helps-${id}`, matches, { ...context, level: 'h3' }),
          ),
      matches.length === 0 && this.session_.answers.isAnswered(id)
        ? h('p', { class: 'answered' }, `✓ ${t('ask_done')}`)
        : null,
    );
    reopen(helps, open);
  }

  // Only blocks that nobody has touched change their list, and none that stands there already moves.
  place_(order) {
    const waits = (fact) => !this.session_.answers.isAnswered(fact);
    const most = matchMedia('(min-width: 48rem)').matches ? kAtOnce.wide : kAtOnce.narrow;
    let free =
      most - [...this.blocks_].filter(([fact, { element }]) => this.asked_.contains(element) && waits(fact)).length;
    for (const fact of order) {
      const block = this.blocks_.get(fact);
      if (!block || this.asked_.contains(block.element)) continue;
      const touched =
        this.later_.contains(block.element) && (!waits(fact) || block.element.contains(document.activeElement));
      if (free > 0 && !touched) {
        this.asked_.append(block.element);
        free -= 1;
      } else if (!block.element.isConnected) this.later_.append(block.element);
    }
    const n = this.later_.childElementCount;
    this.later_fold_.hidden = n === 0;
    fill(this.later_title_, t('more_questions', { n }));
  }
}
