// The record of one applicant, open at this seat: the service's copy and what was typed since. It is
// kept only in memory and ends with the authorisation.

import { Answers } from '../../shared/answers.js';
import { asAskedToday } from '../../shared/kept_content.js';
import { Session } from '../../shared/session.js';
import { queryCode } from '../matter/query_code.js';
import { isProblem } from '../visit.js';
import { changedFacts, merged, sameValue, TEXTS } from './merge.js';

/**
 * The record of applicant `id` in this visit; created on first use.
 * @param {Desk.Visit} visit @param {string} id
 */
export function recordOf(visit, id) {
  return visit.draft(`applicant/${id}`, () => new Record(visit, id));
}

/** A session whose answers are the applicant's, so that the public pages' parts can show them. */
export class Record extends Session {
  #visit;
  /** @type {Api.Applicant | null} */
  #base = null;
  #etag = '';
  /** Whether the service has a later version, which waits until what was typed here is saved. */
  #isBehind = false;
  // Replaced with each version that is taken: an answer to an older request is dropped.
  #turn = {};
  /** @type {Api.Profile} */
  #seen;
  /** @type {Map<string, boolean>} */
  #marks;

  /** @param {Desk.Visit} visit @param {string} id */
  constructor(visit, id) {
    super(new Answers());
    this.#visit = visit;
    this.id = id;
    this.name = '';
    this.contact = '';
    /**
     * Called once the authorisation is over, with what draws the empty page if that is not the usual one.
     * @type {(draw?: (view: HTMLElement) => void) => void}
     */
    this.onOver = () => {};
    /** Called after a later version was taken: the page shows it. @type {() => Promise<void> | void} */
    this.onFresh = () => {};
    this.#seen = {}; // the answers that the marks belong to
    this.#marks = new Map(); // fact → whether it has been checked against a document
    this.answers.subscribe(() => this.#follow());
  }

  /** Whether the service has answered the record and it has not ended since. */
  get isOpen() {
    return this.#base !== null;
  }

  /** The record as the service last answered it. It must be open. */
  get base() {
    if (!this.#base) throw new Error('the record is not open');
    return this.#base;
  }

  /** Reads the record again. Typed changes stay and are merged on saving. */
  async open() {
    const [answer] = await Promise.all([this.#read(), this.load()]);
    this.#receive(answer);
  }

  /**
   * Asks whether the record has changed and is still authorised; calls `onFresh()` if there is something
   * else to show. The end of the authorisation ends the record; other failures are ignored.
   */
  async refresh() {
    const turn = this.#turn;
    try {
      const etag = this.#isBehind && !this.isChanged() ? '' : this.#etag;
      const changed = await this.#within(this.#visit.getChanged(`applicants/${this.id}`, etag));
      if (!changed || turn !== this.#turn || !this.isOpen) return;
      this.#receive(changed);
      if (!this.#isBehind) await this.onFresh();
    } catch {
      /* #within() has ended the record if needed */
    }
  }

  /**
   * @template {string} Path
   * @param {Path} path
   * @returns {Promise<Desk.Answer<Path>>}
   */
  get(path) {
    return this.#within(this.#visit.get(path));
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
  send(method, path, body) {
    return this.#within(this.#visit.send(method, path, body));
  }

  /**
   * Opens a matter for a measure, and keeps its query code for the receipt.
   * @param {string} measure @param {boolean} acceptsShort although the authorisation ends too soon
   * @returns {Promise<Api.MatterWithCode>}
   */
  async openMatter(measure, acceptsShort) {
    /** @type {Api.MatterWithCode} */
    const made = await this.send('POST', 'matters', {
      applicant: Number(this.id),
      measure,
      accept_short_permission: acceptsShort,
    });
    queryCode(this.#visit, made.id).code = made.query_code;
    return made;
  }

  /** @returns {Promise<Api.Version<Api.Applicant>>} */
  #read() {
    return this.#within(this.#visit.getVersion(`applicants/${this.id}`));
  }

  /**
   * The record ends with the first answer that says it is not there.
   * @template Answer
   * @param {Promise<Answer>} answer
   * @returns {Promise<Answer>}
   */
  async #within(answer) {
    try {
      return await answer;
    } catch (error) {
      if (isProblem(error, 'no_applicant')) this.end();
      throw error;
    }
  }

  /**
   * Forgets the record; `draw(view)` draws the page that replaces it.
   * @param {(view: HTMLElement) => void} [draw]
   */
  end(draw) {
    this.#visit.dropDraft(`applicant/${this.id}`);
    const tell = this.onOver;
    this.onOver = () => {};
    this.onFresh = () => {};
    tell(draw);
    this.#base = null;
    this.clear();
  }

  /** The record is no longer shown. Only unsaved changes stay in memory. */
  close() {
    this.onOver = () => {};
    this.onFresh = () => {};
    if (!this.isChanged()) this.#visit.dropDraft(`applicant/${this.id}`);
  }

  /** @param {string} fact */
  isVerified(fact) {
    return this.#marks.get(fact) ?? false;
  }

  /**
   * How the present answer was given.
   * @param {string} fact @returns {Desk.GivenBy}
   */
  givenBy(fact) {
    if (this.isVerified(fact)) return 'verified';
    return this.answers.isLeftOut(fact) ? 'left_out' : 'declared';
  }

  /**
   * What was checked was not left out, nor is it again once the check is taken back.
   * @param {string} fact @param {boolean} verified
   */
  mark(fact, verified) {
    this.#marks.set(fact, verified);
    this.answers.affirm(fact);
  }

  /**
   * `{by, staff, at}` of a fact that is the same as in the service; null if it was changed here.
   * @param {string} fact @returns {Api.FactOrigin | null}
   */
  origin(fact) {
    const kept = this.#base?.provenance[fact];
    if (!kept || !sameValue(this.base.profile[fact], this.#value(fact))) return null;
    return kept.by === this.givenBy(fact) ? kept : null;
  }

  /** The names of what differs from the service's record: facts, `name`, `contact`. */
  changed() {
    const { base } = this;
    const marked = Object.keys(this.#profile()).filter(
      (fact) => this.givenBy(fact) !== (base.provenance[fact]?.by ?? 'declared'),
    );
    return [
      ...new Set([
        ...changedFacts(base.profile, this.#profile()),
        ...marked,
        ...TEXTS.filter((part) => this[part].trim() !== (base[part] ?? '')),
      ]),
    ];
  }

  isChanged() {
    return this.isOpen && (this.changed().length > 0 || this.answers.problems().length > 0);
  }

  async save() {
    const profile = this.#profile();
    const body = {
      name: this.name.trim(),
      contact: this.contact.trim(),
      profile,
      verified: Object.keys(profile).filter((fact) => this.isVerified(fact)),
      left_out: this.#leftOut(),
      revision: this.base.revision,
    };
    this.#takeVersion(await this.#within(this.#visit.sendVersion('PUT', `applicants/${this.id}`, body)));
  }

  /**
   * After another person has saved: takes their changes to what is unchanged here, and keeps what was
   * typed here. Returns `{taken: [names], both: [{name, mine, theirs, by}]}`.
   */
  async mergeOthers() {
    const { record, etag } = await this.#read();
    const theirs = asAskedToday(record, this);
    const profile = this.#profile();
    const marks = new Map(Object.keys(profile).map((fact) => [fact, this.givenBy(fact)]));
    const mine = { name: this.name, contact: this.contact, profile, marks };
    const { taken, both } = merged(this.base, mine, theirs);
    for (const { name, value, by } of taken) this.takeOne(name, value, by);
    this.#base = theirs;
    this.#latest(etag);
    return { taken: taken.map(({ name }) => name), both };
  }

  /**
   * Takes one part of the record from the other person's version.
   * @param {string} name @param {Desk.PartValue} value @param {Desk.GivenBy} by
   */
  takeOne(name, value, by) {
    if (name === 'name' || name === 'contact') this[name] = String(value ?? '');
    else {
      const profile = this.#profile();
      if (value === undefined) delete profile[name];
      else profile[name] = value;
      const marks = new Map(this.#marks);
      const left = this.answers.leftOut.filter((fact) => fact !== name);
      this.#restore(profile, by === 'left_out' ? [...left, name] : left);
      this.#marks = marks.set(name, by === 'verified');
    }
  }

  // What was typed here keeps a later version waiting, except for its authorisation.
  /** @param {Api.Version<Api.Applicant>} answer */
  #receive(answer) {
    if (!this.isChanged()) {
      this.#takeVersion(answer);
      return;
    }
    this.#base = { ...this.base, authorisation: answer.record.authorisation };
    this.#latest(answer.etag);
    this.#isBehind = answer.record.revision !== this.base.revision;
  }

  /** @param {Api.Version<Api.Applicant>} answer */
  #takeVersion({ record, etag }) {
    this.#take(record);
    this.#latest(etag);
  }

  /** @param {string} etag */
  #latest(etag) {
    this.#etag = etag;
    this.#isBehind = false;
    this.#turn = {};
  }

  /** @param {Api.Applicant} fresh */
  #take(fresh) {
    this.name = fresh.name ?? '';
    this.contact = fresh.contact ?? '';
    const { provenance = {} } = fresh;
    this.#restore(
      fresh.profile,
      Object.keys(provenance).filter((fact) => provenance[fact].by === 'left_out'),
    );
    // Answers that today's questions drop or renew do not count as changes of this seat.
    const { profile } = asAskedToday(fresh, this);
    this.#base = {
      ...fresh,
      profile: Object.fromEntries(Object.entries(profile).filter(([fact]) => this.answers.isKnown(fact))),
    };
    this.#marks = new Map(Object.entries(provenance).map(([fact, { by }]) => [fact, by === 'verified']));
  }

  // Unsent entries stay: drafts without a value, and answers to questions that are no longer asked.
  // So do the screens that were passed at this visit.
  /** @param {Api.Profile} profile @param {string[]} left */
  #restore(profile, left) {
    const unsent = this.answers.unsent();
    const { passed } = this.answers;
    this.answers.restore({ profile, left_out: left, again: this.answers.again }, this);
    this.answers.passed = passed;
    for (const [fact, entry] of unsent) if (profile[fact] === undefined) this.answers.set(fact, entry);
    this.#seen = this.#profile();
  }

  #profile() {
    return this.answers.request().profile;
  }

  #leftOut() {
    return this.answers.leftOut.filter((fact) => !this.isVerified(fact));
  }

  /** @param {string} fact */
  #value(fact) {
    return this.answers.entry(fact).value;
  }

  // A mark belongs to the checked value: a new value counts as declared until it is checked too.
  #follow() {
    const now = this.#profile();
    for (const fact of changedFacts(this.#seen, now)) {
      const kept = this.#base?.provenance[fact];
      this.#marks.set(fact, kept?.by === 'verified' && sameValue(this.base.profile[fact], now[fact]));
    }
    this.#seen = now;
  }
}
