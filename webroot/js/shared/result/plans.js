// Plans to tick on the result page. A tick answers a yes-or-no question at once and opens the question
// below itself if there is more to say. No row moves or goes while the reader is at it.

import { h } from '../dom.js';
import { questionField } from '../fields/question.js';
import { say, t } from '../language.js';

const MOST_SHOWN = 6; // the others are folded

export class Plans {
  #session;
  /** By fact. @type {Map<string, Pages.PlanRow>} */
  #rows = new Map();
  #shown;
  #rest;
  #restFold;
  #restTitle;

  /** @param {Pages.Session} session */
  constructor(session) {
    this.#session = session;
    this.#shown = h('ul', { class: 'plans' });
    this.#rest = h('ul', { class: 'plans' });
    this.#restTitle = h('summary', {});
    this.#restFold = h('details', { class: 'more', 'data-fold': 'plans' }, this.#restTitle, this.#rest);
    this.element = h('div', {}, this.#shown, this.#restFold);
  }

  get count() {
    return this.#rows.size;
  }

  /** `groups`: what each plan would decide, the best first. @param {Pages.OpenGroup[]} groups */
  show(groups) {
    const wanted = new Map(groups.map(({ fact, matches }) => [fact, matches]));
    for (const [id, row] of this.#rows) {
      const stays = this.#session.answers.isAnswered(id) || row.element.contains(document.activeElement);
      if (wanted.has(id) || stays) continue;
      row.element.remove();
      this.#rows.delete(id);
    }
    for (const id of wanted.keys()) if (!this.#rows.has(id)) this.#add(id);
    for (const [id, row] of this.#rows) {
      const titles = (wanted.get(id) ?? []).map(({ measure }) => say(measure, 'title'));
      row.note.textContent =
        titles.length === 0 ? t('plan_done') : t('plan_for', { n: titles.length, first: titles[0] });
    }
    this.#restFold.hidden = this.#rest.childElementCount === 0;
    this.#restTitle.textContent = t('plans_more', { n: this.#rest.childElementCount });
  }

  /** Whether the issue is at one of these rows, which then shows it. @param {Pages.PlacedIssue} issue */
  setIssue({ place, message }) {
    const row = this.#rows.get(place ?? '');
    if (!row) return false;
    if (row.field) row.field.setIssues([message]);
    else row.note.textContent = message;
    return true;
  }

  /** @param {string} id */
  #add(id) {
    const fact = this.#session.fact(id);
    if (!fact) return;
    const place = h('div', { class: 'plan-detail' });
    const note = h('span', { class: 'plan-note muted' });
    const box = h('input', {
      type: 'checkbox',
      id: `plan-${id}`,
      change: ({ target }) => this.#tick(fact, target.checked, place),
    });
    box.checked = this.#session.answers.isAnswered(id);
    const element = h(
      'li',
      { class: 'plan', 'data-plan': id },
      h('label', { for: box.id }, box, h('span', {}, say(fact), note)),
      place,
    );
    this.#rows.set(id, { element, box, note, field: null });
    (this.#shown.childElementCount < MOST_SHOWN ? this.#shown : this.#rest).append(element);
  }

  /** @param {Api.Fact} fact @param {boolean} isTicked @param {HTMLElement} place */
  #tick(fact, isTicked, place) {
    const row = this.#rows.get(fact.id);
    place.replaceChildren();
    if (row) row.field = null;
    if (fact.type === 'boolean') {
      this.#session.answers.set(fact.id, isTicked ? { value: true } : {});
      return;
    }
    if (!isTicked) {
      this.#session.answers.set(fact.id, {});
      return;
    }
    const field = questionField(fact, this.#session.answers, (other, value) =>
      this.#session.answers.set(other, { value }),
    );
    if (row) row.field = field;
    place.append(field.element);
  }
}
