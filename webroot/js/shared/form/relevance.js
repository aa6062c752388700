// Which questions to show: those that could change a verdict at some time since the page opened, and
// those that are answered. The set only grows, so no question vanishes while a reader uses it.

export class Relevance {
  #answers;
  #facts;
  #firstTopic;
  /** @type {Set<string> | null} */
  #seen;

  /** @param {Api.Fact[]} facts @param {Pages.Answers} answers */
  constructor(facts, answers) {
    this.#answers = answers;
    this.#facts = facts;
    this.#firstTopic = facts[0]?.topic;
    this.#seen = null; // null: not known yet, show everything
  }

  /**
   * `questions` as the service answers them.
   * @param {Api.Question[]} questions
   */
  learn(questions) {
    this.#seen ??= new Set();
    for (const { fact } of questions) this.#seen.add(fact);
  }

  /** @param {Api.Fact} fact */
  shows(fact) {
    if (!this.#answers.isOpen(fact.id)) return false;
    if (this.#answers.showAll || this.#seen?.has(fact.id) || this.#answers.isAnswered(fact.id)) return true;
    // A fact that the service can derive is asked only if the service says that it cannot.
    if (fact.asked === false) return false;
    return (
      this.#seen === null ||
      this.#identifies(fact) ||
      this.#answersAnother(fact) ||
      (fact.derived_from ?? []).some((source) => this.#seen?.has(source))
    );
  }

  // The sources of a derived fact are asked together with it.
  /** @param {Api.Fact} fact */
  #answersAnother(fact) {
    return this.#facts.some(
      (other) => other.asked !== false && other.derived_from?.includes(fact.id) && this.#seen?.has(other.id),
    );
  }

  // Name and number of the company decide nothing and are still asked.
  /** @param {Api.Fact} fact */
  #identifies(fact) {
    return fact.type === 'text' && fact.topic === this.#firstTopic;
  }
}
