// The handlers by measure, county and unit; gaps come first.

import { fetchRecord } from '../../shared/api.js';
import { announce, fill, h } from '../../shared/dom.js';
import { addWords, say, t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { importPart } from '../handlers/import.js';
import { gapList } from '../handlers/gaps.js';
import { handlerTable } from '../handlers/table.js';
import { deskTrouble } from '../trouble.js';
import { isProblem } from '../visit.js';
import { matterWords } from '../matter/words.js';
import { peopleWords } from '../people/words.js';

addWords({ ...matterWords, ...peopleWords });

/** @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query */
export async function show(visit, view, argument, query) {
  fill(view, waiting(t('opening')));
  try {
    /** @type {[Api.Handlers, {measures: Api.MeasureEntry[]}, void, void]} */
    const [record, { measures }] = await Promise.all([
      visit.get('handlers'),
      fetchRecord('measures'),
      visit.offices.load(),
      stylesheet('/css/desk-matter.css'),
    ]);
    if (view.isConnected)
      new HandlersPage(
        visit,
        view,
        record,
        new Map(measures.map((one) => [one.id, say(one, 'title')])),
        query.get('q') ?? '',
      ).draw();
  } catch (error) {
    fill(
      view,
      h('h1', { tabindex: '-1' }, t('handlers_title')),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
}

class HandlersPage {
  #visit;
  #view;
  #record;
  #titles;
  #q;
  #said;
  #found;

  /**
   * @param {Desk.Visit} visit @param {HTMLElement} view @param {Api.Handlers} record
   * @param {Map<string, string>} titles @param {string} q
   */
  constructor(visit, view, record, titles, q) {
    this.#visit = visit;
    this.#view = view;
    this.#record = record;
    this.#titles = titles;
    this.#q = q;
    this.#said = h('div', { class: 'handlers-said' });
    this.#found = h('div', { class: 'handlers-found' });
  }

  draw() {
    const search = h('input', {
      id: 'handlers-q',
      type: 'search',
      autocomplete: 'off',
      value: this.#q,
      input: () => {
        this.#q = search.value.trim();
        readdress(`#/handlers${this.#q ? `?${new URLSearchParams({ q: this.#q })}` : ''}`);
        this.#drawFound();
      },
    });
    fill(
      this.#view,
      h(
        'div',
        { class: 'desk' },
        h('h1', { tabindex: '-1' }, t('handlers_title')),
        h('p', { class: 'lead' }, t('handlers_lead')),
        h(
          'search',
          { class: 'matter-filter' },
          h('div', {}, h('label', { for: 'handlers-q' }, t('handlers_search')), search),
        ),
        importPart(this.#visit, (notice) => this.#reload(notice)),
        this.#said,
        this.#found,
      ),
    );
    this.#drawFound();
  }

  /**
   * What the lists need from the page.
   * @returns {Desk.HandlerContext}
   */
  get #context() {
    const { offices } = this.#visit;
    return {
      title: (measure) => this.#titles.get(measure) ?? measure,
      county: (code) => (code === null ? t('handlers_everywhere') : offices.district(code)),
      isEverywhere: (counties) => counties.length === offices.districtOptions('').length - 1,
      unit: (id) => offices.unit(id),
      staff: this.#record.staff,
      before: (measure, unit, county) =>
        this.#record.handlers.find((one) => one.measure === measure && one.unit === unit && one.county === county)
          ?.staff?.id ?? null,
      mayChange: (one) => this.#mayChange(one),
      put: (entry, name) => this.#put(entry, name),
    };
  }

  // Staff of a county or a unit change their own entries; entries for every county belong to the city.
  /** @param {{county: string | null, unit: string}} entry */
  #mayChange({ county, unit }) {
    const staff = this.#visit.person;
    return (
      staff.role === 'administrator' ||
      ((!staff.county || staff.county === county) && (!staff.unit || staff.unit === unit))
    );
  }

  #drawFound() {
    const context = this.#context;
    const parts = this.#q.toLowerCase().split(/\s+/);
    /** @param {...string} texts */
    const fits = (...texts) => parts.every((part) => texts.join('\n').toLowerCase().includes(part));
    const gaps = this.#record.gaps.filter((one) =>
      fits(one.measure, one.title, one.unit_name, ...one.counties.map(context.county)),
    );
    const named = this.#record.handlers.filter((one) =>
      fits(
        one.measure,
        context.title(one.measure),
        context.unit(one.unit),
        context.county(one.county),
        one.staff?.name ?? '',
      ),
    );
    fill(this.#found, gapList(gaps, context), handlerTable(named, context));
  }

  // If another person was faster, overwrites nothing and shows the latest state.
  /** @param {Desk.NewHandler} entry @param {string} name */
  async #put(entry, name) {
    try {
      await this.#visit.send('PUT', 'handlers', entry);
      await this.#reload(
        h(
          'p',
          { class: 'notice notice-done', role: 'status' },
          entry.staff === null ? t('handlers_removed') : t('handlers_done', { name }),
        ),
      );
    } catch (error) {
      if (!isProblem(error, 'changed_elsewhere')) throw error;
      await this.#reload(
        h(
          'div',
          { class: 'notice notice-trouble', role: 'alert' },
          h('h2', {}, t('handlers_conflict_title')),
          h('p', {}, t('handlers_conflict_text')),
        ),
      );
    }
  }

  /** @param {HTMLElement} notice */
  async #reload(notice) {
    this.#record = await this.#visit.get('handlers');
    if (!this.#view.isConnected) return;
    this.#drawFound();
    announce(this.#said, notice);
  }
}
