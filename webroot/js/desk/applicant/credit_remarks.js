// What the service says of a credit code, told as soon as its field is left and not a page later.

import { isStatus, postMatch } from '../../shared/api.js';
import { fill, h } from '../../shared/dom.js';
import { unspaced } from '../../shared/fields/codes.js';
import { placeOf, refusedText } from '../../shared/form/issues.js';
import { say } from '../../shared/language.js';

const CODE = 'credit_code';

/**
 * Adds a place for remarks to `field` and fills it at each change. A remark stops no one: the code may be
 * sent all the same. Without an answer of the service nothing is said here; the next page asks again.
 * @param {Desk.InputField<HTMLInputElement>} field
 */
export function tellCreditRemarks(field) {
  const place = h('div', { class: 'field-warnings', role: 'status' });
  field.element.append(place);
  /** @type {AbortController | undefined} */
  let running;
  const ask = async () => {
    running?.abort();
    const mine = (running = new AbortController());
    const code = unspaced(field.value).toUpperCase();
    const remarks = code === '' ? [] : await remarksOn(code, mine.signal);
    if (!mine.signal.aborted)
      fill(
        place,
        remarks.map((text) => h('p', {}, `! ${text}`)),
      );
  };
  field.input.addEventListener('change', ask);
  if (field.value) ask();
}

/** @param {string} code @param {AbortSignal} signal @returns {Promise<string[]>} */
async function remarksOn(code, signal) {
  try {
    const { profile } = await postMatch({ profile: { [CODE]: code } }, signal);
    return profile.warnings.filter(({ fact }) => fact === CODE).map((one) => say(one, 'message'));
  } catch (error) {
    if (!isStatus(error, 400)) return [];
    return error.issues.filter(({ pointer }) => placeOf(pointer) === CODE).map(refusedText);
  }
}
