// The facts of the company, with their origin.

import { fetchVocabulary } from '../../shared/api.js';
import { h } from '../../shared/dom.js';
import { factValue } from '../../shared/format.js';
import { say, t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';

let vocabulary = null;

/** Reads the vocabulary once; a failure is not kept. Throws what the request throws. */
export async function loadVocabulary() {
  vocabulary ??= new Map((await fetchVocabulary()).facts.map((fact) => [fact.id, fact]));
}

export function factsPart(file, visit) {
  const { profile, provenance = {}, applicant } = file.record;
  if (!applicant) return null;
  const known = Object.entries(profile ?? {}).filter(([id]) => vocabulary.has(id));
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
    known.length === 0
      ? h('p', { class: 'muted' }, t('facts_none'))
      : h(
          'dl',
          { class: 'facts desk-card' },
          known.map(([id, value]) => {
            const fact = vocabulary.get(id);
            return h(
              'div',
              { 'data-fact': id },
              h('dt', {}, say(fact) || id),
              h('dd', {}, factValue(fact, value), ' ', provenanceMark(provenance[id])),
            );
          }),
        ),
    visit.may('assist') ? h('p', {}, h('a', { href: `#/applicant/${applicant.id}` }, t('profile_change'))) : null,
  );
}

function provenanceMark(said) {
  if (!said) return null;
  const verified = said.by === 'verified';
  return [
    h(
      'span',
      { class: verified ? 'matter-mark matter-mark-good' : 'matter-mark' },
      h('span', { 'aria-hidden': 'true' }, verified ? '✓ ' : '○ '),
      t(verified ? 'provenance.verified' : 'provenance.declared'),
    ),
    said.at ? h('span', { class: 'by-whom' }, [said.staff?.name, timeText(said.at)].filter(Boolean).join(' ')) : null,
  ];
}
