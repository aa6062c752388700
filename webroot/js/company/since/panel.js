// The parts that tell what has changed since the last visit.

import { fill, h } from '../../shared/dom.js';
import { amountText } from '../../shared/format.js';
import { language, onlyChinese, say, t, tCode } from '../../shared/language.js';
import { trouble, waiting } from '../../shared/trouble.js';

/** In the order of telling. @type {Pages.SeenWay[]} */
const WAYS = ['gained', 'judged', 'up', 'down', 'open', 'ended', 'lost'];
const MOST = 40; // changes of texts that are listed
// What readers of a result do not read: also ids, which words beside them tell.
const UNREAD = /^(last_checked|keywords|kind|topic|universal|curable|for_status|replaced_by|judged\/units|.*_en)$/;

/** `11月2日`, with the year if it is another. @param {string} day */
export function dayText(day) {
  if (language() === 'en') return day;
  const [year, month, date] = day.split('-').map(Number);
  const isOther = year !== new Date().getFullYear();
  return `${isOther ? `${year}年` : ''}${month}月${date}日`;
}

/** @param {string} day */
export function quietLine(day) {
  return h('p', { class: 'muted since-quiet', role: 'status' }, t('since_none', { day: dayText(day) }));
}

/** @param {string} day @param {() => unknown} seen */
export function unknownLine(day, seen) {
  return h(
    'section',
    { class: 'notice since-panel' },
    h('p', {}, t('since_unknown', { day: dayText(day) })),
    seenButton(seen),
  );
}

/**
 * `texts` reads the changes of texts; null where there are none.
 * @param {Pages.SeenState} before @param {Api.MatchAnswer} answer @param {Pages.SeenChange[]} changes
 * @param {{texts: (() => Promise<Api.ChangeList>) | null, seen: () => unknown}} then
 */
export function panel(before, answer, changes, { texts, seen }) {
  const matches = new Map(answer.matches.map((match) => [match.measure.id, match]));
  return h(
    'section',
    { class: 'notice since-panel', 'aria-labelledby': 'since-title' },
    h('h2', { id: 'since-title' }, t('since_title', { day: dayText(before.day) })),
    h('p', {}, t('since_lead')),
    h(
      'dl',
      { class: 'since-list' },
      WAYS.map((way) =>
        group(
          way,
          changes.filter(({ how }) => how === way),
          matches,
        ),
      ),
    ),
    texts ? textsFold(texts, concerned(answer)) : null,
    seenButton(seen),
  );
}

/** @param {() => unknown} seen */
function seenButton(seen) {
  return h('button', { type: 'button', class: 'button', click: seen }, t('since_seen'));
}

/** @param {Pages.SeenWay} way @param {Pages.SeenChange[]} changes @param {Map<string, Api.Match>} matches */
function group(way, changes, matches) {
  if (changes.length === 0) return null;
  return h(
    'div',
    { class: `since-group since-${way}`, 'data-since': way },
    h('dt', {}, t(`since.${way}`)),
    changes.map((change) => h('dd', { 'data-measure': change.id }, line(change, matches.get(change.id)))),
  );
}

/** @param {Pages.SeenChange} change @param {Api.Match | undefined} match */
function line({ id, benefit, before, after }, match) {
  if (!match) return t('since_gone', { id });
  const name = h(
    'a',
    { href: `/measures/${encodeURIComponent(id)}`, lang: match.measure.title_en ? null : onlyChinese() },
    say(match.measure, 'title'),
  );
  const amount = match.benefits.find((one) => one.id === benefit)?.amount;
  if (!amount || before === null) return name;
  /** @param {string | null} value */
  const text = (value) => amountText({ ...amount, value: value === null ? null : Number(value) });
  return [
    name,
    ' ',
    h('strong', { class: 'since-amount' }, t('since_amount', { before: text(before), after: text(after) })),
  ];
}

/** @param {Api.MatchAnswer} answer */
function concerned({ matches }) {
  return new Set(matches.filter(({ verdict }) => verdict !== 'not_applicable').map(({ measure }) => measure.id));
}

// Read when it is opened: most readers want the result.
/** @param {() => Promise<Api.ChangeList>} read @param {Set<string>} measures */
function textsFold(read, measures) {
  const body = h('div', { class: 'since-texts' });
  let isRead = false;
  const open = async () => {
    fill(body, waiting(t('loading')));
    try {
      const { changes } = await read();
      isRead = true;
      fill(body, textList(onceTold(changes.filter((change) => isShown(change, measures)))));
    } catch (error) {
      fill(body, trouble(error, open));
    }
  };
  return h(
    'details',
    { class: 'fold', toggle: ({ currentTarget }) => currentTarget.open && !isRead && open() },
    h('summary', {}, t('since_texts')),
    body,
  );
}

/** @param {Api.CatalogueChange} change @param {Set<string>} measures */
function isShown({ field, measures: of, change, kind }, measures) {
  const isWhole = change !== 'changed' && kind === 'measure';
  const isText = field !== null && !UNREAD.test(field) && !UNREAD.test(field.split('/').at(-1) ?? '');
  return (isWhole || isText) && of.some((id) => measures.has(id));
}

// A figure is told with the measures that it changes; one that changes on a later day is told by itself.
/** @param {Api.CatalogueChange[]} changes */
function onceTold(changes) {
  const told = new Set(
    changes.flatMap(({ kind, affects, id }) => (kind === 'measure' && affects !== 'text' ? [id] : [])),
  );
  return changes.filter(({ kind, measures }) => kind !== 'parameter' || !measures.some((id) => told.has(id)));
}

/** @param {Api.CatalogueChange[]} changes */
function textList(changes) {
  if (changes.length === 0) return h('p', { class: 'muted' }, t('since_texts_none'));
  const more = changes.length - MOST;
  return [
    h(
      'ul',
      { class: 'since-changes', lang: onlyChinese() },
      changes.slice(0, MOST).map((change) => h('li', {}, ...textLine(change))),
    ),
    more > 0 ? h('p', { class: 'muted' }, t('since_texts_more', { n: more })) : null,
  ];
}

/** @param {Api.CatalogueChange} change */
function textLine({ title, change, field, old, new: now }) {
  const what = change === 'changed' ? fieldText(field ?? '') : t(`since_${change}`);
  return [
    h('p', { class: 'since-what' }, h('b', {}, title), ` · ${what}`),
    change === 'changed' ? [textPart('old', old), textPart('new', now)] : null,
  ];
}

/** @param {'old' | 'new'} part @param {string | null} text */
function textPart(part, text) {
  if (text === null) return null;
  return h('p', { class: `since-${part}` }, h('span', { class: 'row-label' }, `${t(`since_${part}`)} `), text);
}

/** @param {string} field */
function fieldText(field) {
  return field.startsWith('benefits/') ? t('since_field_benefit') : tCode('since_field', field, t('since_field_other'));
}
