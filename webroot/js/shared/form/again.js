// What was answered to an earlier question and cannot be read as an answer to today's.

import { h } from '../dom.js';
import { factValue } from '../format.js';
import { onlyChinese, say, t } from '../language.js';

/**
 * A notice, or null if nothing has to be answered again. `vocabulary(id)` gives the fact, `address(id)`
 * the address of its question.
 * @param {Pages.AskedAgain[]} again @param {Pages.FactOf} vocabulary @param {(id: string) => string} [address]
 */
export function againNotice(again, vocabulary, address = (id) => `#/form/${encodeURIComponent(id)}`) {
  const known = again.flatMap((one) => {
    const fact = vocabulary(one.fact);
    return fact ? [{ ...one, fact }] : [];
  });
  if (known.length === 0) return null;
  return h(
    'div',
    { class: 'notice notice-trouble again' },
    h('h2', {}, t('again_title')),
    h(
      'ul',
      {},
      known.map(({ fact, was, notes }) =>
        h(
          'li',
          { 'data-again': fact.id },
          h('a', { href: address(fact.id) }, say(fact)),
          t('optional_colon'),
          notes.map((note) => h('span', { lang: onlyChinese() }, `${note}${t('sentence_end')}`)),
          was.length > 0 ? t('again_was', { was: factValue(fact, was) }) : null,
        ),
      ),
    ),
  );
}
