// The tables of the sheet. Narrow screens show rows as blocks; the ARIA roles keep them a table.

import { h } from '../dom.js';
import { factValue, gapText, sourceText } from '../format.js';
import { onlyChinese, say, t, tCode } from '../language.js';
import { benefitList } from '../parts/benefits.js';
import { caveatLine, pressing, shared } from '../parts/caveats.js';
import { told } from '../parts/told.js';
import { reasons } from '../result/reasons.js';
import { ranges } from './content.js';

const DUE = new Set(['eligible', 'conditional']);

/**
 * `columns`: `[kind, words]`; `rows`: lists of cells in their order. The first cell heads its row.
 * @param {string} kind @param {string} label @param {Pages.Link[]} columns @param {HTMLElement[]} rows
 */
function table(kind, label, columns, rows) {
  return h(
    'table',
    { class: `sheet-table sheet-${kind}`, role: 'table', 'aria-label': label },
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        columns.map(([name, words]) =>
          h('th', { role: 'columnheader', scope: 'col', class: `cell-${name}` }, t(words)),
        ),
      ),
    ),
    h('tbody', { role: 'rowgroup' }, rows),
  );
}

/** @param {Pages.Link[]} columns @param {Pages.Child[]} cells */
function row(columns, cells, attributes = {}) {
  return h(
    'tr',
    { role: 'row', ...attributes },
    cells.map((content, index) => {
      const [name, words] = columns[index];
      const [tag, role] = index === 0 ? ['th', 'rowheader'] : ['td', 'cell'];
      return h(
        tag,
        { role, scope: index === 0 ? 'row' : null, class: `cell-${name}`, 'data-label': t(words) },
        content,
      );
    }),
  );
}

/** @type {Pages.Link[]} */
const MEASURE_COLUMNS = [
  ['number', 'sheet_column_number'],
  ['measure', 'sheet_column_measure'],
  ['amount', 'sheet_column_amount'],
  ['units', 'sheet_column_units'],
];

/**
 * The measures of one part of the sheet. If none is worth a sum, that column is left out.
 * @param {string} part @param {Pages.Entered[]} entries @param {Pages.SheetContext} context
 */
export function measureTable(part, entries, context) {
  const sums = new Map(
    entries.map(({ match }) => [
      match,
      benefitList(match.benefits, { due: DUE.has(match.verdict), refused: match.verdict === 'not_eligible' }),
    ]),
  );
  // A caveat that several measures share is written once, below them.
  const { common, own } = shared(entries.map(({ match }) => match).filter(({ measure }) => !measure.universal));
  const wanted = MEASURE_COLUMNS.filter(
    ([name]) => name !== 'amount' || [...sums.values()].some((sum) => sum !== null),
  );
  /** @type {Record<string, (entry: Pages.Entered) => Pages.Child>} */
  const cells = {
    number: ({ number }) => number,
    measure: ({ match }) => measureCell(match, { ...context, own }),
    amount: ({ match }) => sums.get(match) ?? h('span', { class: 'muted' }, t('sheet_no_sum')),
    units: ({ match }) => unitsCell(match.units),
  };
  return [
    table(
      'measures',
      t(`sheet_part.${part}`),
      wanted,
      entries.map((entry) =>
        row(
          wanted,
          wanted.map(([name]) => cells[name](entry)),
          { 'data-measure': entry.match.measure.id, 'data-verdict': entry.match.verdict },
        ),
      ),
    ),
    ...common.map(({ caveat, n }) =>
      h(
        'p',
        { class: 'sheet-note sheet-caveat', 'data-caveat': caveat.kind },
        onPaper(caveat, n < entries.length ? t('note_for', { n }) : t('note_all')),
      ),
    ),
  ];
}

