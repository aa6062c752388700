// Brings back saved answers by the owner's code. The code is typed or comes by a link; main.js has
// already removed it from the address.

import { loadProfile, isStatus } from '../../shared/api.js';
import { timeText } from '../../shared/china_time.js';
import { announce, fill, h } from '../../shared/dom.js';
import { groupsOf, readCode } from '../../shared/parts/code.js';
import { codeField } from '../../shared/parts/code_field.js';
import { canonical, contentOf, lostOf, sizeOf, asAskedToday } from '../../shared/kept_content.js';
import { troubleOrWait } from '../parts/retry.js';
import { keepWords } from '../keep/words.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';

/** Words and style; resolves when they are there. */
export function ready() {
  addWords(keepWords);
  return stylesheet('/css/keep.css');
}

/** @param {Pages.CompanySession} session @param {HTMLElement} view @param {string} arrived */
export function show(session, view, arrived) {
  const page = new ResumePage(session, view);
  page.draw();
  if (arrived) page.open();
  return () => page.stop();
}

class ResumePage {
  #session;
  #view;
  #left = false;
  #banner = h('div', { class: 'banner' });
  #button = h('button', { type: 'submit', class: 'button button-main' }, t('resume_do'));
  #field;

  /** @param {Pages.CompanySession} session @param {HTMLElement} view */
  constructor(session, view) {
    this.#session = session;
    this.#view = view;
    const { saved } = session;
    this.#field = codeField(
      { id: 'resume-code', label: t('resume_label'), hint: t('resume_hint'), text: saved.typed },
      (text) => {
        saved.typed = text;
      },
    );
  }

  stop() {
    this.#left = true;
  }

  draw() {
    /** @param {Event} event */
    const send = (event) => {
      event.preventDefault();
      this.open();
    };
    fill(
      this.#view,
      h(
        'div',
        { class: 'keep' },
        h('h1', { tabindex: '-1' }, t('resume_title')),
        h('p', { class: 'lead' }, t('resume_lead')),
        this.#banner,
        h(
          'form',
          { class: 'panel keep-form', novalidate: true, submit: send },
          this.#field.element,
          h('div', { class: 'actions' }, this.#button),
        ),
        h('p', {}, h('a', { class: 'line-link', href: '#/form' }, t('resume_new'))),
      ),
    );
  }

  async open() {
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    fill(this.#banner);
    const read = readCode(this.#field.text);
    this.#field.setProblem(read.problem ? t(`code_problem.${read.problem}`, { n: read.count }) : '');
    const { code } = read;
    if (code === undefined) return;
    this.#busy(true);
    try {
      const [content] = await Promise.all([loadProfile(code), this.#session.load()]);
      if (!this.#left) this.#arrive(code, content);
    } catch (error) {
      this.#tell(isStatus(error, 404) ? nothing() : troubleOrWait(error, () => this.open()));
    } finally {
      this.#busy(false);
    }
  }

  /** @param {string} code @param {Api.SavedProfile} content */
  #arrive(code, content) {
    const here = contentOf(this.#session.answers);
    const drafts = this.#session.answers.problems().length;
    const other = sizeOf(here) + drafts > 0 && canonical(here) !== canonical(asAskedToday(content, this.#session));
    if (!other) this.#restore(code, content);
    else
      this.#tell(
        replaceQuestion(
          sizeOf(here) + drafts,
          sizeOf(content),
          () => this.#restore(code, content),
          () => this.#giveUp(),
        ),
      );
  }

  /** @param {string} code @param {Api.SavedProfile} content */
  #restore(code, content) {
    const { answers, saved, seen } = this.#session;
    answers.restore(content, this.#session);
    seen.opened(content.catalogue, timeText(content.saved_at).slice(0, 'YYYY-MM-DD'.length));
    saved.typed = '';
    saved.set({
      code: groupsOf(code).join('-'),
      revision: content.revision,
      saved_at: content.saved_at,
      expires_on: content.expires_on,
      consent: content.consent,
      backup_days: content.backup_days,
      content: canonical(contentOf(answers)),
    });
    const lost = lostOf(content, answers, this.#session);
    // Back leads to what was there before, not to a field for a code.
    if (lost === 0) location.replace('#/result');
    else fill(this.#view, dropped(lost));
  }

  #giveUp() {
    this.#session.saved.typed = '';
    location.replace('#/check');
  }

  /** @param {boolean} yes */
  #busy(yes) {
    this.#button.setAttribute('aria-disabled', String(yes));
    fill(this.#button, t(yes ? 'resume_opening' : 'resume_do'));
  }

  /** @param {HTMLElement} notice */
  #tell(notice) {
    announce(this.#banner, notice);
  }
}

function nothing() {
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t('nothing_title')),
    h('p', {}, t('nothing_text')),
  );
}

/** @param {number} here @param {number} there @param {() => void} yes @param {() => void} no */
function replaceQuestion(here, there, yes, no) {
  return h(
    'div',
    { class: 'notice', role: 'alert' },
    h('h2', {}, t('replace_title')),
    h('p', {}, t('replace_text', { here, there })),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button button-main', click: yes }, t('replace_yes')),
      h('button', { type: 'button', class: 'button', click: no }, t('replace_no')),
    ),
  );
}

// Some saved answers belong to questions that no longer exist.
/** @param {number} n */
function dropped(n) {
  return h(
    'div',
    { class: 'keep' },
    h('h1', { tabindex: '-1' }, t('dropped_title')),
    h('div', { class: 'notice' }, h('p', {}, t('dropped_text', { n }))),
    h(
      'div',
      { class: 'actions' },
      h('a', { href: '#/check', class: 'button button-main' }, t('to_check')),
      h('a', { href: '#/result', class: 'button' }, t('to_result')),
    ),
  );
}
