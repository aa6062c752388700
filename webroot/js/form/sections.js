// The questions: those to ask everyone first, and then the others by topic, folded.

import { h, fill } from '../dom.js';
import { Field } from '../fields/field.js';
import { say, t } from '../language.js';
import { suggestionList } from '../parts/suggestions.js';
import { SizePanel } from './size.js';

const kCode = 'credit_code';
const kMostFirst = 10;  // questions before the first answer

export class Sections {
  /** `sources` are the facts that the size of the enterprise is worked out from. */
  constructor(facts, answers, sources) {
    this.answers_ = answers;
    this.fields = new Map();
    this.size_ = new SizePanel();
    this.size_sources_ = new Set(sources);
    this.offers_ = h('div', { 'aria-live': 'polite' });
    this.sections_ = [];
    const first = firstOf(facts, answers.needs);
    if (first.length > 0) this.sections_.push(this.section_(t('first_topic'), first, true));
    const later = facts.filter((fact) => !first.includes(fact));
    for (const topic of new Set(later.map((fact) => fact.topic))) {
      const own = later.filter((fact) => fact.topic === topic);
      this.sections_.push(this.section_(say(own[0], 'topic_label') || topic, own, first.length === 0));
    }
    this.elements = this.sections_.map((section) => section.element);
  }

  section_(title, facts, first) {
    const fields = facts.map((fact) => new Field(fact, this.answers_));
    for (const field of fields) this.fields.set(field.fact.id, field);
    const count = h('span', { class: 'topic-count' });
    // The size stands below the last of the answers that it is worked out from.
    const sizes = fields.filter(({ fact }) => this.size_sources_.has(fact.id)).at(-1);
    // Whoever comes back finds open what was answered.
    const open = first || facts.some((fact) => this.answers_.isAnswered(fact.id));
    const element = h('details', { class: first ? 'topic topic-first' : 'topic', open },
      h('summary', {}, h('h2', {}, title), count),
      h('fieldset', { class: 'topic-body' }, h('legend', { class: 'visually-hidden' }, title),
        first ? h('p', { class: 'muted topic-note' }, t('first_note')) : null,
        fields.map((field) => [field.element, field === sizes ? this.size_.element : null])));
    return { element, fields, count };
  }

  /** Shows what `relevance` lets through, and how much of it is answered. */
  update(relevance) {
    for (const { element, fields, count } of this.sections_) {
      const shown = fields.filter((field) => {
        field.element.hidden = !relevance.shows(field.fact);
        return !field.element.hidden;
      });
      element.hidden = shown.length === 0;
      const done = shown.filter((field) => this.answers_.isKnown(field.fact.id)).length;
      fill(count, t('answered_count', { done, all: shown.length }));
    }
  }

  /** Offers what the credit code suggests, beside it; `take(fact, value)` is called for what is accepted. */
  offer(suggestions, vocabulary, take) {
    fill(this.offers_, suggestionList(suggestions, vocabulary, take));
    const beside = this.fields.get(kCode)?.element;
    if (beside && this.offers_.parentElement !== beside) beside.append(this.offers_);
  }

  /** Puts what the service said about the answers beside them. */
  learn({ profile, questions }, vocabulary) {
    const decides = new Map(questions.map((question) => [question.fact, question.decides]));
    for (const [id, field] of this.fields) {
      field.setDecides(decides.get(id) ?? 0);
      field.setWarnings(profile.warnings.filter((warning) => warning.fact === id).map((warning) => warning.message));
    }
    this.size_.show(profile.derived?.enterprise_size, vocabulary('enterprise_size'));
  }
}

// The core questions, and those for what the company came for, in the vocabulary's order.
function firstOf(facts, needs) {
  const wanted = (fact) => fact.core || (fact.core_for ?? []).some((need) => needs.includes(need));
  const core = facts.filter((fact) => fact.core);
  return [...core, ...facts.filter((fact) => !fact.core && wanted(fact))].slice(0, kMostFirst);
}
