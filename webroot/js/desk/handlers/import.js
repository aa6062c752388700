// The table of handlers as a file: out, and back as a whole or not at all.

import { Refused } from '../../shared/api.js';
import { announce, fill, h } from '../../shared/dom.js';
import { say, t } from '../../shared/language.js';
import { deskTrouble } from '../trouble.js';

/**
 * `done(notice)` shows the new table and what was done.
 * @param {Desk.Visit} visit @param {(notice: HTMLElement) => Promise<void>} done
 */
export function importPart(visit, done) {
  const said = h('div', { class: 'handlers-said' });
  const input = h('input', {
    type: 'file',
    id: 'handlers-file',
    accept: '.csv,text/csv',
    change: async () => {
      const file = input.files?.[0];
      if (!file) return;
      await take(await file.text());
      input.value = ''; // so that the same file can be chosen again
    },
  });
  /** @param {string} csv */
  async function take(csv) {
    fill(said);
    try {
      const { lines, changed } = await visit.send('POST', 'handlers/import', { csv });
      await done(h('p', { class: 'notice notice-done', role: 'status' }, t('import_done', { lines, changed })));
    } catch (error) {
      announce(said, wrongLines(error) ?? deskTrouble(error, () => take(csv)));
    }
  }
  return h(
    'details',
    { class: 'desk-part handlers-import' },
    h('summary', {}, t('import_title')),
    h('p', {}, t('import_text')),
    h('p', {}, h('a', { href: '/api/v1/hall/handlers.csv', download: true }, t('import_export'))),
    h('div', {}, h('label', { for: 'handlers-file' }, t('import_file')), ' ', input),
    said,
  );
}

/** The faults of the lines; null for another failure. @param {unknown} error */
function wrongLines(error) {
  if (!(error instanceof Refused)) return null;
  const faults = error.issues.filter(({ pointer }) => pointer === '/csv');
  if (faults.length === 0) return null;
  return h(
    'div',
    { class: 'notice notice-trouble', role: 'alert' },
    h('h2', {}, t('import_wrong')),
    h(
      'ul',
      {},
      faults.map((one) => h('li', {}, say(one, 'message'))),
    ),
  );
}
