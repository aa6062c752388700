// A first call from the page for developers: sends the profile with the client of the kit, and explains the
// answer: what applies, why, by which clause, and what would decide the rest.

import { Client, Refused, join } from '../../kit/policycalc.js';
import { h } from '../shared/dom.js';

const MOST_NAMED = 5;

/** What is told of the measures of each verdict, in this order. */
const GROUPS = [
  { verdict: 'eligible', name: '符合', name_en: 'eligible', why: conditionsMet },
  { verdict: 'conditional', name: '待认定', name_en: 'conditional', why: judged },
  { verdict: 'undetermined', name: '还缺情况', name_en: 'undetermined', why: missing },
  { verdict: 'not_eligible', name: '不符合', name_en: 'not eligible', why: unmet },
];

/** @typedef {Map<string, {label: string, label_en: string}>} Labels */

/** @param {HTMLElement} place */
export function offerTrial(place) {
  const profile = /** @type {HTMLTextAreaElement} */ (place.querySelector('textarea'));
  const button = /** @type {HTMLButtonElement} */ (place.querySelector('button'));
  const answer = /** @type {HTMLElement} */ (place.querySelector('.try-answer'));
  place.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    answer.replaceChildren(...(await told(profile.value)));
    button.disabled = false;
  });
}

/** @param {string} text */
async function told(text) {
  let profile;
  try {
    profile = JSON.parse(text);
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    return [both('p', `这不是 JSON：${words}`, `This is not JSON: ${words}`)];
  }
  const client = new Client(location.origin, { attempts: 1 });
  try {
    const core = await client.core(profile);
    const [texts, { facts }] = await Promise.all([client.get(core.texts), client.get('/api/v1/facts')]);
    /** @type {Labels} */
    const labels = new Map(facts.map((fact) => [fact.id, fact]));
    return [...explained(join(core, texts), labels), raw(core)];
  } catch (error) {
    if (error instanceof Refused) return refused(error);
    return [
      both('p', '连不上服务，请检查网络后再试。', 'The service cannot be reached; check the network and try again.'),
    ];
  }
}

/** @param {import('../../kit/policycalc.js').MatchAnswer} answer @param {Labels} labels */
function explained(answer, labels) {
  const groups = GROUPS.map((group) => ({
    ...group,
    matches: answer.matches.filter(({ verdict }) => verdict === group.verdict),
  }));
  const counts = (/** @type {'name' | 'name_en'} */ key) =>
    groups.map((group) => `${group[key]} ${group.matches.length}`);
  return [
    both('p', `${counts('name').join('，')}。`, `${counts('name_en').join(', ')}.`),
    ...groups.filter(({ matches }) => matches.length > 0).map((group) => toldOf(group, labels)),
  ];
}

/**
 * @param {typeof GROUPS[number] & {matches: import('../../kit/policycalc.js').MatchAnswer['matches']}} group
 * @param {Labels} labels
 */
function toldOf({ name, name_en, why, matches }, labels) {
  const more = matches.length - MOST_NAMED;
  return h(
    'section',
    { class: 'try-group' },
    both('h3', name, name_en),
    h(
      'ul',
      {},
      matches
        .slice(0, MOST_NAMED)
        .map((match) =>
          h(
            'li',
            {},
            h('a', { href: `/measures/${encodeURIComponent(match.measure.id)}` }, match.measure.title),
            h('span', { class: 'en en-line', lang: 'en' }, match.measure.title_en),
            why(match, labels),
          ),
        ),
    ),
    more > 0 && both('p', `另有 ${more} 项，见答复全文。`, `${more} more in the whole answer.`),
  );
}

/** @typedef {import('../../kit/policycalc.js').MatchAnswer['matches'][number]} Match */

/** @param {Match} match */
function conditionsMet(match) {
  return because(match, '条件都已满足', 'All conditions are met');
}

/** @param {Match} match */
function judged(match) {
  const what = match.judged.map(({ text }) => text).join('；');
  return because(match, `由主管部门认定：${what}`, 'What can be checked is met; an authority judges the rest');
}

/** @param {Match} match @param {Labels} labels */
function missing(match, labels) {
  const names = (/** @type {'label' | 'label_en'} */ key) =>
    match.missing.map((fact) => labels.get(fact)?.[key] ?? fact);
  return because(
    match,
    `还缺：${names('label').join('、')}`,
    `Missing: ${names('label_en').join('; ')} (${match.missing.join(', ')})`,
  );
}

/** @param {Match} match */
function unmet(match) {
  const facts = new Set(match.unmet.map(({ fact }) => fact));
  const texts = match.unmet.map(({ text }) => text).join('；');
  return because(match, `没有满足：${texts}`, `Not met: ${[...facts].join(', ')}`);
}

/**
 * The reason with its clause, in both languages.
 * @param {Match} match @param {string} words @param {string} english
 */
function because({ sources }, words, english) {
  const [source] = sources;
  if (!source) return both('p', `${words}。`, `${english}.`);
  const name = source.number ?? source.document;
  const clause = source.clause ? ` ${source.clause}` : '';
  const chinese = source.item === null ? '' : `第${source.item}项`;
  const item = source.item === null ? '' : `, item ${source.item}`;
  return h(
    'p',
    { class: 'try-why' },
    `${words}。依据：${name}${chinese}${clause}`,
    h('span', { class: 'en en-line', lang: 'en' }, `${english}. Source: ${name}${item}${clause}`),
  );
}

/** @param {Refused} error */
function refused({ status, code, problem }) {
  return [
    h('p', {}, `${status} `, h('a', { href: problem.type }, code ?? ''), ` ${problem.detail ?? ''}`),
    h(
      'ul',
      {},
      (problem.issues ?? []).map((issue) =>
        h(
          'li',
          {},
          h('code', {}, issue.pointer),
          ` ${issue.message} `,
          h('span', { class: 'en', lang: 'en' }, issue.message_en),
          ' ',
          h('a', { href: `/problems/${issue.code}` }, issue.code),
        ),
      ),
    ),
    raw(problem),
  ];
}

/** @param {'p' | 'h3'} tag @param {string} words @param {string} english */
function both(tag, words, english) {
  return h(tag, {}, words, ' ', h('span', { class: 'en', lang: 'en' }, english));
}

/** @param {unknown} value */
function raw(value) {
  return h(
    'details',
    {},
    h('summary', {}, '答复全文 ', h('span', { class: 'en', lang: 'en' }, 'The whole answer')),
    h('pre', { class: 'snippet', tabindex: '0' }, JSON.stringify(value, null, 2)),
  );
}
