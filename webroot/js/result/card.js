// One measure: what it is, what it is worth, who answers for it, and why the verdict is what it is.

import { h } from '../dom.js';
import { factValue, gapText } from '../format.js';
import { onlyChinese, say, t, tCode } from '../language.js';
import { benefitList } from '../parts/benefits.js';
import { measureAddress, sourceLinks, unitList } from '../parts/links.js';
import { list, row } from '../parts/rows.js';
import { reasons } from './reasons.js';

const kDue = new Set(['eligible', 'conditional']);

/** `vocabulary(id)` gives the fact. */
export function card(match, vocabulary) {
  const { measure } = match;
  const id = `m-${measure.id}`;
  return h('article', { class: `card card-${match.verdict}`, id, 'aria-labelledby': `${id}-title`, tabindex: '-1' },
    h('header', { class: 'card-head' },
      h('p', { class: 'card-topic' }, [measure.topic_label, tCode('kind', measure.kind)].filter(Boolean).join(' · ')),
      h('h3', { id: `${id}-title` }, h('a', { href: measureAddress(measure.id) }, say(measure, 'title'))),
      h('p', { class: 'card-summary', lang: onlyChinese() }, measure.summary)),
    benefitList(match.benefits, kDue.has(match.verdict)),
    missing(match.missing, vocabulary), unmet(match.unmet, vocabulary), judged(match.judged),
    row(t('next_step'), match.next_step, match.one_condition_away ? 'next' : ''),
    row(t('units'), unitList(match.units)),
    row(t('delivery'), match.delivery),
    row(t('channels'), list(match.channels)), row(t('documents'), list(match.documents)),
    caveatsRow(match.caveats),
    row(t('source'), source(match)),
    caveatsFold(match.caveats),
    why(match, vocabulary));
}

function missing(ids, vocabulary) {
  if (ids.length === 0) return null;
  return row(t('missing_title'), h('ul', { class: 'links' }, ids.map((id) => h('li', {}, factLink(id, vocabulary)))), 'missing');
}

export function factLink(id, vocabulary) {
  return h('a', { href: `#/form/${encodeURIComponent(id)}` }, say(vocabulary(id) ?? {}) || id);
}

function unmet(conditions, vocabulary) {
  if (conditions.length === 0) return null;
  return row(t('unmet_title'), h('ul', {}, conditions.map((condition) => {
    const notes = [t('given', { value: factValue(vocabulary(condition.fact), condition.given) }), gapText(condition.gap)];
    return h('li', {}, condition.text || say(vocabulary(condition.fact) ?? {}) || condition.fact,
      h('span', { class: 'tree-note' }, notes.filter((note) => note !== '').join(t('clause_separator'))));
  })), 'unmet');
}

function judged(all) {
  if (all.length === 0) return null;
  return row(t('judged_title'), h('ul', {}, all.map(({ text, by }) =>
    h('li', {}, text, h('span', { class: 'tree-note' }, t('judged_by', { by }))))), 'judged');
}

function source({ measure, sources, valid }) {
  const links = sourceLinks(sources, measure.id);
  return list(valid?.to ? [...links, t('valid_until', { to: valid.to })] : links);
}

// Many notes would bury what the card is about.
const kMostOpenCaveats = 2;

function caveatsRow(all) {
  return all.length <= kMostOpenCaveats ? row(t('caveats'), list(all)) : null;
}

function caveatsFold(all) {
  if (all.length <= kMostOpenCaveats) return null;
  return h('details', { class: 'fold caveats' }, h('summary', {}, t('caveats_count', { n: all.length })), list(all));
}

function why({ criteria, sources }, vocabulary) {
  const tree = reasons(criteria, sources, vocabulary);
  if (!tree || tree.childElementCount === 0) return null;
  return h('details', { class: 'fold reasons' }, h('summary', {}, t('reasons')), tree);
}
