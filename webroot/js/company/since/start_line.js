// On the start page of a returning visitor: that the policies have changed since the last visit.

import { fetchRecord } from '../../shared/api.js';
import { today } from '../../shared/china_time.js';
import { fill, h } from '../../shared/dom.js';
import { addWords, t } from '../../shared/language.js';
import { dayText } from './panel.js';
import { sinceWords } from './words.js';

addWords(sinceWords);

/**
 * Fills `place` if another catalogue came, or a day on which answers may change. A failed request leaves
 * it empty: the result itself tells.
 * @param {Pages.SeenState} seen @param {HTMLElement} place
 */
export async function startLine(seen, place) {
  try {
    const { hash, boundaries } = await fetchRecord('catalogue');
    const now = today();
    const isOther =
      hash !== seen.catalogue || boundaries.some((/** @type {string} */ day) => seen.day < day && day <= now);
    if (!isOther) return;
    fill(
      place,
      h(
        'p',
        { class: 'since-start', role: 'status' },
        t('since_start', { day: dayText(seen.day) }),
        ' ',
        h('a', { href: '#/result' }, t('since_start_link')),
      ),
    );
  } catch {
    /* the start page does without */
  }
}
