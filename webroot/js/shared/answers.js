// The answers of one company, kept in this tab until it is closed or cleared.
//
// An entry is `{value}` as the service takes it, and for typed fields `{draft: {text, unit}}`, the text
// in the field. `problem` says why a draft has no value. No entry means not known. A follow-up question
// that is not asked at the moment keeps its entry, which has no effect.

import { entryOf, knownOf } from './entries.js';
import { isOpen } from './followups.js';
import { renewed } from './renewal.js';

/** Where the browser keeps the answers. */
export const ANSWERS_KEY = 'policycalc.answers.1';

export class Answers {
  /** @type {Pages.Store | null} */
  #storage;
  /** @type {Pages.Entries} */
  #entries = {};
  /** @type {string} */
  #asOf = '';
  /** @type {boolean} */
  #showAll = false;
  /** @type {string[]} */
  #needs = [];
  /** @type {Pages.AskedAgain[]} */
  #again = [];
  /** Facts whose "no" was given by leaving them out. @type {string[]} */
  #leftOut = [];
  /** Screens that were answered or skipped. @type {string[]} */
  #passed = [];
  /** By id, once the vocabulary is there. @type {Map<string, Api.Fact>} */
  #facts = new Map();
  /** @type {Set<() => unknown>} */
  #listeners = new Set();

  /**
   * Without `storage` the answers live as long as this object.
   * @param {Pages.Store | null} [storage]
   */
  constructor(storage = null) {
    this.#storage = storage;
    this.#take(this.#read());
  }

  /** Takes what is kept now: another tab has changed it. */
  reread() {
    this.#take(this.#read());
    for (const listener of this.#listeners) listener();
  }

  /**
   * Calls `listener` after every change; returns a function that ends it.
   * @param {() => unknown} listener
   */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The entry of a question, also while it is not asked.
   * @param {string} id
   */
  entry(id) {
    return this.#entries[id] ?? {};
  }

  /**
   * A question of today's vocabulary; undefined until that is loaded.
   * @param {string} id
   */
  fact(id) {
    return this.#facts.get(id);
  }

  /**
   * The question to ask for `id`: itself if it is asked, else the question that it follows up.
   * @param {string} id @returns {string}
   */
  askedFor(id) {
    const parent = this.fact(id)?.detail_of;
    return this.isOpen(id) || !parent ? id : this.askedFor(parent.fact);
  }

  /**
   * Whether the question is asked at all: a follow-up only while its parent holds it.
   * @param {string} id
   */
  isOpen(id) {
    const fact = this.#facts.get(id);
    return (
      !fact ||
      isOpen(
        fact,
        (other) => this.#facts.get(other),
        (other) => this.entry(other).value,
      )
    );
  }

  /** @param {string} id */
  isKnown(id) {
    return this.entry(id).value !== undefined && this.isOpen(id);
  }

  /**
   * Whether the field has an entry, valid or not.
   * @param {string} id
   */
  isAnswered(id) {
    return this.#entries[id] !== undefined && this.isOpen(id);
  }

  /** How many questions have something in their field. */
  count() {
    return Object.keys(this.#entries).filter((id) => this.isOpen(id)).length;
  }

  /** @param {string} id @param {Pages.Entry} entry */
  set(id, entry) {
    this.#put(id, entry);
    this.#changed();
  }

  /**
   * Sets several answers as one change; undefined takes an answer away. `leftOut`: they were given by
   * leaving them out of a list.
   * @param {Record<string, Pages.Entry>} entries @param {{leftOut?: boolean}} [how]
   */
  setAll(entries, { leftOut = false } = {}) {
    for (const [id, entry] of Object.entries(entries)) this.#put(id, entry);
    if (leftOut) this.#leftOut.push(...Object.keys(entries));
    this.#changed();
  }

  /**
   * Whether the answer was given by leaving it out of a list.
   * @param {string} id
   */
  isLeftOut(id) {
    return this.#leftOut.includes(id) && this.isKnown(id);
  }

  /** The facts that were answered by leaving them out of a list. */
  get leftOut() {
    return this.#leftOut.filter((id) => this.isLeftOut(id));
  }

  /**
   * The answer stays and counts as given on purpose from now on.
   * @param {string} id
   */
  affirm(id) {
    if (!this.#leftOut.includes(id)) return;
    this.#leftOut = this.#leftOut.filter((other) => other !== id);
    this.#changed();
  }

  /** Drops all marks: the lists may have changed since they were set. */
  affirmAll() {
    this.#leftOut = [];
    this.#changed();
  }

  /** The screens that were answered or skipped; the service does not propose them again. */
  get passed() {
    return this.#passed;
  }

  set passed(ids) {
    this.#passed = ids;
    this.#save();
  }

  /** @param {string} id @param {Pages.Entry} entry */
  #put(id, entry) {
    this.#leftOut = this.#leftOut.filter((other) => other !== id);
    if (entry.value === undefined && !entry.draft) delete this.#entries[id];
    else this.#entries[id] = entry;
  }

  get asOf() {
    return this.#asOf;
  }

  set asOf(date) {
    this.#asOf = date;
    this.#changed();
  }

  get showAll() {
    return this.#showAll;
  }

  set showAll(yes) {
    this.#showAll = yes;
    this.#save();
  }

  /** What the company came for: ids of needs, whose questions come first. Part of no request. */
  get needs() {
    return this.#needs;
  }

  set needs(ids) {
    this.#needs = ids;
    this.#changed();
  }

  /** Questions that have changed and need a new answer. */
  get again() {
    return this.#again.filter(({ fact }) => !this.isAnswered(fact));
  }

  clear() {
    this.#replace({}, {});
  }

  /**
   * Replaces the answers by those of a saved or shared request. `vocabulary`: today's.
   * @param {Pages.Content} given @param {Api.Vocabulary} vocabulary
   */
  restore({ profile: old, as_of: day, needs: wanted, left_out: left, again: before = [] }, vocabulary) {
    const { facts, needs } = vocabulary;
    const { profile, again } = renewed(old, vocabulary);
    const entries = facts
      .filter(({ id }) => Object.hasOwn(profile, id))
      .map((fact) => [fact.id, entryOf(fact, profile[fact.id])]);
    this.#learn(facts);
    this.#replace(knownOf(Object.fromEntries(entries), facts), {
      day: day ?? '',
      needs: knownNeeds(wanted ?? [], needs),
      again: [...before, ...again],
      leftOut: left ?? [],
    });
  }

