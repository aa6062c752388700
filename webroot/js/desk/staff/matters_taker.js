// Asks who takes the open matters of an account that is disabled or moved: hidden until the service says
// that there are any.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { selectField } from '../fields.js';
import { peopleWords } from '../people/words.js';

addWords(peopleWords);

const DUTY = 'duty'; // the choice of the duty handlers

/** A field of the account's form. @implements {Desk.Field} */
export class MattersTaker {
  #visit;
  #one;
  /** @type {Desk.Field | null} */
  #field = null;
  name = 'matters_to';
  element = h('div', {});

  /** @param {Desk.Visit} visit @param {Api.Staff} one */
  constructor(visit, one) {
    this.#visit = visit;
    this.#one = one;
  }

  get value() {
    return this.#field?.value ?? '';
  }

  /** @param {string} message */
  setProblem(message) {
    this.#field?.setProblem(message);
  }

  focus() {
    this.#field?.focus();
  }

  /** What goes wrong before anything is sent. @returns {Desk.Problems} */
  problems() {
    return this.#field && !this.value ? { matters_to: t('matters_to_blank') } : {};
  }

  body() {
    if (!this.#field) return {};
    return { matters_to: this.value === DUTY ? null : Number(this.value) };
  }

  /**
   * Shows the question; `error` tells how many matters there are.
   * @param {import('../../shared/api.js').Refused} error
   */
  async ask(error) {
    const { people } = await this.#visit.get('people');
    const others = people.filter(({ id, active }) => active && id !== this.#one.id);
    const near = others.filter(({ id }) => this.#isNear(people, id));
    const far = others.filter((other) => !near.includes(other));
    this.#field = selectField({
      name: this.name,
      label: t('matters_to', { n: Number(error.problem.matters) }),
      hint: t('matters_to_hint'),
      value: '',
      options: [
        { value: '', label: t('absence_choose') },
        { value: DUTY, label: t('matters_to_duty') },
        ...[...near, ...far].map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    });
    fill(this.element, this.#field.element);
    this.#field.focus();
  }

  // Those who could stand in for the account reach the same matters.
  /** @param {Api.Person[]} people @param {number} id */
  #isNear(people, id) {
    return people.find((one) => one.id === this.#one.id)?.substitutes.includes(id) ?? false;
  }
}
