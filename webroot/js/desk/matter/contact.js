// Telling the company how its matter ended, and recording that it could not be reached.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';
import { Form } from '../form.js';
import { contactFields } from './ending.js';
import { staffText, stateName } from './labels.js';

/**
 * Until the company was told, the page asks for it first of all.
 * @param {Desk.MatterFile} file
 */
export function tellPart(file) {
  const { record, draft } = file;
  if (!record.may.tell) return null;
  draft.telling ??= {};
  const contact = contactFields(draft.telling, true);
  const form = new Form({
    kind: 'tell-form',
    fields: contact.fields,
    submit: t('tell_do'),
    busy: t('saving_staff'),
    check: contact.problems,
    act: () =>
      file.change(
        'POST',
        'told',
        { ...contact.body(), revision: record.revision },
        { done: ['tell_done', {}], dropped: ['telling'] },
      ),
  });
  return h(
    'section',
    { class: 'desk-part matter-tell', 'aria-labelledby': 'matter-tell' },
    h('h2', { id: 'matter-tell' }, t('tell_title')),
    h('p', {}, t('tell_text', { state: stateName(record.state) })),
    record.contact ? h('p', { class: 'typed' }, `${t('matter_contact')}${t('optional_colon')}${record.contact}`) : null,
    form.element,
  );
}

/**
 * In place of the step to `unreachable` while there are too few attempts: those so far, and another one.
 * @param {Desk.MatterFile} file @param {HTMLElement} cancel
 */
export function attemptForm(file, cancel) {
  const { record, draft } = file;
  const attempts = record.deeds.filter(({ deed }) => deed === 'attempted');
  draft.attempt ??= {};
  const contact = contactFields(draft.attempt, false);
  const form = new Form({
    kind: 'attempt-form',
    fields: contact.fields,
    submit: t('attempt_do'),
    busy: t('saving_staff'),
    check: contact.problems,
    act: () =>
      file.change('POST', 'attempts', contact.body(), { done: ['attempt_done', {}], dropped: ['attempt', 'step'] }),
    rest: cancel,
  });
  form.element.prepend(
    h('p', {}, t('attempt_text')),
    ...attempts.map((one) => h('p', { class: 'muted' }, `${timeText(one.at)} ${staffText(one.by)}`)),
  );
  return form.element;
}
