// Feedback: an error, an objection or a suggestion.

import { fetchRecord, sendFeedback, isStatus } from '../../shared/api.js';
import { announce, fill, h, reveal } from '../../shared/dom.js';
import { shortVersion } from '../../shared/format.js';
import { troubleOrWait } from '../parts/retry.js';
import { measureAddress } from '../../shared/parts/links.js';
import { keepWords } from '../keep/words.js';
import { addWords, say, t } from '../../shared/language.js';
import { isIssues } from '../../shared/session.js';
import { stylesheet } from '../../shared/style.js';
import { tellForm } from '../tell/form.js';
import { draftOf, keepDraft, keepSent } from '../tell/sent.js';
import { tellWords } from '../tell/words.js';
import { trouble, waiting } from '../../shared/trouble.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(keepWords);
  addWords(tellWords);
  return Promise.all([stylesheet('/css/keep.css'), stylesheet('/css/tell.css')]);
}

/** @param {Pages.CompanySession} session @param {HTMLElement} view @param {string} id */
export async function show(session, view, id) {
  fill(view, waiting(t('opening')));
  try {
    const [measure, catalogue] = await Promise.all([
      id ? measureOf(id) : null,
      session.catalogue ?? currentCatalogue(),
    ]);
    new TellPage(view, id, measure, catalogue).draw();
  } catch (error) {
    fill(
      view,
      title(),
      trouble(error, () => show(session, view, id)),
    );
  }
}

// A visitor can write to us even if the measure is unknown.
/** @param {string} id */
async function measureOf(id) {
  try {
    return await fetchRecord(`measures/${encodeURIComponent(id)}`);
  } catch (error) {
    if (isStatus(error, 404) || isStatus(error, 400)) return null;
    throw error;
  }
}

async function currentCatalogue() {
  return (await fetchRecord('catalogue')).hash;
}

function title() {
  return h('h1', { tabindex: '-1' }, t('tell_title'));
}

class TellPage {
  #view;
  #measure;
  #catalogue;
  #gone;
  #banner = h('div', { class: 'banner' });
  #key;
  #form;

  /** @param {HTMLElement} view @param {string} id @param {Api.Measure | null} measure @param {string} catalogue */
  constructor(view, id, measure, catalogue) {
    this.#view = view;
    this.#measure = measure;
    this.#catalogue = catalogue;
    this.#gone = id !== '' && measure === null;
    const general = measure === null;
    this.#key = this.#measure?.id ?? '';
    const privacy = t(general ? 'tell_privacy_general' : 'tell_privacy', { catalogue: shortVersion(this.#catalogue) });
    this.#form = tellForm(
      { draft: draftOf(this.#key), general, privacy },
      (draft) => keepDraft(this.#key, draft),
      () => this.#send(),
    );
  }

  draw() {
    fill(
      this.#view,
      h(
        'div',
        { class: 'keep tell-page' },
        title(),
        h('p', { class: 'lead' }, t('tell_lead')),
        this.#gone ? gone() : null,
        this.#measure ? about(this.#measure) : inGeneral(),
        this.#banner,
        this.#form.element,
        h('p', {}, h('a', { class: 'line-link', href: '#/told' }, t('tell_query'))),
      ),
    );
  }

  async #send() {
    fill(this.#banner);
    const wrong = this.#form.check();
    if (wrong) {
      reveal(wrong);
      return;
    }
    const { kind, message, contact } = this.#form.value();
    const address = location.hash;
    this.#form.busy(true);
    try {
      keepSent(
        await sendFeedback({
          kind,
          measure: this.#measure?.id ?? null,
          catalogue: this.#catalogue,
          message,
          contact: contact.trim() || null,
        }),
      );
      keepDraft(this.#key, null);
      // Back leads to the page before the form. A visitor who has gone elsewhere meanwhile stays there;
      // a change of language may have drawn this page again.
      if (location.hash === address) location.replace('#/told');
    } catch (error) {
      this.#tell(isIssues(error) ? refused(error.issues) : troubleOrWait(error, () => this.#send()));
    } finally {
      this.#form.busy(false);
    }
  }

  /** @param {HTMLElement} notice */
  #tell(notice) {
    announce(this.#banner, notice);
  }
}

/** @param {Api.Measure} measure */
function about(measure) {
  return h(
    'p',
    { class: 'tell-about' },
    h('span', { class: 'row-label' }, t('tell_about')),
    h('a', { href: measureAddress(measure.id) }, say(measure, 'title')),
    h('span', { class: 'muted' }, measure.id),
  );
}

function inGeneral() {
  return h(
    'p',
    { class: 'tell-general' },
    `${t('tell_one_measure')} `,
    h('a', { href: '/measures' }, t('tell_find_measure')),
  );
}

function gone() {
  return h('div', { class: 'notice' }, h('h2', {}, t('tell_gone_title')), h('p', {}, t('tell_gone_text')));
}

/** @param {Api.Issue[]} issues */
function refused(issues) {
  return h(
    'div',
    { class: 'notice notice-issues', role: 'alert' },
    h('h2', {}, t('tell_refused')),
    h(
      'ul',
      {},
      issues.map(({ message }) => h('li', {}, message)),
    ),
  );
}
