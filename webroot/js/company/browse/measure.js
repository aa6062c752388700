// One measure, whole.

import { today } from '../../shared/china_time.js';
import { fill, h } from '../../shared/dom.js';
import { onlyChinese, say, t, tCode } from '../../shared/language.js';
import { benefitList } from '../../shared/parts/benefits.js';
import { caveatRows } from '../../shared/parts/caveats.js';
import { forceText, measureAddress, sourceLinks, unitList } from '../../shared/parts/links.js';
import { chineseNote, noticeList } from '../../shared/parts/notices.js';
import { list, row } from '../../shared/parts/rows.js';
import { told } from '../../shared/parts/told.js';
import { calculateLink, call12345, isNotFound, notFound, title, trail } from './frame.js';
import * as library from '../../shared/library.js';
import { ruleTree } from './rule.js';

/** @param {HTMLElement} view @param {string} id */
export async function measurePage(view, id) {
  try {
    const [measure, vocabulary, all, notices] = await Promise.all([
      library.measure(id),
      library.factsById(),
      library.measures(),
      library.notices(),
    ]);
    fill(
      view,
      h(
        'article',
        { class: 'whole' },
        head(measure),
        body(measure, { vocabulary, all: new Map(all.map((one) => [one.id, one])), notices }),
      ),
    );
  } catch (error) {
    if (!isNotFound(error)) throw error;
    fill(view, notFound(t('not_found_measure'), [t('nav_measures'), '#/measures']));
  }
}

/** @param {Api.Measure} measure */
function head(measure) {
  const topic = say(measure, 'topic_label');
  return h(
    'header',
    {},
    trail([t('nav_measures'), '#/measures'], [topic, `#/measures?topic=${encodeURIComponent(measure.topic)}`]),
    h('p', { class: 'card-topic' }, [topic, tCode('kind', measure.kind), t('item', measure)].join(' · ')),
    title(say(measure, 'title')),
    chineseNote(),
    h('p', { class: 'summary' }, told(measure, 'summary')),
    measure.in_force ? null : notInForce(measure),
    h('p', { class: 'actions-line' }, calculateLink()),
  );
}

/** @param {Api.Measure} given */
function notInForce({ valid, replaced_by: follows }) {
  return h(
    'div',
    { class: 'notice notice-trouble' },
    h('h2', {}, t('not_in_force_now')),
    h('p', {}, forceText(valid, today())),
    follows ? h('p', { lang: onlyChinese() }, follows) : null,
  );
}

/**
 * @param {Api.Measure} measure
 * @param {{vocabulary: Map<string, Api.Fact>, all: Map<string, Api.MeasureEntry>, notices: Api.Notice[]}} given
 */
function body(measure, { vocabulary, all, notices }) {
  return [
    section('worth', t('worth_title'), worth(measure, notices)),
    section('conditions', t('conditions_title'), conditions(measure, vocabulary)),
    section('how', t('how_title'), [
      line(t('next_step'), told(measure, 'next_step'), 'next'),
      line(t('channels'), list(measure.channels)),
      line(t('documents'), list(measure.documents)),
      line(t('delivery'), measure.delivery),
    ]),
    section('who', t('who_title'), whom(measure)),
    section('notes', t('notes_title'), [
      ...caveatRows(measure.caveats, 'h3'),
      line(t('excludes'), others(measure.excludes, all)),
      line(t('ladder'), others(measure.leads_to, all)),
    ]),
    section('basis', t('basis_title'), basis(measure)),
    h(
      'p',
      { class: 'actions-line' },
      h('a', { href: `#/tell/${encodeURIComponent(measure.id)}`, class: 'button button-quiet' }, t('card_tell')),
    ),
  ];
}

// The notice on payment is not part of the promise; only benefits are paid.
/** @param {Api.Measure} given @param {Api.Notice[]} notices */
function worth({ kind, benefits }, notices) {
  return kind === 'benefit'
    ? [benefitList(benefits), ...noticeList(notices.filter(({ code }) => code === 'delivery'))]
    : benefitList(benefits);
}

/** @param {string} id @param {string} heading @param {Pages.Child} content */
function section(id, heading, content) {
  const shown = [content].flat().filter((one) => one !== null);
  if (shown.length === 0) return null;
  return h(
    'section',
    { class: `part part-${id}`, 'aria-labelledby': `h-${id}` },
    h('h2', { id: `h-${id}` }, heading),
    shown,
  );
}

/** @param {string} label @param {Pages.Child} content @param {string} [kind] */
function line(label, content, kind = '') {
  return row(label, content, kind, 'h3');
}

/** @param {Api.Measure} measure @param {Map<string, Api.Fact>} vocabulary */
function conditions(measure, vocabulary) {
  /** @param {Api.Rule | null} tree */
  const rule = (tree) => (tree ? ruleTree(tree, vocabulary, measure.sources) : null);
  const judged = measure.judged.map(({ text, by }) => [
    text,
    h('span', { class: 'tree-note' }, t('judged_by', { by })),
  ]);
  const bare = !measure.applies_when && !measure.requires && judged.length === 0;
  return [
    line(t('scope'), t(`scope.${measure.scope}`)),
    line(t('applies_when'), rule(measure.applies_when)),
    line(t('requires'), rule(measure.requires)),
    line(
      t('judged'),
      judged.length > 0
        ? h(
            'ul',
            {},
            judged.map((one) => h('li', {}, one)),
          )
        : null,
      'judged',
    ),
    bare ? h('p', { class: 'muted' }, t('no_conditions')) : null,
  ];
}

/** @param {Api.Measure} measure */
function whom(measure) {
  return [
    line(t('units_municipal'), [
      unitList(measure.units, true),
      measure.joint_pairing === 'open' && measure.units.length > 1
        ? h('p', { class: 'muted' }, t('pairing_open'))
        : null,
    ]),
    measure.provincial_units.length > 0 ? line(t('units_provincial'), unitList(measure.provincial_units, true)) : null,
    h(
      'p',
      { class: 'muted' },
      t('counties_too'),
      ' ',
      h('a', { href: '#/units?level=county' }, t('counties_link')),
      ' · ',
      call12345(),
    ),
  ];
}

/** @param {string[]} ids @param {Map<string, Api.MeasureEntry>} all */
function others(ids, all) {
  return list(ids.map((id) => h('a', { href: measureAddress(id) }, say(all.get(id) ?? {}, 'title') || id)));
}

/** @param {Api.Measure} measure */
function basis(measure) {
  const { from, to } = measure.valid;
  return [
    line(t('source'), list(sourceLinks(measure.sources, measure.id))),
    line(t('validity'), to ? t('valid_between', { from, to }) : t('valid_open', { from })),
    line(t('last_checked'), measure.last_checked),
    line(t('measure_number'), measure.id),
  ];
}
