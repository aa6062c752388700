// The sheet as an element: head with the nearest window, what to do, what else applies, foot.

import { h } from '../dom.js';
import { factValue, gapText, money } from '../format.js';
import { onlyChinese, say, t } from '../language.js';
import { caveatLine } from '../parts/caveats.js';
import { hallOf } from '../parts/contacts.js';
import { chineseNote, noticeList } from '../parts/notices.js';
import { told } from '../parts/told.js';
import { counted } from '../result/arrange.js';
import { policyMap } from '../result/map.js';
import { sheetHead } from './head.js';
import { todoTable } from './tables.js';

/**
 * `qr` is the place of the codes or null.
 * @param {Api.MatchAnswer} answer @param {Pages.SheetContent} content @param {Set<string>} parts
 * @param {Pages.SheetContext} context @param {HTMLElement | null} qr
 */
export function sheet(answer, content, parts, context, qr) {
  return h(
    'article',
    { class: 'sheet', 'aria-labelledby': 'sheet-title' },
    sheetHead(answer, context, qr),
    parts.has('hall') ? hall(context.desk?.county ?? answer.profile.given.district ?? null, context) : null,
    summary(answer),
    chineseNote(),
    noticeList(answer.notices),
    nothing(answer),
    todo(content, context),
    others(content),
    near(content.near, context.vocabulary),
    questions(content, context.vocabulary),
    parts.has('map') && context.notice ? part('map', policyMap(answer.matches, context.notice, null)) : null,
    parts.has('reasons') ? answers(answer.profile.given, context.vocabulary) : null,
  );
}

// Where to go first: one counter takes the papers of most measures.
/** @param {string | null} district @param {Pages.SheetContext} context */
function hall(district, { contacts, desk }) {
  const found = contacts ? (hallOf(contacts, district) ?? hallOf(contacts, null)) : null;
  const facts = [found?.address, found?.telephone, found?.hours].filter(Boolean);
  return h(
    'section',
    { class: 'sheet-hall', 'data-part': 'hall' },
    h('h2', {}, t('sheet_part.hall')),
    h(
      'p',
      {},
      found ? h('strong', { lang: onlyChinese() }, found.name) : h('strong', {}, t('sheet_hall_unknown')),
      facts.length > 0 ? h('span', { lang: onlyChinese() }, ` ${facts.join(t('clause_separator'))}`) : null,
    ),
    desk ? h('p', { class: 'sheet-clerk' }, t('sheet_clerk', { name: desk.clerk })) : null,
    found?.telephone ? null : h('p', { class: 'sheet-part-note' }, t('sheet_hall_call')),
  );
}

// The same numbers as on the page of the result.
/** @param {Api.MatchAnswer} answer */
function summary({ matches, totals: { certain, conditional, caveats } }) {
  const own = counted(matches);
  /** @param {string} name @param {Api.Totals['certain']} value */
  const sum = (name, value) =>
    Number(value) === 0
      ? null
      : h(
          'div',
          { class: `sheet-total sheet-total-${name}` },
          h('dt', {}, t(`total_${name}`)),
          h('dd', {}, money(value)),
        );
  const said = ['eligible', 'conditional', 'undetermined'].filter((group) => own[group] > 0);
  return [
    said.length === 0 && own.universal === 0
      ? null
      : h(
          'p',
          { class: 'sheet-summary' },
          said.map((group) => t(`summary.${group}`, { n: own[group] })).join(t('clause_separator')),
          own.universal > 0 ? t('summary_universal', { n: own.universal }) : null,
        ),
    h('dl', { class: 'sheet-totals' }, sum('certain', certain), sum('conditional', conditional)),
    caveats.map((caveat) => h('p', { class: 'sheet-part-note' }, caveatLine(caveat))),
  ];
}

// Services for every company say nothing about this one.
/** @param {Api.MatchAnswer} answer */
function nothing({ matches }) {
  const { eligible, conditional, undetermined, universal } = counted(matches);
  if (eligible + conditional > 0) return null;
  const kind = undetermined > 0 ? 'sheet_nothing' : 'empty_all';
  return h(
    'div',
    { class: 'sheet-nothing' },
    h('h2', {}, t(`${universal > 0 ? 'empty_own' : kind}_title`)),
    h('p', {}, t(`${kind}_text`)),
  );
}

