// Saving by choice: what would be kept, then code, link and QR code, and what can be done with it.

import { deleteProfile, fetchTerms, loadProfile, replaceProfile, saveProfile } from '../../shared/api.js';
import { announce, fill, h, reveal } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { canonical, contentOf, lostOf, sizeOf } from '../../shared/kept_content.js';
import { isStatus, troubleOrWait } from '../parts/later.js';
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

function title(key) {
  return h('h1', { tabindex: '-1' }, t(key));
}

class SavePage {
  constructor(session, view, terms) {
    this.session_ = session;
    this.saved_ = session.saved;
    this.view_ = view;
    this.terms_ = terms;
    this.address_ = location.hash;
    this.running_ = false;
  }

  /** `message` says what has just been done. */
  draw(message = null) {
    if (!this.view_.isConnected) {
      // Left, but perhaps come back to or drawn anew in the other language: that one must not show what was.
      if (location.hash === this.address_) showAgain();
      return;
    }
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
    this.parts_ = [];
    if (sizeOf(content) === 0) return [head, nothingToSave()];
    this.parts_ = [
      offer({ content, problems: answers.problems(), terms: this.terms_, saved: this.saved_ }, (wishes) =>
        this.attempt_(() => this.save_(wishes)),
      ),
    ];
    return [head, this.parts_.map(({ element }) => element), wayBack()];
  }

  kept_(said) {
    const { record } = this.saved_;
    this.parts_ = [this.upkeep_(record), deletePart(() => this.attempt_(() => this.delete_()))];
    return [
      title('saved_title'),
      h('p', { class: 'lead' }, t('saved_lead')),
      said,
      this.banner_,
      ticket(record),
      agreement(record),
      this.parts_.map(({ element }) => element),
      wayBack(),
    ];
  }

  upkeep_(record) {
    const content = contentOf(this.session_.answers);
    if (sizeOf(content) === 0) return loadPart(() => this.attempt_(() => this.load_('load_done')));
    return updatePart(
      { record, changed: canonical(content) !== record.content, terms: this.terms_, saved: this.saved_ },
      (wishes) => this.attempt_(() => this.update_(wishes, record.revision)),
    );
  }

  async save_(wishes) {
    const content = contentOf(this.session_.answers);
    const answer = await saveProfile({
      ...content,
      expires_in_days: wishes.days,
      consent: { help: wishes.help, notify: wishes.notify },
    });
    this.keep_(answer, content);
    this.draw();
    if (!this.view_.isConnected) return;
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
      this.tell_(
        conflict(
          () => this.attempt_(() => this.load_('conflict_loaded')),
          () => this.attempt_(() => this.overwrite_(wishes)),
        ),
      );
    }
  }

  /** `said` names the words for what has been done. */
  async load_(said) {
    const { answers } = this.session_;
    const { record } = this.saved_;
    const other = await loadProfile(record.code);
    if (this.saved_.record !== record) return; // cleared in between
    answers.restore(other, this.session_);
    this.keep_(other, contentOf(answers));
    const lost = lostOf(other, answers, this.session_);
    this.draw(lost === 0 ? t(said) : `${t(said)} ${t('dropped_text', { n: lost })}`);
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
    if (!answer.code && !record) return; // cleared in between
    this.saved_.set({
      code: answer.code ?? record.code,
      revision: answer.revision,
      saved_at: answer.saved_at,
      expires_on: answer.expires_on,
      consent: answer.consent,
      backup_days: answer.backup_days,
      content: canonical(content),
    });
  }

  // One at a time: a second one would meet what the first one has changed.
  async attempt_(act) {
    if (this.running_) return;
    this.running_ = true;
    fill(this.banner_);
    this.busy_(true);
    try {
      await act();
    } catch (error) {
      this.explain_(error, act);
    } finally {
      this.running_ = false;
      this.busy_(false);
    }
  }

  busy_(yes) {
    for (const part of this.parts_) part.busy(yes);
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
    announce(this.banner_, notice);
  }
}
