// The answers of one company, kept in this tab until it is closed or cleared.
//
// An entry is `{value}` as the service wants it, or, for typed fields, also `{draft: {text, unit}}`,
// what stands in the field. `problem` says why a draft has no value. No entry means not known. The
// entry of a follow-up question whose parent does not hold it is kept and counts for nothing.

import { entryOf, knownOf } from './entries.js';
import { isOpen } from './followups.js';
import { renewed } from './renewal.js';

const kKey = 'policycalc.answers.1';

export class Answers {
  constructor(storage) {
    this.storage_ = storage;
    const kept = this.read_();
    this.entries_ = kept.entries ?? {};
    this.as_of_ = kept.as_of ?? '';
    this.show_all_ = kept.show_all ?? false;
    this.needs_ = kept.needs ?? [];
    this.again_ = kept.again ?? [];
    this.facts_ = new Map(); // by id, once the vocabulary is there
    this.listeners_ = new Set();
  }

  /** Calls `listener` after every change; returns a function that ends it. */
  subscribe(listener) {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  }

  /** What stands in the field, also where the question is not asked now. */
  entry(id) {
    return this.entries_[id] ?? {};
  }

  /** A question of today's vocabulary, once that is there. */
  fact(id) {
    return this.facts_.get(id);
  }

  /** The question to ask for `id`: itself, or the one that it follows up where that does not hold it. */
  askedFor(id) {
    return this.isOpen(id) ? id : this.askedFor(this.fact(id).detail_of.fact);
  }

  /** Whether the question is asked at all: a follow-up only while its parent holds it. */
  isOpen(id) {
    const fact = this.facts_.get(id);
    return (
      !fact ||
      isOpen(
        fact,
        (other) => this.facts_.get(other),
        (other) => this.entry(other).value,
      )
    );
  }

  isKnown(id) {
    return this.entry(id).value !== undefined && this.isOpen(id);
  }

  /** Whether anything stands in the field, be it a value or not. */
  isAnswered(id) {
    return this.entries_[id] !== undefined && this.isOpen(id);
  }

  /** How many questions have something in their field. */
  count() {
    return Object.keys(this.entries_).filter((id) => this.isOpen(id)).length;
  }

  set(id, entry) {
    if (entry.value === undefined && !entry.draft) delete this.entries_[id];
    else this.entries_[id] = entry;
    this.changed_();
  }

  get asOf() {
    return this.as_of_;
  }

  set asOf(date) {
    this.as_of_ = date;
    this.changed_();
  }

  get showAll() {
    return this.show_all_;
  }

  set showAll(yes) {
    this.show_all_ = yes;
    this.save_();
  }

  /** What the company came for: ids of needs, whose questions come first. Part of no request. */
  get needs() {
    return this.needs_;
  }

  set needs(ids) {
    this.needs_ = ids;
    this.changed_();
  }

  /** What was answered to an earlier question and has to be answered again: `[{fact, was, notes}]`. */
  get again() {
    return this.again_.filter(({ fact }) => !this.isAnswered(fact));
  }

  clear() {
    this.replace_({}, '', [], []);
  }

  /** Takes the answers of a saved or shared request in the place of those that were there. `vocabulary`: today's. */
  restore({ profile: old, as_of: day, needs: wanted, again: before = [] }, vocabulary) {
    const { facts, needs } = vocabulary;
    const { profile, again } = renewed(old, vocabulary);
    const entries = facts
      .filter(({ id }) => Object.hasOwn(profile, id))
      .map((fact) => [fact.id, entryOf(fact, profile[fact.id])]);
    this.learn_(facts);
    this.replace_(knownOf(Object.fromEntries(entries), facts), day ?? '', knownNeeds(wanted ?? [], needs), [
      ...before,
      ...again,
    ]);
  }

  /** Drops what today's vocabulary does not know: the policies may have changed under an old tab. */
  keepOnly(vocabulary) {
    const { facts, needs } = vocabulary;
    const values = Object.entries(this.entries_)
      .filter(([, { value }]) => value !== undefined)
      .map(([id, { value }]) => [id, value]);
    const { profile, again } = renewed(Object.fromEntries(values), vocabulary);
    const entries = Object.entries(this.entries_)
      .filter(([id, { value }]) => value === undefined || Object.hasOwn(profile, id))
      .map(([id, entry]) => [id, entry.value === undefined ? entry : { ...entry, value: profile[id] }]);
    this.learn_(facts);
    this.entries_ = knownOf(Object.fromEntries(entries), facts);
    this.needs_ = knownNeeds(this.needs_, needs);
    this.again_ = [...this.again_.filter(({ fact }) => !again.some((one) => one.fact === fact)), ...again];
    this.save_();
  }

  /** The drafts that have no value: `[[id, entry]]`. */
  problems() {
    return Object.entries(this.entries_).filter(([id, entry]) => entry.problem && this.isOpen(id));
  }

  /** What no request holds: drafts without a value, and answers to questions that are not asked now. */
  unsent() {
    return Object.entries(this.entries_).filter(([id, { value }]) => value === undefined || !this.isOpen(id));
  }

  /** What `POST /api/v1/match` takes. Unknown facts are left out. */
  request() {
    const profile = {};
    for (const [id, entry] of Object.entries(this.entries_)) {
      if (entry.value !== undefined && this.isOpen(id)) profile[id] = entry.value;
    }
    return this.as_of_ ? { profile, as_of: this.as_of_ } : { profile };
  }

  learn_(facts) {
    this.facts_ = new Map(facts.map((fact) => [fact.id, fact]));
  }

  replace_(entries, day, needs, again) {
    this.entries_ = entries;
    this.as_of_ = day;
    this.needs_ = needs;
    this.again_ = again;
    this.changed_();
  }

  changed_() {
    this.save_();
    for (const listener of this.listeners_) listener();
  }

  // Storage may be full or forbidden: the answers then live as long as the page.
  save_() {
    try {
      this.storage_.setItem(
        kKey,
        JSON.stringify({
          entries: this.entries_,
          as_of: this.as_of_,
          show_all: this.show_all_,
          needs: this.needs_,
          again: this.again_,
        }),
      );
    } catch {
      /* the page goes on without it */
    }
  }

  read_() {
    try {
      return JSON.parse(this.storage_.getItem(kKey)) ?? {};
    } catch {
      return {};
    }
  }
}

function knownNeeds(wanted, needs) {
  return wanted.filter((one) => needs.some(({ id }) => id === one));
}
