// What one applicant gave leave to keep, open on this seat: the record of the service, and over it
// what has been typed since. It lives in memory alone, and ends with the authorisation.

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

  /** Reads it anew. What has been typed stays, and is merged when it is saved. */
  async open() {
    const [fresh] = await Promise.all([this.get(`applicants/${this.id}`), this.load()]);
    if (this.base && this.isChanged()) this.base = { ...this.base, authorisation: fresh.authorisation };
    else this.#take(fresh);
  }

  /** Whether leave is still given. Anything but a clear no counts as yes: the next request tells. */
  async ask() {
    try {
      await this.send('HEAD', `applicants/${this.id}`);
    } catch {
      /* send() has told */
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

  /** Leaves nothing of it; `draw(view)` shows what is shown instead. */
  end(draw) {
    this.#visit.dropDraft(`applicant/${this.id}`);
    const tell = this.onOver;
    this.onOver = () => {};
    tell(draw);
    this.base = null;
    this.clear();
  }

  /** Nobody looks at it any more. Only what has been typed and not saved stays in memory. */
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
   * After somebody else has saved: takes what they changed and this seat did not, keeps what was typed
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
    // What today's questions cannot take, or take otherwise, is not what somebody here has changed.
    const { profile } = asAskedToday(fresh, this);
    this.base = {
      ...fresh,
      profile: Object.fromEntries(Object.entries(profile).filter(([fact]) => this.answers.isKnown(fact))),
    };
    this.#marks = new Map(Object.entries(fresh.provenance ?? {}).map(([fact, { by }]) => [fact, by === 'verified']));
  }

  // What was typed and is not sent stays: drafts that are no values, and what has outlived its question.
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
