// The vocabulary, the answers of one company, and their last match, shared by the pages.

import { fetchVocabulary, postMatch, Refused } from './api.js';

export class Session {
  /** @type {Map<string, Api.Fact>} */
  #byId = new Map();
  /** @type {{key: string, answer: Api.MatchAnswer} | null} */
  #last = null;

  /** @param {Pages.Answers} answers */
  constructor(answers) {
    this.answers = answers;
    /** @type {Api.Fact[]} */
    this.facts = [];
    /** What companies come for, in the order of asking. @type {Api.Need[]} */
    this.needs = [];
    /** What earlier versions of the vocabulary asked. @type {Api.Retired} */
    this.retired = { facts: [], options: [] };
    /** What the service refused at the last attempt, for the form to show. @type {Api.Issue[]} */
    this.issues = [];
  }

  /** Reads the vocabulary once. Throws what the request throws. */
  async load() {
    if (this.facts.length > 0) return;
    const { facts, needs, retired } = await fetchVocabulary();
    Object.assign(this, { facts, needs, retired: retired ?? this.retired });
    this.#byId = new Map(this.facts.map((fact) => [fact.id, fact]));
    this.answers.keepOnly(this);
  }

  /** Forgets the answers and the last match. */
  clear() {
    this.issues = [];
    this.#last = null;
    this.answers.clear();
  }

  /** @param {string} id */
  fact(id) {
    return this.#byId.get(id);
  }

  /** Version of the catalogue that the last result came from; null before there is one. */
  get catalogue() {
    return this.#last?.answer.catalogue ?? null;
  }

  /** The full match of the present answers; asked again only when they have changed. */
  async match() {
    const key = JSON.stringify(this.answers.request());
    if (this.#last?.key === key) return this.#last.answer;
    this.issues = [];
    try {
      const answer = await this.#ask({});
      this.#last = { key, answer };
      return answer;
    } catch (error) {
      this.issues = issuesOf(error);
      throw error;
    }
  }

  /**
   * The matches of `verdicts`, with the counts and the next screen.
   * @param {Api.Verdict[]} verdicts @param {AbortSignal} signal
   */
  list(verdicts, signal) {
    return this.#ask({ include: verdicts }, signal);
  }

  // A screen that was passed may be gone: the policies may have changed since the tab was opened.
  /** @param {{include?: Api.Verdict[]}} more @param {AbortSignal} [signal] */
  async #ask(more, signal) {
    try {
      return await postMatch({ ...this.answers.request(), ...more }, signal);
    } catch (error) {
      if (!isIssues(error) || !error.issues.some(({ pointer }) => pointer?.startsWith('/passed'))) throw error;
      this.answers.passed = [];
      return postMatch({ ...this.answers.request(), ...more }, signal);
    }
  }

  /**
   * Counts, questions and what follows from the answers, without the matches.
   * @param {AbortSignal} signal
   */
  count(signal) {
    return this.#ask({ include: [] }, signal);
  }
}

/**
 * Whether the service refused the answers themselves, so that the form can show where.
 * @param {unknown} error @returns {error is Refused}
 */
export function isIssues(error) {
  return error instanceof Refused && error.status === 400 && error.issues.length > 0;
}

/** @param {unknown} error */
function issuesOf(error) {
  return isIssues(error) ? error.issues : [];
}
