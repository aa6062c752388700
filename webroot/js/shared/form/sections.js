// The questions: first those for everyone, then the others, folded by topic.

import { h, fill } from '../dom.js';
import { questionField } from '../fields/question.js';
import { say, t } from '../language.js';
import { SizePanel } from './size.js';

const MOST_FIRST = 10; // questions before the first answer

export class Sections {
  #answers;
  #size;
  #sizeSources;
  #sections;

  /** `sources` are the facts that the size of the enterprise is worked out from. */
  constructor(facts, answers, sources) {
    this.#answers = answers;
    this.fields = new Map();
    this.#size = new SizePanel();
    this.#sizeSources = new Set(sources);
    this.#sections = [];
    const first = firstOf(facts, answers.needs);
    if (first.length > 0) this.#sections.push(this.#section(t('first_topic'), first, { open: true, leads: true }));
    const later = facts.filter((fact) => !first.includes(fact));
    for (const topic of new Set(later.map((fact) => fact.topic))) {
      const own = later.filter((fact) => fact.topic === topic);
      this.#sections.push(this.#section(say(own[0], 'topic_label') || topic, own, { open: first.length === 0 }));
    }
    this.elements = this.#sections.map((section) => section.element);
  }

  // The first section ends with a button that leads to the result.
  #section(title, facts, { open, leads = false }) {
    const fields = facts.map((fact) => questionField(fact, this.#answers, (other, value) => this.accept(other, value)));
    for (const field of fields) this.fields.set(field.fact.id, field);
    const count = h('span', { class: 'topic-count' });
    const bar = leads ? h('progress', { class: 'topic-bar', 'aria-hidden': 'true', value: 0, max: 1 }) : null;
    // The size is shown below the last of its sources.
    const sizes = fields.filter(({ fact }) => this.#sizeSources.has(fact.id)).at(-1);
    // Topics with answers are open when a visitor returns.
    const unfolded = open || facts.some((fact) => this.#answers.isAnswered(fact.id));
    const element = h(
      'details',
      { class: leads ? 'topic topic-first' : 'topic', open: unfolded },
      h('summary', {}, h('h2', {}, title), count, bar),
      h(
        'fieldset',
        { class: 'topic-body' },
        h('legend', { class: 'visually-hidden' }, title),
        leads ? h('p', { class: 'muted topic-note' }, t('first_note')) : null,
        fields.map((field) => [field.element, field === sizes ? this.#size.element : null]),
        leads ? wayToResult() : null,
      ),
    );
    return { element, fields, count, bar };
  }

  /** Shows what `relevance` lets through, and how much of it is answered. */
  update(relevance) {
    for (const { element, fields, count, bar } of this.#sections) {
      const shown = fields.filter((field) => {
        field.element.hidden = !relevance.shows(field.fact);
        return !field.element.hidden;
      });
      element.hidden = shown.length === 0;
      const done = shown.filter((field) => this.#answers.isKnown(field.fact.id)).length;
      fill(count, t('answered_count', { done, all: shown.length }));
      if (bar) Object.assign(bar, { max: Math.max(1, shown.length), value: done });
    }
  }

  /** Offers what the credit code suggests beside each question. */
  offer(suggestions) {
    for (const [id, field] of this.fields)
      field.setOffer(
        suggestions?.find(({ fact }) => fact === id),
        (fact, value) => this.accept(fact, value),
      );
  }

  /** Answers a question from elsewhere on the page, and moves the focus to it. */
  accept(fact, value) {
    const field = this.fields.get(fact);
    field.setOffer(null);
    this.#answers.set(fact, { value });
    field.redraw();
    field.focus();
  }

  /** Shows the service's remarks beside the answers. */
  learn({ profile, questions }, vocabulary) {
    const decides = new Map(questions.map((question) => [question.fact, question.decides]));
    for (const [id, field] of this.fields) {
      field.setDecides(decides.get(id) ?? 0);
      field.setWarnings(
        profile.warnings.filter((warning) => warning.fact === id).map((warning) => say(warning, 'message')),
      );
    }
    this.#size.show(profile.derived?.enterprise_size, vocabulary('enterprise_size'));
  }
}

function wayToResult() {
  return h(
    'div',
    { class: 'topic-end' },
    h('p', { class: 'muted' }, t('first_end')),
    h('button', { type: 'submit', class: 'button' }, t('first_go')),
  );
}

// The core questions, then in turn those of each need of the company, so that every need gets a share
// of the places; all in the vocabulary's order.
function firstOf(facts, needs) {
  const chosen = new Set(facts.filter((fact) => fact.core));
  const queues = needs.map((need) => facts.filter((fact) => !fact.core && fact.core_for?.includes(need)));
  for (let turn = 0; queues.some((queue) => turn < queue.length); ++turn) {
    for (const queue of queues) {
      if (turn < queue.length && chosen.size < MOST_FIRST) chosen.add(queue[turn]);
    }
  }
  const byOrder = facts.filter((fact) => chosen.has(fact));
  return [...byOrder.filter((fact) => fact.core), ...byOrder.filter((fact) => !fact.core)];
}
