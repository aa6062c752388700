// Saving by choice: what would be kept, then code, link and QR code, and what can be done with it.

import { deleteProfile, fetchTerms, loadProfile, replaceProfile, saveProfile } from '../api.js';
import { fill, h, reveal } from '../dom.js';
import { addWords, t } from '../language.js';
import { canonical, contentOf, sizeOf } from '../keep/content.js';
import { isStatus, troubleOrWait } from '../parts/later.js';
import { nothingToSave, offer } from '../keep/offer.js';
import { agreement, ticket } from '../keep/ticket.js';
import { conflict, deletePart, updatePart } from '../keep/upkeep.js';
import { keepWords } from '../keep/words.js';
import { isIssues } from '../session.js';
import { stylesheet } from '../style.js';
import { trouble, waiting } from '../trouble.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(keepWords);
  return stylesheet('/css/keep.css');
}

export async function show(session, view) {
  fill(view, waiting(t('opening')));
  try {
    const [terms] = await Promise.all([fetchTerms(), session.load()]);
    new SavePage(session, view, terms).draw();
  } catch (error) {
    fill(view, title('save_title'), trouble(error, () => show(session, view)));
  }
}

function title(key) {
  return h('h1', { tabindex: '-1' }, t(key));
}

class SavePage {
  constructor(session, view, terms) {
    this.session_ = session;
    this.saved_ = session.saved;
    this.view_ = view;
    this.terms_ = terms;
  }

  /** `message` says what has just been done. */
  draw(message = null) {
    this.banner_ = h('div', { class: 'banner' });
    const said = message ? h('p', { class: 'notice notice-done', role: 'status', tabindex: '-1' }, message) : null;
    fill(this.view_, h('div', { class: 'keep' }, this.saved_.record ? this.kept_(said) : this.offer_(said)));
    document.title = this.view_.querySelector('h1').textContent;
    if (said) reveal(said);
  }

  offer_(said) {
    const { answers } = this.session_;
    const content = contentOf(answers);
    const head = [title('save_title'), h('p', { class: 'lead' }, t('save_lead')), said, this.banner_];
    if (sizeOf(content) === 0) return [head, nothingToSave()];
    this.part_ = offer({ content, problems: answers.problems(), terms: this.terms_, saved: this.saved_ },
      (wishes) => this.attempt_(() => this.save_(wishes)));
    return [head, this.part_.element, wayBack()];
  }

  kept_(said) {
    const { record } = this.saved_;
    const changed = canonical(contentOf(this.session_.answers)) !== record.content;
    this.part_ = updatePart({ record, changed, terms: this.terms_, saved: this.saved_ },
      (wishes) => this.attempt_(() => this.update_(wishes, record.revision)));
    return [title('saved_title'), h('p', { class: 'lead' }, t('saved_lead')), said, this.banner_,
      ticket(record), agreement(record), this.part_.element, deletePart(() => this.attempt_(() => this.delete_())), wayBack()];
  }

  async save_(wishes) {
    const content = contentOf(this.session_.answers);
    const answer = await saveProfile({ ...content, expires_in_days: wishes.days, consent: { help: wishes.help, notify: wishes.notify } });
    this.keep_(answer, content);
    this.draw();
    window.scrollTo(0, 0);
    this.view_.querySelector('h1').focus({ preventScroll: true });
  }

  async update_(wishes, revision) {
    const content = contentOf(this.session_.answers);
    const body = { ...content, revision, consent: { help: wishes.help, notify: wishes.notify } };
    if (wishes.days !== null) body.expires_in_days = wishes.days;
    try {
      this.keep_(await replaceProfile(this.saved_.record.code, body), content);
      this.draw(t('save_updated'));
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
      this.tell_(conflict(() => this.attempt_(() => this.takeOther_()), () => this.attempt_(() => this.overwrite_(wishes))));
    }
  }

  async takeOther_() {
    const other = await loadProfile(this.saved_.record.code);
    this.session_.answers.restore(other, this.session_.facts);
    this.keep_(other, contentOf(this.session_.answers));
    this.draw(t('conflict_loaded'));
  }

  // Over what the owner has just been told of. What was changed since then is a conflict again.
  async overwrite_(wishes) {
    const { revision } = await loadProfile(this.saved_.record.code);
    await this.update_(wishes, revision);
  }

  async delete_() {
    await deleteProfile(this.saved_.record.code);
    const { backup_days: days } = this.saved_.record;
    this.saved_.forget();
    this.draw(t('deleted', { n: days }));
  }

  keep_(answer, content) {
    const { record } = this.saved_;
    this.saved_.set({ code: answer.code ?? record.code, revision: answer.revision, saved_at: answer.saved_at, expires_on: answer.expires_on,
      consent: answer.consent, backup_days: answer.backup_days, content: canonical(content) });
  }

  async attempt_(act) {
    fill(this.banner_);
    this.part_.busy(true);
    try {
      await act();
    } catch (error) {
      this.explain_(error, act);
    } finally {
      this.part_.busy(false);
    }
  }

  explain_(error, act) {
    if (isIssues(error)) {
      this.session_.issues = error.issues;
      this.tell_(refused(error.issues));
    } else if (isStatus(error, 404)) {
      this.saved_.forget();
      this.draw(`${t('nothing_title')}${t('optional_colon')}${t('nothing_text')}`);
    } else {
      this.tell_(troubleOrWait(error, () => this.attempt_(act)));
    }
  }

  tell_(notice) {
    fill(this.banner_, notice);
    notice.tabIndex = -1;
    reveal(notice);
  }
}

function wayBack() {
  return h('p', {}, h('a', { class: 'line-link', href: '#/result' }, t('to_result')));
}

function refused(issues) {
  return h('div', { class: 'notice notice-issues', role: 'alert' }, h('h2', {}, t('save_refused')),
    h('ul', {}, issues.map(({ message }) => h('li', {}, message))),
    h('a', { href: '#/form', class: 'button' }, t('save_correct')));
}
