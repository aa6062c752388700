// The questions by topic: the first topics open, the others folded.

import { h, fill } from '../dom.js';
import { Field } from '../fields/field.js';
import { say, t } from '../language.js';
import { SizePanel } from './size.js';

const kOpenTopics = 2;
const kSizeTopic = 'scale';

export class Sections {
  constructor(facts, answers) {
    this.answers_ = answers;
    this.fields = new Map();
    this.size_ = new SizePanel();
    this.sections_ = [];
    for (const topic of new Set(facts.map((fact) => fact.topic))) {
      this.sections_.push(this.section_(facts.filter((fact) => fact.topic === topic), this.sections_.length < kOpenTopics));
    }
    this.elements = this.sections_.map((section) => section.element);
  }

  section_(facts, open) {
    const fields = facts.map((fact) => new Field(fact, this.answers_));
    for (const field of fields) this.fields.set(field.fact.id, field);
    const count = h('span', { class: 'topic-count' });
    const title = say(facts[0], 'topic_label') || facts[0].topic;
    const element = h('details', { class: 'topic', open },
      h('summary', {}, h('h2', {}, title), count),
      h('fieldset', { class: 'topic-body' }, h('legend', { class: 'visually-hidden' }, title),
        fields.map((field) => field.element), facts[0].topic === kSizeTopic ? this.size_.element : null));
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
