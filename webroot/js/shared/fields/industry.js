// The code of the industry. Typed words lead to offers of the lines of business that they name.

import { fill, h } from '../dom.js';
import { say, t } from '../language.js';
import { branchesFor } from './branches.js';
import { plainCode } from './codes.js';
import { textInput } from './text.js';

const BRANCH = 'size_industry';
const CODE = /^(?:[A-T]\d{0,4}|\d{1,4})$/; // GB/T 4754: a section and up to four digits

/**
 * `context`: `{fact(id), answerOther(fact, value)}`, the vocabulary and what answers another question.
 * @param {Api.Fact} fact @param {Pages.FieldIds} ids @param {Pages.Entry} entry
 * @param {(entry: Pages.Entry) => void} emit @param {Pages.ControlContext} given
 */
export function industryControl(fact, ids, entry, emit, { fact: factOf, answerOther }) {
  const input = textInput(ids, entry, { class: 'code', autocapitalize: 'characters' });
  const branches = h('div', { class: 'branches', 'aria-live': 'polite' });
  /** @param {string} code */
  const choose = (code) => {
    input.value = '';
    show({});
    emit({});
    answerOther(BRANCH, code);
  };
  /** @param {Pages.Entry} given */
  const show = ({ problem }) => {
    const found = problem ? branchesFor(input.value, factOf(BRANCH)?.options ?? []) : [];
    fill(
      branches,
      found.length === 0
        ? null
        : [
            h('p', {}, t('branches_title')),
            h(
              'div',
              { class: 'actions' },
              found.map((option) =>
                h(
                  'button',
                  { type: 'button', class: 'button', 'data-branch': option.code, click: () => choose(option.code) },
                  say(option),
                ),
              ),
            ),
          ],
    );
  };
  /** @param {Event} event */
  const changed = (event) => {
    if (event instanceof InputEvent && event.isComposing) return; // a word is still being composed
    const read = readIndustry(input.value);
    show(read);
    emit(read);
  };
  input.addEventListener('input', changed);
  input.addEventListener('compositionend', changed);
  show(entry);
  return { element: h('div', {}, input, branches), target: input };
}

/**
 * The entry for what was typed.
 * @param {string} typed
 */
export function readIndustry(typed) {
  const code = plainCode(typed);
  if (code === '') return {};
  return CODE.test(code)
    ? { draft: { text: typed }, value: code }
    : { draft: { text: typed }, problem: 'industry_code' };
}
