// The facts of the company, with their origin.

import { fetchVocabulary } from '../../shared/api.js';
import { h } from '../../shared/dom.js';
import { factValue } from '../../shared/format.js';
import { say, t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';

/** @type {Map<string, Api.Fact>} */
let vocabulary = new Map();

/** Reads the vocabulary once; a failure is not kept. Throws what the request throws. */
export async function loadVocabulary() {
  if (vocabulary.size === 0) vocabulary = new Map((await fetchVocabulary()).facts.map((fact) => [fact.id, fact]));
}

/** @param {Desk.MatterFile} file @param {Desk.Visit} visit */
export function factsPart(file, visit) {
  const { applicant } = file.record;
  if (!applicant) return null;
  const lines = factLines(file.record);
  return h(
    'details',
    {
      class: 'desk-part matter-facts',
      open: file.draft.facts === true,
      toggle: (event) => {
        file.draft.facts = event.currentTarget.open;
      },
    },
    h('summary', {}, h('h2', {}, t('matter_facts'))),
    lines.length === 0 ? h('p', { class: 'muted' }, t('facts_none')) : h('dl', { class: 'facts desk-card' }, lines),
    visit.may('assist') ? h('p', {}, h('a', { href: `#/applicant/${applicant.id}` }, t('profile_change'))) : null,
  );
}

/** @param {Api.MatterDetail} record */
function factLines({ profile, provenance }) {
  return Object.entries(profile ?? {}).flatMap(([id, value]) => {
    const fact = vocabulary.get(id);
    if (!fact) return [];
    return h(
      'div',
      { 'data-fact': id },
      h('dt', {}, say(fact) || id),
      h('dd', {}, factValue(fact, value), ' ', provenanceMark(provenance?.[id])),
    );
  });
}

/**
 * The questions that the company answered by leaving them out of a list; the vocabulary must be loaded.
 * @param {Api.MatterDetail} record
 */
export function leftOutNames({ provenance }) {
  return Object.entries(provenance ?? {}).flatMap(([id, { by }]) => {
    const fact = by === 'left_out' ? vocabulary.get(id) : undefined;
    return fact ? [say(fact) || id] : [];
  });
}

/** @param {Api.FactOrigin | undefined} said */
function provenanceMark(said) {
  if (!said) return null;
  const verified = said.by === 'verified';
  const look = { declared: '', left_out: ' matter-mark-wait', verified: ' matter-mark-good' }[said.by];
  return [
    h(
      'span',
      { class: `matter-mark${look}` },
      h('span', { 'aria-hidden': 'true' }, verified ? '✓ ' : '○ '),
      t(`provenance.${said.by}`),
    ),
    said.at ? h('span', { class: 'by-whom' }, [said.staff?.name, timeText(said.at)].filter(Boolean).join(' ')) : null,
  ];
}
