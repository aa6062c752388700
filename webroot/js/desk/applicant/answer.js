// The answer as the company sees it, with the reasons open and a matter to be opened for each measure
// that applies or may apply.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { ResultPage } from '../../shared/result/page.js';
import { readView } from '../../shared/result/arrange.js';
import { isIssues } from '../../shared/session.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { waiting } from '../../shared/trouble.js';
import { mattersOf, matterThere, openPart } from './matters.js';
import { mayBeOpened, OpenMany } from './open_many.js';
import { applicantHead, renameHead } from './head.js';

/**
 * Fills `view`; returns what to do when the clerk goes elsewhere.
 * @param {Desk.Visit} visit @param {Desk.Record} record @param {HTMLElement} view @param {URLSearchParams} query
 * @returns {Promise<Pages.OnLeave | void>}
 */
export async function answerPart(visit, record, view, query) {
  const head = () => applicantHead(record, 'answer', t('answer_title'));
  fill(view, head(), waiting(t('matching')));
  const mayOpen = visit.may('work_matter') && record.base.authorisation.for_matters;
  try {
    /** @returns {Api.Matter[]} */
    const none = () => [];
    const [answer, matters] = await Promise.all([record.match(), mayOpen ? mattersOf(record).catch(none) : none()]);
    if (!view.isConnected) return undefined;
    const opened = (/** @type {Api.MatterWithCode} */ made) => {
      matters.push(made);
      view.querySelector(`[data-open="${CSS.escape(made.measure.id)}"]`)?.replaceWith(matterThere(made));
    };
    const tools = new Tools(record, mayOpen ? new OpenMany(record, matters, opened) : null);
    const page = new ResultPage(record, view, readView(query), {
      head: () => [head(), mayOpen ? null : lookOnlyNote(record)],
      tools,
      address: `#/applicant/${record.id}?part=answer`,
      card: {
        open: true,
        /** @param {string} fact */
        address: (fact) => `#/applicant/${record.id}?fact=${encodeURIComponent(fact)}`,
        /** @param {Api.Match} match */
        foot: (match) => (mayOpen && mayBeOpened(match) ? openPart(record, match, matters) : null),
      },
    });
    page.start(answer); // it follows the answers by itself
    record.onFresh = () => renameHead(view, record);
    return () => page.stop();
  } catch (error) {
    if (!view.isConnected) return undefined;
    if (isIssues(error)) location.replace(`#/applicant/${record.id}`);
    else
      fill(
        view,
        head(),
        deskTrouble(error, () => answerPart(visit, record, view, query)),
      );
    return undefined;
  }
}

/** @param {Desk.Record} record */
function lookOnlyNote(record) {
  return record.base.authorisation.for_matters ? null : h('p', { class: 'notice' }, t('authorisation_look_only'));
}

// Replaces the company's tools: a link to the paper, a button that saves changes, and what can be opened.
class Tools {
  #record;
  #openMany;
  #said;
  #trouble;
  #button;

  /** @param {Desk.Record} record @param {OpenMany | null} openMany */
  constructor(record, openMany) {
    this.#record = record;
    this.#openMany = openMany;
    this.#said = h('p', { class: 'save-state', role: 'status' });
    this.#trouble = h('div', { class: 'banner' });
    this.#button = h('button', { type: 'button', class: 'button', click: () => this.#save() }, t('save'));
    this.element = h(
      'div',
      { class: 'take' },
      h('a', { class: 'button button-main', href: `#/sheet/${record.id}` }, t('take_sheet')),
      this.#button,
      this.#said,
      this.#trouble,
      openMany ? openMany.element : null,
    );
  }

  /** @param {Api.MatchAnswer} answer */
  show(answer) {
    this.#openMany?.show(answer);
    this.#showUnsaved();
  }

  #showUnsaved() {
    const n = this.#record.isOpen ? this.#record.changed().length : 0;
    this.#button.hidden = n === 0;
    fill(this.#said, n > 0 ? t('unsaved_n', { n }) : '');
  }

  async #save() {
    fill(this.#trouble);
    try {
      await this.#record.save();
      this.#showUnsaved();
      fill(this.#said, t('said.applicant_saved'));
    } catch (error) {
      if (!this.element.isConnected) return;
      // Conflicting answers are shown at their questions.
      if (isProblem(error, 'changed_elsewhere')) location.hash = `#/applicant/${this.#record.id}?compare=1`;
      else
        fill(
          this.#trouble,
          deskTrouble(error, () => this.#save()),
        );
    }
  }
}
