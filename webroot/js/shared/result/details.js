// The fold of a card: everything that supports the short answer.

import { h } from '../dom.js';
import { onlyChinese, say, t } from '../language.js';
import { caveatRows } from '../parts/caveats.js';
import { contactRow } from '../parts/contacts.js';
import { sourceLinks, unitList } from '../parts/links.js';
import { list, row } from '../parts/rows.js';
import { told } from '../parts/told.js';
import { reasons } from './reasons.js';

/**
 * `context` is the card's; without its `address(fact)` a question is on the form.
 * @param {Api.Match} match @param {Pages.CardContext} context
 */
export function details(match, { vocabulary, address, district, isGiven }) {
  const { measure } = match;
  return h(
    'div',
    { class: 'details' },
    row(t('about'), told(measure, 'summary')),
    missing(match.missing, vocabulary, address),
    formulas(match.benefits),
    row(
      t('judged_title'),
      list(
        match.judged.map(({ text, by }) =>
          h('span', { lang: onlyChinese() }, text, h('span', { class: 'tree-note' }, t('judged_by', { by }))),
        ),
      ),
    ),
    row(t('units'), unitList(match.units)),
    contactRow(match.units, district),
    match.verdict === 'not_eligible' ? null : row(t('next_step'), told(match, 'next_step')),
    row(t('documents'), chinese(list(match.documents))),
    row(t('channels'), chinese(list(match.channels.map(({ name }) => name)))),
    row(t('delivery'), chinese(match.delivery)),
    row(t('reasons'), why(match, vocabulary, isGiven)),
    row(t('source'), source(match)),
    caveatRows(match.caveats, 'h4'),
  );
}

/** @param {Pages.Child} content */
function chinese(content) {
  return content ? h('div', { lang: onlyChinese() }, content) : null;
}

/**
 * @param {string[]} ids @param {Pages.FactOf} vocabulary @param {((fact: string) => string) | undefined} address
 */
function missing(ids, vocabulary, address) {
  if (ids.length === 0) return null;
  return row(
    t('missing_title'),
    h(
      'ul',
      { class: 'links' },
      ids.map((id) => h('li', {}, factLink(id, vocabulary, address))),
    ),
    'missing',
  );
}

/**
 * @param {string} id @param {Pages.FactOf} vocabulary @param {(fact: string) => string} [address]
 */
export function factLink(id, vocabulary, address = (fact) => `#/form/${encodeURIComponent(fact)}`) {
  return h('a', { href: address(id) }, say(vocabulary(id) ?? {}) || id);
}

/** @param {Api.Benefit[]} benefits */
function formulas(benefits) {
  return row(
    t('formula'),
    list(
      benefits
        .filter(({ amount }) => amount.formula)
        .map((benefit) =>
          h(
            'span',
            {},
            told(benefit, 'label'),
            t('optional_colon'),
            h('span', { lang: onlyChinese() }, benefit.amount.formula),
          ),
        ),
    ),
  );
}

/** @param {Api.Match} match @param {Pages.FactOf} vocabulary @param {(fact: string) => boolean} isGiven */
function why({ criteria, sources }, vocabulary, isGiven) {
  const tree = reasons(criteria, sources, vocabulary, isGiven);
  return tree && tree.childElementCount > 0 ? h('div', { class: 'reasons' }, tree) : null;
}

/** @param {Api.Match} match */
function source({ measure, sources, valid }) {
  const links = sourceLinks(sources, measure.id);
  return list(valid?.to ? [...links, t('valid_until', { to: valid.to })] : links);
}
