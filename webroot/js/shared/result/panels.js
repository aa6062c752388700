// The panels around the cards: units to contact, warnings, basis.

import { h } from '../dom.js';
import { shortVersion } from '../format.js';
import { say, t } from '../language.js';
import { unitLink } from '../parts/links.js';
import { told } from '../parts/told.js';

const MOST_UNITS = 6; // the others are folded
const MOST_NAMED = 2; // measures named for a unit; more are only counted

/**
 * `titles` maps the id of a shown measure to its title.
 * @param {Api.MatchAnswer['units']} units @param {Map<string, string>} titles
 */
export function contacts(units, titles) {
  const shown = units
    .map((unit) => ({ ...unit, measures: unit.measures.filter((id) => titles.has(id)) }))
    .filter(({ measures }) => measures.length > 0);
  if (shown.length === 0) return null;
  /** @param {Api.MatchAnswer['units'][number]} unit */
  const line = (unit) =>
    h('li', {}, unitLink(unit), h('span', { class: 'muted' }, ` ${measuresText(unit.measures, titles)}`));
  const [first, rest] = [shown.slice(0, MOST_UNITS), shown.slice(MOST_UNITS)];
  return panel(
    'contacts',
    t('contact_title'),
    h('p', { class: 'muted' }, t('contact_note')),
    h('ul', {}, first.map(line)),
    rest.length === 0
      ? null
      : h(
          'details',
          { class: 'fold', 'data-fold': 'units' },
          h('summary', {}, t('more_n_units', { n: rest.length })),
          h('ul', {}, rest.map(line)),
        ),
  );
}

/** @param {string[]} ids @param {Map<string, string>} titles */
function measuresText(ids, titles) {
  const named = ids
    .slice(0, MOST_NAMED)
    .map((id) => titles.get(id))
    .join(t('list_separator'));
  return ids.length > MOST_NAMED ? t('contact_more', { named, n: ids.length }) : named;
}

/** @param {Api.MatchAnswer['profile']['warnings']} all @param {Pages.FactOf} vocabulary */
export function warnings(all, vocabulary) {
  if (all.length === 0) return null;
  return panel(
    'warnings',
    t('warnings_title'),
    h(
      'ul',
      {},
      all.map((warning) =>
        h(
          'li',
          {},
          warning.fact ? `${say(vocabulary(warning.fact) ?? {}) || warning.fact}${t('optional_colon')}` : '',
          told(warning, 'message'),
        ),
      ),
    ),
  );
}

/** @param {Api.MatchAnswer} answer */
export function basis(answer) {
  return panel(
    'basis',
    t('basis'),
    h('p', {}, t('basis_as_of', { date: answer.as_of })),
    h('p', { title: answer.catalogue }, t('basis_catalogue', { id: shortVersion(answer.catalogue) })),
    h('p', {}, t('basis_program', { version: answer.program })),
    h('p', {}, t('disclaimer')),
    h('p', {}, t('footer_free'), ' ', t('footer_ask'), ' ', h('a', { href: 'tel:12345' }, '12345')),
  );
}

/** @param {string} kind @param {string} title @param {...Pages.Child} content */
function panel(kind, title, ...content) {
  return h('section', { class: `panel panel-${kind}` }, h('h2', {}, title), content);
}
