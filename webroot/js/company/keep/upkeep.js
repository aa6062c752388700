// What the owner does with what is kept: bring it up to date, change what was agreed, delete it.

import { fill, h, reveal } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { termsChoices } from './choices.js';

/**
 * `{element, busy(yes)}`; `onUpdate` gets the owner's choices.
 * @param {{record: Pages.SavedRecord, changed: boolean, terms: Api.Terms, saved: Pages.Saved}} given
 * @param {(wishes: Pages.Wishes) => void} onUpdate
 */
export function updatePart({ record, changed, terms, saved }, onUpdate) {
  const choices = termsChoices(terms, record, saved.wishes, (wishes) => {
    saved.wishes = wishes;
  });
  const button = h('button', { type: 'submit', class: changed ? 'button button-main' : 'button' }, t('update_do'));
  /** @param {boolean} yes */
  const busy = (yes) => {
    button.setAttribute('aria-disabled', String(yes));
    fill(button, t(yes ? 'saving' : 'update_do'));
  };
  /** @param {Event} event */
  const send = (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') !== 'true') onUpdate(choices.value());
  };
  const element = h(
    'form',
    { class: 'panel keep-form upkeep', submit: send },
    h('h2', {}, t('upkeep_title')),
    h('p', { class: changed ? 'keep-changed' : 'muted' }, t(changed ? 'content_changed' : 'content_same')),
    choices.element,
    h('p', { class: 'muted' }, t('update_note')),
    h('div', { class: 'actions' }, button),
  );
  return { element, busy };
}

/**
 * Shows that there are two copies, and asks the owner which one counts.
 * @param {() => void} onLoad @param {() => void} onOverwrite
 */
export function conflict(onLoad, onOverwrite) {
  /** @param {string} name @param {() => void} act */
  const way = (name, act) =>
    h(
      'p',
      { class: 'way' },
      h('button', { type: 'button', class: 'button', click: act }, t(`conflict_${name}`)),
      h('span', { class: 'muted' }, t(`conflict_${name}_note`)),
    );
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t('conflict_title')),
    h('p', {}, t('conflict_text')),
    way('load', onLoad),
    way('overwrite', onOverwrite),
  );
}

/**
 * In the place of `updatePart` while nothing is answered, which would bring nothing up to date: `{element, busy(yes)}`.
 * @param {() => void} onLoad
 */
export function loadPart(onLoad) {
  const button = h('button', { type: 'button', class: 'button button-main', click: onLoad }, t('load_do'));
  /** @param {boolean} yes */
  const busy = (yes) => {
    button.setAttribute('aria-disabled', String(yes));
    fill(button, t(yes ? 'loading_saved' : 'load_do'));
  };
  const element = h(
    'section',
    { class: 'panel upkeep' },
    h('h2', {}, t('upkeep_title')),
    h('p', {}, t('load_text')),
    h('div', { class: 'actions' }, button),
  );
  return { element, busy };
}

/**
 * Asks once, in its own place: `{element, busy(yes)}`.
 * @param {() => void} onDelete
 */
export function deletePart(onDelete) {
  const place = h('div', { class: 'delete-ask' });
  const first = h('button', { type: 'button', class: 'button button-danger', click: ask }, t('delete_do'));
  const yes = h('button', { type: 'button', class: 'button button-danger', click: onDelete }, t('delete_yes'));
  const no = h('button', { type: 'button', class: 'button button-quiet', click: calm }, t('delete_no'));
  /** @param {boolean} waits */
  const busy = (waits) => {
    for (const button of [first, yes, no]) button.setAttribute('aria-disabled', String(waits));
    fill(yes, t(waits ? 'deleting' : 'delete_yes'));
  };
  function ask() {
    if (first.getAttribute('aria-disabled') === 'true') return;
    const sure = h('p', { class: 'delete-sure', tabindex: '-1' }, t('delete_sure'));
    fill(place, sure, h('div', { class: 'actions' }, yes, no));
    reveal(sure);
  }
  function calm() {
    if (no.getAttribute('aria-disabled') === 'true') return;
    fill(place, first);
    first.focus();
  }
  fill(place, first);
  const element = h(
    'section',
    { class: 'panel delete' },
    h('h2', {}, t('delete_title')),
    h('p', {}, t('delete_text')),
    place,
  );
  return { element, busy };
}
