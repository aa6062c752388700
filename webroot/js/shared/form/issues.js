// The refused answers: each beside its field, and a list with links at the top.

import { fill, h, reveal } from '../dom.js';
import { say, t, tCode } from '../language.js';

/** The fact that an issue's pointer names: `/profile/employees` is employees. */
export function placeOf(pointer) {
  const [, first, second] = (pointer ?? '').split('/');
  if (first === 'profile' && second) return second.replace(/~1/g, '/').replace(/~0/g, '~');
  return first || null;
}

/** A refusal of the service, in the page's language if its code is known. */
export function refusedText({ code, message }) {
  return tCode('refused', code, message);
}

/** Shows `issues` ([{place, message}]) beside the fields, which are `{setIssues, focus}` by place. */
export function showBeside(fields, issues) {
  for (const [place, field] of fields) {
    field.setIssues(issues.filter((issue) => issue.place === place).map((issue) => issue.message));
  }
}

export class IssueSummary {
  #fields;
  #labelFor;

  constructor(fields, labelFor) {
    this.#fields = fields;
    this.#labelFor = labelFor;
    this.element = h('div', { class: 'notice notice-issues', tabindex: '-1', hidden: true });
  }

  show(issues) {
    this.element.hidden = issues.length === 0;
    fill(
      this.element,
      h('h2', {}, t('issues_title', { n: issues.length })),
      h(
        'ul',
        {},
        issues.map((issue) => h('li', {}, this.#link(issue))),
      ),
    );
    if (issues.length > 0) reveal(this.element);
  }

  hide() {
    this.element.hidden = true;
  }

  #link({ place, message }) {
    const field = this.#fields.get(place);
    if (!field) return `${place ?? t('issues_general')}${t('optional_colon')}${message}`;
    const go = (event) => {
      event.preventDefault();
      field.focus();
    };
    return h('a', { href: `#/form/${place}`, click: go }, `${this.#labelFor(place)}${t('optional_colon')}${message}`);
  }
}

export function labelOf(session) {
  return (place) => (place === 'as_of' ? t('as_of') : say(session.fact(place) ?? {}) || place);
}
