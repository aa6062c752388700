// What a paper for the company says of where it can ask: the window with its telephone, and the page
// where it sees its matter.

import { fill, h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';
import * as library from '../../shared/library.js';
import { hallOf } from '../../shared/parts/contacts.js';
import { qrCode } from '../../shared/parts/qr.js';
import { companyLink, companyPage } from '../matter/query_code.js';

/**
 * Name, address and telephone of the window, which fills itself; the paper does not wait for it.
 * @param {{code: string, name: string}} county
 */
export function windowPlace({ code, name }) {
  const place = h('span', { class: 'paper-window' }, t('paper_window_of', { county: name }));
  library.contacts().then(
    (all) => {
      const hall = hallOf(all, code);
      const known = [hall?.address, hall?.telephone, hall?.hours].filter(Boolean);
      const said = known.length > 0 ? known : [t('paper_window_call')];
      fill(place, [t('paper_window_of', { county: name }), ...said].join(t('clause_separator')));
    },
    () => {}, // the county and 12345 are on the paper anyway
  );
  return place;
}

/**
 * The code of the page of this matter.
 * @param {string} reference @param {string} code
 */
export function companyQr(reference, code) {
  const place = h('div', { class: 'paper-qr' });
  qrCode(companyLink(reference, code), t('paper_qr_company')).then(
    (picture) => fill(place, h('figure', {}, picture, h('figcaption', {}, t('paper_qr_company')))),
    () => fill(place, h('p', { class: 'paper-qr-none' }, t('paper_qr_company_missing'))),
  );
  return place;
}

/**
 * How the company sees its matter without the code: by typing.
 * @param {string} code '' where it is not known here
 */
export function askSection(code) {
  return h(
    'section',
    { class: 'paper-ask' },
    h('h2', {}, t('paper_ask')),
    h('p', {}, t('paper_ask_text', { page: companyPage() })),
    h(
      'p',
      { class: 'paper-reference' },
      `${t('paper_code')}${t('optional_colon')}`,
      code ? h('strong', {}, code) : t('paper_code_gone'),
    ),
  );
}
