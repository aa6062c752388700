// The fold for experts: the date of the policies.

import { fill, h, reveal } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

// The days that the service takes.
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';

/**
 * `{element, fields, problem()}`; the one field is for `as_of`, `problem()` what is wrong with it or ''.
 * @param {Pages.Answers} answers
 */
export function advanced(answers) {
  const date = dateField(answers);
  const fields = new Map([['as_of', date]]);
  const element = h(
    'details',
    { class: 'topic topic-advanced' },
    h('summary', {}, h('h2', {}, t('advanced'))),
    h('div', { class: 'topic-body' }, date.element),
  );
  return { element, fields, problem: date.problem };
}

/** @param {Pages.Answers} answers */
function dateField(answers) {
  const issues = h('div', { id: 'f-as_of-issues', class: 'field-issues' });
  const input = h('input', {
    id: 'f-as_of',
    type: 'date',
    min: FIRST_DAY,
    max: LAST_DAY,
    'aria-describedby': 'f-as_of-help f-as_of-issues',
  });
  input.value = answers.asOf;
  /** @param {string[]} messages */
  const setIssues = (messages) => {
    element.classList.toggle('has-issues', messages.length > 0);
    fill(
      issues,
      messages.map((message) => h('p', {}, h('span', { 'aria-hidden': 'true' }, '✗ '), message)),
    );
  };
  const problem = () => problemOf(input);
  // A half-typed year is a date of the first century: the problem is shown when the field loses the
  // focus, and until then the last valid date counts.
  input.addEventListener('input', () => {
    setIssues([]);
    if (problem() === '' && input.value !== answers.asOf) answers.asOf = input.value;
  });
  input.addEventListener('blur', () => setIssues([problem()].filter((text) => text !== '')));
  const element = h(
    'div',
    { class: 'field' },
    h('div', { class: 'field-label' }, h('label', { for: 'f-as_of' }, t('as_of'))),
    h('div', { id: 'f-as_of-help', class: 'field-help' }, t('as_of_help')),
    input,
    issues,
  );
  return { element, setIssues, problem, focus: () => reveal(input) };
}

/** @param {HTMLInputElement} input */
function problemOf({ validity, min, max }) {
  if (validity.badInput) return t('problem.date');
  /** @param {string} day */
  const year = (day) => day.slice(0, 4);
  return validity.rangeUnderflow || validity.rangeOverflow
    ? t('problem.date_range', { from: year(min), to: year(max) })
    : '';
}
