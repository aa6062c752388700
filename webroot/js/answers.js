// The answers of one company, kept in this tab until it is closed or cleared.
//
// An entry is `{value}` as the service wants it, or, for typed fields, also `{draft: {text, unit}}`,
// what stands in the field. `problem` says why a draft has no value. No entry means not known.

const kKey = 'policycalc.answers.1';

export class Answers {
  constructor(storage) {
    this.storage_ = storage;
    const kept = this.read_();
    this.entries_ = kept.entries ?? {};
    this.as_of_ = kept.as_of ?? '';
    this.show_all_ = kept.show_all ?? false;
    this.needs_ = kept.needs ?? [];
    this.listeners_ = new Set();
  }

  /** Calls `listener` after every change; returns a function that ends it. */
  subscribe(listener) {
    this.listeners_.add(listener);
    return () => this.listeners_.delete(listener);
  }

  entry(id) {
    return this.entries_[id] ?? {};
  }

  isKnown(id) {
    return this.entry(id).value !== undefined;
  }

  /** Whether anything stands in the field, be it a value or not. */
  isAnswered(id) {
    return this.entries_[id] !== undefined;
  }

  /** How many questions have something in their field. */
  count() {
    return Object.keys(this.entries_).length;
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

  clear() {
    this.replace_({}, '', []);
  }

  /** Takes the answers of a saved or shared request in the place of those that were there. */
  restore({ profile, as_of: day, needs: wanted }, facts, needs) {
    const entries = facts.filter(({ id }) => Object.hasOwn(profile, id)).map((fact) => [fact.id, entryOf(fact, profile[fact.id])]);
    this.replace_(knownOf(Object.fromEntries(entries), facts), day ?? '', knownNeeds(wanted ?? [], needs));
  }

  replace_(entries, day, needs) {
    this.entries_ = entries;
    this.as_of_ = day;
    this.needs_ = needs;
    this.changed_();
  }

  /** Drops what today's vocabulary does not know: the policies may have changed under an old tab. */
  keepOnly(facts, needs) {
    this.entries_ = knownOf(this.entries_, facts);
    this.needs_ = knownNeeds(this.needs_, needs);
    this.save_();
  }

  /** The drafts that have no value: `[[id, problem]]`. */
  problems() {
    return Object.entries(this.entries_).filter(([, entry]) => entry.problem).map(([id, entry]) => [id, entry.problem]);
  }

  /** What `POST /api/v1/match` takes. Unknown facts are left out. */
  request() {
    const profile = {};
    for (const [id, entry] of Object.entries(this.entries_)) {
      if (entry.value !== undefined) profile[id] = entry.value;
    }
    return this.as_of_ ? { profile, as_of: this.as_of_ } : { profile };
  }

  changed_() {
    this.save_();
    for (const listener of this.listeners_) listener();
  }

  // Storage may be full or forbidden: the answers then live as long as the page.
  save_() {
    try {
      this.storage_.setItem(kKey, JSON.stringify({ entries: this.entries_, as_of: this.as_of_, show_all: this.show_all_, needs: this.needs_ }));
    } catch { /* the page goes on without it */ }
  }

  read_() {
    try {
      return JSON.parse(this.storage_.getItem(kKey)) ?? {};
    } catch {
      return {};
    }
  }
}

function knownOf(entries, facts) {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return Object.fromEntries(Object.entries(entries).filter(([id, { value }]) => known.has(id) && fits(known.get(id), value)));
}

function knownNeeds(wanted, needs) {
  return wanted.filter((one) => needs.some(({ id }) => id === one));
}

// What stands in a typed field for `value`, as if it had been typed.
function entryOf(fact, value) {
  if (fact.type === 'money') return { value: String(value), draft: { text: String(value), unit: 'yuan' } };
  if (fact.type === 'percent') return { value: String(value), draft: { text: String(value) } };
  if (fact.type === 'integer') return { value, draft: { text: String(value) } };
  return { value };
}

function fits(fact, value) {
  const codes = new Set((fact.options ?? []).map((option) => option.code));
  if (fact.type === 'choice') return value === undefined || codes.has(value);
  if (fact.type === 'choices') return value === undefined || (Array.isArray(value) && value.every((one) => codes.has(one)));
  return true;
}
