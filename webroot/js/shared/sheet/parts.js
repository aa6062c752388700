// The sheet as an element: head, parts, foot.

import { h } from '../dom.js';
import { factValue, money, shortVersion } from '../format.js';
import { say, t } from '../language.js';
import { caveatLine } from '../parts/caveats.js';
import { chineseNote, noticeList } from '../parts/notices.js';
import { isForEveryone } from '../result/arrange.js';
import { indexTable, measureTable } from './tables.js';

/** @type {('eligible' | 'conditional' | 'claims' | 'near')[]} */
const MEASURES = ['eligible', 'conditional', 'claims', 'near'];

/**
 * `context`: `{vocabulary(id) → fact, reasons}`; `qr` is the place of the QR code or null.
 * @param {Api.MatchAnswer} answer @param {Pages.SheetContent} content @param {Set<string>} parts
 * @param {Pages.SheetContext} context @param {HTMLElement | null} qr
 */
export function sheet(answer, content, parts, context, qr) {
  const entries = MEASURES.flatMap((name) => content[name]);
  const listed = entries.length;
  const everybody = entries.filter(({ match }) => isForEveryone(match)).length;
  return h(
    'article',
    { class: 'sheet', 'aria-labelledby': 'sheet-title' },
    head(answer, context.vocabulary, qr),
    chineseNote(),
    noticeList(answer.notices),
    totals(answer.totals),
    listed === everybody ? nothing(answer.counts, everybody) : null,
    MEASURES.map((name) => measures(name, content[name], context)),
    parts.has('open') ? questions(content, context.vocabulary) : null,
    parts.has('documents') ? documents(content) : null,
    parts.has('units') ? places(content) : null,
    parts.has('reasons') ? answers(answer.profile.given, context.vocabulary) : null,
  );
}

/** @param {Api.MatchAnswer} answer @param {Pages.FactOf} vocabulary @param {HTMLElement | null} qr */
function head(answer, vocabulary, qr) {
  const { company_name: name, district } = answer.profile.given;
  /** @param {string} label @param {Pages.Child} value */
  const line = (label, value) => h('div', {}, h('dt', {}, `${label}${t('optional_colon')}`), h('dd', {}, value));
  return h(
    'header',
    { class: 'sheet-head' },
    h(
      'div',
      { class: 'sheet-what' },
      h('h1', { id: 'sheet-title', tabindex: '-1' }, t('sheet_title')),
      h(
        'dl',
        { class: 'sheet-meta' },
        h(
          'div',
          { class: 'sheet-firm' },
          h('dt', {}, `${t('sheet_firm')}${t('optional_colon')}`),
          h('dd', {}, name ?? t('sheet_firm_blank')),
        ),
        district ? line(t('sheet_place'), factValue(vocabulary('district'), district)) : null,
        line(t('sheet_date'), h('time', { datetime: answer.as_of }, answer.as_of)),
        line(t('sheet_catalogue'), shortVersion(answer.catalogue)),
        line(t('sheet_from'), location.host),
      ),
      h('p', { class: 'sheet-given' }, t('sheet_given', { n: Object.keys(answer.profile.given).length })),
      h('p', { class: 'sheet-terms' }, h('strong', {}, t('footer_free')), ' ', t('disclaimer'), ' ', t('sheet_ask')),
    ),
    qr,
  );
}

/** @param {Api.Totals} given */
function totals({ certain, conditional, uncounted, caveats }) {
  /** @param {string | number} value */
  const sum = (value) => (Number(value) === 0 ? t('sheet_total_none') : money(value));
  /** @param {string} name @param {string} text */
  const tile = (name, text) =>
    h('div', { class: `sheet-total sheet-total-${name}` }, h('dt', {}, t(`total_${name}`)), h('dd', {}, text));
  return [
    h(
      'dl',
      { class: 'sheet-totals' },
      tile('certain', sum(certain)),
      tile('conditional', sum(conditional)),
      tile('uncounted', uncounted > 0 ? t('total_measures', { n: uncounted }) : t('sheet_total_none')),
    ),
    caveats.map((caveat) => h('p', { class: 'sheet-part-note' }, caveatLine(caveat))),
  ];
}

// Services for every company say nothing about this one.
/** @param {Api.MatchAnswer['counts']} given @param {number} everybody */
function nothing({ eligible, conditional, undetermined }, everybody) {
  if (eligible + conditional > everybody) return null; // they are there, and were left out
  const kind = undetermined > 0 ? 'sheet_nothing' : 'empty_all';
  return h(
    'div',
    { class: 'sheet-nothing' },
    h('h2', {}, t(`${everybody > 0 ? 'empty_own' : kind}_title`)),
    h('p', {}, t(`${kind}_text`)),
  );
}

/** @param {string} name @param {...Pages.Child} content */
function part(name, ...content) {
  return h(
    'section',
    { class: `sheet-part sheet-part-${name}`, 'data-part': name },
    h('h2', {}, t(`sheet_part.${name}`)),
    content,
  );
}

/** @param {string} text */
function note(text) {
  return h('p', { class: 'sheet-part-note' }, text);
}

/** @param {string} name @param {Pages.Entered[]} entries @param {Pages.SheetContext} context */
function measures(name, entries, context) {
  if (entries.length === 0) return null;
  return part(name, note(t(`sheet_note.${name}`)), measureTable(name, entries, context));
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

/** @param {Pages.SheetContent} content */
function documents(content) {
  if (content.eligible.length + content.conditional.length + content.claims.length === 0) return null;
  if (content.documents.length === 0) return part('documents', note(t('sheet_documents_none')));
  return part(
    'documents',
    note(t('sheet_note.documents')),
    indexTable('document', t('sheet_part.documents'), content.documents),
    h('p', { class: 'sheet-part-note sheet-last' }, t('sheet_documents_also')),
  );
}

/** @param {Pages.SheetContent} given */
function places({ units, channels }) {
  if (units.length === 0) return null;
  return part(
    'units',
    note(t('sheet_note.units')),
    h(
      'div',
      { class: 'sheet-places' },
      indexTable('unit', t('sheet_column_unit'), units),
      channels.length > 0 ? indexTable('channel', t('sheet_column_channel'), channels) : null,
    ),
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
