// The desk's way to settle what is open: the open measures, grouped under the question that would decide
// them, which is asked right here. Blocks stay in place while the reader answers, and answered ones
// remain, so that answers can be changed and no field moves or loses the focus.

import { fill, h } from '../dom.js';
import { questionField } from '../fields/question.js';
import { showBeside } from '../form/issues.js';
import { say, t } from '../language.js';
import { byQuestion } from './arrange.js';
import { opened, reopen } from './fold.js';
import { cards } from './groups.js';

// How many unanswered questions are open at once: some have twenty options, which fill a phone.
const AT_ONCE = { wide: 3, narrow: 1 };

export class Ask {
  #session;
  /** By fact. @type {Map<string, Pages.AskedBlock>} */
  #blocks;
  #titleCount;
  #asked;
  #later;
  #laterTitle;
  #laterFold;
  #others;

  /**
   * `session` for the vocabulary and the answers, which the fields change by themselves.
   * @param {Pages.Session} session
   */
  constructor(session) {
    this.#session = session;
    this.#blocks = new Map();
    this.#titleCount = h('span', { class: 'group-count' });
    this.#asked = h('ol', { class: 'asked' });
    this.#later = h('ol', { class: 'asked' });
    this.#laterTitle = h('summary', {});
    this.#laterFold = h('details', { class: 'more', 'data-fold': 'later' }, this.#laterTitle, this.#later);
    this.#others = h('div', {}); // open measures that no question is known for
    this.trouble = h('div', {});
    this.element = h(
      'section',
      { class: 'group group-undetermined ask', id: 'g-undetermined' },
      h('h2', { tabindex: '-1' }, t('verdict.undetermined'), this.#titleCount),
      h('p', { class: 'muted' }, t('ask_note')),
      this.#asked,
      this.#laterFold,
      this.#others,
      this.trouble,
    );
  }

  /**
   * `open` are the matches to decide; `context` is the cards'.
   * @param {Api.Match[]} open @param {Api.MatchAnswer} answer @param {Pages.CardContext} context
   */
  show(open, answer, context) {
    const { warnings } = answer.profile;
    const groups = byQuestion(open, answer.questions, (fact) => this.#session.answers.askedFor(fact));
    const asked = new Set(groups.flatMap(({ matches }) => matches));
    const others = open.filter((match) => !asked.has(match));
    const wanted = new Map(groups.map((group) => [group.fact, group.matches]));
    for (const [fact, block] of this.#blocks) {
      if (!wanted.has(fact) && !this.#stays(fact, block)) this.#remove(fact, block);
    }
    for (const [fact] of wanted) if (!this.#blocks.has(fact) && this.#session.fact(fact)) this.#add(fact);
    for (const [fact, block] of this.#blocks) this.#update(block, wanted.get(fact) ?? [], context, warnings);
    this.#place([...wanted.keys()]);
    fill(this.#others, others.length > 0 ? cards('others', others, context) : null);
    fill(this.#titleCount, t('group_count', { n: open.length }));
    this.element.dataset.count = String(open.length);
    this.element.hidden = this.#blocks.size + others.length === 0;
  }

  /** Beside the fields. @param {Pages.PlacedIssue[]} issues */
  setIssues(issues) {
    showBeside(new Map([...this.#blocks].map(([fact, { field }]) => [fact, field])), issues);
  }

  /** @param {string} fact @param {Pages.AskedBlock} block */
  #stays(fact, { element }) {
    return this.#session.answers.isAnswered(fact) || element.contains(document.activeElement);
  }

  /** @param {string} fact */
  #add(fact) {
    const question = this.#session.fact(fact);
    if (!question) return;
    const field = questionField(question, this.#session.answers, (other, value) => this.#accept(other, value));
    const helps = h('div', { class: 'helps' });
    this.#blocks.set(fact, { field, helps, element: h('li', { class: 'asked-one' }, field.element, helps) });
  }

  // This also answers questions that have no block here.
  /** @param {string} fact @param {Api.Value} value */
  #accept(fact, value) {
    this.#session.answers.set(fact, { value });
    this.#blocks.get(fact)?.field.redraw();
  }

  /** @param {string} fact @param {Pages.AskedBlock} block */
  #remove(fact, { element }) {
    element.remove();
    this.#blocks.delete(fact);
  }

  /**
   * @param {Pages.AskedBlock} block @param {Api.Match[]} matches
   * @param {Pages.CardContext} context @param {Api.MatchAnswer['profile']['warnings']} warnings
   */
  #update({ field, helps }, matches, context, warnings) {
    const { id } = field.fact;
    field.setWarnings(warnings.filter((warning) => warning.fact === id).map((warning) => say(warning, 'message')));
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
      matches.length === 0 && this.#session.answers.isAnswered(id)
        ? h('p', { class: 'answered' }, `✓ ${t('ask_done')}`)
        : null,
    );
    reopen(helps, open);
  }

  // Only untouched blocks change lists, and no block that is already placed moves.
  /** @param {string[]} order */
  #place(order) {
    /** @param {string} fact */
    const waits = (fact) => !this.#session.answers.isAnswered(fact);
    const most = matchMedia('(min-width: 48rem)').matches ? AT_ONCE.wide : AT_ONCE.narrow;
    let free =
      most - [...this.#blocks].filter(([fact, { element }]) => this.#asked.contains(element) && waits(fact)).length;
    for (const fact of order) {
      const block = this.#blocks.get(fact);
      if (!block || this.#asked.contains(block.element)) continue;
      const touched =
        this.#later.contains(block.element) && (!waits(fact) || block.element.contains(document.activeElement));
      if (free > 0 && !touched) {
        this.#asked.append(block.element);
        free -= 1;
      } else if (!block.element.isConnected) this.#later.append(block.element);
    }
    const n = this.#later.childElementCount;
    this.#laterFold.hidden = n === 0;
    fill(this.#laterTitle, t('more_questions', { n }));
  }
}
