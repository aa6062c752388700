// One visit: the vocabulary, the answers, and the last match, so that the pages share them.

import { fetchFacts, postMatch, Refused } from './api.js';

export class Session {
  constructor(answers) {
    this.answers = answers;
    this.facts = [];
    this.byId_ = new Map();
    /** What the service refused at the last attempt, for the form to show. */
    this.issues = [];
    this.last_ = null;
  }

  /** Reads the vocabulary once. Throws what the request throws. */
  async load() {
    if (this.facts.length > 0) return;
    this.facts = await fetchFacts();
    this.byId_ = new Map(this.facts.map((fact) => [fact.id, fact]));
    this.answers.keepOnly(this.facts);
  }

  fact(id) {
    return this.byId_.get(id);
  }

  /** The full match of the present answers; asked again only when they have changed. */
  async match() {
    const key = JSON.stringify(this.answers.request());
    if (this.last_?.key === key) return this.last_.answer;
    this.issues = [];
    try {
      const answer = await postMatch(this.answers.request());
      this.last_ = { key, answer };
      return answer;
    } catch (error) {
      if (isIssues(error)) this.issues = error.issues;
      throw error;
    }
  }

  /** Counts, questions and what follows from the answers, without the matches. */
  count(signal) {
    return postMatch({ ...this.answers.request(), include: [] }, signal);
  }
}

/** Whether the service refused the answers themselves, so that the form can show where. */
export function isIssues(error) {
  return error instanceof Refused && error.status === 400 && error.issues.length > 0;
}
