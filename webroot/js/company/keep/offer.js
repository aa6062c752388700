// Before anything is saved: what would be kept, and the choices that are the owner's.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { termsChoices } from './choices.js';
import { sizeOf } from '../../shared/kept_content.js';

/**
 * `{element, busy(yes)}`; `onSave` gets the owner's choices.
 * @param {{content: Pages.Content, problems: [string, Pages.Entry][], terms: Api.Terms, saved: Pages.Saved}} given
 * @param {(wishes: Pages.Wishes) => void} onSave
 */
export function offer({ content, problems, terms, saved }, onSave) {
  const choices = termsChoices(terms, null, saved.wishes, (wishes) => {
    saved.wishes = wishes;
  });
  const button = h('button', { type: 'submit', class: 'button button-main' }, t('save_do'));
  /** @param {boolean} yes */
  const busy = (yes) => {
    button.setAttribute('aria-disabled', String(yes));
    fill(button, t(yes ? 'saving' : 'save_do'));
  };
  /** @param {Event} event */
  const send = (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') !== 'true') onSave(choices.value());
  };
  const element = h(
    'form',
    { class: 'keep-form', submit: send },
    promises(content, problems, terms),
    h('div', { class: 'panel' }, choices.element),
    h(
      'div',
      { class: 'actions' },
      button,
      h('a', { href: '#/resume', class: 'button button-quiet' }, t('save_to_resume')),
    ),
  );
  return { element, busy };
}

export function nothingToSave() {
  return [
    h('div', { class: 'notice' }, h('h2', {}, t('save_none_title')), h('p', {}, t('save_none_text'))),
    h(
      'div',
      { class: 'actions' },
      h('a', { href: '#/form', class: 'button button-main' }, t('save_to_form')),
      h('a', { href: '#/resume', class: 'button' }, t('save_to_resume')),
    ),
  ];
}

/** @param {Pages.Content} content @param {[string, Pages.Entry][]} problems @param {Api.Terms} terms */
function promises(content, problems, terms) {
  /** @param {string} name @param {Pages.WordParts} [parts] */
  const line = (name, parts) => [h('dt', {}, t(`facts_${name}`)), h('dd', {}, t(`facts_${name}_text`, parts))];
  return h(
    'section',
    { class: 'panel keep-facts' },
    h('h2', {}, t('facts_title')),
    h(
      'dl',
      {},
      line('what', { n: sizeOf(content) }),
      line('how'),
      line('who'),
      line('long', { n: terms.backup_days }),
      terms.overwritten === false ? line('remains') : null,
    ),
    problems.length > 0 ? h('p', { class: 'keep-drafts' }, `! ${t('facts_drafts', { n: problems.length })}`) : null,
  );
}
