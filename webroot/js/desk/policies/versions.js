// The versions of the policies: who published and approved them, when and why.

import { timeText } from '../../shared/china_time.js';
import { h } from '../../shared/dom.js';
import { shortVersion } from '../../shared/format.js';
import { t } from '../../shared/language.js';
import { cellOf } from '../cell.js';
import { part, tableOf } from './table.js';

const HEADS = ['version', 'version_at', 'version_by', 'version_approved', 'version_why', 'version_what', 'version_do'];

/** @param {Api.KeptVersions} kept */
export function versionsPart({ served, versions }) {
  const inUse = versions.find(({ state }) => state === 'in_use');
  return part(
    t('versions_title'),
    inUse && inUse.hash !== served
      ? h('p', { class: 'notice notice-warning' }, t('version_unserved', { hash: shortVersion(served) }))
      : null,
    versions.length === 0
      ? h('p', { class: 'notice' }, t('versions_none'))
      : tableOf(
          t('versions_title'),
          HEADS,
          versions.map((one) => row(one, served)),
        ),
  );
}

/** @param {Api.KeptVersion} one @param {string} served */
function row(one, served) {
  const { number, hash, state, way, at, by, approved_by: second, why, what, withdrawn } = one;
  const comparable = one.kept && hash !== served;
  return h(
    'tr',
    { 'data-version': hash, 'data-state': state },
    h(
      'th',
      { scope: 'row' },
      number ? `${number} · ` : null,
      h('code', { title: hash }, shortVersion(hash)),
      h('br'),
      h('strong', {}, t(`version_state.${state}`)),
    ),
    cellOf('version_at', timeText(at)),
    cellOf(
      'version_by',
      by ?? t(`version_way.${way}`),
      by && way === 'rollback' ? ` (${t('version_way.rollback')})` : null,
    ),
    cellOf('version_approved', second ?? '—'),
    cellOf('version_why', why ?? '—', withdrawn ? [h('br'), t('version_withdrawn', withdrawn)] : null),
    cellOf('version_what', h('span', { class: 'policy-what', lang: what ? 'en' : null }, what ?? '—')),
    cellOf(
      'version_do',
      comparable ? h('a', { href: `#/policies?${new URLSearchParams({ to: hash })}` }, t('version_compare')) : '—',
    ),
  );
}
