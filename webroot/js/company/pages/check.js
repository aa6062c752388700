// All answers on one page, by topic: each can be changed without losing the rest.

import { fill, h } from '../../shared/dom.js';
import { problemText } from '../../shared/fields/problems.js';
import { againNotice } from '../../shared/form/again.js';
import { leftOutMark } from '../../shared/parts/left_out.js';
import { factValue } from '../../shared/format.js';
import { say, t } from '../../shared/language.js';
import { deviceChoice } from '../keep/device_choice.js';
import { loadScreens } from '../../shared/screens/data.js';
import { screenOf } from '../../shared/screens/rules.js';
import { trouble, waiting } from '../../shared/trouble.js';

const MOST_SHOWN = 200; // characters of a typed text; the field has the rest

/** @param {Pages.CompanySession} session @param {HTMLElement} container */
export async function checkPage(session, container) {
  fill(container, waiting(t('loading')));
  /** @type {Api.Screen[]} */
  let screens = [];
  try {
    // Without the screens every answer can still be changed in the form.
    [screens] = await Promise.all([loadScreens().catch(() => []), session.load()]);
  } catch (error) {
    fill(
      container,
      heading(),
      trouble(error, () => checkPage(session, container)),
    );
    return;
  }
  const { answers, facts } = session;
  const given = facts.filter((fact) => answers.isAnswered(fact.id));
  const reopen = (/** @type {string} */ fact) => {
    const screen = screenOf(screens, fact);
    // What was passed is proposed again.
    answers.passed = answers.passed.filter((id) => id !== screen?.id);
    answers.set(fact, {});
    checkPage(session, container).then(() => container.querySelector('h1')?.focus());
  };
  const open = facts.filter((fact) => fact.asked !== false && answers.isOpen(fact.id) && !answers.isAnswered(fact.id));
  fill(
    container,
    heading(),
    h('p', { class: 'lead' }, t('check_lead')),
    againNotice(answers.again, (/** @type {string} */ id) => session.fact(id)),
    given.length === 0 && !answers.asOf ? nothing() : [dayOf(answers), ...topics(given, answers, screens, reopen)],
    h('p', { class: 'muted' }, t('check_open', { n: open.length })),
    deviceChoice(session),
    h(
      'div',
      { class: 'actions' },
      h('a', { href: '#/result', class: 'button button-main' }, t('submit')),
      h('a', { href: '#/screen', class: 'button' }, t('start_on')),
      h('a', { href: '#/form', class: 'button button-quiet' }, t('all_questions')),
    ),
  );
}

function heading() {
  return h('h1', { tabindex: '-1' }, t('check_title'));
}

function nothing() {
  return h('div', { class: 'notice' }, h('h2', {}, t('check_none_title')), h('p', {}, t('check_none_text')));
}

/** @param {Pages.Answers} answers */
function dayOf(answers) {
  return answers.asOf
    ? h('section', { class: 'panel check-topic' }, h('dl', {}, line('as_of', t('as_of'), answers.asOf)))
    : null;
}

/**
 * `reopen(fact)` takes back an answer that was given by leaving it out.
 * @param {Api.Fact[]} facts @param {Pages.Answers} answers @param {Api.Screen[]} screens
 * @param {(fact: string) => void} reopen
 */
function topics(facts, answers, screens, reopen) {
  return [...new Set(facts.map((fact) => fact.topic))].map((topic) => {
    const own = facts.filter((fact) => fact.topic === topic);
    return h(
      'section',
      { class: 'panel check-topic' },
      h('h2', {}, say(own[0], 'topic_label') || topic),
      h(
        'dl',
        {},
        own.map((fact) => {
          const entry = answers.entry(fact.id);
          const screen = answers.isLeftOut(fact.id) ? screenOf(screens, fact.id) : null;
          return line(fact.id, say(fact), answerText(fact, entry), {
            problem: entry.problem ? problemText(entry) : null,
            note: answers.isLeftOut(fact.id) ? leftOutMark(say(fact), () => reopen(fact.id)) : null,
            address: screen ? `#/screen/${encodeURIComponent(screen.id)}?from=check` : null,
          });
        }),
      ),
    );
  });
}

/** @param {Api.Fact} fact @param {Pages.Entry} given */
function answerText(fact, { value, draft }) {
  return value === undefined ? shortened(draft?.text ?? '') : factValue(fact, value);
}

/** @param {string} text */
function shortened(text) {
  const signs = [...text];
  return signs.length > MOST_SHOWN ? `${signs.slice(0, MOST_SHOWN).join('')}…` : text;
}

/**
 * `problem`: why the answer counts for nothing; `note`: how it was given; `address`: where it is changed, if
 * not in the form.
 * @param {string} id @param {string} label @param {string} text
 * @param {{problem?: string | null, note?: Pages.Child, address?: string | null}} [more]
 */
function line(id, label, text, { problem = null, note = null, address = null } = {}) {
  return h(
    'div',
    { class: 'check-line', 'data-answer': id },
    h('dt', {}, label),
    h(
      'dd',
      { class: 'check-answer' },
      text,
      problem ? h('span', { class: 'check-problem' }, `✗ ${problem}`) : null,
      note ? h('span', { class: 'check-note' }, note) : null,
    ),
    h(
      'dd',
      {},
      h(
        'a',
        { href: address ?? `#/form/${encodeURIComponent(id)}` },
        t('check_change'),
        h('span', { class: 'visually-hidden' }, ` ${label}`),
      ),
    ),
  );
}