/** @param {Api.Match} match @param {Pages.SheetContext} context */
function measureCell(match, context) {
  const { measure, judged, unmet, valid } = match;
  /** @param {string} text @param {string} kind */
  const note = (text, kind, lang = onlyChinese()) => h('p', { class: `sheet-note sheet-${kind}`, lang }, text);
  return [
    h('p', { class: 'sheet-measure' }, say(measure, 'title')),
    [...byUnit(judged)].map(([by, texts]) =>
      note(t('sheet_decides', { by, text: texts.join(t('clause_separator')) }), 'decides'),
    ),
    unmet.map((condition) => note(t('sheet_unmet', { text: unmetText(condition, context.vocabulary) }), 'unmet')),
    match.next_step ? h('p', { class: 'sheet-note sheet-next' }, '→ ', told(match, 'next_step')) : null,
    (measure.universal ? [] : (context.own?.(match) ?? [])).map((caveat) =>
      h('p', { class: 'sheet-note sheet-caveat', 'data-caveat': caveat.kind }, onPaper(caveat)),
    ),
    valid?.to ? note(t('sheet_until', { to: valid.to }), 'until', null) : null,
    h('p', { class: 'sheet-source' }, sourceText(match.sources[0], measure.id)),
    context.reasons ? why(match, context.vocabulary) : null,
  ];
}

// Paper omits the source of a caveat: its text names the document.
/** @param {Api.Caveat} caveat @param {string | null} [before] */
function onPaper(caveat, before = null) {
  return caveatLine({ ...caveat, source: null }, before);
}

/** @param {Api.Judged[]} judged */
function byUnit(judged) {
  const texts = new Map();
  for (const { by, text } of judged) texts.set(by, [...(texts.get(by) ?? []), text]);
  return texts;
}

/** @param {Api.UnmetCondition} condition @param {Pages.FactOf} vocabulary */
function unmetText(condition, vocabulary) {
  const fact = vocabulary(condition.fact);
  const notes = [t('given', { value: factValue(fact, condition.given) }), gapText(condition.gap)].filter(
    (text) => text !== '',
  );
  return `${condition.text || say(fact ?? {}) || condition.fact}（${notes.join(t('clause_separator'))}）`;
}

// The reasons, and the caveats that are not shown beside the measure.
/** @param {Api.Match} match @param {Pages.FactOf} vocabulary */
function why(match, vocabulary) {
  const said = pressing(match);
  const behind = match.caveats.filter((caveat) => !said.includes(caveat));
  return h(
    'div',
    { class: 'reasons sheet-reasons' },
    reasons(match.criteria, match.sources, vocabulary),
    behind.length > 0
      ? h(
          'ul',
          { class: 'sheet-caveats' },
          behind.map((caveat) => h('li', { 'data-caveat': caveat.kind }, caveatLine(caveat))),
        )
      : null,
  );
}

/** @param {Api.UnitRef[]} units */
function unitsCell(units) {
  return h(
    'ul',
    { class: 'sheet-units' },
    units.map((unit) =>
      h(
        'li',
        {},
        told(unit, 'name'),
        unit.role && unit.role !== 'responsible'
          ? h('span', { class: 'muted' }, `（${tCode('role', unit.role)}）`)
          : null,
      ),
    ),
  );
}

/**
 * Documents, channels or units: what, and for which measures. `kind` is 'document', 'channel' or 'unit'.
 * @param {string} kind @param {string} label @param {Pages.Numbered<{name: string, name_en?: string | null}>[]} things
 */
export function indexTable(kind, label, things) {
  /** @type {Pages.Link[]} */
  const columns = [
    [kind, `sheet_column_${kind}`],
    ['for', 'sheet_column_for'],
  ];
  return table(
    `${kind}s`,
    label,
    columns,
    things.map((thing) =>
      row(columns, [
        h(
          'span',
          {},
          kind === 'document' ? h('span', { class: 'sheet-tick', 'aria-hidden': 'true' }, '□ ') : null,
          told(thing, 'name'),
        ),
        t('sheet_numbers', { numbers: ranges(thing.numbers, t('list_separator')) }),
      ]),
    ),
  );
}
