// What colleagues tell each other about a matter. Notes are only added.

import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { areaField } from '../fields.js';
import { Form } from '../form.js';
import { timeText } from '../../shared/china_time.js';
import { staffText } from './labels.js';

const MOST_NOTE = 2000; // code points

/** @param {Desk.MatterFile} file */
export function notesPart(file) {
  const { notes, may, applicant } = file.record;
  return h(
    'section',
    { class: 'desk-part matter-notes', 'aria-labelledby': 'matter-notes' },
    h('h2', { id: 'matter-notes' }, t('matter_notes')),
    notes.length === 0
      ? h('p', { class: 'muted' }, t('notes_none'))
      : h(
          'ol',
          { class: 'entries' },
          notes.map((one) =>
            h(
              'li',
              {},
              h('p', { class: 'muted' }, `${timeText(one.at)} ${staffText(one.by)}`),
              h('p', { class: 'typed' }, one.text),
            ),
          ),
        ),
    may.work && applicant ? noteForm(file) : null,
  );
}

/** @param {Desk.MatterFile} file */
function noteForm(file) {
  const note = areaField(
    { name: 'text', label: t('note_new'), hint: t('note_hint'), value: file.draft.note },
    (text) => {
      file.draft.note = text;
    },
  );
  const text = () => note.value.trim();
  return new Form({
    kind: 'note-form',
    fields: [note],
    submit: t('note_do'),
    busy: t('saving_staff'),
    check: () => ({ text: noteProblem(text()) }),
    act: () => file.change('POST', 'notes', { text: text() }, { done: ['note_done', {}], dropped: ['note'] }),
  }).element;
}

/** @param {string} text */
function noteProblem(text) {
  if (text === '') return t('note_blank');
  return [...text].length > MOST_NOTE ? t('name_long', { n: MOST_NOTE }) : '';
}