  /**
   * Drops what today's vocabulary does not know: the policies may have changed since the tab was opened.
   * @param {Api.Vocabulary} vocabulary
   */
  keepOnly(vocabulary) {
    const { facts, needs } = vocabulary;
    const values = Object.entries(this.#entries)
      .filter(([, { value }]) => value !== undefined)
      .map(([id, { value }]) => [id, value]);
    const { profile, again } = renewed(Object.fromEntries(values), vocabulary);
    const entries = Object.entries(this.#entries)
      .filter(([id, { value }]) => value === undefined || Object.hasOwn(profile, id))
      .map(([id, entry]) => [id, entry.value === undefined ? entry : { ...entry, value: profile[id] }]);
    this.#learn(facts);
    this.#entries = knownOf(Object.fromEntries(entries), facts);
    this.#needs = knownNeeds(this.#needs, needs);
    this.#again = [...this.#again.filter(({ fact }) => !again.some((one) => one.fact === fact)), ...again];
    this.#save();
  }

  /** The drafts that have no value: `[[id, entry]]`. */
  problems() {
    return Object.entries(this.#entries).filter(([id, entry]) => entry.problem && this.isOpen(id));
  }

  /** Entries that no request contains: drafts without a value, and answers to questions not asked now. */
  unsent() {
    return Object.entries(this.#entries).filter(([id, { value }]) => value === undefined || !this.isOpen(id));
  }

  /** What `POST /api/v1/match` takes. Unknown facts are left out. */
  request() {
    /** @type {Api.Profile} */
    const profile = {};
    for (const [id, entry] of Object.entries(this.#entries)) {
      if (entry.value !== undefined && this.isOpen(id)) profile[id] = entry.value;
    }
    return {
      profile,
      ...(this.#asOf ? { as_of: this.#asOf } : {}),
      ...(this.#passed.length > 0 ? { passed: this.#passed } : {}),
    };
  }

  /** @param {Api.Fact[]} facts */
  #learn(facts) {
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]));
  }

  /**
   * @param {Pages.Entries} entries
   * @param {{day?: string, needs?: string[], again?: Pages.AskedAgain[], leftOut?: string[]}} rest
   */
  #replace(entries, { day = '', needs = [], again = [], leftOut = [] }) {
    this.#entries = entries;
    this.#asOf = day;
    this.#needs = needs;
    this.#again = again;
    this.#leftOut = leftOut;
    this.#passed = [];
    this.#changed();
  }

  #changed() {
    this.#save();
    for (const listener of this.#listeners) listener();
  }

  /** @param {any} kept */
  #take(kept) {
    this.#entries = kept.entries ?? {};
    this.#asOf = kept.as_of ?? '';
    this.#showAll = kept.show_all ?? false;
    this.#needs = kept.needs ?? [];
    this.#again = kept.again ?? [];
    this.#leftOut = kept.left_out ?? [];
    this.#passed = kept.passed ?? [];
  }

  // Storage may be full or forbidden; then the answers last as long as the page.
  #save() {
    try {
      this.#storage?.setItem(
        ANSWERS_KEY,
        JSON.stringify({
          entries: this.#entries,
          as_of: this.#asOf,
          show_all: this.#showAll,
          needs: this.#needs,
          again: this.#again,
          left_out: this.#leftOut,
          passed: this.#passed,
        }),
      );
    } catch {
      /* the page goes on without it */
    }
  }

  #read() {
    try {
      return JSON.parse(this.#storage?.getItem(ANSWERS_KEY) ?? 'null') ?? {};
    } catch {
      return {};
    }
  }
}

/** @param {string[]} wanted @param {Api.Need[]} needs */
function knownNeeds(wanted, needs) {
  return wanted.filter((one) => needs.some(({ id }) => id === one));
}
