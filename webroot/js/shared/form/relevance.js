// Which questions to show: those that have been able to change a verdict since the page came up,
// and those that are answered. The set only grows, so that nothing vanishes under a finger.

export class Relevance {
  constructor(facts, answers) {
    this.answers_ = answers;
    this.facts_ = facts;
    this.first_topic_ = facts[0]?.topic;
    this.seen_ = null; // null: not known yet, show everything
  }

  /** `questions` as the service answers them. */
  learn(questions) {
    this.seen_ ??= new Set();
    for (const { fact } of questions) this.seen_.add(fact);
  }

  shows(fact) {
    if (!this.answers_.isOpen(fact.id)) return false;
    if (this.answers_.showAll || this.seen_?.has(fact.id) || this.answers_.isAnswered(fact.id)) return true;
    // What the service works out by itself is asked only where it says that it cannot.
    if (fact.asked === false) return false;
    return (
      this.seen_ === null ||
      this.identifies_(fact) ||
      this.answersAnother_(fact) ||
      (fact.derived_from ?? []).some((source) => this.seen_.has(source))
    );
  }

  // What another question can be worked out from is asked beside it.
  answersAnother_(fact) {
    return this.facts_.some(
      (other) => other.asked !== false && other.derived_from?.includes(fact.id) && this.seen_.has(other.id),
    );
  }

  // Name and number of the company decide nothing and are still asked.
  identifies_(fact) {
    return fact.type === 'text' && fact.topic === this.first_topic_;
  }
}
