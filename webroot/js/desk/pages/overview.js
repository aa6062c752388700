// The supervisor's page: where open matters are stuck, and how matters come in, age and end.

import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { readdress } from '../../shared/router.js';
import { stylesheet } from '../../shared/style.js';
import { waiting } from '../../shared/trouble.js';
import { matterWords } from '../matter/words.js';
import { flowParts } from '../overview/flow.js';
import { placesTable } from '../overview/places.js';
import { overviewWords } from '../overview/words.js';
import { deskTrouble } from '../trouble.js';
import { waitingNotice } from '../waiting.js';

addWords({ ...matterWords, ...overviewWords });

const TEXTS = ['by', 'county', 'unit', 'from', 'to'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @param {Desk.Visit} visit @param {HTMLElement} view @param {string} argument @param {URLSearchParams} query */
export async function show(visit, view, argument, query) {
  fill(view, waiting(t('opening')));
  try {
    await Promise.all([visit.offices.load(), stylesheet('/css/desk-matter.css'), stylesheet('/css/desk-overview.css')]);
    if (view.isConnected) await new OverviewPage(visit, view, query).draw();
  } catch (error) {
    fill(
      view,
      h('h1', { tabindex: '-1' }, t('overview_title')),
      deskTrouble(error, () => show(visit, view, argument, query)),
    );
  }
}

class OverviewPage {
  #visit;
  #view;
  /** @type {Record<string, string>} */
  #asked;
  #places = h('div', {});
  #flow = h('div', { class: 'flows' });

  /** @param {Desk.Visit} visit @param {HTMLElement} view @param {URLSearchParams} query */
  constructor(visit, view, query) {
    this.#visit = visit;
    this.#view = view;
    this.#asked = Object.fromEntries(TEXTS.map((name) => [name, query.get(name) ?? '']));
    if (this.#asked.by !== 'county') this.#asked.by = '';
    for (const name of ['from', 'to']) if (!DAY.test(this.#asked[name])) this.#asked[name] = '';
  }

  async draw() {
    const { offices, person } = this.#visit;
    fill(
      this.#view,
      h(
        'div',
        { class: 'desk' },
        h('h1', { tabindex: '-1' }, t('overview_title')),
        h('p', { class: 'lead' }, t('overview_lead')),
        h(
          'search',
          { class: 'matter-filter' },
          h(
            'div',
            { class: 'matter-filter-rest' },
            this.#select('by', t('overview_by'), [
              { value: '', label: t('overview_by.unit') },
              { value: 'county', label: t('overview_by.county') },
            ]),
            person.county ? null : this.#select('county', t('county'), offices.districtOptions(t('any_of_them'))),
            person.unit ? null : this.#select('unit', t('unit'), offices.unitOptions(t('any_of_them'))),
          ),
        ),
        this.#places,
        this.#flow,
      ),
    );
    await Promise.all([this.#loadPlaces(), this.#loadFlow()]);
  }

  async #loadPlaces() {
    await this.#into(this.#places, async () => {
      const { by, county, unit } = this.#asked;
      const record = await this.#visit.get(`overview${queryOf({ by, county, unit })}`);
      return [
        waitingNotice(record.withdrawals, record.today),
        placesTable(record, { county, unit }),
        h('p', {}, h('a', { href: this.#csv('places'), download: true }, t('overview_csv'))),
      ];
    });
  }

  async #loadFlow() {
    await this.#into(this.#flow, async () => {
      const { county, unit, from, to } = this.#asked;
      const flow = await this.#visit.get(`overview/flow${queryOf({ county, unit, from, to })}`);
      return [this.#period(flow), flowParts(flow, (table) => this.#csv(table))];
    });
  }

  /** @param {HTMLElement} place @param {() => Promise<Pages.Child>} make */
  async #into(place, make) {
    try {
      fill(place, await make());
    } catch (error) {
      fill(
        place,
        deskTrouble(error, () => this.#into(place, make)),
      );
    }
  }

  /** @param {string} table */
  #csv(table) {
    const { by, county, unit, from, to } = this.#asked;
    return `/api/v1/hall/overview.csv${queryOf({ table, by, county, unit, from, to })}`;
  }

  /** @param {Api.OverviewFlow} flow */
  #period(flow) {
    /** @param {'from' | 'to'} name */
    const day = (name) => {
      const input = h('input', {
        type: 'date',
        id: `overview-${name}`,
        value: flow[name],
        change: () => {
          this.#change({ [name]: input.value });
        },
      });
      return h('div', {}, h('label', { for: `overview-${name}` }, t(`overview_${name}`)), input);
    };
    return h('div', { class: 'matter-filter-rest period' }, day('from'), day('to'));
  }

  /** @param {string} name @param {string} label @param {(Desk.FieldOption | Desk.OptionGroup)[]} options */
  #select(name, label, options) {
    /** @param {Desk.FieldOption} one */
    const option = (one) => h('option', { value: one.value, lang: one.lang }, one.label);
    const input = h(
      'select',
      {
        id: `overview-${name}`,
        change: () => {
          this.#change({ [name]: input.value });
        },
      },
      options.map((one) =>
        'options' in one ? h('optgroup', { label: one.label }, one.options.map(option)) : option(one),
      ),
    );
    input.value = this.#asked[name];
    if (input.selectedIndex < 0) input.selectedIndex = 0;
    return h('div', {}, h('label', { for: `overview-${name}` }, label), input);
  }

  /** @param {Record<string, string>} part */
  #change(part) {
    Object.assign(this.#asked, part);
    readdress(`#/overview${queryOf(this.#asked)}`);
    this.#loadPlaces();
    if (!('by' in part)) this.#loadFlow();
  }
}

/** With a leading `?` unless nothing is asked. @param {Record<string, string>} asked */
function queryOf(asked) {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  return query.size > 0 ? `?${query}` : '';
}
