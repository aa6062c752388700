// The head of the result: in a few sentences what is worth doing, or an honest word that there is little.

import { h, reveal } from '../dom.js';
import { amountText } from '../format.js';
import { say, t } from '../language.js';
import { phrases } from '../parts/phrases.js';
import { told } from '../parts/told.js';
import { counted } from './arrange.js';
import { open } from './fold.js';

const GONE = new Set(['deregistered', 'revoked']);

/**
 * `best`: what is worth doing; `answer`: the whole answer.
 * @param {Api.MatchAnswer} answer @param {Api.Match[]} best
 */
export function lead(answer, best) {
  const word = plainWord(answer);
  if (best.length === 0 && !word) return null;
  return h(
    'section',
    { class: 'lead-things', 'data-things': best.length },
    word ? h('p', { class: 'plain-word', 'data-word-of': word.key }, t(word.key, word.parts)) : null,
    best.length > 0 ? h('h2', { class: 'phrases' }, phrases(t('lead_title', { n: best.length }))) : null,
    best.length > 0 ? h('ol', { class: 'things' }, best.map(thing)) : null,
  );
}

/**
 * What a firm that the notice is not written for has to hear, if it is one: a key of words and its parts.
 * @param {Api.MatchAnswer} answer @returns {{key: string, parts: Pages.WordParts} | null}
 */
export function plainWord({ profile: { given }, matches, after_registration: later }) {
  const { eligible, conditional } = counted(matches);
  const n = eligible + conditional;
  const status = String(given.registration_status ?? '');
  if (GONE.has(status)) return { key: `lead_${status}`, parts: {} };
  if (status === 'not_yet_registered') return { key: 'lead_founder', parts: { n: later.length } };
  if (given.district === 'outside') return { key: n > 0 ? 'lead_outside' : 'lead_outside_none', parts: { n } };
  return null;
}

/** @param {Api.Match} match */
function thing(match) {
  const { measure, units } = match;
  return h(
    'li',
    { class: 'thing', 'data-thing': measure.id },
    h(
      'p',
      { class: 'thing-what' },
      h(
        'a',
        { href: '#/result', class: 'thing-name phrases', click: openCard, 'data-card': `m-${measure.id}` },
        phrases(say(measure, 'title')),
      ),
      h('span', { class: `thing-worth ${sumOf(match) ? 'thing-sum' : ''}`.trim() }, worthText(match)),
    ),
    h(
      'p',
      { class: 'thing-how' },
      units.length > 0 ? [t('lead_ask'), told(units[0], 'name'), t('clause_separator')] : null,
      told(match, 'next_step'),
      match.verdict === 'conditional' ? h('span', { class: 'muted' }, ` ${t('lead_judged')}`) : null,
    ),
  );
}

/**
 * What it is worth in a few words: the sum, or what it is if no sum is stated.
 * @param {Api.Match} match @returns {Pages.Child}
 */
export function worthText(match) {
  const listed = match.benefits.filter(({ amount }) => amount.status !== 'none' && amount.bound !== 'example');
  const sum = sumOf(match);
  if (sum) return amountText(sum.amount);
  const [first] = listed.length > 0 ? listed : match.benefits;
  if (!first) return null;
  const amount = first.amount.status === 'unstated' ? null : amountText(first.amount);
  return [
    told(first, 'label'),
    amount ? [t('optional_colon'), amount] : null,
    isShare(match) ? t('share_not_subsidy') : null,
  ];
}

/** @param {Api.Match} match */
function sumOf({ benefits }) {
  return benefits.find(({ amount }) => amount.unit === 'CNY' && amount.value !== null && amount.bound !== 'example');
}

/** @param {Api.Match} match */
function isShare({ benefits }) {
  return benefits.some(({ type, amount }) => type === 'procurement' && amount.value !== null);
}

/** @param {MouseEvent} event */
function openCard(event) {
  event.preventDefault();
  const link = /** @type {HTMLElement} */ (event.currentTarget);
  const card = document.getElementById(link.dataset.card ?? '');
  const fold = /** @type {HTMLDetailsElement | null} */ (card?.querySelector('details.card-more') ?? null);
  if (!card) return;
  if (fold) open(fold);
  reveal(card);
}
