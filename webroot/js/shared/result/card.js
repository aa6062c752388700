// One measure in short: what it is, what it is worth, and the way to it. Its fold holds the rest and
// opens in place. What nearly every company gets is shorter still; its fold has the way, too.

import { h } from '../dom.js';
import { factValue, gapText } from '../format.js';
import { onlyChinese, say, t, tCode } from '../language.js';
import { benefitList } from '../parts/benefits.js';
import { unitCall } from '../parts/contacts.js';
import { measureLink, unitLink } from '../parts/links.js';
import { phrases } from '../parts/phrases.js';
import { told } from '../parts/told.js';
import { details } from './details.js';
import { fold, open } from './fold.js';
import { noteList } from './notes.js';
import { isDue } from './order.js';
import { rulers } from './ruler.js';
import { way } from './way.js';

const MOST_UNITS = 2; // units named on the card besides the county; the fold names all

/** @param {Api.Match} match @param {Pages.CardContext} context */
export function card(match, context) {
  const { measure, verdict } = match;
  const id = `m-${measure.id}`;
  const due = isDue(match);
  const minor = due && (context.isMinor?.(match) ?? false);
  return h(
    'article',
    {
      class: `card card-${verdict} ${minor ? 'card-minor' : ''}`.trim(),
      id,
      'aria-labelledby': `${id}-title`,
      tabindex: '-1',
      'data-measure': measure.id,
      'data-verdict': verdict,
      'data-units': match.units.map((unit) => unit.id).join(' '),
    },
    h(
      'header',
      { class: 'card-head' },
      h(
        context.level ?? 'h3',
        { id: `${id}-title`, class: 'card-title phrases' },
        measureLink(measure, phrases(say(measure, 'title'))),
      ),
      h(
        'p',
        { class: 'card-topic' },
        [context.topic(measure), tCode('kind', measure.kind)].filter(Boolean).join(' · '),
      ),
      due ? h('p', { class: 'card-summary' }, told(measure, 'summary')) : null,
    ),
    benefitList(match.benefits, { due, refused: verdict === 'not_eligible', formulas: false }),
    due || match.one_condition_away ? rulers(match.criteria, context.vocabulary) : null,
    unmet(match.unmet, context),
    due ? way(match, unitsText(match.units)) : null,
    noteList(`notes-${measure.id}`, context.own?.(match) ?? []),
    minor ? null : (context.marks?.(match) ?? null),
    foot(match, context, minor),
  );
}

/** @param {Api.Match} match @param {Pages.CardContext} context @param {boolean} minor */
function foot(match, context, minor) {
  const { id } = match.measure;
  const title = [t(minor ? 'card_more_minor' : 'card_more'), hidden(match)];
  const more = fold(`more-${id}`, 'card-more', title, () => [
    minor ? (context.marks?.(match) ?? null) : null,
    details(match, context),
  ]);
  if (context.open) open(more);
  return h(
    'footer',
    { class: 'card-foot' },
    more,
    context.foot
      ? context.foot(match)
      : h('a', { class: 'tell', href: `#/tell/${encodeURIComponent(id)}` }, t('card_tell'), hidden(match)),
  );
}

// Many links and folds read alike without the name of the measure.
/** @param {Api.Match} given */
function hidden({ measure }) {
  return h('span', { class: 'visually-hidden' }, `${t('optional_colon')}${say(measure, 'title')}`);
}

/** @param {Api.UnitRef[]} units @returns {Pages.Child} */
function unitsText(units) {
  const local = units.filter(({ role }) => role === 'local');
  const others = units.filter(({ role }) => role !== 'local');
  const named = others
    .slice(0, MOST_UNITS)
    .flatMap((unit, index) => [index > 0 ? t('list_separator') : '', unitLink(unit), unitCall(unit)]);
  const more = others.length > MOST_UNITS ? t('units_more', { n: others.length }) : '';
  return [
    named,
    more,
    local.map((unit) => [
      others.length > 0 ? ' · ' : '',
      unitLink(unit),
      unitCall(unit),
      h('span', { class: 'muted' }, ` ${t('role.local')}`),
    ]),
  ];
}

/** @param {Api.UnmetCondition[]} conditions @param {Pages.CardContext} context */
function unmet(conditions, { vocabulary, isGiven }) {
  if (conditions.length === 0) return null;
  return h(
    'ul',
    { class: 'marks' },
    conditions.map((condition) => {
      const fact = vocabulary(condition.fact);
      // What was worked out is not called an answer.
      const facts = [
        t(isGiven(condition.fact) ? 'given' : 'worked_out', { value: factValue(fact, condition.given) }),
        gapText(condition.gap),
      ];
      return mark(
        '✗',
        'bad',
        t('unmet_title'),
        condition.text || say(fact ?? {}) || condition.fact,
        facts.filter((note) => note !== '').join(t('clause_separator')),
      );
    }),
  );
}

/** @param {string} glyph @param {string} kind @param {string} meaning @param {string} text @param {string} note */
function mark(glyph, kind, meaning, text, note) {
  return h(
    'li',
    { class: `mark mark-${kind}` },
    h('span', { class: 'mark-sign', 'aria-hidden': 'true' }, glyph),
    h(
      'span',
      {},
      h('span', { class: 'visually-hidden' }, `${meaning}${t('optional_colon')}`),
      h('span', { lang: onlyChinese() }, text),
      note ? h('span', { class: 'tree-note' }, note) : null,
    ),
  );
}
