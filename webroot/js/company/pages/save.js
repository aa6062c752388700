// Saving by choice: what would be kept, then code, link and QR code, and what can be done with it.

import { deleteProfile, fetchTerms, loadProfile, replaceProfile, saveProfile, isStatus } from '../../shared/api.js';
import { announce, fill, find, h, reveal } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { canonical, contentOf, lostOf, sizeOf } from '../../shared/kept_content.js';
import { troubleOrWait } from '../parts/retry.js';
import { refused, wayBack } from '../keep/notices.js';
import { nothingToSave, offer } from '../keep/offer.js';
import { agreement, ticket } from '../keep/ticket.js';
import { conflict, deletePart, loadPart, updatePart } from '../keep/upkeep.js';
import { keepWords } from '../keep/words.js';
import { showAgain } from '../../shared/router.js';
import { isIssues } from '../../shared/session.js';
import { stylesheet } from '../../shared/style.js';
import { trouble, waiting } from '../../shared/trouble.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(keepWords);
  return stylesheet('/css/keep.css');
}

/** @param {Pages.CompanySession} session @param {HTMLElement} view */
export async function show(session, view) {
  fill(view, waiting(t('opening')));
  try {
    const [terms] = await Promise.all([fetchTerms(), session.load()]);
    if (view.isConnected) new SavePage(session, view, terms).draw();
  } catch (error) {
    fill(
      view,
      title('save_title'),
      trouble(error, () => show(session, view)),
    );
  }
}

/** @param {string} key */
function title(key) {
  return h('h1', { tabindex: '-1' }, t(key));
}

class SavePage {
  #session;
  #saved;
  #view;
  #terms;
  #address;
  #running;
  #banner = h('div', { class: 'banner' });
  /** @type {Pages.KeepPart[]} */
  #parts = [];

  /** @param {Pages.CompanySession} session @param {HTMLElement} view @param {Api.Terms} terms */
  constructor(session, view, terms) {
    this.#session = session;
    this.#saved = session.saved;
    this.#view = view;
    this.#terms = terms;
    this.#address = location.hash;
    this.#running = false;
  }

