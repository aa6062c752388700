// Which questions to show: those that have been able to change a verdict since the page came up,
// and those that are answered. The set only grows, so that nothing vanishes under a finger.

export class Relevance {
  #answers;
  #facts;
  #firstTopic;
  #seen;

  constructor(facts, answers) {
    this.#answers = answers;
    this.#facts = facts;
    this.#firstTopic = facts[0]?.topic;
    this.#seen = null; // null: not known yet, show everything
  }

  /** `questions` as the service answers them. */
  learn(questions) {
    this.#seen ??= new Set();
    for (const { fact } of questions) this.#seen.add(fact);
  }

  shows(fact) {
    if (!this.#answers.isOpen(fact.id)) return false;
    if (this.#answers.showAll || this.#seen?.has(fact.id) || this.#answers.isAnswered(fact.id)) return true;
    // What the service works out by itself is asked only where it says that it cannot.
    if (fact.asked === false) return false;
    return (
      this.#seen === null ||
      this.#identifies(fact) ||
      this.#answersAnother(fact) ||
      (fact.derived_from ?? []).some((source) => this.#seen.has(source))
    );
  }

  // What another question can be worked out from is asked beside it.
  #answersAnother(fact) {
    return this.#facts.some(
      (other) => other.asked !== false && other.derived_from?.includes(fact.id) && this.#seen.has(other.id),
    );
  }

  // Name and number of the company decide nothing and are still asked.
  #identifies(fact) {
    return fact.type === 'text' && fact.topic === this.#firstTopic;
  }
}
