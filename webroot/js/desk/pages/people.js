// Who works where: accounts and duty handlers of the units, leave and substitutes.

import { announce, fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { matterWords } from '../matter/words.js';
import { officeText } from '../offices.js';
import { peopleTable } from '../people/table.js';
import { unitTable } from '../people/units.js';
import { peopleWords } from '../people/words.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';

addWords({ ...matterWords, ...peopleWords });

/** @param {Desk.Visit} visit @param {HTMLElement} view */
export async function show(visit, view) {
  fill(view, waiting(t('opening')));
  const page = new PeoplePage(visit, view);
  try {
    await Promise.all([page.load(), visit.offices.load(), stylesheet('/css/desk-matter.css')]);
    if (view.isConnected) page.draw();
  } catch (error) {
    fill(
      view,
      h('h1', { tabindex: '-1' }, t('people_title')),
      deskTrouble(error, () => show(visit, view)),
    );
  }
}

class PeoplePage {
  #visit;
  #view;
  /** @type {Api.Handlers | null} */
  #handlers = null;
  /** @type {Api.PeopleList | null} */
  #list = null;
  #q = '';
  #said = h('div', { class: 'handlers-said' });
  #found = h('div', { class: 'handlers-found' });

  /** @param {Desk.Visit} visit @param {HTMLElement} view */
  constructor(visit, view) {
    this.#visit = visit;
    this.#view = view;
  }

  async load() {
    [this.#handlers, this.#list] = await Promise.all([this.#visit.get('handlers'), this.#visit.get('people')]);
  }

  draw() {
    const search = h('input', {
      id: 'people-q',
      type: 'search',
      autocomplete: 'off',
      input: () => {
        this.#q = search.value.trim();
        this.#drawFound();
      },
    });
    fill(
      this.#view,
      h(
        'div',
        { class: 'desk' },
        h('h1', { tabindex: '-1' }, t('people_title')),
        h('p', { class: 'lead' }, t('people_lead')),
        h(
          'search',
          { class: 'matter-filter' },
          h('div', {}, h('label', { for: 'people-q' }, t('people_search')), search),
        ),
        this.#said,
        this.#found,
      ),
    );
    this.#drawFound();
  }

  /** @returns {Desk.PeopleContext} */
  get #context() {
    const { person, offices } = this.#visit;
    return {
      offices,
      today: this.#list?.today ?? '',
      people: this.#list?.people ?? [],
      candidates: this.#handlers?.staff ?? [],
      mayPrint: this.#visit.may('read_matter'),
      // As the service decides: the duty handler is the whole city's.
      mayName: (unit) => person.role === 'administrator' || (!person.county && (!person.unit || person.unit === unit)),
      setDuty: (duty) => this.#do(() => this.#visit.send('PUT', 'duty-handlers', duty), 'duty_done', 'taken'),
      setAbsence: (id, absence) =>
        this.#do(() => this.#visit.send('PUT', `people/${id}/absence`, absence), 'absence_done', 'given'),
      endAbsence: async (id) => {
        try {
          await this.#do(() => this.#visit.send('DELETE', `people/${id}/absence`), 'absence_ended', 'given');
        } catch (error) {
          announce(
            this.#said,
            deskTrouble(error, () => this.#context.endAbsence(id)),
          );
        }
      },
    };
  }

  #drawFound() {
    const { offices } = this.#visit;
    const parts = this.#q.toLowerCase().split(/\s+/);
    /** @param {...string} texts */
    const fits = (...texts) => parts.every((part) => texts.join('\n').toLowerCase().includes(part));
    const context = this.#context;
    const units = (this.#handlers?.units ?? []).filter((one) => fits(one.unit_name, one.duty?.name ?? ''));
    const people = context.people.filter((one) =>
      fits(one.name, h('span', {}, officeText(offices, one)).textContent ?? ''),
    );
    fill(this.#found, peopleTable(people, context), unitTable(units, context));
  }

  /**
   * Sends, shows the latest state and says what was done; `number` names the number in the answer.
   * @param {() => Promise<any>} send @param {string} done @param {'taken' | 'given'} number
   */
  async #do(send, done, number) {
    let notice;
    try {
      const answer = await send();
      const n = number === 'taken' ? answer.taken : answer.matters.given;
      notice = h('p', { class: 'notice notice-done', role: 'status' }, t(done, { n }));
    } catch (error) {
      if (!isProblem(error, 'changed_elsewhere')) throw error;
      notice = h(
        'div',
        { class: 'notice notice-trouble', role: 'alert' },
        h('h2', {}, t('handlers_conflict_title')),
        h('p', {}, t('handlers_conflict_text')),
      );
    }
    await this.load();
    if (!this.#view.isConnected) return;
    this.#drawFound();
    announce(this.#said, notice);
  }
}
