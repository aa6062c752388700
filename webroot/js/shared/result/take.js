// Ways to take the answer away: on paper, kept for later, handed on.

import { fill, h } from '../dom.js';
import { t } from '../language.js';
import { trouble, waiting } from '../trouble.js';

export class Take {
  constructor(session) {
    this.session_ = session;
    this.answer_ = null;
    this.panel_ = null; // the module, once it is there
    this.body_ = h('div', { class: 'share-body' });
    const share = h(
      'details',
      { class: 'share', 'data-unprinted': true, toggle: () => share.open && this.load_() },
      h('summary', { class: 'button button-quiet' }, t('take_share')),
      this.body_,
    );
    this.element = h(
      'section',
      { class: 'take', 'aria-labelledby': 'take-title' },
      h('h2', { id: 'take-title', class: 'visually-hidden' }, t('take_title')),
      h('a', { href: '#/sheet', class: 'button button-main' }, t('take_sheet')),
      h('a', { href: '#/save', class: 'button' }, t('take_save')),
      h('button', { type: 'button', class: 'button button-quiet', click: () => window.print() }, t('result_print')),
      share,
    );
  }

  /** The answer that is handed on. */
  show(answer) {
    this.answer_ = answer;
    if (this.panel_) this.draw_();
  }

  async load_() {
    if (this.panel_) return;
    fill(this.body_, waiting(t('opening')));
    try {
      const panel = await import('../share/panel.js');
      await panel.ready?.();
      this.panel_ = panel;
      this.draw_();
    } catch (error) {
      // A module that failed to load may stay failed until the document is loaded anew.
      fill(
        this.body_,
        trouble(error, () => location.reload()),
      );
    }
  }

  draw_() {
    fill(this.body_, this.panel_.sharePanel(this.session_, this.answer_));
  }
}
