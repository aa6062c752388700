// The fold for those who know what they want: the date of the policies.

import { fill, h, reveal } from '../dom.js';
import { t } from '../language.js';

/** `{element, fields}`; the one field is for `as_of`. */
export function advanced(answers) {
  const date = dateField(answers);
  const fields = new Map([['as_of', date]]);
  const element = h('details', { class: 'topic topic-advanced' },
    h('summary', {}, h('h2', {}, t('advanced'))),
    h('div', { class: 'topic-body' }, date.element));
  return { element, fields };
}

function dateField(answers) {
  const issues = h('div', { id: 'f-as_of-issues', class: 'field-issues' });
  const input = h('input', { id: 'f-as_of', type: 'date', 'aria-describedby': 'f-as_of-help f-as_of-issues' });
  input.value = answers.asOf;
  const setIssues = (messages) => {
    element.classList.toggle('has-issues', messages.length > 0);
    fill(issues, messages.map((message) => h('p', {}, h('span', { 'aria-hidden': 'true' }, '✗ '), message)));
  };
  input.addEventListener('input', () => {
    setIssues(input.validity.badInput ? [t('problem.date')] : []);
    answers.asOf = input.value;
  });
  const element = h('div', { class: 'field' },
    h('div', { class: 'field-label' }, h('label', { for: 'f-as_of' }, t('as_of'))),
    h('div', { id: 'f-as_of-help', class: 'field-help' }, t('as_of_help')), input, issues);
  return { element, setIssues, focus: () => reveal(input) };
}
