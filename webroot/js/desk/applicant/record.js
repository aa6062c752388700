// The record of one applicant as it is open at this seat: the service's copy, and what was typed since.
// It is kept in memory only and ends with the authorisation.

import { Answers } from '../../shared/answers.js';
import { asAskedToday } from '../../shared/kept_content.js';
import { Session } from '../../shared/session.js';
import { isStatus } from '../../shared/api.js';
import { isProblem } from '../visit.js';
import { changedFacts, merged, sameValue } from './merge.js';

/** What `visit` has of applicant `id`; begun when it is first asked for. */
export function recordOf(visit, id) {
  return visit.draft(`applicant/${id}`, () => new Record(visit, id));
}

/** A session whose answers are the applicant's, so that the public pages' parts can show them. */
export class Record extends Session {
  #visit;
  #seen;
  #marks;

  constructor(visit, id) {
    super(new Answers());
    this.#visit = visit;
    this.id = id;
    /** As the service last answered it; null before. */
    this.base = null;
    this.name = '';
    this.contact = '';
    /** Called once the authorisation is over, with what draws the empty page if that is not the usual one. */
    this.onOver = () => {};
    this.#seen = {}; // the answers that the marks belong to
    this.#marks = new Map(); // fact → whether it has been checked against a document
    this.answers.subscribe(() => this.#follow());
  }

  /** Reads the record again. Typed changes stay and are merged on saving. */
  async open() {
    const [fresh] = await Promise.all([this.get(`applicants/${this.id}`), this.load()]);
    if (this.base && this.isChanged()) this.base = { ...this.base, authorisation: fresh.authorisation };
    else this.#take(fresh);
  }

  /** Asks whether the authorisation still holds. Only a clear no ends it; after a failure the next request shows. */
  async ask() {
    try {
      await this.send('HEAD', `applicants/${this.id}`);
    } catch {
      /* send() has ended it if needed */
    }
  }

  get(path) {
    return this.send('GET', path);
  }

  async send(method, path, body) {
    try {
      return await this.#visit.send(method, path, body);
    } catch (error) {
      // An answer to HEAD has no body that could name the reason.
      if (isProblem(error, 'no_applicant') || (method === 'HEAD' && isStatus(error, 404))) this.end();
      throw error;
    }
  }

  /** Forgets the record; `draw(view)` draws the page that replaces it. */
  end(draw) {
    this.#visit.dropDraft(`applicant/${this.id}`);
    const tell = this.onOver;
    this.onOver = () => {};
    tell(draw);
    this.base = null;
    this.clear();
  }

  /** The record is no longer shown. Only unsaved changes stay in memory. */
  close() {
    this.onOver = () => {};
    if (!this.isChanged()) this.#visit.dropDraft(`applicant/${this.id}`);
  }

  isVerified(fact) {
    return this.#marks.get(fact) ?? false;
  }

  mark(fact, verified) {
    this.#marks.set(fact, verified);
  }

  /** `{by, staff, at}` of a fact that is as the service has it; null for one that this seat changed. */
  origin(fact) {
    const kept = this.base?.provenance[fact];
    if (!kept || !sameValue(this.base.profile[fact], this.#value(fact))) return null;
    return (kept.by === 'verified') === this.isVerified(fact) ? kept : null;
  }

  /** The names of what differs from the service's record: facts, `name`, `contact`. */
  changed() {
    const { base } = this;
    const marked = Object.keys(this.#profile()).filter(
      (fact) => this.isVerified(fact) !== (base.provenance[fact]?.by === 'verified'),
    );
    return [
      ...new Set([
        ...changedFacts(base.profile, this.#profile()),
        ...marked,
        ...['name', 'contact'].filter((part) => this[part].trim() !== (base[part] ?? '')),
      ]),
    ];
  }

  isChanged() {
    return this.base !== null && (this.changed().length > 0 || this.answers.problems().length > 0);
  }

  async save() {
    const profile = this.#profile();
    const saved = await this.send('PUT', `applicants/${this.id}`, {
      name: this.name.trim(),
      contact: this.contact.trim(),
      profile,
      verified: Object.keys(profile).filter((fact) => this.isVerified(fact)),
      revision: this.base.revision,
    });
    this.#take(saved?.profile ? saved : await this.get(`applicants/${this.id}`));
  }

  /**
   * After another person has saved: takes their changes where this seat has none, and keeps those typed
   * here. Returns `{taken: [names], both: [{name, mine, theirs, checked}]}`.
   */
  async meet() {
    const theirs = asAskedToday(await this.get(`applicants/${this.id}`), this);
    const mine = { name: this.name, contact: this.contact, profile: this.#profile(), marks: new Map(this.#marks) };
    const { taken, both } = merged(this.base, mine, theirs);
    for (const { name, value, checked } of taken) this.takeOne(name, value, checked);
    this.base = theirs;
    return { taken: taken.map(({ name }) => name), both };
  }

  /** Takes one thing as another has it. */
  takeOne(name, value, checked) {
    if (name === 'name' || name === 'contact') this[name] = value ?? '';
    else {
      const profile = { ...this.#profile(), [name]: value };
      if (value === undefined) delete profile[name];
      const marks = new Map(this.#marks);
      this.#restore(profile);
      this.#marks = marks.set(name, checked);
    }
  }

  #take(fresh) {
    this.name = fresh.name ?? '';
    this.contact = fresh.contact ?? '';
    this.#restore(fresh.profile);
    // Answers that today's questions drop or renew do not count as changes of this seat.
    const { profile } = asAskedToday(fresh, this);
    this.base = {
      ...fresh,
      profile: Object.fromEntries(Object.entries(profile).filter(([fact]) => this.answers.isKnown(fact))),
    };
    this.#marks = new Map(Object.entries(fresh.provenance ?? {}).map(([fact, { by }]) => [fact, by === 'verified']));
  }

  // Unsent entries stay: drafts without a value, and answers to questions that are no longer asked.
  #restore(profile) {
    const unsent = this.answers.unsent();
    this.answers.restore({ profile, again: this.answers.again }, this);
    for (const [fact, entry] of unsent) if (profile[fact] === undefined) this.answers.set(fact, entry);
    this.#seen = this.#profile();
  }

  #profile() {
    return this.answers.request().profile;
  }

  #value(fact) {
    return this.answers.entry(fact).value;
  }

  // A mark belongs to the value that was checked: another value is the company's word until it is checked too.
  #follow() {
    const now = this.#profile();
    for (const fact of changedFacts(this.#seen, now)) {
      const kept = this.base?.provenance?.[fact];
      this.#marks.set(fact, kept?.by === 'verified' && sameValue(this.base.profile[fact], now[fact]));
    }
    this.#seen = now;
  }
}