/** @param {string} name @param {...Pages.Child} content */
function part(name, ...content) {
  return titled(name, t(`sheet_part.${name}`), ...content);
}

/** @param {string} name @param {string} title @param {...Pages.Child} content */
function titled(name, title, ...content) {
  return h('section', { class: `sheet-part sheet-part-${name}`, 'data-part': name }, h('h2', {}, title), content);
}

/** @param {string} text */
function note(text) {
  return h('p', { class: 'sheet-part-note' }, text);
}

/** @param {Pages.SheetContent} content @param {Pages.SheetContext} context */
function todo({ todo: entries, isMarked }, context) {
  if (entries.length === 0) return null;
  return titled(
    'todo',
    t(isMarked ? 'todo_title' : 'sheet_part.todo'),
    note(t(isMarked ? 'sheet_note.marked' : 'sheet_note.todo')),
    todoTable(entries, context),
  );
}

// What applies as well, in short: what it is and whom to ask.
/** @param {Pages.SheetContent} content */
function others({ others: entries, universal }) {
  if (entries.length + universal.length === 0) return null;
  return part(
    'others',
    h(
      'ol',
      { class: 'sheet-others', start: entries[0]?.number ?? 1 },
      entries.map(({ match }) =>
        h(
          'li',
          { 'data-measure': match.measure.id, 'data-verdict': match.verdict },
          say(match.measure, 'title'),
          h('span', { class: 'muted' }, '（', match.units[0] ? told(match.units[0], 'name') : '', '）'),
          match.verdict === 'conditional' ? h('span', { class: 'muted' }, t('sheet_judged')) : null,
        ),
      ),
    ),
    universal.length === 0
      ? null
      : h(
          'p',
          { class: 'sheet-part-note' },
          `${t('universal_n', { n: universal.length })}${t('optional_colon')}`,
          universal.map(({ measure }) => say(measure, 'title')).join(t('list_separator')),
        ),
  );
}

/** @param {Api.Match[]} list @param {Pages.FactOf} vocabulary */
function near(list, vocabulary) {
  if (list.length === 0) return null;
  return part(
    'near',
    note(t('sheet_note.near')),
    h(
      'ul',
      { class: 'sheet-near' },
      list.map(({ measure, unmet }) =>
        h(
          'li',
          { 'data-measure': measure.id, 'data-verdict': 'not_eligible' },
          say(measure, 'title'),
          unmet.map((condition) =>
            h(
              'span',
              { class: 'sheet-unmet', lang: onlyChinese() },
              ` ${t('sheet_unmet', { text: unmetText(condition, vocabulary) })}`,
            ),
          ),
        ),
      ),
    ),
  );
}

/** @param {Api.UnmetCondition} condition @param {Pages.FactOf} vocabulary */
function unmetText({ text, fact: id, gap }, vocabulary) {
  const far = gapText(gap);
  return `${text || say(vocabulary(id) ?? {}) || id}${far ? `（${far}）` : ''}`;
}

/** @param {Pages.SheetContent} given @param {Pages.FactOf} vocabulary */
function questions({ open, more, undecided }, vocabulary) {
  if (open.length === 0) return null;
  return part(
    'open',
    note(t('sheet_note.open', { n: undecided })),
    h(
      'ul',
      { class: 'sheet-questions' },
      open.map(({ fact }) =>
        h(
          'li',
          { 'data-question': fact },
          h('span', { class: 'sheet-tick', 'aria-hidden': 'true' }, '□ '),
          say(vocabulary(fact) ?? {}) || fact,
        ),
      ),
    ),
    more > 0 ? h('p', { class: 'sheet-part-note sheet-last' }, t('sheet_questions_more', { n: more })) : null,
  );
}

/** @param {Api.Profile} given @param {Pages.FactOf} vocabulary */
function answers(given, vocabulary) {
  const known = Object.entries(given).filter(([id]) => vocabulary(id));
  if (known.length === 0) return null;
  return h(
    'section',
    { class: 'sheet-part', 'data-part': 'answers' },
    h('h2', {}, t('sheet_answers')),
    h(
      'ul',
      { class: 'sheet-answers' },
      known.map(([id, value]) =>
        h(
          'li',
          {},
          h('span', { class: 'muted' }, `${say(vocabulary(id) ?? {})}${t('optional_colon')}`),
          factValue(vocabulary(id), value),
        ),
      ),
    ),
  );
}
