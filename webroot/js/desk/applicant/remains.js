// What a database server keeps for a while after an erasure: said beside the text that an applicant agrees to, as it is
// a matter of the installation and not of the text.

import { fetchTerms } from '../../shared/api.js';
import { h } from '../../shared/dom.js';
import { t } from '../../shared/language.js';

/**
 * Null where erased data is overwritten at once. Where the service does not answer, it says what may be.
 * @returns {Promise<HTMLElement | null>}
 */
export async function remains() {
  try {
    const { overwritten } = await fetchTerms();
    if (overwritten) return null;
  } catch {
    // Too much is said rather than too little.
  }
  return h('p', { 'data-remains': '' }, t('authorisation_remains'));
}
