// One measure: what it is, what it is worth, who answers for it, and why the verdict is what it is.

import { h } from '../dom.js';
import { amountText, factValue, gapText, sourceText } from '../format.js';
import { language, say, t, tCode } from '../language.js';
import { reasons } from './reasons.js';

/** `vocabulary(id)` gives the fact. */
export function card(match, vocabulary) {
  const { measure } = match;
  const id = `m-${measure.id}`;
  return h('article', { class: `card card-${match.verdict}`, id, 'aria-labelledby': `${id}-title`, tabindex: '-1' },
    h('header', { class: 'card-head' },
      h('p', { class: 'card-topic' }, [measure.topic_label, tCode('kind', measure.kind)].filter(Boolean).join(' · ')),
      h('h3', { id: `${id}-title` }, say(measure, 'title')),
      h('p', { class: 'card-summary', lang: language() === 'en' ? 'zh-Hans' : null }, measure.summary)),
    benefits(match),
    missing(match.missing, vocabulary), unmet(match.unmet, vocabulary), judged(match.judged),
    row(t('next_step'), match.next_step),
    row(t('units'), units(match.units)),
    row(t('delivery'), match.delivery),
    row(t('channels'), list(match.channels)), row(t('documents'), list(match.documents)),
    caveatsRow(match.caveats),
    row(t('source'), source(match)),
    caveatsFold(match.caveats),
    why(match, vocabulary));
}

// A figure that is not due yet says so.
const kDue = new Set(['eligible', 'conditional']);

function benefits({ benefits: all, verdict }) {
  const shown = all.map((benefit) => ({ ...benefit, text: amountText(benefit.amount) })).filter(({ text }) => text !== null);
  if (shown.length === 0) return null;
  return h('ul', { class: 'benefits' }, shown.map(({ label, amount, text }) => h('li', {},
    h('span', { class: 'benefit-label' }, label),
    h('span', { class: 'benefit-worth' },
      hasFigure(amount) && !kDue.has(verdict) ? h('span', { class: 'muted' }, t('amount_if')) : null,
      h('strong', { class: `benefit-amount amount-${amount.status}` }, text)),
    amount.formula ? h('span', { class: 'benefit-formula' }, `${t('formula')}${t('optional_colon')}${amount.formula}`) : null)));
}

function hasFigure({ status, value }) {
  return (status === 'fixed' || status === 'computed') && value !== null;
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

function units(all) {
  return h('ul', { class: 'units' }, all.map((unit) => h('li', {}, h('b', {}, unit.name),
    h('span', { class: 'muted' }, ` ${tCode('role', unit.role) || tCode('level', unit.level)}`))));
}

function source({ sources, valid }) {
  const texts = sources.map(sourceText);
  if (valid?.to) texts.push(t('valid_until', { to: valid.to }));
  return list(texts);
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

function list(texts) {
  if (texts.length === 0) return null;
  return texts.length === 1 ? texts[0] : h('ul', {}, texts.map((text) => h('li', {}, text)));
}

// A label with what belongs to it; nothing at all where there is nothing to say.
function row(label, content, kind = '') {
  if (content === null || content === undefined || content === '') return null;
  return h('div', { class: `row ${kind && `row-${kind}`}`.trim() },
    h('h4', {}, label), h('div', { class: 'row-body' }, content));
}
