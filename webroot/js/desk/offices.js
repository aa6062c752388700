// The districts and units that staff belong to, by their keys; read once for a visit.

import { fetchRecord, fetchVocabulary } from '../shared/api.js';
import { h } from '../shared/dom.js';
import { onlyChinese, say, t } from '../shared/language.js';

const ELSEWHERE = 'outside'; // a company may be there, but no staff
const LEVELS = ['municipal', 'county', 'provincial', 'collective'];

export class Offices {
  /** @type {Api.Option[]} */
  #districts = [];
  /** @type {Api.UnitEntry[]} */
  #units = [];

  /** Reads both once; a failure is not kept. Throws what the requests throw. */
  async load() {
    if (this.#units.length > 0) return;
    /** @type {[Api.Vocabulary, {units: Api.UnitEntry[]}]} */
    const [{ facts }, { units }] = await Promise.all([fetchVocabulary(), fetchRecord('units')]);
    const known = facts.find(({ id }) => id === 'district')?.options ?? [];
    this.#districts = known.filter(({ code }) => code !== ELSEWHERE);
    this.#units = units;
  }

  /**
   * Options of a list; '' is labelled `none`.
   * @param {string} none @returns {Desk.FieldOption[]}
   */
  districtOptions(none) {
    return [{ value: '', label: none }, ...this.#districts.map((one) => ({ value: one.code, label: say(one) }))];
  }

  /** @param {string} none @returns {(Desk.FieldOption | Desk.OptionGroup)[]} */
  unitOptions(none) {
    const groups = LEVELS.map((level) => ({
      label: t(`unit_level.${level}`),
      options: this.#units
        .filter((unit) => unit.level === level)
        .map((unit) => ({ value: unit.id, label: unit.name, lang: onlyChinese() })),
    }));
    return [{ value: '', label: none }, ...groups.filter(({ options }) => options.length > 0)];
  }

  /**
   * The name of a district; its key if the catalogue no longer has it.
   * @param {string | null} code
   */
  district(code) {
    const found = this.#districts.find((one) => one.code === code);
    return found ? say(found) : (code ?? '');
  }

  /** @param {string | null} id */
  unit(id) {
    return this.#units.find((one) => one.id === id)?.name ?? id ?? '';
  }
}

/**
 * County and unit of a member of the staff, if the role has them; null without both.
 * @param {Offices} offices @param {Desk.Place} place @returns {Pages.Child}
 */
export function officeText(offices, { role, county, unit }) {
  const first = county ? offices.district(county) : role === 'supervisor' ? t('all_counties') : null;
  if (!unit) return first;
  return [first, first ? ' · ' : null, h('span', { lang: onlyChinese() }, offices.unit(unit))];
}