  /**
   * `message` reports what was just done.
   * @param {string | null} [message]
   */
  draw(message = null) {
    if (!this.#view.isConnected) {
      // The reader went elsewhere; a new instance of this page may show an outdated state.
      if (location.hash === this.#address) showAgain();
      return;
    }
    this.#banner = h('div', { class: 'banner' });
    const { record } = this.#saved;
    const said = message ? h('p', { class: 'notice notice-done', role: 'status', tabindex: '-1' }, message) : null;
    fill(this.#view, h('div', { class: 'keep' }, record ? this.#kept(record, said) : this.#offer(said)));
    document.title = find(this.#view, 'h1').textContent ?? '';
    if (said) reveal(said);
  }

  /** @param {HTMLElement | null} said */
  #offer(said) {
    const { answers } = this.#session;
    const content = contentOf(answers);
    const head = [title('save_title'), h('p', { class: 'lead' }, t('save_lead')), said, this.#banner];
    this.#parts = [];
    if (sizeOf(content) === 0) return [head, nothingToSave()];
    this.#parts = [
      offer({ content, problems: answers.problems(), terms: this.#terms, saved: this.#saved }, (wishes) =>
        this.#attempt(() => this.#save(wishes)),
      ),
    ];
    return [head, this.#parts.map(({ element }) => element), wayBack()];
  }

  /** @param {Pages.SavedRecord} record @param {HTMLElement | null} said */
  #kept(record, said) {
    this.#parts = [this.#upkeep(record), deletePart(() => this.#attempt(() => this.#delete()))];
    return [
      title('saved_title'),
      h('p', { class: 'lead' }, t('saved_lead')),
      said,
      this.#banner,
      ticket(record),
      agreement(record),
      this.#parts.map(({ element }) => element),
      wayBack(),
    ];
  }

  /** @param {Pages.SavedRecord} record */
  #upkeep(record) {
    const content = contentOf(this.#session.answers);
    if (sizeOf(content) === 0) return loadPart(() => this.#attempt(() => this.#load('load_done')));
    return updatePart(
      { record, changed: canonical(content) !== record.content, terms: this.#terms, saved: this.#saved },
      (wishes) => this.#attempt(() => this.#update(wishes, record.revision)),
    );
  }

  /** @param {Pages.Wishes} wishes */
  async #save(wishes) {
    const { answer, content } = await this.#send((kept) =>
      saveProfile({
        ...kept,
        expires_in_days: wishes.days,
        consent: { help: wishes.help, notify: wishes.notify },
      }),
    );
    this.#keep(answer, content);
    this.draw();
    if (!this.#view.isConnected) return;
    window.scrollTo(0, 0);
    find(this.#view, 'h1').focus({ preventScroll: true });
  }

  /** @param {Pages.Wishes} wishes @param {number} revision */
  async #update(wishes, revision) {
    const { record } = this.#saved;
    if (!record) return; // cleared in between
    /** @type {Partial<Api.SavedProfile> & {expires_in_days?: number}} */
    const terms = { revision, consent: { help: wishes.help, notify: wishes.notify } };
    if (wishes.days !== null) terms.expires_in_days = wishes.days;
    try {
      const { answer, content } = await this.#send((kept) => replaceProfile(record.code, { ...kept, ...terms }));
      this.#keep(answer, content);
      this.draw(t('save_updated'));
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
      this.#tell(
        conflict(
          () => this.#attempt(() => this.#load('conflict_loaded')),
          () => this.#attempt(() => this.#overwrite(wishes)),
        ),
      );
    }
  }

  // Lists that have changed since a mark was set may refuse it; the answer is saved without the mark.
  /**
   * @template Answer
   * @param {(content: ReturnType<typeof contentOf>) => Promise<Answer>} send
   */
  async #send(send) {
    const { answers } = this.#session;
    const content = contentOf(answers);
    try {
      return { answer: await send(content), content };
    } catch (error) {
      if (!isIssues(error) || !error.issues.every(({ pointer }) => pointer?.startsWith('/left_out'))) throw error;
      answers.affirmAll();
      const unmarked = contentOf(answers);
      return { answer: await send(unmarked), content: unmarked };
    }
  }

  /**
   * `said`: the key of the words that report success.
   * @param {string} said
   */
  async #load(said) {
    const { answers } = this.#session;
    const { record } = this.#saved;
    if (!record) return; // cleared in between
    const other = await loadProfile(record.code);
    if (this.#saved.record !== record) return; // cleared in between
    answers.restore(other, this.#session);
    this.#keep(other, contentOf(answers));
    const lost = lostOf(other, answers, this.#session);
    this.draw(lost === 0 ? t(said) : `${t(said)} ${t('dropped_text', { n: lost })}`);
  }

  // Overwrites the copy that the owner was told of. A change since then is a new conflict.
  /** @param {Pages.Wishes} wishes */
  async #overwrite(wishes) {
    const { record } = this.#saved;
    if (!record) return; // cleared in between
    const { revision } = await loadProfile(record.code);
    await this.#update(wishes, revision);
  }

  async #delete() {
    const { record } = this.#saved;
    if (!record) return; // cleared in between
    await deleteProfile(record.code);
    const { backup_days: days } = record;
    this.#saved.forget();
    this.draw(t('deleted', { n: days }));
  }

  /** @param {Api.ProfileReceipt & {code?: string}} answer @param {Pages.Content} content */
  #keep(answer, content) {
    const { record } = this.#saved;
    const code = answer.code ?? record?.code;
    if (code === undefined) return; // cleared in between
    this.#saved.set({
      code,
      revision: answer.revision,
      saved_at: answer.saved_at,
      expires_on: answer.expires_on,
      consent: answer.consent,
      backup_days: answer.backup_days,
      content: canonical(content),
    });
  }

  // One at a time: a second one would conflict with the changes of the first.
  /** @param {() => Promise<void>} act */
  async #attempt(act) {
    if (this.#running) return;
    this.#running = true;
    fill(this.#banner);
    this.#busy(true);
    try {
      await act();
    } catch (error) {
      this.#explain(error, act);
    } finally {
      this.#running = false;
      this.#busy(false);
    }
  }

  /** @param {boolean} yes */
  #busy(yes) {
    for (const part of this.#parts) part.busy(yes);
  }

  /** @param {unknown} error @param {() => Promise<void>} act */
  #explain(error, act) {
    if (isIssues(error)) {
      this.#session.issues = error.issues;
      this.#tell(refused(error.issues));
    } else if (isStatus(error, 404)) {
      this.#saved.forget();
      this.draw(`${t('nothing_title')}${t('optional_colon')}${t('nothing_text')}`);
    } else {
      this.#tell(troubleOrWait(error, () => this.#attempt(act)));
    }
  }

  /** @param {HTMLElement} notice */
  #tell(notice) {
    announce(this.#banner, notice);
  }
}
