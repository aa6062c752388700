// What can be done with the answer: take it as a sheet, save it, share it.

import { fill, h } from '../shared/dom.js';
import { t } from '../shared/language.js';
import { readParts } from '../shared/sheet/content.js';
import { pdfButton, sheetBody } from '../shared/sheet/pdf.js';
import { codeOfThese } from '../shared/sheet/saved_code.js';
import { trouble, waiting } from '../shared/trouble.js';

export class ResultTools {
  #session;
  /** @type {Api.MatchAnswer | null} */
  #answer;
  /** @type {typeof import('./share/panel.js') | null} */
  #panel;
  #body;

  /** @param {Pages.CompanySession} session */
  constructor(session) {
    this.#session = session;
    this.#answer = null;
    this.#panel = null; // the module, once it is loaded
    this.#body = h('div', { class: 'share-body' });
    const pdf = pdfButton(() => this.#sheet());
    const share = h(
      'details',
      { class: 'share', 'data-unprinted': true, toggle: ({ currentTarget }) => currentTarget.open && this.#load() },
      h('summary', { class: 'button button-quiet' }, t('take_share')),
      this.#body,
    );
    this.element = h(
      'section',
      { class: 'take', 'aria-labelledby': 'take-title' },
      h('h2', { id: 'take-title', class: 'visually-hidden' }, t('take_title')),
      h('a', { href: '#/sheet', class: 'button button-main' }, t('take_sheet')),
      pdf.button,
      h('a', { href: '#/save', class: 'button' }, t('take_save')),
      share,
      pdf.said,
    );
  }

  /**
   * Sets the answer to share.
   * @param {Api.MatchAnswer} answer
   */
  show(answer) {
    this.#answer = answer;
    if (this.#panel) this.#draw();
  }

  // Nothing is pressed before there is an answer.
  #sheet() {
    const answer = /** @type {Api.MatchAnswer} */ (this.#answer);
    return sheetBody(this.#session, answer, readParts(), {
      markOf: (measure) => this.#session.todo.of(measure),
      code: codeOfThese(this.#session),
    });
  }

  async #load() {
    if (this.#panel) return;
    fill(this.#body, waiting(t('opening')));
    try {
      const panel = await import('./share/panel.js');
      await panel.ready?.();
      this.#panel = panel;
      this.#draw();
    } catch (error) {
      // A module that failed to load may stay failed until the document is reloaded.
      fill(
        this.#body,
        trouble(error, () => location.reload()),
      );
    }
  }

  #draw() {
    if (this.#panel && this.#answer) fill(this.#body, this.#panel.sharePanel(this.#session, this.#answer));
  }
}
