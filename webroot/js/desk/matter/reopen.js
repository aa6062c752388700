// Taking the end of a matter back: as a slip within ten minutes, or by a supervisor with a reason.

import { fill, h, reveal } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import { areaField } from '../fields.js';
import { Form } from '../form.js';
import { deskTrouble } from '../trouble.js';

const MOST_REASON = 500; // code points

/** @param {Desk.MatterFile} file */
export function reopenPart(file) {
  const { may } = file.record;
  if (!may.undo && !may.reopen) return null;
  const place = h('div', {});
  if (file.draft.reopening !== undefined && may.reopen) fill(place, reopenForm(file, place));
  return h(
    'div',
    { class: 'matter-reopen' },
    h(
      'div',
      { class: 'actions' },
      may.undo ? undoButton(file, place) : null,
      may.reopen
        ? h(
            'button',
            {
              type: 'button',
              class: 'button button-quiet',
              id: 'matter-reopen',
              click: () => {
                file.draft.reopening ??= '';
                fill(place, reopenForm(file, place));
                reveal(/** @type {HTMLElement} */ (place.querySelector('textarea')));
              },
            },
            t('reopen'),
          )
        : null,
    ),
    may.undo ? h('p', { class: 'muted' }, t('undo_hint')) : null,
    place,
  );
}

/** @param {Desk.MatterFile} file @param {HTMLElement} place */
function undoButton(file, place) {
  const button = h('button', { type: 'button', class: 'button button-quiet', click: undo }, t('undo'));
  async function undo() {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    try {
      await file.change('POST', 'undo', { revision: file.record.revision }, { done: ['undo_done', {}] });
    } catch (error) {
      button.setAttribute('aria-disabled', 'false');
      fill(place, deskTrouble(error, undo));
    }
  }
  return button;
}

/** @param {Desk.MatterFile} file @param {HTMLElement} place */
function reopenForm(file, place) {
  const reason = areaField(
    {
      name: 'reason',
      label: t('reopen_reason'),
      hint: t('reopen_hint', { n: MOST_REASON }),
      value: file.draft.reopening,
    },
    (text) => {
      file.draft.reopening = text;
    },
  );
  const text = () => reason.value.trim();
  return new Form({
    kind: 'reopen-form',
    fields: [reason],
    submit: t('reopen_do'),
    busy: t('saving_staff'),
    check: () => ({ reason: problem(text()) }),
    act: () =>
      file.change(
        'POST',
        'reopening',
        { reason: text(), revision: file.record.revision },
        { done: ['reopen_done', {}], dropped: ['reopening'] },
      ),
    rest: h(
      'button',
      {
        type: 'button',
        class: 'button button-quiet',
        click: () => {
          delete file.draft.reopening;
          fill(place);
          document.getElementById('matter-reopen')?.focus();
        },
      },
      t('cancel'),
    ),
  }).element;
}

/** @param {string} text */
function problem(text) {
  if (text === '') return t('step_reason_blank');
  return [...text].length > MOST_REASON ? t('name_long', { n: MOST_REASON }) : '';
}
