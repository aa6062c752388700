// Opens all public pages by a version as of a day, marked as a preview.

import { h } from '../../shared/dom.js';
import { shortVersion } from '../../shared/format.js';
import { t } from '../../shared/language.js';
import { part } from './table.js';

/** @param {Api.KeptVersions} kept @param {string} today */
export function previewPart({ served, versions }, today) {
  const hashes = [...new Set([served, ...versions.flatMap(({ hash, kept }) => (kept ? [hash] : []))])];
  /** @param {string} hash */
  const label = (hash) => {
    const state = versions.find((one) => one.hash === hash)?.state ?? 'in_use';
    return `${shortVersion(hash)} ${t(`version_state.${state}`)}`;
  };
  const version = h(
    'select',
    { id: 'preview-version', name: 'catalogue' },
    hashes.map((hash) => h('option', { value: hash }, label(hash))),
  );
  const day = h('input', { id: 'preview-day', name: 'as_of', type: 'date', value: today, required: true });
  return part(
    t('preview_title'),
    h('p', { class: 'muted' }, t('preview_lead')),
    h(
      'form',
      { class: 'matter-filter', action: '/preview', method: 'get', target: '_blank' },
      h(
        'div',
        { class: 'matter-filter-rest period' },
        h('div', {}, h('label', { for: 'preview-version' }, t('preview_version')), version),
        h('div', {}, h('label', { for: 'preview-day' }, t('preview_day')), day),
        h('div', {}, h('button', { class: 'button', type: 'submit' }, t('preview_open'))),
      ),
    ),
  );
}
