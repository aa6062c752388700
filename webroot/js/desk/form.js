// A form of the desk: checks, sends one request at a time, and shows each problem at its field.

import { Refused } from '../shared/api.js';
import { fill, h, reveal } from '../shared/dom.js';
import { t, tCode } from '../shared/language.js';
import { deskTrouble } from './trouble.js';

/**
 * `fields` in their order; `check()` gives `{name: message}` of what is wrong before anything is
 * sent; `act()` sends; `explain(error, again)` gives a notice for a refusal it knows, else null;
 * `rest` is shown beside the button.
 */
export class Form {
  #fields;
  #words;
  #check;
  #act;
  #explain;
  #banner;
  #button;

  /** @param {Desk.FormParts} parts */
  constructor({ fields, submit, busy, check = () => ({}), act, explain = () => null, rest = null, kind = '' }) {
    this.#fields = fields;
    this.#words = { submit, busy };
    this.#check = check;
    this.#act = act;
    this.#explain = explain;
    this.#banner = h('div', { class: 'banner' });
    this.#button = h('button', { type: 'submit', class: 'button button-main' }, submit);
    this.element = h(
      'form',
      {
        class: `desk-form ${kind}`.trim(),
        novalidate: true,
        submit: (event) => {
          event.preventDefault();
          this.send();
        },
      },
      this.#banner,
      fields.map((one) => one.element),
      h('div', { class: 'actions' }, this.#button, rest),
    );
  }

  async send() {
    if (this.#button.getAttribute('aria-disabled') === 'true') return;
    fill(this.#banner);
    if (this.#show(this.#check())) return;
    this.#busy(true);
    /** @type {unknown} */
    let failed = null;
    try {
      await this.#act();
    } catch (error) {
      failed = error;
    }
    this.#busy(false);
    if (failed && this.element.isConnected) this.tell(failed);
  }

  /**
   * Sends nothing for `wait` milliseconds and then calls `after`.
   * @param {number} wait @param {() => unknown} after
   */
  hold(wait, after) {
    this.#button.setAttribute('aria-disabled', 'true');
    setTimeout(() => {
      this.#button.setAttribute('aria-disabled', 'false');
      if (this.element.isConnected) after();
    }, wait);
  }

  /**
   * Puts a notice above the fields and leads there.
   * @param {HTMLElement} notice
   */
  say(notice) {
    fill(this.#banner, notice);
    notice.tabIndex = -1;
    reveal(notice);
  }

  /**
   * Changes the text of the button.
   * @param {string} submit
   */
  label(submit) {
    this.#words.submit = submit;
    fill(this.#button, submit);
  }

  /**
   * Shows what went wrong with what was sent.
   * @param {unknown} error
   */
  tell(error) {
    const notice = this.#explain(error, () => this.send());
    if (notice) this.say(notice);
    else if (!this.#show(problemsOf(error, this.#fields))) this.say(deskTrouble(error, () => this.send()));
  }

  /**
   * Whether there was anything to show; the first field with a problem takes the focus.
   * @param {Desk.Problems} problems
   */
  #show(problems) {
    for (const one of this.#fields) one.setProblem(problems[one.name] ?? '');
    const first = this.#fields.find((one) => problems[one.name]);
    first?.focus();
    return first !== undefined;
  }

  /** @param {boolean} yes */
  #busy(yes) {
    this.#button.setAttribute('aria-disabled', String(yes));
    fill(this.#button, yes ? this.#words.busy : this.#words.submit);
  }
}

/**
 * The service's problems by field, in our words if we have any for the code.
 * @param {unknown} error @param {Desk.Field[]} fields
 */
function problemsOf(error, fields) {
  if (!(error instanceof Refused)) return {};
  /** @type {Desk.Problems} */
  const problems = {};
  for (const { pointer, code, message } of error.issues) {
    const name = (pointer ?? '').split('/').find((part) => fields.some((one) => one.name === part));
    if (name !== undefined) problems[name] ??= tCode('refused', code, message || t('refused_field'));
  }
  return problems;
}
