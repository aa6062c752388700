// The result: totals, groups by verdict, and what to do about it.

import { fill, h } from '../dom.js';
import { say, t } from '../language.js';
import { basis, contacts, warnings } from '../result/aside.js';
import { expiredSection, grouped, groupSection, groupsNav } from '../result/groups.js';
import { totals } from '../result/totals.js';
import { isIssues } from '../session.js';
import { trouble, waiting } from '../trouble.js';

export async function resultPage(session, container) {
  fill(container, head(), waiting(t('matching')));
  try {
    await session.load();
    const answer = await session.match();
    fill(container, head(), body(answer, (id) => session.fact(id)));
  } catch (error) {
    if (isIssues(error)) location.replace('#/form');
    else fill(container, head(), trouble(error, () => resultPage(session, container)));
    return undefined;
  }
  return printWhole();
}

function head() {
  return h('div', { class: 'result-head' }, h('h1', { tabindex: '-1' }, t('result_title')),
    h('div', { class: 'actions' },
      h('a', { href: '#/form', class: 'button' }, t('result_back')),
      h('a', { href: '#/check', class: 'button button-quiet' }, t('check_link')),
      h('button', { type: 'button', class: 'button button-quiet', click: () => window.print() }, t('result_print'))));
}

function body(answer, vocabulary) {
  const groups = grouped(answer.matches);
  const helpful = answer.matches.filter(({ verdict }) => verdict === 'eligible' || verdict === 'conditional');
  const titles = new Map(helpful.map(({ measure }) => [measure.id, say(measure, 'title')]));
  return h('div', { class: 'result' },
    totals(answer.totals),
    warnings(answer.profile.warnings, vocabulary),
    helpful.length === 0 ? empty(groups) : null,
    groupsNav(groups),
    h('div', { class: 'result-groups' }, groups.map((group) => groupSection(group, vocabulary, answer.questions)),
      expiredSection(answer), rest(answer.counts)),
    h('aside', { class: 'result-aside' },
      contacts(answer.units, titles), basis(answer)));
}

function empty(groups) {
  const open = groups.some(([group]) => group === 'undetermined');
  return h('div', { class: 'notice' }, h('h2', {}, t('empty_title')), h('p', {}, t(open ? 'empty_text' : 'empty_all')));
}

function rest({ not_applicable: elsewhere }) {
  return elsewhere > 0 ? h('p', { class: 'muted' }, t('not_listed', { n: elsewhere })) : null;
}

// Paper has no folds: all are open while the page prints. Returns what ends that.
function printWhole() {
  let opened = [];
  const open = () => {
    opened = [...document.querySelectorAll('details:not([open])')];
    for (const fold of opened) fold.open = true;
  };
  const close = () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  };
  window.addEventListener('beforeprint', open);
  window.addEventListener('afterprint', close);
  return () => {
    window.removeEventListener('beforeprint', open);
    window.removeEventListener('afterprint', close);
  };
}
