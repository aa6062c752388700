// The table of what to do. Narrow screens show rows as blocks; the ARIA roles keep them a table.

import { h } from '../dom.js';
import { sourceText } from '../format.js';
import { onlyChinese, say, t, tCode } from '../language.js';
import { benefitList } from '../parts/benefits.js';
import { caveatLine, shared } from '../parts/caveats.js';
import { contactOf } from '../parts/contacts.js';
import { told } from '../parts/told.js';
import { reasons } from '../result/reasons.js';

// Caveats that change what the firm does first; the others are on the page, and here with the reasons.
const ON_PAPER = new Set(['exclusive', 'deadline', 'ask_first']);
const MOST_UNITS = 3;
const STATES = ['wanted', 'applied', 'received'];

/** @type {Pages.Link[]} */
const COLUMNS = [
  ['number', 'sheet_column_number'],
  ['measure', 'sheet_column_measure'],
  ['units', 'sheet_column_units'],
  ['state', 'sheet_column_state'],
];

/**
 * One row a measure: what it is worth, what to do and bring, whom to ask, how far it is.
 * @param {Pages.Entered[]} entries @param {Pages.SheetContext} context
 */
export function todoTable(entries, context) {
  // A caveat that several measures share is written once, below them.
  const { common, own } = shared(entries.map(({ match }) => match));
  /** @type {Record<string, (entry: Pages.Entered) => Pages.Child>} */
  const cells = {
    number: ({ number }) => number,
    measure: ({ match }) => measureCell(match, context, own(match)),
    units: ({ match }) => unitsCell(match.units, context.contacts),
    state: ({ match }) => stateCell(context.markOf?.(match.measure.id) ?? null),
  };
  return [
    h(
      'table',
      { class: 'sheet-table sheet-measures', role: 'table', 'aria-label': t('sheet_part.todo') },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          COLUMNS.map(([name, words]) =>
            h('th', { role: 'columnheader', scope: 'col', class: `cell-${name}` }, t(words)),
          ),
        ),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        entries.map((entry) => row(entry, cells)),
      ),
    ),
    common
      .filter(({ caveat }) => ON_PAPER.has(caveat.kind))
      .map(({ caveat, n }) => caveatNote(caveat, t('note_for', { n }))),
  ];
}

/** @param {Pages.Entered} entry @param {Record<string, (entry: Pages.Entered) => Pages.Child>} cells */
function row(entry, cells) {
  const { measure, verdict } = entry.match;
  return h(
    'tr',
    { role: 'row', 'data-measure': measure.id, 'data-verdict': verdict },
    COLUMNS.map(([name, words], index) => {
      const [tag, role] = index === 0 ? ['th', 'rowheader'] : ['td', 'cell'];
      return h(
        tag,
        { role, scope: index === 0 ? 'row' : null, class: `cell-${name}`, 'data-label': t(words) },
        cells[name](entry),
      );
    }),
  );
}

/** @param {Api.Match} match @param {Pages.SheetContext} context @param {Api.Caveat[]} caveats */
function measureCell(match, context, caveats) {
  const { measure, judged, valid, documents } = match;
  /** @param {Pages.Child} text @param {string} kind */
  const note = (text, kind, lang = onlyChinese()) => h('p', { class: `sheet-note sheet-${kind}`, lang }, text);
  return [
    h('p', { class: 'sheet-measure' }, say(measure, 'title')),
    // Examples would fill the paper.
    benefitList(
      match.benefits.filter(({ amount }) => amount.bound !== 'example'),
      { formulas: false },
    ),
    match.next_step ? note(['→ ', told(match, 'next_step')], 'next', null) : null,
    h(
      'p',
      { class: 'sheet-note sheet-bring' },
      `${t('sheet_bring')}${t('optional_colon')}`,
      documents.length > 0
        ? documents.map((name) => [
            h('span', { class: 'sheet-tick', 'aria-hidden': 'true' }, '□ '),
            h('span', { lang: onlyChinese() }, name),
            ' ',
          ])
        : t('sheet_bring_none'),
      match.channels.length > 0
        ? h(
            'span',
            { class: 'sheet-channel', lang: onlyChinese() },
            `${t('clause_separator')}${t('sheet_channel')}${t('optional_colon')}`,
            match.channels.map(({ name }) => name).join(t('list_separator')),
          )
        : null,
    ),
    [...byUnit(judged)].map(([by, texts]) =>
      note(t('sheet_decides', { by, text: texts.join(t('clause_separator')) }), 'decides'),
    ),
    caveats.filter(({ kind }) => ON_PAPER.has(kind)).map((caveat) => caveatNote(caveat)),
    valid?.to ? note(t('sheet_until', { to: valid.to }), 'until', null) : null,
    h('p', { class: 'sheet-source' }, sourceText(match.sources[0], measure.id)),
    context.reasons ? why(match, context.vocabulary) : null,
  ];
}

// Paper omits the source of a caveat: its text names the document.
/** @param {Api.Caveat} caveat @param {string | null} [before] */
function caveatNote(caveat, before = null) {
  return h(
    'p',
    { class: 'sheet-note sheet-caveat', 'data-caveat': caveat.kind },
    caveatLine({ ...caveat, source: null }, before),
  );
}

/** @param {Api.Judged[]} judged */
function byUnit(judged) {
  const texts = new Map();
  for (const { by, text } of judged) texts.set(by, [...(texts.get(by) ?? []), text]);
  return texts;
}

// The reasons, and the caveats that are not shown beside the measure.
/** @param {Api.Match} match @param {Pages.FactOf} vocabulary */
function why(match, vocabulary) {
  const others = match.caveats.filter(({ kind }) => !ON_PAPER.has(kind));
  return h(
    'div',
    { class: 'reasons sheet-reasons' },
    reasons(match.criteria, match.sources, vocabulary),
    others.length > 0
      ? h(
          'ul',
          { class: 'sheet-caveats' },
          others.map((caveat) => h('li', { 'data-caveat': caveat.kind }, caveatLine(caveat))),
        )
      : null,
  );
}

/** @param {Api.UnitRef[]} units @param {Api.Contacts | undefined} contacts */
function unitsCell(units, contacts) {
  const rest = units.length - MOST_UNITS;
  return [
    h(
      'ul',
      { class: 'sheet-units' },
      units.slice(0, MOST_UNITS).map((unit) => {
        const contact = contacts ? contactOf(contacts, unit.id) : null;
        const reach = [contact?.telephone, contact?.address].filter(Boolean).join(t('clause_separator'));
        return h(
          'li',
          {},
          told(unit, 'name'),
          unit.role && unit.role !== 'responsible'
            ? h('span', { class: 'muted' }, `（${tCode('role', unit.role)}）`)
            : null,
          reach ? h('span', { class: 'sheet-reach', lang: onlyChinese() }, ` ${reach}`) : null,
        );
      }),
    ),
    rest > 0 ? h('p', { class: 'muted' }, t('sheet_units_more', { n: rest })) : null,
  ];
}

/** @param {string | null} mark */
function stateCell(mark) {
  return h(
    'ul',
    { class: 'sheet-states' },
    STATES.map((state) =>
      h(
        'li',
        {},
        h('span', { 'aria-hidden': 'true' }, state === mark ? '☑ ' : '□ '),
        state === mark ? h('strong', {}, t(`todo.${state}`)) : t(`todo.${state}`),
      ),
    ),
  );
}
