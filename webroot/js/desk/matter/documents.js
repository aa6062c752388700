// What the measure asks for, ticked off as it comes in.

import { fill, h } from '../../shared/dom.js';
import { onlyChinese, t } from '../../shared/language.js';
import { timeText } from '../../shared/china_time.js';
import { deskTrouble } from '../trouble.js';
import { isClosed, staffText } from './labels.js';

/** @param {Desk.MatterFile} file */
export function documentsPart(file) {
  const { record } = file;
  const { documents } = record;
  const place = h('div', {});
  const there = documents.filter(({ ticked }) => ticked).length;
  const still = !record.may.work || isClosed(record) || !record.applicant;
  const boxes = documents.map((one, index) =>
    h('input', {
      type: 'checkbox',
      id: `document-${index}`,
      checked: one.ticked !== null,
      disabled: still,
      /** @param {MouseEvent} event */
      click: (event) => {
        if (saving) event.preventDefault();
      },
      change: () => save(),
    }),
  );
  let saving = false;
  async function save() {
    fill(place);
    const ticked = boxes.flatMap((box, index) => (box.checked ? [index] : []));
    saving = true;
    try {
      await file.change('PUT', 'documents', { ticked, revision: record.revision }, { done: ['documents_saved', {}] });
    } catch (error) {
      saving = false;
      fill(place, deskTrouble(error, save));
    }
  }
  return h(
    'section',
    { class: 'desk-part matter-documents', 'aria-labelledby': 'matter-documents' },
    h(
      'h2',
      { id: 'matter-documents' },
      t('matter_documents'),
      ' ',
      documents.length > 0
        ? h('span', { class: 'matter-count' }, t('documents_count', { n: there, all: documents.length }))
        : null,
    ),
    documents.length === 0
      ? h('p', { class: 'muted' }, t('documents_none'))
      : h(
          'ul',
          { class: 'documents' },
          documents.map((one, index) =>
            h(
              'li',
              {},
              h(
                'label',
                { class: 'tick', for: `document-${index}` },
                boxes[index],
                h('span', { lang: onlyChinese() }, one.name),
              ),
              one.ticked
                ? h(
                    'span',
                    { class: 'muted' },
                    t('by_whom', { name: staffText(one.ticked.by), at: timeText(one.ticked.at) }),
                  )
                : null,
            ),
          ),
        ),
    place,
  );
}
